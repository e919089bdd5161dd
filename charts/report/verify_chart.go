package report

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/charts/ooxml"
)

// Where a number of a chart stands.
const (
	Drawn  = "drawn" // what the chart shows
	Sheet  = "sheet" // what its workbook holds, from which it is drawn anew when people edit its data
	Whole  = "whole" // the chart itself: it is gone, new, or not ours
	noName = "(?)"
)

// ofCharts are the verdicts over charts, those of one chart in the order in which it was written. A number that chart and workbook
// say alike is told once.
func (d *Document) ofCharts(of Lookup) (all []Verdict) {
	times := map[int]int{}
	for _, p := range d.drawn {
		if p.bound >= 0 {
			times[p.bound]++
		}
	}
	for _, p := range d.drawn {
		if p.bound < 0 {
			name := strings.TrimSpace(p.Title + p.Alt)
			if name == "" {
				name = p.Name
			}
			all = append(all, Verdict{Status: Unbound, Found: name, Part: Whole, Sentence: orNoName(name), Pending: p.Pending})
			continue
		}
		b := d.Charts[p.bound]
		for _, v := range d.ofPicture(p, b, of) {
			v.Pending, v.Copy = p.Pending, times[p.bound] > 1
			all = append(all, v)
		}
	}
	for i, b := range d.Charts {
		if times[i] == 0 {
			pending := slices.ContainsFunc(d.word.Drawings, func(w ooxml.Drawing) bool { return w.Deleted && d.named(w) == i })
			all = append(all, Verdict{Status: Missing, Chart: b.No, Part: Whole, Written: b.Title, Sentence: b.Title, Pending: pending})
		}
	}
	return all
}

func orNoName(name string) string {
	if name == "" {
		return noName
	}
	return name
}

// ofPicture are the verdicts over one chart.
func (d *Document) ofPicture(p picture, b BoundChart, of Lookup) (all []Verdict) {
	used := map[[2]int]bool{}
	for s, series := range b.Series {
		for n, point := range series.Points {
			v := d.ofPoint(b, s, n, of)
			at, i, ok := b.place(p.chart.Series, s, n)
			drawn := ""
			switch {
			case !ok:
				v.Status, v.Part = Missing, Drawn
			default:
				used[[2]int{at, i}] = true
				drawn = p.chart.Series[at].Values[i]
				v.judge(drawn, point.amount, d.valueOf(point.Key, of), d.Lang)
				v.Part = Drawn
			}
			all = append(all, v)
			if p.sheet == nil || !ok {
				continue
			}
			w := d.ofPoint(b, s, n, of)
			w.Part = Sheet
			at, i, ok = b.place(p.sheet.series, s, n)
			if !ok {
				w.Status = Missing
				all = append(all, w)
				continue
			}
			held := p.sheet.series[at].Values[i]
			if sameStored(held, drawn) {
				continue
			}
			w.judge(held, point.amount, d.valueOf(point.Key, of), d.Lang)
			all = append(all, w)
		}
	}
	for s, series := range p.chart.Series { // numbers that people added
		for i, text := range series.Values {
			if text == "" || used[[2]int{s, i}] {
				continue
			}
			label := noName
			if i < len(series.Categories) {
				label = series.Categories[i]
			}
			all = append(all, Verdict{Status: Unbound, Chart: b.No, Part: Drawn, Found: text, Sentence: b.Title + " | " + label + " | " + series.Name})
		}
	}
	return all
}

func sameStored(a, b string) bool {
	x, okX := storedAmount(a)
	y, okY := storedAmount(b)
	return okX == okY && x == y && (okX || a == b)
}

// ofPoint is what is known of a number of a chart before it is read.
func (d *Document) ofPoint(b BoundChart, series, point int, of Lookup) Verdict {
	p := b.Series[series].Points[point]
	f, _ := d.byKey(p.Key)
	return Verdict{Chart: b.No, Formula: f.Formula, Shape: f.Shape, Written: Count.Write(d.Lang, p.amount), Now: Count.Write(d.Lang, d.valueOf(p.Key, of)),
		Sentence: strings.Join([]string{b.Title, b.Categories[point], b.Series[series].Name}, " | ")}
}

// valueOf is what a figure of the binding is today.
func (d *Document) valueOf(key string, of Lookup) Amount {
	b, ok := d.byKey(key)
	if !ok {
		return Amount{}
	}
	return b.value(of)
}

// judge compares what a chart holds with what was written and with what the figure is today.
func (v *Verdict) judge(found string, written, now Amount, lang string) {
	a, whole := storedAmount(found)
	v.Found = found
	if whole {
		v.Found = Count.Write(lang, a)
	}
	switch {
	case whole && a == now:
		v.Status = Equal
	case whole && a == written:
		v.Status = Stale
	default:
		v.Status = Changed
	}
}

// newCharts are the charts, and the bars, that a report made today would have and the document was not written with.
func (d *Document) newCharts(of Lookup, fresh *Binding) (all []Verdict) {
	for _, f := range fresh.Charts {
		i := slices.IndexFunc(d.Charts, func(b BoundChart) bool { return b.Of == f.Of })
		if i < 0 {
			all = append(all, Verdict{Status: New, Part: Whole, Now: f.Title, Sentence: f.Title})
			continue
		}
		have := map[string]bool{}
		for _, s := range d.Charts[i].Series {
			for _, p := range s.Points {
				have[p.Key] = true
			}
		}
		for _, s := range f.Series {
			for n, p := range s.Points {
				if have[p.Key] {
					continue
				}
				b, _ := fresh.figure(p.Key)
				all = append(all, Verdict{Status: New, Chart: d.Charts[i].No, Part: Drawn, Formula: b.Formula, Shape: b.Shape, Now: Count.Write(d.Lang, p.amount),
					Sentence: strings.Join([]string{d.Charts[i].Title, f.Categories[n], s.Name}, " | ")})
			}
		}
	}
	return all
}

// ChartsWithoutData are the charts whose workbook is gone or cannot be read: only what they show is compared and renewed.
func (d *Document) ChartsWithoutData() (all []int) {
	for _, p := range d.drawn {
		if p.bound >= 0 && p.sheet == nil {
			all = append(all, d.Charts[p.bound].No)
		}
	}
	return all
}

// refreshCharts gives the numbers of charts, shown and in their workbooks, the values of today. One in a change that nobody accepted is left.
func (d *Document) refreshCharts(of Lookup) (changed []Verdict, err error) {
	done := map[string]bool{}
	for _, p := range d.drawn {
		if p.bound < 0 || p.Pending || done[p.Part] {
			continue
		}
		done[p.Part] = true
		b := d.Charts[p.bound]
		for _, v := range d.ofPicture(p, b, of) {
			if v.Status == Stale || v.Status == Changed {
				changed = append(changed, v)
			}
		}
		if err := d.refreshPicture(p, b, of); err != nil {
			return nil, fmt.Errorf("%s: %w", p.Part, err)
		}
	}
	return changed, nil
}

func (d *Document) refreshPicture(p picture, b BoundChart, of Lookup) error {
	edits, moved := map[int]map[int]string{}, false
	for s, series := range b.Series {
		for n := range series.Points {
			now := d.valueOf(series.Points[n].Key, of)
			if at, i, ok := b.place(p.chart.Series, s, n); ok && !sameStored(p.chart.Series[at].Values[i], now.plain()) {
				if edits[at] == nil {
					edits[at] = map[int]string{}
				}
				edits[at][i] = now.plain()
			}
			if p.sheet != nil {
				if at, i, ok := b.place(p.sheet.series, s, n); ok && !sameStored(p.sheet.series[at].Values[i], now.plain()) {
					moved = true
					if err := p.sheet.put(at, i, now); err != nil {
						return err
					}
				}
			}
			series.Points[n].Value, series.Points[n].amount = now.plain(), now
		}
	}
	for s := range p.chart.Series {
		if edits[s] != nil {
			if err := d.word.SetChart(p.chart, s, edits[s]); err != nil {
				return err
			}
		}
	}
	if !moved {
		return nil
	}
	content, err := bookBytes(p.sheet.file)
	if err != nil {
		return err
	}
	d.word.PutPart(p.chart.Workbook, content)
	return nil
}

package report

import (
	"fmt"

	"tdkt/charts/hue"
)

// ChartKind is how a chart is drawn.
type ChartKind string

// The kinds of charts: none lies about sizes, so none has depth, slices or two scales.
const (
	Bars    ChartKind = "bars"    // lying, for long names; the value at the end
	Columns ChartKind = "columns" // standing, for years; the value on top
	Parts   ChartKind = "parts"   // standing, each the whole, its parts one upon another
)

// Chart is a picture of figures, which office programs can edit: its numbers lie in a workbook of its own.
type Chart struct {
	Of         string // what it shows, the same in every report: forms, series, recipients, units
	Kind       ChartKind
	Title      string // with its number: "Hình 1. …"
	Alt        string // for those who do not see it; without numbers, which would grow old unseen
	Categories []Category
	Series     []Series
}

// Category is what a bar stands for.
type Category struct {
	Label       string
	Provisional bool // its bars are hatched
}

// Series is a series of a chart; a point that no return states is a gap.
type Series struct {
	Name, Colour string
	Dotted       bool // edged with dots: what is not split
	Points       []Number
}

// point is a number of a chart.
func (c *composer) point(f Formula) Number {
	return Number{Formula: f, Shape: Count, Amount: c.value(f)}
}

// chart adds a chart with its number, its title below it, and a note that says where its numbers come from.
func (c *composer) chart(ch *Chart, title string, note []Span) {
	c.charts++
	ch.Title = c.say("report.figure", c.charts) + ". " + title
	c.add(Block{Style: Figure, Chart: ch, Keep: true})
	c.add(Block{Style: Caption, Spans: words(ch.Title)})
	c.add(Block{Style: Note, Spans: note})
}

// mostBars is how many bars a chart has at most: more are not read, the table has them all.
const mostBars = 12

// ranked draws the largest of some members as bars. Its note says how much the others have: what is not drawn is told.
func (c *composer) ranked(of, title string, members []member, count func(code string) Formula, total Formula) {
	all := c.having(members, count)
	sortBy(all, func(m member) int64 { return -c.value(count(m.Code)).Num })
	if len(all) < 2 { // nothing to compare
		return
	}
	drawn := all[:min(len(all), mostBars)]
	_, _, provisional := c.completeOf(c.in.Period)
	ch := &Chart{Of: of, Kind: Bars, Series: []Series{{Name: c.say("report.series.col.awards"), Colour: hue.Accent}}}
	seen := map[string]bool{}
	for _, m := range drawn {
		label := m.Label
		for n := 2; seen[label]; n++ { // two of one name could not be told apart
			label = fmt.Sprintf("%s (%d)", m.Label, n)
		}
		seen[label] = true
		ch.Categories = append(ch.Categories, Category{label, provisional})
		ch.Series[0].Points = append(ch.Series[0].Points, c.point(count(m.Code)))
	}
	ch.Alt = c.say("report.figure.alt."+of, c.period(), drawn[0].Label)
	note := c.spans("report.figure.source", parts{"n": c.num(Count, total)})
	if provisional {
		note = sentences(note, words(c.say("report.figure.hatched_bars")))
	}
	if len(drawn) < len(all) {
		var rest Formula
		for _, m := range all[len(drawn):] {
			rest = rest.with(count(m.Code))
		}
		note = sentences(note, c.spans("report.figure.rest."+of, parts{"drawn": fmt.Sprint(len(drawn)), "all": fmt.Sprint(len(all)), "n": c.num(Count, rest), "share": c.num(Share, rest.share(total))}))
	}
	c.chart(ch, title, sentences(note, c.provisional()))
}

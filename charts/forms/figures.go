package forms

import (
	"slices"
	"strings"

	"tdkt/queries/table"
)

// toldFigure is what the returns tell of a row of fixed meaning in a column.
type toldFigure struct {
	n, units int64
	id       string
}

// statistics are the figures of a year that are no awards, by row and column.
func statistics(t table.Table) map[[2]string]toldFigure {
	all := map[[2]string]toldFigure{}
	at := t.Col("statistic_count")
	for r := range t.Rows {
		n, _ := t.Int(r, "statistic_count")
		units, _ := t.Int(r, "unit_count")
		all[[2]string{t.Text(r, "statistic_code"), t.Text(r, "column_code")}] = toldFigure{n, units, t.FigureID(r, at)}
	}
	return all
}

// figureRows fills in rows and columns of fixed meaning that count no awards.
func (p *plan) figureRows() {
	told := statistics(p.in.Tables["form-statistics"])
	for _, r := range p.in.Form.Rows {
		l := p.fixedLine(r)
		for c, leaf := range p.leaves {
			l.cells[c] = cell{why: unstated}
			f, ok := told[[2]string{r.Measure, leaf.column.Measure}]
			switch {
			case l.heading:
				l.cells[c].why = closed
			case ok && leaf.column.What == "statistic":
				l.cells[c] = cell{value: f.n, figures: []string{f.id}}
			}
		}
		p.lines = append(p.lines, l)
	}
}

// Told says whether any return tells a figure of a form that counts no awards; the forms of awards are always filled in.
func (in Input) Told() bool {
	if in.Form.Shape != "figures_down" {
		return true
	}
	told := statistics(in.Tables["form-statistics"])
	for key := range told {
		for _, r := range in.Form.Rows {
			if r.Measure == key[0] {
				return true
			}
		}
	}
	return false
}

// figureNotes are what stands at the foot of a form that counts no awards.
func (p *plan) figureNotes() []string {
	in, form := p.in, p.in.Form
	from := in.say("figures.nothing", in.Year)
	if in.Told() {
		from = in.say("figures.from", in.Year, p.senders())
	}
	remarks := p.circularNotes()
	for _, r := range form.Remarks {
		remarks = append(remarks, r.In(in.Lang))
	}
	return paragraphs([]string{from}, remarks, p.blanks(), slices.Concat(p.sharedColumns(), p.sectionNotes(), p.rowless()))
}

// senders names the units whose returns are in the form.
func (p *plan) senders() string {
	t, tree := p.in.Tables["form-statistic-units"], treeOf(p.in.Tables["form-places"], p.in.Year)
	var names []string
	for r := range t.Rows {
		if t.Text(r, "measure_code") != p.measureCode() {
			continue
		}
		name := tree.full(t.Text(r, "unit_code"))
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	const shown = 12
	if more := len(names) - shown; more > 0 {
		names = append(names[:shown], p.in.say("figures.more_units", more))
	}
	return strings.Join(names, "; ")
}

// measureCode is what the form counts: movements, bodies or staff.
func (p *plan) measureCode() string {
	return p.in.Form.Series + "_count"
}

// sharedColumns tells of columns in which several units may have stated one and the same thing.
func (p *plan) sharedColumns() (out []string) {
	told := statistics(p.in.Tables["form-statistics"])
	var parts []string
	for _, l := range p.leaves {
		most := int64(0)
		for _, r := range p.in.Form.Rows {
			most = max(most, told[[2]string{r.Measure, l.column.Measure}].units)
		}
		if l.column.Shared && most > 1 {
			parts = append(parts, p.in.say("figures.shared_column", l.name(), p.in.count(most)))
		}
	}
	if len(parts) > 0 {
		out = append(out, p.in.say("figures.shared", strings.Join(parts, ", ")))
	}
	return out
}

// sectionNotes tell of sections whose rows do not add up to the total, in the order of the form.
func (p *plan) sectionNotes() (out []string) {
	heading, sums := -1, make([]int64, len(p.leaves))
	total := -1
	tell := func() {
		if heading < 0 || total < 0 {
			return
		}
		for c, leaf := range p.leaves {
			if leaf.isText() || sums[c] < 0 {
				continue
			}
			if of := p.lines[total].cells[c]; sums[c] != of.value {
				out = append(out, p.in.say("figures.section", strings.TrimLeft(p.lines[heading].row.Text, "0123456789. "), leaf.name(), p.in.count(sums[c]), p.in.count(of.value)))
			}
		}
	}
	for i, l := range p.lines {
		switch {
		case l.heading:
			tell()
			heading = i
			for c := range sums {
				sums[c] = -1 // nobody tells
			}
		case heading < 0:
			total = i
		default:
			for c, x := range l.cells {
				if x.has() && !p.leaves[c].isText() {
					sums[c] = max(sums[c], 0) + x.value
				}
			}
		}
	}
	tell()
	return out
}

// rowless tells of figures for which the form has no row or no column: returns on the form of another circular.
func (p *plan) rowless() (out []string) {
	t, parts := p.in.Tables["form-statistics"], []string(nil)
	for r := range t.Rows {
		if t.Text(r, "measure_code") != p.measureCode() {
			continue
		}
		row, column := t.Text(r, "statistic_code"), t.Text(r, "column_code")
		has := slices.ContainsFunc(p.lines, func(l line) bool { return l.row.Measure == row }) &&
			slices.ContainsFunc(p.leaves, func(l leaf) bool { return l.column.What == "statistic" && l.column.Measure == column })
		if n, _ := t.Int(r, "statistic_count"); !has && n > 0 {
			parts = append(parts, t.Text(r, "statistic_"+p.in.Lang)+" ("+t.Text(r, "column_"+p.in.Lang)+") "+p.in.count(n))
		}
	}
	if len(parts) > 0 {
		out = append(out, p.in.say("figures.rowless", strings.Join(parts, "; ")))
	}
	return out
}

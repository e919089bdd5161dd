package forms

import (
	"slices"
	"strconv"
	"strings"

	"tdkt/data"
)

// leaf is one column of the sheet.
type leaf struct {
	head   []string // from the top; the last stands at the bottom where kind is set
	kind   string
	index  string
	from   int // the column of the form that it comes from
	column data.StatColumn
	forms  []string
}

// line is one row of the body.
type line struct {
	text    []string // of the columns that are no figures
	cells   []cell   // by leaf; those of text columns stay empty
	row     data.StatRow
	bold    bool
	heading bool
	merge   bool  // the text runs over ordinal and name
	sums    []int // lines that it adds up, by formula
	of      scope // whose figures these are
}

// plan is a form laid out, before it is a sheet.
type plan struct {
	in     Input
	f      facts
	leaves []leaf
	lines  []line
	first  int // sheet row of the first line
}

var kindWords = map[string]string{"collective": "Tập thể", "individual": "Cá nhân"}

// planOf lays a form out and fills it in.
func planOf(in Input) *plan {
	p := &plan{in: in, f: factsOf(in)}
	switch in.Form.Shape {
	case "measures_down":
		p.expand(p.f.awardedAt(in.Form.Levels))
		p.measures()
	case "figures_down":
		p.expand(nil)
		p.figureRows()
	case "forms_down":
		p.expand(nil)
		p.formRows()
	case "units_down":
		p.expand(p.f.awardedAt(in.Form.Levels))
		p.unitRows()
	}
	p.formulas()
	return p
}

// expand makes a leaf of each column, one for each award form and kind of recipient under a heading.
func (p *plan) expand(awarded []string) {
	taken := map[string]bool{}
	for _, c := range p.in.Form.Columns {
		for _, form := range p.columnForms(c, awarded) {
			taken[form] = taken[form] || !c.Rest
		}
	}
	number := 1
	for at, c := range p.in.Form.Columns {
		forms := p.columnForms(c, awarded)
		if c.Rest {
			forms = slices.DeleteFunc(forms, func(form string) bool { return taken[form] })
		}
		groups := [][]string{forms}
		if c.Each && len(forms) > 0 {
			groups = nil
			for _, form := range forms {
				groups = append(groups, []string{form})
			}
		}
		for _, g := range groups {
			head := slices.Clone(c.Head)
			if c.Each && len(g) > 0 {
				head = append(head, p.f.name[g[0]])
			} else if c.Each {
				head = append(head, "")
			}
			index := c.Index
			if index == "+" {
				number++
				index = strconv.Itoa(number)
			}
			if len(c.Kinds) == 0 {
				p.leaves = append(p.leaves, leaf{head: head, index: index, from: at, column: c, forms: g})
			}
			for _, k := range c.Kinds {
				p.leaves = append(p.leaves, leaf{head: append(slices.Clone(head), kindWords[k]), kind: k, index: index, from: at, column: c, forms: g})
			}
		}
	}
}

// columnForms are the award forms of a column that have awards, those named by the column in any case.
func (p *plan) columnForms(c data.StatColumn, awarded []string) (forms []string) {
	if c.What != "awards" {
		return nil
	}
	if len(c.Forms) > 0 {
		return c.Forms
	}
	for _, form := range awarded {
		if c.Rest || slices.Contains(c.Families, p.f.family[form]) {
			forms = append(forms, form)
		}
	}
	return forms
}

// all are the award forms of the columns.
func (p *plan) all() (forms []string) {
	for _, l := range p.leaves {
		for _, form := range l.forms {
			if !slices.Contains(forms, form) {
				forms = append(forms, form)
			}
		}
	}
	return forms
}

// measures fills in the rows of fixed meaning.
func (p *plan) measures() {
	for _, r := range p.in.Form.Rows {
		l := p.fixedLine(r)
		for c, leaf := range p.leaves {
			switch leaf.column.What {
			case "total":
				l.cells[c] = p.measure(r, scope{p.all(), p.in.Form.Levels}, "")
			case "awards":
				l.cells[c] = p.measure(r, scope{leaf.forms, p.in.Form.Levels}, leaf.kind)
			}
		}
		p.lines = append(p.lines, l)
	}
}

// fixedLine is a row of fixed meaning with its words, before its figures.
func (p *plan) fixedLine(r data.StatRow) line {
	l := line{row: r, bold: r.Bold || r.Text != "", heading: r.Text != "", text: make([]string, len(p.leaves)), cells: make([]cell, len(p.leaves))}
	for c, leaf := range p.leaves {
		switch leaf.column.What {
		case "label":
			l.text[c] = r.Text + r.Mark + r.Label
		case "code":
			l.text[c] = r.Code
		case "count_unit":
			l.text[c] = r.CountUnit
		}
	}
	return l
}

// measure is the cell of a row of fixed meaning.
func (p *plan) measure(r data.StatRow, s scope, kind string) cell {
	switch {
	case r.Text != "":
		return cell{why: closed}
	case r.Left != "":
		return cell{why: left, reason: r.Left}
	case r.Achievement != "":
		return p.f.achieved(s, kindMeasure[kind], r.Achievement)
	}
	return p.f.recipients(s, kind, r.Measure)
}

// formRows fills in a row for each award form that was given or proposed, and the total.
func (p *plan) formRows() {
	levels := p.in.Form.Levels
	var forms []string
	for _, form := range p.f.forms {
		s := scope{[]string{form}, levels}
		_, awarded := p.f.sum(s, "award_count")
		_, proposed := p.f.proposals(s, "proposal_count")
		if awarded || proposed && p.holds("proposed") {
			forms = append(forms, form)
		}
	}
	for i, form := range forms {
		p.lines = append(p.lines, p.formLine(strconv.Itoa(i+1), p.f.name[form], scope{[]string{form}, levels}))
	}
	if p.in.Form.Total == "" {
		return
	}
	total := p.formLine(p.in.Form.Total, "", scope{forms, levels})
	total.bold, total.merge = true, true
	for i := range forms {
		total.sums = append(total.sums, i)
	}
	p.lines = append(p.lines, total)
}

// holds says whether the form has such a column.
func (p *plan) holds(what string) bool {
	return slices.ContainsFunc(p.in.Form.Columns, func(c data.StatColumn) bool { return c.What == what })
}

func (p *plan) formLine(number, name string, s scope) line {
	l := line{of: s, text: make([]string, len(p.leaves)), cells: make([]cell, len(p.leaves))}
	for c, leaf := range p.leaves {
		switch col := leaf.column; col.What {
		case "ordinal":
			l.text[c] = number
		case "form":
			l.text[c] = name
		case "figure":
			if len(col.Achievements) > 0 {
				l.cells[c] = p.f.achieved(s, col.Measure, col.Achievements...)
			} else {
				l.cells[c] = p.f.recipients(s, "", col.Measure)
			}
		case "proposed":
			l.cells[c] = p.f.proposedCell(s, col.Measure)
		case "left":
			l.cells[c] = cell{why: left, reason: col.Left}
		}
	}
	for c, leaf := range p.leaves {
		if leaf.column.What == "ratio" {
			l.cells[c] = p.ratio(l, leaf.column.Of)
		}
	}
	return l
}

// ratio is the cell of a share of two cells of its row.
func (p *plan) ratio(l line, of []string) cell {
	a, b := l.cells[p.leafOf(of[0])], l.cells[p.leafOf(of[1])]
	if !a.has() || !b.has() || b.value == 0 {
		return cell{why: unstated}
	}
	return cell{isRatio: true, ratio: float64(a.value) / float64(b.value)}
}

// leafOf is the leaf of an index.
func (p *plan) leafOf(index string) int {
	return slices.IndexFunc(p.leaves, func(l leaf) bool { return l.name() == index })
}

// name is what a column is called: "7=6:3" is 7.
func (l leaf) name() string {
	name, _, _ := strings.Cut(l.index, "=")
	return name
}

// isText says that a column holds no figures.
func (l leaf) isText() bool {
	return slices.Contains([]string{"label", "code", "count_unit", "ordinal", "form", "unit"}, l.column.What)
}

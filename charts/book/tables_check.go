package book

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/charts"
)

// change has the figures of the year beside those of the year compared: for whom, by level, by form.
func (c *composer) change() *sheet {
	y, before := c.in.Year, c.in.Before
	s := c.sheet("change", yearText(y), yearText(before))
	s.about = c.say("book.about.years")
	s.column(c.say("report.col.measure"), 72)
	for _, of := range []int{y, before} {
		c.yearColumn(s, of)
	}
	s.column(c.say("report.col.difference"), yearWidth)
	s.column(c.say("report.col.change"), yearWidth)
	add := func(label string, now, then cell) {
		if now.value != nil || then.value != nil {
			s.line(label).add(now, then).less(1, 2).end()
		}
	}
	s.band(c.say("book.band.people"))
	for _, m := range []string{"award_count", "collective_count", "household_count", "individual_count", "direct_worker_count", "class_unknown_count",
		"woman_count", "woman_unknown_count", "youth_count", "youth_unknown_count"} {
		add(c.measure(m), c.all(y, m), c.all(before, m))
	}
	s.band(c.say("book.band.levels"))
	for _, m := range c.levels() {
		add(m.Label, c.levelYear(y, m.Code), c.levelYear(before, m.Code))
	}
	s.band(c.say("book.band.forms"))
	for _, m := range c.forms() {
		add(m.Label, c.formYear(y, m.Code), c.formYear(before, m.Code))
	}
	if c.in.completeness(y).Provisional || c.in.completeness(before).Provisional {
		s.notes = append(s.notes, c.say("book.note.change_provisional"))
	}
	s.notes = append(append(s.notes, c.say("book.note.change")), c.breaks(min(y, before), max(y, before))...)
	s.notes = append(s.notes, c.say("book.note.blank"), c.source("by-year"))
	return s
}

// dueIn tells whether a period of a return ends in the year.
func (c *composer) dueIn(period string) bool {
	year := yearText(c.in.Year)
	return period == year || strings.HasPrefix(period, year+"-") && len(period) != len("2024-2025") || strings.HasSuffix(period, "-"+year)
}

// completeness says who sent what for the year.
func (c *composer) completeness() *sheet {
	s := c.sheet("completeness", yearText(c.in.Year))
	s.about = c.say("book.about.returns", yearText(c.in.Year), c.in.standing(c.in.Year))
	s.filter = true
	s.column(c.say("report.col.unit"), 39)
	s.column(c.say("report.col.cluster"), 41)
	s.column(c.say("report.col.return"), 17)
	s.column(c.say("book.col.period"), 10)
	s.column(c.say("book.col.role"), 10)
	s.column(c.say("report.col.due"), 11)
	s.column(c.say("book.col.received_on"), 11)
	s.column(c.say("report.col.standing"), 13)
	t := c.in.Tables["completeness"]
	measures := []string{"expected_count", "received_count", "accepted_count", "waiting_count"}
	for _, m := range measures {
		s.column(t.Columns[t.Col(m)].Title.In(c.in.Lang), 9)
	}
	for r := range t.Rows {
		if !c.dueIn(t.Text(r, "period")) {
			continue
		}
		group := cmp.Or(t.Text(r, "cluster_name"), c.say("report.row.no_cluster"))
		l := s.line(c.in.placed(t.Text(r, "unit_name"), t.Text(r, "parent_name"))).add(words(group), words(c.returnName(t.Text(r, "form_of_return"))), words(t.Text(r, "period")),
			words(c.coded(t.Text(r, "role"))), dated(t.Value(r, "due_on")), dated(t.Value(r, "received_on")), words(t.Text(r, "standing_"+c.in.Lang)))
		for _, m := range measures {
			l.add(figureCell(t, r, m))
		}
		l.end()
	}
	l := s.line(c.say("report.row.total")).add(make([]cell, 7)...)
	for range measures {
		c.downFree(l, s.head+1)
	}
	l.endBold()
	s.notes = []string{c.say("report.words.complete"), c.source("completeness")}
	return s
}

// returnName is what a form of return is called.
func (c *composer) returnName(code string) string {
	if text, ok := c.in.Texts["page.return."+code]; ok {
		return text
	}
	return code
}

// coded is the word of a code of returns and comparisons.
func (c *composer) coded(code string) string {
	if text, ok := c.in.Texts["sheet.code."+strings.ReplaceAll(code, "+", "_")]; ok {
		return text
	}
	return code
}

// reconciliation has what counts beside what says otherwise, in the years of the series and where the year is not known.
func (c *composer) reconciliation() *sheet {
	years := c.in.years()
	s := c.sheet("reconciliation", yearText(years[0]), yearText(c.in.Year))
	s.about = c.say("book.about.reconciliation", yearText(years[0]), yearText(c.in.Year))
	s.filter = true
	t := c.in.Tables["reconciliation"]
	for _, col := range []column{
		{c.say("report.col.year"), 8}, {c.say("report.col.unit"), 26}, {c.say("report.col.form"), 31}, {c.say("report.col.measure"), 29}, {c.say("book.col.counted_source"), 10},
		{c.say("book.col.counted"), 9}, {c.say("book.col.other"), 9}, {c.say("book.col.difference"), 9}, {c.say("book.col.reason"), 28}, {c.say("book.col.where"), 31},
	} {
		s.column(col.head, col.width)
	}
	equal := int64(0)
	for r := range t.Rows {
		y, _ := t.Int(r, "award_year")
		if y != 0 && (y < int64(years[0]) || y > int64(c.in.Year)) {
			continue
		}
		counted, other, difference := figureCell(t, r, "counted_count"), figureCell(t, r, "other_count"), figureCell(t, r, "difference_count")
		if counted.value != nil && counted.value == other.value {
			equal++
			continue
		}
		year := yearText(int(y))
		if y == 0 {
			year = c.say("page.year_unknown")
		}
		l := s.line(year).add(words(c.in.placed(t.Text(r, "unit_name"), t.Text(r, "parent_name"))), words(t.Text(r, "form_"+c.in.Lang)),
			words(c.measureWord(t.Text(r, "figure_measure"))), words(c.coded(t.Text(r, "counted_source"))), counted, other)
		l.minus(6, 5, difference).add(words(c.reason(t.Text(r, "comparison"), counted, other)), words(where(t.Text(r, "other_file"), t.Text(r, "other_sheet"), t.Text(r, "other_cell")))).end()
	}
	s.notes = []string{c.say("book.note.reconciliation", c.count(equal)), c.say("book.note.blank"), c.source("reconciliation")}
	return s
}

// minus is the difference of two columns that a figure must be; where that is another, it stands as a value.
func (l *line) minus(a, b int, own cell) *line {
	x := cell{kind: change, value: own.value, figure: own.figure}
	n, hasN := l.cells[a].number()
	m, hasM := l.cells[b].number()
	if (hasN && hasM) == (own.value != nil) && (own.value == nil || own.value == n-m) {
		x.formula = fmt.Sprintf(`IF(COUNT(%[1]s,%[2]s)<2,"",%[1]s-%[2]s)`, l.ref(a), l.ref(b))
	}
	return l.add(x)
}

// measureWord is what a measure is called: one of the beneficiaries, or one that only some returns have.
func (c *composer) measureWord(code string) string {
	t := c.in.Tables["by-year"]
	if i := t.Col(code); i >= 0 {
		return t.Columns[i].Title.In(c.in.Lang)
	}
	if text, ok := c.in.Texts["sheet.measure."+code]; ok {
		return text
	}
	return code
}

// reason says why two figures stand beside one another, and of a side that is missing that it is.
func (c *composer) reason(comparison string, counted, other cell) string {
	text := comparison
	if known, ok := c.in.Texts["book.reason."+comparison]; ok {
		text = known
	}
	switch {
	case counted.value == nil:
		text += "; " + c.say("book.reason.no_counted")
	case other.value == nil:
		text += "; " + c.say("book.reason.no_other")
	}
	return text
}

// where is file, sheet and cell of a figure, as far as they are known.
func where(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " · ")
}

// findings counts the open findings by their code; it holds nothing of what stood in a return.
func (c *composer) findings() *sheet {
	s := c.sheet("findings")
	s.about = c.say("book.about.findings")
	s.column(c.say("book.col.severity"), 16)
	s.column(c.say("book.col.finding"), 60)
	s.column(c.say("book.col.code"), 28)
	s.column(c.say("book.col.of_year", yearText(c.in.Year)), yearWidth)
	s.column(c.say("book.col.of_all"), yearWidth)
	names, err := charts.RuleNames(c.in.Lang)
	if err != nil {
		c.fault("%v", err)
	}
	type key struct{ severity, code string }
	var order []key
	called := map[string]string{}
	counts := map[key][2]int64{}
	t := c.in.Tables["findings"]
	for r := range t.Rows {
		if t.Text(r, "state") != "open" {
			continue
		}
		k := key{t.Text(r, "severity"), t.Text(r, "code")}
		called[k.severity] = t.Text(r, "severity_"+c.in.Lang)
		n, seen := counts[k]
		if !seen {
			order = append(order, k)
		}
		n[1]++
		if c.dueIn(t.Text(r, "period")) {
			n[0]++
		}
		counts[k] = n
	}
	rank := func(k key) int { return slices.Index([]string{"error", "warning", "query"}, k.severity) }
	slices.SortFunc(order, func(a, b key) int { return cmp.Or(rank(a)-rank(b), strings.Compare(a.code, b.code)) })
	for _, k := range order {
		n := counts[k]
		s.line(called[k.severity]).add(words(cmp.Or(names[k.code], k.code)), words(k.code), cell{kind: count, value: n[0]}, cell{kind: count, value: n[1]}).end()
	}
	l := s.line(c.say("report.row.total")).add(cell{}, cell{})
	c.downFree(l, s.head+1)
	c.downFree(l, s.head+1).endBold()
	s.notes = []string{c.say("book.note.findings"), c.source("findings")}
	return s
}

package report

import (
	"strings"

	"tdkt/queries/table"
)

// completeness is the part that says how complete the figures are.
func (c *composer) completeness() {
	c.howComplete()
	if missing := c.owing(); len(missing) > 0 {
		c.para(words(c.say("report.completeness.missing")))
	}
	c.para(words(c.say("report.completeness.later")))
}

// periodCompleteness is the same for a part of a year, whose returns that are owed are not listed.
func (c *composer) periodCompleteness() {
	c.howComplete()
	c.para(words(c.say("report.completeness.later")))
}

func (c *composer) howComplete() {
	c.heading(Part, "report.part.completeness")
	c.para(c.provisional(), words(c.say("report.completeness.meaning")))
}

// owing are the rows of returns that are owed for the years of the period and do not count yet.
func (c *composer) owing() (rows []int) {
	t := c.table("completeness")
	for r := range t.Rows {
		expected, _ := t.Int(r, "expected_count")
		accepted, _ := t.Int(r, "accepted_count")
		if expected > 0 && accepted == 0 && c.dueIn(t.Text(r, "period")) {
			rows = append(rows, r)
		}
	}
	return rows
}

// dueIn tells whether a period of a return ends in one of the years of the report.
func (c *composer) dueIn(period string) bool {
	for _, y := range years(c.in.Period) {
		text := yearText(y)
		if period == text || strings.HasPrefix(period, text+"-") && len(period) != len("2024-2025") || strings.HasSuffix(period, "-"+text) {
			return true
		}
	}
	return false
}

// annexReturns lists the returns that are owed and do not count yet.
func (c *composer) annexReturns() {
	rows := c.owing()
	if len(rows) == 0 {
		return
	}
	c.annexed("report.annex.returns", c.period())
	t := c.table("completeness")
	g := &Grid{Small: true, Cols: []Col{{c.say("report.col.unit"), 34, true}, {c.say("report.col.cluster"), 34, true}, {c.say("report.col.return"), 20, true},
		{c.say("report.col.due"), 16, true}, {c.say("report.col.standing"), 16, true}}}
	for _, r := range rows {
		due := ""
		if d, ok := t.Value(r, "due_on").(table.Date); ok {
			due = c.date(d)
		}
		cluster := t.Text(r, "cluster_name")
		if cluster == "" {
			cluster = c.say("report.row.no_cluster")
		}
		g.Rows = append(g.Rows, Row{Cells: [][]Span{words(c.placed(t.Text(r, "unit_name"), t.Text(r, "parent_name"))), words(cluster),
			words(c.say("page.return." + t.Text(r, "form_of_return"))), words(due), words(t.Text(r, "standing_"+c.in.Lang))}})
	}
	c.add(Block{Table: g})
}

// annexWords says how everything is counted.
func annexWords(keys ...string) func(*composer) {
	return func(c *composer) {
		c.annexed("report.annex.words")
		for _, key := range keys {
			c.add(Block{Style: Item, Spans: words(c.say("report.words." + key))})
		}
		c.add(Block{Style: Note, Spans: words(c.say("report.words.build", c.build))})
	}
}

package report

import (
	"cmp"
	"slices"

	"tdkt/data"
	"tdkt/queries/table"
)

// dutySections are what is told of a part of a year beside its forms.
var dutySections = map[string]section{
	"period_families": {(*composer).periodFamilies, []string{"dim-form", "by-period"}},
	"duties":          {(*composer).duties, []string{"completeness"}},
	"until_year_end":  {(*composer).untilYearEnd, []string{"completeness"}},
	"stock":           {(*composer).stock, nil},
	"annex_duties":    {(*composer).annexDuties, []string{"completeness"}},
}

// periodFamilies is the table of families against the same part of the year before. Where a return does not split its awards by the
// period, on either side, no change is worked out: it would be one of two unlike things.
func (c *composer) periodFamilies() {
	c.heading(Section, "report.section.period_families")
	families, forms := c.families()
	g := &Grid{Small: true, Note: c.say("report.note.period_families"), Cols: []Col{{c.say("report.col.family"), 36, true}, {upper(c.period()), 15, false}, {c.say("report.col.share"), 13, false}}}
	against := !c.in.Compare.IsZero()
	if against {
		g.Cols = append(g.Cols, Col{upper(c.compare()), 15, false}, Col{c.say("report.col.change"), 18, false}, Col{c.say("report.col.not_split"), 12, false}, Col{c.say("report.col.not_split_of", c.compare()), 16, false})
	} else {
		g.Cols = append(g.Cols, Col{c.say("report.col.not_split"), 14, false})
	}
	all := c.ofPeriod(c.in.Period, "award_count", c.allForms()...)
	row := func(label string, strong bool, forms ...string) {
		now, loose := c.ofPeriod(c.in.Period, "award_count", forms...), c.ofPeriod(c.in.Period, "not_split_count", forms...)
		r := Row{Bold: strong, Cells: [][]Span{words(label), c.cell(Count, now), c.cell(Share, now.share(all))}}
		any := c.stated(now) || c.stated(loose)
		if against {
			then, looseThen := c.ofPeriod(c.in.Compare, "award_count", forms...), c.ofPeriod(c.in.Compare, "not_split_count", forms...)
			any = any || c.stated(then) || c.stated(looseThen)
			change := words(c.say("report.cell.not_comparable"))
			if c.value(loose).Num == 0 && c.value(looseThen).Num == 0 {
				change = c.cell(Change, now.change(then))
			}
			r.Cells = append(r.Cells, c.cell(Count, then), change, c.cell(Count, loose), c.cell(Count, looseThen))
		} else {
			r.Cells = append(r.Cells, c.cell(Count, loose))
		}
		if any || strong {
			g.Rows = append(g.Rows, r)
		}
	}
	for _, m := range families {
		row(m.Label, false, forms[m.Code]...)
	}
	if len(g.Rows) == 0 {
		c.para(words(c.say("report.general.nothing", c.period())))
		return
	}
	row(c.say("report.row.total"), true, c.allForms()...)
	c.grid("report.caption.period_families", g, c.period())
}

// duty is a return that is owed, as a row of the query completeness.
type duty struct {
	row          int
	unit, name   string
	form, period string
	due          data.Date
}

// is the same day, form of return and period.
func (d duty) is(e duty) bool { return d.due == e.due && d.form == e.form && d.period == e.period }

// ofPeriod tells whether a duty is one of some days: it is due in them, or its own period lies within them.
func (d duty) ofPeriod(days data.Period) bool {
	if days.Holds(d.due) {
		return true
	}
	p, err := data.ParseReportPeriod(d.period)
	return err == nil && !p.Days().From.Before(days.From) && !days.To.Before(p.Days().To)
}

// dutiesOf are the returns owed of which something holds, in the order of day, form of return, period and unit.
func (c *composer) dutiesOf(holds func(duty) bool) (all []duty) {
	t := c.table("completeness")
	for r := range t.Rows {
		d, ok := t.Value(r, "due_on").(table.Date)
		due := data.Date{Year: d.Year, Month: int(d.Month), Day: d.Day}
		one := duty{r, t.Text(r, "unit_code"), c.placed(t.Text(r, "unit_name"), t.Text(r, "parent_name")), t.Text(r, "form_of_return"), t.Text(r, "period"), due}
		if expected, _ := t.Int(r, "expected_count"); ok && expected > 0 && holds(one) {
			all = append(all, one)
		}
	}
	slices.SortFunc(all, func(a, b duty) int {
		return cmp.Or(a.due.Compare(b.due), cmp.Compare(a.form, b.form), cmp.Compare(a.period, b.period), cmp.Compare(a.unit, b.unit))
	})
	return all
}

// dutySum adds a figure of returns that are owed up.
func (c *composer) dutySum(all []duty, measure string) (sum Formula) {
	for _, d := range all {
		sum = sum.with(c.figure("mart_completeness", measure, "unit_code", d.unit, "form_of_return", d.form, "period", d.period))
	}
	return sum
}

// dutyGrid is a table of duties, those of one day, form of return and period in a row.
func (c *composer) dutyGrid(caption string, all []duty, measures ...string) {
	g := &Grid{Small: true, Note: c.say("report.note.duties"), Cols: []Col{{c.say("report.col.due"), 14, true}, {c.say("report.col.return"), 34, true}, {c.say("report.col.period"), 18, true}}}
	t := c.table("completeness")
	for _, m := range measures {
		g.Cols = append(g.Cols, Col{t.Columns[t.Col(m)].Title.In(c.in.Lang), 11, false})
	}
	row := func(labels [3]string, strong bool, of []duty) {
		r := Row{Bold: strong, Cells: [][]Span{words(labels[0]), words(labels[1]), words(labels[2])}}
		for _, m := range measures {
			r.Cells = append(r.Cells, c.cell(Count, c.dutySum(of, m)))
		}
		g.Rows = append(g.Rows, r)
	}
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].is(all[from]) {
			to++
		}
		d := all[from]
		row([3]string{c.day(d.due), c.say("page.return." + d.form), c.periodWords(d.period)}, false, all[from:to])
		from = to
	}
	row([3]string{c.say("report.row.total"), "", ""}, true, all)
	c.grid(caption, g, c.period())
}

// periodWords names a period as returns state it.
func (c *composer) periodWords(text string) string {
	p, err := data.ParseReportPeriod(text)
	if err != nil { // a cycle between congresses
		return text
	}
	return p.Words(c.in.Lang)
}

func (c *composer) day(d data.Date) string {
	return c.date(table.DateOf(d.Time()))
}

// dutiesNow are the duties of the period that the report is of.
func (c *composer) dutiesNow() []duty {
	return c.dutiesOf(func(d duty) bool { return d.ofPeriod(c.in.Period.Days()) })
}

// duties: which returns were due within the period or are of it, and how they stand.
func (c *composer) duties() {
	c.heading(Section, "report.section.duties")
	all := c.dutiesNow()
	if all == nil {
		c.para(words(c.say("report.duties.nothing", c.period())))
		return
	}
	of := func(measure string) Span { return c.num(Count, c.dutySum(all, measure)) }
	expected, accepted := c.dutySum(all, "expected_count"), c.dutySum(all, "accepted_count")
	c.para(c.spans("report.duties.lead", parts{"period": upper(c.period()), "n": c.num(Count, expected), "accepted": c.num(Count, accepted), "share": c.num(Share, accepted.share(expected)),
		"on_time": of("on_time_count"), "late": of("late_count"), "held": of("held_count"), "refused": of("refused_count"), "missing": of("missing_count")}))
	c.dutyGrid("report.caption.duties", all, "expected_count", "on_time_count", "late_count", "held_count", "refused_count", "missing_count")
}

// annexDuties lists the returns of the period that do not count yet.
func (c *composer) annexDuties() {
	t := c.table("completeness")
	g := &Grid{Small: true, Cols: []Col{{c.say("report.col.unit"), 40, true}, {c.say("report.col.return"), 34, true}, {c.say("report.col.period"), 24, true},
		{c.say("report.col.due"), 14, true}, {c.say("report.col.standing"), 18, true}}}
	for _, d := range c.dutiesNow() {
		if accepted, _ := t.Int(d.row, "accepted_count"); accepted == 0 {
			g.Rows = append(g.Rows, Row{Cells: [][]Span{words(d.name), words(c.say("page.return." + d.form)), words(c.periodWords(d.period)), words(c.day(d.due)),
				words(t.Text(d.row, "standing_"+c.in.Lang))}})
		}
	}
	if g.Rows == nil {
		return
	}
	c.annexed("report.annex.duties", c.period())
	c.add(Block{Table: g})
}

// stock is what people write of a part of a year that is over.
func (c *composer) stock() {
	c.heading(Part, "report.part.judgement")
	for _, name := range []string{"strengths", "limits", "causes"} {
		c.heading(Section, "report.section."+name)
		c.place(name)
	}
}

// untilYearEnd: what is due until the year is over, as the list of obligations has it, and what people write of it.
func (c *composer) untilYearEnd() {
	end := data.YearEnd(c.in.Period.To)
	days := c.in.Period.Days()
	if next := days.To.AddDays(1); !end.Before(next) {
		c.heading(Part, "report.part.year_end")
		if all := c.dutiesOf(func(d duty) bool { return !d.ofPeriod(days) && (data.Period{From: next, To: end}).Holds(d.due) }); all != nil {
			c.para(c.spans("report.year_end.lead", parts{"day": c.day(end), "n": c.num(Count, c.dutySum(all, "expected_count")), "accepted": c.num(Count, c.dutySum(all, "accepted_count"))}))
			c.dutyGrid("report.caption.year_end", all, "expected_count", "accepted_count")
		} else {
			c.para(words(c.say("report.year_end.nothing", c.day(end))))
		}
		c.place("year_end_movements")
		c.place("year_end_awards")
	} else {
		c.heading(Part, "report.part.plans")
		c.place("plans")
	}
	c.heading(Part, "report.part.proposals")
	c.place("proposals")
}

package report

import "tdkt/data"

// partSections are the results of a part of a year or of a school year: only forms are told by such periods.
var partSections = map[string]section{
	"period_general": {(*composer).periodGeneral, []string{"dim-form", "by-period"}},
	"period_forms":   {(*composer).periodForms, []string{"dim-form", "by-period"}},
	"period_limits":  {(*composer).periodLimits, nil},
}

// ofPeriod adds a figure of forms up over forms, in a period that is not whole years.
func (c *composer) ofPeriod(p data.ReportPeriod, measure string, forms ...string) (sum Formula) {
	if p.IsZero() {
		return sum
	}
	for _, form := range forms {
		sum.Plus = append(sum.Plus, c.figure("mart_form_period", measure, "period", p.String(), "form_code", form).Plus...)
	}
	return sum
}

// allForms are the codes of every form, those without figures too: one that is awarded later must not be missing in a sum.
func (c *composer) allForms() (codes []string) {
	for _, m := range c.members("dim-form", "form_code", "form") {
		codes = append(codes, m.Code)
	}
	return codes
}

// periodGeneral: what lies within the period, and what no return splits by it.
func (c *composer) periodGeneral() {
	c.heading(Section, "report.section.general")
	forms := c.allForms()
	of := func(p data.ReportPeriod, m string) Formula { return c.ofPeriod(p, m, forms...) }
	all, before := of(c.in.Period, "award_count"), of(c.in.Compare, "award_count")
	apart := of(c.in.Period, "not_split_count")
	limits := c.spans("report.period.apart", parts{"n": c.num(Told, apart)})
	if !c.stated(all) {
		c.para(words(c.say("report.general.nothing", c.period())), limits)
		return
	}
	coll, house, person := of(c.in.Period, "collective_count"), of(c.in.Period, "household_count"), of(c.in.Period, "individual_count")
	rest := all.rest(coll, house, person)
	var rise, against []Span
	loose := of(c.in.Compare, "not_split_count")
	switch {
	case before.Plus == nil || !c.stated(before):
	case c.value(loose).Num > 0 || c.value(apart).Num > 0: // what lies in the period is not known whole on both sides
		against = c.spans("report.period.no_rise", parts{"compare": upper(c.compare()), "before": c.num(Count, before), "loose": c.num(Count, loose)})
	default:
		rise = c.rise(all, before)
	}
	c.para(
		c.spans("report.general.total", parts{"period": upper(c.period()), "n": c.num(Count, all), "rise": rise}),
		c.spans("report.general.kinds", parts{
			"coll": c.num(Count, coll), "coll_share": c.num(Share, coll.share(all)), "house": c.num(Count, house), "house_share": c.num(Share, house.share(all)),
			"person": c.num(Count, person), "person_share": c.num(Share, person.share(all)), "rest": c.num(Count, rest), "rest_share": c.num(Share, rest.share(all)),
		}))
	c.para(c.spans("report.period.sources", parts{"list": c.num(Told, of(c.in.Period, "list_count")), "tally": c.num(Told, of(c.in.Period, "tally_count"))}), limits, against)
}

// periodForms is the table of forms of a period.
func (c *composer) periodForms() {
	c.heading(Section, "report.section.by_form")
	g := &Grid{Cols: []Col{{c.say("report.col.form"), 40, true}}, Note: c.say("report.note.period"), Small: true}
	measures := []string{"award_count", "collective_count", "household_count", "individual_count", "not_split_count"}
	for _, key := range []string{"awards", "collectives", "households", "persons", "not_split"} {
		g.Cols = append(g.Cols, Col{c.say("report.series.col." + key), 12, false})
	}
	row := func(label string, strong bool, forms ...string) bool {
		r := Row{Bold: strong, Cells: [][]Span{words(label)}}
		any := false
		for _, m := range measures {
			f := c.ofPeriod(c.in.Period, m, forms...)
			any = any || c.stated(f)
			r.Cells = append(r.Cells, c.cell(Count, f))
		}
		if any {
			g.Rows = append(g.Rows, r)
		}
		return any
	}
	found := false
	for _, m := range c.members("dim-form", "form_code", "form") {
		found = row(m.Label, false, m.Code) || found
	}
	if !found {
		c.para(words(c.say("report.general.nothing", c.period())))
		return
	}
	row(c.say("report.row.total"), true, c.allForms()...)
	c.grid("report.caption.forms_period", g, c.period())
}

// periodLimits says what such a period cannot tell.
func (c *composer) periodLimits() {
	c.heading(Section, "report.section.limits_of_period")
	c.para(words(c.say("report.period.limits", c.period())))
}

package report

import (
	"fmt"
	"strconv"

	"tdkt/data"
)

// yearSections are the results of whole years.
var yearSections = map[string]section{
	"general":      {(*composer).general, []string{"by-beneficiary", "by-level-year"}},
	"forms":        {(*composer).forms, []string{"dim-form", "dim-level", "by-beneficiary", "by-form-year", "by-level-year"}},
	"people":       {(*composer).people, []string{"by-beneficiary"}},
	"achievements": {(*composer).achievements, []string{"dim-achievement", "by-beneficiary", "by-achievement"}},
	"units":        {(*composer).units, []string{"dim-unit", "dim-cluster", "by-beneficiary", "by-unit", "by-cluster"}},
	"changes":      {(*composer).changes, []string{"completeness-year", "by-beneficiary", "by-level-year"}},
	"series":       {(*composer).series, []string{"dim-form", "completeness-year", "law-breaks", "by-beneficiary", "by-form-year", "by-level-year"}},
}

// totals of the period, and of what it is compared with.
func (c *composer) people0(measure string) Formula {
	return c.over(years(c.in.Period), "mart_beneficiary_year", measure)
}

func (c *composer) peopleBefore(measure string) Formula {
	return c.over(years(c.in.Compare), "mart_beneficiary_year", measure)
}

func (c *composer) level(years []int, code string) Formula {
	return c.over(years, "mart_level_year", "award_count", "level_code", code)
}

// before are the years that the period is compared with; none where nothing is compared or nothing is known of them.
func (c *composer) before() []int {
	if y := years(c.in.Compare); y != nil && c.stated(c.over(y, "mart_beneficiary_year", "award_count")) {
		return y
	}
	return nil
}

// rise is ", tăng 12,34 % so với năm 2024 (1.200 lượt)"; nothing where nothing is compared.
func (c *composer) rise(now, before Formula) []Span {
	if len(before.Plus) == 0 || !c.stated(before) {
		return nil
	}
	return c.spans("report.rise", parts{"rise": c.num(Risen, now.change(before)), "compare": c.compare(), "before": c.num(Count, before)})
}

// general: how many awards, of which kinds of recipient, of which level.
func (c *composer) general() {
	c.heading(Section, "report.section.general")
	all, coll, house, person := c.people0("award_count"), c.people0("collective_count"), c.people0("household_count"), c.people0("individual_count")
	if !c.stated(all) {
		c.para(words(c.say("report.general.nothing", c.period())))
		return
	}
	rest := all.rest(coll, house, person)
	c.para(
		c.spans("report.general.total", parts{"period": upper(c.period()), "n": c.num(Count, all), "rise": c.rise(all, c.peopleBefore("award_count"))}),
		c.spans("report.general.kinds", parts{
			"coll": c.num(Count, coll), "coll_share": c.num(Share, coll.share(all)), "house": c.num(Count, house), "house_share": c.num(Share, house.share(all)),
			"person": c.num(Count, person), "person_share": c.num(Share, person.share(all)), "rest": c.num(Count, rest), "rest_share": c.num(Share, rest.share(all)),
		}))
	state, before := c.level(years(c.in.Period), "nha_nuoc"), c.level(years(c.in.Compare), "nha_nuoc")
	province := c.level(years(c.in.Period), "tinh")
	c.para(
		c.spans("report.general.state", parts{"n": c.num(Count, state), "share": c.num(Share, state.share(all)), "rise": c.rise(state, before)}),
		c.spans("report.general.province", parts{"n": c.num(Count, province), "share": c.num(Share, province.share(all))}))
	worker, unclear := c.people0("direct_worker_count"), c.people0("class_unknown_count")
	c.para(c.spans("report.general.workers", parts{
		"n": c.num(Count, worker), "of": c.num(Count, person), "share": c.num(Share, worker.share(person)), "unknown": c.num(Share, unclear.share(person)),
	}))
}

// forms: by family in the text, every form in the annex; then by level.
func (c *composer) forms() {
	c.heading(Section, "report.section.forms")
	c.heading(Point, "report.point.forms")
	c.para(words(c.say("report.forms.lead")))
	c.familyGrid("report.caption.families", func(years []int, code string) Formula {
		return c.over(years, "mart_form_year", "award_count", "form_code", code)
	})
	c.heading(Point, "report.point.levels")
	all := c.people0("award_count")
	unknown := c.level(years(c.in.Period), "chua_ro")
	c.para(words(c.say("report.levels.lead")), c.spans("report.levels.unknown", parts{"n": c.num(Count, unknown), "share": c.num(Share, unknown.share(all))}))
	c.dimensionGrid("report.caption.levels", "report.col.level", c.members("dim-level", "level_code", "level"), c.level, all)
}

// families are the forms of each family.
func (c *composer) families() (all []member, forms map[string][]string) {
	t := c.table("dim-form")
	forms = map[string][]string{}
	order := map[string]int64{}
	for r := range t.Rows {
		code := t.Text(r, "family_code")
		if forms[code] == nil {
			all = append(all, member{code, t.Text(r, "family_"+c.in.Lang)})
			order[code], _ = t.Int(r, "family_order")
		}
		forms[code] = append(forms[code], t.Text(r, "form_code"))
	}
	sortBy(all, func(m member) int64 { return order[m.Code] })
	return all, forms
}

// familyGrid is a table by family of forms: the period, its share, what it is compared with.
func (c *composer) familyGrid(caption string, of func(years []int, code string) Formula) {
	families, forms := c.families()
	sum := func(y []int, family string) (s Formula) {
		for _, form := range forms[family] {
			s.Plus = append(s.Plus, of(y, form).Plus...)
		}
		return s
	}
	c.dimensionGrid(caption, "report.col.family", families, sum, c.people0("award_count"))
}

// dimensionGrid is a table with a row a member: count, share of all, and the change where something is compared.
func (c *composer) dimensionGrid(caption, head string, members []member, of func(years []int, code string) Formula, all Formula) {
	g := &Grid{Cols: []Col{{c.say(head), 40, true}, {c.say("report.col.awards"), 14, false}, {c.say("report.col.share"), 14, false}}, Note: c.say("report.note.dash")}
	before := c.before()
	if before != nil {
		g.Cols = append(g.Cols, Col{c.say("report.col.of", c.compare()), 16, false}, Col{c.say("report.col.change"), 16, false})
	}
	row := func(label string, now, then Formula, strong bool) {
		r := Row{Bold: strong, Cells: [][]Span{words(label), c.cell(Count, now), c.cell(Share, now.share(all))}}
		if before != nil {
			r.Cells = append(r.Cells, c.cell(Count, then), c.cell(Change, now.change(then)))
		}
		g.Rows = append(g.Rows, r)
	}
	var counted []Formula
	for _, m := range members {
		now, then := of(years(c.in.Period), m.Code), of(before, m.Code)
		counted = append(counted, now)
		if c.stated(now) || before != nil && c.stated(then) {
			row(m.Label, now, then, false)
		}
	}
	c.addsUp(caption, counted, all)
	row(c.say("report.row.total"), all, c.peopleBefore("award_count"), true)
	c.grid(caption, g)
}

// classes are the five exclusive classes of individuals and the unknown one, then the marks that go across them.
var classes = []string{"leader_ministry_province", "leader_department", "entrepreneur", "leader_other", "direct_worker", "class_unknown"}

var marks = []string{"direct_worker", "class_unknown", "woman", "woman_unknown", "youth", "youth_unknown"}

// people: for whom. Each share has the individuals below it and the unknown part beside it.
func (c *composer) people() {
	c.heading(Section, "report.section.people")
	person := c.people0("individual_count")
	if !c.stated(person) {
		c.para(words(c.say("report.people.nothing")))
		return
	}
	c.para(words(c.say("report.people.lead")), c.spans("report.people.base", parts{"n": c.num(Count, person)}))
	for _, mark := range []string{"direct_worker", "woman", "youth"} {
		yes, unknown := c.people0(mark+"_count"), c.people0(unknownOf(mark)+"_count")
		if !c.stated(yes) {
			c.add(Block{Style: Item, Spans: words(c.say("report.people." + mark + ".nothing"))})
			continue
		}
		c.add(Block{Style: Item, Spans: c.spans("report.people."+mark, parts{
			"n": c.num(Count, yes), "share": c.num(Share, yes.share(person)), "unknown": c.num(Count, unknown), "unknown_share": c.num(Share, unknown.share(person)),
			"of": c.num(Count, person),
		})})
	}
	g := &Grid{Cols: []Col{{c.say("report.col.class"), 46, true}, {c.say("report.col.awards"), 14, false}, {c.say("report.col.person_share"), 18, false}}, Note: c.say("report.note.people")}
	before := c.before()
	if before != nil {
		g.Cols = append(g.Cols, Col{c.say("report.col.of", c.compare()), 16, false}, Col{c.say("report.col.change"), 16, false})
	}
	row := func(measure string, strong bool) {
		now, then := c.people0(measure), c.peopleBefore(measure)
		r := Row{Bold: strong, Cells: [][]Span{words(c.measure(measure)), c.cell(Count, now), c.cell(Share, now.share(person))}}
		if before != nil {
			r.Cells = append(r.Cells, c.cell(Count, then), c.cell(Change, now.change(then)))
		}
		g.Rows = append(g.Rows, r)
	}
	across := func(key string) { g.Rows = append(g.Rows, Row{Cells: [][]Span{words(c.say(key))}}) }
	row("individual_count", true)
	across("report.row.classes")
	for _, m := range classes {
		row(m+"_count", false)
	}
	across("report.row.marks")
	for _, m := range marks[2:] {
		row(m+"_count", false)
	}
	c.grid("report.caption.people", g)
}

// unknownOf is the measure of those of whom it is not known.
func unknownOf(mark string) string {
	if mark == "direct_worker" {
		return "class_unknown"
	}
	return mark + "_unknown"
}

// measure is the name of a measure of the beneficiaries.
func (c *composer) measure(name string) string {
	t := c.table("by-beneficiary")
	if i := t.Col(name); i >= 0 {
		return t.Columns[i].Title.In(c.in.Lang)
	}
	c.faults = append(c.faults, "no measure "+name)
	return name
}

func (c *composer) achievement(years []int, code string) Formula {
	return c.over(years, "mart_achievement_year", "award_count", "achievement_code", code)
}

// achievements: for what.
func (c *composer) achievements() {
	c.heading(Section, "report.section.achievements")
	all := c.people0("award_count")
	y := years(c.in.Period)
	regular, topic, sudden, both := c.achievement(y, "thuong_xuyen"), c.achievement(y, "chuyen_de"), c.achievement(y, "dot_xuat"), c.achievement(y, "chuyen_de_dot_xuat")
	unknown := c.achievement(y, "chua_ro")
	c.para(
		c.spans("report.achievements.lead", parts{"n": c.num(Count, regular), "share": c.num(Share, regular.share(all)), "topic": c.num(Count, topic), "sudden": c.num(Count, sudden)}),
		c.spans("report.achievements.unknown", parts{"both": c.num(Count, both), "n": c.num(Count, unknown), "share": c.num(Share, unknown.share(all))}))
	c.dimensionGrid("report.caption.achievements", "report.col.achievement", c.members("dim-achievement", "achievement_code", "achievement"), c.achievement, all)
}

// changes: the headline figures beside those of the period compared.
func (c *composer) changes() {
	if c.in.Compare.IsZero() {
		return
	}
	c.heading(Section, "report.section.changes", c.compare())
	expected, complete, provisional := c.completeOf(c.in.Compare)
	key := "report.changes.lead"
	if !c.stated(c.peopleBefore("award_count")) {
		c.para(words(c.say("report.changes.nothing", c.compare())))
		return
	}
	if provisional {
		key += "_provisional"
	}
	all, before := c.people0("award_count"), c.peopleBefore("award_count")
	c.para(c.spans(key, parts{"by": c.num(RisenBy, all.less(before)), "rise": c.num(Change, all.change(before)), "compare": c.compare(),
		"complete": c.num(Count, complete), "expected": c.num(Count, expected)}))
	g := &Grid{Cols: []Col{{c.say("report.col.measure"), 42, true}, {upper(c.period()), 15, false}, {upper(c.compare()), 15, false}, {c.say("report.col.difference"), 13, false}, {c.say("report.col.change"), 15, false}},
		Note: c.say("report.note.change")}
	row := func(label string, now, then Formula) {
		g.Rows = append(g.Rows, Row{Cells: [][]Span{words(label), c.cell(Count, now), c.cell(Count, then), c.cell(Difference, now.less(then)), c.cell(Change, now.change(then))}})
	}
	for _, m := range []string{"award_count", "collective_count", "household_count", "individual_count"} {
		row(c.measure(m), c.people0(m), c.peopleBefore(m))
	}
	row(c.say("report.row.state"), c.level(years(c.in.Period), "nha_nuoc"), c.level(years(c.in.Compare), "nha_nuoc"))
	for _, m := range []string{"direct_worker_count", "class_unknown_count", "woman_count", "woman_unknown_count", "youth_count", "youth_unknown_count"} {
		row(c.measure(m), c.people0(m), c.peopleBefore(m))
	}
	c.grid("report.caption.changes", g)
}

// series: the years beside one another, with the breaks they cross.
func (c *composer) series() {
	all, without := c.seriesYears()
	first, last := strconv.Itoa(all[0]), strconv.Itoa(all[len(all)-1])
	var untold []Span
	if len(without) > 0 {
		of := data.YearPeriod(without[0])
		if last := without[len(without)-1]; last != without[0] {
			of = data.YearSpan(without[0], last)
		}
		untold = words(c.say("report.series.untold", of.Words(c.in.Lang)))
	}
	if len(all) == 1 && len(without) > 0 {
		c.heading(Section, "report.section.series", strconv.Itoa(without[0]), last)
		c.para(untold, c.yearUnknown())
		return
	}
	c.heading(Section, "report.section.series", first, last)
	sum := c.over(all, "mart_beneficiary_year", "award_count")
	var crossed []Span
	breaks := c.breaks(all[0], all[len(all)-1])
	if len(breaks) > 0 {
		crossed = words(c.say("report.series.breaks"))
	}
	c.para(c.spans("report.series.lead", parts{"from": first, "to": last, "n": c.num(Count, sum)}), c.focusSentence(), untold, c.yearUnknown(), crossed)
	for _, text := range breaks {
		c.add(Block{Style: Item, Spans: words(text)})
	}
	c.seriesGrid("report.caption.series", "report.note.series", []string{"awards", "state", "collectives", "households", "persons", "complete"}, func(y []int) [][]Span {
		of := func(m string) []Span { return c.cell(Count, c.over(y, "mart_beneficiary_year", m)) }
		complete, expected := c.over(y, "mart_completeness_year", "complete_unit_count"), c.over(y, "mart_completeness_year", "expected_unit_count")
		return [][]Span{of("award_count"), c.cell(Count, c.level(y, "nha_nuoc")), of("collective_count"), of("household_count"), of("individual_count"),
			{c.num(Count, complete), {Text: "/"}, c.num(Count, expected)}}
	})
	c.seriesGrid("report.caption.series_people", "report.note.series_people", []string{"persons", "workers", "unknown_workers", "women", "unknown_women", "youth", "unknown_youth"}, func(y []int) [][]Span {
		of := func(m string) Formula { return c.over(y, "mart_beneficiary_year", m+"_count") }
		cells := [][]Span{c.cell(Count, of("individual"))}
		for _, mark := range []string{"direct_worker", "woman", "youth"} {
			cells = append(cells, c.cell(Share, of(mark).share(of("individual"))), c.cell(Share, of(unknownOf(mark)).share(of("individual"))))
		}
		return cells
	})
}

// seriesYears are the years of the series. Before a single year those are left out that lie before the first of which any return
// tells, where nobody was known to owe one and nobody asks to look at them: they would look like years without awards.
func (c *composer) seriesYears() (all []int, without []int) {
	all = c.in.series()
	for len(all) > 1 && c.in.Period.From == c.in.Period.To && (c.in.Focus.IsZero() || all[0] < c.in.Focus.From) {
		standing, _ := c.yearStanding(all[0])
		if standing != "unknown" || c.stated(c.over(all[:1], "mart_beneficiary_year", "award_count")) {
			break
		}
		all, without = all[1:], append(without, all[0])
	}
	return all, without
}

// yearHead is a year as it heads a column or a bar, with a mark where its figures are not final.
func (c *composer) yearHead(y int) (label string, final bool) {
	label = fmt.Sprint(y)
	if code, _ := c.yearStanding(y); code != "final" {
		return label + " " + c.say("report.mark.provisional"), false
	}
	return label, true
}

// yearUnknown tells of awards of which no return says the year; no year holds them.
func (c *composer) yearUnknown() []Span {
	var n Formula
	for _, form := range c.allForms() {
		n = n.with(c.over([]int{0}, "mart_form_year", "award_count", "form_code", form))
	}
	if v := c.value(n); !v.Stated || v.Num == 0 {
		return nil
	}
	return c.spans("report.series.year_unknown", parts{"n": c.num(Count, n)})
}

// seriesGrid is a table with a row a year, then all years, then the focus years where some were named.
func (c *composer) seriesGrid(caption, note string, cols []string, cells func(years []int) [][]Span) {
	g := &Grid{Small: true, Note: c.say(note), Cols: []Col{{c.say("report.col.year"), 18, true}}}
	for _, key := range cols {
		g.Cols = append(g.Cols, Col{c.say("report.series.col." + key), 12, false})
	}
	row := func(label string, y []int, strong bool) {
		g.Rows = append(g.Rows, Row{Bold: strong, Cells: append([][]Span{words(label)}, cells(y)...)})
	}
	all, _ := c.seriesYears()
	for _, y := range all {
		label, _ := c.yearHead(y)
		row(label, []int{y}, false)
	}
	row(c.say("report.row.period"), all, true)
	if f := c.in.Focus; !f.IsZero() {
		row(c.say("report.row.focus", f.Words(c.in.Lang)), years(f), true)
	}
	c.grid(caption, g)
}

// focusSentence tells of the years looked at most, where some were named.
func (c *composer) focusSentence() []Span {
	if c.in.Focus.IsZero() {
		return nil
	}
	y := years(c.in.Focus)
	n, all := c.over(y, "mart_beneficiary_year", "award_count"), c.over(c.in.series(), "mart_beneficiary_year", "award_count")
	return c.spans("report.series.focus", parts{"focus": c.in.Focus.Words(c.in.Lang), "n": c.num(Count, n), "share": c.num(Share, n.share(all))})
}

// breaks are what changed within the years for all forms: laws, boundaries.
func (c *composer) breaks(from, to int) (all []string) {
	t := c.table("law-breaks")
	for r := range t.Rows {
		day := t.Text(r, "break_on")
		if t.Text(r, "form_code") == "" && len(day) > 4 && day[:4] >= strconv.Itoa(from) && day[:4] <= strconv.Itoa(to) {
			all = append(all, upper(t.Text(r, "text_"+c.in.Lang))+".")
		}
	}
	return all
}

package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/data"
)

// reviewSections are those of a review of several years: awards for the resistance wars, form by form, and regular awards by unit
// over the focus years (as the plan 67-KH/TU of Vĩnh Phúc, 21/9/2009, asks).
var reviewSections = map[string]section{
	"review_leadership":        {(*composer).reviewLeadership, nil},
	"review_resistance":        {(*composer).reviewResistance, []string{"dim-form", "dim-achievement", "review-forms", "completeness-year"}},
	"review_regular":           {(*composer).reviewRegular, []string{"review-unit-year", "completeness-year"}},
	"review_organisation":      {(*composer).reviewOrganisation, nil},
	"annex_review_departments": {(*composer).annexReviewDepartments, []string{"review-unit-year", "completeness-year"}},
	"annex_review_places":      {(*composer).annexReviewPlaces, []string{"review-unit-year", "completeness-year"}},
	"annex_review_today":       {(*composer).annexReviewToday, []string{"review-unit-year", "completeness-year"}},
	"annex_review_words":       {annexWords("awards", "year", "resistance", "regular", "unknown", "blank", "views", "complete", "trace"), nil},
}

// focus are the focus years; all years where none were named.
func (c *composer) focus() []int {
	if c.in.Focus.IsZero() {
		return years(c.in.Period)
	}
	return years(c.in.Focus)
}

// focusWords names the focus years.
func (c *composer) focusWords() string {
	if c.in.Focus.IsZero() {
		return c.period()
	}
	return c.in.Focus.Words(c.in.Lang)
}

func (c *composer) reviewLeadership() {
	c.heading(Part, "report.part.review_leadership")
	for _, name := range []string{"awareness", "movement_results", "exemplars", "legal"} {
		c.heading(Section, "report.section."+name)
		c.place(name)
	}
}

func (c *composer) reviewOrganisation() {
	c.heading(Part, "report.part.review_organisation")
	c.place("councils")
	c.place("staff")
}

// resistanceGroups are what a review asks of the resistance, by what the names of the forms begin with; the last takes the rest.
var resistanceGroups = []struct{ key, begins string }{
	{"orders", "Huân chương"}, {"medals", "Huy chương"}, {"prime_minister", "Bằng khen của Thủ tướng"}, {"chairman", "Bằng khen của Chủ tịch UBND"}, {"others", ""},
}

// resistance has the forms of each group, and the awards of each for the resistance. A form of the resistance has all its awards
// there, another those for that achievement.
func (c *composer) resistance() (groups map[string][]member, of func(years []int, forms ...member) Formula) {
	groups = map[string][]member{}
	family := map[string]string{}
	t := c.table("dim-form")
	for r := range t.Rows {
		code, name := t.Text(r, "form_code"), t.Text(r, "form_vi")
		family[code] = t.Text(r, "family_code")
		for _, g := range resistanceGroups {
			if strings.HasPrefix(name, g.begins) {
				groups[g.key] = append(groups[g.key], member{code, t.Text(r, "form_"+c.in.Lang)})
				break
			}
		}
	}
	var all []string
	for _, a := range c.members("dim-achievement", "achievement_code", "achievement") {
		all = append(all, a.Code)
	}
	return groups, func(years []int, forms ...member) (sum Formula) {
		for _, f := range forms {
			codes := []string{"khang_chien"}
			if family[f.Code] == "resistance" {
				codes = all
			}
			for _, a := range codes {
				sum = sum.with(c.over(years, "mart_achievement_year", "award_count", "form_code", f.Code, "achievement_code", a))
			}
		}
		return sum
	}
}

// reviewResistance: each form for the resistance wars and the backlog, by year.
func (c *composer) reviewResistance() {
	c.heading(Section, "report.section.review_resistance")
	groups, of := c.resistance()
	span := years(c.in.Period)
	var every []member
	for _, g := range resistanceGroups {
		every = append(every, groups[g.key]...)
	}
	all := of(span, every...)
	var unknown Formula
	for _, f := range append(slices.Clone(groups["prime_minister"]), groups["chairman"]...) {
		unknown = unknown.with(c.over(span, "mart_achievement_year", "award_count", "form_code", f.Code, "achievement_code", "chua_ro"))
	}
	loose := c.spans("report.review.resistance_unknown", parts{"n": c.num(Count, unknown)})
	if !c.stated(all) {
		c.para(words(c.say("report.review.resistance_nothing", c.period())), loose)
		c.place("resistance")
		return
	}
	var items [][]Span
	for _, g := range resistanceGroups {
		if n := of(span, groups[g.key]...); c.stated(n) {
			items = append(items, c.spans("report.review.group", parts{"group": lower(c.say("report.review.group." + g.key)), "n": c.num(Count, n), "share": c.num(Share, n.share(all))}))
		}
	}
	first, last := of(span[:1], every...), of(span[len(span)-1:], every...)
	c.para(c.spans("report.review.resistance_lead", parts{"period": upper(c.period()), "n": c.num(Count, all), "groups": listed(items)}),
		c.spans("report.review.resistance_ends", parts{"from": fmt.Sprint(span[0]), "first": c.num(Count, first), "to": fmt.Sprint(span[len(span)-1]), "last": c.num(Count, last)}), loose)
	g := &Grid{Small: true, Note: c.say("report.note.review_resistance"), Cols: []Col{{c.say("report.col.form"), 36, true}}}
	for _, y := range span {
		label, _ := c.yearHead(y)
		g.Cols = append(g.Cols, Col{label, 10, false})
	}
	g.Cols = append(g.Cols, Col{c.say("report.row.period"), 11, false}, Col{c.say("report.col.share"), 14, false})
	row := func(label string, strong bool, forms ...member) {
		r := Row{Bold: strong, Cells: [][]Span{words(label)}}
		for _, y := range span {
			r.Cells = append(r.Cells, c.cell(Count, of([]int{y}, forms...)))
		}
		n := of(span, forms...)
		g.Rows = append(g.Rows, Row{Bold: strong, Cells: append(r.Cells, c.cell(Count, n), c.cell(Share, n.share(all)))})
	}
	for _, group := range resistanceGroups {
		row(c.say("report.review.group."+group.key), true, groups[group.key]...)
		if len(groups[group.key]) == 1 {
			continue
		}
		for _, f := range groups[group.key] {
			if n := c.value(of(span, f)); n.Num != 0 {
				row("– "+f.Label, false, f)
			}
		}
	}
	row(c.say("report.row.total"), true, every...)
	c.grid("report.caption.review_resistance", g, c.period())
	c.place("resistance")
}

// view are the boundaries in which the units of the focus years are told: those of the last day of districts, until 30/6/2025; for
// later years, those of today.
func (c *composer) view() string {
	if f := c.focus(); f[len(f)-1] < data.MergerDay.Year {
		return "districts"
	}
	return "today"
}

// notCarried stands for what a view of boundaries cannot give to a unit.
const notCarried = "khong_quy_doi"

// reviewUnits are the units with awards in the focus years in a view, by kind; what cannot be carried comes last, without a kind.
func (c *composer) reviewUnits(view string) (all []member, kind map[string]string) {
	t := c.table("review-unit-year")
	kind = map[string]string{}
	for r := range t.Rows {
		y, _ := t.Int(r, "award_year")
		code := t.Text(r, "unit_code")
		if _, seen := kind[code]; seen || t.Text(r, "boundaries") != view || !slices.Contains(c.focus(), int(y)) {
			continue
		}
		kind[code] = t.Text(r, "unit_kind")
		name := c.placed(t.Text(r, "unit_name"), t.Text(r, "parent_name"))
		if code == notCarried {
			kind[code], name = "", c.say("report.row.not_carried")
		}
		all = append(all, member{code, name})
	}
	at := func(m member) int {
		if i := slices.Index(unitKinds, kind[m.Code]); i >= 0 {
			return i
		}
		return len(unitKinds)
	}
	slices.SortFunc(all, func(a, b member) int { return cmp.Or(cmp.Compare(at(a), at(b)), strings.Compare(a.Code, b.Code)) })
	return all, kind
}

// reviewed are awards of a type in a view: of some units, or of all where none are named.
func (c *composer) reviewed(years []int, view, code string, units ...member) (sum Formula) {
	if units == nil {
		return c.over(years, "mart_review_unit_year", "award_count", "boundaries", view, "review_code", code)
	}
	for _, u := range units {
		sum = sum.with(c.over(years, "mart_review_unit_year", "award_count", "boundaries", view, "unit_code", u.Code, "review_code", code))
	}
	return sum
}

// reviewGrid begins a table with the regular awards of each focus year, their sum, its share and change, and those of no known type.
func (c *composer) reviewGrid(head, note string) *Grid {
	f := c.focus()
	g := &Grid{Small: true, Note: c.say(note), Cols: []Col{{c.say(head), 40, true}}}
	for _, y := range f {
		label, _ := c.yearHead(y)
		g.Cols = append(g.Cols, Col{label, 11, false})
	}
	g.Cols = append(g.Cols, Col{c.say("report.col.sum"), 11, false}, Col{c.say("report.col.share"), 14, false})
	if len(f) > 1 {
		g.Cols = append(g.Cols, Col{c.say("report.col.change_ends", fmt.Sprint(f[len(f)-1]), fmt.Sprint(f[0])), 17, false})
	}
	g.Cols = append(g.Cols, Col{c.say("report.col.type_unknown"), 13, false})
	return g
}

func (c *composer) reviewRow(g *Grid, label string, strong bool, view string, all Formula, units ...member) {
	f := c.focus()
	r := Row{Bold: strong, Cells: [][]Span{words(label)}}
	for _, y := range f {
		r.Cells = append(r.Cells, c.cell(Count, c.reviewed([]int{y}, view, "thuong_xuyen", units...)))
	}
	n := c.reviewed(f, view, "thuong_xuyen", units...)
	r.Cells = append(r.Cells, c.cell(Count, n), c.cell(Share, n.share(all)))
	if len(f) > 1 {
		first, last := c.reviewed(f[:1], view, "thuong_xuyen", units...), c.reviewed(f[len(f)-1:], view, "thuong_xuyen", units...)
		r.Cells = append(r.Cells, c.cell(Change, last.change(first)))
	}
	g.Rows = append(g.Rows, Row{Bold: strong, Cells: append(r.Cells, c.cell(Count, c.reviewed(f, view, "chua_ro", units...)))})
}

// ofKind keeps the units of a kind; "" is what cannot be carried.
func ofKind(all []member, kind map[string]string, k string) (of []member) {
	for _, m := range all {
		if kind[m.Code] == k {
			of = append(of, m)
		}
	}
	return of
}

// reviewRegular: regular awards over the focus years, by kind of unit.
func (c *composer) reviewRegular() {
	c.heading(Section, "report.section.review_regular", c.focusWords())
	view, f := c.view(), c.focus()
	all, unknown := c.reviewed(f, view, "thuong_xuyen"), c.reviewed(f, view, "chua_ro")
	if !c.stated(all) {
		c.para(c.spans("report.review.regular_nothing", parts{"focus": c.focusWords(), "n": c.num(Count, unknown)}))
		c.place("regular")
		return
	}
	units, kind := c.reviewUnits(view)
	g := c.reviewGrid("report.col.kind", "report.note.review_units")
	var items [][]Span
	var counted []Formula
	for _, k := range append(slices.Clone(unitKinds), "") {
		of := ofKind(units, kind, k)
		if of == nil {
			continue
		}
		label := c.say("report.row.not_carried")
		if k != "" {
			label = c.say("report.kind." + k)
		}
		n := c.reviewed(f, view, "thuong_xuyen", of...)
		counted = append(counted, n)
		if c.stated(n) {
			items = append(items, c.spans("report.units.kind", parts{"kind": lower(label), "n": c.num(Count, n), "share": c.num(Share, n.share(all))}))
		}
		c.reviewRow(g, label, false, view, all, of...)
	}
	c.addsUp("regular awards by kind of unit", counted, all)
	c.reviewRow(g, c.say("report.row.total"), true, view, all)
	lead := c.spans("report.review.regular_lead", parts{"focus": upper(c.focusWords()), "n": c.num(Count, all), "kinds": listed(items)})
	var ends []Span
	if len(f) > 1 {
		first, last := c.reviewed(f[:1], view, "thuong_xuyen"), c.reviewed(f[len(f)-1:], view, "thuong_xuyen")
		ends = c.spans("report.review.regular_ends", parts{"to": fmt.Sprint(f[len(f)-1]), "last": c.num(Count, last), "rise": c.num(Risen, last.change(first)), "from": fmt.Sprint(f[0]), "first": c.num(Count, first)})
	}
	c.para(lead, ends, c.spans("report.review.regular_unknown", parts{"n": c.num(Count, unknown)}))
	c.para(words(c.say("report.review.view." + view)))
	c.grid("report.caption.review_regular", g, c.focusWords())
	c.place("regular")
}

// reviewAnnex is a table of units of some kinds in a view.
func (c *composer) reviewAnnex(title, note, view string, kinds ...string) {
	units, kind := c.reviewUnits(view)
	g := c.reviewGrid("report.col.unit", note)
	all := c.reviewed(c.focus(), view, "thuong_xuyen")
	var every []member
	for _, k := range kinds {
		of := ofKind(units, kind, k)
		if of == nil {
			continue
		}
		if every = append(every, of...); k != "" {
			g.Rows = append(g.Rows, Row{Cells: [][]Span{words(c.say("report.kind." + k))}})
		}
		for _, m := range of {
			c.reviewRow(g, m.Label, false, view, all, m)
		}
		if len(of) > 1 {
			c.reviewRow(g, c.say("report.row.sum_of", lower(c.say("report.kind."+k))), true, view, all, of...)
		}
	}
	if every == nil {
		return
	}
	c.annexed(title, c.focusWords())
	c.add(Block{Table: g})
	c.add(Block{Style: Note, Spans: words(g.Note)})
}

func (c *composer) annexReviewDepartments() {
	c.reviewAnnex("report.annex.review_departments", "report.note.review_units", c.view(), "department", "mass_organisation", "enterprise", "school_or_hospital", "other")
}

func (c *composer) annexReviewPlaces() {
	c.reviewAnnex("report.annex.review_places", "report.note.review_units", c.view(), "district", "commune", "")
}

// annexReviewToday has the units of today with all that their predecessors had, where the text tells of older boundaries.
func (c *composer) annexReviewToday() {
	if c.view() != "today" {
		c.reviewAnnex("report.annex.review_today", "report.note.review_today", "today", append(slices.Clone(unitKinds), "")...)
	}
}

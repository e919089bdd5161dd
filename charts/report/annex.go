package report

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/queries/table"
)

// annexSections are the annexes.
var annexSections = map[string]section{
	"annex_forms":        {(*composer).annexForms, []string{"dim-form", "by-beneficiary", "by-beneficiary-form"}},
	"annex_achievements": {(*composer).annexAchievements, []string{"dim-form", "dim-achievement", "by-beneficiary", "by-form-year", "by-achievement", "by-form-achievement"}},
	"annex_units":        {(*composer).annexUnits, []string{"by-beneficiary", "by-unit"}},
	"annex_clusters":     {(*composer).annexClusters, []string{"dim-unit", "dim-cluster", "by-cluster"}},
	"annex_series":       {(*composer).annexSeries, []string{"dim-form", "completeness-year", "by-beneficiary", "by-form-year"}},
	"annex_returns":      {(*composer).annexReturns, []string{"completeness"}},
	"annex_words":        {annexWords("awards", "year", "workers", "women", "youth", "unknown", "blank", "merged", "level", "complete", "trace"), nil},
	"annex_period_words": {annexWords("awards", "period", "blank", "complete", "trace"), nil},
}

// recipients are the columns of who received an award; those with a mark carry its share of the individuals and the unknown share.
func (c *composer) recipientCols(first string) *Grid {
	g := &Grid{Small: true, Note: c.say("report.note.annex"), Cols: []Col{{c.say(first), 70, true}}}
	for _, key := range []string{"awards", "collectives", "households", "persons", "rest"} {
		g.Cols = append(g.Cols, Col{c.say("report.annex.col." + key), 17, false})
	}
	for _, key := range []string{"workers", "women", "youth"} {
		g.Cols = append(g.Cols, Col{c.say("report.annex.col." + key), 17, false}, Col{c.say("report.series.col." + key), 22, false}, Col{c.say("report.series.col.unknown_" + key), 22, false})
	}
	return g
}

// recipientCells are a row's cells under recipientCols.
func (c *composer) recipientCells(of func(measure string) Formula) (cells [][]Span) {
	all, person := of("award_count"), of("individual_count")
	coll, house := of("collective_count"), of("household_count")
	cells = [][]Span{c.cell(Count, all), c.cell(Count, coll), c.cell(Count, house), c.cell(Count, person), c.cell(Count, all.rest(coll, house, person))}
	for _, mark := range []string{"direct_worker", "woman", "youth"} {
		yes, unknown := of(mark+"_count"), of(unknownOf(mark)+"_count")
		cells = append(cells, c.cell(Count, yes), c.cell(Share, yes.share(person)), c.cell(Share, unknown.share(person)))
	}
	return cells
}

// annexForms has every form with who received it.
func (c *composer) annexForms() {
	c.annexed("report.annex.forms", c.period())
	y := years(c.in.Period)
	g := c.recipientCols("report.col.form")
	for _, m := range c.members("dim-form", "form_code", "form") {
		of := func(measure string) Formula { return c.over(y, "mart_beneficiary_year", measure, "form_code", m.Code) }
		if c.stated(of("award_count")) {
			g.Rows = append(g.Rows, Row{Cells: append([][]Span{words(m.Label)}, c.recipientCells(of)...)})
		}
	}
	g.Rows = append(g.Rows, Row{Bold: true, Cells: append([][]Span{words(c.say("report.row.total"))}, c.recipientCells(c.people0)...)})
	c.add(Block{Table: g})
	c.add(Block{Style: Note, Spans: words(g.Note)})
}

// annexAchievements has every form by type of achievement.
func (c *composer) annexAchievements() {
	c.annexed("report.annex.achievements", c.period())
	y := years(c.in.Period)
	types := c.having(c.members("dim-achievement", "achievement_code", "achievement"), func(code string) Formula { return c.achievement(y, code) })
	g := &Grid{Small: true, Note: c.say("report.note.dash"), Cols: []Col{{c.say("report.col.form"), 38, true}, {c.say("report.series.col.awards"), 10, false}}}
	for _, t := range types {
		g.Cols = append(g.Cols, Col{t.Label, 11, false})
	}
	for _, m := range c.members("dim-form", "form_code", "form") {
		all := c.over(y, "mart_form_year", "award_count", "form_code", m.Code)
		if !c.stated(all) {
			continue
		}
		r := Row{Cells: [][]Span{words(m.Label), c.cell(Count, all)}}
		for _, t := range types {
			r.Cells = append(r.Cells, c.cell(Count, c.over(y, "mart_achievement_year", "award_count", "form_code", m.Code, "achievement_code", t.Code)))
		}
		g.Rows = append(g.Rows, r)
	}
	total := Row{Bold: true, Cells: [][]Span{words(c.say("report.row.total")), c.cell(Count, c.people0("award_count"))}}
	for _, t := range types {
		total.Cells = append(total.Cells, c.cell(Count, c.achievement(y, t.Code)))
	}
	g.Rows = append(g.Rows, total)
	c.add(Block{Table: g})
	c.add(Block{Style: Note, Spans: words(g.Note)})
}

// unitKinds is the order of kinds of unit in lists.
var unitKinds = []string{"department", "mass_organisation", "district", "commune", "enterprise", "school_or_hospital", "other"}

// unitsOf are the units with figures in the period: by kind, those of a kind in the order of their code.
func (c *composer) unitsOf() (all []member, kind map[string]string) {
	t := c.table("by-unit")
	kind = map[string]string{}
	for r := range t.Rows {
		code := t.Text(r, "unit_code")
		if _, seen := kind[code]; seen || !c.inPeriod(t, r) {
			continue
		}
		kind[code] = t.Text(r, "unit_kind")
		all = append(all, member{code, c.placed(t.Text(r, "unit_name"), t.Text(r, "parent_name"))})
	}
	slices.SortFunc(all, func(a, b member) int { return strings.Compare(a.Code, b.Code) })
	sortBy(all, func(m member) int64 { return int64(slices.Index(unitKinds, kind[m.Code])) })
	return all, kind
}

func (c *composer) inPeriod(t table.Table, row int) bool {
	y, _ := t.Int(row, "award_year")
	return int(y) >= c.in.Period.From && int(y) <= c.in.Period.To
}

// placed adds to a unit's name where it lies, unless that is the province today.
func (c *composer) placed(name, parent string) string {
	bare := strings.TrimPrefix(strings.TrimPrefix(parent, "Tỉnh "), "Thành phố ")
	if parent == "" || bare == c.in.Province {
		return name
	}
	return name + " (" + parent + ")"
}

func (c *composer) unit(measure, code string) Formula {
	return c.over(years(c.in.Period), "mart_unit_boundary_year", measure, "boundaries", "reported", "unit_code", code)
}

// units: in the text how many and by kind, each in the annex.
func (c *composer) units() {
	c.heading(Section, "report.section.units")
	y := years(c.in.Period)
	all := c.people0("award_count")
	members, kind := c.unitsOf()
	var items [][]Span
	var counted []Formula
	for _, k := range unitKinds {
		var sum Formula
		for _, m := range members {
			if kind[m.Code] == k {
				sum.Plus = append(sum.Plus, c.unit("award_count", m.Code).Plus...)
			}
		}
		counted = append(counted, sum)
		if sum.Plus != nil && c.stated(sum) {
			items = append(items, c.spans("report.units.kind", parts{"kind": lower(c.say("report.kind." + k)), "n": c.num(Count, sum), "share": c.num(Share, sum.share(all))}))
		}
	}
	if items == nil {
		c.para(words(c.say("report.units.nothing")))
		return
	}
	c.addsUp("units", counted, all)
	c.para(c.spans("report.units.lead", parts{"kinds": listed(items)}))
	var clusters [][]Span
	for _, m := range c.clusters() {
		n := c.over(y, "mart_cluster_year", "award_count", "cluster_code", m.Code)
		if !c.stated(n) {
			continue
		}
		// clusters change over years, so their members are told of one year only
		item := parts{"cluster": m.Label, "n": c.num(Count, n), "share": c.num(Share, n.share(all))}
		key := "report.units.cluster"
		if len(y) == 1 && m.Code != "chua_ro" {
			key = "report.units.cluster_members"
			item["reporting"] = c.num(Count, c.over(y, "mart_cluster_year", "reporting_unit_count", "cluster_code", m.Code))
			item["members"] = c.num(Count, c.over(y, "mart_cluster_year", "member_unit_count", "cluster_code", m.Code))
		}
		clusters = append(clusters, c.spans(key, item))
	}
	c.para(words(c.say("report.units.clusters_lead")))
	for i, item := range clusters {
		end := ";"
		if i == len(clusters)-1 {
			end = "."
		}
		c.add(Block{Style: Item, Spans: append(item, Span{Text: end})})
	}
}

// clusters are those of the period, told apart by the place of their members where two have one name.
func (c *composer) clusters() (all []member) {
	t := c.table("by-cluster")
	names, seen := map[string]int{}, map[string]bool{}
	for r := range t.Rows {
		code, name := t.Text(r, "cluster_code"), t.Text(r, "cluster_name")
		if c.inPeriod(t, r) && !seen[code] {
			seen[code] = true
			names[name]++
			all = append(all, member{code, name})
		}
	}
	where := c.clusterPlaces()
	for i, m := range all {
		if names[m.Label] > 1 && where[m.Code] != "" {
			all[i].Label = c.placed(m.Label, where[m.Code])
		}
		if m.Code == "chua_ro" {
			all[i].Label = c.say("report.row.no_cluster")
		}
	}
	return all
}

// clusterPlaces is what the first member of each cluster lies in.
func (c *composer) clusterPlaces() map[string]string {
	units, parent := c.table("dim-unit"), map[string]string{}
	for r := range units.Rows {
		parent[units.Text(r, "unit_code")] = units.Text(r, "parent_name")
	}
	t, where := c.table("dim-cluster"), map[string]string{}
	for r := range t.Rows {
		code := t.Text(r, "cluster_code")
		if where[code] == "" {
			where[code] = parent[t.Text(r, "unit_code")]
		}
	}
	return where
}

// annexUnits has every unit with figures.
func (c *composer) annexUnits() {
	c.annexed("report.annex.units", c.period())
	members, kind := c.unitsOf()
	g := c.recipientCols("report.col.unit")
	last := ""
	for _, m := range members {
		if kind[m.Code] != last {
			last = kind[m.Code]
			g.Rows = append(g.Rows, Row{Cells: [][]Span{words(c.say("report.kind." + last))}})
		}
		g.Rows = append(g.Rows, Row{Cells: append([][]Span{words(m.Label)}, c.recipientCells(func(measure string) Formula { return c.unit(measure, m.Code) })...)})
	}
	g.Rows = append(g.Rows, Row{Bold: true, Cells: append([][]Span{words(c.say("report.row.total"))}, c.recipientCells(c.people0)...)})
	c.add(Block{Table: g})
	c.add(Block{Style: Note, Spans: words(g.Note + " " + c.say("report.note.boundaries"))})
}

// annexClusters has the clusters that have figures or owe some.
func (c *composer) annexClusters() {
	y := years(c.in.Period)
	if len(y) > 1 { // members and duties of a cluster are of a year
		return
	}
	c.annexed("report.annex.clusters", c.period())
	g := &Grid{Small: true, Note: c.say("report.note.clusters"), Cols: []Col{{c.say("report.col.cluster"), 40, true}}}
	measures := []string{"member_unit_count", "reporting_unit_count", "expected_unit_count", "complete_unit_count", "award_count", "collective_count", "household_count", "individual_count"}
	t := c.table("by-cluster")
	for _, m := range measures {
		g.Cols = append(g.Cols, Col{t.Columns[t.Col(m)].Title.In(c.in.Lang), 10, false})
	}
	for _, m := range c.clusters() {
		of := func(measure string) Formula {
			return c.over(y, "mart_cluster_year", measure, "cluster_code", m.Code)
		}
		if owing := c.value(of("expected_unit_count")); !c.stated(of("award_count")) && owing.Num == 0 {
			continue
		}
		r := Row{Cells: [][]Span{words(m.Label)}}
		for _, measure := range measures {
			r.Cells = append(r.Cells, c.cell(Count, of(measure)))
		}
		g.Rows = append(g.Rows, r)
	}
	c.add(Block{Table: g})
	c.add(Block{Style: Note, Spans: words(g.Note)})
}

// annexSeries has every form over the years.
func (c *composer) annexSeries() {
	all, _ := c.seriesYears()
	if len(all) == 1 {
		return
	}
	c.annexed("report.annex.series", fmt.Sprint(all[0]), fmt.Sprint(all[len(all)-1]))
	g := &Grid{Small: true, Note: c.say("report.note.series_forms"), Cols: []Col{{c.say("report.col.form"), 34, true}}}
	for _, y := range all {
		label, _ := c.yearHead(y)
		g.Cols = append(g.Cols, Col{label, 10, false})
	}
	g.Cols = append(g.Cols, Col{c.say("report.row.period"), 11, false})
	if !c.in.Focus.IsZero() {
		g.Cols = append(g.Cols, Col{c.say("report.row.focus", c.in.Focus.Words(c.in.Lang)), 14, false})
	}
	row := func(label string, strong bool, of func(y []int) Formula) {
		r := Row{Bold: strong, Cells: [][]Span{words(label)}}
		for _, y := range all {
			r.Cells = append(r.Cells, c.cell(Count, of([]int{y})))
		}
		r.Cells = append(r.Cells, c.cell(Count, of(all)))
		if !c.in.Focus.IsZero() {
			r.Cells = append(r.Cells, c.cell(Count, of(years(c.in.Focus))))
		}
		g.Rows = append(g.Rows, r)
	}
	for _, m := range c.members("dim-form", "form_code", "form") {
		of := func(y []int) Formula { return c.over(y, "mart_form_year", "award_count", "form_code", m.Code) }
		if c.stated(of(all)) {
			row(m.Label, false, of)
		}
	}
	row(c.say("report.row.total"), true, func(y []int) Formula { return c.over(y, "mart_beneficiary_year", "award_count") })
	c.add(Block{Table: g})
	c.add(Block{Style: Note, Spans: words(g.Note)})
}

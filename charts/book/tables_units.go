package book

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/queries/table"
)

// unitKinds is the order of kinds of unit in lists.
var unitKinds = []string{"department", "mass_organisation", "district", "commune", "enterprise", "school_or_hospital", "other"}

// unit is a unit with figures in the year.
type unit struct{ Code, Label, Kind string }

// unitsOfYear are the units with figures in the year, by kind and then by code.
func (c *composer) unitsOfYear() (all []unit) {
	t := c.in.Tables["by-unit"]
	for r := range t.Rows {
		if y, _ := t.Int(r, "award_year"); y == int64(c.in.Year) {
			all = append(all, unit{t.Text(r, "unit_code"), c.in.placed(t.Text(r, "unit_name"), t.Text(r, "parent_name")), t.Text(r, "unit_kind")})
		}
	}
	slices.SortFunc(all, func(a, b unit) int {
		if d := slices.Index(unitKinds, a.Kind) - slices.Index(unitKinds, b.Kind); d != 0 {
			return d
		}
		return strings.Compare(a.Code, b.Code)
	})
	return all
}

func (c *composer) ofUnit(code, measure string) cell {
	return c.of(c.in.Year, "mart_unit_boundary_year", measure, "boundaries", "reported", "unit_code", code)
}

// units has the units of the year, under headings of their kinds.
func (c *composer) units() *sheet {
	s := c.sheet("units", yearText(c.in.Year))
	s.about = c.about("year")
	c.recipientColumns(s, c.say("report.col.unit"))
	last := ""
	for _, u := range c.unitsOfYear() {
		if u.Kind != last {
			last = u.Kind
			s.band(c.say("report.kind." + last))
		}
		recipients(s.line(u.Label), func(measure string) cell { return c.ofUnit(u.Code, measure) }).end()
	}
	c.recipientTotal(s)
	s.notes = append(s.notes, c.say("report.note.boundaries"), c.say("book.note.blank"), c.source("by-unit"))
	return s
}

// cluster is an emulation cluster of the year.
type cluster struct{ Code, Label string }

// clustersOfYear are those that have figures or owe returns, told apart by the place of their members where two have one name.
func (c *composer) clustersOfYear() (all []cluster) {
	t := c.in.Tables["by-cluster"]
	names := map[string]int{}
	for r := range t.Rows {
		if y, _ := t.Int(r, "award_year"); y != int64(c.in.Year) {
			continue
		}
		code, name := t.Text(r, "cluster_code"), t.Text(r, "cluster_name")
		names[name]++
		owing, _ := t.Int(r, "expected_unit_count")
		if code == unknownCode {
			name = c.say("report.row.no_cluster")
		}
		if t.Value(r, "award_count") != nil || owing > 0 {
			all = append(all, cluster{code, name})
		}
	}
	slices.SortStableFunc(all, func(a, b cluster) int { // what is in no cluster comes last
		return cmp.Compare(strings.Count(a.Code, unknownCode), strings.Count(b.Code, unknownCode))
	})
	where := c.clusterPlaces()
	for i, k := range all {
		if names[k.Label] > 1 && where[k.Code] != "" {
			all[i].Label = c.in.placed(k.Label, where[k.Code])
		}
	}
	return all
}

// clusterPlaces is what the first member of each cluster lies in.
func (c *composer) clusterPlaces() map[string]string {
	units, parent := c.in.Tables["dim-unit"], map[string]string{}
	for r := range units.Rows {
		parent[units.Text(r, "unit_code")] = units.Text(r, "parent_name")
	}
	t, where := c.in.Tables["dim-cluster"], map[string]string{}
	for r := range t.Rows {
		code := t.Text(r, "cluster_code")
		if where[code] == "" {
			where[code] = parent[t.Text(r, "unit_code")]
		}
	}
	return where
}

func (c *composer) ofCluster(code, measure string) cell {
	return c.of(c.in.Year, "mart_cluster_year", measure, "cluster_code", code)
}

// clusters has the clusters of the year: members, completeness, awards.
func (c *composer) clusters() *sheet {
	y := c.in.Year
	s := c.sheet("clusters", yearText(y))
	s.about = c.about("year")
	s.column(c.say("report.col.cluster"), labelWidth+5)
	t := c.in.Tables["by-cluster"]
	for _, m := range []string{"member_unit_count", "reporting_unit_count", "expected_unit_count", "complete_unit_count", "complete_share", "award_count"} {
		head := m
		if i := t.Col(m); i >= 0 {
			head = t.Columns[i].Title.In(c.in.Lang)
		}
		s.column(head, countWidth)
	}
	s.column(c.say("book.col.share_of_year", yearText(y)), shareWidth)
	for _, key := range []string{"collectives", "households", "persons", "rest"} {
		s.column(c.say("report.annex.col."+key), countWidth)
	}
	all := c.clustersOfYear()
	totalRow, whole := s.next()+len(all), c.all(y, "award_count")
	people := func(l *line, of func(measure string) cell) {
		l.add(of("collective_count"), of("household_count"), of("individual_count")).rest(6, 8, 10)
	}
	for _, k := range all {
		of := func(measure string) cell { return c.ofCluster(k.Code, measure) }
		l := s.line(k.Label).add(of("member_unit_count"), of("reporting_unit_count"), of("expected_unit_count"), of("complete_unit_count")).share(4, 3)
		l.add(of("award_count")).shareOfAll(6, totalRow, whole)
		people(l, of)
		l.end()
	}
	differs := false
	l := s.line(c.say("report.row.total")).add(cell{}, cell{})
	for _, m := range []string{"expected_unit_count", "complete_unit_count"} {
		c.downIf(l, s.head+1, c.of(y, "mart_completeness_year", m), &differs)
	}
	l.share(4, 3)
	total := func(measure string) cell { return c.all(y, measure) }
	c.downIf(l, s.head+1, total("award_count"), &differs).shareOfAll(6, totalRow, whole)
	for _, m := range []string{"collective_count", "household_count", "individual_count"} {
		c.downIf(l, s.head+1, total(m), &differs)
	}
	l.rest(6, 8, 10).endBold()
	s.notes = append(s.notes, c.say("book.note.clusters"))
	if differs {
		s.notes = append(s.notes, c.say("book.note.clusters_differ"))
	}
	s.notes = append(s.notes, c.say("book.note.rest"), c.say("book.note.blank"), c.source("by-cluster"))
	return s
}

// clusterUnits has each cluster with its members of the year: by name those that have figures or owe returns.
func (c *composer) clusterUnits() *sheet {
	y := c.in.Year
	s := c.sheet("cluster_units", yearText(y))
	s.about = c.about("year")
	s.column(c.say("book.col.cluster_unit"), 66)
	for _, key := range []string{"awards", "collectives", "households", "persons", "rest"} {
		s.column(c.say("report.annex.col."+key), countWidth)
	}
	s.column(c.say("book.col.share_of_cluster"), shareWidth)
	measures := []string{"award_count", "collective_count", "household_count", "individual_count"}
	differs := false
	for _, k := range c.clustersOfYear() {
		of := func(measure string) cell { return c.ofCluster(k.Code, measure) }
		members, silent := c.membersOf(k.Code)
		top, whole := s.next(), of("award_count")
		sums := map[string]any{}
		for _, m := range measures {
			var cells []cell
			for _, u := range members {
				cells = append(cells, c.ofUnit(u.Code, m))
			}
			sums[m] = sumCells(cells)
		}
		l := s.line(k.Label)
		for _, m := range measures {
			own := of(m)
			if len(members) > 0 && sums[m] == own.value {
				own.formula = sumOf(name(len(l.cells), top+1), name(len(l.cells), top+len(members)))
			} else {
				differs = differs || own.value != nil
			}
			l.add(own)
		}
		l.rest(1, 2, 4).shareOfAll(1, top, whole).endBold()
		for _, u := range members {
			l := s.line("    " + u.Label)
			for _, m := range measures {
				l.add(c.ofUnit(u.Code, m))
			}
			l.rest(1, 2, 4).shareOfAll(1, top, whole).end()
		}
		if silent > 0 {
			s.line("    " + c.say("book.row.silent", c.count(int64(silent)))).end()
		}
	}
	s.notes = append(s.notes, c.say("book.note.cluster_units"))
	if differs {
		s.notes = append(s.notes, c.say("book.note.clusters_differ"))
	}
	s.notes = append(s.notes, c.say("book.note.rest"), c.say("book.note.blank"), c.source("by-cluster"))
	return s
}

// membersOf are the units of a cluster in the year that have figures or owe returns, and how many members do neither; of units in no
// cluster, those that have figures.
func (c *composer) membersOf(code string) (all []unit, silent int) {
	t, in, owing := c.in.Tables["dim-cluster"], map[string]bool{}, c.owing()
	for r := range t.Rows {
		y, _ := t.Int(r, "award_year")
		if y != int64(c.in.Year) {
			continue
		}
		member := t.Text(r, "unit_code")
		in[member] = true
		switch {
		case t.Text(r, "cluster_code") != code:
		case owing[member] || c.ofUnit(member, "award_count").value != nil:
			all = append(all, c.unitNamed(member))
		default:
			silent++
		}
	}
	if code != unknownCode {
		return all, silent
	}
	return slices.DeleteFunc(c.unitsOfYear(), func(u unit) bool { return in[u.Code] }), 0
}

// owing are the units that owe returns for the year.
func (c *composer) owing() map[string]bool {
	t, all := c.in.Tables["completeness"], map[string]bool{}
	for r := range t.Rows {
		if n, _ := t.Int(r, "expected_count"); n > 0 && c.dueIn(t.Text(r, "period")) {
			all[t.Text(r, "unit_code")] = true
		}
	}
	return all
}

// unitNamed is a unit by its code.
func (c *composer) unitNamed(code string) unit {
	t := c.in.Tables["dim-unit"]
	if c.unitRows == nil {
		c.unitRows = map[string]int{}
		for r := range t.Rows {
			c.unitRows[t.Text(r, "unit_code")] = r
		}
	}
	r, known := c.unitRows[code]
	if !known {
		return unit{Code: code, Label: code}
	}
	return unit{code, c.in.placed(t.Text(r, "unit_name"), t.Text(r, "parent_name")), t.Text(r, "unit_kind")}
}

// dated is a day as a cell.
func dated(v any) cell {
	if d, ok := v.(table.Date); ok {
		return cell{kind: day, value: d}
	}
	return cell{kind: day}
}

package main

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	_ "github.com/duckdb/duckdb-go/v2"

	"tdkt/models"
)

// The measures of recipients that the page shows.
var peopleMeasures = []string{
	"award_count", "collective_count", "enterprise_count", "household_count", "individual_count",
	"leader_ministry_province_count", "leader_department_count", "entrepreneur_count", "leader_other_count",
	"direct_worker_count", "class_unknown_count", "woman_count", "woman_unknown_count", "youth_count", "youth_unknown_count",
}

// figuresBySQL computes what the page has to show under each filter from the facts of the published copy, all filters in a few
// statements. It reads fct_award_count and fct_beneficiary_count, and for what lists and tallies cross fct_award and fct_contribution; not the marts.
func figuresBySQL(t testing.TB, db string, filters []pageFilter) []pageFigures {
	t.Helper()
	conn := placedFacts(t, db)
	if _, err := conn.ExecContext(context.Background(), filterTable(filters)); err != nil {
		t.Fatal(err)
	}
	out := make([]pageFigures, len(filters))
	for i := range out {
		out[i] = pageFigures{People: map[string]*int64{}, By: map[string]map[string]int64{}, ByOf: map[string]map[string]int64{}}
	}
	sums := sumsOf(t, conn)
	for i, f := range filters {
		o := &out[i]
		for _, m := range peopleMeasures {
			o.People[m] = sums.total(i, f.ofKind(m))
		}
		o.Awards = o.People["award_count"]
		for _, dim := range []string{"year", "unit", "form", "level", "achievement"} {
			o.By[dim], o.ByOf[dim] = sums.by(i, dim, f.ofKind("award_count")), sums.by(i, dim, f.ofKind(f.Measure))
		}
		if f.Kind != "" {
			o.Unsplit = sums.unsplit[i]
		}
		if f.ofKind(f.Measure) != "award_count" {
			o.UnsplitOf = sums.unsplit[i]
		}
	}
	return out
}

// placedFacts opens the published copy with the facts placed under every view of boundaries, and in their clusters.
func placedFacts(t testing.TB, db string) *sql.Conn {
	t.Helper()
	copied, err := models.Pointer(db)
	if err != nil {
		t.Fatal(err)
	}
	duck, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { duck.Close() })
	conn, err := duck.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	for _, s := range append([]string{"attach '" + copied + "' as p (read_only)", "use p"}, factTables()...) {
		if _, err := conn.ExecContext(context.Background(), s); err != nil {
			t.Fatalf("%s: %v", s[:min(len(s), 400)], err)
		}
	}
	return conn
}

// filterTable holds the filters as rows; asked are the measures wanted by dimension.
func filterTable(filters []pageFilter) string {
	list := func(codes []string) string {
		var quoted []string
		for _, c := range codes {
			quoted = append(quoted, "'"+strings.ReplaceAll(c, "'", "''")+"'")
		}
		return "[" + strings.Join(quoted, ", ") + "]::varchar[]"
	}
	var rows []string
	for i, f := range filters {
		from, to := "null", "null"
		if f.Years {
			from, to = fmt.Sprint(f.From), fmt.Sprint(f.To)
		}
		rows = append(rows, fmt.Sprintf("(%d, %s::bigint, %s::bigint, %s, %s, %s, %s, %s, '%s', '%s', %s)", i, from, to, list(f.Units), list(f.Forms), list(f.Levels),
			list(f.Achievements), list(f.Clusters), f.Kind, f.Boundaries, list([]string{f.ofKind("award_count"), f.ofKind(f.Measure)})))
	}
	return "create temp table filter as select * from (values " + strings.Join(rows, ",\n") +
		") as t(id, from_year, to_year, units, forms, levels, achievements, clusters, kind, boundaries, asked)"
}

// factTables: placed_* are the facts under each view of boundaries, with the cluster of the unit in that year; a row a measure.
func factTables() []string {
	var ofKind, ofRow []string
	for _, m := range peopleMeasures[1:] {
		ofKind = append(ofKind, fmt.Sprintf("('%s', f.%s)", m, m))
	}
	for measure, value := range map[string]string{
		"collective_count": "(a.recipient_kind = 'collective')::int", "household_count": "(a.recipient_kind = 'household')::int", "individual_count": "(a.recipient_kind = 'individual')::int",
		"enterprise_count": `case when a.is_enterprise then 1 when a.is_enterprise = false and not exists (select 1 from p.fct_award as o where o.recipient_kind = 'collective'
			and o.is_enterprise is null and (o.unit_code, o.award_year, o.decided_year, o.form_code, o.level_code) = (a.unit_code, a.award_year, a.decided_year, a.form_code, a.level_code)) then 0 end`,
		"class_unknown_count": "(a.recipient_kind = 'individual' and a.beneficiary_class = 'chua_ro')::int",
		"woman_count":         "(a.recipient_kind = 'individual' and coalesce(a.is_woman, false))::int", "woman_unknown_count": "(a.recipient_kind = 'individual' and a.is_woman is null)::int",
		"youth_count": "(a.recipient_kind = 'individual' and coalesce(a.is_youth, false))::int", "youth_unknown_count": "(a.recipient_kind = 'individual' and a.is_youth is null)::int",
	} {
		ofRow = append(ofRow, fmt.Sprintf("('%s', %s)", measure, value))
	}
	for _, class := range []string{"leader_ministry_province", "leader_department", "entrepreneur", "leader_other", "direct_worker"} {
		ofRow = append(ofRow, fmt.Sprintf("('%s_count', (a.recipient_kind = 'individual' and coalesce(a.beneficiary_class = '%s', false))::int)", class, class))
	}
	slices.Sort(ofRow)
	placed := func(name, rows string) string {
		return "create temp table " + name + " as select r.*, b.boundaries, b.member_code, c.cluster_code from (" + rows + `) as r
			join p.dim_unit_boundary as b on b.unit_code = r.unit_code
			left join p.dim_cluster_member as c on c.unit_code = r.unit_code and c.year = r.award_year`
	}
	const keys = "award_year, unit_code, form_code, level_code"
	return []string{
		placed("placed_award", "select "+keys+", achievement_code, source, 'award_count' as measure, award_count as n from p.fct_award_count"),
		placed("placed_people", "select "+keys+", '' as achievement_code, source, m.measure, m.n from p.fct_beneficiary_count as f, lateral (values "+strings.Join(ofKind, ", ")+") as m(measure, n)"),
		// what tallies cross, by their cells: a kind or an unknown that is told at all is nought in a type without a cell
		`create temp table crossed as select award_year, unit_code, form_code, level_code, achievement_code, measure, sum(amount)::bigint as n
			from p.fct_contribution where fact = 'crossed' group by all`,
		`create temp table crossed_type as select distinct award_year, unit_code, form_code, level_code, achievement_code, m.measure
			from crossed as t join (select distinct award_year, unit_code, form_code, level_code, measure from crossed
				where measure in ('collective_count', 'household_count', 'individual_count') or ends_with(measure, '_unknown_count')) as m using (award_year, unit_code, form_code, level_code)`,
		placed("placed_joint", "select "+keys+", achievement_code, 'list' as source, measure, sum(n)::bigint as n from (select a.*, m.measure, m.n from p.fct_award as a, lateral (values "+
			strings.Join(ofRow, ",\n")+`) as m(measure, n) where a.form_code not in (select form_code from p.dim_award_form where not counts_in_state_total)) group by all
			union all select `+keys+`, achievement_code, 'tally' as source, measure, coalesce(c.n, 0) as n
			from crossed_type as t full join crossed as c using (`+keys+`, achievement_code, measure)`),
		placed("placed_unsplit", "select "+keys+`, '' as achievement_code, source, '' as measure,
			greatest(0, coalesce(award_count, 0) - coalesce(collective_count, 0) - coalesce(household_count, 0) - coalesce(individual_count, 0)) as n from p.fct_beneficiary_count`),
	}
}

// kept joins a table of facts with the filters that keep its rows.
func kept(facts, where string) string {
	return ` from filter as f join ` + facts + ` as r on r.boundaries = f.boundaries
		where (f.from_year is null or r.award_year between f.from_year and f.to_year)
			and (len(f.units) = 0 or list_contains(f.units, r.member_code))
			and (len(f.forms) = 0 or list_contains(f.forms, r.form_code))
			and (len(f.levels) = 0 or list_contains(f.levels, r.level_code))
			and (len(f.clusters) = 0 or coalesce(list_contains(f.clusters, r.cluster_code), false))
			and ` + where
}

const (
	ofAchievement = "(len(f.achievements) = 0 or list_contains(f.achievements, r.achievement_code))"
	notCrossed    = "len(f.achievements) = 0"
	crossed       = "len(f.achievements) > 0 and " + ofAchievement
)

type filterSums struct {
	sums    map[string]*int64 // "filter|dimension|key|measure"
	keys    map[string][]string
	unsplit map[int]int64
}

func (s filterSums) total(filter int, measure string) *int64 {
	return s.sums[fmt.Sprintf("%d|||%s", filter, measure)]
}

func (s filterSums) by(filter int, dim, measure string) map[string]int64 {
	out := map[string]int64{}
	for _, key := range s.keys[fmt.Sprintf("%d|%s|%s", filter, dim, measure)] {
		if n := s.sums[fmt.Sprintf("%d|%s|%s|%s", filter, dim, key, measure)]; n != nil {
			out[key] = *n
		}
	}
	return out
}

// sumsOf asks for all sums. Awards come from the awards by achievement; who received them from the beneficiaries, and from the
// lists and the tallies that cross them where an achievement is asked for or told apart.
func sumsOf(t testing.TB, conn *sql.Conn) filterSums {
	t.Helper()
	columns := map[string]string{"year": "r.award_year::varchar", "unit": "r.member_code", "form": "r.form_code", "level": "r.level_code", "achievement": "r.achievement_code"}
	var parts []string
	part := func(dim, key, facts, where string) {
		parts = append(parts, "select f.id, '"+dim+"' as dim, "+key+" as key, r.measure, sum(r.n)::bigint as n"+kept(facts, where)+" group by all")
	}
	part("", "''", "placed_award", ofAchievement)
	part("", "''", "placed_people", notCrossed)
	part("", "''", "placed_joint", crossed)
	const asked = " and list_contains(f.asked, r.measure)"
	for _, dim := range slices.Sorted(maps.Keys(columns)) {
		part(dim, columns[dim], "placed_award", ofAchievement+asked)
		if dim == "achievement" {
			part(dim, columns[dim], "placed_joint", ofAchievement+asked)
			continue
		}
		part(dim, columns[dim], "placed_people", notCrossed+asked)
		part(dim, columns[dim], "placed_joint", crossed+asked)
	}
	s := filterSums{sums: map[string]*int64{}, keys: map[string][]string{}, unsplit: map[int]int64{}}
	read(t, conn, strings.Join(parts, "\nunion all "), func(rows *sql.Rows) error {
		var filter int
		var dim, key, measure string
		var n *int64
		if err := rows.Scan(&filter, &dim, &key, &measure, &n); err != nil {
			return err
		}
		s.sums[fmt.Sprintf("%d|%s|%s|%s", filter, dim, key, measure)] = n
		at := fmt.Sprintf("%d|%s|%s", filter, dim, measure)
		s.keys[at] = append(s.keys[at], key)
		return nil
	})
	// what tallies do not tell: with achievements their awards but for the kinds that they cross, with kinds those that no kind tells
	read(t, conn, "select id, sum(n)::bigint from (select f.id, r.n"+kept("placed_award", crossed+" and r.source = 'tally'")+
		" union all select f.id, -r.n"+kept("placed_joint", crossed+" and r.source = 'tally' and r.measure in ('collective_count', 'household_count', 'individual_count')")+
		" union all select f.id, r.n"+kept("placed_unsplit", notCrossed+" and f.kind <> ''")+") group by id", func(rows *sql.Rows) error {
		var filter int
		var n int64
		if err := rows.Scan(&filter, &n); err != nil {
			return err
		}
		s.unsplit[filter] = n
		return nil
	})
	return s
}

func read(t testing.TB, conn *sql.Conn, query string, each func(*sql.Rows) error) {
	t.Helper()
	rows, err := conn.QueryContext(context.Background(), query)
	if err != nil {
		t.Fatalf("%s: %v", query[:min(len(query), 600)], err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := each(rows); err != nil {
			t.Fatal(err)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

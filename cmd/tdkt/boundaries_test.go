package main

import (
	"encoding/csv"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tail is the rows of an answer without its head.
func tail(t testing.TB, db, query string) [][]string {
	t.Helper()
	return sqlRows(t, db, query)[1:]
}

// The sample province over 2021–2026: for every form and year the three views hold the same awards, and what cannot be carried
// is what has to be: merged departments cannot go back to three provinces, a district cannot go to one commune.
func TestSamplesInEveryView(t *testing.T) {
	db, _ := samplesRun(t)
	// by form and year against the facts, not against the mart that the build tests
	wrong := tail(t, db, `
		with fact as (select award_year, form_code, sum(award_count) as n from fct_beneficiary_count group by all),
		seen as (select b.boundaries, f.award_year, f.form_code, sum(f.award_count) as n
			from fct_beneficiary_count as f join dim_unit_boundary as b using (unit_code) group by all),
		mart as (select boundaries, award_year, form_code, sum(award_count) as n from mart_unit_boundary_year group by all)
		select v.boundaries, award_year, form_code, fact.n, seen.n, mart.n
		from fact cross join dim_boundary as v
		left join seen using (boundaries, award_year, form_code) left join mart using (boundaries, award_year, form_code)
		where fact.n is distinct from seen.n or fact.n is distinct from mart.n`)
	if len(wrong) > 0 {
		t.Errorf("totals differ between views: %v", wrong)
	}
	years := tail(t, db, `select boundaries, count(distinct award_year), count(distinct form_code) from mart_unit_boundary_year where award_year between 2021 and 2026 group by all order by all`)
	if len(years) != 3 || years[0][1] != "6" || years[1][1] != years[0][1] || years[1][2] != years[0][2] || years[2][2] != years[0][2] {
		t.Errorf("years and forms in the views: %v", years)
	}
	why := tail(t, db, `select b.boundaries, b.carry_code, u.kind, min(award_year) >= 2025
		from fct_beneficiary_count as f join dim_unit_boundary as b using (unit_code) join dim_unit as u on u.unit_code = f.unit_code and u.is_current
		where b.member_code = 'khong_quy_doi' group by all order by all`)
	want := [][]string{
		{"districts", "several_origins", "department", "true"}, {"districts", "several_origins", "mass_organisation", "true"},
		{"today", "no_successor", "district", "false"},
	}
	if diff := cmp.Diff(want, why); diff != "" {
		t.Errorf("what cannot be carried (-want +got):\n%s", diff)
	}
	sums := map[string]string{}
	for _, view := range []string{"reported", "districts", "today"} {
		out := mustCall(t, exitDone, "query", "by-unit", "--boundaries", view, "--param", "years=6", "--db", db, "--format", "csv").out
		records, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		totals, at := map[string]bool{}, slices.Index(records[0], "year_award_count")
		for _, r := range records[1:] {
			totals[r[0]+"="+r[at]] = true // the year and its total stand in each row
		}
		sums[view] = strings.Join(slices.Sorted(maps.Keys(totals)), " ")
	}
	if sums["reported"] == "" || sums["districts"] != sums["reported"] || sums["today"] != sums["reported"] {
		t.Errorf("totals of the query: %v", sums)
	}
}

// One district across the break: as reported it ends, by the districts of 30/6/2025 its communes carry it on.
func TestSeriesAcrossTheBreak(t *testing.T) {
	db, _ := samplesRun(t)
	const series = `select award_year, sum(award_count) from mart_unit_boundary_year where unit_code = 'h-237' and boundaries = '%s' group by 1 order by 1`
	reported := tail(t, db, strings.Replace(series, "%s", "reported", 1))
	carried := tail(t, db, strings.Replace(series, "%s", "districts", 1))
	communes := tail(t, db, `select award_year, sum(award_count) from fct_beneficiary_count
		where unit_code = 'h-237' or unit_code in (select unit_code from dim_unit where parent_code = 'h-237')
			or unit_code in (select to_code from dim_unit_event as e join dim_unit as u on u.unit_code = e.from_code
				where e.kind <> 'abolish' group by 1 having count(*) = count(*) filter (where u.parent_code = 'h-237'))
		group by 1 order by 1`)
	if len(reported) == 0 || len(carried) <= len(reported) {
		t.Errorf("reported %v, carried %v", reported, carried)
	}
	if diff := cmp.Diff(communes, carried); diff != "" {
		t.Errorf("its own, its old communes' and its new communes' awards (-want +got):\n%s", diff)
	}
}

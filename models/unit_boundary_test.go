package models

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/data"
)

// unitLists is the small reference with its units and events told in lines: "code parent kind from to" and "day from to
// extent kind", - for what is empty.
func unitLists(t testing.TB, units, events string) []data.RefTable {
	t.Helper()
	table := func(name, header, lines string, order []int) data.RefTable {
		records := [][]string{strings.Split(header, ",")}
		for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
			words := strings.Fields(strings.ReplaceAll(line, " -", " \x00"))
			record := make([]string, len(order))
			for i, at := range order {
				if at >= 0 {
					record[i] = strings.Trim(words[at], "\x00")
				}
			}
			records = append(records, record)
		}
		return refTable(t, name, records)
	}
	tables := slices.DeleteFunc(smallReference(t, ""), func(r data.RefTable) bool { return r.Name == "unit" || r.Name == "unit_event" })
	return append(tables,
		table("unit", "unit_code,name,parent_code,kind,valid_from,valid_to,official_code,province_code,verified", units, []int{0, 0, 1, 2, 3, 4, -1, 0, -1}),
		table("unit_event", "event_on,from_code,to_code,extent,kind,verified", events, []int{0, 1, 2, 3, 4, -1}))
}

// boundariesOf makes dim_unit_boundary of a reference and gives its rows of two views as text.
func boundariesOf(t testing.TB, reference []data.RefTable, where string) [][]string {
	t.Helper()
	db := warehouse(t, "", "")
	res, err := Part(context.Background(), db, Options{Reference: reference}, "dim_unit_boundary")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range res.Red {
		t.Errorf("red: %s", f)
	}
	return rowsOf(t, db, "select boundaries, unit_code, member_code, carry_code from dim_unit_boundary where "+where+" order by boundaries, unit_code")
}

// Each way in which a unit is carried, and each in which it is not: a figure under the wrong unit looks right.
func TestUnitBoundary(t *testing.T) {
	units := `
old - other - 2025-06-30
new - other 2025-07-01 -
hA old district - 2025-06-30
hB old district - 2025-06-30
hZ old district - 2025-06-30
cA1 hA commune - 2025-06-30
cA2 hA commune - 2025-06-30
cB1 hB commune - 2025-06-30
cB2 hB commune - 2025-06-30
whole new commune 2025-07-01 -
partOfA new commune 2025-07-01 -
mixed new commune 2025-07-01 2025-12-31
later new commune 2026-01-01 -
zone new commune 2025-07-01 -
bare new commune 2025-07-01 -
dep0 old department - 2025-02-28
dep1 old department - 2025-06-30
dep2 old department - 2025-06-30
depX old department - 2025-06-30
dep new department 2025-07-01 -
renamed new department 2025-07-01 -
school old school_or_hospital - 2025-06-30
school new school_or_hospital 2025-07-01 -
gap old department - 2024-12-31
gap new department 2026-01-01 -
closed old enterprise - 2024-12-31`
	events := `
2025-07-01 old new full merge
2025-07-01 hA - full abolish
2025-07-01 hB - full abolish
2025-07-01 hZ zone full rename
2025-07-01 cA1 whole full merge
2025-07-01 cA2 partOfA part split
2025-07-01 cA2 mixed part split
2025-07-01 cB1 mixed full merge
2025-07-01 cB2 whole2 part split
2026-01-01 mixed later full rename
2025-03-01 dep0 dep1 full merge
2025-07-01 dep1 dep full merge
2025-07-01 dep2 dep full merge
2025-07-01 depX renamed full rename
2025-01-01 closed - full abolish`
	reference := unitLists(t, units, events)
	want := map[string][]string{ // unit: districts, today
		"old": {"old same", "new successor"}, "new": {"old origin", "new same"},
		"hA": {"hA same", "khong_quy_doi no_successor"}, "hZ": {"hZ same", "zone successor"}, "zone": {"hZ origin", "zone same"},
		"cA1": {"hA district", "whole successor"}, "whole": {"hA origin", "whole same"},
		"cA2": {"hA district", "khong_quy_doi no_successor"}, "partOfA": {"hA origin", "partOfA same"},
		"cB1": {"hB district", "later successor"}, "cB2": {"hB district", "khong_quy_doi no_successor"},
		"mixed": {"khong_quy_doi several_origins", "later successor"}, "later": {"khong_quy_doi several_origins", "later same"},
		"bare": {"khong_quy_doi no_origin", "bare same"},
		"dep0": {"dep1 successor", "dep successor"}, "dep1": {"dep1 same", "dep successor"}, "dep": {"khong_quy_doi several_origins", "dep same"},
		"depX": {"depX same", "renamed successor"}, "renamed": {"depX origin", "renamed same"},
		"school": {"school same", "school same"}, "gap": {"khong_quy_doi no_origin", "gap same"},
		"closed": {"khong_quy_doi no_successor", "khong_quy_doi no_successor"}, "chua_ro": {"chua_ro same", "chua_ro same"},
		"khong_quy_doi": {"khong_quy_doi same", "khong_quy_doi same"},
	}
	got := map[string][]string{}
	for _, r := range boundariesOf(t, reference, "boundaries <> 'reported'") {
		if _, asked := want[r[1]]; asked {
			got[r[1]] = append(got[r[1]], r[2]+" "+r[3])
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Of the 148 communes of Phú Thọ 145 lie wholly in one old district, and go back to it.
func TestPhuThoCarriesBack(t *testing.T) {
	ref, err := data.LoadReference()
	if err != nil {
		t.Fatal(err)
	}
	rule, err := ruleTable()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"origin": 145, "several_origins": 3}
	if diff := cmp.Diff(want, carriedBack(t, append(ref.Tables(), rule))); diff != "" {
		t.Errorf("communes of Phú Thọ in the view of districts (-want +got):\n%s", diff)
	}
}

// carriedBack counts the new communes by how they go back to districts.
func carriedBack(t testing.TB, reference []data.RefTable) map[string]int {
	t.Helper()
	got := map[string]int{}
	for _, r := range boundariesOf(t, reference, "boundaries = 'districts' and unit_code like 'xm-%'") {
		got[r[3]]++
		if back := r[3] == "origin"; back != strings.HasPrefix(r[2], "h-") {
			t.Errorf("%v", r)
		}
	}
	return got
}

// Of the 3,321 communes of the country 3,024.
func TestTheCountryCarriesBack(t *testing.T) {
	if os.Getenv("TDKT_CORPUS") == "" {
		t.Skip("TDKT_CORPUS is not set: the official table lies in reference, beside the corpus")
	}
	rows, err := data.MergersOf(readCSV(t, filepath.Join(os.Getenv("TDKT_CORPUS"), "..", "reference", "unit_mergers_2025-07-01.csv")), "")
	if err != nil {
		t.Fatal(err)
	}
	ref, err := data.LoadReference()
	if err != nil {
		t.Fatal(err)
	}
	rule, err := ruleTable()
	if err != nil {
		t.Fatal(err)
	}
	merged, err := data.UnitsOfMergers(rows, ref.ProvinceOn)
	if err != nil {
		t.Fatal(err)
	}
	lists := ref.Lists
	ofTable := func(code string) bool { return strings.HasPrefix(code, "h-") || strings.HasPrefix(code, "x") }
	lists.Units = append(slices.DeleteFunc(slices.Clone(lists.Units), func(u data.Unit) bool { return ofTable(u.Code) }), merged.Units...)
	lists.UnitEvents = append(slices.DeleteFunc(slices.Clone(lists.UnitEvents), func(e data.UnitEvent) bool { return ofTable(e.From) }), merged.Events...)
	want := map[string]int{"origin": 3024, "several_origins": 297}
	if diff := cmp.Diff(want, carriedBack(t, append(lists.Tables(), rule))); diff != "" {
		t.Errorf("communes of the country in the view of districts (-want +got):\n%s", diff)
	}
}

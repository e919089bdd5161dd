package models

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// traceSums holds every measure of every row of every mart to the sum of its trace. A measure that is null has no
// contribution that differs from nought; a trace has no keys that the mart lacks, unless they sum to nought.
func traceSums(t *testing.T, db querier) {
	t.Helper()
	traces, err := Traces()
	if err != nil {
		t.Fatal(err)
	}
	for _, tr := range traces {
		keys := strings.Join(tr.Keys, ", ")
		var sides []string
		for _, m := range tr.Measures {
			sides = append(sides, "select "+keys+", '"+m+"' as measure, "+m+" as amount from "+tr.Mart)
		}
		query := "with mart as (" + strings.Join(sides, " union all ") + "), trace as (select " + keys +
			", measure, sum(amount) as amount from (" + tr.SQL + ") as t group by " + keys + ", measure)" +
			" select " + keys + ", measure, mart.amount as mart, trace.amount as trace from mart full join trace using (" + keys +
			", measure) where coalesce(mart.amount, 0) <> coalesce(trace.amount, 0) order by all"
		if wrong := rowsOf(t, db, query); len(wrong) > 0 {
			t.Errorf("%s: the trace does not sum to the mart: %v", tr.Path, wrong)
		}
		twice := "select contribution_id from (" + tr.SQL + ") as t group by " + keys + ", measure, contribution_id having count(*) > 1"
		if wrong := rowsOf(t, db, twice); len(wrong) > 0 {
			t.Errorf("%s: contributions that stand twice: %v", tr.Path, wrong)
		}
	}
}

// TestEveryMartHasATrace guards that no figure of a mart is without a way back to its cells.
func TestEveryMartHasATrace(t *testing.T) {
	g, err := embeddedGraph()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range g.Order {
		if !strings.HasPrefix(m.Name, "mart_") {
			continue
		}
		tr, ok := g.Traces[m.Name]
		if !ok {
			t.Errorf("%s: no trace", m.Path)
			continue
		}
		if diff := cmp.Diff(m.Measures, tr.Measures); diff != "" || len(m.Measures) == 0 {
			t.Errorf("%s: measures of mart and trace (-mart +trace):\n%s", tr.Path, diff)
		}
		for _, need := range []string{"stg_", "int_", "raw_"} {
			if strings.Contains(tr.SQL, need) {
				t.Errorf("%s: reads %s, which is not published", tr.Path, need)
			}
		}
		documented := columnsOf(m.SQL)
		for _, c := range slices.Concat(m.Grain, m.Measures) {
			if !slices.Contains(documented, c) {
				t.Errorf("%s: no line \"-- column: %s: vi | en\"", m.Path, c)
			}
		}
	}
}

// columnsOf gives the columns that a mart documents in two languages.
func columnsOf(text string) []string {
	var names []string
	for line := range strings.Lines(text) {
		rest, ok := strings.CutPrefix(line, "-- column: ")
		name, words, _ := strings.Cut(rest, ": ")
		if ok && strings.Contains(words, " | ") {
			names = append(names, name)
		}
	}
	return names
}

func TestFigureOfWhatAMartHas(t *testing.T) {
	for _, c := range []struct {
		name, mart, measure string
		keys                map[string]string
		args                []any
		fault               string
	}{
		{"keys in the order of the grain", "mart_form_year", "award_count", map[string]string{"form_code": "ldtt", "award_year": "2025"}, []any{"2025", "ldtt"}, ""},
		{"keys left out are summed over", "mart_form_year", "award_count", map[string]string{"award_year": "2025"}, []any{"2025"}, ""},
		{"an empty key is a value", "mart_reconciliation", "other_count", map[string]string{"other_cell": ""}, []any{""}, ""},
		{"no keys at all", "mart_level_year", "award_count", nil, nil, ""},
		{"views of boundaries are never added up", "mart_unit_boundary_year", "award_count", map[string]string{"award_year": "2025"}, nil, `needs the key "boundaries"`},
		{"one view of boundaries", "mart_unit_boundary_year", "award_count", map[string]string{"boundaries": "today"}, []any{"today"}, ""},
		{"unknown mart", "mart_x", "award_count", nil, nil, `no mart "mart_x"`},
		{"unknown measure", "mart_level_year", "women", nil, nil, `no measure "women"`},
		{"unknown key", "mart_level_year", "award_count", map[string]string{"unit_code": "u1"}, nil, `no key "unit_code"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			trace, err := Figures(c.mart)
			var got Query
			if err == nil {
				got, err = trace.Value(c.measure, c.keys)
			}
			if c.fault != "" {
				if err == nil || !strings.Contains(err.Error(), c.fault) {
					t.Fatalf("got %v, want an error with %q", err, c.fault)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.args, got.Args); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestTraceOfAFigure follows one figure to its cells.
func TestTraceOfAFigure(t *testing.T) {
	db := built(t, "tally_0603_leaves_the_rest_unknown")
	of, err := Figures("mart_achievement_year")
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]string{"award_year": "2024", "form_code": "ldtt", "achievement_code": "chua_ro"}
	value, err := of.Value("award_count", keys)
	if err != nil {
		t.Fatal(err)
	}
	if got := rowsOf(t, db, value.SQL, value.Args...); got[0][0] != "4" {
		t.Errorf("value %v, want 4", got)
	}
	trace, err := of.Cells("award_count", keys)
	if err != nil {
		t.Fatal(err)
	}
	var places []string
	for _, row := range rowsOf(t, db, trace.SQL, trace.Args...) {
		places = append(places, row[4]+" "+row[6]+"!"+row[7]+"!"+row[8])
	}
	want := []string{"-6 f1.xlsx!S!C11", "0 f1.xlsx!S!C13", "3 f1.xlsx!S!C2", "7 f1.xlsx!S!C5"}
	if diff := cmp.Diff(want, places); diff != "" {
		t.Error(diff)
	}
}

// TestTraceOfACrossedFigure: what a tally tells of a kind within a type leads to the cells that tell it, not to the totals of the form.
func TestTraceOfACrossedFigure(t *testing.T) {
	db := built(t, "tally_crosses_classes")
	of, err := Figures("mart_crossed")
	if err != nil {
		t.Fatal(err)
	}
	for measure, want := range map[string]string{
		"individual_count":    "1 I8, 4 J8, 5 K8",
		"collective_count":    "5 H8",
		"leader_senior_count": "1 I8",
		"class_unknown_count": "1 I8, 4 J8, -4 J8, 5 K8, -5 K8",
	} {
		trace, err := of.Cells(measure, map[string]string{"award_year": "2024", "form_code": "bk_tinh", "achievement_code": "thuong_xuyen"})
		if err != nil {
			t.Fatal(err)
		}
		var places []string
		for _, row := range rowsOf(t, db, trace.SQL, trace.Args...) {
			places = append(places, row[6]+" "+row[10])
		}
		if got := strings.Join(places, ", "); got != want {
			t.Errorf("%s: %s, want %s", measure, got, want)
		}
	}
}

package ingest

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/ingest/load"
)

const samples = "../data/samples/"

// TestFaultySamples holds every faulty sample to exactly the findings that its truth
// names. second-return compares returns with one another and comes from SQL.
func TestFaultySamples(t *testing.T) {
	f, err := os.Open(samples + "truth/faulty_findings.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, l := range lines[1:] {
		if l[3] != "second-return" {
			want = append(want, strings.Join(l, "|"))
		}
	}
	r, err := Ingest(t.Context(), warehouse(t), []string{samples + "faulty"}, on(2026, 11, 1))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, file := range r.Files {
		for _, x := range file.Findings {
			got = append(got, strings.Join([]string{x.At.File, x.At.Sheet, x.At.Cell, string(x.Code), string(x.Severity)}, "|"))
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestGoodSamples reads every return of the samples: none is refused or held, and every
// cell is answered for.
func TestGoodSamples(t *testing.T) {
	db := warehouse(t)
	r, err := Ingest(t.Context(), db, []string{samples + "returns"}, on(2026, 11, 1))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range r.Files {
		for _, x := range file.Returns {
			if x.Outcome == load.Refused || x.Outcome == load.Held || x.Unit == load.Unknown || x.Period == "" {
				t.Errorf("%s: %+v", file.Name, x)
			}
		}
	}
	before := dump(t, db)
	if r, err := Ingest(t.Context(), db, []string{samples + "returns"}, on(2027, 1, 1)); err != nil || r.Count(Already) != len(r.Files) || dump(t, db) != before {
		t.Error("reading the samples again changes the warehouse", err)
	}
}

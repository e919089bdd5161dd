package main

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"
)

// The public tables that every published total is a sum of, that of proposals, and where their truth stands.
var truths = map[string][]string{
	"fct_award_count":       {"award_count.csv", "typed_award_count.csv"},
	"fct_beneficiary_count": {"beneficiary_count.csv", "typed_beneficiary_count.csv"},
	"fct_proposal":          {"proposals.csv", "typed_proposals.csv"},
}

// TestEveryFigureOfTheTruth guards the whole chain: what was drawn by the generator, which
// shares no code with the pipeline, and what was worked out on paper for the hand-typed
// returns must come out of the public tables, all of it and nothing besides.
func TestEveryFigureOfTheTruth(t *testing.T) {
	db, _ := samplesRun(t)
	for table := range truths {
		if wrong := againstTruth(t, db, table); len(wrong) > 0 {
			t.Errorf("%s: %d rows differ from the truth:\n%s", table, len(wrong), strings.Join(wrong[:min(len(wrong), 40)], "\n"))
		}
	}
	found := sqlRows(t, db, "select source_file, source_sheet, source_cell, code, severity from fct_finding")
	if wrong := difference(found[1:], csvFile(t, "findings.csv")[1:]); len(wrong) > 0 {
		t.Errorf("findings that the samples do not draw on purpose, or draw no longer:\n%s", strings.Join(wrong, "\n"))
	}
	if kept := sqlRows(t, db, "select file_name, status from fct_return where status in ('refused', 'held')"); len(kept) > 1 {
		t.Errorf("samples refused or held: %v", kept[1:])
	}
}

// againstTruth lists the rows in which a public table and the truth differ.
func againstTruth(t testing.TB, db, table string) []string {
	t.Helper()
	want := truthOf(t, table)
	header := want[0]
	got := sqlRows(t, db, "select "+strings.Join(header, ", ")+" from "+table)
	return difference(got[1:], want[1:])
}

func truthOf(t testing.TB, table string) [][]string {
	t.Helper()
	var all [][]string
	for _, file := range truths[table] {
		rows := csvFile(t, file)
		switch {
		case all == nil:
			all = rows
		case !slices.Equal(all[0], rows[0]):
			t.Fatalf("%s: its header differs from the other file of %s", file, table)
		default:
			all = append(all, rows[1:]...)
		}
	}
	if len(all) < 2 {
		t.Fatalf("no truth for %s", table)
	}
	return all
}

// difference compares two sets of rows, each row counted as often as it stands.
func difference(got, want [][]string) []string {
	count := map[string]int{}
	for _, r := range got {
		count[strings.Join(r, ",")]++
	}
	for _, r := range want {
		count[strings.Join(r, ",")]--
	}
	var wrong []string
	for row, n := range count {
		switch {
		case n > 0:
			wrong = append(wrong, fmt.Sprintf("%s  : in the table, not in the truth", row))
		case n < 0:
			wrong = append(wrong, fmt.Sprintf("%s  : in the truth, not in the table", row))
		}
	}
	sort.Strings(wrong)
	return wrong
}

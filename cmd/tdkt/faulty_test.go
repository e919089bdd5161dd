package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// TestFaultyReturns holds the findings that must come, each at its cell, and none besides;
// and that a refused return does not keep its neighbours out.
func TestFaultyReturns(t *testing.T) {
	db := filepath.Join(t.TempDir(), "faulty.duckdb")
	a := mustCall(t, exitFaults, "ingest", samples+"/faulty", "--db", db, "--format", "json", "--quiet")
	var got [][]string
	for _, line := range strings.Split(strings.TrimSpace(a.out), "\n") {
		var f struct{ File, Sheet, Cell, Code, Severity, Got, Want, Mend string }
		dec := json.NewDecoder(strings.NewReader(line))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&f); err != nil {
			t.Fatalf("line %q: %v", line, err)
		}
		if f.Want == "" || f.Mend == "" {
			t.Errorf("%s %s %s: a finding without want or mend", f.File, f.Cell, f.Code)
		}
		got = append(got, []string{f.File, f.Sheet, f.Cell, f.Code, f.Severity})
	}
	want := csvFile(t, "faulty_findings.csv")
	if wrong := difference(got, want[1:]); len(wrong) > 0 {
		t.Errorf("findings of the faulty returns:\n%s", strings.Join(wrong, "\n"))
	}
	status := sqlRows(t, db, "select file_name, form_of_return, status from fct_return")
	if wrong := difference(status[1:], csvFile(t, "faulty_status.csv")[1:]); len(wrong) > 0 {
		t.Errorf("status of the faulty returns:\n%s", strings.Join(wrong, "\n"))
	}
}

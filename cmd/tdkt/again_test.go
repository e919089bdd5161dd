package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// everything that the warehouse says in public, in order; two warehouses that agree on it are the same to a reader.
var publicTables = []string{
	"dim_unit", "fct_return", "fct_finding", "fct_award", "fct_award_count", "fct_beneficiary_count", "fct_proposal", "fct_contribution",
	"mart_form_year", "mart_level_year", "mart_achievement_year", "mart_beneficiary_year", "mart_unit_year", "mart_cluster_year",
	"mart_completeness", "mart_reconciliation",
}

// TestTwiceIsOnce: the same returns again change nothing, and the outputs are the same bytes.
func TestTwiceIsOnce(t *testing.T) {
	db, out := samplesRunToChange(t)
	tables, files := allPublic(t, db), outputs(t, out)
	second := t.TempDir()
	mustCall(t, exitDone, "run", samples+"/returns", "--db", db, "--out", second, "--quiet")
	samePublic(t, tables, allPublic(t, db))
	sameOutputs(t, files, outputs(t, second))
}

// TestOrderOfReadingIsNothing: one file after another, last name first, gives the same tables and the same bytes
// as all at once: which of two returns stands is a matter of marks and dates, never of what was read first.
func TestOrderOfReadingIsNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: it reads the samples folder by folder")
	}
	db, out := samplesRun(t)
	backwards, outBackwards := filepath.Join(t.TempDir(), "b.duckdb"), t.TempDir()
	folders, err := os.ReadDir(samples + "/returns")
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(folders)
	for _, f := range folders { // each folder by itself, under a copy that keeps the register and the relative names
		if f.IsDir() {
			part := t.TempDir()
			copyOf(t, samples+"/returns/so-nhan.csv", filepath.Join(part, "so-nhan.csv"))
			if err := os.CopyFS(filepath.Join(part, f.Name()), os.DirFS(samples+"/returns/"+f.Name())); err != nil {
				t.Fatal(err)
			}
			call(t, "ingest", part, "--db", backwards, "--quiet") // 3 where a revision waits for what it replaces
		}
	}
	mustCall(t, exitDone, "build", "--db", backwards, "--quiet")
	mustCall(t, exitDone, "dashboard", "--db", backwards, "--out", outBackwards, "--quiet")
	samePublic(t, allPublic(t, db), allPublic(t, backwards))
	sameOutputs(t, outputs(t, out), outputs(t, outBackwards))
}

func copyOf(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, content, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func allPublic(t *testing.T, db string) map[string][][]string {
	t.Helper()
	all := map[string][][]string{}
	for _, name := range publicTables {
		all[name] = sqlRows(t, db, "select * from "+name)
	}
	return all
}

func samePublic(t *testing.T, want, got map[string][][]string) {
	t.Helper()
	for _, name := range publicTables {
		if len(want[name]) < 2 {
			t.Errorf("%s is empty: nothing is compared", name)
		}
		if diff := cmp.Diff(want[name], got[name]); diff != "" {
			t.Errorf("%s differs (-first +second):\n%s", name, clip(diff))
		}
	}
}

// outputs are the files people open, by name.
func outputs(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, name := range []string{"index.html", "so-lieu.xlsx"} {
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = content
	}
	return files
}

func sameOutputs(t *testing.T, want, got map[string][]byte) {
	t.Helper()
	for name := range want {
		if !bytes.Equal(want[name], got[name]) {
			t.Errorf("%s: not the same bytes (%d and %d)", name, len(want[name]), len(got[name]))
		}
	}
}

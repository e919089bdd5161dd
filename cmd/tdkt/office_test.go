package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const samples = "../../data/samples"

// answer is what one call of the program gave.
type answer struct {
	code     int
	out, err string
}

// call runs the program as a function, with the clock standing still.
func call(t testing.TB, args ...string) answer {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(context.Background(), args, world{
		In: strings.NewReader(""), Out: &out, Err: &errs,
		Getenv: func(string) string { return "" },
		Now:    func() time.Time { return time.Date(2026, 1, 15, 8, 0, 0, 0, time.UTC) },
	})
	return answer{code, out.String(), errs.String()}
}

// mustCall is call that fails the test on any other exit code.
func mustCall(t testing.TB, code int, args ...string) answer {
	t.Helper()
	a := call(t, args...)
	if a.code != code {
		t.Fatalf("tdkt %s: exit %d, want %d\nstdout:\n%s\nstderr:\n%s", strings.Join(args, " "), a.code, code, clip(a.out), clip(a.err))
	}
	return a
}

func clip(s string) string {
	if len(s) > 4000 {
		return s[:4000] + "…"
	}
	return s
}

// sqlRows asks the published copy through `tdkt sql`, the door that people use.
func sqlRows(t testing.TB, db, query string) [][]string {
	t.Helper()
	a := mustCall(t, exitDone, "sql", "--db", db, "--format", "csv", query)
	rows, err := csv.NewReader(strings.NewReader(a.out)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return rows
}

// csvFile reads a file of truth/, header first.
func csvFile(t testing.TB, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join(samples, "truth", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return rows
}

package main

import (
	"os"
	"path/filepath"
	"testing"
)

// sharedDir holds what several tests only read: a run over the samples takes as long as most tests.
var sharedDir string

// sharing runs the tests and then removes what they shared.
type sharing struct{ *testing.M }

func (s sharing) Run() int {
	defer func() { os.RemoveAll(sharedDir) }()
	return s.M.Run()
}

// samplesRun gives the warehouse and the pages of a run over the samples. Nobody writes to them.
func samplesRun(t *testing.T) (db, out string) {
	t.Helper()
	if sharedDir == "" {
		dir, err := os.MkdirTemp("", "tdkt")
		if err != nil {
			t.Fatal(err)
		}
		sharedDir = dir
		mustCall(t, exitDone, "run", samples+"/returns", "--db", filepath.Join(dir, "a.duckdb"), "--out", filepath.Join(dir, "out"), "--quiet")
	}
	return filepath.Join(sharedDir, "a.duckdb"), filepath.Join(sharedDir, "out")
}

// samplesRunToChange gives the same as a copy that the test may write to.
func samplesRunToChange(t *testing.T) (db, out string) {
	t.Helper()
	samplesRun(t)
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(sharedDir)); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "a.duckdb"), filepath.Join(dir, "out")
}

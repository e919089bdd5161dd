package models

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// cases are the folders of testdata that hold raw tables and what must come of them.
func cases(t testing.TB) []string {
	t.Helper()
	dirs, err := filepath.Glob("testdata/*/raw_return.csv")
	if err != nil || len(dirs) == 0 {
		t.Fatal("no cases", err)
	}
	for i := range dirs {
		dirs[i] = filepath.Dir(dirs[i])
	}
	return dirs
}

// TestCases holds each counting rule to a small case: raw_*.csv in, want.<table>.csv out. A want file names the columns
// that it compares; all rows of the table must be there.
func TestCases(t *testing.T) {
	for _, dir := range cases(t) {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			db := warehouse(t, "", dir)
			res, err := Build(context.Background(), db, Options{Reference: smallReference(t, dir)})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range res.Red {
				t.Errorf("red: %s", f)
			}
			if res.Failed() {
				return
			}
			wants, err := filepath.Glob(filepath.Join(dir, "want.*.csv"))
			if err != nil || len(wants) == 0 {
				t.Fatal("nothing wanted", err)
			}
			for _, path := range wants {
				table := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(path), "want."), ".csv")
				want := readCSV(t, path)
				columns := strings.Join(want[0], ", ")
				got := rowsOf(t, db, "select "+columns+" from "+table+" order by "+columns)
				if diff := cmp.Diff(want[1:], got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", table, diff)
				}
			}
			traceSums(t, db)
		})
	}
}

package door

import (
	"context"
	"database/sql"
	_ "embed"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/duckdb/duckdb-go/v2"
)

//go:embed testdata/published.sql
var published string

// publish makes a published copy from the SQL, under a name that a DSN would misread.
func publish(t *testing.T, script string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "năm 2025 #2?%zz'.duckdb")
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, s := range []string{
		"attach '" + strings.ReplaceAll(path, "'", "''") + "' as pub", "use pub", script, "use memory", "detach pub",
	} {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func openFixture(t *testing.T, options ...Option) *Door {
	t.Helper()
	d, err := Open(publish(t, published), options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func mustSQL(t *testing.T, d *Door, text string) [][]any {
	t.Helper()
	got, err := d.SQL(context.Background(), text)
	if err != nil {
		t.Fatal(err)
	}
	return got.Rows
}

package models

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// built opens a case and builds it.
func built(t testing.TB, name string) *sql.DB {
	t.Helper()
	dir := filepath.Join("testdata", name)
	db := warehouse(t, "", dir)
	build(t, db, dir)
	return db
}

func build(t testing.TB, db *sql.DB, dir string) Result {
	t.Helper()
	res, err := Build(context.Background(), db, Options{Reference: smallReference(t, dir)})
	if err != nil {
		t.Fatal(err)
	}
	if res.Failed() {
		t.Fatal(res.Red)
	}
	return res
}

// TestEveryTestTurnsRed breaks the tables of one case, as testdata/red/<test>.sql says, and wants each test to see it.
func TestEveryTestTurnsRed(t *testing.T) {
	db := built(t, "everything")
	conn, err := db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	g, err := embeddedGraph()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range g.Tests {
		t.Run(test.Name, func(t *testing.T) {
			harm, err := os.ReadFile("testdata/red/" + test.Name + ".sql")
			if err != nil {
				t.Fatal(err)
			}
			if f, err := test.run(t.Context(), conn); err != nil || len(f.Rows) > 0 {
				t.Fatal("red before the harm is done", f, err)
			}
			for _, statement := range []string{"begin transaction", string(harm)} {
				if _, err := conn.ExecContext(t.Context(), statement); err != nil {
					t.Fatal(err)
				}
			}
			f, err := test.run(t.Context(), conn)
			if err != nil || len(f.Rows) == 0 {
				t.Error("still green", err)
			}
			if _, err := conn.ExecContext(t.Context(), "rollback"); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// tablesAsTheyStand gives every table of models and meta, rows in the order in which they stand.
func tablesAsTheyStand(t testing.TB, db *sql.DB) map[string][][]string {
	t.Helper()
	tables := map[string][][]string{}
	for _, row := range rowsOf(t, db, "select table_name from duckdb_tables() where not starts_with(table_name, 'raw_')") {
		tables[row[0]] = rowsOf(t, db, "select * from "+row[0])
	}
	return tables
}

// TestBuildTwice guards "same inputs, same bytes out": row for row, in the same order, also where rows arrived in another.
func TestBuildTwice(t *testing.T) {
	dir := "testdata/everything"
	db := warehouse(t, "", dir)
	first := build(t, db, dir)
	before := tablesAsTheyStand(t, db)
	second := build(t, db, dir)
	if first.BuildID != second.BuildID || first.BuildID == "" {
		t.Errorf("build ids %q and %q", first.BuildID, second.BuildID)
	}
	if diff := cmp.Diff(before, tablesAsTheyStand(t, db)); diff != "" {
		t.Errorf("second build (-first +second):\n%s", diff)
	}
	for table := range rawTables {
		execute(t, db, "create or replace table "+table+" as select * from "+table+" order by hash("+rawColumns(table)[0].name+"), rowid desc")
	}
	shuffled := build(t, db, dir)
	if shuffled.BuildID != first.BuildID {
		t.Errorf("build id %q after another order of reading, want %q", shuffled.BuildID, first.BuildID)
	}
	if diff := cmp.Diff(before, tablesAsTheyStand(t, db)); diff != "" {
		t.Errorf("another order of reading (-first +shuffled):\n%s", diff)
	}
	execute(t, db, "update raw_award set is_woman = not is_woman where is_woman is not null")
	if changed := build(t, db, dir); changed.BuildID == first.BuildID {
		t.Error("the build id stays where a raw row changed")
	}
}

// TestRedLeavesYesterday guards that a red test keeps nothing of the build, and says which rows are wrong.
func TestRedLeavesYesterday(t *testing.T) {
	dir := "testdata/everything"
	db := warehouse(t, "", dir)
	build(t, db, dir)
	before := tablesAsTheyStand(t, db)
	execute(t, db, "update raw_return set rows_used = rows_used + 1")
	res, err := Build(context.Background(), db, Options{Reference: smallReference(t, dir)})
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Red) != 1 || res.Red[0].Test != "fct_return.read_is_conserved" || len(res.Red[0].Rows) == 0 {
		t.Errorf("red: %v", res.Red)
	}
	if diff := cmp.Diff(before, tablesAsTheyStand(t, db)); diff != "" {
		t.Errorf("yesterday's tables changed:\n%s", diff)
	}
}

// TestIntake guards that the status of returns does not wait for the marts, nor touches them.
func TestIntake(t *testing.T) {
	dir := "testdata/everything"
	db := warehouse(t, "", dir)
	intake := func() {
		t.Helper()
		res, err := Intake(context.Background(), db, Options{Reference: smallReference(t, dir)})
		if err != nil || res.Failed() {
			t.Fatal(err, res.Red)
		}
	}
	intake()
	before := rowsOf(t, db, "select count(*) from fct_return")
	if n := rowsOf(t, db, "select count(*) from duckdb_tables() where starts_with(table_name, 'mart_')"); n[0][0] != "0" {
		t.Error("intake made marts")
	}
	build(t, db, dir)
	marts := rowsOf(t, db, "select * from mart_unit_year")
	execute(t, db, "insert into raw_return by name select * replace ('r99' as return_id, '2023' as period) from raw_return where return_id = 'r1'")
	execute(t, db, "delete from raw_award")
	intake()
	if after := rowsOf(t, db, "select count(*) from fct_return"); after[0][0] == before[0][0] {
		t.Error("the new return is not in fct_return")
	}
	if diff := cmp.Diff(marts, rowsOf(t, db, "select * from mart_unit_year")); diff != "" {
		t.Errorf("intake changed a mart:\n%s", diff)
	}
}

// TestGraphFaults holds the messages of a tree of models that cannot be built to name the file.
func TestGraphFaults(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"no grain", map[string]string{"marts/a.sql": "select 1 as x"}, `models/marts/a.sql: no line "-- grain: …"`},
		{"a ring", map[string]string{"marts/a.sql": "-- grain: x\nselect x from b", "marts/b.sql": "-- grain: x\nselect x from c",
			"staging/c.sql": "-- grain: x\nselect x from b"}, "models need one another: b needs c needs b"},
		{"a name that nothing makes", map[string]string{"marts/a.sql": "-- grain: x\nselect x from nowhere"}, "models/marts/a.sql: no table nowhere"},
		{"a test of nothing", map[string]string{"marts/a.sql": "-- grain: x\nselect 1 as x", "marts/a.b.test.sql": "select x from gone"},
			"models/marts/a.b.test.sql: no table gone"},
		{"a misspelt column", map[string]string{"marts/a.sql": "-- grain: x\nselect y as x from raw_return"}, "models/marts/a.sql"},
		{"not one select", map[string]string{"marts/a.sql": "-- grain: x\nselect 1 as x; select 2 as x"}, "want one select, got 2"},
		{"a name twice", map[string]string{"marts/a.sql": "-- grain: x\nselect 1 as x", "staging/a.sql": "-- grain: x\nselect 1 as x"},
			"the name stands in"},
		{"a trace of nothing", map[string]string{"marts/a.trace.sql": "select 1 as x"}, "no mart a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := fstest.MapFS{}
			for name, text := range c.files {
				files[name] = &fstest.MapFile{Data: []byte(text)}
			}
			_, err := Build(context.Background(), warehouse(t, "", ""), Options{Reference: smallReference(t, ""), files: files})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// TestGrainIsTested guards that the line "-- grain:" is held to: unique and never null.
func TestGrainIsTested(t *testing.T) {
	for name, query := range map[string]string{
		"twice": "-- grain: x\nselect 1 as x union all select 1 as x",
		"null":  "-- grain: x\nselect cast(null as bigint) as x",
	} {
		files := fstest.MapFS{"marts/a.sql": &fstest.MapFile{Data: []byte(query)}}
		res, err := Build(context.Background(), warehouse(t, "", ""), Options{Reference: smallReference(t, ""), files: files})
		if err != nil || !res.Failed() || res.Red[0].Test != "a.grain" {
			t.Errorf("%s: %v %v", name, res.Red, err)
		}
	}
}

// TestTablesBecomeViews guards a warehouse that another program built, in which what is a view now stands as a table, or the
// other way round.
func TestTablesBecomeViews(t *testing.T) {
	db := built(t, "everything")
	want := tablesAsTheyStand(t, db)
	for _, statement := range []string{
		"create table stood as select * from fct_award", "drop view fct_award", "alter table stood rename to fct_award",
		"drop table fct_proposal", "create view fct_proposal as select 1 as x",
	} {
		execute(t, db, statement)
	}
	build(t, db, "testdata/everything")
	if kinds := rowsOf(t, db, "select table_type from information_schema.tables where table_name in ('fct_award', 'fct_proposal') order by table_name"); kinds[0][0] != "VIEW" || kinds[1][0] != "BASE TABLE" {
		t.Error(kinds)
	}
	if diff := cmp.Diff(want, tablesAsTheyStand(t, db)); diff != "" {
		t.Error(diff)
	}
}

// TestOrderReadsJoins guards the edges that duckdb.GetTableNames loses, and that CTEs are no tables.
func TestOrderReadsJoins(t *testing.T) {
	db := warehouse(t, "", "")
	got, err := tablesOf(context.Background(), db, "x.sql", `with a as (select * from t1 join t2 using (k))
		select * from a where exists (select 1 from t3 where k in (select k from t4)) union all select * from t5, (values (1)) as v (k)`)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"t1", "t2", "t3", "t4", "t5"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestEmbeddedReference builds empty raw tables over the lists that the program carries.
func TestEmbeddedReference(t *testing.T) {
	db := warehouse(t, "", "")
	res, err := Build(context.Background(), db, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range res.Red {
		t.Error(f)
	}
}

package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// onDisk copies the case "everything" into a warehouse file and builds it.
func onDisk(t testing.TB) (db *sql.DB, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "tdkt.duckdb")
	db = warehouse(t, path, "testdata/everything")
	build(t, db, "testdata/everything")
	return db, path
}

func publish(t testing.TB, db *sql.DB, path string) string {
	t.Helper()
	copied, err := Publish(context.Background(), db, path)
	if err != nil {
		t.Fatal(err)
	}
	pointed, err := Pointer(path)
	if err != nil || pointed != copied {
		t.Fatalf("pointer %q %v, want %q", pointed, err, copied)
	}
	return copied
}

func readOnly(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("duckdb", path+"?access_mode=READ_ONLY&threads=1")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func published(t testing.TB, path string) []string {
	t.Helper()
	found, err := filepath.Glob(strings.TrimSuffix(path, ".duckdb") + ".pub-*")
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestPublishedCopy guards what leaves: public tables, whole and in order; no name, no birth date, nothing of ours inside.
func TestPublishedCopy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tdkt.duckdb")
	db := warehouse(t, path, "testdata/everything")
	execute(t, db, "update raw_award set recipient_name = 'Nguyễn Bí Mật', birth_on = date '1991-07-03' where recipient_kind = 'individual'")
	execute(t, db, "update raw_person set recipient_name = 'Nguyễn Bí Mật', workplace_text = 'Bí Mật', birth_on = date '1991-07-03' where recipient_kind = 'individual'")
	execute(t, db, "insert into raw_cell by name select 'r1' as return_id, 'S' as sheet_name, 'B1' as source_cell, 'name' as field")
	execute(t, db, "update raw_finding set got = 'Nguyễn Bí Mật', source_cell = 'B1' where return_id = 'r1'")
	build(t, db, "testdata/everything")
	if n := rowsOf(t, db, "select count(*) from fct_award_person where recipient_name = 'Nguyễn Bí Mật'"); n[0][0] == "0" {
		t.Fatal("the case has no name to hide")
	}
	out := readOnly(t, publish(t, db, path))
	var tables []string
	for _, row := range rowsOf(t, out, "select table_name from information_schema.tables order by 1") {
		tables = append(tables, row[0])
		got := rowsOf(t, out, "select * from "+row[0])
		text := fmt.Sprint(got)
		if strings.Contains(text, "Bí Mật") || strings.Contains(text, "1991-07-03") {
			t.Errorf("%s holds a name or a birth date", row[0])
		}
		if row[0] == "fct_finding" {
			continue // got of the personal cell is blanked
		}
		query := "select * from " + row[0]
		if row[0] == "fct_contribution" { // a view of two tables promises no order
			query += " order by contribution_id"
			got = rowsOf(t, out, query)
		}
		if diff := cmp.Diff(rowsOf(t, db, query), got); diff != "" {
			t.Errorf("%s (-warehouse +copy):\n%s", row[0], diff)
		}
	}
	want := []string{"fct_award", "fct_award_count", "fct_beneficiary_count", "fct_cell_contribution", "fct_contribution", "fct_delegate", "fct_duty",
		"fct_exemplar", "fct_exemplar_period", "fct_finding", "fct_list_row", "fct_proposal", "fct_return", "fct_round_contribution", "fct_statistic", "meta_build", "meta_intake"}
	got := slices.DeleteFunc(slices.Clone(tables), func(n string) bool { return strings.HasPrefix(n, "dim_") || strings.HasPrefix(n, "mart_") })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("tables (-want +got):\n%s", diff)
	}
	traceSums(t, out)
}

// TestPublishedRecipients guards that no digest of a person leaves, in whatever column, and that recipients can be counted still.
func TestPublishedRecipients(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tdkt.duckdb")
	db := warehouse(t, path, "testdata/everything")
	execute(t, db, "update raw_award set name_key = md5('name of ' || recipient_key), recipient_key = md5(recipient_key)")
	execute(t, db, "update raw_award set recipient_key = md5('twice') where award_id in ('a03', 'a13')")
	execute(t, db, "update raw_person set name_key = md5('name of ' || recipient_key), recipient_key = md5(recipient_key)")
	build(t, db, "testdata/everything")
	var digests []string
	for _, row := range rowsOf(t, db, "select recipient_key from raw_award union select name_key from raw_award union select recipient_key from raw_person union select name_key from raw_person") {
		digests = append(digests, row[0])
	}
	out := readOnly(t, publish(t, db, path))
	for _, row := range rowsOf(t, out, "select table_name from information_schema.tables order by 1") {
		text := fmt.Sprint(rowsOf(t, out, "select * from "+row[0]))
		for _, d := range digests {
			if strings.Contains(text, d) {
				t.Errorf("%s holds the digest %s of a recipient", row[0], d)
			}
		}
	}
	same := "select a.award_id, b.award_id from fct_award as a join fct_award as b using (recipient_key) order by all"
	told := `with told as (select award_id, r.recipient_key from fct_award join raw_award as r using (award_id))
		select a.award_id, b.award_id from told as a join told as b using (recipient_key) order by all`
	if diff := cmp.Diff(rowsOf(t, db, told), rowsOf(t, out, same)); diff != "" {
		t.Errorf("awards of one recipient (-as read +copy):\n%s", diff)
	}
	people := "select count(distinct recipient_key) > 1 and count(distinct recipient_key) < count(*) from fct_award"
	if rowsOf(t, out, people)[0][0] != "true" {
		t.Error("the case has no recipient of two awards beside another")
	}
}

// TestPublishAgain guards that a copy of the same contents is not written twice, that old copies go, and that a reader
// of an old copy keeps it.
func TestPublishAgain(t *testing.T) {
	db, path := onDisk(t)
	if _, err := Pointer(path); !errors.Is(err, ErrNotPublished) {
		t.Errorf("got %v before the first publication", err)
	}
	first := publish(t, db, path)
	reader := readOnly(t, first)
	if n := rowsOf(t, reader, "select count(*) from mart_unit_year"); n[0][0] == "0" {
		t.Fatal("no rows to read")
	}
	written, err := os.Stat(first)
	if err != nil {
		t.Fatal(err)
	}
	if again := publish(t, db, path); again != first {
		t.Errorf("published %q, want %q", again, first)
	}
	if now, err := os.Stat(first); err != nil || !now.ModTime().Equal(written.ModTime()) {
		t.Error("the copy was written again", err)
	}
	var copies []string
	for i := range 3 {
		execute(t, db, fmt.Sprintf("update raw_award set movement = 'm%d'", i))
		build(t, db, "testdata/everything")
		copies = append(copies, publish(t, db, path))
	}
	if diff := cmp.Diff(slices.Sorted(slices.Values(copies[1:])), published(t, path)); diff != "" {
		t.Errorf("copies (-want the last two +got):\n%s", diff)
	}
	if n := rowsOf(t, reader, "select count(*) from mart_form_year"); n[0][0] == "0" {
		t.Error("the reader lost its copy")
	}
}

// TestPublishAfterIntake guards that readers see new returns at once, beside the last green marts.
func TestPublishAfterIntake(t *testing.T) {
	db, path := onDisk(t)
	before := publish(t, db, path)
	execute(t, db, "insert into raw_return by name select * replace ('r99' as return_id, '2023' as period) from raw_return where return_id = 'r1'")
	execute(t, db, "delete from raw_award")
	if res, err := Intake(context.Background(), db, Options{Reference: smallReference(t, "")}); err != nil || res.Failed() {
		t.Fatal(err, res.Red)
	}
	after := publish(t, db, path)
	old, now := readOnly(t, before), readOnly(t, after)
	if rowsOf(t, now, "select count(*) from fct_return where return_id = 'r99'")[0][0] != "1" {
		t.Error("the new return is not published")
	}
	for _, table := range []string{"mart_unit_year", "fct_award", "meta_build"} {
		if diff := cmp.Diff(rowsOf(t, old, "select * from "+table), rowsOf(t, now, "select * from "+table)); diff != "" {
			t.Errorf("%s changed:\n%s", table, diff)
		}
	}
}

// TestPublishSweeps guards that what a kill leaves behind is cleared and never taken for a copy.
func TestPublishSweeps(t *testing.T) {
	db, path := onDisk(t)
	stem := strings.TrimSuffix(path, ".duckdb")
	for _, half := range []string{stem + ".pub-aa.duckdb.tmp", stem + ".pub-aa.duckdb.tmp.wal", path + ".pub.tmp", stem + ".pub-bb.duckdb"} {
		if err := os.WriteFile(half, []byte("half"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	neighbour := filepath.Join(filepath.Dir(path), "other.pub-aa.duckdb")
	if err := os.WriteFile(neighbour, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	copied := publish(t, db, path)
	if diff := cmp.Diff([]string{copied}, published(t, path)); diff != "" {
		t.Error(diff)
	}
	if _, err := os.Stat(neighbour); err != nil {
		t.Error("another warehouse's copy went", err)
	}
	if err := os.WriteFile(path+".pub", []byte("../elsewhere\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Pointer(path); err == nil || errors.Is(err, ErrNotPublished) {
		t.Errorf("a pointer out of the folder gave %v", err)
	}
}

// TestKilled kills a process that builds and publishes, at moments spread over its work: the warehouse opens, the pointer
// names a whole copy, and a second run completes.
func TestKilled(t *testing.T) {
	if path := os.Getenv("MODELS_TEST_KILLED"); path != "" {
		buildForever(t, path)
		return
	}
	db, path := onDisk(t)
	publish(t, db, path)
	db.Close()
	for i := range 12 {
		cmd := exec.Command(os.Args[0], "-test.run", "^TestKilled$")
		cmd.Env = append(os.Environ(), "MODELS_TEST_KILLED="+path)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(150+97*i) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // killed
		copied, err := Pointer(path)
		if err != nil {
			t.Fatal(err)
		}
		out, err := sql.Open("duckdb", copied+"?access_mode=READ_ONLY&threads=1")
		if err != nil {
			t.Fatal(err)
		}
		if id := rowsOf(t, out, "select build_id from meta_build")[0][0]; !strings.Contains(copied, id) {
			t.Errorf("copy %s holds build %s", copied, id)
		}
		traceSums(t, out)
		out.Close()
	}
	again, err := sql.Open("duckdb", path)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	build(t, again, "testdata/everything")
	copied := publish(t, again, path)
	for _, left := range published(t, path) {
		if strings.Contains(left, ".tmp") {
			t.Errorf("left after %s: %s", copied, left)
		}
	}
}

// buildForever builds and publishes ever new contents until it is killed.
func buildForever(t *testing.T, path string) {
	db, err := sql.Open("duckdb", path+"?threads=1")
	if err != nil {
		t.Fatal(err)
	}
	for {
		execute(t, db, "update raw_award set movement = coalesce(movement, '') || 'x'")
		build(t, db, "testdata/everything")
		publish(t, db, path)
	}
}

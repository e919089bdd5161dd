package load

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/duckdb/duckdb-go/v2"

	"tdkt/data"
	"tdkt/ingest/finding"
)

func open(t testing.TB) (*sql.DB, *sql.Conn) {
	t.Helper()
	db, err := sql.Open("duckdb", filepath.Join(t.TempDir(), "raw.duckdb"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if err := Create(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return db, conn
}

// sample is a batch with one row in every table, and every kind of null.
func sample(hash string) *Batch {
	yes := true
	id := "r" + hash
	return &Batch{
		File:    File{Hash: hash, Name: hash + ".xlsx", Fingerprint: "f", ReceivedOn: data.Date{Year: 2025, Month: 1, Day: 2}, Content: []byte{0, 1, 2}},
		Returns: []Return{{ID: id, FileHash: hash, FileName: hash + ".xlsx", Form: "mau_02", Outcome: Accepted}},
		Sheets: []Sheet{{id, "S", []Row{{1, "data", Used, ""}},
			[]Cell{{1, 1, "đ", "name", Used, ""}, {1, 2, "2", "", Excluded, "ratio"}}}},
		Findings: []Finding{{id, 1, finding.Finding{Code: "total-differs", Severity: finding.Warning,
			At: finding.Place{File: hash + ".xlsx", Sheet: "S", Cell: "B1"}, Got: "2"}}},
		Awards:     []Award{{ID: id + "-1-1", Return: id, Name: "Nguyễn Văn Ủy", Woman: &yes, Event: "awarded"}},
		Tallies:    []Tally{{Return: id, Unit: "u", Measure: "award_count", Amount: 0, Cell: "B1"}},
		Declared:   []Declared{{id, "u", 2024, "ldtt", "S", "A1"}},
		Printed:    []Printed{{Return: id, Printed: 2, Computed: 3}},
		Statistics: []Statistic{{Return: id, Unit: "u", Year: 2024, Measure: "staff_count", Statistic: "staff_total", Column: "all", Amount: 0, Cell: "C7"}},
		Listed:     []Listed{{Return: id, List: "board_cluster", Name: "Sở Y tế", Year: 2024}},
		People:     []Person{{ID: id + "-1-1", Return: id, List: "dai_bieu_dai_hoi", Name: "Lê Văn Đại", Woman: &yes, Year: 2025}},
	}
}

func one(t testing.TB, db *sql.DB, q string) string {
	t.Helper()
	var out string
	if err := db.QueryRowContext(t.Context(), q).Scan(&out); err != nil {
		t.Fatalf("%s: %v", q, err)
	}
	return out
}

func counts(t testing.TB, db *sql.DB) string {
	t.Helper()
	var out []string
	for _, tab := range append([]raw{rawFile}, ofReturn...) {
		out = append(out, tab.name+" "+one(t, db, "select count(*)::varchar from "+tab.name))
	}
	return strings.Join(out, ", ")
}

func TestWriteTwiceChangesNothing(t *testing.T) {
	db, conn := open(t)
	for _, hash := range []string{"a", "b", "a"} {
		b := sample(hash)
		b.Count()
		if err := b.Lost(1, 2); err != nil {
			t.Fatal(err)
		}
		if err := Write(t.Context(), conn, b); err != nil {
			t.Fatal(err)
		}
	}
	want := "raw_file 2, raw_return 2, raw_row 2, raw_cell 4, raw_finding 2, raw_award 2, raw_tally 2, raw_declared 2, raw_printed 2, raw_statistic 2, raw_listed 2, raw_person 2"
	if got := counts(t, db); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	got := one(t, db, `select concat_ws('|', recipient_name, is_woman, coalesce(is_religious::varchar, 'null'), coalesce(birth_year::varchar, 'null'),
		coalesce(beneficiary_class, 'null'), coalesce(birth_on::varchar, 'null')) from raw_award order by award_id limit 1`)
	if got != "Nguyễn Văn Ủy|true|null|null|null|null" {
		t.Errorf("award came back as %s", got)
	}
	if got := one(t, db, "select received_on::varchar || octet_length(content) from raw_file limit 1"); got != "2025-01-023" {
		t.Errorf("file came back as %s", got)
	}
	if got := one(t, db, "select count(*)::varchar from duckdb_views() where not internal"); got != "0" {
		t.Errorf("%s views were left behind", got)
	}
}

func TestWriteAllOrNothing(t *testing.T) {
	db, conn := open(t)
	if err := Write(t.Context(), conn, sample("a")); err != nil {
		t.Fatal(err)
	}
	before := counts(t, db)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Write(ctx, conn, sample("b")); err == nil {
		t.Fatal("a write whose context is done went through")
	}
	if _, err := conn.ExecContext(t.Context(), "alter table raw_printed rename column printed to elsewhere"); err != nil {
		t.Fatal(err)
	}
	if err := Write(t.Context(), conn, sample("a")); err == nil {
		t.Fatal("a write into a table without its column went through")
	}
	if _, err := conn.ExecContext(t.Context(), "alter table raw_printed rename column elsewhere to printed"); err != nil {
		t.Fatal(err)
	}
	if after := counts(t, db); after != before {
		t.Errorf("half a file is left: %s", after)
	}
	if err := Write(t.Context(), conn, sample("b")); err != nil {
		t.Errorf("the connection is of no use after a failed write: %v", err)
	}
}

func TestLost(t *testing.T) {
	for name, spoil := range map[string]func(*Batch){
		"a cell of no return":          func(b *Batch) { b.Sheets[0].Return = "elsewhere" },
		"a cell less":                  func(b *Batch) { b.Sheets[0].Cells = b.Sheets[0].Cells[:1] },
		"a row of unknown disposition": func(b *Batch) { b.Sheets[0].Rows[0].Disposition = "" },
		"an exclusion without reason":  func(b *Batch) { b.Sheets[0].Cells[1].Reason = "" },
	} {
		b := sample("a")
		spoil(b)
		b.Count()
		if b.Lost(1, 2) == nil {
			t.Errorf("%s is not noticed", name)
		}
	}
}

func BenchmarkWriteSmall(b *testing.B) {
	_, conn := open(b)
	n := 0
	for b.Loop() {
		n++
		if err := Write(b.Context(), conn, sample(fmt.Sprint("f", n))); err != nil {
			b.Fatal(err)
		}
	}
}

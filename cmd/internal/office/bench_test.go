package office

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tdkt/data"
	"tdkt/data/samples/bulk"
)

// BenchmarkOffice takes 200 workbooks of 200,000 rows in all from files to published marts, and then one that takes the
// place of the first from its file to published marts, in the same warehouse.
func BenchmarkOffice(b *testing.B) {
	const files, rows = 200, 200_000
	returns, err := bulk.Returns(files, rows)
	if err != nil {
		b.Fatal(err)
	}
	again, err := bulk.Resent(files, rows)
	if err != nil {
		b.Fatal(err)
	}
	all, one := b.TempDir(), b.TempDir()
	for _, r := range returns {
		put(b, all, r)
	}
	put(b, one, again)
	texts, err := data.LoadTexts("vi")
	if err != nil {
		b.Fatal(err)
	}
	toMarts := func(b *testing.B, db, dir string) {
		o := &Office{DB: db, Lang: "vi", Texts: texts, Progress: io.Discard, Program: "bench",
			Now: func() time.Time { return time.Date(2025, 2, 3, 8, 0, 0, 0, time.UTC) }}
		got, err := o.Ingest(context.Background(), []string{dir}, "")
		if err != nil || got.Faults() {
			b.Fatal(err, got.Findings)
		}
		if _, err := o.Build(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			toMarts(b, filepath.Join(b.TempDir(), "tdkt.duckdb"), all)
		}
		b.ReportMetric(rows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	})
	b.Run("resent", func(b *testing.B) {
		before := b.TempDir()
		toMarts(b, filepath.Join(before, "tdkt.duckdb"), all)
		for b.Loop() {
			b.StopTimer()
			dir := filepath.Join(b.TempDir(), "w")
			if err := os.CopyFS(dir, os.DirFS(before)); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			toMarts(b, filepath.Join(dir, "tdkt.duckdb"), one)
		}
	})
}

func put(b *testing.B, dir string, r bulk.Return) {
	b.Helper()
	if err := os.WriteFile(filepath.Join(dir, r.Name), r.Content, 0o644); err != nil {
		b.Fatal(err)
	}
}

package office

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tdkt/data"
	"tdkt/data/samples/bulk"
)

// BenchmarkOffice takes 200 workbooks from files to published marts, as a run does before it draws, and then one that takes
// the place of the first from its file to published marts, in the same warehouse. published-s is when readers see the new
// figures; what follows works the log into the warehouse.
func BenchmarkOffice(b *testing.B) {
	const files = 200
	texts, err := data.LoadTexts("vi")
	if err != nil {
		b.Fatal(err)
	}
	for _, rows := range []int{100_000, 200_000} {
		returns, err := bulk.Returns(files, rows)
		if err != nil {
			b.Fatal(err)
		}
		again, err := bulk.Resent(files, rows)
		if err != nil {
			b.Fatal(err)
		}
		all, one, before := b.TempDir(), b.TempDir(), b.TempDir()
		for _, r := range returns {
			put(b, all, r)
		}
		put(b, one, again)
		b.Run(fmt.Sprintf("all-%d", rows), func(b *testing.B) {
			var published time.Duration
			for b.Loop() {
				published += toMarts(b, texts, filepath.Join(b.TempDir(), "tdkt.duckdb"), all)
			}
			b.ReportMetric(published.Seconds()/float64(b.N), "published-s")
		})
		toMarts(b, texts, filepath.Join(before, "tdkt.duckdb"), all)
		b.Run(fmt.Sprintf("resent-%d", rows), func(b *testing.B) {
			var published time.Duration
			for b.Loop() {
				b.StopTimer()
				dir := filepath.Join(b.TempDir(), "w")
				if err := os.CopyFS(dir, os.DirFS(before)); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				published += toMarts(b, texts, filepath.Join(dir, "tdkt.duckdb"), one)
			}
			b.ReportMetric(published.Seconds()/float64(b.N), "published-s")
		})
	}
}

// toMarts reads a folder into a warehouse, builds and publishes, and says how long that took.
func toMarts(b *testing.B, texts data.Texts, path, dir string) time.Duration {
	b.Helper()
	begun := time.Now()
	o := &Office{DB: path, Lang: "vi", Texts: texts, Progress: io.Discard, Program: "bench",
		Now: func() time.Time { return time.Date(2025, 2, 3, 8, 0, 0, 0, time.UTC) }}
	db, err := o.open(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	got, err := o.ingest(context.Background(), db, []string{dir}, "", func() (Change, error) {
		_, c, err := o.weighAndMake(context.Background(), db)
		return c, err
	})
	published := time.Since(begun)
	if err != nil || got.Faults() {
		b.Fatal(err, got.Findings)
	}
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
	return published
}

func put(b *testing.B, dir string, r bulk.Return) {
	b.Helper()
	if err := os.WriteFile(filepath.Join(dir, r.Name), r.Content, 0o644); err != nil {
		b.Fatal(err)
	}
}

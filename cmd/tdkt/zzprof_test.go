package main

import (
	"context"
	"database/sql"
	"testing"
	"time"

	"tdkt/data"
	"tdkt/ingest"
	"tdkt/models"
)

func TestZZProf(t *testing.T) {
	ctx := context.Background()
	for _, dsn := range []string{":memory:?threads=1", ":memory:?threads=2"} {
		db, err := sql.Open("duckdb", dsn)
		if err != nil {
			t.Fatal(err)
		}
		now := func() data.Date { return data.Date{Year: 2026, Month: 1, Day: 15} }
		s := time.Now()
		_, err = ingest.Ingest(ctx, db, []string{samples + "/returns"}, ingest.Options{Now: now})
		t.Log("ingest", time.Since(s), err)
		s = time.Now()
		_, err = ingest.Ingest(ctx, db, []string{samples + "/returns"}, ingest.Options{Now: now})
		t.Log("again", time.Since(s), err)
		last := time.Now()
		name0 := ""
		s = time.Now()
		for range 2 {
			res, err := models.Build(ctx, db, models.Options{Progress: func(d, o int, n string) {
				if x := time.Since(last); x > 10*time.Millisecond {
					t.Log(name0, x)
				}
				last, name0 = time.Now(), n
			}})
			t.Log("rest", time.Since(last), "build", time.Since(s), err, res.Failed())
			s = time.Now()
			last = time.Now()
		}
		_, err = models.Intake(ctx, db, models.Options{})
		t.Log("intake", time.Since(s), err)
		db.Close()
	}
}

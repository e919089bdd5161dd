package office

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"path/filepath"
	"testing"
	"time"

	"tdkt/data"
	"tdkt/models"
)

// A run builds once, for a whole build weighs the returns too. Where a test of the models is red, which returns stand is
// published all the same, beside yesterday's figures. What is lost if not: a return that came in, and nobody sees.
func TestRunWithARedTestPublishesWhatStands(t *testing.T) {
	texts, err := data.LoadTexts("vi")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	o := &Office{DB: filepath.Join(dir, "tdkt.duckdb"), Lang: "vi", Texts: texts, Progress: io.Discard, Program: "test",
		Now: func() time.Time { return time.Date(2025, 2, 3, 8, 0, 0, 0, time.UTC) }}
	const faulty = "../../../data/samples/faulty/"
	if _, err := o.Run(context.Background(), []string{faulty + "sound-1.csv"}, dir, 0); err != nil {
		t.Fatal(err)
	}
	published := func(query string) (n int) {
		t.Helper()
		path, err := models.Pointer(o.DB)
		if err != nil {
			t.Fatal(err)
		}
		copied, err := sql.Open("duckdb", path+"?access_mode=read_only")
		if err != nil {
			t.Fatal(err)
		}
		defer copied.Close()
		if err := copied.QueryRow(query).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	awards := published("select count(*) from fct_award")
	db, err := o.open(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("update raw_award set recipient_key = ''"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	done, err := o.Run(context.Background(), []string{faulty + "sound-2.xlsx"}, dir, 0)
	if red := (RedTests{}); !errors.As(err, &red) || red.Red[0].Test != "fct_award.recipients_are_told" {
		t.Fatal(err)
	}
	if len(done.Received.Returns) != 1 || done.Shown.Page != "" {
		t.Errorf("%+v", done)
	}
	if n := published("select count(*) from fct_return"); n != 2 {
		t.Errorf("%d returns are published", n)
	}
	if n := published("select count(*) from fct_award"); n != awards || n == 0 {
		t.Errorf("%d awards are published, %d were", n, awards)
	}
}

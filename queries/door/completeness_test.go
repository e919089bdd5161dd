package door

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/queries/door/format"
	"tdkt/queries/library"
	"tdkt/queries/table"
)

// A total over returns that are not all there must never leave bare: every query that counts by award year carries the
// completeness of its years, in every format that people open.
func TestNoTotalLeavesBare(t *testing.T) {
	d := openFixture(t)
	for _, q := range allQueries(t) {
		if q.CountsBy != table.ByAwardYear || q.Name == "completeness-year" {
			continue
		}
		given := map[string]string{}
		for _, p := range q.Params {
			if p.Name == "years" {
				given["years"] = "9"
			}
		}
		got, err := d.Query(context.Background(), q, given)
		if err != nil {
			t.Fatal(q.Name, err)
		}
		if len(got.Completeness) == 0 {
			t.Errorf("%s: a table with %d rows and no completeness", q.Name, len(got.Rows))
			continue
		}
		for f, want := range map[format.Format]string{format.Table: "năm 2025: 1/3 đơn vị, sơ bộ", format.CSV: "1/3", format.JSON: `"completeness":"1/3"`} {
			out := written(t, got, f, "vi")
			if !strings.Contains(out, want) && strings.Contains(out, "2025") {
				t.Errorf("%s as %s: no %q in\n%s", q.Name, f, want, out)
			}
		}
	}
}

func written(t *testing.T, tab table.Table, f format.Format, lang string) string {
	t.Helper()
	var b bytes.Buffer
	if err := format.Write(&b, tab, f, format.Options{Lang: lang}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What stands beside a year of a table, in each format; both years of a comparison have theirs.
func TestCompletenessBesideATotal(t *testing.T) {
	d := openFixture(t)
	q, err := library.Get("headline")
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.Query(context.Background(), q, map[string]string{"year": "2025"})
	if err != nil {
		t.Fatal(err)
	}
	want := []table.Completeness{{Year: 2024}, {Year: 2025, Expected: 3, Complete: 1, Provisional: true}}
	if diff := cmp.Diff(want, got.Completeness); diff != "" {
		t.Error(diff)
	}
	for lang, line := range map[string]string{
		"vi": "Mức đầy đủ (đơn vị đủ báo cáo / phải gửi): năm 2025: 1/3 đơn vị, sơ bộ; năm 2024: chưa rõ đơn vị nào phải gửi báo cáo\n",
		"en": "Completeness (units complete / units that owe): 2025: 1/3 units, provisional; 2024: not known which units owe a return\n",
	} {
		if out := written(t, got, format.Table, lang); !strings.Contains(out, line) {
			t.Errorf("no %q in\n%s", line, out)
		}
	}
	rows, err := csv.NewReader(strings.NewReader(written(t, got, format.CSV, "vi"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	n := len(rows[0])
	if diff := cmp.Diff([][]string{{"completeness", "is_provisional", "last_completeness", "last_is_provisional"}, {"1/3", "true", "0/0", "false"}}, [][]string{rows[0][n-4:], rows[1][n-4:]}); diff != "" {
		t.Error(diff)
	}
	var objects []map[string]any
	if err := json.Unmarshal([]byte(written(t, got, format.JSON, "vi")), &objects); err != nil {
		t.Fatal(err)
	}
	if o := objects[0]; o["completeness"] != "1/3" || o["is_provisional"] != true {
		t.Error(o)
	}
	x, err := excelize.OpenReader(strings.NewReader(written(t, got, format.XLSX, "vi")))
	if err != nil {
		t.Fatal(err)
	}
	cells, err := x.GetRows("headline")
	if err != nil {
		t.Fatal(err)
	}
	if last := len(cells[0]) - 2; cells[0][last] != "Mức đầy đủ" || cells[1][last] != "1/3 đơn vị, sơ bộ" {
		t.Error(cells[0], cells[1])
	}
}

// A copy that an older program published has no such mart: its totals say that nobody knows.
func TestCompletenessOfAnOlderCopy(t *testing.T) {
	d, err := Open(publish(t, published+"; drop table mart_completeness_year"))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	q, err := library.Get("by-year")
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.Query(context.Background(), q, nil)
	if err != nil || !strings.Contains(got.Note("vi"), "năm 2025: chưa rõ đơn vị nào phải gửi báo cáo") {
		t.Error(got.Note("vi"), err)
	}
}

// A part of a year is as complete as its year; a span has the units of all its years, and is provisional where one of them is
// or nobody tells of it.
func TestCompletenessOfAPeriod(t *testing.T) {
	d := openFixture(t)
	q, err := library.Get("by-period")
	if err != nil {
		t.Fatal(err)
	}
	for period, want := range map[string]string{"2025": "1/3", "2025-H1": "1/3", "2024..2025": "1/3"} {
		got, err := d.Query(context.Background(), q, map[string]string{"period": period})
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Rows) == 0 || got.Text(0, "completeness") != want || got.Value(0, "is_provisional") != true {
			t.Errorf("%s: %d rows, %v", period, len(got.Rows), got.Rows)
		}
	}
}

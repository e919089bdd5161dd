package door

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/queries/library"
	"tdkt/queries/table"
)

func ask(t *testing.T, d *Door, name string, given map[string]string) table.Table {
	t.Helper()
	q, err := library.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.Query(context.Background(), q, given)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// An answer says what its years are, where it was cut before its period was over, and which breaks it crosses: the last return of
// the fixture came in on 2026-01-11.
func TestAnswersSayWhatTheirYearsAre(t *testing.T) {
	d := openFixture(t)
	const (
		newLaw = "Mốc so sánh – từ 1/1/2024 áp dụng luật 2022."
		named  = "Mốc so sánh – Lao động tiên tiến: từ 1/1/2024 tên khác."
		merged = "Mốc so sánh – từ 1/7/2025 không còn cấp huyện [chưa kiểm chứng]."
		cut    = "Tính đến ngày 11/01/2026 (ngày nhận báo cáo gần nhất): khi đó kỳ chưa kết thúc (31/12/2026), số liệu còn thay đổi."
	)
	for _, c := range []struct {
		shows, query string
		given        map[string]string
		counts       table.CountsBy
		period       string
		notes        []string
	}{
		{"the newest year, over before the last return, with a break in its middle", "by-form-year", nil, table.ByAwardYear, "", []string{merged}},
		{"a year that begins with a new law crosses nothing", "by-form-year", map[string]string{"year": "2024"}, table.ByAwardYear, "", nil},
		{"years of a form under two names", "five-year", map[string]string{"period": "2023..2025"}, table.ByAwardYear, "giai đoạn 2023-2025", []string{newLaw, named, merged}},
		{"no note on a form that is not there", "by-unit", map[string]string{"year": "2024", "years": "2"}, table.ByAwardYear, "", []string{newLaw}},
		{"a half-year counts by day", "by-period", map[string]string{"period": "2025-H1"}, table.ByDecidedOn, "06 tháng đầu năm 2025", nil},
		{"a school year by what returns state", "by-period", map[string]string{"period": "2024-2025"}, table.BySchoolYear, "năm học 2024-2025", nil},
		{"a whole year by award year", "by-period", map[string]string{"period": "2025"}, table.ByAwardYear, "năm 2025", []string{merged}},
		{"the newest year of by-period", "by-period", nil, table.ByAwardYear, "", []string{merged}},
		{"a period that is not over", "by-period", map[string]string{"period": "2026"}, table.ByAwardYear, "năm 2026", []string{cut}},
		{"a table of no year", "findings", nil, table.ByNothing, "", nil},
	} {
		t.Run(c.shows, func(t *testing.T) {
			got := ask(t, d, c.query, c.given)
			var notes []string
			for _, n := range got.Notes {
				notes = append(notes, n.In("vi"))
				if n.EN == "" || n.EN == n.VI {
					t.Errorf("no English: %q", n)
				}
			}
			if diff := cmp.Diff(c.notes, notes); diff != "" {
				t.Error(diff)
			}
			if got.CountsBy != c.counts || got.Period.VI != c.period {
				t.Errorf("counts by %q, period %q", got.CountsBy, got.Period.VI)
			}
			if words := c.counts.In("vi"); !strings.Contains(got.Source("vi"), words) || c.counts != "" && words == "" {
				t.Errorf("source %q", got.Source("vi"))
			}
		})
	}
}

// Every query that counts by a year has a column that is called so: CSV and JSON have no other place to say it.
func TestTheYearStandsInAColumn(t *testing.T) {
	for _, q := range allQueries(t) {
		want := map[table.CountsBy]string{table.ByAwardYear: "award_year", table.ByDecidedYear: "decided_year", table.ByPeriod: "period", table.ByGiven: "counts_by"}[q.CountsBy]
		if want == "" {
			continue
		}
		columns := table.Table{Columns: q.Columns}
		if q.CountsBy == table.ByPeriod && columns.Col(want) < 0 {
			want = "report_year" // of returns that are due for whole years only
		}
		if columns.Col(want) < 0 {
			t.Errorf("%s counts by %s and has no column %s", q.Name, q.CountsBy, want)
		}
	}
}

func TestAPeriodThatAQueryCannotAnswer(t *testing.T) {
	d := openFixture(t)
	for _, c := range []struct {
		query string
		given map[string]string
		says  string
	}{
		{"by-form-year", map[string]string{"period": "2025-H1"}, "ask by-period"},
		{"by-form-year", map[string]string{"period": "2024-2025"}, "ask by-period"},
		{"by-form-year", map[string]string{"period": "2025", "year": "2025"}, "give one of them"},
		{"change", map[string]string{"period": "2024..2025"}, "takes one year"},
		{"by-period", map[string]string{"period": "2025-H3"}, "no period"},
		{"by-period", map[string]string{"period": "dai-hoi-99"}, "no period"},
	} {
		q, err := library.Get(c.query)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Query(context.Background(), q, c.given); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s %v: %v, want %q", c.query, c.given, err, c.says)
		}
	}
}

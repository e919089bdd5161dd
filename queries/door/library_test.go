package door

import (
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/queries/library"
	"tdkt/queries/table"
)

func allQueries(t *testing.T) []library.Query {
	t.Helper()
	all, err := library.All()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Every query answers, its columns are those of its header, and its figures name cells of the
// published marts that hold the same number: guards every number a reader may trace.
func TestEveryQueryAgreesWithItsHeader(t *testing.T) {
	d := openFixture(t)
	for _, q := range allQueries(t) {
		t.Run(q.Name, func(t *testing.T) {
			got, err := d.Query(context.Background(), q, nil)
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Rows) == 0 {
				t.Fatal("no rows of the fixture")
			}
			if err := got.Check(); err != nil {
				t.Error(err)
			}
			if got.Build != "b7" {
				t.Errorf("build %q", got.Build)
			}
			for r, row := range got.Rows {
				for c := range row {
					if id := got.FigureID(r, c); id != "" {
						sameFigure(t, d, id, row[c])
					}
				}
			}
		})
	}
}

// sameFigure asks the mart itself, as the sum over the keys of the id.
func sameFigure(t *testing.T, d *Door, id string, want any) {
	t.Helper()
	f, err := table.ParseFigure(id)
	if err != nil {
		t.Fatal(err)
	}
	var where []string
	for _, k := range f.Keys {
		where = append(where, fmt.Sprintf("cast(%s as varchar) = '%s'", k.Key, strings.ReplaceAll(k.Value, "'", "''")))
	}
	rows := mustSQL(t, d, fmt.Sprintf("select cast(sum(%s) as bigint) from %s where %s", f.Measure, f.Mart, strings.Join(where, " and ")))
	if rows[0][0] != want {
		t.Errorf("%s is %v in the mart, %v in the query", id, rows[0][0], want)
	}
}

// A figure of the marts without a figure id cannot be traced.
func TestEveryMartMeasureIsAFigure(t *testing.T) {
	allowed := regexp.MustCompile(`^(difference|difference_count|period_.*|focus_.*|unit_.*|year_count|kind_unknown_count|error_count|warning_count|query_count)$`)
	for _, q := range allQueries(t) {
		if q.Feed || q.Name == "returns" || q.Name == "completeness-summary" { // sums over several keys
			continue
		}
		for _, c := range q.Columns {
			if strings.HasSuffix(c.Name, "_count") && c.Figure == "" && !allowed.MatchString(c.Name) {
				t.Errorf("%s: %s has no figure", q.Name, c.Name)
			}
			if c.Share && c.Figure != "" {
				t.Errorf("%s: %s is a ratio of two figures, not one", q.Name, c.Name)
			}
		}
	}
}

// A share is never shown without its numerator, and where something may be unknown, that beside it.
func TestSharesOfPeopleCarryTheirUnknownShare(t *testing.T) {
	for _, q := range allQueries(t) {
		has := map[string]bool{}
		for _, c := range q.Columns {
			has[c.Name] = true
		}
		for share, beside := range map[string][]string{
			"woman_share":         {"woman_count", "individual_count", "woman_unknown_count", "woman_unknown_share"},
			"youth_share":         {"youth_count", "individual_count", "youth_unknown_count", "youth_unknown_share"},
			"direct_worker_share": {"direct_worker_count", "individual_count", "class_unknown_count", "class_unknown_share"},
			"award_share":         {"award_count", "year_award_count"},
		} {
			for _, b := range beside {
				if has["delegate_count"] { // whom a congress is made of are its delegates, and their class is not asked
					b = strings.NewReplacer("individual_count", "delegate_count", "class_unknown", "direct_worker_unknown").Replace(b)
				}
				if has[share] && !has[b] {
					t.Errorf("%s: %s without %s", q.Name, share, b)
				}
			}
		}
	}
}

// The order is whole: shuffled tables give the same answer.
func TestOrderDoesNotDependOnTheRowsOrder(t *testing.T) {
	a := openFixture(t)
	names := mustSQL(t, a, "select table_name from duckdb_tables() where database_name = 'pub' order by 1")
	script := published
	for _, n := range names {
		script += fmt.Sprintf(";\ncreate table shuffled as select * from %[1]s order by hash(rowid + %[2]d); drop table %[1]s; alter table shuffled rename to %[1]s", n[0], rand.IntN(1000))
	}
	b, err := Open(publish(t, script))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	for _, q := range allQueries(t) {
		given := map[string]string{}
		for _, p := range q.Params {
			if p.Name == "years" {
				given["years"] = "9"
			}
		}
		x, errX := a.Query(context.Background(), q, given)
		y, errY := b.Query(context.Background(), q, given)
		if errX != nil || errY != nil {
			t.Fatal(q.Name, errX, errY)
		}
		if d := cmp.Diff(x, y); d != "" {
			t.Errorf("%s:\n%s", q.Name, d)
		}
	}
}

func TestQueries(t *testing.T) {
	d := openFixture(t)
	for _, c := range []struct {
		shows, query string
		given        map[string]string
		columns      []string
		want         [][]any
	}{
		{"the newest year by default, the newest name of a form", "by-form-year", nil,
			[]string{"award_year", "form_vi", "award_count", "enterprise_count"},
			[][]any{{i(2025), "Lao động tiên tiến", i(10), nil}, {i(2025), "Bằng khen của Chủ tịch UBND tỉnh", i(7), i(1)}}},
		{"a year that is asked for", "by-form-year", map[string]string{"year": "2024"},
			[]string{"award_year", "form_code", "award_count"},
			[][]any{{i(2024), "hc_lao_dong_ba", i(1)}, {i(2024), "ldtt", i(8)}}},
		{"a year without figures is empty", "by-form-year", map[string]string{"year": "2010"}, []string{"award_year"}, [][]any{}},
		{"several years never take in the year not known", "by-level-year", map[string]string{"years": "100"},
			[]string{"award_year", "level_code", "award_count", "year_award_count", "award_share", "level_unknown_share"},
			[][]any{
				{i(2023), "tinh", i(9), i(9), 1.0, 0.0},
				{i(2024), "nha_nuoc", i(1), i(9), 1.0 / 9, 8.0 / 9}, {i(2024), "chua_ro", i(8), i(9), 8.0 / 9, 8.0 / 9},
				{i(2025), "tinh", i(7), i(17), 7.0 / 17, 10.0 / 17}, {i(2025), "chua_ro", i(10), i(17), 10.0 / 17, 10.0 / 17},
			}},
		{"by year the year not known has its row", "by-year", nil,
			[]string{"award_year", "award_count", "individual_count"},
			[][]any{{i(0), i(1), i(1)}, {i(2023), i(9), nil}, {i(2024), i(9), i(8)}, {i(2025), i(17), i(14)}}},
		{"a total without kinds of recipient is told as not separated", "by-form-year", map[string]string{"year": "2023"},
			[]string{"award_count", "collective_count", "individual_count", "kind_unknown_count"}, [][]any{{i(9), nil, nil, i(9)}}},
		{"a measure that no return states is blank and wholly unknown", "by-unit", nil,
			[]string{"unit_name", "parent_name", "individual_count", "woman_count", "woman_share", "woman_unknown_share"},
			[][]any{{"Sở Y tế", "Tỉnh Phú Thọ", i(10), i(6), 0.6, 0.2}, {"Huyện Lâm Thao", "Tỉnh Phú Thọ", i(4), nil, nil, 1.0}}},
		{"what cannot be carried has its row, at the end, and its share", "by-unit", map[string]string{"boundaries": "today", "years": "2"},
			[]string{"award_year", "boundaries", "unit_name", "award_count", "year_award_count", "award_share", "not_carried_share"},
			[][]any{{i(2024), "today", "Sở Y tế", i(8), i(8), 1.0, 0.0}, {i(2025), "today", "Sở Y tế", i(10), i(17), 10.0 / 17, 7.0 / 17},
				{i(2025), "today", "Không quy đổi được", i(7), i(17), 7.0 / 17, 7.0 / 17}}},
		{"one unit keeps the total of its year", "by-unit", map[string]string{"unit": "h-227", "years": "9"},
			[]string{"award_year", "award_count", "year_award_count"}, [][]any{{i(2023), i(9), i(9)}, {i(2025), i(7), i(17)}}},
		{"no boundaries named are those reported", "by-unit", map[string]string{"boundaries": ""},
			[]string{"boundaries", "unit_code"}, [][]any{{"reported", "pt-so-y-te"}, {"reported", "h-227"}}},
		{"shares are over all individuals, with the unknown beside", "by-beneficiary", nil,
			[]string{"individual_count", "direct_worker_count", "direct_worker_share", "class_unknown_share", "youth_share", "youth_unknown_share"},
			[][]any{{i(14), i(5), 5.0 / 14, 6.0 / 14, 3.0 / 14, 5.0 / 14}}},
		{"a side without figures has no change", "change", nil,
			[]string{"form_code", "award_count", "last_award_count", "difference_count", "change_share"},
			[][]any{{"hc_lao_dong_ba", nil, i(1), nil, nil}, {"ldtt", i(10), i(8), i(2), 0.25}, {"bk_tinh", i(7), nil, nil, nil}}},
		{"years are rows with the total of the period", "five-year", nil,
			[]string{"from_year", "to_year", "form_code", "award_year", "award_count", "period_award_count", "year_count"},
			[][]any{
				{i(2021), i(2025), "hc_lao_dong_ba", i(2024), i(1), i(1), i(1)},
				{i(2021), i(2025), "ldtt", i(2024), i(8), i(18), i(2)}, {i(2021), i(2025), "ldtt", i(2025), i(10), i(18), i(2)},
				{i(2021), i(2025), "bk_tinh", i(0), i(1), i(16), i(2)}, {i(2021), i(2025), "bk_tinh", i(2023), i(9), i(16), i(2)}, {i(2021), i(2025), "bk_tinh", i(2025), i(7), i(16), i(2)},
			}},
		{"focus years have a total of their own", "five-year", map[string]string{"period": "2023..2025", "focus": "2024..2025"},
			[]string{"from_year", "to_year", "form_code", "award_year", "is_focus_year", "award_count", "focus_award_count", "period_award_count"},
			[][]any{
				{i(2023), i(2025), "hc_lao_dong_ba", i(2024), true, i(1), i(1), i(1)},
				{i(2023), i(2025), "ldtt", i(2024), true, i(8), i(18), i(18)}, {i(2023), i(2025), "ldtt", i(2025), true, i(10), i(18), i(18)},
				{i(2023), i(2025), "bk_tinh", i(0), false, i(1), i(7), i(16)}, {i(2023), i(2025), "bk_tinh", i(2023), false, i(9), i(7), i(16)},
				{i(2023), i(2025), "bk_tinh", i(2025), true, i(7), i(7), i(16)},
			}},
		{"units over the focus years", "review-units", map[string]string{"period": "2023..2025", "focus": "2025"},
			[]string{"unit_kind", "unit_code", "award_year", "unit_award_count", "unit_regular_count", "unit_type_unknown_count", "focus_award_count", "period_award_count"},
			[][]any{
				{"department", "pt-so-y-te", i(2024), i(9), i(9), i(0), i(10), i(19)}, {"department", "pt-so-y-te", i(2025), i(10), i(10), i(0), i(10), i(19)},
				{"district", "h-227", i(0), i(1), i(1), i(0), i(7), i(16)}, {"district", "h-227", i(2023), i(9), i(0), i(9), i(7), i(16)},
				{"district", "h-227", i(2025), i(7), i(0), i(5), i(7), i(16)},
			}},
		{"a half-year tells what cannot be split", "by-period", map[string]string{"period": "06 tháng đầu năm 2025"},
			[]string{"period", "counts_by", "form_code", "award_count", "list_count", "tally_count", "not_split_count", "part_period"},
			[][]any{{"2025-H1", "decided_on", "ldtt", i(6), i(6), nil, i(4), "2025-H1"}, {"2025-H1", "decided_on", "bk_tinh", nil, nil, nil, i(7), "2025-H1"}}},
		{"a school year is what returns state", "by-period", map[string]string{"period": "2024-2025"},
			[]string{"period", "counts_by", "form_code", "award_count", "not_split_count"}, [][]any{{"2024-2025", "school_year", "ldtt", i(4), i(6)}}},
		{"a span counts by award year, what has none stands apart", "by-period", map[string]string{"period": "2024..2025"},
			[]string{"period", "counts_by", "form_code", "award_count", "list_count", "tally_count", "not_split_count", "part_period"},
			[][]any{
				{"2024..2025", "award_year", "hc_lao_dong_ba", i(1), i(1), nil, i(0), nil}, {"2024..2025", "award_year", "ldtt", i(18), i(18), nil, i(0), nil},
				{"2024..2025", "award_year", "bk_tinh", i(7), nil, i(7), i(1), nil},
			}},
		{"without a period it is the newest year", "by-period", nil, []string{"period", "form_code", "award_count"},
			[][]any{{"2025", "ldtt", i(10)}, {"2025", "bk_tinh", i(7)}}},
		{"a period of whole years serves for year and years", "by-form-year", map[string]string{"period": "dai-hoi-11"}, []string{"award_year", "form_code"},
			[][]any{{i(2023), "bk_tinh"}, {i(2024), "hc_lao_dong_ba"}, {i(2024), "ldtt"}, {i(2025), "ldtt"}, {i(2025), "bk_tinh"}}},
		{"a cluster's members of a later year do not move the newest year", "by-cluster", nil,
			[]string{"award_year", "cluster_name", "member_unit_count", "reporting_unit_count", "reporting_share", "award_count"},
			[][]any{{i(2025), "Khối văn hóa - xã hội", i(2), i(1), 0.5, i(10)}}},
		{"only what differs or is missing", "reconciliation", map[string]string{"differing": "true"},
			[]string{"comparison", "figure_measure", "counted_count", "other_count"},
			[][]any{{"control", "award_count", nil, i(5)}, {"list_tally", "award_count", i(10), i(12)}}},
		{"a return that is not in has no day and no status", "completeness", map[string]string{"period": "2025"},
			[]string{"unit_code", "received_count", "received_on", "status", "status_en"},
			[][]any{{"h-227", i(0), nil, nil, "Not received"}, {"pt-so-vh", i(0), nil, nil, "Not received"}, {"pt-so-vh", i(0), nil, nil, "Not received"}, {"pt-so-y-te", i(1), table.Date{Year: 2026, Month: 1, Day: 10}, "accepted", "Accepted"}}},
		{"who is overdue on a day, and how long", "overdue", map[string]string{"as_of": "2026-01-15"},
			[]string{"unit_code", "days_late", "standing"}, [][]any{{"h-227", i(10), "not_received"}}},
		{"on the day of the last receipt where no day is given", "overdue", nil, []string{"unit_code", "days_late"}, [][]any{{"h-227", i(6)}}},
		{"nobody is overdue on the due day itself", "overdue", map[string]string{"as_of": "2026-01-05"}, []string{"unit_code"}, [][]any{}},
		{"what is owed adds up, by all, cluster and kind", "completeness-summary", map[string]string{"year": "2025", "as_of": "2026-01-15"},
			[]string{"group_by", "group_vi", "unit_count", "expected_count", "received_count", "on_time_count", "overdue_count", "not_due_count", "excused_count", "waiting_count"},
			[][]any{{"all", "Toàn bộ", i(3), i(3), i(1), i(1), i(1), i(1), i(1), i(1)},
				{"cluster", "Khối văn hóa - xã hội", i(2), i(2), i(1), i(1), i(0), i(1), i(1), i(1)},
				{"cluster", "Không thuộc cụm, khối nào", i(1), i(1), i(0), i(0), i(1), i(0), i(0), i(0)},
				{"kind", "Sở, ban, ngành", i(1), i(1), i(1), i(1), i(0), i(0), i(0), i(1)},
				{"kind", "Huyện, thị xã, thành phố", i(1), i(1), i(0), i(0), i(1), i(0), i(0), i(0)},
				{"kind", "Chưa rõ", i(1), i(1), i(0), i(0), i(0), i(1), i(1), i(0)}}},
		{"findings of one kind", "findings", map[string]string{"severity": "warning"},
			[]string{"code", "mend_vi", "mend_en", "unit_code"},
			[][]any{{"total-differs", "xem lại tổng", "look at the total", "pt-so-y-te"}}},
		{"achievement not separated is a row", "by-achievement", nil,
			[]string{"achievement_code", "award_count", "achievement_unknown_share"},
			[][]any{{"thuong_xuyen", i(10), 5.0 / 17}, {"dot_xuat", i(2), 5.0 / 17}, {"chua_ro", i(5), 5.0 / 17}}},
	} {
		t.Run(c.shows, func(t *testing.T) {
			q, err := library.Get(c.query)
			if err != nil {
				t.Fatal(err)
			}
			got, err := d.Query(context.Background(), q, c.given)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.want, pick(got, c.columns)); d != "" {
				t.Error(d)
			}
		})
	}
}

func i(n int64) int64 { return n }

func pick(t table.Table, columns []string) [][]any {
	out := make([][]any, len(t.Rows))
	for r := range t.Rows {
		for _, c := range columns {
			out[r] = append(out[r], t.Value(r, c))
		}
	}
	return out
}

// A table in other boundaries than those of the returns says so in its title.
func TestBoundariesStandInTheTitle(t *testing.T) {
	d := openFixture(t)
	q, err := library.Get("by-unit")
	if err != nil {
		t.Fatal(err)
	}
	for given, want := range map[string]table.Text{
		"": {VI: "Khen thưởng theo đơn vị", EN: "Awards by unit"}, "reported": {VI: "Khen thưởng theo đơn vị", EN: "Awards by unit"},
		"districts": {VI: "Khen thưởng theo đơn vị, theo địa giới 30/6/2025", EN: "Awards by unit, by the boundaries of 30/6/2025"},
		"today":     {VI: "Khen thưởng theo đơn vị, theo địa giới hiện nay", EN: "Awards by unit, by the boundaries of today"},
	} {
		got, err := d.Query(context.Background(), q, map[string]string{"boundaries": given})
		if err != nil || got.Title != want {
			t.Errorf("%q: %v %v", given, got.Title, err)
		}
	}
}

func TestHeadlineHasEveryMeasureOfBothYears(t *testing.T) {
	d := openFixture(t)
	q, err := library.Get("headline")
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.Query(context.Background(), q, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Rows) != 15 {
		t.Errorf("%d measures", len(got.Rows))
	}
	want := [][]any{{"award_count", i(17), i(9), i(8), 8.0 / 9}}
	if d := cmp.Diff(want, pick(got, []string{"measure_code", "amount", "last_amount", "difference", "change_share"})[:1]); d != "" {
		t.Error(d)
	}
	if id := got.FigureID(0, got.Col("last_amount")); id != "mart_beneficiary_year/award_count?award_year=2024" {
		t.Error(id)
	}
}

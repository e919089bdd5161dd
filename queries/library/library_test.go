package library

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tdkt/queries/table"
)

const good = `-- name: by-x
-- title_vi: Theo x
-- title_en: By x
-- about_vi: Một câu.
-- about_en: One sentence.
-- counts_by: award_year
-- source: mart_x
-- param: year int default=0 min=0 max=2100 | vi=Năm | en=Year
-- param: kind text default= values=a,b | vi=Loại | en=Kind
-- column: award_year int | vi=Năm | en=Year
-- column: x_vi text | vi=Tên | en=Name | lang=vi
-- column: award_count int | vi=Số lượt | en=Awards | unit=lượt/awards | figure=mart_x/award_count?award_year,x=x_vi
-- column: x_share share | vi=Tỷ lệ | en=Share | unit=%/%

-- a comment: of the SQL's own
select award_year, x_vi, award_count, 1.0 as x_share -- not $this: nor '$that'
from mart_x where award_year = $year and 'a $kind' <> $kind order by award_year`

func TestParse(t *testing.T) {
	got, err := Parse("by-x.sql", good)
	if err != nil {
		t.Fatal(err)
	}
	want := Query{
		Name: "by-x", Title: table.Text{VI: "Theo x", EN: "By x"}, About: table.Text{VI: "Một câu.", EN: "One sentence."},
		CountsBy: table.ByAwardYear, Sources: []string{"mart_x"},
		Params: []Param{
			{Name: "year", Kind: table.KindInt, Default: "0", Max: 2100, About: table.Text{VI: "Năm", EN: "Year"}},
			{Name: "kind", Kind: table.KindText, Values: []string{"a", "b"}, About: table.Text{VI: "Loại", EN: "Kind"}},
		},
		Columns: []table.Column{
			{Name: "award_year", Title: table.Text{VI: "Năm", EN: "Year"}, Kind: table.KindInt},
			{Name: "x_vi", Title: table.Text{VI: "Tên", EN: "Name"}, Lang: "vi"},
			{Name: "award_count", Title: table.Text{VI: "Số lượt", EN: "Awards"}, Unit: table.Text{VI: "lượt", EN: "awards"}, Kind: table.KindInt,
				Figure: "mart_x/award_count", Keys: []string{"award_year", "x=x_vi"}},
			{Name: "x_share", Title: table.Text{VI: "Tỷ lệ", EN: "Share"}, Unit: table.Text{VI: "%", EN: "%"}, Kind: table.KindFloat, Share: true},
		},
		SQL: got.SQL,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if !strings.HasPrefix(got.SQL, "-- a comment") || !strings.HasSuffix(got.SQL, "order by award_year") {
		t.Errorf("SQL %q", got.SQL)
	}
}

// A header that says less or other than it should is refused: guards against a parameter that
// the driver would bind by position, and against pages with nameless columns.
func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ shows, old, new, says string }{
		{"an unknown line", "-- counts_by", "-- counted: x\n-- counts_by", "counted: no such header line"},
		{"no title", "-- title_en: By x\n", "", "no title_en"},
		{"an empty title", "-- title_en: By x", "-- title_en:", "title_en: empty"},
		{"a title twice", "-- title_en: By x", "-- title_en: By x\n-- title_en: By y", "by-x.sql:4: title_en: stands twice"},
		{"no years", "-- counts_by: award_year\n", "", "no counts_by"},
		{"years of nothing known", "counts_by: award_year", "counts_by: moon", `counts_by "moon"`},
		{"a misspelt parameter in the SQL", "= $year", "= $nam", "uses $nam, which no param line declares"},
		{"a parameter by place", "= $year", "= ?", "uses ?, which"},
		{"a parameter by number", "= $year", "= $1", "uses $1, which"},
		{"a parameter that the SQL does not use", "= $year", "= 2025", "param year: the SQL does not use $year"},
		{"only in a text or a comment", "<> $kind", "<> ''", "param kind: the SQL does not use $kind"},
		{"a parameter twice", "-- param: kind", "-- param: year int default=0 min=0 max=1 | vi=N | en=Y\n-- param: kind", "param year: stands twice"},
		{"a default out of range", "default=0 min=0", "default=0 min=1", "default of year"},
		{"a default outside its values", "default= values=a,b", "default=c values=a,b", "default of kind"},
		{"no default", "default=0 min", "min", "no default"},
		{"no range", " min=0 max=2100", "", "want min= and max="},
		{"an unknown kind", "year int", "year whole", "kind"},
		{"a parameter without words", " | vi=Năm | en=Year\n-- param: kind", "\n-- param: kind", "no words"},
		{"a period that takes what no period is", "kind text default= values=a,b", "kind period default= takes=days", "want takes=years"},
		{"a period that sets what the query does not take", "kind text default= values=a,b", "kind period default= takes=years sets=nam", "sets nam"},
		{"a default that is no period", "kind text default= values=a,b", "kind period default=2025-H3 takes=any", "default of kind"},
		{"an unknown attribute", "| lang=vi", "| land=vi", `"land=vi"`},
		{"a column without a kind", "award_year int", "award_year", "want a name and a kind"},
		{"a column in one language", "| vi=Tên | en=Name", "| vi=Tên", "no title in both"},
		{"a column twice", "x_vi text", "award_year text", "stands twice"},
		{"a unit in one language", "unit=lượt/awards", "unit=lượt", "want vi/en"},
		{"a figure without keys", "?award_year,x=x_vi", "", "want mart/measure?key,key"},
		{"a figure's key that is no column", "x=x_vi", "x", "figure key x: no such column"},
		{"a figure's measure that is no column", "mart_x/award_count", "mart_x/{none}", "no such measure"},
		{"a source that is not read", "source: mart_x", "source: mart_x, mart_y", "source mart_y"},
		{"no SQL", good[strings.Index(good, "-- a comment"):], "", "no SQL"},
		{"a name that is no name", "name: by-x", "name: By X", `name "By X"`},
	} {
		text := strings.Replace(good, c.old, c.new, 1)
		if text == good {
			t.Fatalf("%s: nothing replaced", c.shows)
		}
		if _, err := Parse("by-x.sql", text); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.shows, err, c.says)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(good)
	f.Add("-- name: a\nselect 1")
	f.Add(strings.ReplaceAll(good, "mart_form_year", "\xff\xff"))
	f.Fuzz(func(t *testing.T, text string) {
		q, err := Parse("x.sql", text)
		if err != nil {
			return
		}
		if q.Name == "" || q.SQL == "" || len(q.Columns) == 0 {
			t.Errorf("%+v", q)
		}
		if _, err := q.Bind(nil); err != nil {
			t.Errorf("its own defaults: %v", err)
		}
	})
}

func TestAFileIsCalledAsItsQuery(t *testing.T) {
	if _, err := Load(fstest.MapFS{"other.sql": {Data: []byte(good)}}); err == nil || !strings.Contains(err.Error(), `want "other"`) {
		t.Error(err)
	}
}

func TestBind(t *testing.T) {
	q := Query{Name: "q", Params: []Param{
		{Name: "year", Kind: table.KindInt, Default: "0", Max: 2100},
		{Name: "kind", Kind: table.KindText, Values: []string{"a", "b"}},
		{Name: "open", Kind: table.KindBool, Default: "false"},
		{Name: "day", Kind: table.KindDate, Default: "2025-07-01"},
		{Name: "least", Kind: table.KindFloat, Default: "0.5"},
	}}
	got, err := q.Bind(map[string]string{"year": " 2024 ", "open": "true", "kind": "b"})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"year": int64(2024), "kind": "b", "open": true, "day": table.Date{Year: 2025, Month: 7, Day: 1}, "least": 0.5}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for name, value := range map[string]string{"year": "2101", "kind": "c", "open": "1", "day": "1/7/2025", "least": "half", "none": "1"} {
		if _, err := q.Bind(map[string]string{name: value}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s=%s: %v", name, value, err)
		}
	}
	if _, err := (Query{Name: "q"}).Bind(map[string]string{"x": "1"}); err == nil || !strings.Contains(err.Error(), "takes none") {
		t.Error(err)
	}
}

// A period sets the numbers that the SQL uses, or is used by itself with its years and kind.
func TestBindAPeriod(t *testing.T) {
	const head = "-- param: year int default=0 min=0 max=2100 | vi=Năm | en=Year\n-- param: kind text default= values=a,b | vi=Loại | en=Kind\n"
	parse := func(params, where string) Query {
		q, err := Parse("by-x.sql", strings.Replace(strings.Replace(good, head, params, 1), "award_year = $year and 'a $kind' <> $kind", where, 1))
		if err != nil {
			t.Fatal(err)
		}
		return q
	}
	sets := parse("-- param: year int default=0 min=0 max=2100 | vi=Năm | en=Year\n-- param: years int default=1 min=1 max=100 | vi=Số năm | en=Years\n"+
		"-- param: period period default= takes=years sets=year,years | vi=Kỳ | en=Period\n", "award_year > $year - $years")
	uses := parse("-- param: period period default= takes=any | vi=Kỳ | en=Period\n", "award_year between $period_from and $period_to and $period <> $period_kind")
	for _, c := range []struct {
		q     Query
		given map[string]string
		want  map[string]any
	}{
		{sets, nil, map[string]any{"year": int64(0), "years": int64(1)}},
		{sets, map[string]string{"period": "giai đoạn 2004-2009"}, map[string]any{"year": int64(2009), "years": int64(6)}},
		{sets, map[string]string{"period": "2024"}, map[string]any{"year": int64(2024), "years": int64(1)}},
		{sets, map[string]string{"period": "", "year": "2024"}, map[string]any{"year": int64(2024), "years": int64(1)}},
		{uses, nil, map[string]any{"period": "", "period_kind": "", "period_from": int64(0), "period_to": int64(0)}},
		{uses, map[string]string{"period": "Quý III/2025"}, map[string]any{"period": "2025-Q3", "period_kind": "quarter", "period_from": int64(2025), "period_to": int64(2025)}},
		{uses, map[string]string{"period": "dai-hoi-10"}, map[string]any{"period": "dai-hoi-10", "period_kind": "cycle", "period_from": int64(2015), "period_to": int64(2020)}},
	} {
		got, err := c.q.Bind(c.given)
		if d := cmp.Diff(c.want, got); err != nil || d != "" {
			t.Errorf("%v: %v %s", c.given, err, d)
		}
	}
	for _, given := range []map[string]string{{"period": "2024-H1"}, {"period": "2024", "years": "2"}, {"period": "x"}} {
		if got, err := sets.Bind(given); err == nil {
			t.Errorf("%v is read as %v", given, got)
		}
	}
}

func TestTheLibrary(t *testing.T) {
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	var people, feeds []string
	for _, q := range all {
		if q.Feed {
			feeds = append(feeds, q.Name)
		} else {
			people = append(people, q.Name)
		}
	}
	for _, want := range []string{"by-form-year", "by-level-year", "by-achievement", "by-beneficiary", "by-unit", "by-cluster",
		"five-year", "by-period", "review-forms", "review-units", "law-breaks", "change", "reconciliation", "completeness", "findings", "returns"} {
		if !slices.Contains(people, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, want := range []string{"cube-award", "cube-beneficiary", "dim-unit", "dim-form", "dim-level", "dim-achievement", "dim-class", "dim-cluster"} {
		if !slices.Contains(feeds, want) {
			t.Errorf("no feed %s", want)
		}
	}
	if _, err := Get("by-forn-year"); err == nil || !strings.Contains(err.Error(), "by-form-year") {
		t.Error(err)
	}
	if got := List(all); len(got.Rows) != len(people) || got.Check() != nil {
		t.Errorf("%d listed", len(got.Rows))
	}
}

// Vietnamese titles are Vietnamese and English ones English; every query ends in an order.
func TestWordsAndOrder(t *testing.T) {
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	accent := regexp.MustCompile(`[À-ỹđĐ]`)
	for _, q := range all {
		words := []table.Text{q.Title, q.About}
		for _, c := range q.Columns {
			words = append(words, c.Title)
		}
		for _, p := range q.Params {
			words = append(words, p.About)
		}
		for _, w := range words {
			if accent.MatchString(w.EN) {
				t.Errorf("%s: English %q", q.Name, w.EN)
			}
		}
		if !accent.MatchString(q.Title.VI) {
			t.Errorf("%s: Vietnamese %q", q.Name, q.Title.VI)
		}
		if strings.LastIndex(q.SQL, "\norder by") < strings.LastIndex(q.SQL, "\nfrom ") {
			t.Errorf("%s: no order at its end", q.Name)
		}
	}
}

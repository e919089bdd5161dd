package table

import (
	"encoding/json"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func sample() Table {
	return Table{
		Name: "change", Title: Text{"So với năm trước", "Change"}, CountsBy: ByAwardYear, Sources: []string{"mart_form_year"}, Build: "b1",
		Columns: []Column{
			{Name: "award_year", Kind: KindInt},
			{Name: "last_year", Kind: KindInt},
			{Name: "unit_name", Lang: "vi"},
			{Name: "unit_name_en", Lang: "en"},
			{Name: "award_count", Kind: KindInt, Figure: "mart_form_year/award_count", Keys: []string{"award_year", "unit_code=unit_name"}},
			{Name: "last_award_count", Kind: KindInt, Figure: "mart_form_year/{unit_name_en}", Keys: []string{"award_year=last_year"}},
			{Name: "share", Kind: KindFloat, Share: true},
			{Name: "due_on", Kind: KindDate},
		},
		Rows: [][]any{
			{int64(2025), int64(2024), "Sở Y tế & ?=#", "woman_count", int64(0), int64(7), 0.5, Date{2026, time.January, 15}},
			{int64(2025), nil, "", nil, nil, int64(7), nil, nil},
		},
	}
}

func TestFigureID(t *testing.T) {
	tab := sample()
	for _, c := range []struct {
		shows    string
		row, col int
		want     string
	}{
		{"keys in the header's order, values escaped; nought is a figure", 0, 4, "mart_form_year/award_count?award_year=2025&unit_code=S%E1%BB%9F+Y+t%E1%BA%BF+%26+%3F%3D%23"},
		{"the key from another column, the measure from a column", 0, 5, "mart_form_year/woman_count?award_year=2024"},
		{"a blank cell is none", 1, 4, ""},
		{"a row without the key is none", 1, 5, ""},
		{"a ratio is none", 0, 6, ""},
		{"outside", 9, 4, ""},
	} {
		if got := tab.FigureID(c.row, c.col); got != c.want {
			t.Errorf("%s: %q, want %q", c.shows, got, c.want)
		}
	}
}

func TestFigureRoundTrip(t *testing.T) {
	name := rapid.StringMatching(`[a-z][a-z0-9_]{0,12}`)
	rapid.Check(t, func(t *rapid.T) {
		want := Figure{Mart: name.Draw(t, "mart"), Measure: name.Draw(t, "measure")}
		for _, k := range rapid.SliceOfNDistinct(name, 0, 5, rapid.ID[string]).Draw(t, "keys") {
			want.Keys = append(want.Keys, KeyValue{k, rapid.String().Draw(t, "value")})
		}
		got, err := ParseFigure(want.String())
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatal(d)
		}
	})
}

func TestParseFigureRefuses(t *testing.T) {
	for _, id := range []string{
		"", "mart_x", "/award_count", "mart_x/", "mart_x/award count", "mart_x/a?b", "mart_x/a?", "mart_x/a?b=1&b=2", "mart_x/a?b=%zz",
		"mart_x/a?b=1&", "Mart/a", "mart_x;drop/a", "mart_x/a?b c=1", "mart_x/a/b",
	} {
		if f, err := ParseFigure(id); err == nil {
			t.Errorf("%q is read as %+v", id, f)
		}
	}
}

func FuzzParseFigure(f *testing.F) {
	f.Add("mart_form_year/award_count?award_year=2025&form_code=a%20b")
	f.Fuzz(func(t *testing.T, id string) {
		got, err := ParseFigure(id)
		if err != nil {
			return
		}
		again, err := ParseFigure(got.String())
		if err != nil || !cmp.Equal(got, again) {
			t.Errorf("%q: %+v, then %+v, %v", id, got, again, err)
		}
	})
}

func TestPlainReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64().Draw(t, "x")
		if got, err := strconv.ParseFloat(Plain(x), 64); err != nil || got != x {
			t.Fatalf("%v is written %s", x, Plain(x))
		}
	})
	for v, want := range map[any]string{
		nil: "", int64(-1234567): "-1234567", 0.0: "0", 1e6: "1000000", 0.1: "0.1", 1e-9: "1e-09", 1e18: "1000000000000000000",
		true: "true", Date{2025, 7, 1}: "2025-07-01", "x": "x",
	} {
		if got := Plain(v); got != want {
			t.Errorf("%v is written %q, want %q", v, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for text, ok := range map[string]bool{"2024-02-29": true, "2025-02-29": false, "2025-13-01": false, "1/7/2025": false, "": false, "2025-07-01x": false} {
		d, err := ParseDate(text)
		if (err == nil) != ok || ok && d.String() != text {
			t.Errorf("%q: %v, %v", text, d, err)
		}
	}
}

func TestJSONRoundTrip(t *testing.T) {
	want := sample()
	text, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got Table
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want.Columns, got.Columns); d != "" {
		t.Error(d)
	}
	if got.Rows[0][7] != "2026-01-15" || got.Rows[1][4] != nil {
		t.Errorf("rows %v", got.Rows)
	}
}

func TestInLeavesOutTheOtherLanguage(t *testing.T) {
	got := sample().In("en")
	if got.Col("unit_name") != -1 || got.Text(0, "unit_name_en") != "woman_count" || len(got.Rows[0]) != len(got.Columns) {
		t.Errorf("%+v", got)
	}
}

func TestReadingCells(t *testing.T) {
	tab := sample()
	if n, known := tab.Int(0, "award_count"); n != 0 || !known {
		t.Error("nought is not known")
	}
	if _, known := tab.Int(1, "award_count"); known {
		t.Error("a blank is known")
	}
	if x, known := tab.Float(0, "award_year"); x != 2025 || !known {
		t.Error("a whole number is no number")
	}
	if _, known := tab.Float(0, "none"); known {
		t.Error("no such column, yet known")
	}
}

func TestCheck(t *testing.T) {
	for shows, spoil := range map[string]func(*Table){
		"a short row":              func(t *Table) { t.Rows[1] = t.Rows[1][:3] },
		"an int, not an int64":     func(t *Table) { t.Rows[0][0] = 2025 },
		"text in a numeric column": func(t *Table) { t.Rows[0][4] = "1" },
	} {
		tab := sample()
		if err := tab.Check(); err != nil {
			t.Fatal(err)
		}
		if spoil(&tab); tab.Check() == nil {
			t.Errorf("%s passes", shows)
		}
	}
}

func TestSource(t *testing.T) {
	if got := sample().Source("en"); got != "Source: mart_form_year · counted by award year (year of the achievement) · build b1" {
		t.Error(got)
	}
	if got := (Table{}).Source("vi"); got != "" {
		t.Error(got)
	}
}

func TestFigures(t *testing.T) {
	f := FiguresOf(sample())
	unit := KeyValue{"unit_code", "Sở Y tế & ?=#"}
	stated := Figure{"mart_form_year", "award_count", []KeyValue{{"award_year", "2025"}, unit}}
	if n, ok := f.Value(stated.String()); n != 0 || !ok {
		t.Errorf("nought is a figure: %d, %v", n, ok)
	}
	stated.Keys[0].Value = "2001"
	if _, ok := f.Value(stated.String()); ok || !f.Has(stated) {
		t.Error("a year without figures has one, or is of no kind")
	}
	for _, wrong := range []Figure{
		{"mart_form_year", "awards", stated.Keys}, {"mart_unit_year", "award_count", stated.Keys}, {"mart_form_year", "award_count", stated.Keys[:1]}, {"mart_form_year", "award_count", []KeyValue{unit, stated.Keys[0]}},
	} {
		if f.Has(wrong) {
			t.Errorf("%s is no figure of the table", wrong)
		}
	}
	if _, ok := f.Value(""); ok {
		t.Error("a cell without keys is a figure")
	}
}

package report

import (
	"flag"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tdkt/queries/table"
)

// Draws are the same in every run, so that a red run is a red change; -rapid.seed=0 draws anew.
func init() {
	if err := flag.Set("rapid.seed", "20260701"); err != nil {
		panic(err)
	}
}

func TestFormulaValue(t *testing.T) {
	values := map[string]int64{"m/a": 10, "m/b": 4, "m/zero": 0}
	of := func(id string) *int64 {
		if n, ok := values[id]; ok {
			return &n
		}
		return nil
	}
	a, b, none, zero := Formula{Plus: []string{"m/a"}}, Formula{Plus: []string{"m/b"}}, Formula{Plus: []string{"m/none"}}, Formula{Plus: []string{"m/zero"}}
	for _, c := range []struct {
		shows string
		f     Formula
		want  Amount
	}{
		{"a figure", a, Amount{10, 1, true}},
		{"what is not stated is not nought", none, Amount{}},
		{"a nought is stated", zero, Amount{0, 1, true}},
		{"the unstated adds nothing to a sum", Formula{Plus: []string{"m/a", "m/none"}}, Amount{10, 1, true}},
		{"a difference", a.less(b), Amount{6, 1, true}},
		{"nothing is less than the unstated", a.less(none), Amount{}},
		{"a part", b.share(a), Amount{4, 10, true}},
		{"a part of nought is none", a.share(zero), Amount{}},
		{"a part of the unstated is none", a.share(none), Amount{}},
		{"an unstated part is none", none.share(a), Amount{}},
		{"growth", a.change(b), Amount{6, 4, true}},
		{"growth on nought is none", a.change(zero), Amount{}},
		{"growth on the unstated is none", a.change(none), Amount{}},
		{"what is left when all parts are known", a.rest(b, zero), Amount{6, 1, true}},
		{"what is left when no part is known is all", a.rest(none, none), Amount{10, 1, true}},
		{"the part that is left", a.rest(b, none).share(a), Amount{6, 10, true}},
	} {
		if got := c.f.Value(of); got != c.want {
			t.Errorf("%s: %s is %+v, want %+v", c.shows, c.f, got, c.want)
		}
	}
}

func TestFormulaReadsBack(t *testing.T) {
	id := rapid.Custom(func(t *rapid.T) string {
		return table.Figure{Mart: "mart_x", Measure: "award_count", Keys: []table.KeyValue{{Key: "award_year", Value: rapid.StringMatching(`\d{4}`).Draw(t, "year")},
			{Key: "form_code", Value: rapid.String().Draw(t, "form")}}}.String()
	})
	side := func(t *rapid.T, name string, least int) []string {
		ids := rapid.SliceOfN(id, least, 3).Draw(t, name)
		if len(ids) == 0 {
			return nil
		}
		return ids
	}
	rapid.Check(t, func(t *rapid.T) {
		want := Formula{side(t, "plus", 1), side(t, "minus", 0), side(t, "without", 0), side(t, "over", 0)}
		got, err := ParseFormula(want.String())
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatal(d)
		}
	})
}

func TestParseFormulaRefuses(t *testing.T) {
	for _, text := range []string{"", "x", "m/a +", "m/a * m/b", "- m/a", "( m/a ) / ( )", "( m/a )", "( m/a ) / m/b", "m/a  + m/b", "m/a?b"} {
		if f, err := ParseFormula(text); err == nil {
			t.Errorf("%q is read as %+v", text, f)
		}
	}
}

func TestShapes(t *testing.T) {
	half := Amount{-1234, 10000, true}
	for _, c := range []struct {
		shape  Shape
		amount Amount
		vi, en string
	}{
		{Count, Amount{1379, 1, true}, "1.379", "1,379"},
		{Count, Amount{}, "–", "–"},
		{Count, Amount{-3, 1, true}, "−3", "−3"},
		{Share, Amount{634, 1379, true}, "45,98\u00a0%", "45.98%"},
		{Change, half, "−12,34\u00a0%", "−12.34%"},
		{Change, Amount{1, 1, true}, "+100,00\u00a0%", "+100.00%"},
		{Change, Amount{0, 5, true}, "0,00\u00a0%", "0.00%"},
		{Difference, Amount{-764, 1, true}, "−764", "−764"},
		{Difference, Amount{1500, 1, true}, "+1.500", "+1,500"},
		{Risen, half, "giảm 12,34\u00a0%", "down 12.34%"},
		{Risen, Amount{0, 5, true}, "không thay đổi", "unchanged"},
		{Risen, Amount{}, "chưa so sánh được", "not comparable"},
		{RisenBy, Amount{764, 1, true}, "tăng 764\u00a0lượt", "up 764\u00a0awards"},
	} {
		if vi, en := c.shape.Write("vi", c.amount), c.shape.Write("en", c.amount); vi != c.vi || en != c.en {
			t.Errorf("%s of %+v: %q and %q, want %q and %q", c.shape, c.amount, vi, en, c.vi, c.en)
		}
	}
}

// TestSameNumber guards that restyling is no change and that another number always is.
func TestSameNumber(t *testing.T) {
	for _, c := range []struct {
		shape Shape
		a, b  string
		same  bool
	}{
		{Count, "1.379", "1379", true}, {Count, "1.379", "1,379", true}, {Count, "1.379", "1 379", true}, {Count, "1.379", "13.79", false}, {Count, "1.379", "1.378", false},
		{Count, "–", "-", true}, {Count, "–", "0", false}, {Share, "45,99\u00a0%", "45,99%", true}, {Share, "45,99 %", "45,9 %", false}, {Share, "4,599 %", "4599 %", false},
		{Share, "45,99 %", "45.99 %", false}, {Difference, "−764", "-764", true}, {Difference, "+764", "−764", false}, {Risen, "giảm 12,34\u00a0%", "Giảm 12,34%", true}, {Risen, "giảm 12,34 %", "tăng 12,34 %", false},
	} {
		if got := c.shape.same(c.a, c.b); got != c.same {
			t.Errorf("%s: %q and %q: %v", c.shape, c.a, c.b, got)
		}
	}
}

func TestTagReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := Amount{}
		if rapid.Bool().Draw(t, "stated") {
			a = Amount{rapid.Int64().Draw(t, "n"), 1, true}
			if rapid.Bool().Draw(t, "ratio") {
				a = Amount{rapid.Int64Range(-1e9, 1e9).Draw(t, "part"), rapid.Int64Range(2, 1e9).Draw(t, "of"), true}
			}
		}
		want := Use{No: rapid.IntRange(1, 99999).Draw(t, "no"), Key: key(Formula{Plus: []string{"m/a"}}, Count), Value: a.plain(), amount: a}
		if n := len(want.tag()); n > 64 {
			t.Fatalf("%s: %d characters; Word keeps 64", want.tag(), n)
		}
		got, ok := parseTag(want.tag())
		if !ok || got != want {
			t.Fatalf("%s is read as %+v, want %+v", want.tag(), got, want)
		}
	})
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if d, err := Open(content, nil); err == nil {
			d.Verify(func(string) *int64 { return nil }, nil)
		}
	})
}

package check

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"tdkt/data"
	"tdkt/ingest/finding"
)

func rules(t *testing.T) Rules {
	t.Helper()
	rs, err := Load(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

func TestFindingFillsItsWords(t *testing.T) {
	at := finding.Place{File: "so-y-te.xlsx", Sheet: "Biểu 2", Cell: "D17"}
	got, err := rules(t).Finding("part-exceeds-whole", data.Date{Year: 2025, Month: 1, Day: 1}, at, "7",
		Words{"total_vi": "5", "total_en": "5", "whole": "C17"})
	if err != nil {
		t.Fatal(err)
	}
	want := `so-y-te.xlsx, sheet "Biểu 2", ô D17: thấy "7", cần không quá 5 (ô C17); sửa số ở ô này hoặc ở ô C17 [part-exceeds-whole]`
	if got.Line("vi") != want || got.Severity != finding.Error {
		t.Errorf("got %s %s", got.Severity, got.Line("vi"))
	}
}

func TestFindingOfOursIsAnError(t *testing.T) {
	rs := rules(t)
	if _, err := rs.Finding("no-such-code", data.Date{}, finding.Place{}, "", nil); err == nil {
		t.Error("an unknown code passes")
	}
	if _, err := rs.Finding("total-differs", data.Date{}, finding.Place{}, "", nil); err == nil || !strings.Contains(err.Error(), "{total_vi}") {
		t.Errorf("a place without words passes: %v", err)
	}
}

func TestLoadRefuses(t *testing.T) {
	head := strings.Join(header, ",") + "\n"
	for name, text := range map[string]string{
		"an empty file":                "",
		"another header":               "code,severity\n",
		"an unknown severity":          head + "a,fatal,none,x,x,x,x,x,x,,,\n",
		"an unknown effect":            head + "a,error,burn,x,x,x,x,x,x,,,\n",
		"a warning that refuses":       head + "a,warning,refuse,x,x,x,x,x,x,,,\n",
		"an error that does nothing":   head + "a,error,none,x,x,x,x,x,x,,,\n",
		"a text in one language only":  head + "a,query,none,x,x,x,,x,x,,,\n",
		"a date that is none":          head + "a,query,none,x,x,x,x,x,x,2024-13-01,,\n",
		"two rules of a code on a day": head + "a,query,none,x,x,x,x,x,x,,,\na,query,none,x,x,x,x,x,x,,,\n",
	} {
		if _, err := Load(fstest.MapFS{file: {Data: []byte(text)}}); err == nil {
			t.Errorf("%s passes", name)
		}
	}
}

func TestEffect(t *testing.T) {
	rs := rules(t)
	fs := func(codes ...finding.Code) (out []finding.Finding) {
		for _, c := range codes {
			r, _ := rs.At(c, data.Date{})
			out = append(out, finding.Finding{Code: c, Severity: r.Severity})
		}
		return out
	}
	for _, c := range []struct {
		name  string
		codes []finding.Code
		want  Effect
	}{
		{"nothing found", nil, None},
		{"warnings and queries change nothing", []finding.Code{"total-differs", "not-expected"}, None},
		{"a held return", []finding.Code{"unit-not-stated", "total-differs"}, Hold},
		{"refused is worse than held", []finding.Code{"unit-not-stated", "name-missing"}, Refuse},
	} {
		if got := rs.Effect(fs(c.codes...)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if got := rs.Effect([]finding.Finding{{Code: "unheard-of", Severity: finding.Error}}); got != Refuse {
		t.Errorf("an error without a rule: %s", got)
	}
}

func TestOutgrows(t *testing.T) {
	p := func(n int64) Part { return Part{Amount: n, Present: true} }
	blank := Part{}
	for _, c := range []struct {
		name  string
		whole int64
		parts []Part
		at    int
		sum   int64
	}{
		{"no parts", 3, nil, -1, 0},
		{"short of the whole", 3, []Part{p(1), blank, p(1)}, -1, 2},
		{"just the whole", 3, []Part{p(1), p(2)}, -1, 3},
		{"the first part beyond it", 3, []Part{p(2), p(2), p(5)}, 1, 4},
		{"a whole of nought", 0, []Part{p(0), p(1)}, 1, 1},
	} {
		if at, sum := Outgrows(c.whole, c.parts); at != c.at || sum != c.sum {
			t.Errorf("%s: %d, %d", c.name, at, sum)
		}
	}
}

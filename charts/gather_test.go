package charts

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/queries/table"
)

func TestYearOfPeriod(t *testing.T) {
	for _, c := range []struct {
		period string
		want   int // 0: none
	}{{"2025", 2025}, {"2025-H1", 2025}, {"2025-06", 2025}, {"2024-2025", 2025}, {"2004..2009", 2009}, {"", 0}, {"quý I", 0}} {
		got := 0
		if y := yearOf(c.period); y != nil {
			got = *y
		}
		if got != c.want {
			t.Errorf("%q: %d, want %d", c.period, got, c.want)
		}
	}
}

// Guards "blank is not nought": a sum over nothing stated is nil.
func TestSumOfNothingIsNil(t *testing.T) {
	all := func([]any) bool { return true }
	for _, c := range []struct {
		name string
		rows [][]any
		want any
	}{
		{"no rows", nil, nil},
		{"only blanks", [][]any{{nil}, {nil}}, nil},
		{"a nought is stated", [][]any{{nil}, {int64(0)}}, int64(0)},
		{"blanks add nothing", [][]any{{int64(2)}, {nil}, {int64(3)}}, int64(5)},
	} {
		if got := sum(c.rows, 0, all); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestUnitsOfOneNameAreToldApart(t *testing.T) {
	f, err := gather(fixture(t, "vi"))
	if err != nil {
		t.Fatal(err)
	}
	labels := map[string]string{}
	for _, u := range f.Units {
		if was, twice := labels[u.Label]; twice {
			t.Errorf("%s and %s are both called %q", was, u.Code, u.Label)
		}
		labels[u.Label] = u.Code
	}
	got := map[string]string{}
	for _, name := range []string{"Sở Y tế · Phú Thọ", "Sở Y tế · Phú Thọ (cũ)", "Sở Y tế · Vĩnh Phúc", hostile} {
		got[name] = labels[name]
	}
	if diff := cmp.Diff(map[string]string{"Sở Y tế · Phú Thọ": "pt-a", "Sở Y tế · Phú Thọ (cũ)": "25-a", "Sở Y tế · Vĩnh Phúc": "26-a", hostile: "pt-x"}, got); diff != "" {
		t.Error(diff)
	}
}

// Guards the mark "sơ bộ": a return that counts and is not accepted makes its unit incomplete;
// a control return or one nobody asked for does not.
func TestDuty(t *testing.T) {
	ok := obligation{Year: 2025, Expected: 1, Received: 1, Accepted: 1}
	with := func(change func(o *obligation)) obligation {
		o := ok
		change(&o)
		return o
	}
	for _, c := range []struct {
		name               string
		owed               []obligation
		expected, complete int64
	}{
		{"nobody owes", nil, 0, 0},
		{"one of two returns of a unit missing", []obligation{ok, with(func(o *obligation) { o.Received, o.Accepted = 0, 0 })}, 1, 0},
		{"held", []obligation{with(func(o *obligation) { o.Accepted = 0 })}, 1, 0},
		{"control missing", []obligation{ok, with(func(o *obligation) { o.Accepted, o.Control = 0, true })}, 1, 1},
		{"not on the list", []obligation{ok, with(func(o *obligation) { o.Unit, o.Expected = 1, 0 })}, 1, 1},
		{"another year", []obligation{ok, with(func(o *obligation) { o.Year, o.Accepted = 2024, 0 })}, 1, 1},
	} {
		want := table.Completeness{Year: 2025, Expected: c.expected, Complete: c.complete, Provisional: c.complete < c.expected}
		if got := (figures{Obligations: c.owed}).duty(2025); got != want {
			t.Errorf("%s: %v, want %v", c.name, got, want)
		}
		want.Provisional = true
		if got := (figures{Obligations: c.owed, Open: []int{2025}}).duty(2025); got != want {
			t.Errorf("%s, in a year that is not over: %v, want %v", c.name, got, want)
		}
	}
}

func TestInputWithoutATableOrColumnIsRefused(t *testing.T) {
	for _, feed := range Feeds() {
		in := fixture(t, "vi")
		delete(in.Tables, feed.Query)
		if _, err := gather(in); err == nil || !strings.Contains(err.Error(), feed.Query) {
			t.Errorf("without %s: %v", feed.Query, err)
		}
	}
	in := fixture(t, "vi")
	in.Tables["cube-award"] = table.Table{Name: "cube-award"}
	if _, err := gather(in); err == nil || !strings.Contains(err.Error(), "cube-award has no column") {
		t.Errorf("a cube without columns: %v", err)
	}
	in = fixture(t, "vi")
	in.Lang = "fr"
	if _, err := gather(in); err == nil {
		t.Error("a language that is not there was taken")
	}
}

var textKey = regexp.MustCompile(`"((?:page|sheet)\.[a-z0-9_.]*[a-z0-9_])"`)

// Guards against words missing on the page: every key that is written out in the package has a
// text in both languages, the languages have the same keys and as many %s each.
func TestTextsAreThere(t *testing.T) {
	vi, en := readTexts(t, "vi"), readTexts(t, "en")
	if diff := cmp.Diff(slices.Sorted(maps.Keys(vi)), slices.Sorted(maps.Keys(en))); diff != "" {
		t.Errorf("keys of vi and en differ:\n%s", diff)
	}
	for key := range vi {
		if strings.HasPrefix(key, "cmd.") || strings.HasPrefix(key, "docs.") { // filled by cmd, with %d too
			continue
		}
		a, b := strings.Count(vi[key], "%"), strings.Count(en[key], "%")
		ofPages := !strings.HasPrefix(key, "report.") && !strings.HasPrefix(key, "forms.") && !strings.HasPrefix(key, "book.") // say knows %s alone
		if a != b || ofPages && a != strings.Count(vi[key], "%s")+strings.Count(vi[key], "%[") {
			t.Errorf("%s: %q, %q", key, vi[key], en[key])
		}
	}
	own := os.DirFS(".")
	for _, pattern := range []string{"*.go", "assets/*.*"} {
		names, err := fs.Glob(own, pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			content, err := fs.ReadFile(own, name)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range textKey.FindAllSubmatch(content, -1) {
				if key := string(m[1]); vi[key] == "" && !slices.Contains([]string{".html", ".css", ".js"}, path.Ext(key)) {
					t.Errorf("%s asks for %s, which has no text", name, key)
				}
			}
		}
	}
	for _, lang := range []string{"vi", "en"} {
		if page := spoken(t, render(t, fixture(t, lang))); strings.Contains(page, "{page.") || strings.Contains(page, "{sheet.") {
			t.Errorf("the page in %s lacks a text", lang)
		}
	}
}

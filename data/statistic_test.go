package data

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
)

// figureRow is a row of a layout of figures.
type figureRow struct {
	Labels    []string `json:"labels"`
	Measure   string   `json:"measure"`
	Breakdown string   `json:"breakdown"`
}

// TestStatisticsAreThoseOfTheLayouts: what the forms of figures can tell is listed once, counted and split as the layout has it, and named
// in words; a row that no list knows would be read and shown without a name.
func TestStatisticsAreThoseOfTheLayouts(t *testing.T) {
	ref, err := LoadReference()
	if err != nil {
		t.Fatal(err)
	}
	listed, used := map[string]Statistic{}, map[string]bool{}
	for _, s := range ref.Statistics {
		listed[s.Code] = s
	}
	names, err := fs.Glob(LayoutFS, "layouts/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := fs.ReadFile(LayoutFS, name)
		if err != nil {
			t.Fatal(err)
		}
		var l struct {
			Shape  string `json:"shape"`
			Fields []struct {
				Measure string `json:"measure"`
			} `json:"fields"`
			Rows []figureRow `json:"row_measures"`
		}
		if err := json.Unmarshal(content, &l); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if l.Shape != "figures" {
			continue
		}
		measure := ""
		for _, f := range l.Fields {
			if f.Measure != "" {
				measure = f.Measure
			}
		}
		for _, r := range l.Rows {
			s, ok := listed[r.Measure]
			used[r.Measure] = true
			if !ok || s.Measure != measure || s.Section != r.Breakdown {
				t.Errorf("%s: row %s of %s in section %q stands in no such row of reference/statistic.csv: %+v", name, r.Measure, measure, r.Breakdown, s)
			}
			if s.Section != "" && s.Section != strings.SplitN(s.Measure, "_", 2)[0]+"_"+strings.SplitN(s.Section, "_", 2)[1] {
				t.Errorf("%s: section %q of %s", name, s.Section, s.Measure)
			}
		}
	}
	for _, lang := range Langs {
		texts, err := LoadTexts(lang)
		if err != nil {
			t.Fatal(err)
		}
		for code, s := range listed {
			if !used[code] {
				t.Errorf("no layout has %s", code)
			}
			for _, m := range []string{s.Measure, s.Section} {
				if text := texts.Get("sheet.measure." + m); m != "" && strings.Contains(text, m) {
					t.Errorf("%s: no words for %s", lang, m)
				}
			}
		}
	}
}

package layout_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tdkt/ingest/layout"
)

// A product stands for what would be written by hand: every heading over every header.
func TestProductSpellsOutFields(t *testing.T) {
	const file = `{"code": "c", "version": "1", "name_vi": "v", "name_en": "e", "shape": "forms_down", "titles": [],
		"fields": [{"code": "form", "headers": ["Hình thức"]}, {"code": "award_count", "headers": ["Tổng"], "measure": "award_count"}],
		"crossed": [{
			"sections": [{"code": "dx", "headers": ["Đột xuất", "Khen đột xuất"], "achievement": "dot_xuat"}, {"code": "nh", "headers": ["Niên hạn"]}],
			"columns": [{"code": "count", "headers": ["Số lượng", "?SL", ""], "measure": "achievement_count", "part_of": "award_count"},
				{"code": "leader", "headers": ["Lãnh đạo"], "measure": "leader_any_count", "part_of": "*_count"}]}]}`
	all, err := layout.Load(fstest.MapFS{"c.json": {Data: []byte(file)}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range all[0].Fields[2:] {
		got = append(got, strings.Join([]string{f.Code, strings.Join(f.Headers, "; "), f.Measure, f.Achievement, f.PartOf}, " | "))
	}
	want := []string{
		"dx_count | Đột xuất > Số lượng; ?Đột xuất > SL; Đột xuất; Khen đột xuất > Số lượng; ?Khen đột xuất > SL; Khen đột xuất | achievement_count | dot_xuat | award_count",
		"dx_leader | Đột xuất > Lãnh đạo; Khen đột xuất > Lãnh đạo | leader_any_count | dot_xuat | dx_count",
		"nh_count | Niên hạn > Số lượng; ?Niên hạn > SL; Niên hạn | achievement_count |  | award_count",
		"nh_leader | Niên hạn > Lãnh đạo | leader_any_count |  | nh_count",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Every header of every product is recognised for the field that it spells out, in a table
// that has all sections side by side.
func TestEveryCrossedHeaderIsRecognised(t *testing.T) {
	paths, err := filepath.Glob("../../data/layouts/*.json")
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var l layout.Layout
		if err := json.Unmarshal(content, &l); err != nil {
			t.Fatal(err)
		}
		for n := range longest(l) {
			heads, want := crossedHeader(l, n)
			got := recognised(t, l.Code, l.Titles[0]+"\n"+heads)
			for _, c := range got.Columns {
				if f, ok := want[c.Col]; ok {
					if tried++; c.Field != f {
						t.Errorf("%s, variant %d: %q is %q, want %q", l.Code, n, c.Header, c.Field, f)
					}
				}
			}
		}
	}
	if tried < 150 {
		t.Errorf("only %d headers were tried", tried)
	}
}

// longest is the greatest number of variants that a product has for one column.
func longest(l layout.Layout) (n int) {
	for _, p := range l.Crossed {
		for _, s := range p.Sections {
			for _, c := range p.Columns {
				n = max(n, len(s.Headers), len(c.Headers))
			}
		}
	}
	return n
}

// crossedHeader writes the two header rows of a table with the required fields of a layout
// and its products, each by its n-th variant, and names the field wanted of each column.
func crossedHeader(l layout.Layout, n int) (text string, want map[int]string) {
	var above, below []string
	want = map[int]string{}
	for _, f := range l.Fields {
		if f.Required {
			up, down, _ := strings.Cut(f.Headers[0], " > ")
			above, below = append(above, up), append(below, down)
		}
	}
	for _, p := range l.Crossed {
		for _, s := range p.Sections {
			for i, c := range p.Columns {
				heading := ""
				if i == 0 {
					heading = s.Headers[n%len(s.Headers)]
				}
				above, below = append(above, heading), append(below, c.Headers[n%len(c.Headers)])
				want[len(above)] = s.Code + "_" + c.Code
			}
		}
	}
	return strings.Join(above, " | ") + "\n" + strings.Join(below, " | "), want
}

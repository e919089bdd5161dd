package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/data"
)

const table = `new_province_code,new_province,new_commune_code,new_commune,old_commune_code,old_commune,note_vi,old_district_code,old_district,old_province_code,old_province
25,Tỉnh Phú Thọ,1,Phường A,11,Phường B,Nhập toàn bộ,228,Thị Xã Phú Thọ,25,Tỉnh Phú Thọ
25,Tỉnh Phú Thọ,1,Phường A,12,Xã C,Nhập một phần,228,Thị xã Phú Thọ,25,Tỉnh Phú Thọ
25,Tỉnh Phú Thọ,2,Xã D,12,Xã C,Nhập một phần,228,Thị xã Phú Thọ,25,Tỉnh Phú Thọ
25,Tỉnh Phú Thọ,13,Xã E,13,Xã E,Giữ nguyên,230,Huyện F,17,Tỉnh Hoà Bình
01,Hà Nội,9,Phường X,9,Phường Y,Nhập toàn bộ,001,Quận Z,01,Hà Nội
`

// The rows of departments stay, those of the table come anew, and a second run changes nothing.
func TestRun(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		"table.csv":      table,
		"unit.csv":       "unit_code,official_code,name,kind,parent_code,province_code,valid_from,valid_to,verified,note\nxc-99,99,Xã cũ sai,commune,h-1,25,,,true,\npt-so-y-te,,Sở Y tế,department,tinh-25,25,,2025-06-30,false,own\n",
		"unit_event.csv": "event_on,from_code,to_code,extent,kind,verified,note\n2025-07-01,pt-so-y-te,ptm-so-y-te,full,merge,false,own\n",
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	wantUnits := `unit_code,official_code,name,kind,parent_code,province_code,valid_from,valid_to,verified,note
h-228,228,Thị xã Phú Thọ,district,tinh-25,25,,2025-06-30,true,official table 1/7/2025
h-230,230,Huyện F,district,tinh-17,17,,2025-06-30,true,official table 1/7/2025
pt-so-y-te,,Sở Y tế,department,tinh-25,25,,2025-06-30,false,own
xc-11,11,Phường B,commune,h-228,25,,2025-06-30,true,official table 1/7/2025
xc-12,12,Xã C,commune,h-228,25,,2025-06-30,true,official table 1/7/2025
xc-13,13,Xã E,commune,h-230,17,,2025-06-30,true,official table 1/7/2025
xm-1,1,Phường A,commune,tinh-pt,25,2025-07-01,,true,official table 1/7/2025
xm-13,13,Xã E,commune,tinh-pt,25,2025-07-01,,true,official table 1/7/2025
xm-2,2,Xã D,commune,tinh-pt,25,2025-07-01,,true,official table 1/7/2025
`
	wantEvents := `event_on,from_code,to_code,extent,kind,verified,note
2025-07-01,h-228,,full,abolish,true,found: L56
2025-07-01,h-230,xm-13,full,rename,true,official table 1/7/2025: all of it passed into one commune
2025-07-01,pt-so-y-te,ptm-so-y-te,full,merge,false,own
2025-07-01,xc-11,xm-1,full,merge,true,official table 1/7/2025: Nhập toàn bộ
2025-07-01,xc-12,xm-1,part,split,true,official table 1/7/2025: Nhập một phần
2025-07-01,xc-12,xm-2,part,split,true,official table 1/7/2025: Nhập một phần
2025-07-01,xc-13,xm-13,full,rename,true,official table 1/7/2025: Giữ nguyên
`
	for range 2 {
		if err := run(filepath.Join(dir, "table.csv"), dir, "25"); err != nil {
			t.Fatal(err)
		}
		for name, want := range map[string]string{"unit.csv": wantUnits, "unit_event.csv": wantEvents} {
			got, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, string(got)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		}
	}
}

func TestConvertRefusesWhatItDoesNotKnow(t *testing.T) {
	for name, text := range map[string]string{
		"a note of another kind": strings.Replace(table, "Giữ nguyên", "Chuyển giao", 1),
		"a missing column":       strings.Replace(table, "note_vi", "note", 1),
	} {
		var rows [][]string
		for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
			rows = append(rows, strings.Split(line, ","))
		}
		if _, _, err := convert(rows, "25"); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestNationalTable converts the whole official table and holds its rows to the checks of the registry; guards that a board
// of any province can use it. What it wants was counted in the table itself, by other means.
func TestNationalTable(t *testing.T) {
	if os.Getenv("TDKT_CORPUS") == "" {
		t.Skip("TDKT_CORPUS is not set: the official table lies in reference, beside the corpus")
	}
	table, err := readCSV(filepath.Join(os.Getenv("TDKT_CORPUS"), "..", "reference", "unit_mergers_2025-07-01.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := data.MergersOf(table, "")
	if err != nil {
		t.Fatal(err)
	}
	registry, err := data.LoadReference()
	if err != nil {
		t.Fatal(err)
	}
	merged, err := data.UnitsOfMergers(rows, registry.ProvinceOn)
	if err != nil {
		t.Fatal(err)
	}
	lists := data.Lists{Units: merged.Units, UnitEvents: merged.Events}
	provinces := map[string]bool{}
	for _, u := range registry.Units {
		if u.Parent == "" {
			provinces[u.Code] = true
			lists.Units = append(lists.Units, u)
		}
	}
	for _, e := range registry.UnitEvents {
		if provinces[e.From] {
			lists.UnitEvents = append(lists.UnitEvents, e)
		}
	}
	old, now := map[string]bool{}, map[string]bool{}
	for _, m := range rows {
		old[m.OldProvinceCode], now[m.NewProvinceCode] = true, true
	}
	if err := unitFaults(lists); err != nil {
		t.Error(err)
	}
	got := map[string]int{"rows": len(rows), "new provinces": len(now), "old provinces": len(old)}
	parents, kinds := map[string]string{}, map[string]string{}
	for _, u := range lists.Units {
		parents[u.Code], kinds[u.Code] = u.Parent, u.Kind
		if u.Kind != "other" {
			got[u.Kind+" "+map[bool]string{true: "before", false: "after"}[u.ValidFrom.IsZero()]]++
		}
	}
	from := map[string][]string{} // districts behind each new commune
	for _, e := range lists.UnitEvents {
		if kinds[e.From] == "other" {
			continue
		}
		got[kinds[e.From]+" "+e.Extent+" "+e.Kind]++
		district := e.From
		if kinds[e.From] == "commune" {
			district = parents[e.From]
		}
		if e.To != "" && !slices.Contains(from[e.To], district) {
			from[e.To] = append(from[e.To], district)
		}
	}
	for _, districts := range from {
		if len(districts) == 1 {
			got["communes out of one district"]++
		}
	}
	want := map[string]int{
		"rows": 10571, "new provinces": 34, "old provinces": 63, "district before": 696, "commune before": 10035, "commune after": 3321,
		"communes out of one district": 3024,
		"commune full merge":           9463, "commune full rename": 132, "commune part split": 970,
		"district full abolish": 682, "district full merge": 9, "district full rename": 5, "district part split": 1,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// unitFaults is what Check finds wrong with units and events, the other lists being as they are embedded.
func unitFaults(lists data.Lists) error {
	ref, err := data.LoadReference()
	if err != nil {
		return err
	}
	all := ref.Lists
	all.Units, all.UnitEvents, all.UnitAliases, all.Clusters, all.Obligations = lists.Units, lists.UnitEvents, nil, nil, nil
	return all.Check()
}

// Command import writes the old districts, old communes and new communes of one new province, with the events of
// 1/7/2025 between them, into unit.csv and unit_event.csv from the official table of mergers:
//
//	go run ./data/reference/import -table unit_mergers_2025-07-01.csv -dir data/reference
//
// Columns of the table: new_province_code, new_province, new_commune_code, new_commune, old_commune_code, old_commune, note_vi
// (Nhập toàn bộ, Nhập một phần, Giữ nguyên), old_district_code, old_district, old_province_code, old_province.
// Rows of other units (provinces, departments, schools …) are kept as they stand, so that the program may run again at any time.
package main

import (
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const (
	lastDay  = "2025-06-30" // of districts and old communes
	firstDay = "2025-07-01" // of new communes
	source   = "official table 1/7/2025"
)

func main() {
	table := flag.String("table", "", "official table of mergers (CSV)")
	dir := flag.String("dir", "data/reference", "folder of unit.csv and unit_event.csv")
	province := flag.String("province", "25", "official code of the new province")
	parent := flag.String("parent", "tinh-pt", "unit_code of the new province")
	flag.Parse()
	if err := run(*table, *dir, *province, *parent); err != nil {
		fmt.Fprintln(os.Stderr, "import:", err)
		os.Exit(1)
	}
}

func run(table, dir, province, parent string) error {
	records, err := readCSV(table)
	if err != nil {
		return err
	}
	units, events, err := convert(records, province, parent)
	if err != nil {
		return fmt.Errorf("%s: %w", table, err)
	}
	if err := replace(filepath.Join(dir, "unit.csv"), units, 0, 6); err != nil {
		return err
	}
	return replace(filepath.Join(dir, "unit_event.csv"), events, 1, -1)
}

// convert makes the rows of unit.csv and unit_event.csv of one new province.
func convert(table [][]string, province, parent string) (units, events [][]string, err error) {
	if len(table) == 0 {
		return nil, nil, fmt.Errorf("is empty")
	}
	col := map[string]int{}
	for i, name := range table[0] {
		col[strings.TrimPrefix(name, "\ufeff")] = i
	}
	for _, name := range []string{"new_province_code", "new_commune_code", "new_commune", "old_commune_code", "old_commune", "note_vi", "old_district_code", "old_district", "old_province_code"} {
		if _, ok := col[name]; !ok {
			return nil, nil, fmt.Errorf("no column %s", name)
		}
	}
	seen := map[string]bool{}
	add := func(code string, rest ...string) bool {
		if seen[code] {
			return false
		}
		seen[code] = true
		units = append(units, append([]string{code}, rest...))
		return true
	}
	for _, row := range table[1:] {
		at := func(name string) string { return row[col[name]] }
		if at("new_province_code") != province {
			continue
		}
		old, now, district := at("old_province_code"), "xm-"+at("new_commune_code"), "h-"+at("old_district_code")
		if add(district, at("old_district_code"), districtName(at("old_district")), "district", "tinh-"+old, old, "", lastDay, "true", source) {
			events = append(events, []string{firstDay, district, "", "full", "abolish", "true", "found: L56"})
		}
		add("xc-"+at("old_commune_code"), at("old_commune_code"), at("old_commune"), "commune", district, old, "", lastDay, "true", source)
		add(now, at("new_commune_code"), at("new_commune"), "commune", parent, province, firstDay, "", "true", source)
		extent, kind, ok := eventOf(at("note_vi"))
		if !ok {
			return nil, nil, fmt.Errorf("old commune %s: note %q is not known", at("old_commune_code"), at("note_vi"))
		}
		events = append(events, []string{firstDay, "xc-" + at("old_commune_code"), now, extent, kind, "true", source + ": " + at("note_vi")})
	}
	return units, events, nil
}

// districtName mends the table's one double spelling, "Thị Xã Phú Thọ" beside "Thị xã Phú Thọ".
func districtName(name string) string { return strings.Replace(name, "Thị Xã ", "Thị xã ", 1) }

// eventOf reads the table's note. A commune that stays as it is passes whole into a new code of ours: rename.
func eventOf(note string) (extent, kind string, ok bool) {
	switch note {
	case "Nhập toàn bộ":
		return "full", "merge", true
	case "Nhập một phần":
		return "part", "split", true
	case "Giữ nguyên":
		return "full", "rename", true
	}
	return "", "", false
}

// replace puts rows in the place of the file's rows on districts and communes, told by the code in column code, and sorts the file:
// by the columns code and then (where >= 0), else by the whole row.
func replace(path string, rows [][]string, code, then int) error {
	records, err := readCSV(path)
	if err != nil {
		return err
	}
	kept := slices.DeleteFunc(records[1:], func(r []string) bool {
		return strings.HasPrefix(r[code], "h-") || strings.HasPrefix(r[code], "xc-") || strings.HasPrefix(r[code], "xm-")
	})
	rows = append(slices.Clone(kept), rows...)
	slices.SortFunc(rows, func(a, b []string) int {
		if then >= 0 {
			return slices.Compare([]string{a[code], a[then]}, []string{b[code], b[then]})
		}
		return slices.Compare(a, b)
	})
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := csv.NewWriter(f)
	if err := w.WriteAll(append([][]string{records[0]}, rows...)); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func readCSV(path string) ([][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(records) == 0 {
		return nil, fmt.Errorf("%s: is empty", path)
	}
	return records, nil
}

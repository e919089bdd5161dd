// Command import writes the old districts, old communes and new communes of one new province, with the events of
// 1/7/2025 between them, into unit.csv and unit_event.csv from the official table of mergers:
//
//	go run ./data/reference/import -table unit_mergers_2025-07-01.csv -dir data/reference
//
// How a note of the table is read stands in data.MergerExtent, what becomes of districts in data.UnitsOfMergers.
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

	"tdkt/data"
)

// columns of the table.
var columns = []string{"new_province_code", "new_province", "new_commune_code", "new_commune", "old_commune_code", "old_commune", "note_vi",
	"old_district_code", "old_district", "old_province_code", "old_province"}

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
	rows, err := mergers(table, province)
	if err != nil {
		return nil, nil, err
	}
	listed, changes, err := data.UnitsOfMergers(rows, parent, func(official string) string { return "tinh-" + official })
	if err != nil {
		return nil, nil, err
	}
	for _, u := range listed {
		units = append(units, []string{u.Code, u.OfficialCode, u.Name, u.Kind, u.Parent, u.Province, u.ValidFrom.String(), u.ValidTo.String(), "true", u.Note})
	}
	for _, e := range changes {
		events = append(events, []string{e.On.String(), e.From, e.To, e.Extent, e.Kind, "true", e.Note})
	}
	return units, events, nil
}

// mergers reads the rows of one new province; province "" gives all.
func mergers(table [][]string, province string) ([]data.Merger, error) {
	if len(table) == 0 {
		return nil, fmt.Errorf("is empty")
	}
	col := map[string]int{}
	for i, name := range table[0] {
		col[strings.TrimPrefix(name, "\ufeff")] = i
	}
	for _, name := range columns {
		if _, ok := col[name]; !ok {
			return nil, fmt.Errorf("no column %s", name)
		}
	}
	var rows []data.Merger
	for _, row := range table[1:] {
		at := func(name string) string { return row[col[name]] }
		if province != "" && at("new_province_code") != province {
			continue
		}
		rows = append(rows, data.Merger{
			NewProvinceCode: at("new_province_code"), NewProvince: at("new_province"), NewCode: at("new_commune_code"), New: at("new_commune"),
			OldCode: at("old_commune_code"), Old: at("old_commune"), Note: at("note_vi"), DistrictCode: at("old_district_code"),
			District: at("old_district"), OldProvinceCode: at("old_province_code"), OldProvince: at("old_province"),
		})
	}
	return rows, nil
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

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

func main() {
	table := flag.String("table", "", "official table of mergers (CSV)")
	dir := flag.String("dir", "data/reference", "folder of unit.csv and unit_event.csv")
	province := flag.String("province", "25", "official code of the new province")
	flag.Parse()
	if err := run(*table, *dir, *province); err != nil {
		fmt.Fprintln(os.Stderr, "import:", err)
		os.Exit(1)
	}
}

func run(table, dir, province string) error {
	records, err := readCSV(table)
	if err != nil {
		return err
	}
	units, events, err := convert(records, province)
	if err != nil {
		return fmt.Errorf("%s: %w", table, err)
	}
	if err := replace(filepath.Join(dir, "unit.csv"), units, 0, 6); err != nil {
		return err
	}
	return replace(filepath.Join(dir, "unit_event.csv"), events, 1, -1)
}

// convert makes the rows of unit.csv and unit_event.csv of one new province, whose own rows the registry has.
func convert(table [][]string, province string) (units, events [][]string, err error) {
	rows, err := data.MergersOf(table, province)
	if err != nil {
		return nil, nil, err
	}
	registry, err := data.LoadReference()
	if err != nil {
		return nil, nil, err
	}
	merged, err := data.UnitsOfMergers(rows, registry.ProvinceOn)
	if err != nil {
		return nil, nil, err
	}
	for _, u := range merged.Units {
		units = append(units, []string{u.Code, u.OfficialCode, u.Name, u.Kind, u.Parent, u.Province, u.ValidFrom.String(), u.ValidTo.String(), "true", u.Note})
	}
	for _, e := range merged.Events {
		events = append(events, []string{e.On.String(), e.From, e.To, e.Extent, e.Kind, "true", e.Note})
	}
	return units, events, nil
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

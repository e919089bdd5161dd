package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// summaryOf writes the summary workbook of a year and gives its path.
func summaryOf(t *testing.T, db string, args ...string) string {
	t.Helper()
	a := mustCall(t, exitDone, append([]string{"report", "--db", db, "--out", t.TempDir(), "--quiet"}, args...)...)
	for _, path := range strings.Split(a.out, "\n") {
		if filepath.Base(path) == "tong-hop.xlsx" {
			return path
		}
	}
	t.Fatalf("no summary workbook among %s", a.out)
	return ""
}

// TestSummaryFigures asks the marts for every figure that the sheet of sources names, each by the query that `tdkt trace` asks for its id: it is
// what stands there, and what stands in the cell that it is of. And no number that is typed in is without a figure.
func TestSummaryFigures(t *testing.T) {
	db, _ := samplesRun(t)
	for _, args := range [][]string{{"--year", "2025"}, {"--year", "2022", "--compare", "2024", "--lang", "en"}} {
		x, err := excelize.OpenFile(summaryOf(t, db, args...))
		if err != nil {
			t.Fatal(err)
		}
		sheets := x.GetSheetList()
		raw := excelize.Options{RawCellValue: true}
		rows, err := x.GetRows(sheets[len(sheets)-1], raw)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		listed := map[string]bool{}
		for _, r := range rows[6:] {
			if len(r) == 5 && r[1] != "" { // above them a row a sheet, of no one cell
				ids = append(ids, r[4])
			}
		}
		of := figuresOf(t, db, ids)
		for _, r := range rows[6:] {
			if len(r) != 5 || r[1] == "" {
				continue
			}
			listed[r[0]+"!"+r[1]] = true
			there, err := x.GetCellValue(r[0], r[1], raw)
			if n := of(r[4]); err != nil || n == nil || fmt.Sprint(*n) != r[3] || there != r[3] {
				t.Errorf("%s!%s holds %s, listed as %s, traced as %v: %s", r[0], r[1], there, r[3], n, r[4])
			}
		}
		if len(listed) < 900 {
			t.Errorf("%v: only %d cells are listed", args, len(listed))
		}
		typed := 0
		for _, s := range sheets[:len(sheets)-1] {
			typed += typedIn(t, x, s, listed)
		}
		if typed < 500 {
			t.Errorf("%v: only %d numbers looked at", args, typed)
		}
		x.Close()
	}
}

// typedIn looks at the numbers of a sheet that are no formulas, and gives how many there are.
func typedIn(t *testing.T, x *excelize.File, sheet string, listed map[string]bool) (n int) {
	t.Helper()
	if slices.Contains([]string{"Phát hiện", "Findings"}, sheet) { // counts of findings, which are no published figures
		return 0
	}
	rows, err := x.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for r, row := range rows {
		for c, value := range row {
			at, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				t.Fatal(err)
			}
			kind, _ := x.GetCellType(sheet, at)
			formula, _ := x.GetCellFormula(sheet, at)
			id, _ := x.GetCellStyle(sheet, at)
			style, err := x.GetStyle(id)
			isDay := err == nil && style.CustomNumFmt != nil && strings.Contains(*style.CustomNumFmt, "yy")
			if value == "" || formula != "" || isDay || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
				continue
			}
			n++
			if !listed[sheet+"!"+at] {
				t.Errorf("%s!%s holds %s, which the sheet of sources does not have", sheet, at, value)
			}
		}
	}
	return n
}

// The workbook is written by two programs' runs with the same bytes, and has the figures that the report of the year has.
func TestSummaryAgreesWithTheReport(t *testing.T) {
	db, _ := samplesRun(t)
	path := summaryOf(t, db, "--year", "2025")
	if !bytes.Equal(fileBytes(t, path), fileBytes(t, summaryOf(t, db, "--year", "2025"))) {
		t.Error("made twice, not the same bytes")
	}
	x, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	said := wordText(t, filepath.Join(filepath.Dir(path), "bao-cao-tong-ket.docx"))
	for _, s := range []string{"Hình thức, đối tượng", "Đơn vị"} {
		rows, err := x.GetRows(s, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, r := range rows[6:] {
			if len(r) > 5 && r[1] != "" {
				plain := func(n string) string { // the report has thousands apart, and a dash for a blank
					if n == "" {
						return "–"
					}
					if len(n) > 3 {
						return n[:len(n)-3] + "." + n[len(n)-3:]
					}
					return n
				}
				line := r[0]
				for _, n := range r[1:6] {
					line += " | " + plain(n)
				}
				if !strings.Contains(said, line+" |") {
					t.Errorf("%s: the report has no row %q", s, line)
				}
				found++
			}
		}
		if found < 15 {
			t.Errorf("%s: %d rows", s, found)
		}
	}
}

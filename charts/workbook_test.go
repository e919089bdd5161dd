package charts

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func workbook(t testing.TB, in Input) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Workbook(&b, in); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func openWorkbook(t *testing.T, content []byte) *excelize.File {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// Guards promise 8: excelize orders some parts by chance, and several runs show it.
func TestWorkbookIsTheSameEachTime(t *testing.T) {
	first := workbook(t, fixture(t, "vi"))
	for range 5 {
		if !bytes.Equal(first, workbook(t, fixture(t, "vi"))) {
			t.Fatal("two workbooks of the same input differ")
		}
	}
}

// A name or a cell of a return that looks like a formula must stay text: nothing in the workbook is a formula.
func TestWorkbookHasNoFormula(t *testing.T) {
	x := openWorkbook(t, workbook(t, fixture(t, "vi")))
	seen := map[string]bool{}
	for _, name := range x.GetSheetList() {
		rows, err := x.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, text := range row {
				seen[text] = true
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if formula, err := x.GetCellFormula(name, cell); err != nil || formula != "" {
					t.Errorf("%s!%s holds the formula %q %v", name, cell, formula, err)
				}
			}
		}
	}
	for _, text := range []string{hostile, "=1+1", `=cmd|'/c calc'!A1`} {
		if !seen[text] {
			t.Errorf("%q does not stand in the workbook as text", text)
		}
	}
}

// The foot of each sheet by year is the sum of the cube, and its rows add up to it; a unit
// without figures in a year is a blank cell.
func TestWorkbookSheetsAddUp(t *testing.T) {
	in := fixture(t, "vi")
	f, err := gather(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range figureSheets(in, f) {
		if s.Foot == nil || s.Name == in.say("sheet.unit_year") || s.Name == in.say("sheet.five") {
			continue
		}
		for c, y := range f.inOrder() {
			want := sum(in.Tables["cube-award"].Rows, 5, func(r []any) bool { return r[0] == int64(y) })
			var rows int64
			for _, r := range s.Rows {
				n, _ := r[c+1].(int64)
				rows += n
			}
			if s.Foot[c+1] != want || rows != want {
				t.Errorf("%s, %d: foot %v, rows %d, cube %v", s.Name, y, s.Foot[c+1], rows, want)
			}
		}
	}
	column := 1 + slices.Index(f.inOrder(), 2023)
	for _, r := range figureSheets(in, f)[4].Rows {
		if (r[0] == "Sở Tài chính · Vĩnh Phúc") != (r[column] == nil) && !strings.Contains(r[0].(string), "Phú Thọ") && r[0] != hostile {
			t.Errorf("%s in 2023 is %v; only Sở Tài chính of Vĩnh Phúc stated nothing", r[0], r[column])
		}
	}
}

// LibreOffice opens the workbook without repair, shows the same numbers and prints it.
func TestWorkbookInLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: LibreOffice takes its time")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here: the workbook was not opened in it")
	}
	dir := t.TempDir()
	in := fixture(t, "vi")
	if err := os.WriteFile(filepath.Join(dir, "so-lieu.xlsx"), workbook(t, in), 0o644); err != nil {
		t.Fatal(err)
	}
	convert := func(filter string) {
		t.Helper()
		c := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", filter, "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, "so-lieu.xlsx"))
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
	}
	convert("xlsx:Calc MS Excel 2007 XML")
	mine, theirs := openWorkbook(t, workbook(t, in)), excelizeFile(t, filepath.Join(dir, "out", "so-lieu.xlsx"))
	for _, name := range mine.GetSheetList() {
		want, err := mine.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		got, err := theirs.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if !sameCells(want, got) {
			t.Errorf("sheet %s reads otherwise in LibreOffice", name)
		}
	}
	convert("pdf")
	pdf, err := os.ReadFile(filepath.Join(dir, "out", "so-lieu.pdf"))
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) {
		t.Fatalf("no PDF came of it: %v", err)
	}
	if *shots != "" {
		if err := os.WriteFile(filepath.Join(*shots, "so-lieu.pdf"), pdf, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*shots, "so-lieu.xlsx"), workbook(t, in), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func excelizeFile(t *testing.T, path string) *excelize.File {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return openWorkbook(t, content)
}

// sameCells compares what stands in the cells, blank cells at the ends left out; LibreOffice
// keeps 15 digits of a ratio.
func sameCells(a, b [][]string) bool {
	trim := func(rows [][]string) [][]string {
		for len(rows) > 0 && strings.Join(rows[len(rows)-1], "") == "" {
			rows = rows[:len(rows)-1]
		}
		return rows
	}
	a, b = trim(a), trim(b)
	return len(a) == len(b) && slices.EqualFunc(a, b, func(x, y []string) bool {
		for c := range max(len(x), len(y)) {
			var v, w string
			if c < len(x) {
				v = x[c]
			}
			if c < len(y) {
				w = y[c]
			}
			n, errN := strconv.ParseFloat(v, 64)
			m, errM := strconv.ParseFloat(w, 64)
			if v != w && (errN != nil || errM != nil || math.Abs(n-m) > 1e-12) {
				return false
			}
		}
		return true
	})
}

// A year's total stands in no sheet without how complete it is.
func TestWorkbookYearsCarryTheirCompleteness(t *testing.T) {
	in := fixture(t, "vi")
	f, err := gather(in)
	if err != nil {
		t.Fatal(err)
	}
	want := "2025\n" + f.duty(2025).Words("vi")
	if !strings.Contains(want, "đơn vị, sơ bộ") {
		t.Fatal(want)
	}
	for _, s := range figureSheets(in, f) {
		if !slices.Contains(s.Head, want) && !strings.Contains(s.Title, f.duty(2025).Words("vi")) {
			t.Errorf("%s: neither %q nor %q says %q", s.Name, s.Title, s.Head, want)
		}
	}
	x := openWorkbook(t, workbook(t, in))
	for _, name := range []string{in.say("sheet.cover"), in.say("sheet.charts")} {
		rows, err := x.GetRows(name)
		if err != nil || !strings.Contains(fmt.Sprint(rows), f.duty(2025).Words("vi")) {
			t.Errorf("%s does not say how complete 2025 is: %v", name, err)
		}
	}
}

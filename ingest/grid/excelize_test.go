package grid

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// written makes a workbook of one sheet with excelize from a grid of texts, a row a
// line, cells between bars: 12 is a number, TRUE a boolean, 2024-12-05 a date, =… a
// formula, '12 text.
func written(t rapid.TB, lines ...string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	format := "dd/mm/yyyy"
	date, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	must(t, err)
	for i, line := range lines {
		for j, text := range strings.Split(line, "|") {
			at := A1(i+1, j+1)
			n, notNumber := strconv.ParseFloat(text, 64)
			switch {
			case text == "":
			case notNumber == nil:
				must(t, f.SetCellFloat("Sheet1", at, n, -1, 64))
			case text == "TRUE" || text == "FALSE":
				must(t, f.SetCellBool("Sheet1", at, text == "TRUE"))
			case text[0] == '=':
				must(t, f.SetCellFormula("Sheet1", at, text[1:]))
			case text[0] == '\'':
				must(t, f.SetCellStr("Sheet1", at, text[1:]))
			case len(text) == 10 && text[4] == '-':
				d, _ := isoSerial(text)
				must(t, f.SetCellFloat("Sheet1", at, d, -1, 64))
				must(t, f.SetCellStyle("Sheet1", at, at, date))
			default:
				must(t, f.SetCellStr("Sheet1", at, text))
			}
		}
	}
	var b bytes.Buffer
	must(t, f.Write(&b))
	return b.Bytes()
}

func must(t rapid.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func isoSerial(day string) (float64, bool) {
	for serial := 1.0; serial < lastSerial; serial++ {
		if text, _ := dateText(serial, false); text == day {
			return serial, true
		}
	}
	return 0, false
}

func TestReadsWhatExcelizeWrites(t *testing.T) {
	content := written(t,
		"UBND TỈNH PHÚ THỌ||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
		"",
		"STT|Họ và tên|Ngày sinh|Số lượng|Nữ",
		"1|Nguyễn Thị Hoa|1981-03-20|1.234|TRUE",
		"2|'0123|1981|12|FALSE",
		"|Tổng||=SUM(D4:D5)|",
	)
	want := strings.Join([]string{
		`A1 text "UBND TỈNH PHÚ THỌ"`, `C1 text "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"`,
		`A3 text "STT"`, `B3 text "Họ và tên"`, `C3 text "Ngày sinh"`, `D3 text "Số lượng"`, `E3 text "Nữ"`,
		`A4 number "1"`, `B4 text "Nguyễn Thị Hoa"`, `C4 date "1981-03-20"`, `D4 number "1.234"`, `E4 bool "TRUE"`,
		`A5 number "2"`, `B5 text "0123"`, `C5 number "1981"`, `D5 number "12"`, `E5 bool "FALSE"`,
		`B6 text "Tổng"`, `D6 error "=SUM(D4:D5)"`, "",
	}, "\n")
	if diff := cmp.Diff(want, shown(mustRead(t, content).Sheets[0])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Any grid of texts and numbers comes back as excelize was given it, at the same places.
func TestAnyGridComesBack(t *testing.T) {
	texts := rapid.StringOf(rapid.RuneFrom([]rune(" aĂằộư<>&'\"\n\t_x0D;,=1\u0300"))).
		Filter(func(s string) bool { return strings.TrimSpace(s) != "" && !strings.Contains(s, "|") })
	rapid.Check(t, func(t *rapid.T) {
		f := excelize.NewFile()
		defer f.Close()
		want := map[string]string{}
		for range rapid.IntRange(1, 20).Draw(t, "cells") {
			at := A1(rapid.IntRange(1, 30).Draw(t, "row"), rapid.IntRange(1, 40).Draw(t, "col"))
			if rapid.Bool().Draw(t, "number") {
				// excelize writes 15 digits, so only numbers of so many come back.
				n, _ := strconv.ParseFloat(strconv.FormatFloat(rapid.Float64().Draw(t, "n"), 'g', 14, 64), 64)
				must(t, f.SetCellFloat("Sheet1", at, n, -1, 64))
				num, _, _ := numberText(nil, strconv.FormatFloat(n, 'g', -1, 64))
				want[at] = string(num)
				continue
			}
			s := texts.Draw(t, "text")
			must(t, f.SetCellStr("Sheet1", at, s))
			want[at] = tidy(legible(s, ""))
		}
		var b bytes.Buffer
		must(t, f.Write(&b))
		book, findings, err := Read("a", b.Bytes())
		if err != nil || len(findings) > 0 {
			t.Fatalf("%v, %v", findings, err)
		}
		got := map[string]string{}
		for _, r := range book.Sheets[0].Rows {
			for _, c := range r.Cells {
				got[A1(r.No, c.Col)] = c.Text
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Over every workbook at hand, both readers see cells at the same places, with the same text or number; dates and booleans
// excelize gives as numbers. White space around a text we read as Excel does (only where xml:space says so), excelize always.
// What is lost if they part: nobody would see a reader of our own drop or shift a cell.
func TestSamplesAgreeWithExcelize(t *testing.T) {
	books, cells := 0, 0
	for _, dir := range []string{"returns", "faulty"} {
		for _, path := range workbooksBelow(t, filepath.Join("..", "..", "data", "samples", dir)) {
			if n, read := agreeAll(t, path); read {
				books, cells = books+1, cells+n
			} else if filepath.Base(path) != "file-unreadable.xlsx" {
				t.Errorf("%s: excelize does not read it", path)
			}
		}
	}
	if books < 70 || cells < 10_000 {
		t.Errorf("%d workbooks, %d cells", books, cells)
	}
}

// The same over workbooks that others made: those that must load, and what lies beside them without a row in the index.
func TestCorpusAgreesWithExcelize(t *testing.T) {
	root := corpus(t)
	skipped := map[string]bool{filepath.Join(root, "xlsx/sheetjs/wtf_path.xlsx"): true} // excelize finds no text in it
	f, err := os.Open(filepath.Join(root, "xlsx", "INDEX.csv"))
	must(t, err)
	defer f.Close()
	index, err := csv.NewReader(f).ReadAll()
	must(t, err)
	loading := 0
	for _, line := range index[1:] {
		path := filepath.Join(root, "xlsx", line[0])
		switch ext := filepath.Ext(path); {
		case line[6] != "load":
			skipped[path] = true
		case ext == ".xlsx" || ext == ".xlsm":
			loading++
		}
	}
	books, cells, unread := 0, 0, 0
	for _, path := range workbooksBelow(t, root) {
		if skipped[path] {
			continue
		}
		if n, read := agreeAll(t, path); read {
			books, cells = books+1, cells+n
		} else {
			unread++
		}
	}
	t.Logf("%d workbooks, %d cells; %d that excelize does not read; %d of the index load", books, cells, unread, loading)
	if books+unread < loading-1 {
		t.Errorf("%d workbooks were looked at, the index has %d that load", books+unread, loading)
	}
}

// workbooksBelow lists the workbooks of a folder and the folders in it.
func workbooksBelow(t *testing.T, dir string) (paths []string) {
	t.Helper()
	must(t, filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if ext := filepath.Ext(path); ext == ".xlsx" || ext == ".xlsm" {
			paths = append(paths, path)
		}
		return err
	}))
	return paths
}

// agreeAll holds every sheet of a workbook against excelize, and says whether excelize reads it.
func agreeAll(t *testing.T, path string) (cells int, read bool) {
	t.Helper()
	content, err := os.ReadFile(path)
	must(t, err)
	book, _, _ := Read(path, content)
	x, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: 1 << 28})
	if err != nil {
		t.Logf("%s: excelize does not read it: %v", path, err)
		return 0, false
	}
	defer x.Close()
	for _, s := range book.Sheets {
		cells += agree(t, path, s, x)
	}
	return cells, true
}

func agree(t *testing.T, path string, s Sheet, x *excelize.File) int {
	rows, err := x.GetRows(s.Name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Logf("%s: excelize does not read sheet %q: %v", path, s.Name, err)
		return 0
	}
	theirs := map[string]string{}
	for i, row := range rows {
		for j, text := range row {
			if !blank(text) {
				theirs[A1(i+1, j+1)] = text
			}
		}
	}
	n, told := 0, 0
	for _, r := range s.Rows {
		for _, c := range r.Cells {
			at := A1(r.No, c.Col)
			text, ok := theirs[at]
			delete(theirs, at)
			n++
			same := ok && (strings.TrimSpace(tidy(legible(text, c.Font))) == strings.TrimSpace(c.Text) || c.Kind == Date || c.Kind == Bool)
			if a, err := strconv.ParseFloat(text, 64); c.Kind == Number && err == nil {
				b, _ := strconv.ParseFloat(c.Text, 64)
				same = a == b
			}
			if !same && !(c.Kind == Error && c.Text[0] == '=') && told < 5 {
				told++
				t.Errorf("%s %q %s: %s %q, excelize %q", path, s.Name, at, c.Kind, c.Text, text)
			}
		}
	}
	if len(theirs) > 0 {
		t.Errorf("%s %q: not seen: %s", path, s.Name, fmt.Sprint(theirs)[:min(200, len(fmt.Sprint(theirs)))])
	}
	return n
}

package forms

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// TestLinesOfAText: what is lost if this breaks is the last line of a heading, cut off, or rows with a line too many.
func TestLinesOfAText(t *testing.T) {
	plain, bold := style{size: 11}, style{size: 11, bold: true}
	for _, c := range []struct {
		name  string
		k     style
		text  string
		width float64
		want  int
	}{
		{"nothing takes a line", plain, "", 10, 1},
		{"narrow letters", plain, "lilili lilili lilili", 13, 1},
		{"as many wide ones", plain, "MWMWMW MWMWMW MWMWMW", 13, 3},
		{"marks take no room", plain, "Chiến sĩ thi đua", 15, 1},
		{"bold is wider", bold, "Tỉnh, thành phố trực thuộc", 24, 2},
		{"and plain is not", plain, "Tỉnh, thành phố trực thuộc", 24, 1},
		{"what stands further in has less room", style{size: 11, indent: 2}, "Tỉnh, thành phố trực thuộc", 24, 2},
		{"a word longer than the column is broken", plain, strings.Repeat("n", 20), 11, 3},
	} {
		if got := c.k.lines(c.text, c.width); got != c.want {
			t.Errorf("%s: %d lines, want %d", c.name, got, c.want)
		}
	}
}

// TestPageStarts: the last rows, from the fifth, stay together; all are ten points each, and so is the header.
func TestPageStarts(t *testing.T) {
	rows := []float64{0, 10, 10, 10, 10, 10, 10, 10}
	for _, c := range []struct {
		name string
		room float64
		want []int
	}{
		{"all on one page", 70, nil}, {"the page ends before the last row", 60, []int{5}}, {"it ends where they begin", 40, []int{5}},
		{"two pages before them", 30, []int{4, 5}}, {"they fill two pages", 20, []int{3, 4, 5}},
	} {
		if diff := cmp.Diff(c.want, pageStarts(rows, 5, 1, 1, c.room)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestPages: on a page of 100 by 100 points; what is lost if this breaks is a page with three rows on it, or letters that nobody reads.
func TestPages(t *testing.T) {
	on := page{wide: 100, tall: 100}
	for _, c := range []struct {
		name          string
		width, height float64
		want          int
	}{
		{"nothing", 10, 0, 1}, {"a page", 10, 100, 1}, {"a page and a row", 10, 107, 1}, {"a page and some rows", 10, 120, 2},
		{"four pages and as many rows", 10, 425, 4}, {"twice as wide is half as large", 200 / widest, 210, 1},
	} {
		if got := on.pages(c.width, c.height); got != c.want {
			t.Errorf("%s: %d pages, want %d", c.name, got, c.want)
		}
	}
}

// printed is the first sheet as it stands in the file, and where it is printed.
func printed(t *testing.T, content []byte) (sheet, area string) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range opened(t, content).GetDefinedName() {
		if n.Name == "_xlnm.Print_Area" {
			area = n.RefersTo
		}
	}
	return string(raw), area
}

// rowOf is the first row that says a text.
func rowOf(t *testing.T, x *excelize.File, sheet, text string) int {
	t.Helper()
	rows, err := x.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for r, row := range rows {
		if strings.Contains(strings.Join(row, "|"), text) {
			return r + 1
		}
	}
	t.Fatalf("%s does not say %q", sheet, text)
	return 0
}

// TestSignaturesStandWithRows: a form takes one page where that can be read; a longer one breaks before its last three rows, so that
// nobody signs an empty sheet. There is room to sign on either.
func TestSignaturesStandWithRows(t *testing.T) {
	for code, year := range theForms {
		in := input(t, code, year, "vi")
		content := written(t, in)
		sheet, area := printed(t, content)
		if !strings.Contains(sheet, `fitToHeight="1"`) || strings.Contains(sheet, "<brk") {
			t.Errorf("%s does not stand on one page", code)
		}
		below := rowOf(t, opened(t, content), in.Form.Sheet, "(Ký, họ tên)") + 1
		if !strings.HasSuffix(area, "$"+strconv.Itoa(below)) {
			t.Errorf("%s: printed is %q, the row to sign in is %d", code, area, below)
		}
	}
	in := input(t, "mau_01", 2024, "vi")
	units, places := in.Tables["form-units"], in.Tables["form-places"]
	sample := units.Rows[0]
	lies := slices.IndexFunc(places.Rows, func(r []any) bool { return r[places.Col("unit_code")] == sample[units.Col("unit_code")] })
	for n := range 150 {
		row, place := slices.Clone(sample), slices.Clone(places.Rows[lies])
		code := fmt.Sprintf("don-vi-%03d", n)
		row[units.Col("unit_code")], place[places.Col("unit_code")], place[places.Col("unit_name")] = code, code, "Đơn vị "+code
		units.Rows, places.Rows = append(units.Rows, row), append(places.Rows, place)
	}
	in.Tables["form-units"], in.Tables["form-places"] = units, places
	content := written(t, in)
	sheet, _ := printed(t, content)
	breaks := regexp.MustCompile(`<brk id="(\d+)"`).FindAllStringSubmatch(sheet, -1)
	if len(breaks) < 4 || strings.Contains(sheet, "fitToPage=\"true\"") {
		t.Fatalf("a form of 150 units breaks below rows %v", breaks)
	}
	if last, total := breaks[len(breaks)-1][1], rowOf(t, opened(t, content), in.Form.Sheet, "Tổng cộng"); last != strconv.Itoa(total-3) {
		t.Errorf("its last page begins below row %s, the total is in row %d", last, total)
	}
}

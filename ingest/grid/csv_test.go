package grid

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"
)

func TestCSV(t *testing.T) {
	cases := []struct{ what, content, want string }{
		{"commas", "a,b\n1,2\n", "A1 a|B1 b|A2 1|B2 2"},
		{"semicolons and a decimal comma", "a;b;c\n1;2,5;3\n4;5,5;6\n", "A1 a|B1 b|C1 c|A2 1|B2 2,5|C2 3|A3 4|B3 5,5|C3 6"},
		{"tabs", "a\tb\n1,5\t2\n", "A1 a|B1 b|A2 1,5|B2 2"},
		{"commas of prose above a table of semicolons",
			"UBND TỈNH, SỞ Y TẾ\nViệt Trì, ngày 5\nSTT;Tên;Số\n1;A;2\n2;B;3\n",
			"A1 UBND TỈNH, SỞ Y TẾ|A2 Việt Trì, ngày 5|A3 STT|B3 Tên|C3 Số|A4 1|B4 A|C4 2|A5 2|B5 B|C5 3"},
		{"semicolons within quoted fields", "a,\"b; c; d\"\ne,\"f; g; h\"\n", "A1 a|B1 b; c; d|A2 e|B2 f; g; h"},
		{"one column", "Sở Y tế\nSở Nội vụ\n", "A1 Sở Y tế|A2 Sở Nội vụ"},
		{"a byte order mark", "\ufeffa,b\n", "A1 a|B1 b"},
		{"CRLF", "a,b\r\nc,d\r\n", "A1 a|B1 b|A2 c|B2 d"},
		{"CR", "a,b\rc,d\r", "A1 a|B1 b|A2 c|B2 d"},
		{"no line end at the end", "a,b\nc,d", "A1 a|B1 b|A2 c|B2 d"},
		{"a record's place is its first line", "a,b\n\"x\r\ny\nz\",1\nc,d\n", "A1 a|B1 b|A2 x\r\ny\nz|B2 1|A5 c|B5 d"},
		{"blank lines count as lines", "a,b\n\n\nc,d\n", "A1 a|B1 b|A4 c|B4 d"},
		{"empty fields are no cells", "a,,c\n,,\n,\"\",d\n", "A1 a|C1 c|C3 d"},
		{"doubled quotation marks", `"a ""b""",c` + "\n", `A1 a "b"|B1 c`},
		{"quotation marks within a field", `a "b",c` + "\n", `A1 a "b"|B1 c`},
		{"text after a closing mark", `"Đơn vị" tiên tiến,1` + "\n", `A1 Đơn vị tiên tiến|B1 1`},
		{"numbers stay text", "1.234,02\n", "A1 1.234|B1 02"},
		{"declared", "sep=;\r\na,x;b\r\n", "A2 a,x|B2 b"},
	}
	for _, c := range cases {
		if diff := cmp.Diff(c.want, flat(t, []byte(c.content))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

func flat(t *testing.T, content []byte) string {
	t.Helper()
	book := mustRead(t, content)
	if book.Container != "csv" || len(book.Sheets) != 1 || book.Sheets[0].Name != "" {
		t.Fatalf("not one nameless sheet: %+v", book)
	}
	var got []string
	for _, r := range book.Sheets[0].Rows {
		for _, c := range r.Cells {
			if c.Kind != Text {
				t.Errorf("%s is a %s", A1(r.No, c.Col), c.Kind)
			}
			got = append(got, A1(r.No, c.Col)+" "+c.Text)
		}
	}
	return strings.Join(got, "|")
}

func TestUTF16ReadsAsUTF8Does(t *testing.T) {
	text := "Tên;Số\nSở Y tế;2\n"
	for _, end := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		wide, err := unicode.UTF16(end, unicode.UseBOM).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(flat(t, []byte(text)), flat(t, []byte(wide))); diff != "" {
			t.Error(diff)
		}
	}
}

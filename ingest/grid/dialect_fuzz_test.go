package grid

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func FuzzCSV(f *testing.F) {
	for _, s := range []string{
		"a,b\n1,2\n", "a;\"b\n;\"\"c\"\r\n", "\ufeffa\tb", "sep=;\na;b", "\xff\xfea\x00", "a,\"b\n", "x\r\ry", "a\x00,\x00b\x00\n\x00",
		"a,b,c\n1,\"x,2\n3,y,4\n", "a,b,c\n1,\"x \"y\" z\",2\n", "STT  Tên     Số\n  1  An     12\n  2  Bình    3\n", "'a','b'\n'c','d''e'\n",
		"1:2:3\n4:5:6\n", "\"a\\\"b\"|c\n\"d\"|e\n", "a, b, c\n1, \"2, 3\", 4\n", "a\u2028b", "1 2 3\n4 5 6\n", "\x00\xad",
		"0\x050 RR\r\x12\v\v\v\v\v\v\v  q\x7fHHH0\r\x12  R\r\x12 W4\nWRBBBBBBB\x12  00\n0ê0  \x13\n00",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		book, findings, err := Read("a", content)
		if err != nil || len(findings) > 3 {
			t.Fatal(findings, err)
		}
		sound(t, book)
		if book.Container != "csv" {
			return
		}
		text, _, err := decode(unpadded(content))
		if err != nil {
			t.Fatal(err)
		}
		text = lineEnds(text)
		for _, r := range book.Sheets[0].Rows {
			if lines := lineEndsIn(text) + 1; r.No > lines {
				t.Fatalf("row %d of %d lines", r.No, lines)
			}
		}
		next, _ := recordsOf(text)
		marks := ",;\t|:\"'`\\^~/! \r\n\v\f\u00a0"
		if d, _ := dialectOf(text); lineUp(text) == nil {
			marks = d.delim + string([]byte{d.quote, d.escape}) + "\r\n"
		}
		if delim, rest, ok := declared(text); ok {
			d, _ := withDelimiter(rest, delim)
			text, marks = rest, delim+string([]byte{d.quote, d.escape})+"\r\n"
		}
		nothingLost(t, text, marks, next)
	})
}

// nothingLost holds that records give the text, in order, but for marks of the dialect.
func nothingLost(t *testing.T, text, marks string, next record) {
	t.Helper()
	at := 0
	for {
		_, fields, ok, err := next()
		if err != nil {
			return
		}
		if !ok {
			break
		}
		for _, f := range fields {
			for i := range len(f) {
				for at < len(text) && text[at] != f[i] {
					if strings.IndexByte(marks, text[at]) < 0 {
						t.Fatalf("%q is lost of %q before field %q", text[at], text, f)
					}
					at++
				}
				if at++; at > len(text) {
					t.Fatalf("field %q is not in %q", f, text)
				}
			}
		}
	}
	for ; at < len(text); at++ {
		if strings.IndexByte(marks, text[at]) < 0 {
			t.Fatalf("%q is lost at the end of %q", text[at:], text)
		}
	}
}

// What is written in a dialect is read from it, and whatever is read, nothing but marks is lost and no time.
func FuzzDialect(f *testing.F) {
	f.Add("a\x00b\x00c\x00d \"e\" f\x00\x00'g'\n", uint8(0), uint8(0), uint8(0))
	f.Add("1\x00x, y\x003\x004\x00\r\n\x005", uint8(3), uint8(1), uint8(1))
	f.Add("a,\"b\nc\",\"d\ne\x00,\x00\"", uint8(0), uint8(0), uint8(0))
	f.Add("\"\"\"a\"\n\"\"b,\"\"\n\",\"\"\"\n", uint8(0), uint8(0), uint8(0))
	f.Add("9999\"\r\n\x00\x00\x00,\x00\r\x00,\x00\r", uint8(0), uint8('b'), uint8('1'))
	f.Fuzz(func(t *testing.T, text string, delim, quote, escape uint8) {
		if strings.ContainsAny(text, "\ufffd") || len(text) > 1<<16 {
			return
		}
		d := dialect{
			delim:  []string{",", ";", "\t", "|", ":", ", ", "||", "§"}[delim%8],
			quote:  []byte{'"', '\'', '`'}[quote%3],
			escape: []byte{0, '\\', '^'}[escape%3],
		}
		begun := time.Now()
		m := mender{records: newRecords(text, d, 1), usual: 3}
		nothingLost(t, text, d.delim+string([]byte{d.quote, d.escape})+"\r\n", m.next)
		if took := time.Since(begun); took > 5*time.Second {
			t.Fatalf("%v for %d bytes", took, len(text))
		}
		cells := strings.Split(text, "\x00")
		var table [][]string
		for row := range slices.Chunk(cells, 3) {
			for _, c := range row {
				// A line of a cell that is as wide as a row may be a row.
				if strings.Contains(c, d.delim) && strings.ContainsAny(c, "\r\n") {
					return
				}
			}
			if len(row) == 3 {
				table = append(table, row)
			}
		}
		m = mender{records: newRecords(write(table, d, "\n", func(string) bool { return true }), d, 1), usual: 3}
		for i, want := range table {
			_, got, ok, err := m.next()
			if err != nil {
				return // what can be read in two ways is told, and refused; TestTablesSurviveTheirDialect holds what must be read
			}
			if !ok || !slices.Equal(want, got) {
				t.Fatalf("row %d of %q: %q; want %q", i, m.text, got, want)
			}
		}
		if _, got, ok, _ := m.next(); ok || m.count > 0 {
			t.Fatalf("more than %q: %q, %d mended", m.text, got, m.count)
		}
	})
}

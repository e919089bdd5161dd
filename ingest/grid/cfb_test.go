package grid

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tdkt/data/samples/xls"
)

func TestCompoundStreams(t *testing.T) {
	var streams []xls.Stream
	for i, n := range []int{0, 1, 63, 64, 65, 4095, 4096, 4097, 100_000, 8 << 20} {
		content := make([]byte, n)
		for j := range content {
			content[j] = byte(i + j*7 + j>>9)
		}
		streams = append(streams, xls.Stream{Name: string(rune('A' + i)), Content: content})
	}
	few := streams[:len(streams)-1]
	files := [][]byte{
		xls.Compound(streams...), // its table has more sectors than the header lists
		xls.Compound(few...),
		bytes.TrimRight(xls.Compound(few...), "\xff"), // some writers leave the last sector short
	}
	for i, content := range files {
		c, err := openCompound(content)
		if err != nil {
			t.Fatal(err)
		}
		streams := streams[:len(streams)-min(i, 1)]
		for _, s := range streams {
			entry, ok := c.find(s.Name)
			if !ok {
				t.Fatalf("%s is not there", s.Name)
			}
			got, err := c.stream(entry)
			if err != nil || !bytes.Equal(got, s.Content) {
				t.Errorf("%s of %d bytes: %d, %v", s.Name, len(s.Content), len(got), err)
			}
		}
	}
}

// What else comes as a compound file is answered by what it is.
func TestCompoundFilesThatAreNoWorkbook(t *testing.T) {
	workbook := bookOf(typed("1")...).Stream()
	stored := func(name string) xls.Stream { return xls.Stream{Name: name, Content: workbook} }
	embedded := xls.Compound(stored("WordDocument"), stored("Workbook"))
	hang(embedded, "Workbook", "WordDocument") // a table within the document
	cases := []struct {
		what    string
		content []byte
		want    string
	}{
		{"Word", xls.Compound(stored("WordDocument"), stored("1Table")), "container-unsupported Word 97–2003 (.doc)"},
		{"Word with a table of Excel in it", embedded, "container-unsupported Word 97–2003 (.doc)"},
		{"PowerPoint", xls.Compound(stored("PowerPoint Document")), "container-unsupported Office 97–2003"},
		{"encrypted .xlsx", xls.Compound(stored("EncryptionInfo"), stored("EncryptedPackage")), "file-encrypted Excel (.xlsx)"},
		{"a workbook named in capitals", xls.Compound(stored("WORKBOOK")), ""},
		{"both books, as Excel 97 writes for Excel 95", xls.Compound(stored("Workbook"), xls.Stream{Name: "Book", Content: []byte("x")}), ""},
		{"Excel 4.0", xls.Compound(xls.Stream{Name: "Book", Content: xls.Record(0x0409, 0, 4, 0x10, 0)}), "container-unsupported Excel 2.0–4.0 (.xls)"},
		{"only the head", embedded[:512], "file-unreadable compound file: no table of contents (sector 5 of 0)"},
		{"less than the head", embedded[:100], "file-unreadable compound file: ends within its header"},
	}
	for _, c := range cases {
		_, findings, err := Read("a", c.content)
		got := ""
		for _, f := range findings {
			got = string(f.Code) + " " + f.Got
		}
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", c.what, got, err, c.want)
		}
	}
}

// directoryOf is where the table of contents lies in a file of xls.Compound.
func directoryOf(content []byte) []byte {
	return content[512*(1+int(le32(content, 48))):]
}

// entryOf finds a line of the table of contents.
func entryOf(content []byte, name string) (no int, e []byte) {
	dir := directoryOf(content)
	for no = 0; ; no++ {
		e = dir[128*no : 128*no+128]
		if strings.HasPrefix(string(e), utf16le(name+"\x00")) {
			return no, e
		}
	}
}

// hang moves an entry below another.
func hang(content []byte, name, below string) {
	no, moved := entryOf(content, name)
	for i := range 4 {
		e := directoryOf(content)[128*i:]
		for _, at := range []int{68, 72, 76} {
			if le32(e, at) == uint32(no) {
				binary.LittleEndian.PutUint32(e[at:], le32(moved, 72))
			}
		}
	}
	_, parent := entryOf(content, below)
	binary.LittleEndian.PutUint32(parent[76:], uint32(no))
	binary.LittleEndian.PutUint32(moved[72:], noEntry)
}

// A broken table of contents does not lose the workbook, and chains that run in circles
// end.
func TestDamagedCompoundFiles(t *testing.T) {
	small, big := bookOf(typed("Sở Y tế|29665")...).Bytes(), bookOf(typed("Sở Y tế|"+strings.Repeat("x", 5000))...).Bytes()
	put := func(b []byte, v uint32) { binary.LittleEndian.PutUint32(b, v) }
	cases := []struct {
		what  string
		whole []byte
		hurt  func(b, dir, table []byte) // the entry of the stream is the second
		got   string                     // of the fault, "" where it reads
	}{
		{"an entry that is its own sibling", small, func(_, dir, _ []byte) { put(dir[128+72:], 1) }, ""},
		{"a sibling beyond the end", small, func(_, dir, _ []byte) { put(dir[128+68:], 999) }, ""},
		{"the root has no child", small, func(_, dir, _ []byte) { put(dir[76:], noEntry) }, ""},
		{"the upper half of the size is not nought", big, func(_, dir, _ []byte) { put(dir[128+124:], 0xFFFFFFFF) }, ""},
		{"a stream that says it is larger", big, func(_, dir, _ []byte) { put(dir[128+120:], 1<<30) }, ""},
		{"lists of the table in circles", small, func(b, _, _ []byte) { put(b[68:], 0); put(b[72:], 0xFFFFFF) }, ""},
		{"a stream in circles", big, func(_, _, table []byte) { put(table[4:], 0) }, "Workbook: ends at byte"},
		{"a large stream in circles", big, func(_, dir, table []byte) { put(table[4:], 0); put(dir[128+120:], 1<<30) }, "compound file: a chain of sectors without end"},
		{"a stream that ends early", big, func(_, _, table []byte) { put(table[4:], 0xFFFFFFFE) }, "compound file: a stream ends after 1024 bytes"},
		{"a stream beyond the file", big, func(_, dir, _ []byte) { put(dir[128+116:], 1<<20) }, "compound file: sector 1048576 of"},
		{"a small stream beyond", small, func(_, dir, _ []byte) { put(dir[128+116:], 1<<20) }, "compound file: a stream ends after 0 bytes"},
		{"a table of contents beyond the file", small, func(b, _, _ []byte) { put(b[48:], 1<<20) }, "compound file: no table of contents"},
		{"sectors of 2^40 bytes", small, func(b, _, _ []byte) { put(b[30:], 40) }, "compound file: sectors of 2^40 bytes"},
	}
	for _, c := range cases {
		want := shown(mustRead(t, c.whole).Sheets[0])
		b := bytes.Clone(c.whole)
		c.hurt(b, directoryOf(b), b[512*(1+int(le32(b, 76))):])
		book, findings, err := Read("a", b)
		switch {
		case err != nil:
			t.Errorf("%s: %v", c.what, err)
		case c.got == "" && len(findings) > 0, c.got != "" && (len(findings) == 0 || !strings.HasPrefix(findings[0].Got, c.got)):
			t.Errorf("%s: %v", c.what, findings)
		case c.got == "":
			if diff := cmp.Diff(want, shown(book.Sheets[0])); diff != "" {
				t.Errorf("%s: %s", c.what, diff)
			}
		}
	}
}

// A file that is all table of contents, each entry the sibling of the one before, takes no
// more than its own size again, and no time.
func TestCompoundOfEntriesOnly(t *testing.T) {
	var streams []xls.Stream
	for range 100_000 {
		streams = append(streams, xls.Stream{Name: "a"})
	}
	content := xls.Compound(streams...)
	began := time.Now()
	_, findings, _ := Read("a", content)
	if len(findings) != 1 || findings[0].Code != codeUnsupported || time.Since(began) > time.Minute {
		t.Errorf("%v after %v", findings, time.Since(began))
	}
}

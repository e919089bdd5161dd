package grid

import (
	"bytes"
	"crypto/md5"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"tdkt/data/samples/xls"
	"tdkt/ingest/finding"
)

func TestXLSFaultsHaveTheirPlace(t *testing.T) {
	extra := func(records ...[]byte) []byte {
		b := bookOf(typed("a")...)
		b.Sheets[0].Extra = bytes.Join(records, nil)
		return b.Bytes()
	}
	at := func(cell string) finding.Place {
		return finding.Place{File: "a", Sheet: "Danh sách", Cell: cell}
	}
	cases := []struct {
		what    string
		content []byte
		place   finding.Place
		got     string
	}{
		{"a text that is not there", extra(xls.Record(0x00FD, 1, 0, 2, 0, 15, 0, 9, 0, 0, 0)), at("C2"), "Workbook: text 10 of 1"},
		{"a cell written twice", bookOf(append(typed("1|2"), xls.Cell{Row: 1, Col: 2, Value: 3.0})...).Bytes(), at("B1"), `"2", "3"`},
		{"a text cut off", extra(xls.Record(0x0204, 0, 0, 1, 0, 15, 0, 200, 0, 0, 'x')), at("B1"), "Workbook: the text of the cell breaks off"},
		{"a short record", extra(xls.Record(0x0203, 0, 0, 1, 0, 15, 0, 1)), at(""), "Workbook: record 0x0203 before byte"},
		{"a column that no sheet has", extra(xls.Record(0x0203, 0, 0, 0, 1, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0)), at(""), "Workbook: row 1, column 257"},
		{"merged cells turned round", extra(xls.Record(0x00E5, 1, 0, 5, 0, 1, 0, 0, 0, 0, 0)), at(""), "Workbook: merged cells 6, 1, 2, 1"},
		{"a formula of no kind", extra(xls.Record(0x0006, 0, 0, 0, 0, 15, 0, 9, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0)), at("A1"), "Workbook: the value of the formula is of kind 9"},
	}
	for _, c := range cases {
		_, findings, err := Read("a", c.content)
		if err != nil || len(findings) != 1 || findings[0].At != c.place || !strings.HasPrefix(findings[0].Got, c.got) {
			t.Errorf("%s: %+v, %v", c.what, findings, err)
		}
	}
	old := xls.Book{Old: true, CodePage: 1234, Sheets: []xls.Sheet{{Name: "Danh sach", Cells: []xls.Cell{{Row: 4, Col: 1, Value: "\xe9"}}}}}
	_, findings, _ := Read("a", old.Bytes())
	if len(findings) != 1 || findings[0].At.Cell != "A4" || findings[0].Got != "Workbook: the text of the cell is in code page 1234" {
		t.Errorf("an unknown code page: %+v", findings)
	}
}

// A workbook that is cut off anywhere is answered as such, and never read in part: a part
// of a list looks like a list.
func TestXLSCutAnywhere(t *testing.T) {
	b := bookOf(typed("Sở Y tế|29665|@45631", "Nguyễn Thị Hoa|TRUE|1.5")...)
	b.Sheets = append(b.Sheets, xls.Sheet{Name: "S2", Cells: typed("cuối")})
	stream := b.Stream()
	for n := range stream {
		book, findings, err := Read("a", xls.Compound(xls.Stream{Name: "Workbook", Content: stream[:n]}))
		if err != nil || len(findings) != 1 || findings[0].Code != codeUnreadable || len(book.Sheets) > 0 {
			t.Fatalf("%d of %d bytes: %v, %v", n, len(stream), findings, err)
		}
	}
	content := b.Bytes()
	for n := range content {
		book, findings, err := Read("a", content[:n])
		whole := len(findings) == 0 && len(book.Sheets) == 2 // what is cut off was only padding
		if err != nil || !whole && (len(findings) != 1 || len(book.Sheets) > 0) {
			t.Fatalf("%d of %d bytes: %v, %v", n, len(content), findings, err)
		}
	}
}

// Two sheets at one place would be read again and again, for as long as a hostile list of
// sheets says.
func TestXLSSheetsAtOnePlace(t *testing.T) {
	b := bookOf(typed("1|2|3")...)
	for range 2000 {
		b.Sheets = append(b.Sheets, xls.Sheet{Name: "S", Kind: 0})
	}
	stream := b.Stream()
	first := -1
	r := biffRecords{stream: stream}
	for r.next() == nil {
		if r.id == recBoundSheet {
			if first < 0 {
				first = int(le32(r.body, 0))
			}
			binary.LittleEndian.PutUint32(r.body, uint32(first))
		}
	}
	_, findings, _ := Read("a", xls.Compound(xls.Stream{Name: "Workbook", Content: stream}))
	if len(findings) != 1 || !strings.Contains(findings[0].Got, "two sheets at one place") {
		t.Errorf("%v", findings)
	}
}

// encrypted gives the stream of a book as Excel encrypts it, with 40 bits.
func encrypted(b xls.Book, password string) []byte {
	salt := bytes.Repeat([]byte{7}, 16)
	var wide []byte
	for _, u := range utf16.Encode([]rune(password)) {
		wide = binary.LittleEndian.AppendUint16(wide, u)
	}
	first := md5.Sum(wide)
	base := md5.Sum(bytes.Repeat(append(bytes.Clone(first[:5]), salt...), 16))
	key := md5.Sum(append(bytes.Clone(base[:5]), 0, 0, 0, 0))
	verifier := []byte("0123456789abcdef")
	hash := md5.Sum(verifier)
	v, h := decryptPair(rc4Of(key[:]), verifier, hash[:])
	b.FilePass = bytes.Join([][]byte{{1, 0, 1, 0, 1, 0}, salt, v, h}, nil)
	stream := b.Stream()
	from := bytes.Index(stream, b.FilePass) + len(b.FilePass)
	return decryptRecords(stream, from, rc4Key(b.FilePass[2:], password)) // the cipher is its own inverse
}

// A workbook whose structure is protected is encrypted with a password that everybody has;
// Excel opens it without asking.
func TestXLSWithTheSharedPassword(t *testing.T) {
	b := bookOf(typed(strings.Repeat("Lao động tiên tiến|29665|", 100))...)
	want := mustRead(t, b.Bytes())
	shared := xls.Compound(xls.Stream{Name: "Workbook", Content: encrypted(b, sharedPassword)})
	if diff := cmp.Diff(want.Sheets, mustRead(t, shared).Sheets); diff != "" {
		t.Error(diff)
	}
	_, findings, _ := Read("a", xls.Compound(xls.Stream{Name: "Workbook", Content: encrypted(b, "mật khẩu")}))
	if len(findings) != 1 || findings[0].Code != codeEncrypted {
		t.Errorf("%v", findings)
	}
}

// The ciphers are held against workbooks that Excel encrypted, whose passwords are known.
func TestCorpusXLSCiphers(t *testing.T) {
	dir := filepath.Join(corpus(t), "xlsx")
	const ofSheetJS = `A1 number "1"` + "\n" + `A2 number "2"` + "\n" + `B2 number "10"` + "\n" + `A3 number "3"` + "\n" + `A4 number "4"` + "\n"
	for path, want := range map[string]string{
		"poi/password.xls":                     `D5 text "A ZIP bomb is a variant of mail-bombing.`,
		"sheetjs/password_2002_128_strong.xls": ofSheetJS, "sheetjs/password_2002_40_972000.xls": ofSheetJS,
	} {
		content, err := os.ReadFile(filepath.Join(dir, path))
		must(t, err)
		c, err := openCompound(content)
		must(t, err)
		entry, _ := c.find("WORKBOOK")
		stream, err := c.stream(entry)
		must(t, err)
		r := biffRecords{stream: stream}
		for r.id != recFilePass {
			must(t, r.next())
		}
		key := rc4Key(r.body[2:], "password")
		if key == nil {
			t.Errorf("%s: the password does not fit", path)
			continue
		}
		plain := decryptRecords(stream, r.at, key)
		binary.LittleEndian.PutUint16(plain[r.at-len(r.body)-4:], 0xFFFF) // no FILEPASS any more
		book, err := readXLS(plain)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if got := shown(book.Sheets[0]); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s", path, got)
		}
	}
}

func FuzzXLS(f *testing.F) {
	f.Add(bookOf(typed("Sở Y tế|29665|@45631", "'0123|TRUE|1.5")...).Stream())
	b := bookOf(
		xls.Cell{Row: 1, Col: 1, Value: xls.Rich{{Text: "th\u00ad", Font: 1}, {Text: " x", Font: 0}}},
		xls.Cell{Row: 1, Col: 2, Value: xls.Formula{Code: sumOfTwo, Value: "đ"}},
		xls.Cell{Row: 2, Col: 1, Value: xls.Formula{Code: sumOfTwo, Value: 0.0, Flags: 2}},
		xls.Cell{Row: 2, Col: 2, Value: xls.Inline{{Text: "a", Font: 0}}},
	)
	b.Fonts, b.Break, b.Hints = []xls.Font{{Name: "Arial"}, {Name: ".VnTime", Strike: true}}, 20, []byte("hints")
	b.Sheets[0].Merges, b.Sheets[0].HiddenRows, b.Sheets[0].HiddenCols = [][4]int{{1, 1, 2, 2}}, []int{2}, [][2]int{{1, 2}}
	f.Add(b.Stream())
	b.Old, b.CodePage = true, 1258
	b.Sheets[0].Name = "S"
	f.Add(b.Stream())
	f.Add(encrypted(bookOf(typed("a|1")...), sharedPassword))
	f.Fuzz(func(t *testing.T, stream []byte) {
		book, findings, err := Read("a", xls.Compound(xls.Stream{Name: "Workbook", Content: stream}))
		if err != nil || len(findings) > 1 {
			t.Fatal(findings, err)
		}
		if len(findings) > 0 && strings.Contains(findings[0].Got, "runtime error") {
			t.Fatal(findings)
		}
		sound(t, book)
	})
}

func FuzzCompound(f *testing.F) {
	f.Add(bookOf(typed("Sở Y tế|29665")...).Bytes())
	f.Add(bookOf(typed(strings.Repeat("x", 5000))...).Bytes())
	f.Fuzz(func(t *testing.T, content []byte) {
		book, findings, err := Read("a", append([]byte(compoundHead), content[min(8, len(content)):]...))
		if err != nil || len(findings) > 1 {
			t.Fatal(findings, err)
		}
		if len(findings) > 0 && strings.Contains(findings[0].Got, "runtime error") {
			t.Fatal(findings)
		}
		sound(t, book)
	})
}

// What no sheet of sense has, and a part that inflates to a gigabyte could, is refused
// before it fills the memory.
func TestBinaryRowsAreBounded(t *testing.T) {
	room := newAllowance()
	room.cells = 10
	b := newBinaryRows("part", room, newInterner())
	merged, hid := 0, 0
	for b.merge(Merge{1, 1, 2, 2}) == nil {
		merged++
	}
	for b.hideCols(1, 2) == nil {
		hid++
	}
	if merged != 1<<20 || hid != maxCols {
		t.Errorf("%d merged areas, %d runs of hidden columns", merged, hid)
	}
	rows := 0
	for ; rows < 100 && b.add(rows+1, 1, style{}, Cell{Text: "x"}) == nil; rows++ {
	}
	if rows != 3 { // each weighs four cells; the last is at hand
		t.Errorf("%d rows", rows)
	}
	many := madeB{sheets: [][]byte{nil}, styles: append(rec(brtBeginCellXFs, 0), bytes.Repeat(xfB(0, 0), maxStyles+10)...)}
	if _, findings, _ := Read("a", many.bytes(t)); len(findings) != 1 || !strings.Contains(findings[0].Got, "fonts and formats") {
		t.Errorf("%v", findings)
	}
}

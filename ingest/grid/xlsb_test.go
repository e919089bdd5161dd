package grid

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// rec is a record of .xlsb: its number, and numbers and texts behind each other. A byte is
// one byte, a uint16 two, an int four, a float64 eight, a string its length and characters.
func rec(id int, fields ...any) []byte {
	var body []byte
	for _, f := range fields {
		switch v := f.(type) {
		case byte:
			body = append(body, v)
		case uint16:
			body = binary.LittleEndian.AppendUint16(body, v)
		case int:
			body = binary.LittleEndian.AppendUint32(body, uint32(v))
		case float64:
			body = binary.LittleEndian.AppendUint64(body, math.Float64bits(v))
		case string:
			units := utf16.Encode([]rune(v))
			body = binary.LittleEndian.AppendUint32(body, uint32(len(units)))
			for _, u := range units {
				body = binary.LittleEndian.AppendUint16(body, u)
			}
		default:
			panic(fmt.Sprintf("%T", f))
		}
	}
	var out []byte
	for _, n := range []int{id, len(body)} {
		for ; n >= 0x80; n >>= 7 {
			out = append(out, byte(n)|0x80)
		}
		out = append(out, byte(n))
	}
	return append(out, body...)
}

func recs(records ...[]byte) []byte { return bytes.Join(records, nil) }

// madeB is a workbook of records, part by part.
type madeB struct {
	sheets [][]byte // the records of each between its beginning and end
	list   []byte   // the lines of the list of sheets, if not one each, visible
	head   []byte   // before the list
	texts  []byte
	styles []byte
	kinds  []string // of the relations, if not worksheet
}

func (m madeB) bytes(t testing.TB) []byte {
	const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	parts := map[string]string{
		"_rels/.rels":          `<Relationships><Relationship Id="rId1" Type="` + rels + `/officeDocument" Target="xl/workbook.bin"/></Relationships>`,
		"xl/sharedStrings.bin": string(recs(rec(159, 0, 0), m.texts, rec(160))),
		"xl/styles.bin":        string(recs(rec(278), m.styles, rec(279))),
	}
	refs, list := "", m.list
	for i, s := range m.sheets {
		no := fmt.Sprint(i + 1)
		kind := "worksheet"
		if i < len(m.kinds) {
			kind = m.kinds[i]
		}
		parts["xl/worksheets/sheet"+no+".bin"] = string(recs(rec(brtBeginSheet), s, rec(brtEndSheet)))
		refs += `<Relationship Id="rId` + no + `" Type="` + rels + `/` + kind + `" Target="worksheets/sheet` + no + `.bin"/>`
		if m.list == nil {
			list = append(list, rec(brtBundleSh, 0, i+1, "rId"+no, "S"+no)...)
		}
	}
	refs += `<Relationship Id="rIdA" Type="` + rels + `/sharedStrings" Target="sharedStrings.bin"/><Relationship Id="rIdB" Type="` + rels + `/styles" Target="styles.bin"/>`
	parts["xl/_rels/workbook.bin.rels"] = `<Relationships>` + refs + `</Relationships>`
	parts["xl/workbook.bin"] = string(recs(rec(brtBeginBook), m.head, rec(143), list, rec(144), rec(132)))
	return zipped(t, parts)
}

// fontB is a font: size, flags, weight, no script, no underline, family, set, colour, scheme, name.
func fontB(name string, weight, flags int) []byte {
	return rec(brtFont, uint16(240), uint16(flags), uint16(weight), uint16(0), byte(0), byte(0), byte(0), byte(0), 0, 0, byte(0), name)
}

func xfB(font, format int) []byte {
	return rec(brtXF, uint16(0), uint16(format), uint16(font), uint16(0), 0, uint16(0))
}

var someStylesB = recs(
	rec(615, 1), rec(brtFmt, uint16(164), "dd/mm/yyyy;@"), rec(616),
	rec(611, 5), fontB("Arial", 400, 0), fontB(".VnTime", 700, 0), fontB("Times", 400, 8), fontB("A", 400, 0), fontB("Fifth", 400, 0), rec(612),
	rec(626, 1), xfB(2, 14), rec(627),
	rec(617, 5), xfB(0, 0), xfB(1, 14), xfB(0, 164), xfB(2, 0), xfB(4, 0), rec(618),
)

func rowB(no int, flags byte, height int) []byte {
	return rec(brtRowHdr, no-1, 0, uint16(height), byte(0), flags, byte(0), 0)
}

func TestXLSBCellTypes(t *testing.T) {
	const inA, inB = 0, 1
	formula := []any{uint16(0), 0, 0}
	with := func(id int, fields ...any) []byte { return rec(id, append(fields, formula...)...) }
	cases := []struct {
		what  string
		cells []byte
		want  string
	}{
		{"numbers", recs(rec(brtCellRk, inA, 0, 29665<<2|2), rec(brtCellReal, inB, 0, 1.0/3)), `A1 number "29665"` + "\n" + `B1 number "0.3333333333333333"` + "\n"},
		{"hundredths", rec(brtCellRk, inA, 0, 115<<2|3), `A1 number "1.15"` + "\n"},
		{"dates", recs(rec(brtCellRk, inA, 1, 45631<<2|2), rec(brtCellReal, inB, 2, 45631.5)), `A1 date "2024-12-05"` + "\n" + `B1 date "2024-12-05 12:00:00"` + "\n"},
		{"texts", recs(rec(brtCellIsst, inA, 0, 0), rec(brtCellIsst, inB, 0, 1)), `A1 text "Sở Y tế"` + "\n" + `B1 text "một hai"` + "\n"},
		{"texts within the cell", recs(rec(brtCellSt, inA, 0, "0123"), rec(brtCellRString, inB, 0, byte(1), "gạch bỏ", 1, uint16(5), uint16(2))), `A1 text "0123"` + "\n" + `B1 text "gạch bỏ"` + "\n"},
		{"booleans and errors", recs(rec(brtCellBool, inA, 0, byte(1)), rec(brtCellError, inB, 0, byte(42))), `A1 bool "TRUE"` + "\n" + `B1 error "#N/A"` + "\n"},
		{"formulas", recs(with(brtFmlaNum, inA, 1, 45631.0), with(brtFmlaString, inB, 0, "Đạt"), with(brtFmlaBool, 2, 0, byte(0)), with(brtFmlaError, 3, 0, byte(0x17)), with(brtFmlaString, 4, 0, "")),
			`A1 date "2024-12-05"` + "\n" + `B1 text "Đạt"` + "\n" + `C1 bool "FALSE"` + "\n" + `D1 error "#REF!"` + "\n"},
		{"cells that do not say where they stand", recs(rec(brtShortBlank, 0), rec(13, 0, 2<<2|2), rec(14, 0, byte(7)), rec(15, 0, byte(1)), rec(16, 0, 0.1), rec(17, 0, "a"), rec(18, 0, 0)),
			`B1 number "2"` + "\n" + `C1 error "#DIV/0!"` + "\n" + `D1 bool "TRUE"` + "\n" + `E1 number "0.1"` + "\n" + `F1 text "a"` + "\n" + `G1 text "Sở Y tế"` + "\n"},
		{"blanks", recs(rec(1, inA, 1), rec(brtCellSt, inB, 0, " ")), ""},
	}
	for _, c := range cases {
		m := madeB{
			styles: someStylesB,
			texts:  recs(rec(brtSSTItem, byte(0), "Sở Y tế"), rec(brtSSTItem, byte(3), "một hai", 1, uint16(3), uint16(4), "ẩn", 0)),
			sheets: [][]byte{recs(rec(145), rowB(1, 0, 300), c.cells, rowB(9, 0, 300), rec(brtCellRk, 25, 0, 2), rec(146))},
		}
		if diff := cmp.Diff(c.want+"Z9 number \"0\"\n", shown(mustRead(t, m.bytes(t)).Sheets[0])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

func TestXLSBFontsRowsAndMerges(t *testing.T) {
	cell := func(style int) []byte { return rec(brtCellSt, 0, style, "th\u00ad") }
	m := madeB{
		styles: someStylesB,
		texts:  rec(brtSSTItem, byte(1), "a th\u00ad", 2, uint16(2), uint16(1), uint16(99), uint16(2)),
		sheets: [][]byte{recs(
			rec(390), rec(brtColInfo, 2, 3, 2304, 0, uint16(1)), rec(brtColInfo, 5, 5, 0, 0, uint16(0)), rec(brtColInfo, 6, 6, 2304, 0, uint16(0)), rec(391),
			rec(145), rowB(1, 0, 300), cell(1), rowB(2, 0x10, 300), cell(3), rowB(4, 0, 0), cell(4), rowB(5, 0, 300), rec(brtCellIsst, 0, 0, 0), rec(146),
			rec(177, 1), rec(brtMergeCell, 0, 1, 0, 2), rec(178),
		)},
	}
	want := Sheet{
		Name: "S1", No: 1,
		Rows: []Row{
			{No: 1, Cells: []Cell{{Col: 1, Text: legible("th\u00ad", ".VnTime"), Font: ".VnTime", Bold: true}}},
			{No: 2, Hidden: true, Cells: []Cell{{Col: 1, Text: "th", Font: "Times", Strike: true}}},
			{No: 4, Hidden: true, Cells: []Cell{{Col: 1, Text: "th", Font: "Fifth"}}},
			{No: 5, Cells: []Cell{{Col: 1, Text: "a " + legible("th\u00ad", ".VnTime"), Font: "Arial"}}},
		},
		Merges:     []Merge{{1, 1, 2, 3}},
		HiddenCols: []Span{{3, 4}, {6, 6}},
	}
	if diff := cmp.Diff(want, mustRead(t, m.bytes(t)).Sheets[0]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestXLSBSheets(t *testing.T) {
	one := recs(rec(145), rowB(1, 0, 300), rec(brtCellRk, 0, 1, 44169<<2|2), rec(146))
	m := madeB{
		sheets: [][]byte{one, one, one, one}, styles: someStylesB, kinds: []string{"worksheet", "chartsheet", "worksheet", "worksheet"},
		head: rec(brtWbProp, 1, 0, ""), // days from 1904
		list: recs(rec(brtBundleSh, 1, 9, "rId3", "Ẩn"), rec(brtBundleSh, 0, 8, "rId2", "Biểu đồ"), rec(brtBundleSh, 0, 4, "rId1", "Biểu 1"), rec(brtBundleSh, 2, 5, "rId4", "Rất ẩn")),
	}
	book := mustRead(t, m.bytes(t))
	var got []string
	for _, s := range book.Sheets {
		got = append(got, fmt.Sprintf("%d %s %v %s", s.No, s.Name, s.Hidden, s.Rows[0].Cells[0].Text))
	}
	want := []string{"1 Ẩn true 2024-12-05", "3 Biểu 1 false 2024-12-05", "4 Rất ẩn true 2024-12-05"}
	if diff := cmp.Diff(want, got); diff != "" || book.Container != "xlsb" {
		t.Error(book.Container, diff)
	}
}

func TestXLSBFaults(t *testing.T) {
	sheet := func(records ...[]byte) madeB {
		return madeB{sheets: [][]byte{recs(append([][]byte{rowB(3, 0, 300)}, records...)...)}}
	}
	const part = "xl/worksheets/sheet1.bin: "
	cases := []struct {
		what       string
		made       madeB
		cell, want string
	}{
		{"a text that is not there", sheet(rec(brtCellIsst, 1, 0, 7)), "B3", part + "text 8 of 0"},
		{"a cell written twice", sheet(rec(brtCellRk, 1, 0, 6), rec(brtCellRk, 1, 0, 10)), "B3", `"1", "2"`},
		{"a row beyond the sheet", sheet(rowB(maxRows+1, 0, 1)), "", part + "row 1048577"},
		{"a column beyond the sheet", sheet(rec(brtCellRk, maxCols, 0, 6)), "", part + "row 3, column 16385"},
		{"a text longer than its record", sheet(rec(brtCellSt, 1, 0, 99, "a")), "", part + "record 6 of 18 bytes"},
		{"a record longer than its part", sheet([]byte{brtCellSt, 0xFF, 0xFF, 0x7F}), "", part + "unexpected EOF"},
		{"a record longer than any", sheet([]byte{brtCellSt, 0xFF, 0xFF, 0xFF, 0x7F}), "", part + "a record of 268435455 bytes"},
		{"merged cells turned round", sheet(rec(brtMergeCell, 5, 1, 0, 0)), "", part + "merged cells 5, 0, 1, 0"},
	}
	for _, c := range cases {
		_, findings, err := Read("a", c.made.bytes(t))
		if err != nil || len(findings) != 1 || findings[0].At.Sheet != "S1" || findings[0].At.Cell != c.cell || findings[0].Got != c.want {
			t.Errorf("%s: %+v, %v", c.what, findings, err)
		}
	}
	cut := madeB{sheets: [][]byte{rowB(1, 0, 300)}}.bytes(t)
	if _, findings, _ := Read("a", cut[:len(cut)/2]); len(findings) != 1 || findings[0].Code != codeUnreadable {
		t.Errorf("cut off: %v", findings)
	}
}

func FuzzXLSB(f *testing.F) {
	f.Add(recs(rec(145), rowB(1, 0, 300), rec(brtCellRk, 0, 1, 45631<<2|2), rec(brtCellSt, 1, 0, "Sở"), rec(18, 0, 0), rec(146), rec(brtMergeCell, 0, 1, 0, 2)),
		recs(rec(brtSSTItem, byte(1), "a th\u00ad", 1, uint16(2), uint16(1))), someStylesB)
	f.Add(recs(rowB(2, 0x10, 0), rec(brtFmlaNum, 0, 2, 0.5, uint16(0), 0, 0), rec(brtFmlaString, 3, 0, "x", uint16(0), 0), rec(brtColInfo, 2, 3, 0, 0, uint16(1))),
		rec(brtSSTItem, byte(0), ""), recs(fontB("A", 700, 8), rec(617, 1), xfB(0, 14)))
	f.Fuzz(func(t *testing.T, sheet, texts, styles []byte) {
		book, findings, err := Read("a", madeB{sheets: [][]byte{sheet}, texts: texts, styles: styles}.bytes(t))
		if err != nil || len(findings) > 1 {
			t.Fatal(findings, err)
		}
		if len(findings) > 0 && strings.Contains(findings[0].Got, "runtime error") {
			t.Fatal(findings)
		}
		sound(t, book)
	})
}

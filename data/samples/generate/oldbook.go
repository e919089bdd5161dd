package main

import (
	"encoding/binary"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"tdkt/data/codechart"
	"tdkt/data/samples/xls"
)

// oldWorkbook writes sheets as an .xls of Excel 97 whose texts are TCVN3: headings in capitals
// in .VnTimeH, which shows small letters as capitals, all else in .VnTime.
func oldWorkbook(sheets []*sheet) []byte {
	b := xls.Book{Fonts: []xls.Font{{Name: ".VnTime"}, {Name: ".VnTime", Bold: true}, {Name: ".VnTimeH"}, {Name: ".VnTimeH", Bold: true}}}
	for _, l := range looks {
		for _, font := range []int{0, 2} {
			style := xls.Style{Font: font, Builtin: l.format}
			if l.bold {
				style.Font++
			}
			if l.format == 164 {
				style.Number, style.Builtin = "dd/mm/yyyy", 0
			}
			b.Styles = append(b.Styles, style)
		}
	}
	for _, s := range sheets {
		b.Sheets = append(b.Sheets, oldSheet(s))
	}
	return xls.Compound(xls.Stream{Name: "Workbook", Content: b.Stream()}, xls.Stream{Name: "\x05SummaryInformation", Content: summary(madeUp)})
}

func oldSheet(s *sheet) xls.Sheet {
	out := xls.Sheet{Name: s.Name, Merges: s.Merges}
	if s.Hidden {
		out.State = 1
	}
	rows, cols := s.size()
	for c := 1; c <= cols; c++ {
		var body []byte
		for _, v := range []int{c - 1, c - 1, int(s.Widths[c] * 256), 15, 0, 0} { // 15 is the usual format of cells
			body = binary.LittleEndian.AppendUint16(body, uint16(v))
		}
		out.Extra = append(out.Extra, xls.Record(0x007D, body...)...)
	}
	for r := 1; r <= rows; r++ {
		if s.HiddenRows[r] {
			out.HiddenRows = append(out.HiddenRows, r)
		}
		for c := 1; c <= cols; c++ {
			if x, ok := s.Cells[place{r, c}]; ok {
				out.Cells = append(out.Cells, oldCell(r, c, x))
			}
		}
	}
	return out
}

// headings are the looks of what people type in a font of capitals.
var headings = []string{"office", "upper", "title", "sign"}

func oldCell(r, c int, x cell) xls.Cell {
	out := xls.Cell{Row: r, Col: c, Style: styleNo(x.Style) * 2}
	switch {
	case x.Text == "":
	case x.Kind == number:
		n, err := strconv.ParseFloat(x.Text, 64)
		must(err)
		out.Value = n
	case x.Kind == dateDay:
		out.Value = float64(isoDay(x.Text).serial())
	case x.Kind == failed:
		panic("no error values in an old workbook")
	case slices.Contains(headings, x.Style) && x.Text == upper(x.Text):
		out.Style++
		out.Value = tcvn3(strings.ToLower(x.Text))
	default:
		out.Value = tcvn3(x.Text)
	}
	return out
}

// tcvn3 is a text as Excel stores it that was typed in a .Vn font: the signs that the bytes
// are in Windows-1252.
func tcvn3(text string) string {
	code, ok := codechart.TCVN3.Encode(text)
	if !ok {
		panic("TCVN3 cannot write " + text)
	}
	var out strings.Builder
	for _, b := range code {
		out.WriteRune(charmap.Windows1252.DecodeByte(b))
	}
	return out.String()
}

// summary is the stream of an old workbook's properties with a remark, in UTF-8.
func summary(remark string) []byte {
	le := binary.LittleEndian
	text := append([]byte(remark), 0)
	for len(text)%4 != 0 {
		text = append(text, 0)
	}
	out := append([]byte{0xfe, 0xff, 0, 0, 6, 0, 2, 0}, make([]byte, 16)...)
	out = le.AppendUint32(out, 1) // one set, and its kind: F29F85E0-4FF9-1068-AB91-08002B27B3D9
	out = append(out, 0xe0, 0x85, 0x9f, 0xf2, 0xf9, 0x4f, 0x68, 0x10, 0xab, 0x91, 0x08, 0x00, 0x2b, 0x27, 0xb3, 0xd9)
	const head, codePage = 24, 8
	for _, v := range []int{48, head + codePage + 8 + len(text), 2, 1, head, 6, head + codePage, 2, 65001, 30, len(remark) + 1} {
		out = le.AppendUint32(out, uint32(v))
	}
	return append(out, text...)
}

package xls

import (
	"encoding/binary"
	"math"
	"slices"
)

// Book is a workbook to write.
type Book struct {
	Fonts    []Font
	Styles   []Style // of cells; a book without any has one, of the first font
	Sheets   []Sheet
	From1904 bool

	// Old writes Excel 95 (BIFF7). Texts are then bytes of the code page, and no cells merged.
	Old      bool
	CodePage int // of Old, 0 for none

	// Break is the most bytes that a record of texts holds before it goes on in the next;
	// 0 is the format's own 8224.
	Break int
	// Hints stand behind each text of the table, as hints of pronunciation do behind texts
	// typed in Japanese.
	Hints []byte
	// FilePass is a record that says how the book is encrypted, for tests that encrypt.
	FilePass []byte
}

// Font is one of the fonts that styles and runs name by their place in the list.
type Font struct {
	Name         string
	Bold, Strike bool
	Raised       bool // above the line, as the marks of footnotes
	Charset      byte
}

// Style is the format of cells. Number is a format code such as "dd/mm/yyyy", or empty;
// Builtin the number of one that Excel knows, where Number is empty.
type Style struct {
	Font    int
	Number  string
	Builtin int
}

// Sheet is one sheet.
type Sheet struct {
	Name       string
	State      byte // 0 visible, 1 hidden, 2 hidden so that Excel's menu does not list it
	Kind       byte // 0 sheet of cells, 1 macro sheet, 2 chart, 6 module
	Cells      []Cell
	Merges     [][4]int // first row, first column, last row, last column, from 1
	HiddenRows []int
	ZeroRows   []int    // hidden by their height only
	HiddenCols [][2]int // first and last
	Dialog     bool
	Extra      []byte // records to put before the cells
}

// Cell is one cell at a row and column from 1. Value is a string, Rich, float64, bool,
// Error, Formula, Inline or nil for a blank with a style.
type Cell struct {
	Row, Col, Style int
	Value           any
}

// Rich is a text of several runs.
type Rich []Run

// Run is a piece of a text; Font counts from 0, -1 is the font of the cell.
type Run struct {
	Text string
	Font int
}

// Inline is a text that stands in the cell itself and not in the table of texts.
type Inline Rich

// Error is an error value by its number: 42 is #N/A.
type Error byte

// Formula has its code in Polish order and the value stored with it, a string, float64,
// bool or Error; nil is a text that never came.
type Formula struct {
	Code  []byte
	Value any
	Flags uint16
}

const usualBreak = 8224

// Bytes is the file.
func (b Book) Bytes() []byte {
	name := "Workbook"
	if b.Old {
		name = "Book"
	}
	return Compound(Stream{name, b.Stream()})
}

// Stream is the stream of records within the file.
func (b Book) Stream() []byte {
	if len(b.Fonts) == 0 {
		b.Fonts = []Font{{Name: "Arial"}}
	}
	if len(b.Styles) == 0 {
		b.Styles = []Style{{}}
	}
	if b.Break == 0 {
		b.Break = usualBreak
	}
	w := &writer{book: b, texts: map[string]int{}}
	sheets := make([][]byte, len(b.Sheets))
	for i, s := range b.Sheets {
		sheets[i] = w.sheet(s)
	}
	places := make([]uint32, len(b.Sheets))
	at := len(w.globals(places))
	for i, s := range sheets {
		places[i] = uint32(at)
		at += len(s)
	}
	return append(w.globals(places), slices.Concat(sheets...)...)
}

// writer makes records. Texts of cells go into one table, each once.
type writer struct {
	book  Book
	texts map[string]int
	table []Rich
	uses  int
}

// Record is a record of its own, for tests.
func Record(id uint16, body ...byte) []byte { return record(id, body) }

func record(id uint16, body []byte) []byte {
	out := binary.LittleEndian.AppendUint16(nil, id)
	out = binary.LittleEndian.AppendUint16(out, uint16(len(body)))
	return append(out, body...)
}

// shorts are whole numbers of two bytes.
func shorts(values ...int) []byte {
	var out []byte
	for _, v := range values {
		out = binary.LittleEndian.AppendUint16(out, uint16(v))
	}
	return out
}

func (w *writer) begin(kind int) []byte {
	version := 0x0600
	if w.book.Old {
		version = 0x0500
	}
	body := shorts(version, kind, 0x0DBB, 1996)
	if !w.book.Old {
		body = append(body, 0x41, 0, 0, 0, 6, 0, 0, 0)
	}
	return record(0x0809, body)
}

// globals is the head of the workbook; it has the same length wherever the sheets begin.
func (w *writer) globals(places []uint32) []byte {
	b := w.book
	out := w.begin(0x0005)
	if b.FilePass != nil {
		out = append(out, record(0x002F, b.FilePass)...)
	}
	switch {
	case !b.Old:
		out = append(out, record(0x0042, shorts(1200))...)
	case b.CodePage > 0:
		out = append(out, record(0x0042, shorts(b.CodePage))...)
	}
	out = append(out, record(0x003D, shorts(0, 0, 0x4000, 0x2000, 0x38, 0, 0, 1, 600))...) // window
	from := 0
	if b.From1904 {
		from = 1
	}
	out = append(out, record(0x0022, shorts(from))...)
	for i := range max(len(b.Fonts), 4) { // programs count on four
		out = append(out, record(0x0031, w.font(b.Fonts[min(i, len(b.Fonts)-1)]))...)
	}
	out = append(out, w.formats()...)
	for i, s := range b.Sheets {
		body := binary.LittleEndian.AppendUint32(nil, places[i])
		body = append(body, s.State, s.Kind)
		out = append(out, record(0x0085, append(body, w.name(s.Name, 1)...))...)
	}
	if !b.Old {
		out = append(out, w.sst()...)
	}
	return append(out, record(0x000A, nil)...)
}

func (w *writer) font(f Font) []byte {
	weight, flags, raised := 400, 0, 0
	if f.Bold {
		weight = 700
	}
	if f.Strike {
		flags = 0x08
	}
	if f.Raised {
		raised = 1
	}
	body := append(shorts(240, flags, 0x7FFF, weight, raised), 0, 0, f.Charset, 0)
	return append(body, w.name(f.Name, 1)...)
}

// fontNo is the number of a font in the file, where there is none with the number 4.
func fontNo(i int) int {
	if i >= 4 {
		return i + 1
	}
	return i
}

// formats are the number formats of the styles and the formats of cells, behind the
// fifteen that each book has for itself.
func (w *writer) formats() []byte {
	const own = 164 // the first number that a book may give
	var out []byte
	codes := map[string]int{}
	for _, s := range w.book.Styles {
		if _, known := codes[s.Number]; s.Number != "" && !known {
			no := own + len(codes)
			codes[s.Number] = no
			length := 2
			if w.book.Old {
				length = 1
			}
			out = append(out, record(0x041E, append(shorts(no), w.name(s.Number, length)...))...)
		}
	}
	xf := func(font, number, kind int) {
		body := shorts(font, number, kind, 0x0020, 0xF800, 0, 0, 0, 0, 0x20C0)
		if w.book.Old {
			body = shorts(font, number, kind, 0x0020, 0x20C0, 0, 0, 0)
		}
		out = append(out, record(0x00E0, body)...)
	}
	for range 15 {
		xf(0, 0, 0xFFF5)
	}
	for _, s := range w.book.Styles {
		number := s.Builtin
		if s.Number != "" {
			number = codes[s.Number]
		}
		xf(fontNo(s.Font), number, 1)
	}
	return append(out, record(0x0293, []byte{0x00, 0x80, 0x00, 0xFF})...) // style "Normal"
}

// xfNo is the number of a style in the file.
func xfNo(style int) int { return style + 15 }

func (w *writer) sheet(s Sheet) []byte {
	kind := map[byte]int{0: 0x0010, 1: 0x0040, 2: 0x0020, 6: 0x0006}[s.Kind]
	out := w.begin(kind)
	if s.Dialog {
		out = append(out, record(0x0081, shorts(0x04D1))...)
	}
	out = append(out, s.Extra...)
	for _, c := range s.HiddenCols {
		out = append(out, record(0x007D, shorts(c[0]-1, c[1]-1, 2340, xfNo(0), 1, 0))...)
	}
	rows, cols := 0, 0
	for _, c := range s.Cells {
		rows, cols = max(rows, c.Row), max(cols, c.Col)
	}
	size := append(binary.LittleEndian.AppendUint32(make([]byte, 4), uint32(rows)), shorts(0, cols, 0)...)
	if w.book.Old {
		size = shorts(0, rows, 0, cols, 0)
	}
	out = append(out, record(0x0200, size)...)
	for _, row := range rowsOf(s) {
		height, flags := 255, 0x100
		if slices.Contains(s.HiddenRows, row) {
			flags |= 0x20
		}
		if slices.Contains(s.ZeroRows, row) {
			height = 0
		}
		out = append(out, record(0x0208, shorts(row-1, 0, cols, height, 0, 0, flags, 0x0F))...)
	}
	for _, c := range s.Cells {
		out = append(out, w.cell(c)...)
	}
	if s.Kind == 0 {
		out = append(out, record(0x023E, shorts(0x06B6, 0, 0, 0x40, 0, 0, 0, 0, 0))...) // window
	}
	if n := len(s.Merges); n > 0 {
		body := shorts(n)
		for _, m := range s.Merges {
			body = append(body, shorts(m[0]-1, m[2]-1, m[1]-1, m[3]-1)...)
		}
		out = append(out, record(0x00E5, body)...)
	}
	return append(out, record(0x000A, nil)...)
}

// rowsOf are the rows of the cells and those hidden, in order, each once.
func rowsOf(s Sheet) []int {
	rows := slices.Concat(s.HiddenRows, s.ZeroRows)
	for _, c := range s.Cells {
		rows = append(rows, c.Row)
	}
	slices.Sort(rows)
	return slices.Compact(rows)
}

func (w *writer) cell(c Cell) []byte {
	at := shorts(c.Row-1, c.Col-1, xfNo(c.Style))
	switch v := c.Value.(type) {
	case string:
		return w.textCell(at, Rich{{v, -1}})
	case Rich:
		return w.textCell(at, v)
	case Inline:
		return w.inline(at, Rich(v))
	case float64:
		if rk, ok := packed(v); ok {
			return record(0x027E, binary.LittleEndian.AppendUint32(at, rk))
		}
		return record(0x0203, binary.LittleEndian.AppendUint64(at, math.Float64bits(v)))
	case bool:
		return record(0x0205, append(at, bit(v), 0))
	case Error:
		return record(0x0205, append(at, byte(v), 1))
	case Formula:
		return w.formula(at, v)
	}
	return record(0x0201, at)
}

func bit(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// packed is a number in four bytes where it fits: whole, in hundredths, or with its lower
// half nought.
func packed(v float64) (uint32, bool) {
	const most = 1 << 29
	if h := v * 100; v == math.Trunc(v) && math.Abs(v) < most && !(v == 0 && math.Signbit(v)) {
		return uint32(int32(v)<<2) | 2, true
	} else if h == math.Trunc(h) && math.Abs(h) < most && h/100 == v && h != 0 {
		return uint32(int32(h)<<2) | 3, true
	}
	if bits := math.Float64bits(v); bits&(1<<34-1) == 0 {
		return uint32(bits >> 32), true
	}
	return 0, false
}

func (w *writer) formula(at []byte, f Formula) []byte {
	var value []byte
	var after []byte
	switch v := f.Value.(type) {
	case float64:
		value = binary.LittleEndian.AppendUint64(nil, math.Float64bits(v))
	case bool:
		value = []byte{1, 0, bit(v), 0, 0, 0, 0xFF, 0xFF}
	case Error:
		value = []byte{2, 0, byte(v), 0, 0, 0, 0xFF, 0xFF}
	case string:
		value = []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}
		after = w.broken(0x0207, nil, Rich{{v, -1}}, false)
		if v == "" {
			value[0], after = 3, nil
		}
	default:
		value = []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}
	}
	body := slices.Concat(at, value, shorts(int(f.Flags), 0, 0, len(f.Code)), f.Code)
	return append(record(0x0006, body), after...)
}

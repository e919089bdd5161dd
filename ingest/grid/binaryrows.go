package grid

import (
	"math"
	"slices"
	"strconv"
)

// binaryRows gathers the cells of a sheet of records (.xls, .xlsb) in the order in which
// they come.
type binaryRows struct {
	part       string
	room       *allowance
	intern     *interner
	rows       []Row
	merges     []Merge
	hiddenCols []Span
	hiddenRows map[int]bool

	row   int
	cells []Cell // of the row at hand
}

func newBinaryRows(part string, room *allowance, in *interner) binaryRows {
	return binaryRows{part: part, room: room, intern: in, hiddenRows: map[int]bool{}}
}

// add takes a cell with the style of its format. What shows nothing is no cell.
func (b *binaryRows) add(row, col int, st style, c Cell) error {
	if blank(c.Text) {
		return nil
	}
	if row != b.row || len(b.cells) == maxCols {
		if err := b.flush(); err != nil {
			return err
		}
		b.row = row
	}
	c.Col, c.Font, c.Bold, c.Strike = col, st.font, st.bold, c.Strike || st.strike
	b.cells = append(b.cells, c)
	return b.room.cell(b.part, c.Text, 1)
}

// flush ends a row, or a piece of it.
func (b *binaryRows) flush() error {
	if len(b.cells) == 0 {
		return nil
	}
	if err := b.room.row(b.part, 1); err != nil {
		return err
	}
	b.rows = append(b.rows, Row{No: b.row, Cells: slices.Clone(b.cells)})
	b.cells = b.cells[:0]
	return nil
}

// merge and hideCols keep within what a sheet of sense has.
func (b *binaryRows) merge(m Merge) error {
	if err := b.room.merged(b.part, 1); err != nil {
		return err
	}
	b.merges = append(b.merges, m)
	return nil
}

func (b *binaryRows) hideCols(from, to int) error {
	if err := b.room.hides(b.part); err != nil {
		return err
	}
	b.hiddenCols = append(b.hiddenCols, Span{from, to})
	return nil
}

// sheet gives what was gathered, in order.
func (b *binaryRows) sheet(ref sheetRef) (Sheet, error) {
	if err := b.flush(); err != nil {
		return Sheet{}, err
	}
	s := sheetReader{rows: b.rows}
	if err := s.order(); err != nil {
		return Sheet{}, err
	}
	for i := range s.rows {
		s.rows[i].Hidden = b.hiddenRows[s.rows[i].No]
	}
	return Sheet{Name: ref.name, No: ref.no, Hidden: ref.hidden, Rows: s.rows, Merges: b.merges, HiddenCols: b.hiddenCols}, nil
}

// numberCell types a stored number as the reader of .xlsx does.
func numberCell(n float64, st style, from1904 bool, buf *[]byte, in *interner) Cell {
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return Cell{Kind: Error, Text: "#NUM!"}
	}
	if st.date {
		if text, ok := dateText(n, from1904); ok {
			return Cell{Kind: Date, Text: in.bytes([]byte(text))}
		}
	}
	if n == 0 {
		n = 0 // not "-0"
	}
	*buf = strconv.AppendFloat((*buf)[:0], n, 'f', -1, 64)
	return Cell{Kind: Number, Text: in.bytes(*buf), Shows: st.shows}
}

// rkNumber unpacks a number of four bytes: 30 bits of a whole number or of the upper half
// of a decimal one, perhaps in hundredths.
func rkNumber(rk uint32) float64 {
	n := math.Float64frombits(uint64(rk&^3) << 32)
	if rk&2 != 0 {
		n = float64(int32(rk) >> 2)
	}
	if rk&1 != 0 {
		n /= 100
	}
	return n
}

// errorTexts are the error values by their number in .xls and .xlsb.
var errorTexts = map[byte]string{
	0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}

func boolOrError(b byte, isError bool) Cell {
	switch {
	case isError && errorTexts[b] != "":
		return Cell{Kind: Error, Text: errorTexts[b]}
	case isError:
		return Cell{Kind: Error, Text: "#" + strconv.Itoa(int(b))}
	case b != 0:
		return Cell{Kind: Bool, Text: "TRUE"}
	}
	return Cell{Kind: Bool, Text: "FALSE"}
}

// boldWeight is the least weight of a font that is bold: 400 is normal, 700 bold.
const boldWeight = 600

// styleOf is the style of a cell format by the numbers of its font and number format.
func styleOf(font, format int, fonts []style, formats map[int]string) style {
	var st style
	if font < len(fonts) {
		st = fonts[font]
	}
	st.date = isDateID(format)
	if code, own := formats[format]; own {
		st.date, st.shows = isDateFormat(code), showsOf(code)
	}
	return st
}

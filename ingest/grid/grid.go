package grid

// Kind is the type of a cell.
type Kind uint8

// The types of a cell.
const (
	Text   Kind = iota // as written
	Number             // shortest exact decimal: "1.234", "29665"
	Date               // yyyy-mm-dd, with " hh:mm:ss" where a time of day is stored
	Bool               // TRUE or FALSE
	Error              // "#REF!" and its like; "=" and the formula where no value was stored
)

// String names the type in English, for messages and tests.
func (k Kind) String() string {
	switch k {
	case Number:
		return "number"
	case Date:
		return "date"
	case Bool:
		return "bool"
	case Error:
		return "error"
	default:
		return "text"
	}
}

// Cell is one non-empty cell. Its text is legible: composed, without marks that show nothing.
type Cell struct {
	Text string
	Font string // name of the font, "" in CSV and where the workbook names none
	Col  int    // 1 is column A
	Kind Kind
	Bold bool
	// Strike says that the text, or a part of it, is crossed out.
	Strike bool
	Shows  Shows // what its format makes of a number
}

// Row is one row with at least one non-empty cell.
type Row struct {
	Cells  []Cell // non-empty only, by column
	No     int    // 1 is the first row; in CSV the first physical line of the record
	Hidden bool   // hidden by hand, by height or by a filter
}

// Merge is a merged area; the value stands in its first cell.
type Merge struct {
	R1, C1, R2, C2 int
}

// Sheet is one sheet with its non-empty rows.
type Sheet struct {
	Name   string // of its own in the book; "" where a book is one sheet without a name, as in CSV
	Rows   []Row
	Merges []Merge
	No     int  // place in the workbook, from 1
	Hidden bool // hidden or very hidden

	HiddenCols []Span // by hand, or of no width

	// Alphabet names the alphabet that evidence gave, not the fonts of cells, and the evidence, how many words and one of them: "TCVN3 (ABC), 312:
	// §¬n vÞ = Đơn vị". It is "" where the text is Unicode.
	Alphabet string
}

// Span is a run of columns, the last included.
type Span struct{ From, To int }

// HiddenCol says whether a column is hidden.
func (s Sheet) HiddenCol(col int) bool {
	for _, h := range s.HiddenCols {
		if h.From <= col && col <= h.To {
			return true
		}
	}
	return false
}

// Book is a file as sheets of cells.
type Book struct {
	Container string // "xlsx", "xlsb", "xls", "ods", "xml" (SpreadsheetML 2003), "html" or "csv"
	Sheets    []Sheet

	beside []*fault // what Read tells of a file that it has read all the same
}

// Cell gives the cell at a row and column, and whether there is one.
func (s Sheet) Cell(row, col int) (Cell, bool) {
	lo, hi := 0, len(s.Rows)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.Rows[mid].No < row {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(s.Rows) || s.Rows[lo].No != row {
		return Cell{}, false
	}
	return s.Rows[lo].Cell(col)
}

// Cell gives the cell of a row at a column, and whether there is one.
func (r Row) Cell(col int) (Cell, bool) {
	if col > 0 && col <= len(r.Cells) && r.Cells[col-1].Col == col { // nothing is blank before it
		return r.Cells[col-1], true
	}
	lo, hi := 0, min(len(r.Cells), max(col, 0))
	for lo < hi {
		mid := (lo + hi) / 2
		if r.Cells[mid].Col < col {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(r.Cells) || r.Cells[lo].Col != col {
		return Cell{}, false
	}
	return r.Cells[lo], true
}

// ColumnName is the letters of a column: 1 is A, 27 is AA. It is "" below 1.
func ColumnName(col int) string {
	var b [8]byte
	i := len(b)
	for col > 0 && i > 0 {
		col--
		i--
		b[i] = byte('A' + col%26)
		col /= 26
	}
	return string(b[i:])
}

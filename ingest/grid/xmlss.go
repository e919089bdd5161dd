package grid

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// readXMLSS reads SpreadsheetML of Excel 2002 and 2003 ("XML Spreadsheet 2003"), which many systems write and name .xls.
func readXMLSS(content []byte) (Book, error) {
	x := newPull("xml", bytes.NewReader(content))
	if root, err := x.root(); err != nil {
		return Book{}, err
	} else if root != "Workbook" {
		return Book{}, unreadable("%s: <%s>, not <Workbook>", x.part, root)
	}
	r := xmlssReader{
		pull:   x,
		book:   Book{Container: "xml"},
		styles: map[string]xmlssStyle{},
		intern: newInterner(),
		room:   newAllowance(),
		steps:  maxSteps,
	}
	err := x.children(func(name string) error {
		switch name {
		case "ExcelWorkbook":
			return x.children(func(name string) error {
				r.date1904 = r.date1904 || name == "Date1904"
				return nil
			})
		case "Styles":
			return x.children(func(string) error { return r.style() })
		case "Worksheet":
			return r.sheet()
		}
		return nil
	})
	return r.book, err
}

// xmlssReader reads one workbook.
type xmlssReader struct {
	*pull
	book     Book
	styles   map[string]xmlssStyle
	date1904 bool
	intern   *interner
	room     *allowance
	steps    int // columns that merged cells may still cover

	at    xmlssTable
	text  runs    // of the cell at hand
	stack []style // of the elements open in it
}

// xmlssStyle is a style; other says that its format shows something else than a day, and does so on purpose.
type xmlssStyle struct {
	style
	other bool
}

// xmlssTable is the table at hand.
type xmlssTable struct {
	sheet *Sheet
	style string         // of cells whose row and column have none
	cols  map[int]string // styles of columns that have one
	row   int            // last row
	col   int            // last column, of columns and then of cells
	cells []Cell         // of the row at hand

	covered []int // by column: the last row that a merged cell from above covers
}

// style reads a <Style>. It stands on its parent, or else on "Default".
func (r *xmlssReader) style() error {
	id := r.attr("ID")
	st := r.styles[cmp.Or(r.attr("Parent"), "Default")]
	err := r.children(func(name string) error {
		switch name {
		case "Font": // what it leaves out is as in the style below
			st.font = cmp.Or(r.attr("FontName"), st.font)
			if len(r.raw("Bold")) > 0 {
				st.bold = r.flag("Bold")
			}
			if len(r.raw("StrikeThrough")) > 0 {
				st.strike = r.flag("StrikeThrough")
			}
		case "NumberFormat":
			code := r.attr("Format")
			st.date, st.other = xmlssFormat(code)
			if st.shows = 0; strings.ContainsAny(code, `0#?;"`) { // else it is a name
				st.shows = showsOf(code)
			}
		}
		return nil
	})
	if r.styles[id] = st; err == nil && len(r.styles) > maxStyles {
		err = tooManyStyles(r.part)
	}
	return err
}

// xmlssFormat tells whether a format shows a day, or else on purpose something other. Some formats have names.
func xmlssFormat(code string) (date, other bool) {
	switch code {
	case "", "General":
		return false, false
	case "General Date", "Long Date", "Medium Date", "Short Date":
		return true, false
	case "Long Time", "Medium Time", "Short Time", "General Number", "Currency", "Euro Currency", "Fixed", "Standard",
		"Percent", "Scientific", "Yes/No", "True/False", "On/Off":
		return false, true
	}
	date = isDateFormat(code)
	return date, !date
}

func (r *xmlssReader) sheet() error {
	s := Sheet{Name: r.attr("Name"), No: len(r.book.Sheets) + 1}
	err := r.children(func(name string) error {
		switch name {
		case "Table":
			r.at = xmlssTable{sheet: &s, style: r.attr("StyleID"), cols: map[int]string{}, cells: r.at.cells}
			return r.children(r.line)
		case "WorksheetOptions":
			return r.children(func(name string) error {
				if name != "Visible" {
					return nil
				}
				state, err := r.textInto(nil) // SheetHidden, SheetVeryHidden
				s.Hidden = s.Hidden || bytes.Contains(state, []byte("Hidden"))
				return err
			})
		}
		return nil
	})
	if err == nil {
		o := sheetReader{rows: s.Rows}
		err = o.order()
		s.Rows = o.rows
	}
	r.book.Sheets = append(r.book.Sheets, s)
	return inSheet(s.Name, err)
}

// index reads where a row, column or cell stands: where it says, or after the one before.
func (r *xmlssReader) index(next, most int) (int, error) {
	n := next
	if raw := r.raw("Index"); len(raw) > 0 {
		var err error
		if n, err = strconv.Atoi(string(bytes.TrimSpace(raw))); err != nil {
			return 0, unreadable("%s: %s %q", r.part, r.name, raw)
		}
	}
	if n < 1 || n > most {
		return 0, unreadable("%s: %s %d", r.part, r.name, n)
	}
	return n, nil
}

// more reads how many rows or columns something covers beside its own.
func (r *xmlssReader) more(name string) int {
	n, err := strconv.Atoi(string(r.raw(name)))
	if err != nil || n < 0 {
		return 0
	}
	return min(n, maxRows)
}

// line reads a <Column> or <Row>.
func (r *xmlssReader) line(name string) error {
	t := &r.at
	switch name {
	case "Column":
		from, err := r.index(t.col+1, maxCols)
		if err != nil {
			return err
		}
		t.col = min(from+r.more("Span"), maxCols)
		if r.flag("Hidden") || isZero(r.raw("Width")) {
			t.sheet.HiddenCols = append(t.sheet.HiddenCols, Span{from, t.col})
			if err := r.room.hides(r.part); err != nil {
				return err
			}
		}
		if id := r.attr("StyleID"); id != "" {
			for c := from; c <= t.col; c++ {
				t.cols[c] = id
			}
		}
	case "Row":
		no, err := r.index(t.row+1, maxRows)
		if err != nil {
			return err
		}
		row := Row{No: no, Hidden: r.flag("Hidden") || isZero(r.raw("Height"))}
		t.row, t.col = min(no+r.more("Span"), maxRows), 0
		own := r.attr("StyleID")
		t.cells = t.cells[:0]
		err = r.children(func(name string) error {
			if name != "Cell" {
				return nil
			}
			return r.cell(no, own)
		})
		if err != nil || len(t.cells) == 0 {
			return err
		}
		row.Cells = slices.Clone(t.cells)
		t.sheet.Rows = append(t.sheet.Rows, row)
		return r.room.row(r.part, 1)
	}
	return nil
}

// named gives the first style that is known, "Default" in the end.
func (r *xmlssReader) named(ids ...string) xmlssStyle {
	for _, id := range ids {
		if st, known := r.styles[id]; known && id != "" {
			return st
		}
	}
	return r.styles["Default"]
}

package grid

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"tdkt/ingest/grid/alphabet"
)

// sheetReader reads the rows of one sheet part.
type sheetReader struct {
	shared   []sharedText
	styles   []style
	date1904 bool
	intern   *interner
	room     *allowance

	uncalculated bool // a nought of a formula may be no figure

	rows   []Row
	merges []Merge
	hidden []Span // columns

	no, col int    // of the row and cell at hand
	cells   []Cell // of the row at hand
	store   []Cell // where those of many rows are kept

	value, formula, num []byte // of the cell at hand
	inline              inlineText
	onlyPull            bool // for the test that both ways of reading cells agree

	decoded map[sharedIn]string // shared texts in fonts of the old alphabets
}

// read gives a sheet with its rows and cells in order.
func (s *sheetReader) read(p *parts, ref sheetRef) (Sheet, error) {
	rc, err := p.open(ref.part)
	if err != nil {
		return Sheet{}, err
	}
	defer rc.Close()
	if err := s.part(newPull(ref.part, rc)); err != nil {
		return Sheet{}, err
	}
	return Sheet{Name: ref.name, No: ref.no, Hidden: ref.hidden, Rows: s.rows, Merges: s.merges, HiddenCols: s.hidden}, nil
}

// part reads the XML of the sheet.
func (s *sheetReader) part(x *pull) error {
	if root, err := x.root(); err != nil {
		return err
	} else if root != "worksheet" {
		return unreadable("%s: <%s>, not <worksheet>", x.part, root)
	}
	err := x.children(func(name string) error {
		switch name {
		case "sheetData":
			return s.sheetData(x)
		case "cols":
			return x.children(func(string) error { return s.column(x) })
		case "mergeCells":
			return x.children(func(string) error { return s.merge(x) })
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.order()
}

// column notes columns that are hidden, by hand or by their width.
func (s *sheetReader) column(x *pull) error {
	if !x.flag("hidden") && !isZero(x.raw("width")) {
		return nil
	}
	from, err1 := strconv.Atoi(x.attr("min"))
	to, err2 := strconv.Atoi(x.attr("max"))
	if err1 == nil && err2 == nil {
		s.hidden = append(s.hidden, Span{from, to})
		return s.room.hides(x.part)
	}
	return nil
}

func (s *sheetReader) merge(x *pull) error {
	from, to, _ := strings.Cut(x.attr("ref"), ":")
	r1, c1, ok1 := Place(from)
	r2, c2, ok2 := Place(to)
	if to == "" {
		r2, c2, ok2 = r1, c1, ok1
	}
	if !ok1 || !ok2 || r2 < r1 || c2 < c1 {
		return unreadable("%s: merged cells %q", x.part, x.attr("ref"))
	}
	s.merges = append(s.merges, Merge{R1: r1, C1: c1, R2: r2, C2: c2})
	return s.room.merged(x.part, 1)
}

// sheetData reads rows, and cells in them. Both may leave out where they stand; they then follow the one before.
func (s *sheetReader) sheetData(x *pull) error {
	return x.children(func(name string) error {
		if name != "row" {
			return nil
		}
		return s.row(x)
	})
}

// row reads the <row> that has just started.
func (s *sheetReader) row(x *pull) error {
	s.no++
	if r := x.raw("r"); len(r) > 0 {
		n, err := strconv.Atoi(string(r))
		if err != nil {
			return unreadable("%s: row %q", x.part, r)
		}
		s.no = n
	}
	if s.no < 1 || s.no > maxRows {
		return unreadable("%s: row %d", x.part, s.no)
	}
	row := Row{No: s.no, Hidden: x.flag("hidden") || isZero(x.raw("ht"))}
	s.cells, s.col = s.shelf(len(s.cells)), 0
	if err := s.rowCells(x); err != nil || len(s.cells) == 0 {
		return err
	}
	row.Cells = s.kept()
	s.rows = append(s.rows, row)
	return s.room.row(x.part, 1)
}

// rowCells is the hot loop: as pull.children, with the plain cells read apart.
func (s *sheetReader) rowCells(x *pull) error {
	inside := x.depth
	for {
		if err := s.quickCells(x); err != nil {
			return err
		}
		ev, err := x.must()
		if err != nil {
			return err
		}
		if ev == atEnd && x.depth < inside {
			return nil
		}
		if ev != atStart {
			continue
		}
		if x.name == "c" {
			if err := s.cell(x); err != nil {
				return err
			}
		}
		for x.depth > inside {
			if _, err := x.must(); err != nil {
				return err
			}
		}
	}
}

// place goes to the column that a cell names, or to the next.
func (s *sheetReader) place(ref []byte, part string) error {
	s.col++
	if len(ref) > 0 {
		_, c, ok := Place(string(ref))
		if !ok {
			return unreadable("%s: cell %q", part, ref)
		}
		s.col = c
	}
	if s.col > maxCols {
		return unreadable("%s: row %d has too many cells", part, s.no)
	}
	return nil
}

// take gives a cell its type and text, and its place in the row; one that shows nothing is left out.
func (s *sheetReader) take(kind string, raw stored, st style, part string) error {
	if kind == "inlineStr" && (len(raw.inline) > 0 || !raw.stored) {
		raw.value, raw.stored = raw.inline, true
	}
	c, err := s.typed(kind, raw, st, part)
	if err != nil {
		return err
	}
	c.Font, c.Bold, c.Strike = st.font, st.bold, c.Strike || st.strike
	switch {
	case c.Kind != Text || kind == "s":
	case kind == "inlineStr" && raw.pieces != nil:
		c.Text = legiblePieces(raw.pieces, st.letters)
	default:
		c.Text = s.intern.legible(c.Text, st.letters)
	}
	if blank(c.Text) {
		return nil
	}
	c.Col = s.col
	s.cells = append(s.cells, c)
	return s.room.cell(part, c.Text, 1)
}

// shelf is where the cells of a row come to stand: behind those of the row before, in a store that many rows share. It has room
// for as many as that row had; where a row has more than there is room for, append moves them.
func (s *sheetReader) shelf(before int) []Cell {
	if before > cap(s.store)-len(s.store) {
		s.store = make([]Cell, 0, max(before, min(max(64, 2*cap(s.store)), 4096)))
	}
	return s.store[len(s.store):]
}

// kept is the row that was read, with no room behind it.
func (s *sheetReader) kept() []Cell {
	if len(s.cells) > cap(s.store)-len(s.store) {
		return slices.Clone(s.cells)
	}
	s.store = s.store[:len(s.store)+len(s.cells)]
	return slices.Clip(s.cells)
}

func isZero(height []byte) bool {
	if len(height) == 0 {
		return false
	}
	h, err := strconv.ParseFloat(string(height), 64)
	return err == nil && h == 0
}

// blank tells a text that shows nothing; such a cell is an empty cell.
func blank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' {
			return false
		}
	}
	return true
}

// cell reads the <c> that has just started.
func (s *sheetReader) cell(x *pull) error {
	if err := s.place(x.raw("r"), x.part); err != nil {
		return err
	}
	st, kind := s.styleOf(x.raw("s")), kindOf(x.raw("t"))
	var raw stored
	err := x.children(func(name string) error {
		var err error
		switch name {
		case "v":
			raw.stored = true
			s.value, err = x.textInto(s.value[:0])
			raw.value = s.value
		case "f":
			raw.computed = true
			s.formula, err = x.textInto(s.formula[:0])
			raw.formula = s.formula
		case "is":
			err = x.rich(&s.inline)
			raw.inline, raw.pieces, raw.strike = s.inline.text, s.inline.pieces, s.inline.strike
		}
		return err
	})
	if err != nil {
		return err
	}
	return s.take(kind, raw, st, x.part)
}

// styleOf gives the style of a cell by what it says of it.
func (s *sheetReader) styleOf(index []byte) (st style) {
	i := 0
	if len(index) > 0 {
		var err error
		if i, err = strconv.Atoi(string(index)); err != nil {
			return st
		}
	}
	if i >= 0 && i < len(s.styles) {
		st = s.styles[i]
	}
	return st
}

// sharedIn is a shared text in a font.
type sharedIn struct {
	no   int
	font alphabet.Font
}

// sharedText gives a shared text in the font of its cell. In an old alphabet it is read once.
func (s *sheetReader) sharedText(no int, f alphabet.Font) string {
	shared := s.shared[no]
	if f.Alphabet == alphabet.Unicode {
		return shared.text
	}
	at := sharedIn{no, f}
	text, ok := s.decoded[at]
	if ok {
		return text
	}
	if shared.pieces != nil {
		text = legiblePieces(shared.pieces, f)
	} else {
		text = legibleIn(shared.text, f)
	}
	if s.decoded == nil {
		s.decoded = map[sharedIn]string{}
	}
	s.decoded[at] = text
	return text
}

// stored is what a cell holds in the file, until the next cell.
type stored struct {
	value, formula, inline []byte
	pieces                 []piece
	stored, computed       bool // has a <v>; has an <f>
	strike                 bool // the inline text has a run that is crossed out
}

// typed gives a stored value its type and text.
func (s *sheetReader) typed(kind string, raw stored, st style, part string) (Cell, error) {
	value := bytes.TrimSpace(raw.value)
	if raw.computed && (!raw.stored || len(value) == 0 && kind != "str" && kind != "s" && kind != "inlineStr") {
		// Written by a program that does not calculate. The figure exists only once
		// somebody opens the file in Excel, so it is an error here and not a blank.
		return Cell{Kind: Error, Text: "=" + string(raw.formula)}, nil
	}
	switch kind {
	case "s":
		if len(value) == 0 {
			return Cell{}, nil
		}
		i, err := strconv.Atoi(string(value))
		if err != nil || i < 0 || i >= len(s.shared) {
			return Cell{}, unreadable("%s: shared string %q of %d", part, value, len(s.shared))
		}
		return Cell{Kind: Text, Text: s.sharedText(i, st.letters), Strike: s.shared[i].strike}, nil
	case "str":
		return Cell{Kind: Text, Text: s.intern.bytes(unescape(raw.value))}, nil
	case "inlineStr":
		return Cell{Kind: Text, Text: s.intern.bytes(raw.value), Strike: raw.strike}, nil
	case "b":
		switch string(value) {
		case "1", "true":
			return Cell{Kind: Bool, Text: "TRUE"}, nil
		case "0", "false":
			return Cell{Kind: Bool, Text: "FALSE"}, nil
		}
		return Cell{Kind: Text, Text: string(value)}, nil
	case "e":
		return Cell{Kind: Error, Text: s.intern.bytes(value)}, nil
	case "d":
		if text, ok := isoText(string(value)); ok {
			return Cell{Kind: Date, Text: text}, nil
		}
		return Cell{Kind: Text, Text: string(value)}, nil
	}
	c := s.number(value, st)
	if raw.computed && s.uncalculated && c.Kind == Number && c.Text == "0" {
		// XlsxWriter and its like store a nought with every formula.
		return Cell{Kind: Error, Text: "=" + string(raw.formula)}, nil
	}
	return c, nil
}

// number types a plain value: a date where its format shows one, else a number. What
// cannot be read as a number stays the text it is.
func (s *sheetReader) number(value []byte, st style) Cell {
	if st.date {
		if day, ok := s.intern.days[string(value)]; ok {
			return Cell{Kind: Date, Text: day}
		}
	} else if isShortest(value) {
		return Cell{Kind: Number, Text: s.intern.bytes(value), Shows: st.shows}
	}
	num, n, ok := numberText(s.num[:0], string(value))
	s.num = num
	if !ok {
		return Cell{Kind: Text, Text: string(value)}
	}
	if st.date {
		if text, ok := dateText(n, s.date1904); ok {
			return Cell{Kind: Date, Text: s.intern.day(value, text)}
		}
	}
	return Cell{Kind: Number, Text: s.intern.bytes(num), Shows: st.shows}
}

// order puts rows and cells in order where a writer did not, and joins a row that was
// written in pieces. A cell written twice is a broken file: one of the two would vanish.
func (s *sheetReader) order() error {
	byNo := func(a, b Row) int { return cmp.Compare(a.No, b.No) }
	if !slices.IsSortedFunc(s.rows, byNo) {
		slices.SortStableFunc(s.rows, byNo)
	}
	byCol := func(a, b Cell) int { return cmp.Compare(a.Col, b.Col) }
	out := s.rows[:0]
	for _, r := range s.rows {
		if n := len(out); n > 0 && out[n-1].No == r.No {
			out[n-1].Cells = append(out[n-1].Cells, r.Cells...)
			out[n-1].Hidden = out[n-1].Hidden || r.Hidden
			continue
		}
		out = append(out, r)
	}
	s.rows = out
	for _, r := range s.rows {
		if !slices.IsSortedFunc(r.Cells, byCol) {
			slices.SortStableFunc(r.Cells, byCol)
		}
		for i := 1; i < len(r.Cells); i++ {
			if r.Cells[i].Col == r.Cells[i-1].Col {
				f := unreadable("%q, %q", r.Cells[i-1].Text, r.Cells[i].Text)
				f.cell = A1(r.No, r.Cells[i].Col)
				return f
			}
		}
	}
	return nil
}

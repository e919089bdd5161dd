package grid

import (
	"encoding/binary"
	"math"
)

// biffSheet reads the records of one sheet.
type biffSheet struct {
	*biffBook
	binaryRows
	num     []byte
	pending *pendingText // a formula whose text comes in a record of its own
}

// pendingText is the cell that waits for the record STRING.
type pendingText struct {
	row, col, xf int
	formula      []byte
}

// maxRowsXLS and maxColsXLS are the size of a sheet in Excel 97–2003.
const (
	maxRowsXLS = 1 << 16
	maxColsXLS = 1 << 8
)

// read gives a sheet; cells is false for one that holds none by its kind.
func (s *biffSheet) read(ref biffSheetRef) (sheet Sheet, cells bool, err error) {
	r := &s.records
	r.at = ref.at
	if ref.at > len(r.stream) {
		return Sheet{}, false, unreadable("Workbook: the sheet begins at byte %d of %d", ref.at, len(r.stream))
	}
	_, kind, err := r.begin()
	if err != nil {
		return Sheet{}, false, err
	}
	cells = kind == kindSheet // a dialog sheet says so further down
	for depth := 1; depth > 0; {
		if err := r.next(); err != nil {
			return Sheet{}, false, err
		}
		switch {
		case r.id == recBOF:
			depth++ // a chart within the sheet
		case r.id == recEOF:
			depth--
		case depth > 1 || !cells:
		case r.id == recWsBool:
			cells = len(r.body) < 2 || r.body[0]&0x10 == 0
		default:
			if err := s.record(); err != nil {
				return Sheet{}, false, err
			}
		}
	}
	if err := s.unanswered(); err != nil {
		return Sheet{}, false, err
	}
	sheet, err = s.sheet(ref.sheetRef)
	return sheet, cells, err
}

// record takes one record of the sheet itself.
func (s *biffSheet) record() error {
	r := &s.records
	switch r.id {
	case recRow:
		return s.rowInfo(r.body)
	case recColInfo:
		return s.colInfo(r.body)
	case recMergeCells:
		return s.mergedCells(r.body)
	case recString:
		return s.string()
	case recNumber, recLabel, recBoolErr, recRK, recMulRK, recRString, recLabelSST, recFormula:
		if len(r.body) < 6 {
			return r.short()
		}
		row := int(binary.LittleEndian.Uint16(r.body))
		col := int(binary.LittleEndian.Uint16(r.body[2:]))
		xf := int(binary.LittleEndian.Uint16(r.body[4:]))
		if err := s.unanswered(); err != nil {
			return err
		}
		return s.cellRecord(row, col, xf, r.body[6:])
	}
	return nil
}

// rowInfo notes rows that are hidden, by hand, by height or by a filter.
func (s *biffSheet) rowInfo(body []byte) error {
	if len(body) < 14 {
		return s.records.short()
	}
	height := binary.LittleEndian.Uint16(body[6:]) // in twips; the highest bit says that it is the usual one
	if body[12]&0x20 != 0 || height == 0 {
		s.hiddenRows[int(binary.LittleEndian.Uint16(body))+1] = true
	}
	return nil
}

// colInfo notes columns that are hidden, by hand or by their width.
func (s *biffSheet) colInfo(body []byte) error {
	if len(body) < 10 {
		return s.records.short()
	}
	if body[8]&1 == 0 && binary.LittleEndian.Uint16(body[4:]) != 0 {
		return nil
	}
	from, to := int(binary.LittleEndian.Uint16(body)), int(binary.LittleEndian.Uint16(body[2:]))
	if to = min(to, maxColsXLS-1); from <= to { // Excel writes one column beyond the last
		return s.hideCols(from+1, to+1)
	}
	return nil
}

func (s *biffSheet) mergedCells(body []byte) error {
	if len(body) < 2 || len(body) < 2+8*int(binary.LittleEndian.Uint16(body)) {
		return s.records.short()
	}
	for i := range int(binary.LittleEndian.Uint16(body)) {
		at := func(j int) int { return int(binary.LittleEndian.Uint16(body[2+8*i+2*j:])) + 1 }
		m := Merge{R1: at(0), C1: at(2), R2: at(1), C2: at(3)}
		if m.R2 < m.R1 || m.C2 < m.C1 || m.C2 > maxColsXLS {
			return unreadable("Workbook: merged cells %d, %d, %d, %d before byte %d", m.R1, m.C1, m.R2, m.C2, s.records.at)
		}
		if err := s.merge(m); err != nil {
			return err
		}
	}
	return nil
}

// cellRecord takes a record of one cell, or of several numbers in a row.
func (s *biffSheet) cellRecord(row, col, xf int, body []byte) error {
	r := &s.records
	if len(body) < leastBIFF(r.id) {
		return r.short()
	}
	switch r.id {
	case recNumber:
		return s.add(row, col, xf, s.number(math.Float64frombits(binary.LittleEndian.Uint64(body)), xf))
	case recRK:
		return s.add(row, col, xf, s.number(rkNumber(le32(body, 0)), xf))
	case recMulRK:
		// The first format stands in the head of the record; the last two bytes are the last column.
		cells := r.body[4 : len(r.body)-2]
		for ; len(cells) >= 6; cells, col = cells[6:], col+1 {
			xf := int(binary.LittleEndian.Uint16(cells))
			if err := s.add(row, col, xf, s.number(rkNumber(le32(cells, 2)), xf)); err != nil {
				return err
			}
		}
		return nil
	case recBoolErr:
		return s.add(row, col, xf, boolOrError(body[0], body[1] != 0))
	case recLabelSST:
		i := le32(body, 0)
		if uint64(i) >= uint64(len(s.shared)) {
			return unreadable("Workbook: text %d of %d", i+1, len(s.shared)).at(row+1, col+1)
		}
		return s.addText(row, col, xf, s.shared[i])
	case recLabel, recRString:
		rich := r.id == recRString
		t := r.whole()
		t.at = 6
		text, err := s.label(t, s.fontNo(xf), rich)
		if err != nil {
			return unreadable("Workbook: the text of the cell %v", err).at(row+1, col+1)
		}
		return s.addText(row, col, xf, text)
	default:
		return s.formulaCell(row, col, xf, body)
	}
}

// leastBIFF is how many bytes a cell of a kind has at least behind its place and format.
func leastBIFF(id uint16) int {
	switch id {
	case recNumber:
		return 8
	case recBoolErr:
		return 2
	case recRK, recLabelSST:
		return 4
	case recFormula:
		return 16
	}
	return 0
}

// formulaCell takes a formula by the value stored with it.
func (s *biffSheet) formulaCell(row, col, xf int, body []byte) error {
	formula := body[16:]
	formula = formula[:min(len(formula), int(binary.LittleEndian.Uint16(body[14:])))] // constants of arrays follow
	if body[6] != 0xFF || body[7] != 0xFF {
		n := math.Float64frombits(binary.LittleEndian.Uint64(body))
		if n == 0 && notCalculated(body) {
			return s.add(row, col, xf, s.withoutValue(formula))
		}
		return s.add(row, col, xf, s.number(n, xf))
	}
	switch body[0] {
	case 0:
		s.pending = &pendingText{row, col, xf, formula}
		return nil
	case 1, 2:
		return s.add(row, col, xf, boolOrError(body[2], body[0] == 2))
	case 3: // an empty text; xlwt writes it with every formula and calculates none
		if _, figure := formulaText(formula, !s.old); figure || notCalculated(body) {
			return s.add(row, col, xf, s.withoutValue(formula))
		}
		return nil
	}
	return unreadable("Workbook: the value of the formula is of kind %d", body[0]).at(row+1, col+1)
}

// notCalculated says whether a formula comes from a program that does not calculate: it
// asks to be calculated when the file is opened, which Excel's own files never do.
func notCalculated(body []byte) bool { return body[8]&0x02 != 0 }

// withoutValue is the cell of a formula without a stored value: an error here and not a
// blank or a nought, for the figure exists only once somebody opens the file in Excel.
func (s *biffSheet) withoutValue(formula []byte) Cell {
	text, _ := formulaText(formula, !s.old)
	return Cell{Kind: Error, Text: "=" + text}
}

// unanswered adds the formula whose text did not come.
func (s *biffSheet) unanswered() error {
	p := s.pending
	if p == nil {
		return nil
	}
	s.pending = nil
	return s.add(p.row, p.col, p.xf, s.withoutValue(p.formula))
}

// string takes the text of the formula before it.
func (s *biffSheet) string() error {
	p := s.pending
	if p == nil {
		return nil
	}
	s.pending = nil
	text, err := s.label(s.records.whole(), s.fontNo(p.xf), false)
	if err != nil {
		return unreadable("Workbook: the text of the formula %v", err).at(p.row+1, p.col+1)
	}
	return s.addText(p.row, p.col, p.xf, text)
}

func (s *biffSheet) fontNo(xf int) int {
	if xf < len(s.fontOf) {
		return s.fontOf[xf]
	}
	return 0
}

func (s *biffSheet) style(xf int) style {
	if xf < len(s.styles) {
		return s.styles[xf]
	}
	return style{}
}

func (s *biffSheet) addText(row, col, xf int, t biffText) error {
	return s.add(row, col, xf, t.cell(s.style(xf), s.fonts))
}

// add takes a cell at a row and column from 0.
func (s *biffSheet) add(row, col, xf int, c Cell) error {
	if col >= maxColsXLS {
		return unreadable("Workbook: row %d, column %d before byte %d", row+1, col+1, s.records.at)
	}
	return s.binaryRows.add(row+1, col+1, s.style(xf), c)
}

// number types a number: a date where its format shows one.
func (s *biffSheet) number(n float64, xf int) Cell {
	return numberCell(n, s.style(xf), s.from1904, &s.num, s.intern)
}

package grid

import (
	"encoding/binary"
	"math"
)

// binSheet reads the records of one sheet of .xlsb.
type binSheet struct {
	*binBook
	binaryRows
	atRow, atCol int // of the last cell, from 0
	num          []byte
}

func (s *binSheet) read(p *parts, ref sheetRef) (Sheet, error) {
	began, ended := false, false
	err := p.eachRecord(ref.part, func(r *binRecords) error {
		switch {
		case r.id == brtBeginSheet:
			began = true
		case r.id == brtEndSheet:
			ended = true
		case r.id == brtRowHdr:
			return s.rowHead(r)
		case r.id == brtColInfo:
			return s.colInfo(r)
		case r.id == brtMergeCell:
			return s.mergeCell(r)
		case r.id < brtSSTItem || r.id == brtCellRString:
			return s.cell(r)
		}
		return nil
	})
	if err != nil {
		return Sheet{}, err
	}
	if !began || !ended {
		return Sheet{}, unreadable("%s: no beginning or no end", ref.part)
	}
	return s.sheet(ref)
}

// rowHead begins a row, and tells whether it is hidden, by hand, by height or by a filter.
func (s *binSheet) rowHead(r *binRecords) error {
	if len(r.body) < 12 {
		return r.short()
	}
	row := le32(r.body, 0)
	if row >= maxRows {
		return unreadable("%s: row %d", r.part, uint64(row)+1)
	}
	s.atRow, s.atCol = int(row), -1
	if r.body[11]&0x10 != 0 || binary.LittleEndian.Uint16(r.body[8:]) == 0 {
		s.hiddenRows[s.atRow+1] = true
	}
	return nil
}

// colInfo notes columns that are hidden, by hand or by their width.
func (s *binSheet) colInfo(r *binRecords) error {
	if len(r.body) < 18 {
		return r.short()
	}
	from, to := le32(r.body, 0), min(le32(r.body, 4), maxCols-1)
	if from <= to && (r.body[16]&1 != 0 || le32(r.body, 8) == 0) {
		return s.hideCols(int(from)+1, int(to)+1)
	}
	return nil
}

func (s *binSheet) mergeCell(r *binRecords) error {
	if len(r.body) < 16 {
		return r.short()
	}
	r1, r2, c1, c2 := le32(r.body, 0), le32(r.body, 4), le32(r.body, 8), le32(r.body, 12)
	if r2 < r1 || c2 < c1 || r2 >= maxRows || c2 >= maxCols {
		return unreadable("%s: merged cells %d, %d, %d, %d", r.part, r1, c1, r2, c2)
	}
	return s.merge(Merge{R1: int(r1) + 1, C1: int(c1) + 1, R2: int(r2) + 1, C2: int(c2) + 1})
}

// cell takes a cell: column, format, value; the short kinds leave the column out.
func (s *binSheet) cell(r *binRecords) error {
	id, body := r.id, r.body
	if id >= brtShortBlank && id <= brtShortIsst {
		id -= brtShortBlank - 1
		s.atCol++
	} else {
		if len(body) < 4 {
			return r.short()
		}
		s.atCol = int(min(le32(body, 0), maxCols))
		body = body[4:]
	}
	if s.atCol < 0 || s.atCol >= maxCols {
		return unreadable("%s: row %d, column %d", r.part, s.atRow+1, s.atCol+1)
	}
	if len(body) < 4+leastBIFF12(id) {
		return r.short()
	}
	var st style
	if i := int(le32(body, 0) & 0xFFFFFF); i < len(s.styles) {
		st = s.styles[i]
	}
	c, err := s.value(r, id, body[4:], st)
	if err != nil {
		return err
	}
	return s.add(s.atRow+1, s.atCol+1, st, c)
}

// leastBIFF12 is how many bytes the value of a cell of a kind has at least.
func leastBIFF12(id int) int {
	switch id {
	case brtCellReal, brtFmlaNum:
		return 8
	case brtCellRk, brtCellIsst:
		return 4
	case brtCellError, brtCellBool, brtFmlaBool, brtFmlaError:
		return 1
	}
	return 0
}

func (s *binSheet) value(r *binRecords, id int, body []byte, st style) (Cell, error) {
	number := func(n float64) (Cell, error) {
		return numberCell(n, st, s.date1904, &s.num, s.intern), nil
	}
	switch id {
	case brtCellRk:
		return number(rkNumber(le32(body, 0)))
	case brtCellReal, brtFmlaNum:
		return number(math.Float64frombits(binary.LittleEndian.Uint64(body)))
	case brtCellError, brtFmlaError:
		return boolOrError(body[0], true), nil
	case brtCellBool, brtFmlaBool:
		return boolOrError(body[0], false), nil
	case brtCellIsst:
		i := le32(body, 0)
		if uint64(i) >= uint64(len(s.texts)) {
			return Cell{}, unreadable("%s: text %d of %d", r.part, uint64(i)+1, len(s.texts)).at(s.atRow+1, s.atCol+1)
		}
		return s.texts[i].cell(st, s.fonts), nil
	case brtCellSt, brtFmlaString:
		units, err := (&spread{body: body}).wide()
		if err != nil {
			return Cell{}, r.short()
		}
		return biffText{text: textOf(units)}.cell(st, s.fonts), nil
	case brtCellRString:
		t, err := (&spread{body: body}).rich()
		if err != nil {
			return Cell{}, r.short()
		}
		return t.cell(st, s.fonts), nil
	}
	return Cell{}, nil // blank
}

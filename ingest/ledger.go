package ingest

import (
	"slices"

	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
	"tdkt/ingest/load"
)

// ledger holds what became of every row and cell of one sheet. A row enters with one
// answer for all its cells; reading it then changes the answer of single cells.
type ledger struct {
	load.Sheet
	start []int       // of each row, the first of its cells
	index map[int]int // row number to its place among the rows
}

// newLedger has room for so many rows and cells.
func newLedger(sheet string, rows, cells int) *ledger {
	return &ledger{
		Sheet: load.Sheet{Name: sheet, Rows: make([]load.Row, 0, rows), Cells: make([]load.Cell, 0, cells)},
		index: make(map[int]int, rows), start: make([]int, 0, rows),
	}
}

// enter adds a row; disposition and reason hold for the row and for each of its cells.
func (l *ledger) enter(no int, cells []grid.Cell, kind, disposition, reason string) {
	l.index[no] = len(l.Rows)
	l.Rows = append(l.Rows, load.Row{No: no, Kind: kind, Disposition: disposition, Reason: reason})
	l.start = append(l.start, len(l.Cells))
	for _, c := range cells {
		l.Cells = append(l.Cells, load.Cell{Row: int32(no), Col: int32(c.Col), Text: c.Text, Disposition: disposition, Reason: reason})
	}
}

// of gives the cells of a row.
func (l *ledger) of(no int) []load.Cell {
	i, ok := l.index[no]
	if !ok {
		return nil
	}
	if i+1 < len(l.start) {
		return l.Cells[l.start[i]:l.start[i+1]]
	}
	return l.Cells[l.start[i]:]
}

func (l *ledger) at(no, col int) *load.Cell {
	cells := l.of(no)
	i, found := slices.BinarySearchFunc(cells, col, func(c load.Cell, col int) int { return int(c.Col) - col })
	if !found {
		return nil
	}
	return &cells[i]
}

// use marks a cell as used for a field.
func (l *ledger) use(no, col int, field string) {
	if c := l.at(no, col); c != nil {
		c.Field, c.Disposition, c.Reason = field, load.Used, ""
	}
}

// useAt marks a cell named as A1, and its row, as used for a field.
func (l *ledger) useAt(cell, field string) {
	if no, col, ok := grid.Place(cell); ok && l.at(no, col) != nil {
		l.use(no, col, field)
		l.useRow(no)
	}
}

func (l *ledger) useRow(no int) {
	if i, ok := l.index[no]; ok {
		l.Rows[i].Disposition, l.Rows[i].Reason = load.Used, ""
	}
}

// leave marks a cell as excluded for a reason.
func (l *ledger) leave(no, col int, field, reason string) {
	if c := l.at(no, col); c != nil {
		c.Field, c.Disposition, c.Reason = field, load.Excluded, reason
	}
}

// leaveRow marks a row as excluded for a reason.
func (l *ledger) leaveRow(no int, reason string) {
	if i, ok := l.index[no]; ok {
		l.Rows[i].Disposition, l.Rows[i].Reason = load.Excluded, reason
	}
}

// reject turns everything used into rejected: rows and cells at which an error was found
// carry its code, the rest the reason.
func (l *ledger) reject(reason string, errors []finding.Finding) {
	for i := range l.Rows {
		if l.Rows[i].Disposition == load.Used {
			l.Rows[i].Disposition, l.Rows[i].Reason = load.Rejected, reason
		}
	}
	for i := range l.Cells {
		if l.Cells[i].Disposition == load.Used {
			l.Cells[i].Disposition, l.Cells[i].Reason = load.Rejected, reason
		}
	}
	for _, f := range errors {
		no, col, ok := grid.Place(f.At.Cell)
		if f.At.Sheet != l.Name || !ok {
			continue
		}
		if i, ok := l.index[no]; ok && l.Rows[i].Disposition == load.Rejected {
			l.Rows[i].Reason = string(f.Code)
		}
		if c := l.at(no, col); c != nil {
			c.Disposition, c.Reason = load.Rejected, string(f.Code)
		}
	}
}

package grid

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// Bounds on what a cell covers, as HTML has them.
const (
	maxAcross = 1000
	maxDown   = 65534
)

// htmlTable is an open table. Its rows and columns count from 1; where it stands is known when it ends.
type htmlTable struct {
	grid   htmlGrid
	insets []inset // cells that hold more than text
	busy   []int   // by column: the last row that a cell from above covers
	cols   int     // columns that <col> has told of
	group  int     // columns of a <colgroup> that no <col> has told of
	line   Row     // at hand
	next   int     // column of the next cell in it, if it is free
	inRow  bool
	cell   htmlCell // at hand
	inCell bool

	around, floor, rowFloor int // open elements before the table, within it, before the row
}

// htmlCell is an open cell.
type htmlCell struct {
	col, down, across int
	look              look
	veiled            bool // hidden by itself, not by its row
	given             given
	text              runs
	veil              runs     // what stands hidden before any text that is shown
	parts             htmlGrid // what stands in it so far, where that is more than text
	floor             int      // open elements before it
}

func (p *page) table() *htmlTable { return p.tables[len(p.tables)-1] }

func (p *page) startTable(l look) error {
	if len(p.tables) == maxTables {
		return unreadable("html: tables nest more than %d deep", maxTables)
	}
	switch {
	case len(p.tables) == 0:
		if err := p.endLine(false); err != nil {
			return err
		}
	case !p.table().inCell: // where no table may stand
		if err := p.startCell("td", p.look(), attributes{}); err != nil {
			return err
		}
	default:
		if err := p.stow(&p.table().cell); err != nil {
			return err
		}
	}
	if p.steps -= weightInset * len(p.tables); p.steps < 0 {
		return unreadable("html: too many tables within tables")
	}
	t := &htmlTable{around: len(p.elements)}
	l.bold, l.pre = false, false // what is bold around a table is not so in it
	p.open("table", l)
	t.floor = len(p.elements)
	p.found = true
	p.tables = append(p.tables, t)
	return nil
}

// column reads <colgroup> and <col>, which say what columns are hidden.
func (t *htmlTable) column(tag string, l look, a attributes) {
	n := max(spanOf(a.span, maxAcross), 1)
	if tag == "colgroup" {
		t.cols = min(t.cols+t.group, maxCols)
		t.group = n
		return
	}
	t.group = 0
	for range n {
		if t.cols++; t.cols > maxCols {
			t.cols = maxCols
			return
		}
		if l.hidden {
			t.grid.mark(t.cols, colHidden)
		}
	}
}

// spanOf reads how many rows or columns a cell covers; what is no number is 1.
func spanOf(s string, most int) int {
	s = strings.TrimSpace(s)
	n, err := strconv.Atoi(s)
	switch {
	case err != nil && len(s) > 9 && strings.Trim(s, "0123456789") == "":
		return most
	case err != nil || n < 0:
		return 1
	}
	return min(n, most)
}

// startRow opens a row, and a table where there is none: some pages begin so.
func (p *page) startRow(l look) error {
	if len(p.tables) == 0 {
		if err := p.startTable(l); err != nil {
			return err
		}
	}
	if err := p.endRow(); err != nil {
		return err
	}
	t := p.table()
	if t.grid.h++; t.grid.h > maxRows {
		return unreadable("html: row %d", t.grid.h)
	}
	t.line = Row{No: t.grid.h, Hidden: l.hidden, Cells: t.line.Cells[:0]}
	t.next, t.inRow, t.rowFloor = 1, true, len(p.elements)
	p.open("tr", l)
	return nil
}

func (p *page) startCell(tag string, l look, a attributes) error {
	if err := p.endCell(); err != nil {
		return err
	}
	if len(p.tables) == 0 || !p.table().inRow {
		if err := p.startRow(p.look()); err != nil {
			return err
		}
	}
	t := p.table()
	col, across := t.freePlace(max(spanOf(a.across, maxAcross), 1), &p.steps)
	if p.steps < 0 || col > maxCols {
		return unreadable("html: row %d has too many cells", t.grid.h)
	}
	down := spanOf(a.down, maxDown)
	if down == 0 { // up to the end of the table
		down = maxDown
	}
	if down > 1 {
		t.occupy(col, across, t.grid.h+down-1)
	}
	t.next = col + across
	text, veil := t.cell.text, t.cell.veil
	text.reset()
	veil.reset()
	t.cell = htmlCell{
		col: col, down: down, across: across, look: l, given: a.given, text: text, veil: veil,
		veiled: l.hidden && !t.line.Hidden, floor: len(p.elements),
	}
	t.inCell = true
	p.open(tag, l)
	p.spaced = true
	return nil
}

// freePlace gives the next column that no cell from above covers, and how many of those asked for are free from there.
func (t *htmlTable) freePlace(across int, steps *int) (col, free int) {
	taken := func(c int) bool {
		*steps--
		return c < len(t.busy) && t.busy[c] >= t.grid.h
	}
	col = t.next
	for *steps > 0 && taken(col) {
		col++
	}
	for free = 1; free < across && col+free <= maxCols && *steps > 0 && !taken(col+free); free++ {
		continue
	}
	return col, free
}

func (t *htmlTable) occupy(col, across, until int) {
	if need := col + across; need > len(t.busy) {
		t.busy = append(t.busy, make([]int, need-len(t.busy))...)
	}
	for c := col; c < col+across; c++ {
		t.busy[c] = until
	}
}

// endCell closes the cell at hand, if there is one.
func (p *page) endCell() error {
	if len(p.tables) == 0 || !p.table().inCell {
		return nil
	}
	t := p.table()
	c := &t.cell
	t.inCell = false
	p.elements = p.elements[:min(len(p.elements), c.floor)]
	p.spaced = true
	if c.parts.h > 0 {
		if err := p.stow(c); err != nil {
			return err
		}
		t.insets = append(t.insets, inset{t.grid.h, c.col, c.down, c.across, c.parts})
		return nil
	}
	if c.veiled {
		t.grid.mark(c.col, colVeiled)
	} else if !t.line.Hidden {
		t.grid.mark(c.col, colShown)
	}
	if c.down > 1 || c.across > 1 {
		t.grid.merges = append(t.grid.merges, Merge{t.grid.h, c.col, t.grid.h + c.down - 1, c.col + c.across - 1})
		if err := p.room.merged("html", 1); err != nil {
			return err
		}
	}
	text := c.whole()
	cell := p.typed(bytes.Trim(text.text(), " \n"), c.given, c.look)
	if blank(cell.Text) {
		return nil
	}
	if err := p.room.cell("html", cell.Text, 1); err != nil {
		return err
	}
	text.dress(&cell, c.look.style)
	if text.shown && !text.mixed {
		cell.Font = text.one // the cell itself seldom names one
	}
	cell.Col = c.col
	t.line.Cells = append(t.line.Cells, cell)
	return nil
}

// endRow closes the row at hand, if there is one.
func (p *page) endRow() error {
	if len(p.tables) == 0 || !p.table().inRow {
		return nil
	}
	if err := p.endCell(); err != nil {
		return err
	}
	t := p.table()
	t.inRow = false
	p.elements = p.elements[:min(len(p.elements), t.rowFloor)]
	if len(t.line.Cells) > 0 {
		row := t.line
		row.Cells = slices.Clone(row.Cells)
		t.grid.rows = append(t.grid.rows, row)
		return p.room.row("html", 1)
	}
	return nil
}

// endTable closes the table at hand, if there is one: it goes beneath what stands before it in its cell or on the page.
func (p *page) endTable() error {
	if len(p.tables) == 0 {
		return nil
	}
	if err := p.endRow(); err != nil {
		return err
	}
	t := p.table()
	g, err := t.settle(&p.steps)
	if err != nil {
		return err
	}
	p.tables = p.tables[:len(p.tables)-1]
	p.elements = p.elements[:min(len(p.elements), t.around)]
	p.spaced = true
	if len(p.tables) == 0 {
		return p.out.under(g)
	}
	return p.table().cell.parts.under(g)
}

// stow puts the text of a cell so far into rows of its own, beneath what the cell holds already.
func (p *page) stow(c *htmlCell) error {
	g, err := p.lines(c.whole(), c.look)
	if err != nil {
		return err
	}
	c.text.reset()
	c.veil.reset()
	return c.parts.under(g)
}

// lines makes a grid of text, a row a line. Lines that show nothing are left out at both ends.
func (p *page) lines(text *runs, l look) (htmlGrid, error) {
	var g htmlGrid
	all := bytes.Trim(text.text(), " \n")
	if blank(string(all)) {
		return g, nil
	}
	g.w = 1
	g.mark(1, colShown)
	for line := range bytes.SplitSeq(all, []byte{'\n'}) {
		g.h++
		line = bytes.TrimSpace(line)
		if blank(string(line)) {
			continue
		}
		if err := errors.Join(p.room.cell("html", string(line), 1), p.room.row("html", 1)); err != nil {
			return g, err
		}
		c := Cell{Col: 1, Kind: Text, Text: p.intern.bytes(line)}
		text.dress(&c, l.style)
		if !text.mixed {
			c.Font = text.one
		}
		g.rows = append(g.rows, Row{No: g.h, Hidden: l.hidden, Cells: []Cell{c}})
	}
	return g, nil
}

package grid

// htmlGrid is cells at their places, from row and column 1.
type htmlGrid struct {
	rows   []Row
	merges []Merge
	h, w   int
	cols   []byte // by column from 0: what is known of it
}

// What is known of a column.
const (
	colShown  = 1 << iota // a cell of it is shown
	colVeiled             // a cell of it is hidden, though its row is not
	colHidden             // <col> says that it is hidden
)

func (g *htmlGrid) mark(col int, is byte) {
	if col > len(g.cols) {
		g.cols = append(g.cols, make([]byte, col-len(g.cols))...)
	}
	g.cols[col-1] |= is
}

// hidden gives the columns that are hidden: as such, or by each of their cells.
func (g *htmlGrid) hidden() []Span {
	var out []Span
	for i, is := range g.cols {
		if is&colHidden == 0 && is&(colVeiled|colShown) != colVeiled {
			continue
		}
		if n := len(out); n > 0 && out[n-1].To == i {
			out[n-1].To++
			continue
		}
		out = append(out, Span{i + 1, i + 1})
	}
	return out
}

// under puts a grid beneath this one.
func (g *htmlGrid) under(o htmlGrid) error {
	if g.h+o.h > maxRows {
		return unreadable("html: row %d", g.h+o.h)
	}
	for _, r := range o.rows {
		r.No += g.h
		g.rows = append(g.rows, r)
	}
	for _, m := range o.merges {
		g.merges = append(g.merges, Merge{m.R1 + g.h, m.C1, m.R2 + g.h, m.C2})
	}
	for i, is := range o.cols {
		g.mark(i+1, is)
	}
	g.h += o.h
	g.w = max(g.w, o.w)
	return nil
}

// size is how much of a grid there is to move.
func (g *htmlGrid) size() int {
	n := g.h + len(g.merges)
	for _, r := range g.rows {
		n += len(r.Cells)
	}
	return n
}

// inset is a cell that holds tables: its rows and columns stretch to hold them, as Excel does it.
type inset struct {
	row, col, down, across int
	grid                   htmlGrid
}

// settle gives the table as a grid, once its end is known.
func (t *htmlTable) settle(steps *int) (htmlGrid, error) {
	g := &t.grid
	merges := g.merges[:0]
	for _, m := range g.merges {
		if m.R2 = min(m.R2, g.h); m.R1 != m.R2 || m.C1 != m.C2 { // no cell reaches out of its table
			merges = append(merges, m)
		}
		g.w = max(g.w, m.C2)
	}
	g.merges = merges
	for i := range t.insets {
		*steps -= weightMoved * t.insets[i].grid.size()
	}
	if len(t.insets) > 0 {
		*steps -= weightMoved * g.size()
	}
	for _, r := range g.rows {
		g.w = max(g.w, r.Cells[len(r.Cells)-1].Col)
	}
	if len(t.insets) == 0 {
		return *g, nil
	}
	down, across := make([]need, len(t.insets)), make([]need, len(t.insets))
	for i := range t.insets {
		in := &t.insets[i]
		in.down = min(in.down, g.h-in.row+1)
		g.w = max(g.w, in.col+in.across-1)
		down[i] = need{in.row, in.down, in.grid.h}
		across[i] = need{in.col, in.across, in.grid.w}
	}
	rowAt, colAt := stretched(g.h, down, steps), stretched(g.w, across, steps)
	if *steps < 0 || rowAt[g.h+1] > maxRows+1 || colAt[g.w+1] > maxCols+1 {
		return htmlGrid{}, unreadable("html: tables within tables: more than a sheet can hold")
	}
	return t.spread(rowAt, colAt)
}

// spread moves the cells to where their rows and columns begin, and puts the insets in. A cell beside an inset covers what
// its row and column have grown to.
func (t *htmlTable) spread(rowAt, colAt []int) (htmlGrid, error) {
	g := &t.grid
	out := htmlGrid{h: rowAt[g.h+1] - 1, w: colAt[g.w+1] - 1}
	area := func(r1, c1, r2, c2 int) {
		if m := (Merge{rowAt[r1], colAt[c1], rowAt[r2+1] - 1, colAt[c2+1] - 1}); m.R1 != m.R2 || m.C1 != m.C2 {
			out.merges = append(out.merges, m)
		}
	}
	merged := map[[2]int]bool{}
	for _, m := range g.merges {
		merged[[2]int{m.R1, m.C1}] = true
		area(m.R1, m.C1, m.R2, m.C2)
	}
	for i, is := range g.cols {
		for c := colAt[min(i+1, g.w+1)]; i+1 <= g.w && c < colAt[i+2]; c++ {
			out.mark(c, is)
		}
	}
	for _, r := range g.rows {
		for i := range r.Cells {
			c := &r.Cells[i]
			if !merged[[2]int{r.No, c.Col}] {
				area(r.No, c.Col, r.No, c.Col)
			}
			c.Col = colAt[c.Col]
		}
		r.No = rowAt[r.No]
		out.rows = append(out.rows, r)
	}
	for _, in := range t.insets {
		dr, dc := rowAt[in.row]-1, colAt[in.col]-1
		for _, r := range in.grid.rows {
			for i := range r.Cells {
				r.Cells[i].Col += dc
			}
			r.No += dr
			out.rows = append(out.rows, r)
		}
		for _, m := range in.grid.merges {
			out.merges = append(out.merges, Merge{m.R1 + dr, m.C1 + dc, m.R2 + dr, m.C2 + dc})
		}
		for i, is := range in.grid.cols {
			out.mark(i+1+dc, is)
		}
	}
	o := sheetReader{rows: out.rows}
	err := o.order()
	out.rows = o.rows
	return out, err
}

// need is how much room rows or columns must have together.
type need struct{ from, n, size int }

// stretched gives where each of n rows or columns begins when all needs are met, from 1; and behind the last where it ends.
func stretched(n int, needs []need, steps *int) []int {
	size := make([]int, n+2)
	for i := range size {
		size[i] = 1
	}
	for _, alone := range []bool{true, false} {
		for _, d := range needs {
			if (d.n == 1) != alone {
				continue
			}
			if *steps -= d.n; *steps < 0 {
				break
			}
			have := 0
			for i := d.from; i < d.from+d.n; i++ {
				have += size[i]
			}
			if d.size > have {
				size[d.from+d.n-1] += d.size - have
			}
		}
	}
	at := make([]int, n+2)
	at[1] = 1
	for i := 2; i <= n+1; i++ {
		at[i] = at[i-1] + size[i-1]
	}
	return at
}

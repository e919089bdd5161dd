package forms

// headCell is a cell of the header over one or more columns and rows.
type headCell struct {
	row, rows, from, to int // rows from 0, leaves from 0
	text                string
}

// header joins what stands above the leaves: neighbours under the same headings share them, and the lowest heading of its own
// reaches down to the last row, or to the kinds of recipient.
func (p *plan) header() (cells []headCell) {
	depth := p.depth()
	for c := 0; c < len(p.leaves); c++ {
		l := p.leaves[c]
		for level, text := range l.head {
			row, rows := p.extent(l, level, depth)
			if c > 0 && level < len(l.head)-1 && p.shared(c-1, c, level) {
				continue
			}
			h := headCell{row, rows, c, c, text}
			for level < len(l.head)-1 && h.to+1 < len(p.leaves) && p.shared(h.to, h.to+1, level) {
				h.to++
			}
			cells = append(cells, h)
		}
	}
	return cells
}

// extent is the row on which a heading begins and how many it takes.
func (p *plan) extent(l leaf, level, depth int) (row, rows int) {
	last := len(l.head) - 1
	switch {
	case l.kind != "" && level == last:
		return depth - 1, 1
	case l.kind != "" && level == last-1:
		return level, depth - 1 - level
	case level == last:
		return level, depth - level
	}
	return level, 1
}

// shared says that two neighbours stand under the same heading of a level, from the top down to it.
func (p *plan) shared(a, b, level int) bool {
	x, y := p.leaves[a], p.leaves[b]
	if level >= len(x.head)-1 || level >= len(y.head)-1 {
		return false
	}
	for i := 0; i <= level; i++ {
		if x.head[i] != y.head[i] {
			return false
		}
	}
	depth := p.depth()
	_, xRows := p.extent(x, level, depth)
	_, yRows := p.extent(y, level, depth)
	return xRows == yRows
}

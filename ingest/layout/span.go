package layout

import (
	"slices"
	"strings"

	"tdkt/ingest/grid"
)

// span is what stands over the columns of a run of header rows. It is read once, whichever
// layouts the rows are held against.
type span struct {
	cols  []int
	paths []headings // of each of cols
}

// headings are the ways to read the header over one column.
type headings struct {
	strict []segment // as it stands
	loose  []segment // with texts from the left; nil where that adds nothing
	joined []segment // as one text that goes on from row to row; nil where it is of one row
	broken []segment // a line each; nil where no text has lines
}

// over reads the rows of a span.
func (h *headers) over(rows []int) *span {
	key := [2]int{rows[0], len(rows)}
	if s := h.spans[key]; s != nil {
		return s
	}
	s := &span{cols: h.columns(rows)}
	s.paths = make([]headings, len(s.cols))
	for i, col := range s.cols {
		p := headings{strict: h.path(rows, col, false)}
		if loose := h.path(rows, col, true); len(loose) > len(p.strict) {
			p.loose = loose
		}
		if len(p.strict) > 1 {
			p.joined = []segment{joinedDown(p.strict)}
		}
		p.broken = brokenDown(p.strict)
		s.paths[i] = p
	}
	h.spans[key] = s
	return s
}

// columns lists the columns that have a header text in the rows.
func (h *headers) columns(rows []int) []int {
	var cols []int
	for _, no := range rows {
		for _, c := range h.cells(no) {
			if strings.TrimSpace(c.Text) != "" {
				cols = append(cols, c.Col)
			}
		}
	}
	slices.Sort(cols)
	return slices.Compact(cols)
}

// mostHeaders bounds the cells of a row that are looked at for headers: no form of return has 200 columns, and a sheet can
// have 16,384.
const mostHeaders = 1024

// cells gives the cells of a row of the sheet that may head a table.
func (h *headers) cells(no int) []grid.Cell {
	i, found := slices.BinarySearchFunc(h.sheet.Rows, no, func(r grid.Row, no int) int { return r.No - no })
	if !found {
		return nil
	}
	cells := h.sheet.Rows[i].Cells
	return cells[:min(len(cells), mostHeaders)]
}

// hinting gives what says whether any text of a row heads a field of a layout by itself;
// rows without one need not be read as its header.
func (h *headers) hinting(m *matcher) func(no int) bool {
	told := map[int]bool{}
	return func(no int) bool {
		hint, done := told[no]
		if !done {
			hint = slices.ContainsFunc(h.cells(no), func(c grid.Cell) bool {
				s, ok := h.own(no, c.Col)
				return ok && (m.byLeaf[s.keys[0]] != nil || m.byLeaf[s.keys[1]] != nil)
			})
			told[no] = hint
		}
		return hint
	}
}

// joinedDown is a header whose words go on from row to row: "Họ và" over "tên".
func joinedDown(path []segment) segment {
	words := make([]string, len(path))
	for i, s := range path {
		words[i] = s.text
	}
	last := path[len(path)-1]
	return newSegment(strings.Join(words, " "), last.cell, last.row)
}

// brokenDown is a path of headers that were put into one cell, a line each. It is nil where
// no header has lines.
func brokenDown(path []segment) (out []segment) {
	if !slices.ContainsFunc(path, func(s segment) bool { return len(s.lines) > 1 }) {
		return nil
	}
	for _, s := range path {
		for _, line := range s.lines {
			if strings.TrimSpace(line) != "" {
				out = append(out, newSegment(line, s.cell, s.row))
			}
		}
	}
	return out
}

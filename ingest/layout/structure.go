package layout

import (
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/grid"
)

// Structure reads the tables of any sheet, whatever it holds: what each row is, and what
// stands over each column. Nothing is recognised and nothing refused: it is what a sheet
// looks like that no form of return claims. Each non-empty row stands in exactly one table;
// the Layout of these tables is empty.
func Structure(sheet grid.Sheet) []Table {
	ps := profiles(sheet)
	kinds := kindsOf(ps)
	repeatedHeads(ps, kinds)
	h := newHeaders(sheet)
	var tables []Table
	from := 0
	for from < len(ps) {
		to := tableEnd(ps, kinds, from)
		tables = append(tables, h.plainTable(ps[from:to], kinds[from:to]))
		from = to
	}
	return tables
}

// likeliestHeader is where the header of a sheet begins that no form of return claims; the
// first cell where it has none.
func likeliestHeader(sheet grid.Sheet) string {
	sheet.Rows = sheet.Rows[:min(len(sheet.Rows), 2*maxHeaderStart)]
	ps := profiles(sheet)
	for i, kind := range kindsOf(ps) {
		if kind == isHeader {
			return grid.A1(ps[i].row.No, ps[i].first)
		}
	}
	return "A1"
}

// repeatedHeads tells the rows within a body that have the words of the header in its
// columns: a page break repeats it, or a further table is headed nearly alike.
func repeatedHeads(ps []profile, kinds []uint8) {
	heads := map[int]map[string]bool{}
	body := false
	for i := range ps {
		switch kinds[i] {
		case isHeader:
			if body {
				clear(heads)
				body = false
			}
			for _, c := range ps[i].row.Cells {
				if heads[c.Col] == nil {
					heads[c.Col] = map[string]bool{}
				}
				heads[c.Col][data.Key(c.Text)] = true
			}
		case isData:
			body = true
			if len(heads) > 1 && ps[i].words > 1 && ps[i].repeats(heads) {
				kinds[i] = isHeader
			}
		}
	}
}

// repeats says whether four of five cells of a row, and two at least, have words of the header.
func (p *profile) repeats(heads map[int]map[string]bool) bool {
	same := 0
	for i, c := range p.row.Cells {
		if len(c.Text) < 200 && p.sorts[i] == words && heads[c.Col][data.Key(c.Text)] {
			same++
		} else if same == 0 && i > 2 {
			return false
		}
	}
	return same > 1 && same*5 >= p.cells*4
}

// tableEnd is where the table that begins at a row ends: where rows of a head come after
// rows of a body, unless they repeat the header at a page break.
func tableEnd(ps []profile, kinds []uint8, from int) int {
	var heads []int
	body := false
	for i := from; i < len(kinds); i++ {
		switch kinds[i] {
		case isGroup, isData, isRemark:
			body = body || kinds[i] != isRemark || len(heads) > 0
		case isMetadata:
			if body {
				return i
			}
		case isHeader:
			if body && !slices.ContainsFunc(heads, func(j int) bool { return sameWords(*ps[i].row, *ps[j].row) }) {
				return i
			}
			if !body {
				heads = append(heads, i)
			}
		}
	}
	return len(kinds)
}

// plainTable makes the table of a run of rows.
func (h *headers) plainTable(ps []profile, kinds []uint8) Table {
	t := Table{SheetName: h.sheet.Name, SheetNo: h.sheet.No, Merges: h.sheet.Merges}
	var heads []int
	body := false
	t.Rows = make([]Row, len(ps))
	for i := range ps {
		r := ps[i].row
		t.Rows[i] = Row{No: r.No, Hidden: r.Hidden, Cells: r.Cells, Kind: rowKinds[kinds[i]]}
		switch kinds[i] {
		case isHeader:
			if !body {
				heads = append(heads, r.No)
			}
		case isGroup, isData:
			body = true
		}
	}
	t.Columns = h.plainColumns(heads, ps, kinds)
	settleSums(t.Rows, ps)
	t.span()
	return t
}

// plainColumns gives each column of the header and of the body its header path.
func (h *headers) plainColumns(heads []int, ps []profile, kinds []uint8) []Column {
	path := map[int]Column{}
	if len(heads) > 0 {
		over := h.over(heads)
		for i, col := range over.cols {
			c := Column{Col: col}
			segments := over.paths[i].strict
			if over.paths[i].loose != nil {
				segments = over.paths[i].loose
			}
			c.head(segments)
			path[col] = c
		}
	}
	for i := range ps {
		if kinds[i] != isData && kinds[i] != isGroup {
			continue
		}
		for _, c := range ps[i].row.Cells {
			if _, known := path[c.Col]; !known && strings.TrimSpace(c.Text) != "" {
				path[c.Col] = Column{Col: c.Col}
			}
		}
	}
	columns := make([]Column, 0, len(path))
	for _, c := range path {
		columns = append(columns, c)
	}
	slices.SortFunc(columns, func(a, b Column) int { return a.Col - b.Col })
	return columns
}

// labelOf is the first words of a row, which say what it is.
func labelOf(r *grid.Row) string {
	for _, c := range r.Cells {
		if t := strings.TrimSpace(c.Text); t != "" && sortOfCell(c) == words && ordinalLevel(t) == noLevel {
			return t
		}
	}
	return ""
}

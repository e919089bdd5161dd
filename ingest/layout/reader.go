package layout

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/grid"
)

// reader gives each row of a sheet its kind.
type reader struct {
	table   *Table
	known   Known
	field   map[int]string // column -> field
	figures map[int]bool   // columns that hold figures
	heads   map[int][]string
	index   string // the first index row, as one text
	hdr     []int  // numbers of the header rows
	rows    []Row
	stack   []scope
	groups  []Group      // the groups of stack, once somebody asked
	lends   []grid.Merge // merges down over several rows, by first row
	lending []grid.Merge
	across  map[[2]int]bool // first cells of merges over several columns
	sheet   grid.Sheet
	ord     int // column of the numbering, 0 where none
	label   int // column of the label, 0 where none
}

// scope is a group that encloses what follows.
type scope struct {
	group Group
	level level
	sort  string // form, achievement, unit, class or ""
	row   int    // in rows
}

func newReader(h *headers, found *header, t *Table, known Known) *reader {
	r := &reader{
		table: t, known: known, sheet: h.sheet, hdr: found.rows,
		field: map[int]string{}, figures: map[int]bool{}, heads: map[int][]string{}, across: map[[2]int]bool{},
	}
	for _, c := range t.Columns {
		r.field[c.Col] = c.Field
		switch c.Field {
		case "":
		case "ordinal":
			r.ord = c.Col
		case t.Layout.LabelField():
			if r.label == 0 && c.FormText == "" {
				r.label = c.Col
			}
		}
		r.figures[c.Col] = c.Measure != "" || c.FormText != "" || c.Total || c.Ratio
		for _, no := range found.rows {
			if s, ok := h.own(no, c.Col); ok {
				r.heads[c.Col] = append(r.heads[c.Col], s.keys[0])
			}
		}
	}
	for _, m := range h.sheet.Merges {
		if m.C2 > m.C1 {
			r.across[[2]int{m.R1, m.C1}] = true
		}
		if m.R2 > m.R1 && m.R2 > found.rows[len(found.rows)-1] {
			r.lends = append(r.lends, m)
		}
	}
	slices.SortFunc(r.lends, func(a, b grid.Merge) int { return cmp.Or(cmp.Compare(a.R1, b.R1), cmp.Compare(a.C1, b.C1)) })
	return r
}

// read gives every row its kind, in the order of the sheet.
func (r *reader) read() {
	top, bottom := r.hdr[0], r.headerEnd()
	signFrom := r.signature(bottom)
	r.rows = make([]Row, 0, len(r.sheet.Rows))
	after := 0 // rows since a header row, for the index row beneath it
	for _, row := range r.sheet.Rows {
		out := Row{No: row.No, Hidden: row.Hidden, Cells: row.Cells}
		switch {
		case row.No < top:
			out.Kind, out.Reason = Metadata, "title"
		case row.No <= bottom:
			out.Kind, out.Reason = Header, "header"
			if indexRow(row) {
				out.Kind, out.Reason = Index, "index"
				r.index = rowText(row)
			}
		case signFrom > 0 && row.No >= signFrom:
			out.Kind, out.Reason = Signature, "signature"
		case r.repeatedIndex(row, after <= 1):
			out.Kind, out.Reason = Index, "index"
		case r.repeatedHeader(row):
			out.Kind, out.Reason = Header, "repeated-header"
			after = 0
		default:
			r.body(&out)
		}
		after++
		r.rows = append(r.rows, out)
	}
	if !r.table.Layout.Shape.listed() {
		r.settleTally()
	}
	r.settleTail()
	r.settleTotals()
	r.settleTelling()
}

// headerEnd is the last row of the header with its index row; rows between the header
// and an index row close beneath it are header too.
func (r *reader) headerEnd() int {
	last := r.hdr[len(r.hdr)-1]
	n := 0
	for _, row := range r.sheet.Rows {
		if row.No <= last {
			continue
		}
		if indexRow(row) {
			return row.No
		}
		if n++; n > 2 || !wordy(row) {
			break
		}
	}
	return last
}

func rowText(row grid.Row) string {
	var b strings.Builder
	for _, c := range row.Cells {
		b.WriteString(grid.ColumnName(c.Col) + "=" + strings.TrimSpace(c.Text) + ";")
	}
	return b.String()
}

// repeatedIndex tells the index row of a repeated header.
func (r *reader) repeatedIndex(row grid.Row, beneath bool) bool {
	if !indexRow(row) {
		return false
	}
	return beneath && r.index == "" || r.index != "" && rowText(row) == r.index
}

// repeatedHeader tells a header row that a page break repeats.
func (r *reader) repeatedHeader(row grid.Row) bool {
	same, all := 0, 0
	for _, c := range row.Cells {
		if c.Kind != grid.Text || len(c.Text) > 1000 {
			return false
		}
		if strings.TrimSpace(c.Text) == "" {
			continue
		}
		all++
		if slices.Contains(r.heads[c.Col], data.Key(c.Text)) {
			same++
		}
		if same == 0 && all > 1 {
			return false
		}
	}
	if n := len(r.rows); n > 0 && r.rows[n-1].Reason == "repeated-header" && same == all {
		return same > 0 // one heading alone: an order over its classes
	}
	return same >= 2 && same*10 >= all*8
}

// signature finds the row where the signature block begins: the first with its words
// after which no row is numbered and named any more. It is 0 where there is none.
func (r *reader) signature(bottom int) int {
	last := bottom
	for i := len(r.sheet.Rows) - 1; i >= 0 && r.sheet.Rows[i].No > bottom; i-- {
		if r.certain(r.sheet.Rows[i]) {
			last = r.sheet.Rows[i].No
			break
		}
	}
	for _, row := range r.sheet.Rows {
		if row.No <= last {
			continue
		}
		for _, c := range row.Cells {
			if c.Kind == grid.Text && isSignature(c.Text) {
				return row.No
			}
		}
	}
	return 0
}

// certain tells a row that is part of the table whatever it says: numbered and named
// or, in a table without numbers, one that tells what only a row of data does.
func (r *reader) certain(row grid.Row) bool {
	label, named := row.Cell(r.label)
	if !named || strings.TrimSpace(label.Text) == "" {
		return false
	}
	if o, ok := row.Cell(r.ord); ok && ordinalLevel(o.Text) >= numberLevel && ordinalLevel(o.Text) < smallLevel {
		return true
	}
	n, _ := r.telling(row)
	return n > 0
}

// borrow lists the cells that merges over several rows lend to a row.
func (r *reader) borrow(no int) []Borrowed {
	for len(r.lends) > 0 && r.lends[0].R1 < no {
		if m := r.lends[0]; m.R2 >= no && r.field[m.C1] != "" && !r.figures[m.C1] {
			r.lending = slices.DeleteFunc(r.lending, func(o grid.Merge) bool { return o.C1 == m.C1 })
			r.lending = append(r.lending, m)
		}
		r.lends = r.lends[1:]
	}
	if len(r.lending) == 0 {
		return nil
	}
	r.lending = slices.DeleteFunc(r.lending, func(m grid.Merge) bool { return m.R2 < no })
	var out []Borrowed
	for _, m := range r.lending {
		if c, ok := r.sheet.Cell(m.R1, m.C1); ok {
			out = append(out, Borrowed{Cell: c, At: grid.A1(m.R1, m.C1)})
		}
	}
	slices.SortFunc(out, func(a, b Borrowed) int { return cmp.Compare(a.Cell.Col, b.Cell.Col) })
	return out
}

package layout

import (
	"slices"

	"tdkt/data"
	"tdkt/ingest/grid"
)

// crosses says whether a header that lacks nothing but its columns of forms has them all the same, headed plainly: two columns
// or more that no field claims, that name a form each, and that hold figures alone.
func (h *headers) crosses(got *header, known Known) bool {
	l := got.matcher.layout
	if l.Shape != UnitsDown || len(got.missing) != 1 || got.missing[0] != "form" {
		return false
	}
	forms := 0
	for i := range got.columns {
		c := &got.columns[i]
		if c.Field == "" && known.form(c.Leaf()) && h.countsBeneath(c.Col, got.rows[len(got.rows)-1]) {
			forms++
		}
	}
	return forms > 1
}

// countsBeneath says whether a column holds figures beneath a row, and no words.
func (h *headers) countsBeneath(col, row int) bool {
	some := false
	for i := range h.sheet.Rows {
		r := &h.sheet.Rows[i]
		if r.No <= row || i > 2*maxHeaderStart {
			continue
		}
		if c, ok := r.Cell(col); ok {
			if !figure(c) {
				return false
			}
			some = true
		}
	}
	return some
}

// bearsOut says whether what stands beneath a header agrees with its layout against units crossed with forms: a list names the
// form in a column of its own, a table of rows of fixed meaning has one of these.
func (h *headers) bearsOut(got *header) bool {
	l := got.matcher.layout
	switch l.Shape {
	case List:
		_, named := got.claimed["form"]
		return named
	case FormsAcross:
		if _, coded := got.claimed["row_code"]; coded {
			return true
		}
		return slices.ContainsFunc(h.sheet.Rows, func(r grid.Row) bool {
			return r.No > got.rows[len(got.rows)-1] && slices.ContainsFunc(r.Cells, func(c grid.Cell) bool { return l.labels(c.Text) })
		})
	}
	return true
}

// labels says whether a text is the label of a row of fixed meaning; that of a total is nobody's.
func (l *Layout) labels(text string) bool {
	key := data.Key(unmarked(text))
	return key != "" && slices.ContainsFunc(l.RowMeasures, func(m RowMeasure) bool {
		return !m.Total && slices.ContainsFunc(m.Labels, func(label string) bool { return data.Key(label) == key })
	})
}

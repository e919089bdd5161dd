package layout

import (
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/grid"
)

// Continue reads a sheet without a header as the continuation of a table: every cell lies
// in a column that the table knows, and the first row that is no heading could stand in it
// and bears the number that comes next, where rows are numbered. It is nil where that is not
// so: a sheet is better refused than read under headers that are not its own.
func Continue(sheet grid.Sheet, before *Table, known Known) *Table {
	t := &Table{Layout: before.Layout, SheetName: sheet.Name, SheetNo: sheet.No, Continues: true}
	fields := map[int]bool{}
	for _, c := range before.Columns {
		c.HeaderCell, c.Path = "", slices.Clone(c.Path) // it stands in another sheet
		for i := range c.Path {
			c.Path[i].Cell = ""
		}
		t.Columns = append(t.Columns, c)
		fields[c.Col] = c.Field != ""
	}
	for _, r := range sheet.Rows {
		for _, c := range r.Cells {
			if !fields[c.Col] && strings.TrimSpace(c.Text) != "" && c.Kind != grid.Error {
				return nil
			}
		}
	}
	h := newHeaders(sheet)
	found := &header{matcher: t.Layout.matcher(), rows: []int{0}, columns: t.Columns} // row 0: above the first
	r := newReader(h, found, t, known)
	if !r.goesOn(before.lastNumber()) {
		return nil
	}
	r.read()
	t.Rows = r.rows
	t.Head = readHead(t, known)
	t.span()
	if t.FirstData == 0 {
		return nil
	}
	return t
}

// Elsewhere is a head for a sheet that has none and goes on where another ended: what it
// states holds there too, but its cells stand in the other sheet.
func (h Head) Elsewhere() Head {
	for _, f := range []*Fact{&h.Title, &h.Unit, &h.Agency, &h.Province, &h.Year, &h.SchoolYear, &h.Period, &h.Part, &h.DatedOn,
		&h.Decision, &h.Authority, &h.Revision, &h.ScopeFrom} {
		f.Cell = ""
	}
	h.Lines = nil
	return h
}

// goesOn says whether the first row that is no heading is certainly one of the table.
func (r *reader) goesOn(last int) bool {
	for _, row := range r.sheet.Rows {
		if label, _ := row.Cell(r.label); r.certain(row) && label.Kind == grid.Text {
			number, ok := row.Cell(r.ord)
			return last == 0 || ok && leadingNumber(number.Text) == last+1
		}
		if len(row.Cells) != 1 && !indexRow(row) {
			return false
		}
	}
	return false
}

// lastNumber is the number of the last data row, 0 where rows have none.
func (t *Table) lastNumber() int {
	for _, c := range t.Columns {
		if c.Field != "ordinal" {
			continue
		}
		for _, row := range slices.Backward(t.Rows) {
			if cell, _, ok := row.Cell(c.Col); ok && row.Kind == Data {
				return leadingNumber(strings.TrimSpace(cell.Text))
			}
		}
	}
	return 0
}

// secondTable finds the header at which a second table begins beside this one: the header
// of its numbering, of what its rows are or of their codes stands again over a column that
// is filled.
func (t *Table) secondTable() string {
	once := map[string]bool{}
	for _, c := range t.Columns {
		if c.Field == "ordinal" || c.Field == "row_code" || c.Field == t.Layout.LabelField() {
			once[data.Key(c.Leaf())] = true
		}
	}
	for _, c := range t.Columns {
		if key := data.Key(c.Leaf()); c.Field == "" && key != "" && (once[key] || key != "tt" && numbering[data.Spelling(c.Leaf())]) && t.filled(c.Col) {
			return c.HeaderCell
		}
	}
	return ""
}

// Leaf is the lowest header over a column.
func (c *Column) Leaf() string {
	parts := strings.Split(c.Header, " > ")
	return parts[len(parts)-1]
}

// filled says whether a data row has something in a column.
func (t *Table) filled(col int) bool {
	for i := range t.Rows {
		if c, _, ok := t.Rows[i].Cell(col); ok && t.Rows[i].Kind == Data && c.Kind != grid.Error && strings.TrimSpace(c.Text) != "" {
			return true
		}
	}
	return false
}

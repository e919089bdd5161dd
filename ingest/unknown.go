package ingest

import (
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/ingest/value"
)

// noteUnknown asks about each column that no layout knows and that holds something in a
// data row, once a column; in a tally, where a row is one of data by its figures in known columns, any row that has a
// figure there. A column of error values alone is a formula that found nothing.
func (r *reading) noteUnknown(s *sheet) {
	first := map[int]string{} // A1 of what it holds first
	var order []int
	for i := range s.Rows {
		row := &s.Rows[i]
		beside := !s.Layout.Shape.Named() && (row.Kind == layout.GroupRow || row.Kind == layout.Note)
		if row.Kind != layout.Data && !beside {
			continue
		}
		for _, c := range row.Cells {
			col := s.columns[c.Col]
			if beside && (col == nil || col.HeaderCell == "" || strings.Trim(c.Text, "0123456789.") != "") {
				continue
			}
			if col != nil && col.Field != "" || c.Kind == grid.Error || strings.TrimSpace(c.Text) == "" || first[c.Col] != "" {
				continue
			}
			first[c.Col] = grid.A1(row.No, c.Col)
			order = append(order, c.Col)
		}
	}
	slices.Sort(order)
	for _, no := range order {
		at, header := first[no], ""
		if col := s.columns[no]; col != nil && col.HeaderCell != "" {
			at, header = col.HeaderCell, col.Leaf()
		}
		if s.Beside != "" { // the columns of the second table are told once
			continue
		}
		vi, en := nearColumns(s, header)
		r.find("column-unknown", s.SheetName, at, header, check.Words{"near_vi": vi, "near_en": en})
	}
}

// checkUnread refuses a table of a tally whose figures all stand in columns that no layout knows: accepted, it would say
// that nothing was awarded.
func (t *tally) checkUnread() {
	if t.Beside != "" || slices.ContainsFunc(t.order, func(f *figure) bool { return f.present || f.unread }) {
		return
	}
	told := map[int]string{}
	var order []int
	for i := range t.Rows {
		row := &t.Rows[i]
		if row.Kind != layout.Data && row.Kind != layout.GroupRow && row.Kind != layout.Note {
			continue
		}
		for _, c := range row.Cells {
			col := t.columns[c.Col]
			if col == nil || col.Field != "" || col.HeaderCell == "" || told[c.Col] != "" {
				continue
			}
			if n, _, err := value.Count(c.Text, c.Kind == grid.Number); err == nil && n > 0 {
				told[c.Col] = "“" + col.Leaf() + "” (" + col.HeaderCell + ")"
				order = append(order, c.Col)
			}
		}
	}
	if len(order) == 0 {
		return
	}
	slices.Sort(order)
	names := make([]string, len(order))
	for i, no := range order {
		names[i] = told[no]
	}
	first := t.columns[order[0]]
	t.find("figures-unread", t.SheetName, first.HeaderCell, first.Leaf(), check.Words{"columns": several(names)})
}

// noteShown tells of a figure that its number format hides, or shows in thousands: what is counted is not what its sender saw.
func (t *tally) noteShown(c grid.Cell, at string) {
	shown, otherwise := c.Shown()
	if !otherwise {
		return
	}
	words := check.Words{"shown_vi": "không hiện gì", "shown_en": "shows nothing"}
	if shown != "" {
		words["shown_vi"], words["shown_en"] = "hiện “"+strings.ReplaceAll(shown, ".", ",")+"”", "shows “"+shown+"”"
	}
	t.find("figure-shown-otherwise", t.SheetName, at, c.Text, words)
}

// nearColumns suggests the headers of columns that the table lacks and that read like one
// that nobody knows.
func nearColumns(s *sheet, header string) (vi, en string) {
	var names []string
	for i := range s.Layout.Fields {
		f := &s.Layout.Fields[i]
		if s.has(f.Code) {
			continue
		}
		for _, h := range f.Headers {
			names = append(names, leafOf(h))
		}
	}
	near := alike(header, names)
	if len(near) == 0 {
		near = sharing(header, names)
	}
	if len(near) == 0 {
		return "", ""
	}
	list := "“" + strings.Join(near, "”, “") + "”"
	return "; có thể là: " + list, "; it may be: " + list
}

// sharing gives at most three of the names that hold the whole header, or that it holds.
func sharing(header string, names []string) (out []string) {
	const fewest = 5 // letters: shorter words stand in too many headers
	key := " " + data.Key(header) + " "
	for _, n := range names {
		other := " " + data.Key(n) + " "
		if min(len(key), len(other)) < fewest+2 || !strings.Contains(key, other) && !strings.Contains(other, key) || slices.Contains(out, n) {
			continue
		}
		if out = append(out, n); len(out) == 3 {
			break
		}
	}
	return out
}

// leafOf is the lowest header of a variant, without its mark.
func leafOf(variant string) string {
	parts := strings.Split(strings.TrimPrefix(variant, "?"), " > ")
	return parts[len(parts)-1]
}

// missingWords names the columns that a layout lacks by their headers, as a clerk knows
// them, in both languages.
func missingWords(l *layout.Layout, codes []string, anyOf bool) (vi, en string) {
	var names []string
	for _, f := range l.Fields {
		if !slices.Contains(codes, f.Code) {
			continue
		}
		at := slices.IndexFunc(f.Headers, func(h string) bool { return h != "" && !strings.HasSuffix(h, "*") })
		if f.Forms || at < 0 {
			at = slices.IndexFunc(f.Headers, func(h string) bool { return h != "" })
		}
		names = append(names, variantWords(f.Headers[at]))
	}
	if anyOf {
		names = names[:min(3, len(names))]
		return "một trong các cột " + strings.Join(names, ", ") + ", hoặc chữ “khen thưởng” ở tiêu đề",
			"one of the columns " + strings.Join(names, ", ") + ", or the word “khen thưởng” in the title"
	}
	return "cột " + strings.Join(names, ", "), "the column " + strings.Join(names, ", ")
}

// variantWords quotes a header, with the heading that it stands under.
func variantWords(variant string) string {
	path := strings.Split(strings.TrimPrefix(variant, "?"), " > ")
	for i, p := range path {
		if p == "*" {
			path[i] = "(tên hình thức khen thưởng)"
		}
	}
	return "“" + strings.Join(path, " – ") + "”"
}

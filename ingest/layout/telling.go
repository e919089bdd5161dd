package layout

import (
	"regexp"
	"strings"

	"tdkt/data"
	"tdkt/ingest/grid"
)

var (
	dayOrYear  = regexp.MustCompile(`^(\d{1,2}\s*[/.-]\s*){0,2}(19|20)\d\d$|^(19|20)\d\d-\d\d-\d\d`)
	decisionNo = regexp.MustCompile(`\d\s*/\s*(\d{4}\s*/\s*)?Q[ĐD]`)
	genders    = map[string]bool{"nam": true, "nu": true, "ong": true, "ba": true}
)

// telling counts the cells of a row, besides number and label, that say what only a row of
// data says: a birth date, a gender, a form, a decision, a figure; first is the column of
// the first. Where such a row is not read as data, somebody must be told.
func (r *reader) telling(row grid.Row) (n, first int) {
	for _, c := range row.Cells {
		if c.Col == r.label || c.Col == r.ord || len(c.Text) > 400 || isSignature(c.Text) {
			continue
		}
		if r.tells(c) {
			if n++; first == 0 {
				first = c.Col
			}
		}
	}
	return n, first
}

func (r *reader) tells(c grid.Cell) bool {
	text := strings.TrimSpace(c.Text)
	if r.figures[c.Col] {
		return c.Kind == grid.Number || digits.MatchString(text)
	}
	switch r.field[c.Col] {
	case "birth", "gender_male", "gender_female", "decided_on", "award_year":
		return c.Kind == grid.Date || dayOrYear.MatchString(text)
	case "decision", "decision_no":
		return decisionNo.MatchString(strings.ToUpper(text))
	case "gender", "salutation":
		return genders[data.Key(text)]
	case "kind":
		return kinds.MatchString(fold(text).base)
	case "form":
		return r.known.form(text)
	case "achievement":
		return r.known.achievement(text)
	case "class":
		return r.known.class(text)
	}
	return false
}

// numbered says whether a row has a number and a label, as the rows of data have.
func (r *reader) numbered(row grid.Row) bool {
	label, named := row.Cell(r.label)
	o, ok := row.Cell(r.ord)
	lv := ordinalLevel(o.Text)
	return named && ok && strings.TrimSpace(label.Text) != "" && lv >= numberLevel && lv < smallLevel
}

// settleTelling says of each row that is not read as data whether it looks like it.
func (r *reader) settleTelling() {
	for i := range r.rows {
		row := &r.rows[i]
		own := grid.Row{Cells: row.Cells}
		n, first := 0, 0
		switch row.Kind {
		case Metadata:
			if n, first = r.telling(own); n == 1 && !r.numbered(own) {
				n = 0
			}
		case Signature, Note:
			n, first = r.telling(own)
		case GroupRow, Total:
			if r.table.Layout.Shape.Named() {
				n, first = r.telling(own)
			}
		}
		if n > 0 {
			row.Stray = grid.A1(row.No, first)
		}
	}
}

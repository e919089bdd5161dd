package layout

import (
	"strings"

	"tdkt/ingest/grid"
)

// seen is what stands in a row of the body, by what its columns are.
type seen struct {
	ordinal  string // text of the numbering column, where it numbers
	level    level
	label    string // name, form or unit, or the one text of the row
	labelAt  int    // its column
	sole     bool   // the row has that one text and nothing else but its number
	words    int    // mapped cells with words, besides number, label and note
	figures  int    // mapped cells with figures
	mapped   int    // mapped cells, besides number
	unmapped int
	strays   int // of these, words
	errors   int
	form     bool // the form column of a list is filled
}

// look counts what a row has.
func (r *reader) look(out *Row) seen {
	s := seen{level: noLevel}
	texts := 0
	for _, c := range out.Cells {
		text := strings.TrimSpace(c.Text)
		if text == "" {
			continue
		}
		field := r.field[c.Col]
		switch {
		case c.Kind == grid.Error:
			s.errors++
			continue
		case c.Col == r.ord && ordinalLevel(text) != noLevel:
			s.ordinal, s.level = text, ordinalLevel(text)
			continue
		case c.Col == r.label:
			s.label, s.labelAt = text, c.Col
			s.mapped++
		case c.Col == r.ord: // words where the number should be: a row merged across
			if s.label == "" {
				s.label, s.labelAt = text, c.Col
			}
		case field == "":
			if s.unmapped++; c.Kind == grid.Text {
				s.strays++
			}
		default:
			s.mapped++
			switch {
			case r.figures[c.Col] || figure(c) && field != "birth" && field != "decision" && field != "decision_no" && field != "decided_on":
				s.figures++
			case field != "note":
				s.words++
			}
			s.form = s.form || field == "form"
		}
		texts++
		if s.label == "" && texts == 1 && c.Kind == grid.Text {
			defer func() {
				if s.label == "" && texts == 1 {
					s.label, s.labelAt = text, c.Col
				}
			}()
		}
	}
	s.sole = texts == 1
	return s
}

// body gives a row of the body its kind.
func (r *reader) body(out *Row) {
	out.Borrowed = r.borrow(out.No)
	s := r.look(out)
	for _, b := range out.Borrowed { // a name merged down over several awards
		if b.Cell.Col == r.label && s.label == "" && (s.words > 0 || s.figures > 0) {
			s.label, s.labelAt = strings.TrimSpace(b.Cell.Text), b.Cell.Col
		}
	}
	if s.label == "" && s.sole {
		s.label, s.labelAt = soleText(out.Cells, r.ord)
	}
	if text, col, ok := r.totalBeside(out.Cells); ok {
		s = seen{level: noLevel, label: text, labelAt: col, figures: s.figures, mapped: s.mapped, sole: s.sole}
	}
	out.Label = s.label
	if s.labelAt > 0 {
		out.LabelCell = grid.A1(out.No, s.labelAt)
		if _, at, ok := out.Cell(s.labelAt); ok {
			out.LabelCell = at
		}
	}
	if s.mapped == 0 && s.label == "" && s.unmapped == 0 {
		out.Kind, out.Reason = Blank, "blank-template"
		return
	}
	if r.table.Layout.Shape.listed() {
		r.listRow(out, s)
	} else {
		r.tallyRow(out, s)
	}
}

// soleText is the only text of a row besides its number.
func soleText(cells []grid.Cell, ord int) (string, int) {
	for _, c := range cells {
		text := strings.TrimSpace(c.Text)
		if text != "" && c.Kind == grid.Text && !(c.Col == ord && ordinalLevel(text) != noLevel) {
			return text, c.Col
		}
	}
	return "", 0
}

// totalBeside finds total words that stand beside the label's column, with figures and
// nothing else in the row ("Tổng số | 119").
func (r *reader) totalBeside(cells []grid.Cell) (text string, col int, ok bool) {
	for i, c := range cells {
		t := strings.TrimSpace(c.Text)
		switch {
		case t == "" || c.Kind == grid.Error:
		case text == "" && c.Col != r.label && c.Kind == grid.Text && isTotal(t):
			text, col = t, c.Col
		case text == "" || !figure(cells[i]):
			return "", 0, false
		}
	}
	return text, col, text != ""
}

// listRow gives a row of a list its kind. When in doubt it is data: a person lost is
// worse than a finding too many.
func (r *reader) listRow(out *Row, s seen) {
	numbered := s.level >= numberLevel && s.level < smallLevel
	named := s.label != "" && s.labelAt == r.label
	switch {
	case numbered && named && (s.words > 0 || s.figures > 0 && !isTotal(s.label)):
		r.data(out)
	case s.label != "" && s.words == 0 && isTotal(s.label):
		r.total(out)
	case numbered && named:
		if r.heading(s.label) || r.heading(r.groupText(s.label)) {
			r.group(out, s)
		} else {
			r.data(out)
		}
	case numbered && !s.sole && (s.words > 0 || s.figures > 0):
		r.data(out)
	case numbered && s.sole && r.heading(s.label): // in a column beside the name
		r.group(out, s)
	case numbered && (s.label != "" || s.strays > 1):
		r.data(out)
	case numbered:
		out.Kind, out.Reason = Blank, "blank-template"
	case named:
		r.namedRow(out, s)
	case s.sole && s.label != "" && (s.level != noLevel || s.labelAt < r.label || r.across[[2]int{out.No, s.labelAt}]):
		r.words(out, s)
	case s.form || s.words+s.figures >= 2:
		r.data(out)
	case s.sole && s.labelAt > 0 && r.field[s.labelAt] == "":
		r.words(out, s)
	default:
		out.Kind, out.Reason = Note, "note"
	}
}

// namedRow is a row with a name and no number before it.
func (r *reader) namedRow(out *Row, s seen) {
	bare, marked := unmark(s.label)
	headed := s.level != noLevel || marked != noLevel && marked < dashLevel
	switch {
	case s.words > 0 || s.figures > 0 && !headed:
		if r.heading(bare) && (headed && !s.form || s.words == 0) {
			r.group(out, s)
		} else {
			r.data(out)
		}
	case s.level >= smallLevel && !r.heading(bare):
		r.data(out)
	case s.level == noLevel && isNote(s.label):
		out.Kind, out.Reason = Note, "note"
	case r.ord == 0 && s.sole && !headed && !r.heading(bare) && !r.across[[2]int{out.No, s.labelAt}] && !upper(s.label) && !strings.HasSuffix(s.label, ":"):
		r.data(out)
	default:
		r.group(out, s)
	}
}

// words is a row of one text that is no name: a heading or a remark.
func (r *reader) words(out *Row, s seen) {
	if isNote(s.label) && s.level == noLevel {
		out.Kind, out.Reason = Note, "note"
		return
	}
	r.group(out, s)
}

// heading says whether words are a form, a type, a class or a kind of recipient and so
// head the rows beneath; in a list of individuals a unit does too.
func (r *reader) heading(text string) bool {
	return r.sortOf(text) != "" && (r.sortOf(text) != "unit" || r.table.Layout.RecipientKind == "individual")
}

func (r *reader) data(out *Row) {
	out.Kind, out.Reason = Data, ""
	out.Groups = r.enclosing()
}

func (r *reader) total(out *Row) {
	out.Kind, out.Reason = Total, "total"
	out.Groups = r.enclosing()
}

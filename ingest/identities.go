package ingest

import (
	"slices"

	"tdkt/ingest/check"
)

// sums is the arithmetic of one sheet: every figure that takes part, and what must hold
// among them.
type sums struct {
	check.System
	cells []string // of the figures, as A1
	texts []string // what stands in them
}

// number gives a figure its number in the system.
func (s *sums) number(f *figure) int {
	if f.number == 0 {
		s.Figures = append(s.Figures, check.Figure{Row: f.row, Col: f.col, Amount: f.amount, Present: f.present})
		s.cells, s.texts = append(s.cells, f.cell), append(s.texts, f.text)
		f.number = len(s.Figures)
	}
	return f.number - 1
}

// total notes that a printed total is the sum of its parts.
func (s *sums) total(parts []*figure, printed figure) {
	s.note(check.Identity{}, parts, []*figure{&printed})
}

// within notes that parts are at most their whole, or where they fill it should be it.
func (s *sums) within(parts, wholes []*figure, fills bool) {
	s.note(check.Identity{AtMost: true, Usual: fills}, parts, wholes)
}

// note keeps an identity, unless one of its figures is no count: that was said of it, and
// the identity tells nothing more.
func (s *sums) note(id check.Identity, parts, wholes []*figure) {
	unread := func(f *figure) bool { return f.unread }
	if slices.ContainsFunc(parts, unread) || slices.ContainsFunc(wholes, unread) {
		return
	}
	id.Terms = make([]check.Term, 0, len(parts)+len(wholes))
	for _, f := range parts {
		if !f.lent {
			id.Terms = append(id.Terms, check.Term{Figure: s.number(f), Sign: 1})
		}
	}
	for _, f := range wholes {
		if !f.lent {
			id.Terms = append(id.Terms, check.Term{Figure: s.number(f), Sign: -1})
		}
	}
	s.Identities = append(s.Identities, id)
}

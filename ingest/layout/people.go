package layout

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/grid"
)

// surelyPeople is more than any table of awards scores: what passes as a list of people is nothing else.
const surelyPeople = 1 << 10

// people says whether a reading may be a list of people, of whom nothing is counted as an award. Such a list has the columns
// of a list of awards, so its title must say what it is: a line that begins with words of the form, no word above the header
// that speaks of giving ("not_titles"), no column of awards ("never"), no heading beneath that names a form. before is the
// layout of the table above in the sheet, whose title holds for this one.
func (h *headers) people(got *header, known Known, before *Layout) bool {
	l := got.matcher.layout
	for _, code := range l.Never {
		if _, claimed := got.claimed[code]; claimed {
			return false
		}
	}
	said := h.entitled(got.matcher, got.rows[0])
	if said == nil && (before == nil || before.Code != l.Code) {
		return false
	}
	for _, text := range said {
		text = strings.ReplaceAll(text, " thi dua khen thuong ", " ") // the board's own name
		if slices.ContainsFunc(l.NotTitles, func(words string) bool { return strings.Contains(text, " "+data.Key(words)+" ") }) {
			return false
		}
	}
	return !headsForms(h.sheet, got.rows[len(got.rows)-1], known)
}

// entitled gives the texts above a header from the one that begins with words of a title of the form; none where there is
// none, or where what must be spoken of ("about") is not.
func (h *headers) entitled(m *matcher, top int) []string {
	for i, text := range h.above {
		if h.aboveAt[i] >= top {
			return nil
		}
		if !slices.ContainsFunc(m.titles, func(t string) bool { return strings.HasPrefix(text, t) }) {
			continue
		}
		var said []string
		for j := i; j < len(h.above) && h.aboveAt[j] < top; j++ {
			said = append(said, h.above[j])
		}
		all := strings.Join(said, "")
		about := m.layout.About
		if len(about) == 0 || slices.ContainsFunc(about, func(words string) bool { return strings.Contains(all, " "+data.Key(words)+" ") }) {
			return said
		}
	}
	return nil
}

// headsForms says whether a row beneath a header has, besides a number, one text and that names a form: it heads awards.
func headsForms(sheet grid.Sheet, bottom int, known Known) bool {
	for i := range sheet.Rows {
		row := &sheet.Rows[i]
		if row.No <= bottom {
			continue
		}
		sole, texts := "", 0
		for _, c := range row.Cells {
			if text := strings.TrimSpace(c.Text); text != "" && ordinalLevel(text) == noLevel {
				sole = text
				texts++
			}
		}
		if bare, _ := unmark(sole); texts == 1 && len(bare) < 400 && known.form(bare) {
			return true
		}
	}
	return false
}

// checkPeople holds that only lists of people say what they must not be, by fields that they have.
func (l *Layout) checkPeople() error {
	if l.Shape != People {
		if len(l.Never)+len(l.NotTitles)+len(l.About) > 0 {
			return fmt.Errorf("never, not_titles and about are for the shape %s", People)
		}
		return nil
	}
	if len(l.Titles) == 0 || len(l.NotTitles) == 0 {
		return fmt.Errorf("shape %s is told by its titles and by not_titles", People)
	}
	for _, code := range l.Never {
		if l.field(code) == nil {
			return fmt.Errorf("never names %s, which is not there", code)
		}
	}
	return nil
}

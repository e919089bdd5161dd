package layout

import (
	"strings"

	"tdkt/ingest/grid"
)

// Mark is what an empty form says of itself in a line at its top, and still says when it comes back filled in, in
// whatever container: which form of return it is, of which version, and for which period it was given out.
type Mark struct {
	Version string // of the layout: "2026.1"
	Form    string // code of the layout
	Period  string // "2025", "2025-H1"
	Print   string // fingerprint of the empty form, see Layout.Print
	Fact           // as it stands
}

const (
	markWord  = "tdkt"
	markWords = 6  // Mẫu tdkt VERSION FORM PERIOD PRINT
	markRows  = 12 // non-empty rows at the top of a sheet among which a mark stands
	markLine  = "Mẫu " + markWord
)

// MarkOf is the mark of an empty form for a period, as ReadMark reads it.
func (l *Layout) MarkOf(period string) string {
	return strings.Join([]string{markLine, l.Version, "·", l.Code, "·", period, "·", l.Print()}, " ")
}

// ReadMark finds the mark of a sheet.
func ReadMark(sheet grid.Sheet) (Mark, bool) {
	for i := range sheet.Rows[:min(markRows, len(sheet.Rows))] {
		row := &sheet.Rows[i]
		for _, c := range row.Cells {
			if m, ok := parseMark(c.Text); ok {
				m.Cell = grid.A1(row.No, c.Col)
				return m, true
			}
		}
	}
	return Mark{}, false
}

func parseMark(text string) (Mark, bool) {
	if len(text) > 200 || !strings.Contains(text, markWord) {
		return Mark{}, false
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '·' || r == '\u00a0' })
	if len(words) != markWords || fold(words[0]).base != "mau" || words[1] != markWord {
		return Mark{}, false
	}
	return Mark{Version: words[2], Form: words[3], Period: words[4], Print: words[5], Fact: Fact{Text: text}}, true
}

// marked gives the layout that a mark names, alone.
func marked(layouts []Layout, m Mark) []Layout {
	for i := range layouts {
		if layouts[i].Code == m.Form {
			return layouts[i : i+1]
		}
	}
	return nil
}

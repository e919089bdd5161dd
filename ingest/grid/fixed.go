package grid

import (
	"strings"
	"unicode/utf8"
)

// fixed reads text whose columns are set by blanks, as Excel prints it to .prn: every line is cut where the lines of the
// table have blanks in common. Where a line has none there, as a title has, its text goes on in one cell.
type fixed struct {
	text string
	cuts []Span // gaps between the columns, in letters from the line's beginning; the last included
	at   int
	line int
}

const (
	// tableLines is how many lines with a gap of two blanks or more make a table.
	tableLines = 3
	// thinGap is how many such lines make a gap of one blank sure: words of fewer lines may end at one place by chance.
	thinGap = 20
)

// lineUp finds the gaps between the columns of a text that is set in columns; nil where it is not. Only lines that have
// two blanks between words are asked, so that titles do not speak; they must be most lines. A text with tabs, or where
// another sign stands in most lines as often as in the next, is set apart by that sign.
func lineUp(text string) []Span {
	sample, cut := sampleOf(text)
	if strings.ContainsRune(sample, '\t') || !strings.Contains(sample, "  ") {
		return nil
	}
	var voters [][]bool // of each line, where it has letters
	lines := 0
	for line := range strings.FieldsFuncSeq(sample, func(r rune) bool { return r == '\n' || r == '\r' }) {
		line = strings.TrimRight(line, " ")
		if strings.TrimSpace(line) == "" {
			continue
		}
		lines++
		if strings.Contains(strings.TrimLeft(line, " "), "  ") {
			voters = append(voters, inked(line))
		}
	}
	if len(voters) < tableLines || 2*len(voters) < lines {
		return nil
	}
	cuts := gaps(voters)
	if len(cuts) == 0 {
		return nil
	}
	for _, delim := range usual {
		c := dialect{delim: delim, quote: quoteOf(sample, delim)}
		if e := trial(sample, cut, c); e.agree >= 0.5 && e.width > 1 && e.width >= len(cuts) {
			return nil
		}
	}
	return cuts
}

// inked says of each place of a line whether something stands there.
func inked(line string) []bool {
	out := make([]bool, 0, len(line))
	for _, r := range line {
		out = append(out, r != ' ' && r != '\u00a0')
	}
	return out
}

// gaps finds the runs of places that are blank in all lines, between places that are not.
func gaps(lines [][]bool) (out []Span) {
	wide := 0
	for _, l := range lines {
		wide = max(wide, len(l))
	}
	from, begun := -1, false
	for at := range wide {
		taken := false
		for _, l := range lines {
			taken = taken || at < len(l) && l[at]
		}
		switch {
		case taken:
			if from >= 0 && begun && (at-from > 1 || len(lines) >= thinGap) {
				out = append(out, Span{from, at - 1})
			}
			from, begun = -1, true
		case from < 0:
			from = at
		}
	}
	return out
}

func (f *fixed) next() (line int, fields []string, ok bool, err error) {
	if f.at >= len(f.text) {
		return f.line, nil, false, nil
	}
	n := lineLength(f.text[f.at:])
	row := f.text[f.at : f.at+n]
	if f.at += n; f.at < len(f.text) {
		f.at += lineEnd(f.text, f.at)
	}
	f.line++
	return f.line, f.cut(row), true, nil
}

// cut gives the cells of a line. A cell that goes on over a gap stands in the column where it begins.
func (f *fixed) cut(line string) []string {
	there := inked(line)
	blankIn := func(s Span) bool {
		for at := s.From; at <= s.To; at++ {
			if at >= len(there) || !there[at] {
				return true
			}
		}
		return false
	}
	out := make([]string, len(f.cuts)+1)
	from, col := 0, 0 // byte and column where the cell at hand begins
	at, b := 0, 0     // letter and byte
	for i, s := range f.cuts {
		if !blankIn(s) {
			continue
		}
		first := s.From
		for first < len(there) && there[first] {
			first++
		}
		for ; at < first && b < len(line); at++ {
			_, size := utf8.DecodeRuneInString(line[b:])
			b += size
		}
		out[col] = strings.TrimSpace(line[from:b])
		from, col = b, i+1
	}
	out[col] = strings.TrimSpace(line[from:])
	return out
}

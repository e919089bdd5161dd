package grid

import (
	"math"
	"strings"
	"unicode"
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
	var voters [][]rune
	lines := 0
	for line := range strings.FieldsFuncSeq(sample, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		lines++
		if spaced(line) {
			voters = append(voters, places(line))
		}
	}
	if len(voters) < tableLines || 2*len(voters) < lines {
		return nil
	}
	cuts := headed(voters, gaps(voters))
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

// spaced says whether a line has two blanks or more between words.
func spaced(line string) bool { return strings.Contains(strings.TrimSpace(line), "  ") }

// places are the letters of a line by their place.
func places(line string) []rune {
	return []rune(strings.ReplaceAll(strings.TrimRight(line, " "), "\u00a0", " "))
}

// letter is what stands at a place of a line, a blank before and behind it.
func letter(line []rune, at int) rune {
	if at < 0 || at >= len(line) {
		return ' '
	}
	return line[at]
}

// gaps finds the runs of places that are blank in all lines, between places that are not; and, as a Span that ends before
// it begins, where columns touch.
func gaps(lines [][]rune) (out []Span) {
	wide := 0
	for _, l := range lines {
		wide = max(wide, len(l))
	}
	from, begun := -1, false
	for at := range wide {
		taken := false
		for _, l := range lines {
			taken = taken || letter(l, at) != ' '
		}
		switch {
		case taken:
			if from >= 0 && begun && (at-from > 1 || len(lines) >= thinGap) {
				out = append(out, Span{from, at - 1})
			} else if begun && touching(lines, at) {
				out = append(out, Span{at, at - 1})
			}
			from, begun = -1, true
		case from < 0:
			from = at
		}
	}
	return out
}

// headed leaves out the gaps between a heading at the left of a column and its numbers at the right: only lines above all
// numbers have text before such a gap.
func headed(lines [][]rune, cuts []Span) []Span {
	var out []Span
	from := 0
	for i, gap := range cuts {
		to := math.MaxInt
		if i+1 < len(cuts) {
			to = cuts[i+1].From
		}
		heads, numbers, apart := 0, 0, false
		for _, l := range lines {
			before, behind := part(l, from, gap.From), part(l, gap.To+1, to)
			if before != "" {
				heads++
				apart = apart || behind != "" || numbers > 0
			} else if behind != "" {
				numbers++
				apart = apart || wholeness(behind) != number
			}
		}
		if apart || heads > 2 || numbers == 0 {
			out = append(out, gap)
			from = gap.To + 1
		}
	}
	return out
}

// part is the text of a line between two places.
func part(line []rune, from, to int) string {
	to = min(to, len(line))
	return strings.TrimSpace(string(line[min(from, to):to]))
}

// touching says whether a column of numbers, set to the right, ends before a place where a column of words begins: there
// every line has a digit before and a letter behind, or a blank, and a heading begins.
func touching(lines [][]rune, at int) bool {
	seams, heads := 0, 0
	for _, l := range lines {
		before, behind := letter(l, at-1), letter(l, at)
		switch {
		case before == ' ' && behind != ' ':
			heads++
		case before == ' ' || behind == ' ':
		case !unicode.IsDigit(before) || !unicode.IsLetter(behind):
			return false
		default:
			seams++
		}
	}
	return seams >= 2 && heads >= 1
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
	there := places(line)
	out := make([]string, len(f.cuts)+1)
	from, col := 0, 0
	for i, s := range f.cuts {
		at := f.blankAt(there, s, spaced(line))
		if at < 0 {
			continue
		}
		out[col] = part(there, from, at)
		from, col = at, i+1
	}
	out[col] = part(there, from, len(there))
	return out
}

// blankAt is where a line is cut in a gap: at its first blank, but in a line of words such as a title only where all of the
// gap is blank. It is -1 where text goes on over the gap.
func (f *fixed) blankAt(line []rune, gap Span, table bool) int {
	if gap.To < gap.From {
		before, behind := letter(line, gap.From-1), letter(line, gap.From)
		if before == ' ' || behind == ' ' || table && unicode.IsDigit(before) && unicode.IsLetter(behind) {
			return gap.From
		}
		return -1
	}
	first := -1
	for at := gap.To; at >= gap.From; at-- {
		if letter(line, at) == ' ' {
			first = at
		} else if !table {
			return -1
		}
	}
	return first
}

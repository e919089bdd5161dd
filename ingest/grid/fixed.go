package grid

import (
	"math"
	"strings"
	"unicode"

	"tdkt/ingest/finding"
)

// fixed reads text whose columns are set by blanks, as Excel prints it to .prn: every line is cut where the lines of the
// table have blanks in common. Where a line has none there, as a title has, its text goes on in one cell.
type fixed struct {
	text string
	cuts []Span // gaps between the columns, in letters from the line's beginning; the last included
	at   int
	line int

	fields []string // of the line at hand
}

const (
	// tableLines is how many lines with a gap of two blanks or more make a table.
	tableLines = 3
	// thinGap is how many such lines make a gap of one blank sure: words of fewer lines may end at one place by chance.
	thinGap = 20
	// mostLetters bounds the lines that are asked times the width of the widest: far more than lines of one table have.
	mostLetters = 1 << 23
	// longFigure is more letters than a figure has.
	longFigure = 64
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
	wide := 0
	for _, l := range voters {
		wide = max(wide, len(l))
	}
	if len(voters) < tableLines || 2*len(voters) < lines || len(voters)*wide > mostLetters {
		return nil
	}
	cuts := headed(voters, gaps(voters, wide))
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
func gaps(lines [][]rune, wide int) (out []Span) {
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
			} else if begun && seam(lines, at) {
				out = append(out, Span{at, at - 1})
			}
			from, begun = -1, true
		case from < 0:
			from = at
		}
	}
	return out
}

// headed leaves out the gaps within a column: between a heading, and words, at its left and its numbers at the right. There
// no line has both, the first line has words at the left, and at the right are numbers only. Two columns of which each
// line fills one, such as the years of birth of men and of women, have two headings. What stands in one line only is no
// column.
func headed(lines [][]rune, cuts []Span) []Span {
	var out []Span
	from := 0
	end := func(i int) int { // of what stands behind a gap
		if i+1 < len(cuts) {
			return cuts[i+1].From
		}
		return math.MaxInt
	}
	for i := 0; i < len(cuts); i++ {
		gap, to := cuts[i], end(i)
		if i+1 < len(cuts) && heads(lines, Span{gap.To + 1, to}, Span{cuts[i+1].To + 1, end(i + 1)}) {
			out = append(out, gap)
			from = gap.To + 1
			i++
			continue
		}
		head := part(lines[0], from, gap.From)
		apart := head == "" || wholeness(head) == number
		filled := 0
		for _, l := range lines {
			before, behind := part(l, from, gap.From), part(l, gap.To+1, to)
			if behind != "" {
				filled++
			}
			apart = apart || behind != "" && (before != "" || wholeness(behind) != number)
		}
		if apart && filled > 1 {
			out = append(out, gap)
			from = gap.To + 1
		}
	}
	return out
}

// heads says whether what stands between two places is one heading and nothing else, over the numbers at its right that have
// no other.
func heads(lines [][]rune, heading, numbers Span) bool {
	headed, filled := false, false
	for _, l := range lines {
		head, n := part(l, heading.From, heading.To), part(l, numbers.From, numbers.To)
		if head != "" {
			if headed || filled || n != "" || wholeness(head) == number {
				return false
			}
			headed = true
		}
		if n != "" && wholeness(n) != number {
			return false
		}
		filled = filled || n != ""
	}
	return headed && filled
}

// part is the text of a line between two places.
func part(line []rune, from, to int) string {
	to = min(to, len(line))
	return strings.TrimSpace(string(line[min(from, to):to]))
}

// seam says whether a column begins at a place although not all lines have a blank before it: a heading (the first line of the table) begins there
// behind two blanks, and all lines but one in ten have a blank there or a number that touches words. Numbers that touch
// there are no more than that either, unless others end there.
func seam(lines [][]rune, at int) bool {
	head := lines[0]
	if letter(head, at-2) != ' ' || letter(head, at-1) != ' ' || letter(head, at) == ' ' {
		return false
	}
	others, touching, ends := 0, 0, 0
	for _, l := range lines {
		switch touch(l, at) {
		case goesOn:
			others++
		case twoNumbers:
			touching++
		case blankBetween:
			if unicode.IsDigit(letter(l, at-1)) {
				ends++
			}
		}
	}
	if ends == 0 {
		others += touching
	}
	return 10*others <= len(lines)
}

// What stands on both sides of the place where a column begins.
type meeting int

const (
	blankBetween meeting = iota
	numberWord           // a number set to the right, and words set to the left
	twoNumbers
	goesOn // one text
)

func touch(line []rune, at int) meeting {
	if letter(line, at-1) == ' ' || letter(line, at) == ' ' {
		return blankBetween
	}
	from, to := around(line, at)
	switch l, r := wholeness(string(line[from:at])) == number, wholeness(string(line[at:to])) == number; {
	case l && r:
		return twoNumbers
	case l:
		return numberWord
	default:
		return goesOn
	}
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
	fields, err = f.cut(row)
	return f.line, fields, true, err
}

// cut gives the cells of a line. A cell that goes on over a gap stands in the column where it begins. Two numbers that
// touch could be one: that is a fault.
func (f *fixed) cut(line string) ([]string, error) {
	there, table := places(line), spaced(line)
	out := f.fields[:0]
	from, col := 0, 0
	put := func(at int) {
		for len(out) < col {
			out = append(out, "")
		}
		out = append(out, part(there, from, at))
	}
	for i, s := range f.cuts {
		if s.From >= len(there) {
			break
		}
		at := -1
		if s.To >= s.From {
			at = blankAt(there, s, table)
		} else if m := touch(there, s.From); m == blankBetween || m == numberWord && table {
			at = s.From
		} else if m == twoNumbers && table {
			from, to := around(there, s.From)
			return nil, &fault{code: codeAmbiguous, cell: A1(f.line, i+1), got: string(there[from:to]), mend: apart}
		}
		if at < 0 {
			continue
		}
		put(at)
		from, col = at, i+1
	}
	put(len(there))
	f.fields = out
	return out, nil
}

// apart is the mend of two numbers that touch.
var apart = finding.Text{
	VI: "hai cột số dính liền nhau nên không tách được; lưu lại thành .xlsx hoặc .csv rồi gửi lại",
	EN: "two columns of numbers touch and cannot be told apart; save as .xlsx or .csv and send it again",
}

// around is the run of letters at a place, or as much of it on both sides as shows that it is no figure.
func around(line []rune, at int) (from, to int) {
	from, to = at, at
	for letter(line, from-1) != ' ' && at-from < longFigure {
		from--
	}
	for letter(line, to) != ' ' && to-at < longFigure {
		to++
	}
	return from, to
}

// blankAt is where a line is cut in a gap: at its first blank, but in a line of words such as a title only where all of the
// gap is blank. It is -1 where text goes on over the gap.
func blankAt(line []rune, gap Span, table bool) int {
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

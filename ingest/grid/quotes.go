package grid

import (
	"slices"
	"strings"
)

// mender reads records, and where quotation marks go wrong takes the reading that the other records bear out: the one
// with their number of fields and the fewest marks out of place. Marks out of place stay in the text. A reading that
// stays doubtful is a fault, for it could lose rows or move figures to other columns.
type mender struct {
	records
	usual  int    // width of most records
	last   int    // width of the record before
	wide   bool   // a record with a cell in each column was read, such as a header
	spent  int    // work done on readings
	count  int    // records with a mark out of place
	first  string // cell of the first of them
	trying search
	parted parted
}

const (
	// far is how many lines a cell may have before lines in it that look like rows are taken for rows.
	far = 8
	// window is how many lines, and window bytes how much, one record that went wrong may have.
	windowLines = 8
	windowBytes = 1 << 14
	// patience bounds the work on readings, as a multiple of the length of the text.
	patience = 64
)

// next gives the next record. Records without a mark out of place cost nothing here.
func (m *mender) next() (line int, fields []string, ok bool, err error) {
	at, line := m.at, m.line
	if !m.strict() {
		return line, nil, false, m.parted.fault()
	}
	if m.open || m.tails > 0 || m.line > line+1 {
		err = m.doubt(at, line)
	} else if len(m.fields) == 1 && m.quoted&1 != 0 {
		m.unwrap(line)
	}
	if m.delim == "," {
		m.parted.see(line, m.fields, m.quoted)
	}
	if err == nil && m.wide {
		if marks := m.oneCell(); marks != "" {
			err = &fault{code: codeAmbiguous, cell: A1(line, 1), got: marks, mend: cutAgain}
		}
	}
	m.wide = m.wide || len(m.fields) == m.usual && m.fields[m.usual-1] != ""
	m.last = len(m.fields)
	return line, m.fields, true, err
}

// leastWrapped is how many fields a record in one pair of marks has at least: a title with commas has fewer.
const leastWrapped = 4

// unwrap cuts a record that stands in one pair of quotation marks as a whole, as programs write it that were given a line
// for a cell. It is one only where it then has the width of the others, and its delimiters are no commas of a sentence.
func (m *mender) unwrap(line int) {
	r := newRecords(m.fields[0], m.dialect, line)
	if m.runs || m.usual < leastWrapped || !r.strict() || r.open || r.tails > 0 || r.at < len(r.text) || len(r.fields) != m.usual {
		return
	}
	if slices.ContainsFunc(r.fields, func(f string) bool { return strings.HasPrefix(f, " ") }) {
		return
	}
	m.fields = append(m.fields[:0], r.fields...)
	m.note(line, 1)
}

// doubt looks again at a record that has a mark out of place or goes over several lines.
func (m *mender) doubt(at, line int) error {
	end, lines := m.at, max(m.line-line, 1)
	if m.spent += end - at; m.spent > patience*len(m.text)+1<<20 {
		return m.unclear(line, 1)
	}
	if m.runs {
		if m.open {
			m.line1(at, line)
		}
		return nil
	}
	if !m.open && m.tails == 0 {
		switch {
		case !m.rows(at, end), m.doubled(at, end):
		case lines <= far && m.fits(len(m.fields)):
			return m.unclear(line, m.severed(at))
		default:
			m.line1(at, line)
		}
		return nil
	}
	if done, err := m.reread(at, line, true); done || err != nil {
		return err
	}
	if m.open || lines > far || lines > 1 && m.anyRow(at, end) {
		m.line1(at, line)
	}
	return nil
}

func (m *mender) fits(width int) bool { return width == m.usual || width == m.last && width > 1 }

// unclear is the fault of a mark that cannot be told apart.
func (m *mender) unclear(line, col int) error {
	return &fault{code: codeAmbiguous, cell: A1(line, col), got: string(m.quote), mend: closeIt}
}

// severed is the column of the field that goes over the end of the line at a place.
func (m *mender) severed(at int) int {
	r := newRecords(m.text[at:at+lineLength(m.text[at:])], m.dialect, 1)
	r.strict()
	return max(len(r.fields), 1)
}

// rows says whether the lines of a piece of the text are rows, each with the width of its neighbours: nearly all of them
// and the first.
func (m *mender) rows(from, to int) bool {
	n, all := 0, 0
	for at := from; at < to; {
		end := at + lineLength(m.text[at:to])
		if m.fits(m.width(m.text[at:end])) {
			n++
		} else if at == from {
			return false
		}
		all++
		if at = end; at < to {
			at += lineEnd(m.text, at)
		}
	}
	return all <= far && n == all || all > far && 10*n >= 9*all
}

// doubled says whether a mark within a cell is written twice, between words: so writes only a program, which closes what it opens.
func (m *mender) doubled(from, to int) bool {
	twice := string([]byte{m.quote, m.quote})
	for piece := m.text[from:to]; ; {
		i := strings.Index(piece, twice)
		if i < 0 || i+2 >= len(piece) {
			return false
		}
		before, behind := piece[:i], piece[i+2:]
		inside := i > 0 && !strings.HasSuffix(before, m.delim) && !strings.HasPrefix(behind, m.delim)
		if inside && !strings.ContainsAny(before[i-1:]+behind[:1], "\r\n"+twice) {
			return true
		}
		piece = behind
	}
}

// anyRow says whether a line after the first is a row by itself.
func (m *mender) anyRow(from, to int) bool {
	for at := from; at < to; {
		end := at + lineLength(m.text[at:to])
		if at > from && m.fits(m.width(m.text[at:end])) {
			return true
		}
		if at = end; at < to {
			at += lineEnd(m.text, at)
		}
	}
	return false
}

// width is the number of fields of a line by itself; 0 for one that can be no row.
func (m *mender) width(line string) int {
	r := newRecords(line, m.dialect, 1)
	if !r.strict() {
		return 0
	}
	if r.open || r.tails > 0 {
		r.at = 0
		r.literal()
	}
	if w := len(r.fields); w > 1 {
		return w
	}
	return 0
}

// lineLength is the length of the first line of a text, without its end.
func lineLength(text string) int {
	if i := strings.IndexAny(text, "\r\n"); i >= 0 {
		return i
	}
	return len(text)
}

// line1 reads the line at a place as a record, whatever its width.
func (m *mender) line1(at, line int) {
	if !m.runs {
		if done, _ := m.reread(at, line, false); done {
			return
		}
	}
	m.at, m.line = at, line
	m.literal()
	m.note(line, 1)
}

func (m *mender) note(line, col int) {
	if m.count++; m.count == 1 {
		m.first = A1(line, col)
	}
}

// reread reads the record at a place by the cheapest reading. With fit it has the width of its neighbours and may go over
// several lines, none of which is a row by itself; else it is one line of any width. done says whether there is one. Two
// that are as good, and move text to other fields, are a fault.
func (m *mender) reread(at, line int, fit bool) (done bool, err error) {
	var want []int
	tries := []int{1}
	if fit {
		tries = []int{1, windowLines}
		want = []int{m.last, m.usual}
		if m.last < 2 || m.last == m.usual {
			want = want[1:]
		}
	}
	for _, lines := range tries {
		pieces, tie := m.cheapest(m.text[at:m.window(at, lines)], want)
		if pieces == nil {
			continue
		}
		if lines > 1 && m.anyRow(at, at+pieces[len(pieces)-1].to) {
			return false, nil
		}
		astray := slices.IndexFunc(pieces, func(p step) bool { return p.astray })
		if tie && fit && astray >= 0 {
			return false, m.unclear(line, astray+1)
		}
		m.take(pieces, at, line)
		if astray >= 0 {
			m.note(line, astray+1)
		}
		return true, nil
	}
	return false, nil
}

// window is the end of a number of lines from a place, or of fewer where they are long.
func (m *mender) window(at, lines int) (to int) {
	for to = at; ; {
		to += lineLength(m.text[to:])
		if lines--; lines == 0 || to >= len(m.text) || to-at > windowBytes {
			return to
		}
		to += lineEnd(m.text, to)
	}
}

// take makes the fields of a reading.
func (m *mender) take(pieces []step, at, line int) {
	m.fields = m.fields[:0]
	m.line, m.open = line, false
	for _, p := range pieces {
		piece := m.text[at+p.from : at+p.to]
		m.line += lineEndsIn(piece)
		switch p.kind {
		case enclosed:
			piece = m.unescape(piece[1 : len(piece)-1])
		case tailed:
			piece = m.unescape(piece[1:p.close-p.from]) + piece[p.close-p.from+1:]
		}
		m.fields = append(m.fields, piece)
	}
	m.at = at + pieces[len(pieces)-1].to
	if m.at < len(m.text) {
		m.ended()
	}
}

// lineEndsIn counts the line ends in a text.
func lineEndsIn(s string) (n int) {
	for i := strings.IndexAny(s, "\r\n"); i >= 0; i = strings.IndexAny(s, "\r\n") {
		s = s[i+lineEnd(s, i):]
		n++
	}
	return n
}

// unescape gives the text that stood between two quotation marks.
func (m *mender) unescape(s string) string {
	if strings.IndexByte(s, m.quote) < 0 && (m.escape == 0 || strings.IndexByte(s, m.escape) < 0) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if i+1 < len(s) && (c == m.quote && s[i+1] == c || c == m.escape && c != 0 && (s[i+1] == m.quote || s[i+1] == c)) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

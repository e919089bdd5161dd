package grid

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/ingest/finding"
)

// readCSV reads lines of fields. Everything in it is text, what looks like a number too: nobody has typed it but us.
func readCSV(content []byte) (Book, error) {
	if err := boundedLines(content); err != nil {
		return Book{}, err
	}
	text, read, err := decode(unpadded(content))
	if err != nil {
		return Book{}, err
	}
	source, mended := recordsOf(lineEnds(text))
	book := Book{Container: "csv", Sheets: []Sheet{{No: 1, Alphabet: inAlphabet(read)}}}
	if err := gather(&book.Sheets[0], source); err != nil {
		return Book{}, err
	}
	if f := mended(); f != nil {
		book.beside = append(book.beside, f)
	}
	return book, nil
}

// record gives the fields of the next record and its first line; the fields hold until the next call. ok is false at the end.
type record func() (line int, fields []string, ok bool, err error)

// recordsOf chooses how a text is cut. mended tells afterwards what was wrong in it.
func recordsOf(text string) (next record, mended func() *fault) {
	none := func() *fault { return nil }
	if delim, rest, ok := declared(text); ok {
		d, width := withDelimiter(rest, delim)
		m := mender{records: newRecords(rest, d, 2), usual: width}
		return m.next, m.fault
	}
	if bare, d, width, lines, first := unwrapAll(text); lines > 0 {
		m := mender{records: newRecords(bare, d, 1), usual: width, count: lines, first: A1(first, 1)}
		return m.next, m.fault
	}
	if cuts := lineUp(text); cuts != nil {
		f := fixed{text: text, cuts: cuts}
		return f.next, none
	}
	d, width := dialectOf(text)
	m := mender{records: newRecords(text, d, 1), usual: width}
	return m.next, m.fault
}

// gather makes rows of records, within the bounds of a sheet.
func gather(sheet *Sheet, next record) error {
	room := newAllowance()
	var cells []Cell // of the record at hand
	for n := 0; ; n++ {
		line, fields, ok, err := next()
		if err != nil || !ok {
			return err
		}
		if n >= maxRows || len(fields) > maxCols {
			return unreadable("line %d: more than a sheet can hold", line)
		}
		cells = cells[:0]
		for i, f := range fields {
			if f = legible(unformulated(f), ""); !blank(f) {
				cells = append(cells, Cell{Col: i + 1, Kind: Text, Text: f})
				if err := room.cell("csv", f, 1); err != nil {
					return err
				}
			}
		}
		if len(cells) > 0 {
			sheet.Rows = append(sheet.Rows, Row{No: line, Cells: slices.Clone(cells)})
			if err := room.row("csv", 1); err != nil {
				return err
			}
		}
	}
}

// unformulated is what ="0123" shows: scripts write so what Excel is not to take for a number.
func unformulated(f string) string {
	if in, ok := strings.CutPrefix(f, `="`); ok {
		if in, ok = strings.CutSuffix(in, `"`); ok && !strings.Contains(in, `"`) {
			return in
		}
	}
	return f
}

// declared reads the first line "sep=;" that Excel understands.
func declared(text string) (delim, rest string, ok bool) {
	if len(text) < 5 || !strings.EqualFold(text[:4], "sep=") {
		return "", "", false
	}
	if !strings.ContainsRune(",;\t|", rune(text[4])) {
		return "", "", false
	}
	delim, rest = text[4:5], text[5:]
	switch {
	case strings.HasPrefix(rest, "\r\n"):
		return delim, rest[2:], true
	case strings.HasPrefix(rest, "\n"), strings.HasPrefix(rest, "\r"):
		return delim, rest[1:], true
	}
	return delim, rest, rest == ""
}

// lineEnds gives a text whose lines end at another sign the ends that all others have: where no line ends at LF or CR,
// one of the signs that mean nothing but an end of a line or record.
func lineEnds(text string) string {
	if strings.ContainsAny(text, "\r\n") {
		return text
	}
	for _, end := range []string{"\u2028", "\u2029", "\u0085", "\x1e"} {
		if strings.Contains(text, end) {
			return strings.ReplaceAll(text, end, "\n")
		}
	}
	return text
}

// records reads record after record: RFC 4180 with line ends of any kind, and as Excel does it where the RFC is silent
// (text after a closing quotation mark is kept). Fields are pieces of the text, not copies, where they hold no mark.
type records struct {
	dialect
	text   string
	sep    byte   // first byte of the delimiter
	more   string // of the delimiter, after its first byte
	at     int
	line   int    // physical line at which the next record starts
	tails  int    // fields of the record with text after their closing mark
	open   bool   // the text ended within quotation marks
	quoted uint64 // which of the first 64 fields of the record stood within quotation marks
	fields []string
}

func newRecords(text string, d dialect, line int) records {
	return records{dialect: d, text: text, sep: d.delim[0], more: d.delim[1:], line: line}
}

// strict reads the next record by the marks as they stand; ok is false at the end of the text.
func (r *records) strict() (ok bool) {
	r.fields, r.tails, r.open, r.quoted = r.fields[:0], 0, false, 0
	if r.at >= len(r.text) {
		return false
	}
	r.skipRun()
	for {
		r.fields = append(r.fields, r.field())
		if r.open || r.at >= len(r.text) || r.ended() || len(r.fields) > maxCols {
			return true
		}
		r.at += len(r.delim)
		if r.skipRun(); r.runs && (r.at >= len(r.text) || r.ended()) {
			return true
		}
	}
}

// skipRun passes over blanks where a run of them is one delimiter.
func (r *records) skipRun() {
	for r.runs && r.at < len(r.text) && r.text[r.at] == r.sep {
		r.at++
	}
}

// ended passes over a line end, if one stands here.
func (r *records) ended() bool {
	n := lineEnd(r.text, r.at)
	if n == 0 {
		return false
	}
	r.at += n
	r.line++
	return true
}

// lineEnd is the length of the line end at a place of a text, 0 where there is none.
func lineEnd(text string, at int) int {
	switch {
	case text[at] == '\n':
		return 1
	case text[at] != '\r':
		return 0
	case at+1 < len(text) && text[at+1] == '\n':
		return 2
	default:
		return 1
	}
}

// literal reads the line that comes next without regard to quotation marks.
func (r *records) literal() {
	q := r.quote
	r.quote = 0
	r.strict()
	r.quote = q
}

// field reads up to the delimiter or line end that follows, and stops before it.
func (r *records) field() string {
	if r.quote != 0 && r.at < len(r.text) && r.text[r.at] == r.quote {
		return r.enclosed()
	}
	return r.plain()
}

func (r *records) plain() string {
	from, text := r.at, r.text
	for i := from; i < len(text); i++ {
		switch text[i] {
		case '\n', '\r':
			r.at = i
			return text[from:i]
		case r.sep:
			if r.more == "" || strings.HasPrefix(text[i+1:], r.more) {
				r.at = i
				return text[from:i]
			}
		}
	}
	r.at = len(text)
	return text[from:]
}

func (r *records) enclosed() string {
	r.at++
	from := r.at
	var b strings.Builder
	for r.at < len(r.text) {
		switch c := r.text[r.at]; {
		case c == r.quote && r.at+1 < len(r.text) && r.text[r.at+1] == r.quote:
			b.WriteString(r.text[from : r.at+1])
			r.at += 2
			from = r.at
			continue
		case c == r.quote:
			end := r.at
			r.at++
			if n := len(r.fields); n < 64 {
				r.quoted |= 1 << n
			}
			tail := r.plain()
			if tail != "" {
				r.tails++
			}
			if tail == "" && b.Len() == 0 {
				return r.text[from:end]
			}
			b.WriteString(r.text[from:end])
			b.WriteString(tail)
			return b.String()
		case c == r.escape && c != 0 && r.at+1 < len(r.text) && (r.text[r.at+1] == r.quote || r.text[r.at+1] == c):
			b.WriteString(r.text[from:r.at])
			from = r.at + 1
			r.at += 2
			continue
		case c == '\r' && r.at+1 < len(r.text) && r.text[r.at+1] == '\n':
			r.at++
			r.line++
		case c == '\n', c == '\r':
			r.line++
		}
		r.at++
	}
	r.open = true
	return r.text[from:]
}

// closeIt is the mend of a mark that cannot be told apart.
var closeIt = finding.Text{
	VI: "không rõ dấu ngoặc kép ở đây mở một ô nhiều dòng hay đặt nhầm; sửa dấu ấy hoặc lưu lại thành .xlsx",
	EN: "it cannot be told whether the quotation mark here opens a cell of several lines or stands there by mistake; mend it or save as .xlsx",
}

// fault tells of the quotation marks that were taken as text; nil where there were none.
func (m *mender) fault() *fault {
	if m.count == 0 {
		return nil
	}
	got := string(m.quote)
	if m.count > 1 {
		got = fmt.Sprintf("%s ×%d", got, m.count)
	}
	return &fault{code: codeStray, cell: m.first, got: got}
}

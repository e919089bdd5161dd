package grid

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tdkt/ingest/finding"
)

// parted watches a text with commas for numbers that were cut in two: "1,812" that stands in no quotation marks. It moves
// all figures behind it to other columns, where they look right. A record tells of it that is wider than all those that
// cannot hold such a number, the header among them.
type parted struct {
	sure    int            // width of the widest record, of those before the first that can hold one, that cannot
	widths  map[int]bool   // of wider records behind it that cannot, by shape
	doubted map[int]*fault // the first record of each width that can, by shape
}

// see looks at a record; quoted tells which of its first 64 fields stood within quotation marks.
func (p *parted) see(line int, fields []string, quoted uint64) {
	if len(fields) <= p.sure {
		return
	}
	filled := len(fields)
	for filled > 0 && fields[filled-1] == "" {
		filled--
	}
	first, joints, words := -1, 0, !digits(fields[0])
	for i := 1; i < len(fields); i++ {
		a, b := fields[i-1], fields[i]
		if strings.HasPrefix(b, " ") { // prose, such as a title: its width says nothing
			return
		}
		words = words || b != "" && !digits(b)
		whole := i < 64 && quoted>>(i-1)&3 != 0 || !digits(a) || !digits(b)
		// Behind the last figure may be a delimiter too many; only thousands are thought of then.
		if whole || filled <= p.sure && (len(a) > 3 || a[0] == '0' || len(b) != 3) {
			continue
		}
		if joints++; first < 0 {
			first = i
		}
	}
	w := len(fields)
	shape := 2 * w
	if filled <= p.sure { // only blank ones are too many: this explains no record that has figures there
		shape++
	}
	switch can := joints >= w-p.sure && p.sure > 1; {
	case !words: // no heading, and no line of a list or tally
	case !can && p.doubted == nil:
		p.sure = w
	case !can:
		p.widths[shape] = true
	case p.doubted[shape] == nil:
		if p.doubted == nil {
			p.widths, p.doubted = map[int]bool{}, map[int]*fault{}
		}
		p.doubted[shape] = &fault{code: codeAmbiguous, cell: A1(line, first), got: fields[first-1] + "," + fields[first], mend: closeNumber}
	}
}

// fault tells of a number that may be cut, in the narrowest record that no other explains.
func (p *parted) fault() error {
	for _, shape := range slices.Sorted(maps.Keys(p.doubted)) {
		if !p.widths[shape] {
			return p.doubted[shape]
		}
	}
	return nil
}

var closeNumber = finding.Text{
	VI: "dòng này có nhiều ô hơn các dòng khác vì dấu phẩy trong số bị đọc thành dấu ngăn cột; bỏ dấu phẩy trong các số hoặc lưu lại thành .xlsx rồi gửi lại",
	EN: "this line has more cells than the others, for the comma in a number is read as one between columns; take the commas out of the numbers, or save as .xlsx, and send it again",
}

func digits(s string) bool {
	for i := range len(s) {
		if !digit(s[i]) {
			return false
		}
	}
	return s != ""
}

// oneCell says whether the record is a line of the table that stands in one cell: marked otherwise than the others, or all
// of it within quotation marks. It would be taken for a heading between the rows, or a note. It gives the marks in that
// cell, not its text, for that may name a person; "" where there is no such line.
func (m *mender) oneCell() (marks string) {
	if m.usual < 3 || m.fields[0] == "" || filled(m.fields[1:]) {
		return ""
	}
	for _, delim := range usual {
		r := newRecords(m.fields[0], dialect{delim: delim, quote: m.quote}, 1)
		if !strings.Contains(r.text, delim) || !r.strict() || r.at < len(r.text) || len(r.fields) < m.usual {
			continue
		}
		typed, cells, sentences := false, 0, 0
		for i, f := range r.fields {
			typed = typed || digits(f)
			if !strings.HasPrefix(f, " ") { // else it is prose
				cells++
			}
			if i > 0 && inSentence(r.fields[i-1], f) {
				sentences++
			}
		}
		if typed && cells >= m.usual && sentences < 2 {
			if delim == "\t" {
				delim = "tab"
			}
			return fmt.Sprintf("%s ×%d", delim, len(r.fields)-1)
		}
	}
	return ""
}

// inSentence says whether a comma parts the thousands of a number in prose: "6" and "419 women in 2001".
func inSentence(before, after string) bool {
	return before != "" && digit(before[len(before)-1]) && len(after) > 4 && digits(after[:3]) && after[3] == ' '
}

var cutAgain = finding.Text{
	VI: "cả dòng số liệu nằm trong một ô; tách dòng này ra từng cột như các dòng khác, hoặc lưu lại thành .xlsx rồi gửi lại",
	EN: "a whole line of figures stands in one cell; part it into columns as the other lines are, or save as .xlsx, and send it again",
}

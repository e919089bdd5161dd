package grid

import (
	"maps"
	"slices"
	"strings"
)

// evidence is what a sample says about a dialect.
type evidence struct {
	score   float64 // how well records agree in width, times how whole their fields are
	agree   float64 // share of the records that have the width of most
	width   int     // of most records
	records int     // that are not blank
	typed   int     // columns of numbers, dates or times
	strays  int     // quotation marks where none belongs
}

// rereads is how many records of a trial may be read again by their lines.
const rereads = 50

// trial reads a sample under a dialect. A record that goes wrong within quotes is read as the line that it begins with,
// so that one stray mark does not hide what the other lines say. The last record of a sample that was cut is left out.
func trial(sample string, cut bool, d dialect) evidence {
	r := newRecords(sample, d, 1)
	var e evidence
	widths := map[int]int{}
	var cells, whole float64
	typed := map[int]int{}
	hollow := 1 // width of records without text
	for again := 0; ; {
		at, line := r.at, r.line
		if !r.strict() {
			break
		}
		if cut && r.at >= len(sample) && r.open {
			break
		}
		if r.open || r.tails > 0 && r.line > line+1 {
			e.strays++
			r.at, r.line = at, line
			if again++; again > rereads {
				r.quote = 0
				continue
			}
			r.literal()
		}
		e.strays += r.tails
		if !filled(r.fields) {
			hollow = max(hollow, len(r.fields))
			continue
		}
		e.records++
		w := len(r.fields)
		widths[w]++
		if w == 1 {
			continue
		}
		for i, f := range r.fields {
			cells++
			n := wholeness(f)
			if i < 64 && n == number {
				typed[w<<6|i]++
			}
			if i < 64 && r.quoted>>i&1 == 1 {
				if n = number; r.tails > 0 {
					n /= 2
				}
			}
			whole += n
		}
	}
	for _, w := range slices.Sorted(maps.Keys(widths)) {
		n := widths[w]
		share := float64(n) / float64(e.records)
		e.score += share * share * (1 - 1/float64(w))
		if share > e.agree || share == e.agree && share > 0 {
			e.agree, e.width = share, w
		}
	}
	if cells > 0 {
		e.score *= whole / cells
	}
	for at, n := range typed {
		if at>>6 == e.width && 5*n >= 4*(widths[e.width]-1) {
			e.typed++
		}
	}
	if e.records == 0 && hollow > 1 {
		e.score = 0.01
	}
	e.width = max(e.width, 1)
	return e
}

func filled(fields []string) bool {
	for _, f := range fields {
		if f != "" && !blank(f) {
			return true
		}
	}
	return false
}

// number is the wholeness of a field that is a number, a date or a time.
const number = 1.0

// wholeness tells how much a field looks like one, from 0 to 1: a number, a date, words. Another delimiter in it speaks
// against it, less where a blank follows as in prose; so do blanks at its ends and a quotation mark without a second.
func wholeness(f string) float64 {
	if f == "" {
		return 0.99
	}
	digits, other, quotes := 0, 0, 0
	out := 0.99
	for i := range len(f) {
		switch c := f[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '"':
			quotes++
			other++
		case c == '\t', c == '|':
			return 0.1
		case c == ';':
			other++
			if i+1 == len(f) || f[i+1] != ' ' {
				return 0.1
			}
			out = min(out, 0.7)
		case c == ',':
			switch {
			case i+1 < len(f) && f[i+1] == ' ':
				other++
				out = min(out, 0.9)
			case i == 0 || i+1 == len(f) || !digit(f[i-1]) || !digit(f[i+1]):
				other++
				out = min(out, 0.3)
			}
		case strings.IndexByte(".:/-+%$() ", c) < 0:
			other++
		}
	}
	if quotes%2 == 1 {
		return min(out, 0.3)
	}
	if f[0] == ' ' || f[len(f)-1] == ' ' {
		out = min(out, 0.8)
	} else if digits > 0 && other == 0 {
		return number
	}
	return out
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

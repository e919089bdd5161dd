package grid

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dialect is how a text file marks its fields. Records end at LF, CRLF or CR in every one.
type dialect struct {
	delim  string // between fields
	runs   bool   // any number of delim in a row is one, and none before or behind a line counts
	quote  byte   // around fields that hold marks; 0 where none is
	escape byte   // before a quotation mark within quotes; a doubled one is read too
}

const (
	// sampled is how much of a text tells its dialect, in bytes. A title block of a hundred lines is a tenth of it.
	sampled = 1 << 16
	// evident is the score from which a usual delimiter needs no rival: two thirds of the lines with three fields each
	// do not reach it, half of the lines of a wide table do not either.
	evident = 0.5
	// rare is what the score of an unusual delimiter is worth beside a usual one.
	rare = 0.6
	// mostSigns is how many unusual delimiters are tried.
	mostSigns = 8
)

// usual are the delimiters that spreadsheet programs write. At a tie the first holds, as in RFC 4180.
var usual = []string{",", ";", "\t", "|"}

// sampleOf gives the beginning of a text, whole lines where it is cut.
func sampleOf(text string) (sample string, cut bool) {
	if len(text) <= sampled {
		return text, false
	}
	if i := strings.LastIndexAny(text[:sampled], "\r\n"); i > 0 {
		return text[:i+1], true
	}
	return text[:sampled], true
}

// dialectOf finds the dialect of a text by what its lines bear out: the delimiter under which most records have one and
// the same width and the fields are whole (numbers, dates, words; not pieces with other delimiters in them). width is that
// of most records, 1 where nothing separates.
func dialectOf(text string) (d dialect, width int) {
	sample, cut := sampleOf(text)
	d, best, most := dialect{delim: ",", quote: '"'}, evidence{width: 1}, 0.0
	for _, delim := range usual {
		if strings.Contains(sample, delim) {
			c := marksOf(sample, delim)
			c, e := widened(sample, cut, c, trial(sample, cut, c))
			if score := e.score * besideOthers(sample, delim, e.agree); score > most {
				d, best, most = c, e, score
			}
		}
	}
	if best.score < evident {
		d, best = rivals(sample, cut, d, best)
	}
	if d.escape == 0 && len(sample) < len(text) {
		d.escape = escapeOf(text, d)
	}
	return d, best.width
}

// besideOthers is what the score of a delimiter is worth beside others: little where a blank follows it as in prose, unless
// nearly all lines agree. The commas of a title and of positions are more than the rows of a short list.
func besideOthers(sample, delim string, agree float64) float64 {
	if agree >= 0.9 || delim == "|" {
		return 1
	}
	prose := float64(strings.Count(sample, delim+" ")) / float64(strings.Count(sample, delim))
	return 1 - 0.9*prose*prose
}

// marksOf is the dialect of a delimiter with the quotation mark and the escape that a sample shows.
func marksOf(sample, delim string) dialect {
	d := dialect{delim: delim, quote: quoteOf(sample, delim)}
	d.escape = escapeOf(sample, d)
	return d
}

// withDelimiter is the dialect of a text whose delimiter is known.
func withDelimiter(text, delim string) (d dialect, width int) {
	sample, cut := sampleOf(text)
	d = marksOf(sample, delim)
	return d, trial(sample, cut, d).width
}

// rivals are the other signs that stand in nearly every line. One must bear out nearly all lines, and more than a usual
// delimiter does; blanks, which words have too, must set apart columns of figures.
func rivals(sample string, cut bool, d dialect, best evidence) (dialect, evidence) {
	most := best.score / rare
	for _, delim := range signs(sample) {
		cs := []dialect{marksOf(sample, delim)}
		if delim == " " {
			cs = append(cs, dialect{delim: delim, quote: cs[0].quote, escape: cs[0].escape, runs: true})
		}
		for _, c := range cs {
			c, e := widened(sample, cut, c, trial(sample, cut, c))
			switch {
			case e.score <= most, e.agree < 0.9, e.records < 2, 10*e.strays > e.records:
			case delim == " " && (e.width < 3 || e.typed < 2):
			case e.width < 3 && e.typed == 0:
			default:
				d, best, most = c, e, e.score
			}
		}
	}
	return d, best
}

// signs gives what stands in a third of the lines or more (the others may only go on with a field) and is neither letter
// nor digit, nor part of numbers, dates, codes and bracketed words: the commonest, and of them by their code.
func signs(sample string) []string {
	lines, seen := 0, map[rune]int{}
	last := map[rune]int{}
	for line := range strings.FieldsFuncSeq(sample, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		lines++
		for _, r := range line {
			if last[r] != lines && !within(r) {
				last[r] = lines
				seen[r]++
			}
		}
	}
	var out []string
	for r := rune(1); r < unicode.MaxLatin1 && lines > 0; r++ {
		if 3*seen[r] >= lines {
			out = append(out, string(r))
		}
	}
	slices.SortStableFunc(out, func(a, b string) int {
		x, _ := utf8.DecodeRuneInString(a)
		y, _ := utf8.DecodeRuneInString(b)
		return seen[y] - seen[x]
	})
	return out[:min(len(out), mostSigns)]
}

// within says whether a sign stands inside fields by nature.
func within(r rune) bool {
	return r >= unicode.MaxLatin1 || unicode.IsLetter(r) || unicode.IsDigit(r) || r == utf8.RuneError ||
		strings.ContainsRune(".-/_'\"`()[]{}<>?,;\t|\u00a0\u00ad", r)
}

// widened tries the delimiter with a blank behind it or on both sides, and doubled: "a, b", "a | b", "a||b". Commas,
// semicolons and tabs are not doubled: an empty column looks the same.
func widened(sample string, cut bool, d dialect, best evidence) (dialect, evidence) {
	if d.delim == " " {
		return d, best
	}
	twice := d.delim + d.delim
	if !slices.Contains([]string{",", ";", "\t"}, d.delim) && strings.Contains(sample, twice) {
		c := marksOf(sample, twice)
		if e := trial(sample, cut, c); e.width > 1 && 2*e.width-1 == best.width && e.agree >= best.agree {
			return c, e
		}
	}
	for _, delim := range []string{" " + d.delim + " ", d.delim + " "} {
		if strings.Count(sample, delim) < best.records {
			continue
		}
		c := marksOf(sample, delim)
		if e := trial(sample, cut, c); e.score > best.score && 10*e.agree >= 9*best.agree {
			d, best = c, e
		}
	}
	return d, best
}

// quoteOf finds the quotation mark: the one around most fields, the double one where no other is around more. A mark
// that many fields begin with and do not end with, such as Excel's apostrophe before text, is none.
func quoteOf(sample, delim string) byte {
	best, most := byte('"'), 1
	for _, q := range []byte{'"', '\'', '`'} {
		around, open := wrapped(sample, delim, q)
		if q == '"' {
			most = max(most, around)
		} else if around > most && (10*around >= 9*(around+open) || around > open && bearsOut(sample, delim, q, best)) {
			best, most = q, around
		}
	}
	return best
}

// bearsOut says whether the lines agree better with one quotation mark than with another.
func bearsOut(sample, delim string, q, other byte) bool {
	a, b := dialect{delim: delim, quote: q}, dialect{delim: delim, quote: other}
	a.escape, b.escape = escapeOf(sample, a), escapeOf(sample, b)
	return trial(sample, false, a).agree > trial(sample, false, b).agree
}

// wrapped counts the fields that a mark stands around, on one line, and those that only begin with it.
func wrapped(sample, delim string, q byte) (around, open int) {
	if strings.IndexByte(sample, q) < 0 {
		return 0, 0
	}
	for line := range strings.FieldsFuncSeq(sample, func(r rune) bool { return r == '\n' || r == '\r' }) {
		closing := string(q) + delim
		for at, more := 0, true; more; {
			if at < len(line) && line[at] == q {
				rest := line[at+1:]
				if i := strings.Index(rest, closing); i >= 0 {
					around++
					at += 1 + i + len(closing)
					continue
				}
				if len(rest) > 0 && rest[len(rest)-1] == q {
					around++
					break
				}
				open++
			}
			var i int
			if i = strings.Index(line[at:], delim); i < 0 {
				break
			}
			at += i + len(delim)
		}
	}
	return around, open
}

// escapeOf finds what stands before quotation marks within quotes: a sign that leaves fewer of them where none belongs.
// Where the sample has none, the lines that have it are asked, wherever in the text they stand.
func escapeOf(text string, d dialect) byte {
	if d.quote == 0 {
		return 0
	}
	for _, e := range []byte{'\\', '^', '~', '/', '!'} {
		pair := string([]byte{e, d.quote})
		if string(e) == d.delim || !strings.Contains(text, pair) {
			continue
		}
		lines, cut := sampleOf(text)
		if !strings.Contains(lines, pair) {
			lines, cut = linesWith(text, pair, 200), false
		}
		with := d
		with.escape = e
		if a, b := trial(lines, cut, d), trial(lines, cut, with); b.strays < a.strays && b.agree >= a.agree {
			return e
		}
	}
	return 0
}

// linesWith gives the first lines of a text that hold a piece.
func linesWith(text, piece string, most int) string {
	var b strings.Builder
	for ; most > 0; most-- {
		i := strings.Index(text, piece)
		if i < 0 {
			break
		}
		from := strings.LastIndexAny(text[:i], "\r\n") + 1
		to := len(text)
		if n := strings.IndexAny(text[i:], "\r\n"); n >= 0 {
			to = i + n
		}
		if b.Len()+to-from > sampled {
			break
		}
		b.WriteString(text[from:to])
		b.WriteByte('\n')
		text = text[to:]
	}
	return b.String()
}

package layout

import (
	"strings"
	"unicode/utf8"

	"tdkt/ingest/grid"
)

// sort is what a cell looks like, without any meaning.
type sort uint8

const (
	words    sort = iota
	number        // 12, 1.234,5, (12), 45 %, $3.50
	year          // a whole number from 1800 to 2099
	dateLike      // a date, a time of day, a code of figures such as 311-316
	nought        // a mark for no value: -, …, (NA), #N/A
)

// valued says that a cell holds a value and no words. A mark for no value is neither.
func (s sort) valued() bool { return s == number || s == year || s == dateLike }

// sortOfCell tells what a cell looks like. In CSV everything is text, so the text decides.
func sortOfCell(c grid.Cell) sort {
	switch c.Kind {
	case grid.Error:
		return nought
	case grid.Date, grid.Bool:
		return dateLike
	}
	return sortOfText(c.Text)
}

// marksOfNone stand where a value is not known or does not apply.
var marksOfNone = map[string]bool{"-": true, "--": true, "–": true, "—": true, "…": true, "...": true, "..": true, ".": true,
	"x": true, "na": true, "n/a": true, "n.a.": true, "nil": true, "null": true}

func sortOfText(text string) sort {
	t := strings.TrimSpace(text)
	if len(t) > 40 {
		return words
	}
	if len(t) <= 7 {
		if marksOfNone[strings.ToLower(strings.Trim(t, "()"))] || bracketedLetters(t) {
			return nought
		}
	}
	t = withoutFootnote(t)
	digits, parts := 0, 0 // parts: of a date, a time or a code
	for i, r := range t {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case strings.ContainsRune(".,' \u00a0\u202f", r):
		case strings.ContainsRune("/:-", r) && i > 0:
			parts++
		case strings.ContainsRune("-+−(<>~$€£₫¥=", r) && digits == 0, strings.ContainsRune("%)₫€", r) && digits > 0:
		default:
			return words
		}
	}
	switch {
	case digits == 0:
		return words
	case parts > 0:
		return dateLike
	case isYear(t):
		return year
	}
	return number
}

// bracketedLetters tells (NA), (X), (D): one to three capitals in brackets.
func bracketedLetters(t string) bool {
	if len(t) < 3 || len(t) > 5 || t[0] != '(' || t[len(t)-1] != ')' {
		return false
	}
	return strings.Trim(t[1:len(t)-1], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// withoutFootnote takes the mark of a footnote off a figure: 1995*, 1995 \2, 1995¹.
func withoutFootnote(t string) string {
	if i := strings.LastIndexByte(t, '\\'); i > 0 && strings.Trim(t[i+1:], "0123456789") == "" {
		t = t[:i]
	}
	return strings.TrimRight(t, "* ¹²³⁴⁵⁶⁷⁸⁹")
}

func isYear(t string) bool {
	t = strings.TrimSuffix(t, ".0") // as programs write whole numbers to CSV
	return len(t) == 4 && (t[0] == '1' && t[1] >= '8' || t[0] == '2' && t[1] == '0') && strings.Trim(t, "0123456789") == ""
}

// profile is what a row looks like among its neighbours.
type profile struct {
	row   *grid.Row
	sorts []sort // of its cells
	gap   int    // empty rows above it

	cells, words, values, years, noughts int // cells that hold something, by sort; years are values too
	typed                                int // values and marks of none, without the first column of the sheet
	first, last                          int // columns
	long                                 int // runes of its longest words
	bold                                 bool

	agree, clash int  // cells with values over values; with words over values
	same         int  // cells with words over words, or right under words
	numbered     bool // it begins with a number of its own: 1, 2, 1.1
	marked       bool // it begins with A, I, I.1 or a), and has no values
	units        bool // it has units and nothing else in brackets: (1,000), (million dollars)
	colon        bool // its first words end with a colon
	broken       bool // its only words go on in the next row
	index        bool // it numbers the columns
	ascending    bool // its values are years or whole numbers, each greater than the one before
}

// profiles looks at every row once, from the last to the first.
func profiles(sheet grid.Sheet) []profile {
	left := 0
	for i := range sheet.Rows {
		if cells := sheet.Rows[i].Cells; len(cells) > 0 && (left == 0 || cells[0].Col < left) {
			left = cells[0].Col
		}
	}
	all := make([]profile, len(sheet.Rows))
	sorts := make([]sort, 0, 64)
	below := map[int]*seenBelow{}
	for i := len(sheet.Rows) - 1; i >= 0; i-- {
		p := &all[i]
		p.row = &sheet.Rows[i]
		if i > 0 {
			before := &sheet.Rows[i-1]
			p.gap = max(0, p.row.No-before.No-height(*before))
		}
		if cap(sorts)-len(sorts) < len(p.row.Cells) {
			sorts = make([]sort, 0, max(1<<12, len(p.row.Cells)))
		}
		from := len(sorts)
		for _, c := range p.row.Cells {
			sorts = append(sorts, sortOfCell(c))
		}
		p.sorts = sorts[from:len(sorts):len(sorts)]
		p.count(left)
		p.compare(below, i)
		if i+1 < len(all) && all[i+1].gap == 0 {
			all[i+1].same = max(all[i+1].same, all[i+1].wordsUnder(p))
		}
		p.index = p.cells > 1 && indexRow(*p.row)
	}
	return all
}

// count counts what the cells of a row look like.
func (p *profile) count(left int) {
	p.bold = true
	bracketed := 0
	for i, c := range p.row.Cells {
		if strings.TrimSpace(c.Text) == "" {
			continue
		}
		if p.cells++; p.first == 0 {
			p.first = c.Col
		}
		p.last = c.Col
		p.bold = p.bold && c.Bold
		s := p.sorts[i]
		if t := strings.TrimSpace(c.Text); c.Col != left && t[0] == '(' && t[len(t)-1] == ')' {
			bracketed++
		}
		switch s {
		case words:
			if p.words == 0 {
				p.colon = strings.HasSuffix(strings.TrimSpace(c.Text), ":")
				p.broken = goesOn(strings.TrimSpace(c.Text))
			}
			p.words++
			p.long = max(p.long, utf8.RuneCountInString(c.Text))
		case nought:
			p.noughts++
		default:
			p.values++
		}
		if s == year {
			p.years++
		}
		if s != words && c.Col != left {
			p.typed++
		}
	}
	p.broken = p.broken && p.cells == 1
	if p.cells > 1 && len(p.row.Cells) > 1 && p.sorts[0] != year {
		lv := ordinalLevel(p.row.Cells[0].Text)
		p.numbered = lv >= numberLevel && lv < smallLevel
		p.marked = lv != noLevel && !p.numbered && lv < dashLevel && p.cells == 2 && p.values+p.noughts == 0
	}
	others := p.cells - b2i(p.first == left)
	p.units = others > 0 && bracketed == others && p.noughts == 0
	p.ascending = p.ascends()
}

// goesOn says whether words break off before their end.
func goesOn(t string) bool {
	return strings.HasSuffix(t, ",") || strings.HasSuffix(t, " and") || strings.HasSuffix(t, " và") || strings.Count(t, "(") > strings.Count(t, ")")
}

// has says whether a row has something in a column.
func (p *profile) has(col int) bool {
	_, ok := p.row.Cell(col)
	return ok
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// ascends says whether the values of a row are two whole numbers or more, each one greater
// than the one before, or years in any order: what heads columns although it is no words.
func (p *profile) ascends() bool {
	if p.values < 2 {
		return false
	}
	if p.years == p.values {
		return true
	}
	last, n := -1, 0
	for i, c := range p.row.Cells {
		if !p.sorts[i].valued() {
			continue
		}
		v, ok := small(strings.TrimSuffix(c.Text, ".0"))
		if !ok || n > 0 && v != last+1 {
			return false
		}
		last, n = v, n+1
	}
	return n > 2
}

// wordsUnder counts the words that stand right under words.
func (p *profile) wordsUnder(above *profile) (n int) {
	k := 0
	for i, c := range p.row.Cells {
		for k < len(above.row.Cells) && above.row.Cells[k].Col < c.Col {
			k++
		}
		if k < len(above.row.Cells) && above.row.Cells[k].Col == c.Col && p.sorts[i] == words && above.sorts[k] == words {
			n++
		}
	}
	return n
}

func small(t string) (v int, ok bool) {
	if t == "" || len(t) > 4 {
		return 0, false
	}
	for i := range len(t) {
		if t[i] < '0' || t[i] > '9' {
			return 0, false
		}
		v = v*10 + int(t[i]-'0')
	}
	return v, true
}

// seenBelow is what the two nearest cells below in a column look like.
type seenBelow struct {
	sorts [2]sort
	rows  [2]int
	n     int
}

const nearBelow = 16 // rows below in which a cell says something about this one

// compare holds a row against what stands beneath each of its cells.
func (p *profile) compare(below map[int]*seenBelow, at int) {
	for i, c := range p.row.Cells {
		s := p.sorts[i]
		b := below[c.Col]
		if b == nil {
			b = &seenBelow{}
			below[c.Col] = b
		}
		values, wordy, years := 0, 0, 0
		for k := range b.n {
			if b.rows[k]-at > nearBelow {
				break
			}
			switch b.sorts[k] {
			case words:
				wordy++
			case year:
				years++
				values++
			default:
				values++
			}
		}
		switch {
		case s == words && values > 0 && wordy == 0:
			p.clash++
		case s == words && wordy > 0:
			p.same++
		case s == year && values > 0 && years == 0:
			p.clash++
		case s != words && values > 0:
			p.agree++
		}
		b.sorts[1], b.rows[1] = b.sorts[0], b.rows[0]
		b.sorts[0], b.rows[0] = s, at
		b.n = min(b.n+1, 2)
	}
}

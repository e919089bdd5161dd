package layout

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/grid"
)

const (
	maxHeaderRows  = 6       // header rows of one table
	maxHeaderStart = 80      // non-empty rows among which a header may begin
	longHeading    = 1 << 13 // bytes that no heading has
)

// maxLooks bounds the work that merges make: a sheet with a million of them and of tables is no return.
const maxLooks = 1 << 28

// headers gives header paths over a sheet.
type headers struct {
	sheet    grid.Sheet
	segments map[[2]int]segment // by row and column
	merges   map[int][]int32    // by row: by column, which merge crosses there; from 1
	width    int                // columns of the sheet
	looks    int                // at merges and columns that are left
	spans    map[[2]int]*span   // by first row and number of rows
	above    []string           // keys of the texts of the first rows, with blanks around
	aboveAt  []int              // their rows
}

func newHeaders(sheet grid.Sheet) *headers {
	h := &headers{sheet: sheet, segments: map[[2]int]segment{}, merges: map[int][]int32{}, looks: maxLooks, spans: map[[2]int]*span{}}
	for i, r := range sheet.Rows {
		if n := len(r.Cells); n > 0 {
			h.width = max(h.width, r.Cells[n-1].Col)
		}
		if i > 40 {
			continue
		}
		for _, c := range r.Cells {
			if c.Kind == grid.Text && len(c.Text) > 8 && len(c.Text) < 2000 {
				h.above = append(h.above, " "+data.Key(c.Text)+" ")
				h.aboveAt = append(h.aboveAt, r.No)
			}
		}
	}
	return h
}

// crossing tells for each column which merge crosses a row there, the first where several do.
func (h *headers) crossing(row int) []int32 {
	at, done := h.merges[row]
	if done || h.looks < 0 {
		return at
	}
	h.looks -= len(h.sheet.Merges)
	var next []int // the next column that no merge crosses, as far as known
	for i, m := range h.sheet.Merges {
		if m.R1 > row || row > m.R2 || m.C1 > h.width {
			continue
		}
		if at == nil {
			h.looks -= h.width
			at, next = make([]int32, h.width+1), make([]int, h.width+2)
			for c := range next {
				next[c] = c
			}
		}
		for c := free(next, m.C1); c <= min(m.C2, h.width); c = free(next, c) {
			at[c], next[c] = int32(i+1), c+1
		}
	}
	h.merges[row] = at
	return at
}

// free follows next to a column that is free, and shortens the way for those who come after.
func free(next []int, c int) int {
	for next[c] != c {
		next[c] = next[next[c]]
		c = next[c]
	}
	return c
}

// at gives the header text that covers a cell: its own, or that of the merge it lies in
// where the merge begins at or below row top.
func (h *headers) at(row, col, top int) (segment, bool) {
	if s, ok := h.own(row, col); ok {
		return s, true
	}
	if at := h.crossing(row); col < len(at) && at[col] > 0 {
		if m := h.sheet.Merges[at[col]-1]; m.R1 >= top {
			return h.own(m.R1, m.C1)
		}
	}
	return segment{}, false
}

// own gives the header text that stands in a cell itself.
func (h *headers) own(row, col int) (segment, bool) {
	c, ok := h.sheet.Cell(row, col)
	if !ok || len(c.Text) > longHeading || strings.TrimSpace(c.Text) == "" || c.Kind == grid.Error {
		return segment{}, false
	}
	s, done := h.segments[[2]int{row, col}]
	if !done {
		s = newSegment(c.Text, grid.A1(row, col), row)
		h.segments[[2]int{row, col}] = s
	}
	return s, true
}

// path gives the header texts over a column within rows, from the top. With lend, a
// blank header cell takes the text to its left, as in files that keep no merges; that
// text must be a parent there: something must stand beneath it in its own column, and no
// heading above it may begin further to the right.
func (h *headers) path(rows []int, col int, lend bool) []segment {
	var path []segment
	from := 1 // where the narrowest heading so far begins
	for i, row := range rows {
		s, ok := h.at(row, col, rows[0])
		if !ok && lend && i+1 < len(rows) && h.stands(rows[i+1:], col) {
			s, ok = h.lent(rows, i, col, from)
		}
		if !ok {
			continue
		}
		if _, c, placed := grid.Place(s.cell); placed {
			from = max(from, c)
		}
		if len(path) == 0 || path[len(path)-1].cell != s.cell {
			path = append(path, s)
		}
	}
	return path
}

// stands says whether a column has a header text of its own in one of the rows.
func (h *headers) stands(rows []int, col int) bool {
	for _, r := range rows {
		if _, ok := h.own(r, col); ok {
			return true
		}
	}
	return false
}

func (h *headers) lent(rows []int, i, col, from int) (segment, bool) {
	for c := col - 1; c >= from && c >= col-64; c-- {
		s, ok := h.at(rows[i], c, rows[0])
		if !ok {
			continue
		}
		if !h.stands(rows[i+1:], c) {
			return segment{}, false
		}
		return s, true
	}
	return segment{}, false
}

// header is one reading of some rows as the header of a layout.
type header struct {
	matcher *matcher
	rows    []int // numbers of the header rows
	columns []Column
	claimed map[string]int // field -> column
	missing []string
	claims  int
	score   int
}

// read holds header rows against a layout.
func (h *headers) read(m *matcher, rows []int, known Known) header {
	out := header{matcher: m, rows: rows, claimed: map[string]int{}}
	over := h.over(rows)
	cols := over.cols
	settled := make([]claim, len(cols))
	var claims []claim
	for i, p := range over.paths {
		settled[i] = claim{field: -1, path: p.strict}
		list := m.claims(p.strict)
		list = append(list, m.claims(p.loose)...)
		list = append(list, m.claims(p.joined)...)
		if len(list) == 0 {
			list = m.claims(p.broken)
		}
		for _, c := range list {
			c.column = i
			claims = append(claims, c)
		}
	}
	m.settle(claims, settled)
	for i, col := range cols {
		out.add(m.layout, col, settled[i], known)
	}
	for _, f := range m.layout.Fields {
		if _, found := out.claimed[f.Code]; f.Required && !found && !(m.blank >= 0 && m.layout.Fields[m.blank].Code == f.Code) {
			out.missing = append(out.missing, f.Code)
		}
	}
	if one := m.layout.OneOf; len(one) > 0 && !slices.ContainsFunc(one, func(code string) bool { _, found := out.claimed[code]; return found }) {
		out.missing = append(out.missing, one[0])
	}
	out.score -= len(rows)
	return out
}

// settle gives each column its strongest claim and each field to one column, unless
// several columns may hold it. A weak claim gives way to every other.
func (m *matcher) settle(claims, settled []claim) {
	slices.SortStableFunc(claims, func(a, b claim) int {
		if a.weak != b.weak {
			if b.weak {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.score, a.score)
	})
	const byWeak, byStrong = 1, 2
	held := map[int]int{}
	for _, c := range claims {
		if settled[c.column].field >= 0 {
			continue
		}
		by := held[c.field]
		f := &m.layout.Fields[c.field]
		many := m.layout.repeats(f)
		if by == byStrong && (c.weak && f.Left == "" || !many) || by == byWeak && !many {
			continue
		}
		settled[c.column] = c
		held[c.field] = byStrong
		if c.weak {
			held[c.field] = byWeak
		}
	}
}

func (h *header) add(l *Layout, col int, c claim, known Known) {
	column := Column{Col: col}
	column.head(c.path)
	if c.field < 0 {
		h.score -= 2
		h.columns = append(h.columns, column)
		return
	}
	f := l.Fields[c.field]
	column.Field, column.Measure, column.Also, column.Achievement = f.Code, f.Measure, f.Also, f.Achievement
	column.Recipient, column.Left, column.More = f.Recipient, f.Left, c.more
	column.PartOf, column.Total, column.Ratio, column.RatioOf = f.PartOf, f.Total, f.Ratio, f.RatioOf
	switch {
	case f.Forms && c.star != nil:
		column.FormText = formText(c.star, known)
	case f.Forms:
		column.FormText = formText(c.path, known)
	}
	if _, taken := h.claimed[f.Code]; !taken {
		h.claimed[f.Code] = col
	}
	h.claims++
	if f.Forms { // rows that say which form, and who has it, are worth reading
		if known.form(column.FormText) {
			h.score++
		}
		if f.Recipient != "" {
			h.score++
		}
	}
	if h.score += 4 + min(c.score, 12); c.weak {
		h.score -= 3
	}
	h.columns = append(h.columns, column)
}

// head gives a column the header texts over it.
func (c *Column) head(path []segment) {
	texts := make([]string, len(path))
	for i, s := range path {
		texts[i] = s.text
		c.HeaderCell = s.cell
		c.Path = append(c.Path, Fact{Text: s.text, Cell: s.cell})
	}
	c.Header = strings.Join(texts, " > ")
}

// formText picks from the headers under "*" the words that name a form: the leaf, or
// the leaf with its parents ("Huân chương Lao động" over "Hạng Nhất").
func formText(star []segment, known Known) string {
	var words []string
	for i := len(star) - 1; i >= 0; i-- {
		words = append([]string{star[i].text}, words...)
		if text := strings.Join(words, " "); known.form(text) {
			for _, above := range star[:i] {
				if otherCounts.MatchString(above.keys[0]) {
					return above.text + " – " + text
				}
			}
			return text
		}
	}
	for i, s := range slices.Backward(star) {
		if !known.form(s.text) {
			continue
		}
		for _, below := range star[i+1:] {
			if !countWords.MatchString(below.keys[0]) {
				return s.text + " – " + below.text
			}
		}
		return s.text
	}
	return star[len(star)-1].text
}

var (
	// countWords head a column under a form without saying that it counts something else.
	countWords = regexp.MustCompile(`^(tong so|tong|tong cong|cong|so luong|sl|so|thuc hien|ket qua|da (duoc )?(khen|tang|khen thuong|quyet dinh)|(sl |so luong |so )?(tap the|ca nhan|ho|ho gia dinh|nguoi|luot|don vi|tt|cn|hgd)|so nguoi|hang \w+|\w)$`)
	// otherCounts over a form say that what stands under it was not given in this year.
	otherCounts = regexp.MustCompile(`\b(ke hoach|du kien|de nghi|dang ky|chi tieu|nam truoc|ky truoc|cung ky|ty le|so sanh)\b`)
)

// heads lists the spans of rows that may be a header: one to four rows that follow one
// another, a blank row between them at most, with words and no figures.
func (h *headers) heads() [][]int {
	var spans [][]int
	rows := h.sheet.Rows
	words := make([]bool, min(len(rows), maxHeaderStart+maxHeaderRows))
	for i := range words {
		words[i] = wordy(rows[i])
	}
	for i := 0; i < len(rows) && i < maxHeaderStart; i++ {
		var span []int
		for j := i; j < len(words) && len(span) < maxHeaderRows; j++ {
			if !words[j] || j > i && rows[j].No-rows[j-1].No > height(rows[j-1])+1 {
				break
			}
			span = append(span, rows[j].No)
			spans = append(spans, slices.Clone(span))
		}
	}
	return spans
}

// height is how many lines of a CSV file a row may take: its cells hold line breaks.
func height(r grid.Row) int {
	n := 1
	for _, c := range r.Cells {
		n += strings.Count(c.Text, "\n")
	}
	return n
}

var digits = regexp.MustCompile(`^\s*\d+([.,]\d+)*\s*$`)

// wordy says whether a row may be part of a header: words only, and no index row.
func wordy(r grid.Row) bool {
	words := 0
	for _, c := range r.Cells {
		if c.Kind != grid.Text || digits.MatchString(c.Text) {
			return false
		}
		if strings.TrimSpace(c.Text) != "" {
			words++
		}
	}
	return words > 0 && !indexRow(r)
}

var (
	indexLetter  = regexp.MustCompile(`^\(?[A-ZĐ]\)?$`)
	indexNumber  = regexp.MustCompile(`^\(?\d{1,3}([.,]00?)?\)?$`)
	indexFormula = regexp.MustCompile(`^\(?\d{1,3}\)?\s*=\s*[\d\s()+:/*,.;x%-]+(\.\.\.|…)?[\d\s()+:/*,.;x%-]*$`)
)

// indexRow tells a row that numbers the columns: A B C 1 2 3, (1) (2) (3), 7=6:3, 1,00 2,00 as a number format leaves them, also
// where the columns were moved with their numbers.
func indexRow(r grid.Row) bool { return countsUp(r) || movedIndex(r) }

// movedIndex tells the numbers from 1 on, each once, in any order.
func movedIndex(r grid.Row) bool {
	const fewest = 4 // numbers of fewer columns may be a row of counts
	seen := map[int]bool{}
	letters := map[string]bool{}
	for _, c := range r.Cells {
		if len(c.Text) > 30 || len(c.Text) > 2 && c.Text[0] > '9' {
			return false
		}
		text := strings.Join(strings.Fields(c.Text), " ")
		no := leadingNumber(text)
		switch {
		case text == "":
		case indexLetter.MatchString(text) && !letters[text]:
			letters[text] = true
		case (indexNumber.MatchString(text) || indexFormula.MatchString(text)) && no > 0 && !seen[no]:
			seen[no] = true
		default:
			return false
		}
	}
	for no := 1; no <= len(seen); no++ {
		if !seen[no] {
			return false
		}
	}
	return len(seen) >= fewest || len(seen) > 1 && len(letters) > 1
}

func countsUp(r grid.Row) bool {
	n, last, letters := 0, 0, 0
	for _, c := range r.Cells {
		if len(c.Text) > 2 && c.Text[0] != '(' && c.Text[0] > '9' { // no regexp over each name of a long list
			return false
		}
		text := strings.Join(strings.Fields(c.Text), " ")
		switch {
		case text == "":
			continue
		case indexLetter.MatchString(text) && last == 0:
			letters++
		case indexNumber.MatchString(text), indexFormula.MatchString(text):
			no := leadingNumber(text)
			gap := last > 0 && no > last+2 || last == 0 && no > 4
			if no <= last || gap && letters < 2 { // A B C 1 2 7: columns that nobody needed were taken out
				return false
			}
			last = no
		default:
			return false
		}
		n++
	}
	return n >= 2
}

func leadingNumber(s string) int {
	n := 0
	for _, r := range strings.TrimLeft(s, "( ") {
		if r < '0' || r > '9' {
			break
		}
		n = n*10 + int(r-'0')
	}
	return n
}

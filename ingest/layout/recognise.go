package layout

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/grid"
)

// Recognise says which layout a sheet has, and what its columns and rows are.
func Recognise(sheet grid.Sheet, layouts []Layout, known Known) Result {
	return recognise(sheet, layouts, known, nil)
}

// recognise is Recognise beneath a table of the same sheet, whose layout is before; nil where there is none.
func recognise(sheet grid.Sheet, layouts []Layout, known Known, before *Layout) Result {
	res := Result{Hidden: sheet.Hidden, Instruction: headed(sheet, instruction), Lookup: headed(sheet, lookup)}
	h := newHeaders(sheet)
	spans := h.heads()
	var best, near, crossed *header
	for i := range layouts {
		m := layouts[i].matcher()
		if layouts[i].Shape == Figures && !h.hasRows(m) {
			continue
		}
		hints := h.hinting(m)
		for _, rows := range spans {
			if !slices.ContainsFunc(rows, hints) {
				continue
			}
			bonus := h.titleBonus(m, rows[0])
			if bonus == 0 && layouts[i].Shape == Figures { // staff of what else?
				continue
			}
			got := h.read(m, rows, known)
			if m.layout.Shape == People {
				if !h.people(&got, known, before) {
					continue
				}
				got.score += surelyPeople
			}
			got.score += bonus
			if got.claims >= 2 {
				got.score += h.rowBonus(m, &got)
			}
			switch {
			case got.claims < 2:
			case len(got.missing) > 0:
				if h.crosses(&got, known) && (crossed == nil || nearer(&got, crossed)) {
					crossed = &got
				}
				if near == nil || nearer(&got, near) {
					near = &got
				}
			case best == nil || got.score > best.score:
				best = &got
			}
		}
	}
	if best != nil && crossed != nil && !h.bearsOut(best) {
		near, best = crossed, nil
	}
	if best != nil && !best.evident(sheet, known) {
		best.missing, near, best = best.matcher.layout.Evidence, best, nil
		res.AnyMissing = true
	}
	if best == nil {
		res.At = likeliestHeader(sheet)
		if near != nil {
			res.Nearest, res.Missing = near.matcher.layout, near.missing
			res.At = grid.A1(near.rows[0], h.columns(near.rows[:1])[0])
		}
		return res
	}
	res.Table = h.table(best, known)
	return res
}

// nearer says whether a reading that lacks something is nearer to its layout.
func nearer(a, b *header) bool {
	if x, y := a.claims-2*len(a.missing), b.claims-2*len(b.missing); x != y {
		return x > y
	}
	return a.score > b.score
}

var (
	// the last two head the sheet that an answer to the sender puts first: it comes back with the mended workbook
	instruction = regexp.MustCompile(`^(huong dan|vi du|mau vi du|cach (ghi|nhap|dien)|giai thich|ket qua kiem tra bao cao$|result of checking the return$)`)
	lookup      = regexp.MustCompile(`^(danh ?muc)`)
)

// headed says whether the name of a sheet or its first line begins with such words.
func headed(sheet grid.Sheet, words *regexp.Regexp) bool {
	if words.MatchString(data.Key(sheet.Name)) {
		return true
	}
	return len(sheet.Rows) > 0 && len(sheet.Rows[0].Cells) == 1 && words.MatchString(data.Key(sheet.Rows[0].Cells[0].Text))
}

// titleBonus speaks for a layout whose words stand above the table.
func (h *headers) titleBonus(m *matcher, top int) int {
	for i, text := range h.above {
		if h.aboveAt[i] >= top {
			break
		}
		for _, t := range m.titles {
			if strings.Contains(text, t) {
				return 9
			}
		}
	}
	return 0
}

// rowBonus speaks for a layout by its rows of fixed meaning: two forms may have the same
// columns and number the same rows otherwise (0602, 0603).
func (h *headers) rowBonus(m *matcher, got *header) (bonus int) {
	code, coded := got.claimed["row_code"]
	if len(m.rowCodes) == 0 || !coded {
		return 0
	}
	bottom := got.rows[len(got.rows)-1]
	for i := range h.sheet.Rows {
		row := &h.sheet.Rows[i]
		c, ok := row.Cell(code)
		if row.No <= bottom || !ok || i > 2*maxHeaderStart {
			continue
		}
		for _, other := range row.Cells[:min(2, len(row.Cells))] {
			if want, known := m.rowCodes[data.Key(unmarked(other.Text))]; known && other.Col != code {
				if sameCode(want, c.Text) {
					bonus++
				} else {
					bonus--
				}
			}
		}
	}
	return bonus
}

// fewestRows is how many rows of fixed meaning a table of figures has at least, besides its title: its columns ("Mã số", "Số lượng")
// are those of many tables that are no form of ours.
const fewestRows = 3

// hasRows says whether a sheet has the rows of a form by their labels.
func (h *headers) hasRows(m *matcher) bool {
	found := map[string]bool{}
	for i := range h.sheet.Rows {
		if i > 2*maxHeaderStart {
			break
		}
		for _, c := range h.sheet.Rows[i].Cells[:min(3, len(h.sheet.Rows[i].Cells))] {
			if c.Kind != grid.Text || len(c.Text) > 400 {
				continue
			}
			key := data.Key(unmarked(c.Text))
			if m.labels[key] {
				found[key] = true
			}
		}
	}
	return len(found) >= fewestRows
}

var commendation = regexp.MustCompile(`\b(khen|thi dua|danh hieu|tang|giai thuong|huan chuong|huy chuong)\b`)

// evident says whether a table that has what its layout requires is about awards at
// all: a list of people alone is none.
func (h *header) evident(sheet grid.Sheet, known Known) bool {
	evidence := h.matcher.layout.Evidence
	if len(evidence) == 0 || h.matcher.layout.Shape == People {
		return true
	}
	for _, code := range evidence {
		if _, found := h.claimed[code]; found {
			return true
		}
	}
	top := h.rows[0]
	for i, r := range sheet.Rows {
		if i > maxHeaderStart {
			break
		}
		for _, c := range r.Cells {
			if r.No < top && commendation.MatchString(data.Key(c.Text)) || r.No > top && known.form(c.Text) {
				return true
			}
		}
	}
	return false
}

// table gives every row its kind under a header that was found.
func (h *headers) table(found *header, known Known) *Table {
	t := &Table{
		Layout: *found.matcher.layout, SheetName: h.sheet.Name, SheetNo: h.sheet.No, Columns: found.columns,
	}
	t.Merges = h.sheet.Merges
	for _, c := range t.Columns {
		if h.sheet.HiddenCol(c.Col) {
			t.HiddenCols = append(t.HiddenCols, c.Col)
		}
	}
	h.blankHeader(found, t)
	r := newReader(h, found, t, known)
	r.read()
	t.Rows = r.rows
	t.Head = readHead(t, known)
	t.span()
	t.Beside = t.secondTable()
	return t
}

// span notes where the data rows begin and end.
func (t *Table) span() {
	for i := range t.Rows {
		if t.Rows[i].Kind == Data {
			if t.FirstData == 0 {
				t.FirstData = t.Rows[i].No
			}
			t.LastData = t.Rows[i].No
		}
	}
}

// blankHeader finds the column of a field that may stand without a header: the leftmost
// one with words beneath, where no other column is that field.
func (h *headers) blankHeader(found *header, t *Table) {
	m := found.matcher
	if m.blank < 0 {
		return
	}
	f := m.layout.Fields[m.blank]
	if _, taken := found.claimed[f.Code]; taken {
		return
	}
	bottom, headed := found.rows[len(found.rows)-1], map[int]bool{}
	for _, c := range found.columns {
		headed[c.Col] = c.Field != ""
	}
	words := map[int]int{}
	for i, r := range h.sheet.Rows {
		if r.No <= bottom || i > 400 || indexRow(r) {
			continue
		}
		for _, c := range r.Cells {
			if !headed[c.Col] && c.Kind == grid.Text && len([]rune(c.Text)) > 3 {
				words[c.Col]++
			}
		}
	}
	best := 0
	for col, n := range words {
		if best == 0 || n > words[best] || n == words[best] && col < best {
			best = col
		}
	}
	if best == 0 {
		return
	}
	found.claimed[f.Code] = best
	for i := range t.Columns {
		if t.Columns[i].Col == best {
			t.Columns[i].Field = f.Code
			return
		}
	}
	t.Columns = append(t.Columns, Column{Col: best, Field: f.Code, HeaderCell: grid.A1(bottom, best)})
	slices.SortFunc(t.Columns, func(a, b Column) int { return cmp.Compare(a.Col, b.Col) })
}

package layout

import (
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/grid"
)

const (
	maxStacked   = 20 // tables of one sheet
	maxLeadIn    = 8  // rows of words that may lead in a further table
	leastClaimed = 3  // columns that a further header must have
)

// RecogniseAll recognises a sheet that may hold several tables one beneath another, each
// under its own header: a list of collectives and, below it, one of individuals. It
// gives at least one Result, and each non-empty row is in one of them. A further table
// takes from the first what its own head leaves unsaid; such facts keep their cells.
//
// A sheet that bears the mark of an empty form is held against that form before all others: the mark is no guess. Only
// where it lacks what the form must have are the headings guessed.
func RecogniseAll(sheet grid.Sheet, layouts []Layout, known Known) []Result {
	m, ok := ReadMark(sheet)
	if !ok {
		return recogniseAll(sheet, layouts, known)
	}
	own := marked(layouts, m)
	all := recogniseAll(sheet, own, known)
	if slices.ContainsFunc(all, func(r Result) bool { return r.Table == nil }) {
		if guessed := recogniseAll(sheet, layouts, known); len(own) == 0 || guessed[0].Table != nil {
			all = guessed
		}
	}
	for i := range all {
		if all[i].Mark = m; all[i].Table != nil {
			all[i].Table.Mark = m
		}
	}
	return all
}

func recogniseAll(sheet grid.Sheet, layouts []Layout, known Known) []Result {
	var all []Result
	var before *Layout
	for len(all) < maxStacked-1 {
		at := further(sheet, layouts, known)
		if at == 0 {
			break
		}
		upper := sheet
		upper.Rows = sheet.Rows[:at:at]
		res := recognise(upper, layouts, known, before)
		if res.Table == nil {
			break
		}
		for at > 1 && at > len(upper.Rows)-maxLeadIn && leadsIn(&res.Table.Rows[at-1]) {
			at--
		}
		if at < len(upper.Rows) {
			upper.Rows = sheet.Rows[:at:at]
			res = recognise(upper, layouts, known, before)
		}
		all = append(all, res)
		if before = nil; res.Table != nil {
			before = &res.Table.Layout
		}
		sheet.Rows = sheet.Rows[at:]
	}
	all = append(all, recognise(sheet, layouts, known, before))
	share(all)
	return all
}

// further gives the index of the second row in which a header begins, other than a
// repetition of the first. It is 0 where there is none.
func further(sheet grid.Sheet, layouts []Layout, known Known) int {
	h, first := newHeaders(sheet), -1
	for i := range sheet.Rows {
		row := &sheet.Rows[i]
		if len(row.Cells) < leastClaimed || !numberHeader(row.Cells) || !wordy(*row) {
			continue
		}
		if first >= 0 && sameWords(sheet.Rows[first], *row) || !h.begins(i, layouts, known) {
			continue
		}
		if first >= 0 {
			return i
		}
		first = i
	}
	return 0
}

// sameWords says whether two rows have the same words in the same columns.
func sameWords(a, b grid.Row) bool {
	return slices.EqualFunc(a.Cells, b.Cells, func(x, y grid.Cell) bool {
		return x.Col == y.Col && data.Key(x.Text) == data.Key(y.Text)
	})
}

var numbering = map[string]bool{"stt": true, "tt": true, "số tt": true, "số thứ tự": true}

// numberHeader says whether a row has the header of a numbering column, which every
// list and tally has and no row of data.
func numberHeader(cells []grid.Cell) bool {
	return slices.ContainsFunc(cells[:min(2, len(cells))], func(c grid.Cell) bool {
		if len(c.Text) > 30 || c.Kind != grid.Text {
			return false
		}
		return numbering[data.Spelling(c.Text)]
	})
}

// begins says whether some layout finds all it must have in the header at row i.
func (h *headers) begins(i int, layouts []Layout, known Known) bool {
	for l := range layouts {
		m := layouts[l].matcher()
		var span []int
		for j := i; j < len(h.sheet.Rows) && len(span) < maxHeaderRows && wordy(h.sheet.Rows[j]); j++ {
			span = append(span, h.sheet.Rows[j].No)
			if got := h.read(m, span, known); len(got.missing) == 0 && got.claims >= leastClaimed {
				return true
			}
		}
	}
	return false
}

// leadsIn says whether a row can stand above the header of a further table: words that
// say nothing about the table before it.
func leadsIn(r *Row) bool {
	if r.Kind != GroupRow && r.Kind != Note || len(r.Cells) > 2 {
		return false
	}
	return !slices.ContainsFunc(r.Cells, func(c grid.Cell) bool { return c.Kind != grid.Text || isSignature(c.Text) || isNote(c.Text) })
}

// share gives each table what the first says of the whole sheet, and all the date line.
func share(all []Result) {
	var first *Head
	var dated Fact
	for _, r := range all {
		if r.Table != nil && r.Table.Head.DatedOn.Stated() {
			dated = r.Table.Head.DatedOn
		}
	}
	for _, r := range all {
		if r.Table == nil {
			continue
		}
		h := &r.Table.Head
		if !h.DatedOn.Stated() {
			h.DatedOn = dated
		}
		if first == nil {
			first = h
			continue
		}
		if first.Unit.Stated() && !namesReporter(h) {
			h.Unit, h.Agency, h.Province = first.Unit, first.Agency, first.Province
		}
		if !h.Period.Stated() {
			h.Year, h.SchoolYear, h.Period = first.Year, first.SchoolYear, first.Period
		}
		if !h.Decision.Stated() && !h.Part.Stated() {
			h.Decision, h.Part, h.Authority = first.Decision, first.Part, first.Authority
		}
		if !h.Revision.Stated() {
			h.Revision = first.Revision
		}
		if h.Scope == "" || h.Scope == ScopeProposal && h.Decision.Stated() {
			h.Scope, h.ScopeFrom = first.Scope, first.ScopeFrom
		}
	}
}

// namesReporter says that a further table names the unit that reports it in so many words; what
// else stands above it is a lead-in ("II. Cá nhân"), not an agency.
func namesReporter(h *Head) bool {
	return slices.ContainsFunc(h.Lines, func(f Fact) bool { return strings.HasPrefix(data.Key(f.Text), "don vi bao cao") })
}

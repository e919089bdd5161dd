package ingest

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"

	"tdkt/data"
	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
	"tdkt/ingest/value"
)

// list is what holds for all rows of one sheet of a list.
type list struct {
	*reading
	*sheet
	headUnit    bool            // the head states the unit: no row does
	ticked      map[string]bool // tick columns with at least one tick
	titleForm   data.FormMatch
	achievement string
	decision    value.Decision // of the head
	authority   string         // of the head
	headings    map[string]heading
	forms       map[dated]formAnswer
	units       map[string][]data.Unit
	deciders    map[string]authorityAnswer
	swapped     map[int]bool // columns in which day and month may be exchanged

	formless      bool            // it has been told that nothing names the form
	ofForcesTitle map[string]bool // words of a title that is kept with a like one: said by the forces
}

type dated struct {
	text string
	on   data.Date
}

type formAnswer struct {
	data.FormMatch
	ok bool
}

// readList turns the rows of a list into awards or proposals.
func (r *reading) readList() {
	r.letterhead()
	headUnit := r.unit.Code != ""
	for _, s := range r.sheets {
		if !s.has("reporting_unit") || headUnit {
			r.unitFromRegister()
		}
	}
	for _, s := range r.sheets {
		l := newList(r, s)
		l.headUnit = headUnit
		l.readTitle()
		l.readHeadings()
		l.seeTicks()
		l.seeDateOrder()
		for i := range s.Rows {
			if s.Rows[i].Kind == layout.Data {
				l.readRow(&s.Rows[i])
			}
		}
		l.checkTotals()
		l.noteCounts()
	}
	r.unitOfRows()
	if !r.rowsNameUnits() {
		r.requireUnit()
	}
	r.periodOfRows()
	r.decideScope()
	r.forgetDoubtedDays()
	r.checkDuplicates()
	for i := range r.awards {
		a := &r.awards[i]
		a.Unit, a.Sender = cmp.Or(a.Unit, r.ret.Unit), r.ret.Sender
	}
	if r.rowsNameUnits() && !named(r.awards, r.ret.Unit) {
		r.declare = nil // what a heading states, it states of the units of the rows
	}
	for i := range r.declare {
		r.declare[i].Unit = r.ret.Unit
	}
}

func newList(r *reading, s *sheet) *list {
	return &list{reading: r, sheet: s, ticked: map[string]bool{}, headings: map[string]heading{}, forms: map[dated]formAnswer{}, units: map[string][]data.Unit{},
		deciders: map[string]authorityAnswer{}, swapped: map[int]bool{}, ofForcesTitle: map[string]bool{}}
}

// letterhead takes the province alone above a table for no reporting unit where nothing else
// says so: the line under it, which names the unit, is missing, or the rows name theirs.
func (r *reading) letterhead() {
	if r.unit.Code == "" || r.unit.Parent != "" || !slices.ContainsFunc(r.sheets, func(s *sheet) bool { return s.has("reporting_unit") || s.Head.Letterhead }) {
		return
	}
	if r.place = []data.Unit{r.unit}; r.sender.Code == r.unit.Code {
		r.sender, r.ret.Sender = data.Unit{}, load.Unknown
	}
	r.unit, r.ret.Unit = data.Unit{}, load.Unknown
}

// rowsNameUnits says that each row names the unit that it counts under.
func (r *reading) rowsNameUnits() bool { return len(r.awards) > 0 && !named(r.awards, "") }

// named says whether an award is counted under a unit.
func named(awards []load.Award, unit string) bool {
	return slices.ContainsFunc(awards, func(a load.Award) bool { return a.Unit == unit })
}

// decidedOn is the day of the decision that a list tells in its head, or, where the head
// states no period, the latest of its rows: names resolve on that day, not on the day of
// receipt, when the unit may have been merged.
func (r *reading) decidedOn() (last data.Date) {
	if r.sheets[0].Layout.Shape != layout.List {
		return last
	}
	for _, s := range r.sheets {
		if d, _, err := value.ReadDecision(s.Head.Decision.Text); err == nil && last.Before(d.On) {
			last = d.On
		}
	}
	if !last.IsZero() || r.ret.Period != "" {
		return last
	}
	for _, s := range r.sheets {
		for i := range s.Rows {
			if s.Rows[i].Kind != layout.Data {
				continue
			}
			if c, _, ok := s.value(&s.Rows[i], "decided_on"); ok {
				if d, _, err := value.Date(c.Text, c.Kind == grid.Number); err == nil && last.Before(d) {
					last = d
				}
			}
			if c, _, ok := s.value(&s.Rows[i], "decision"); ok {
				if d, _, err := value.ReadDecision(c.Text); err == nil && last.Before(d.On) {
					last = d.On
				}
			}
		}
	}
	return last
}

// readTitle takes from the head what holds for every row that does not say otherwise.
func (l *list) readTitle() {
	title := l.Head.Title
	if m, ok := l.k.formInTitle(title.Text, l.on); ok {
		l.titleForm = m
		if title.Cell != "" { // else the sheet before has declared it
			l.declareForm(m.Code, title.Cell)
			l.ledger.useAt(title.Cell, "form")
		}
	}
	l.achievement = l.k.achievementInTitle(title.Text)
	if f := l.Head.Decision; f.Stated() {
		if d, _, err := value.ReadDecision(f.Text); err == nil {
			l.decision = d
			l.ledger.useAt(f.Cell, "decision")
		}
	}
	l.authority = cmp.Or(l.Head.Authority.Text, l.decision.Authority)
	if l.Head.Authority.Stated() {
		l.ledger.useAt(l.Head.Authority.Cell, "authority")
	}
}

func (l *list) declareForm(form, cell string) {
	l.declare = append(l.declare, load.Declared{Return: l.ret.ID, Year: l.ret.ReportYear, Form: form, Sheet: l.SheetName, Cell: cell})
}

// readHeadings marks what the group rows state, also of those that nothing follows.
func (l *list) readHeadings() {
	for i := range l.Rows {
		row := &l.Rows[i]
		if row.Kind != layout.GroupRow {
			continue
		}
		h := l.heading(row.Label)
		if f := h.field(); f != "" {
			l.ledger.useAt(row.LabelCell, f)
		}
		if h.form.Code != "" {
			l.declareForm(h.form.Code, row.LabelCell)
		}
	}
}

func (l *list) heading(text string) heading {
	h, ok := l.headings[text]
	if !ok {
		h = l.k.headingOf(text, l.around(), l.on)
		l.headings[text] = h
	}
	return h
}

// around are the places within which names of this list resolve.
func (l *list) around() []data.Unit {
	if len(l.place) > 0 {
		return []data.Unit{l.k.provinceOf(l.place[0])}
	}
	if l.unit.Code != "" {
		return []data.Unit{l.k.provinceOf(l.unit)}
	}
	return nil
}

// unitsFor resolves a name in the list: within the reporting unit, else in its province.
func (l *list) unitsFor(text string) []data.Unit {
	found, ok := l.units[text]
	if !ok {
		found = l.k.unitsNamed(text, l.around(), l.on)
		if len(found) > 1 && l.unit.Code != "" {
			if own := l.k.within(found, []data.Unit{l.unit}); len(own) > 0 {
				found = own
			}
		}
		l.units[text] = found
	}
	return found
}

func (l *list) form(text string, on data.Date) formAnswer {
	key := dated{text, on}
	a, ok := l.forms[key]
	if !ok {
		a.FormMatch, a.ok = l.k.Reference.ResolveForm(text, on)
		l.forms[key] = a
	}
	return a
}

type authorityAnswer struct {
	data.Authority
	ok bool
}

// who reads words for who decides.
func (l *list) who(text string) (data.Authority, bool) {
	a, seen := l.deciders[text]
	if !seen {
		a.Authority, a.ok = l.k.Reference.ResolveAuthority(text)
		l.deciders[text] = a
	}
	return a.Authority, a.ok
}

var tickFields = []string{"ethnic", "religion", "small_collective", "direct_worker", "gender_female", "young"}

// seeTicks finds the tick columns in which at least one cell is ticked: there a blank is no.
func (l *list) seeTicks() {
	for _, field := range tickFields {
		if !l.has(field) {
			continue
		}
		for i := range l.Rows {
			row := &l.Rows[i]
			if row.Kind != layout.Data {
				continue
			}
			c, _, ok := l.value(row, field)
			if a, present, err := value.Tick(c.Text); ok && present && err == nil && a == value.Yes {
				l.ticked[field] = true
				break
			}
		}
	}
}

// value gives the cell of a row in the column of a field and where it stands.
func (s *sheet) value(row *layout.Row, field string) (grid.Cell, string, bool) {
	for i := range s.Columns {
		if s.Columns[i].Field != field {
			continue
		}
		if c, at, ok := row.Cell(s.Columns[i].Col); ok {
			return c, at, true
		}
	}
	return grid.Cell{}, "", false
}

// placeIn names the cell of a row in the column of a field, also where it is blank; ""
// where the table has no such column.
func (s *sheet) placeIn(row *layout.Row, field string) string {
	for i := range s.Columns {
		if s.Columns[i].Field == field {
			return grid.A1(row.No, s.Columns[i].Col)
		}
	}
	return ""
}

// unitOfRows makes the one unit that all rows name the unit of the return.
func (r *reading) unitOfRows() {
	if r.unit.Code != "" {
		return
	}
	units := map[string]bool{}
	for i := range r.awards {
		units[r.awards[i].Unit] = true
	}
	if len(units) == 1 && len(r.awards) > 0 && r.awards[0].Unit != "" {
		if u, ok := r.k.Reference.UnitOn(r.awards[0].Unit, r.on); ok {
			r.setUnit(u)
			return
		}
	}
	if len(r.awards) == 0 || units[""] || r.sender.Code != "" {
		r.unitFromRegister()
	}
}

// periodOfRows makes the years of the rows the period of a list whose head states none.
func (r *reading) periodOfRows() {
	if r.ret.Period != "" {
		r.warnYears()
		return
	}
	first, last := 0, 0
	for i := range r.awards {
		y := r.awards[i].Year
		if y == 0 {
			r.requireYear()
			return
		}
		if first == 0 || y < first {
			first = y
		}
		last = max(last, y)
	}
	switch first {
	case 0:
		r.requireYear()
	case last:
		r.ret.Period, r.ret.ReportYear = strconv.Itoa(first), first
	default:
		r.ret.Period = fmt.Sprintf("%d..%d", first, last)
	}
	for i := range r.declare {
		r.declare[i].Year = r.ret.ReportYear
	}
}

// warnYears tells awards without a year: at the row's own cell where there is a column for
// it, else once, at the title, which states several years. A year that could not be read
// has been told already.
func (r *reading) warnYears() {
	told := map[finding.Place]bool{}
	for _, f := range r.finds {
		told[f.At] = told[f.At] || f.Code == "year-invalid"
	}
	for _, s := range r.sheets {
		column := 0
		for _, c := range s.Columns {
			if c.Field == "award_year" {
				column = c.Col
			}
		}
		for i := range r.awards {
			a := &r.awards[i]
			if a.Year != 0 || a.Sheet != s.SheetName {
				continue
			}
			cell := s.Head.Title.Cell
			if column > 0 {
				cell = grid.A1(a.Row, column)
			}
			at := finding.Place{File: r.src.name, Sheet: s.SheetName, Cell: cell}
			if !told[at] {
				r.findAt("award-year-unknown", at, r.ret.Period, nil)
				told[at] = true
			}
		}
	}
}

// decideScope says whether the rows are awards or proposals: a decision in the head or in
// rows, else the words of the head; a list that says neither is held.
func (r *reading) decideScope() {
	_, s := r.stated(func(h layout.Head) layout.Fact { return h.ScopeFrom })
	head, scope := false, s.Head.Scope
	for _, sh := range r.sheets {
		head = head || sh.Head.Decision.Stated()
		sh.ledger.useAt(sh.Head.ScopeFrom.Cell, "scope")
	}
	decided := 0
	for i := range r.awards {
		a := &r.awards[i]
		if a.DecisionNo != "" || !a.DecidedOn.IsZero() {
			decided++
		}
	}
	_, no := r.stated(func(h layout.Head) layout.Fact { return h.Denied })
	switch {
	case no.Head.Denied.Stated(): // "danh sách cá nhân không được khen thưởng"
		r.find("award-or-proposal", no.SheetName, no.Head.Denied.Cell, no.Head.Title.Text, nil)
	case head || scope == layout.ScopeAward || scope == "" && decided > 0:
		r.ret.Scope = layout.ScopeAward
	case scope == layout.ScopeProposal:
		for i := range r.awards {
			a := &r.awards[i]
			a.IsProposal = a.IsProposal || a.DecisionNo == "" && a.DecidedOn.IsZero()
		}
		if r.ret.Scope = layout.ScopeProposal; decided > 0 {
			r.ret.Scope = layout.ScopeAward
		}
		if decided == 0 {
			r.declare = nil // a proposal declares no award
		}
	default:
		r.find("award-or-proposal", s.SheetName, cmp.Or(s.Head.Title.Cell, s.Columns[0].HeaderCell), s.Head.Title.Text, nil)
	}
}

// unknownForm refuses a row whose form does not resolve.
func (l *list) unknownForm(at, got string, m data.FormMatch, on data.Date) {
	code, words := l.formFault(m, on)
	l.find(code, l.SheetName, at, got, words)
}

// recipientKey makes one key of name, birth and workplace, in which no name can be read.
func recipientKey(name, birth, workplace string) string {
	sum := sha256.Sum256([]byte(data.Key(name) + "|" + birth + "|" + data.Key(workplace)))
	return hex.EncodeToString(sum[:8])
}

// at names a cell of the sheet, for findings.
func (l *list) at(cell string) finding.Place {
	return finding.Place{File: l.src.name, Sheet: l.SheetName, Cell: cell}
}

package ingest

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
	"tdkt/ingest/value"
)

// leftAside are fields of a list that are known and not counted, with the reason.
var leftAside = map[string]string{"ordinal": "ordinal", "note": "note", "position": "position"}

// readRow turns one row of a list into an award.
func (l *list) readRow(row *layout.Row) {
	if l.hasErrors(row) {
		return
	}
	l.enterCells(row)
	a := load.Award{
		ID: fmt.Sprintf("%s-%d-%d", l.ret.ID, l.SheetNo, row.No), Return: l.ret.ID,
		File: l.src.name, Sheet: l.SheetName, Row: row.No, Event: "awarded",
	}
	l.readUnits(row, &a)
	l.readDecision(row, &a)
	l.readAchievement(row, &a)
	l.readYear(row, &a)
	l.readRecipient(row, &a)
	l.readEvent(row, &a)
	l.readForms(row, a)
}

// enterCells says of each cell of a row whether it is read.
func (l *list) enterCells(row *layout.Row) {
	for _, c := range row.Cells {
		field := ""
		if col := l.columns[c.Col]; col != nil {
			field = col.Field
		}
		switch {
		case field == "":
		case leftAside[field] != "" || l.columns[c.Col].Left != "":
			l.ledger.leave(row.No, c.Col, field, cmp.Or(l.columns[c.Col].Left, leftAside[field]))
		default:
			l.ledger.use(row.No, c.Col, field)
		}
	}
}

// readForms adds one award for each form of the row: a list may have a column of titles
// beside one of commendations, and a row both.
func (l *list) readForms(row *layout.Row, a load.Award) {
	cells, onlyProposed := l.formCells(row)
	a.IsProposal = onlyProposed
	if len(cells) == 0 {
		l.readForm(row, &a, nil)
		l.judge(row, &a, l.lawDayOf(&a))
		l.awards = append(l.awards, a)
		return
	}
	first := len(l.awards)
	for _, c := range cells {
		own := a
		if len(l.awards) > first {
			own.ID = fmt.Sprintf("%s-%d", a.ID, c.col.Col)
		}
		l.readForm(row, &own, &c)
		same := func(o load.Award) bool { return o.Form == own.Form && own.Form != load.Unknown }
		if !slices.ContainsFunc(l.awards[first:], same) {
			l.judge(row, &own, l.lawDayOf(&own))
			l.awards = append(l.awards, own)
		}
	}
}

// formCell is a cell that names a form, and where it stands.
type formCell struct {
	grid.Cell
	at  string
	col *layout.Column
}

// formCells are the cells of a row that name a form. Where a list has columns of what was
// proposed beside columns of what was given, only the latter tell awards.
func (l *list) formCells(row *layout.Row) (cells []formCell, onlyProposed bool) {
	var given, proposed []formCell
	gives := false
	for i := range l.Columns {
		col := &l.Columns[i]
		if col.Field != "form" {
			continue
		}
		proposes := strings.Contains(data.Key(col.Header), "de nghi")
		gives = gives || !proposes
		c, at, ok := row.Cell(col.Col)
		if answer, _, err := value.Tick(c.Text); !ok || strings.TrimSpace(c.Text) == "" || err == nil && answer == value.No {
			continue
		}
		if proposes {
			proposed = append(proposed, formCell{c, at, col})
		} else {
			given = append(given, formCell{c, at, col})
		}
	}
	if len(given) > 0 {
		return given, false
	}
	return proposed, gives && len(proposed) > 0
}

// hasErrors refuses a row with an error value where something is read.
func (l *list) hasErrors(row *layout.Row) (any bool) {
	for _, c := range row.Cells {
		col := l.columns[c.Col]
		if c.Kind == grid.Error && col != nil && col.Field != "" && col.Left == "" && leftAside[col.Field] == "" {
			l.find("cell-error", l.SheetName, grid.A1(row.No, c.Col), c.Text, nil)
			any = true
		}
	}
	return any
}

// readUnits settles under which unit the row counts, and the recipient's workplace.
func (l *list) readUnits(row *layout.Row, a *load.Award) {
	if c, at, ok := l.value(row, "reporting_unit"); ok {
		if l.headUnit {
			l.ledger.leave(row.No, c.Col, "reporting_unit", "head-states-unit")
		} else {
			units := l.unitsFor(c.Text)
			if len(units) == 0 {
				units = l.oldName(c.Text, l.around(), l.at(at))
			}
			if len(units) == 1 {
				a.Unit = units[0].Code
			} else {
				l.findUnit("unit-unknown", l.at(at), c.Text, units)
			}
		}
	}
	for i := range l.Columns { // a list may part the workplace over several columns
		c, _, ok := row.Cell(l.Columns[i].Col)
		if !ok || l.Columns[i].Field != "workplace" {
			continue
		}
		a.Workplace = cmp.Or(a.Workplace, c.Text)
		if units := l.unitsFor(c.Text); len(units) == 1 && a.WorkplaceCode == "" {
			a.WorkplaceCode = units[0].Code
		}
	}
	for _, g := range row.Groups {
		if h := l.heading(g.Text); len(h.units) == 1 {
			if !l.headUnit && a.Unit == "" && l.unit.Code == "" {
				a.Unit = h.units[0].Code
			}
			a.Workplace = cmp.Or(a.Workplace, g.Text)
			a.WorkplaceCode = cmp.Or(a.WorkplaceCode, h.units[0].Code)
		}
	}
}

// readDecision takes number, day and authority from the row, else from the head.
func (l *list) readDecision(row *layout.Row, a *load.Award) {
	own := false
	if c, at, ok := l.value(row, "decision"); ok {
		d, present, err := value.ReadDecision(c.Text)
		if err != nil {
			l.find("date-invalid", l.SheetName, at, c.Text, nil)
		}
		if decides(c.Text) {
			own = own || present
			a.DecisionNo, a.DecidedOn, a.DecidedBy = d.No, d.On, d.Authority
		}
	}
	if c, _, ok := l.value(row, "decision_no"); ok && decides(c.Text) {
		own = true
		d, _, err := value.ReadDecision(c.Text)
		if a.DecisionNo = d.No; err != nil || d.No == "" {
			a.DecisionNo = c.Text
		}
		if err == nil && a.DecidedOn.IsZero() {
			a.DecidedOn = d.On
		}
	}
	if c, at, ok := l.value(row, "decided_on"); ok {
		d, present, err := value.Date(c.Text, c.Kind == grid.Number)
		own = own || present
		if err != nil {
			l.find("date-invalid", l.SheetName, at, c.Text, nil)
		} else if present {
			a.DecidedOn = d
		}
	}
	if !own {
		a.DecisionNo, a.DecidedOn = l.decision.No, l.decision.On
	}
	if c, _, ok := l.value(row, "authority"); ok {
		a.DecidedBy = c.Text
	}
}

var proposes = regexp.MustCompile(`(?i)\bttr\b|/(ttr|bc|cv|tb|bb)\b|^(tờ trình|báo cáo|công văn|biên bản)`)

// decides says whether a cell may name a decision: a submission or report is none.
func decides(text string) bool { return !proposes.MatchString(strings.TrimSpace(text)) }

// readAchievement takes the type from the row, else from the headings above it, else from
// the title.
func (l *list) readAchievement(row *layout.Row, a *load.Award) {
	a.Achievement = orUnknown(l.achievement)
	for _, g := range row.Groups {
		a.Achievement = cmp.Or(l.heading(g.Text).achievement, a.Achievement)
	}
	if c, at, ok := l.value(row, "achievement"); ok {
		code, known := l.k.Reference.AchievementByAlias(c.Text)
		if a.Achievement = orUnknown(code); !known {
			l.find("achievement-unknown", l.SheetName, at, c.Text, nil)
		}
	}
	if c, _, ok := l.value(row, "movement"); ok {
		a.Movement = c.Text
	}
	if c, _, ok := l.value(row, "activity"); ok {
		key := data.Key(c.Text)
		for _, f := range l.k.Reference.Fields {
			if data.Key(f.NameVI) == key || f.Code == c.Text {
				a.Field = f.Code
			}
		}
	}
}

// readForm settles form and level: words of the row first, then its headings, then the title.
func (l *list) readForm(row *layout.Row, a *load.Award, c *formCell) {
	on := l.lawDayOf(a)
	m, said := l.titleForm, l.Head.Title.Text
	a.FormCell = l.Head.Title.Cell
	for _, g := range row.Groups {
		if h := l.heading(g.Text); h.form.Code != "" {
			m, said, a.FormCell = h.form, g.Text, g.Cell
		}
	}
	text := bareName[m.Code]
	if c != nil {
		m, text, said, a.FormCell = l.form(c.Text, on).FormMatch, c.Text, c.Text, c.at
	}
	m = l.givenBy(m, text, a, on)
	switch outOfForce := c == nil && l.outOfForce(&m, on); { // a title is read on the day of the return, an award is of its own
	case outOfForce:
		if told := (doubted{"form-not-in-force", l.at(a.FormCell)}); !l.doubts[told] { // once, not with every row under it
			l.doubts[told] = true
			l.unknownForm(a.FormCell, said, m, on)
		}
	case m.Code != "":
	case c != nil:
		l.unknownForm(c.at, c.Text, m, on)
	case l.has("form"):
		l.unknownForm(l.placeIn(row, "form"), "", m, on)
	case !l.formless: // no row can say it: told once, where the title could
		l.formless = true
		l.unknownForm(cmp.Or(l.Head.Title.Cell, l.Columns[0].HeaderCell), l.Head.Title.Text, m, on)
	}
	a.Form = orUnknown(m.Code)
	l.noteTitle(a, said)
	l.readLevel(row, a, m, on)
}

// lawDayOf is the day whose law holds for an award: of its decision, else of the return.
func (l *list) lawDayOf(a *load.Award) data.Date {
	if a.DecidedOn.IsZero() {
		return l.on
	}
	return a.DecidedOn
}

// outOfForce says that a form was not in force on a day, and makes it a candidate.
func (r *reading) outOfForce(m *data.FormMatch, on data.Date) bool {
	if _, inForce := r.k.Reference.Form(m.Code, on); m.Code == "" || inForce {
		return false
	}
	m.Code, m.Candidates = "", []string{m.Code}
	return true
}

// bareName is how a form of a heading or title is named where its giver makes it another:
// a Bằng khen of the Thủ tướng is another form than one of the province.
var bareName = map[string]string{"bk_tinh": "Bằng khen", "giay_khen": "Giấy khen", "ky_niem_chuong": "Kỷ niệm chương"}

// givenBy is the form of a text by who gave it, where the text itself names nobody: the
// authority of the row, whose word on a certificate is law, else that of the head where it
// may give such a form.
func (l *list) givenBy(m data.FormMatch, text string, a *load.Award, on data.Date) data.FormMatch {
	if text == "" || m.LevelFromWords != "" || m.OutsideState {
		return m
	}
	if f, ok := l.k.Reference.Form(m.Code, on); ok && f.Level != load.Unknown && bareName[m.Code] == "" {
		return m
	}
	given := l.form(text+" của "+cmp.Or(a.DecidedBy, l.authority), on)
	switch {
	case given.ok:
		a.DecidedBy = cmp.Or(a.DecidedBy, l.authority)
		return given.FormMatch
	case a.DecidedBy != "" && len(given.Candidates) > 0 && certificate[m.Code]:
		return given.FormMatch
	}
	return m
}

// certificate are the forms that differ by who gives them alone.
var certificate = map[string]bool{"bk_tinh": true, "giay_khen": true}

// readLevel settles who decided: words of the row or of the form, the fixed level of the
// form, words of the head, else what the law leaves. Who may not decide leaves it unknown.
func (l *list) readLevel(row *layout.Row, a *load.Award, m data.FormMatch, on data.Date) {
	a.Level = m.LevelFromWords
	if a.DecidedBy != "" {
		who, ok := l.who(a.DecidedBy)
		switch {
		case ok && who.OutsideState && certificate[a.Form]:
			a.Form, a.Level = "chung_nhan_doan_the", load.Unknown
		case ok:
			a.Level = l.entitled(row, a, m, who.Level, a.DecidedBy, on)
		default:
			at := cmp.Or(l.placeIn(row, "authority"), l.placeIn(row, "decision"))
			l.find("authority-unknown", l.SheetName, at, a.DecidedBy, nil)
			a.Level = load.Unknown
		}
	}
	who, ok := l.who(l.authority)
	byHead := ok && !who.OutsideState && a.DecisionNo == l.decision.No
	switch {
	case m.OutsideState || a.Level != "" && (a.DecidedBy != "" || !byHead):
		a.Level = orUnknown(a.Level)
		return
	case a.Level != "": // words of the form, beside the decision of the head
		a.Level = l.entitled(row, a, m, who.Level, l.authority, on)
		return
	}
	by := l.sender
	if by.Code == "" { // nobody is known to have sent it but the unit that the row names
		by, _ = l.k.Reference.UnitOn(a.Unit, on)
	}
	a.Level = l.k.Reference.LevelByLaw(a.Form, senderKind(by), on)
	a.DecidedBy = l.authority
	if byHead || a.Level == load.Unknown && ok && !who.OutsideState {
		a.Level = l.entitled(row, a, m, who.Level, l.authority, on)
	}
}

// authorityAt is where a row, or the head, says who decided.
func (l *list) authorityAt(row *layout.Row) finding.Place {
	for _, field := range []string{"authority", "decision"} {
		if c, at, ok := l.value(row, field); ok && c.Text != "" {
			return l.at(at)
		}
	}
	return l.at(cmp.Or(l.Head.Authority.Cell, l.Head.Decision.Cell))
}

// readYear settles the year of the achievement.
func (l *list) readYear(row *layout.Row, a *load.Award) {
	a.Year = l.ret.ReportYear
	if c, at, ok := l.value(row, "award_year"); ok {
		y, _, err := value.Year(c.Text)
		if err != nil {
			y, _, err = value.SchoolYear(c.Text)
		}
		if a.Year = y; err != nil {
			a.Year = 0
			l.find("year-invalid", l.SheetName, at, c.Text, nil)
			return
		}
	}
	if a.Year == 0 && !a.DecidedOn.IsZero() {
		switch a.Achievement {
		case "dot_xuat", "khang_chien", "cong_hien", "nien_han":
			a.Year = a.DecidedOn.Year
		}
	}
}

// readEvent says what happened to the award. A remark that begins with such a word says it
// too.
func (l *list) readEvent(row *layout.Row, a *load.Award) {
	if c, at, ok := l.value(row, "event"); ok {
		event, present, err := value.Event(c.Text)
		switch {
		case err != nil:
			l.find("event-unknown", l.SheetName, at, c.Text, nil)
		case present:
			a.Event = event
		}
		return
	}
	if c, at, ok := l.value(row, "note"); ok {
		if event := value.EventInRemark(c.Text); event != "" {
			a.Event = event
			l.ledger.use(row.No, c.Col, "event")
		} else if deniedNote.MatchString(data.Key(c.Text)) {
			l.find("note-denies", l.SheetName, at, c.Text, nil)
		}
	}
}

// deniedNote is a remark that the award of its row was not given.
var deniedNote = regexp.MustCompile(`^(?:da |de nghi |xin )?(?:khong (?:duoc|dat|du|xet|cong nhan|khen|dong y|de nghi)|chua (?:duoc|dat|du|xet|co quyet dinh)|bi loai|loai ra|rut|huy|bo (?:ten|ra))\b`)

// senderKind is the kind of a sender for the law: a provincial board may send for all.
func senderKind(u data.Unit) string {
	if isBoard(u.Code) {
		return "board"
	}
	return u.Kind
}

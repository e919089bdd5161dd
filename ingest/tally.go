package ingest

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
	"tdkt/ingest/value"
)

// figure is one cell of a tally that counts, with what it counts.
type figure struct {
	row, col    int
	cell        string
	amount      int64
	present     bool
	text        string // as it stands
	unread      bool   // the text is no count
	lent        bool   // a cell merged down from above, counted there
	number      int    // in the sums of the sheet, from 1; 0 where it is in none
	unit        data.Unit
	form        data.FormMatch
	measure     string
	also        []string // further measures that it counts under
	achievement string
	recipient   string // kind of recipient that its column counts
	name        string // by which parts name it as their whole
	partOf      string
	breakdown   string // what it splits its whole by, where it is checked and never counted
}

// tally is one sheet of a tally.
type tally struct {
	*reading
	*sheet
	on      data.Date // the day whose law holds
	figures map[[2]int]*figure
	order   []*figure // in order of the sheet
	sums    sums
	named   []namedForm
	shared  map[int]bool // columns of a kind of recipient in which households stand too
}

// readTally reads the figures of the sheets, each by its shape; place says what a cell of
// a data row counts.
func (r *reading) readTally(place func(*tally) func(*layout.Row, *layout.Column) (figure, bool)) {
	r.letterhead()
	r.unitFromRegister()
	r.requireUnit()
	r.requireYear()
	for _, s := range r.sheets {
		s.ledger.useAt(s.Head.ScopeFrom.Cell, "scope")
		if s.Head.Scope == layout.ScopeProposal {
			r.find("award-or-proposal", s.SheetName, cmp.Or(s.Head.Title.Cell, s.Head.ScopeFrom.Cell, s.Columns[0].HeaderCell), s.Head.Title.Text, nil)
		}
		if r.ret.Period != "" && r.ret.ReportYear == 0 {
			r.find("award-year-unknown", s.SheetName, s.Head.Title.Cell, r.ret.Period, nil)
		}
	}
	r.ret.Scope = layout.ScopeAward
	said := map[string]finding.Place{}
	for _, s := range r.sheets {
		t := &tally{reading: r, sheet: s, figures: map[[2]int]*figure{}, on: lawDay(r.on, r.ret.Period), shared: map[int]bool{}}
		locate := place(t)
		for i := range s.Rows {
			if s.Rows[i].Kind == layout.Data {
				t.readRow(&s.Rows[i], locate)
			}
		}
		t.checkRepeats(said)
		t.checkNames(t.named)
		for _, f := range t.order {
			t.keep(f)
		}
		t.checkParts()
		t.checkTotals()
		t.checkRecipients()
		t.checkRatios(t.pointAtGuilty())
		t.checkBases()
		t.checkUnread()
	}
}

// lawDay is the day whose law holds for figures of a period: its last, or that of the
// return where it came before.
func lawDay(on data.Date, period string) data.Date {
	if end := periodEnd(period); !end.IsZero() && end.Before(on) {
		return end
	}
	return on
}

// notFigures are fields of a tally that are no figures, with the reason why they are left.
var notFigures = map[string]string{"ordinal": "ordinal", "row_code": "row-code", "count_unit": "count-unit", "note": "note"}

func (t *tally) readRow(row *layout.Row, locate func(*layout.Row, *layout.Column) (figure, bool)) {
	t.ledger.useAt(row.LabelCell, "label")
	for i := range t.Columns {
		col := &t.Columns[i]
		switch {
		case col.Field == "":
			continue
		case notFigures[col.Field] != "" || col.Left != "":
			t.ledger.leave(row.No, col.Col, col.Field, cmp.Or(col.Left, notFigures[col.Field]))
			continue
		case col.Ratio:
			t.ledger.leave(row.No, col.Col, col.Field, "ratio")
			continue
		case col.Total:
			t.ledger.leave(row.No, col.Col, col.Field, "total")
			continue
		}
		f, ok := locate(row, col)
		if !ok {
			continue
		}
		c, at, there := row.Cell(col.Col)
		f.row, f.col, f.cell = row.No, col.Col, grid.A1(row.No, col.Col)
		switch {
		case there && at == f.cell:
			f.text = c.Text
			f.amount, f.present, f.unread = t.count(c, at)
			t.noteShown(c, at)
			if f.breakdown != "" {
				t.ledger.leave(row.No, col.Col, f.measure, "breakdown")
			} else {
				t.ledger.use(row.No, col.Col, f.measure)
			}
		case there: // a figure merged over rows counts once, where it stands
			f.lent = true
		}
		f.recipient = col.Recipient
		if f.measure == "household_count" && f.amount != 0 && col.Recipient != "household" {
			t.shared[col.Col] = true
		}
		t.order = append(t.order, &f)
		t.figures[[2]int{row.No, col.Col}] = &f
	}
}

// count reads a figure; what is none refuses the return.
func (t *tally) count(c grid.Cell, at string) (n int64, present, unread bool) {
	n, present, err := value.Count(c.Text, c.Kind == grid.Number)
	switch {
	case c.Kind == grid.Error || errors.Is(err, value.ErrCell):
		t.find("cell-error", t.SheetName, at, c.Text, nil)
		return 0, false, true
	case errors.Is(err, value.ErrHuge):
		t.find("count-too-large", t.SheetName, at, c.Text, nil)
		return 0, false, true
	case err != nil:
		t.find("count-not-whole", t.SheetName, at, c.Text, nil)
		return 0, false, true
	}
	return n, present, false
}

// crossedWith is the kind of recipient for whom an achievement or a proposal is told, "" for all of them together. Form 0602 has
// no column for households (Thông tư 02/2023/TT-BNV): where they stand in another kind's column, its types count both.
func (t *tally) crossedWith(f *figure) string {
	if f.measure == "achievement_count" && !t.shared[f.col] || f.measure == "proposal_count" {
		return f.recipient
	}
	return ""
}

// keep makes the raw tally rows of a figure. A kind of recipient also gives awards.
func (t *tally) keep(f *figure) {
	if !f.present || f.breakdown != "" {
		return
	}
	level := f.form.LevelFromWords
	if level == "" {
		level = t.k.Reference.LevelByLaw(f.form.Code, senderKind(t.sender), t.on)
	}
	row := load.Tally{
		Return: t.ret.ID, Unit: cmp.Or(f.unit.Code, t.ret.Unit), Sender: t.ret.Sender, Year: t.ret.ReportYear,
		Form: orUnknown(f.form.Code), Level: level, Measure: f.measure, Achievement: orUnknown(f.achievement),
		Recipient: t.crossedWith(f), Amount: f.amount, File: t.src.name, Sheet: t.SheetName, Cell: f.cell,
	}
	t.tallies = append(t.tallies, row)
	row.Recipient = "" // further measures tell it themselves
	further := f.also
	if t.Layout.KindsGiveAwards() && givesAwards(f.measure) {
		further = append(slices.Clone(further), "award_count")
	}
	for _, row.Measure = range further {
		t.tallies = append(t.tallies, row)
	}
}

// givesAwards says whether a measure is one of the kinds of recipients whose sum is the
// number of awards in a table that crosses kinds with forms.
func givesAwards(measure string) bool {
	return measure == "collective_count" || measure == "household_count" || measure == "individual_count"
}

// resolve reads the text that names a form in a tally.
func (t *tally) resolve(texts []string, at string) data.FormMatch {
	var first data.FormMatch
	for i, text := range texts {
		m, ok := t.k.Reference.ResolveForm(text, t.on)
		if ok {
			return t.standing(m, text, at)
		}
		if i == 0 {
			first = m
		}
	}
	code, words := t.formFault(first, t.on)
	t.find(code, t.SheetName, at, texts[0], words)
	return first
}

// formsOfColumns resolves the forms that head the columns of a table.
func (t *tally) formsOfColumns() map[int]data.FormMatch {
	forms := map[int]data.FormMatch{}
	for _, c := range t.Columns {
		if c.FormText == "" {
			continue
		}
		t.ledger.useAt(c.HeaderCell, "form")
		if y, ok := value.YearIn(c.Header); ok && t.ret.ReportYear != 0 && y != t.ret.ReportYear && t.counts(c.Col) {
			t.find("form-unknown", t.SheetName, c.HeaderCell, c.Header, check.Words{"near_vi": "", "near_en": ""}) // figures of another year
			continue
		}
		if m, ok := t.k.Reference.ResolveForm(c.FormText, t.on); t.Continues || !t.counts(c.Col) {
			forms[c.Col] = m
		} else if ok {
			forms[c.Col] = t.standing(m, c.FormText, c.HeaderCell)
		} else {
			forms[c.Col] = t.resolve([]string{c.FormText}, c.HeaderCell)
		}
		t.named = append(t.named, namedForm{c.HeaderCell, c.FormText, c.Recipient, c.Col, forms[c.Col]})
	}
	return forms
}

// counts says whether a column has a figure other than nought: where nothing was counted,
// nobody need know of what ("Các hình thức khen thưởng khác").
func (t *tally) counts(col int) bool {
	return slices.ContainsFunc(t.Rows, func(row layout.Row) bool {
		c, _, ok := row.Cell(col)
		if !ok || row.Kind != layout.Data {
			return false
		}
		n, _, err := value.Count(c.Text, c.Kind == grid.Number)
		return n != 0 || err != nil
	})
}

// outOfPlace tells a row of one kind of recipient under a column of another, where the form
// has no figure; one that stands there all the same refuses the return.
func (t *tally) outOfPlace(row *layout.Row, col *layout.Column) bool {
	if len(row.Recipients) == 0 || col.Recipient == "" || slices.Contains(row.Recipients, col.Recipient) {
		return false
	}
	if c, at, ok := row.Cell(col.Col); ok {
		t.ledger.leave(row.No, col.Col, row.Measure, "no-figure-here")
		n, _, err := value.Count(c.Text, c.Kind == grid.Number)
		if n != 0 || err != nil && strings.ContainsAny(c.Text, "0123456789") { // an x strikes the cell out
			t.find("figure-out-of-place", t.SheetName, at, c.Text, check.Words{"row": row.Label, "column": col.Leaf()})
		}
	}
	return true
}

// readFormsAcross reads a table whose rows are measures and whose columns are forms (0603).
func (r *reading) readFormsAcross() {
	r.readTally(func(t *tally) func(*layout.Row, *layout.Column) (figure, bool) {
		forms := t.formsOfColumns()
		for i := range t.Rows {
			row := &t.Rows[i]
			if row.Kind == layout.Data && row.Measure == "" {
				t.find("measure-unknown", t.SheetName, cmp.Or(row.LabelCell, grid.A1(row.No, row.Cells[0].Col)), row.Label, nil)
			}
		}
		return func(row *layout.Row, col *layout.Column) (figure, bool) {
			if col.FormText == "" || row.Measure == "" || t.outOfPlace(row, col) {
				return figure{}, false
			}
			return figure{form: forms[col.Col], measure: row.Measure, achievement: row.Achievement,
				name: row.Measure, partOf: row.PartOf, breakdown: row.Breakdown}, true
		}
	})
}

// readFormsDown reads a table whose rows are forms and whose columns are measures (Mẫu 02).
func (r *reading) readFormsDown() {
	r.readTally(func(t *tally) func(*layout.Row, *layout.Column) (figure, bool) {
		forms := map[int]data.FormMatch{}
		for i := range t.Rows {
			row := &t.Rows[i]
			if row.Kind != layout.Data {
				continue
			}
			texts := t.withAuthority(row)
			for _, g := range row.Groups { // "Huân chương Lao động" over "- Hạng Nhất"
				texts = append(texts, g.Text+" "+row.Label)
			}
			forms[row.No] = t.resolve(texts, row.LabelCell)
			if under := ""; !t.Layout.Repeats {
				for _, g := range row.Groups {
					under += "|" + data.Key(g.Text)
				}
				t.named = append(t.named, namedForm{row.LabelCell, row.Label, under, row.No, forms[row.No]})
			}
		}
		return func(row *layout.Row, col *layout.Column) (figure, bool) {
			if col.Measure == "" {
				return figure{}, false
			}
			return figure{form: forms[row.No], measure: col.Measure, also: col.Also, achievement: col.Achievement,
				name: col.Field, partOf: col.PartOf}, true
		}
	})
}

// withAuthority is what names the form of a row: its words with who decided, where a column
// says so ("Bằng khen" of the Thủ tướng is another form than one of the province), and alone.
func (t *tally) withAuthority(row *layout.Row) []string {
	c, at, ok := t.value(row, "authority")
	if !ok || strings.TrimSpace(c.Text) == "" {
		return []string{row.Label}
	}
	t.ledger.useAt(at, "authority")
	if _, known := t.k.Reference.ResolveAuthority(c.Text); !known {
		t.find("authority-unknown", t.SheetName, at, c.Text, nil)
	}
	return []string{row.Label + " của " + c.Text, row.Label}
}

// readUnitsDown reads a table whose rows are units and whose columns are forms (Mẫu 01).
func (r *reading) readUnitsDown() {
	r.readTally(func(t *tally) func(*layout.Row, *layout.Column) (figure, bool) {
		forms := t.formsOfColumns()
		units := map[int]data.Unit{}
		for i := range t.Rows {
			if row := &t.Rows[i]; row.Kind == layout.Data {
				units[row.No] = t.unitOfRow(row)
			}
		}
		return func(row *layout.Row, col *layout.Column) (figure, bool) {
			if col.FormText == "" {
				return figure{}, false
			}
			return figure{form: forms[col.Col], unit: units[row.No], measure: "award_count", name: "award_count"}, true
		}
	})
}

// unitOfRow resolves the unit that a row counts for: within the place that a group row
// names, else within the sender, else within its province.
func (t *tally) unitOfRow(row *layout.Row) data.Unit {
	var around []data.Unit
	if t.unit.Code != "" {
		around = []data.Unit{t.k.provinceOf(t.unit)}
	}
	units := t.k.unitsNamed(row.Label, around, t.reading.on)
	narrow := func(places []data.Unit) {
		if len(units) > 1 && len(places) > 0 {
			if own := t.k.within(units, places); len(own) > 0 {
				units = own
			}
		}
	}
	if t.unit.Code != "" {
		narrow([]data.Unit{t.unit})
	}
	for i := len(row.Groups) - 1; i >= 0; i-- {
		narrow(t.k.unitsNamed(row.Groups[i].Text, around, t.reading.on))
	}
	at := finding.Place{File: t.src.name, Sheet: t.SheetName, Cell: row.LabelCell}
	if len(units) == 0 {
		units = t.oldName(row.Label, around, at)
	}
	if len(units) == 1 {
		return units[0]
	}
	t.findUnit("unit-unknown", at, row.Label, units)
	return data.Unit{}
}

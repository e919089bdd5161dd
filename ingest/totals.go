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

// partsOf are figures that exclude one another within one whole.
type partsOf struct {
	unit, form, whole, sort string
	line                    int // row of a table whose rows are forms or units, column of another
}

// sortOf tells which parts of one whole exclude one another, and the code of the finding
// where they outgrow it.
func sortOf(measure string) (sort string, code finding.Code) {
	switch measure {
	case "leader_ministry_province_count", "leader_department_count", "entrepreneur_count", "leader_other_count", "direct_worker_count":
		return "class", "class-exceeds-individual"
	case "achievement_count":
		return "achievement", "achievement-exceeds-total"
	case "woman_count", "youth_count":
		return measure, "part-exceeds-whole"
	}
	return "recipient", "part-exceeds-whole"
}

// checkParts refuses parts that outgrow their whole, at the first cell that does.
func (t *tally) checkParts() {
	groups := map[partsOf][]*figure{}
	var order []partsOf
	for _, f := range t.order {
		sort, _ := sortOf(f.measure)
		wholes := []string{f.partOf}
		if f.measure == "achievement_count" && f.partOf != "award_count" { // of a kind of recipient, or of all
			wholes = append(wholes, "award_count")
		}
		for _, whole := range wholes {
			if whole == "" {
				continue
			}
			key := partsOf{f.unit.Code, f.form.Code, whole, cmp.Or(f.breakdown, sort), t.line(f)}
			if groups[key] == nil {
				order = append(order, key)
			}
			groups[key] = append(groups[key], f)
		}
	}
	lines := map[int][]*figure{}
	for _, f := range t.order {
		lines[t.line(f)] = append(lines[t.line(f)], f)
	}
	for _, key := range order {
		t.checkGroup(key, groups[key], lines[key.line])
	}
	t.checkLeaders(lines)
}

// line numbers what the figures of one form have in common: their column where columns
// are forms, else their row.
func (t *tally) line(f *figure) int {
	if t.Layout.Shape == layout.FormsAcross {
		return f.col
	}
	return f.row
}

// checkLeaders refuses the leaders and the others of all types of Mẫu 02 where together
// they outgrow its individuals: each is held against its own type already.
func (t *tally) checkLeaders(lines map[int][]*figure) {
	if t.Layout.Shape != layout.FormsDown {
		return
	}
	for _, whole := range t.order {
		if whole.measure != "individual_count" || !whole.present {
			continue
		}
		var staff []*figure
		for _, f := range lines[whole.row] {
			if f.measure == "leader_any_count" || f.measure == "not_leader_count" { // of Mẫu 02; elsewhere their part_of holds them
				staff = append(staff, f)
			}
		}
		t.checkGroup(partsOf{whole: whole.name, line: whole.row}, staff, lines[whole.row])
	}
}

// checkGroup holds parts against their whole among the figures of its line: they must not
// outgrow it, and may fall short, which is asked about where the form of return says that
// they add up to it and all of them are filled in. A blank figure adds nought.
func (t *tally) checkGroup(key partsOf, group, line []*figure) {
	var whole int64
	var wholes []*figure
	var own *figure // the whole itself, where it is a figure and no sum of kinds of recipients
	for _, f := range line {
		switch {
		case f.name == key.whole:
			own = f
		case key.whole == "award_count" && t.Layout.KindsGiveAwards() && givesAwards(f.measure):
		default:
			continue
		}
		whole, wholes = whole+f.amount, append(wholes, f)
	}
	if slices.ContainsFunc(wholes, func(f *figure) bool { return f.unread }) {
		return
	}
	parts := make([]check.Part, len(group))
	for i, f := range group {
		parts[i] = check.Part{Amount: f.amount, Present: f.present, Cell: f.cell}
	}
	words := check.Words{"total_vi": data.FormatInt("vi", whole), "total_en": data.FormatInt("en", whole), "whole": "—"}
	if own != nil {
		words["whole"] = own.cell
	}
	fills := t.fills(key, group)
	t.sums.within(group, wholes, fills)
	at, sum := check.Outgrows(whole, parts)
	switch {
	case at >= 0:
		_, code := sortOf(group[at].measure)
		t.find(code, t.SheetName, parts[at].Cell, data.FormatInt("vi", parts[at].Amount), words)
	case fills && sum < whole:
		words["sum_vi"], words["sum_en"] = data.FormatInt("vi", sum), data.FormatInt("en", sum)
		words["rest_vi"], words["rest_en"] = data.FormatInt("vi", whole-sum), data.FormatInt("en", whole-sum)
		at, text := t.wholeAt(own, group[0])
		t.find("parts-short-of-whole", t.SheetName, at, text, words)
	}
}

// wholeAt is where the whole of some parts stands, and its text: its own cell, else the
// printed total of the column, in want of one the first part.
func (t *tally) wholeAt(own, first *figure) (cell, text string) {
	if own != nil {
		return own.cell, own.text
	}
	for i := range t.Rows {
		if c, at, ok := t.Rows[i].Cell(first.col); ok && t.Rows[i].RowTotal {
			return at, c.Text
		}
	}
	return first.cell, first.text
}

// fills says whether parts must add up to their whole: forms 0602 and 0603 (Thông tư
// 02/2023/TT-BNV) divide the individuals by class and the awards by type, and every row
// that they number is filled in. Elsewhere what the parts do not tell is not asked.
func (t *tally) fills(key partsOf, group []*figure) bool {
	if t.Layout.Shape != layout.FormsAcross || key.sort != "class" && key.sort != "achievement" {
		return false
	}
	filled := map[[2]string]bool{}
	for _, f := range group {
		filled[[2]string{f.measure, f.achievement}] = f.present
	}
	for i := range t.Layout.RowMeasures {
		m := &t.Layout.RowMeasures[i]
		if sort, _ := sortOf(m.Measure); sort == key.sort && m.RowCode != "" && !filled[[2]string{m.Measure, m.Achievement}] {
			return false
		}
	}
	return true
}

// checkTotals compares every printed total with its parts: it is kept beside them and
// warned of where it differs, and never counted.
func (t *tally) checkTotals() {
	for i := range t.Rows {
		row := &t.Rows[i]
		switch {
		case row.Kind == layout.Data:
			for j := range t.Columns {
				if t.Columns[j].Total {
					t.printedAt(row, &t.Columns[j], t.across([]int{row.No}))
				}
			}
		case row.Kind == layout.Total && row.Within != 0:
			t.checkPartRow(row)
		case row.Kind == layout.Total && (len(row.Sum) > 0 || row.RowTotal):
			for j := range t.Columns {
				col := &t.Columns[j]
				switch {
				case col.Ratio || col.Field == "":
				case col.Total:
					t.printedAt(row, col, t.across(row.Sum))
				default:
					t.printedAt(row, col, t.down(row.Sum, col.Col))
				}
			}
		}
	}
}

// checkRepeats refuses figures that stand twice for the same thing: a unit, form or row
// of the form named again under the same headings, or a sheet copied whole. Added up they
// would count twice, and which of them is meant nobody can tell. said is what earlier
// tables of the return hold.
func (t *tally) checkRepeats(said map[string]finding.Place) {
	rows := map[int]*layout.Row{}
	for i := range t.Rows {
		rows[t.Rows[i].No] = &t.Rows[i]
	}
	copied := false
	row := 0
	for _, f := range t.order {
		if f.amount == 0 || t.Layout.Shape == layout.UnitsDown && f.unit.Code == "" { // twice nought is nought, two unknown units are not one
			continue
		}
		key := t.saying(f, rows[f.row])
		first, again := said[key]
		if !again {
			said[key] = finding.Place{Sheet: t.SheetName, Cell: f.cell}
			continue
		}
		other := first.Sheet != t.SheetName
		if f.row == row || other && copied {
			continue
		}
		row, copied = f.row, copied || other
		place := first.Cell
		if other {
			place = first.Sheet + "!" + place
		}
		t.find("figure-repeated", t.SheetName, f.cell, data.FormatInt("vi", f.amount), check.Words{"first": place})
	}
}

// namedForm is a row or column of a tally that names a form.
type namedForm struct {
	cell, text, under string // under: the headings that it stands beneath
	at                int    // row or column
	form              data.FormMatch
}

// checkNames warns of a form that a table names in two ways: both are added up, also where
// one is a part of the other ("Giấy khen" over "Giấy khen của Giám đốc Sở"), and no sum of
// the sheet need show it. Two levels that words tell apart are two.
func (t *tally) checkNames(named []namedForm) {
	amounts := map[int]bool{}
	for _, f := range t.order {
		at := f.row
		if t.Layout.Shape != layout.FormsDown {
			at = f.col
		}
		amounts[at] = amounts[at] || f.amount != 0
	}
	for i, n := range named {
		if n.form.Code == "" || !amounts[n.at] {
			continue
		}
		for _, first := range named[:i] {
			apart := n.form.LevelFromWords != first.form.LevelFromWords && n.form.LevelFromWords != "" && first.form.LevelFromWords != ""
			if first.form.Code == n.form.Code && first.under == n.under && data.Key(first.text) != data.Key(n.text) && !apart && amounts[first.at] {
				t.find("form-named-twice", t.SheetName, n.cell, n.text, check.Words{"first": first.cell})
				break
			}
		}
	}
}

// saying is what a figure says, by the words of the sheet.
func (t *tally) saying(f *figure, row *layout.Row) string {
	words := []string{f.name, f.measure, f.achievement}
	if t.Layout.Shape != layout.FormsDown {
		words = append(words, data.Key(t.columns[f.col].Header))
	}
	switch t.Layout.Shape {
	case layout.UnitsDown:
		words = append(words, f.unit.Code)
	case layout.FormsDown:
		for _, g := range row.Groups {
			words = append(words, data.Key(g.Text))
		}
		words = append(words, data.Key(row.Label))
		if t.Layout.Repeats {
			c, _, _ := t.value(row, "decision_no")
			words = append(words, strings.ToUpper(strings.Join(strings.Fields(c.Text), "")))
		}
	}
	return strings.Join(words, "|")
}

// across gives the figures of rows in all columns, down those in one.
func (t *tally) across(rows []int) (parts []*figure) {
	for _, no := range rows {
		for i := range t.Columns {
			if f := t.figures[[2]int{no, t.Columns[i].Col}]; f != nil {
				parts = append(parts, f)
			}
		}
	}
	return parts
}

func (t *tally) down(rows []int, col int) (parts []*figure) {
	for _, no := range rows {
		if f := t.figures[[2]int{no, col}]; f != nil {
			parts = append(parts, f)
		}
	}
	return parts
}

// total is what the parts of a printed total give, and what they have in common.
type total struct {
	amount  int64
	measure string
	form    string
	unit    string
	unread  bool // one of them is no count
}

// total adds figures. Of the measures of a table whose rows are kinds, a total over several
// counts awards.
func (t *tally) total(parts []*figure) (out total) {
	common := func(have *string, v string, several string) {
		switch {
		case *have == "":
			*have = v
		case *have != v:
			*have = several
		}
	}
	for _, f := range parts {
		out.amount += f.amount
		out.unread = out.unread || f.unread
		common(&out.measure, f.measure, "award_count")
		common(&out.form, orUnknown(f.form.Code), load.Unknown)
		common(&out.unit, cmp.Or(f.unit.Code, t.ret.Unit), load.Unknown)
	}
	return out
}

// printedCount reads a printed total; ok is false where none stands or none can be read, which is told. err says that it is no count.
func (t *tally) printedCount(row *layout.Row, col int) (c grid.Cell, at string, n int64, ok bool, err error) {
	c, at, ok = row.Cell(col)
	if !ok {
		return c, at, 0, false, nil
	}
	n, present, err := value.Count(c.Text, c.Kind == grid.Number)
	if err == nil && !present {
		return c, at, 0, false, nil
	}
	if c.Kind == grid.Error || errors.Is(err, value.ErrCell) {
		t.find("total-unread", t.SheetName, at, c.Text, nil)
		return c, at, 0, false, err
	}
	return c, at, n, true, err
}

// printedAt keeps a printed total and holds it against its parts, unless one of these is no
// count and was found fault with for that.
func (t *tally) printedAt(row *layout.Row, col *layout.Column, parts []*figure) {
	if len(parts) == 0 {
		return
	}
	c, at, n, ok, err := t.printedCount(row, col.Col)
	if !ok {
		return
	}
	t.noteShown(c, at)
	sum := t.total(parts)
	if err == nil {
		t.printed = append(t.printed, load.Printed{
			Return: t.ret.ID, Unit: sum.unit, Year: t.ret.ReportYear, Form: sum.form, Measure: sum.measure,
			Printed: n, Computed: sum.amount, File: t.src.name, Sheet: t.SheetName, Cell: at,
		})
	}
	if sum.unread {
		return
	}
	if err == nil && at == grid.A1(row.No, col.Col) {
		t.sums.total(parts, figure{row: row.No, col: col.Col, cell: at, amount: n, present: true, text: c.Text})
	}
	if err != nil || n != sum.amount {
		t.find("total-differs", t.SheetName, at, c.Text, check.Words{
			"total_vi": data.FormatInt("vi", sum.amount), "total_en": data.FormatInt("en", sum.amount)})
	}
}

// checkPartRow holds a row "Trong đó" against the row that it is a part of.
func (t *tally) checkPartRow(row *layout.Row) {
	for j := range t.Columns {
		whole := t.figures[[2]int{row.Within, t.Columns[j].Col}]
		c, at, ok := row.Cell(t.Columns[j].Col)
		if whole == nil || !whole.present || !ok {
			continue
		}
		n, present, err := value.Count(c.Text, c.Kind == grid.Number)
		if err != nil || !present {
			continue
		}
		if at == grid.A1(row.No, t.Columns[j].Col) {
			part := figure{row: row.No, col: t.Columns[j].Col, cell: at, amount: n, present: true, text: c.Text}
			t.sums.within([]*figure{&part}, []*figure{whole}, false)
		}
		if n > whole.amount {
			t.find("part-exceeds-whole", t.SheetName, at, c.Text, check.Words{
				"total_vi": data.FormatInt("vi", whole.amount), "total_en": data.FormatInt("en", whole.amount), "whole": whole.cell})
		}
	}
}

// PartSort names the parts of one whole that exclude one another by their measure: women and youth do not.
func PartSort(measure string) string {
	sort, _ := sortOf(measure)
	return sort
}

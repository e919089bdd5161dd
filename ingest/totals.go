package ingest

import (
	"cmp"
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
	for _, key := range order {
		t.checkGroup(key, groups[key])
	}
	t.checkLeaders()
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
func (t *tally) checkLeaders() {
	rows := map[int][]*figure{}
	for _, f := range t.order {
		if f.measure == "leader_any_count" || f.measure == "not_leader_count" { // of Mẫu 02; elsewhere their part_of holds them
			rows[f.row] = append(rows[f.row], f)
		}
	}
	for _, whole := range t.order {
		if whole.measure == "individual_count" && whole.present && t.Layout.Shape == layout.FormsDown {
			t.checkGroup(partsOf{whole: whole.name, line: whole.row}, rows[whole.row])
		}
	}
}

func (t *tally) checkGroup(key partsOf, group []*figure) {
	var whole int64
	cell := ""
	for _, f := range t.order {
		if t.line(f) != key.line {
			continue
		}
		switch { // a blank figure adds nought
		case f.name == key.whole:
			whole, cell = whole+f.amount, f.cell
		case key.whole == "award_count" && t.Layout.KindsGiveAwards() && givesAwards(f.measure):
			whole += f.amount
		}
	}
	parts := make([]check.Part, len(group))
	for i, f := range group {
		parts[i] = check.Part{Amount: f.amount, Present: f.present, Cell: f.cell}
	}
	at, _ := check.Outgrows(whole, parts)
	if at < 0 {
		return
	}
	_, code := sortOf(group[at].measure)
	t.find(code, t.SheetName, parts[at].Cell, data.FormatInt("vi", parts[at].Amount), check.Words{
		"total_vi": data.FormatInt("vi", whole), "total_en": data.FormatInt("en", whole), "whole": cmp.Or(cell, "—")})
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
					t.printedAt(row, &t.Columns[j], t.sum([]int{row.No}, nil))
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
					t.printedAt(row, col, t.sum(row.Sum, nil))
				default:
					t.printedAt(row, col, t.sum(row.Sum, &col.Col))
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
		if f.amount == 0 { // twice nought is nought
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

// total is what the parts of a printed total give, and what they have in common.
type total struct {
	amount  int64
	parts   int // figures that could be there, blank or not
	measure string
	form    string
	unit    string
}

// sum adds the figures of rows, in one column or in all. Of the measures of a table whose
// rows are kinds, a total over several counts awards.
func (t *tally) sum(rows []int, col *int) total {
	var out total
	common := func(have *string, v string, several string) {
		switch {
		case *have == "":
			*have = v
		case *have != v:
			*have = several
		}
	}
	for _, f := range t.order {
		if !slices.Contains(rows, f.row) || col != nil && f.col != *col {
			continue
		}
		out.parts++
		out.amount += f.amount
		common(&out.measure, f.measure, "award_count")
		common(&out.form, orUnknown(f.form.Code), load.Unknown)
		common(&out.unit, cmp.Or(f.unit.Code, t.ret.Unit), load.Unknown)
	}
	return out
}

func (t *tally) printedAt(row *layout.Row, col *layout.Column, sum total) {
	c, at, ok := row.Cell(col.Col)
	if !ok || sum.parts == 0 {
		return
	}
	n, present, err := value.Count(c.Text, c.Kind == grid.Number)
	if err == nil && !present {
		return
	}
	if err == nil {
		t.printed = append(t.printed, load.Printed{
			Return: t.ret.ID, Unit: sum.unit, Year: t.ret.ReportYear, Form: sum.form, Measure: sum.measure,
			Printed: n, Computed: sum.amount, File: t.src.name, Sheet: t.SheetName, Cell: at,
		})
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
		if err == nil && present && n > whole.amount {
			t.find("part-exceeds-whole", t.SheetName, at, c.Text, check.Words{
				"total_vi": data.FormatInt("vi", whole.amount), "total_en": data.FormatInt("en", whole.amount), "whole": whole.cell})
		}
	}
}

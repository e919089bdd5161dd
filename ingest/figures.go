package ingest

import (
	"slices"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
)

// Forms 0601, 0604 and 0605 of Thông tư 02/2023/TT-BNV count movements, bodies and staff: rows and columns of fixed meaning, and
// no awards. Each cell is the count of its row and column. Two things repeat what others hold:
//
//   - a printed sum of the row ("1=(2+3+4)") is compared with its columns and read only where none of them is filled in;
//   - the row "Tổng số" is the whole that each section splits. It is read as it stands and compared with each section; where it is
//     blank, the whole is the sum of the first section that is filled in.

// whole is the column in which a figure is told whole: one that is the sum of others has this code, one that is alone too.
const whole = "all"

// stated is a figure that is kept, with the section that it splits the whole by; "" of the whole itself.
type stated struct {
	*figure
	column  string
	section string
}

// readFigures reads a table of figures that are no awards.
func (r *reading) readFigures() {
	r.letterhead()
	r.unitFromRegister()
	r.requireUnit()
	r.requireYear()
	said := map[string]finding.Place{}
	for _, s := range r.sheets {
		s.ledger.useAt(s.Head.ScopeFrom.Cell, "scope")
		if r.ret.Period != "" && r.ret.ReportYear == 0 {
			r.find("report-year-several", s.SheetName, s.Head.Title.Cell, r.ret.Period, nil)
		}
		t := &tally{reading: r, sheet: s, figures: map[[2]int]*figure{}, on: lawDay(r.on, r.ret.Period)}
		t.readCells()
		t.checkRepeats(said)
		kept := t.keepFigures()
		t.checkWithin()
		t.checkSections(kept)
		t.checkHeadings()
		t.checkUnread()
	}
}

// readCells reads the cells of the rows, without what is printed as a sum.
func (t *tally) readCells() {
	for i := range t.Rows {
		row := &t.Rows[i]
		if row.Kind != layout.Data {
			continue
		}
		if row.Measure == "" {
			at := row.LabelCell
			if at == "" {
				at = grid.A1(row.No, row.Cells[0].Col)
			}
			t.find("measure-unknown", t.SheetName, at, row.Label, nil)
		}
		t.readRow(row, func(row *layout.Row, col *layout.Column) (figure, bool) {
			return figure{measure: col.Measure, name: row.Measure, partOf: col.PartOf}, row.Measure != "" && col.Measure != ""
		})
	}
}

// keepFigures keeps what the cells tell: of each row its columns and, of columns that add up to one, the whole; of a total that is
// blank the sum of the first section.
func (t *tally) keepFigures() (kept []stated) {
	for i := range t.Rows {
		row := &t.Rows[i]
		if row.Kind != layout.Data || row.Measure == "" {
			continue
		}
		printed, parts := t.rowSum(row)
		for _, f := range t.across([]int{row.No}) {
			kept = append(kept, stated{f, t.columns[f.col].Field, row.Breakdown})
		}
		if printed == nil {
			continue
		}
		for _, f := range parts {
			kept = append(kept, stated{f, whole, row.Breakdown})
		}
		if len(parts) > 0 {
			t.compare(parts, row, printed.Col)
		} else if f := t.alone(row, printed); f != nil {
			kept = append(kept, stated{f, whole, row.Breakdown})
		}
	}
	for _, k := range append(kept, t.unsaidTotals(kept)...) {
		if k.present {
			t.reading.figures = append(t.reading.figures, load.Statistic{
				Return: t.ret.ID, Unit: t.ret.Unit, Sender: t.ret.Sender, Year: t.ret.ReportYear, Measure: k.measure, Statistic: k.name,
				Column: k.column, Amount: k.amount, File: t.src.name, Sheet: t.SheetName, Cell: k.cell,
			})
		}
	}
	return kept
}

// rowSum is the column of the printed sum of a row, nil where the form has none, and the filled cells that it sums.
func (t *tally) rowSum(row *layout.Row) (printed *layout.Column, parts []*figure) {
	for i := range t.Columns {
		if t.Columns[i].Total {
			printed = &t.Columns[i]
		}
	}
	for _, f := range t.across([]int{row.No}) {
		if f.present || f.unread {
			parts = append(parts, f)
		}
	}
	return printed, parts
}

// alone reads the printed sum of a row of which no part is told.
func (t *tally) alone(row *layout.Row, col *layout.Column) *figure {
	c, at, ok := row.Cell(col.Col)
	if !ok || at != grid.A1(row.No, col.Col) {
		return nil
	}
	f := &figure{row: row.No, col: col.Col, cell: at, text: c.Text, measure: col.Measure, name: row.Measure}
	f.amount, f.present, f.unread = t.count(c, at)
	t.ledger.use(row.No, col.Col, f.measure)
	t.order = append(t.order, f)
	t.figures[[2]int{row.No, col.Col}] = f
	return f
}

// unsaidTotals gives a whole that nobody states as the sum of the first section that is filled in, column by column; what columns
// give so adds to the row's own whole, unless that is stated without them.
func (t *tally) unsaidTotals(kept []stated) (more []stated) {
	from := map[string]string{} // where the total of each column is from: "-" stated, else the section
	for _, k := range kept {
		if k.section == "" && k.present {
			from[k.column] = "-"
		}
	}
	alone := t.toldAlone(kept)
	given := from[whole] != ""
	for _, k := range kept {
		if k.section == "" || !k.present || k.column == whole && t.columns[k.col].Field != whole {
			continue
		}
		if k.column == whole && given {
			continue
		}
		if from[k.column] == "" {
			from[k.column] = k.section
		}
		if from[k.column] != k.section {
			continue
		}
		part := *k.figure
		part.name = t.totalRow()
		more = append(more, stated{&part, k.column, ""})
		if t.hasSum() && k.column != whole && !alone {
			given = true
			more = append(more, stated{&part, whole, ""})
		}
	}
	return more
}

// toldAlone says that the whole of all columns is stated without them.
func (t *tally) toldAlone(kept []stated) bool {
	return slices.ContainsFunc(kept, func(k stated) bool { return k.section == "" && k.present && t.columns[k.col].Field == whole })
}

// hasSum says that the form prints the sum of its columns.
func (t *tally) hasSum() bool {
	return slices.ContainsFunc(t.Columns, func(c layout.Column) bool { return c.Total })
}

// totalRow is the meaning of the row that the sections split.
func (t *tally) totalRow() string {
	for _, m := range t.Layout.RowMeasures {
		if m.Breakdown == "" {
			return m.Measure
		}
	}
	return ""
}

// compare holds a printed sum against its parts and keeps both.
func (t *tally) compare(parts []*figure, row *layout.Row, col int) {
	c, at, n, ok, err := t.printedCount(row, col)
	if !ok {
		return
	}
	t.noteShown(c, at)
	sum := t.total(parts)
	if err == nil {
		t.keepPrinted(parts[0].measure, n, sum.amount, at)
	}
	if !sum.unread && (err != nil || n != sum.amount) {
		t.find("total-differs", t.SheetName, at, c.Text, check.Words{
			"total_vi": data.FormatInt("vi", sum.amount), "total_en": data.FormatInt("en", sum.amount)})
	}
}

func (t *tally) keepPrinted(measure string, printed, computed int64, at string) {
	t.printed = append(t.printed, load.Printed{
		Return: t.ret.ID, Unit: t.ret.Unit, Year: t.ret.ReportYear, Form: load.Unknown, Measure: measure,
		Printed: printed, Computed: computed, File: t.src.name, Sheet: t.SheetName, Cell: at,
	})
}

// checkWithin refuses a part that outgrows its whole in its row: women among the staff.
func (t *tally) checkWithin() {
	for _, f := range t.order {
		if f.partOf == "" || !f.present {
			continue
		}
		for _, of := range t.across([]int{f.row}) {
			if t.columns[of.col].Field == f.partOf && !of.unread && f.amount > of.amount {
				t.find("part-exceeds-whole", t.SheetName, f.cell, f.text, check.Words{
					"total_vi": data.FormatInt("vi", of.amount), "total_en": data.FormatInt("en", of.amount), "whole": of.cell})
			}
		}
	}
}

// section is the sum of the rows of one section in one column, and its first cell.
type section struct {
	code, first string
	sum         int64
	unread      bool
}

// checkSections compares the rows of each section with the whole that they split, column by column; a whole that columns make
// up only where it is stated without them.
func (t *tally) checkSections(kept []stated) {
	totals, sections, order := map[string]*figure{}, map[string][]*section{}, []string(nil)
	alone := t.toldAlone(kept)
	for _, k := range kept {
		switch {
		case k.column == whole && t.hasSum() && !alone:
			continue
		case k.section == "":
			totals[k.column] = k.figure
			continue
		case !k.present && !k.unread:
			continue
		}
		list := sections[k.column]
		if list == nil {
			order = append(order, k.column)
		}
		if n := len(list); n == 0 || list[n-1].code != k.section {
			list = append(list, &section{code: k.section, first: k.cell})
			sections[k.column] = list
		}
		last := list[len(list)-1]
		last.sum, last.unread = last.sum+k.amount, last.unread || k.unread
	}
	for _, column := range order {
		if total := totals[column]; total == nil || !total.unread {
			t.checkSplits(total, sections[column])
		}
	}
}

// checkSplits compares the sections of a column with its total, where that is blank with the first of them.
func (t *tally) checkSplits(total *figure, sections []*section) {
	of, at := sections[0].sum, sections[0].first
	printed := total != nil && total.present
	if printed {
		of, at = total.amount, total.cell
	}
	for _, s := range sections {
		if s.unread {
			continue
		}
		if printed {
			t.keepPrinted(s.code, of, s.sum, at)
		}
		if s.sum != of {
			t.find("section-differs", t.SheetName, s.first, data.FormatInt("vi", s.sum), check.Words{
				"total_vi": data.FormatInt("vi", of), "total_en": data.FormatInt("en", of), "whole": at,
				"section": t.Layout.SectionOf(s.code)})
		}
	}
}

// checkHeadings compares the sums that stand beside the heading of a section with its rows.
func (t *tally) checkHeadings() {
	for i := range t.Rows {
		row := &t.Rows[i]
		if row.Kind != layout.Total || len(row.Sum) == 0 {
			continue
		}
		for j := range t.Columns {
			if col := &t.Columns[j]; col.Measure != "" {
				parts := t.down(row.Sum, col.Col)
				if col.Total { // a row is told by its columns or without them
					parts = t.across(row.Sum)
				}
				if len(parts) > 0 {
					t.compare(parts, row, col.Col)
				}
			}
		}
	}
}

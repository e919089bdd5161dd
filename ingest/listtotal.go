package ingest

import (
	"regexp"
	"slices"
	"strconv"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
	"tdkt/ingest/value"
)

// checkTotals holds each printed total of the list against the rows that it sums: it is
// kept beside them and warned of where it is neither their recipients nor their awards.
func (l *list) checkTotals() {
	for i := range l.Rows {
		row := &l.Rows[i]
		if row.Kind != layout.Total || len(row.Sum) == 0 {
			continue
		}
		n, at, ok := l.printedIn(row)
		if !ok {
			if c := l.unreadIn(row); c != nil {
				l.find("total-unread", l.SheetName, grid.A1(row.No, c.Col), c.Text, nil)
			}
			continue
		}
		rows := map[int]bool{}
		for _, no := range row.Sum {
			rows[no] = true
		}
		awards, recipients := l.summed(func(a *load.Award) bool { return a.Sheet == l.SheetName && rows[a.Row] }, len(rows), n)
		if lines, sheets := l.table(); n != awards && len(sheets) > 1 && len(rows) == dataRows(l.sheet) { // of the table over all its sheets
			awards, recipients = l.summed(func(a *load.Award) bool { return sheets[a.Sheet] }, lines, n)
		}
		l.printed = append(l.printed, load.Printed{
			Return: l.ret.ID, Unit: orUnknown(l.unit.Code), Year: l.ret.ReportYear, Form: load.Unknown, Measure: "award_count",
			Printed: n, Computed: awards, File: l.src.name, Sheet: l.SheetName, Cell: at,
		})
		if n != awards {
			l.find("total-differs", l.SheetName, at, strconv.FormatInt(n, 10), check.Words{
				"total_vi": data.FormatInt("vi", recipients), "total_en": data.FormatInt("en", recipients)})
		}
	}
}

// table names the sheets over which the table has gone on down to this one, and counts
// its lines; a sheet without a head carries on the one before.
func (l *list) table() (lines int, sheets map[string]bool) {
	sheets = map[string]bool{}
	open := false
	for _, s := range slices.Backward(l.sheets) {
		if open = open || s == l.sheet; !open {
			continue
		}
		sheets[s.SheetName] = true
		lines += dataRows(s)
		if s.SheetName == l.ret.Sheet || len(s.Head.Lines) > 0 {
			break
		}
	}
	return lines, sheets
}

func dataRows(s *sheet) (n int) {
	for i := range s.Rows {
		if s.Rows[i].Kind == layout.Data {
			n++
		}
	}
	return n
}

var figures = regexp.MustCompile(`\d+`)

// printedIn is the one figure of a total row, in a column that the list knows (a sum of
// money stands in another) or in its words: "Tổng cộng: 05 người".
func (l *list) printedIn(row *layout.Row) (n int64, at string, ok bool) {
	found := 0
	for _, c := range row.Cells {
		place := grid.A1(row.No, c.Col)
		col := l.columns[c.Col]
		if col == nil || col.Field == "" || place == row.LabelCell {
			continue
		}
		if v, present, err := value.Count(c.Text, c.Kind == grid.Number); err == nil && present {
			n, at, found = v, place, found+1
		}
	}
	if found > 0 {
		return n, at, found == 1
	}
	label, _ := l.text(row, row.LabelCell)
	words := figures.FindAllString(label, -1)
	if len(words) != 1 {
		return 0, "", false
	}
	n, err := strconv.ParseInt(words[0], 10, 64)
	return n, row.LabelCell, err == nil
}

// unreadIn is the cell of a total row that a formula without its value, or with an error, takes from sight; nil where the list
// knows none.
func (l *list) unreadIn(row *layout.Row) *grid.Cell {
	for i := range row.Cells {
		c := &row.Cells[i]
		if col := l.columns[c.Col]; col != nil && col.Field != "" && (c.Kind == grid.Error || value.IsCellError(c.Text)) {
			return c
		}
	}
	return nil
}

// text is what stands in a cell of a row.
func (l *list) text(row *layout.Row, at string) (string, bool) {
	for _, c := range row.Cells {
		if grid.A1(row.No, c.Col) == at {
			return c.Text, true
		}
	}
	return "", false
}

// summed counts the awards and the recipients of so many lines; a total that gives the
// recipients or the lines is taken for the awards, since lists count either.
func (l *list) summed(in func(*load.Award) bool, lines int, printed int64) (awards, recipients int64) {
	names := map[string]bool{}
	for i := range l.awards {
		if a := &l.awards[i]; in(a) {
			awards++
			names[a.Sheet+"!"+a.NameCell] = true
		}
	}
	if recipients = int64(len(names)); printed == recipients || printed == int64(lines) {
		awards = printed
	}
	return awards, recipients
}

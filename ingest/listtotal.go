package ingest

import (
	"regexp"
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
			continue
		}
		awards, recipients := l.summed(row.Sum, n)
		if all := int64(len(l.awards)); n != awards && n == all && l.goesOn() { // of the table over all its sheets
			awards = all
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

// goesOn says whether the sheet carries on that of the sheet before: it has no head.
func (l *list) goesOn() bool { return l.SheetName != l.ret.Sheet && len(l.Head.Lines) == 0 }

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

// text is what stands in a cell of a row.
func (l *list) text(row *layout.Row, at string) (string, bool) {
	for _, c := range row.Cells {
		if grid.A1(row.No, c.Col) == at {
			return c.Text, true
		}
	}
	return "", false
}

// summed counts the awards and the recipients of rows; a total that gives the recipients is
// taken for the awards, since lists count either.
func (l *list) summed(rows []int, printed int64) (awards, recipients int64) {
	in := map[int]bool{}
	for _, no := range rows {
		in[no] = true
	}
	names := map[string]bool{}
	for i := range l.awards {
		if a := &l.awards[i]; a.Sheet == l.SheetName && in[a.Row] {
			awards++
			names[a.NameCell] = true
		}
	}
	if recipients = int64(len(names)); printed == recipients || printed == int64(len(rows)) {
		awards = printed
	}
	return awards, recipients
}

package ingest

import (
	"strconv"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/ingest/value"
)

// A spreadsheet that expects months first turns 05/12/2024 into the twelfth of May and
// leaves 25/12/2024 as text. Such a column has dates of both types, of which one has no
// day above 12 and the other no other. Where a program wrote all of them as text, months
// first, some texts have a second part above 12, and none a first.
const fewestDates = 3 // by chance three days in a month are 12 or less once in seventeen

// seeDateOrder finds the columns of dates in which days and months may be exchanged, and
// warns of each at its header.
func (l *list) seeDateOrder() {
	for i := range l.Columns {
		col := &l.Columns[i]
		if col.Field != "birth" && col.Field != "decided_on" {
			continue
		}
		dates, doubtful := l.mixedDates(col.Col)
		if doubtful && l.doubt("date-order-doubtful", l.at(col.HeaderCell), col.Header, check.Words{"dates": strconv.Itoa(dates)}) {
			l.swapped[col.Col] = true
		}
	}
}

// mixedDates counts the cells of a column that may be turned round: those of type date, where
// all of them could be and no text could; or texts, where others have months first and none days.
func (l *list) mixedDates(col int) (dates int, doubtful bool) {
	daysFirst, monthsFirst, either, turned := 0, 0, 0, false // the first three are texts
	for i := range l.Rows {
		c, _, ok := l.Rows[i].Cell(col)
		if !ok || l.Rows[i].Kind != layout.Data {
			continue
		}
		if c.Kind == grid.Number {
			d, present, err := value.Date(c.Text, true)
			if err != nil || !present {
				continue // a year alone
			}
			if d.Day > 12 {
				return 0, false
			}
			dates, turned = dates+1, turned || d.Day != d.Month
			continue
		}
		first, second, ok := slashed(c.Text)
		switch {
		case !ok:
			continue
		case first > 12:
			daysFirst++
		case second > 12:
			monthsFirst++
		default:
			either++
		}
	}
	if daysFirst == 0 && dates == 0 {
		return either, monthsFirst > 1 && either > 0
	}
	return dates, (daysFirst > 0) != (monthsFirst > 0) && either == 0 && turned && dates >= fewestDates
}

// slashed reads the first two numbers of a date typed as text.
func slashed(text string) (first, second int, ok bool) {
	parts := strings.FieldsFunc(strings.TrimSpace(text), func(r rune) bool { return r == '/' || r == '-' || r == '.' })
	if len(parts) < 3 || len(parts[0]) > 2 {
		return 0, 0, false
	}
	first, err1 := strconv.Atoi(parts[0])
	second, err2 := strconv.Atoi(parts[1])
	return first, second, err1 == nil && err2 == nil
}

// dayInDoubt says that the day which a cell tells may be its month.
func (l *list) dayInDoubt(field string, row *layout.Row) bool {
	if len(l.swapped) == 0 {
		return false
	}
	for i := range l.Columns {
		col := &l.Columns[i]
		if c, _, ok := row.Cell(col.Col); ok && col.Field == field && l.swapped[col.Col] {
			if first, second, text := slashed(c.Text); c.Kind == grid.Number || text && first <= 12 && second <= 12 {
				return true
			}
		}
	}
	return false
}

// forgetBirthday leaves the year of a birth whose day is in doubt.
func (l *list) forgetBirthday(on data.Date, row *layout.Row) data.Date {
	if l.dayInDoubt("birth", row) {
		return data.Date{}
	}
	return on
}

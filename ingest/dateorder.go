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
// day above 12 and the other no other.
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

// mixedDates counts the cells of type date in a column; doubtful says that all of them
// could be turned round and no text could. It stops at the first cell that says otherwise.
func (l *list) mixedDates(col int) (dates int, doubtful bool) {
	texts, turned := 0, false
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
		day, _, ok := strings.Cut(strings.TrimSpace(c.Text), "/")
		if n, err := strconv.Atoi(day); !ok || err != nil {
			continue
		} else if n <= 12 {
			return 0, false
		}
		texts++
	}
	return dates, texts > 0 && turned && dates >= fewestDates
}

// dayInDoubt says that the day which a cell tells may be its month.
func (l *list) dayInDoubt(field string, row *layout.Row) bool {
	if len(l.swapped) == 0 {
		return false
	}
	for i := range l.Columns {
		col := &l.Columns[i]
		if c, _, ok := row.Cell(col.Col); ok && col.Field == field && l.swapped[col.Col] && c.Kind == grid.Number {
			return true
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

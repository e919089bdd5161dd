package ingest

import (
	"fmt"
	"strconv"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/value"
)

// roundNumbers are the numbers by which returns and lists name a round: 2, II, hai.
var roundNumbers = wordsFor(map[string]string{
	"1": "1|01|i|nhất|một", "2": "2|02|ii|hai", "3": "3|03|iii|ba", "4": "4|04|iv|bốn|tư", "5": "5|05|v|năm", "6": "6|06|vi|sáu",
	"7": "7|07|vii|bảy", "8": "8|08|viii|tám", "9": "9|09|ix|chín", "10": "10|x|mười", "11": "11|xi", "12": "12|xii",
})

// readRound reads a round of award: its number, by which proposals name it, its month, and the day by which files are due, which may
// be left blank. One month has one round, so that every day of decision belongs to one.
func (e *boardRow) readRound() string {
	in := e.into
	in.Year = e.ret.ReportYear
	if text := e.text("year"); text != "" {
		y, _, err := value.Year(text)
		if in.Year = y; err != nil {
			e.fault("board-date-invalid", "year", nil)
		}
	}
	if in.Year == 0 && !e.found("board-date-invalid") {
		e.requireYear()
	}
	month := e.month(in.Year)
	if month == 0 {
		e.fault("board-date-invalid", "month", nil)
	}
	in.Period = fmt.Sprintf("%d-%02d", in.Year, month)
	no := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(data.Key(in.Name), "dot "), "lan "), "thu ")
	if in.Role = roundNumbers[no]; in.Role == "" {
		e.unknown("name", "đợt 1, đợt 2, …", "đợt 1, đợt 2, …")
	}
	for _, other := range e.listed {
		if other.Role == in.Role && other.Year == in.Year && in.Role != "" {
			e.fault("board-row-twice", "name", check.Words{"first": other.Cell})
		}
	}
	in.Due = e.day("due_on")
	if !in.Due.IsZero() && in.Year != 0 && in.Due.Year != in.Year {
		e.fault("board-date-invalid", "due_on", nil)
	}
	about := []string{}
	for _, field := range []string{"about", "units"} {
		if text := e.text(field); text != "" {
			about = append(about, text)
		}
	}
	in.MeansName = strings.Join(about, "; ")
	in.Code = fmt.Sprintf("%s-dot-%d-%s", strings.TrimSuffix(e.unit.Code, boardSuffix), in.Year, in.Role)
	return in.Period
}

// month is the month of a round, as a number ("3") or in words ("tháng 3 năm 2012"), which must be of the year of the round; else 0.
func (e *boardRow) month(year int) int {
	text := e.text("month")
	if n, err := strconv.Atoi(strings.TrimPrefix(data.Key(text), "thang ")); err == nil && n >= 1 && n <= 12 {
		return n
	}
	if p, err := data.ParseReportPeriod(text); err == nil && p.Kind == data.PeriodMonth && p.From == year {
		return p.Part
	}
	return 0
}

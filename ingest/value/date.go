package value

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"tdkt/data"
)

// Serials of Excel that are taken for a day: from 1920 to 2099. Below lie the years that
// people type as numbers.
const (
	firstSerial = 7306
	lastSerial  = 73050
)

const timeOfDay = `(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?`

var (
	isoDay   = regexp.MustCompile(`^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})` + timeOfDay + `$`)
	dayFirst = regexp.MustCompile(`^(?i:ngày )?([0-9]{1,2}) ?[-/.] ?([0-9]{1,2}) ?[-/.] ?([0-9]{4}|[0-9]{2})` + timeOfDay + `$`)
	dayWords = regexp.MustCompile(`^(?i:ngày )?([0-9]{1,2}) ?(?i:tháng) ?([0-9]{1,2}),? ?(?i:năm) ?([0-9]{4})$`)
	dayNamed = regexp.MustCompile(`^([0-9]{1,2})[- ]((?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[- ]([0-9]{4})` + timeOfDay + `$`)
	monthOf  = regexp.MustCompile(`^(?i:tháng )?([0-9]{1,2})(?: ?[-/.] ?|,? ?(?i:năm) ?)([0-9]{4})$`)
	bareYear = regexp.MustCompile(`^(?i:năm )?([0-9]{4})$`)
)

// Date reads a day; present is false where the cell is blank. Days stand before months, as
// everywhere in the country: 05/12 is 5 December, and a month above 12 is an error, never
// turned round. What an English workbook keeps as a date comes as one from the grid and is
// in no doubt, nor is 18-Nov-2025, which it writes; with two digits that could be the year first. Of years with two digits 00–49 are of this century. Errors: ErrCell, ErrIncomplete, ErrImpossible, ErrUnknown.
func Date(text string, number bool) (day data.Date, present bool, err error) {
	d, err := readDay(text, number, 49)
	switch {
	case err != nil || d == parts{}:
		return data.Date{}, err != nil, err
	case d.month == 0 || d.day == 0:
		return data.Date{}, true, ErrIncomplete
	}
	return d.date(), true, nil
}

// Birth is a birth date as far as it is told: the day, or only the year.
type Birth struct {
	On   data.Date // zero where the day is not known
	Year int
}

// BirthDate reads a birth date: a day, a month of a year, or a year. "00/00/1950" is the
// year 1950. Of years with two digits 00–20 are of this century.
// Errors: ErrCell, ErrImpossible, ErrUnknown.
func BirthDate(text string, number bool) (b Birth, present bool, err error) {
	t := bornOn.ReplaceAllString(clean(text), "")
	d, err := readDay(t, number, 20)
	if err != nil || d == (parts{}) {
		return Birth{}, err != nil, err
	}
	b.Year = d.year
	if d.month > 0 && d.day > 0 {
		b.On = d.date()
	}
	return b, true, nil
}

var bornOn = regexp.MustCompile(`^(?i:sinh ngày|sinh năm|sinh|sn|ns):? ?`)

// parts are year, month and day; 0 where not told.
type parts struct{ year, month, day int }

func (p parts) date() data.Date {
	return data.Date{Year: p.year, Month: p.month, Day: p.day}
}

// readDay reads what is told of a day, nothing for a blank cell. newest is the last
// two-digit year of this century.
func readDay(text string, number bool, newest int) (parts, error) {
	t := signs(text)
	switch {
	case t == "":
		return parts{}, nil
	case IsCellError(t):
		return parts{}, ErrCell
	case number:
		return readSerial(t)
	}
	if m := isoDay.FindStringSubmatch(t); m != nil {
		return valid(atoi(m[1]), atoi(m[2]), atoi(m[3]))
	}
	m := dayFirst.FindStringSubmatch(t)
	if m == nil {
		m = dayWords.FindStringSubmatch(t)
	}
	if m != nil {
		year := atoi(m[3])
		if len(m[3]) == 2 && year <= newest {
			year += 2000
		} else if len(m[3]) == 2 {
			year += 1900
		}
		return valid(year, atoi(m[2]), atoi(m[1]))
	}
	if m := dayNamed.FindStringSubmatch(t); m != nil {
		return valid(atoi(m[3]), monthNamed(m[2]), atoi(m[1]))
	}
	if m := monthOf.FindStringSubmatch(t); m != nil {
		return valid(atoi(m[2]), atoi(m[1]), 0)
	}
	if m := bareYear.FindStringSubmatch(t); m != nil {
		return valid(atoi(m[1]), 0, 0)
	}
	return parts{}, ErrUnknown
}

// monthNamed is the number of a month as an English Excel cuts its name short.
func monthNamed(short string) int {
	return 1 + strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(short))/3
}

// readSerial reads a number of the workbook: a year, or days counted as Excel does.
func readSerial(t string) (parts, error) {
	whole, _, _ := strings.Cut(t, ".")
	n, err := strconv.Atoi(whole)
	switch {
	case err != nil:
		return parts{}, ErrUnknown
	case n >= oldestYear && n <= latestYear && whole == t:
		return parts{year: n}, nil
	case n < firstSerial || n > lastSerial:
		return parts{}, ErrUnknown
	}
	d := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
	return parts{d.Year(), int(d.Month()), d.Day()}, nil
}

// The years that a return can speak of.
const (
	oldestYear = 1880
	latestYear = 2099
)

// valid holds year, month and day against the calendar. Month and day may be nought,
// which tells nothing.
func valid(year, month, day int) (parts, error) {
	if year < oldestYear || year > latestYear || month > 12 || day > 31 {
		return parts{}, ErrImpossible
	}
	if month > 0 && day > 0 {
		if t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC); t.Day() != day {
			return parts{}, ErrImpossible
		}
	}
	return parts{year, month, day}, nil
}

// atoi reads digits that a pattern has matched.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

var dateLine = regexp.MustCompile(`(?i)ngày ?([0-9]{1,2})(?: ?tháng ?| ?[-/.] ?)([0-9]{1,2})(?:,? ?năm ?| ?[-/.] ?)([0-9]{4})`)

// DateLine reads the line that a head or a signature block is dated with: "Việt Trì,
// ngày 10 tháng 12 năm 2024". place is what stands before the day. ok is false for other
// text, for a template's "ngày … tháng … năm …", and for a day that is not in the
// calendar.
func DateLine(text string) (place string, day data.Date, ok bool) {
	t := signs(text)
	m := dateLine.FindStringSubmatchIndex(t)
	if m == nil {
		return "", data.Date{}, false
	}
	before, after := strings.Trim(t[:m[0]], " ,;"), strings.Trim(t[m[1]:], " .,;)")
	if after != "" || strings.ContainsAny(before, "0123456789") {
		return "", data.Date{}, false
	}
	p, err := valid(atoi(t[m[6]:m[7]]), atoi(t[m[4]:m[5]]), atoi(t[m[2]:m[3]]))
	if err != nil || p.day == 0 || p.month == 0 {
		return "", data.Date{}, false
	}
	return before, p.date(), true
}

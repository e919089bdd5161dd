package value

import (
	"regexp"

	"tdkt/data"
)

var (
	yearKey   = regexp.MustCompile(`^(?:nam )?([0-9]{4})$`)
	schoolKey = regexp.MustCompile(`^(?:nam hoc |nh |khoa hoc )?([0-9]{4}) ([0-9]{4}|[0-9]{2})$`)
)

// Year reads a cell or line that is a year and nothing else: "Năm 2024", "2024".
// Errors: ErrCell, ErrUnknown.
func Year(text string) (year int, present bool, err error) {
	t := clean(text)
	if t == "" {
		return 0, false, nil
	}
	if IsCellError(t) {
		return 0, true, ErrCell
	}
	if m := yearKey.FindStringSubmatch(data.Key(t)); m != nil && inTimes(atoi(m[1])) {
		return atoi(m[1]), true, nil
	}
	return 0, true, ErrUnknown
}

// inTimes tells a year that awards can be of.
func inTimes(year int) bool { return year >= 1945 && year <= latestYear }

// SchoolYear reads a school year and gives the year it ends in: "năm học 2023-2024" is
// 2024. Errors: ErrCell, ErrUnknown.
func SchoolYear(text string) (ends int, present bool, err error) {
	t := clean(text)
	if t == "" {
		return 0, false, nil
	}
	if IsCellError(t) {
		return 0, true, ErrCell
	}
	if m := schoolKey.FindStringSubmatch(data.Key(t)); m != nil {
		from := atoi(m[1])
		to := atoi(m[2])
		if len(m[2]) == 2 {
			to += from / 100 * 100
		}
		if to == from+1 && inTimes(to) {
			return to, true, nil
		}
	}
	return 0, true, ErrUnknown
}

var (
	schoolIn = regexp.MustCompile(`\bnam hoc ([0-9]{4}) ([0-9]{4})\b`)
	yearIn   = regexp.MustCompile(`\bnam ([0-9]{4})\b`)
)

// YearIn finds the one year that a title names: "DANH SÁCH … NĂM 2024", "… năm học
// 2023-2024" (the year it ends in). ok is false where it names none, or several.
func YearIn(text string) (year int, ok bool) {
	key := data.Key(text)
	found := map[int]bool{}
	for _, m := range schoolIn.FindAllStringSubmatch(key, -1) {
		if from, to := atoi(m[1]), atoi(m[2]); to == from+1 && inTimes(to) {
			found[to] = true
		}
	}
	for _, m := range yearIn.FindAllStringSubmatch(key, -1) {
		if y := atoi(m[1]); inTimes(y) {
			found[y] = true
		}
	}
	for y := range found {
		year = y
	}
	return year, len(found) == 1
}

// Period reads a reporting period and names it as data.ReportPeriod does: 2025, 2025-H1,
// 2025-Q3, 2025-06, 2021..2025, and 2024-2025 for a school year. Errors: ErrCell,
// ErrUnknown.
func Period(text string) (period string, present bool, err error) {
	t := clean(text)
	if t == "" {
		return "", false, nil
	}
	if IsCellError(t) {
		return "", true, ErrCell
	}
	p, err := data.ParseReportPeriod(t)
	if err != nil {
		return "", true, ErrUnknown
	}
	return p.String(), true, nil
}

package value

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

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

// periodForms are the ways a period is written, on data.Key, and how it is named.
var periodForms = []struct {
	form *regexp.Regexp
	name func(m []string) string
}{
	{yearKey, func(m []string) string { return m[1] }},
	{key(`(?:ca nam|12 thang|12 thang nam|ca nam nam) ([0-9]{4})`), func(m []string) string { return m[1] }},
	{key(`Quý (i{1,3}|iv|0?[1-4])(?: năm)? ([0-9]{4})`), func(m []string) string { return m[2] + "-Q" + ordinal(m[1]) }},
	{key(`([0-9]{4}) q([1-4])`), func(m []string) string { return m[1] + "-Q" + m[2] }},
	{key(`(?:0?6|sáu) tháng đầu(?: năm)? ([0-9]{4})`), func(m []string) string { return m[1] + "-H1" }},
	{key(`(?:0?6|sáu) tháng cuối(?: năm)? ([0-9]{4})`), func(m []string) string { return m[1] + "-H2" }},
	{key(`([0-9]{4}) h([12])`), func(m []string) string { return m[1] + "-H" + m[2] }},
	{key(`tháng (0?[1-9]|1[0-2])(?: năm)? ([0-9]{4})`), func(m []string) string { return m[2] + "-" + pad(m[1]) }},
	{key(`([0-9]{4}) (0[1-9]|1[0-2])`), func(m []string) string { return m[1] + "-" + m[2] }},
	{key(`năm học ([0-9]{4}) ([0-9]{4})`), school},
	{key(`(?:giai đoạn|(?:0?5|năm) năm)(?: từ)?(?: năm)? ([0-9]{4})(?: đến)?(?: năm)? ([0-9]{4})`), span},
	{key(`từ(?: năm)? ([0-9]{4}) đến(?: năm)? ([0-9]{4})`), span},
}

// key turns a pattern written in Vietnamese into one over data.Key, word by word, so
// that both fold alike.
func key(pattern string) *regexp.Regexp {
	word := regexp.MustCompile(`[\p{L}]+`)
	return regexp.MustCompile("^" + word.ReplaceAllStringFunc(pattern, data.Key) + "$")
}

func school(m []string) string {
	if atoi(m[2]) != atoi(m[1])+1 {
		return ""
	}
	return m[1] + "-" + m[2]
}

func span(m []string) string {
	if atoi(m[2]) <= atoi(m[1]) {
		return ""
	}
	return m[1] + ".." + m[2]
}

func pad(month string) string { return fmt.Sprintf("%02d", atoi(month)) }

func ordinal(quarter string) string {
	switch quarter {
	case "i":
		return "1"
	case "ii":
		return "2"
	case "iii":
		return "3"
	case "iv":
		return "4"
	}
	return strconv.Itoa(atoi(quarter))
}

// Period reads a reporting period and names it as the program does: 2025, 2025-H1,
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
	k := strings.TrimPrefix(strings.TrimPrefix(data.Key(t), "bao cao "), data.Key("kỳ")+" ")
	for _, f := range periodForms {
		if m := f.form.FindStringSubmatch(k); m != nil {
			if name := f.name(m); name != "" && inTimes(atoi(name[:4])) {
				return name, true, nil
			}
		}
	}
	return "", true, ErrUnknown
}

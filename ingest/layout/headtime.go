package layout

import (
	"regexp"
	"strconv"
	"strings"

	"tdkt/data"
)

const yy = `((?:19|20)\d\d)`

var (
	fullDate   = regexp.MustCompile(`ngay\s*[\d.…_?]+\s*(?:/|-|\.|thang)\s*[\d.…_?]+\s*(?:/|-|\.|,?\s*nam)\s*[\d.…_?]*`)
	schoolYear = regexp.MustCompile(`nam hoc\s*:?\s*` + yy + `\s*[-/]\s*` + yy)
	yearSpan   = regexp.MustCompile(`(?:giai doan|5 nam|nam nam|tu nam|tu|cac nam|nhiem ky)\s*:?\s*\(?(?:tu )?(?:nam )?` + yy + `\s*(?:-|den|toi)\s*(?:nam )?` + yy)
	// severalYears are two years side by side, none of which is the year of the figures.
	severalYears = regexp.MustCompile(`nam\s*:?\s*` + yy + `\s*(?:,|;|&|\+|va|cung|-|den|toi)\s*(?:(?:va|cung)\s*)?(?:(?:0?[69]|sau|chin) thang(?: dau| cuoi)?\s*|quy\s*(?:i{1,3}|iv|0?[1-4])\s*[,/-]?\s*)?(?:nam\s*)?` + yy)
	halfYear     = regexp.MustCompile(`(?:0?6|sau)\s*thang\s*(dau|cuoi)\s*(?:nam)?\s*(?:nam\s*)?` + yy)
	nineMonths   = regexp.MustCompile(`(?:0?9|chin)\s*thang\s*(?:dau)?\s*(?:nam\s*)*` + yy)
	quarter      = regexp.MustCompile(`quy\s*(i{1,3}|iv|0?[1-4])\s*[,/-]?\s*(?:nam\s*)?` + yy)
	month        = regexp.MustCompile(`(?:^|[^\d] *)thang\s*(0?[1-9]|1[0-2])\s*(?:/|-|,?\s*nam)\s*` + yy)
	oneYear      = regexp.MustCompile(`nam\s*(?:cong tac\s*|bao cao\s*)?:?\s*` + yy)
	bareYear     = regexp.MustCompile(`(?:^|[^\d/.-])` + yy + `(?:$|[^\d/.-])`)
)

// readTime reads year, school year and period: from a line that states nothing else
// first, then from the title, then from any line. Days are taken out before, so that
// the day of a decision never gives the year.
func (h *Head) readTime(lines []line, title []line) {
	var own, rest []line
	for _, l := range lines {
		l.folded = l.without(fullDate)
		if l.has(formNo) || l.has(aside) || l.has(receiver) || strings.HasPrefix(l.base, "so:") {
			continue
		}
		if l.has(periodic) {
			own = append(own, l)
		} else {
			rest = append(rest, l)
		}
	}
	var named []line
	if h.Title.Stated() {
		named = []line{{folded: fold(h.Title.Text).without(fullDate), cell: h.Title.Cell}}
	}
	for _, from := range [][]line{own, named, rest} {
		for _, l := range from {
			if h.timeOf(l) {
				return
			}
		}
	}
	for _, l := range named {
		if m := l.find(bareYear); m != nil {
			h.Year, h.Period = Fact{m[1], l.cell}, Fact{m[1], l.cell}
		}
	}
}

// timeOf reads the time that one line states.
func (h *Head) timeOf(l line) bool {
	state := func(p data.ReportPeriod) bool {
		h.Period = Fact{p.String(), l.cell}
		switch {
		case p.Kind == data.PeriodSchoolYear:
			h.SchoolYear = h.Period
		case p.OneYear() == 0:
			h.Year = Fact{}
		default:
			h.Year = Fact{strconv.Itoa(p.OneYear()), l.cell}
		}
		return true
	}
	if m := l.find(schoolYear); m != nil && follows(m[1], m[2], 1, 1) {
		return state(data.SchoolYear(atoi(m[2])))
	}
	if m := l.find(yearSpan); m != nil && follows(m[1], m[2], 1, 50) {
		return state(data.YearSpan(atoi(m[1]), atoi(m[2])))
	}
	if from, to := l.outerYears(); from != "" {
		return state(data.YearSpan(atoi(from), atoi(to)))
	}
	if m := l.find(halfYear); m != nil {
		half := 1
		if fold(m[1]).base == "cuoi" {
			half = 2
		}
		return state(data.HalfYear(atoi(m[2]), half))
	}
	if m := l.find(nineMonths); m != nil {
		return state(data.NineMonths(atoi(m[1])))
	}
	if m := l.find(quarter); m != nil {
		return state(data.Quarter(atoi(m[2]), atoi(arabic(m[1]))))
	}
	if m := l.find(month); m != nil {
		return state(data.Month(atoi(m[2]), atoi(m[1])))
	}
	at := oneYear.FindStringSubmatchIndex(l.base)
	if at == nil || strings.HasPrefix(l.base[:at[0]], "viet ") && at[0] == 5 {
		return false
	}
	if word := l.cut(at[0], at[0]+3); data.Key(word) != data.Spelling(word) || word == l.base[at[0]:at[0]+3] || upper(word) && !strings.ContainsRune(string(l.text), 'Ệ') {
		return state(data.YearPeriod(atoi(l.base[at[2]:at[3]])))
	}
	return false
}

// outerYears are the first and last of the years that a line states side by side ("năm 2021
// và năm 2022", "năm 2021, 2022, 2023"); "" where it states one.
func (l line) outerYears() (from, to string) {
	rest := l.base
	for at := severalYears.FindStringSubmatchIndex(rest); at != nil; at = severalYears.FindStringSubmatchIndex(rest) {
		for _, y := range []string{rest[at[2]:at[3]], rest[at[4]:at[5]]} {
			if from == "" || y < from {
				from = y
			}
			to = max(to, y)
		}
		rest = "nam " + rest[at[4]:] // the second may be the first of the next two
	}
	if from == to { // "năm 2022, quý I năm 2022" is one year
		return "", ""
	}
	return from, to
}

// atoi reads a number that a pattern has found.
func atoi(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}

// follows says whether one year comes after another by so many years.
func follows(from, to string, least, most int) bool {
	years := atoi(to) - atoi(from)
	return years >= least && years <= most
}

// arabic writes a small number, roman or not, in digits.
func arabic(s string) string {
	s = strings.ToLower(strings.TrimLeft(s, "0"))
	for i, r := range []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"} {
		if i > 0 && s == r {
			return strconv.Itoa(i)
		}
	}
	return s
}

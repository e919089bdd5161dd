package data

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// PeriodKind is what sort of time a ReportPeriod is.
type PeriodKind string

// The kinds of periods, and how each is written.
const (
	PeriodYear       PeriodKind = "year"        // 2025
	PeriodHalf       PeriodKind = "half"        // 2025-H1
	PeriodQuarter    PeriodKind = "quarter"     // 2025-Q3
	PeriodMonth      PeriodKind = "month"       // 2025-06
	PeriodNineMonths PeriodKind = "nine_months" // 2025-9T
	PeriodSchoolYear PeriodKind = "school_year" // 2024-2025
	PeriodSpan       PeriodKind = "span"        // 2004..2009
	PeriodCycle      PeriodKind = "cycle"       // dai-hoi-10, a row of congress_cycle
)

// ReportPeriod is the time that a return or a figure is of. The zero ReportPeriod is none. (Period is another thing: the days on
// which a dated row holds.)
type ReportPeriod struct {
	Kind PeriodKind
	// From and To are its first and last year; of a school year the two that it joins, else of one year the same.
	From, To int
	// Part is which half, quarter or month of the year; 0 where Kind has none.
	Part int
	// Cycle is the row that a cycle stands in.
	Cycle CongressCycle
}

// The years that a period may name: before the first there was no emulation movement to report on.
const (
	earliestYear = 1945
	latestYear   = 2099
)

// A school year is taken from September to May; results of June to August belong to it by the period that a return states, not
// by their day.
const schoolOpens, schoolCloses = 9, 5

// PeriodError says why a text is no period, in the two languages.
type PeriodError struct{ VI, EN string }

func (e PeriodError) Error() string { return e.EN }

// In is the reason in lang.
func (e PeriodError) In(lang string) string {
	if lang == "en" {
		return e.EN
	}
	return e.VI
}

const (
	periodsVI = "2025 (năm), 2025-H1 (06 tháng đầu năm), 2025-Q3 (quý III), 2025-9T (9 tháng), 2025-06 (tháng 6), 2024-2025 (năm học), 2004..2009 (giai đoạn), dai-hoi-10 (nhiệm kỳ đại hội thi đua yêu nước)"
	periodsEN = "2025 (year), 2025-H1 (first half-year), 2025-Q3 (quarter), 2025-9T (nine months), 2025-06 (month), 2024-2025 (school year), 2004..2009 (several years), dai-hoi-10 (cycle between emulation congresses)"
)

func badPeriod(text, vi, en string) error {
	return PeriodError{
		VI: fmt.Sprintf("kỳ %q: %s; viết một trong các dạng %s", text, vi, periodsVI),
		EN: fmt.Sprintf("period %q: %s; write one of %s", text, en, periodsEN),
	}
}

// written are the periods as the program writes them; the rest is what offices write, on Key.
var written = []periodForm{
	{regexp.MustCompile(`^(\d{4})$`), whole},
	{regexp.MustCompile(`^(\d{4})-H([12])$`), part(PeriodHalf)},
	{regexp.MustCompile(`^(\d{4})-Q([1-4])$`), part(PeriodQuarter)},
	{regexp.MustCompile(`^(\d{4})-(0[1-9]|1[0-2])$`), part(PeriodMonth)},
	{regexp.MustCompile(`^(\d{4})-9T$`), nine},
	{regexp.MustCompile(`^(\d{4}) ?[-–/] ?(\d{4})$`), school},
	{regexp.MustCompile(`^(\d{4}) ?\.\.\.? ?(\d{4})$`), span},
}

var worded = []periodForm{
	{inKey(`(?:năm |cả năm |12 tháng |12 tháng năm |cả năm năm )([0-9]{4})`), whole},
	{inKey(`quý (i{1,3}|iv|0?[1-4])(?: năm)? ([0-9]{4})`), partBefore(PeriodQuarter)},
	{inKey(`([0-9]{4}) q([1-4])`), part(PeriodQuarter)},
	{inKey(`(?:0?6|sáu) tháng đầu(?: năm)? ([0-9]{4})`), half(1)},
	{inKey(`(?:0?6|sáu) tháng cuối(?: năm)? ([0-9]{4})`), half(2)},
	{inKey(`([0-9]{4}) h([12])`), part(PeriodHalf)},
	{inKey(`(?:0?9|chín) tháng(?: đầu)?(?: năm)? ([0-9]{4})`), nine},
	{inKey(`tháng (0?[1-9]|1[0-2])(?: năm)? ([0-9]{4})`), partBefore(PeriodMonth)},
	{inKey(`([0-9]{4}) (0[1-9]|1[0-2])`), part(PeriodMonth)},
	{inKey(`năm học ([0-9]{4}) ([0-9]{4})`), school},
	{inKey(`(?:giai đoạn|(?:0?5|năm) năm)(?: từ)?(?: năm)? ([0-9]{4})(?: đến)?(?: năm)? ([0-9]{4})`), span},
	{inKey(`từ(?: năm)? ([0-9]{4}) đến(?: năm)? ([0-9]{4})`), span},
}

type periodForm struct {
	form *regexp.Regexp
	read func(m []string) ReportPeriod
}

// inKey turns a pattern written in Vietnamese into one over Key, word by word, so that both fold alike.
func inKey(pattern string) *regexp.Regexp {
	return regexp.MustCompile("^" + letters.ReplaceAllStringFunc(pattern, Key) + "$")
}

var letters = regexp.MustCompile(`\p{L}+`)

func whole(m []string) ReportPeriod { return YearPeriod(number(m[1])) }

func nine(m []string) ReportPeriod { return inYear(PeriodNineMonths, number(m[1]), 0) }

func half(n int) func(m []string) ReportPeriod {
	return func(m []string) ReportPeriod { return HalfYear(number(m[1]), n) }
}

func part(kind PeriodKind) func(m []string) ReportPeriod {
	return func(m []string) ReportPeriod { return inYear(kind, number(m[1]), ordinal(m[2])) }
}

func partBefore(kind PeriodKind) func(m []string) ReportPeriod {
	return func(m []string) ReportPeriod { return inYear(kind, number(m[2]), ordinal(m[1])) }
}

func school(m []string) ReportPeriod {
	return ReportPeriod{Kind: PeriodSchoolYear, From: number(m[1]), To: number(m[2])}
}

func span(m []string) ReportPeriod { return YearSpan(number(m[1]), number(m[2])) }

// ordinal reads 3, 03 and iii.
func ordinal(text string) int {
	for n, roman := range []string{"i", "ii", "iii", "iv"} {
		if text == roman {
			return n + 1
		}
	}
	return number(text)
}

// number reads digits that a pattern has found.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

func inYear(kind PeriodKind, year, part int) ReportPeriod {
	return ReportPeriod{Kind: kind, From: year, To: year, Part: part}
}

// YearPeriod is a whole year.
func YearPeriod(year int) ReportPeriod { return inYear(PeriodYear, year, 0) }

// HalfYear is the first or second half of a year.
func HalfYear(year, half int) ReportPeriod { return inYear(PeriodHalf, year, half) }

// Quarter is a quarter of a year.
func Quarter(year, quarter int) ReportPeriod { return inYear(PeriodQuarter, year, quarter) }

// Month is a month of a year.
func Month(year, month int) ReportPeriod { return inYear(PeriodMonth, year, month) }

// NineMonths is January to September.
func NineMonths(year int) ReportPeriod { return inYear(PeriodNineMonths, year, 0) }

// SchoolYear is the school year that ends in a year.
func SchoolYear(ends int) ReportPeriod {
	return ReportPeriod{Kind: PeriodSchoolYear, From: ends - 1, To: ends}
}

// YearSpan is the years from the first to the last, both included.
func YearSpan(from, to int) ReportPeriod { return ReportPeriod{Kind: PeriodSpan, From: from, To: to} }

// ParseReportPeriod reads a period as the program writes it (2025, 2025-H1, 2025-Q3, 2025-9T, 2025-06, 2024-2025, 2004..2009) or as
// offices do ("06 tháng đầu năm 2025", "Quý III/2025", "năm học 2024-2025", "giai đoạn 2004-2009"). Cycles between congresses
// are read by Reference.ReportPeriod. An error is a PeriodError.
func ParseReportPeriod(text string) (ReportPeriod, error) {
	trimmed := strings.Join(strings.Fields(text), " ")
	key := strings.TrimPrefix(strings.TrimPrefix(Key(trimmed), "bao cao "), Key("kỳ")+" ")
	for _, forms := range []struct {
		of   []periodForm
		text string
	}{{written, trimmed}, {worded, key}} {
		for _, f := range forms.of {
			if m := f.form.FindStringSubmatch(forms.text); m != nil {
				return f.read(m).checked(text)
			}
		}
	}
	return ReportPeriod{}, badPeriod(text, "không phải một kỳ báo cáo", "no period")
}

// checked refuses years out of order or out of time.
func (p ReportPeriod) checked(text string) (ReportPeriod, error) {
	none := ReportPeriod{}
	switch {
	case p.Kind == PeriodSchoolYear && p.To < p.From || p.Kind == PeriodSpan && p.To <= p.From:
		return none, badPeriod(text, "năm sau phải lớn hơn năm trước", "the last year must come after the first")
	case p.Kind == PeriodSchoolYear && p.To != p.From+1:
		return none, badPeriod(text, fmt.Sprintf("năm học nối hai năm liền nhau; nếu là một giai đoạn, viết %d..%d", p.From, p.To),
			fmt.Sprintf("a school year joins two years in a row; for several years write %d..%d", p.From, p.To))
	case p.From < earliestYear || p.To > latestYear:
		return none, badPeriod(text, fmt.Sprintf("năm phải từ %d đến %d", earliestYear, latestYear),
			fmt.Sprintf("years go from %d to %d", earliestYear, latestYear))
	}
	return p, nil
}

// IsZero says that p is no period.
func (p ReportPeriod) IsZero() bool { return p.Kind == "" }

// String writes the period as the program does, "" for none.
func (p ReportPeriod) String() string {
	switch p.Kind {
	case PeriodYear:
		return strconv.Itoa(p.From)
	case PeriodHalf:
		return fmt.Sprintf("%d-H%d", p.From, p.Part)
	case PeriodQuarter:
		return fmt.Sprintf("%d-Q%d", p.From, p.Part)
	case PeriodMonth:
		return fmt.Sprintf("%d-%02d", p.From, p.Part)
	case PeriodNineMonths:
		return fmt.Sprintf("%d-9T", p.From)
	case PeriodSchoolYear:
		return fmt.Sprintf("%d-%d", p.From, p.To)
	case PeriodSpan:
		return fmt.Sprintf("%d..%d", p.From, p.To)
	case PeriodCycle:
		return p.Cycle.Code
	}
	return ""
}

// OneYear is the award year of all that a period holds: that of the year in which it lies, of a school year the one it ends in;
// 0 for several years.
func (p ReportPeriod) OneYear() int {
	if p.Kind == PeriodSpan || p.Kind == PeriodCycle {
		return 0
	}
	return p.To
}

// IsPartOfYear says that the period can be told by days only: a half, a quarter, a month, nine months.
func (p ReportPeriod) IsPartOfYear() bool {
	switch p.Kind {
	case PeriodHalf, PeriodQuarter, PeriodMonth, PeriodNineMonths:
		return true
	}
	return false
}

// Days are its first and last day.
func (p ReportPeriod) Days() Period {
	first, last := 1, 12
	switch p.Kind {
	case "":
		return Period{}
	case PeriodHalf:
		first, last = 6*p.Part-5, 6*p.Part
	case PeriodQuarter:
		first, last = 3*p.Part-2, 3*p.Part
	case PeriodMonth:
		first, last = p.Part, p.Part
	case PeriodNineMonths:
		last = 9
	case PeriodSchoolYear:
		first, last = schoolOpens, schoolCloses
	}
	end := Date{p.To, last, 1}
	return Period{Date{p.From, first, 1}, DateOf(end.Time().AddDate(0, 1, -1))}
}

var romanQuarters = []string{"", "I", "II", "III", "IV"}

// Words name the period as offices do: "06 tháng đầu năm 2025", "quý III năm 2025", "giai đoạn 2004-2009".
func (p ReportPeriod) Words(lang string) string {
	vi, en := "", ""
	switch p.Kind {
	case PeriodYear:
		vi, en = fmt.Sprintf("năm %d", p.From), strconv.Itoa(p.From)
	case PeriodHalf:
		vi = fmt.Sprintf("06 tháng %s năm %d", [...]string{"", "đầu", "cuối"}[p.Part], p.From)
		en = fmt.Sprintf("%s half of %d", [...]string{"", "first", "second"}[p.Part], p.From)
	case PeriodQuarter:
		vi, en = fmt.Sprintf("quý %s năm %d", romanQuarters[p.Part], p.From), fmt.Sprintf("quarter %d of %d", p.Part, p.From)
	case PeriodMonth:
		vi, en = fmt.Sprintf("tháng %d năm %d", p.Part, p.From), fmt.Sprintf("month %d of %d", p.Part, p.From)
	case PeriodNineMonths:
		vi, en = fmt.Sprintf("9 tháng đầu năm %d", p.From), fmt.Sprintf("first nine months of %d", p.From)
	case PeriodSchoolYear:
		vi, en = fmt.Sprintf("năm học %d-%d", p.From, p.To), fmt.Sprintf("school year %d-%d", p.From, p.To)
	case PeriodSpan:
		vi, en = fmt.Sprintf("giai đoạn %d-%d", p.From, p.To), fmt.Sprintf("years %d-%d", p.From, p.To)
	case PeriodCycle:
		vi, en = fmt.Sprintf("%s (%d-%d)", p.Cycle.NameVI, p.From, p.To), fmt.Sprintf("%s (%d-%d)", p.Cycle.NameEN, p.From, p.To)
	}
	if lang == "en" {
		return en
	}
	return vi
}

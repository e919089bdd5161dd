package ingest

import (
	"regexp"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/grid"
	"tdkt/ingest/value"
)

// targetKinds are the words for whom a target of exemplars is of, in the order in which a set of them is written.
var targetKinds = []struct {
	kind  string
	words *regexp.Regexp
}{
	{collective, regexp.MustCompile(`\b(tap the|xa|phuong|don vi|doanh nghiep|hop tac xa|thon|truong|co quan)\b`)},
	{household, regexp.MustCompile(`\b(ho gia dinh|gia dinh|ho)\b`)},
	{individual, regexp.MustCompile(`\b(ca nhan|nguoi)\b`)},
}

// anyKind is a target that any kind of recipient meets.
const anyKind = "all"

// amountOf parts "05 hộ gia đình hoặc cá nhân tiêu biểu" into the number and the words.
var amountOf = regexp.MustCompile(`^\s*(\d+)\s+(\pL.*)$`)

// yearsOf are the years of a plan: "2016-2020".
var yearsOf = regexp.MustCompile(`^\D*((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)\s*$`)

// readExemplarTarget reads how many exemplars a field is to give, of which kinds, by when and under whose lead, as in the plan
// of Phú Thọ 1711/KH-UBND of 10/5/2016, II.2.2. The kinds stand in their own column or behind the number.
func (e *boardRow) readExemplarTarget() string {
	in := e.into
	in.Code = e.k.fieldCode(in.Name)
	in.Period = e.ret.Period
	if text := e.text("period"); text != "" {
		var err error
		if m := yearsOf.FindStringSubmatch(text); m != nil { // of targets, two years are no school year
			in.Period = m[1] + ".." + m[2]
			_, err = data.ParseReportPeriod(in.Period)
		} else {
			in.Period, _, err = value.Period(text)
		}
		if err != nil {
			e.fault("board-date-invalid", "period", nil)
		}
	}
	if in.Period == "" && !e.found("board-date-invalid") {
		e.requireYear()
	}
	words := e.readTargetNumber()
	if kind := e.text("kind"); kind != "" {
		words = kind
	}
	in.Kind = kindsOf(words)
	if in.Kind == "" {
		e.unknown("kind", "tập thể, hộ gia đình hoặc cá nhân (nhiều loại thì nối bằng “hoặc”)", "tập thể, hộ gia đình or cá nhân (several joined by “hoặc”)")
	}
	if in.MeansName = e.text("lead"); in.MeansName != "" {
		in.Means = e.unitWithin("lead", in.MeansName, periodOf(in.Period).Days())
	} else {
		e.unknown("lead", "tên đơn vị chủ trì", "the name of the leading unit")
	}
	e.kindsOverlap()
	return in.Code + "|" + in.Period + "|" + in.Kind
}

// readTargetNumber reads the number of a target and gives the words behind it.
func (e *boardRow) readTargetNumber() (words string) {
	c, _, _ := e.value(e.row, "target")
	text, number := c.Text, c.Kind == grid.Number
	if m := amountOf.FindStringSubmatch(text); m != nil && !number {
		text, words = m[1], m[2]
	}
	n, present, err := value.Count(text, number)
	if e.into.Amount = n; err != nil || !present || n == 0 {
		e.unknown("target", "số điển hình phải có, ví dụ 5 hoặc “05 hộ gia đình hoặc cá nhân”", "how many exemplars there shall be, such as 5 or “05 hộ gia đình hoặc cá nhân”")
	}
	return words
}

// kindsOf are the kinds that words name, joined by "+"; all where nothing is said, "" where the words name none.
func kindsOf(words string) string {
	if strings.TrimSpace(words) == "" {
		return anyKind
	}
	key := data.Key(words)
	var kinds []string
	for _, k := range targetKinds {
		if k.words.MatchString(key) {
			kinds = append(kinds, k.kind)
		}
	}
	switch len(kinds) {
	case 0:
		if strings.Contains(" "+key+" ", " dien hinh ") || strings.Contains(" "+key+" ", " mo hinh ") {
			return anyKind
		}
		return ""
	case len(targetKinds):
		return anyKind
	}
	return strings.Join(kinds, "+")
}

// kindsOverlap refuses a target whose kinds another of the same field and period has: who is found would meet both.
func (e *boardRow) kindsOverlap() {
	in := e.into
	for i := range e.listed {
		other := &e.listed[i]
		if other.Code != in.Code || other.Period != in.Period || other.Kind == in.Kind {
			continue
		}
		for _, k := range targetKinds {
			if has(in.Kind, k.kind) && has(other.Kind, k.kind) {
				e.fault("board-row-twice", "kind", check.Words{"first": other.Cell})
				return
			}
		}
	}
}

// has says whether a set of kinds holds a kind.
func has(kinds, kind string) bool {
	return kinds == anyKind || strings.Contains("+"+kinds+"+", "+"+kind+"+")
}

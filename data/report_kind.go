package data

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// ReportFS holds reports/*: one file a kind of report.
//
//go:embed reports/*.json
var ReportFS embed.FS

// ReportKind is a kind of report that the board writes: for which periods, from which queries, in which sections.
// What a section writes stands in charts/report.
type ReportKind struct {
	Code     string          `json:"code"` // of --kind
	Name     InTwo           `json:"name"`
	Title    InTwo           `json:"title"`
	Subtitle InTwo           `json:"subtitle"` // {period}, {province} and {board} are put in
	Closing  InTwo           `json:"closing"`  // the last sentence; likewise
	File     string          `json:"file"`     // name of the file, without its ending
	Periods  []PeriodKind    `json:"periods"`  // what it can be of
	Default  bool            `json:"default"`  // of these periods, unless another kind is asked for
	Compare  Want            `json:"compare"`
	Focus    Want            `json:"focus"`
	Series   int             `json:"series"` // how many years its series has where it is of one year
	Forms    bool            `json:"forms"`  // the statistical forms of the year are written beside it
	Queries  []ReportQuery   `json:"queries"`
	Sections []ReportSection `json:"sections"`
}

// PeriodNone among the periods of a kind says that it can be of no period: then it tells what the lists hold.
const PeriodNone PeriodKind = "none"

// InTwo is a text in both languages.
type InTwo struct {
	VI string `json:"vi"`
	EN string `json:"en"`
}

// In is the text in lang.
func (t InTwo) In(lang string) string {
	if lang == "en" {
		return t.EN
	}
	return t.VI
}

// Want says how a kind stands to something that can be asked for.
type Want string

// What a kind says of a comparison and of focus years.
const (
	WantNot  Want = "no"
	WantMay  Want = "may"
	WantMust Want = "must"
)

// ReportQuery is a query that a kind reads. What a parameter has in braces (ReportPlaceholders) is put in; where {compare} or
// {focus} stands and neither was asked for, nor is the query.
type ReportQuery struct {
	Query  string            `json:"query"`
	Params map[string]string `json:"params"`
}

// ReportPlaceholders are what parameters of queries may name: the periods asked for, and first, last and number of the years of
// the series, the period and the comparison together.
var ReportPlaceholders = []string{"period", "compare", "focus", "first_year", "last_year", "years"}

// ReportSection is a section by name, a part with its heading (a key of the texts), or the annexes, which lie on their side.
type ReportSection struct {
	Section  string          `json:"section"`
	Part     string          `json:"part"`
	Annexes  bool            `json:"annexes"`
	Sections []ReportSection `json:"sections"`
}

// ReportKinds reads the kinds, in order of their codes.
func ReportKinds() ([]ReportKind, error) { return readReportKinds(ReportFS) }

func readReportKinds(fsys fs.FS) (all []ReportKind, err error) {
	names, err := fs.Glob(fsys, "reports/*.json")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		content, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		var k ReportKind
		dec := json.NewDecoder(bytes.NewReader(content))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&k); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if err := k.check(); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, k)
	}
	slices.SortFunc(all, func(a, b ReportKind) int { return strings.Compare(a.Code, b.Code) })
	return all, checkReportKinds(all)
}

var (
	kindCode    = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	sectionName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	placeholder = regexp.MustCompile(`\{([^{}]*)\}`)
	ofKinds     = []PeriodKind{PeriodYear, PeriodHalf, PeriodQuarter, PeriodMonth, PeriodNineMonths, PeriodSchoolYear, PeriodSpan, PeriodCycle, PeriodNone}
)

func (k ReportKind) check() error {
	if !kindCode.MatchString(k.Code) || !kindCode.MatchString(k.File) {
		return fmt.Errorf("code %q, file %q: want small letters, figures and hyphens", k.Code, k.File)
	}
	for _, t := range []InTwo{k.Name, k.Title, k.Subtitle, k.Closing} {
		if t.VI == "" || t.EN == "" {
			return fmt.Errorf("want name, title, subtitle and closing in both languages")
		}
		if err := named(t.VI+t.EN, "period", "province", "board"); err != nil {
			return err
		}
	}
	if len(k.Periods) == 0 {
		return fmt.Errorf("want the periods it can be of")
	}
	for _, p := range k.Periods {
		if !slices.Contains(ofKinds, p) {
			return fmt.Errorf("period %q: want one of %v", p, ofKinds)
		}
	}
	for _, w := range []Want{k.Compare, k.Focus} {
		if w != WantNot && w != WantMay && w != WantMust {
			return fmt.Errorf("compare and focus: %q: want %s, %s or %s", w, WantNot, WantMay, WantMust)
		}
	}
	if k.Series < 0 || k.Series > 20 || k.Default && slices.Contains(k.Periods, PeriodNone) {
		return fmt.Errorf("want a series of at most 20 years, and periods where it is the default")
	}
	for _, q := range k.Queries {
		if q.Query == "" {
			return fmt.Errorf("a query without a name")
		}
		for _, v := range q.Params {
			if err := named(v, ReportPlaceholders...); err != nil {
				return fmt.Errorf("query %s: %w", q.Query, err)
			}
		}
	}
	return checkSections(k.Sections)
}

// named refuses a text that has other names in braces than those given.
func named(text string, names ...string) error {
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		if !slices.Contains(names, m[1]) {
			return fmt.Errorf("%s: want one of %v in braces", m[0], names)
		}
	}
	return nil
}

func checkSections(all []ReportSection) error {
	if len(all) == 0 {
		return fmt.Errorf("a part or a report without sections")
	}
	for _, s := range all {
		leaf, part := s.Section != "", s.Part != "" || s.Annexes
		if leaf == part || s.Part != "" && s.Annexes || leaf && (s.Sections != nil || !sectionName.MatchString(s.Section)) {
			return fmt.Errorf("section %q, part %q: want one of section, part and annexes; the latter two with sections", s.Section, s.Part)
		}
		if part {
			if err := checkSections(s.Sections); err != nil {
				return fmt.Errorf("%s: %w", s.Part, err)
			}
		}
	}
	return nil
}

// checkReportKinds refuses two kinds of one code, or two that are the default of one period; every period but none has one.
func checkReportKinds(all []ReportKind) error {
	codes, of := map[string]bool{}, map[PeriodKind]string{}
	for _, k := range all {
		if codes[k.Code] {
			return fmt.Errorf("two kinds of report %s", k.Code)
		}
		codes[k.Code] = true
		for _, p := range k.Periods {
			if k.Default && of[p] != "" {
				return fmt.Errorf("kinds of report %s and %s: both the default of %s", of[p], k.Code, p)
			}
			if k.Default {
				of[p] = k.Code
			}
		}
	}
	for _, p := range ofKinds {
		if p != PeriodNone && of[p] == "" {
			return fmt.Errorf("no kind of report is the default of %s", p)
		}
	}
	return nil
}

// Takes tells whether a report of the kind can be of a period; of none, where p is zero.
func (k ReportKind) Takes(p ReportPeriod) bool {
	kind := p.Kind
	if p.IsZero() {
		kind = PeriodNone
	}
	return slices.Contains(k.Periods, kind)
}

// PeriodsWritten are the periods of the kind as one writes them: "2025-H1, 2025-Q3".
func (k ReportKind) PeriodsWritten() string {
	var all []string
	for _, p := range k.Periods {
		if text := writtenAs[p]; text != "" {
			all = append(all, text)
		}
	}
	return strings.Join(all, ", ")
}

var writtenAs = map[PeriodKind]string{
	PeriodYear: "2025", PeriodHalf: "2025-H1", PeriodQuarter: "2025-Q3", PeriodMonth: "2025-06", PeriodNineMonths: "2025-9T",
	PeriodSchoolYear: "2024-2025", PeriodSpan: "2021..2025", PeriodCycle: "dai-hoi-11",
}

// ReportKindOf finds a kind by its code, or, where that is empty, the default of a period.
func ReportKindOf(all []ReportKind, code string, p ReportPeriod) (ReportKind, bool) {
	i := slices.IndexFunc(all, func(k ReportKind) bool { return k.Code == code || code == "" && k.Default && k.Takes(p) })
	if i < 0 {
		return ReportKind{}, false
	}
	return all[i], true
}

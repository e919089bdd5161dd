package charts

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"tdkt/queries/table"
)

// member is one value of a dimension, with the words and the colour it has everywhere.
type member struct {
	Code   string `json:"code"`
	Label  string `json:"label"`
	Colour string `json:"colour,omitempty"`
	Family string `json:"family,omitempty"` // of a form: the code of its family
}

// figures are the cubes and dimensions with codes replaced by positions, as the page gets them
// and as the workbook adds them up. A nil cell was never stated.
type figures struct {
	Years        []int    // with figures, 0 = not known first where it occurs
	Measures     []string // of Beneficiary, from its fifth position
	Units        []unit
	Boundaries   []boundary // views other than as reported
	Forms        []member
	Families     []member // of forms
	Levels       []member
	Achievements []member
	Classes      []member
	Clusters     []emulationCluster
	Award        [][]any // year, unit, form, level, achievement, award_count, source
	Beneficiary  [][]any // year, unit, form, level, measures…, achievement (notSplit for a tally), source
	Crossed      [][]any // the same of tallies by achievement, as far as they cross it: these awards stand in Beneficiary too
	Obligations  []obligation
	Open         []int // years that were not over on the day of the last receipt
	Findings     []findingCount
	Differences  []difference
	Compared     map[int]int // comparisons of each year
	Build        string
	Own          *int // the unit whose page it is; nil for that of all
}

// obligation is one return that was due, or that came without being due.
type obligation struct {
	Unit     int    `json:"unit"`
	Form     string `json:"form"`
	FormName string `json:"formName"`
	Period   string `json:"period"`
	Year     int    `json:"year"`
	Control  bool   `json:"control,omitempty"` // for reconciliation only, so its absence leaves no gap
	Expected int64  `json:"expected"`
	Received int64  `json:"received"`
	Accepted int64  `json:"accepted"`
	Standing string `json:"standing"`
	Due      string `json:"due,omitempty"` // yyyy-mm-dd
	Cluster  string `json:"cluster,omitempty"`
	Zero     int64  `json:"zero,omitempty"` // it says that there is nothing
}

// findingCount is how often a finding occurs in the returns of a unit and year.
type findingCount struct {
	Code     string `json:"code"`
	Name     string `json:"name"`
	Severity string `json:"severity"`
	Unit     *int   `json:"unit"` // nil where the return names no unit
	Year     *int   `json:"year"`
	N        int    `json:"n"`
}

const (
	posYear = iota
	posUnit
	posForm
	posLevel
	posAchievement
	posAwards
	posAwardSource
)

// What a list tells of each award a tally tells in separate sums: its rows of people have no achievement, but notSplit. What it
// crosses all the same stands beside them, and whoever adds up people takes the one or the other.
const (
	fromList  = 0
	fromTally = 1
	notSplit  = -1
)

// The last two of a row of beneficiaries.
var posPeopleAchievement, posPeopleSource = posLevel + 1 + len(measures), posLevel + 2 + len(measures)

// measures of cube-beneficiary that the page and the workbook show.
var measures = []string{
	"award_count", "collective_count", "enterprise_count", "household_count", "individual_count",
	"leader_ministry_province_count", "leader_department_count", "entrepreneur_count", "leader_other_count",
	"direct_worker_count", "class_unknown_count", "woman_count", "woman_unknown_count", "youth_count", "youth_unknown_count",
}

// gather reads the tables of an input into figures.
func gather(in Input) (figures, error) {
	if err := in.check(); err != nil {
		return figures{}, err
	}
	f := figures{Measures: measures, Build: in.Tables["cube-award"].Build}
	var err error
	if f.Boundaries, err = boundariesOf(in); err != nil {
		return f, err
	}
	if f.Units, err = unitsOf(in, f.Boundaries); err != nil {
		return f, err
	}
	for i := range f.Boundaries {
		f.Boundaries[i].place(f.Units)
	}
	for _, d := range []struct {
		into              *[]member
		query, code, name string
	}{
		{&f.Forms, "dim-form", "form_code", "form_" + in.Lang},
		{&f.Levels, "dim-level", "level_code", "level_" + in.Lang},
		{&f.Achievements, "dim-achievement", "achievement_code", "achievement_" + in.Lang},
		{&f.Classes, "dim-class", "class_code", "class_" + in.Lang},
	} {
		if *d.into, err = membersOf(in.Tables[d.query], d.code, d.name); err != nil {
			return f, err
		}
	}
	if err := f.readFamilies(in); err != nil {
		return f, err
	}
	if err := f.readCubes(in); err != nil {
		return f, err
	}
	if f.Clusters, err = clustersOf(in, f.Units); err != nil {
		return f, err
	}
	f.Classes = lastUnknown(f.Classes)
	if f.Obligations, err = obligationsOf(in, f.unitAt()); err != nil {
		return f, err
	}
	if f.Open, err = openYears(in); err != nil {
		return f, err
	}
	if f.Findings, err = findingsOf(in, f.unitAt()); err != nil {
		return f, err
	}
	f.Differences, f.Compared, err = differencesOf(in, f.Units)
	return f, err
}

// membersOf reads a dimension in its own order.
func membersOf(t table.Table, code, name string) ([]member, error) {
	at, err := need(t, code, name, "colour")
	if err != nil {
		return nil, err
	}
	out := make([]member, 0, len(t.Rows))
	for _, r := range t.Rows {
		m := member{Code: table.Plain(r[at[0]]), Label: table.Plain(r[at[1]]), Colour: table.Plain(r[at[2]])}
		if !colour.MatchString(m.Colour) {
			m.Colour = "" // drawn in the accent colour
		}
		out = append(out, m)
	}
	return out, nil
}

var colour = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// lastUnknown puts chưa rõ at the end, and adds it where the dimension lacks it.
func lastUnknown(members []member) []member {
	unknown := member{Code: "chua_ro", Label: "?"}
	out := slices.DeleteFunc(slices.Clone(members), func(m member) bool {
		if m.Code == unknown.Code {
			unknown = m
			return true
		}
		return false
	})
	return append(out, unknown)
}

// readCubes replaces codes by positions. A code that its dimension lacks is shown as it is.
func (f *figures) readCubes(in Input) error {
	units := f.unitAt()
	forms, levels, achievements := positions(&f.Forms), positions(&f.Levels), positions(&f.Achievements)
	years := map[int]bool{}
	place := func(t table.Table, r []any, at []int) ([]any, error) { // the dimensions that both cubes have
		year, ok := r[at[0]].(int64)
		if !ok {
			return nil, fmt.Errorf("charts: table %s: award_year is %v", t.Name, r[at[0]])
		}
		years[int(year)] = true
		unit, err := units(table.Plain(r[at[1]]))
		return []any{year, unit, forms(r[at[2]]), levels(r[at[3]])}, err
	}
	keys := []string{"award_year", "unit_code", "form_code", "level_code", "achievement_code", "source"}
	t := in.Tables["cube-award"]
	at, err := need(t, append(keys, "award_count")...)
	if err != nil {
		return err
	}
	for _, r := range t.Rows {
		row, err := place(t, r, at)
		if err != nil {
			return err
		}
		source, err := sourceOf(t, r[at[5]])
		if err != nil {
			return err
		}
		f.Award = append(f.Award, append(row, achievements(r[at[4]]), r[at[6]], source))
	}
	t = in.Tables["cube-beneficiary"]
	if at, err = need(t, append(keys, measures...)...); err != nil {
		return err
	}
	for _, r := range t.Rows {
		row, err := place(t, r, at)
		if err != nil {
			return err
		}
		source, err := sourceOf(t, r[at[5]])
		if err != nil {
			return err
		}
		for _, c := range at[6:] {
			row = append(row, r[c])
		}
		achievement := notSplit
		if source == fromList {
			achievement = achievements(r[at[4]])
		}
		f.Beneficiary = append(f.Beneficiary, append(row, achievement, source))
	}
	t = in.Tables["cube-crossed"]
	if at, err = need(t, keys[:5]...); err != nil {
		return err
	}
	for _, r := range t.Rows {
		row, err := place(t, r, at)
		if err != nil {
			return err
		}
		for _, m := range measures {
			var n any // a measure that no tally crosses
			if c := t.Col(m); c >= 0 {
				n = r[c]
			}
			row = append(row, n)
		}
		f.Crossed = append(f.Crossed, append(row, achievements(r[at[4]]), fromTally))
	}
	for y := range years {
		f.Years = append(f.Years, y)
	}
	slices.Sort(f.Years)
	return nil
}

// people are the rows of people as the page has them.
func (f figures) people() [][]any { return slices.Concat(f.Beneficiary, f.Crossed) }

// sourceOf is where the figures of a row come from.
func sourceOf(t table.Table, cell any) (int, error) {
	switch table.Plain(cell) {
	case "list":
		return fromList, nil
	case "tally":
		return fromTally, nil
	}
	return 0, fmt.Errorf("charts: table %s: source is %v: want list or tally", t.Name, cell)
}

// positions gives the position of a code among the members, adding a member for a new code.
func positions(members *[]member) func(code any) int {
	at := map[string]int{}
	for i, m := range *members {
		at[m.Code] = i
	}
	return func(code any) int {
		c := table.Plain(code)
		i, ok := at[c]
		if !ok {
			i = len(*members)
			*members = append(*members, member{Code: c, Label: c})
			at[c] = i
		}
		return i
	}
}

// newest is the last year with figures; 0 where there is none.
func (f figures) newest() int {
	if len(f.Years) == 0 {
		return 0
	}
	return f.Years[len(f.Years)-1]
}

// inOrder is the years as a reader expects them: the one not known comes last.
func (f figures) inOrder() []int {
	if len(f.Years) > 0 && f.Years[0] == 0 {
		return append(slices.Clone(f.Years[1:]), 0)
	}
	return f.Years
}

// sum adds up one position of the rows that keep lets through; nil where none of them is stated.
func sum(rows [][]any, position int, keep func(r []any) bool) any {
	var total any
	for _, r := range rows {
		if n, ok := r[position].(int64); ok && keep(r) {
			t, _ := total.(int64)
			total = t + n
		}
	}
	return total
}

var fourDigits = regexp.MustCompile(`\d{4}`)

// yearOf is the year a period ends in: 2025, 2025-H1, 2025-06, 2024-2025; nil where it names none.
func yearOf(period string) *int {
	all := fourDigits.FindAllString(period, -1)
	if len(all) == 0 {
		return nil
	}
	y, err := strconv.Atoi(all[len(all)-1])
	if err != nil {
		return nil
	}
	return &y
}

package forms

import (
	"cmp"
	"math"
	"slices"

	"tdkt/queries/table"
)

// span is at least and at most how many there are; told says that some return speaks of it.
type span struct {
	least, most int64
	told        bool
}

func (s span) open() bool { return s.least < s.most }

func (s *span) add(o span) {
	s.least, s.most, s.told = s.least+o.least, s.most+o.most, s.told || o.told
}

// key is an award form at a deciding level, and what is asked of it; achievement is empty for all types together.
type key struct{ form, level, achievement, measure string }

// facts are the figures of a year.
type facts struct {
	stated   map[key]int64 // by form and level alone
	told     map[key]span  // by type of achievement
	proposed map[key]int64
	figure   map[key]string
	ofLists  map[key]int64       // how much of what is told comes from lists
	crossing map[key]string      // figures of what tallies cross
	crossed  map[key]int64       // how much of what is told they cross
	levels   map[string][]string // of each form, those at which there are awards or proposals
	forms    []string            // in the order of statistics
	name     map[string]string
	family   map[string]string
	order    map[string]int64
}

// theKinds are the measures that make up the awards.
var theKinds = []string{"collective_count", "household_count", "individual_count"}

var theClasses = []string{"leader_ministry_province_count", "leader_department_count", "entrepreneur_count", "leader_other_count", "direct_worker_count"}

func factsOf(in Input) facts {
	f := facts{stated: map[key]int64{}, told: map[key]span{}, proposed: map[key]int64{}, figure: map[key]string{}, ofLists: map[key]int64{}, crossing: map[key]string{}, crossed: map[key]int64{},
		levels: map[string][]string{}, name: map[string]string{}, family: map[string]string{}, order: map[string]int64{}}
	people, proposed := in.Tables["form-people"], in.Tables["form-proposed"]
	for r := range people.Rows {
		form, level := f.met(people, r)
		f.family[form] = people.Text(r, "family_code")
		for c, column := range people.Columns {
			if n, ok := people.Rows[r][c].(int64); ok && column.Name != "award_year" {
				k := key{form, level, "", column.Name}
				f.stated[k], f.figure[k] = n, people.FigureID(r, c)
			}
		}
	}
	types := in.Tables["form-achievement"]
	lists, tallies := types.Col("of_lists"), types.Col("of_tallies")
	for r := range types.Rows {
		k := key{types.Text(r, "form_code"), types.Text(r, "level_code"), types.Text(r, "achievement_code"), types.Text(r, "measure_code")}
		least, _ := types.Int(r, "at_least")
		most, _ := types.Int(r, "at_most")
		f.told[k] = span{least, most, true}
		if n, _ := types.Int(r, "of_lists"); n != 0 {
			f.ofLists[k], f.figure[k] = n, types.FigureID(r, lists)
		}
		if n, _ := types.Int(r, "of_tallies"); n != 0 {
			f.crossed[k], f.crossing[k] = n, types.FigureID(r, tallies)
		}
	}
	for r := range proposed.Rows {
		form, level := f.met(proposed, r)
		for _, m := range append([]string{"proposal_count", "kind_open_count"}, theKinds...) {
			f.proposed[key{form, level, "", m}], _ = proposed.Int(r, m)
		}
	}
	slices.SortStableFunc(f.forms, func(a, b string) int { return cmp.Or(cmp.Compare(f.order[a], f.order[b]), cmp.Compare(a, b)) })
	return f
}

// met takes note of the form and the level of a row.
func (f *facts) met(t table.Table, r int) (form, level string) {
	form, level = t.Text(r, "form_code"), t.Text(r, "level_code")
	if !slices.Contains(f.forms, form) {
		f.forms = append(f.forms, form)
		f.name[form], f.order[form] = t.Text(r, "form_vi"), math.MaxInt64 // forms without a place come last
		if n, has := t.Int(r, "form_order"); has {
			f.order[form] = n
		}
	}
	if !slices.Contains(f.levels[form], level) {
		f.levels[form] = append(f.levels[form], level)
	}
	return form, level
}

// scope is which award forms at which levels a cell counts; no levels are all.
type scope struct{ forms, levels []string }

// each visits the forms and levels of a scope.
func (f facts) each(s scope, visit func(form, level string)) {
	for _, form := range s.forms {
		for _, level := range f.levels[form] {
			if len(s.levels) == 0 || slices.Contains(s.levels, level) {
				visit(form, level)
			}
		}
	}
}

// sum adds up what is stated of a measure.
func (f facts) sum(s scope, measure string) (n int64, told bool) {
	f.each(s, func(form, level string) {
		if v, ok := f.stated[key{form, level, "", measure}]; ok {
			n, told = n+v, true
		}
	})
	return n, told
}

// types adds up what is told of a measure in types of achievement.
func (f facts) types(s scope, measure string, achievements ...string) (all span) {
	f.each(s, func(form, level string) {
		for _, a := range achievements {
			all.add(f.told[key{form, level, a, measure}])
		}
	})
	return all
}

// partsOf are the measures of the marts that a measure of ours adds up.
var partsOf = map[string][]string{
	"collective_household_count": {"collective_count", "household_count"},
	"leader_count":               {"leader_ministry_province_count", "leader_department_count", "leader_other_count"},
	"leader_senior_count":        {"leader_ministry_province_count", "leader_department_count"},
	"not_leader_count":           {"direct_worker_count"},
}

// crossedParts are those of which it adds up what tallies cross: two of their own classes are none of the marts'.
var crossedParts = map[string][]string{
	"collective_household_count": {"collective_count", "household_count"},
	"leader_count":               {"leader_count", "leader_senior_count", "leader_ministry_province_count", "leader_department_count", "leader_other_count"},
	"leader_senior_count":        {"leader_senior_count", "leader_ministry_province_count", "leader_department_count"},
	"not_leader_count":           {"not_leader_count", "direct_worker_count"},
}

// figures are the ids of the figures behind a cell. Where tallies add to a type of achievement without crossing it, the figure of
// the form leads to their cells.
func (f facts) figures(s scope, measure string, achievements ...string) (ids []string) {
	parts, crossed := partsOf[measure], crossedParts[measure]
	if parts == nil {
		parts, crossed = []string{measure}, []string{measure}
	}
	add := func(id string) {
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	f.each(s, func(form, level string) {
		if len(achievements) == 0 {
			add(f.figure[key{form, level, "", measure}])
		}
		for _, a := range achievements {
			tallies := f.told[key{form, level, a, measure}].least
			for _, part := range parts {
				k := key{form, level, a, part}
				add(f.figure[k])
				tallies -= f.ofLists[k]
			}
			for _, part := range crossed {
				k := key{form, level, a, part}
				add(f.crossing[k])
				tallies -= f.crossed[k]
			}
			if tallies > 0 {
				add(f.figure[key{form, level, "", "award_count"}])
			}
		}
	})
	return ids
}

// proposals adds up what was proposed.
func (f facts) proposals(s scope, measure string) (n int64, told bool) {
	f.each(s, func(form, level string) {
		if v, ok := f.proposed[key{form, level, "", measure}]; ok {
			n, told = n+v, true
		}
	})
	return n, told
}

// awardedAt are the forms with awards at one of the levels.
func (f facts) awardedAt(levels []string) (forms []string) {
	for _, form := range f.forms {
		if _, told := f.sum(scope{[]string{form}, levels}, "award_count"); told {
			forms = append(forms, form)
		}
	}
	return forms
}

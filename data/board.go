package data

import (
	"maps"
	"slices"
	"strings"
)

// BoardAlias is a name that the board has mapped to a code, on the days of Valid.
type BoardAlias struct {
	Kind  string // unit, form, authority, achievement or class
	Name  string // as written in returns
	Code  string // of an authority: its level, chua_ro where it stands outside the state
	Valid Period // of a unit or form; the others hold always
}

// AliasKinds are the kinds of a BoardAlias.
var AliasKinds = []string{"unit", "form", "authority", "achievement", "class"}

// AliasDated says that names of the kind may hold for a period only.
func AliasDated(kind string) bool { return kind == "unit" || kind == "form" }

// With gives the reference with the board's names on top, and those that it took: a name that the lists know already, or
// a code that they do not, is passed over. The receiver stays as it is.
func (r *Reference) With(board []BoardAlias) (*Reference, []BoardAlias) {
	if len(board) == 0 {
		return r, nil
	}
	more := *r
	more.unitNames, more.formContext = maps.Clone(r.unitNames), maps.Clone(r.formContext)
	more.formPeriods = map[string]Period{}
	more.authorities, more.achievements, more.classes = maps.Clone(r.authorities), maps.Clone(r.achievements), maps.Clone(r.classes)
	var used []BoardAlias
	for _, a := range board {
		if key := Key(a.Name); key != "" && more.KnowsCode(a.Kind, a.Code) && more.CodeHolds(a) && !more.KnowsName(a) {
			more.take(key, a)
			used = append(used, a)
		}
	}
	return &more, used
}

// WithUnits gives the reference with units that the board adds, and those that it took: a code that is there already, or a
// parent that is not, is passed over. The receiver stays as it is.
func (r *Reference) WithUnits(units []Unit) (*Reference, []Unit) {
	if len(units) == 0 {
		return r, nil
	}
	more := *r
	more.Units = slices.Clone(r.Units)
	known := map[string]bool{}
	for _, u := range r.Units {
		known[u.Code] = true
	}
	var added []Unit
	for again := true; again; { // a parent may stand further down in the list
		again = false
		for _, u := range units {
			if !known[u.Code] && known[u.Parent] {
				known[u.Code], again = true, true
				added = append(added, u)
			}
		}
	}
	provinces := map[string]string{}
	for _, u := range r.Units {
		provinces[u.Code] = u.Province
	}
	for i, u := range added { // a unit lies in the province of what it lies in, whoever listed it
		if of := provinces[u.Parent]; of != "" {
			added[i].Province = of
		}
		provinces[u.Code] = added[i].Province
	}
	slices.SortFunc(added, func(a, b Unit) int { return strings.Compare(a.Code, b.Code) })
	more.Units = append(more.Units, added...)
	more.indexUnits()
	return &more, added
}

// WithEvents gives the reference with changes of units that the board adds, and those that it took: a change that is told
// already, or of units that are not there, is passed over. A unit that passes whole, or is abolished, ends on the eve.
// The receiver stays as it is.
func (r *Reference) WithEvents(events []UnitEvent) (*Reference, []UnitEvent) {
	more := *r
	more.Units, more.UnitEvents = slices.Clone(r.Units), slices.Clone(r.UnitEvents)
	type key struct {
		on       Date
		from, to string
	}
	told := map[key]bool{}
	for _, e := range r.UnitEvents {
		told[key{e.On, e.From, e.To}] = true
	}
	var added []UnitEvent
	for _, e := range events {
		k := key{e.On, e.From, e.To}
		if told[k] || len(r.units[e.From]) == 0 || e.To != "" && len(r.units[e.To]) == 0 {
			continue
		}
		told[k] = true
		added = append(added, e)
		for i, u := range more.Units {
			if u.Code == e.From && e.Extent == "full" && u.ValidTo.IsZero() && u.ValidFrom.Before(e.On) {
				more.Units[i].ValidTo = e.On.AddDays(-1)
			}
		}
	}
	if len(added) == 0 {
		return r, nil
	}
	more.UnitEvents = append(more.UnitEvents, added...)
	more.indexUnits()
	return &more, added
}

func (r *Reference) take(key string, a BoardAlias) {
	switch a.Kind {
	case "unit":
		rows := slices.Clone(r.unitNames[key])
		for _, u := range r.units[a.Code] {
			if p, ok := u.Valid().common(a.Valid); ok {
				u.ValidFrom, u.ValidTo = p.From, p.To
				rows = append(rows, u)
			}
		}
		slices.SortFunc(rows, func(a, b Unit) int { return strings.Compare(a.Code, b.Code) })
		r.unitNames[key] = rows
	case "form":
		r.formContext[key], r.formPeriods[key] = []string{a.Code}, a.Valid
	case "authority":
		r.authorities[key] = a.Code
	case "achievement":
		r.achievements[key] = a.Code
	case "class":
		r.classes[key] = a.Code
	}
}

// common is the days that two periods share.
func (p Period) common(q Period) (Period, bool) {
	if !p.Overlaps(q) {
		return Period{}, false
	}
	if p.From.Before(q.From) {
		p.From = q.From
	}
	if p.To.IsZero() || !q.To.IsZero() && q.To.Before(p.To) {
		p.To = q.To
	}
	return p, true
}

// formsOf is the codes of a key in a form's place on a day.
func (r *Reference) formsOf(key string, on Date) []string {
	if p, dated := r.formPeriods[key]; dated && !p.Holds(on) {
		return nil
	}
	return r.formContext[key]
}

// KnowsCode says that a code of the kind is there.
func (r *Reference) KnowsCode(kind, code string) bool { return slices.Contains(r.CodesOf(kind), code) }

// CodeHolds says that the code of an alias is valid on some day on which the alias would hold.
func (r *Reference) CodeHolds(a BoardAlias) bool {
	holds := func(p Period) bool { return p.Overlaps(a.Valid) }
	switch a.Kind {
	case "unit":
		return slices.ContainsFunc(r.units[a.Code], func(u Unit) bool { return holds(u.Valid()) })
	case "form":
		return slices.ContainsFunc(r.forms[a.Code], func(f Form) bool { return holds(f.Valid()) })
	}
	return true
}

// CodesOf is the codes that a name of the kind can mean, in the order of the lists: chua_ro is no meaning, but of an
// authority, where it stands for one outside the state.
func (r *Reference) CodesOf(kind string) []string {
	var codes []string
	switch kind {
	case "unit":
		codes = codesOf(r.Units, func(u Unit) string { return u.Code })
	case "form":
		codes = codesOf(r.Forms, func(f Form) string { return f.Code })
	case "authority":
		codes = codesOf(r.Levels, func(l Level) string { return l.Code })
	case "achievement":
		codes = codesOf(r.Achievements, func(a Achievement) string { return a.Code })
	case "class":
		codes = codesOf(r.Classes, func(c BeneficiaryClass) string { return c.Code })
	}
	return slices.DeleteFunc(codes, func(c string) bool { return c == "chua_ro" && kind != "authority" })
}

// KnowsName says that the name has a meaning already on some day on which the alias would hold.
func (r *Reference) KnowsName(a BoardAlias) bool {
	key, known := Key(a.Name), false
	switch a.Kind {
	case "unit":
		for _, u := range slices.Concat(r.unitNames[key], r.UnitsNamed(a.Name, "", Date{})) {
			known = known || u.Valid().Overlaps(a.Valid)
		}
		return known || len(r.units[a.Name]) > 0
	case "form":
		m := r.matchForm(key, Date{})
		return len(r.formContext[key]) > 0 || m.Code != ""
	case "authority":
		_, known = r.ResolveAuthority(a.Name)
	case "achievement":
		_, known = r.achievements[key]
	case "class":
		_, known = r.classes[key]
	}
	return known
}

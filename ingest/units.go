package ingest

import (
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
)

// unitsNamed gives the units that a text can mean on a day, within the places around it
// where there are any: a code of ours, or an exact name with or without its district and
// province behind it.
func (k *Knowledge) unitsNamed(text string, around []data.Unit, on data.Date) []data.Unit {
	if u, ok := k.Reference.UnitOn(strings.TrimSpace(text), on); ok {
		return []data.Unit{u}
	}
	units := k.Reference.UnitsNamed(text, "", on)
	if len(around) > 0 && len(units) > 1 {
		return k.within(units, around)
	}
	return units
}

// nowNamed gives the one unit into which every unit of an old name has passed whole, where none bears the name on the day: three
// departments of one name may have become one.
func (k *Knowledge) nowNamed(text string, around []data.Unit, on data.Date) (data.Unit, bool) {
	var now data.Unit
	if on.IsZero() {
		return now, false
	}
	for _, was := range k.Reference.UnitsNamed(text, "", data.Date{}) {
		if was.ValidTo.IsZero() || !was.ValidTo.Before(on) {
			continue
		}
		if _, stands := k.Reference.UnitOn(was.Code, was.ValidTo.AddDays(1)); stands {
			return data.Unit{}, false // the board let the name end, not the unit
		}
		u, ok := k.Reference.Successor(was.Code, on)
		if !ok || now.Code != "" && now.Code != u.Code {
			return data.Unit{}, false
		}
		now = u
	}
	if now.Code == "" || len(around) > 0 && len(k.within([]data.Unit{now}, around)) == 0 {
		return data.Unit{}, false
	}
	return now, true
}

// oldName resolves a name of a unit that has passed whole into another, and says so at its place.
func (r *reading) oldName(text string, around []data.Unit, at finding.Place) []data.Unit {
	now, ok := r.k.nowNamed(text, around, r.on)
	if !ok {
		return nil
	}
	r.findAt("unit-old-name", at, text, check.Words{"unit": r.k.fullName(now), "on_vi": day(r.on, "vi"), "on_en": day(r.on, "en")})
	return []data.Unit{now}
}

// within keeps the units that are one of the places around them, or lie in one.
func (k *Knowledge) within(units, around []data.Unit) []data.Unit {
	var out []data.Unit
	for _, u := range units {
		for _, a := range around {
			if k.lies(u, a) {
				out = append(out, u)
				break
			}
		}
	}
	return out
}

// lies says whether a unit is a place or lies in it, through its parents.
func (k *Knowledge) lies(u, in data.Unit) bool {
	for range 8 { // no chain of parents is longer
		if u.Code == in.Code {
			return true
		}
		parent, ok := k.Reference.Unit(u.Parent)
		if u.Parent == "" || !ok {
			return false
		}
		u = parent
	}
	return false
}

// provinceOf gives the province that a unit lies in, the unit itself where it is one.
func (k *Knowledge) provinceOf(u data.Unit) data.Unit {
	for range 8 {
		parent, ok := k.Reference.Unit(u.Parent)
		if u.Parent == "" || !ok {
			break
		}
		u = parent
	}
	return u
}

// near lists names like the one that did not resolve, or those it may mean, for a
// finding; never an answer.
func (k *Knowledge) near(name string, candidates []data.Unit, on data.Date) (vi, en string) {
	var names []string
	for _, u := range candidates {
		names = append(names, k.fullName(u))
	}
	if len(names) == 0 {
		names = k.likeUnits(name, on)
	}
	if len(names) == 0 {
		return "", ""
	}
	list := strings.Join(names[:min(len(names), finding.Limit)], " / ")
	return "; có thể là: " + list, "; it may be: " + list
}

// fullName is a unit's name with what it lies in.
func (k *Knowledge) fullName(u data.Unit) string {
	name := u.Name
	for parent, ok := k.Reference.Unit(u.Parent); u.Parent != "" && ok; parent, ok = k.Reference.Unit(u.Parent) {
		name += ", " + parent.Name
		u = parent
	}
	return name
}

// likeUnits gives at most three unit names whose keys differ little from the name's.
func (k *Knowledge) likeUnits(name string, on data.Date) []string {
	units := slices.DeleteFunc(slices.Clone(k.Reference.Units), func(u data.Unit) bool { return !u.Valid().Holds(on) })
	names := make([]string, len(units))
	for i, u := range units {
		names[i] = u.Name
	}
	return alike(name, names)
}

// alike gives at most three of the names whose keys lie within a quarter of the letters
// of the key asked for, nearest first.
func alike(name string, names []string) []string {
	key := []rune(data.Key(name))
	type near struct {
		name string
		far  int
	}
	var found []near
	seen := map[string]bool{}
	for _, n := range names {
		other := []rune(data.Key(n))
		limit := max(1, len(key)/4)
		if seen[n] || max(len(key)-len(other), len(other)-len(key)) > limit {
			continue
		}
		seen[n] = true
		if d := distance(key, other); d <= limit {
			found = append(found, near{n, d})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int {
		if a.far != b.far {
			return a.far - b.far
		}
		return strings.Compare(a.name, b.name)
	})
	var out []string
	for _, f := range found[:min(3, len(found))] {
		out = append(out, f.name)
	}
	return out
}

// distance counts the letters to be put in, left out or changed.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := 1
			if x == y {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}

package data

import (
	"slices"
	"strings"
)

// unitRows is the rows of each unit code.
func (l Lists) unitRows() map[string][]Unit {
	rows := map[string][]Unit{}
	for _, u := range l.Units {
		rows[u.Code] = append(rows[u.Code], u)
	}
	return rows
}

// validOn says that one of the rows holds on a day.
func validOn(rows []Unit, on Date) bool {
	return slices.ContainsFunc(rows, func(u Unit) bool { return u.Valid().Holds(on) })
}

// unitKinds are the codes of the kinds of units.
func (l Lists) unitKinds() []string {
	return codesOf(l.UnitKinds, func(k UnitKind) string { return k.Code })
}

// checkUnits wants rows of one unit apart in time and a parent over all of it, without cycles.
func (l Lists) checkUnits(f *faults) {
	rows, periods, kinds := l.unitRows(), map[string][]Period{}, l.unitKinds()
	for _, u := range l.Units {
		where := "unit " + u.Code
		f.oneOf(where+": kind", u.Kind, kinds)
		addPeriod(f, periods, where, u.Valid())
		if u.Parent == "" {
			continue
		}
		parent := rows[u.Parent]
		if len(parent) == 0 {
			f.add("%s: parent %s is not there", where, u.Parent)
			continue
		}
		if !opensBy(parent, u.ValidFrom) || !lastsTo(parent, u.ValidTo) {
			f.add("%s: parent %s is not valid over %s..%s", where, u.Parent, u.ValidFrom, u.ValidTo)
		}
	}
	for code := range rows {
		if above := ancestors(rows, code); slices.Contains(above, code) {
			f.add("unit %s: is its own ancestor (%s)", code, strings.Join(above, " > "))
		}
	}
}

func opensBy(rows []Unit, from Date) bool {
	return slices.ContainsFunc(rows, func(u Unit) bool { return u.ValidFrom.Compare(from) <= 0 })
}

func lastsTo(rows []Unit, to Date) bool {
	return slices.ContainsFunc(rows, func(u Unit) bool { return u.ValidTo.IsZero() || !to.IsZero() && !u.ValidTo.Before(to) })
}

// ancestors is the chain of parents of code, up to a repetition.
func ancestors(rows map[string][]Unit, code string) []string {
	var chain []string
	for at := code; len(rows[at]) > 0; {
		at = rows[at][0].Parent
		if slices.Contains(chain, at) || at == "" {
			break
		}
		chain = append(chain, at)
	}
	return chain
}

// checkUnitNames wants a name or an alias to mean one unit under one parent at a time.
func (l Lists) checkUnitNames(f *faults) {
	rows := l.unitRows()
	type place struct{ key, parent string }
	seen := map[place][]Unit{}
	claim := func(name string, u Unit) {
		at := place{Key(name), u.Parent}
		for _, other := range seen[at] {
			toneApart := name == u.Name && !strings.EqualFold(name, other.Name) // Xã Lộc Thạnh, Xã Lộc Thành: told apart as written
			if other.Code != u.Code && other.Valid().Overlaps(u.Valid()) && !toneApart {
				f.add("unit %s and %s are both %q under %s", u.Code, other.Code, name, u.Parent)
			}
		}
		seen[at] = append(seen[at], u)
	}
	for _, u := range l.Units {
		claim(u.Name, u)
	}
	for _, a := range l.UnitAliases {
		if len(rows[a.Unit]) == 0 {
			f.add("unit_alias %q: unit %s is not there", a.Alias, a.Unit)
		}
		for _, u := range rows[a.Unit] {
			claim(a.Alias, u)
		}
	}
}

// checkEvents wants each event to carry a unit valid on its eve into one valid on its day, and each unit that ends to have its event.
func (l Lists) checkEvents(f *faults) {
	rows := l.unitRows()
	ended, full := map[string]Date{}, map[string]int{}
	for _, e := range l.UnitEvents {
		where := "unit_event " + e.On.String() + " " + e.From + " > " + e.To
		f.oneOf(where+": extent", e.Extent, extents)
		f.oneOf(where+": kind", e.Kind, eventKinds)
		if !validOn(rows[e.From], e.On.AddDays(-1)) {
			f.add("%s: %s is not valid on the eve", where, e.From)
		}
		if (e.To == "") != (e.Kind == "abolish") || e.To == e.From {
			f.add("%s: only an abolished unit has no successor, and no unit is its own", where)
		}
		if e.To != "" && !validOn(rows[e.To], e.On) {
			f.add("%s: %s is not valid on the day", where, e.To)
		}
		if e.Extent == "full" {
			if full[e.From]++; full[e.From] > 1 {
				f.add("%s: %s has gone whole before", where, e.From)
			}
			if validOn(rows[e.From], e.On) {
				f.add("%s: %s has gone whole and is still valid", where, e.From)
			}
		}
		ended[e.From] = e.On
	}
	for code, list := range rows {
		last := slices.MaxFunc(list, func(a, b Unit) int { return a.ValidFrom.Compare(b.ValidFrom) })
		if !last.ValidTo.IsZero() && ended[code] != last.ValidTo.AddDays(1) {
			f.add("unit %s: ends on %s without an event the day after", code, last.ValidTo)
		}
	}
}

// checkClusters wants members valid in their year, one name a cluster, and no unit in two clusters a year. The product knows no
// clusters of its own: each board lists those of its province.
func (l Lists) checkClusters(f *faults) {
	type member struct {
		unit string
		year int
	}
	rows, names, in := l.unitRows(), map[string]string{}, map[member]int{}
	for _, c := range l.Clusters {
		if in[member{c.Unit, c.Year}]++; in[member{c.Unit, c.Year}] == 2 {
			f.add("unit %s: in 2 clusters in %d, want 1", c.Unit, c.Year)
		}
		if !existsIn(rows[c.Unit], c.Year) {
			f.add("cluster %s: unit %s is not there in %d", c.Cluster, c.Unit, c.Year)
		}
		if name, ok := names[c.Cluster]; ok && name != c.Name {
			f.add("cluster %s: two names, %q and %q", c.Cluster, name, c.Name)
		}
		names[c.Cluster] = c.Name
	}
}

// existsIn says that a row is valid on some day of the year.
func existsIn(rows []Unit, year int) bool {
	of := Period{Date{year, 1, 1}, YearEnd(year)}
	return slices.ContainsFunc(rows, func(u Unit) bool { return u.Valid().Overlaps(of) })
}

func (l Lists) checkObligations(f *faults) {
	rows := l.unitRows()
	for _, o := range l.Obligations {
		where := "obligation " + o.Unit + " " + o.FormOfReturn + " " + o.Period
		if len(rows[o.Unit]) == 0 {
			f.add("%s: unit is not there", where)
		}
		f.oneOf(where+": form_of_return", o.FormOfReturn, returnForms)
		if p, err := ParseReportPeriod(o.Period); err != nil || p.String() != o.Period {
			f.add("%s: period: want it as the program writes it", where)
		}
		f.oneOf(where+": role", o.Role, roles)
	}
}

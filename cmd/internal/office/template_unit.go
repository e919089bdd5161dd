package office

import (
	"slices"
	"strings"

	"tdkt/data"
)

// unitMeant is the unit that a code or name means in a year.
func (m *templates) unitMeant(text string, year int) (data.Unit, error) {
	period := data.YearPeriod(year)
	if u, ok := m.unitIn(strings.TrimSpace(text), period); ok {
		return u, nil
	}
	days := period.Days()
	found := m.ref.UnitsNamed(text, "", days.To)
	if len(found) == 0 {
		for _, u := range m.ref.UnitsNamed(text, "", data.Date{}) { // one that ended in the year
			if in, ok := m.unitIn(u.Code, period); ok {
				found = append(found, in)
			}
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	r := Refusal{Key: "template_unit", Args: []any{text, year}}
	if len(found) > 1 {
		r.Key = "template_units"
	}
	for _, u := range found {
		r.List = append(r.List, u.Code+" · "+m.fullName(u))
	}
	if u, ok := m.ref.Unit(text); ok && len(found) == 0 {
		r.List = append(r.List, u.Code+" · "+m.fullName(u)+" · "+m.day(u.ValidFrom)+" – "+m.day(u.ValidTo))
	}
	return data.Unit{}, r
}

// unitIn is the unit of a code as it stands last within a period.
func (m *templates) unitIn(code string, p data.ReportPeriod) (u data.Unit, ok bool) {
	for _, row := range m.ref.Units {
		if row.Code == code && row.Valid().Overlaps(p.Days()) && (!ok || u.ValidFrom.Before(row.ValidFrom)) {
			u, ok = row, true
		}
	}
	return u, ok
}

// lastDay is the last day of a period on which a unit stands.
func lastDay(u data.Unit, p data.ReportPeriod) data.Date {
	if to := p.Days().To; u.ValidTo.IsZero() || to.Before(u.ValidTo) {
		return to
	}
	return u.ValidTo
}

// days are those of a period on which a unit stands.
func daysOf(u data.Unit, p data.ReportPeriod) data.Period {
	days := data.Period{From: p.Days().From, To: lastDay(u, p)}
	if days.From.Before(u.ValidFrom) {
		days.From = u.ValidFrom
	}
	return days
}

// parents are what a unit lies in, the nearest first, as they are called on a day.
func (m *templates) parents(u data.Unit, on data.Date) (all []data.Unit) {
	for range 8 { // no chain is longer
		parent, ok := m.ref.UnitOn(u.Parent, on)
		if !ok {
			parent, ok = m.ref.Unit(u.Parent)
		}
		if u.Parent == "" || !ok {
			break
		}
		all = append(all, parent)
		u = parent
	}
	return all
}

func (m *templates) fullName(u data.Unit) string {
	name := u.Name
	for _, p := range m.parents(u, u.ValidTo) {
		name += ", " + p.Name
	}
	return name
}

// letterhead is the two lines above the form: what the unit lies in, and its name, so that together they mean this unit and
// no other on that day.
func (m *templates) letterhead(u data.Unit, on data.Date) (agency, name string, err error) {
	above := m.parents(u, on)
	name = u.Name
	if u.Kind == "commune" || u.Kind == "district" {
		name = "UBND " + u.Name
	}
	if len(above) == 0 {
		return "", strings.ToUpper(name), nil
	}
	agency = above[0].Name
	if len(above) > 1 {
		agency += ", " + above[len(above)-1].Name
	}
	if k := above[0].Kind; u.Kind != "mass_organisation" && (k == "district" || k == "commune" || above[0].Parent == "") {
		agency = "UBND " + agency
	}
	around := m.ref.UnitsNamed(agency, "", on)
	meant := slices.DeleteFunc(m.ref.UnitsNamed(name, "", on), func(o data.Unit) bool {
		return !slices.ContainsFunc(around, func(a data.Unit) bool {
			return o.Code == a.Code || slices.ContainsFunc(m.parents(o, on), func(p data.Unit) bool { return p.Code == a.Code })
		})
	})
	if len(meant) != 1 || meant[0].Code != u.Code {
		return "", "", Refusal{Key: "template_name", Args: []any{m.fullName(u), u.Code, m.day(on)}}
	}
	return strings.ToUpper(agency), strings.ToUpper(name), nil
}

// place is the name of the province, for the line of the date.
func (m *templates) place(u data.Unit, on data.Date) string {
	if above := m.parents(u, on); len(above) > 0 {
		u = above[len(above)-1]
	}
	return strings.TrimPrefix(strings.TrimPrefix(u.Name, "Tỉnh "), "Thành phố ")
}

// unitsBelow are the names of the units that a sender may tally: those that lie in it, of a board those of its province; in
// want of any the sender itself. A name that several bear is left out: nobody could tell whose figures stand beside it.
func (m *templates) unitsBelow(u data.Unit, on data.Date) (names []string) {
	in := u
	if above := m.parents(u, on); len(above) > 0 && u.SenderKind() == "board" {
		in = above[len(above)-1]
	}
	own := func(text, code string) bool {
		found := m.ref.UnitsNamed(text, u.Province, on)
		return len(found) == 1 && found[0].Code == code
	}
	for _, o := range m.ref.Units {
		above := m.parents(o, on)
		if !o.Valid().Holds(on) || !slices.ContainsFunc(above, func(p data.Unit) bool { return p.Code == in.Code }) {
			continue
		}
		for _, text := range []string{o.Name, o.Name + ", " + above[0].Name} {
			if own(text, o.Code) {
				names = append(names, text)
				break
			}
		}
	}
	if len(names) == 0 {
		return []string{u.Name}
	}
	return names
}

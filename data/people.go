package data

import "strings"

// DelegateRole is what somebody attends a congress of patriotic emulation as.
type DelegateRole struct {
	Code   string `csv:"role_code,key"`
	NameVI string `csv:"name_vi"`
	NameEN string `csv:"name_en"`
	Order  int    `csv:"display_order"`
	Note   string `csv:"note,optional"`
}

// EconomicSector is a sector of the economy (thành phần kinh tế) that a delegate works in.
type EconomicSector struct {
	Code   string `csv:"sector_code,key"`
	NameVI string `csv:"name_vi"`
	NameEN string `csv:"name_en"`
	Order  int    `csv:"display_order"`
	Note   string `csv:"note,optional"`
}

// ExemplarStatus is how far an exemplar (điển hình tiên tiến) has come.
type ExemplarStatus struct {
	Code   string `csv:"status_code,key"`
	NameVI string `csv:"name_vi"`
	NameEN string `csv:"name_en"`
	Order  int    `csv:"display_order"`
	Note   string `csv:"note,optional"`
}

// CongressTarget is the share of a role among the delegates of a congress of a level that a plan aims at. It is compared and
// never a limit; of the rows in force in the year of the congress the latest holds.
type CongressTarget struct {
	Code       string `csv:"target_code,key"`
	Level      string `csv:"level_code"`
	Role       string `csv:"role_code"`
	Percent    int    `csv:"target_percent"`
	ValidFrom  Date   `csv:"valid_from,optional"`
	ValidTo    Date   `csv:"valid_to,optional"`
	LegalBasis string `csv:"legal_basis"`
	BasisEN    string `csv:"basis_en"`
	Verified   bool   `csv:"verified"`
	Note       string `csv:"note,optional"`
}

// PeopleAlias is one spelling of a role, sector, status or field.
type PeopleAlias struct {
	Kind  string `csv:"alias_kind,key"`
	Alias string `csv:"alias,key"`
	Code  string `csv:"code"`
	Note  string `csv:"note,optional"`
}

// PeopleWord is the kind of a word that lists of people use.
type PeopleWord string

// The kinds of words.
const (
	RoleWord   PeopleWord = "role"
	SectorWord PeopleWord = "sector"
	StatusWord PeopleWord = "status"
	FieldWord  PeopleWord = "field"
)

// PeopleCode is the role, sector, status or field that a text names.
func (r *Reference) PeopleCode(kind PeopleWord, text string) (code string, ok bool) {
	if kind == FieldWord {
		for _, f := range r.Fields {
			if f.Code == strings.TrimSpace(text) {
				return f.Code, true
			}
		}
	}
	code, ok = r.people[string(kind)+"|"+Key(text)]
	return code, ok
}

// peopleNames are the names of the members, by kind.
func (l Lists) peopleNames() []PeopleAlias {
	var names []PeopleAlias
	add := func(kind PeopleWord, name, code string) {
		names = append(names, PeopleAlias{Kind: string(kind), Alias: name, Code: code})
	}
	for _, x := range l.DelegateRoles {
		add(RoleWord, x.NameVI, x.Code)
	}
	for _, x := range l.Sectors {
		add(SectorWord, x.NameVI, x.Code)
	}
	for _, x := range l.ExemplarStatuses {
		add(StatusWord, x.NameVI, x.Code)
	}
	for _, x := range l.Fields {
		add(FieldWord, x.NameVI, x.Code)
	}
	return names
}

func (r *Reference) indexPeople() {
	r.people = map[string]string{}
	for _, a := range append(r.peopleNames(), r.PeopleAliases...) {
		r.people[a.Kind+"|"+Key(a.Alias)] = a.Code
	}
}

func (l Lists) checkPeople(f *faults) {
	members, meaning := map[string][]string{}, map[string]string{}
	for _, a := range l.peopleNames() {
		members[a.Kind] = append(members[a.Kind], a.Code)
		meaning[a.Kind+"|"+Key(a.Alias)] = a.Code
	}
	for _, a := range l.PeopleAliases {
		if members[a.Kind] == nil {
			f.add("people_alias %q: no kind %q", a.Alias, a.Kind)
			continue
		}
		f.oneOf("people_alias "+a.Kind+" "+a.Alias, a.Code, members[a.Kind])
		key := a.Kind + "|" + Key(a.Alias)
		if other, seen := meaning[key]; seen && other != a.Code {
			f.add("people_alias %s %q: %s and %s", a.Kind, a.Alias, a.Code, other)
		}
		meaning[key] = a.Code
	}
	levels := codesOf(l.Levels, func(x Level) string { return x.Code })
	sums := map[string]int{}
	for _, t := range l.CongressTargets {
		where := "congress_target " + t.Code
		f.oneOf(where+": level_code", t.Level, levels)
		f.oneOf(where+": role_code", t.Role, members[string(RoleWord)])
		if t.Percent < 0 || t.Percent > 100 {
			f.add("%s: %d %%", where, t.Percent)
		}
		sums[t.Level+" from "+t.ValidFrom.String()] += t.Percent
	}
	for of, sum := range sums {
		if sum != 100 {
			f.add("congress_target %s: the shares are %d %% together", of, sum)
		}
	}
}

package charts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/queries/table"
)

// unit is a unit that has figures, a return or a finding, or shares a cluster with one: a cluster has all its units.
type unit struct {
	Code  string `json:"code"`
	Label string `json:"label"`           // told apart from units of the same name
	Group string `json:"group,omitempty"` // the province it belongs to
	kind  string
	name  string
	// silent tells a unit of which nothing is known but its cluster: it counts there, and nobody asks for it.
	silent bool
}

// registry is dim-unit by code.
type registry map[string]struct {
	name, kind, parent string
	ended              bool
}

func registryOf(t table.Table) (registry, error) {
	at, err := need(t, "unit_code", "unit_name", "unit_kind", "parent_code", "valid_to")
	if err != nil {
		return nil, err
	}
	reg := registry{}
	for _, r := range t.Rows {
		u := reg[table.Plain(r[at[0]])]
		u.name, u.kind, u.parent = table.Plain(r[at[1]]), table.Plain(r[at[2]]), table.Plain(r[at[3]])
		u.ended = r[at[4]] != nil
		reg[table.Plain(r[at[0]])] = u
	}
	return reg, nil
}

// root follows the parents of a unit to the top; itself where it has none.
func (reg registry) root(code string) string {
	for range len(reg) { // a circle ends too
		parent := reg[code].parent
		if _, ok := reg[parent]; !ok || parent == "" {
			return code
		}
		code = parent
	}
	return code
}

// province is the name of the top of a unit, marked where another of the same name came after it.
func (reg registry) province(in Input, code string) string {
	root := reg.root(code)
	if root == code && reg[code].kind != "other" {
		return in.say("page.units_other")
	}
	name := reg[root].name
	if reg[root].ended {
		for other, u := range reg {
			if other != root && u.name == name && !u.ended {
				return in.say("page.former", name)
			}
		}
	}
	return name
}

var kindOrder = []string{"other", "department", "mass_organisation", "district", "commune", "enterprise", "school_or_hospital"}

// notCarried is the member under which stands what a view of boundaries cannot carry.
const notCarried = "khong_quy_doi"

// unitsOf lists the units that occur in any table, those of clusters, and those to which the views of boundaries carry them, by
// province, kind and name.
func unitsOf(in Input, views []boundary) ([]unit, error) {
	reg, err := registryOf(in.Tables["dim-unit"])
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	var units []unit
	meet := func(code string, silent bool) {
		if seen[code] {
			return
		}
		seen[code] = true
		u, known := reg[code]
		if !known {
			u.name = code
		}
		group := reg.province(in, code)
		if code == notCarried {
			u.name, group = in.say("page.not_carried"), in.say("page.not_carried")
		}
		units = append(units, unit{Code: code, Label: u.name, name: u.name, kind: u.kind, Group: group, silent: silent})
	}
	for _, queries := range [][]string{{"cube-award", "cube-beneficiary", "completeness", "findings"}, {"dim-cluster"}} {
		silent := queries[0] == "dim-cluster"
		for _, query := range queries {
			t := in.Tables[query]
			at, err := need(t, "unit_code")
			if err != nil {
				return nil, err
			}
			for _, r := range t.Rows {
				if code, ok := r[at[0]].(string); ok {
					meet(code, silent)
				}
			}
		}
		for _, u := range slices.Clone(units) {
			for _, v := range views {
				if member, moved := v.member[u.Code]; moved {
					meet(member, silent)
				}
			}
		}
	}
	tellApart(units, reg)
	slices.SortFunc(units, func(a, b unit) int {
		return cmp.Or(cmp.Compare(last(a), last(b)), cmp.Compare(a.Group, b.Group),
			cmp.Compare(slices.Index(kindOrder, a.kind), slices.Index(kindOrder, b.kind)),
			cmp.Compare(a.Label, b.Label), cmp.Compare(a.Code, b.Code))
	})
	return units, nil
}

// last is 1 for what stands after every unit.
func last(u unit) int {
	if u.Code == notCarried {
		return 1
	}
	return 0
}

// boundary is a view of boundaries other than the returns' own.
type boundary struct {
	Code    string            `json:"code"`
	Label   string            `json:"label"`
	Members []int             `json:"members"` // for the position of each unit, that of the unit its figures stand under
	member  map[string]string // by code, of the units whose figures move
}

// boundariesOf reads the views in their order.
func boundariesOf(in Input) ([]boundary, error) {
	t := in.Tables["dim-unit-boundary"]
	at, err := need(t, "boundaries", "boundaries_"+in.Lang, "unit_code", "member_code")
	if err != nil {
		return nil, err
	}
	var views []boundary
	for _, r := range t.Rows {
		code := table.Plain(r[at[0]])
		if len(views) == 0 || views[len(views)-1].Code != code {
			views = append(views, boundary{Code: code, Label: table.Plain(r[at[1]]), member: map[string]string{}})
		}
		views[len(views)-1].member[table.Plain(r[at[2]])] = table.Plain(r[at[3]])
	}
	return views, nil
}

// place fills in the positions of the members.
func (v *boundary) place(units []unit) {
	at := map[string]int{}
	for i, u := range units {
		at[u.Code] = i
	}
	v.Members = make([]int, len(units))
	for i, u := range units {
		v.Members[i] = i
		if member, moved := v.member[u.Code]; moved {
			if m, listed := at[member]; listed {
				v.Members[i] = m
			}
		}
	}
}

// in are the figures with each row of the cubes under the unit of a view.
func (f figures) in(v boundary) figures {
	move := func(rows [][]any) [][]any {
		moved := make([][]any, len(rows))
		for i, r := range rows {
			moved[i] = slices.Clone(r)
			moved[i][posUnit] = v.Members[r[posUnit].(int)]
		}
		return moved
	}
	f.Award, f.Beneficiary, f.Crossed = move(f.Award), move(f.Beneficiary), move(f.Crossed)
	return f
}

// tellApart adds the province, else the parent, else the code, to names that occur more than once.
func tellApart(units []unit, reg registry) {
	for _, add := range []func(u unit) string{
		func(u unit) string { return strings.TrimPrefix(u.Group, "Tỉnh ") },
		func(u unit) string { return reg[reg[u.Code].parent].name },
		func(u unit) string { return u.Code },
	} {
		count := map[string]int{}
		for _, u := range units {
			count[u.Label]++
		}
		for i, u := range units {
			if more := add(u); count[u.Label] > 1 && more != "" {
				units[i].Label = u.Label + " · " + more
			}
		}
	}
}

// unitAt gives the position of a unit.
func (f figures) unitAt() func(code string) (int, error) {
	at := map[string]int{}
	for i, u := range f.Units {
		at[u.Code] = i
	}
	return func(code string) (int, error) {
		i, ok := at[code]
		if !ok {
			return 0, fmt.Errorf("charts: unit %q is nowhere listed", code)
		}
		return i, nil
	}
}

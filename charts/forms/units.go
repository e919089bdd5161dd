package forms

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"tdkt/queries/table"
)

// unitTree is who lies in whom in a year, for the groups of a table of units.
type unitTree struct {
	parent, name, kind map[string]string
	until              map[string]table.Date // of those that ended
	named              map[string]int        // how many bear a name in the year
}

func treeOf(t table.Table, year int) unitTree {
	u := unitTree{map[string]string{}, map[string]string{}, map[string]string{}, map[string]table.Date{}, map[string]int{}}
	for r := range t.Rows {
		code, name := t.Text(r, "unit_code"), t.Text(r, "unit_name")
		u.parent[code], u.name[code], u.kind[code] = t.Text(r, "parent_code"), name, t.Text(r, "unit_kind")
		to, ended := t.Value(r, "valid_to").(table.Date)
		if ended {
			u.until[code] = to
		}
		if from, began := t.Value(r, "valid_from").(table.Date); !(began && from.Year > year) && !(ended && to.Year < year) {
			u.named[name]++
		}
	}
	return u
}

// full is a name that no other unit bears: with what it lies in, where several are called the same.
func (u unitTree) full(code string) string {
	name := cmp.Or(u.name[code], code)
	if above := u.name[u.parent[code]]; u.named[name] > 1 && above != "" {
		first, size := utf8.DecodeRuneInString(above)
		name += ", " + string(unicode.ToLower(first)) + above[size:]
	}
	return name
}

// top is the name of a province; one that ended gave its name to one that goes on, and says until when it stood.
func (u unitTree) top(code string) string {
	name := cmp.Or(u.name[code], code)
	if to, ended := u.until[code]; ended {
		name += fmt.Sprintf(" (đến %02d/%02d/%d)", to.Day, int(to.Month), to.Year)
	}
	return name
}

// chain is what a unit lies in, from the top, itself last.
func (u unitTree) chain(code string) (chain []string) {
	for range 8 { // no chain is longer
		chain = append([]string{code}, chain...)
		if code = u.parent[code]; code == "" {
			break
		}
	}
	return chain
}

// group is a heading of a table of units with the units under it: a province, then the units that lie in it at once, its
// districts, its communes.
type group struct {
	province, code string
	order          int
	name           string
}

const (
	groupUnits = iota
	groupDistrict
	groupCommunes
)

// group is where a unit stands.
func (u unitTree) group(code string, year int) group {
	chain := u.chain(code)
	g := group{province: chain[0], order: groupUnits, name: "Các đơn vị trong địa bàn"}
	for _, above := range chain {
		if u.kind[above] == "district" {
			return group{chain[0], above, groupDistrict, u.name[above]}
		}
	}
	if u.kind[code] == "commune" {
		g.order, g.name = groupCommunes, "Các xã, phường, đặc khu"
		if year < 2025 { // the law of two levels of local government
			g.name = "Các xã, phường, thị trấn"
		}
	}
	return g
}

// unitRows fills in a row for each unit with awards, under its group and its province.
func (p *plan) unitRows() {
	t, tree := p.in.Tables["form-units"], treeOf(p.in.Tables["form-places"], p.in.Year)
	given := map[string]map[string]cell{}
	for r := range t.Rows {
		unit, form := t.Text(r, "unit_code"), t.Text(r, "form_code")
		if given[unit] == nil {
			given[unit] = map[string]cell{}
		}
		n, told := t.Int(r, "award_count")
		if told {
			given[unit][form] = cell{value: n, figures: []string{t.FigureID(r, t.Col("award_count"))}}
		}
	}
	units := make([]string, 0, len(given))
	for code := range given {
		units = append(units, code)
	}
	slices.SortFunc(units, func(a, b string) int {
		x, y := tree.group(a, p.in.Year), tree.group(b, p.in.Year)
		return cmp.Or(cmp.Compare(tree.name[x.province], tree.name[y.province]), cmp.Compare(x.province, y.province), cmp.Compare(x.order, y.order),
			cmp.Compare(x.name, y.name), cmp.Compare(x.code, y.code), cmp.Compare(b2i(a != x.code), b2i(b != y.code)), cmp.Compare(tree.name[a], tree.name[b]), cmp.Compare(a, b))
	})
	var total, province, within []int // lines still to be added up
	flush := func(lines []int, at int) { p.lines[at].sums = lines }
	provinceAt, groupAt, provinces, groups := -1, -1, 0, 0
	var last group
	for i, code := range units {
		g := tree.group(code, p.in.Year)
		if i == 0 || g.province != last.province {
			if i > 0 {
				flush(within, groupAt)
				flush(province, provinceAt)
			}
			provinces, groups, province, within = provinces+1, 0, nil, nil
			provinceAt, groupAt = len(p.lines), -1
			total = append(total, provinceAt)
			p.lines = append(p.lines, p.unitLine(roman(provinces), tree.top(g.province), true))
		}
		if groupAt < 0 || g != last {
			if groupAt >= 0 {
				flush(within, groupAt)
			}
			groups, within, groupAt = groups+1, nil, len(p.lines)
			province = append(province, groupAt)
			p.lines = append(p.lines, p.unitLine(fmt.Sprintf("%s.%d", roman(provinces), groups), g.name, true))
		}
		within = append(within, len(p.lines))
		l := p.unitLine(strconv.Itoa(len(within)), tree.full(code), false)
		p.fillUnit(&l, given[code])
		p.lines = append(p.lines, l)
		last = g
	}
	if len(units) > 0 {
		flush(within, groupAt)
		flush(province, provinceAt)
	}
	end := p.unitLine(p.in.Form.Total, "", true)
	end.merge, end.sums = true, total
	p.lines = append(p.lines, end)
	for i := range p.lines {
		p.addUp(i)
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (p *plan) unitLine(number, name string, bold bool) line {
	l := line{bold: bold, text: make([]string, len(p.leaves)), cells: make([]cell, len(p.leaves))}
	for c, leaf := range p.leaves {
		l.cells[c] = cell{why: unstated}
		switch leaf.column.What {
		case "ordinal":
			l.text[c] = number
		case "unit":
			l.text[c] = name
		}
	}
	return l
}

// fillUnit puts a unit's awards into its row; forms that no return of it states stay blank.
func (p *plan) fillUnit(l *line, given map[string]cell) {
	sum, at, told := int64(0), -1, false
	for c, leaf := range p.leaves {
		switch {
		case leaf.column.What == "total":
			at = c
		case len(leaf.forms) == 1:
			if g, ok := given[leaf.forms[0]]; ok {
				l.cells[c] = g
				sum, told = sum+g.value, true
			}
		}
	}
	if at >= 0 && told {
		l.cells[at] = cell{value: sum}
	}
}

// addUp gives a heading the sums of the rows under it, the innermost first.
func (p *plan) addUp(i int) {
	l := &p.lines[i]
	for c := range p.leaves {
		n, told := int64(0), false
		for _, k := range l.sums {
			p.addUpOnce(k)
			if p.lines[k].cells[c].has() {
				n, told = n+p.lines[k].cells[c].value, true
			}
		}
		if told && !p.leaves[c].isText() {
			l.cells[c] = cell{value: n}
		}
	}
}

// addUpOnce adds up a heading that is a part of another.
func (p *plan) addUpOnce(i int) {
	if len(p.lines[i].sums) > 0 && !slices.ContainsFunc(p.lines[i].cells, cell.has) {
		p.addUp(i)
	}
}

func roman(n int) string {
	out := ""
	for _, d := range []struct {
		n    int
		text string
	}{{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= d.n {
			out, n = out+d.text, n-d.n
		}
	}
	return out
}

package main

import (
	"fmt"
	"sort"
	"strconv"
)

// decisions is a register of decisions: one row a decision and form, with how many collectives and persons it names.
// It never counts; it is there to be held against the lists.
type decisions struct {
	head head
	rows []decision
}

type decision struct {
	no, form              string
	on                    day
	by                    string
	groups, people, homes int
}

// decisionsOf gathers what the lists of a year say that province and state decided.
func decisionsOf(all []file, year int) []decision {
	by := map[string]*decision{}
	var keys []string
	for _, f := range all {
		for _, p := range f.parts {
			if p.role != "" || p.list == nil {
				continue
			}
			for _, a := range p.list.awards {
				a = p.list.seen(a)
				if a.decOn.y != year || a.level != "tinh" && a.level != "nha_nuoc" || forms[a.form].outside {
					continue
				}
				k := a.decOn.iso() + "|" + a.decNo + "|" + a.form
				if by[k] == nil {
					by[k] = &decision{no: a.decNo, form: a.form, on: a.decOn, by: authorityOf(a, p.list.head.from)}
					keys = append(keys, k)
				}
				switch a.kind {
				case "individual":
					by[k].people++
				case "collective":
					by[k].groups++
				default:
					by[k].homes++
				}
			}
		}
	}
	sort.Strings(keys)
	var out []decision
	for _, k := range keys {
		out = append(out, *by[k])
	}
	return out
}

func (d decisions) sheet(name string) *sheet {
	s := newSheet(name)
	s.Landscape = true
	cols := []column{col("", 6, "STT"), col("", 18, "Số quyết định"), col("", 14, "Ngày quyết định"), col("", 24, "Cơ quan ban hành"), col("", 40, "Hình thức khen thưởng"),
		col("", 11, "Số tập thể"), col("", 11, "Số cá nhân"), col("", 24, "Ghi chú")}
	for i, c := range cols {
		s.Widths[i+1] = c.width
	}
	row := list{columns: cols, index: "1"}.header(s, d.head.write(s, len(cols)))
	for i, x := range d.rows {
		s.put(row, 1, cell{Kind: number, Text: strconv.Itoa(i + 1), Style: "mid"})
		s.text(row, 2, x.no, "mid")
		s.put(row, 3, cell{Kind: dateDay, Text: x.on.iso(), Style: "date"})
		s.text(row, 4, x.by, "cell")
		s.text(row, 5, forms[x.form].name, "cell")
		for c, n := range []int{x.groups, x.people} {
			s.put(row, 6+c, cell{Style: "num"})
			if n > 0 {
				s.put(row, 6+c, cell{Kind: number, Text: strconv.Itoa(n), Style: "num"})
			}
		}
		s.put(row, 8, cell{Style: "cell"})
		if x.homes > 0 {
			s.text(row, 8, fmt.Sprintf("và %d hộ gia đình", x.homes), "cell")
		}
		row++
	}
	d.head.sign(s, row+1, len(cols))
	return s
}

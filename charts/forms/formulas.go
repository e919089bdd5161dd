package forms

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// at is the name of a cell of a line and leaf.
func (p *plan) at(line, leaf int) string { return cellName(leaf+1, p.first+line) }

func cellName(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		panic(err) // columns and rows are counted from 1 here
	}
	return name
}

// formulas lets the form sum itself where its parts make the whole; where they do not, the figure stands as a number.
func (p *plan) formulas() {
	p.first = p.headRows() + 1
	for i := range p.lines {
		for c := range p.leaves {
			l := &p.lines[i]
			if x := &l.cells[c]; !p.leaves[c].isText() && x.has() {
				x.formula = p.formula(i, c)
			}
		}
	}
}

func (p *plan) formula(i, c int) string {
	l, x := p.lines[i], p.lines[i].cells[c]
	switch column := p.leaves[c].column; {
	case x.isRatio:
		return p.at(i, p.leafOf(column.Of[0])) + "/" + p.at(i, p.leafOf(column.Of[1]))
	case len(l.sums) > 0:
		return p.sumDown(l.sums, c, x.value)
	case column.What == "total":
		return p.sumAcross(i, x.value)
	case len(column.Sums) > 0 && p.sumColumns(i, column.Sums, x.value) != "":
		return p.sumColumns(i, column.Sums, x.value)
	case l.row.Measure != "":
		var parts []int
		for k, part := range p.lines {
			if part.row.SumsInto == l.row.Measure && part.cells[c].why != closed {
				parts = append(parts, k)
			}
		}
		return p.sumDown(parts, c, x.value)
	}
	return ""
}

// sumDown is the formula that adds up lines, "" where they do not make the whole.
func (p *plan) sumDown(lines []int, c int, whole int64) string {
	sum, told := int64(0), 0
	for _, k := range lines {
		if x := p.lines[k].cells[c]; x.has() {
			sum, told = sum+x.value, told+1
		}
	}
	if told == 0 || sum != whole {
		return ""
	}
	return sumOf(lines, func(k int) string { return p.at(k, c) })
}

// sumAcross is the formula that adds up the columns of award forms of a line, "" where they do not make the whole.
func (p *plan) sumAcross(i int, whole int64) string {
	var leaves []int
	for c, leaf := range p.leaves {
		if leaf.column.What == "awards" {
			leaves = append(leaves, c)
		}
	}
	return p.sumLeaves(i, leaves, whole)
}

// sumColumns is the formula that adds up columns by their index, "" where they do not make the whole.
func (p *plan) sumColumns(i int, indexes []string, whole int64) string {
	leaves := make([]int, len(indexes))
	for k, index := range indexes {
		leaves[k] = p.leafOf(index)
	}
	return p.sumLeaves(i, leaves, whole)
}

func (p *plan) sumLeaves(i int, leaves []int, whole int64) string {
	sum, told := int64(0), false
	for _, c := range leaves {
		if x := p.lines[i].cells[c]; x.has() {
			sum, told = sum+x.value, true
		}
	}
	if !told || sum != whole {
		return ""
	}
	return sumOf(leaves, func(c int) string { return p.at(i, c) })
}

// sumOf writes neighbours as a range and others one by one.
func sumOf(places []int, name func(int) string) string {
	first, last := places[0], places[len(places)-1]
	if last-first == len(places)-1 {
		return fmt.Sprintf("SUM(%s:%s)", name(first), name(last))
	}
	names := make([]string, len(places))
	for i, k := range places {
		names[i] = name(k)
	}
	return strings.Join(names, "+")
}

// depth is how many rows the header takes.
func (p *plan) depth() (n int) {
	for _, l := range p.leaves {
		n = max(n, len(l.head))
	}
	return n
}

// hasIndex says that the form numbers its columns.
func (p *plan) hasIndex() bool {
	return slices.ContainsFunc(p.leaves, func(l leaf) bool { return l.index != "" })
}

// top is the first row of the header.
func (p *plan) top() int { return max(len(p.in.Form.Left), len(p.in.Form.Right)) + 5 }

// headRows are the rows above the body.
func (p *plan) headRows() int {
	n := p.top() - 1 + p.depth()
	if p.hasIndex() {
		n++
	}
	return n
}

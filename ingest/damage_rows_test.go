package ingest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"tdkt/ingest/grid"
)

func merge(r1, r2, c1, c2 int) grid.Merge { return grid.Merge{R1: r1, R2: r2, C1: c1, C2: c2} }

// label is the column that says what a row is.
func (s *sent) label() int {
	p := s.sheet()
	for _, code := range []string{"name", "unit", "label", "form"} {
		if c := p.col(code); c >= 0 {
			return c
		}
	}
	return 0
}

// across says that the forms are columns of the return, and its rows are numbered kinds.
func (s *sent) across() bool { return s.sheet().col("label") >= 0 }

var rowDamages = []damage{
	{"a blank row within the table", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(dataRow)
		p.insertRow(rows[1+r.IntN(len(rows)-1)], "")
		return allOf(p), true
	}},
	{"five blank rows within the table", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(dataRow)
		at := rows[1+r.IntN(len(rows)-1)]
		for range 5 {
			p.insertRow(at, "")
		}
		return allOf(p), true
	}},
	{"a row doubled", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at, ok := choose(r, s.telling())
		if !ok {
			return none()
		}
		p.insertRow(at+1, dataRow, slices.Clone(p.rows[at])...)
		return rowsOf(p, at, at+1), true
	}},
	{"a row doubled at the end", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		if len(p.of(groupRow)) > 0 || s.shape == "mau_01" {
			return none()
		}
		at, ok := choose(r, s.telling())
		rows := p.of(dataRow)
		last := rows[len(rows)-1] + 1
		if !ok {
			return none()
		}
		p.insertRow(last, dataRow, slices.Clone(p.rows[at])...)
		return []area{{p.name, at, at, -1, -1}, {p.name, last, last, -1, -1}}, true
	}},
	{"the table doubled beneath itself", false, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		return doubled(s, s.sheet().header())
	}},
	{"the rows doubled beneath themselves", false, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		return doubled(s, s.sheet().body())
	}},
	{"rows in another order", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(dataRow)
		r.Shuffle(len(rows), func(i, j int) { p.rows[rows[i]], p.rows[rows[j]] = p.rows[rows[j]], p.rows[rows[i]] })
		if len(p.of(groupRow)) > 0 || s.shape == "mau_01" && len(p.of(totalRow)) > 1 || s.across() {
			return none() // they would say something else
		}
		return allOf(p), true
	}},
	{"a heading beneath its rows", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		groups := p.of(groupRow)
		if len(groups) == 0 || !s.list() {
			return none()
		}
		for i := len(groups) - 1; i >= 0; i-- {
			end := p.end()
			if t := p.of(totalRow); len(t) > 0 {
				end = t[0]
			}
			if i+1 < len(groups) {
				end = groups[i+1]
			}
			cells, role := p.deleteRow(groups[i])
			p.insertRow(end-1, role, cells...)
		}
		return allOf(p), true
	}},
	{"a heading merged across the table", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return headings(s, func(p *paper, g int) {
			if s.list() {
				p.set(g, 0, txt(p.at(g, 0).text+". "+p.at(g, s.label()).text))
				p.set(g, s.label(), box{})
			}
			p.merges = append(p.merges, merge(g, g, 0, len(p.cols)-1))
		})
	}},
	{"a heading in another column", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return headings(s, func(p *paper, g int) {
			c := s.label()
			b := p.at(g, c)
			p.set(g, c, box{})
			p.set(g, c+1+r.IntN(len(p.cols)-c-1), b)
		})
	}},
	{"a heading that lost its number", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return headings(s, func(p *paper, g int) {
			if s.label() > 0 {
				p.set(g, 0, box{})
			} else {
				_, bare, _ := strings.Cut(p.at(g, 0).text, " ")
				p.set(g, 0, txt(bare))
			}
		})
	}},
	{"a heading with its number before its words", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return headings(s, func(p *paper, g int) {
			if c := s.label(); c > 0 {
				p.set(g, c, txt(p.at(g, 0).text+". "+p.at(g, c).text))
				p.set(g, 0, box{})
			}
		})
	}},
	{"a row split in two", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(dataRow)
		at := rows[r.IntN(len(rows))]
		c := s.label() + 1
		rest := make([]box, len(p.rows[at]))
		copy(rest[c:], p.rows[at][c:])
		p.rows[at] = p.rows[at][:c]
		p.insertRow(at+1, dataRow, rest...)
		return rowsOf(p, at, at+1), true
	}},
	{"two rows joined by line breaks", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(dataRow)
		at := rows[r.IntN(len(rows)-1)]
		if p.roles[at+1] != dataRow {
			return none()
		}
		for c := range p.cols {
			if a, b := p.at(at, c), p.at(at+1, c); !a.empty() && !b.empty() {
				p.set(at, c, txt(a.text+"\n"+b.text))
			} else if a.empty() && !b.empty() {
				p.set(at, c, b)
			}
		}
		p.deleteRow(at + 1)
		return rowsOf(p, at, at+1), true
	}},
	{"a hidden row", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(dataRow)
		at := rows[r.IntN(len(rows))]
		p.hiddenRow[at] = true
		return rowsOf(p, at, at), true
	}},
	{"rows hidden by a filter", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		for _, at := range p.of(dataRow) {
			p.hiddenRow[at] = r.IntN(2) == 0
		}
		p.filter = true
		return allOf(p), true
	}},
	{"the signature block within the table", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(dataRow)
		at := rows[1+r.IntN(len(rows)-1)]
		p.insertRow(at, signRow, row("", "NGƯỜI LẬP BIỂU", "GIÁM ĐỐC")...)
		p.insertRow(at, signRow, row("", "", "Việt Trì, ngày 10 tháng 12 năm 2024")...)
		return rowsOf(p, at, at+1), true
	}},
	{"a row beneath the signature block", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at, ok := choose(r, s.telling())
		if !ok || len(p.of(signRow)) == 0 || len(p.of(groupRow)) > 0 || s.shape == "mau_01" {
			return none()
		}
		cells, role := p.deleteRow(at)
		p.add(role, cells...)
		return rowsOf(p, len(p.rows)-1, len(p.rows)-1), true
	}},
	{"a row above the header", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at, ok := choose(r, s.telling())
		if !ok {
			return none()
		}
		cells, _ := p.deleteRow(at)
		h := p.header()
		p.insertRow(h, titleRow, cells...)
		return rowsOf(p, h, h), true
	}},
	{"remarks between the rows", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(dataRow)
		p.insertRow(rows[1+r.IntN(len(rows)-1)], "", row("Ghi chú: các trường hợp sau đây đã được hội đồng thông qua")...)
		return allOf(p), true
	}},
	{"page numbers between the rows", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(dataRow)
		p.insertRow(rows[1+r.IntN(len(rows)-1)], "", row("", "Trang 2")...)
		return allOf(p), true
	}},
	{"rows crossed out", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at, ok := choose(r, s.telling())
		if !ok {
			return none()
		}
		for c := range p.rows[at] {
			p.rows[at][c].strike = true
		}
		return rowsOf(p, at, at), true
	}},
	{"a cell crossed out", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at, ok := choose(r, s.telling())
		c := r.IntN(len(p.cols))
		if !ok || p.at(at, c).empty() || c == p.col("ordinal") {
			return none()
		}
		p.rows[at][c].strike = true
		return cellOf(p, at, c), true
	}},
	{"one cell of a column pushed down", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(dataRow)
		at := rows[r.IntN(len(rows))]
		c := 1 + r.IntN(len(p.cols)-1)
		if s.shape == "mau_01" && len(p.of(totalRow)) > 1 || len(p.of(groupRow)) > 0 {
			return none()
		}
		last := p.end()
		if last == len(p.rows) || !p.at(last, c).empty() {
			p.insertRow(last, "")
		}
		for i := last; i > at; i-- {
			p.set(i, c, p.at(i-1, c))
		}
		p.set(at, c, box{})
		return colsOf(p, c, c), true
	}},
}

// telling are the rows of data that hold an award, or a figure above nought.
func (s *sent) telling() (rows []int) {
	if s.list() {
		return s.sheet().of(dataRow)
	}
	for _, at := range s.figuresIn() {
		if !slices.Contains(rows, at[0]) {
			rows = append(rows, at[0])
		}
	}
	return rows
}

func doubled(s *sent, from int) ([]area, bool) {
	p := s.sheet()
	to := p.end()
	for i := to - 1; i >= from; i-- {
		p.insertRow(to, p.roles[i], slices.Clone(p.rows[i])...)
	}
	return rowsOf(p, to, to+to-from), true
}

// headings does something to one heading.
func headings(s *sent, do func(p *paper, g int)) ([]area, bool) {
	p := s.sheet()
	groups := p.of(groupRow)
	if len(groups) == 0 {
		return none()
	}
	for _, g := range groups {
		do(p, g)
	}
	return allOf(p), true
}

var totalDamages = []damage{
	{"the total moved to the top", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		return totalTo(s, func(p *paper) int { return p.body() })
	}},
	{"the total moved into the middle", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return totalTo(s, func(p *paper) int {
			rows := p.of(dataRow)
			return rows[1+r.IntN(len(rows)-1)]
		})
	}},
	{"the total doubled", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at, ok := s.grand()
		if !ok {
			return none()
		}
		p.insertRow(at+1, totalRow, slices.Clone(p.rows[at])...)
		return allOf(p), true
	}},
	{"the total renamed", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return totalAs(s, pick(r, "TỔNG SỐ", "Cộng", "Tổng", "Tổng cộng:", "TỔNG CỘNG (I+II)"))
	}},
	{"the total by other words", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return totalAs(s, pick(r, "Toàn ngành", "Toàn huyện", "Tất cả", "Chung", "Cả năm"))
	}},
	{"the total without words", false, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		return totalAs(s, "")
	}},
	{"the total's words in another column", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at, ok := s.grand()
		if !ok || s.label() == 0 {
			return none()
		}
		p.set(at, 0, p.at(at, s.label()))
		p.set(at, s.label(), box{})
		return rowsOf(p, at, at), true
	}},
	{"subtotals added", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(dataRow)
		if s.across() || len(p.of(groupRow)) > 0 || len(p.of(totalRow)) > 1 {
			return none()
		}
		at := rows[1+r.IntN(len(rows)-1)]
		p.insertRow(at, totalRow, s.sumOf(p.of(dataRow)[:slices.Index(rows, at)], "Cộng")...)
		return allOf(p), true
	}},
	{"figures of which added beneath a row", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at, ok := choose(r, s.telling())
		if !ok || s.list() {
			return none()
		}
		cells := slices.Clone(p.rows[at])
		cells[0] = box{}
		cells[s.label()] = txt("Trong đó: đợt 1")
		if s.across() {
			cells[1] = box{}
		}
		p.insertRow(at+1, "", cells...)
		return rowsOf(p, at, at+1), true
	}},
	{"sums carried over pages", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		rows := p.of(dataRow)
		at := rows[1+r.IntN(len(rows)-1)]
		if s.across() || len(p.of(groupRow)) > 0 || len(p.of(totalRow)) > 1 {
			return none()
		}
		sum := s.sumOf(rows[:slices.Index(rows, at)], "Cộng mang sang")
		p.insertRow(at, totalRow, sum...)
		return rowsOf(p, at, at), true
	}},
}

// sumOf is a row that sums rows, in the columns of figures; in a list it says how many.
func (s *sent) sumOf(rows []int, words string) []box {
	p := s.sheet()
	cells := make([]box, len(p.cols))
	cells[s.label()] = txt(words)
	if s.list() {
		cells[s.label()] = txt(fmt.Sprintf("%s: %d", words, len(rows)))
	}
	cols := s.counts()
	if c := p.col("total"); c >= 0 {
		cols = append(cols, c)
	}
	for _, c := range cols {
		sum := 0
		for _, r := range rows {
			n, _ := strconv.Atoi(p.at(r, c).text)
			sum += n
		}
		cells[c] = num(sum)
	}
	return cells
}

// grand is the row of the total of all.
func (s *sent) grand() (int, bool) {
	rows := s.sheet().of(totalRow)
	if len(rows) == 0 {
		return 0, false
	}
	if s.across() {
		return rows[0], true
	}
	return rows[len(rows)-1], true
}

func totalTo(s *sent, to func(*paper) int) ([]area, bool) {
	p := s.sheet()
	at, ok := s.grand()
	if !ok {
		return none()
	}
	cells, role := p.deleteRow(at)
	p.insertRow(to(p), role, cells...)
	return allOf(p), true
}

func totalAs(s *sent, words string) ([]area, bool) {
	p := s.sheet()
	at, ok := s.grand()
	if !ok {
		return none()
	}
	if s.list() && words != "" {
		_, n, _ := strings.Cut(p.at(at, s.label()).text, ":")
		words += ":" + n
	}
	p.set(at, s.label(), txt(words))
	return rowsOf(p, at, at), true
}

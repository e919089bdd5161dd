package main

import (
	"fmt"
	"strconv"
)

// column of a list: what it holds, its header (two or three levels), how wide it is.
type column struct {
	field string
	head  []string // from the top header row down
	width float64
}

func col(field string, width float64, head ...string) column { return column{field, head, width} }

// list is a return of one line per award.
type list struct {
	head      head
	columns   []column
	index     string   // "": no index row, "1": 1 2 3, "A": A B 1 2 3
	groups    []string // fields that group rows state: form, achievement, workplace; outermost first
	groupForm string   // "roman": I | name; "merged": one merged cell
	style     int      // which spelling of forms
	birth     string   // full: dd/mm/yyyy text; date: date cells; serial: bare numbers; year
	total     string   // last row: "" none
	blanks    int      // empty template rows under the table
	hidden    []int    // lines (from 1) hidden by a filter
	lookups   bool     // hidden sheet of codes and a visible Hướng dẫn
	codes     bool     // template's code columns full of #N/A to the right
	awards    []award
	breakAt   []int  // the list goes on on a further sheet after so many lines
	under     bool   // stands beneath the list before it, on the same sheet
	from      int    // lines on the sheets before
	more      bool   // a further sheet follows
	nothing   string // said across the first row where there is no award
}

// shows tells whether the list has a column (or group row) for a field.
func (l list) shows(fields ...string) bool {
	for _, f := range fields {
		for _, c := range l.columns {
			if c.field == f {
				return true
			}
		}
		for _, g := range l.groups {
			if g == f {
				return true
			}
		}
	}
	return false
}

// sheets lays the list out, over several sheets where it is broken: each repeats the header, none the head.
func (l list) sheets(name string) []*sheet {
	var out []*sheet
	rest, from := l.awards, 0
	for i, to := range append(append([]int{}, l.breakAt...), len(l.awards)) {
		page := l
		page.awards, page.from = rest[:to-from], from
		page.more = to < len(l.awards)
		if i > 0 {
			page.head = head{bare: true}
			if !page.more {
				page.head.signed = &l.head
			}
			out = append(out, page.sheet(fmt.Sprintf("%s (%d)", name, i+1)))
		} else {
			out = append(out, page.sheet(name))
		}
		rest, from = rest[to-from:], to
	}
	return out
}

// sheet lays the list out.
func (l list) sheet(name string) *sheet {
	s := newSheet(name)
	n := len(l.columns)
	s.Landscape = n > 7
	for i, c := range l.columns {
		s.Widths[i+1] = c.width
	}
	l.write(s, l.head.write(s, n))
	return s
}

// write puts the list on a sheet from a row on and gives the row after it.
func (l list) write(s *sheet, row int) int {
	n := len(l.columns)
	row = l.header(s, row)
	open := map[string]string{}
	counts := map[string]int{}
	for i, a := range l.awards {
		row = l.groupRows(s, row, a, open, counts)
		if len(l.hidden) > 0 && contains(l.hidden, i+1) {
			s.HiddenRows[row] = true
		}
		l.line(s, row, l.from+i+1, a)
		row++
	}
	if l.more {
		return row
	}
	if l.nothing != "" {
		s.span(row, 1, row, n, l.nothing, "cell")
		row++
	}
	if l.total != "" {
		at := 2
		if n > 2 {
			s.span(row, 1, row, 2, l.total, "group")
			at = 3
		} else {
			s.text(row, 1, l.total, "group")
		}
		s.put(row, at, cell{Kind: number, Text: strconv.Itoa(l.from + len(l.awards)), Style: "groupnum"})
		row++
	}
	for range l.blanks {
		for c := range l.columns {
			s.put(row, c+1, cell{Style: "cell"})
		}
		if l.codes {
			l.codeCells(s, row, n)
		}
		row++
	}
	l.head.sign(s, row+1, n)
	return row + 4
}

// beneath puts the list under what stands on a sheet, with a title of its own.
func (l list) beneath(s *sheet) {
	rows, cols := s.size()
	n := len(l.columns)
	s.Landscape = s.Landscape || n > 7
	for i := cols; i < n; i++ {
		s.Widths[i+1] = l.columns[i].width
	}
	s.span(rows+2, 1, rows+2, n, l.head.title, "title")
	l.write(s, rows+4)
}

// header writes the header rows with merged cells and the index row.
func (l list) header(s *sheet, row int) int {
	depth := 1
	for _, c := range l.columns {
		depth = max(depth, len(c.head))
	}
	for i, c := range l.columns {
		for lvl := 0; lvl < len(c.head); lvl++ {
			last := row + lvl
			if lvl == len(c.head)-1 {
				last = row + depth - 1
			}
			end := i
			if lvl < len(c.head)-1 { // a group of columns under one header
				if i > 0 && len(l.columns[i-1].head) > lvl+1 && l.columns[i-1].head[lvl] == c.head[lvl] {
					continue
				}
				for end+1 < len(l.columns) && len(l.columns[end+1].head) > lvl+1 && l.columns[end+1].head[lvl] == c.head[lvl] {
					end++
				}
			}
			s.span(row+lvl, i+1, last, end+1, c.head[lvl], "head")
		}
	}
	if l.codes {
		for i, h := range []string{"Mã Phân loại khen thưởng", "Mã Danh hiệu thi đua"} {
			s.Widths[len(l.columns)+3+i] = 16
			s.span(row, len(l.columns)+3+i, row+depth-1, len(l.columns)+3+i, h, "head")
		}
	}
	row += depth
	if l.index != "" {
		for i := range l.columns {
			t := strconv.Itoa(i + 1)
			if l.index == "A" {
				t = strconv.Itoa(i - 1)
				if i < 2 {
					t = string(rune('A' + i))
				}
			}
			s.text(row, i+1, t, "index")
		}
		row++
	}
	return row
}

// codeCells are the lookups of the live template: they show #N/A where the line is empty.
func (l list) codeCells(s *sheet, row, n int) {
	for i, sheetName := range []string{"phan loai kt", "HTKT"} {
		s.put(row, n+3+i, cell{Kind: failed, Text: "#N/A", Formula: fmt.Sprintf("VLOOKUP(%s,'%s'!A:B,2,FALSE)", a1(row, i+2), sheetName)})
	}
}

// groupRows writes the rows that state what holds for the lines under them.
func (l list) groupRows(s *sheet, row int, a award, open map[string]string, counts map[string]int) int {
	changed := false
	for depth, g := range l.groups {
		t := l.groupText(g, a)
		if open[g] == t && !changed {
			continue
		}
		if open[g] != t || changed {
			changed = true
			open[g] = t
			counts[g]++
			for _, inner := range l.groups[depth+1:] {
				counts[inner] = 0
				open[inner] = ""
			}
			mark := roman(counts[g])
			if l.groupForm == "letter" { // A, B; within them a), b)
				mark = string(rune('A' + counts[g] - 1))
				if depth > 0 {
					mark = string(rune('a'+counts[g]-1)) + ")"
				}
			} else if depth > 0 {
				mark = roman(counts[l.groups[0]]) + "." + strconv.Itoa(counts[g])
			}
			if l.groupForm == "merged" {
				s.span(row, 1, row, len(l.columns), mark+". "+t, "group")
			} else {
				s.text(row, 1, mark, "group")
				s.text(row, 2, t, "group")
				for c := 3; c <= len(l.columns); c++ {
					s.put(row, c, cell{Style: "group"})
				}
			}
			row++
		}
	}
	return row
}

func (l list) groupText(g string, a award) string {
	switch g {
	case "form":
		return upper(formName(a.form, l.style))
	case "achievement":
		return "Khen thưởng " + lowerFirst(achievementWords[a.achievement][0])
	}
	return a.place()
}

func (a award) place() string {
	if a.kind == "individual" {
		return a.who.Place
	}
	return a.where
}

func contains(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

func roman(n int) string {
	return []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"}[n]
}

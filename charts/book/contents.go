package book

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/queries/table"
)

// date writes a day in words of the language.
func (c *composer) date(d table.Date) string {
	if c.in.Lang == "en" {
		return d.String()
	}
	return fmt.Sprintf("%02d/%02d/%d", d.Day, int(d.Month), d.Year)
}

// contents is the first sheet: what this is, how complete, a line a sheet with the question that it answers.
func (c *composer) contents(groups []group) *sheet {
	s := &sheet{name: c.say("book.sheet.contents"), title: c.say("book.title.contents", yearText(c.in.Year)), head: firstHead}
	s.question = c.board()
	s.about = c.say("book.about.contents", yearText(c.in.Year), c.in.standing(c.in.Year), c.build())
	s.column(c.say("book.col.no"), 5.5)
	s.column(c.say("book.col.sheet"), 28)
	s.column(c.say("book.col.question"), 86)
	n := 0
	for _, g := range groups {
		s.band(c.say("book.band." + g.band))
		for _, to := range g.sheets {
			n++
			l := s.line(fmt.Sprint(n))
			l.add(cell{value: to.name, link: to.name}, words(to.question)).end()
		}
	}
	for _, note := range c.in.Tables["by-level-year"].Notes { // up to which day the figures go, which breaks they cross
		s.notes = append(s.notes, note.In(c.in.Lang))
	}
	if d := c.in.completeness(c.in.Year); d.Provisional {
		s.notes = append(s.notes, c.say("report.words.complete"))
	}
	s.notes = append(s.notes, c.say("report.words.awards"), c.say("book.note.formulas"), c.say("book.note.blank"), c.say("book.note.trace"))
	return s
}

// group is some sheets under one heading of the contents.
type group struct {
	band   string
	sheets []*sheet
}

// figures is how many cells with a published figure a sheet has, and the tables that these are from.
func (s *sheet) figures() (n int64, marts []string) {
	for _, r := range s.rows {
		for _, x := range r.cells {
			if x.figure == "" {
				continue
			}
			n++
			if mart, _, _ := strings.Cut(x.figure, "/"); !slices.Contains(marts, mart) {
				marts = append(marts, mart)
			}
		}
	}
	return n, marts
}

// sources says of every cell with a published figure which it is. They are many and there to be searched: only how many each sheet has, and
// from which tables, is printed.
func (c *composer) sources(of []*sheet) *sheet {
	s := c.sheet("sources")
	s.about = c.say("book.about.sources", c.build())
	s.filter = true
	s.column(c.say("book.col.sheet"), 27)
	s.column(c.say("book.col.cell"), 9)
	s.column(c.say("book.col.what"), 57)
	s.column(c.say("book.col.value"), 10)
	s.column(c.say("book.col.figure"), 86)
	total := int64(0)
	for _, from := range of {
		n, marts := from.figures()
		if n == 0 {
			continue
		}
		total += n
		l := s.line(from.name)
		l.cells[0].link = from.name
		l.add(cell{}, words(c.say("book.row.figures", c.count(n))), cell{}, words(strings.Join(marts, ", "))).end()
	}
	s.line(c.say("report.row.total")).add(cell{}, words(c.say("book.row.figures", c.count(total)))).endBold()
	s.printed = len(s.rows)
	s.band(c.say("book.band.figures"))
	for _, from := range of {
		for i, r := range from.rows {
			for col, x := range r.cells {
				if x.figure == "" {
					continue
				}
				at := name(col, from.head+1+i)
				l := s.line(from.name).add(cell{value: at, link: from.name + "!" + at}, words(from.called(i, col)), cell{kind: count, value: x.value}, words(x.figure))
				l.end()
			}
		}
	}
	s.notes = []string{c.say("book.note.sources")}
	return s
}

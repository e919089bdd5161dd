package book

import (
	"fmt"

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
	s.column(c.say("book.col.question"), 80)
	n := 0
	for _, g := range groups {
		s.band(c.say("book.band." + g.band))
		for _, to := range g.sheets {
			n++
			l := s.line(fmt.Sprint(n))
			l.add(cell{value: to.name, link: to.name}, words(to.question)).end()
		}
	}
	for _, note := range c.in.Tables["by-year"].Notes { // up to which day the figures go, which breaks they cross
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

// sources says of every cell with a published figure which it is.
func (c *composer) sources(of []*sheet) *sheet {
	s := c.sheet("sources")
	s.about = c.say("book.about.sources", c.build())
	s.filter = true
	s.column(c.say("book.col.sheet"), 30)
	s.column(c.say("book.col.cell"), 9)
	s.column(c.say("book.col.what"), 62)
	s.column(c.say("book.col.value"), 12)
	s.column(c.say("book.col.figure"), 96)
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

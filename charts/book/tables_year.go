package book

import "strings"

// Widths of columns, in characters.
const (
	labelWidth = 45
	yearWidth  = 13
	countWidth = 10.5
	shareWidth = 11
)

// yearColumns adds a column for each year of the series, with how complete it is.
func (c *composer) yearColumns(s *sheet) {
	for _, y := range c.in.years() {
		c.yearColumn(s, y)
	}
}

func (c *composer) yearColumn(s *sheet, year int) {
	s.column(yearText(year)+"\n"+strings.ReplaceAll(c.in.standing(year), ", ", ",\n"), yearWidth)
}

// series has the years below one another: how many, to whom, from how many units.
func (c *composer) series() *sheet {
	years := c.in.years()
	s := c.sheet("series", yearText(years[0]), yearText(c.in.Year))
	s.about = c.say("book.about.series")
	s.column(c.say("report.col.year"), 24)
	for _, key := range []string{"awards", "state", "collectives", "households", "persons"} {
		s.column(c.say("report.series.col."+key), countWidth)
	}
	s.column(c.say("report.annex.col.rest"), countWidth)
	for _, key := range []string{"expected", "complete", "complete_share"} {
		s.column(c.say("book.col."+key), countWidth)
	}
	s.column(c.say("book.col.standing"), 26)
	for _, y := range years {
		l := s.line(yearText(y)).add(c.all(y, "award_count"), c.of(y, "mart_level_year", "award_count", "level_code", "nha_nuoc"),
			c.all(y, "collective_count"), c.all(y, "household_count"), c.all(y, "individual_count")).rest(1, 3, 5)
		l.add(c.of(y, "mart_completeness_year", "expected_unit_count"), c.of(y, "mart_completeness_year", "complete_unit_count")).share(8, 7)
		l.add(words(c.in.standing(y))).end()
	}
	l := s.line(c.say("report.row.period"))
	for range 6 {
		c.downFree(l, s.head+1)
	}
	l.endBold()
	if none := c.all(0, "award_count"); none.value != nil {
		l := s.line(c.say("book.row.no_year")).add(none, c.of(0, "mart_level_year", "award_count", "level_code", "nha_nuoc"),
			c.all(0, "collective_count"), c.all(0, "household_count"), c.all(0, "individual_count")).rest(1, 3, 5)
		l.end()
		s.notes = append(s.notes, c.say("book.note.no_year"))
	}
	s.notes = append(s.notes, c.say("book.note.series"), c.say("book.note.rest"))
	s.notes = append(s.notes, c.crossed()...)
	s.notes = append(s.notes, c.say("book.note.blank"), c.source("by-year"))
	return s
}

// crossed tells the breaks of all forms that the series crosses.
func (c *composer) crossed() []string { return c.breaks(c.in.years()[0], c.in.Year) }

// breaks are those of all forms between two years; one on the first day of the first year parts it from none of them.
func (c *composer) breaks(first, last int) (all []string) {
	t := c.in.Tables["law-breaks"]
	for r := range t.Rows {
		on := t.Text(r, "break_on")
		if t.Text(r, "form_code") != "" || on <= yearText(first)+"-01-01" || on > yearText(last)+"-12-31" {
			continue
		}
		text := t.Text(r, "text_"+c.in.Lang)
		if t.Value(r, "is_verified") == false {
			text = c.say("book.basis.unverified", text)
		}
		all = append(all, c.say("book.note.break", text))
	}
	return all
}

// byYears is a dimension over the years: a row a member, the whole period, and its share of the newest year.
func (c *composer) byYears(s *sheet, head string, members []member, of func(year int, code string) cell) *sheet {
	years := c.in.years()
	last := len(years)
	s.about = c.say("book.about.years")
	s.column(head, labelWidth)
	c.yearColumns(s)
	s.column(c.say("report.row.period"), countWidth)
	s.column(c.say("book.col.share_of_year", yearText(c.in.Year)), shareWidth)
	members = having(members, func(code string) (all []cell) {
		for _, y := range years {
			all = append(all, of(y, code))
		}
		return all
	})
	totalRow, whole := s.next()+len(members), c.all(c.in.Year, "award_count")
	for _, m := range members {
		l := s.line(m.Label)
		for _, y := range years {
			l.add(of(y, m.Code))
		}
		l.across(1, last).shareOfAll(last, totalRow, whole).end()
	}
	l := s.line(c.say("report.row.total"))
	for _, y := range years {
		c.down(l, s.head+1, c.all(y, "award_count"))
	}
	l.across(1, last).shareOfAll(last, totalRow, whole).endBold()
	return s
}

// byForm has every form over the years.
func (c *composer) byForm() *sheet {
	s := c.byYears(c.sheet("forms", yearText(c.in.years()[0]), yearText(c.in.Year)), c.say("report.col.form"), c.forms(), c.formYear)
	s.notes = append(append(s.notes, c.say("book.note.forms")), c.crossed()...)
	s.notes = append(s.notes, c.say("book.note.blank"), c.source("by-form-year"))
	return s
}

func (c *composer) formYear(year int, code string) cell {
	return c.of(year, "mart_form_year", "award_count", "form_code", code)
}

func (c *composer) byLevel() *sheet {
	s := c.byYears(c.sheet("levels", yearText(c.in.years()[0]), yearText(c.in.Year)), c.say("report.col.level"), c.levels(), c.levelYear)
	s.notes = append(append(s.notes, c.say("report.words.level")), c.crossed()...)
	s.notes = append(s.notes, c.say("book.note.blank"), c.source("by-level-year"))
	return s
}

func (c *composer) levelYear(year int, code string) cell {
	return c.of(year, "mart_level_year", "award_count", "level_code", code)
}

func (c *composer) byAchievement() *sheet {
	s := c.byYears(c.sheet("achievements", yearText(c.in.years()[0]), yearText(c.in.Year)), c.say("report.col.achievement"), c.achievements(), c.achievementYear)
	s.notes = append(s.notes, c.say("report.words.merged"), c.say("book.note.blank"), c.source("by-achievement"))
	return s
}

func (c *composer) achievementYear(year int, code string) cell {
	return c.of(year, "mart_achievement_year", "award_count", "achievement_code", code)
}

// formAchievement crosses forms and types of achievement in the year.
func (c *composer) formAchievement() *sheet {
	y := c.in.Year
	s := c.sheet("form_achievement", yearText(y))
	s.about = c.about("year")
	s.column(c.say("report.col.form"), labelWidth)
	types := having(c.achievements(), func(code string) []cell { return []cell{c.achievementYear(y, code)} })
	for _, t := range types {
		s.column(t.Label, yearWidth)
	}
	s.column(c.say("report.series.col.awards"), countWidth)
	for _, m := range having(c.forms(), func(code string) []cell { return []cell{c.formYear(y, code)} }) {
		l := s.line(m.Label)
		for _, t := range types {
			l.add(c.of(y, "mart_achievement_year", "award_count", "form_code", m.Code, "achievement_code", t.Code))
		}
		c.acrossOwn(l, 1, c.formYear(y, m.Code)).end()
	}
	l := s.line(c.say("report.row.total"))
	for _, t := range types {
		c.down(l, s.head+1, c.achievementYear(y, t.Code))
	}
	c.acrossOwn(l, 1, c.all(y, "award_count")).endBold()
	s.notes = []string{c.say("report.words.merged"), c.say("book.note.blank"), c.source("by-form-achievement")}
	return s
}

// acrossOwn adds the columns from one on up to a figure that they must make.
func (c *composer) acrossOwn(l *line, from int, own cell) *line {
	if got := sumCells(l.cells[from:]); got != own.value {
		c.fault("%s, row %d: columns add up to %v, the figure is %v", l.s.name, l.at, got, own.value)
	}
	if len(l.cells) > from {
		own.formula = sumOf(l.ref(from), l.ref(len(l.cells)-1))
	}
	return l.add(own)
}

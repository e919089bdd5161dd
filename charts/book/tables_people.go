package book

// marks go across the classes: whom a count is of, and the count of those of whom it is not known.
var marks = []struct{ key, yes, unknown string }{
	{"workers", "direct_worker_count", classUnknown},
	{"women", "woman_count", "woman_unknown_count"},
	{"youth", "youth_count", "youth_unknown_count"},
}

// recipientColumns are the columns of who received awards; each mark stands with its unknown part, both as shares of the individuals.
func (c *composer) recipientColumns(s *sheet, first string) {
	s.column(first, 40)
	const counts, shares = 8.4, 9.4 // 17 columns on one page
	for _, key := range []string{"awards", "collectives", "households", "persons", "rest"} {
		s.column(c.say("report.annex.col."+key), counts)
	}
	for _, m := range marks {
		s.column(c.say("report.annex.col."+m.key), counts)
		s.column(c.say("book.col.unknown_"+m.key), counts)
		s.column(c.say("report.series.col."+m.key), shares)
		s.column(c.say("report.series.col.unknown_"+m.key), shares)
	}
}

// recipients are the cells under recipientColumns.
func recipients(l *line, of func(measure string) cell) *line {
	l.add(of("award_count"), of("collective_count"), of("household_count"), of("individual_count")).rest(1, 2, 4)
	return markCells(l, func(l *line, measure string) { l.add(of(measure)) })
}

func markCells(l *line, add func(l *line, measure string)) *line {
	for _, m := range marks {
		at := len(l.cells)
		add(l, m.yes)
		add(l, m.unknown)
		l.share(at, 4).share(at+1, 4)
	}
	return l
}

// recipientTotal is the total of rows of recipients.
func (c *composer) recipientTotal(s *sheet) {
	l := s.line(c.say("report.row.total"))
	down := func(l *line, measure string) { c.down(l, s.head+1, c.all(c.in.Year, measure)) }
	for _, measure := range []string{"award_count", "collective_count", "household_count", "individual_count"} {
		down(l, measure)
	}
	markCells(l.rest(1, 2, 4), down).endBold()
	s.notes = append(s.notes, c.say("book.note.rest"), c.say("book.note.share"))
}

// formPeople has the forms of the year by who received them.
func (c *composer) formPeople() *sheet {
	y := c.in.Year
	s := c.sheet("form_people", yearText(y))
	s.about = c.about("year")
	c.recipientColumns(s, c.say("report.col.form"))
	for _, m := range having(c.forms(), func(code string) []cell { return []cell{c.formYear(y, code)} }) {
		recipients(s.line(m.Label), func(measure string) cell {
			return c.of(y, "mart_beneficiary_year", measure, "form_code", m.Code)
		}).end()
	}
	c.recipientTotal(s)
	s.notes = append(s.notes, c.say("book.note.blank"), c.source("by-beneficiary-form"))
	return s
}

// classes has the individuals over the years by the five exclusive classes; not known is the sixth.
func (c *composer) classes() *sheet {
	years := c.in.years()
	last := len(years)
	s := c.sheet("classes", yearText(years[0]), yearText(c.in.Year))
	s.about = c.say("book.about.people")
	s.column(c.say("report.col.class"), 48)
	c.yearColumns(s)
	s.column(c.say("report.row.period"), countWidth)
	s.column(c.say("book.col.share_of_people", yearText(c.in.Year)), shareWidth)
	all := c.classMembers()
	totalRow, whole := s.next()+len(all), c.all(c.in.Year, "individual_count")
	for _, m := range all {
		l := s.line(m.Label)
		for _, y := range years {
			l.add(c.all(y, m.Code))
		}
		l.across(1, last).shareOfAll(last, totalRow, whole).end()
	}
	l, differs := s.line(c.say("report.series.col.persons")), false
	for _, y := range years {
		c.downIf(l, s.head+1, c.all(y, "individual_count"), &differs)
	}
	l.across(1, last).shareOfAll(last, totalRow, whole).endBold()
	if differs {
		s.notes = append(s.notes, c.say("book.note.classes_short"))
	}
	s.notes = append(s.notes, c.say("report.words.workers"), c.say("report.words.unknown"), c.say("book.note.blank"), c.source("by-year"))
	return s
}

// classMembers are the classes, their code being the measure that counts them.
func (c *composer) classMembers() (all []member) {
	for _, m := range c.members("dim-class", "class_code", "class") {
		m.Code += "_count"
		if m.Code == unknownCode+"_count" {
			m.Code = classUnknown
		}
		m.Label = c.measure(m.Code)
		all = append(all, m)
	}
	return all
}

// marksSheet has direct workers, women and youth by year: how many, of how many, and of how many it is not known.
func (c *composer) marksSheet() *sheet {
	years := c.in.years()
	s := c.sheet("marks", yearText(years[0]), yearText(c.in.Year))
	s.about = c.say("book.about.people")
	s.labels = 2
	s.column(c.say("book.col.mark"), 34)
	s.column(c.say("report.col.year"), 30)
	for _, key := range []string{"yes", "of_people", "unknown", "share", "unknown_share"} {
		s.column(c.say("book.col."+key), 15)
	}
	for _, m := range marks {
		for _, y := range years {
			l := s.line(c.say("book.mark." + m.key)).add(words(c.in.marked(y)))
			l.add(c.all(y, m.yes), c.all(y, "individual_count"), c.all(y, m.unknown)).share(2, 3).share(4, 3)
			if y == c.in.Year {
				l.endBold()
				continue
			}
			l.end()
		}
	}
	s.notes = []string{c.say("book.note.marks"), c.say("report.words.workers"), c.say("report.words.women"),
		c.say("book.def.youth") + " " + c.say("book.basis.youth"), c.say("book.note.blank"), c.source("by-year")}
	return s
}

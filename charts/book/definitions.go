package book

import (
	"strings"

	"tdkt/queries/table"
)

// defined are the words of counting that have a text of their own, with what they rest on where that is a law.
var defined = []string{"awards", "year", "collectives", "enterprises", "households", "persons", "rest", "unknown", "unsplit", "workers", "women", "youth", "share", "complete", "blank", "cluster", "reconciliation"}

// definitions says what everything means: how it is counted, every member of every dimension, what changed in law.
func (c *composer) definitions() *sheet {
	s := c.sheet("definitions")
	s.about = c.say("book.about.definitions")
	s.column(c.say("book.col.word"), 34)
	s.column(c.say("book.col.meaning"), 59)
	s.column(c.say("book.col.basis"), 39)
	add := func(word, meaning, basis string) { s.line(word).add(words(meaning), words(basis)).end() }
	s.band(c.say("book.band.counting"))
	for _, key := range defined {
		basis := ""
		if text, ok := c.in.Texts["book.basis."+key]; ok {
			basis = text
		}
		add(c.say("book.word."+key), c.say("book.def."+key), basis)
	}
	classes := c.members("dim-class", "class_code", "class")
	for i, m := range c.classMembers() {
		classes[i].Label = m.Label // as the tables call it
	}
	for _, d := range []struct {
		band, prefix string
		members      []member
	}{
		{"levels", "book.level.", c.levels()}, {"achievements", "book.achievement.", c.achievements()}, {"classes", "book.class.", classes},
	} {
		s.band(c.say("book.band." + d.band))
		for _, m := range d.members {
			meaning := m.Label
			if text, ok := c.in.Texts[d.prefix+m.Code]; ok {
				meaning = text
			}
			add(m.Label, meaning, "")
		}
	}
	c.defineForms(s, add)
	c.defineBreaks(s, add)
	s.notes = []string{c.say("book.note.unverified")}
	return s
}

// defineForms has every form that is known, with its family and level.
func (c *composer) defineForms(s *sheet, add func(word, meaning, basis string)) {
	s.band(c.say("book.band.forms"))
	levels := map[string]string{}
	for _, m := range c.levels() {
		levels[m.Code] = m.Label
	}
	t := c.in.Tables["dim-form"]
	for r := range t.Rows {
		meaning := t.Text(r, "family_"+c.in.Lang)
		if level := levels[t.Text(r, "level_code")]; level != "" && t.Text(r, "level_code") != unknownCode {
			meaning += "; " + level
		}
		if t.Value(r, "counts_in_state_total") == false {
			meaning += "; " + c.say("book.def.outside")
		}
		add(t.Text(r, "form_"+c.in.Lang), meaning, t.Text(r, "legal_basis"))
	}
}

// defineBreaks has every break, of all forms and of one.
func (c *composer) defineBreaks(s *sheet, add func(word, meaning, basis string)) {
	s.band(c.say("book.band.breaks"))
	t := c.in.Tables["law-breaks"]
	for r := range t.Rows {
		word := c.say("book.word.all_forms")
		if form := t.Text(r, "form_"+c.in.Lang); form != "" {
			word = form
		}
		basis := t.Text(r, "legal_basis")
		if t.Value(r, "is_verified") == false {
			basis = strings.TrimSpace(c.say("book.basis.unverified", basis))
		}
		if d, ok := t.Value(r, "break_on").(table.Date); ok {
			word = c.date(d) + ": " + word
		}
		add(word, t.Text(r, "text_"+c.in.Lang), basis)
	}
}

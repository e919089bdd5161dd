package ingest

import (
	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/load"
)

// kindOfMeasure is the kind of recipient that a measure counts.
var kindOfMeasure = map[string]string{"individual_count": individual, "collective_count": collective, "household_count": household}

// checkRecipients holds the figures of each kind of recipient against the form: one that
// the law keeps for others stands in the wrong row or column.
func (t *tally) checkRecipients() {
	for _, f := range t.order {
		kind := kindOfMeasure[f.measure]
		if kind == "" || !f.present || f.amount == 0 {
			continue
		}
		if fault := t.recipientFault(f.form.Code, kind, t.on); fault.code != "" {
			t.find(fault.code, t.SheetName, f.cell, data.FormatInt("vi", f.amount), fault.words)
		}
	}
}

// standing doubts the level that the words of a form name where its authorities were gone
// before the year of the figures began.
func (t *tally) standing(m data.FormMatch, text, at string) data.FormMatch {
	first := data.Date{Year: t.ret.ReportYear, Month: 1, Day: 1}
	if t.ret.ReportYear == 0 || m.LevelFromWords == "" || t.k.Reference.Stands(m.LevelFromWords, first) {
		return m
	}
	words := check.Words{"day": dayWords(first)}
	words["level_vi"], words["level_en"] = t.levelNames(m.LevelFromWords)
	if t.doubt("authority-abolished", finding.Place{File: t.src.name, Sheet: t.SheetName, Cell: at}, text, words) {
		m.LevelFromWords = load.Unknown
	}
	return m
}

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

// standing doubts the level that the words of a form name where no law of the figures' time
// lets it decide: its authorities were gone before that time began, or may not give the form
// on its first day nor on its last.
func (t *tally) standing(m data.FormMatch, text, at string) data.FormMatch {
	days := t.time()
	if days.From.IsZero() || m.LevelFromWords == "" || m.LevelFromWords == load.Unknown {
		return m
	}
	ref, level := t.k.Reference, m.LevelFromWords
	words := check.Words{"day": dayWords(days.From)}
	words["level_vi"], words["level_en"] = t.levelNames(level)
	var code finding.Code
	switch {
	case !ref.Stands(level, days.From):
		code = "authority-abolished"
	case m.Code != "" && !ref.MayDecide(m.Code, level, days.From) && !ref.MayDecide(m.Code, level, days.To) && !t.aboveAll(level, ref.Decides(m.Code, days.To)):
		code = "authority-not-entitled"
		f, _ := ref.Form(m.Code, days.To)
		words["day"] = dayWords(days.To)
		words["form_vi"], words["form_en"] = f.DisplayVI, f.DisplayEN
		words["levels_vi"], words["levels_en"] = t.levelNames(ref.Decides(m.Code, days.To)...)
	default:
		return m
	}
	if t.doubt(code, finding.Place{File: t.src.name, Sheet: t.SheetName, Cell: at}, text, words) {
		m.LevelFromWords = load.Unknown
	}
	return m
}

// time is the days that the figures are of, up to the day of the return where that came
// before their end; none where they are of several years.
func (t *tally) time() data.Period {
	p := periodOf(t.ret.Period)
	if t.ret.ReportYear == 0 {
		return data.Period{}
	}
	if p.IsZero() || p.OneYear() == 0 {
		p = data.YearPeriod(t.ret.ReportYear)
	}
	days := p.Days()
	if t.on.Before(days.To) && !t.on.Before(days.From) {
		days.To = t.on
	}
	return days
}

package charts

import (
	"strings"

	"tdkt/queries/table"
)

// yearBreak is a year from which figures compare badly with those before.
type yearBreak struct {
	Year int    `json:"year"`
	Text string `json:"text"`
}

// breaksOf are the breaks that concern all forms, a year each, as the lists tell them; several of one year share its line.
func breaksOf(in Input) []yearBreak {
	breaks := []yearBreak{}
	eachBreak(in, func(on table.Date, row int) {
		text := in.Tables["law-breaks"].Text(row, "short_"+in.Lang)
		if last := len(breaks) - 1; last >= 0 && breaks[last].Year == on.Year {
			breaks[last].Text += ", " + text
			return
		}
		breaks = append(breaks, yearBreak{on.Year, text})
	})
	return breaks
}

// breakNote tells the breaks of all forms that years cross, the first of which is from; empty where they cross none.
func breakNote(in Input, from, to int) string {
	var texts []string
	eachBreak(in, func(on table.Date, row int) {
		if firstDay := on.Month == 1 && on.Day == 1; on.Year > from && on.Year <= to || on.Year == from && !firstDay {
			texts = append(texts, in.Tables["law-breaks"].Text(row, "text_"+in.Lang))
		}
	})
	if texts == nil {
		return ""
	}
	return in.say("sheet.breaks", strings.Join(texts, "; "))
}

func eachBreak(in Input, do func(on table.Date, row int)) {
	t := in.Tables["law-breaks"]
	for r := range t.Rows {
		if on, ok := t.Value(r, "break_on").(table.Date); ok && t.Text(r, "form_code") == "" {
			do(on, r)
		}
	}
}

// notes are what must be known of the figures as a whole: up to which day they go, which breaks their years cross.
func (in Input) notes() []string {
	var lines []string
	for _, n := range in.Tables["cube-award"].Notes {
		lines = append(lines, n.In(in.Lang))
	}
	return lines
}

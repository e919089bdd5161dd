package main

import (
	"cmp"
	"fmt"
	"strings"

	"tdkt/cmd/internal/office"
	"tdkt/data"
	"tdkt/ingest/finding"
	"tdkt/queries/table"
)

// shows are the tables of a year that --show picks.
var shows = []string{"summary", "obligations", "overdue", "returns"}

// asOf reads --as-of, the day by which it is told what is overdue; today where it is not given.
func (a *app) asOf(text string) (data.Date, error) {
	if text == "" {
		return data.DateOf(a.Now()), nil
	}
	on, err := data.ParseDate(text)
	if err != nil {
		return on, a.wrong("bad_as_of", text)
	}
	return on, nil
}

// writeCampaign writes one table of a year's campaign; the summary where none is picked.
func (a *app) writeCampaign(c office.Campaign, show string, out output, err error) error {
	if err != nil {
		return err
	}
	return out.write(a, map[string]table.Table{"": c.Summary, "summary": c.Summary, "obligations": c.Obligations, "overdue": c.Overdue}[show])
}

// campaignColumns are the counts of the summary, each with what follows it in brackets.
var campaignColumns = []string{"expected_count", "received_count", "on_time_count", "late_count", "held_count", "refused_count", "overdue_count", "not_due_count",
	"revised_count", "zero_count", "waiting_count", "excused_count"}

// tellCampaign prints how the year stands: all, by cluster, by kind of unit; then who is to be telephoned.
func (a *app) tellCampaign(c office.Campaign, year int, on data.Date) {
	fmt.Fprintln(a.Out, a.texts.Get("cmd.campaign.title", year, a.day(on), c.Complete.Words(a.lang)))
	s := c.Summary.In(a.lang)
	name := s.Col("group_" + a.lang)
	group := ""
	for i := range s.Rows {
		if by := s.Text(i, "group_by"); by != group {
			if group = by; by != "all" {
				fmt.Fprintln(a.Out, a.texts.Get("cmd.campaign.by_"+by))
			}
		}
		var parts []string
		for _, column := range campaignColumns {
			if n := wholeOf(s, i, column); n > 0 || column == "expected_count" || column == "received_count" {
				parts = append(parts, a.texts.Get("cmd.campaign."+column, a.number(n)))
			}
		}
		fmt.Fprintf(a.Out, "  %s: %s\n", finding.OneLine(table.Plain(s.Rows[i][name])), strings.Join(parts, ", "))
	}
	a.tellOverdue(c.Overdue)
}

func (a *app) tellOverdue(t table.Table) {
	fmt.Fprintln(a.Out, a.texts.Get("cmd.campaign.overdue", len(t.Rows)))
	for i := range t.Rows {
		unit := t.Text(i, "unit_name")
		if parent := t.Text(i, "parent_name"); parent != "" {
			unit += " (" + parent + ")"
		}
		words := []string{unit, a.formOfReturn(t.Text(i, "form_of_return")), t.Text(i, "period"), a.texts.Get("cmd.campaign.due", a.dayOf(t, i, "due_on"))}
		if days, late := t.Int(i, "days_late"); late {
			words = append(words, a.texts.Get("cmd.campaign.days", days))
		}
		fmt.Fprintf(a.Out, "  %s — %s\n", finding.OneLine(strings.Join(words, " · ")), cmp.Or(t.Text(i, "standing_"+a.lang), t.Text(i, "standing_vi")))
	}
}

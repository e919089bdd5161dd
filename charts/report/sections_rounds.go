package report

import (
	"slices"

	"tdkt/queries/table"
)

// roundSections are those of the rounds in which awards are examined (as the plan 41/KH-HĐTĐKT of Bắc Ninh, 26/12/2011, has them).
var roundSections = map[string]section{
	"rounds_list":        {(*composer).roundsList, []string{"rounds"}},
	"rounds_results":     {(*composer).roundsResults, []string{"rounds", "dim-form"}},
	"rounds_year":        {(*composer).roundsYear, []string{"rounds", "dim-form"}},
	"annex_rounds":       {(*composer).annexRounds, []string{"rounds", "dim-form"}},
	"annex_rounds_words": {annexWords("awards", "rounds", "rounds_due", "rounds_sets", "blank", "complete", "trace"), nil},
}

// What proposals and awards of no round stand under: those not known, and those decided before the first round of the year.
const roundUnknown, roundOutside = "chua_ro", "ngoai_dot"

// round is a round of the year, or one of the two above.
type round struct {
	member
	about         string
	from, due     table.Date
	hasDue        bool
	lastDue       table.Date
	hasLast, real bool
}

// rounds are the rounds of the year in their order, then what is outside them and what is not known.
func (c *composer) rounds() (all []round) {
	t := c.table("rounds")
	for r := range t.Rows {
		code := t.Text(r, "round_code")
		if code == roundUnknown || code == roundOutside || slices.ContainsFunc(all, func(o round) bool { return o.Code == code }) {
			continue
		}
		one := round{member: member{code, c.placed(t.Text(r, "round_name"), t.Text(r, "province_name"))}, about: t.Text(r, "about"), real: true}
		one.from, _ = t.Value(r, "from_on").(table.Date)
		one.due, one.hasDue = t.Value(r, "due_on").(table.Date)
		one.lastDue, one.hasLast = t.Value(r, "last_due_on").(table.Date)
		all = append(all, one)
	}
	if all == nil {
		return nil
	}
	return append(all, round{member: member{roundOutside, c.say("report.row.round_outside")}}, round{member: member{roundUnknown, c.say("report.row.round_unknown")}})
}

// ofRounds adds a figure up over rounds and forms; all forms where none are named, those without figures too.
func (c *composer) ofRounds(measure string, rounds []round, forms ...string) (sum Formula) {
	if forms == nil {
		forms = c.allForms()
	}
	for _, r := range rounds {
		for _, f := range forms {
			sum = sum.with(c.figure("mart_round", measure, "round_year", yearText(c.in.Period.To), "round_code", r.Code, "form_code", f))
		}
	}
	return sum
}

// proposedForms are the forms that were proposed in a round.
func (c *composer) proposedForms(r round) (forms []string) {
	t := c.table("rounds")
	for row := range t.Rows {
		if n, ok := t.Int(row, "proposed_count"); ok && n > 0 && t.Text(row, "round_code") == r.Code {
			forms = append(forms, t.Text(row, "form_code"))
		}
	}
	return forms
}

func (c *composer) roundsList() {
	c.heading(Section, "report.section.rounds_list")
	all := c.rounds()
	if all == nil {
		c.para(words(c.say("report.rounds.nothing", c.period())))
		return
	}
	c.para(words(c.say("report.rounds.list_lead", c.period())))
	g := &Grid{Small: true, Note: c.say("report.note.rounds_list"), Cols: []Col{{c.say("report.col.round"), 18, true}, {c.say("report.col.month"), 10, true}, {c.say("report.col.files_due"), 16, true}, {c.say("report.col.about"), 56, true}}}
	for _, r := range all {
		if r.real {
			g.Rows = append(g.Rows, Row{Cells: [][]Span{words(r.Label), words(c.monthOf(r)), words(c.dueOf(r)), words(r.about)}})
		}
	}
	c.grid("report.caption.rounds_list", g, c.period())
}

func (c *composer) monthOf(r round) string {
	return c.say("report.rounds.month", int(r.from.Month))
}

// untilOf says in a sentence until when files may come.
func (c *composer) untilOf(r round) string {
	if !r.hasDue {
		return c.say("report.rounds.no_due")
	}
	return c.say("report.rounds.due", c.date(r.due))
}

func (c *composer) dueOf(r round) string {
	if !r.hasDue {
		return c.say("report.rounds.no_due")
	}
	return c.date(r.due)
}

// roundsResults: each round in a sentence, then all in a table.
func (c *composer) roundsResults() {
	all := c.rounds()
	if all == nil {
		return
	}
	c.heading(Section, "report.section.rounds_results")
	c.para(words(c.say("report.rounds.results_lead")))
	g := &Grid{Small: true, Note: c.say("report.note.rounds"), Cols: []Col{{c.say("report.col.round"), 26, true}}}
	measures := []string{"proposed_count", "on_time_count", "late_count", "due_unknown_count", "decided_count"}
	t := c.table("rounds")
	for _, m := range measures {
		g.Cols = append(g.Cols, Col{t.Columns[t.Col(m)].Title.In(c.in.Lang), 13, false})
	}
	g.Cols = append(g.Cols, Col{c.say("report.col.decided_proposed"), 16, false})
	for _, r := range all {
		of := func(m string, forms ...string) Formula { return c.ofRounds(m, []round{r}, forms...) }
		row := Row{Cells: [][]Span{words(r.Label)}}
		for _, m := range measures {
			row.Cells = append(row.Cells, c.cell(Count, of(m)))
		}
		among := words(unstated)
		forms := c.proposedForms(r)
		if forms != nil {
			among = c.cell(Count, of("decided_count", forms...))
		}
		g.Rows = append(g.Rows, Row{Cells: append(row.Cells, among)})
		if !r.real {
			continue
		}
		proposed, decided := of("proposed_count"), of("decided_count")
		says := parts{"round": r.Label, "month": lower(c.monthOf(r)), "due": lower(c.untilOf(r)), "n": c.num(Count, proposed), "on_time": c.num(Count, of("on_time_count")),
			"share": c.num(Share, of("on_time_count").share(proposed)), "late": c.num(Count, of("late_count")), "unknown": c.num(Count, of("due_unknown_count")), "decided": c.num(Count, decided)}
		key := "report.rounds.item"
		switch {
		case forms == nil:
			key = "report.rounds.item_none"
		case !r.hasDue:
			key, says["among"] = "report.rounds.item_no_due", among
		default:
			says["among"] = among
		}
		c.add(Block{Style: Item, Spans: c.spans(key, says)})
	}
	total := Row{Bold: true, Cells: [][]Span{words(c.say("report.row.total"))}}
	for _, m := range measures {
		total.Cells = append(total.Cells, c.cell(Count, c.ofRounds(m, all)))
	}
	g.Rows = append(g.Rows, Row{Bold: true, Cells: append(total.Cells, nil)})
	c.para(words(c.say("report.rounds.sets")))
	c.grid("report.caption.rounds", g, c.period())
}

// roundsYear: what came by the due day of the last round against what was decided in the year, and what belongs to no round.
func (c *composer) roundsYear() {
	all := c.rounds()
	if all == nil {
		return
	}
	c.heading(Section, "report.section.rounds_year")
	proposed, decided := c.ofRounds("proposed_count", all), c.ofRounds("decided_count", all)
	came := c.ofRounds("by_last_due_count", all)
	last := all[len(all)-3]
	for _, r := range all {
		if r.real && r.lastDue != last.lastDue {
			last.hasLast = false // boards of several provinces, each with a day of its own
		}
	}
	day := c.say("report.rounds.last_due")
	if last.hasLast {
		day = c.date(last.lastDue)
	}
	c.para(c.spans("report.rounds.year", parts{"period": upper(c.period()), "n": c.num(Count, proposed), "day": day, "came": c.num(Count, came), "share": c.num(Share, came.share(proposed)),
		"decided": c.num(Count, decided)}))
	outside, unknown := all[len(all)-2:len(all)-1], all[len(all)-1:]
	c.para(c.spans("report.rounds.loose", parts{"proposed": c.num(Told, c.ofRounds("proposed_count", unknown)), "decided": c.num(Told, c.ofRounds("decided_count", unknown)),
		"before": c.num(Told, c.ofRounds("decided_count", outside))}))
	c.place("rounds")
}

// annexRounds has each round by form.
func (c *composer) annexRounds() {
	all := c.rounds()
	if all == nil {
		return
	}
	c.annexed("report.annex.rounds", c.period())
	t := c.table("rounds")
	measures := []string{"proposed_count", "on_time_count", "late_count", "due_unknown_count", "by_last_due_count", "decided_count"}
	g := &Grid{Small: true, Note: c.say("report.note.rounds"), Cols: []Col{{c.say("report.col.form"), 50, true}}}
	for _, m := range measures {
		g.Cols = append(g.Cols, Col{t.Columns[t.Col(m)].Title.In(c.in.Lang), 15, false})
	}
	row := func(label string, strong bool, of []round, forms ...string) {
		r := Row{Bold: strong, Cells: [][]Span{words(label)}}
		for _, m := range measures {
			r.Cells = append(r.Cells, c.cell(Count, c.ofRounds(m, of, forms...)))
		}
		g.Rows = append(g.Rows, r)
	}
	for _, r := range all {
		of, first := []round{r}, true
		for _, m := range c.members("dim-form", "form_code", "form") {
			if c.stated(c.ofRounds("proposed_count", of, m.Code)) || c.stated(c.ofRounds("decided_count", of, m.Code)) {
				if first {
					g.Rows, first = append(g.Rows, Row{Cells: [][]Span{words(r.Label)}}), false
				}
				row(m.Label, false, of, m.Code)
			}
		}
		if !first {
			row(c.say("report.row.sum_of", lower(r.Label)), true, of)
		}
	}
	row(c.say("report.row.total"), true, all)
	c.add(Block{Table: g})
	c.add(Block{Style: Note, Spans: words(g.Note)})
}

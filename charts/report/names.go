package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"tdkt/charts/ooxml"
	"tdkt/data"
	"tdkt/queries/table"
)

// namesColumns are the columns of a table of recipients: a row an award, in the order of the list.
var namesColumns = []string{"decision_no", "decided_on", "decided_by", "recipient_kind", "recipient_name", "position", "workplace", "form", "counts_in_state_total"}

// WriteNames writes the list of recipients by decision as a Word document: a table for each decision, as it goes with decisions
// ("Danh sách kèm theo"). It is the only document that holds names of persons, and says what it may be used for. Days of birth are
// left out: the list does not need them.
// awards are those of the period in the state total, of lists and tallies together; nil where none are stated.
func WriteNames(w io.Writer, in Input, people table.Table, awards *int64) error {
	if err := in.check(); err != nil {
		return err
	}
	for _, col := range namesColumns {
		if people.Col(col) < 0 {
			return fmt.Errorf("names: no column %s", col)
		}
	}
	c := newComposer(in)
	c.namesHead(people, awards)
	c.decisions(people)
	if len(c.faults) > 0 {
		return fmt.Errorf("names: %s", strings.Join(c.faults, "; "))
	}
	p := &writer{lang: in.Lang}
	body, err := p.body(c.blocks)
	if err != nil {
		return err
	}
	content, err := ooxml.Pack(documentParts(body, nil, in.Texts["report.names.title"]+" "+c.period(), in.Lang, nil))
	if err != nil {
		return err
	}
	_, err = w.Write(content)
	return err
}

// namesHead says what the list is, what it may be used for, and how many awards have no name in it.
func (c *composer) namesHead(people table.Table, awards *int64) {
	line := Span{}
	c.add(Block{Frame: &Frame{LeftShare: headShare[c.in.Lang],
		Left:  [][]Span{words(c.say("report.head.over", strings.ToUpper(c.in.Province))), bold(words(c.say("report.head.agency"))), {line}},
		Right: [][]Span{bold(words(c.say("report.head.nation"))), bold(words(c.say("report.head.motto"))), {line}}}})
	c.add(Block{Style: Title, Spans: words(c.say("report.names.title"))})
	c.add(Block{Style: Subtitle, Spans: words(c.say("report.names.subtitle", c.period()))})
	c.add(Block{Style: Body, Spans: bold(words(c.say("report.names.use")))})
	var counted int64
	for r := range people.Rows {
		if people.Value(r, "counts_in_state_total") == true {
			counted++
		}
	}
	count := func(n int64) string { return data.FormatInt(c.in.Lang, n) }
	if len(people.Rows) == 0 {
		c.para(words(c.say("report.names.nothing", c.period())))
		return
	}
	var rest []Span
	if awards != nil && *awards > counted {
		rest = words(c.say("report.names.rest", count(*awards), count(*awards-counted)))
	}
	c.para(words(c.say("report.names.lead", count(int64(len(people.Rows))), count(counted))), rest)
}

// decisions writes a table for each decision. Two authorities may give decisions of one number on one day.
func (c *composer) decisions(t table.Table) {
	from, no := 0, 0
	for r := range t.Rows {
		if r+1 < len(t.Rows) && sameDecision(t, r, r+1) {
			continue
		}
		no++
		c.add(Block{Style: Caption, Spans: words(c.say("report.names.decision", no, c.decision(t, from), data.FormatInt(c.in.Lang, int64(r+1-from))))})
		c.add(Block{Table: c.decided(t, from, r+1)})
		from = r + 1
	}
	c.add(Block{Style: Note, Spans: words(c.say("report.names.build", c.build))})
}

func sameDecision(t table.Table, a, b int) bool {
	return !slices.ContainsFunc([]string{"decision_no", "decided_on", "decided_by"}, func(col string) bool { return t.Value(a, col) != t.Value(b, col) })
}

// decision names a decision by its number, its day and who decided, as far as they are known.
func (c *composer) decision(t table.Table, row int) string {
	number, by := t.Text(row, "decision_no"), t.Text(row, "decided_by")
	text := c.say("report.names.no_number")
	if number != "" {
		text = c.say("report.names.number", number)
	}
	if d, ok := t.Value(row, "decided_on").(table.Date); ok {
		text += " " + c.say("report.names.day", c.date(d))
	} else {
		text += " " + c.say("report.names.no_day")
	}
	if by != "" {
		text += " " + c.say("report.names.by", by)
	}
	return text
}

// decided is the table of the recipients of a decision.
func (c *composer) decided(t table.Table, from, to int) *Grid {
	g := &Grid{Small: true, Cols: []Col{{c.say("report.names.col.no"), 7, false}, {c.say("report.names.col.name"), 30, true}, {c.say("report.names.col.place"), 35, true}, {c.say("report.names.col.form"), 28, true}}}
	for r := from; r < to; r++ {
		name := t.Text(r, "recipient_name")
		if name == "" {
			name = unstated
		}
		place := slices.DeleteFunc([]string{t.Text(r, "position"), t.Text(r, "workplace")}, func(s string) bool { return s == "" })
		if len(place) == 2 && strings.Contains(place[0], place[1]) {
			place = place[:1]
		}
		if len(place) == 0 {
			place = []string{unstated}
		}
		form := t.Text(r, "form")
		if t.Value(r, "counts_in_state_total") != true {
			form += " " + c.say("report.names.not_counted")
		}
		g.Rows = append(g.Rows, Row{Cells: [][]Span{words(fmt.Sprint(r + 1 - from)), words(name), words(strings.Join(place, ", ")), words(form)}})
	}
	return g
}

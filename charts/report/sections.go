package report

import (
	"slices"
	"strings"

	"tdkt/data"
)

// letterSections are those of every kind of report.
var letterSections = map[string]section{
	"letterhead":          {(*composer).letterhead, []string{"dim-unit"}}, // the name of the province is from there
	"opening":             {(*composer).opening, []string{"completeness-year"}},
	"leadership":          {(*composer).leadership, nil},
	"completeness":        {(*composer).completeness, []string{"completeness-year", "completeness"}},
	"period_completeness": {(*composer).periodCompleteness, []string{"completeness-year"}},
	"judgement":           {(*composer).judgement, nil},
	"closing":             {(*composer).closing, nil},
}

// annexed begins an annex on a new page: its number in Roman numerals, its title in capitals, and of which document it is (Decree
// 30/2020/NĐ-CP, annex I, part I, IV.1).
func (c *composer) annexed(key string, args ...any) {
	c.annex++
	c.add(Block{Style: Annex, Spans: []Span{{Text: c.say("report.annex", roman(c.annex))}, {Text: " ", Line: true}, {Text: strings.ToUpper(c.say(key, args...))}}})
	c.add(Block{Style: AnnexOf, Spans: []Span{
		{Text: c.say("report.annex.of")}, {Text: c.say("report.head.number_place"), Place: "so"}, {Text: c.say("report.head.number_end") + " "},
		{Text: c.say("report.head.date_place"), Place: "ngay"}, {Text: c.say("report.annex.of_end", c.say("report.board"), c.in.Province)}}})
}

// roman writes a small number in Roman numerals.
func roman(n int) string {
	var b strings.Builder
	for _, r := range []struct {
		n    int
		sign string
	}{{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.n; n -= r.n {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}

// uprightCols is how many columns a table of an annex has at most that stands on upright paper.
const uprightCols = 8

// annexes adds annexes: wide tables on paper turned on its side, all else upright.
func (c *composer) annexes(all []data.ReportSection) {
	lies := NoTurn
	for _, s := range all {
		before := len(c.blocks)
		c.sections([]data.ReportSection{s})
		want := ToPortrait
		for _, b := range c.blocks[before:] {
			if b.Table != nil && len(b.Table.Cols) > uprightCols {
				want = ToLandscape
			}
		}
		if want != lies && len(c.blocks) > before {
			c.blocks = slices.Insert(c.blocks, before, Block{Turn: want})
			lies = want
		}
	}
}

// period is the period in words: "năm 2025".
func (c *composer) period() string { return c.in.Period.Words(c.in.Lang) }

func (c *composer) compare() string { return c.in.Compare.Words(c.in.Lang) }

// headShare is how much of the width is for who writes: the motto is longer in Vietnamese, the name of the committee in English.
var headShare = map[string]int{"vi": 41, "en": 50}

// letterhead is the head of an official document (Decree 30/2020/NĐ-CP, annex I): who writes, number, motto, place and date;
// then the kind of document and what it is about.
func (c *composer) letterhead() {
	line := Span{}
	c.add(Block{Frame: &Frame{LeftShare: headShare[c.in.Lang],
		Left: [][]Span{
			words(c.say("report.head.over", strings.ToUpper(c.in.Province))), bold(words(c.say("report.head.agency"))), {line},
			{{Text: c.say("report.head.number")}, {Text: c.say("report.head.number_place"), Place: "so"}, {Text: c.say("report.head.number_end")}},
		},
		Right: [][]Span{
			bold(words(c.say("report.head.nation"))), bold(words(c.say("report.head.motto"))), {line},
			{{Text: c.in.Province + ", ", Italic: true}, {Text: c.say("report.head.date_place"), Place: "ngay", Italic: true}},
		},
	}})
	c.add(Block{Style: Title, Spans: words(c.in.Kind.Title.In(c.in.Lang))})
	c.add(Block{Style: Subtitle, Spans: words(c.in.filled(c.in.Kind.Subtitle))})
}

// opening says what the figures are and how sure they are.
func (c *composer) opening() {
	c.place("basis")
	c.para(words(c.say("report.opening.source", c.period())), words(c.say("report.opening.lot")), c.provisional())
}

func (c *composer) leadership() {
	c.heading(Part, "report.part.leadership")
	c.place("leadership")
	c.place("movements")
}

// completeOf are the figures of the units of the years of a period: those that owe, and those complete. provisional tells
// whether the figures of one of its years are.
func (c *composer) completeOf(p data.ReportPeriod) (expected, complete Formula, provisional bool) {
	all := years(data.ReportPeriod{Kind: data.PeriodSpan, From: p.From, To: p.To})
	if !c.in.Whole() {
		all = []int{p.To}
	}
	expected = c.over(all, "mart_completeness_year", "expected_unit_count")
	complete = c.over(all, "mart_completeness_year", "complete_unit_count")
	for _, y := range all {
		known, _ := c.yearStanding(y)
		provisional = provisional || known != "final"
	}
	return expected, complete, provisional
}

// yearStanding tells how sure the figures of a year are: final, missing (units), open (not over), both; unknown where nobody is
// known to owe.
func (c *composer) yearStanding(year int) (code string, row int) {
	t := c.table("completeness-year")
	for r := range t.Rows {
		if y, _ := t.Int(r, "award_year"); y != int64(year) {
			continue
		}
		expected, _ := t.Int(r, "expected_unit_count")
		complete, _ := t.Int(r, "complete_unit_count")
		over := t.Value(r, "is_over") == true
		switch {
		case expected == 0:
			return "unknown", r
		case t.Value(r, "is_provisional") != true:
			return "final", r
		case complete < expected && !over:
			return "both", r
		case !over:
			return "open", r
		}
		return "missing", r
	}
	return "unknown", -1
}

// provisional is the sentence that says how complete the figures are.
func (c *composer) provisional() []Span {
	expected, complete, provisional := c.completeOf(c.in.Period)
	code := "final"
	if c.in.Period.From == c.in.Period.To || !c.in.Whole() {
		code, _ = c.yearStanding(c.in.Period.To)
	} else if provisional {
		code = "missing"
	}
	return c.spans("report.complete."+code, parts{"complete": c.num(Count, complete), "expected": c.num(Count, expected)})
}

// judgement is what only people can write.
func (c *composer) judgement() {
	c.stock()
	c.heading(Part, "report.part.plans")
	c.place("plans")
	c.heading(Part, "report.part.proposals")
	c.place("proposals")
}

// closing ends the letter: recipients on the left, who signs on the right.
func (c *composer) closing() {
	if n := len(c.blocks); n > 0 && c.blocks[n-1].Place != "" { // who signs never stands on a page of its own
		c.blocks[n-1].Keep = true
	}
	c.add(Block{Style: Body, Keep: true, Spans: words(c.in.filled(c.in.Kind.Closing))})
	small := func(key string, place string) []Span {
		s := Span{Text: c.say(key)}
		s.Place = place
		return []Span{s}
	}
	c.add(Block{Frame: &Frame{LeftShare: 54, TopLeft: true,
		Left: [][]Span{
			{{Text: c.say("report.sign.recipients"), Bold: true, Italic: true}},
			small("report.sign.recipient1", ""), small("report.sign.recipient2", ""), small("report.sign.recipient3", "noi-nhan"), small("report.sign.file", ""),
		},
		Right: [][]Span{
			bold(small("report.sign.office", "chuc-vu")), {{Text: c.say("report.sign.how"), Italic: true}}, {}, {}, {}, bold(small("report.sign.name", "nguoi-ky")),
		},
	}})
}

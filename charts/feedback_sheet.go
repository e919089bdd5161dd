package charts

import (
	"fmt"
	"strings"

	"tdkt/charts/ooxml"
	"tdkt/data"
)

// The columns of the result page: number, severity, sheet, cell, problem, found, wanted, mend, code.
var resultWidths = []float64{5, 12, 15, 8, 25, 19, 29, 33, 15}

var resultColumns = []string{"no", "severity", "sheet", "cell", "name", "got", "want", "mend", "code"}

// resultLook is the type of the page.
func resultLook() ooxml.Look {
	return ooxml.Look{Font: "Arial", Size: 10, Ink: hex(theLook().Ink), Wrap: true, Top: true}
}

// standingFill is the ground of the sentence that says what to do.
func standingFill(standing string) string {
	switch standing {
	case "refused", "held":
		return severities[0].fill
	case "warning":
		return severities[1].fill
	case "query":
		return severities[2].fill
	}
	return "DCEFDC"
}

// resultPage is the first sheet: what to do now, what became of each return, the findings in order.
func (a Answer) resultPage(why Copied) ooxml.Page {
	p := &resultPage{Answer: a, Page: ooxml.Page{Name: a.say("sheet"), Tab: "C00000", Widths: resultWidths, Landscape: true}}
	if s := a.standing(); s == "accepted" || s == "superseded" || s == "withdrawn" {
		p.Tab = "2E7D32"
	}
	p.Footer = "&L" + strings.ReplaceAll(a.agency(), "&", "&&") + "&C&A&R" + a.say("page") + " &P/&N"
	title := resultLook()
	title.Bold, title.Size, title.Wrap = true, 16, false
	p.across(a.say("title"), title, 26)
	what := resultLook()
	what.Bold, what.Size, what.Fill, what.Top, what.Line = true, 12, standingFill(a.standing()), false, hex(theLook().Line)
	p.across(a.toDo(), what, 0)
	plain := resultLook()
	if resend := a.resend("resend"); resend != "" {
		p.across(resend, plain, 0)
	}
	p.pair(a.say("file"), a.File)
	p.pair(a.say("from"), a.agency())
	if why != OwnFile {
		p.pair(a.say("note"), a.say("copied."+string(why)))
	}
	p.blank()
	p.returns()
	p.blank()
	p.findings(why)
	return p.Page
}

// resultPage gathers the lines of the page.
type resultPage struct {
	Answer
	ooxml.Page
}

func (p *resultPage) blank() { p.Lines = append(p.Lines, ooxml.Line{Height: 8}) }

// span is a text over some columns, from and to counted from 1.
type span struct {
	from, to int
	text     string
	look     ooxml.Look
	link     *ooxml.Link
}

// line adds a row of spans, high enough for its texts.
func (p *resultPage) line(height float64, spans ...span) {
	l := ooxml.Line{}
	no := len(p.Lines) + 1
	lines := 1
	for _, s := range spans {
		width := 0.0
		for c := s.from; c <= s.to; c++ {
			width += resultWidths[c-1]
			cell := ooxml.Cell{Col: c, Look: s.look}
			if c == s.from {
				cell.Text, cell.Link = s.text, s.link
			}
			if c == s.from || s.look.Line != "" { // a border goes around all cells of a merge
				l.Cells = append(l.Cells, cell)
			}
		}
		if s.look.Wrap {
			scale := 10 / s.look.Size
			if s.look.Bold {
				scale *= 0.92
			}
			n := 0
			for _, part := range strings.Split(s.text, "\n") {
				n += linesOf([]any{part}, func(int) float64 { return width * scale })
			}
			lines = max(lines, n)
		}
		if s.to > s.from {
			p.Merged = append(p.Merged, fmt.Sprintf("%s%d:%s%d", letter(s.from), no, letter(s.to), no))
		}
	}
	if l.Height = height; height == 0 {
		size := 10.0
		for _, s := range spans {
			size = max(size, s.look.Size)
		}
		l.Height = min(float64(lines)*size*1.32+5, tallest)
	}
	p.Lines = append(p.Lines, l)
}

// tallest is how high a row can be, in points.
const tallest = 409

// mostLinks is how many links a sheet can hold, less some; a program that finds more takes the file for damaged.
const mostLinks = 65_000

// letter names a column of the page; it has fewer than 26.
func letter(col int) string { return string(rune('A' + col - 1)) }

func (p *resultPage) across(text string, look ooxml.Look, height float64) {
	p.line(height, span{from: 1, to: len(resultWidths), text: text, look: look})
}

func (p *resultPage) pair(name, text string) {
	quiet := resultLook()
	quiet.Ink, quiet.Wrap = hex(theLook().Quiet), false
	p.line(0, span{from: 1, to: 2, text: name, look: quiet}, span{from: 3, to: len(resultWidths), text: text, look: resultLook()})
}

func (p *resultPage) heading(text string) {
	look := resultLook()
	look.Bold, look.Size, look.Wrap = true, 12, false
	p.across(text, look, 20)
}

// head and body are the looks of the tables.
func (p *resultPage) head() ooxml.Look {
	look := resultLook()
	look.Bold, look.Fill, look.Line, look.Top = true, hex(theLook().Pale), hex(theLook().Line), false
	return look
}

func (p *resultPage) body() ooxml.Look {
	look := resultLook()
	look.Line = hex(theLook().Line)
	return look
}

// returns is the table of the returns in the file, with the count of what was read.
func (p *resultPage) returns() {
	p.heading(p.say("returns"))
	spans := func(look ooxml.Look, texts ...string) []span {
		at := [][2]int{{1, 4}, {5, 5}, {6, 6}, {7, 7}, {8, 9}}
		all := make([]span, len(at))
		for i := range at {
			all[i] = span{from: at[i][0], to: at[i][1], text: texts[i], look: look}
		}
		return all
	}
	p.line(0, spans(p.head(), p.say("form"), p.say("unit"), p.say("period"), p.say("status"), p.say("conserved"))...)
	counted := func(key string, n [4]int64) string {
		args := make([]any, len(n))
		for i := range n {
			args[i] = data.FormatInt(p.Lang, n[i])
		}
		return p.say(key, args...)
	}
	for _, r := range p.Answer.Returns {
		all := spans(p.body(), r.Form, r.Unit, r.Period, p.say("status."+r.Status), counted("rows", r.Rows)+"\n"+counted("cells", r.Cells))
		all[3].look.Bold = true
		p.line(0, all...)
	}
	quiet := resultLook()
	quiet.Ink = hex(theLook().Quiet)
	p.across(p.say("conserved_note"), quiet, 0)
}

// findings is the table of what was found, errors first, each with a link to its cell.
func (p *resultPage) findings(why Copied) {
	marks := p.sorted()
	if len(marks) == 0 {
		p.heading(p.say("nothing"))
		return
	}
	p.heading(p.say("findings", p.number(p.count("error")), p.number(p.count("warning")), p.number(p.count("query"))))
	for _, s := range severities {
		if p.count(s.code) == 0 {
			continue
		}
		look := resultLook()
		look.Bold, look.Fill, look.Line = true, s.fill, hex(theLook().Line)
		p.line(0, span{from: 1, to: 2, text: p.say("severity." + s.code), look: look}, span{from: 3, to: len(resultWidths), text: p.say("means." + s.code), look: resultLook()})
	}
	p.blank()
	var head []span
	for i, c := range resultColumns {
		head = append(head, span{from: i + 1, to: i + 1, text: p.say("column." + c), look: p.head()})
	}
	p.line(0, head...)
	p.Repeat = len(p.Lines)
	for i, m := range marks {
		p.finding(i+1, m, why)
	}
}

func (p *resultPage) finding(no int, m Mark, why Copied) {
	sheet, cell := m.Sheet, m.Cell
	var link *ooxml.Link
	switch {
	case m.Register != "":
		sheet = p.say("elsewhere", m.Register)
	case m.Row > 0:
		link = &ooxml.Link{Sheet: m.Sheet, Cell: m.Cell}
	case m.Sheet != "" && why != Unread:
		cell, link = p.say("whole_sheet"), &ooxml.Link{Sheet: m.Sheet, Cell: "A1"}
	case m.Sheet != "":
		cell = m.Cell
	default:
		sheet, cell = p.say("whole_file"), m.Cell
	}
	if no > mostLinks {
		link = nil
	}
	body, tone, linked := p.body(), p.body(), p.body()
	tone.Bold, tone.Fill = true, severities[severityRank(m.Severity)].fill
	if link != nil {
		linked.Ink, linked.Underline = hex(theLook().Accent), true
	}
	number, quiet := body, body
	number.Centre = true
	quiet.Ink, quiet.Size = hex(theLook().Quiet), 9
	texts := []span{
		{text: p.number(no), look: number}, {text: p.say("severity." + m.Severity), look: tone}, {text: sheet, look: body}, {text: cell, look: linked, link: link},
		{text: m.Name, look: body}, {text: p.found(m), look: body}, {text: m.Want, look: body}, {text: m.Mend, look: body}, {text: m.Code, look: quiet},
	}
	for i := range texts {
		texts[i].from, texts[i].to = i+1, i+1
	}
	p.line(0, texts...)
}

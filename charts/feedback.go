package charts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/charts/ooxml"
	"tdkt/data"
)

// Answer is what the sender of one file is told of it: what became of its returns, and what to mend.
type Answer struct {
	File     string // as it was received
	Workbook string // file name of the marked workbook, told in the letter
	To       string // the unit that sent it, "" where that is not known
	Province string // whose board answers: "Phú Thọ"
	Returns  []Answered
	Marks    []Mark
	Unread   bool // no cell of the file could be read: there is none to colour and nothing to mend in our copy
	Lang     string
	Texts    map[string]string // keys "answer.…" and "page.agency"
}

// Answered is one return of the file. Unit and Period are in words; Rows and Cells are read, used, excluded, rejected.
type Answered struct {
	Form, Unit, Period, Status string
	Rows, Cells                [4]int64
}

// Mark is one finding at its place, worded in the language of the answer. Row is 0 where a whole sheet is meant, Sheet ""
// where the whole file is, or a file without sheets. Register names the intake register where the fault stands there.
type Mark struct {
	Register, Sheet, Cell                 string
	Row, Col                              int
	Severity, Code, Name, Got, Want, Mend string
	Personal                              bool // Got may hold a name or a date of birth: the letter leaves it out
	Blank                                 bool // nothing stands in the cell
}

// Copied says why the cells of a file stand in a workbook of ours and not in the sender's own.
type Copied string

// The reasons.
const (
	OwnFile Copied = ""        // it is the sender's own workbook
	Other   Copied = "other"   // it is no workbook of the kind that holds colours and comments
	Damaged Copied = "damaged" // a workbook that is broken in a way that reading can do with and writing cannot
	Unread  Copied = "unread"  // no cell could be read
)

// severities, worst first, with their colours. The word stands beside the colour wherever it is used.
var severities = []struct{ code, fill string }{{"error", "FFB3AB"}, {"warning", "FFE08A"}, {"query", "BFDDF5"}}

func severityRank(code string) int {
	for i, s := range severities {
		if s.code == code {
			return i
		}
	}
	return len(severities) - 1
}

// say is the text of a key with its %s filled in.
func (a Answer) say(key string, args ...any) string {
	return Input{Texts: a.Texts}.say("answer."+key, args...)
}

func (a Answer) agency() string { return Input{Texts: a.Texts}.say("page.agency", a.Province) }

func (a Answer) number(n int) string { return data.FormatInt(a.Lang, int64(n)) }

// sorted gives the marks errors first, then in the order of the file.
func (a Answer) sorted() []Mark {
	marks := slices.Clone(a.Marks)
	slices.SortStableFunc(marks, func(x, y Mark) int { return cmp.Compare(severityRank(x.Severity), severityRank(y.Severity)) })
	return marks
}

// count is how many marks have a severity.
func (a Answer) count(severity string) (n int) {
	for _, m := range a.Marks {
		if m.Severity == severity {
			n++
		}
	}
	return n
}

// standing is the word for the whole file: the status of its returns that asks for most.
func (a Answer) standing() string {
	for _, status := range []string{"refused", "held"} {
		if slices.ContainsFunc(a.Returns, func(r Answered) bool { return r.Status == status }) {
			return status
		}
	}
	counts := func(r Answered) bool { return strings.HasPrefix(r.Status, "accepted") }
	switch {
	case !slices.ContainsFunc(a.Returns, counts):
		if slices.ContainsFunc(a.Returns, func(r Answered) bool { return r.Status == "superseded" }) {
			return "superseded"
		}
		return "withdrawn"
	case a.count("warning") > 0:
		return "warning"
	case a.count("query") > 0:
		return "query"
	}
	return "accepted"
}

// toDo is the sentence that says what the sender does now.
func (a Answer) toDo() string {
	standing := a.standing()
	args := []any{}
	switch standing {
	case "refused", "held":
		args = append(args, a.number(a.count("error")))
	case "warning", "query":
		args = append(args, a.number(a.count(standing)))
	}
	text := a.say("do."+standing, args...)
	if slices.ContainsFunc(a.Returns, func(r Answered) bool { return strings.HasPrefix(r.Status, "accepted") }) && (standing == "refused" || standing == "held") {
		text += " " + a.say("do.others")
	}
	return text
}

// resend is how a mended file comes back, in the words of a key; "" where nothing need come.
func (a Answer) resend(key string) string {
	switch a.standing() {
	case "refused", "held":
		if a.Unread {
			key += "_own"
		}
		return a.say(key)
	case "warning":
		return a.say("resend_accepted")
	}
	return ""
}

// MarkedWorkbook gives the sender's own workbook back: each faulty cell filled and commented, a first sheet that says what
// was found, all else as it was. An error says that this workbook cannot be patched.
func MarkedWorkbook(original []byte, a Answer) ([]byte, error) {
	return ooxml.Annotate(original, a.marking(OwnFile))
}

// CopiedWorkbook makes a workbook of the cells as they were read, marked in the same way. Marks without a sheet stand on
// the first page.
func CopiedWorkbook(pages []ooxml.Page, a Answer, why Copied) ([]byte, error) {
	if len(pages) == 0 {
		page := a.resultPage(why)
		return ooxml.Fresh([]ooxml.Page{page})
	}
	a.Marks = slices.Clone(a.Marks)
	for i := range a.Marks {
		if a.Marks[i].Row > 0 && a.Marks[i].Sheet == "" {
			a.Marks[i].Sheet = pages[0].Name
		}
	}
	blank, err := ooxml.Fresh(pages)
	if err != nil {
		return nil, fmt.Errorf("charts: %w", err)
	}
	return ooxml.Annotate(blank, a.marking(why))
}

// marking is what goes into the workbook.
func (a Answer) marking(why Copied) ooxml.Marking {
	m := ooxml.Marking{First: a.resultPage(why), Marks: map[string][]ooxml.Mark{}, Author: a.agency()}
	type cell struct {
		sheet    string
		row, col int
	}
	at := map[cell]int{}
	for _, f := range a.sorted() {
		if f.Row == 0 {
			continue
		}
		c := cell{f.Sheet, f.Row, f.Col}
		if i, again := at[c]; again { // the worst came first and gave the colour
			note := &m.Marks[f.Sheet][i].Note
			*note = append(append(*note, ooxml.Run{Text: "\n\n"}), a.note(f)...)
			continue
		}
		at[c] = len(m.Marks[f.Sheet])
		m.Marks[f.Sheet] = append(m.Marks[f.Sheet], ooxml.Mark{Row: f.Row, Col: f.Col, Fill: severities[severityRank(f.Severity)].fill, Note: a.note(f)})
	}
	return m
}

// note is the comment of one finding.
func (a Answer) note(m Mark) []ooxml.Run {
	var lines []string
	for _, l := range [][2]string{{"got", a.found(m)}, {"want", m.Want}, {"mend", m.Mend}, {"code", m.Code}} {
		if l[1] != "" {
			lines = append(lines, a.say("note."+l[0])+" "+l[1])
		}
	}
	return []ooxml.Run{
		{Text: a.say("severity."+m.Severity) + ": " + m.Name + "\n", Bold: true},
		{Text: strings.Join(lines, "\n")},
	}
}

// longestFound is how much of a cell's text an answer repeats: the sender has the cell itself.
const longestFound = 200

// found is the text of a cell in quotation marks, on one line.
func (a Answer) found(m Mark) string {
	got := strings.Join(strings.Fields(m.Got), " ")
	switch r := []rune(got); {
	case got == "" && m.Blank:
		return a.say("blank")
	case got == "":
		return ""
	case len(r) > longestFound:
		got = string(r[:longestFound]) + "…"
	}
	return "“" + got + "”"
}

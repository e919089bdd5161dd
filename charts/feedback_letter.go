package charts

import (
	"cmp"
	"html/template"
	"io"
	"slices"
	"strings"
)

// letterItems is how many things to mend a letter lists; the workbook has them all.
const letterItems = 20

// itemCells is how many cells, or runs of them, one item names.
const itemCells = 8

// Letter writes the covering letter of an answer: one HTML page to read, print and act on. It names no person: what stood
// in a cell that may hold a name or a date of birth is left out.
func Letter(w io.Writer, a Answer) error {
	t, err := template.New("letter.html").ParseFS(assets, "assets/letter.html", "assets/letter.css")
	if err != nil {
		return err
	}
	css, err := assets.ReadFile("assets/letter.css")
	if err != nil {
		return err
	}
	l := letterData{Answer: a, CSS: template.CSS(css)}
	l.Groups, l.More = a.letterGroups()
	return t.Execute(w, l)
}

type letterData struct {
	Answer
	CSS    template.CSS
	Groups []letterGroup
	More   int
}

// letterGroup is what to mend, of one severity; its numbers go on from those before.
type letterGroup struct {
	Severity string
	Start    int
	Items    []letterItem
}

// letterItem is one thing to mend, at one or more cells.
type letterItem struct{ Where, Name, Want, Mend string }

// T is a text of the letter.
func (l letterData) T(key string, args ...any) string { return l.say("letter."+key, args...) }

// Say is a text that the letter shares with the workbook.
func (l letterData) Say(key string) string { return l.say(key) }

// Upper is a text in capitals, as heads of official letters have it.
func (l letterData) Upper(s string) string { return strings.ToUpper(s) }

// Number is a number as people of that language write it.
func (l letterData) Number(n int) string { return l.number(n) }

// ToDo is the sentence that says what the sender does now.
func (l letterData) ToDo() string { return l.toDo() }

// Attached says what the enclosed workbook shows.
func (l letterData) Attached() string {
	if l.Unread || !slices.ContainsFunc(l.Marks, func(m Mark) bool { return m.Row > 0 }) {
		return l.T("attached_sheet", l.Workbook)
	}
	return l.T("attached", l.Workbook)
}

// Resend is how a mended file comes back; "" where nothing need come.
func (l letterData) Resend() string { return l.resend("letter.resend") }

// Agency is who answers.
func (l letterData) Agency() string { return l.agency() }

// Addressee is whom the letter is to.
func (l letterData) Addressee() string {
	if l.To != "" {
		return l.To
	}
	return l.T("to_unknown")
}

// Mends says that something is to be mended or looked at.
func (l letterData) Mends() bool { return len(l.Groups) > 0 }

// letterGroups puts together what is to be mended in the same way, and counts the places that it leaves out.
func (a Answer) letterGroups() (groups []letterGroup, more int) {
	switch a.standing() {
	case "superseded", "withdrawn":
		return nil, 0
	}
	type like struct{ severity, register, sheet, code, want, mend string }
	var order []like
	all := map[like][]Mark{}
	for _, m := range a.sorted() {
		k := like{m.Severity, m.Register, m.Sheet, m.Code, m.Want, m.Mend}
		if all[k] == nil {
			order = append(order, k)
		}
		all[k] = append(all[k], m)
	}
	for i, k := range order {
		marks := all[k]
		if i >= letterItems {
			more += len(marks)
			continue
		}
		if n := len(groups); n == 0 || groups[n-1].Severity != k.severity {
			groups = append(groups, letterGroup{Severity: k.severity, Start: i + 1})
		}
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, letterItem{Where: a.where(marks), Name: marks[0].Name, Want: k.want, Mend: k.mend})
	}
	return groups, more
}

// where names the places of marks of one sheet: Trang “Biểu 2”, ô D17 (thấy “1,5”), D18 (thấy “2x”).
func (a Answer) where(marks []Mark) string {
	var parts []string
	if marks[0].Register != "" {
		parts = append(parts, a.say("letter.elsewhere", marks[0].Register))
	} else if marks[0].Sheet != "" {
		parts = append(parts, a.say("letter.sheet", marks[0].Sheet))
	}
	pieces, left := a.pieces(marks)
	if len(pieces) > 0 {
		text := strings.Join(pieces, ", ")
		if marks[0].Cell != "" {
			text = a.say("letter.cell") + " " + text
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		parts = append(parts, a.say("whole_file"))
	}
	text := strings.Join(parts, ", ")
	if left > 0 {
		text += " " + a.say("letter.more_cells", a.number(left))
	}
	return upperFirst(text)
}

// pieces names cells, those that held the same text together: C20–C33 (thấy “N”). It counts the cells that it leaves out.
func (a Answer) pieces(marks []Mark) (pieces []string, left int) {
	var order []string
	byText := map[string][]Mark{}
	for _, m := range marks {
		text := a.found(m)
		if m.Personal {
			text = ""
		}
		if byText[text] == nil {
			order = append(order, text)
		}
		byText[text] = append(byText[text], m)
	}
	for _, text := range order {
		these := byText[text]
		if len(pieces) >= itemCells {
			left += len(these)
			continue
		}
		names, more := runsOfCells(these)
		left += more
		if text != "" {
			names = strings.TrimSpace(names + " (" + a.say("letter.got") + " " + text + ")")
		}
		if names != "" {
			pieces = append(pieces, names)
		}
	}
	return pieces, left
}

// runsOfCells names cells, neighbours below one another as C20–C33; it counts those that it leaves out.
func runsOfCells(marks []Mark) (names string, left int) {
	marks = slices.Clone(marks)
	slices.SortStableFunc(marks, func(x, y Mark) int { return cmp.Or(cmp.Compare(x.Col, y.Col), cmp.Compare(x.Row, y.Row)) })
	var runs []string
	for i := 0; i < len(marks); {
		j := i + 1
		for j < len(marks) && marks[i].Row > 0 && marks[j].Col == marks[i].Col && marks[j].Row <= marks[j-1].Row+1 {
			j++
		}
		switch {
		case len(runs) == itemCells:
			left += j - i
		case marks[i].Cell == "":
		case j-i > 1 && marks[j-1].Cell != marks[i].Cell:
			runs = append(runs, marks[i].Cell+"–"+marks[j-1].Cell)
		default:
			runs = append(runs, marks[i].Cell)
		}
		i = j
	}
	return strings.Join(runs, ", "), left
}

func upperFirst(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

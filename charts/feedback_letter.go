package charts

import (
	"html/template"
	"io"
	"strings"
)

// letterItems is how many things to mend a letter lists; the workbook has them all.
const letterItems = 20

// itemCells is how many cells one item names.
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

// Resend is how a mended file comes back.
func (l letterData) Resend() string { return l.resend() }

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

// where names the places of marks of one sheet: Trang “Biểu 2”, ô D17 (thấy “1,5”), D18 và 3 ô nữa.
func (a Answer) where(marks []Mark) string {
	var parts []string
	if marks[0].Register != "" {
		parts = append(parts, a.say("letter.elsewhere", marks[0].Register))
	} else if marks[0].Sheet != "" {
		parts = append(parts, a.say("letter.sheet", marks[0].Sheet))
	}
	var cells []string
	for i, m := range marks {
		if i == itemCells {
			break
		}
		text := m.Cell
		if got := a.found(m.Got); got != "" && !m.Personal {
			text = strings.TrimSpace(text + " (" + a.say("letter.got") + " " + got + ")")
		}
		if text != "" {
			cells = append(cells, text)
		}
	}
	if len(cells) > 0 {
		text := strings.Join(cells, ", ")
		if marks[0].Cell != "" {
			text = a.say("letter.cell") + " " + text
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		parts = append(parts, a.say("whole_file"))
	}
	text := strings.Join(parts, ", ")
	if left := len(marks) - itemCells; left > 0 {
		text += " " + a.say("letter.more_cells", a.number(left))
	}
	return upperFirst(text)
}

func upperFirst(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

package report

import (
	"slices"
	"strings"

	"tdkt/charts/ooxml"
)

// paragraph is a paragraph read: its text with the numbers that are bound, and the same with a mark for each.
type paragraph struct {
	ooxml.Paragraph
	text     string
	skeleton string
	marks    []mark
	pending  []bool // by byte of the skeleton
}

// mark is a bound number, or a field, in a paragraph: where its mark stands in the skeleton, and its text in the text.
type mark struct {
	control  int // -1 for a field
	at       int
	from, to int
}

// held is what is known of a control.
type held struct {
	number  Use // none where it holds no number of ours
	outer   int // the outermost control of ours around it or itself, -1 for none
	text    string
	pending bool // some of it waits for being accepted
}

// know finds the numbers of the controls, and what stands in each.
func (d *Document) know() {
	uses := map[int]Use{}
	for _, u := range d.Uses {
		uses[u.No] = u
	}
	d.held = make([]held, len(d.word.Controls))
	for i, c := range d.word.Controls { // a control comes after the one around it
		h := held{number: numberOf(c, uses), outer: -1, pending: c.Deleted}
		if h.number.No > 0 {
			h.outer = i
		}
		if c.Parent >= 0 && d.held[c.Parent].outer >= 0 {
			h.outer = d.held[c.Parent].outer
		}
		d.held[i] = h
	}
	for _, p := range d.word.Paragraphs {
		for _, piece := range p.Pieces {
			if c := d.numberControl(piece.Control); c >= 0 {
				d.held[c].pending = d.held[c].pending || piece.Pending
				if !piece.Deleted {
					d.held[c].text += piece.Text
				}
			}
		}
	}
}

// numberControl is the outermost control of ours around a piece, -1 for none.
func (d *Document) numberControl(control int) int {
	if control < 0 {
		return -1
	}
	return d.held[control].outer
}

// numberOf tells which number a control holds, by its tag, else by its title; none where it is not ours.
func numberOf(c ooxml.Control, uses map[int]Use) Use {
	if u, ok := parseTag(c.Tag); ok {
		if known := uses[u.No]; known.Key == u.Key {
			u.Where, u.Text = known.Where, known.Text
		}
		return u
	}
	if no, ok := parseTitle(c.Title); ok && c.Tag == "" {
		return uses[no]
	}
	return Use{}
}

// paragraphs reads every paragraph.
func (d *Document) paragraphs() (all []paragraph) {
	d.know()
	counted := map[int]bool{} // a control over several paragraphs stands in its first
	for _, p := range d.word.Paragraphs {
		out := paragraph{Paragraph: p}
		var text, skeleton strings.Builder
		put := func(s string, pending bool) {
			skeleton.WriteString(s)
			for range len(s) {
				out.pending = append(out.pending, pending)
			}
		}
		for _, piece := range p.Pieces {
			if piece.Deleted {
				continue
			}
			control := d.numberControl(piece.Control)
			last := len(out.marks) - 1
			switch {
			case control >= 0 && last >= 0 && out.marks[last].control == control && out.marks[last].to == text.Len():
				text.WriteString(piece.Text)
				out.marks[last].to = text.Len()
				continue
			case control >= 0 && counted[control]:
			case control >= 0 || piece.Field:
				if control < 0 {
					control = -1
				} else {
					counted[control] = true
				}
				out.marks = append(out.marks, mark{control, skeleton.Len(), text.Len(), text.Len() + len(piece.Text)})
				put(boundMark, piece.Pending)
			default:
				put(piece.Text, piece.Pending)
			}
			text.WriteString(piece.Text)
		}
		out.text, out.skeleton = text.String(), skeleton.String()
		all = append(all, out)
	}
	return all
}

// textOf is what stands in a control, and whether some of it waits for being accepted.
func (d *Document) textOf(control int) (text string, pending bool) {
	h := d.held[control]
	return strings.TrimSpace(h.text), h.pending
}

// deletedControl tells whether a number's control stands in a change that takes it away.
func (d *Document) deletedControl(no int) bool {
	return slices.ContainsFunc(d.held, func(h held) bool { return h.number.No == no && h.pending })
}

func (p paragraph) pendingAt(at int) bool { return at < len(p.pending) && p.pending[at] }

// cell is a place of a table that gives others their words: the first of a row, the head of a column.
type cell struct{ table, row, col int }

// heads notes what stands at the beginning of each row and over each column.
func (d *Document) heads() {
	d.words = map[cell]string{}
	for _, p := range d.read {
		switch {
		case p.Table == 0:
		case p.Head && strings.TrimSpace(p.text) != "":
			d.words[cell{p.Table, -1, p.Col}] = squeezed(strings.ReplaceAll(p.text, softHyphen, ""))
		case p.Col == 0:
			d.words[cell{p.Table, p.Row, 0}] = squeezed(d.words[cell{p.Table, p.Row, 0}] + " " + p.text)
		}
	}
}

// sentence is the sentence that holds a place of the skeleton, or the row and column of the table.
func (d *Document) sentence(p paragraph, at int) string {
	from, to := sentenceBounds(p.skeleton, at)
	sentence := strings.TrimSpace(p.text[p.inText(from):p.inText(to)])
	label, head := d.words[cell{p.Table, p.Row, 0}], d.words[cell{p.Table, -1, p.Col}]
	switch {
	case p.Table == 0 || p.Col == 0:
		return sentence
	case head == "":
		return label + " | " + sentence
	}
	return label + " | " + head
}

// inText turns a place of the skeleton into one of the text.
func (p paragraph) inText(at int) int {
	shift := 0
	for _, m := range p.marks {
		if m.at < at {
			shift += (m.to - m.from) - len(boundMark)
		}
	}
	return min(max(at+shift, 0), len(p.text))
}

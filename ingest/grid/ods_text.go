package grid

import "strconv"

// maxLists bounds how deep lists may nest in a cell.
const maxLists = 16

// paragraphs reads the text of the cell that has just started, a paragraph a line. Comments, pictures and shapes that hang at
// the cell are not its text.
func (t *odsTable) paragraphs(x *pull, st style, n *int, depth int) error {
	return x.children(func(name string) error {
		switch name {
		case "p", "h":
			if *n++; *n > 1 {
				t.text.add([]byte{'\n'}, st)
			}
			return t.paragraph(x, st)
		case "list", "list-item", "list-header":
			if depth < maxLists {
				return t.paragraphs(x, st, n, depth+1)
			}
			return unreadable("%s: lists nest more than %d deep", x.part, maxLists)
		}
		return nil
	})
}

// odsLine is a paragraph being read: white space counts once, more of it is written as elements.
type odsLine struct {
	*odsTable
	now    style
	skip   int  // depth within which nothing is text
	spaced bool // one more blank would be one too many
	gap    byte // a blank or line end that waits for what follows
}

// paragraph reads the paragraph that has just started.
func (t *odsTable) paragraph(x *pull, st style) error {
	t.stack = t.stack[:0]
	inside := x.depth
	l := odsLine{odsTable: t, now: st, spaced: true}
	for {
		ev, err := x.must()
		switch {
		case err != nil:
			return err
		case ev == atEnd && x.depth < inside:
			if l.gap == ' ' { // typed at the end; a line end is from a program that indents
				t.text.add([]byte{' '}, l.now)
			}
			return nil
		case ev == atEnd:
			if x.depth < l.skip {
				l.skip = 0
			}
			last := len(t.stack) - 1
			l.now, t.stack = t.stack[last], t.stack[:last]
		case ev == atStart:
			if t.stack = append(t.stack, l.now); len(t.stack) > maxElements {
				return tooDeep(x.part)
			}
			if l.skip == 0 {
				if err := l.element(x); err != nil {
					return err
				}
			}
		case l.skip == 0:
			l.collapsed(x.text)
		}
	}
}

// element reads the start of an element in a paragraph.
func (l *odsLine) element(x *pull) error {
	switch x.name {
	case "span":
		l.now = l.styles.span(x.attr("style-name"), l.now)
	case "s":
		n, _ := strconv.Atoi(string(x.raw("c")))
		n = max(n, 1)
		if l.blanks -= n; l.blanks < 0 {
			return unreadable("%s: more than %d blanks", x.part, maxBlanks)
		}
		for range n {
			l.add([]byte{' '})
		}
		l.spaced = false
	case "tab":
		l.add([]byte{'\t'})
	case "line-break":
		l.gap = 0
		l.add([]byte{'\n'})
		l.spaced = true
	case "annotation", "note", "ruby-text", "frame", "custom-shape", "script":
		l.skip = x.depth
	}
	return nil
}

// add adds text behind a blank that waits.
func (l *odsLine) add(text []byte) {
	if l.gap != 0 {
		l.text.add([]byte{' '}, l.now)
	}
	l.text.add(text, l.now)
	l.gap, l.spaced = 0, false
}

// collapsed adds text in which white space counts as one blank.
func (l *odsLine) collapsed(text []byte) {
	from := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && !isSpace(text[i]) {
			continue
		}
		if i > from {
			l.add(text[from:i])
		}
		from = i + 1
		if i == len(text) || l.spaced {
			continue
		}
		if l.gap == 0 || text[i] != ' ' {
			l.gap = text[i]
		}
	}
}

package grid

import (
	"bytes"
	"unicode/utf8"
)

// plainCell is a cell as it stands in the file, in slices of what is at hand.
type plainCell struct {
	ref, style, kind []byte
	value            []byte // what stands in its <v>, or in the <t> of its <is>
	stored, inline   bool   // has a <v>; has an <is>
	keepsSpace       bool   // of the <t>
}

// quickAhead is how much is had at hand before a cell is looked at: most cells are shorter.
const quickAhead = 1 << 10

// quickCells reads the cells that come next as long as they are written as nearly all are. It stops at anything else
// (formulas, rich text, entities, comments, what is not well formed, a cell that is not wholly at hand), which the pull
// then reads from the same place; both ways give the same cells.
func (s *sheetReader) quickCells(x *pull) error {
	if x.ends || s.onlyPull {
		return nil
	}
	for {
		if x.end-x.at < quickAhead && !x.eof {
			x.ensure(4 * quickAhead)
		}
		w, n := quickCell(x.buf[x.at:x.end])
		if n == 0 {
			return nil
		}
		x.at += n
		if err := s.place(w.ref, x.part); err != nil {
			return err
		}
		raw := stored{value: w.value, stored: w.stored}
		if w.inline {
			if !w.keepsSpace {
				w.value = bytes.Trim(w.value, " \t\r\n")
			}
			raw = stored{inline: unescape(w.value)}
		}
		if err := s.take(kindOf(w.kind), raw, s.styleOf(w.style), x.part); err != nil {
			return err
		}
	}
}

// quickCell takes a cell apart that begins b, and gives its length; 0 where it is not one of the plain ones:
//
//	<c r="B2" s="1" t="s"><v>12</v></c>   <c r="B2" t="inlineStr"><is><t>An</t></is></c>   <c r="B2"/>
func quickCell(b []byte) (w plainCell, n int) {
	if len(b) < 5 || b[0] != '<' || b[1] != 'c' {
		return w, 0
	}
	i := 2
	for i+5 < len(b) && b[i] == ' ' {
		var to *[]byte
		switch b[i+1] {
		case 'r':
			to = &w.ref
		case 's':
			to = &w.style
		case 't':
			to = &w.kind
		}
		if to == nil || *to != nil || b[i+2] != '=' || b[i+3] != '"' {
			return w, 0
		}
		from := i + 4
		for i = from; i < len(b) && b[i] > ' ' && b[i] < utf8.RuneSelf && b[i] != '"' && b[i] != '&' && b[i] != '<'; i++ {
		}
		if i == len(b) || b[i] != '"' {
			return w, 0
		}
		*to = b[from:i:i]
		i++
	}
	rest := b[i:]
	switch {
	case has(rest, "><v>"):
		w.stored = true
		n = w.text(rest, len("><v>"), "</v></c>")
	case has(rest, "><is><t>"):
		w.inline = true
		n = w.text(rest, len("><is><t>"), "</t></is></c>")
	case has(rest, `><is><t xml:space="preserve">`):
		w.inline, w.keepsSpace = true, true
		n = w.text(rest, len(`><is><t xml:space="preserve">`), "</t></is></c>")
	case has(rest, "/>"):
		n = len("/>")
	case has(rest, "></c>"):
		n = len("></c>")
	}
	if n == 0 || w.inline && string(w.kind) != "inlineStr" {
		return w, 0
	}
	return w, i + n
}

// text takes the text from an offset on, which the end given must follow, and gives the length of both.
func (w *plainCell) text(b []byte, from int, end string) int {
	i, all := from, byte(0)
	for ; i < len(b) && b[i] != '<'; i++ {
		if b[i] < ' ' || b[i] == '&' {
			return 0
		}
		all |= b[i]
	}
	w.value = b[from:i:i]
	if !has(b[i:], end) || all >= utf8.RuneSelf && !utf8.Valid(w.value) {
		return 0
	}
	return i + len(end)
}

func has(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && string(b[:len(prefix)]) == prefix
}

// kindOf is the type of a cell as a text of its own.
func kindOf(t []byte) string {
	switch string(t) {
	case "":
		return ""
	case "s":
		return "s"
	case "n":
		return "n"
	case "str":
		return "str"
	case "inlineStr":
		return "inlineStr"
	}
	return string(t)
}

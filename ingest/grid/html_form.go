package grid

import "unicode"

// input reads a field of a form, in the cell of which it stands: pages that a system lets its users fill in are saved with
// what was filled in there. A box that is ticked is an x.
func (p *page) input(l look, a attributes) error {
	if len(p.tables) == 0 || !p.table().inCell {
		return nil
	}
	switch a.kind {
	case "hidden", "password", "button", "submit", "reset", "image", "file":
		return nil
	case "checkbox", "radio":
		if !a.chosen {
			return nil
		}
		a.value = "x"
	}
	return p.write([]byte(a.value), l)
}

// option reads the start of an option of a list; of a list only what is chosen is text.
func (p *page) option(chosen bool) {
	if p.skip != "select" && !p.choosing {
		return
	}
	p.skip, p.choosing = "select", chosen
	if chosen {
		p.skip = ""
	}
}

// unseen gives where hidden text of a shown cell goes; nil is nowhere. Scripts that sort tables put a key, hidden, before what
// is shown or behind it: <span style="display:none">000012</span>12 is 12. Excel hides the end of a text that its column is too
// narrow for, but never of a number.
func (c *htmlCell) unseen() *runs {
	switch {
	case c.look.hidden:
		return &c.text
	case !c.text.shown:
		return &c.veil
	}
	for _, r := range string(c.text.text()) {
		if unicode.IsLetter(r) {
			return &c.text
		}
	}
	return nil
}

// whole is the text of a cell: what is shown, and where nothing is, what is hidden.
func (c *htmlCell) whole() *runs {
	if !c.text.shown && c.veil.shown {
		return &c.veil
	}
	return &c.text
}

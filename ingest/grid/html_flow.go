package grid

// void are elements without content.
func void(tag string) bool {
	switch tag {
	case "area", "base", "basefont", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr":
		return true
	}
	return false
}

// block are elements that stand on lines of their own.
func block(tag string) bool {
	switch tag {
	case "p", "div", "center", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre",
		"hr", "form", "fieldset", "section", "article", "header", "footer", "main", "nav", "aside", "address", "caption",
		"figure", "figcaption", "body", "html", "head", "legend", "menu", "dir", "details", "summary", "xmp", "plaintext":
		return true
	}
	return false
}

// start reads the start of an element. Rows and cells end the one before them, also where it does not say so.
func (p *page) start(tag string, a attributes) error {
	var err error
	switch tag {
	case "tr", "thead", "tbody", "tfoot":
		err = p.endRow()
		p.outOfRows(tag == "tr")
	case "td", "th":
		if err = p.endCell(); err == nil && (len(p.tables) == 0 || !p.table().inRow) {
			err = p.startRow(p.look())
		}
	}
	if err != nil {
		return err
	}
	l := p.styles.look(p.look(), tag, a)
	switch tag {
	case "table":
		return p.startTable(l)
	case "tr":
		return p.startRow(l)
	case "td", "th":
		return p.startCell(tag, l, a)
	case "colgroup", "col":
		if len(p.tables) > 0 {
			p.table().column(tag, l, a)
		}
		return nil
	case "br":
		return p.newLine()
	case "input":
		return p.input(l, a)
	}
	if block(tag) {
		if err := p.endBlock(); err != nil {
			return err
		}
	}
	if !void(tag) && (!ofTable(tag) || len(p.tables) > 0) {
		p.open(tag, l)
	}
	return nil
}

// outOfRows leaves what is open around the rows of the table at hand; a tr stays within its tbody.
func (p *page) outOfRows(within bool) {
	if len(p.tables) == 0 {
		return
	}
	for n := len(p.elements); n > p.table().floor; n-- {
		if tag := p.elements[n-1].tag; within && ofTable(tag) {
			return
		}
		p.elements = p.elements[:n-1]
	}
}

// end reads the end of an element.
func (p *page) end(tag string) error {
	switch tag {
	case "table":
		return p.endTable()
	case "tr":
		return p.endRow()
	case "td", "th":
		return p.endCell()
	case "thead", "tbody", "tfoot":
		if len(p.tables) == 0 {
			return nil
		}
		err := p.endRow()
		p.close(tag, p.table().floor)
		return err
	case "br": // browsers read </br> as <br>
		return p.newLine()
	}
	if block(tag) {
		if err := p.endBlock(); err != nil {
			return err
		}
	}
	p.close(tag, p.floor())
	return nil
}

// floor is how many open elements belong to what lies around the cell or table at hand.
func (p *page) floor() int {
	if len(p.tables) == 0 {
		return 0
	}
	t := p.table()
	if t.inCell {
		return t.cell.floor
	}
	return t.floor
}

// at gives where text goes: into the cell at hand, else beside the tables.
func (p *page) at() *runs {
	if len(p.tables) > 0 && p.table().inCell {
		return &p.table().cell.text
	}
	return &p.free
}

// text reads text. Within a table but in no cell of it, it gets a row of its own.
func (p *page) text(text []byte) error {
	if len(p.tables) > 0 && !p.table().inCell {
		if blank(string(text)) {
			return nil
		}
		if err := p.endRow(); err != nil {
			return err
		}
		if err := p.startCell("td", p.look(), attributes{}); err != nil {
			return err
		}
	}
	return p.write(text, p.look())
}

// write adds text that looks so.
func (p *page) write(text []byte, l look) error {
	to := p.at()
	if to == &p.free && !blank(string(text)) {
		p.freeHidden = l.hidden
	}
	if to != &p.free && l.hidden {
		c := &p.table().cell
		if p.steps -= len(c.text.out); p.steps < 0 {
			return unreadable("html: row %d: too much hidden text", p.table().grid.h)
		}
		if to = c.unseen(); to == nil {
			return nil
		}
	}
	if l.pre {
		if err := p.preformatted(to, text, l); err != nil || !to.over {
			return err
		}
		return tooLong("html")
	}
	from := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && !htmlSpace(text[i]) {
			continue
		}
		if i > from {
			to.add(text[from:i], l.style)
			p.spaced = false
		}
		if i < len(text) && !p.spaced {
			to.add([]byte{' '}, l.style)
			p.spaced = true
		}
		from = i + 1
	}
	if to.over {
		return tooLong("html")
	}
	return nil
}

func htmlSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// preformatted reads text in which white space counts.
func (p *page) preformatted(to *runs, text []byte, l look) error {
	from := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != '\n' {
			continue
		}
		to.add(text[from:i], l.style)
		if i < len(text) {
			if err := p.newLine(); err != nil {
				return err
			}
		}
		from = i + 1
	}
	p.spaced = false
	return nil
}

// newLine ends a line: in a cell within its text, outside tables the row.
func (p *page) newLine() error {
	to := p.at()
	if to == &p.free {
		if len(p.tables) > 0 { // between two rows
			return nil
		}
		return p.endLine(true)
	}
	to.unblank()
	to.add([]byte{'\n'}, p.look().style)
	p.spaced = true
	return nil
}

// endBlock ends a line that has begun.
func (p *page) endBlock() error {
	to := p.at()
	if to == &p.free {
		return p.endLine(false)
	}
	to.unblank()
	if !to.empty() && !to.endsIn('\n') {
		to.add([]byte{'\n'}, p.look().style)
	}
	p.spaced = true
	return nil
}

// endLine makes a row of the text outside tables; always is also where it is blank.
func (p *page) endLine(always bool) error {
	p.spaced = true
	if p.free.empty() && !always {
		return nil
	}
	g, err := p.lines(&p.free, look{hidden: p.freeHidden})
	if err != nil {
		return err
	}
	g.h = max(g.h, 1)
	p.free.reset()
	return p.out.under(g)
}

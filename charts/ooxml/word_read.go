package ooxml

import (
	"errors"
	"html"
	"strings"
)

// wordReader goes through a part of a document.
type wordReader struct {
	w                  *Word
	part               int
	text               []byte
	prefix             string
	paragraph, control int // those being read; -1 for none
	deleted, pending   int // how many changes are around
	table, row, col    int
	head               bool
	fields             []bool // fields being read; true from their result on
	simple             int    // simple fields around
	depth              int
	margin             bool    // a head or a foot is being read
	frame              Drawing // that the next chart stands in
}

// deepest is how deep elements of a document may lie within one another. Word nests some thirty.
const deepest = 500

var errDeep = errors.New("elements too deep within one another")

// tablesOf counts the tables of a document.
func (w *Word) tablesOf() (n int) {
	for _, p := range w.Paragraphs {
		n = max(n, p.Table)
	}
	return n
}

// read goes through what stands in an element.
func (r *wordReader) read(e element) error {
	if r.depth++; r.depth > deepest {
		return errDeep
	}
	defer func() { r.depth-- }()
	return each(r.text, e.to, e.inner, r.element)
}

func (r *wordReader) element(e element) error {
	if e.prefix() != r.prefix { // of mc:AlternateContent the choice is read, its fallback says the same again
		if e.local() == "Fallback" {
			return nil
		}
		r.drawn(e)
		return r.read(e)
	}
	switch e.local() {
	case "p":
		return r.inParagraph(e)
	case "tbl":
		return r.inTable(e)
	case "tr":
		return r.inRow(e)
	case "tc":
		was := r.col
		err := r.read(e)
		r.col = was + 1
		return err
	case "sdt":
		return r.inControl(e)
	case "ins", "moveTo":
		r.pending++
		defer func() { r.pending-- }()
		return r.read(e)
	case "del", "moveFrom":
		r.pending++
		r.deleted++
		defer func() { r.pending--; r.deleted-- }()
		return r.read(e)
	case "fldSimple":
		r.simple++
		defer func() { r.simple-- }()
		return r.read(e)
	case "fldChar":
		r.field(e)
	case "t", "delText":
		r.say(html.UnescapeString(string(r.text[e.to:e.inner])), e, e.local() == "delText")
	case "tab", "br", "cr", "ptab":
		r.say(" ", element{}, false)
	case "noBreakHyphen":
		r.say("-", element{}, false)
	case "pPr", "rPr", "tblPr", "tblGrid", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "instrText", "trPr":
	default:
		return r.read(e)
	}
	return nil
}

func (r *wordReader) field(e element) {
	switch kind, _ := e.attr(r.text, r.prefix+"fldCharType"); kind {
	case "begin":
		r.fields = append(r.fields, false)
	case "separate":
		if n := len(r.fields); n > 0 {
			r.fields[n-1] = true
		}
	case "end":
		if n := len(r.fields); n > 0 {
			r.fields = r.fields[:n-1]
		}
	}
}

// inParagraph reads a paragraph; one in a text box stands within another.
func (r *wordReader) inParagraph(e element) error {
	was := r.paragraph
	r.paragraph = len(r.w.Paragraphs)
	r.w.Paragraphs = append(r.w.Paragraphs, Paragraph{Table: r.table, Row: r.row, Col: r.col, Head: r.head, Margin: r.margin})
	err := r.read(e)
	r.paragraph = was
	return err
}

func (r *wordReader) inTable(e element) error {
	table, row, col, head := r.table, r.row, r.col, r.head
	r.table, r.row, r.col = r.w.tablesOf()+1, 0, 0
	err := r.read(e)
	r.table, r.row, r.col, r.head = table, row, col, head
	return err
}

func (r *wordReader) inRow(e element) error {
	r.col, r.head = 0, false
	kids, err := children(r.text, e)
	if err != nil {
		return err
	}
	gone := false
	if props, ok := named(kids, "trPr"); ok {
		all, err := children(r.text, props)
		if err != nil {
			return err
		}
		_, r.head = named(all, "tblHeader")
		_, gone = named(all, "del")
	}
	if gone {
		r.pending++
		r.deleted++
	}
	err = r.read(e)
	if gone {
		r.pending--
		r.deleted--
	}
	r.row++
	r.head = false
	return err
}

func (r *wordReader) inControl(e element) error {
	kids, err := children(r.text, e)
	if err != nil {
		return err
	}
	c := Control{Parent: r.control, Paragraph: r.paragraph, Deleted: r.deleted > 0, part: r.part, prefix: r.prefix}
	if props, ok := named(kids, "sdtPr"); ok {
		c.props = props
		all, err := children(r.text, props)
		if err != nil {
			return err
		}
		for _, p := range all {
			switch p.local() {
			case "tag":
				c.Tag, _ = p.attr(r.text, r.prefix+"val")
			case "alias":
				c.Title, _ = p.attr(r.text, r.prefix+"val")
			case "showingPlcHdr":
				c.Placeholder = true
			}
		}
	}
	was := r.control
	r.control = len(r.w.Controls)
	r.w.Controls = append(r.w.Controls, c)
	if content, ok := named(kids, "sdtContent"); ok {
		r.w.Controls[r.control].content = content
		err = r.read(content)
	}
	r.control = was
	return err
}

// say adds text to the paragraph. Texts that stay are noted with their controls, so that they can be given another text.
func (r *wordReader) say(text string, e element, gone bool) {
	if r.paragraph < 0 {
		return
	}
	field := r.simple > 0 || len(r.fields) > 0
	p := Piece{Text: text, Control: r.control, Field: field, Deleted: gone || r.deleted > 0, Pending: r.pending > 0 || gone}
	if strings.TrimSpace(text) == "" {
		p.Field = false
	}
	r.w.Paragraphs[r.paragraph].Pieces = append(r.w.Paragraphs[r.paragraph].Pieces, p)
	if p.Deleted || e.stop == 0 {
		return
	}
	for c := r.control; c >= 0; c = r.w.Controls[c].Parent {
		if len(r.w.Controls[c].texts) == 0 {
			r.w.Controls[c].Paragraph = r.paragraph
		}
		r.w.Controls[c].texts = append(r.w.Controls[c].texts, e)
	}
}

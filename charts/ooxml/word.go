package ooxml

import (
	"fmt"
	"html"
	"slices"
	"strings"
)

// Word is a document as people left it: its paragraphs and content controls, in the text, the notes, the heads and feet of pages.
type Word struct {
	Paragraphs []Paragraph
	Controls   []Control
	Drawings   []Drawing
	parcel     *parcel
	parts      []wordPart
}

// Paragraph is one paragraph, in pieces.
type Paragraph struct {
	Pieces []Piece
	// Table counts tables from 1, 0 outside; Row and Col count from 0.
	Table, Row, Col int
	Head            bool // of a row that repeats on every page
	Margin          bool // in the head or the foot of pages
}

// Piece is text of one kind.
type Piece struct {
	Text    string
	Control int  // the innermost control it stands in, -1 for none
	Field   bool // what a field shows: a page number, a reference
	Deleted bool // in a deletion or a move away that nobody accepted yet
	Pending bool // in a change that nobody accepted yet
}

// Control is a content control. Its texts are pieces.
type Control struct {
	Tag, Title  string
	Parent      int // the control around it, -1 for none
	Paragraph   int // the first in which it has text, else the one it stands in; -1 for none
	Placeholder bool
	Deleted     bool // with all that is in it, by a change that nobody accepted yet
	part        int
	props       element // w:sdtPr
	content     element // w:sdtContent
	texts       []element
	prefix      string
}

type wordPart struct {
	name string
	text []byte
	edit edits
}

// ReadWord takes a document apart.
func ReadWord(content []byte) (*Word, error) {
	p, err := open(content)
	if err != nil {
		return nil, err
	}
	top, _, err := p.relations("")
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(top, func(r relation) bool { return strings.HasSuffix(r.kind, "/officeDocument") })
	if i < 0 || !p.has(top[i].target) {
		return nil, fmt.Errorf("no document")
	}
	w := &Word{parcel: p}
	names, margins, err := textParts(p, top[i].target)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		d, err := p.parse(name)
		if err != nil {
			return nil, err
		}
		if name == names[0] && d.root.local() != "document" {
			return nil, fmt.Errorf("%s: no word document", name)
		}
		w.parts = append(w.parts, wordPart{name: name, text: d.text})
		r := &wordReader{w: w, part: len(w.parts) - 1, text: d.text, prefix: d.root.prefix(), paragraph: -1, control: -1, margin: slices.Contains(margins, name)}
		if err := r.read(d.root); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		below, _, err := p.relations(name)
		if err != nil {
			return nil, err
		}
		w.resolve(r.part, below)
	}
	return w, nil
}

// textParts are the parts that hold text: the document itself, its notes, its heads and feet (margins too).
func textParts(p *parcel, main string) (names, margins []string, err error) {
	names = []string{main}
	below, _, err := p.relations(main)
	if err != nil {
		return nil, nil, err
	}
	for _, kind := range []string{"/footnotes", "/endnotes", "/header", "/footer"} {
		for _, r := range below {
			if r.external || !strings.HasSuffix(r.kind, kind) || !p.has(r.target) || slices.Contains(names, r.target) {
				continue
			}
			names = append(names, r.target)
			if kind == "/header" || kind == "/footer" {
				margins = append(margins, r.target)
			}
		}
	}
	return names, margins, nil
}

// Data gives the parts of custom XML, in order of their names.
func (w *Word) Data() (names []string) {
	for _, f := range w.parcel.files {
		if k := key(f.Name); strings.HasPrefix(k, "customxml/item") && strings.HasSuffix(k, ".xml") && !strings.Contains(k, "props") {
			names = append(names, f.Name)
		}
	}
	slices.Sort(names)
	return names
}

// Part gives a part as it is.
func (w *Word) Part(name string) ([]byte, error) { return w.parcel.read(name) }

// PutPart changes a part.
func (w *Word) PutPart(name string, content []byte) { w.parcel.put(name, content) }

// Set gives a control another text and another tag. The text takes the place, and the look, of the first that stands in it.
func (w *Word) Set(control int, text, tag string) error {
	c := w.Controls[control]
	p := &w.parts[c.part]
	if len(c.texts) == 0 {
		return fmt.Errorf("control %q: nothing stands in it", c.Title)
	}
	for i, t := range c.texts {
		put := ""
		if i == 0 {
			put = html.EscapeString(text)
		}
		if t.empty {
			put = "<" + t.name + ">" + put + "</" + t.name + ">"
			p.edit = append(p.edit, edit{t.from, t.to - t.from, put})
			continue
		}
		p.edit = append(p.edit, edit{t.to, t.inner - t.to, put})
	}
	props, err := children(p.text, c.props)
	if err != nil {
		return err
	}
	for _, e := range props {
		switch e.local() {
		case "tag":
			p.edit.set(p.text, e.tag, c.prefix+"val", tag)
			tag = ""
		case "showingPlcHdr":
			p.edit = append(p.edit, edit{e.from, e.stop - e.from, ""})
		}
	}
	if tag != "" { // dropped by a program that saved the document
		p.edit = append(p.edit, edit{at: c.props.to, put: `<` + c.prefix + `tag ` + c.prefix + `val="` + html.EscapeString(tag) + `"/>`})
	}
	return nil
}

// Bytes writes the document with what was changed; all else stays as it was packed.
func (w *Word) Bytes() ([]byte, error) {
	for i := range w.parts {
		if p := &w.parts[i]; len(p.edit) > 0 {
			w.parcel.put(p.name, p.edit.apply(p.text))
			p.edit = nil
		}
	}
	return w.parcel.bytes()
}

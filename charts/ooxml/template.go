package ooxml

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// What a file can be instead of a template that can be filled in.
var (
	ErrNotWord   = errors.New("no Word document")
	ErrOldWord   = errors.New("an old .doc")
	ErrEncrypted = errors.New("encrypted")
	ErrProtected = errors.New("protected against changes")
	ErrTracked   = errors.New("has changes that nobody accepted")
	ErrMacros    = errors.New("has macros")
)

// Template is a document with named places, somebody else's: what is not filled in stays as it is packed.
type Template struct {
	Places []Place
	parcel *parcel
	main   string
	parts  []wordPart
}

// PlaceKind is how a place is marked.
type PlaceKind int

// The kinds of places.
const (
	PlaceText     PlaceKind = iota // {{name}}
	PlaceControl                   // a content control whose tag or title is the name
	PlaceBookmark                  //
)

// Place is a named place.
type Place struct {
	Kind      PlaceKind
	Name      string
	Title     string // of a control, where its tag is the name
	Part      string
	Main      bool   // in the text, not in a head, a foot or a note
	Paragraph string // the words of its paragraph
	Alone     bool   // nothing else is in its paragraph
	Fallback  bool   // what old programs show of a text box that has it too
	Table     bool   // in a table
	Broken    bool   // a bookmark that does not end in its paragraph
	Props     string // what the paragraph looks like: w:pPr, "" for none
	Look      string // what its first letters look like: w:rPr, "" for none
	part      int
	from, to  int  // what it takes: all of a control, the content of a bookmark
	block     bool // a control around paragraphs
	pieces    []templateText
	p, row    element
}

// templateText is a text of a run, or the part of it that a place takes.
type templateText struct {
	t        element
	look     string
	from, to int // in the part
}

var oldFile = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}

// utf16le is a name as old files hold it.
func utf16le(name string) (b []byte) {
	for _, u := range utf16.Encode([]rune(name)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

const wordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml."

// ReadTemplate takes a document apart and finds its places.
func ReadTemplate(content []byte) (*Template, error) {
	if bytes.HasPrefix(content, oldFile) {
		switch {
		case bytes.Contains(content, utf16le("EncryptedPackage")):
			return nil, ErrEncrypted
		case bytes.Contains(content, utf16le("WordDocument")):
			return nil, ErrOldWord
		}
		return nil, ErrNotWord
	}
	p, err := open(content)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotWord, err)
	}
	t := &Template{parcel: p}
	if err := t.read(); err != nil {
		if errors.Is(err, ErrProtected) || errors.Is(err, ErrTracked) || errors.Is(err, ErrMacros) {
			return nil, err
		}
		return nil, fmt.Errorf("%w: %w", ErrNotWord, err)
	}
	return t, nil
}

func (t *Template) read() error {
	top, _, err := t.parcel.relations("")
	if err != nil {
		return err
	}
	i := slices.IndexFunc(top, func(r relation) bool { return strings.HasSuffix(r.kind, "/officeDocument") })
	if i < 0 || !t.parcel.has(top[i].target) {
		return errors.New("no document")
	}
	t.main = top[i].target
	if err := t.typeOf(); err != nil {
		return err
	}
	below, _, err := t.parcel.relations(t.main)
	if err != nil {
		return err
	}
	for _, r := range below {
		if strings.HasSuffix(r.kind, "/settings") && !r.external && t.parcel.has(r.target) {
			if err := t.protected(r.target); err != nil {
				return err
			}
		}
	}
	names, _, err := textParts(t.parcel, t.main)
	if err != nil {
		return err
	}
	for _, name := range names {
		d, err := t.parcel.parse(name)
		if err != nil {
			return err
		}
		if d.root.prefix() != "w:" || !strings.Contains(d.space(), "schemas.openxmlformats.org") {
			return fmt.Errorf("%s: written in another way than Word does", name)
		}
		if err := tracked(d.text); err != nil {
			return err
		}
		t.parts = append(t.parts, wordPart{name: name, text: d.text})
		r := &templateReader{t: t, part: len(t.parts) - 1, text: d.text}
		if err := r.below(d.root, templateAt{}); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// typeOf refuses macros; a template of Word (.dotx) becomes a document.
func (t *Template) typeOf() error {
	d, err := t.parcel.parse(contentTypes)
	if err != nil {
		return err
	}
	for _, e := range d.kids {
		name, _ := e.attr(d.text, "PartName")
		kind, _ := e.attr(d.text, "ContentType")
		switch {
		case key(name) != key(t.main):
		case strings.Contains(kind, "macroEnabled"):
			return ErrMacros
		case kind == wordMain+"template.main+xml":
			d.set(e.tag, "ContentType", wordMain+"document.main+xml")
			t.parcel.put(contentTypes, d.bytes())
		}
	}
	return nil
}

func (t *Template) protected(settings string) error {
	d, err := t.parcel.parse(settings)
	if err != nil {
		return err
	}
	if e, ok := named(d.kids, "documentProtection"); ok && e.flag(d.text, "w:enforcement") {
		return ErrProtected
	}
	return nil
}

var changes = []string{"w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange",
	"w:tblGridChange", "w:tblPrExChange", "w:numberingChange", "w:cellIns", "w:cellDel", "w:cellMerge"}

func tracked(text []byte) error {
	for at := 0; ; {
		g, ok, err := nextTag(text, at)
		if err != nil || !ok {
			return err
		}
		if slices.Contains(changes, g.name) {
			return ErrTracked
		}
		at = g.to
	}
}

// Data gives the parts of custom XML, Part a part as it is.
func (t *Template) Data() []string                   { return (&Word{parcel: t.parcel}).Data() }
func (t *Template) Part(name string) ([]byte, error) { return t.parcel.read(name) }

// Within tells whether a place lies in another: a text in a control.
func (t *Template) Within(inner, outer int) bool {
	i, o := t.Places[inner], t.Places[outer]
	from, to := i.from, i.to
	if i.Kind == PlaceText {
		from, to = i.pieces[0].from, i.pieces[len(i.pieces)-1].to
	}
	return inner != outer && i.part == o.part && o.Kind != PlaceText && from >= o.from && to <= o.to
}

// Inline puts runs in the place.
func (t *Template) Inline(place int, runs string) {
	p := &t.Places[place]
	part := &t.parts[p.part]
	switch {
	case p.Kind == PlaceControl && p.block:
		part.edit = append(part.edit, edit{p.from, p.to - p.from, "<w:p>" + p.Props + runs + "</w:p>"})
	case p.Kind != PlaceText:
		part.edit = append(part.edit, edit{p.from, p.to - p.from, runs})
	default:
		for i, piece := range p.pieces {
			put := ""
			if i == 0 {
				put = "</w:t></w:r>" + runs + "<w:r>" + piece.look + `<w:t xml:space="preserve">`
			}
			part.edit = append(part.edit, edit{piece.from, piece.to - piece.from, put})
			if _, ok := piece.t.attr(part.text, "xml:space"); !ok {
				part.preserve(piece.t)
			}
		}
	}
}

// preserve keeps the blanks at the ends of a text. It is said once.
func (p *wordPart) preserve(t element) {
	at := t.from + 1 + len(t.name)
	if !slices.ContainsFunc(p.edit, func(e edit) bool { return e.at == at && strings.HasPrefix(e.put, " xml:space") }) {
		p.edit = append(p.edit, edit{at: at, put: ` xml:space="preserve"`})
	}
}

var sectionProps = regexp.MustCompile(`(?s)<w:sectPr[ >].*</w:sectPr>`)

// Block puts paragraphs and tables in the place of its paragraph. A section that ends with that paragraph still does.
func (t *Template) Block(place int, blocks string) {
	p := &t.Places[place]
	from, to := p.p.from, p.p.stop
	if p.Kind == PlaceControl && p.block {
		from, to = p.from, p.to
	}
	if end := sectionProps.FindString(p.Props); end != "" {
		blocks += "<w:p><w:pPr>" + end + "</w:pPr></w:p>"
	}
	t.parts[p.part].edit = append(t.parts[p.part].edit, edit{from, to - from, blocks})
}

// RowCell is a cell of the row that a place stands in: its properties, and those of its first paragraph and letters.
type RowCell struct{ Props, Paragraph, Look string }

// Row gives the row that a place stands in: its properties and its cells. others tells that another place stands in it.
func (t *Template) Row(place int) (props string, cells []RowCell, others bool, err error) {
	p := t.Places[place]
	text := t.parts[p.part].text
	kids, err := children(text, p.row)
	if err != nil {
		return "", nil, false, err
	}
	for _, k := range kids {
		switch k.local() {
		case "trPr":
			props = string(text[k.from:k.stop])
		case "tc":
			c, err := cellOf(text, k)
			if err != nil {
				return "", nil, false, err
			}
			cells = append(cells, c)
		}
	}
	for i, o := range t.Places {
		others = others || i != place && o.part == p.part && o.row.stop == p.row.stop && o.p.from >= p.row.from && o.p.stop <= p.row.stop
	}
	return props, cells, others, nil
}

func cellOf(text []byte, e element) (c RowCell, err error) {
	kids, err := children(text, e)
	if err != nil {
		return c, err
	}
	if props, ok := named(kids, "tcPr"); ok {
		c.Props = string(text[props.from:props.stop])
	}
	first, ok := named(kids, "p")
	if !ok {
		return c, nil
	}
	c.Paragraph, c.Look, err = looksOf(text, first)
	return c, err
}

// looksOf are the properties of a paragraph and of its first letters, else of its mark.
func looksOf(text []byte, p element) (props, look string, err error) {
	kids, err := children(text, p)
	if err != nil {
		return "", "", err
	}
	if e, ok := named(kids, "pPr"); ok {
		props = string(text[e.from:e.stop])
		if mark, ok, err := descend(text, e, "rPr"); err != nil {
			return "", "", err
		} else if ok {
			look = string(text[mark.from:mark.stop])
		}
	}
	if run, ok := named(kids, "r"); ok {
		look = ""
		if e, ok, err := descend(text, run, "rPr"); err != nil {
			return "", "", err
		} else if ok {
			look = string(text[e.from:e.stop])
		}
	}
	return props, look, nil
}

// Rows puts rows in the place of the row that a place stands in.
func (t *Template) Rows(place int, rows string) {
	p := t.Places[place]
	t.parts[p.part].edit = append(t.parts[p.part].edit, edit{p.row.from, p.row.stop - p.row.from, rows})
}

// Add adds a part to which the text, or another part, relates, and gives its name and the id of the relation.
func (t *Template) Add(from, pattern, relationKind, contentType string, content []byte) (name, id string, err error) {
	if from == "" {
		from = t.main
	}
	name = t.parcel.free(pattern)
	t.parcel.put(name, content)
	if ending, byName := strings.CutPrefix(contentType, "."); byName {
		kind, mime, _ := strings.Cut(ending, " ")
		err = t.parcel.typedByName(kind, mime)
	} else if contentType != "" {
		err = t.parcel.typed(name, contentType)
	}
	if err == nil {
		id, err = t.parcel.relate(from, relationKind, name)
	}
	return name, id, err
}

// Put changes a part that was added.
func (t *Template) Put(name string, content []byte) { t.parcel.put(name, content) }

var numbersOfIDs = regexp.MustCompile(`<(?:w:id w:val|wp:docPr id)="(\d+)"`)

// FreeID is a number above all ids of controls and frames.
func (t *Template) FreeID() int {
	most := 1000
	for _, p := range t.parts {
		for _, m := range numbersOfIDs.FindAllSubmatch(p.text, -1) {
			if n, err := strconv.Atoi(string(m[1])); err == nil && n < 1<<30 {
				most = max(most, n)
			}
		}
	}
	return most
}

// Bytes writes the document with its places filled in; all else stays as it was packed.
func (t *Template) Bytes() ([]byte, error) {
	for i := range t.parts {
		if p := &t.parts[i]; len(p.edit) > 0 {
			t.parcel.put(p.name, p.edit.apply(p.text))
			p.edit = nil
		}
	}
	return t.parcel.bytes()
}

// Words are those of a name as it is written: without braces and blanks around it.
func words(text string) string {
	return strings.Join(strings.Fields(html.UnescapeString(text)), " ")
}

package grid

import (
	"bufio"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// pull reads XML event by event. It is the one place that knows the XML library: the
// readers of parts see names without prefix, attributes and text, so that the loop over
// a large sheet can be given a faster reader without touching them.
type pull struct {
	part  string
	dec   *xml.Decoder
	depth int
	event event
	name  string     // of a start or end, without prefix
	attrs []xml.Attr // of a start
	text  []byte     // of a text, until the next event
}

type event uint8

const (
	atStart event = iota
	atEnd
	atText
)

func newPull(part string, r io.Reader) *pull {
	b := bufio.NewReaderSize(r, 64<<10)
	var in io.Reader = b
	if head, _ := b.Peek(2); utf16BOM(head) {
		in = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(b)
	}
	dec := xml.NewDecoder(in)
	dec.CharsetReader = charset
	return &pull{part: part, dec: dec}
}

// charset serves the few writers that do not use UTF-8.
func charset(label string, in io.Reader) (io.Reader, error) {
	if strings.HasPrefix(strings.ToLower(label), "utf-16") {
		return in, nil // decoded by its mark already
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, err
	}
	return enc.NewDecoder().Reader(in), nil
}

// next goes to the next start, end or text; false is the end of the part.
func (p *pull) next() (bool, error) {
	for {
		tok, err := p.dec.RawToken()
		if errors.Is(err, io.EOF) && p.depth == 0 {
			return false, nil
		}
		if err != nil {
			return false, p.fail(err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			p.depth++
			p.event, p.name, p.attrs = atStart, t.Name.Local, t.Attr
			return true, nil
		case xml.EndElement:
			p.depth--
			if p.depth < 0 {
				return false, p.fail(errors.New("an element ends that did not start"))
			}
			p.event, p.name, p.attrs = atEnd, t.Name.Local, nil
			return true, nil
		case xml.CharData:
			p.event, p.text = atText, t
			return true, nil
		}
	}
}

func (p *pull) fail(err error) error {
	var f *fault
	if errors.As(err, &f) {
		return f
	}
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return unreadable("%s: %v", p.part, err)
}

// skip goes to the end of the element that has just started.
func (p *pull) skip() error {
	for at := p.depth; p.depth >= at; {
		if _, err := p.must(); err != nil {
			return err
		}
	}
	return nil
}

// must is next where the part may not end.
func (p *pull) must() (event, error) {
	ok, err := p.next()
	if err == nil && !ok {
		err = p.fail(io.ErrUnexpectedEOF)
	}
	return p.event, err
}

// attr gives an attribute of the start, by its name without prefix.
func (p *pull) attr(name string) string {
	for i := range p.attrs {
		if p.attrs[i].Name.Local == name && p.attrs[i].Name.Space != "xmlns" {
			return p.attrs[i].Value
		}
	}
	return ""
}

// flag reads an attribute that is true or false.
func (p *pull) flag(name string) bool {
	v := p.attr(name)
	return v == "1" || v == "true" || v == "on"
}

// children calls do at every start right below the element that has just started, and
// returns after its end. What do leaves unread is skipped.
func (p *pull) children(do func(name string) error) error {
	inside := p.depth
	for {
		ev, err := p.must()
		if err != nil {
			return err
		}
		if ev == atEnd && p.depth < inside {
			return nil
		}
		if ev != atStart {
			continue
		}
		if err := do(p.name); err != nil {
			return err
		}
		for p.depth > inside {
			if _, err := p.must(); err != nil {
				return err
			}
		}
	}
}

// root goes to the first start of the part and gives its name.
func (p *pull) root() (string, error) {
	for {
		ok, err := p.next()
		if err != nil {
			return "", err
		}
		if !ok {
			return "", unreadable("%s: empty", p.part)
		}
		if p.event == atStart {
			return p.name, nil
		}
	}
}

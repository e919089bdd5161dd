package grid

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// pull reads XML event by event: starts, ends and texts, with names without prefix. It
// is our own because encoding/xml spends four times as long on a large sheet, most of it
// on memory for names and attributes that nobody keeps. It knows the five entities of
// XML and no others, so that nothing in a file can make it grow or fetch.
type pull struct {
	scanner
	part  string
	depth int
	event event
	name  string      // of a start or end, without prefix
	attrs []attribute // of a start, until the next event
	text  []byte      // of a text, until the next event
	ends  bool        // the start was <a/>: its end is the next event
}

type event uint8

const (
	atStart event = iota
	atEnd
	atText
)

type attribute struct {
	name  string // without prefix
	value []byte
}

func newPull(part string, r io.Reader) *pull {
	return &pull{part: part, scanner: scanner{in: decoded(r), names: map[string]string{}}}
}

// decoded gives the text of a part as UTF-8: the rule, or else what a byte order mark or
// the first line says.
func decoded(r io.Reader) io.Reader {
	b := bufio.NewReaderSize(r, 4096)
	head, _ := b.Peek(128)
	if utf16BOM(head) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(b)
	}
	if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		_, _ = b.Discard(3)
		return b
	}
	_, label, found := bytes.Cut(head, []byte("encoding="))
	if !bytes.HasPrefix(head, []byte("<?xml")) || !found || len(label) < 2 {
		return b
	}
	end := bytes.IndexByte(label[1:], label[0])
	if end < 0 {
		return b
	}
	name := strings.ToLower(string(label[1 : 1+end]))
	if enc, err := htmlindex.Get(name); err == nil && !strings.HasPrefix(name, "utf-") {
		return enc.NewDecoder().Reader(b)
	}
	return b
}

// next goes to the next start, end or text; false is the end of the part.
func (p *pull) next() (bool, error) {
	if p.ends {
		p.ends = false
		p.depth--
		p.event = atEnd
		return true, nil
	}
	for {
		if !p.ensure(1) {
			if p.err != nil || p.depth > 0 {
				return false, p.fail(io.ErrUnexpectedEOF)
			}
			return false, nil
		}
		switch p.buf[p.at] {
		case '<':
			got, err := p.markup()
			if got || err != nil {
				return got, err
			}
		case '&':
			text, err := p.entity()
			if err != nil {
				return false, p.fail(err)
			}
			p.event, p.text = atText, text
			return true, nil
		default:
			text, err := p.chars()
			if err != nil {
				return false, p.fail(err)
			}
			p.event, p.text = atText, text
			return true, nil
		}
	}
}

// markup reads what begins with "<"; false is something that is passed over.
func (p *pull) markup() (bool, error) {
	p.ensure(9)
	head := p.buf[p.at:p.end]
	switch {
	case bytes.HasPrefix(head, []byte("<!--")):
		return false, p.passed(p.skipPast("-->", 4))
	case bytes.HasPrefix(head, []byte("<?")):
		return false, p.passed(p.skipPast("?>", 2))
	case bytes.HasPrefix(head, []byte("<![CDATA[")):
		text, err := p.cdata()
		if err != nil {
			return false, p.fail(err)
		}
		p.event, p.text = atText, text
		return true, nil
	case bytes.HasPrefix(head, []byte("<!")):
		return false, p.passed(p.skipDoctype())
	}
	tag, err := p.tag()
	if err != nil {
		return false, p.fail(err)
	}
	if tag[0] == '/' {
		p.depth--
		if p.depth < 0 {
			return false, p.fail(errors.New("an element ends that did not start"))
		}
		p.event, p.name = atEnd, p.intern(local(bytes.TrimSpace(tag[1:])))
		return true, nil
	}
	if tag[len(tag)-1] == '/' {
		p.ends = true
		tag = tag[:len(tag)-1]
	}
	p.depth++
	p.event = atStart
	if err := p.readTag(tag); err != nil {
		return false, p.fail(err)
	}
	return true, nil
}

func (p *pull) passed(err error) error {
	if err == nil {
		return nil
	}
	return p.fail(err)
}

// fail words a fault of the XML; a fault of what lies below it goes first.
func (p *pull) fail(err error) error {
	var f *fault
	if errors.As(p.err, &f) || errors.As(err, &f) {
		return f
	}
	if p.err != nil {
		err = p.err
	}
	return unreadable("%s: %v", p.part, err)
}

// must is next where the part may not end.
func (p *pull) must() (event, error) {
	ok, err := p.next()
	if err == nil && !ok {
		err = p.fail(io.ErrUnexpectedEOF)
	}
	return p.event, err
}

// raw gives an attribute of the start, by its name without prefix, until the next event.
func (p *pull) raw(name string) []byte {
	for i := range p.attrs {
		if p.attrs[i].name == name {
			return p.attrs[i].value
		}
	}
	return nil
}

// attr is raw, to keep.
func (p *pull) attr(name string) string { return string(p.raw(name)) }

// flag reads an attribute that is true or false.
func (p *pull) flag(name string) bool {
	switch string(p.raw(name)) {
	case "1", "true", "on":
		return true
	}
	return false
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

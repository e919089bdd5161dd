package ooxml

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode/utf8"
)

// tag is one tag of a part: where it stands, its name with prefix, what kind it is.
type tag struct {
	from, to   int
	name       string
	end, empty bool // </a>, <a/>
}

// local is the name without its prefix.
func (t tag) local() string { return t.name[strings.IndexByte(t.name, ':')+1:] }

// prefix is "x:" where the name is x:c, "" where it has none.
func (t tag) prefix() string { return t.name[:strings.IndexByte(t.name, ':')+1] }

// nextTag finds the first tag from an offset on; comments, instructions and CDATA are passed over.
// ok is false at the end of the text.
func nextTag(text []byte, at int) (t tag, ok bool, err error) {
	for {
		i := bytes.IndexByte(text[at:], '<')
		if i < 0 {
			return tag{}, false, nil
		}
		at += i
		skip := ""
		switch rest := text[at:]; {
		case bytes.HasPrefix(rest, []byte("<!--")):
			skip = "-->"
		case bytes.HasPrefix(rest, []byte("<?")):
			skip = "?>"
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			skip = "]]>"
		case bytes.HasPrefix(rest, []byte("<!")):
			return tag{}, false, errors.New("a document type")
		}
		if skip == "" {
			break
		}
		end := bytes.Index(text[at+2:], []byte(skip))
		if end < 0 {
			return tag{}, false, fmt.Errorf("no %s", skip)
		}
		at += 2 + end + len(skip)
	}
	t.from = at
	var quote byte
	for i := at + 1; i < len(text); i++ {
		switch c := text[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '<' || c == '/' && i > at+1 && !bytes.HasPrefix(text[i+1:], []byte(">")):
			return tag{}, false, errors.New("a tag without end")
		case c == '>':
			t.to = i + 1
			return t.named(text)
		}
	}
	return tag{}, false, errors.New("a tag without end")
}

func (t tag) named(text []byte) (tag, bool, error) {
	inner := text[t.from+1 : t.to-1]
	if t.end = bytes.HasPrefix(inner, []byte("/")); t.end {
		inner = inner[1:]
	}
	t.empty = bytes.HasSuffix(inner, []byte("/"))
	name := inner
	if i := bytes.IndexAny(inner, " \t\r\n/"); i >= 0 {
		name = inner[:i]
	}
	if t.name = string(name); t.name == "" || bytes.ContainsAny(name, `"'=<&`) {
		return t, false, errors.New("a tag without name")
	}
	return t, true, nil
}

// attribute is one attribute and where its value stands, without the quotation marks.
type attribute struct {
	name     string
	from, to int
}

func (t tag) attributes(text []byte) (all []attribute) {
	at, end := t.from+1+len(t.name), t.to-1
	for {
		for at < end && isSpace(text[at]) {
			at++
		}
		eq := bytes.IndexByte(text[at:end], '=')
		if eq < 0 {
			return all
		}
		name := string(bytes.TrimSpace(text[at : at+eq]))
		for at += eq + 1; at < end && isSpace(text[at]); at++ {
		}
		if at >= end || text[at] != '"' && text[at] != '\'' {
			return all
		}
		stop := bytes.IndexByte(text[at+1:end], text[at])
		if stop < 0 {
			return all
		}
		all = append(all, attribute{name, at + 1, at + 1 + stop})
		at += stop + 2
	}
}

// attr gives the value of an attribute by its name as written; a name "*:id" asks for any prefix.
func (t tag) attr(text []byte, name string) (string, bool) {
	for _, a := range t.attributes(text) {
		_, local, prefixed := strings.Cut(a.name, ":")
		if a.name == name || prefixed && !strings.HasPrefix(a.name, "xmlns") && "*:"+local == name {
			return html.UnescapeString(string(text[a.from:a.to])), true
		}
	}
	return "", false
}

func (t tag) flag(text []byte, name string) bool {
	v, _ := t.attr(text, name)
	return v == "1" || v == "true" || v == "on"
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// element is one element of a part: its start tag, where its content ends, where it ends.
type element struct {
	tag
	inner, stop int // content is text[tag.to:inner]; the element is text[tag.from:stop]
}

// each calls do for every element right below the range, in order.
func each(text []byte, from, to int, do func(element) error) error {
	var open []string
	var e element
	for at := from; ; {
		t, ok, err := nextTag(text[:to], at)
		if err != nil {
			return err
		}
		if !ok {
			if len(open) > 0 {
				return fmt.Errorf("<%s> does not end", open[len(open)-1])
			}
			return nil
		}
		at = t.to
		switch {
		case t.end:
			if len(open) == 0 || open[len(open)-1] != t.name {
				return fmt.Errorf("</%s> ends what did not start", t.name)
			}
			open = open[:len(open)-1]
			e.inner, e.stop = t.from, t.to
		case t.empty:
			if len(open) == 0 {
				e = element{tag: t, inner: t.to, stop: t.to}
			}
		default:
			if len(open) == 0 {
				e = element{tag: t}
			}
			open = append(open, t.name)
			continue
		}
		if len(open) == 0 {
			if err := do(e); err != nil {
				return err
			}
		}
	}
}

// children lists the elements right below another.
func children(text []byte, e element) (all []element, err error) {
	err = each(text, e.to, e.inner, func(c element) error {
		all = append(all, c)
		return nil
	})
	return all, err
}

// named gives the first of some elements with a local name.
func named(all []element, local string) (element, bool) {
	for _, e := range all {
		if e.local() == local {
			return e, true
		}
	}
	return element{}, false
}

// document is a part taken apart as far as its root's children.
type document struct {
	name string
	text []byte
	root element
	kids []element
	edit edits
}

// parse takes a part apart. A part that is not in UTF-8 is refused: what is put into it would not be.
func parse(name string, text []byte) (*document, error) {
	d := &document{name: name, text: text}
	head := strings.ToLower(string(text[:min(len(text), 200)]))
	if _, label, found := strings.Cut(head, "encoding="); strings.Contains(head, "<?xml") && found {
		if !strings.HasPrefix(label[1:], "utf-8") && !strings.HasPrefix(label[1:], "us-ascii") {
			return nil, fmt.Errorf("%s: not in UTF-8", name)
		}
	}
	if !utf8.Valid(text) || bytes.IndexByte(text[:min(len(text), 200)], 0) >= 0 {
		return nil, fmt.Errorf("%s: not in UTF-8", name)
	}
	roots := 0
	err := each(text, 0, len(text), func(e element) error {
		d.root = e
		roots++
		return nil
	})
	if err == nil && roots != 1 {
		err = fmt.Errorf("%d roots", roots)
	}
	if err == nil {
		d.kids, err = children(text, d.root)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return d, nil
}

// space is the namespace of the root.
func (d *document) space() string {
	v, _ := d.root.attr(d.text, strings.TrimSuffix("xmlns:"+strings.TrimSuffix(d.root.prefix(), ":"), ":"))
	return v
}

// prefixOf gives "r:" where the root binds r to a namespace.
func (d *document) prefixOf(space string) (string, bool) {
	for _, a := range d.root.attributes(d.text) {
		if p, ok := strings.CutPrefix(a.name, "xmlns:"); ok && html.UnescapeString(string(d.text[a.from:a.to])) == space {
			return p + ":", true
		}
	}
	return "", false
}

// set gives an attribute a value.
func (d *document) set(t tag, name, value string) {
	d.edit.set(d.text, t, name, value)
}

// append puts content at the end of an element.
func (d *document) append(e element, content string) { d.edit.append(e, content) }

// after puts content behind the last of the root's children whose names are given, or first in the root.
func (d *document) after(content string, names ...string) {
	at := d.root.to
	for _, k := range d.kids {
		if slices.Contains(names, k.local()) {
			at = k.stop
		}
	}
	if d.root.empty {
		d.append(d.root, content)
		return
	}
	d.edit = append(d.edit, edit{at: at, put: content})
}

func (d *document) bytes() []byte { return d.edit.apply(d.text) }

// edit drops so many bytes at a place and puts others there.
type edit struct {
	at, drop int
	put      string
}

type edits []edit

func (es *edits) set(text []byte, t tag, name, value string) {
	for _, a := range t.attributes(text) {
		if a.name == name {
			*es = append(*es, edit{a.from, a.to - a.from, escape(value)})
			return
		}
	}
	*es = append(*es, edit{t.from + 1 + len(t.name), 0, " " + name + `="` + escape(value) + `"`})
}

func (es *edits) append(e element, content string) {
	if !e.empty {
		*es = append(*es, edit{at: e.inner, put: content})
		return
	}
	*es = append(*es, edit{e.to - 2, 2, ">" + content + "</" + e.name + ">"})
}

// apply makes the edits, in order of place; those at one place in the order in which they were made.
func (es edits) apply(text []byte) []byte {
	slices.SortStableFunc(es, func(a, b edit) int { return a.at - b.at })
	size := len(text)
	for _, e := range es {
		size += len(e.put)
	}
	out, at := make([]byte, 0, size), 0
	for _, e := range es {
		out = append(append(out, text[at:e.at]...), e.put...)
		at = e.at + e.drop
	}
	return append(out, text[at:]...)
}

// escape makes text fit for content and attributes. What XML cannot hold is written as Excel does it, _x0007_.
func escape(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\t', r == '\n', r >= 0x20 && r != 0xfffe && r != 0xffff:
			if r == '_' && isEscape(s[i:]) {
				b.WriteString("_x005F")
			}
			b.WriteRune(r)
		case r < 0x20 && r > 0:
			fmt.Fprintf(&b, "_x%04X_", r)
		default:
			b.WriteRune(utf8.RuneError)
		}
	}
	return b.String()
}

// isEscape tells a text that would be read as an escaped character, _x0041_.
func isEscape(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		if !strings.ContainsRune("0123456789abcdefABCDEF", rune(c)) {
			return false
		}
	}
	return true
}

package charts

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

const svgSpace = "http://www.w3.org/2000/svg"

// tidySVG rewrites what the drawing library made: numbers to a tenth of a pixel, so that no machine's arithmetic shows;
// ids by the name of the picture and the order in it, so that several stand in one page; without what only a pointer needs.
// Texts stand in the middle of their place by dy, as not every office program knows dominant-baseline.
func tidySVG(name, drawn string) ([]byte, error) {
	t := svgTidier{name: name, ids: map[string]string{}, defined: map[string]bool{}}
	d := xml.NewDecoder(strings.NewReader(strings.Map(xmlRune, drawn)))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("charts: picture %s: %w", name, err)
		}
		if err := t.take(token); err != nil {
			return nil, fmt.Errorf("charts: picture %s: %w", name, err)
		}
	}
	for _, id := range t.ids {
		if !t.defined[id] {
			return nil, fmt.Errorf("charts: picture %s: nothing has the id %s", name, id)
		}
	}
	return t.out.Bytes(), nil
}

type svgTidier struct {
	name string
	ids  map[string]string // id as drawn -> id in the page, given when first met
	// defined are the ids in the page that an element has.
	defined map[string]bool
	skip    int  // depth inside an element that is left out
	open    bool // the last start still lacks its end
	out     bytes.Buffer
}

func (t *svgTidier) take(token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		if t.skip > 0 || left(token) {
			t.skip++
			return nil
		}
		return t.start(token)
	case xml.EndElement:
		if t.skip > 0 {
			t.skip--
			return nil
		}
		if t.open {
			t.out.WriteString("/>")
		} else {
			t.out.WriteString("</" + token.Name.Local + ">")
		}
		t.open = false
	case xml.CharData:
		if t.skip > 0 || len(bytes.TrimSpace(token)) == 0 {
			return nil // between elements; labels of spaces alone show nothing
		}
		t.close()
		return xml.EscapeText(&t.out, token)
	}
	return nil // comments and instructions say nothing to a reader
}

func (t *svgTidier) close() {
	if t.open {
		t.out.WriteByte('>')
	}
	t.open = false
}

// left tells what is left out: styles for a pointer, and shapes that only catch it.
func left(e xml.StartElement) bool {
	if e.Name.Local == "style" {
		return true
	}
	if e.Name.Local != "path" && e.Name.Local != "rect" {
		return false
	}
	return attribute(e, "fill") == "none" && attribute(e, "stroke") == ""
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

var (
	svgNumber    = regexp.MustCompile(`-?\d+\.\d+(e-?\d+)?`)
	svgMoved     = regexp.MustCompile(`^translate\([^)]*\)$`)
	svgReference = regexp.MustCompile(`url\(#([^)]+)\)`)
)

// svgLengths are the attributes that hold pixels.
var svgLengths = map[string]bool{"d": true, "points": true, "x": true, "y": true, "x1": true, "x2": true, "y1": true, "y2": true,
	"cx": true, "cy": true, "r": true, "rx": true, "ry": true, "width": true, "height": true}

func (t *svgTidier) start(e xml.StartElement) error {
	if e.Name.Space != svgSpace {
		return fmt.Errorf("element %s of %q", e.Name.Local, e.Name.Space)
	}
	t.close()
	t.out.WriteString("<" + e.Name.Local)
	for _, a := range e.Attr {
		name, value := a.Name.Local, a.Value
		switch {
		case a.Name.Space == "" && name == "xmlns":
		case a.Name.Space != "":
			continue // xml:space and names of xlink, which nothing here uses
		case name == "class", name == "pointer-events", strings.HasPrefix(name, "ecmeta_"):
			continue
		case name == "dominant-baseline" && value == "central":
			name, value = "dy", "0.35em"
		case name == "href", strings.HasPrefix(name, "on"):
			return fmt.Errorf("a picture that points outside: %s=%q", name, value)
		case name == "style":
			value = plainStyle(value)
		case name == "id":
			value = t.id(value)
			t.defined[value] = true
		case name == "aria-labelledby":
			ids := strings.Fields(value)
			for i := range ids {
				ids[i] = t.id(ids[i])
			}
			value = strings.Join(ids, " ")
		case strings.Contains(value, "url("):
			value = svgReference.ReplaceAllStringFunc(value, func(ref string) string {
				return "url(#" + t.id(svgReference.FindStringSubmatch(ref)[1]) + ")"
			})
		case svgLengths[name], name == "transform" && svgMoved.MatchString(value):
			value = svgNumber.ReplaceAllStringFunc(value, func(n string) string { return rounded(n, 1) })
		case name == "transform": // turned or scaled: parts of one
			value = svgNumber.ReplaceAllStringFunc(value, func(n string) string { return rounded(n, 4) })
		}
		if value == "" {
			continue
		}
		t.out.WriteString(" " + name + `="`)
		if err := xml.EscapeText(&t.out, []byte(value)); err != nil {
			return err
		}
		t.out.WriteByte('"')
	}
	t.open = true
	return nil
}

// id is the id in the page of one as drawn.
func (t *svgTidier) id(drawn string) string {
	if t.ids[drawn] == "" {
		t.ids[drawn] = fmt.Sprintf("still-%s-%d", t.name, len(t.ids)+1)
	}
	return t.ids[drawn]
}

// plainStyle leaves out the faces and the common size, which stand once at the root.
func plainStyle(style string) string {
	var keep []string
	for _, rule := range strings.Split(style, ";") {
		if rule = strings.TrimSpace(rule); rule != "" && rule != "font-size:14px" && !strings.HasPrefix(rule, "font-family:") {
			keep = append(keep, rule)
		}
	}
	return strings.Join(keep, ";")
}

// rounded is a number with so many places at most, nought without a sign.
func rounded(text string, places int) string {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	text = strconv.FormatFloat(n, 'f', places, 64)
	text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	if text == "-0" {
		return "0"
	}
	return text
}

// xmlRune puts a sign in the place of what XML has none for.
func xmlRune(r rune) rune {
	switch {
	case r == '\t', r == '\n', r == '\r', r >= 0x20 && r <= 0xd7ff, r >= 0xe000 && r <= 0xfffd, r >= 0x10000 && r <= 0x10ffff:
		return r
	}
	return '\ufffd'
}

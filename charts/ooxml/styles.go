package ooxml

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// stylesheet is the styles part, to which looks are added; those that are there keep their numbers.
type stylesheet struct {
	*document
	lists map[string]*styleList
	made  map[string]int // what was added, by list and content
}

// styleList is one list of a stylesheet: what it has, and what is added.
type styleList struct {
	here  bool
	at    element
	items []element
	first []string // put in front where the list is missing: the numbers 0, 1 … that every list has
	added []string
}

// The lists that looks need, in the order in which they stand.
var styleOrder = []string{"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"}

const emptyStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<styleSheet xmlns="%s"></styleSheet>`

// stylesheet opens the styles of the workbook, or begins some.
func (wb *workbook) stylesheet() (*stylesheet, error) {
	var d *document
	var err error
	if wb.styles == "" {
		if wb.styles = "xl/styles.xml"; wb.has(wb.styles) { // some readers look for no other name
			wb.styles = wb.free("xl/styles%d.xml")
		}
		if d, err = parse(wb.styles, fmt.Appendf(nil, emptyStyles, wb.main)); err != nil {
			return nil, err
		}
		if _, err := wb.relate(wb.name, wb.dialect.relation+"/styles", wb.styles); err != nil {
			return nil, err
		}
		if err := wb.typed(wb.styles, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"); err != nil {
			return nil, err
		}
	} else if d, err = wb.parse(wb.styles); err != nil {
		return nil, err
	}
	if d.root.empty {
		if d, err = parse(wb.styles, slices.Concat(d.text[:d.root.to-2], []byte("></"+d.root.name+">"))); err != nil {
			return nil, err
		}
	}
	if d.space() != wb.main {
		return nil, fmt.Errorf("%s: namespace %q", wb.styles, d.space())
	}
	s := &stylesheet{document: d, lists: map[string]*styleList{}, made: map[string]int{}}
	x := d.root.prefix()
	first := map[string][]string{
		"fonts":   {prefixed(x, `<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>`)},
		"fills":   {"<" + x + `fill><` + x + `patternFill patternType="none"/></` + x + "fill>", "<" + x + `fill><` + x + `patternFill patternType="gray125"/></` + x + "fill>"},
		"borders": {"<" + x + "border/>"}, "cellStyleXfs": {"<" + x + "xf/>"}, "cellXfs": {"<" + x + "xf/>"},
	}
	for _, name := range styleOrder {
		l := &styleList{first: first[name]}
		if l.at, l.here = named(d.kids, name); l.here {
			if l.items, err = children(d.text, l.at); err != nil {
				return nil, err
			}
		}
		if len(l.items) > 0 {
			l.first = nil
		}
		s.lists[name] = l
	}
	return s, nil
}

// add puts an entry at the end of a list, once, and gives its number.
func (s *stylesheet) add(list, xml string) int {
	if n, ok := s.made[list+xml]; ok {
		return n
	}
	l := s.lists[list]
	n := len(l.first) + len(l.items) + len(l.added)
	l.added = append(l.added, xml)
	s.made[list+xml] = n
	return n
}

// fill adds a plain fill of a colour, "FFC7CE".
func (s *stylesheet) fill(rgb string) int {
	x := s.root.prefix()
	return s.add("fills", fmt.Sprintf(`<%sfill><%spatternFill patternType="solid"><%sfgColor rgb="FF%s"/><%sbgColor indexed="64"/></%spatternFill></%sfill>`, x, x, x, rgb, x, x, x))
}

// filled adds the look of a cell with another fill, and gives its number. White letters on a pale fill could not be
// read; they become the colour that text has by itself.
func (s *stylesheet) filled(style int, rgb string) int {
	x := s.root.prefix()
	xf := "<" + x + `xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`
	if items := s.lists["cellXfs"].items; style >= 0 && style < len(items) {
		xf = string(s.text[items[style].from:items[style].stop])
	}
	t, _, _ := nextTag([]byte(xf), 0)
	var es edits
	es.set([]byte(xf), t, "fillId", strconv.Itoa(s.fill(rgb)))
	es.set([]byte(xf), t, "applyFill", "1")
	font, _ := t.attr([]byte(xf), "fontId")
	if n, err := strconv.Atoi(font); err == nil {
		if dark, light := s.darkened(n); light {
			es.set([]byte(xf), t, "fontId", strconv.Itoa(dark))
			es.set([]byte(xf), t, "applyFont", "1")
		}
	}
	return s.add("cellXfs", string(es.apply([]byte(xf))))
}

// darkened gives a font without its colour, where that is a light one.
func (s *stylesheet) darkened(font int) (int, bool) {
	items := s.lists["fonts"].items
	if font < 0 || font >= len(items) {
		return 0, false
	}
	e := items[font]
	kids, err := children(s.text, e)
	if err != nil {
		return 0, false
	}
	colour, ok := named(kids, "color")
	if !ok || !light(colour.tag, s.text) {
		return 0, false
	}
	return s.add("fonts", string(s.text[e.from:colour.from])+string(s.text[colour.stop:e.stop])), true
}

// light tells a colour that cannot be read on a pale ground.
func light(colour tag, text []byte) bool {
	if rgb, ok := colour.attr(text, "rgb"); ok && len(rgb) >= 6 {
		n, err := strconv.ParseUint(rgb[len(rgb)-6:], 16, 32)
		return err == nil && (n>>16)*299+(n>>8&255)*587+(n&255)*114 > 150_000
	}
	theme, _ := colour.attr(text, "theme")
	indexed, _ := colour.attr(text, "indexed")
	switch {
	case theme == "0" || theme == "2":
		return true
	case indexed == "1" || indexed == "9" || indexed == "5" || indexed == "13":
		return true
	}
	return false
}

// Look is how a cell of an added sheet looks. Colours are "FFC7CE".
type Look struct {
	Font                    string
	Size                    float64
	Bold, Italic, Underline bool
	Ink, Fill               string
	Wrap, Centre, Right     bool
	Top                     bool   // stands at the top of its row, else in the middle
	Line                    string // colour of a thin line around, "" for none
	Number                  string // number format, "" for none
}

var plainLook Look

// look adds a look and gives its number.
func (s *stylesheet) look(l Look) int {
	if l == plainLook {
		return 0
	}
	x := s.root.prefix()
	font := "<font>"
	for _, part := range []struct {
		on  bool
		xml string
	}{{l.Bold, "<b/>"}, {l.Italic, "<i/>"}, {l.Underline, "<u/>"}} {
		if part.on {
			font += part.xml
		}
	}
	font += fmt.Sprintf(`<sz val="%g"/>`, l.Size)
	if l.Ink != "" {
		font += fmt.Sprintf(`<color rgb="FF%s"/>`, l.Ink)
	}
	fontID := s.add("fonts", prefixed(x, font+`<name val="`+escape(l.Font)+`"/><family val="2"/></font>`))
	fillID, borderID, format := 0, 0, 0
	if l.Fill != "" {
		fillID = s.fill(l.Fill)
	}
	if l.Line != "" {
		side := func(name string) string {
			return fmt.Sprintf(`<%s style="thin"><color rgb="FF%s"/></%s>`, name, l.Line, name)
		}
		borderID = s.add("borders", prefixed(x, "<border>"+side("left")+side("right")+side("top")+side("bottom")+"<diagonal/></border>"))
	}
	if l.Number != "" {
		format = s.format(l.Number)
	}
	align := `vertical="center"`
	if l.Top {
		align = `vertical="top"`
	}
	switch {
	case l.Centre:
		align += ` horizontal="center"`
	case l.Right:
		align += ` horizontal="right"`
	}
	if l.Wrap {
		align += ` wrapText="1"`
	}
	return s.add("cellXfs", prefixed(x, fmt.Sprintf(`<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" `+
		`applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment %s/></xf>`, format, fontID, fillID, borderID, align)))
}

// prefixed gives every tag of some XML of ours the prefix of the part into which it goes.
func prefixed(x, xml string) string {
	if x == "" {
		return xml
	}
	return strings.NewReplacer("</", "</"+x, "<", "<"+x).Replace(xml)
}

var formatID = regexp.MustCompile(`numFmtId="([0-9]+)"`)

// format adds a number format under a free number; those below 164 are built in.
func (s *stylesheet) format(code string) int {
	if n, ok := s.made["format "+code]; ok {
		return n
	}
	l, free := s.lists["numFmts"], 164
	for _, e := range l.items {
		if id, _ := e.attr(s.text, "numFmtId"); id != "" {
			if n, err := strconv.Atoi(id); err == nil {
				free = max(free, n+1)
			}
		}
	}
	for _, xml := range l.added {
		if m := formatID.FindStringSubmatch(xml); m != nil {
			n, _ := strconv.Atoi(m[1])
			free = max(free, n+1)
		}
	}
	l.added = append(l.added, fmt.Sprintf(`<%snumFmt numFmtId="%d" formatCode="%s"/>`, s.root.prefix(), free, escape(code)))
	s.made["format "+code] = free
	return free
}

// save writes the lists that have grown.
func (s *stylesheet) save(p *parcel) {
	x := s.root.prefix()
	for i, name := range styleOrder {
		l := s.lists[name]
		if len(l.added) == 0 {
			continue
		}
		xml := strings.Join(l.first, "") + strings.Join(l.added, "")
		count := strconv.Itoa(len(l.first) + len(l.items) + len(l.added))
		if l.here {
			s.set(l.at.tag, "count", count)
			s.append(l.at, xml)
			continue
		}
		s.after(fmt.Sprintf(`<%s%s count="%s">%s</%s%s>`, x, name, count, xml, x, name), styleOrder[:i]...)
	}
	p.put(s.name, s.bytes())
}

package ooxml

import (
	"bytes"
	"fmt"
	"html"
	"path"
	"regexp"
	"strconv"
	"strings"
)

const (
	commentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
	vmlType      = "application/vnd.openxmlformats-officedocument.vmlDrawing"
)

// comment gives the marked cells their comments. Comments and shapes that the sheet has are kept: what is written are new
// parts that hold them too, and the sheet's relations lead there.
func (wb *workbook) comment(no int, sh *worksheet, marks []Mark, author string) error {
	rels, _, err := wb.relations(sh.name)
	if err != nil {
		return err
	}
	drawing, hasDrawing := named(sh.kids, "legacyDrawing")
	drawn := ""
	if hasDrawing {
		drawn, _ = drawing.attr(sh.text, "*:id")
	}
	var comments, shapes relation
	for _, r := range rels {
		switch {
		case strings.HasSuffix(r.kind, "/comments") && !r.external:
			comments = r
		case hasDrawing && r.id == drawn:
			shapes = r
		}
	}
	if hasDrawing && (shapes.target == "" || !wb.has(shapes.target)) {
		return fmt.Errorf("%s: legacyDrawing %q leads nowhere", sh.name, drawn)
	}
	had, err := wb.commentPart(sh, comments, marks, author)
	if err != nil {
		return err
	}
	part, err := wb.shapePart(no, sh, shapes, marks, had)
	if err != nil || hasDrawing {
		return err
	}
	id, err := wb.relate(sh.name, wb.dialect.relation+"/vmlDrawing", part)
	if err != nil {
		return err
	}
	r, bound := sh.prefixOf(wb.dialect.relation)
	declare := ""
	if !bound {
		r, declare = "r:", ` xmlns:r="`+wb.dialect.relation+`"`
	}
	sh.after(fmt.Sprintf(`<%slegacyDrawing%s %sid="%s"/>`, sh.root.prefix(), declare, r, id), beforeLegacy...)
	return nil
}

const emptyComments = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<comments xmlns="%s"><authors></authors><commentList></commentList></comments>`

// commentPart writes the comments of a sheet: those it has, and the marks'. It tells which cells had one, and its text.
func (wb *workbook) commentPart(sh *worksheet, old relation, marks []Mark, author string) (had map[place]string, err error) {
	var d *document
	part := wb.free("xl/comments%d.xml")
	if old.target != "" {
		d, err = wb.parse(old.target)
		part = wb.free(path.Dir(old.target) + "/comments%d.xml")
	} else {
		d, err = parse(part, fmt.Appendf(nil, emptyComments, wb.main))
	}
	if err != nil {
		return nil, err
	}
	authors, ok := named(d.kids, "authors")
	list, ok2 := named(d.kids, "commentList")
	if !ok || !ok2 || d.space() != wb.main {
		return nil, fmt.Errorf("%s: no comments", d.name)
	}
	x, by := d.root.prefix(), 0
	if err := each(d.text, authors.to, authors.inner, func(element) error { by++; return nil }); err != nil {
		return nil, err
	}
	d.append(authors, "<"+x+"author>"+escape(author)+"</"+x+"author>")
	notes := map[place][]Run{}
	for _, m := range marks {
		notes[place{m.Row, m.Col}] = m.Note
	}
	had = map[place]string{}
	err = each(d.text, list.to, list.inner, func(e element) error {
		ref, _ := e.attr(d.text, "ref")
		at, ok := placeOf(ref)
		if _, marked := notes[at]; !ok || !marked {
			return nil
		}
		kids, err := children(d.text, e)
		if err != nil {
			return err
		}
		text, ok := named(kids, "text")
		if !ok {
			return fmt.Errorf("%s: comment at %s has no text", d.name, ref)
		}
		if had[at], err = d.runsOf(text); err != nil {
			return err
		}
		d.append(text, runs(x, append([]Run{{Text: "\n\n"}}, notes[at]...)))
		return nil
	})
	if err != nil {
		return nil, err
	}
	var added strings.Builder
	for _, m := range marks {
		at := place{m.Row, m.Col}
		if _, is := had[at]; !is {
			fmt.Fprintf(&added, `<%scomment ref="%s" authorId="%d"><%stext>%s</%stext></%scomment>`, x, at.a1(), by, x, runs(x, m.Note), x, x)
		}
	}
	d.append(list, added.String())
	wb.put(part, d.bytes())
	if old.target != "" {
		err = wb.point(sh.name, old.id, part)
	} else {
		_, err = wb.relate(sh.name, wb.dialect.relation+"/comments", part)
	}
	if err != nil {
		return nil, err
	}
	return had, wb.typed(part, commentsType)
}

// runsOf gives the text of a comment, and makes a run of a text that is none, so that others can follow it.
func (d *document) runsOf(text element) (string, error) {
	var b strings.Builder
	x := d.root.prefix()
	take := func(e element) { b.WriteString(html.UnescapeString(string(d.text[e.to:e.inner]))) }
	err := each(d.text, text.to, text.inner, func(e element) error {
		switch e.local() {
		case "t":
			take(e)
			d.edit = append(d.edit, edit{at: e.from, put: "<" + x + "r>"}, edit{at: e.stop, put: "</" + x + "r>"})
		case "r":
			return each(d.text, e.to, e.inner, func(t element) error {
				if t.local() == "t" {
					take(t)
				}
				return nil
			})
		}
		return nil
	})
	return b.String(), err
}

// runs writes the text of a comment.
func runs(x string, all []Run) string {
	var b strings.Builder
	for _, r := range all {
		bold := ""
		if r.Bold {
			bold = "<b/>"
		}
		b.WriteString(prefixed(x, `<r><rPr>`+bold+`<sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>`))
		fmt.Fprintf(&b, `<%st xml:space="preserve">%s</%st></%sr>`, x, escape(r.Text), x, x)
	}
	return b.String()
}

const emptyShapes = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
	`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%s"/></o:shapelayout></xml>`

const noteShapeType = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>` +
	`<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

const noteShape = `<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:%dpt;height:%dpt;z-index:%d;visibility:hidden" ` +
	`fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>` +
	`<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>` +
	`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%s</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`

var shapeID = regexp.MustCompile(`_x0000_s([0-9]{1,9})`)

// shapePart writes the boxes of comments: the shapes the sheet has, and one for each mark that had no comment. A box
// whose comment has grown grows too. It gives the part.
func (wb *workbook) shapePart(no int, sh *worksheet, old relation, marks []Mark, had map[place]string) (string, error) {
	part := wb.free("xl/drawings/vmlDrawing%d.vml")
	blocks := []string{} // shapes are numbered in blocks of 1024, each of one sheet
	first := (no + 1) * 1024
	for i := 0; i*1024 <= len(marks)+1; i++ {
		blocks = append(blocks, strconv.Itoa(no+1+i))
	}
	text := fmt.Appendf(nil, emptyShapes, strings.Join(blocks, ","))
	if old.target != "" {
		var err error
		if text, err = wb.read(old.target); err != nil {
			return "", err
		}
		part = wb.free(path.Dir(old.target) + "/vmlDrawing%d.vml")
		first = 0
		for _, m := range shapeID.FindAllSubmatch(text, -1) {
			n, _ := strconv.Atoi(string(m[1]))
			first = max(first, n)
		}
	}
	end := bytes.LastIndex(text, []byte("</xml"))
	if end < 0 {
		return "", fmt.Errorf("%s: no </xml>", old.target)
	}
	es := sh.grow(text, marks, had)
	var b strings.Builder
	if !bytes.Contains(text, []byte(`"_x0000_t202"`)) {
		b.WriteString(noteShapeType)
	}
	for _, m := range marks {
		at := place{m.Row, m.Col}
		if _, is := had[at]; is {
			continue
		}
		first++
		w, h := size(plainText(m.Note))
		fmt.Fprintf(&b, noteShape, first, w*3/4, h*3/4, first%1024+1, sh.anchor(at, w, h), m.Row-1, m.Col-1)
	}
	if old.target != "" {
		b2 := declared(b.String(), text)
		b.Reset()
		b.WriteString(b2)
	}
	wb.put(part, append(es, edit{at: end, put: b.String()}).apply(text))
	if old.target == "" {
		return part, wb.typedByName("vml", vmlType)
	}
	if rels := relsName(old.target); wb.has(rels) { // pictures that the shapes show
		c, err := wb.read(rels)
		if err != nil {
			return "", err
		}
		wb.put(relsName(part), c)
	}
	if !strings.HasSuffix(strings.ToLower(old.target), ".vml") {
		if err := wb.typed(part, vmlType); err != nil {
			return "", err
		}
	}
	return part, wb.point(sh.name, old.id, part)
}

// declared gives shapes the namespaces they use where the drawing into which they go does not bind them as we do.
func declared(shapes string, text []byte) string {
	spaces := ""
	root, ok, err := nextTag(text, 0)
	for _, ns := range [][2]string{{"v", "urn:schemas-microsoft-com:vml"}, {"o", "urn:schemas-microsoft-com:office:office"}, {"x", "urn:schemas-microsoft-com:office:excel"}} {
		if v, bound := root.attr(text, "xmlns:"+ns[0]); !ok || err != nil || !bound || v != ns[1] {
			spaces += fmt.Sprintf(` xmlns:%s="%s"`, ns[0], ns[1])
		}
	}
	return strings.NewReplacer("<v:shapetype ", "<v:shapetype"+spaces+" ", "<v:shape ", "<v:shape"+spaces+" ").Replace(shapes)
}

// grow enlarges the boxes of comments that were there and have more text now. Drawings of this kind are often no
// well-formed XML, so that tags are looked at one by one.
func (sh *worksheet) grow(text []byte, marks []Mark, had map[place]string) (es edits) {
	notes := map[place]string{}
	for _, m := range marks {
		at := place{m.Row, m.Col}
		if was, is := had[at]; is {
			notes[at] = was + "\n\n" + plainText(m.Note)
		}
	}
	if len(notes) == 0 {
		return nil
	}
	var anchor [2]int
	row := -1
	for at := 0; ; {
		t, ok, err := nextTag(text, at)
		if err != nil || !ok {
			return es
		}
		at = t.to
		stop := at + max(0, bytes.IndexByte(text[at:], '<'))
		switch {
		case t.end:
		case t.local() == "shape":
			anchor, row = [2]int{}, -1
		case t.local() == "Anchor":
			anchor = [2]int{at, stop}
		case t.local() == "Row":
			row, _ = strconv.Atoi(strings.TrimSpace(string(text[at:stop])))
		case t.local() == "Column":
			col, _ := strconv.Atoi(strings.TrimSpace(string(text[at:stop])))
			p := place{row + 1, col + 1}
			if note, is := notes[p]; is && anchor[1] > 0 {
				w, h := size(note)
				es = append(es, edit{anchor[0], anchor[1] - anchor[0], sh.anchor(p, w, h)})
				delete(notes, p)
			}
		}
	}
}

func plainText(all []Run) string {
	var b strings.Builder
	for _, r := range all {
		b.WriteString(r.Text)
	}
	return b.String()
}

// size is how many pixels a box needs for a text: 9 points high letters, some 46 on a line.
func size(text string) (w, h int) {
	const letters, most = 44, 40
	lines := 1
	for _, l := range strings.Split(text, "\n") {
		lines += 1 + len([]rune(l))/letters
	}
	return 300, min(lines, most) * 15
}

// anchor says between which columns and rows a box lies, right of its cell.
func (sh *worksheet) anchor(at place, w, h int) string {
	left, top := min(at.col, 1<<14-2), max(0, at.row-2)
	right, x := left, 12+w
	for x > sh.width(right+1) && right < 1<<14-1 {
		x -= sh.width(right + 1)
		right++
	}
	bottom, y := top, 6+h
	for y > sh.height(bottom+1) && bottom < 1<<20-1 {
		y -= sh.height(bottom + 1)
		bottom++
	}
	return fmt.Sprintf("%d, 12, %d, 6, %d, %d, %d, %d", left, top, right, x, bottom, y)
}

package ooxml

import (
	"bytes"
	"html"
	"regexp"
	"strings"
)

// templateReader goes through a part of a template.
type templateReader struct {
	t     *Template
	part  int
	text  []byte
	depth int
}

// templateAt is what stands around an element.
type templateAt struct {
	row      element
	table    bool
	fallback bool
}

func (r *templateReader) below(e element, at templateAt) error {
	if r.depth++; r.depth > deepest {
		return errDeep
	}
	defer func() { r.depth-- }()
	return each(r.text, e.to, e.inner, func(k element) error {
		switch k.name {
		case "w:p":
			return r.paragraph(k, at)
		case "w:tr":
			at := at
			at.row, at.table = k, true
			return r.below(k, at)
		case "w:sdt":
			return r.control(k, element{}, at)
		case "mc:Fallback":
			at := at
			at.fallback = true
			return r.below(k, at)
		}
		return r.below(k, at)
	})
}

// inParagraph is a paragraph as far as it was read.
type inParagraph struct {
	p       element
	texts   []templateText
	other   bool // something besides text is in it
	props   string
	look    string // of the mark
	first   int    // place of it
	open    []mark // bookmarks begun
	ordered []mark
}

type mark struct {
	id, name string
	within   int // where the element begins that it stands in: it must end there too
	from, to int
	look     string
}

func (r *templateReader) paragraph(p element, at templateAt) error {
	in := &inParagraph{p: p, first: len(r.t.Places)}
	props, look, err := looksOf(r.text, p)
	if err != nil {
		return err
	}
	in.props, in.look = props, look
	if err := r.inline(p, in, at); err != nil {
		return err
	}
	r.textPlaces(in, at)
	for _, m := range in.ordered {
		r.add(Place{Kind: PlaceBookmark, Name: m.name, Look: m.look, from: m.from, to: m.to}, in, at)
	}
	for _, m := range in.open {
		r.add(Place{Kind: PlaceBookmark, Name: m.name, Broken: true}, in, at)
	}
	var all strings.Builder
	for _, t := range in.texts {
		all.Write(r.text[t.t.to:t.t.inner])
	}
	told := words(all.String())
	for i := in.first; i < len(r.t.Places); i++ {
		place := &r.t.Places[i]
		if place.p.from != p.from {
			continue
		}
		place.Paragraph = told
		rest := told
		switch place.Kind {
		case PlaceText:
			rest = strings.Replace(told, "{{"+place.Name+"}}", "", 1)
			rest = braces.ReplaceAllStringFunc(rest, func(s string) string {
				if words(strings.Trim(s, "{}")) == place.Name {
					return ""
				}
				return s
			})
		case PlaceControl, PlaceBookmark:
			rest = ""
			for _, t := range in.texts {
				if t.t.from < place.from || t.t.stop > place.to {
					rest += string(r.text[t.t.to:t.t.inner])
				}
			}
		}
		place.Alone = strings.TrimSpace(rest) == "" && !in.other
	}
	return nil
}

// inline reads what stands in a paragraph, other paragraphs within (text boxes) for themselves.
func (r *templateReader) inline(e element, in *inParagraph, at templateAt) error {
	if r.depth++; r.depth > deepest {
		return errDeep
	}
	defer func() { r.depth-- }()
	return each(r.text, e.to, e.inner, func(k element) error {
		switch k.name {
		case "w:r":
			return r.run(k, in, at)
		case "w:pPr":
			return nil
		case "w:sdt":
			return r.control(k, in.p, at, in)
		case "w:bookmarkStart":
			id, _ := k.attr(r.text, "w:id")
			name, _ := k.attr(r.text, "w:name")
			in.open = append(in.open, mark{id: id, name: name, within: e.from, from: k.stop})
			return nil
		case "w:bookmarkEnd":
			id, _ := k.attr(r.text, "w:id")
			for i, m := range in.open {
				if m.id == id && m.within == e.from {
					m.to, m.look = k.from, in.look
					for _, t := range in.texts {
						if t.t.from >= m.from && t.t.stop <= m.to {
							m.look = t.look
							break
						}
					}
					in.ordered = append(in.ordered, m)
					in.open = append(in.open[:i:i], in.open[i+1:]...)
					break
				}
			}
			return nil
		}
		return r.inline(k, in, at)
	})
}

func (r *templateReader) run(e element, in *inParagraph, at templateAt) error {
	look := ""
	return each(r.text, e.to, e.inner, func(k element) error {
		switch k.name {
		case "w:rPr":
			look = string(r.text[k.from:k.stop])
		case "w:t":
			if !k.empty && bytes.IndexByte(r.text[k.to:k.inner], '<') < 0 {
				in.texts = append(in.texts, templateText{t: k, look: look})
			}
		case "w:lastRenderedPageBreak", "w:proofErr":
		default:
			in.other = true
			return r.below(k, at)
		}
		return nil
	})
}

var braces = regexp.MustCompile(`\{\{[^{}]*\}\}`)

// textPlaces finds {{names}} in the text of a paragraph, however its runs part them.
func (r *templateReader) textPlaces(in *inParagraph, at templateAt) {
	var all strings.Builder
	var begins []int
	for _, t := range in.texts {
		begins = append(begins, all.Len())
		all.Write(r.text[t.t.to:t.t.inner])
	}
	text := all.String()
	for _, m := range braces.FindAllStringIndex(text, -1) {
		p := Place{Kind: PlaceText, Name: words(text[m[0]+2 : m[1]-2])}
		for i, t := range in.texts {
			from, to := max(m[0], begins[i]), min(m[1], begins[i]+t.t.inner-t.t.to)
			if from >= to {
				continue
			}
			t.from, t.to = t.t.to+from-begins[i], t.t.to+to-begins[i]
			p.pieces = append(p.pieces, t)
		}
		p.Look = p.pieces[0].look
		r.add(p, in, at)
	}
}

func (r *templateReader) add(p Place, in *inParagraph, at templateAt) {
	p.part, p.Part, p.Main = r.part, r.t.parts[r.part].name, r.part == 0
	p.p, p.row, p.Table, p.Fallback, p.Props = in.p, at.row, at.table, at.fallback, in.props
	r.t.Places = append(r.t.Places, p)
}

// control reads a content control: one with a tag or a title may be a place, what stands in it is read too.
func (r *templateReader) control(e, p element, at templateAt, around ...*inParagraph) error {
	kids, err := children(r.text, e)
	if err != nil {
		return err
	}
	content, ok := named(kids, "sdtContent")
	if !ok {
		return nil
	}
	place := Place{Kind: PlaceControl, from: e.from, to: e.stop, block: p.stop == 0}
	placeholder := false
	if props, ok := named(kids, "sdtPr"); ok {
		all, err := children(r.text, props)
		if err != nil {
			return err
		}
		for _, k := range all {
			switch k.local() {
			case "tag":
				place.Name, _ = k.attr(r.text, "w:val")
			case "alias":
				place.Title, _ = k.attr(r.text, "w:val")
			case "rPr":
				place.Look = string(r.text[k.from:k.stop])
			case "showingPlcHdr":
				placeholder = true
			}
		}
	}
	in := &inParagraph{p: p}
	if around != nil {
		in = around[0]
	}
	before := len(in.texts)
	if place.block {
		inner, err := children(r.text, content)
		if err != nil {
			return err
		}
		if first, ok := named(inner, "p"); ok && len(inner) == 1 {
			if in.props, _, err = looksOf(r.text, first); err != nil {
				return err
			}
			in.p = element{tag: tag{from: e.from}, stop: e.stop}
			inside := &inParagraph{p: first}
			if err := r.inline(first, inside, at); err != nil {
				return err
			}
			in.texts = inside.texts
		} else { // around several paragraphs, rows or cells: no place, but such may be in it
			return r.below(content, at)
		}
	}
	if place.Name != "" || place.Title != "" {
		if !place.block {
			if err := r.inline(content, in, at); err != nil {
				return err
			}
		}
		if !placeholder && len(in.texts) > before {
			place.Look = in.texts[before].look
		}
		n := len(r.t.Places)
		r.add(place, in, at)
		if place.block {
			q := &r.t.Places[n]
			q.Alone = true
			for _, t := range in.texts {
				q.Paragraph += string(r.text[t.t.to:t.t.inner])
			}
			q.Paragraph = words(q.Paragraph)
			return r.below(content, at)
		}
		return nil
	}
	if place.block {
		return r.below(content, at)
	}
	return r.inline(content, in, at)
}

// Unbraced is the name of a place as somebody may have written it in a tag: with or without braces.
func Unbraced(name string) string {
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(html.UnescapeString(name)), "{{"), "}}"))
}

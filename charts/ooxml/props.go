package ooxml

import (
	"slices"
	"strings"
)

// The orders in which Word wants the properties of paragraphs and of letters; one out of order makes it offer to repair the file.
var (
	paragraphOrder = strings.Fields(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens
		kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
		suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange`)
	letterOrder = strings.Fields(`rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color
		spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange`)
)

// ParagraphProps are properties of a paragraph (w:pPr, or "" for none) with others put in, without those whose names are dropped.
func ParagraphProps(was, put string, drop ...string) (string, error) {
	return merged("w:pPr", paragraphOrder, was, put, drop)
}

// LetterProps is the same for properties of letters (w:rPr).
func LetterProps(was, put string, drop ...string) (string, error) {
	return merged("w:rPr", letterOrder, was, put, drop)
}

func merged(name string, order []string, was, put string, drop []string) (string, error) {
	all := map[string]string{}
	var names []string
	gather := func(text []byte, from, to int) error {
		return each(text, from, to, func(e element) error {
			if _, twice := all[e.local()]; !twice {
				names = append(names, e.local())
			}
			all[e.local()] = string(text[e.from:e.stop])
			return nil
		})
	}
	if was != "" {
		if err := each([]byte(was), 0, len(was), func(e element) error { return gather([]byte(was), e.to, e.inner) }); err != nil {
			return "", err
		}
	}
	for _, d := range drop {
		delete(all, d)
	}
	if err := gather([]byte(put), 0, len(put)); err != nil {
		return "", err
	}
	rank := func(n string) int {
		if i := slices.Index(order, n); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortStableFunc(names, func(a, b string) int { return rank(a) - rank(b) })
	var b strings.Builder
	for _, n := range slices.Compact(names) {
		b.WriteString(all[n])
	}
	if b.Len() == 0 {
		return "", nil
	}
	return "<" + name + ">" + b.String() + "</" + name + ">", nil
}

// Styles are the styles of a template, by what Word calls them in every language ("heading 1").
type Styles struct {
	Paragraph map[string]string // name in small letters -> id
	Table     map[string]string
	Used      string // the style of the first table of the text that has one
	Width     int    // of the text, in twentieths of a point
}

// Styles reads the styles of a template.
func (t *Template) Styles() (s Styles, err error) {
	s = Styles{Paragraph: map[string]string{}, Table: map[string]string{}}
	below, _, err := t.parcel.relations(t.main)
	if err != nil {
		return s, err
	}
	at := slices.IndexFunc(below, func(r relation) bool { return strings.HasSuffix(r.kind, "/styles") && !r.external })
	if at >= 0 && t.parcel.has(below[at].target) {
		d, err := t.parcel.parse(below[at].target)
		if err != nil {
			return s, err
		}
		for _, e := range d.kids {
			if e.local() != "style" {
				continue
			}
			kids, err := children(d.text, e)
			if err != nil {
				return s, err
			}
			id, _ := e.attr(d.text, "w:styleId")
			kind, _ := e.attr(d.text, "w:type")
			if n, ok := named(kids, "name"); ok {
				name, _ := n.attr(d.text, "w:val")
				switch kind {
				case "paragraph":
					s.Paragraph[strings.ToLower(name)] = id
				case "table":
					s.Table[strings.ToLower(name)] = id
				}
			}
		}
	}
	return s, s.ofText(t.parts[0].text)
}

// ofText reads what the text itself tells: the first style of a table, the width between the margins of the last section.
func (s *Styles) ofText(text []byte) error {
	sizes := map[string]int{}
	for at := 0; ; {
		g, ok, err := nextTag(text, at)
		if err != nil || !ok {
			s.Width = sizes["w:w"] - sizes["w:left"] - sizes["w:right"]
			return err
		}
		switch g.name {
		case "w:tblStyle":
			if id, _ := g.attr(text, "w:val"); s.Used == "" {
				s.Used = id
			}
		case "w:pgSz", "w:pgMar":
			for _, name := range []string{"w:w", "w:left", "w:right"} {
				if v, ok := g.attr(text, name); ok {
					n := 0
					for _, c := range v {
						if c < '0' || c > '9' || n > 1<<20 {
							break
						}
						n = 10*n + int(c-'0')
					}
					sizes[name] = n
				}
			}
		}
		at = g.to
	}
}

package report

import (
	"strings"

	"tdkt/charts/ooxml"
)

// dress is how what is put into a template looks: by the template's own styles where it has them, else like the place itself.
type dress struct {
	ooxml.Styles
	props string // w:pPr of the place
	look  string // w:rPr of the place
}

// headings of the template, by what Word calls them in every language.
var templateHeadings = map[Style]string{Part: "heading 1", Section: "heading 2", Point: "heading 3", Annex: "heading 2", Caption: "caption"}

// props are the properties of a paragraph of a style; more is what it has besides, in the order of the format.
func (w *writer) props(s Style, more string) string {
	if w.dress == nil {
		return `<w:pPr><w:pStyle w:val="` + string(s) + `"/>` + more + `</w:pPr>`
	}
	w.base, w.strong = w.dress.look, false
	if name, ok := templateHeadings[s]; ok {
		if id := w.dress.Paragraph[name]; id != "" {
			w.base = ""
			if !strings.Contains(more, "<w:keepNext/>") { // its captions may have been made to stand below
				more = `<w:keepNext/>` + more
			}
			return `<w:pPr><w:pStyle w:val="` + escape(id) + `"/>` + more + `</w:pPr>`
		}
	}
	var out string
	var err error
	switch s {
	case Note:
		if w.base, err = ooxml.LetterProps(w.dress.look, `<w:i/>`); err != nil {
			w.broken = err
		}
		out, err = ooxml.ParagraphProps(w.dress.props, `<w:ind w:firstLine="0"/>`+more, "sectPr", "rPr")
	case Body, Item:
		out, err = ooxml.ParagraphProps(w.dress.props, more, "sectPr", "rPr")
	case Part, Section, Point:
		w.strong = true
		out, err = ooxml.ParagraphProps(w.dress.props, `<w:keepNext/>`+more, "sectPr", "rPr")
	case Title, Subtitle, Annex, Caption, Figure:
		w.strong = s != Figure
		out, err = ooxml.ParagraphProps(w.dress.props, `<w:keepNext/><w:ind w:firstLine="0"/><w:jc w:val="center"/>`+more, "sectPr", "rPr", "numPr")
	default: // cells and heads of tables
		w.strong = s == Head || strings.HasSuffix(string(s), "Bold")
		if s == Head {
			more += `<w:jc w:val="center"/>`
		}
		size := `<w:sz w:val="24"/><w:szCs w:val="24"/>`
		if strings.Contains(string(s), "Small") {
			size = `<w:sz w:val="20"/><w:szCs w:val="20"/>`
		}
		if strings.Contains(string(s), "Dense") {
			size = `<w:sz w:val="18"/><w:szCs w:val="18"/>`
		}
		if w.base, err = ooxml.LetterProps(w.dress.look, size); err != nil {
			w.broken = err
		}
		out, err = ooxml.ParagraphProps("", `<w:spacing w:before="20" w:after="20"/><w:ind w:firstLine="0"/>`+more)
	}
	if err != nil { // the properties were read as XML before
		w.broken = err
	}
	return out
}

// letters are the properties of letters that look as the paragraph's do, and as told.
func (w *writer) letters(look string) string {
	if w.dress == nil {
		if look == "" {
			return ""
		}
		return `<w:rPr>` + look + `</w:rPr>`
	}
	if w.strong && !strings.Contains(look, "<w:b/>") {
		look = `<w:b/>` + look
	}
	out, err := ooxml.LetterProps(w.base, look)
	if err != nil {
		w.broken = err
	}
	return out
}

// width is that of the text, in twentieths of a point.
func (w *writer) width() int {
	switch {
	case w.dress != nil && w.dress.Width > 2000:
		return w.dress.Width
	case w.landscape:
		return textWidthLandscape
	}
	return textWidth
}

// tableStyle is the style of tables: in a template that of its first table, else its grid.
func (w *writer) tableStyle() string {
	id := "TdktTable"
	if w.dress != nil {
		if id = w.dress.Used; id == "" {
			id = w.dress.Table["table grid"]
		}
	}
	if id == "" {
		return ""
	}
	return `<w:tblStyle w:val="` + escape(id) + `"/>`
}

// tableLines are drawn where a template has no style of a table that would draw them.
func (w *writer) tableLines() string {
	if w.tableStyle() != "" {
		return ""
	}
	var b strings.Builder
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		b.WriteString(`<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
	}
	return `<w:tblBorders>` + b.String() + `</w:tblBorders>`
}

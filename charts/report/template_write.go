package report

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"tdkt/charts/ooxml"
)

// binding is that of a template, without its numbers.
func (c *composer) binding() Binding {
	return Binding{Build: c.build, Lang: c.in.Lang, Kind: boundKind(c.in.Kind), Period: c.in.Period.String(), Compare: c.in.Compare.String(), Focus: c.in.Focus.String(), Template: true}
}

// Write fills the places in, as Plan found them. of gives the figures that places name by their ids.
func (t *Template) Write(in Input, of Lookup) ([]byte, error) {
	c := newComposer(in)
	w := &writer{lang: in.Lang, bound: c.binding(), dress: &dress{Styles: t.styles}, firstFrame: t.doc.FreeID()}
	numbers := c.numbersHere()
	for _, f := range t.fills {
		p := t.doc.Places[f.place]
		w.dress.props, w.dress.look = p.Props, p.Look
		w.Reset()
		switch f.kind {
		case "text":
			w.plainRun(f.text)
			t.doc.Inline(f.place, w.String())
		case "number":
			w.bind(p, numbers[f.name])
			t.doc.Inline(f.place, w.String())
		case placeFigure:
			n, err := figureNumber(f.name, of)
			if err != nil {
				return nil, err
			}
			w.bind(p, n)
			t.doc.Inline(f.place, w.String())
		default:
			if err := t.section(w, c, f); err != nil {
				return nil, err
			}
		}
	}
	if w.broken != nil {
		return nil, w.broken
	}
	if len(c.faults) > 0 {
		return nil, fmt.Errorf("report: %s", strings.Join(c.faults, "; "))
	}
	content, err := t.bound(w.bound)
	if err != nil || len(w.bound.Figures) == 0 {
		return content, err
	}
	return placed(content)
}

func (w *writer) plainRun(text string) {
	w.base, w.strong = w.dress.look, false
	w.f(`<w:r>%s%s</w:r>`, w.letters(""), wt(text))
}

// bind writes a bound number into a place. Old programs see its text alone.
func (w *writer) bind(p ooxml.Place, n Number) {
	text := n.Shape.Write(w.lang, n.Amount)
	if p.Fallback {
		w.plainRun(text)
		return
	}
	w.base, w.strong = w.dress.look, false
	w.number(n, text, p.Paragraph, "")
}

// section puts a section, or the rows of its table, into its place.
func (t *Template) section(w *writer, c *composer, f fill) error {
	place := f.kind + f.section
	if f.kind == placeRows {
		g, err := c.gridOf(f.section)
		if err != nil {
			return err
		}
		props, cells, _, err := t.doc.Row(f.place)
		if err != nil {
			return err
		}
		w.bound.Places = append(w.bound.Places, place)
		w.rows(*g, props, cells)
		t.doc.Rows(f.place, w.String())
		return nil
	}
	before := len(w.charts)
	if err := w.putSection(c, place); err != nil {
		return err
	}
	text := w.String()
	for _, d := range w.charts[before:] {
		name, id, err := t.doc.Add("", "word/charts/tdkt-hinh-%d.xml", office+"/chart", chartType, d.xml)
		if err != nil {
			return err
		}
		_, book, err := t.doc.Add(name, "word/embeddings/tdkt-hinh-%d.xlsx", office+"/package", ".xlsx "+bookType, d.book)
		if err != nil {
			return err
		}
		t.doc.Put(name, []byte(strings.Replace(string(d.xml), `<c:externalData r:id="rId1">`, `<c:externalData r:id="`+book+`">`, 1)))
		text = strings.Replace(text, `r:id="`+d.relationship+`"`, `r:id="`+id+`"`, 1)
	}
	t.doc.Block(f.place, text)
	return nil
}

// putSection writes the blocks of a section, or what is inside it, and notes that it is there. The place is one of Binding.Places.
func (w *writer) putSection(c *composer, place string) error {
	kind, section, _ := strings.Cut(place, ":")
	if _, ok := registry[section]; !ok {
		return fmt.Errorf("%w: section %q", errNoBinding, section)
	}
	w.bound.Places = append(w.bound.Places, place)
	if kind+":" == placeRows {
		g, err := c.gridOf(section)
		if err == nil && g != nil {
			w.rows(*g, "", nil)
		}
		return err
	}
	blocks, heading, err := c.blocksOf(section)
	if err != nil {
		return err
	}
	if kind+":" == placeInside && heading != "" {
		blocks = blocks[1:]
	}
	w.breakNext = false
	if _, err = w.body(blocks); err != nil {
		return err
	}
	if len(blocks) > 0 && blocks[len(blocks)-1].Table != nil { // no table may end a part of a document
		w.WriteString(`<w:p/>`)
	}
	return nil
}

// rows writes the rows of a table in the looks of the cells of a row of the template.
func (w *writer) rows(g Grid, props string, cells []ooxml.RowCell) {
	if cells == nil {
		cells = make([]ooxml.RowCell, len(g.Cols))
	}
	for _, r := range g.Rows {
		w.WriteString("<w:tr>" + props)
		for i, spans := range r.Cells {
			c := cells[i]
			if len(r.Cells) == 1 && len(cells) > 1 {
				c.Props = across(c.Props, len(cells))
			}
			w.dress.look, w.base, w.strong = c.Look, c.Look, r.Bold || len(r.Cells) < len(cells)
			w.where = textOf(r.Cells[0])
			if i > 0 {
				w.where += " | " + strings.ReplaceAll(g.Cols[i].Head, softHyphen, "")
			}
			w.bound.literal(skeletonOf(spans))
			w.f(`<w:tc>%s<w:p>%s`, c.Props, c.Paragraph)
			w.spans(spans, false)
			w.WriteString(`</w:p></w:tc>`)
		}
		w.WriteString("</w:tr>")
	}
}

// across are the properties of a cell that goes over all columns.
func across(props string, columns int) string {
	span := fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, columns)
	inner := strings.TrimSuffix(strings.TrimPrefix(props, "<w:tcPr>"), "</w:tcPr>")
	if at := strings.Index(inner, "<w:tcW "); at == 0 {
		end := strings.Index(inner, "/>") + 2
		return "<w:tcPr>" + span + inner[end:] + "</w:tcPr>"
	}
	return "<w:tcPr>" + span + "</w:tcPr>"
}

const bindingProps = `<ds:datastoreItem ds:itemID="{7D1F3A55-4B1E-4C0A-9C3B-7464D0B70001}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="` +
	space + `"/></ds:schemaRefs></ds:datastoreItem>`

// bound writes the document with its binding.
func (t *Template) bound(b Binding) ([]byte, error) {
	if len(b.Figures) > 0 {
		binding, err := b.marshal()
		if err != nil {
			return nil, err
		}
		name, _, err := t.doc.Add("", "customXml/item%d.xml", office+"/customXml", ".xml application/xml", binding)
		if err != nil {
			return nil, err
		}
		if _, _, err = t.doc.Add(name, "customXml/itemProps%d.xml", office+"/customXmlProps", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml", []byte(xml.Header+bindingProps)); err != nil {
			return nil, err
		}
	}
	return t.doc.Bytes()
}

// placed notes of each number the sentence, or the row and the column, that it stands in now that the document is whole.
func placed(content []byte) ([]byte, error) {
	d, err := Open(content, nil)
	if err != nil {
		return nil, err
	}
	for _, p := range d.read {
		for _, m := range p.marks {
			if m.control < 0 {
				continue
			}
			no := d.held[m.control].number.No
			if i := slices.IndexFunc(d.Uses, func(u Use) bool { return u.No == no }); i >= 0 {
				d.Uses[i].Where = d.sentence(p, m.at)
			}
		}
	}
	binding, err := d.marshal()
	if err != nil {
		return nil, err
	}
	d.word.PutPart(d.part, binding)
	return d.word.Bytes()
}

package report

import (
	"fmt"
	"io"
	"strings"

	"tdkt/charts/ooxml"
)

// Write writes a report as a Word document.
func Write(w io.Writer, in Input) error {
	p, body, err := compose(in)
	if err != nil {
		return err
	}
	binding, err := p.bound.marshal()
	if err != nil {
		return err
	}
	title := in.Kind.Title.In(in.Lang) + " " + in.filled(in.Kind.Subtitle)
	content, err := ooxml.Pack(documentParts(body, binding, title, in.Lang, p.charts))
	if err != nil {
		return err
	}
	_, err = w.Write(content)
	return err
}

// Bind gives what a report would bind, without writing it.
func Bind(in Input) (Binding, error) {
	p, _, err := compose(in)
	if err != nil {
		return Binding{}, err
	}
	return p.bound, nil
}

func compose(in Input) (p *writer, body string, err error) {
	if err := in.check(); err != nil {
		return nil, "", err
	}
	c := newComposer(in)
	blocks, err := c.compose()
	if err != nil {
		return nil, "", err
	}
	p = &writer{lang: in.Lang, bound: Binding{Build: c.build, Lang: in.Lang, Kind: boundKind(in.Kind), Period: in.Period.String(), Compare: in.Compare.String(), Focus: in.Focus.String()}}
	body, err = p.body(blocks)
	return p, body, err
}

// The paper: A4, margins of 20 mm above, below and right and 30 mm left (Decree 30/2020/NĐ-CP, annex I), in twentieths of a point.
const (
	paperWidth, paperHeight = 11906, 16838
	marginSide, marginLeft  = 1134, 1701
	textWidth               = paperWidth - marginSide - marginLeft
	textWidthLandscape      = paperHeight - marginSide - marginLeft
)

// writer writes blocks as WordprocessingML and notes what it binds.
type writer struct {
	strings.Builder
	lang       string
	bound      Binding
	controls   int // ids of content controls
	landscape  bool
	sections   int    // that have ended
	where      string // what the numbers being written stand in, in words
	breakNext  bool   // the next annex begins a page
	charts     []drawnChart
	firstFrame int    // ids of frames follow it
	dress      *dress // of a template; nil for our own document
	broken     error  // what a template had that could not be read
	strong     bool   // all letters of a template's paragraph being written are bold
	base       string // w:rPr of the letters of a template's paragraph being written
}

func (w *writer) f(format string, args ...any) { fmt.Fprintf(w, format, args...) }

// body writes all blocks; a turn of the paper ends a section.
func (w *writer) body(blocks []Block) (string, error) {
	for i, b := range blocks {
		switch {
		case w.dress != nil && (b.Turn != NoTurn || b.Frame != nil || b.Style == AnnexOf): // a template has its own paper and head
		case b.Turn != NoTurn:
			if i > 0 {
				// as low as can be, so that it never takes a page for itself
				w.f(`<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>%s</w:pPr></w:p>`, w.section(w.landscape))
			}
			w.landscape = b.Turn == ToLandscape
			w.breakNext = false
		case b.Table != nil:
			w.table(*b.Table)
		case b.Frame != nil:
			w.frame(*b.Frame)
		case b.Chart != nil:
			if err := w.chart(*b.Chart); err != nil {
				return "", err
			}
		default:
			w.paragraph(b)
		}
	}
	if w.dress != nil {
		return w.String(), nil
	}
	return w.String() + w.section(w.landscape), nil
}

// section is how the paper of the section that ends lies. The first page of the first has no page number.
func (w *writer) section(landscape bool) string {
	size := fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="567" w:footer="567" w:gutter="0"/>`,
		paperWidth, paperHeight, marginSide, marginSide, marginSide, marginLeft)
	first := ""
	if w.sections == 0 {
		first = `<w:titlePg/>`
	}
	w.sections++
	if landscape {
		size = fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="567" w:footer="567" w:gutter="0"/>`,
			paperHeight, paperWidth, marginSide, marginSide, marginSide, marginLeft)
	}
	return `<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:headerReference w:type="first" r:id="rIdFirst"/>` + size + first + `</w:sectPr>`
}

func (w *writer) paragraph(b Block) {
	text := textOf(b.Spans)
	if text == "" {
		return
	}
	if w.dress != nil && b.Style == Item { // its list may look otherwise, or there is none
		b.Spans = append(words("- "), b.Spans...)
	}
	w.where = ""
	w.bound.literal(skeletonOf(b.Spans))
	before := ""
	if b.Keep {
		before = `<w:keepNext/>`
	}
	if b.Style == Annex {
		if w.breakNext {
			before = `<w:pageBreakBefore/>`
		}
		w.breakNext = true
	}
	if b.Place != "" {
		b.Spans = []Span{{Text: text, Place: b.Place}}
	}
	w.f(`<w:p>%s`, w.props(b.Style, before))
	w.spans(b.Spans, false)
	w.WriteString(`</w:p>`)
}

// spans writes runs and controls. Where a table is being written, numbers stand in w.where, else in their sentence.
func (w *writer) spans(all []Span, strong bool) {
	text, at := textOf(all), 0
	for _, s := range all {
		look := ""
		if s.Bold || strong || w.strong {
			look += `<w:b/>`
		}
		if s.Italic {
			look += `<w:i/>`
		}
		switch {
		case s.Number != nil:
			where := w.where
			if where == "" {
				where = sentenceAt(text, at)
			}
			w.number(*s.Number, s.Text, where, look)
		case s.Place != "":
			w.controls++
			look += `<w:highlight w:val="yellow"/>`
			w.f(`<w:sdt><w:sdtPr><w:alias w:val="%s"/><w:tag w:val="%s%s"/><w:id w:val="%d"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r>%s%s</w:r></w:sdtContent></w:sdt>`,
				map[string]string{"vi": "Ban viết", "en": "To be written"}[w.lang], placeTag, s.Place, w.id(), w.letters(look), wt(s.Text))
		case s.Line:
			w.WriteString(`<w:r><w:br/></w:r>`)
		case s.Text != "":
			w.f(`<w:r>%s%s</w:r>`, w.letters(look), wt(s.Text))
		}
		at += len(s.Text)
	}
}

// number writes a bound number: its tag carries which it is, its figure's key and its value, the binding all the rest. Where a
// program drops tags on saving the title is left, which names the number too. It looks as its paragraph does: some programs
// forget the look of what stands in a control of plain text.
func (w *writer) number(n Number, text, where, look string) {
	w.controls++
	u := w.bound.use(n, text, where)
	letters := ""
	if w.dress != nil { // there the paragraph alone does not tell the look
		letters = w.letters(look)
	}
	w.f(`<w:sdt><w:sdtPr>%[5]s<w:alias w:val="%[1]s%[2]d"/><w:tag w:val="%[3]s"/><w:id w:val="%[4]d"/><w:text/></w:sdtPr><w:sdtContent><w:r>%[5]s%[6]s</w:r></w:sdtContent></w:sdt>`,
		titleMark, u.No, escape(u.tag()), w.id(), letters, wt(text))
}

// id is that of the control being written.
func (w *writer) id() int { return w.firstFrame + w.controls }

func wt(text string) string { return `<w:t xml:space="preserve">` + escape(text) + `</w:t>` }

// textOf is the text of spans.
func textOf(all []Span) string {
	var b strings.Builder
	for _, s := range all {
		b.WriteString(s.Text)
	}
	return b.String()
}

// skeletonOf is the text of spans with a mark for each bound number.
func skeletonOf(all []Span) string {
	var b strings.Builder
	for _, s := range all {
		if s.Number != nil {
			b.WriteString(boundMark)
		} else {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

// table writes a table: its head repeats on every page, no row is cut in two.
func (w *writer) table(g Grid) {
	width, total := w.width(), 0
	for _, c := range g.Cols {
		total += c.Width
	}
	widths := make([]int, len(g.Cols))
	for i, c := range g.Cols {
		widths[i] = width * c.Width / total
	}
	w.f(`<w:tbl><w:tblPr>%s<w:tblW w:w="%d" w:type="dxa"/>%s<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>`, w.tableStyle(), width, w.tableLines())
	for _, n := range widths {
		w.f(`<w:gridCol w:w="%d"/>`, n)
	}
	w.WriteString(`</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, c := range g.Cols {
		w.bound.literal(c.Head)
		w.f(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p>%s<w:r>%s%s</w:r></w:p></w:tc>`,
			widths[i], w.props(Head, ""), w.letters(size(g.Small)), wt(c.Head))
	}
	w.WriteString(`</w:tr>`)
	for i, r := range g.Rows {
		w.row(g, r, widths, (len(g.Rows) <= wholeRows || i >= len(g.Rows)-keptRows || len(r.Cells) == 1) && (g.Note != "" || i < len(g.Rows)-1))
	}
	w.WriteString(`</w:tbl>`)
}

func size(small bool) string {
	if small {
		return `<w:sz w:val="17"/><w:szCs w:val="17"/>`
	}
	return ""
}

// softHyphen says where a long word of a head may be parted.
const softHyphen = "\u00ad"

// wholeRows is how many rows a table has at most that is not parted by the end of a page.
const wholeRows = 12

// keptRows is how many rows at the end of a table stay together, so that no total stands alone on a page.
const keptRows = 3

// row writes a row, kept with what follows where that is asked.
func (w *writer) row(g Grid, r Row, widths []int, kept bool) {
	w.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	label := textOf(r.Cells[0])
	for i, cell := range r.Cells {
		span := ""
		width := widths[i]
		if len(r.Cells) == 1 && len(widths) > 1 {
			span, width = fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, len(widths)), 0
			for _, n := range widths {
				width += n
			}
		}
		look := ""
		if kept {
			look = `<w:keepNext/>`
		}
		if !g.Cols[i].Words {
			look += `<w:jc w:val="right"/>`
		}
		w.where = label
		if i > 0 {
			w.where = label + " | " + strings.ReplaceAll(g.Cols[i].Head, softHyphen, "")
		}
		w.bound.literal(skeletonOf(cell))
		w.f(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s<w:vAlign w:val="center"/></w:tcPr><w:p>%s`, width, span, w.props(cellStyle(g, r.Bold || span != ""), look))
		w.spans(cell, false)
		w.WriteString(`</w:p></w:tc>`)
	}
	w.WriteString(`</w:tr>`)
}

// denseCols is how many columns a table has at most without still smaller letters.
const denseCols = 12

// cellStyle is the style of a table's cells.
func cellStyle(g Grid, strong bool) Style {
	s := Cell
	switch {
	case len(g.Cols) > denseCols:
		s += "Dense"
	case g.Small:
		s += "Small"
	}
	if strong {
		s += "Bold"
	}
	return s
}

// frame writes what stands side by side.
func (w *writer) frame(f Frame) {
	left := textWidth * f.LeftShare / 100
	w.f(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="%d"/><w:gridCol w:w="%d"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>`,
		textWidth, left, textWidth-left)
	side := func(width int, paragraphs [][]Span, plain bool) {
		w.f(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, width)
		for _, p := range paragraphs {
			w.where = ""
			w.bound.literal(skeletonOf(p))
			switch {
			case len(p) == 1 && p[0] == (Span{}): // a rule below the line before, a third as wide
				w.f(`<w:p><w:pPr><w:pStyle w:val="TdktFrame"/><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:before="60" w:after="0" w:line="120" w:lineRule="exact"/><w:ind w:left="%d" w:right="%d"/></w:pPr></w:p>`, width/3, width/3)
			default:
				align := `<w:jc w:val="center"/>`
				if plain {
					align = `<w:jc w:val="left"/>`
				}
				w.f(`<w:p><w:pPr><w:pStyle w:val="TdktFrame"/>%s</w:pPr>`, align)
				w.spans(p, false)
				w.WriteString(`</w:p>`)
			}
		}
		w.WriteString(`</w:tc>`)
	}
	side(left, f.Left, f.TopLeft)
	side(textWidth-left, f.Right, false)
	w.WriteString(`</w:tr></w:tbl>`)
}

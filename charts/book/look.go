package book

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/charts"
)

const font = "Times New Roman"

// style names a look of a cell; equal ones share one style of the workbook.
type style struct {
	kind   kind
	role   role
	indent bool
}

type role int

const (
	body   role = iota
	bold        // totals and what is told most
	band        // a heading over rows
	header      // of a column
	title
	line3 // the question and what is counted, under the title
	note
	link
)

func (b *book) style(k style) (int, error) {
	if id, ok := b.styles[k]; ok {
		return id, nil
	}
	look := charts.Colours()
	s := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: 11, Color: hex(look.Ink)},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: k.kind == text},
	}
	if k.kind != text {
		s.Alignment.Horizontal = "right"
	}
	form := ""
	switch k.kind {
	case count:
		s.NumFmt = 3 // #,##0 in the reader's own marks
	case share:
		s.NumFmt = 10 // 0.00%
	case change:
		form = "+#,##0;-#,##0;0"
	case rise:
		form = "+0.00%;-0.00%;0.00%"
	case day:
		form = map[string]string{"vi": "dd/mm/yyyy", "en": "yyyy-mm-dd"}[b.c.in.Lang]
	}
	if form != "" {
		s.CustomNumFmt = &form
	}
	b.dress(s, k, look)
	id, err := b.NewStyle(s)
	if err == nil {
		b.styles[k] = id
	}
	return id, err
}

// dress gives a style the look of its role.
func (b *book) dress(s *excelize.Style, k style, look charts.Palette) {
	line := func(side, colour string, weight int) excelize.Border {
		return excelize.Border{Type: side, Color: hex(colour), Style: weight}
	}
	fill := func(colour string) {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{hex(colour)}}
	}
	switch k.role {
	case body:
		s.Border = []excelize.Border{line("bottom", look.Line, 1)}
	case bold:
		s.Font.Bold = true
		s.Border = []excelize.Border{line("top", look.Ink, 1), line("bottom", look.Ink, 1)}
	case band:
		s.Font.Bold, s.Font.Color, s.Alignment.WrapText = true, hex(look.Accent), false
		fill(look.Pale)
	case header:
		s.Font.Bold, s.Font.Size = true, 10
		s.Alignment.Horizontal, s.Alignment.Vertical = "center", "center"
		fill(look.Pale)
		s.Border = []excelize.Border{line("top", look.Ink, 1), line("bottom", look.Ink, 2), line("left", look.Line, 1), line("right", look.Line, 1)}
	case title:
		s.Font.Bold, s.Font.Size = true, 15
	case line3:
		s.Font.Color, s.Font.Size, s.Alignment.Vertical = hex(look.Quiet), 11, "top"
	case note:
		s.Font.Color, s.Font.Size, s.Font.Italic, s.Alignment.Vertical = hex(look.Quiet), 10, true, "top"
	case link:
		s.Font.Color, s.Font.Underline = hex(look.Accent), "single"
		s.Border = []excelize.Border{line("bottom", look.Line, 1)}
	}
	if k.indent {
		s.Alignment.Indent, s.Alignment.Horizontal = 1, "left"
	}
}

func hex(colour string) string { return strings.TrimPrefix(colour, "#") }

// The paper: how many characters of columns can still be read on a page of A4, upright and on its side.
const (
	uprightRoom = 116.0
	a4          = 9
)

// paper sets a page of A4 that the sheet fits by its width, the head of the table on each; a picture takes one page.
func (b *book) paper(s *sheet) error {
	size, side, wide, tall, fit := a4, "landscape", 1, 0, true
	if s.picture != nil {
		tall = 1
	}
	if s.width() <= uprightRoom || s.picture != nil && len(s.rows) > 8 {
		side = "portrait"
	}
	if one, err := b.onePage(s, side); err != nil {
		return err
	} else if one {
		tall = 1
	}
	if err := b.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &side, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	if err := b.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	edge, foot, middle := 0.5, 0.7, true
	if err := b.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &edge, Right: &edge, Top: &foot, Bottom: &foot, Horizontally: &middle}); err != nil {
		return err
	}
	if s.picture == nil && len(s.rows) > 0 {
		titles := fmt.Sprintf("'%s'!$%d:$%d", s.name, s.head, s.head)
		if err := b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: s.name}); err != nil {
			return err
		}
	}
	c := b.c
	return b.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddHeader: "&L&9" + plain(c.board()) + "&R&9" + plain(c.say("book.title.contents", yearText(c.in.Year))),
		OddFooter: "&L&9" + plain(c.say("book.foot", c.build())) + "&C&9&A&R&9" + plain(c.say("sheet.page")) + " &P/&N",
	})
}

// onePage tells that a little smaller letters bring a sheet onto one page, so that no page holds its notes alone.
func (b *book) onePage(s *sheet, side string) (bool, error) {
	const (
		character = 5.6 // points of a character of a column
		smaller   = 1.35
	)
	wide, high := 523.0, 740.0 // points of A4 upright within its edges
	if side == "landscape" {
		wide, high = 770, 490
	}
	height := 0.0
	for row := 1; row <= s.next()+1+len(s.notes); row++ {
		h, err := b.GetRowHeight(s.name, row)
		if err != nil {
			return false, err
		}
		height += h
	}
	return height*wide/(s.width()*character) <= high*smaller, nil
}

// plain is a text in a header or footer, where & begins a code, and a digit after a size would be read into it.
func plain(text string) string {
	text = strings.ReplaceAll(text, "&", "&&")
	if text != "" && text[0] >= '0' && text[0] <= '9' {
		return " " + text
	}
	return text
}

func (s *sheet) width() (n float64) {
	for _, col := range s.cols {
		n += col.width
	}
	return n
}

package book

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/charts"
)

const font = "Times New Roman"

// Sizes of letters on the screen, and the smallest that a page may make of them.
const (
	usual    = 11.0
	smallest = 8.0
)

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
	listed // a link in a table
)

func (b *book) style(k style) (int, error) {
	if id, ok := b.styles[k]; ok {
		return id, nil
	}
	look := charts.Colours()
	s := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: usual, Color: hex(look.Ink)},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: k.kind == text},
	}
	if k.kind != text {
		s.Alignment.Horizontal = "right"
	}
	if form := numberForm(b.c.in.Lang, k.kind); form != "" {
		s.CustomNumFmt = &form
	}
	b.dress(s, k, look)
	id, err := b.NewStyle(s)
	if err == nil {
		b.styles[k] = id
	}
	return id, err
}

// numberForm is how a number is written in a language, whatever the language of the program that shows it: 1.234 and 12,34 %, or 1,234 and
// 12.34%. (LibreOffice takes the marks of the language; Excel has those of the computer.)
func numberForm(lang string, k kind) string {
	percent := map[string]string{"vi": "0.00\\\u00a0%", "en": "0.00%"}[lang]
	form := ""
	switch k {
	case count:
		form = "#,##0"
	case share:
		form = percent
	case change:
		form = "+#,##0;-#,##0;0"
	case rise:
		form = "+" + percent + ";-" + percent + ";" + percent
	case day:
		return map[string]string{"vi": "dd/mm/yyyy", "en": "yyyy-mm-dd"}[lang]
	case text:
		return ""
	}
	return inLanguage(lang, form)
}

// inLanguage puts the language before each part of a form of numbers.
func inLanguage(lang, form string) string {
	mark := map[string]string{"vi": "[$-42A]", "en": "[$-409]"}[lang]
	return mark + strings.ReplaceAll(form, ";", ";"+mark)
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
		s.Font.Bold, s.Alignment.Horizontal = true, "center"
		fill(look.Pale)
		s.Border = []excelize.Border{line("top", look.Ink, 1), line("bottom", look.Ink, 2), line("left", look.Line, 1), line("right", look.Line, 1)}
	case title:
		s.Font.Bold, s.Font.Size = true, 15
	case line3:
		s.Font.Color, s.Alignment.Vertical = hex(look.Quiet), "top"
	case note:
		s.Font.Color, s.Font.Italic, s.Alignment.Vertical = hex(look.Quiet), true, "top"
	case link: // over the cells beside it, however narrow its own is
		s.Font.Color, s.Font.Underline, s.Alignment.WrapText = hex(look.Accent), "single", false
	case listed:
		s.Font.Color, s.Font.Underline = hex(look.Accent), "single"
		s.Border = []excelize.Border{line("bottom", look.Line, 1)}
	}
	if k.indent {
		s.Alignment.Indent, s.Alignment.Horizontal = 1, "left"
	}
}

func hex(colour string) string { return strings.TrimPrefix(colour, "#") }

// A page of A4 and its edges, in points.
const (
	a4                   = 9
	a4Short, a4Long      = 595.3, 841.9
	besideEdge, overEdge = 0.4 * 72, 0.7 * 72
)

// paper sets a page of A4 that the sheet fits by its width, the head of the table on each; a picture takes one page.
func (b *book) paper(s *sheet) error {
	side, whole, err := b.fit(s)
	if err != nil {
		return err
	}
	size, wide, tall, fit := a4, 1, 0, true
	if whole || s.picture != nil {
		tall = 1
	}
	if err := b.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &side, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	if err := b.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	beside, over, middle := besideEdge/72, overEdge/72, true
	if err := b.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &beside, Right: &beside, Top: &over, Bottom: &over, Horizontally: &middle}); err != nil {
		return err
	}
	if s.picture == nil && len(s.rows) > 0 {
		titles := fmt.Sprintf("'%s'!$%d:$%d", s.name, s.head, s.head)
		if err := b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: s.name}); err != nil {
			return err
		}
	}
	if s.printed > 0 {
		last, _ := excelize.ColumnNumberToName(len(s.cols)) // columns are few
		area := fmt.Sprintf("'%s'!$A$1:$%s$%d", s.name, last, s.lastPrinted())
		if err := b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: s.name}); err != nil {
			return err
		}
	}
	c, scaled := b.c, false
	return b.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		ScaleWithDoc: &scaled,
		OddHeader:    "&L&9" + plain(c.board()) + "&R&9" + plain(c.say("book.title.contents", yearText(c.in.Year))),
		OddFooter:    "&L&9" + plain(c.say("book.foot", c.build())) + "&C&9&A&R&9" + plain(c.say("sheet.page")) + " &P/&N",
	})
}

// lastPrinted is the last row that is printed.
func (s *sheet) lastPrinted() int {
	if s.printed > 0 {
		return s.head + s.printed
	}
	return s.next() + 1 + len(s.notes)
}

// fit chooses the side of the paper: lying where the whole sheet is on one page so, unless its letters are much larger upright; where it
// is on one page in no way that can be read, upright if its width allows and else lying, on as many pages as it takes.
func (b *book) fit(s *sheet) (side string, whole bool, err error) {
	const character = 5.6 // points of a character of a column
	width, height := s.width()*character, 0.0
	rows := make([]float64, s.lastPrinted())
	for i := range rows {
		if rows[i], err = b.GetRowHeight(s.name, i+1); err != nil {
			return "", false, err
		}
		height += rows[i]
	}
	least := smallest / usual
	upright := (a4Short - 2*besideEdge) / width
	scale := func(wide, high float64) float64 { return min(1, (wide-2*besideEdge)/width, (high-2*overEdge)/height) }
	standing, lying := scale(a4Short, a4Long), scale(a4Long, a4Short)
	switch {
	case lying >= least && standing < 1.1*lying:
		return "landscape", true, nil
	case standing >= least:
		return "portrait", true, nil
	case upright >= least:
		return "portrait", false, b.spread(s, rows, (a4Long-2*overEdge)/min(1, upright))
	}
	return "landscape", false, b.spread(s, rows, (a4Short-2*overEdge)*max(1, width/(a4Long-2*besideEdge)))
}

// spread makes the rows of a table on several pages of a height higher where the last page would hold hardly more than notes; the more
// pages, the less is needed for that.
func (b *book) spread(s *sheet, rows []float64, page float64) error {
	const airy, few = 0.2, 3
	page *= 1.02 // programs differ by as much in what a page holds
	onLast, pages, used := 0, 1, 0.0
	for i, h := range rows {
		if used += h; used > page {
			used, onLast, pages = rows[s.head-1]+h, 0, pages+1
		}
		if i >= s.head && i < s.head+len(s.rows) {
			onLast++
		}
	}
	if onLast >= few || pages == 1 {
		return nil
	}
	for i := range min(len(s.rows), len(rows)-s.head) { // a list of sources is printed in part
		if err := b.SetRowHeight(s.name, s.head+1+i, rows[s.head+i]*(1+airy/float64(pages-1))); err != nil {
			return err
		}
	}
	return nil
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

package charts

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// cellLook names a look of a cell of an empty form; equal ones share one style.
type cellLook struct {
	role         cellRole
	middle, bold bool
	open         bool // may be written into
	text         bool // what is typed stays as it is typed
	count        bool
}

type cellRole int

const (
	cellBody cellRole = iota
	cellColumn
	cellClosed
	cellTitle
	cellHead
	cellMark
	cellAsk
	cellGuide
	cellSection
)

// The colours of checks: of a fault, and of what is to be looked at.
const (
	colourFault = "F4B6B0"
	colourHint  = "FFE9A8"
	colourOpen  = "FFFFFF"
)

const templateFont = "Times New Roman"

func (b *templateBook) style(k cellLook) (int, error) {
	if id, ok := b.styles[k]; ok {
		return id, nil
	}
	st := &excelize.Style{
		Font:       &excelize.Font{Family: templateFont, Size: 11, Color: hex(b.look.Ink), Bold: k.bold},
		Alignment:  &excelize.Alignment{Vertical: "center", WrapText: true},
		Protection: &excelize.Protection{Locked: !k.open},
	}
	if k.middle {
		st.Alignment.Horizontal = "center"
	}
	if k.text {
		st.NumFmt = 49 // text: a day stays as it was typed
	}
	if k.count {
		st.NumFmt = 3 // #,##0
	}
	fill := func(colour string) { st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}} }
	lined := func() {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			st.Border = append(st.Border, excelize.Border{Type: side, Color: "808080", Style: 1})
		}
	}
	switch k.role {
	case cellBody:
		lined()
		if k.open {
			fill(colourOpen)
		} else {
			fill(hex(b.look.Ground))
		}
	case cellColumn:
		lined()
		fill(hex(b.look.Pale))
	case cellClosed:
		lined()
		fill(hex(b.look.Unknown))
	case cellTitle:
		st.Font.Size = 14
	case cellMark:
		st.Font.Size, st.Font.Color, st.Alignment.WrapText = 8, hex(b.look.Quiet), false
	case cellAsk:
		st.Font.Italic, st.Alignment.Horizontal = true, "right"
	case cellSection:
		st.Font.Size, st.Alignment.WrapText = 12, false
	case cellGuide:
		st.Alignment.Vertical = "top"
	}
	id, err := b.NewStyle(st)
	if err == nil {
		b.styles[k] = id
	}
	return id, err
}

// onePage is how many characters of columns an A4 page on its side holds in letters that can still be read.
const onePage = 225.0

// paperAndPanes sets A4 on its side with the header on each page, and keeps header and labels in sight.
func (s *templateSheet) paperAndPanes() error {
	labels, pages, sheet, first := s.labels(), s.pages(), s.f.Sheet, s.first()
	err := s.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: labels, YSplit: first - 1, TopLeftCell: at(labels+1, first), ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: at(labels+1, first), ActiveCell: at(labels+1, first), Pane: "bottomRight"}}})
	if err != nil {
		return err
	}
	a4, tall, fit, side := 9, 0, true, "landscape"
	if err := s.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &side, FitToWidth: &pages, FitToHeight: &tall}); err != nil {
		return err
	}
	if err := s.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	titles := fmt.Sprintf("'%s'!$%d:$%d", sheet, rowHead, first-1)
	if pages > 1 {
		last, err := excelize.ColumnNumberToName(labels)
		if err != nil {
			return err
		}
		titles = fmt.Sprintf("'%s'!$A:$%s,%s", sheet, last, titles)
	}
	if err := s.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: sheet}); err != nil {
		return err
	}
	edge := 0.4
	if err := s.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &edge, Right: &edge, Top: &edge, Bottom: &edge}); err != nil {
		return err
	}
	return s.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C&8&A&R&8&P/&N"})
}

// writeGuide writes the sheet Hướng dẫn.
func (b *templateBook) writeGuide() error {
	if _, err := b.NewSheet(GuideSheet); err != nil {
		return err
	}
	put := func(row int, col string, text string, k cellLook) error {
		id, err := b.style(k)
		if err != nil {
			return err
		}
		cell := fmt.Sprintf("%s%d", col, row)
		if err := b.SetCellStyle(GuideSheet, cell, cell, id); err != nil {
			return err
		}
		return b.SetCellStr(GuideSheet, cell, text)
	}
	for i, width := range []float64{34, 96} {
		col := string(rune('A' + i))
		if err := b.SetColWidth(GuideSheet, col, col, width); err != nil {
			return err
		}
	}
	if err := put(1, "A", GuideSheet, cellLook{role: cellTitle, bold: true}); err != nil {
		return err
	}
	row := 2
	for _, block := range b.t.Guide {
		row++
		if err := put(row, "A", block.Heading, cellLook{role: cellSection, bold: true}); err != nil {
			return err
		}
		for _, line := range block.Rows {
			row++
			for i, col := range []string{"A", "B"} {
				if err := put(row, col, line[i], cellLook{role: cellGuide}); err != nil {
					return err
				}
			}
			tall, right := linesOf([]any{line[0]}, func(int) float64 { return 28 }), 0
			for part := range strings.SplitSeq(line[1], "\n") {
				right += linesOf([]any{part}, func(int) float64 { return 88 })
			}
			tall = max(tall, right)
			if err := b.SetRowHeight(GuideSheet, row, 15.5*float64(tall)+3); err != nil {
				return err
			}
		}
		row++
	}
	a4, wide, tall, fit, up := 9, 1, 0, true, "portrait"
	if err := b.SetPageLayout(GuideSheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &up, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	if err := b.SetSheetProps(GuideSheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return b.protect(GuideSheet)
}

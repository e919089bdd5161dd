package forms

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// style names a look of a cell; equal ones share one style of the workbook.
type style struct {
	size                               float64
	bold, italic, middle, right, lined bool
	top                                bool // text begins at the top
	count, share                       bool
	grey                               bool
}

const font = "Times New Roman"

func (b *book) style(k style) (int, error) {
	if id, ok := b.styles[k]; ok {
		return id, nil
	}
	st := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: k.size, Bold: k.bold, Italic: k.italic},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: !k.count && !k.share},
	}
	switch {
	case k.middle:
		st.Alignment.Horizontal = "center"
	case k.right:
		st.Alignment.Horizontal = "right"
	}
	if k.top {
		st.Alignment.Vertical = "top"
	}
	if k.count {
		st.NumFmt = 3 // #,##0 in the reader's own marks
	}
	if k.share {
		st.NumFmt = 10 // 0.00%
	}
	if k.grey {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"D9D9D9"}}
	}
	if k.lined {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			st.Border = append(st.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
		}
	}
	id, err := b.NewStyle(st)
	if err == nil {
		b.styles[k] = id
	}
	return id, err
}

// across writes a text over some columns and rows.
func (b *book) across(sheet string, row, from, rows, to int, text string, k style) error {
	id, err := b.style(k)
	if err != nil {
		return err
	}
	a, z := cellName(from, row), cellName(to, row+rows-1)
	if err := b.SetCellStyle(sheet, a, z, id); err != nil {
		return err
	}
	if a != z {
		if err := b.MergeCell(sheet, a, z); err != nil {
			return err
		}
	}
	if text == "" {
		return nil
	}
	return b.SetCellStr(sheet, a, text)
}

// The paper: how many characters of columns can still be read on a page of A4, upright and on its side.
const (
	uprightRoom = 110.0
	sideRoom    = 225.0
	a4, a3      = 9, 8
)

// paper sets a page that the form fits by its width, with its header on each; pages is how many it may take, 0 any.
func (b *book) paper(sheet string, width float64, pages, top, bottom int) error {
	size, side := a4, "landscape"
	switch {
	case width <= uprightRoom:
		side = "portrait"
	case width > sideRoom:
		size = a3
	}
	wide, fit := 1, true
	if err := b.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &side, FitToWidth: &wide, FitToHeight: &pages}); err != nil {
		return err
	}
	if err := b.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	edge, middle := 0.5, true
	if err := b.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &edge, Right: &edge, Top: &edge, Bottom: &edge, Horizontally: &middle}); err != nil {
		return err
	}
	titles := fmt.Sprintf("'%s'!$%d:$%d", sheet, top, bottom)
	if err := b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: sheet}); err != nil {
		return err
	}
	return b.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C&8&A&R&8&P/&N"})
}

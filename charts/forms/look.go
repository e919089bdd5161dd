package forms

import (
	"github.com/xuri/excelize/v2"
)

// style names a look of a cell; equal ones share one style of the workbook.
type style struct {
	size                               float64
	bold, italic, middle, right, lined bool
	top                                bool // text begins at the top
	count, share                       bool
	grey                               bool
	indent                             int
}

const font = "Times New Roman"

// A form is in Vietnamese, and so are its numbers wherever it is printed: 1.234 and 12,34%; _) keeps them off the line at their right.
const (
	countFormat = "[$-42A]#,##0_)"
	shareFormat = "[$-42A]0.00%_)"
)

func (b *book) style(k style) (int, error) {
	if id, ok := b.styles[k]; ok {
		return id, nil
	}
	st := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: k.size, Bold: k.bold, Italic: k.italic},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: !k.count && !k.share, Indent: k.indent},
	}
	switch {
	case k.middle:
		st.Alignment.Horizontal = "center"
	case k.right:
		st.Alignment.Horizontal = "right"
	}
	if k.indent > 0 {
		st.Alignment.Horizontal = "left"
	}
	if k.top {
		st.Alignment.Vertical = "top"
	}
	if k.count || k.share {
		form := countFormat
		if k.share {
			form = shareFormat
		}
		st.CustomNumFmt = &form
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

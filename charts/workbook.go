package charts

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"tdkt/charts/ooxml"
	"tdkt/queries/table"
)

// Workbook writes so-lieu.xlsx: the figures of the dashboard in sheets to print and work with.
func Workbook(w io.Writer, in Input) error {
	f, err := gather(in)
	if err != nil {
		return err
	}
	listed, err := listSheets(in)
	if err != nil {
		return err
	}
	sheets := append(figureSheets(in, f), listed...)
	x := excelize.NewFile()
	defer func() { _ = x.Close() }() // nothing of it is on disk
	b := &book{File: x, in: in, look: theLook()}
	if err := b.write(f, sheets); err != nil {
		return fmt.Errorf("charts: workbook: %w", err)
	}
	raw, err := x.WriteToBuffer()
	if err != nil {
		return fmt.Errorf("charts: workbook: %w", err)
	}
	out, err := ooxml.Normalise(raw.Bytes())
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

// sheet is one table of the workbook. Cells are string, int64, ratio, table.Date or nil (blank).
type sheet struct {
	Name, Title, Note string
	Head              []string
	Rows              [][]any
	Foot              []any // totals, kept out of the filter; nil for none
}

// ratio is a part of one, shown as a percentage.
type ratio float64

// headRow is the row of the column heads; the first row of figures follows.
const headRow = 5

// book is the workbook being written.
type book struct {
	*excelize.File
	in     Input
	look   look
	styles map[styleKey]int
}

func (b *book) write(f figures, sheets []sheet) error {
	cover, charts := b.in.say("sheet.cover"), b.in.say("sheet.charts")
	if err := b.SetSheetName("Sheet1", cover); err != nil {
		return err
	}
	if _, err := b.NewSheet(charts); err != nil {
		return err
	}
	for _, s := range sheets {
		if _, err := b.NewSheet(s.Name); err != nil {
			return err
		}
		if err := b.writeSheet(s); err != nil {
			return fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	if err := b.writeCharts(f); err != nil {
		return fmt.Errorf("sheet %s: %w", charts, err)
	}
	if err := b.writeCover(f, sheets); err != nil {
		return fmt.Errorf("sheet %s: %w", cover, err)
	}
	b.SetActiveSheet(0)
	return b.SetDocProps(&excelize.DocProperties{Creator: "tdkt", LastModifiedBy: "tdkt", Title: b.in.say("sheet.title"),
		Description: f.Build, Language: b.in.Lang, Created: "1980-01-01T00:00:00Z", Modified: "1980-01-01T00:00:00Z"})
}

// put writes one cell in a style. Text goes in as text, so that a name like =1+1 is never a formula.
func (b *book) put(sheet string, col, row int, v any, k styleKey) error {
	cell, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return err
	}
	switch v := v.(type) {
	case nil:
	case string:
		err = b.SetCellStr(sheet, cell, v)
	case int64:
		k.format = formatInt
		err = b.SetCellInt(sheet, cell, v)
	case ratio:
		k.format = formatShare
		err = b.SetCellFloat(sheet, cell, float64(v), -1, 64)
	case table.Date:
		k.format = formatDate
		err = b.SetCellValue(sheet, cell, v.Time())
	default:
		err = fmt.Errorf("cell %s: %T is no kind of cell", cell, v)
	}
	if err != nil {
		return err
	}
	id, err := b.style(k)
	if err != nil {
		return err
	}
	if err := b.tallRow(sheet, row, k); err != nil {
		return err
	}
	return b.SetCellStyle(sheet, cell, cell, id)
}

// writeSheet writes title, note, head, rows and foot, and sets the sheet up for reading and paper.
func (b *book) writeSheet(s sheet) error {
	if err := b.heading(s.Name, s.Title, s.Note); err != nil {
		return err
	}
	for c, h := range s.Head {
		if err := b.put(s.Name, c+1, headRow, h, styleKey{role: roleHead, right: columnIsNumeric(s.Rows, c)}); err != nil {
			return err
		}
	}
	rows := s.Rows
	if s.Foot != nil {
		rows = append(rows[:len(rows):len(rows)], s.Foot)
	}
	widths := make([]float64, len(s.Head))
	for c := range widths {
		widths[c] = widthOf(s, c)
	}
	for r, row := range rows {
		role := roleCell
		if r == len(s.Rows) {
			role = roleFoot
		}
		for c, v := range row {
			if err := b.put(s.Name, c+1, headRow+1+r, v, styleKey{role: role}); err != nil {
				return err
			}
		}
		if lines := linesOf(row, func(c int) float64 { return widths[c] }); lines > 1 {
			if err := b.SetRowHeight(s.Name, headRow+1+r, float64(lines)*13+2); err != nil {
				return err
			}
		}
	}
	return b.setUp(s, widths)
}

// heading is the first rows of every sheet: a way back, the title, what is counted.
func (b *book) heading(name, title, note string) error {
	if err := b.put(name, 1, 1, b.in.say("sheet.back"), styleKey{role: roleLink}); err != nil {
		return err
	}
	if err := b.SetCellHyperLink(name, "A1", "'"+b.in.say("sheet.cover")+"'!A1", "Location"); err != nil {
		return err
	}
	if err := b.put(name, 1, 2, title, styleKey{role: roleTitle}); err != nil {
		return err
	}
	return b.put(name, 1, 3, note, styleKey{role: roleNote})
}

// columnIsNumeric tells whether a column holds numbers, so that its head stands over them.
func columnIsNumeric(rows [][]any, c int) bool {
	for _, r := range rows {
		switch r[c].(type) {
		case int64, ratio:
			return true
		case string:
			return false
		}
	}
	return false
}

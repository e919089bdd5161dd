package format

import (
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"tdkt/queries/table"
)

// The limits of a worksheet.
const (
	maxSheetRows    = 1048576
	maxSheetColumns = 16384
	maxCellText     = 32767 // UTF-16 units
	maxSheetInt     = 999999999999999
)

// writeXLSX writes one sheet: bold frozen titles, then the rows. A whole number that a
// worksheet would round (over 15 digits) is written as text.
func writeXLSX(w io.Writer, t table.Table, o Options) (err error) {
	if len(t.Rows)+1 > maxSheetRows || len(t.Columns) > maxSheetColumns {
		return fmt.Errorf("xlsx: %d rows and %d columns; a sheet holds %d and %d, take csv or parquet",
			len(t.Rows), len(t.Columns), maxSheetRows-1, maxSheetColumns)
	}
	f := excelize.NewFile()
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	sheet := sheetName(t)
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	s, err := stylesOf(f, t.Columns, o.Lang)
	if err != nil {
		return err
	}
	if err := fill(f, sheet, t, s, o.Lang); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	if err := noteSheet(f, t, o.Lang); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	_, err = f.WriteTo(w)
	return err
}

// noteSheet says on a second sheet what the figures are: title, source, what their years are, notes. Rows under the table would be
// taken for data.
func noteSheet(f *excelize.File, t table.Table, lang string) error {
	if t.Name == "" { // SQL written by hand has nothing to say
		return nil
	}
	name := table.Text{VI: "Ghi chú", EN: "Notes"}.In(lang)
	if _, err := f.NewSheet(name); err != nil {
		return err
	}
	for i, line := range append([]string{t.Title.In(lang), t.About.In(lang)}, t.Foot(lang)...) {
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := f.SetCellStr(name, at, line); err != nil {
			return err
		}
	}
	return f.SetColWidth(name, "A", "A", 120)
}

func sheetName(t table.Table) string {
	if t.Name == "" {
		return "sql"
	}
	return t.Name[:min(31, len(t.Name))]
}

type sheetStyles struct {
	head    int
	columns []int
}

func stylesOf(f *excelize.File, cols []table.Column, lang string) (s sheetStyles, err error) {
	s.head, err = f.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Bold: true},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "center", Horizontal: "center"},
		Border:    []excelize.Border{{Type: "bottom", Style: 1, Color: "000000"}},
	})
	if err != nil {
		return s, err
	}
	made := map[string]int{}
	for _, c := range cols {
		form := numberForm(c, lang)
		if _, ok := made[form]; !ok && form != "" {
			if made[form], err = f.NewStyle(&excelize.Style{CustomNumFmt: &form}); err != nil {
				return s, err
			}
		}
		s.columns = append(s.columns, made[form])
	}
	return s, nil
}

func numberForm(c table.Column, lang string) string {
	switch {
	case c.Kind == table.KindDate && lang == "en":
		return "yyyy-mm-dd"
	case c.Kind == table.KindDate:
		return "dd/mm/yyyy"
	case c.Share:
		return "0.00%"
	case c.Kind == table.KindInt && c.Unit != (table.Text{}):
		return "#,##0"
	}
	return ""
}

func fill(f *excelize.File, sheet string, t table.Table, s sheetStyles, lang string) error {
	sw, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	for i := range t.Columns {
		if err := sw.SetColWidth(i+1, i+1, columnWidth(t, i, lang)); err != nil {
			return err
		}
	}
	if err := sw.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = excelize.Cell{StyleID: s.head, Value: c.Title.In(lang)}
	}
	if err := sw.SetRow("A1", head); err != nil {
		return err
	}
	cells := make([]any, len(t.Columns))
	for r, row := range t.Rows {
		for c, v := range row {
			if cells[c], err = sheetCell(v, s.columns[c]); err != nil {
				return fmt.Errorf("row %d, column %s: %w", r+1, t.Columns[c].Name, err)
			}
		}
		at, err := excelize.CoordinatesToCellName(1, r+2)
		if err != nil {
			return err
		}
		if err := sw.SetRow(at, cells); err != nil {
			return err
		}
	}
	return sw.Flush()
}

// sheetCell is the value as the sheet holds it; nil leaves the cell out.
func sheetCell(v any, style int) (any, error) {
	switch x := v.(type) {
	case nil:
		return nil, nil
	case string:
		if n := len(utf16.Encode([]rune(x))); n > maxCellText {
			return nil, fmt.Errorf("a text of %d characters; a cell holds %d, take csv or parquet", n, maxCellText)
		}
	case int64:
		if x > maxSheetInt || x < -maxSheetInt {
			return table.Plain(v), nil
		}
	case float64:
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return table.Plain(v), nil
		}
	case table.Date:
		if x.Year < 1900 {
			return x.String(), nil // worksheets have no day before 1900
		}
		v = x.Time()
	}
	return excelize.Cell{StyleID: style, Value: v}, nil
}

// columnWidth fits the longest of the first rows, within reason.
func columnWidth(t table.Table, c int, lang string) float64 {
	widest := 10
	for _, line := range wrap(t.Columns[c].Title.In(lang), 18) {
		widest = max(widest, screen.StringWidth(line))
	}
	for _, row := range t.Rows[:min(200, len(t.Rows))] {
		widest = max(widest, screen.StringWidth(strings.TrimSpace(present(row[c], t.Columns[c], lang))))
	}
	return float64(min(widest, 60) + 2)
}

package grid

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// line reads a row, which may stand for many. Rows without a cell that shows something cost nothing, however many they are.
func (t *odsTable) line(x *pull, hidden bool) error {
	times := repeats(x.raw("number-rows-repeated"))
	row := Row{No: t.row + 1, Hidden: hidden || unseen(x) || t.styles.hides("table-row", x.attr("style-name"))}
	t.row = min(t.row+times, 2*maxRows)
	own := x.attr("default-cell-style-name")
	t.cells = t.cells[:0]
	col, merges := 0, len(t.sheet.Merges)
	err := x.children(func(name string) error {
		if name != "table-cell" && name != "covered-table-cell" {
			return nil
		}
		from := col + 1
		col = min(col+repeats(x.raw("number-columns-repeated")), 2*maxCols)
		if err := t.merge(x, row.No, from); err != nil {
			return err
		}
		cell, err := t.cell(x, own, from)
		if err != nil || blank(cell.Text) {
			return err
		}
		if col > maxCols {
			return unreadable("%s: row %d has too many cells", x.part, row.No)
		}
		for cell.Col = from; cell.Col <= col; cell.Col++ {
			t.cells = append(t.cells, cell)
		}
		return t.room.cell(x.part, cell.Text, col-from+1)
	})
	if err != nil {
		return err
	}
	return t.keep(x, row, times, t.sheet.Merges[merges:])
}

// keep adds the row at hand as often as it comes. The rows share their cells.
func (t *odsTable) keep(x *pull, row Row, times int, merges []Merge) error {
	last := row.No + times - 1
	if len(t.cells) > 0 && last > maxRows {
		return unreadable("%s: row %d", x.part, last)
	}
	for i := range t.cells {
		if err := t.room.cell(x.part, t.cells[i].Text, times-1); err != nil {
			return err
		}
	}
	if len(t.cells) == 0 { // where it is merged, nothing stands either
		return nil
	}
	if err := t.room.row(x.part, times); err != nil {
		return err
	}
	if err := t.room.merged(x.part, (times-1)*len(merges)); err != nil {
		return err
	}
	for i := 1; i < times; i++ {
		for _, m := range merges {
			t.sheet.Merges = append(t.sheet.Merges, Merge{m.R1 + i, m.C1, min(m.R2+i, maxRows), m.C2})
		}
	}
	row.Cells = slices.Clone(t.cells)
	for ; row.No <= last; row.No++ {
		t.sheet.Rows = append(t.sheet.Rows, row)
	}
	return nil
}

// merge notes the area of a cell that spans more than itself.
func (t *odsTable) merge(x *pull, row, col int) error {
	down, across := repeats(x.raw("number-rows-spanned")), repeats(x.raw("number-columns-spanned"))
	if down == 1 && across == 1 || row > maxRows || col > maxCols {
		return nil
	}
	t.sheet.Merges = append(t.sheet.Merges, Merge{row, col, min(row+down-1, maxRows), min(col+across-1, maxCols)})
	return t.room.merged(x.part, 1)
}

// odsCell is what the start of a cell tells.
type odsCell struct {
	kind    string // office:value-type
	failed  bool   // calcext:value-type="error"
	formula string
	style   style
}

// cell reads the cell that has just started.
func (t *odsTable) cell(x *pull, rowStyle string, col int) (Cell, error) {
	c := odsCell{}
	for _, a := range x.attrs {
		if a.name != "value-type" {
			continue
		}
		if string(a.value) == "error" {
			c.failed = true
		} else if c.kind == "" {
			c.kind = x.intern(a.value)
		}
	}
	c.formula = x.attr("formula")
	name := "value"
	switch c.kind {
	case "date", "time", "boolean", "string":
		name = c.kind + "-value"
	}
	t.value = append(t.value[:0], x.raw(name)...)
	styled := x.raw("style-name")
	switch {
	case len(styled) > 0:
		c.style = t.styles.cell(string(styled))
	case rowStyle != "":
		c.style = t.styles.cell(rowStyle)
	default:
		c.style = t.styles.cell(t.columnStyle(col))
	}
	t.text.reset()
	paragraphs := 0
	if err := t.paragraphs(x, c.style, &paragraphs, 0); err != nil {
		return Cell{}, err
	}
	if t.text.over {
		return Cell{}, tooLong(x.part)
	}
	cell := t.typed(c, string(t.value))
	t.text.dress(&cell, c.style)
	return cell, nil
}

// typed gives a cell its kind and text.
func (t *odsTable) typed(c odsCell, value string) Cell {
	shown := t.text.text()
	if c.failed || c.formula != "" && isErrorText(string(shown)) {
		if len(shown) == 0 {
			return Cell{Kind: Error, Text: plainFormula(c.formula)}
		}
		return Cell{Kind: Error, Text: t.intern.bytes(shown)}
	}
	if c.formula != "" && value == "" && len(shown) == 0 && c.kind != "string" {
		// Written by a program that does not calculate, as in sheetReader.typed.
		return Cell{Kind: Error, Text: plainFormula(c.formula)}
	}
	switch c.kind {
	case "float", "percentage", "currency":
		if num, _, ok := numberText(nil, strings.TrimSpace(value)); ok {
			return Cell{Kind: Number, Text: t.intern.bytes(num)}
		}
	case "date":
		if cell, ok := odsDate(value); ok {
			return cell
		}
	case "time":
		if text, ok := dayPart(value); ok {
			return Cell{Kind: Number, Text: text}
		}
	case "boolean":
		switch value {
		case "true", "1":
			return Cell{Kind: Bool, Text: "TRUE"}
		case "false", "0":
			return Cell{Kind: Bool, Text: "FALSE"}
		}
	}
	if len(shown) == 0 && value != "" { // the text stands in the attribute alone
		return Cell{Kind: Text, Text: legible(value, c.style.font)}
	}
	return Cell{Kind: Text, Text: t.intern.bytes(shown)}
}

// odsDate reads a date. The 30/12/1899 is the day of a time without a day, which other workbooks hold as a part of one.
func odsDate(value string) (Cell, bool) {
	const nought = "1899-12-30"
	text, ok := isoText(strings.TrimSpace(value))
	if !ok {
		return Cell{}, false
	}
	if day, clock, _ := strings.Cut(text, " "); day == nought {
		at, err := time.Parse("15:04:05", clock)
		if err != nil {
			at = time.Time{}
		}
		return Cell{Kind: Number, Text: partOfDay(float64(at.Hour()*3600 + at.Minute()*60 + at.Second()))}, true
	}
	return Cell{Kind: Date, Text: text}, true
}

// dayPart reads a length of time (PT10H30M00S) as the part of a day, as xlsx holds it.
func dayPart(value string) (string, bool) {
	rest, negative := strings.CutPrefix(strings.TrimSpace(value), "-")
	rest, ok := strings.CutPrefix(rest, "P")
	if !ok || rest == "" {
		return "", false
	}
	seconds, clock := 0.0, false
	for rest != "" {
		if rest[0] == 'T' && !clock {
			rest, clock = rest[1:], true
			continue
		}
		i := strings.IndexAny(rest, "DHMS")
		if i <= 0 {
			return "", false
		}
		n, err := strconv.ParseFloat(strings.Replace(rest[:i], ",", ".", 1), 64)
		if err != nil || n < 0 || n > 1e9 {
			return "", false
		}
		unit, known := map[byte]float64{'D': 86400, 'H': 3600, 'M': 60, 'S': 1}[rest[i]]
		if !known || (rest[i] == 'D') == clock {
			return "", false
		}
		seconds += n * unit
		rest = rest[i+1:]
	}
	if negative {
		seconds = -seconds
	}
	return partOfDay(seconds), true
}

func partOfDay(seconds float64) string {
	num, _, _ := numberText(nil, strconv.FormatFloat(seconds/86400, 'g', -1, 64))
	return string(num)
}

// isErrorText knows the faults of a formula as Excel and LibreOffice show them. Old files hold a nought beside them.
func isErrorText(s string) bool {
	switch s {
	case "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A":
		return true
	}
	return strings.HasPrefix(s, "Err:")
}

// plainFormula writes a formula as a cell shows it: of:=SUM([.D4:.D5]) is =SUM(D4:D5).
func plainFormula(f string) string {
	if _, own, ok := strings.Cut(f, ":="); ok && !strings.HasPrefix(f, "=") {
		f = "=" + own
	}
	return "=" + strings.TrimPrefix(strings.NewReplacer("[.", "", ":.", ":", "]", "", "[", "").Replace(f), "=")
}

package office

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"tdkt/charts/ooxml"
	"tdkt/ingest/grid"
)

// copied makes pages of the cells as they were read, each at its place, and gives the name of each sheet's page: a name
// that a spreadsheet takes, and that no other page has.
func copied(book grid.Book, otherwise string) (pages []ooxml.Page, names map[string]string) {
	names = map[string]string{}
	taken := map[string]bool{}
	for _, sh := range book.Sheets {
		name := pageName(sh.Name, otherwise)
		for n := 2; taken[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s (%d)", pageName(sh.Name, otherwise), n)
		}
		taken[strings.ToLower(name)] = true
		if _, again := names[sh.Name]; !again {
			names[sh.Name] = name
		}
		pages = append(pages, copiedPage(sh, name))
	}
	return pages, names
}

// pageName is a sheet's name without what a spreadsheet does not take, short enough for a number behind it.
func pageName(name, otherwise string) string {
	name = strings.Map(func(r rune) rune {
		if r < 0x20 || strings.ContainsRune(`[]:*?/\`, r) {
			return '_'
		}
		return r
	}, name)
	name = strings.Trim(strings.TrimSpace(name), "'")
	if name == "" {
		return otherwise
	}
	if r := []rune(name); len(r) > 31 {
		name = string(r[:26])
	}
	return name
}

// kinds of cells as the writer of pages knows them.
var pageKinds = map[grid.Kind]ooxml.Kind{grid.Text: ooxml.Text, grid.Number: ooxml.Number, grid.Date: ooxml.Date, grid.Bool: ooxml.Bool, grid.Error: ooxml.Error}

func copiedPage(sh grid.Sheet, name string) ooxml.Page {
	p := ooxml.Page{Name: name, Hidden: sh.Hidden, Grid: true, Landscape: true}
	plain := ooxml.Look{Font: "Arial", Size: 10, Top: true}
	for _, row := range sh.Rows {
		l := ooxml.Line{No: row.No, Hidden: row.Hidden}
		for _, c := range row.Cells {
			cell := ooxml.Cell{Col: c.Col, Kind: pageKinds[c.Kind], Text: c.Text, Look: plain}
			cell.Look.Bold = c.Bold
			if len(row.Cells) >= wrapFrom {
				cell.Look.Wrap, cell.Look.Line = true, "D5DBE1"
			}
			if c.Kind == grid.Error && strings.HasPrefix(c.Text, "=") { // a stranger's formula is shown, and never runs in our workbook
				cell.Kind = ooxml.Text
			}
			l.Cells = append(l.Cells, cell)
			p.Widths = widen(p.Widths, c, len(row.Cells))
		}
		p.Lines = append(p.Lines, l)
	}
	for _, h := range sh.HiddenCols {
		p.NoShow = append(p.NoShow, [2]int{h.From, h.To})
	}
	for _, m := range sh.Merges {
		if m.R1 != m.R2 || m.C1 != m.C2 {
			p.Merged = append(p.Merged, grid.A1(m.R1, m.C1)+":"+grid.A1(m.R2, m.C2))
		}
	}
	return p
}

// wrapFrom is how many cells a row of a table has at least; the text of a title runs on to the right.
const wrapFrom = 3

// widen makes a column wide enough for the text of a cell in a table, within limits.
func widen(widths []float64, c grid.Cell, inRow int) []float64 {
	const least, most, columns = 7, 34, 200
	if c.Col > columns {
		return widths
	}
	for len(widths) < c.Col {
		widths = append(widths, least)
	}
	if inRow >= wrapFrom {
		widths[c.Col-1] = max(widths[c.Col-1], min(float64(utf8.RuneCountInString(c.Text))+2, most))
	}
	return widths
}

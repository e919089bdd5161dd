package book

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/charts/letters"
	"tdkt/charts/ooxml"
	"tdkt/queries/table"
)

// book is the workbook being written.
type book struct {
	*excelize.File
	c      *composer
	styles map[style]int
	charts int                // written so far
	points []ooxml.ChartPoint // of them that look otherwise than their series
	plots  []ooxml.ChartPlot  // places of bars within them
}

func (b *book) write(sheets []*sheet) error {
	if err := b.SetDefaultFont(font); err != nil {
		return err
	}
	for i, s := range sheets {
		if i == 0 {
			if err := b.SetSheetName("Sheet1", s.name); err != nil {
				return err
			}
			continue
		}
		if _, err := b.NewSheet(s.name); err != nil {
			return err
		}
	}
	for _, s := range sheets {
		for _, step := range []func(*sheet) error{b.columns, b.heading, b.table, b.notes, b.draw, b.setUp, b.paper} {
			if err := step(s); err != nil {
				return fmt.Errorf("sheet %s: %w", s.name, err)
			}
		}
	}
	b.SetActiveSheet(0)
	return b.SetDocProps(&excelize.DocProperties{Creator: "tdkt", LastModifiedBy: "tdkt", Title: sheets[0].title, Description: b.c.build(),
		Language: b.c.in.Lang, Created: "1980-01-01T00:00:00Z", Modified: "1980-01-01T00:00:00Z"})
}

func (b *book) columns(s *sheet) error {
	for i, col := range s.cols {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.SetColWidth(s.name, letter, letter, col.width); err != nil {
			return err
		}
	}
	return nil
}

// heading is the way back, the title, the question and what is counted.
func (b *book) heading(s *sheet) error {
	first, home := b.c.say("book.back"), b.c.say("book.sheet.contents")
	if s.name == home {
		first = s.question
	} else if err := b.SetCellHyperLink(s.name, "A1", "'"+home+"'!A1", "Location"); err != nil {
		return err
	}
	question := s.question
	if s.name == home {
		question = b.c.say("book.question.contents")
	}
	for i, l := range []struct {
		text string
		role role
		size float64
	}{{first, map[bool]role{true: line3, false: link}[s.name == home], 1}, {s.title, title, 1.45}, {question, line3, 1}, {s.about, line3, 1}} {
		if err := b.across(s, i+1, l.text, l.role, l.size); err != nil {
			return err
		}
	}
	return nil
}

// across writes a text over the columns of the table, as high as it needs at so many times the usual letters.
func (b *book) across(s *sheet, at int, words string, r role, size float64) error {
	id, err := b.style(style{role: r})
	if err != nil {
		return err
	}
	from, to := name(0, at), name(max(len(s.cols)-1, 0), at)
	if r == link { // so that the whole row is no link
		to = from
	}
	if err := b.SetCellStyle(s.name, from, to, id); err != nil {
		return err
	}
	if from != to {
		if err := b.MergeCell(s.name, from, to); err != nil {
			return err
		}
	}
	if err := b.SetCellStr(s.name, from, words); err != nil {
		return err
	}
	lines := linesIn(words, s.width(), size)
	return b.SetRowHeight(s.name, at, float64(lines)*15*size+1)
}

// table writes heads and rows; a sheet without rows says so.
func (b *book) table(s *sheet) error {
	if len(s.rows) == 0 {
		return b.across(s, s.head, b.c.say("book.nothing"), line3, 1)
	}
	lines := 1
	for i, col := range s.cols {
		head := strings.ReplaceAll(col.head, parting, "-\n")
		if err := b.put(s, i, s.head, words(head), style{role: header}); err != nil {
			return err
		}
		lines = max(lines, linesIn(head, col.width, letters.Bold))
	}
	if err := b.SetRowHeight(s.name, s.head, float64(lines)*14.5+5); err != nil {
		return err
	}
	for i, r := range s.rows {
		if err := b.row(s, s.head+1+i, r); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) row(s *sheet, at int, r row) error {
	k, large := style{}, 1.0
	switch {
	case r.band:
		k.role = band
	case r.bold:
		k.role, large = bold, letters.Bold
	}
	lines := 1
	for i := range s.cols {
		x := cell{}
		if i < len(r.cells) {
			x = r.cells[i]
		}
		cellStyle := k
		cellStyle.kind = x.kind
		if label, ok := x.value.(string); ok && x.formula == "" {
			trimmed := strings.TrimLeft(label, " ")
			cellStyle.indent = trimmed != label || i > 0 && r.cells[i-1].kind != text // clear of the number before it
			x.value = trimmed
			room := s.cols[i].width
			if cellStyle.indent {
				room -= 1.5
			}
			if !r.band {
				lines = max(lines, linesIn(trimmed, room, large))
			}
			if x.link != "" {
				cellStyle.role = listed
			}
		}
		if err := b.put(s, i, at, x, cellStyle); err != nil {
			return err
		}
	}
	return b.SetRowHeight(s.name, at, float64(lines)*14.5+1)
}

// put writes one cell. Text goes in as text, so that a name like =1+1 is never a formula.
func (b *book) put(s *sheet, col, row int, x cell, k style) error {
	at := name(col, row)
	id, err := b.style(k)
	if err != nil {
		return err
	}
	if err := b.SetCellStyle(s.name, at, at, id); err != nil {
		return err
	}
	switch v := x.value.(type) {
	case nil:
	case string:
		err = b.SetCellStr(s.name, at, v)
	case int64:
		err = b.SetCellInt(s.name, at, v)
	case float64:
		err = b.SetCellFloat(s.name, at, v, -1, 64)
	case table.Date:
		err = b.SetCellValue(s.name, at, v.Time())
	default:
		err = fmt.Errorf("cell %s: %T is no kind of cell", at, v)
	}
	if err != nil {
		return err
	}
	if x.link != "" {
		sheet, cell, ok := strings.Cut(x.link, "!")
		if !ok {
			cell = "A1"
		}
		if err := b.SetCellHyperLink(s.name, at, "'"+sheet+"'!"+cell, "Location"); err != nil {
			return err
		}
	}
	if x.formula == "" {
		return nil
	}
	return b.SetCellFormula(s.name, at, x.formula)
}

// notes stand below the table.
func (b *book) notes(s *sheet) error {
	at := s.next() + 1
	if len(s.rows) == 0 {
		at++
	}
	for _, text := range s.notes {
		if err := b.across(s, at, text, note, 1); err != nil {
			return err
		}
		at++
	}
	return nil
}

// setUp keeps heads and labels in sight, and makes lists searchable.
func (b *book) setUp(s *sheet) error {
	show := false
	if err := b.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &show}); err != nil {
		return err
	}
	if s.picture != nil || len(s.rows) == 0 {
		return nil
	}
	corner := name(s.labels, s.head+1)
	if err := b.SetPanes(s.name, &excelize.Panes{Freeze: true, XSplit: s.labels, YSplit: s.head, TopLeftCell: corner, ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: "bottomRight"}}}); err != nil {
		return err
	}
	if !s.filter {
		return nil
	}
	last := s.next() - 1
	for last > s.head && s.rows[last-s.head-1].bold { // totals stay in sight
		last--
	}
	if last == s.head {
		return nil
	}
	return b.AutoFilter(s.name, name(0, s.head)+":"+name(len(s.cols)-1, last), nil)
}

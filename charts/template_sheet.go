package charts

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The rows of an empty form above its header.
const (
	rowMark   = 1
	rowAgency = 2
	rowUnit   = 3
	rowTitle  = 5
	rowPeriod = 6
	rowAgain  = 7 // whether it replaces one that was sent
	rowNone   = 8 // whether there is nothing to report
	rowColour = 9
	rowHead   = 10
)

// templateSheet is one empty form being written.
type templateSheet struct {
	*templateBook
	f     *TemplateForm
	depth int // rows of the header
}

func (s *templateSheet) write() error {
	s.depth = s.f.FirstRow() - rowHead
	steps := []func() error{s.fits, s.top, s.answers, s.header, s.body, s.signatures, s.offers, s.checks, s.paperAndPanes}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return s.protect(s.f.Sheet)
}

// first and last are the rows to be filled in.
func (s *templateSheet) first() int { return s.f.FirstRow() }

func (s *templateSheet) last() int {
	if s.f.Lines != nil {
		return s.first() + len(s.f.Lines) - 1
	}
	return s.first() + s.f.Rows - 1
}

// labels are the columns that stay in sight: those up to the last that says what a row is.
func (s *templateSheet) labels() int {
	n := 1
	for i, c := range s.f.Columns {
		if c.Label {
			n = i + 1
		}
	}
	return n
}

// width is that of all columns.
func (s *templateSheet) width() float64 { return s.widthTo(len(s.f.Columns)) }

// widthTo is that of the first columns.
func (s *templateSheet) widthTo(last int) (n float64) {
	for _, c := range s.f.Columns[:last] {
		n += c.Width
	}
	return n
}

// pages is how many pages the form is wide.
func (s *templateSheet) pages() int { return int(math.Ceil(s.width() / onePage)) }

// half is the last column of the left half of the head, by width; where the labels are repeated on further pages it is that
// of the labels, so that none of the rest is.
func (s *templateSheet) half() int {
	if s.pages() > 1 {
		return s.labels()
	}
	n := 0.0
	for i, c := range s.f.Columns {
		if n += c.Width; n >= s.width()*0.45 {
			return max(2, min(i+1, len(s.f.Columns)-1))
		}
	}
	return 2
}

// far is the last column of the first page, under which the right half of the head ends.
func (s *templateSheet) far() int {
	n, page := 0.0, s.width()/float64(s.pages())
	for i, c := range s.f.Columns {
		if n += c.Width; n > page && i > s.half()+1 && s.pages() > 1 {
			return i
		}
	}
	return len(s.f.Columns)
}

// across writes a text over some columns.
func (s *templateSheet) across(row, from, to int, text string, k cellLook) error {
	if to > from {
		if err := s.MergeCell(s.f.Sheet, at(from, row), at(to, row)); err != nil {
			return err
		}
	}
	id, err := s.style(k)
	if err != nil {
		return err
	}
	if err := s.SetCellStyle(s.f.Sheet, at(from, row), at(to, row), id); err != nil {
		return err
	}
	return s.SetCellStr(s.f.Sheet, at(from, row), text)
}

// top writes what stands above the table and says whose form it is.
func (s *templateSheet) top() error {
	half, n, from, beside := s.half(), s.far(), 1, 1
	if s.pages() > 1 {
		from, beside = half+1, 3
	}
	type part struct {
		row, from, to int
		text          string
		look          cellLook
	}
	parts := []part{
		{rowMark, 1, 1, s.f.Mark, cellLook{role: cellMark}}, // it runs on over the blank cells beside it
		{rowAgency, 1, half, s.f.Agency, cellLook{role: cellHead, middle: true}},
		{rowUnit, 1, half, s.f.Unit, cellLook{role: cellHead, middle: true, bold: true}},
		{rowAgency, half + 1, n, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", cellLook{role: cellHead, middle: true, bold: true}},
		{rowUnit, half + 1, n, "Độc lập - Tự do - Hạnh phúc", cellLook{role: cellHead, middle: true, bold: true}},
		{rowTitle, from, n, strings.ToUpper(s.f.Title), cellLook{role: cellTitle, middle: true, bold: true}},
		{rowPeriod, from, n, s.f.Period, cellLook{role: cellHead, middle: true}},
		{rowColour, from, n, s.t.T("colours"), cellLook{role: cellMark}},
	}
	if s.f.Number != "" {
		parts = append(parts, part{rowMark, min(half+beside, n), n, s.f.Number, cellLook{role: cellHead, middle: true}})
	}
	for _, p := range parts {
		if err := s.across(p.row, p.from, p.to, p.text, p.look); err != nil {
			return err
		}
	}
	room := 0.0
	for _, c := range s.f.Columns[from-1 : n] {
		room += c.Width
	}
	ask := 20 * float64(linesOf([]any{s.t.T("ask." + listNone)}, func(int) float64 { return s.widthTo(half) }))
	title := 22 * float64(linesOf([]any{s.f.Title}, func(int) float64 { return room * titleFit }))
	for i, height := range []float64{rowMark: 14, rowAgency: 17, rowUnit: 17, rowUnit + 1: 8, rowTitle: title, rowPeriod: 18, rowAgain: ask, rowNone: ask, rowColour: 16}[rowMark:] {
		if err := s.SetRowHeight(s.f.Sheet, rowMark+i, height); err != nil {
			return err
		}
	}
	return s.SetDefinedName(&excelize.DefinedName{Name: "tdkt_mark", RefersTo: fmt.Sprintf("'%s'!$A$%d", s.f.Sheet, rowMark), Scope: s.f.Sheet})
}

// The lists of what the head answers.
const (
	listAgain = "gui_lai"
	listNone  = "khong_co"
)

// answers are the two cells of the head that offices fill in: that the return replaces another, that there is nothing.
func (s *templateSheet) answers() error {
	half, n := s.half(), s.far()
	for i, of := range []string{listAgain, listNone} {
		row := rowAgain + i
		if err := s.across(row, 1, half, s.t.T("ask."+of), cellLook{role: cellAsk}); err != nil {
			return err
		}
		if err := s.across(row, half+1, n, "", cellLook{role: cellBody, open: true}); err != nil {
			return err
		}
		dv := excelize.NewDataValidation(true)
		dv.Sqref = at(half+1, row)
		dv.SetSqrefDropList(listName(of))
		dv.SetError(excelize.DataValidationErrorStyleStop, s.t.T("fault"), s.t.T("fault.choice"))
		if err := s.AddDataValidation(s.f.Sheet, dv); err != nil {
			return err
		}
	}
	return nil
}

// header writes the heads of the columns, equal ones over several columns as one.
func (s *templateSheet) header() error {
	for level := range s.depth {
		for c := 0; c < len(s.f.Columns); {
			head := s.f.Columns[c].Head
			if level >= len(head) {
				c++
				continue
			}
			wide := 1
			for level+1 < len(head) && c+wide < len(s.f.Columns) && len(s.f.Columns[c+wide].Head) > level+1 &&
				slices.Equal(s.f.Columns[c+wide].Head[:level+1], head[:level+1]) {
				wide++
			}
			bottom := rowHead + level
			if level == len(head)-1 {
				bottom = rowHead + s.depth - 1
			}
			if err := s.headCell(c+1, rowHead+level, c+wide, bottom, head[level]); err != nil {
				return err
			}
			c += wide
		}
	}
	return s.headHeights()
}

func (s *templateSheet) headCell(c1, r1, c2, r2 int, text string) error {
	if c2 > c1 || r2 > r1 {
		if err := s.MergeCell(s.f.Sheet, at(c1, r1), at(c2, r2)); err != nil {
			return err
		}
	}
	id, err := s.style(cellLook{role: cellColumn, middle: true, bold: true})
	if err != nil {
		return err
	}
	if err := s.SetCellStyle(s.f.Sheet, at(c1, r1), at(c2, r2), id); err != nil {
		return err
	}
	return s.SetCellStr(s.f.Sheet, at(c1, r1), text)
}

// headHeights gives each row of the header room for its longest text at the width that it has.
func (s *templateSheet) headHeights() error {
	lines := make([]int, s.depth)
	for c, col := range s.f.Columns {
		for level, text := range col.Head {
			width := col.Width
			if level+1 < len(col.Head) { // over several columns
				for _, other := range s.f.Columns[c+1:] {
					if len(other.Head) <= level+1 || !slices.Equal(other.Head[:level+1], col.Head[:level+1]) {
						break
					}
					width += other.Width
				}
				if c > 0 && len(s.f.Columns[c-1].Head) > level+1 && slices.Equal(s.f.Columns[c-1].Head[:level+1], col.Head[:level+1]) {
					continue // its first column has counted it
				}
			}
			n := linesOf([]any{text}, func(int) float64 { return width * headFit })
			lines[level] = max(lines[level], n-(s.depth-len(col.Head))*b2i(level == len(col.Head)-1))
		}
	}
	for level, n := range lines {
		if err := s.SetRowHeight(s.f.Sheet, rowHead+level, float64(max(n, 1))*14.5+5); err != nil {
			return err
		}
	}
	return nil
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// headFit and titleFit are how much narrower bold letters of the heads, and those of the title, make a column.
const headFit, titleFit = 0.85, 0.55

// body writes the rows: what they say already, and open cells.
func (s *templateSheet) body() error {
	for i, c := range s.f.Columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := s.SetColWidth(s.f.Sheet, name, name, c.Width); err != nil {
			return err
		}
	}
	for row := s.first(); row <= s.last(); row++ {
		var line TemplateLine
		if s.f.Lines != nil {
			line = s.f.Lines[row-s.first()]
		}
		if err := s.line(row, line); err != nil {
			return err
		}
	}
	return nil
}

func (s *templateSheet) line(row int, line TemplateLine) error {
	height := 18.0
	for i, c := range s.f.Columns {
		k := cellLook{role: cellBody, middle: c.Fill != FillText && c.Fill != FillChoice && !c.Label, bold: line.Heading}
		closed := line.Heading || i < len(line.Closed) && line.Closed[i]
		k.open = c.Fill != FillNothing && !closed
		if closed && c.Fill != FillNothing && !line.Heading {
			k.role = cellClosed
		}
		k.text, k.count = c.Fill != FillCount, c.Fill == FillCount
		id, err := s.style(k)
		if err != nil {
			return err
		}
		cell := at(i+1, row)
		if err := s.SetCellStyle(s.f.Sheet, cell, cell, id); err != nil {
			return err
		}
		switch {
		case c.Number && s.f.Lines == nil:
			err = s.SetCellInt(s.f.Sheet, cell, int64(row-s.first()+1))
		case i < len(line.Cells) && line.Cells[i] != "":
			err = s.SetCellStr(s.f.Sheet, cell, line.Cells[i])
			height = max(height, 15.5*float64(linesOf([]any{line.Cells[i]}, func(int) float64 { return c.Width }))+3)
		}
		if err != nil {
			return err
		}
	}
	if s.f.Lines == nil { // it grows with what is written into it
		return nil
	}
	return s.SetRowHeight(s.f.Sheet, row, height)
}

// signatures is the block beneath the table.
func (s *templateSheet) signatures() error {
	half, n, row := s.half(), s.far(), s.last()+2
	for i, line := range [][2]string{{"", s.f.Dated}, {"NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"}, {"(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên, đóng dấu)"}, {}, {}, {}} {
		for side, text := range line {
			from, to := 1, half
			if side == 1 {
				from, to = half+1, n
			}
			k := cellLook{role: cellHead, middle: true, bold: i == 1, open: i == 0 && side == 1 || i > 2}
			if err := s.across(row+i, from, to, text, k); err != nil {
				return err
			}
		}
	}
	return nil
}

// at names a cell; of one outside a sheet, which fits keeps a form from having, it gives no name.
func at(col, row int) string {
	name, _ := excelize.CoordinatesToCellName(col, row)
	return name
}

// fits says that a form lies within the bounds of a sheet, with room beside and under it for what is drawn around it.
func (s *templateSheet) fits() error {
	const around = 20
	if n := len(s.f.Columns); n == 0 || n > excelize.MaxColumns-around || s.last() < s.first() || s.last() > excelize.TotalRows-around {
		return fmt.Errorf("%d columns and rows %d to %d do not fit on a sheet", n, s.first(), s.last())
	}
	return nil
}

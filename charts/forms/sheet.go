package forms

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/charts"
)

// sheet is the form being written; row is the next free one below the body.
type sheet struct {
	*book
	name string
	row  int
}

func (s *sheet) last() int { return len(s.p.leaves) }

func (s *sheet) width(from, to int) (n float64) {
	for _, l := range s.p.leaves[from-1 : to] {
		n += l.column.Width
	}
	return n
}

// half is the last column of the left half.
func (s *sheet) half() int {
	for c := 1; c < s.last(); c++ {
		if s.width(1, c) >= s.width(1, s.last())*0.45 {
			return c
		}
	}
	return s.last() - 1
}

func (s *sheet) columns() error {
	for c, l := range s.p.leaves {
		name, err := excelize.ColumnNumberToName(c + 1)
		if err != nil {
			return err
		}
		if err := s.SetColWidth(s.name, name, name, l.column.Width); err != nil {
			return err
		}
	}
	return nil
}

// fill puts the year and the sender into a text of the form.
func (s *sheet) fill(text string) string {
	return strings.NewReplacer("{year}", strconv.Itoa(s.p.in.Year), "{sender}", s.p.in.Sender).Replace(text)
}

// heading writes what stands above the table.
func (s *sheet) heading() error {
	f, half := s.p.in.Form, s.half()
	for i := range max(len(f.Left), len(f.Right)) {
		lines := 1
		for _, side := range []struct {
			texts    []string
			from, to int
		}{{f.Left, 1, half}, {f.Right, half + 1, s.last()}} {
			if i >= len(side.texts) {
				continue
			}
			text := s.fill(side.texts[i])
			if err := s.across(s.name, i+1, side.from, 1, side.to, text, style{size: 11, bold: i == 0}); err != nil {
				return err
			}
			lines = max(lines, charts.LinesIn(text, s.width(side.from, side.to)*1.1))
		}
		if err := s.SetRowHeight(s.name, i+1, float64(lines)*14.5+2); err != nil {
			return err
		}
	}
	row := s.p.top() - 3
	if err := s.across(s.name, row, 1, 1, s.last(), f.Title, style{size: 14, bold: true, middle: true}); err != nil {
		return err
	}
	if err := s.tall(row, f.Title, s.width(1, s.last())*0.7, 16); err != nil { // large capitals
		return err
	}
	if err := s.across(s.name, row+1, 1, 1, s.last(), s.fill(f.Period), style{size: 12, italic: true, middle: true}); err != nil || f.CountUnit == "" {
		return err
	}
	return s.across(s.name, row+2, 1, 1, s.last(), f.CountUnit, style{size: 11, italic: true, right: true})
}

// tall gives a row the height of a text at so many points a line.
func (s *sheet) tall(row int, text string, width, size float64) error {
	return s.SetRowHeight(s.name, row, float64(charts.LinesIn(text, width))*size*1.3+3)
}

// header writes the headings of the columns and the row that numbers them.
func (s *sheet) header() error {
	top, depth := s.p.top(), s.p.depth()
	heights := make([]float64, depth)
	for _, h := range s.p.header() {
		k := style{size: 10, bold: true, middle: true, lined: true}
		if err := s.across(s.name, top+h.row, h.from+1, h.rows, h.to+1, h.text, k); err != nil {
			return err
		}
		need := float64(charts.LinesIn(h.text, s.width(h.from+1, h.to+1)*1.05))*12.5 + 4
		for i := h.row; i < h.row+h.rows; i++ {
			heights[i] = max(heights[i], need/float64(h.rows))
		}
	}
	for i, height := range heights {
		if err := s.SetRowHeight(s.name, top+i, max(height, 17)); err != nil {
			return err
		}
	}
	if !s.p.hasIndex() {
		return nil
	}
	for c := 0; c < s.last(); c++ {
		to := c
		for to+1 < s.last() && s.p.leaves[to+1].from == s.p.leaves[c].from && s.p.leaves[to+1].index == s.p.leaves[c].index {
			to++
		}
		if err := s.across(s.name, top+depth, c+1, 1, to+1, s.p.leaves[c].index, style{size: 9, italic: true, middle: true, lined: true}); err != nil {
			return err
		}
		c = to
	}
	return nil
}

// body writes the rows of figures.
func (s *sheet) body() error {
	for i, l := range s.p.lines {
		row, lines := s.p.first+i, 1
		for c, leaf := range s.p.leaves {
			if leaf.isText() {
				if !l.merge {
					lines = max(lines, charts.LinesIn(l.text[c], leaf.column.Width*1.3))
				}
				if err := s.text(row, c, l); err != nil {
					return err
				}
				continue
			}
			if err := s.figure(row, c, l); err != nil {
				return err
			}
		}
		if err := s.SetRowHeight(s.name, row, float64(lines)*14+3); err != nil {
			return err
		}
	}
	s.row = s.p.first + len(s.p.lines)
	return nil
}

// text writes a cell that says what a row is.
func (s *sheet) text(row, c int, l line) error {
	leaf := s.p.leaves[c]
	k := style{size: 11, bold: l.bold, lined: true, middle: leaf.column.What != "label" && leaf.column.What != "form" && leaf.column.What != "unit"}
	switch {
	case l.merge && c == 0:
		k.middle = true
		return s.across(s.name, row, 1, 1, 2, l.text[0], k)
	case l.merge && c == 1:
		return nil
	case strings.HasPrefix(l.row.Mark, "Trong"):
		k.italic = true
	}
	return s.across(s.name, row, c+1, 1, c+1, l.text[c], k)
}

// figure writes a cell that holds a figure, or none.
func (s *sheet) figure(row, c int, l line) error {
	x, at := l.cells[c], cellName(c+1, row)
	id, err := s.style(style{size: 11, bold: l.bold, right: true, lined: true, count: !x.isRatio, share: x.isRatio, grey: x.why == closed && !l.heading})
	if err != nil {
		return err
	}
	if err := s.SetCellStyle(s.name, at, at, id); err != nil || !x.has() {
		return err
	}
	if x.isRatio {
		err = s.SetCellFloat(s.name, at, x.ratio, -1, 64)
	} else {
		err = s.SetCellInt(s.name, at, x.value)
	}
	if err != nil || x.formula == "" {
		return err
	}
	return s.SetCellFormula(s.name, at, x.formula)
}

// notes writes what a reader must know of the figures.
func (s *sheet) notes() error {
	s.row++
	for _, text := range s.p.notes() {
		if err := s.across(s.name, s.row, 1, 1, s.last(), "* "+text, style{size: 10, italic: true, top: true}); err != nil {
			return err
		}
		if err := s.tall(s.row, text, s.width(1, s.last())*1.35, 10); err != nil {
			return err
		}
		s.row++
	}
	return nil
}

// signatures writes the block of signatures, with room for them.
func (s *sheet) signatures() error {
	half, sign := s.half(), s.p.in.Form.Sign
	s.row++
	if err := s.across(s.name, s.row, half+1, 1, s.last(), sign.Date, style{size: 11, italic: true, middle: true}); err != nil {
		return err
	}
	if err := s.tall(s.row, sign.Date, s.width(half+1, s.last()), 11); err != nil {
		return err
	}
	for i := range max(len(sign.Left), len(sign.Right)) {
		k := style{size: 11, bold: i == 0, italic: i > 0, middle: true}
		if i < len(sign.Left) {
			if err := s.across(s.name, s.row+1+i, 1, 1, half, sign.Left[i], k); err != nil {
				return err
			}
		}
		if i < len(sign.Right) {
			if err := s.across(s.name, s.row+1+i, half+1, 1, s.last(), sign.Right[i], k); err != nil {
				return err
			}
		}
	}
	return nil
}

// setUp keeps header and labels in sight and sets the paper.
func (s *sheet) setUp() error {
	labels := 0
	for c, l := range s.p.leaves {
		if l.isText() {
			labels = c + 1
		}
	}
	corner := cellName(labels+1, s.p.first)
	err := s.SetPanes(s.name, &excelize.Panes{Freeze: true, XSplit: labels, YSplit: s.p.first - 1, TopLeftCell: corner, ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: "bottomRight"}}})
	if err != nil {
		return err
	}
	pages, err := s.pages()
	if err != nil {
		return err
	}
	return s.paper(s.name, s.width(1, s.last()), pages, s.p.top(), s.p.first-1)
}

// pages is how many pages the form may take: one where its rows are fixed, or where a little smaller letters make it one; 0 is as many
// as it takes.
func (s *sheet) pages() (int, error) {
	if s.p.in.Form.FixedRows() {
		return 1, nil
	}
	const (
		character  = 5.4          // points of a character of a column
		wide, tall = 770.0, 510.0 // points of A4 on its side within its edges
		smaller    = 1.45
	)
	height := 0.0
	for row := 1; row <= s.row+len(s.p.in.Form.Sign.Left); row++ {
		h, err := s.GetRowHeight(s.name, row)
		if err != nil {
			return 0, err
		}
		height += h
	}
	if height*wide/(s.width(1, s.last())*character) <= tall*smaller {
		return 1, nil
	}
	return 0, nil
}

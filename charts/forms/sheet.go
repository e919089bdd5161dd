package forms

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
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
		height := 0.0
		for _, side := range []struct {
			texts    []string
			from, to int
		}{{f.Left, 1, half}, {f.Right, half + 1, s.last()}} {
			if i >= len(side.texts) {
				continue
			}
			text, k := s.fill(side.texts[i]), style{size: 11, bold: i == 0 && side.from == 1, top: true}
			if err := s.across(s.name, i+1, side.from, 1, side.to, text, k); err != nil {
				return err
			}
			height = max(height, k.height(k.lines(text, s.width(side.from, side.to))))
		}
		if err := s.SetRowHeight(s.name, i+1, height); err != nil {
			return err
		}
	}
	row, k := s.p.top()-3, style{size: 13, bold: true, middle: true}
	if err := s.across(s.name, row, 1, 1, s.last(), f.Title, k); err != nil {
		return err
	}
	if err := s.tall(row, f.Title, 1, s.last(), k); err != nil {
		return err
	}
	if err := s.across(s.name, row+1, 1, 1, s.last(), s.fill(f.Period), style{size: 12, italic: true, middle: true}); err != nil || f.CountUnit == "" {
		return err
	}
	return s.across(s.name, row+2, 1, 1, s.last(), f.CountUnit, style{size: 11, italic: true, right: true})
}

// tall gives a row the height of a text over some columns.
func (s *sheet) tall(row int, text string, from, to int, k style) error {
	return s.SetRowHeight(s.name, row, k.height(k.lines(text, s.width(from, to))))
}

// header writes the headings of the columns and the row that numbers them.
func (s *sheet) header() error {
	top, depth := s.p.top(), s.p.depth()
	heights := slices.Repeat([]float64{16}, depth)
	cells := s.p.header()
	slices.SortStableFunc(cells, func(a, b headCell) int { return cmp.Compare(a.rows, b.rows) }) // those over several rows take what the others leave
	for _, h := range cells {
		k := style{size: 10, bold: true, middle: true, lined: true}
		if err := s.across(s.name, top+h.row, h.from+1, h.rows, h.to+1, h.text, k); err != nil {
			return err
		}
		need := k.height(k.lines(h.text, s.width(h.from+1, h.to+1)))
		for _, has := range heights[h.row : h.row+h.rows] {
			need -= has
		}
		heights[h.row+h.rows-1] += max(need, 0)
	}
	for i, height := range heights {
		if err := s.SetRowHeight(s.name, top+i, height); err != nil {
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
		row, height := s.p.first+i, 15.0
		for c, leaf := range s.p.leaves {
			if leaf.isText() {
				k := leaf.textStyle(l)
				if !l.merge {
					height = max(height, k.height(k.lines(l.text[c], leaf.column.Width)))
				}
				if err := s.text(row, c, l, k); err != nil {
					return err
				}
				continue
			}
			if err := s.figure(row, c, l); err != nil {
				return err
			}
		}
		if err := s.SetRowHeight(s.name, row, height); err != nil {
			return err
		}
	}
	s.row = s.p.first + len(s.p.lines)
	return nil
}

// textStyle is the look of a cell that says what a row is: what belongs to a row above it stands further in.
func (l leaf) textStyle(of line) style {
	k := style{size: 11, bold: of.bold, lined: true}
	switch mark := strings.TrimSpace(of.row.Mark); {
	case l.column.What != "label":
		k.middle = of.merge || l.column.What != "form" && l.column.What != "unit"
	case mark == "-":
		k.indent = 1
	case mark != "":
		k.indent = 2
	}
	k.italic = strings.HasPrefix(of.row.Mark, "Trong")
	return k
}

// text writes a cell that says what a row is.
func (s *sheet) text(row, c int, l line, k style) error {
	switch {
	case l.merge && c == 0:
		return s.across(s.name, row, 1, 1, 2, l.text[0], k)
	case l.merge && c == 1:
		return nil
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
	k := style{size: 10, italic: true, top: true}
	for _, text := range s.p.notes() {
		text = "* " + text
		if err := s.across(s.name, s.row, 1, 1, s.last(), text, k); err != nil {
			return err
		}
		if err := s.tall(s.row, text, 1, s.last(), k); err != nil {
			return err
		}
		s.row++
	}
	return nil
}

// signatures writes the block of signatures; the row that follows is left to sign in.
func (s *sheet) signatures() error {
	half, sign, k := s.half(), s.p.in.Form.Sign, style{size: 11, italic: true, middle: true}
	s.row++
	if err := s.across(s.name, s.row, half+1, 1, s.last(), sign.Date, k); err != nil {
		return err
	}
	if err := s.tall(s.row, sign.Date, half+1, s.last(), k); err != nil {
		return err
	}
	for i := range max(len(sign.Left), len(sign.Right)) {
		s.row++
		k := style{size: 11, bold: i == 0, italic: i > 0, middle: true}
		if i < len(sign.Left) {
			if err := s.across(s.name, s.row, 1, 1, half, sign.Left[i], k); err != nil {
				return err
			}
		}
		if i < len(sign.Right) {
			if err := s.across(s.name, s.row, half+1, 1, s.last(), sign.Right[i], k); err != nil {
				return err
			}
		}
	}
	s.row++
	return s.SetRowHeight(s.name, s.row, 54)
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
	return s.print()
}

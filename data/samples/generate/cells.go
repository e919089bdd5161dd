package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// kind tells what a cell holds.
type kind byte

const (
	text    kind = iota
	number       // a number cell
	dateDay      // a day as serial number with a date format
	failed       // an error value such as #N/A
)

// cell is one cell of a sheet before it is written as XLSX or CSV.
type cell struct {
	Kind    kind
	Text    string // the text, the digits of a number, yyyy-mm-dd of a day, the error value
	Style   string
	Formula string
}

type place struct{ row, col int } // both from 1

// sheet is a grid of cells with what a workbook keeps beside them.
type sheet struct {
	Name       string
	Hidden     bool
	Landscape  bool
	Cells      map[place]cell
	Merges     [][4]int // r1, c1, r2, c2
	Widths     map[int]float64
	HiddenRows map[int]bool
	Heights    map[int]float64
}

func newSheet(name string) *sheet {
	return &sheet{Name: name, Cells: map[place]cell{}, Widths: map[int]float64{}, HiddenRows: map[int]bool{}, Heights: map[int]float64{}}
}

func (s *sheet) put(row, col int, c cell) {
	if c.Text != "" || c.Style != "" {
		s.Cells[place{row, col}] = c
	}
}

func (s *sheet) text(row, col int, t, style string) { s.put(row, col, cell{Text: t, Style: style}) }

// span writes t over a merged block; the other cells of the block get the style only.
func (s *sheet) span(r1, c1, r2, c2 int, t, style string) {
	for r := r1; r <= r2; r++ {
		for c := c1; c <= c2; c++ {
			s.put(r, c, cell{Style: style})
		}
	}
	s.put(r1, c1, cell{Text: t, Style: style})
	if r1 != r2 || c1 != c2 {
		s.Merges = append(s.Merges, [4]int{r1, c1, r2, c2})
	}
}

func (s *sheet) size() (rows, cols int) {
	for p := range s.Cells {
		rows, cols = max(rows, p.row), max(cols, p.col)
	}
	return rows, cols
}

// a1 is the place as spreadsheets write it.
func a1(row, col int) string {
	name := ""
	for c := col; c > 0; c = (c - 1) / 26 {
		name = string(rune('A'+(c-1)%26)) + name
	}
	return name + strconv.Itoa(row)
}

// day is a date without a clock; the zero value is "none".
type day struct{ y, m, d int }

func (d day) none() bool        { return d.y == 0 }
func (d day) iso() string       { return fmt.Sprintf("%04d-%02d-%02d", d.y, d.m, d.d) }
func (d day) slashed() string   { return fmt.Sprintf("%02d/%02d/%04d", d.d, d.m, d.y) }
func (d day) inWords() string   { return fmt.Sprintf("ngày %02d tháng %02d năm %d", d.d, d.m, d.y) }
func (d day) before(o day) bool { return d.iso() < o.iso() }

// serial is the spreadsheet's number of the day (1 = 1900-01-01, with the leap day that 1900 did not have).
func (d day) serial() int {
	y, m := d.y, d.m
	if m <= 2 {
		y, m = y-1, m+12
	}
	julian := 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d.d + 1721119 // Julian day number
	return julian - 2415019                                                 // 1899-12-30 is day 0
}

// height is the height a row needs for its wrapped text, in points; 0 leaves it to the program that opens the file.
func (s *sheet) height(r, cols int) float64 {
	if h, ok := s.Heights[r]; ok {
		return h
	}
	need := 0.0
	for c := 1; c <= cols; c++ {
		x, ok := s.Cells[place{r, c}]
		if !ok || x.Text == "" || x.Kind != text || x.Style == "group" {
			continue
		}
		width, deep := s.Widths[c], 1
		for _, m := range s.Merges {
			if m[0] == r && m[1] == c {
				width, deep = 0, m[2]-m[0]+1
				for i := m[1]; i <= m[3]; i++ {
					width += s.Widths[i]
				}
			}
		}
		if width == 0 {
			continue
		}
		lines := 0
		for _, part := range strings.Split(x.Text, "\n") {
			lines += 1 + int(float64(len([]rune(part)))/width)
		}
		need = max(need, 17*float64(lines)/float64(deep))
	}
	if need <= 17 {
		return 0
	}
	return math.Round(need)
}

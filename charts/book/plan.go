package book

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/queries/table"
)

// sheet is a sheet as it will be written: lines above, one table, notes below, and a picture of the table where it is there to be looked at.
type sheet struct {
	name, title string
	question    string // that the sheet answers, for the contents
	about       string // what is counted, in which year, how complete
	cols        []column
	head        int // row of the heads of the columns
	rows        []row
	labels      int  // columns that stay in sight
	filter      bool // a list to search in
	printed     int  // rows that are printed; 0 for all, with the notes
	notes       []string
	picture     *picture
}

type column struct {
	head  string
	width float64 // in characters
}

type row struct {
	cells []cell
	bold  bool
	band  bool // a heading of the rows that follow
}

// kind is what a cell holds and so how it is written.
type kind int

const (
	text   kind = iota
	count       // a whole number
	share       // a part of one
	change      // a whole number with its sign
	rise        // a part of one with its sign
	day
)

// cell is one cell. Value is nil where nothing is stated; of a formula it is what the formula must come to.
type cell struct {
	kind    kind
	value   any // string, int64, float64, table.Date
	formula string
	figure  string // the id of the published figure that this is; "" for none
	link    string // sheet that a text leads to
}

func words(s string) cell { return cell{value: s} }

// number is the whole number of a cell.
func (c cell) number() (n int64, stated bool) {
	n, stated = c.value.(int64)
	return n, stated
}

// Rows of a sheet: the way back, title, question, what is counted, one left free, then the table.
const firstHead = 6

func (c *composer) sheet(key string, args ...any) *sheet {
	s := &sheet{name: c.say("book.sheet." + key), title: c.say("book.title."+key, args...), question: c.say("book.question." + key), head: firstHead, labels: 1}
	c.sheets = append(c.sheets, s)
	return s
}

// column adds a column, no narrower than the longest word of its head. A word that may be parted is so only where it does not fit.
func (s *sheet) column(head string, width float64) {
	if whole := strings.ReplaceAll(head, parting, ""); widthOfWords(whole) <= width {
		head = whole
	}
	s.cols = append(s.cols, column{head, max(width, widthOfWords(head))})
}

// next is the row that the next line is written on.
func (s *sheet) next() int { return s.head + 1 + len(s.rows) }

// line is a row being put together, so that formulas know where their cells are.
type line struct {
	s     *sheet
	at    int
	cells []cell
}

func (s *sheet) line(label string) *line { return &line{s, s.next(), []cell{words(label)}} }

func (l *line) add(cells ...cell) *line {
	l.cells = append(l.cells, cells...)
	return l
}

// end puts the line into the sheet.
func (l *line) end() { l.s.rows = append(l.s.rows, row{cells: l.cells}) }

func (l *line) endBold() { l.s.rows = append(l.s.rows, row{cells: l.cells, bold: true}) }

// band adds a heading over rows.
func (s *sheet) band(label string) {
	s.rows = append(s.rows, row{cells: []cell{words(label)}, band: true})
}

// ref is the name of a cell of the line, columns from 0.
func (l *line) ref(col int) string { return name(col, l.at) }

func name(col, row int) string {
	at, err := excelize.CoordinatesToCellName(col+1, row)
	if err != nil {
		panic(err) // columns and rows are counted here
	}
	return at
}

// share is a part over its whole, in columns of this line; nothing where one is not stated or the whole is nought.
func (l *line) share(part, whole int) *line {
	x := cell{kind: share, formula: fmt.Sprintf(`IF(COUNT(%[1]s,%[2]s)<2,"",IF(%[2]s=0,"",%[1]s/%[2]s))`, l.ref(part), l.ref(whole))}
	if n, ok := l.cells[part].number(); ok {
		if of, ok := l.cells[whole].number(); ok && of != 0 {
			x.value = float64(n) / float64(of)
		}
	}
	return l.add(x)
}

// shareOfAll is a part over a cell in another row of its column.
func (l *line) shareOfAll(part, wholeRow int, whole cell) *line {
	at := name(part, wholeRow)
	x := cell{kind: share, formula: fmt.Sprintf(`IF(COUNT(%[1]s,%[2]s)<2,"",IF(%[2]s=0,"",%[1]s/%[2]s))`, l.ref(part), at)}
	if n, ok := l.cells[part].number(); ok {
		if of, ok := whole.number(); ok && of != 0 {
			x.value = float64(n) / float64(of)
		}
	}
	return l.add(x)
}

// rest is what is left of a whole when its known parts, in neighbouring columns, are taken away.
func (l *line) rest(whole, from, to int) *line {
	x := cell{kind: count, formula: fmt.Sprintf(`IF(COUNT(%[1]s)=0,"",%[1]s-SUM(%[2]s:%[3]s))`, l.ref(whole), l.ref(from), l.ref(to))}
	if n, ok := l.cells[whole].number(); ok {
		for _, part := range l.cells[from : to+1] {
			p, _ := part.number()
			n -= p
		}
		x.value = n
	}
	return l.add(x)
}

// less is the difference of two columns, then how much it is of the second.
func (l *line) less(now, before int) *line {
	a, b := l.ref(now), l.ref(before)
	diff := cell{kind: change, formula: fmt.Sprintf(`IF(COUNT(%[1]s,%[2]s)<2,"",%[1]s-%[2]s)`, a, b)}
	part := cell{kind: rise, formula: fmt.Sprintf(`IF(COUNT(%[1]s,%[2]s)<2,"",IF(%[2]s=0,"",(%[1]s-%[2]s)/%[2]s))`, a, b)}
	n, hasN := l.cells[now].number()
	m, hasM := l.cells[before].number()
	if hasN && hasM {
		diff.value = n - m
		if m != 0 {
			part.value = float64(n-m) / float64(m)
		}
	}
	return l.add(diff, part)
}

// across adds up neighbouring columns of the line.
func (l *line) across(from, to int) *line {
	x := cell{kind: count, formula: sumOf(l.ref(from), l.ref(to))}
	x.value = sumCells(l.cells[from : to+1])
	return l.add(x)
}

// sumOf adds up a range: an empty text where nothing in it is stated.
func sumOf(from, to string) string {
	return fmt.Sprintf(`IF(COUNT(%[1]s:%[2]s)=0,"",SUM(%[1]s:%[2]s))`, from, to)
}

// sumCells is nil where nothing is stated.
func sumCells(cells []cell) any {
	sum, stated := int64(0), false
	for _, x := range cells {
		if n, ok := x.number(); ok {
			sum, stated = sum+n, true
		}
	}
	if !stated {
		return nil
	}
	return sum
}

// column values of the rows from a row on.
func (s *sheet) values(col, from int) (all []cell) {
	for _, r := range s.rows[from-s.head-1:] {
		if !r.band && col < len(r.cells) {
			all = append(all, r.cells[col])
		}
	}
	return all
}

// down makes a total of the next column of a line: the sum of the rows from a row on, as a formula. own is the figure that it must be; a sum
// that comes out otherwise is a fault of ours.
func (c *composer) down(l *line, from int, own cell) *line {
	col := len(l.cells)
	if l.at <= from {
		return l.add(own)
	}
	if got := sumCells(l.s.values(col, from)); got != own.value {
		c.fault("%s: column %d adds up to %v, its figure is %v", l.s.name, col+1, got, own.value)
	}
	own.formula = sumOf(name(col, from), name(col, l.at-1))
	return l.add(own)
}

// downIf is down for a total that need not be the sum of its rows: then the figure stands as a value, and differs is told.
func (c *composer) downIf(l *line, from int, own cell, differs *bool) *line {
	col := len(l.cells)
	if l.at <= from || sumCells(l.s.values(col, from)) != own.value {
		*differs = *differs || own.value != nil
		return l.add(own)
	}
	own.formula = sumOf(name(col, from), name(col, l.at-1))
	return l.add(own)
}

// downFree is a sum of rows that is no published figure.
func (c *composer) downFree(l *line, from int) *line {
	col := len(l.cells)
	return c.down(l, from, cell{kind: count, value: sumCells(l.s.values(col, from))})
}

// refTo is a cell that shows a figure of another sheet; empty where that is not stated, so that a picture has a gap there.
func refTo(s *sheet, col, row int) cell {
	x := s.rows[row-s.head-1].cells[col]
	if x.value == nil {
		return cell{kind: x.kind}
	}
	return cell{kind: x.kind, value: x.value, formula: "'" + s.name + "'!" + name(col, row)}
}

// figureCell is a figure as it stands in a table.
func figureCell(t table.Table, r int, column string) cell {
	x := cell{kind: count}
	col := t.Col(column)
	if n, ok := t.Int(r, column); ok {
		x.value, x.figure = n, t.FigureID(r, col)
	}
	return x
}

func yearText(year int) string { return strconv.Itoa(year) }

// called is what a cell counts: its row and its column, the head of which may say more below.
func (s *sheet) called(r, col int) string {
	text := ""
	for _, x := range s.rows[r].cells[:min(s.labels, col)] {
		if label, ok := x.value.(string); ok {
			text += strings.TrimSpace(label) + " · "
		}
	}
	head, _, _ := strings.Cut(s.cols[col].head, "\n")
	return text + strings.ReplaceAll(head, parting, "")
}

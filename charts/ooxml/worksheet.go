package ooxml

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// worksheet is a sheet part being marked.
type worksheet struct {
	*document
	styles  *stylesheet
	data    element
	rows    []rowAt
	merges  []area
	columns []columns
	wide    float64 // of a column that says nothing, in characters
	high    float64 // of a row that says nothing, in points
}

// rowAt is a row element and where it stands.
type rowAt struct {
	element
	no     int
	height float64 // points; below 0 where it says nothing
}

// columns are neighbouring columns of one width and look.
type columns struct {
	from, to, style int
	width           float64
}

// survey finds rows, merged cells and columns.
func (sh *worksheet) survey() error {
	var ok bool
	if sh.data, ok = named(sh.kids, "sheetData"); !ok {
		return fmt.Errorf("no sheetData")
	}
	sh.wide, sh.high = 8.43, 15
	for _, k := range sh.kids {
		var err error
		switch k.local() {
		case "sheetFormatPr":
			sh.wide = sh.number(k.tag, "defaultColWidth", sh.wide)
			sh.high = sh.number(k.tag, "defaultRowHeight", sh.high)
		case "cols":
			err = each(sh.text, k.to, k.inner, func(e element) error {
				c := columns{int(sh.number(e.tag, "min", 0)), int(sh.number(e.tag, "max", 0)), int(sh.number(e.tag, "style", 0)), sh.number(e.tag, "width", sh.wide)}
				if e.flag(sh.text, "hidden") {
					c.width = 0
				}
				sh.columns = append(sh.columns, c)
				return nil
			})
		case "mergeCells":
			err = each(sh.text, k.to, k.inner, func(e element) error {
				ref, _ := e.attr(sh.text, "ref")
				if a, ok := areaOf(ref); ok {
					sh.merges = append(sh.merges, a)
				}
				return nil
			})
		}
		if err != nil {
			return err
		}
	}
	no := 0
	return each(sh.text, sh.data.to, sh.data.inner, func(e element) error {
		if e.local() != "row" {
			return nil
		}
		no++
		if r, ok := e.attr(sh.text, "r"); ok {
			n, err := strconv.Atoi(strings.TrimSpace(r))
			if err != nil {
				return fmt.Errorf("row %q", r)
			}
			no = n
		}
		row := rowAt{e, no, sh.number(e.tag, "ht", -1)}
		if e.flag(sh.text, "hidden") {
			row.height = 0
		}
		sh.rows = append(sh.rows, row)
		return nil
	})
}

func (sh *worksheet) number(t tag, name string, otherwise float64) float64 {
	if v, ok := t.attr(sh.text, name); ok {
		if n, err := strconv.ParseFloat(v, 64); err == nil {
			return n
		}
	}
	return otherwise
}

// fill gives the marked cells their colour; one that is not there is added, blank.
func (sh *worksheet) fill(marks []Mark) error {
	byRow := map[int][]Mark{}
	for _, m := range marks {
		byRow[m.Row] = append(byRow[m.Row], m)
	}
	pieces := map[int][]rowAt{}
	inOrder := sort.SliceIsSorted(sh.rows, func(i, j int) bool { return sh.rows[i].no < sh.rows[j].no })
	for _, r := range sh.rows {
		if byRow[r.no] != nil {
			pieces[r.no] = append(pieces[r.no], r)
		}
	}
	var numbers []int
	for no := range byRow {
		numbers = append(numbers, no)
	}
	slices.Sort(numbers)
	put := map[int]string{} // rows to be added, by where
	var places []int
	for _, no := range numbers {
		if rows := pieces[no]; rows != nil {
			if err := sh.fillRow(rows, byRow[no]); err != nil {
				return err
			}
			continue
		}
		x := sh.root.prefix()
		row := fmt.Sprintf(`<%srow r="%d">`, x, no)
		for _, m := range byRow[no] {
			row += sh.blank(m, sh.columnStyle(m.Col))
		}
		at := sh.before(no, inOrder)
		if put[at] == "" {
			places = append(places, at)
		}
		put[at] += row + "</" + x + "row>"
	}
	for _, at := range places {
		if at < 0 {
			sh.append(sh.data, put[at])
		} else {
			sh.edit = append(sh.edit, edit{at: at, put: put[at]})
		}
	}
	sh.extend(marks)
	return nil
}

// before is where a row that is missing belongs; -1 is behind all others.
func (sh *worksheet) before(no int, inOrder bool) int {
	i := len(sh.rows)
	if inOrder {
		i = sort.Search(len(sh.rows), func(i int) bool { return sh.rows[i].no > no })
	} else if j := slices.IndexFunc(sh.rows, func(r rowAt) bool { return r.no > no }); j >= 0 {
		i = j
	}
	if i == len(sh.rows) {
		return -1
	}
	return sh.rows[i].from
}

// fillRow marks cells of one row, which may be written in pieces.
func (sh *worksheet) fillRow(rows []rowAt, marks []Mark) error {
	left := map[int]Mark{}
	for _, m := range marks {
		left[m.Col] = m
	}
	type cellAt struct{ from, col int }
	var cells []cellAt // of the last piece
	for _, r := range rows {
		cells = cells[:0]
		col := 0
		err := each(sh.text, r.to, r.inner, func(e element) error {
			if e.local() != "c" {
				return nil
			}
			col++
			if ref, ok := e.attr(sh.text, "r"); ok {
				p, ok := placeOf(ref)
				if !ok {
					return fmt.Errorf("cell %q", ref)
				}
				col = p.col
			}
			cells = append(cells, cellAt{e.from, col})
			for _, m := range marks {
				if m.Col == col {
					sh.set(e.tag, "s", strconv.Itoa(sh.styles.filled(int(sh.number(e.tag, "s", 0)), m.Fill)))
					delete(left, col)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	last := rows[len(rows)-1]
	tail := ""
	for _, m := range marks {
		if _, missing := left[m.Col]; !missing {
			continue
		}
		style := sh.columnStyle(m.Col)
		if last.flag(sh.text, "customFormat") {
			style = int(sh.number(last.tag, "s", 0))
		}
		xml := sh.blank(m, style)
		if i := slices.IndexFunc(cells, func(c cellAt) bool { return c.col > m.Col }); i >= 0 {
			sh.edit = append(sh.edit, edit{at: cells[i].from, put: xml})
		} else {
			tail += xml
		}
	}
	if tail != "" {
		sh.append(last.element, tail)
	}
	if len(left) > 0 {
		if spans, ok := last.attr(sh.text, "spans"); ok {
			sh.set(last.tag, "spans", widened(spans, marks))
		}
	}
	return nil
}

// widened is the span "1:9" of a row's cells with those of the marks.
func widened(spans string, marks []Mark) string {
	a, b, _ := strings.Cut(spans, ":")
	from, err := strconv.Atoi(a)
	to, err2 := strconv.Atoi(b)
	if err != nil || err2 != nil {
		return spans
	}
	for _, m := range marks {
		from, to = min(from, m.Col), max(to, m.Col)
	}
	return fmt.Sprintf("%d:%d", from, to)
}

func (sh *worksheet) blank(m Mark, style int) string {
	return fmt.Sprintf(`<%sc r="%s" s="%d"/>`, sh.root.prefix(), place{m.Row, m.Col}.a1(), sh.styles.filled(style, m.Fill))
}

func (sh *worksheet) columnStyle(col int) int {
	for _, c := range sh.columns {
		if c.from <= col && col <= c.to {
			return c.style
		}
	}
	return 0
}

// extend lets the stated extent of the sheet hold the marks.
func (sh *worksheet) extend(marks []Mark) {
	d, ok := named(sh.kids, "dimension")
	if !ok {
		return
	}
	ref, _ := d.attr(sh.text, "ref")
	a, ok := areaOf(ref)
	if !ok {
		return
	}
	was := a
	for _, m := range marks {
		a.from.row, a.from.col = min(a.from.row, m.Row), min(a.from.col, m.Col)
		a.to.row, a.to.col = max(a.to.row, m.Row), max(a.to.col, m.Col)
	}
	if a != was {
		sh.set(d.tag, "ref", a.from.a1()+":"+a.to.a1())
	}
}

// deselect takes the sheet's tab out of those selected.
func (sh *worksheet) deselect() error {
	views, ok := named(sh.kids, "sheetViews")
	if !ok {
		return nil
	}
	return each(sh.text, views.to, views.inner, func(e element) error {
		if e.flag(sh.text, "tabSelected") {
			sh.set(e.tag, "tabSelected", "0")
		}
		return nil
	})
}

// The elements that stand before legacyDrawing in a sheet.
var beforeLegacy = []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
	"protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
	"conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks",
	"colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing"}

// width is how many pixels a column takes, counted from 1.
func (sh *worksheet) width(col int) int {
	w := sh.wide
	for _, c := range sh.columns {
		if c.from <= col && col <= c.to {
			w = c.width
		}
	}
	if w <= 0 {
		return 0
	}
	return int(w*7 + 5)
}

// height is how many pixels a row takes, counted from 1.
func (sh *worksheet) height(row int) int {
	i := sort.Search(len(sh.rows), func(i int) bool { return sh.rows[i].no >= row })
	if i < len(sh.rows) && sh.rows[i].no == row && sh.rows[i].height >= 0 {
		return int(sh.rows[i].height * 4 / 3)
	}
	return int(sh.high * 4 / 3)
}

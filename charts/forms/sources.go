package forms

import (
	"fmt"
	"slices"
	"strings"
)

// sourceSheet leads from cells to figures. Readers of returns leave out a sheet that is called a guide.
const sourceSheet = "Hướng dẫn - nguồn số liệu"

// sources writes the second sheet: of each cell with a figure the ids of its figures, of each that is blank why.
func (b *book) sources() error {
	in := b.p.in
	widths := []float64{6, 66, 11, 84}
	for i, w := range widths {
		col := string(rune('A' + i))
		if err := b.SetColWidth(sourceSheet, col, col, w); err != nil {
			return err
		}
	}
	put := func(row int, texts []string, k style) error {
		for i, text := range texts {
			k.middle = i == 2
			if err := b.across(sourceSheet, row, i+1, 1, i+1, text, k); err != nil {
				return err
			}
		}
		return nil
	}
	if err := b.across(sourceSheet, 1, 1, 1, len(widths), in.say("sources.title", in.Form.Sheet, in.Year), style{size: 13, bold: true}); err != nil {
		return err
	}
	about := in.say("sources.about", in.Tables["form-people"].Build)
	all, k := widths[0]+widths[1]+widths[2]+widths[3], style{size: 10, italic: true, top: true}
	if err := b.across(sourceSheet, 2, 1, 1, len(widths), about, k); err != nil {
		return err
	}
	if err := b.SetRowHeight(sourceSheet, 2, k.height(k.lines(about, all))); err != nil {
		return err
	}
	head := []string{in.say("sources.cell"), in.say("sources.what"), in.say("sources.amount"), in.say("sources.figure")}
	if err := put(3, head, style{size: 10, bold: true, lined: true}); err != nil {
		return err
	}
	k = style{size: 8, lined: true, top: true}
	row, used := 4, 0.0
	for i, l := range b.p.lines {
		for c, x := range l.cells {
			if b.p.leaves[c].isText() {
				continue
			}
			amount, from := b.source(x)
			for n, id := range from {
				at, texts := b.p.at(i, c), []string{"", "", "", id}
				if n == 0 {
					texts = []string{at, b.p.called(i, c), amount, id}
				}
				if err := put(row, texts, k); err != nil {
					return err
				}
				if n == 0 {
					if err := b.SetCellHyperLink(sourceSheet, cellName(1, row), "'"+in.Form.Sheet+"'!"+at, "Location"); err != nil {
						return err
					}
				}
				height := k.height(max(k.lines(texts[1], widths[1]), k.lines(id, widths[3])))
				if err := b.SetRowHeight(sourceSheet, row, height); err != nil {
					return err
				}
				used += height
				row++
			}
		}
	}
	on := pageOf(all)
	return b.paper(sourceSheet, on, on.pages(all, used), 0, 3, 3)
}

// source is how much stands in a cell, or may, and where it is from, or why it is blank. A cell that adds up others needs none.
func (b *book) source(x cell) (amount string, from []string) {
	in := b.p.in
	switch {
	case x.why == unsplit:
		return in.say("sources.span", in.count(x.span.least), in.count(x.span.most)), []string{in.say("sources.unsplit")}
	case x.why == unknown:
		return "", []string{in.say("sources.unknown")}
	case x.has() && x.formula == "":
		return in.count(x.value), x.figures
	}
	return "", nil
}

// called is what a cell counts: its row, its column.
func (p *plan) called(i, c int) string {
	var row []string
	for k, text := range p.lines[i].text {
		if text != "" && p.leaves[k].column.What != "count_unit" {
			row = append(row, strings.TrimLeft(text, "-+ "))
		}
	}
	var head []string
	for level, h := range p.leaves[c].head {
		if h != "" && !(level == 0 && len(p.leaves[c].head) > 1 && p.underOne(h)) {
			head = append(head, h)
		}
	}
	return fmt.Sprintf("%s · %s", strings.Join(row, " "), strings.Join(head, " > "))
}

// underOne says that all columns with a heading above their own stand under one: it tells none of them from another.
func (p *plan) underOne(heading string) bool {
	return !slices.ContainsFunc(p.leaves, func(l leaf) bool { return len(l.head) > 1 && l.head[0] != heading })
}

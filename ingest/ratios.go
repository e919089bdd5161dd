package ingest

import (
	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/ingest/value"
)

// count is a figure as printed and where.
type count struct {
	amount int64
	cell   string
	at     [2]int
}

// checkRatios works every printed share out again from the counts of its row. mended are
// the amounts that the sums of the sheet ask for: a share that agrees with these was
// right, and its count is told to be at fault already.
func (t *tally) checkRatios(mended map[[2]int]int64) {
	fields := map[string]*layout.Column{}
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Field != "" && fields[c.Field] == nil {
			fields[c.Field] = c
		}
	}
	for i := range t.Columns {
		col := &t.Columns[i]
		if len(col.RatioOf) != 2 || fields[col.RatioOf[0]] == nil || fields[col.RatioOf[1]] == nil {
			continue
		}
		part, whole := fields[col.RatioOf[0]].Col, fields[col.RatioOf[1]].Col
		for j := range t.Rows {
			if row := &t.Rows[j]; row.Kind == layout.Data || row.Kind == layout.Total {
				t.checkRatio(row, col.Col, part, whole, mended)
			}
		}
	}
}

// checkRatio holds one share against the counts in two columns of its row. In a row of
// totals these are as printed; a share of what they should be is right too.
func (t *tally) checkRatio(row *layout.Row, col, partCol, wholeCol int, mended map[[2]int]int64) {
	c, at, ok := row.Cell(col)
	if !ok || c.Kind == grid.Error || at != grid.A1(row.No, col) {
		return
	}
	part, told := t.countAt(row, partCol)
	whole, told2 := t.countAt(row, wholeCol)
	if !told || !told2 {
		return
	}
	holds := func(part, whole int64) bool {
		agrees, told := check.Share(c.Text, c.Kind == grid.Number, part, whole)
		return agrees || !told
	}
	if holds(part.amount, whole.amount) || holds(instead(part, mended), instead(whole, mended)) {
		return
	}
	if len(row.Sum) > 0 && holds(t.total(t.down(row.Sum, partCol)).amount, t.total(t.down(row.Sum, wholeCol)).amount) {
		return
	}
	share := float64(part.amount) / float64(whole.amount)
	t.find("ratio-differs", t.SheetName, at, c.Text, check.Words{
		"share_vi": data.FormatPercent("vi", share), "share_en": data.FormatPercent("en", share),
		"part_vi": data.FormatInt("vi", part.amount), "part_en": data.FormatInt("en", part.amount), "part": part.cell,
		"whole_vi": data.FormatInt("vi", whole.amount), "whole_en": data.FormatInt("en", whole.amount), "whole": whole.cell})
}

// countAt reads a count in a row; told is false where it is blank or none.
func (t *tally) countAt(row *layout.Row, col int) (n count, told bool) {
	c, at, ok := row.Cell(col)
	if !ok {
		return count{}, false
	}
	amount, present, err := value.Count(c.Text, c.Kind == grid.Number)
	return count{amount, at, [2]int{row.No, col}}, err == nil && present
}

func instead(n count, mended map[[2]int]int64) int64 {
	if amount, ok := mended[n.at]; ok {
		return amount
	}
	return n.amount
}

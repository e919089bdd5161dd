package ingest

import (
	"math/rand/v2"
	"slices"
	"strings"
)

var columnDamages = []damage{
	{"a blank column within the table", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		p.insertCol(between(r, 1, len(p.cols)-1), "", func(int) box { return box{} })
		return allOf(p), true
	}},
	{"a blank column before all", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		p.insertCol(0, "", func(int) box { return box{} })
		return allOf(p), true
	}},
	{"a column of remarks inserted", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at := between(r, 2, len(p.cols))
		h := p.header()
		p.insertCol(at, "", func(i int) box {
			switch {
			case i == h:
				return txt("Ý kiến của hội đồng")
			case p.roles[i] == dataRow:
				return txt("Đồng ý")
			}
			return box{}
		})
		return colsOf(p, at, at), true
	}},
	{"a column of figures inserted that has no header", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		at := between(r, 2, len(p.cols))
		p.insertCol(at, "", func(i int) box {
			if p.roles[i] == dataRow {
				return num(i)
			}
			return box{}
		})
		return colsOf(p, at, at), true
	}},
	{"columns in another order", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		blocks := p.blocks()
		r.Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
		p.order(slices.Concat(blocks...))
		return allOf(p), true
	}},
	{"columns in another order, the ordinal first", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		blocks := p.blocks()
		r.Shuffle(len(blocks)-2, func(i, j int) { blocks[i+2], blocks[j+2] = blocks[j+2], blocks[i+2] })
		p.order(slices.Concat(blocks...))
		return allOf(p), true
	}},
	{"a column moved to the far right", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		blocks := p.blocks()
		at := 1 + r.IntN(len(blocks)-1)
		moved := blocks[at]
		cols := slices.Concat(slices.Concat(slices.Delete(blocks, at, at+1)...), []int{len(p.cols), len(p.cols)}, moved)
		p.cols = append(p.cols, "")
		p.order(cols)
		return colsOf(p, len(cols)-len(moved), len(cols)-1), true
	}},
	{"the name's column before the ordinal", true, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		if p.cols[0] != "ordinal" {
			return none()
		}
		cols := []int{1, 0}
		for c := 2; c < len(p.cols); c++ {
			cols = append(cols, c)
		}
		p.order(cols)
		return allOf(p), true
	}},
	{"the column of ordinals removed", false, "", func(s *sent, _ *rand.Rand) ([]area, bool) {
		p := s.sheet()
		if p.cols[0] != "ordinal" {
			return none()
		}
		var cols []int
		for c := 1; c < len(p.cols); c++ {
			cols = append(cols, c)
		}
		p.order(cols)
		return allOf(p), true
	}},
	{"ordinals restart", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return ordinals(s, func(i, n int) string { return []string{"1", "2", "3"}[i%3] })
	}},
	{"ordinals in roman figures", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return ordinals(s, func(i, n int) string {
			return []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"}[i]
		})
	}},
	{"ordinals with a point", true, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return ordinals(s, func(i, n int) string { return strings.TrimPrefix(num(i+1).text+".", "0") })
	}},
	{"ordinals blank", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		return ordinals(s, func(int, int) string { return "" })
	}},
	{"a hidden column", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet()
		c := r.IntN(len(p.cols))
		p.hiddenCol[c] = true
		return colsOf(p, c, c), true
	}},
	{"two columns with one header", false, "", func(s *sent, r *rand.Rand) ([]area, bool) {
		p := s.sheet() // the header of a column is overwritten by its neighbour's
		h := p.body() - 1
		for p.roles[h] != headerRow {
			h--
		}
		c := 1 + r.IntN(len(p.cols)-2)
		if p.at(h, c).empty() || p.at(h, c+1).empty() {
			return none()
		}
		p.set(h, c+1, p.at(h, c))
		return colsOf(p, c, c+1), true
	}},
}

// ordinals numbers the rows of data otherwise.
func ordinals(s *sent, as func(i, n int) string) ([]area, bool) {
	p := s.sheet()
	c := p.col("ordinal")
	if c < 0 {
		return none()
	}
	rows := p.of(dataRow)
	for i, r := range rows {
		p.set(r, c, txt(as(i, len(rows))))
	}
	return allOf(p), true
}

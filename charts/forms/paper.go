package forms

import (
	"fmt"
	"math"
	"slices"

	"github.com/xuri/excelize/v2"
)

// page is a sheet of paper: its size, which way it lies, and the points within its edges.
type page struct {
	size       int
	side       string
	wide, tall float64
}

// pageOf is the paper on which so many characters of columns can still be read.
func pageOf(width float64) page {
	const a4, a3, uprightRoom, sideRoom = 9, 8, 110.0, 225.0
	switch {
	case width <= uprightRoom:
		return page{a4, "portrait", 520, 750}
	case width <= sideRoom:
		return page{a4, "landscape", 765, 503}
	}
	return page{a3, "landscape", 1112, 750}
}

// pages is how many pages so many points of rows take under so many characters of columns: a few rows take none of their own where
// letters a little smaller save it.
func (p page) pages(width, height float64) int {
	const smaller = 1.08
	room := p.tall * max(1, width*widest/p.wide)
	return max(1, int(math.Ceil(height/(room*smaller))))
}

// paper sets the page of a sheet, with its header on each. The sheet fits it by its width, and on so many pages, 0 any; or it is
// printed at a scale in hundredths: programs heed no break of our own where a sheet is fitted.
func (b *book) paper(sheet string, on page, pages int, scale uint, top, bottom int) error {
	wide, fit, edge, middle := 1, scale == 0, 0.5, true
	layout := &excelize.PageLayoutOptions{Size: &on.size, Orientation: &on.side}
	if fit {
		layout.FitToWidth, layout.FitToHeight = &wide, &pages
	} else {
		layout.AdjustTo = &scale
	}
	if err := b.SetPageLayout(sheet, layout); err != nil {
		return err
	}
	if err := b.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := b.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &edge, Right: &edge, Top: &edge, Bottom: &edge, Horizontally: &middle}); err != nil {
		return err
	}
	titles := fmt.Sprintf("'%s'!$%d:$%d", sheet, top, bottom)
	if err := b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: sheet}); err != nil {
		return err
	}
	const small = `&"` + font + `,Regular"&8`
	return b.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C" + small + "&A&R" + small + "&P/&N"})
}

// smallest is the scale below which letters of eleven points are no longer read with ease.
const smallest = 0.6

// print sets the paper of the form: one page where its rows are fixed, or where letters stay large enough; otherwise as many as it
// takes, and the last rows go over to the page of the signatures.
func (s *sheet) print() error {
	on, end := pageOf(s.width(1, s.last())), s.row
	corner, err := excelize.CoordinatesToCellName(s.last(), end, true)
	if err != nil {
		return err
	}
	area := fmt.Sprintf("'%s'!$A$1:%s", s.name, corner) // with the room to sign in
	if err := s.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: s.name}); err != nil {
		return err
	}
	heights, whole := make([]float64, end+1), 0.0
	for row := 1; row <= end; row++ {
		h, err := s.GetRowHeight(s.name, row)
		if err != nil {
			return err
		}
		heights[row], whole = h, whole+h
	}
	across := min(1, on.wide/(s.width(1, s.last())*widest))
	if s.p.in.Form.FixedRows() || min(across, on.tall/whole) >= smallest {
		return s.paper(s.name, on, 1, 0, s.p.top(), s.p.first-1)
	}
	scale := uint(math.Floor(across * 100))
	const kept = 3 // lines of the body that go with the signatures
	tail := s.p.first + len(s.p.lines) - kept
	for _, row := range pageStarts(heights, tail, s.p.top(), s.p.first-1, on.tall/across) {
		if err := s.InsertPageBreak(s.name, cellName(1, row)); err != nil {
			return err
		}
	}
	return s.paper(s.name, on, 0, scale, s.p.top(), s.p.first-1)
}

// pageStarts are the rows with which new pages begin, where pages have so much room and repeat a header; the rows from one to the last
// stay together. All breaks are our own: one of ours among those that each program finds for itself leaves a page half empty.
func pageStarts(heights []float64, from, top, bottom int, room float64) (starts []int) {
	header := 0.0
	for _, h := range heights[top : bottom+1] {
		header += h
	}
	used := 0.0
	for row, h := range heights {
		if used+h > room {
			starts, used = append(starts, min(row, from)), header
		}
		used += h
	}
	return slices.Compact(starts)
}

package report

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/charts/ooxml"
)

// picture is a chart found in a document: what it was written as, what it has stored, what its workbook has.
type picture struct {
	ooxml.Drawing
	chart *ooxml.Chart
	bound int // in Binding.Charts; -1 for one of people's own
	sheet *chartTable
}

// chartTable is the workbook of a chart as a table of its series; at says in which cell a value stands.
type chartTable struct {
	file   *excelize.File
	series []ooxml.Series
	sheet  []string // of each series
	first  []cellAt
}

type cellAt struct{ col, row int }

// mostOfAWorkbook bounds what the workbook of a chart may inflate to.
const mostOfAWorkbook = 64 << 20

// pictures reads the charts of the document and finds which of ours each is.
func (d *Document) pictures() error {
	taken := map[int]bool{}
	for _, drawing := range d.word.Drawings {
		if drawing.Part == "" || drawing.Deleted {
			continue
		}
		chart, err := d.word.Chart(drawing.Part)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrNoDocument, err)
		}
		p := picture{Drawing: drawing, chart: chart, bound: d.named(drawing)}
		if p.bound >= 0 {
			taken[p.bound] = true
		}
		d.drawn = append(d.drawn, p)
	}
	for i := range d.drawn { // where a program dropped the names, what the chart shows tells which it is
		if p := &d.drawn[i]; p.bound < 0 {
			if p.bound = d.alike(p.chart, taken); p.bound >= 0 {
				taken[p.bound] = true
			}
		}
	}
	for i := range d.drawn {
		p := &d.drawn[i]
		if p.bound < 0 || p.chart.Workbook == "" {
			continue
		}
		content, err := d.word.Part(p.chart.Workbook)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrNoDocument, err)
		}
		p.sheet = readChartTable(content, p.chart)
	}
	return nil
}

// named finds a chart by what its frame is called.
func (d *Document) named(drawing ooxml.Drawing) int {
	return slices.IndexFunc(d.Charts, func(b BoundChart) bool {
		return drawing.Name == chartName(b.No) || drawing.Title != "" && drawing.Title == b.Title
	})
}

// alike finds the chart of ours, not found yet, that shares most names of bars and series with one; -1 where none shares half.
func (d *Document) alike(c *ooxml.Chart, taken map[int]bool) int {
	best, most := -1, 0
	for i, b := range d.Charts {
		if taken[i] || len(c.Series) == 0 {
			continue
		}
		same, all := 0, len(b.Categories)+len(b.Series)
		for _, label := range b.Categories {
			if slices.Contains(c.Series[0].Categories, label) {
				same++
			}
		}
		for _, s := range b.Series {
			if slices.ContainsFunc(c.Series, func(o ooxml.Series) bool { return o.Name == s.Name }) {
				same++
			}
		}
		if 2*same > all && same > most {
			best, most = i, same
		}
	}
	return best
}

// readChartTable reads the workbook of a chart. nil where it cannot be read as a table: then only what the chart stores is compared.
func readChartTable(content []byte, c *ooxml.Chart) *chartTable {
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: mostOfAWorkbook, UnzipXMLSizeLimit: mostOfAWorkbook})
	if err != nil || len(f.GetSheetList()) == 0 {
		return nil
	}
	t := &chartTable{file: f}
	for i, s := range c.Series {
		values, okV := parseRange(s.ValuesAt)
		names, okN := parseRange(s.CategoriesAt)
		if !okV || !okN { // LibreOffice forgets the places; ours are known
			sheet := f.GetSheetList()[0]
			values = cellRange{sheet, cellAt{2 + i, 2}, cellAt{2 + i, 1 + len(s.Values)}}
			names = cellRange{sheet, cellAt{1, 2}, cellAt{1, 1 + len(s.Values)}}
		}
		one := ooxml.Series{Name: s.Name}
		if one.Values, err = values.texts(f); err == nil {
			one.Categories, err = names.texts(f)
		}
		if err != nil {
			return nil
		}
		t.series, t.sheet, t.first = append(t.series, one), append(t.sheet, values.sheet), append(t.first, values.from)
	}
	return t
}

// cellRange is a range of one column.
type cellRange struct {
	sheet    string
	from, to cellAt
}

// parseRange reads Sheet1!$B$2:$B$9; ok is false for any other kind of range.
func parseRange(text string) (r cellRange, ok bool) {
	at := strings.LastIndex(text, "!")
	if at < 0 {
		return r, false
	}
	r.sheet = strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(text[:at], "'"), "'"), "''", "'")
	from, to, both := strings.Cut(strings.ReplaceAll(text[at+1:], "$", ""), ":")
	if !both {
		to = from
	}
	var errs [2]error
	r.from.col, r.from.row, errs[0] = excelize.CellNameToCoordinates(from)
	r.to.col, r.to.row, errs[1] = excelize.CellNameToCoordinates(to)
	return r, errors.Join(errs[:]...) == nil && r.from.col == r.to.col && r.from.row <= r.to.row && r.to.row-r.from.row < 10_000
}

// texts are the values of the range as they are stored.
func (r cellRange) texts(f *excelize.File) (all []string, err error) {
	for row := r.from.row; row <= r.to.row; row++ {
		at, err := excelize.CoordinatesToCellName(r.from.col, row)
		if err != nil {
			return nil, err
		}
		text, err := f.GetCellValue(r.sheet, at, excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, err
		}
		all = append(all, text)
	}
	return all, nil
}

// put gives a value another number; one that is not stated is blank.
func (t *chartTable) put(series, point int, a Amount) error {
	at, err := excelize.CoordinatesToCellName(t.first[series].col, t.first[series].row+point)
	if err != nil {
		return err
	}
	if !a.Stated {
		return t.file.SetCellValue(t.sheet[series], at, nil)
	}
	return t.file.SetCellValue(t.sheet[series], at, a.Num)
}

// place is where a number of ours stands in a chart: which series, which point; ok is false where it is gone.
func (b BoundChart) place(all []ooxml.Series, series, point int) (s, n int, ok bool) {
	s = slices.IndexFunc(all, func(o ooxml.Series) bool { return o.Name == b.Series[series].Name })
	if s < 0 {
		if s = series; len(all) != len(b.Series) || b.hasSeries(all[s].Name) {
			return 0, 0, false
		}
	}
	labels := all[s].Categories
	n = slices.Index(labels, b.Categories[point])
	if n < 0 {
		if n = point; len(labels) != len(b.Categories) || slices.Contains(b.Categories, labels[n]) {
			return 0, 0, false
		}
	}
	return s, n, n < len(all[s].Values)
}

func (b BoundChart) hasSeries(name string) bool {
	return slices.ContainsFunc(b.Series, func(s BoundSeries) bool { return s.Name == name })
}

// storedAmount reads a number as charts store it; ok is false where it is no whole number.
func storedAmount(text string) (a Amount, ok bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return Amount{}, true
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || f != float64(int64(f)) {
		return Amount{}, false
	}
	return Amount{int64(f), 1, true}, true
}

package charts

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// writeCover says what this is, how it was counted and what is where.
func (b *book) writeCover(f figures, sheets []sheet) error {
	name := b.in.say("sheet.cover")
	row := 1
	line := func(v string, k styleKey) error {
		row++
		return b.put(name, 2, row, v, k)
	}
	year := f.newest()
	mark := b.in.say("page.duty_unknown")
	if d := f.duty(year); d.Expected > 0 || d.Provisional {
		mark = b.in.say("sheet.completeness_of", strconv.Itoa(year), d.Words(b.in.Lang))
	}
	for _, l := range []struct {
		text string
		role role
	}{
		{b.in.say("page.agency", b.in.Province), roleNote}, {b.in.say("sheet.title"), roleBig},
		{b.in.say("sheet.years", strconv.Itoa(f.firstYear()), strconv.Itoa(year)), roleTitle}, {mark, roleTitle},
	} {
		if err := line(l.text, styleKey{role: l.role}); err != nil {
			return err
		}
	}
	row++
	if err := line(b.in.say("sheet.contents"), styleKey{role: roleHead}); err != nil {
		return err
	}
	contents := append([]sheet{{Name: b.in.say("sheet.charts"), Title: b.in.say("sheet.charts.title")}}, sheets...)
	for _, s := range contents {
		if err := line(s.Name+" – "+s.Title, styleKey{role: roleLink}); err != nil {
			return err
		}
		if err := b.SetCellHyperLink(name, "B"+strconv.Itoa(row), "'"+s.Name+"'!A1", "Location"); err != nil {
			return err
		}
	}
	row++
	if err := line(b.in.say("sheet.counted"), styleKey{role: roleHead}); err != nil {
		return err
	}
	for _, key := range []string{"page.foot.counted", "page.foot.ratio", "page.foot.youth", "page.foot.direct", "sheet.blank"} {
		if err := line(b.in.say(key), styleKey{}); err != nil {
			return err
		}
	}
	for _, note := range b.in.notes() {
		if err := line(note, styleKey{}); err != nil {
			return err
		}
		if err := b.roomFor(name, row, note, coverWidth); err != nil {
			return err
		}
	}
	row++
	if err := line(b.in.say("page.foot.build", f.Build), styleKey{role: roleNote}); err != nil {
		return err
	}
	if err := b.SetColWidth(name, "A", "A", 3); err != nil {
		return err
	}
	if err := b.SetColWidth(name, "B", "B", coverWidth); err != nil {
		return err
	}
	show := false
	if err := b.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &show}); err != nil {
		return err
	}
	return b.paper(name, "portrait")
}

// Widths of the one column of the cover, and of the labels under a chart.
const (
	coverWidth = 96
	labelWidth = 36
)

// firstYear is the first known year with figures.
func (f figures) firstYear() int {
	for _, y := range f.Years {
		if y > 0 {
			return y
		}
	}
	return 0
}

// chartBlock is a native chart and the cells it is drawn from, one under the other.
type chartBlock struct {
	title  string
	head   []string
	rows   [][]any
	kind   excelize.ChartType
	colour []string // of each series
	height uint
}

// writeCharts draws native charts, each over the small table it is drawn from.
func (b *book) writeCharts(f figures) error {
	name := b.in.say("sheet.charts")
	if err := b.heading(name, b.in.say("sheet.charts.title"), b.in.say("sheet.blank")); err != nil {
		return err
	}
	row := headRow
	for i, block := range []chartBlock{b.formBlock(f), b.yearBlock(f), b.classBlock(f)} {
		if len(block.rows) == 0 {
			continue
		}
		if i > 0 && row > headRow {
			if err := b.InsertPageBreak(name, "A"+strconv.Itoa(row)); err != nil {
				return err
			}
		}
		next, err := b.writeBlock(name, row, block)
		if err != nil {
			return err
		}
		row = next
	}
	if err := b.SetColWidth(name, "A", "A", labelWidth); err != nil {
		return err
	}
	if err := b.SetColWidth(name, "B", "G", 11); err != nil {
		return err
	}
	show := false
	if err := b.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &show}); err != nil {
		return err
	}
	return b.paper(name, "portrait")
}

// formBlock: the forms of the newest year, most first.
func (b *book) formBlock(f figures) chartBlock {
	year := f.newest()
	block := chartBlock{
		title: b.in.say("sheet.chart.form", strconv.Itoa(year)) + " (" + f.duty(year).Words(b.in.Lang) + ")", head: []string{b.in.say("page.form"), b.in.say("page.awards")},
		kind: excelize.Bar, colour: []string{b.look.Accent},
	}
	for i, m := range f.Forms {
		if n := sum(f.Award, posAwards, func(r []any) bool { return r[posYear] == int64(year) && r[posForm] == i }); n != nil {
			block.rows = append(block.rows, []any{m.Label, n})
		}
	}
	slices.SortStableFunc(block.rows, func(a, b []any) int { return -cmp.Compare(a[1].(int64), b[1].(int64)) })
	block.height = uint(90 + 26*len(block.rows))
	return block
}

// yearBlock: all awards by year.
func (b *book) yearBlock(f figures) chartBlock {
	block := chartBlock{
		title: b.in.say("sheet.chart.year"), head: []string{b.in.say("sheet.year"), b.in.say("page.awards")},
		kind: excelize.Col, colour: []string{b.look.Accent}, height: 300,
	}
	for _, y := range f.Years {
		if y > 0 {
			block.rows = append(block.rows, []any{f.yearLabel(b.in, y), sum(f.Award, posAwards, func(r []any) bool { return r[posYear] == int64(y) })})
		}
	}
	return block
}

// classBlock: the five exclusive classes and the unknown, stacked for each year.
func (b *book) classBlock(f figures) chartBlock {
	block := chartBlock{title: b.in.say("sheet.chart.class"), head: []string{b.in.say("sheet.year")}, kind: excelize.BarStacked, height: 420}
	for _, m := range f.Classes {
		block.head = append(block.head, m.Label)
		colour := cmp.Or(m.Colour, b.look.Accent)
		if m.Code == "chua_ro" {
			colour = b.look.Unknown
		}
		block.colour = append(block.colour, colour)
	}
	for _, y := range f.Years {
		if y == 0 {
			continue
		}
		row := []any{f.yearLabel(b.in, y)}
		for _, m := range f.Classes {
			measure := m.Code + "_count"
			if m.Code == "chua_ro" {
				measure = "class_unknown_count"
			}
			row = append(row, f.measureSum(measure, func(r []any) bool { return r[posYear] == int64(y) }))
		}
		block.rows = append(block.rows, row)
	}
	return block
}

// writeBlock writes the chart, then its table, and gives the row after them.
func (b *book) writeBlock(name string, row int, c chartBlock) (int, error) {
	top := row
	row += int(c.height/16) + 3 // a row is 17 to 20 pixels high
	first := row + 1
	for i, h := range c.head {
		if err := b.put(name, i+1, row, h, styleKey{role: roleHead, right: i > 0}); err != nil {
			return 0, err
		}
	}
	if err := b.SetRowHeight(name, row, headHeight(c.head, func(i int) float64 { return []float64{labelWidth, 11}[min(i, 1)] })); err != nil {
		return 0, err
	}
	for _, r := range c.rows {
		row++
		for i, v := range r {
			if err := b.put(name, i+1, row, v, styleKey{}); err != nil {
				return 0, err
			}
		}
		if label, ok := r[0].(string); ok {
			if err := b.roomFor(name, row, label, labelWidth); err != nil {
				return 0, err
			}
		}
	}
	chart := b.nativeChart(name, first, row, c)
	if err := b.AddChart(name, "A"+strconv.Itoa(top+1), chart); err != nil {
		return 0, err
	}
	return row + 3, nil
}

func (b *book) nativeChart(name string, first, last int, c chartBlock) *excelize.Chart {
	at := func(col, from, to int) string {
		letter, _ := excelize.ColumnNumberToName(col) // never above column 7
		return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", name, letter, from, letter, to)
	}
	stacked := c.kind == excelize.BarStacked
	lying := stacked || c.kind == excelize.Bar
	chart := &excelize.Chart{
		Type:      c.kind,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.title, Font: &excelize.Font{Bold: true, Size: 12, Color: hex(b.look.Ink), Family: "Arial"}}}},
		Dimension: excelize.ChartDimension{Width: 640, Height: c.height},
		Legend:    excelize.ChartLegend{Position: "none"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: !stacked, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		XAxis:     excelize.ChartAxis{ReverseOrder: lying, Font: excelize.Font{Size: 10, Family: "Arial", Color: hex(b.look.Ink)}},
		YAxis:     excelize.ChartAxis{None: !stacked, MajorGridLines: stacked, Font: excelize.Font{Size: 10, Family: "Arial", Color: hex(b.look.Ink)}, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		GapWidth:  new(uint(50)),
		// a year or form that was never stated is a gap
		ShowBlanksAs: "gap",
	}
	if stacked {
		chart.Legend.Position = "bottom"
		chart.Overlap = new(100)
	}
	for i, colour := range c.colour {
		chart.Series = append(chart.Series, excelize.ChartSeries{
			Name: at(2+i, first-1, first-1), Categories: at(1, first, last), Values: at(2+i, first, last),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{hex(colour)}},
		})
	}
	return chart
}

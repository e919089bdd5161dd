package book

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/charts"
	"tdkt/charts/ooxml"
)

// draw puts the native chart of a sheet over the cells that it is drawn from.
func (b *book) draw(s *sheet) error {
	p := s.picture
	if p == nil {
		return nil
	}
	at := func(col, from, to int) string {
		letter, _ := excelize.ColumnNumberToName(col + 1) // columns are few
		return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", s.name, letter, from, letter, to)
	}
	const rowHeight = 20 // pixels
	ink := hex(charts.Colours().Ink)
	run := func(text string, size float64, bold bool) excelize.ChartTitle {
		return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Family: font, Size: size, Bold: bold, Color: ink}}}}
	}
	small := excelize.Font{Family: font, Size: 11, Color: ink}
	lying := p.kind == excelize.Bar || p.kind == excelize.BarPercentStacked
	lang := b.c.in.Lang
	counted := numberForm(lang, count)
	form := counted
	if p.percentOfWhole {
		form = strings.ReplaceAll(numberForm(lang, share), ".00", "")
	}
	gap, zero := uint(45), 0.0
	chart := &excelize.Chart{
		Type: p.kind, Title: run(p.title, 14, true), Legend: excelize.ChartLegend{Position: "none"},
		Dimension: excelize.ChartDimension{Width: s.pixels(), Height: uint(s.head-firstHead-1) * rowHeight},
		PlotArea:  excelize.ChartPlotArea{ShowVal: p.values, NumFmt: excelize.ChartNumFmt{CustomNumFmt: counted}},
		XAxis:     excelize.ChartAxis{ReverseOrder: lying, Font: small, Title: run(p.across, 11, false)},
		YAxis:     excelize.ChartAxis{MajorGridLines: true, Font: small, Title: run(p.up, 11, false), NumFmt: excelize.ChartNumFmt{CustomNumFmt: form}, Minimum: &zero},
		GapWidth:  &gap,
		// what was never stated is a gap
		ShowBlanksAs: "gap",
	}
	if lying { // what the bars are stands over the table below; its room is for their names
		chart.XAxis.Title = excelize.ChartTitle{}
	}
	if p.keys {
		chart.Legend = excelize.ChartLegend{Position: "bottom", Font: &small}
	}
	if p.percentOfWhole {
		full, one := 100, 1.0
		chart.Overlap, chart.YAxis.Maximum = &full, &one
	}
	b.charts++
	if lying {
		b.plots = append(b.plots, s.plot(b.charts))
	}
	for i, of := range p.series {
		fill, points := fills(of)
		points = append(points, s.narrow(of)...)
		chart.Series = append(chart.Series, excelize.ChartSeries{
			Name: at(of.col, s.head, s.head), Categories: at(0, s.head+1, s.head+p.rows), Values: at(of.col, s.head+1, s.head+p.rows),
			DataLabel: excelize.ChartDataLabel{Font: labelFont(p, of.colour)}, Fill: fill,
		})
		for _, point := range points {
			point.Chart, point.Series = b.charts, i
			b.points = append(b.points, point)
		}
	}
	return b.AddChart(s.name, name(0, firstHead-1), chart)
}

// pixels is the width of the columns as excelize counts it, so that a picture ends where they end in whatever program.
func (s *sheet) pixels() (n uint) {
	for _, col := range s.cols {
		n += uint(col.width*8 + 0.5)
	}
	return n
}

// plot leaves room for the longest name beside the bars of a chart, for its title above and for what is below; sizes are pixels on the screen,
// where a column has seven for a character.
func (s *sheet) plot(chart int) ooxml.ChartPlot {
	const above, below, keys, right, digit = 60, 70, 40, 45, 7.4
	wide, tall := s.width()*7, float64(s.head-firstHead-1)*20
	names := 0.0
	for _, r := range s.rows {
		names = max(names, breadth(r.cells[0].value.(string)))
	}
	left := min(names*digit+20, 0.45*wide)
	plot := ooxml.ChartPlot{Chart: chart, Left: left / wide, Top: above / tall, Wide: (wide - left - right) / wide, Tall: (tall - above - below) / tall}
	if s.picture.keys {
		plot.Tall -= keys / tall
	}
	return plot
}

// narrow are the parts of bars of shares that their number does not fit into; the table below has it.
func (s *sheet) narrow(of series) (points []ooxml.ChartPoint) {
	if !s.picture.values || !s.picture.percentOfWhole {
		return nil
	}
	const least = 0.05
	for i, r := range s.rows {
		whole, _ := sumCells(r.cells[1:]).(int64)
		if n, ok := r.cells[of.col].number(); ok && float64(n) < least*float64(whole) {
			points = append(points, ooxml.ChartPoint{Index: i, Colour: hex(of.colour), Unlabelled: true})
		}
	}
	return points
}

// labelFont is of letters that can be read: within a dark part they are white.
func labelFont(p *picture, colour string) excelize.Font {
	ink := charts.Colours().Ink
	if p.percentOfWhole && colour == charts.Colours().Accent {
		ink = "#ffffff"
	}
	return excelize.Font{Family: font, Size: 11, Color: hex(ink)}
}

// fills gives the colour of a series, and the points that look otherwise. What is provisional is hatched, which for a whole series is
// written as half transparent (ooxml.DrawnFormulas).
func fills(of series) (whole excelize.Fill, points []ooxml.ChartPoint) {
	whole = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{hex(of.colour)}}
	all := len(of.provisional) > 0
	for _, provisional := range of.provisional {
		all = all && provisional
	}
	if all {
		whole.Transparency = 50
	}
	for i, provisional := range of.provisional {
		colour := of.colour
		if i+1 == of.grey {
			colour = charts.Colours().Unknown
		}
		if provisional != all || colour != of.colour {
			points = append(points, ooxml.ChartPoint{Index: i, Colour: hex(colour), Hatched: provisional})
		}
	}
	return whole, points
}

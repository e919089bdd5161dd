package book

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"tdkt/charts"
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
	const rowHeight, character = 20, 7.0 // pixels
	ink := hex(charts.Colours().Ink)
	run := func(text string, size float64, bold bool) excelize.ChartTitle {
		return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Family: font, Size: size, Bold: bold, Color: ink}}}}
	}
	small := excelize.Font{Family: font, Size: 11, Color: ink}
	lying := p.kind == excelize.Bar || p.kind == excelize.BarPercentStacked
	form := "#,##0"
	if p.percentOfWhole {
		form = "0%"
	}
	gap, zero := uint(45), 0.0
	chart := &excelize.Chart{
		Type: p.kind, Title: run(p.title, 14, true), Legend: excelize.ChartLegend{Position: "none"},
		Dimension: excelize.ChartDimension{Width: uint(s.width() * character), Height: uint(s.head-firstHead-1) * rowHeight},
		PlotArea:  excelize.ChartPlotArea{ShowVal: p.values, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		XAxis:     excelize.ChartAxis{ReverseOrder: lying, Font: small, Title: run(p.across, 11, false)},
		YAxis:     excelize.ChartAxis{MajorGridLines: true, Font: small, Title: run(p.up, 11, false), NumFmt: excelize.ChartNumFmt{CustomNumFmt: form}, Minimum: &zero},
		GapWidth:  &gap,
		// what was never stated is a gap
		ShowBlanksAs: "gap",
	}
	if p.keys {
		chart.Legend = excelize.ChartLegend{Position: "bottom", Font: &small}
	}
	if p.percentOfWhole {
		full, one := 100, 1.0
		chart.Overlap, chart.YAxis.Maximum = &full, &one
	}
	for _, of := range p.series {
		chart.Series = append(chart.Series, drawnSeries(of, excelize.ChartSeries{
			Name: at(of.col, s.head, s.head), Categories: at(0, s.head+1, s.head+p.rows), Values: at(of.col, s.head+1, s.head+p.rows),
			DataLabel: excelize.ChartDataLabel{Font: labelFont(p, of.colour)},
		}))
	}
	return b.AddChart(s.name, name(0, firstHead-1), chart)
}

// labelFont is of letters that can be read: within a dark part they are white.
func labelFont(p *picture, colour string) excelize.Font {
	ink := charts.Colours().Ink
	if p.percentOfWhole && colour == charts.Colours().Accent {
		ink = "#ffffff"
	}
	return excelize.Font{Family: font, Size: 11, Color: hex(ink)}
}

// drawnSeries gives a series its colour; what is provisional is hatched, which is written as half transparent (ooxml.DrawnFormulas).
func drawnSeries(of series, out excelize.ChartSeries) excelize.ChartSeries {
	fill := func(colour string, provisional bool) excelize.Fill {
		f := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{hex(colour)}}
		if provisional {
			f.Transparency = 50
		}
		return f
	}
	all := len(of.provisional) > 0
	for _, provisional := range of.provisional {
		all = all && provisional
	}
	out.Fill = fill(of.colour, all) // the key is hatched where everything is
	for i, provisional := range of.provisional {
		colour := of.colour
		if i+1 == of.grey {
			colour = charts.Colours().Unknown
		}
		if provisional != all || colour != of.colour {
			out.DataPoint = append(out.DataPoint, excelize.ChartDataPoint{Index: i, Fill: fill(colour, provisional)})
		}
	}
	return out
}

package charts

import (
	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// skeleton is a chart of go-echarts whose options are taken.
type skeleton interface {
	Validate()
	JSON() map[string]any
}

// moreSkeletons are the skeletons of the kinds of chart that pictures.js and pictures_units.js ask for.
var moreSkeletons = map[string]func(id string, l look) skeleton{
	"waterfall": waterfallSkeleton,
	"lines":     linesSkeleton,
	"multiples": multiplesSkeleton,
	"rank":      rankSkeleton,
	"dots":      dotsSkeleton,
	"heat":      cellsSkeleton,
	"calendar":  cellsSkeleton,
}

func figureLabel(l look, position, weight string) echarts.SeriesOpts {
	return echarts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: position, FontSize: 14, FontWeight: weight, Color: l.Ink})
}

var values = opts.XAxis{Type: "value", Show: hidden, Min: 0}

// waterfallSkeleton: unseen bars that carry the steps, the steps, and marks for years that are too large to be bars.
func waterfallSkeleton(id string, l look) skeleton {
	bar := echarts.NewBar()
	bar.SetGlobalOptions(append(common(id, "item"), echarts.WithXAxisOpts(values), echarts.WithYAxisOpts(names(l)))...)
	stacked := echarts.WithBarChartOpts(opts.BarChart{Stack: "step", BarCategoryGap: "30%"})
	bar.AddSeries("base", nil, stacked)
	bar.AddSeries("step", nil, stacked, figureLabel(l, "right", "normal"),
		echarts.WithMarkLineStyleOpts(opts.MarkLineStyle{
			Symbol:    []string{"none", "none"},
			Label:     &opts.Label{Show: hidden},
			LineStyle: &opts.LineStyle{Color: l.Quiet, Type: "solid", Width: 1},
		}))
	marks := echarts.NewScatter()
	marks.AddSeries("year", nil, echarts.WithScatterChartOpts(opts.ScatterChart{Symbol: "rect"}), echarts.WithItemStyleOpts(opts.ItemStyle{Opacity: opts.Float(1)}), figureLabel(l, "right", "bold"))
	bar.Overlap(marks)
	return bar
}

// linesSkeleton: points of a level; its line is drawn in pieces, as years may be provisional or not stated.
func linesSkeleton(id string, l look) skeleton {
	line := echarts.NewLine()
	line.SetGlobalOptions(append(common(id, "item"),
		echarts.WithXAxisOpts(years(l)),
		echarts.WithYAxisOpts(opts.YAxis{
			Type: "value", Min: 0,
			AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), FontSize: 14, Color: l.Quiet},
		}))...)
	line.AddSeries("level", nil,
		echarts.WithLineStyleOpts(opts.LineStyle{Opacity: opts.Float(0)}),
		echarts.WithMarkLineStyleOpts(opts.MarkLineStyle{
			Symbol:    []string{"none", "none"},
			Label:     &opts.Label{Show: hidden},
			LineStyle: &opts.LineStyle{Width: 2.5},
		}))
	return line
}

// years is the axis of time.
func years(l look) opts.XAxis {
	return opts.XAxis{
		Type:      "category",
		AxisLine:  &opts.AxisLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: l.Quiet}},
		AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), FontSize: 14, Color: l.Ink},
	}
}

// multiplesSkeleton: one small picture; the page makes as many as there are forms.
func multiplesSkeleton(id string, l look) skeleton {
	bar := echarts.NewBar()
	bar.SetGlobalOptions(append(common(id, "item"),
		echarts.WithXAxisOpts(years(l)),
		echarts.WithYAxisOpts(opts.YAxis{Type: "value", Show: hidden, Min: 0}))...)
	bar.AddSeries("form", nil, echarts.WithBarChartOpts(opts.BarChart{BarCategoryGap: "25%"}), figureLabel(l, "top", "bold"))
	return bar
}

// rankSkeleton: bars, marks of medians, and figures that stand clear of both.
func rankSkeleton(id string, l look) skeleton {
	bar := echarts.NewBar()
	bar.SetGlobalOptions(append(common(id, "item"), echarts.WithXAxisOpts(values), echarts.WithYAxisOpts(names(l)))...)
	bar.AddSeries("now", nil, echarts.WithBarChartOpts(opts.BarChart{BarCategoryGap: "30%"}))
	marks := echarts.NewScatter()
	marks.AddSeries("median", nil, echarts.WithScatterChartOpts(opts.ScatterChart{Symbol: "rect"}),
		echarts.WithItemStyleOpts(opts.ItemStyle{Color: l.Ink, BorderColor: "#ffffff", BorderWidth: 1, Opacity: opts.Float(1)}))
	marks.AddSeries("figure", nil, echarts.WithItemStyleOpts(opts.ItemStyle{Color: "rgba(0,0,0,0)", Opacity: opts.Float(1)}), figureLabel(l, "right", "bold"))
	bar.Overlap(marks)
	return bar
}

// dotsSkeleton: one axis with the units of a cluster on it; the page makes as many as there are measures.
func dotsSkeleton(id string, l look) skeleton {
	dots := echarts.NewScatter()
	dots.SetGlobalOptions(append(common(id, "item"),
		echarts.WithXAxisOpts(opts.XAxis{
			Type: "value", AxisLabel: &opts.AxisLabel{Show: hidden},
			AxisLine: &opts.AxisLine{Show: opts.Bool(true), OnZero: hidden, LineStyle: &opts.LineStyle{Color: l.Quiet}},
		}),
		echarts.WithYAxisOpts(opts.YAxis{Type: "value", Show: hidden}))...)
	dots.AddSeries("others", nil,
		echarts.WithScatterChartOpts(opts.ScatterChart{Symbol: "circle", SymbolSize: 10}),
		echarts.WithItemStyleOpts(opts.ItemStyle{Color: "#ffffff", BorderColor: l.Quiet, BorderWidth: 1.5, Opacity: opts.Float(1)}))
	dots.AddSeries("own", nil,
		echarts.WithScatterChartOpts(opts.ScatterChart{Symbol: "circle", SymbolSize: 15}),
		echarts.WithItemStyleOpts(opts.ItemStyle{Color: l.Accent, BorderColor: "#ffffff", BorderWidth: 1.5, Opacity: opts.Float(1)}))
	return dots
}

// cellsSkeleton: a table of shaded cells with heads above it.
func cellsSkeleton(id string, l look) skeleton {
	rows := names(l)
	rows.AxisLine = &opts.AxisLine{Show: hidden} // cells that hold nothing would leave pieces of it
	cells := echarts.NewScatter()                // squares: the library draws its heat maps on more canvases, which a picture taken of one would lack
	cells.SetGlobalOptions(append(common(id, "item"),
		echarts.WithXAxisOpts(opts.XAxis{
			Type: "category", Position: "top",
			AxisLine:  &opts.AxisLine{Show: hidden},
			AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), FontSize: 14, Color: l.Ink},
		}),
		echarts.WithYAxisOpts(rows))...)
	cells.AddSeries("cell", nil,
		echarts.WithScatterChartOpts(opts.ScatterChart{Symbol: "rect"}),
		echarts.WithItemStyleOpts(opts.ItemStyle{BorderColor: "#ffffff", BorderWidth: 1, Opacity: opts.Float(1)}),
		figureLabel(l, "inside", "normal"))
	return cells
}

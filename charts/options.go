package charts

import (
	"encoding/json"
	"fmt"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// skeletons are the chart options of the panels without data: axes, series, labels. Only the
// options are taken from go-echarts; its pages, ids and asset hosts are not used.
func skeletons(l look) (map[string]any, error) {
	out := map[string]any{}
	for _, p := range panels() {
		var chart skeleton
		switch p.Draw {
		case "":
			continue
		case "bars":
			chart = barSkeleton(p.ID, l)
		case "columns":
			chart = columnSkeleton(p.ID, l)
		case "shares":
			chart = stackSkeleton(p.ID, l, 3, 1)
		case "stack":
			chart = stackSkeleton(p.ID, l, 1, nil)
		default:
			more, ok := moreSkeletons[p.Draw]
			if !ok {
				return nil, fmt.Errorf("charts: panel %s: no chart %q", p.ID, p.Draw)
			}
			chart = more(p.ID, l)
		}
		chart.Validate()
		option, err := plainOption(chart.JSON())
		if err != nil {
			return nil, fmt.Errorf("charts: panel %s: %w", p.ID, err)
		}
		complete(option, l)
		out[p.ID] = option
	}
	return out, nil
}

// plainOption turns the options into plain maps and leaves out what is null or never used here.
func plainOption(from map[string]any) (map[string]any, error) {
	for _, unused := range []string{"title", "toolbox", "color"} {
		delete(from, unused)
	}
	b, err := json.Marshal(from)
	if err != nil {
		return nil, err
	}
	var out map[string]any
	if err := json.Unmarshal(b, &out); err != nil {
		return nil, err
	}
	return dropNulls(out).(map[string]any), nil
}

// complete adds what go-echarts has no name for, and makes numbers of what it holds as text.
func complete(option map[string]any, l look) {
	option["textStyle"] = map[string]any{"fontFamily": l.Font, "fontSize": 14, "color": l.Ink}
	option["tooltip"].(map[string]any)["confine"] = true
	for _, side := range []string{"xAxis", "yAxis"} {
		for _, axis := range option[side].([]any) {
			axis := axis.(map[string]any)
			axis["axisTick"] = map[string]any{"show": false}
			axis["splitLine"] = map[string]any{"show": false}
			if label, ok := axis["axisLabel"].(map[string]any); ok {
				label["interval"], label["lineHeight"] = 0, 17
			}
		}
	}
}

func dropNulls(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, child := range v {
			if child == nil {
				delete(v, k)
			} else {
				v[k] = dropNulls(child)
			}
		}
	case []any:
		for i := range v {
			v[i] = dropNulls(v[i])
		}
	}
	return v
}

// common are the options of every chart: a fixed id, no movement, no legend (series are named beside it).
func common(id, trigger string) []echarts.GlobalOpts {
	return []echarts.GlobalOpts{
		echarts.WithInitializationOpts(opts.Initialization{ChartID: "chart-" + id, AssetsHost: "none"}),
		echarts.WithAnimation(false),
		echarts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		echarts.WithTooltipOpts(opts.Tooltip{
			Show: opts.Bool(true), Trigger: trigger,
			AxisPointer: &opts.AxisPointer{Type: "shadow"},
		}),
	}
}

var hidden = opts.Bool(false)

// names is the axis that carries the names of the rows, first row on top.
func names(l look) opts.YAxis {
	return opts.YAxis{
		Type: "category", Inverse: opts.Bool(true),
		AxisLine:  &opts.AxisLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: l.Quiet}},
		AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), FontSize: 14, Color: l.Ink, Margin: 8},
	}
}

// barSkeleton: horizontal bars, the value at the end; this year first, the year before lighter.
func barSkeleton(id string, l look) *echarts.Bar {
	bar := echarts.NewBar()
	bar.SetGlobalOptions(append(common(id, "axis"),
		echarts.WithXAxisOpts(opts.XAxis{Type: "value", Show: hidden, Min: 0}),
		echarts.WithYAxisOpts(names(l)))...)
	label := func(colour, weight string) echarts.SeriesOpts {
		return echarts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: "right", FontSize: 14, FontWeight: weight, Color: colour})
	}
	shape := echarts.WithBarChartOpts(opts.BarChart{BarGap: "8%", BarCategoryGap: "26%"})
	bar.AddSeries("now", nil, label(l.Ink, "bold"), shape)
	bar.AddSeries("before", nil, label(l.Quiet, "normal"), shape)
	return bar
}

// columnSkeleton: one column a year; a second axis from 0 to the number of years carries the breaks.
func columnSkeleton(id string, l look) *echarts.Bar {
	bar := echarts.NewBar()
	bar.ExtendXAxis(opts.XAxis{Type: "value", Show: hidden, Min: 0})
	bar.SetGlobalOptions(append(common(id, "axis"),
		echarts.WithXAxisOpts(opts.XAxis{
			Type:      "category",
			AxisLine:  &opts.AxisLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: l.Quiet}},
			AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), FontSize: 14, Color: l.Ink},
		}),
		echarts.WithYAxisOpts(opts.YAxis{Type: "value", Show: hidden, Min: 0}),
		echarts.WithGridOpts(opts.Grid{Left: "8", Right: "8", Top: "46", Bottom: "30"}))...)
	bar.AddSeries("awards", nil,
		echarts.WithBarChartOpts(opts.BarChart{BarCategoryGap: "40%"}),
		echarts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: "top", FontSize: 14, FontWeight: "bold", Color: l.Ink}))
	line := echarts.NewLine()
	line.AddSeries("breaks", nil,
		echarts.WithLineChartOpts(opts.LineChart{XAxisIndex: 1}),
		echarts.WithMarkLineStyleOpts(opts.MarkLineStyle{
			Symbol: []string{"none", "none"},
			Label:  &opts.Label{Show: opts.Bool(true), Position: "end", FontSize: 14, Color: l.Quiet},
			LineStyle: &opts.LineStyle{
				Color: l.Quiet, Type: "solid", Width: 1,
			},
		}))
	bar.Overlap(line)
	return bar
}

// stackSkeleton: parts of a whole side by side in one bar; with max 1 the whole is 100 %.
func stackSkeleton(id string, l look, parts int, most any) *echarts.Bar {
	bar := echarts.NewBar()
	trigger := "axis"
	if parts == 1 {
		trigger = "item" // the page makes one series a class; the pointer asks for one of them
	}
	bar.SetGlobalOptions(append(common(id, trigger),
		echarts.WithXAxisOpts(opts.XAxis{Type: "value", Show: hidden, Min: 0, Max: most}),
		echarts.WithYAxisOpts(names(l)),
		echarts.WithGridOpts(opts.Grid{Left: "2", Right: "2", Top: "6", Bottom: "6"}))...)
	for range parts {
		bar.AddSeries("part", nil,
			echarts.WithBarChartOpts(opts.BarChart{Stack: "whole", BarCategoryGap: "24%"}),
			echarts.WithItemStyleOpts(opts.ItemStyle{BorderColor: "#ffffff", BorderWidth: 1}),
			echarts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: "inside", FontSize: 14, Color: l.Ink}))
	}
	return bar
}

package ooxml

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// ChartPoint is the look of one bar or column of a chart that differs from that of its series.
type ChartPoint struct {
	Chart, Series, Index int // charts from 1 in the order in which they were added, series and points from 0
	Colour               string
	Hatched              bool
	Unlabelled           bool // its number would not fit into it
}

// ChartPlot is where within a chart its bars stand, in parts of the chart: names beside them have the room that is left.
type ChartPlot struct {
	Chart                 int
	Left, Top, Wide, Tall float64
}

// DrawnFormulas is NumberFormulas for a workbook with charts, in which it also does what their writer cannot or does otherwise: what that
// fills with a transparent colour is hatched in the colour; points get looks of their own, plots their place; titles lie along their axis; where the
// categories of lying bars go down from the top, the axis of values stays at the bottom.
func DrawnFormulas(pkg []byte, points []ChartPoint, plots []ChartPlot) ([]byte, error) {
	missed := ""
	out, err := normalise(pkg, func(name string, content []byte) []byte {
		if !strings.HasPrefix(name, "xl/charts/") {
			return numberFormulas(name, content)
		}
		for _, p := range points {
			if name != fmt.Sprintf("xl/charts/chart%d.xml", p.Chart) {
				continue
			}
			with, ok := withPoint(content, p)
			if !ok {
				missed = fmt.Sprintf("%s has no series %d of bars", name, p.Series)
			}
			content = with
		}
		for _, p := range plots {
			if name == fmt.Sprintf("xl/charts/chart%d.xml", p.Chart) {
				content = bytes.Replace(content, []byte(`<plotArea>`), fmt.Appendf(nil, placed, p.Left, p.Top, p.Wide, p.Tall), 1)
			}
		}
		return drawnChart(content)
	})
	if err == nil && missed != "" {
		err = fmt.Errorf("ooxml: %s", missed)
	}
	return out, err
}

const (
	barSeries = `<invertIfNegative val="0"></invertIfNegative>`
	afterBars = `<dLbls>`
	labelForm = `<numFmt `
	placed    = `<plotArea><layout><manualLayout><layoutTarget val="inner"></layoutTarget><xMode val="edge"></xMode><yMode val="edge"></yMode>` +
		`<x val="%.4f"></x><y val="%.4f"></y><w val="%.4f"></w><h val="%.4f"></h></manualLayout></layout>`
)

// withPoint puts a point into its series, after those that are there.
func withPoint(content []byte, p ChartPoint) ([]byte, bool) {
	at := 0
	for range p.Series + 1 {
		next := bytes.Index(content[at:], []byte("<ser>"))
		if next < 0 {
			return content, false
		}
		at += next + len("<ser>")
	}
	end := at + bytes.Index(content[at:], []byte("</ser>"))
	into := bytes.Index(content[at:end], []byte(afterBars))
	if into < 0 || !bytes.Contains(content[at:at+into], []byte(barSeries)) {
		return content, false
	}
	fill := fmt.Sprintf(`<a:solidFill><a:srgbClr val="%s"></a:srgbClr></a:solidFill>`, p.Colour)
	if p.Hatched {
		fill = strings.ReplaceAll(string(hatched), "$1", p.Colour)
	}
	point := fmt.Sprintf(`<dPt><idx val="%d"></idx>%s<bubble3D val="0"></bubble3D><spPr>%s</spPr></dPt>`, p.Index, barSeries, fill)
	out := slices.Clone(content)
	if p.Unlabelled {
		form := bytes.Index(content[at+into:end], []byte(labelForm))
		if form < 0 {
			return content, false
		}
		out = slices.Insert(out, at+into+form, fmt.Appendf(nil, `<dLbl><idx val="%d"></idx><delete val="1"></delete></dLbl>`, p.Index)...)
	}
	return slices.Insert(out, at+into, []byte(point)...), true
}

var (
	transparent = regexp.MustCompile(`<a:solidFill><a:srgbClr val="([0-9A-Fa-f]{6})"><a:alpha val="\d+"></a:alpha></a:srgbClr></a:solidFill>`)
	hatched     = []byte(`<a:pattFill prst="dkUpDiag"><a:fgClr><a:srgbClr val="$1"></a:srgbClr></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"></a:srgbClr></a:bgClr></a:pattFill>`)
	// properties of a title that has its own text say nothing but that it is not turned
	notTurned = []byte(`<txPr><a:bodyPr anchorCtr="false" rot="0" spcFirstLastPara="false"></a:bodyPr><a:p></a:p></txPr></title>`)
	flat      = []byte(`<title><tx><rich><a:bodyPr anchorCtr="false" rot="0" spcFirstLastPara="false">`)
	turned    = []byte(`<title><tx><rich><a:bodyPr anchorCtr="false" rot="-5400000" spcFirstLastPara="false" vert="horz">`)
)

func drawnChart(content []byte) []byte {
	content = transparent.ReplaceAll(content, hatched)
	content = bytes.ReplaceAll(content, notTurned, []byte(`</title>`))
	at := bytes.Index(content, []byte("<catAx>"))
	to := bytes.Index(content, []byte("<valAx>"))
	if at < 0 || to < at || !bytes.Contains(content[at:to], []byte(`<orientation val="maxMin">`)) {
		return content
	}
	categories := bytes.Replace(content[at:to], flat, turned, 1)
	categories = bytes.Replace(categories, []byte(`<axPos val="t">`), []byte(`<axPos val="l">`), 1)
	values := bytes.Replace(content[to:], turned, flat, 1)
	values = bytes.Replace(values, []byte(`<axPos val="l">`), []byte(`<axPos val="b">`), 1)
	values = bytes.Replace(values, []byte(`<crosses val="autoZero">`), []byte(`<crosses val="max">`), 1)
	return slices.Concat(content[:at], categories, values)
}

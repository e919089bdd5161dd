package ooxml

import (
	"bytes"
	"regexp"
	"strings"
)

// DrawnFormulas is NumberFormulas for a workbook with charts, which it also puts right: what their writer fills with a transparent colour
// is hatched in that colour, which it cannot write itself; titles of axes lie along their axis; where the categories of lying bars
// go down from the top, the axis of values stays at the bottom.
func DrawnFormulas(pkg []byte) ([]byte, error) {
	return normalise(pkg, func(name string, content []byte) []byte {
		if strings.HasPrefix(name, "xl/charts/") {
			return drawnChart(content)
		}
		return numberFormulas(name, content)
	})
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
	return append(append(append([]byte{}, content[:at]...), categories...), values...)
}

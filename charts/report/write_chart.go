package report

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/charts/hue"
	"tdkt/charts/ooxml"
)

// Lengths of charts in English Metric Units.
const (
	emuOfTwip  = 635
	emuOfPoint = 12700
	barHeight  = 24 * emuOfPoint // of a lying bar with its room
	chartRoom  = 24 * emuOfPoint // above and below the bars
	tallChart  = 210 * emuOfPoint
)

// chartName is what the frame of a chart is called: by it the chart is found again.
func chartName(no int) string { return fmt.Sprintf("tdkt-hinh %d", no) }

// drawnChart is a chart as parts of the document.
type drawnChart struct {
	no           int
	xml          []byte
	book         []byte
	relationship string // of the document to the chart
}

// chart writes the frame of a chart into the text, and keeps its parts and what its numbers are.
func (w *writer) chart(ch Chart) error {
	b := w.bound.useChart(ch)
	book, err := chartBook(ch)
	if err != nil {
		return err
	}
	d := drawnChart{b.No, chartXML(ch, w.lang), book, fmt.Sprintf("rIdTdktHinh%d", b.No)}
	w.charts = append(w.charts, d)
	width, height := w.width()*emuOfTwip, tallChart
	if ch.Kind == Bars {
		height = chartRoom + barHeight*len(ch.Categories)
	}
	w.bound.literal(ch.Title)
	w.f(`<w:p>%s<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:effectExtent l="0" t="0" r="0" b="0"/>`,
		w.props(Figure, `<w:keepNext/>`), width, height)
	w.f(`<wp:docPr id="%d" name="%s" descr="%s" title="%s"/><wp:cNvGraphicFramePr/>`, w.firstFrame+b.No, chartName(b.No), escape(ch.Alt), escape(ch.Title))
	w.f(`<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="%s" r:id="%s"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`, office, d.relationship)
	return nil
}

// chartSheet is the sheet of a chart's workbook: names of categories in the first column, of series in the first row.
const chartSheet = "Sheet1"

// chartBook is the workbook that "Edit data" opens.
func chartBook(ch Chart) ([]byte, error) {
	f := excelize.NewFile()
	put := func(col, row int, v any) error {
		at, err := excelize.CoordinatesToCellName(col, row)
		if err != nil {
			return err
		}
		return f.SetCellValue(chartSheet, at, v)
	}
	for i, c := range ch.Categories {
		if err := put(1, 2+i, c.Label); err != nil {
			return nil, err
		}
	}
	for s, series := range ch.Series {
		if err := put(2+s, 1, series.Name); err != nil {
			return nil, err
		}
		for i, p := range series.Points {
			if !p.Amount.Stated {
				continue
			}
			if err := put(2+s, 2+i, p.Amount.Num); err != nil {
				return nil, err
			}
		}
	}
	if err := f.SetColWidth(chartSheet, "A", "A", 48); err != nil {
		return nil, err
	}
	return bookBytes(f)
}

func bookBytes(f *excelize.File) ([]byte, error) {
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, err
	}
	return ooxml.Normalise(out.Bytes())
}

// countFormat writes whole numbers with the marks of the document's language, whatever the machine's language is.
func countFormat(lang string) string {
	mark := map[string]string{"vi": ".", "en": ","}[lang]
	return fmt.Sprintf(`[>=1000000]0"%[1]s"000"%[1]s"000;[>=1000]0"%[1]s"000;0`, mark)
}

// chartXML is the part of a chart, with its numbers stored so that it is seen before its workbook is opened.
func chartXML(ch Chart, lang string) []byte {
	var b strings.Builder
	b.WriteString(xml.Header + `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="` + office + `">`)
	fmt.Fprintf(&b, `<c:date1904 val="0"/><c:lang val="%s"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>`, map[string]string{"vi": "vi-VN", "en": "en-GB"}[lang])
	direction, grouping := "bar", "clustered"
	if ch.Kind != Bars {
		direction = "col"
	}
	if ch.Kind == Parts {
		grouping = "percentStacked"
	}
	fmt.Fprintf(&b, `<c:barChart><c:barDir val="%s"/><c:grouping val="%s"/><c:varyColors val="0"/>`, direction, grouping)
	for i, s := range ch.Series {
		writeSeries(&b, ch, i, s, lang)
	}
	overlap := ""
	if ch.Kind == Parts {
		overlap = `<c:overlap val="100"/>`
	}
	fmt.Fprintf(&b, `<c:gapWidth val="45"/>%s<c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>`, overlap)
	writeAxes(&b, ch)
	b.WriteString(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>`)
	if ch.Kind == Parts {
		b.WriteString(`<c:legend><c:legendPos val="b"/><c:overlay val="0"/>` + chartLetters(20, hue.Ink) + `</c:legend>`)
	}
	b.WriteString(`<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>` +
		chartLetters(20, hue.Ink) + `<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`)
	return []byte(b.String())
}

// chartLetters are letters of a size in half points.
func chartLetters(size int, colour string) string {
	return fmt.Sprintf(`<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="%d" b="0"><a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:latin typeface="Times New Roman"/><a:ea typeface="Times New Roman"/><a:cs typeface="Times New Roman"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`,
		size*50, hexOf(colour))
}

func hexOf(colour string) string { return strings.ToUpper(strings.TrimPrefix(colour, "#")) }

func solid(colour string) string {
	return `<a:solidFill><a:srgbClr val="` + hexOf(colour) + `"/></a:solidFill>`
}

// writeSeries writes a series: its looks, its names and its numbers.
func writeSeries(b *strings.Builder, ch Chart, i int, s Series, lang string) {
	edge := `<a:ln w="6350">` + solid(s.Colour) + `</a:ln>`
	if s.Dotted {
		edge = `<a:ln w="9525">` + solid(hue.Quiet) + `<a:prstDash val="sysDot"/></a:ln>`
	}
	fmt.Fprintf(b, `<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx>%s</c:tx><c:spPr>%s%s</c:spPr><c:invertIfNegative val="0"/>`,
		i, i, stringCache(chartRange(2+i, 1, 1), []string{s.Name}), solid(s.Colour), edge)
	for n, c := range ch.Categories {
		if c.Provisional {
			fmt.Fprintf(b, `<c:dPt><c:idx val="%d"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr><a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="FFFFFF"/></a:fgClr><a:bgClr><a:srgbClr val="%s"/></a:bgClr></a:pattFill>%s</c:spPr></c:dPt>`,
				n, hexOf(s.Colour), edge)
		}
	}
	if ch.Kind != Parts {
		fmt.Fprintf(b, `<c:dLbls><c:numFmt formatCode="%s" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>%s<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`,
			escape(countFormat(lang)), chartLetters(20, hue.Ink))
	}
	last := 1 + len(ch.Categories)
	labels := make([]string, len(ch.Categories))
	for n, c := range ch.Categories {
		labels[n] = c.Label
	}
	fmt.Fprintf(b, `<c:cat>%s</c:cat><c:val><c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>`,
		stringCache(chartRange(1, 2, last), labels), chartRange(2+i, 2, last), len(s.Points))
	for n, p := range s.Points {
		if p.Amount.Stated {
			fmt.Fprintf(b, `<c:pt idx="%d"><c:v>%d</c:v></c:pt>`, n, p.Amount.Num)
		}
	}
	b.WriteString(`</c:numCache></c:numRef></c:val></c:ser>`)
}

// chartRange is a range of a column of the chart's workbook.
func chartRange(col, from, to int) string {
	letter, _ := excelize.ColumnNumberToName(col) // a chart has a few series
	text := chartSheet + "!$" + letter + "$" + strconv.Itoa(from)
	if to > from {
		text += ":$" + letter + "$" + strconv.Itoa(to)
	}
	return text
}

func stringCache(at string, values []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="%d"/>`, at, len(values))
	for i, v := range values {
		fmt.Fprintf(&b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, escape(v))
	}
	b.WriteString(`</c:strCache></c:strRef>`)
	return b.String()
}

// writeAxes writes the axis of names and that of sizes. Where every bar has its number the sizes need no scale.
func writeAxes(b *strings.Builder, ch Chart) {
	orientation, names, sizes := "minMax", "b", "l"
	if ch.Kind == Bars {
		orientation, names, sizes = "maxMin", "l", "t" // the first on top
	}
	fmt.Fprintf(b, `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="0"/><c:axPos val="%s"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="9525">%s</a:ln></c:spPr>%s<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
		orientation, names, solid(hue.Quiet), chartLetters(20, hue.Ink))
	scale, gone, grid, format := `<c:min val="0"/>`, 1, "", "General"
	if ch.Kind == Parts {
		scale, gone, format = `<c:max val="1"/><c:min val="0"/>`, 0, "0%"
		grid = `<c:majorGridlines><c:spPr><a:ln w="6350">` + solid(hue.Line) + `</a:ln></c:spPr></c:majorGridlines>`
	}
	fmt.Fprintf(b, `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>%s</c:scaling><c:delete val="%d"/><c:axPos val="%s"/>%s<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>%s<c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
		scale, gone, sizes, grid, format, chartLetters(20, hue.Quiet))
}

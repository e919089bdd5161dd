package ooxml

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

type part struct{ name, content string }

func pack(t *testing.T, at time.Time, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		f, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Modified: at})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, p.content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unpack(t *testing.T, pkg []byte) (parts []part) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(pkg), int64(len(pkg)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		c, err := read(f)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part{f.Name, string(c)})
	}
	return parts
}

// Guards promise 8 for workbooks: order of parts and entries and the hour must not show.
func TestNormaliseForgetsOrderAndTime(t *testing.T) {
	props := func(at string) part {
		return part{coreProps, `<p><dcterms:created xsi:type="t">` + at + `</dcterms:created><dcterms:modified>` + at + `</dcterms:modified></p>`}
	}
	a := pack(t, time.Unix(1e9, 0), part{"xl/b.xml", "<b/>"}, props("2026-01-01T10:00:00Z"),
		part{contentTypes, `<Types><Override PartName="/b"/><Default Extension="xml"/><Override PartName="/a"></Override></Types>`})
	b := pack(t, time.Unix(2e9, 0), part{contentTypes, `<Types><Default Extension="xml"/><Override PartName="/a"></Override><Override PartName="/b"/></Types>`},
		props("2027-02-02T11:11:11Z"), part{"xl/b.xml", "<b/>"})
	na, err := Normalise(a)
	if err != nil {
		t.Fatal(err)
	}
	nb, err := Normalise(b)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(na, nb) {
		t.Error("two orders of one package give different bytes")
	}
	want := []part{
		{contentTypes, `<Types><Default Extension="xml"/><Override PartName="/a"></Override><Override PartName="/b"/></Types>`},
		{coreProps, `<p><dcterms:created xsi:type="t">1980-01-01T00:00:00Z</dcterms:created><dcterms:modified>1980-01-01T00:00:00Z</dcterms:modified></p>`},
		{"xl/b.xml", "<b/>"},
	}
	if diff := cmp.Diff(want, unpack(t, na), cmp.AllowUnexported(part{})); diff != "" {
		t.Error(diff)
	}
	again, err := Normalise(na)
	if err != nil || !bytes.Equal(na, again) {
		t.Error("normalising twice changes the package", err)
	}
}

func TestNormaliseRefusesWhatIsNoPackage(t *testing.T) {
	if _, err := Normalise([]byte("not a zip")); err == nil {
		t.Error("no error")
	}
	if _, err := Normalise(pack(t, epoch, part{"a", "1"}, part{"a", "2"})); err == nil {
		t.Error("a part that stands twice was taken")
	}
}

// NumberFormulas leaves the cached results of formulas as numbers, and texts as texts.
func TestNumberFormulas(t *testing.T) {
	x := excelize.NewFile()
	defer x.Close()
	for _, err := range []error{x.SetCellStr("Sheet1", "A1", "5"), x.SetCellInt("Sheet1", "A2", 7), x.SetCellFormula("Sheet1", "A2", "3+4")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	raw, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	out, err := NumberFormulas(raw.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	got, err := excelize.OpenReader(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	defer got.Close()
	for at, want := range map[string]struct {
		kind  excelize.CellType
		value string
	}{"A1": {excelize.CellTypeSharedString, "5"}, "A2": {excelize.CellTypeUnset, "7"}} {
		kind, err := got.GetCellType("Sheet1", at)
		value, err2 := got.GetCellValue("Sheet1", at)
		if err != nil || err2 != nil || kind != want.kind || value != want.value {
			t.Errorf("%s is %v %q, want %v %q (%v, %v)", at, kind, value, want.kind, want.value, err, err2)
		}
	}
}

// A formula with a number as its value gives a number, one without a value an empty text; a text that is none stays.
func TestFormulasSayWhatTheyGive(t *testing.T) {
	in := `<c r="A1" t="str"><f>SUM(B1:B2)</f><v>3</v></c><c r="A2" s="4" t="str"><f>IF(COUNT(B3)=0,&#34;&#34;,B3)</f></c><c r="A3" t="s"><v>0</v></c>`
	want := `<c r="A1"><f>SUM(B1:B2)</f><v>3</v></c><c r="A2" s="4" t="str"><f>IF(COUNT(B3)=0,&#34;&#34;,B3)</f><v></v></c><c r="A3" t="s"><v>0</v></c>`
	if got := string(numberFormulas("xl/worksheets/sheet1.xml", []byte(in))); got != want {
		t.Error(got)
	}
	if got := string(numberFormulas("xl/sharedStrings.xml", []byte(in))); got != in {
		t.Error(got)
	}
}

// drawnBars is a workbook with one lying chart of two series.
func drawnBars(t *testing.T, points ...ChartPoint) (string, error) {
	t.Helper()
	x := excelize.NewFile()
	defer x.Close()
	title := excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: "số lượt"}}}
	fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"005F9E"}}
	half := fill
	half.Transparency = 50
	err := x.AddChart("Sheet1", "A1", &excelize.Chart{Type: excelize.Bar, PlotArea: excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}}, XAxis: excelize.ChartAxis{ReverseOrder: true, Title: title}, YAxis: excelize.ChartAxis{Title: title}, Series: []excelize.ChartSeries{
		{Name: "Sheet1!$B$1", Categories: "Sheet1!$A$2:$A$3", Values: "Sheet1!$B$2:$B$3", Fill: fill}, {Name: "Sheet1!$C$1", Categories: "Sheet1!$A$2:$A$3", Values: "Sheet1!$C$2:$C$3", Fill: half}}})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	out, err := DrawnFormulas(raw.Bytes(), points, []ChartPlot{{Chart: 1, Left: 0.25, Top: 0.1, Wide: 0.7, Tall: 0.8}})
	if err != nil {
		return "", err
	}
	r, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := r.Open("xl/charts/chart1.xml")
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return string(content), nil
}

// What the writer of charts cannot do: hatching, a point of its own look in the right series, titles along their axis, the axis of values
// at the bottom of lying bars. If its own way of writing changes, this tells.
func TestChartsAreDrawnAsMeant(t *testing.T) {
	got, err := drawnBars(t, ChartPoint{Chart: 1, Series: 1, Index: 0, Colour: "C9CED4"}, ChartPoint{Chart: 1, Series: 1, Index: 1, Colour: "C9CED4", Hatched: true, Unlabelled: true})
	if err != nil {
		t.Fatal(err)
	}
	first, second, _ := strings.Cut(got, "</ser>")
	categories, values, _ := strings.Cut(second[strings.Index(second, "<catAx>"):], "<valAx>")
	for what, ok := range map[string]bool{
		"a whole series hatched":           strings.Contains(second, `<a:pattFill prst="dkUpDiag"><a:fgClr><a:srgbClr val="005F9E">`) && !strings.Contains(got, "alpha"),
		"the other not":                    !strings.Contains(first, "pattFill") && !strings.Contains(first, "<dPt>"),
		"a point grey, the next hatched":   strings.Contains(second, `<dPt><idx val="0"></idx>`) && strings.Index(second, `<idx val="0"></idx><invert`) < strings.Index(second, `<dPt><idx val="1"></idx>`),
		"bars in their place":              strings.Contains(got, `<plotArea><layout><manualLayout>`) && strings.Contains(got, `<x val="0.2500">`) && strings.Contains(got, `<h val="0.8000">`),
		"a number left out":                strings.Contains(second, `<dLbls><dLbl><idx val="1"></idx><delete val="1"></delete></dLbl><numFmt `) && !strings.Contains(first, `<dLbl>`),
		"title of categories turned":       strings.Contains(categories, `rot="-5400000"`) && strings.Contains(categories, `<axPos val="l">`),
		"title of values flat, at the end": !strings.Contains(values, `rot="-5400000"`) && strings.Contains(values, `<crosses val="max">`) && strings.Contains(values, `<axPos val="b">`),
	} {
		if !ok {
			t.Errorf("not %s: %s", what, second)
		}
	}
	if _, err := drawnBars(t, ChartPoint{Chart: 1, Series: 2, Colour: "C9CED4"}); err == nil {
		t.Error("a point of no series passes")
	}
}

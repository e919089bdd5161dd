package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/charts/ooxml"
	"tdkt/charts/report"
)

// chartsOf are the charts of a document: of each what its series hold.
func chartsOf(t *testing.T, parts map[string]string) (all []*ooxml.Chart) {
	t.Helper()
	raw := map[string][]byte{}
	for name, text := range parts {
		raw[name] = []byte(text)
	}
	content, err := ooxml.Pack(raw)
	if err != nil {
		t.Fatal(err)
	}
	w, err := ooxml.ReadWord(content)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range w.Drawings {
		if d.Part == "" {
			t.Fatalf("the chart %q leads nowhere", d.Title)
		}
		c, err := w.Chart(d.Part)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	return all
}

// barsOf are the values of all series of all charts.
func barsOf(t *testing.T, parts map[string]string) (all [][]string) {
	for _, c := range chartsOf(t, parts) {
		for _, s := range c.Series {
			all = append(all, s.Values)
		}
	}
	return all
}

var oneRange = regexp.MustCompile(`^Sheet1!\$([A-Z])\$(\d+)(?::\$([A-Z])\$(\d+))?$`)

// wholeCharts guards that each chart can be seen and edited: its frame has a name, a title and words for those who do not see it; its
// workbook opens and holds, in the ranges that the chart names, what the chart shows.
func wholeCharts(t *testing.T, parts map[string]string, want int) {
	t.Helper()
	charts := chartsOf(t, parts)
	if len(charts) != want {
		t.Fatalf("%d charts, want %d", len(charts), want)
	}
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(`<wp:docPr id="(\d+)" name="([^"]*)" descr="([^"]*)" title="([^"]*)"/>`).FindAllStringSubmatch(parts["word/document.xml"], -1) {
		if seen[m[1]] || seen[m[2]] || len(m[3]) < 40 || regexp.MustCompile(`[.,]\d`).MatchString(m[3]) || !strings.Contains(parts["word/document.xml"], ">"+m[4]+"<") {
			t.Errorf("frame %v: want its own id and name, words without figures, and the title that stands below", m[1:])
		}
		seen[m[1]], seen[m[2]] = true, true
	}
	if len(seen) != 2*want {
		t.Errorf("%d frames with names", len(seen)/2)
	}
	types := parts["[Content_Types].xml"]
	for _, c := range charts {
		if !strings.Contains(types, `PartName="/`+c.Part+`" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"`) || !strings.Contains(types, `Extension="xlsx"`) {
			t.Errorf("%s: of no type", c.Part)
		}
		if text := parts[c.Part]; strings.Contains(text, "3D") && !strings.Contains(text, "bubble3D") || !strings.Contains(text, "Times New Roman") {
			t.Errorf("%s: depth, or other letters", c.Part)
		}
		f, err := excelize.OpenReader(strings.NewReader(parts[c.Workbook]))
		if err != nil {
			t.Fatalf("%s: workbook %q: %v", c.Part, c.Workbook, err)
		}
		held := func(at string) (all []string) {
			m := oneRange.FindStringSubmatch(at)
			if m == nil {
				t.Fatalf("%s: range %q", c.Part, at)
			}
			from, to := 0, 0
			fmt.Sscan(m[2], &from)
			if to = from; m[4] != "" {
				fmt.Sscan(m[4], &to)
			}
			for row := from; row <= to; row++ {
				v, err := f.GetCellValue("Sheet1", fmt.Sprint(m[1], row))
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, v)
			}
			return all
		}
		for _, s := range c.Series {
			if d := cmp.Diff([]any{s.Categories, s.Values, []string{s.Name}}, []any{held(s.CategoriesAt), held(s.ValuesAt), held(s.NameAt)}); d != "" {
				t.Errorf("%s: the workbook holds something else: %s", c.Part, d)
			}
			if len(s.Values) < 2 {
				t.Errorf("%s: %d bars", c.Part, len(s.Values))
			}
		}
	}
}

// chartVerdicts are what is said of charts beyond that all is equal, a line each.
func chartVerdicts(numbers []report.Verdict) (all []string) {
	for _, n := range numbers {
		if n.Part == "" || n.Status == report.Equal && !n.Copy {
			continue
		}
		line := fmt.Sprintf("%s %d %s %q", n.Status, n.Chart, n.Part, n.Found)
		if n.Copy {
			line += " copy"
		}
		if n.Pending {
			line += " pending"
		}
		all = append(all, line)
	}
	return all
}

// TestReportChartsEdited guards the verdicts over charts that people edited. A chart with old bars under a table with new numbers is a
// wrong picture that looks right.
func TestReportChartsEdited(t *testing.T) {
	db, _ := samplesRun(t)
	file := reportOf(t, db, "--year", "2025")
	asMade := partsOf(t, file)
	made, err := report.Open(fileBytes(t, file), nil)
	if err != nil {
		t.Fatal(err)
	}
	of := figuresOf(t, db, made.IDs())
	const one, book, text = "word/charts/chart1.xml", "word/embeddings/tdkt-hinh-1.xlsx", "word/document.xml"
	first := chartsOf(t, asMade)[0].Series[0]
	most, next, last := first.Values[0], first.Values[1], len(first.Values)-1
	swap := func(p map[string]string, part, old, put string) {
		if !strings.Contains(p[part], old) {
			t.Fatalf("%s has no %s", part, old)
		}
		p[part] = strings.Replace(p[part], old, put, 1)
	}
	pt := func(i int, v string) string { return fmt.Sprintf(`<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, v) }
	inBook := func(p map[string]string, edit func(f *excelize.File) error) {
		f, err := excelize.OpenReader(strings.NewReader(p[book]))
		if err == nil {
			err = edit(f)
		}
		var out bytes.Buffer
		if err == nil {
			err = f.Write(&out)
		}
		if err != nil {
			t.Fatal(err)
		}
		p[book] = out.String()
	}
	frame := func(p map[string]string, name string) (from, to int) {
		return around(p[text], "w:p", strings.Index(p[text], name))
	}
	for _, c := range []struct {
		shows string
		edit  func(p map[string]string)
		want  []string
	}{
		{"unedited", func(map[string]string) {}, nil},
		{"a bar changed", func(p map[string]string) { swap(p, one, pt(0, most), pt(0, "1999")) }, []string{`changed 1 drawn "1.999"`}},
		{"its data changed, not drawn yet", func(p map[string]string) {
			inBook(p, func(f *excelize.File) error { return f.SetCellValue("Sheet1", "B2", 1999) })
		}, []string{`changed 1 sheet "1.999"`}},
		{"data and bar changed", func(p map[string]string) {
			swap(p, one, pt(0, most), pt(0, "1999"))
			inBook(p, func(f *excelize.File) error { return f.SetCellValue("Sheet1", "B2", 1999) })
		}, []string{`changed 1 drawn "1.999"`}},
		{"a bar that is no number", func(p map[string]string) { swap(p, one, pt(0, most), pt(0, "#N/A")) }, []string{`changed 1 drawn "#N/A"`}},
		{"a bar blank", func(p map[string]string) { swap(p, one, pt(1, next), "") }, []string{`changed 1 drawn "–"`}},
		{"two bars in another order", func(p map[string]string) {
			swap(p, one, pt(0, most)+pt(1, next), pt(0, next)+pt(1, most))
			swap(p, one, pt(0, first.Categories[0])+pt(1, first.Categories[1]), pt(0, first.Categories[1])+pt(1, first.Categories[0]))
			inBook(p, func(f *excelize.File) error {
				return f.SetSheetCol("Sheet1", "A2", &[]string{first.Categories[1], first.Categories[0]})
			})
			inBook(p, func(f *excelize.File) error { return f.SetSheetCol("Sheet1", "B2", &[]string{next, most}) })
		}, nil},
		{"a bar renamed", func(p map[string]string) { swap(p, one, pt(0, first.Categories[0]), pt(0, "Bằng khen tỉnh")) }, nil},
		{"a bar taken away", func(p map[string]string) {
			swap(p, one, pt(last, first.Values[last]), "")
			swap(p, one, pt(last, first.Categories[last]), "")
			p[one] = strings.ReplaceAll(p[one], fmt.Sprintf(`<c:ptCount val="%d"/>`, last+1), fmt.Sprintf(`<c:ptCount val="%d"/>`, last))
		}, []string{`missing 1 drawn ""`}},
		{"a bar added", func(p map[string]string) {
			swap(p, one, pt(last, first.Values[last]), pt(last, first.Values[last])+pt(last+1, "77"))
			swap(p, one, pt(last, first.Categories[last]), pt(last, first.Categories[last])+pt(last+1, "Khen khác"))
		}, []string{`unbound 1 drawn "77"`}},
		{"the chart deleted", func(p map[string]string) {
			from, to := frame(p, `name="tdkt-hinh 1"`)
			p[text] = p[text][:from] + p[text][to:]
		}, []string{`missing 1 whole ""`}},
		{"the chart's part deleted", func(p map[string]string) { delete(p, one) }, []string{`missing 1 whole ""`}},
		{"the chart struck out, not accepted", func(p map[string]string) {
			from, to := frame(p, `name="tdkt-hinh 1"`)
			old := p[text][from:to]
			p[text] = strings.Replace(p[text], old, strings.NewReplacer("<w:r>", `<w:del w:id="9" w:author="x"><w:r>`, "</w:r>", "</w:r></w:del>").Replace(old), 1)
		}, []string{`missing 1 whole "" pending`}},
		{"the data taken away", func(p map[string]string) { delete(p, book) }, nil},
		{"frames without names, moved", func(p map[string]string) {
			p[text] = regexp.MustCompile(`name="tdkt-hinh (\d)" descr="[^"]*" title="[^"]*"`).ReplaceAllString(p[text], `name="Object$1"`)
			from, to := frame(p, `name="Object1"`)
			moved := p[text][from:to]
			p[text] = p[text][:from] + p[text][to:]
			end := strings.LastIndex(p[text], "<w:sectPr>")
			p[text] = p[text][:end] + moved + p[text][end:]
		}, nil},
		{"a chart of people's own", func(p map[string]string) {
			swap(p, text, `name="tdkt-hinh 1"`, `name="Biểu đồ của tôi"`)
			p[text] = regexp.MustCompile(`(name="Biểu đồ của tôi" )descr="[^"]*" title="[^"]*"`).ReplaceAllString(p[text], "$1")
			p[one] = regexp.MustCompile(`<c:v>[^<\d][^<]*</c:v>`).ReplaceAllString(p[one], "<c:v>khác</c:v>")
		}, []string{`unbound 0 whole "Biểu đồ của tôi"`, `missing 1 whole ""`}},
	} {
		t.Run(c.shows, func(t *testing.T) {
			parts := maps.Clone(asMade)
			c.edit(parts)
			doc, err := report.Open(fileBytes(t, packed(t, parts)), nil)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.want, chartVerdicts(doc.Verify(of, &made.Binding))); d != "" {
				t.Error(d)
			}
			if got := len(doc.ChartsWithoutData()); got != map[bool]int{true: 1}[c.shows == "the data taken away"] {
				t.Errorf("%d charts without data", got)
			}
			if strings.HasPrefix(c.shows, "the chart") || slices.ContainsFunc(c.want, func(w string) bool { return strings.HasPrefix(w, "missing") || strings.HasPrefix(w, "unbound") }) {
				return
			}
			renewed, _, err := doc.Refresh(of, doc.Build)
			if err != nil {
				t.Fatal(err)
			}
			again, err := report.Open(renewed, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := chartVerdicts(again.Verify(of, &made.Binding)); got != nil {
				t.Errorf("renewed, yet %v", got)
			}
		})
	}
}

// TestReportChartsGrowOld guards that a figure that moved makes the bars of today's document stale, in what is drawn and by what is renewed.
func TestReportChartsGrowOld(t *testing.T) {
	db, _ := samplesRun(t)
	file := reportOf(t, db, "--year", "2025")
	doc, err := report.Open(fileBytes(t, file), nil)
	if err != nil {
		t.Fatal(err)
	}
	of := figuresOf(t, db, doc.IDs())
	later := func(id string) *int64 { // every award of 2024 and 2025 came twice
		n := of(id)
		if n == nil || !regexp.MustCompile(`award_year=202[45]`).MatchString(id) {
			return n
		}
		twice := 2 * *n
		return &twice
	}
	stale := map[int]int{}
	for _, v := range doc.Verify(later, nil) {
		if v.Part != "" && v.Status == report.Stale {
			stale[v.Chart]++
		}
	}
	if stale[1] != 12 || stale[2] != 12 || stale[3] != 2 || stale[4] < 4 {
		t.Errorf("stale bars by chart: %v", stale)
	}
	renewed, _, err := doc.Refresh(later, "later")
	if err != nil {
		t.Fatal(err)
	}
	out := path.Join(t.TempDir(), "a.docx")
	writeBytes(t, out, renewed)
	parts := partsOf(t, out)
	wholeCharts(t, parts, 4)
	before := chartsOf(t, partsOf(t, file))
	for i, c := range chartsOf(t, parts) {
		if cmp.Equal(c.Series[0].Values, before[i].Series[0].Values) {
			t.Errorf("chart %d is as it was", i+1)
		}
	}
}

func writeBytes(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

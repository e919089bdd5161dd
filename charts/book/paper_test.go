package book

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/data"
)

// Letters on paper are of eight points at least, in both languages, so that nobody has to guess a figure: no sheet is too wide for its page, and
// what stands on one page is not too high for it.
func TestBookCanBeReadOnPaper(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		in := fixture(t, lang)
		c := newComposer(in)
		sheets := c.plan()
		x := opened(t, written(t, in))
		for _, s := range sheets {
			layout, err := x.GetPageLayout(s.name)
			if err != nil {
				t.Fatal(err)
			}
			wide, tall := 537.7, 741.1 // points of A4 within its edges
			if *layout.Orientation == "landscape" {
				wide, tall = 784.3, 494.5
			}
			high := 0.0
			for row := 1; row <= s.lastPrinted(); row++ {
				h, _ := x.GetRowHeight(s.name, row)
				high += h
			}
			if size := 11 * wide / (s.width() * 5.6); size < 8 {
				t.Errorf("%s %s: %.1f points by its width of %v", lang, s.name, size, s.width())
			}
			if size := 11 * tall / high; *layout.FitToHeight == 1 && size < 8 {
				t.Errorf("%s %s: %.1f points by its height of %v", lang, s.name, size, high)
			}
		}
	}
}

// No page holds notes alone: rows of a table that would just end before its notes go on are a little higher.
func TestBookKeepsNotesWithRows(t *testing.T) {
	for rows, higher := range map[int]bool{20: false, 34: true, 60: false} {
		x := excelize.NewFile()
		b := &book{File: x}
		s := &sheet{name: "Sheet1", head: 1, notes: make([]string, 5)}
		for range rows {
			s.rows = append(s.rows, row{})
		}
		heights := make([]float64, s.lastPrinted())
		for i := range heights {
			heights[i] = 10
		}
		if err := b.spread(s, heights, 350); err != nil {
			t.Fatal(err)
		}
		got, _ := x.GetRowHeight("Sheet1", 2)
		if (got == 12) != higher {
			t.Errorf("%d rows: %v points high", rows, got)
		}
		x.Close()
	}
}

// Numbers have the marks of the language of the workbook, whatever that of the program: 1.234 and 12,34 % beside English ones would be read wrong.
func TestBookWritesNumbersInItsLanguage(t *testing.T) {
	for _, c := range []struct{ lang, mark, other, percent string }{{"vi", "[$-42A]", "[$-409]", "0.00\\\u00a0%"}, {"en", "[$-409]", "[$-42A]", "0.00%"}} {
		parts := partsOf(t, written(t, fixture(t, c.lang)))
		marked := 0
		for name, part := range parts {
			if !strings.HasPrefix(name, "xl/charts/chart") && name != "xl/styles.xml" {
				continue
			}
			for _, m := range regexp.MustCompile(`formatCode="([^"]+)"`).FindAllStringSubmatch(part, -1) {
				switch {
				case strings.Contains(m[1], c.other), strings.ContainsAny(m[1], "0#") && !strings.Contains(m[1], c.mark):
					t.Errorf("%s %s: %s", c.lang, name, m[1])
				case strings.Contains(m[1], c.mark):
					marked++
				}
			}
		}
		if marked < 20 || !strings.Contains(parts["xl/styles.xml"], c.mark+c.percent) {
			t.Errorf("%s: %d forms of numbers, %s", c.lang, marked, parts["xl/styles.xml"])
		}
	}
}

// Of the list of sources only the summary is printed: pages of ids help nobody at a table. On the screen it is whole.
func TestBookPrintsNoListOfSources(t *testing.T) {
	in := fixture(t, "vi")
	x := opened(t, written(t, in))
	name := in.Texts["book.sheet.sources"]
	area := ""
	for _, d := range x.GetDefinedName() {
		if d.Name == "_xlnm.Print_Area" {
			area += d.Scope + " " + d.RefersTo
		}
	}
	rows, err := x.GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`^` + name + ` '` + name + `'!\$A\$1:\$E\$(\d+)$`).FindStringSubmatch(area)
	if m == nil {
		t.Fatalf("print area %q", area)
	}
	last, _ := strconv.Atoi(m[1])
	if rows[last-1][0] != in.Texts["report.row.total"] || rows[last][0] != in.Texts["book.band.figures"] || len(rows) < last+300 {
		t.Errorf("row %d: %q, %q; %d rows", last, rows[last-1], rows[last], len(rows))
	}
	figures := 0
	for _, r := range rows[last+1:] {
		if len(r) > 4 && strings.Contains(r[4], "?") {
			figures++
		}
	}
	if want := fmt.Sprintf(in.Texts["book.row.figures"], data.FormatInt("vi", int64(figures))); rows[last-1][2] != want {
		t.Errorf("%q, %d figures below", rows[last-1][2], figures)
	}
}

// Pages: A4, one page wide, the head of each table on every page, numbered; heads and labels in sight.
func TestBookOnPaper(t *testing.T) {
	in := fixture(t, "vi")
	x := opened(t, written(t, in))
	titles := map[string]bool{}
	for _, d := range x.GetDefinedName() {
		if d.Name == "_xlnm.Print_Titles" {
			titles[d.Scope] = true
		}
	}
	for _, s := range x.GetSheetList() {
		layout, err := x.GetPageLayout(s)
		if err != nil || *layout.Size != 9 || *layout.FitToWidth != 1 {
			t.Errorf("%s: %+v, %v", s, layout, err)
		}
		panes, _ := x.GetPanes(s)
		picture := strings.HasPrefix(s, "BĐ ")
		if panes.Freeze == picture || titles[s] == picture {
			t.Errorf("%s: frozen %v, head on each page %v", s, panes.Freeze, titles[s])
		}
		foot, _ := x.GetHeaderFooter(s)
		if !strings.Contains(foot.OddFooter, "&P/&N") || !strings.Contains(foot.OddHeader, "Phú Thọ") {
			t.Errorf("%s: %+v", s, foot)
		}
	}
}

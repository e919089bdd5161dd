package book

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/charts/ooxml"
	"tdkt/data"
	"tdkt/queries/table"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestBookOfTheFixture guards every cell of the workbook in both languages; -update writes the files again.
func TestBookOfTheFixture(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		var b strings.Builder
		sheet := ""
		for _, x := range cellsOf(t, opened(t, written(t, fixture(t, lang)))) {
			if x[0] != sheet {
				sheet = x[0]
				fmt.Fprintf(&b, "\n# %s\n", sheet)
			}
			fmt.Fprintf(&b, "%s\t%s", x[1], strings.ReplaceAll(x[2], "\n", " / "))
			if x[3] != "" {
				fmt.Fprintf(&b, "\t=%s", x[3])
			}
			b.WriteByte('\n')
		}
		path := filepath.Join("testdata", "tong-hop."+lang+".txt")
		if *update {
			if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); d != "" {
			t.Errorf("%s: %s", lang, d)
		}
	}
}

// Guards promise 8.
func TestBookIsTheSameEachTime(t *testing.T) {
	first := written(t, fixture(t, "vi"))
	for range 4 {
		if !bytes.Equal(first, written(t, fixture(t, "vi"))) {
			t.Fatal("two workbooks of the same input differ")
		}
	}
}

// Every link leads to a cell of a sheet that is there; from every sheet one leads back; the contents name every sheet.
func TestBookLinks(t *testing.T) {
	in := fixture(t, "vi")
	x := opened(t, written(t, in))
	sheets := x.GetSheetList()
	home, named := sheets[0], map[string]bool{}
	for _, c := range cellsOf(t, x) {
		ok, to, err := x.GetCellHyperLink(c[0], c[1])
		if err != nil {
			t.Fatal(err)
		}
		if !ok {
			continue
		}
		sheet, cell, _ := strings.Cut(to, "!")
		sheet = strings.Trim(sheet, "'")
		if _, _, err := excelize.CellNameToCoordinates(cell); err != nil || !slices.Contains(sheets, sheet) {
			t.Errorf("%s!%s leads to %q", c[0], c[1], to)
		}
		if c[0] == home {
			named[sheet] = true
			if c[2] != sheet {
				t.Errorf("contents: %q leads to %q", c[2], sheet)
			}
		}
	}
	for _, s := range sheets[1:] {
		if ok, to, _ := x.GetCellHyperLink(s, "A1"); !ok || to != "'"+home+"'!A1" {
			t.Errorf("%s: no way back, %q", s, to)
		}
		if !named[s] {
			t.Errorf("the contents do not lead to %s", s)
		}
	}
}

var chartRange = regexp.MustCompile(`<f>(?:&#39;|')([^<]*?)(?:&#39;|')!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)</f>`)

// Every chart is drawn from cells of its sheet that hold something, its categories are named, and nothing of it is three-dimensional; a provisional
// year is hatched, what is not known is grey.
func TestBookCharts(t *testing.T) {
	content := written(t, fixture(t, "vi"))
	x := opened(t, content)
	held := map[string]string{}
	for _, c := range cellsOf(t, x) {
		held[c[0]+"!"+c[1]] = c[2]
	}
	charts := 0
	for name, part := range partsOf(t, content) {
		if !strings.HasPrefix(name, "xl/charts/chart") {
			continue
		}
		charts++
		found := chartRange.FindAllStringSubmatch(part, -1)
		titles := 3
		if lying := strings.Contains(part, `<barDir val="bar">`); lying { // names stand beside the bars, in a room of their own
			titles = 2
			if !strings.Contains(part, "<manualLayout>") {
				t.Errorf("%s has no room for names", name)
			}
		}
		if len(found) < 3 || strings.Contains(part, "3DChart") || strings.Count(part, "<title>") != titles {
			t.Errorf("%s: %d ranges, %d titles", name, len(found), strings.Count(part, "<title>"))
		}
		for i, m := range found {
			from, _ := strconv.Atoi(m[3])
			to, _ := strconv.Atoi(m[5])
			filled := 0
			for r := from; r <= to; r++ {
				if held[m[1]+"!"+m[2]+strconv.Itoa(r)] != "" {
					filled++
				}
			}
			if named := i%3 < 2; filled == 0 || named && filled != to-from+1 || m[2] != m[4] {
				t.Errorf("%s: %s holds %d cells", name, m[0], filled)
			}
		}
		for _, wrong := range []string{`<a:alpha`, `<overlay val="1">`} {
			if strings.Contains(part, wrong) {
				t.Errorf("%s has %s", name, wrong)
			}
		}
	}
	if charts != 8 {
		t.Errorf("%d charts", charts)
	}
	series := partsOf(t, content)["xl/charts/chart1.xml"] // 2021, of which nothing is known, and 2023 and 2025 are not final
	for i, provisional := range []bool{false, false, true, false, true} {
		if got := strings.Contains(series, fmt.Sprintf(`<dPt><idx val="%d"></idx><invertIfNegative val="0"></invertIfNegative><bubble3D val="0"></bubble3D><spPr><a:pattFill`, i)); got != provisional {
			t.Errorf("year %d: hatched %v", 2021+i, got)
		}
	}
	clusters := partsOf(t, content)["xl/charts/chart8.xml"]
	if !strings.Contains(clusters, `<dPt><idx val="2">`) || !strings.Contains(strings.ToLower(clusters), "c9ced4") {
		t.Error("units in no cluster are not grey")
	}
}

// What a program that does not recalculate shows of a formula is what the figures give: of a formula with an id, the figure; and no
// formula hides a fault.
func TestBookFormulasHoldTheirFigures(t *testing.T) {
	in := fixture(t, "vi")
	c := newComposer(in)
	sheets := c.plan()
	if c.faults != nil {
		t.Fatal(c.faults)
	}
	x := opened(t, written(t, in))
	formulas, blank := 0, 0
	for _, s := range sheets {
		for i, r := range s.rows {
			for col, planned := range r.cells {
				if planned.formula == "" {
					continue
				}
				formulas++
				at := name(col, s.head+1+i)
				got, _ := x.GetCellValue(s.name, at, excelize.Options{RawCellValue: true})
				want := table.Plain(planned.value)
				if planned.value == nil {
					blank++
				}
				if !sameNumber(got, want) {
					t.Errorf("%s!%s holds %q, want %q", s.name, at, got, want)
				}
				if n, ok := c.figures.Value(planned.figure); planned.figure != "" && (!ok || planned.value != n) {
					t.Errorf("%s!%s is %v, its figure %s is %v", s.name, at, planned.value, planned.figure, n)
				}
			}
		}
	}
	if formulas < 300 || blank < 10 {
		t.Errorf("only %d formulas, %d of them of nothing stated", formulas, blank)
	}
}

// Rows that must make a total and do not are a fault of ours that nobody would see: no workbook is written.
func TestBookRefusesRowsThatDoNotAddUp(t *testing.T) {
	for _, query := range []string{"by-form-year", "by-level-year", "by-achievement", "by-unit", "by-form-achievement"} {
		in := fixture(t, "vi")
		tab := in.Tables[query]
		col := tab.Col("award_count")
		last := len(tab.Rows) - 1
		tab.Rows[last][col] = tab.Rows[last][col].(int64) + 1
		err := Write(&bytes.Buffer{}, in)
		if err == nil || !strings.Contains(err.Error(), " up to ") {
			t.Errorf("%s: %v", query, err)
		}
	}
	in := fixture(t, "vi")
	delete(in.Tables, "by-unit")
	if err := Write(&bytes.Buffer{}, in); err == nil {
		t.Error("written without a table")
	}
	in = fixture(t, "vi")
	delete(in.Texts, "book.note.blank")
	if err := Write(&bytes.Buffer{}, in); err == nil {
		t.Error("written without a text")
	}
}

// A cluster with more than its units keeps its own figure as a value and says so; one that is the sum of its units is a formula.
func TestBookDoesNotFakeTotals(t *testing.T) {
	in := fixture(t, "vi")
	x := opened(t, written(t, in))
	sheet := in.Texts["book.sheet.cluster_units"]
	var formulas, values int
	told := false
	for _, c := range cellsOf(t, x) {
		if c[0] != sheet {
			continue
		}
		told = told || c[2] == in.Texts["book.note.clusters_differ"]
		switch {
		case c[2] == "76" && c[3] == `IF(COUNT(B8:B9)=0,"",SUM(B8:B9))`:
			formulas++
		case c[2] == "304" && c[3] == "":
			values++
		}
	}
	if formulas != 1 || values != 1 || !told {
		t.Errorf("%d formulas, %d values, told %v", formulas, values, told)
	}
}

// No person is named: a finding is told by its code, whatever stood in the cell.
func TestBookNamesNobody(t *testing.T) {
	for name, part := range partsOf(t, written(t, fixture(t, "vi"))) {
		if strings.Contains(part, "Mười Hai") {
			t.Errorf("%s holds what stood in a cell", name)
		}
	}
}

// A year of which nothing is known, a year alone, and an earlier one compared give a whole workbook too.
func TestBookOfOtherYears(t *testing.T) {
	for _, c := range []struct {
		year, before int
		charts       int
	}{{2010, 2009, 0}, {2024, 0, 7}, {2025, 2021, 8}} {
		in := fixture(t, "vi")
		in.Year, in.Before = c.year, c.before
		content := written(t, in)
		charts := 0
		for name := range partsOf(t, content) {
			if strings.HasPrefix(name, "xl/charts/chart") {
				charts++
			}
		}
		x := opened(t, content)
		if i, _ := x.GetSheetIndex(in.Texts["book.sheet.change"]); (i >= 0) != (c.before != 0) || charts != c.charts {
			t.Errorf("%d compared with %d: %d charts, sheet of changes %d", c.year, c.before, charts, i)
		}
		for _, cell := range cellsOf(t, x) {
			if strings.Contains(cell[2], "%!") || strings.Contains(cell[2], "{") {
				t.Errorf("%s!%s: %q", cell[0], cell[1], cell[2])
			}
		}
	}
}

// A rise or fall is said only of years that are both complete; the unknown is never what there is most of.
func TestFindingsOfPictures(t *testing.T) {
	in := fixture(t, "vi")
	if got := newComposer(in).seriesFinding(); got != "Năm 2025 có 381 lượt khen thưởng (3/4 đơn vị, sơ bộ)" {
		t.Error(got)
	}
	years := in.Tables["completeness-year"]
	for r := range years.Rows {
		years.Rows[r][years.Col("is_provisional")] = false
	}
	if got := newComposer(in).seriesFinding(); got != "Năm 2025 có 381 lượt khen thưởng, tăng 429,17\u00a0% so với năm 2024" {
		t.Error(got)
	}
	c := newComposer(in)
	if got := c.partFinding("award_count", c.achievements(), c.achievementYear); got != "Chưa rõ 78,74\u00a0% của 381 lượt năm 2025; phần đã rõ nhiều nhất là Thường xuyên: 73 (19,16\u00a0%)" {
		t.Error(got)
	}
}

// Both languages have every text, used or not by the fixture, with the same verbs.
func TestBookTexts(t *testing.T) {
	vi, _ := data.LoadTexts("vi")
	en, _ := data.LoadTexts("en")
	verb := regexp.MustCompile(`%(\[\d+\])?[sd]`)
	sheets := map[string]map[string]bool{"vi": {}, "en": {}}
	for _, key := range vi.Keys() {
		if !strings.HasPrefix(key, "book.") {
			continue
		}
		a, b := vi.Get(key), en.Get(key)
		if a == "" || b == "" || len(verb.FindAllString(a, -1)) != len(verb.FindAllString(b, -1)) {
			t.Errorf("%s: %q, %q", key, a, b)
		}
		if strings.HasPrefix(key, "book.sheet.") {
			for lang, text := range map[string]string{"vi": a, "en": b} {
				if len([]rune(text)) > 31 || strings.ContainsAny(text, `[]:*?/\'`) || sheets[lang][text] {
					t.Errorf("%s: %q is no name of a sheet, or one that stands twice", key, text)
				}
				sheets[lang][text] = true
			}
		}
	}
	if len(sheets["vi"]) != 26 {
		t.Errorf("%d names of sheets", len(sheets["vi"]))
	}
}

// A return may tell a measure that the tables have no column for; its code is no word of either language.
func TestReconciliationHasWords(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		c := newComposer(fixture(t, lang))
		for _, code := range []string{"award_count", "leader_any_count", "not_leader_count", "achievement_count", "proposal_count", "proposed_by_province", "proposed_by_ministry", "staff_age", "movement_scope", "body_structure"} {
			if got := c.measureWord(code); got == code || strings.Contains(got, "_") {
				t.Errorf("%s: no words for %s", lang, code)
			}
		}
		if got := c.coded("list+tally"); strings.Contains(got, "+") {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

func partsOf(t testing.TB, content []byte) map[string]string {
	t.Helper()
	parts := map[string]string{}
	for name, part := range unzip(t, content) {
		parts[name] = string(part)
	}
	return parts
}

// withoutValues is a workbook of whose formulas nobody has worked out the result; edit changes the sheets before.
func withoutValues(t testing.TB, content []byte, edit func(string) string) []byte {
	t.Helper()
	cached := regexp.MustCompile(`( t="str")?>(<f>[^<]*</f>)<v>[^<]*</v>`)
	parts := unzip(t, content)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			parts[name] = []byte(cached.ReplaceAllString(edit(string(parts[name])), ">$2"))
		}
	}
	out, err := ooxml.Pack(parts)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

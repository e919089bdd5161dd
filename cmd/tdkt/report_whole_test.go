package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/charts/ooxml"
	"tdkt/charts/report"
	"tdkt/models"
	"tdkt/queries/table"
)

// reports are what the tests look at: whole years, several, a part of a year, both languages.
// The kinds of report each stand here; those of the first list have a golden.
var reports = append(reportsWithGolden, []reportCase{
	{"report-alone", []string{"--year", "2026", "--compare", "none", "--lang", "en"}},
	{"report-empty", []string{"--year", "2010"}},
	{"report-five-years-empty", []string{"--kind", "nam-nam", "--period", "2004..2009", "--focus", "2006..2008", "--lang", "en"}},
	{"report-five-years-today", []string{"--kind", "nam-nam", "--period", "2022..2026", "--lang", "en"}},
	{"report-quarter", []string{"--period", "2025-Q4", "--lang", "en", "--compare", "none"}},
}...)

type reportCase struct {
	name string
	args []string
}

var reportsWithGolden = []reportCase{
	{"report-year", []string{"--year", "2025"}},
	{"report-years", []string{"--period", "2021..2025", "--focus", "2022..2024", "--lang", "en"}},
	{"report-half-year", []string{"--period", "2026-H1", "--compare", "2025-H1"}},
	{"report-five-years", []string{"--kind", "nam-nam", "--period", "2021..2025", "--focus", "2022..2024"}},
	{"report-school-year", []string{"--kind", "nam-hoc", "--period", "2024-2025"}},
}

// TestReportIsWhole opens every part of every report again: a part that is missing, or a style that nobody defined, makes Word
// offer to repair the file, or lose rows of tables.
func TestReportIsWhole(t *testing.T) {
	db, _ := samplesRun(t)
	for _, c := range reports {
		t.Run(c.name, func(t *testing.T) {
			file := reportOf(t, db, c.args...)
			parts := partsOf(t, file)
			for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/fontTable.xml",
				"word/header1.xml", "word/header2.xml", "customXml/item1.xml", "customXml/itemProps1.xml", "docProps/core.xml", "docProps/app.xml"} {
				if parts[name] == "" {
					t.Errorf("no part %s", name)
				}
			}
			for name, text := range parts {
				if path.Ext(name) != ".xlsx" {
					wellFormed(t, name, text)
				}
				if strings.HasSuffix(name, ".rels") {
					targetsExist(t, name, parts)
				}
			}
			for _, m := range regexp.MustCompile(`PartName="/([^"]+)"`).FindAllStringSubmatch(parts["[Content_Types].xml"], -1) {
				if parts[m[1]] == "" {
					t.Errorf("[Content_Types].xml names %s, which is not there", m[1])
				}
			}
			wholeDocument(t, parts)
			wholeCharts(t, parts, map[string]int{"report-year": 4, "report-years": 4, "report-alone": 4}[c.name])
			if again := reportOf(t, db, c.args...); !bytes.Equal(fileBytes(t, file), fileBytes(t, again)) {
				t.Error("made twice, not the same bytes")
			}
			if got, v := verdicts(t, db, file); got != nil || v.PlacesLeft < 8 {
				t.Errorf("unedited, yet %v; %d places left", got, v.PlacesLeft)
			}
		})
	}
}

func fileBytes(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func wellFormed(t *testing.T, name, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

func targetsExist(t *testing.T, rels string, parts map[string]string) {
	t.Helper()
	dir := path.Dir(path.Dir(rels))
	for _, m := range regexp.MustCompile(`Target="([^"]+)"`).FindAllStringSubmatch(parts[rels], -1) {
		if parts[path.Join(dir, m[1])] == "" {
			t.Errorf("%s leads to %s, which is not there", rels, m[1])
		}
	}
}

// wholeDocument holds the text to the form of official documents and to what Word and LibreOffice need.
func wholeDocument(t *testing.T, parts map[string]string) {
	t.Helper()
	text, styles := parts["word/document.xml"], parts["word/styles.xml"]
	for what, want := range map[string]string{
		"A4 with margins of 20, 20, 20 and 30 mm": `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"`,
		"no page number on the first page":        `<w:titlePg/>`,
		"the motto":                               map[bool]string{true: "Độc lập - Tự do - Hạnh phúc", false: "Independence - Freedom - Happiness"}[strings.Contains(styles, "vi-VN\" w:eastAsia=\"vi-VN")],
	} {
		if !strings.Contains(text, want) {
			t.Errorf("not %s: no %s", what, want)
		}
	}
	for what, want := range map[string]string{"Times New Roman": `w:ascii="Times New Roman"`, "14 points": `<w:sz w:val="28"/>`} {
		if !strings.Contains(styles, want) {
			t.Errorf("letters are not of %s", what)
		}
	}
	if !strings.Contains(parts["word/header1.xml"], " PAGE ") || strings.Contains(parts["word/header2.xml"], "PAGE") {
		t.Error("page numbers do not begin on the second page")
	}
	for _, m := range regexp.MustCompile(`<w:(?:pStyle|tblStyle) w:val="([^"]+)"`).FindAllStringSubmatch(text, -1) {
		if !strings.Contains(styles, `w:styleId="`+m[1]+`"`) {
			t.Fatalf("style %s is not defined: LibreOffice takes tables apart at one", m[1])
		}
	}
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(`<w:sdt><w:sdtPr><w:alias w:val="[^"]+"/><w:tag w:val="([^"]+)"/><w:id w:val="(\d+)"/>`).FindAllStringSubmatch(text, -1) {
		if len([]rune(m[1])) > 64 || seen[m[2]] {
			t.Errorf("control %s: tag %q", m[2], m[1])
		}
		seen[m[2]] = true
	}
	if n := strings.Count(text, "<w:sdt>"); n != len(seen) || n != strings.Count(text, "</w:sdt>") {
		t.Errorf("%d controls, %d with title, tag and id", n, len(seen))
	}
	for _, tbl := range regexp.MustCompile(`(?s)<w:tbl>.*?</w:tbl>`).FindAllString(text, -1) {
		grid := strings.Count(tbl, "<w:gridCol ")
		for i, tr := range regexp.MustCompile(`(?s)<w:tr>.*?</w:tr>`).FindAllString(tbl, -1) {
			cells := strings.Count(tr, "<w:tc>")
			if m := regexp.MustCompile(`<w:gridSpan w:val="(\d+)"`).FindStringSubmatch(tr); m != nil {
				fmt.Sscan(m[1], &cells)
			}
			if cells != grid || !strings.Contains(tr, "<w:cantSplit/>") {
				t.Errorf("row %d: %d cells on a grid of %d, cut over pages or not: %.200s", i, cells, grid, tr)
			}
		}
		if strings.Contains(tbl, "TdktTable") && !strings.Contains(tbl, "<w:tblHeader/>") {
			t.Error("a table whose head does not repeat")
		}
	}
	papers := regexp.MustCompile(`<w:gridCol |<w:tbl>|<w:sectPr>.*?</w:sectPr>`)
	cols, most, annexes := 0, 0, false // the tables of the letter stand upright
	for _, m := range papers.FindAllString(text, -1) {
		switch m {
		case "<w:tbl>":
			cols = 0
		case "<w:gridCol ":
			cols++
			most = max(most, cols)
		default: // the paper of what stands before
			if lies := strings.Contains(m, `w:orient="landscape"`); lies != (annexes && most > 8) {
				t.Errorf("a table of %d columns on paper that lies: %v", most, lies)
			}
			most, annexes = 0, true
		}
	}
	if strings.Contains(text, "{report.") || strings.Contains(text, "%!") {
		t.Error("a text is missing or ill-formed")
	}
}

// wordText is what a document says, a line a paragraph or row.
func wordText(t *testing.T, file string) string {
	t.Helper()
	w, err := ooxml.ReadWord(fileBytes(t, file))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	last := ooxml.Paragraph{Table: -1}
	for _, p := range w.Paragraphs {
		if p.Margin {
			continue
		}
		switch {
		case p.Table > 0 && p.Table == last.Table && p.Row == last.Row && p.Col == last.Col:
			b.WriteString(" / ")
		case p.Table > 0 && p.Table == last.Table && p.Row == last.Row:
			b.WriteString(" | ")
		default:
			b.WriteByte('\n')
		}
		for _, piece := range p.Pieces {
			b.WriteString(piece.Text)
		}
		last = p
	}
	return strings.TrimSpace(b.String()) + "\n"
}

var buildInReport = regexp.MustCompile(`(bản dựng|build) [0-9a-f]+`)

// TestReportsOfTheSamples guards every word and number of the reports; `go test ./cmd/tdkt -run ReportsOfTheSamples -update` writes the
// files again, and the difference shows what changed.
func TestReportsOfTheSamples(t *testing.T) {
	db, _ := samplesRun(t)
	for _, c := range reportsWithGolden {
		t.Run(c.name, func(t *testing.T) {
			got := buildInReport.ReplaceAllString(wordText(t, reportOf(t, db, c.args...)), "$1 …")
			path := filepath.Join("testdata", "golden", c.name+".txt")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if d := cmp.Diff(strings.Split(string(fileBytes(t, path)), "\n"), strings.Split(got, "\n")); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestReportFigures asks the marts for every figure of a report, each by the query that `tdkt trace` asks for its id, and works every
// number of the document out anew.
func TestReportFigures(t *testing.T) {
	db, _ := samplesRun(t)
	for _, c := range reportsWithGolden {
		t.Run(c.name, func(t *testing.T) {
			doc, err := report.Open(fileBytes(t, reportOf(t, db, c.args...)), nil)
			if err != nil {
				t.Fatal(err)
			}
			of := figuresOf(t, db, doc.IDs())
			formulas := map[string]report.Bound{}
			for _, f := range doc.Figures {
				formulas[f.Key] = f
			}
			stated := 0
			for _, u := range doc.Uses {
				b := formulas[u.Key]
				f, err := report.ParseFormula(b.Formula)
				if err != nil {
					t.Fatal(err)
				}
				a := f.Value(of)
				if want := b.Shape.Write(doc.Lang, a); u.Text != want {
					t.Errorf("number %d is written %q, its figures say %q: %s", u.No, u.Text, want, b.Formula)
				}
				if a.Stated {
					stated++
				}
			}
			if len(doc.Uses) < 50 || stated < len(doc.Uses)/4 {
				t.Errorf("%d numbers, of which %d stated", len(doc.Uses), stated)
			}
		})
	}
}

// figuresOf asks for figures, each by the query of its id.
func figuresOf(t *testing.T, db string, all []string) report.Lookup {
	t.Helper()
	values := map[string]int64{}
	for ids := range slices.Chunk(all, 300) {
		var sides []string
		for _, id := range ids {
			sides = append(sides, "select '"+strings.ReplaceAll(id, "'", "''")+"' as id, ("+literalQuery(t, id)+") as amount")
		}
		for _, r := range sqlRows(t, db, strings.Join(sides, "\nunion all\n"))[1:] {
			if r[1] != "" {
				var n int64
				fmt.Sscan(r[1], &n)
				values[r[0]] = n
			}
		}
	}
	return func(id string) *int64 {
		if n, ok := values[id]; ok {
			return &n
		}
		return nil
	}
}

// literalQuery is the query of a figure with its keys written in.
func literalQuery(t *testing.T, id string) string {
	t.Helper()
	f, err := table.ParseFigure(id)
	if err != nil {
		t.Fatal(err)
	}
	mart, err := models.Figures(f.Mart)
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]string{}
	for _, k := range f.Keys {
		keys[k.Key] = k.Value
	}
	q, err := mart.Value(f.Measure, keys)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range q.Args {
		q.SQL = strings.Replace(q.SQL, "?", "'"+strings.ReplaceAll(fmt.Sprint(a), "'", "''")+"'", 1)
	}
	return q.SQL
}

// writer converts documents with LibreOffice, all in one go.
func writer(t *testing.T, filter string, files ...string) (made []string) {
	t.Helper()
	soffice, err := exec.LookPath("lowriter")
	if err != nil {
		t.Skip("no LibreOffice Writer here: the report was not opened in it")
	}
	dir := t.TempDir()
	ending, _, _ := strings.Cut(filter, ":")
	args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", filter, "--outdir", filepath.Join(dir, "out")}
	out, err := exec.Command(soffice, append(args, files...)...).CombinedOutput()
	for _, f := range files {
		made = append(made, filepath.Join(dir, "out", strings.TrimSuffix(filepath.Base(f), ".docx")+"."+ending))
		if _, missing := os.Stat(made[len(made)-1]); err != nil || missing != nil {
			t.Fatalf("lowriter: %v\n%s", err, out)
		}
	}
	return made
}

// TestReportInLibreOffice guards that a report that somebody saved in LibreOffice still holds what its numbers are, and that its
// pages come out whole.
func TestReportInLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: LibreOffice takes its time")
	}
	db, _ := samplesRun(t)
	file := reportOf(t, db, "--year", "2025")
	saved := writer(t, "docx:Office Open XML Text", file)[0]
	_, mine := verdicts(t, db, file)
	if got, v := verdicts(t, db, saved); got != nil || len(v.Numbers) != len(mine.Numbers) {
		t.Errorf("saved by LibreOffice: %d numbers, want %d; %v", len(v.Numbers), len(mine.Numbers), got)
	}
	changed := edited(t, saved, func(s string) string { return strings.Replace(s, ">1.379<", ">1.397<", 1) })
	if got, _ := verdicts(t, db, changed); !cmp.Equal(got, []told{{report.Changed, 3, "1.397", ""}}) {
		t.Errorf("saved by LibreOffice and changed: %v", got)
	}
	var files []string
	for _, c := range reports {
		named := filepath.Join(t.TempDir(), c.name+".docx")
		if err := os.Rename(reportOf(t, db, c.args...), named); err != nil {
			t.Fatal(err)
		}
		files = append(files, named)
	}
	for i, pdf := range writer(t, "pdf", files...) {
		c := reports[i]
		text, err := exec.Command("pdftotext", "-layout", pdf, "-").Output()
		if err != nil {
			t.Skip("no pdftotext here: the pages were not read")
		}
		pages := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
		for i, p := range pages {
			if len(strings.Fields(p)) < 8 {
				t.Errorf("%s: page %d is empty: %q", c.name, i+1, p)
			}
			if first := strings.TrimSpace(strings.SplitN(strings.TrimSpace(p), "\n", 2)[0]); i > 0 && first != fmt.Sprint(i+1) {
				t.Errorf("%s: page %d begins with %q, want its number", c.name, i+1, first)
			}
		}
	}
}

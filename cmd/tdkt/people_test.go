package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/charts/report"
)

// peopleRun is a warehouse of testdata/people: lists of delegates, of exemplars and of targets. Their people are made up.
func peopleRun(t *testing.T) string {
	t.Helper()
	db := filepath.Join(t.TempDir(), "a.duckdb")
	mustCall(t, exitDone, "ingest", "testdata/people", "--db", db, "--quiet")
	mustCall(t, exitDone, "build", "--db", db, "--quiet")
	return db
}

var peopleReports = []struct {
	name string
	args []string
}{
	{"report-congress", []string{"--kind", "dai-hoi", "--period", "dai-hoi-11"}},
	{"report-exemplars", []string{"--kind", "dien-hinh", "--period", "2021..2025"}},
	{"report-congress-en", []string{"--kind", "dai-hoi", "--period", "dai-hoi-11", "--lang", "en"}},
	{"report-exemplars-en", []string{"--kind", "dien-hinh", "--period", "2021..2025", "--lang", "en"}},
	{"report-congress-nobody", []string{"--kind", "dai-hoi", "--period", "dai-hoi-08"}},
	{"report-exemplars-none", []string{"--kind", "dien-hinh", "--period", "2016..2020"}},
}

// TestReportsOfPeople guards every word and number of the reports on delegates and on exemplars, that they come out alike each time,
// that every number is bound to the figure it says, and that they name nobody.
func TestReportsOfPeople(t *testing.T) {
	db := peopleRun(t)
	var files []string
	for _, c := range peopleReports {
		file := reportOf(t, db, c.args...)
		if again := reportOf(t, db, c.args...); !bytes.Equal(fileBytes(t, file), fileBytes(t, again)) {
			t.Errorf("%s: made twice, not the same bytes", c.name)
		}
		if got, v := verdicts(t, db, file); got != nil || v.PlacesLeft < 8 {
			t.Errorf("%s: unedited, yet %v; %d places left", c.name, got, v.PlacesLeft)
		}
		wholeDocument(t, partsOf(t, file))
		numbersHold(t, db, file)
		text := buildInReport.ReplaceAllString(wordText(t, file), "$1 …")
		for _, name := range []string{"Mẫu", "Thử", "Giả", "Định", "Ví", "Dụ", "Thí", "Lệ"} {
			if regexp.MustCompile(`(Thị|Văn) ` + name).MatchString(text) {
				t.Errorf("%s names a person", c.name)
			}
		}
		golden(t, c.name, text)
		named := filepath.Join(t.TempDir(), c.name+".docx")
		if err := os.Rename(file, named); err != nil {
			t.Fatal(err)
		}
		files = append(files, named)
	}
	if testing.Short() {
		return
	}
	for i, pdf := range writer(t, "pdf", files...) {
		text, err := exec.Command("pdftotext", "-layout", pdf, "-").Output()
		if err != nil {
			t.Skip("no pdftotext here: the pages were not read")
		}
		for no, page := range strings.Split(strings.TrimSuffix(string(text), "\f"), "\f") {
			if len(strings.Fields(page)) < 8 {
				t.Errorf("%s: page %d is empty: %q", peopleReports[i].name, no+1, page)
			}
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(strings.Split(string(fileBytes(t, path)), "\n"), strings.Split(got, "\n")); d != "" {
		t.Errorf("%s: %s", name, d)
	}
}

// numbersHold works every number of a document out anew, each figure by the query that `tdkt trace` asks for its id.
func numbersHold(t *testing.T, db, file string) {
	t.Helper()
	doc, err := report.Open(fileBytes(t, file), nil)
	if err != nil {
		t.Fatal(err)
	}
	of := figuresOf(t, db, doc.IDs())
	formulas := map[string]report.Bound{}
	for _, f := range doc.Figures {
		formulas[f.Key] = f
	}
	for _, u := range doc.Uses {
		b := formulas[u.Key]
		f, err := report.ParseFormula(b.Formula)
		if err != nil {
			t.Fatal(err)
		}
		if want := b.Shape.Write(doc.Lang, f.Value(of)); u.Text != want {
			t.Errorf("%s: number %d is written %q, its figures say %q: %s", filepath.Base(file), u.No, u.Text, want, b.Formula)
		}
	}
}

// Delegates and exemplars give no award, and trace leads from their figures to the cells and back.
func TestPeopleAreNoAwards(t *testing.T) {
	db := peopleRun(t)
	rows := sqlRows(t, db, "select (select count(*) from fct_award), (select count(*) from fct_award_count), (select count(*) from fct_proposal), (select count(*) from fct_delegate), (select count(*) from fct_exemplar)")
	if d := cmp.Diff([]string{"0", "0", "0", "11", "6"}, rows[1]); d != "" {
		t.Error(d)
	}
	a := mustCall(t, exitDone, "trace", "mart_congress/woman_count?cycle_code=dai-hoi-11&level_code=tinh", "--format", "csv", "--db", db, "--quiet")
	for _, cell := range []string{"C6", "C8", "C10", "C12"} {
		if !strings.Contains(a.out, "dai-bieu-tinh-phu-tho-2025.csv,\"\","+cell+",1,") {
			t.Errorf("no %s in\n%s", cell, a.out)
		}
	}
	if a := mustCall(t, exitDone, "trace", "dai-bieu-tinh-phu-tho-2025.csv!!C6", "--format", "csv", "--db", db, "--quiet"); !strings.Contains(a.out, "mart_congress/woman_count?") {
		t.Error(a.out)
	}
	if a := call(t, "trace", "mart_congress/woman_count?cycle_code=dai-hoi-11", "--db", db, "--quiet"); a.code == exitDone {
		t.Error("delegates to congresses of two levels were added")
	}
}

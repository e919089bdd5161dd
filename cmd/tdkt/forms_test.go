package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tdkt/charts/report"
	"tdkt/cmd/internal/office"
	"tdkt/data"
)

// ofYear asks for the report of a year; 0 is the newest.
func ofYear(year int) (r report.Request) {
	if year != 0 {
		r.Period = data.YearPeriod(year)
	}
	return r
}

// statForms writes the forms of a year and gives their paths by file name.
func statForms(t *testing.T, db, lang string, year int) map[string]string {
	t.Helper()
	texts, err := data.LoadTexts(lang)
	if err != nil {
		t.Fatal(err)
	}
	o := &office.Office{DB: db, Lang: lang, Texts: texts, Progress: io.Discard, Now: func() time.Time { return time.Date(2026, 1, 15, 8, 0, 0, 0, time.UTC) }}
	w, err := o.Report(context.Background(), t.TempDir(), ofYear(year), false)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, p := range w.Forms {
		files[strings.TrimSuffix(filepath.Base(p), ".xlsx")] = p
	}
	return files
}

// readBack takes a written form in as the one return of a province, and gives the warehouse.
func readBack(t *testing.T, path string) string {
	t.Helper()
	dir, db := t.TempDir(), filepath.Join(t.TempDir(), "back.duckdb")
	copyOf(t, path, filepath.Join(dir, filepath.Base(path)))
	mustCall(t, exitDone, "ingest", dir, "--db", db, "--quiet")
	mustCall(t, exitDone, "build", "--db", db, "--quiet")
	return db
}

// keyed are the rows of a query, the last column by the others; nulls are left out.
func keyed(t *testing.T, db, query string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, r := range sqlRows(t, db, query)[1:] {
		if n := len(r) - 1; r[n] != "" {
			all[strings.Join(r[:n], " ")] = r[n]
		}
	}
	return all
}

// TestFormsComeBackWithTheSameFigures: each form that was filled in is taken in as a return of the province, by the project's own
// reader, and gives the figures that it was filled in from. What a form leaves blank does not come back; nothing comes back
// that was not there.
func TestFormsComeBackWithTheSameFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: every form is taken in and built by itself")
	}
	db, _ := samplesRun(t)
	measures := strings.Fields("collective_count household_count individual_count enterprise_count leader_ministry_province_count leader_department_count entrepreneur_count leader_other_count direct_worker_count")
	people := func(where string) string {
		var parts []string
		for _, m := range measures {
			parts = append(parts, fmt.Sprintf("select form_code, '%s' as measure, cast(sum(%s) as bigint) as n from mart_beneficiary_year where %s group by form_code", m, m, where))
		}
		return strings.Join(parts, " union all ") + " order by 1, 2"
	}
	types := func(where string) string {
		return "select form_code, achievement_code, cast(sum(award_count) as bigint) as n from fct_award_count where achievement_code <> 'chua_ro' and " + where + " group by form_code, achievement_code order by 1, 2"
	}
	ofProvince := " and level_code = 'tinh' and form_code in ('bk_tinh', 'cstd_tinh', 'co_tinh', 'ky_niem_chuong')"
	one := func(measure, where string) string {
		return "select form_code, cast(sum(" + measure + ") as bigint) from mart_beneficiary_year where " + where + " group by form_code order by 1"
	}
	written := map[int]map[string]string{2021: statForms(t, db, "vi", 2021), 2024: statForms(t, db, "vi", 2024), 2025: statForms(t, db, "vi", 2025)}
	figures := func(measure string) string {
		return "select statistic, column_code, cast(sum(amount) as bigint) from fct_statistic where report_year = 2025 and measure = '" + measure + "' group by statistic, column_code order by 1, 2"
	}
	for _, c := range []struct {
		file  string
		year  int
		asked map[string]int // how many figures come back at least
	}{
		{"bieu-0702", 2021, map[string]int{people("award_year = 2021 and level_code = 'nha_nuoc'"): 50, types("award_year = 2021 and level_code = 'nha_nuoc'"): 30}},
		{"bieu-0703", 2021, map[string]int{people("award_year = 2021" + ofProvince): 20, types("award_year = 2021" + ofProvince): 8}},
		{"bieu-0602", 2024, map[string]int{people("award_year = 2024 and level_code = 'nha_nuoc'"): 55}},
		{"bieu-0603", 2024, map[string]int{people("award_year = 2024" + ofProvince): 15, types("award_year = 2024" + ofProvince): 3}},
		{"mau-01", 2024, map[string]int{"select unit_code, form_code, cast(sum(award_count) as bigint) from mart_cube where award_year = 2024 group by unit_code, form_code order by 1, 2": 60}},
		{"mau-02", 2024, map[string]int{one("award_count", "award_year = 2024"): 20, one("individual_count", "award_year = 2024"): 15, one("enterprise_count", "award_year = 2024"): 5}},
		{"mau-03", 2024, map[string]int{one("collective_count", "award_year = 2024"): 10, one("individual_count", "award_year = 2024"): 10}},
		{"mau-02-cap-nha-nuoc", 2024, map[string]int{one("collective_count", "award_year = 2024 and level_code = 'nha_nuoc'"): 6, one("individual_count", "award_year = 2024 and level_code = 'nha_nuoc'"): 9}},
		{"bieu-0601", 2025, map[string]int{figures("movement_count"): 27}},
		{"bieu-0604", 2025, map[string]int{figures("body_count"): 3}},
		{"bieu-0605", 2025, map[string]int{figures("staff_count"): 30}},
	} {
		path := written[c.year][c.file]
		if path == "" {
			t.Errorf("no %s in %d", c.file, c.year)
			continue
		}
		back := readBack(t, path)
		for query, least := range c.asked {
			want, same := keyed(t, db, query), 0
			for k, n := range keyed(t, back, query) {
				switch w, known := want[k]; {
				case known && w == n:
					same++
				case !known && n == "0": // told by arithmetic where no return says it
				default:
					t.Errorf("%s %d: %s comes back as %s, it was %q", c.file, c.year, k, n, w)
				}
			}
			if same < least {
				t.Errorf("%s %d: %d figures came back, want at least %d of\n%s", c.file, c.year, same, least, query)
			}
		}
	}
}

// spansOf are at least and at most how many recipients of each kind and class a warehouse tells of a type of achievement, at all
// levels together. Two types stand once more under the one that some forms put them in.
func spansOf(t *testing.T, db string, year int) map[string][2]int {
	t.Helper()
	out := mustCall(t, exitDone, "query", "form-achievement", "--param", fmt.Sprint("year=", year), "--format", "csv", "--db", db, "--quiet").out
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][2]int{}
	for _, r := range named(rows) {
		types := []string{r["achievement_code"]}
		switch types[0] {
		case "chua_ro":
			continue
		case "chuyen_de", "dot_xuat":
			types = append(types, "chuyen_de_dot_xuat")
		}
		for _, a := range types {
			k := r["form_code"] + " " + a + " " + r["measure_code"]
			all[k] = [2]int{all[k][0] + toInt(t, r["at_least"]), all[k][1] + toInt(t, r["at_most"])}
		}
	}
	return all
}

// TestFormsComeBackWithTheirCrossing: what a filled form tells of recipients within types of achievement, a reader of returns tells of
// them too: no other number comes back, and as many as the columns of the form cross.
func TestFormsComeBackWithTheirCrossing(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: every form is taken in and built by itself")
	}
	db, _ := samplesRun(t)
	for _, c := range []struct {
		file, crosses string
		year, least   int
	}{
		{"bieu-0602", "collective_household_count individual_count", 2025, 15},
		{"mau-03", "collective_count individual_count leader_senior_count leader_other_count direct_worker_count", 2023, 7},
		{"mau-02-cap-nha-nuoc", "collective_count individual_count leader_count not_leader_count", 2023, 12},
		{"mau-02", "leader_count not_leader_count", 2023, 18},
	} {
		want := spansOf(t, db, c.year)
		back, same := spansOf(t, readBack(t, statForms(t, db, "vi", c.year)[c.file]), c.year), 0
		for k, span := range back {
			measure := k[strings.LastIndex(k, " ")+1:]
			if !slices.Contains(strings.Fields(c.crosses), measure) || span[0] != span[1] || span[0] == 0 {
				continue // nought is what of a class nobody tells
			}
			if w := want[k]; span[0] < w[0] || span[0] > w[1] {
				t.Errorf("%s %d: %s comes back as %d, it was from %d to %d", c.file, c.year, k, span[0], w[0], w[1])
			} else if w[0] == w[1] {
				same++
			}
		}
		t.Logf("%s %d: %d of %d figures", c.file, c.year, same, len(back))
		if same < c.least {
			t.Errorf("%s %d: %d figures came back, want at least %d", c.file, c.year, same, c.least)
		}
	}
}

// TestFormsOfAYear: the circular of the year, the same bytes twice, another language for the notes alone; forms of another circular
// that lie there go.
func TestFormsOfAYear(t *testing.T) {
	db, _ := samplesRun(t)
	first, again, english := statForms(t, db, "vi", 2024), statForms(t, db, "vi", 2024), statForms(t, db, "en", 2024)
	if len(first) != 6 || first["bieu-0602"] == "" || first["bieu-0702"] != "" {
		t.Errorf("%v", first)
	}
	for name, path := range first {
		a, err := os.ReadFile(path)
		b, err2 := os.ReadFile(again[name])
		if err != nil || err2 != nil || string(a) != string(b) {
			t.Errorf("%s: two runs differ (%v, %v)", name, err, err2)
		}
		vi, en := rowsOfForm(t, path), rowsOfForm(t, english[name])
		for r := range vi {
			if note := len(vi[r]) > 0 && strings.HasPrefix(vi[r][0], "* "); !note && strings.Join(vi[r], "|") != strings.Join(en[r], "|") {
				t.Errorf("%s, row %d: %v in English is %v", name, r+1, vi[r], en[r])
			} else if note && vi[r][0] == en[r][0] {
				t.Errorf("%s: the note %q is not in English", name, vi[r][0])
			}
		}
	}
	if newest := rowsOfForm(t, statForms(t, db, "vi", 0)["bieu-0602"]); newest[5][0] != "Năm 2026" {
		t.Errorf("the newest year: %v", newest[5])
	}
	texts, _ := data.LoadTexts("vi")
	o := &office.Office{DB: db, Lang: "vi", Texts: texts, Progress: io.Discard, Now: time.Now}
	dir := t.TempDir()
	for _, year := range []int{2021, 2024} {
		if _, err := o.Report(context.Background(), dir, ofYear(year), false); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "bao-cao", "bieu-0702.xlsx")); err == nil {
		t.Error("the form of 2021 lies beside those of 2024")
	}
}

func rowsOfForm(t *testing.T, path string) [][]string {
	t.Helper()
	x, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	rows, err := x.GetRows(x.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestFiguresOfFormsAreTraced: every figure id of the second sheet leads to cells of returns that add up to it.
func TestFiguresOfFormsAreTraced(t *testing.T) {
	db, _ := samplesRun(t)
	x, err := excelize.OpenFile(statForms(t, db, "vi", 2025)["bieu-0603"])
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	rows, err := x.GetRows(x.GetSheetList()[1])
	if err != nil {
		t.Fatal(err)
	}
	traced := 0
	for _, r := range rows[3:] {
		if len(r) < 4 || !strings.Contains(r[3], "?") || r[2] == "0" || r[0] == "" {
			continue
		}
		if a := call(t, "trace", r[3], "--db", db, "--quiet"); a.code != exitDone || len(strings.Split(a.out, "\n")) < 2 {
			t.Errorf("%s: exit %d\n%s%s", r[3], a.code, clip(a.out), clip(a.err))
		}
		if traced++; traced == 8 { // each is a whole call of the program
			break
		}
	}
	if traced == 0 {
		t.Error("no figure was traced")
	}
}

// TestFormsThatNobodyTellsAreNotWritten: a form of movements, bodies or staff without a return is no file full of blanks; the program says
// in words which are not there and what to send. One that a run of another year wrote goes.
func TestFormsThatNobodyTellsAreNotWritten(t *testing.T) {
	db, _ := samplesRun(t)
	dir := t.TempDir()
	a := mustCall(t, exitDone, "report", "--db", db, "--out", dir, "--year", "2025")
	for _, name := range []string{"bieu-0601.xlsx", "bieu-0604.xlsx", "bieu-0605.xlsx"} {
		if _, err := os.Stat(filepath.Join(dir, "bao-cao", name)); err != nil || !strings.Contains(a.out, name) {
			t.Errorf("2025 without %s: %v", name, err)
		}
	}
	if strings.Contains(a.err, "Không lập") {
		t.Errorf("2025: %s", a.err)
	}
	for year, says := range map[string]string{"2024": "Không lập Biểu 0601, Biểu 0604, Biểu 0605:", "2021": "Không lập Biểu 0701:"} {
		a = mustCall(t, exitDone, "report", "--db", db, "--out", dir, "--year", year)
		if !strings.Contains(a.err, says) || !strings.Contains(a.err, "tdkt template") {
			t.Errorf("%s: %q does not say %q", year, a.err, says)
		}
		for _, name := range []string{"bieu-0601", "bieu-0604", "bieu-0605", "bieu-0701"} {
			if _, err := os.Stat(filepath.Join(dir, "bao-cao", name+".xlsx")); err == nil || strings.Contains(a.out, name) {
				t.Errorf("%s: %s lies there", year, name)
			}
		}
	}
}

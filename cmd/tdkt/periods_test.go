package main

import (
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/data"
)

var update = flag.Bool("update", false, "write testdata/golden again")

// reviews are what a board is asked for over the samples: figures as CSV, and what is said of them.
var reviews = []struct {
	name string
	args []string
}{
	{"five-year", []string{"five-year", "--period", "2021..2025", "--param", "focus=2022..2024"}},
	{"review-forms", []string{"review-forms", "--period", "2021..2025", "--param", "focus=2022..2024"}},
	{"review-units", []string{"review-units", "--period", "2021..2025", "--param", "focus=2022..2024"}},
	{"half-year", []string{"by-period", "--period", "06 tháng đầu năm 2026"}},
	{"half-year-of-mergers", []string{"by-period", "--period", "2025-H1"}},
	{"quarter", []string{"by-period", "--period", "Quý IV/2024"}},
	{"school-year", []string{"by-period", "--period", "2023-2024"}},
	{"year-not-over", []string{"by-period", "--period", "2026"}},
	{"cycle", []string{"by-period", "--period", "dai-hoi-11"}},
	{"law-breaks", []string{"law-breaks"}},
}

// the build's id changes with every model; what is told does not.
var buildID = regexp.MustCompile(` · bản dựng [0-9a-f]+`)

// TestReviewsOfTheSamples guards the reviews that plans ask for: five years with focus years, a half-year, a school year. A figure
// that changes shows in the difference; `go test ./cmd/tdkt -run Reviews -update` writes the files again.
func TestReviewsOfTheSamples(t *testing.T) {
	db, _ := samplesRun(t)
	for _, c := range reviews {
		t.Run(c.name, func(t *testing.T) {
			a := mustCall(t, exitDone, append([]string{"query", "--db", db, "--format", "csv"}, c.args...)...)
			got := strings.ReplaceAll(a.out, "\r\n", "\n") + buildID.ReplaceAllString(a.err, "")
			path := filepath.Join("testdata", "golden", c.name+".txt")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
				t.Error(d)
			}
		})
	}
}

// askedRows gives the rows of a named query by the names of their columns.
func askedRows(t *testing.T, db string, args ...string) []map[string]string {
	t.Helper()
	a := mustCall(t, exitDone, append([]string{"query", "--quiet", "--db", db, "--format", "csv"}, args...)...)
	records, err := csv.NewReader(strings.NewReader(a.out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return named(records)
}

func named(records [][]string) (rows []map[string]string) {
	for _, r := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = r[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// TestReviewIsTheTruth holds the five-year review to what the generator of the samples knows: every form over the period and over
// its focus years.
func TestReviewIsTheTruth(t *testing.T) {
	db, _ := samplesRun(t)
	want := map[string]int{}
	for _, file := range []string{"award_count.csv", "typed_award_count.csv"} {
		for _, row := range named(csvFile(t, file)) {
			year, n := toInt(t, row["award_year"]), toInt(t, row["award_count"])
			if year >= 2021 && year <= 2025 {
				want["period "+row["form_code"]] += n
			}
			if year >= 2022 && year <= 2024 {
				want["focus "+row["form_code"]] += n
			}
		}
	}
	for _, query := range []string{"five-year", "review-forms"} {
		got, once := map[string]int{}, map[string]bool{}
		for _, row := range askedRows(t, db, query, "--period", "2021..2025", "--param", "focus=2022..2024") {
			key := row["section"] + row["achievement_code"] + row["form_code"]
			if once[key] {
				continue // the totals stand beside each year
			}
			once[key] = true
			got["period "+row["form_code"]] += toInt(t, row["period_award_count"])
			got["focus "+row["form_code"]] += toInt(t, row["focus_award_count"])
		}
		for _, all := range []map[string]int{want, got} {
			for k, n := range all {
				if n == 0 {
					delete(all, k)
				}
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", query, d)
		}
	}
}

func toInt(t *testing.T, text string) int {
	t.Helper()
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestPeriodsRecounted counts every part of a year and every school year again, in Go and award by award, and holds the mart to it:
// no award falls between two periods or into two halves, none is lost among what cannot be split.
func TestPeriodsRecounted(t *testing.T) {
	db, _ := samplesRun(t)
	told := named(sqlRows(t, db, `select 'list' as source, a.form_code, a.award_year, r.period, coalesce(cast(a.decided_on as varchar), '') as decided_on, 1 as amount
		from fct_list_row as a join fct_return as r using (return_id)
		where a.fact = 'beneficiary' and a.counts_in_state_total
		union all
		select 'tally', c.form_code, c.award_year, r.period, '', c.amount
		from fct_cell_contribution as c join fct_return as r using (return_id)
		where c.fact = 'beneficiary' and c.measure = 'award_count'`))
	want := map[string]int{}
	add := func(period data.ReportPeriod, form, what, amount string) {
		if n := toInt(t, amount); n != 0 {
			want[period.String()+" "+form+" "+what] += n
		}
	}
	var periods []data.ReportPeriod
	for _, row := range named(sqlRows(t, db, "select period from dim_period where is_part_of_year or period_kind = 'school_year'")) {
		p, err := data.ParseReportPeriod(row["period"])
		if err != nil {
			t.Fatal(err)
		}
		periods = append(periods, p)
	}
	for _, row := range told {
		stated, err := data.ParseReportPeriod(row["period"])
		if err != nil {
			t.Fatal(err)
		}
		days, year := stated.Days(), toInt(t, row["award_year"])
		if year != 0 && year != stated.OneYear() {
			days = data.YearPeriod(year).Days()
		}
		if on, err := data.ParseDate(row["decided_on"]); err != nil {
			t.Fatal(err)
		} else if !on.IsZero() {
			days = data.Period{From: on, To: on}
		}
		for _, p := range periods {
			of := p.Days()
			inside, touches := !days.From.Before(of.From) && !of.To.Before(days.To), days.Overlaps(of)
			if p.Kind == data.PeriodSchoolYear {
				inside, touches = stated == p, stated == p || year == p.OneYear()
			}
			switch {
			case inside:
				add(p, row["form_code"], row["source"], row["amount"])
			case touches:
				add(p, row["form_code"], "not split", row["amount"])
			}
		}
	}
	got := map[string]int{}
	for _, row := range named(sqlRows(t, db, "select * from mart_form_period")) {
		for column, what := range map[string]string{"list_count": "list", "tally_count": "tally", "not_split_count": "not split"} {
			if n := toInt(t, row[column]); n != 0 {
				got[row["period"]+" "+row["form_code"]+" "+what] = n
			}
		}
	}
	if len(told) < 1000 || len(want) < 1000 {
		t.Fatalf("%d awards and cells, %d figures: too few to tell anything", len(told), len(want))
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestAHalfYearTraces follows figures of a half-year to their cells, and back.
func TestAHalfYearTraces(t *testing.T) {
	db, _ := samplesRun(t)
	rows := askedRows(t, db, "by-period", "--period", "2026-H1")
	if len(rows) < 5 {
		t.Fatalf("%d forms", len(rows))
	}
	for _, row := range rows {
		for _, measure := range []string{"award_count", "individual_count", "not_split_count"} {
			if row[measure] == "" || row[measure] == "0" {
				continue
			}
			id := fmt.Sprintf("mart_form_period/%s?period=2026-H1&form_code=%s", measure, row["form_code"])
			a := mustCall(t, exitDone, "trace", id, "--db", db)
			n := data.FormatInt("vi", int64(toInt(t, row[measure])))
			if !strings.Contains(a.out, "Cộng lại: "+n+" từ ") || !strings.Contains(a.out, "số đã công bố: "+n) {
				t.Errorf("%s = %s: %s", id, n, clip(a.out))
			}
		}
	}
}

// TestPeriodMisuse holds that a period which cannot be answered is told in the person's language: what was typed, what can be.
func TestPeriodMisuse(t *testing.T) {
	db, _ := samplesRun(t)
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"by-period", "--period", "nửa năm"}, `kỳ "nửa năm": không phải một kỳ báo cáo; viết một trong các dạng 2025 (năm)`},
		{[]string{"by-period", "--period", "2004-2009"}, "nếu là một giai đoạn, viết 2004..2009"},
		{[]string{"by-period", "--period", "2004-2009", "--lang", "en"}, "for several years write 2004..2009"},
		{[]string{"by-form-year", "--period", "2025-H1"}, "hãy hỏi by-period"},
		{[]string{"by-form-year", "--period", "2025", "--param", "years=2"}, "tham số period và years nói cùng một điều"},
		{[]string{"by-period", "--period", "2025", "--param", "period=2024"}, "period"},
		{[]string{"by-year", "--period", "2025"}, "không nhận tham số nào"},
	} {
		a := mustCall(t, exitMisuse, append([]string{"query", "--db", db}, c.args...)...)
		if !strings.Contains(a.err, c.says) {
			t.Errorf("%v: %s, want %q", c.args, a.err, c.says)
		}
	}
	if a := mustCall(t, exitDone, "query", "by-form-year", "--db", db, "--period", "2025", "--format", "json", "--quiet"); a.err != "" || strings.Contains(a.out, "Nguồn") {
		t.Errorf("quiet: %s", a.err)
	}
	a := mustCall(t, exitDone, "query", "by-form-year", "--db", db, "--period", "2026", "--format", "json", "--lang", "en")
	if lines := strings.Split(a.err, "\n"); !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, "As of 2026-11-25") }) {
		t.Errorf("a year that was not over: %s", a.err)
	}
}

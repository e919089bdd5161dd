package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestStandingsAreTheTruth guards the list of whom to telephone: how each obligation of the samples stands is what the
// generator, which shares no code with the pipeline, says of the days on which it let the returns come.
func TestStandingsAreTheTruth(t *testing.T) {
	db, _ := samplesRun(t)
	want := csvFile(t, "standing.csv")
	got := sqlRows(t, db, "select "+strings.Join(want[0], ", ")+" from mart_completeness where standing <> 'unasked'")
	if wrong := difference(got[1:], want[1:]); len(wrong) > 0 {
		t.Errorf("standings that differ from the truth:\n%s", strings.Join(wrong, "\n"))
	}
	for _, year := range []string{"2021", "2023", "2024", "2025", "2026"} {
		count := map[string]int{}
		for _, r := range want[1:] {
			ends := r[2][:4]
			if len(r[2]) == len("2024-2025") {
				ends = r[2][5:] // a school year ends in its second year
			}
			if ends != year {
				continue
			}
			count[r[3]]++
			if r[4] == "1" {
				count["zero"]++
			}
			if r[5] == "1" {
				count["revised"]++
			}
		}
		a := mustCall(t, exitDone, "status", "--db", db, "--year", year, "--as-of", year+"-12-31", "--format", "csv")
		rows, err := csv.NewReader(strings.NewReader(a.out)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		at := map[string]string{}
		for i, name := range rows[0] {
			at[name] = rows[1][i] // the first row is all of them
		}
		for column, n := range map[string]int{"on_time_count": count["on_time"], "late_count": count["late"], "overdue_count": count["not_received"], "excused_count": count["excused"],
			"zero_count": count["zero"], "revised_count": count["revised"], "expected_count": count["on_time"] + count["late"] + count["not_received"], "received_count": count["on_time"] + count["late"]} {
			if at[column] != strconv.Itoa(n) {
				t.Errorf("%s: %s is %s, the truth has %d", year, column, at[column], n)
			}
		}
	}
}

// TestHeldAndRefusedAreTheTruth guards the other half of that list: a return that came but was held or given back still owes.
func TestHeldAndRefusedAreTheTruth(t *testing.T) {
	db := filepath.Join(t.TempDir(), "faulty.duckdb")
	lists, err := filepath.Glob("../../data/samples/returns/*/*-danh-muc-cua-ban.xlsx")
	if err != nil || len(lists) == 0 {
		t.Fatal(lists, err)
	}
	mustCall(t, exitFaults, append([]string{"ingest", "--db", db, "../../data/samples/faulty"}, lists...)...)
	mustCall(t, exitDone, "build", "--db", db)
	truth := map[string]string{}
	for _, r := range csvFile(t, "faulty_status.csv")[1:] {
		truth[r[0]+"|"+r[1]] = r[2]
	}
	owed := sqlRows(t, db, `select r.file_name, r.form_of_return, m.standing, m.period_year
		from fct_return as r
		inner join mart_completeness as m on m.unit_code = r.unit_code and m.form_of_return = r.form_of_return and m.period = r.period
		where m.expected_count = 1 and m.accepted_count = 0`)
	count := map[string]int{}
	for _, r := range owed[1:] {
		if want := truth[r[0]+"|"+r[1]]; want != r[2] {
			t.Errorf("%s, %s: standing %s, the truth has %s", r[0], r[1], r[2], want)
		}
		count[r[3]+" "+r[2]+"_count"]++
	}
	if count["2024 held_count"] == 0 || count["2024 refused_count"] == 0 {
		t.Fatalf("nothing is tested: %v", count)
	}
	told := mustCall(t, exitDone, "status", "--db", db, "--year", "2024", "--format", "csv")
	rows, err := csv.NewReader(strings.NewReader(told.out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, column := range []string{"held_count", "refused_count"} {
		if got := rows[1][slices.Index(rows[0], column)]; got != strconv.Itoa(count["2024 "+column]) {
			t.Errorf("%s is %s, want %d", column, got, count["2024 "+column])
		}
	}
}

// TestDutyOfThePageIsThatOfTheMart guards the mark beside the totals of the page, the workbook and the commands: they
// count the same units, and the line of a run says so too.
func TestDutyOfThePageIsThatOfTheMart(t *testing.T) {
	db, out := samplesRun(t)
	years := sqlRows(t, db, "select award_year, expected_unit_count, complete_unit_count, is_provisional from mart_completeness_year where award_year > 0 order by award_year")
	if len(years) < 7 {
		t.Fatal(years)
	}
	x, err := excelize.OpenFile(filepath.Join(out, "so-lieu.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	head, err := x.GetRows("Hình thức")
	if err != nil {
		t.Fatal(err, x.GetSheetList())
	}
	for _, y := range years[1:] {
		words := y[2] + "/" + y[1] + " đơn vị"
		if y[3] == "true" {
			words += ", sơ bộ"
		}
		if want := y[0] + "\n" + words; !slices.Contains(head[4], want) {
			t.Errorf("the workbook heads no column %q: %q", want, head[4])
		}
		a := mustCall(t, exitDone, "query", "by-year", "--db", db)
		if want := "năm " + y[0] + ": " + words; !strings.Contains(a.out, want) {
			t.Errorf("by-year does not say %q", want)
		}
	}
	page, err := os.ReadFile(filepath.Join(out, "index.html"))
	if err != nil || !strings.Contains(string(unpacked(t, page, "tdkt-data")), `"open":[2026]`) {
		t.Error("the page does not know that 2026 is not over", err)
	}
}

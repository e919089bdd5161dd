package main

import (
	"encoding/csv"
	"strconv"
	"strings"
	"testing"
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

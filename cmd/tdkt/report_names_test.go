package main

import (
	"bytes"
	"database/sql"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestReportNamesOnlyOnRequest guards the people in the returns: no file of a report names one of them, but for the list that is asked
// for by name, which says what it is for; and that list is whole.
func TestReportNamesOnlyOnRequest(t *testing.T) {
	warehouse, _ := samplesRun(t)
	names := personNames{}
	var people []string
	db, err := sql.Open("duckdb", warehouse+"?access_mode=read_only")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range asked(t, db, "select distinct recipient_name from raw_award where recipient_kind = 'individual' and recipient_name like '% %'") {
		names.add(r[0])
	}
	for _, r := range asked(t, db, `select p.recipient_name from fct_award_person as p inner join fct_award as a on a.award_id = p.award_id
		where a.award_year = 2025 order by a.award_id`) {
		people = append(people, r[0])
	}
	inHalf := asked(t, db, "select count(*) from fct_award where decided_on between date '2025-01-01' and date '2025-06-30'")[0][0]
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if len(people) < 400 || len(names) < 500 {
		t.Fatalf("only %d people, %d names in the samples", len(people), len(names))
	}
	const list = "danh-sach-theo-quyet-dinh.docx"
	holding := func(dir string) (with []string) {
		t.Helper()
		files, err := filepath.Glob(filepath.Join(dir, "bao-cao", "*.*x"))
		if err != nil || len(files) < 7 {
			t.Fatalf("%d files: %v", len(files), err)
		}
		for _, f := range files {
			for name, text := range partsOf(t, f) {
				if strings.HasSuffix(name, ".xlsx") { // the numbers of a chart
					inner := filepath.Join(t.TempDir(), "a.xlsx")
					writeBytes(t, inner, []byte(text))
					text = ""
					for _, part := range partsOf(t, inner) {
						text += part
					}
				}
				if names.in(text) != "" {
					with = append(with, filepath.Base(f))
					break
				}
			}
		}
		return with
	}
	without, with := t.TempDir(), t.TempDir()
	a := mustCall(t, exitDone, "report", "--db", warehouse, "--year", "2025", "--out", without, "--quiet")
	if found := holding(without); found != nil || strings.Contains(a.out+a.err, list) {
		t.Errorf("nobody asked, yet %v hold names: %s", found, a.err)
	}
	a = mustCall(t, exitDone, "report", "--db", warehouse, "--year", "2025", "--out", with, "--quiet", "--with-names")
	if found := holding(with); len(found) != 1 || found[0] != list || !strings.Contains(a.err, "họ tên") {
		t.Errorf("%v hold names; said is %q", found, a.err)
	}
	file := filepath.Join(with, "bao-cao", list)
	text := wordText(t, file)
	for _, want := range []string{"Chỉ dùng để", "433 lượt", "Quyết định số 1320/QĐ-SCT ngày 3/12/2025"} {
		if !strings.Contains(text, want) {
			t.Errorf("the list does not say %q", want)
		}
	}
	rows := len(regexp.MustCompile(`(?m)^\d+ \| .+ \| .+ \| .+$`).FindAllString(text, -1))
	for _, name := range people {
		if !strings.Contains(text, "| "+name+" |") {
			t.Errorf("%s is not in the list", name)
		}
	}
	if rows != len(people) {
		t.Errorf("%d rows for %d awards", rows, len(people))
	}
	parts := partsOf(t, file)
	for name, text := range parts {
		wellFormed(t, name, text)
		if strings.HasSuffix(name, ".rels") {
			targetsExist(t, name, parts)
		}
	}
	mustCall(t, exitDone, "report", "--db", warehouse, "--year", "2025", "--out", without, "--quiet", "--with-names")
	if !bytes.Equal(fileBytes(t, file), fileBytes(t, filepath.Join(without, "bao-cao", list))) {
		t.Error("made twice, not the same bytes")
	}
	if a = mustCall(t, exitDone, "report", "--db", warehouse, "--year", "2025", "--out", without, "--quiet"); !strings.Contains(a.err, "họ tên") || holding(without) != nil {
		t.Errorf("nobody asked again, yet the list is there, or nothing was said: %q", a.err)
	}
	mustCall(t, exitDone, "report", "--db", warehouse, "--period", "2025-H1", "--compare", "none", "--out", with, "--quiet", "--with-names")
	half := wordText(t, file)
	if !strings.Contains(half, "Danh sách có "+inHalf+" lượt") || strings.Contains(half, "3/12/2025") {
		t.Errorf("the list of half a year has not its %s awards: %.600s", inHalf, half)
	}
}

package main

import (
	"database/sql"
	"encoding/csv"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// mau02 is a small Mẫu 02 in CSV: a form and its count a row.
func mau02(unit string, year int, title string, rows ...string) string {
	text := fmt.Sprintf("UBND TỈNH PHÚ THỌ;;\n%s;;\n%s;;\nNăm %d;;\nSTT;Danh hiệu thi đua/Hình thức khen thưởng;Tổng số lượng khen thưởng\n", unit, title, year)
	for i, row := range rows {
		text += fmt.Sprintf("%d;%s\n", i+1, row)
	}
	return text
}

const tallyTitle = "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN"

// docketFiles are returns of every status: two of one identity, a revision of another, one with a warning, one refused for
// a name, one held for a name, one held as it says neither award nor proposal.
func docketFiles(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"y-te.csv":     mau02("SỞ Y TẾ", 2024, tallyTitle, "Giấy khen;5", "Lao động tiên tiến;7"),
		"y-te-2.csv":   mau02("SỞ Y TẾ", 2024, tallyTitle, "Giấy khen;6"),
		"noi-vu.csv":   mau02("SỞ NỘI VỤ", 2024, tallyTitle, "Giấy khen;3"),
		"noi-vu-2.csv": mau02("SỞ NỘI VỤ", 2024, "BÁO CÁO THAY THẾ "+tallyTitle, "Giấy khen;4", "Lao động tiên tiến;2"),
		"tu-phap.csv":  mau02("SỞ TƯ PHÁP", 2024, tallyTitle, "Giấy khen;8") + "Tổng cộng;;9\n",
		"la.csv":       mau02("SỞ TƯ PHÁP", 2023, tallyTitle, "Bằng vinh danh ngành;4"),
		"khong-ro.csv": mau02("SỞ LẠ", 2024, tallyTitle, "Giấy khen;2"),
		"ds.csv": "UBND TỈNH PHÚ THỌ;;;;;\nSỞ TƯ PHÁP;;;;;\nDANH SÁCH CÁ NHÂN NĂM 2022;;;;;\n" +
			"STT;Họ và tên;Giới tính;Đơn vị công tác;Hình thức khen thưởng;Loại hình khen thưởng\n" +
			"1;Nguyễn Thị Mẫu;Nữ;Văn phòng;Bằng khen của Chủ tịch UBND tỉnh;Thường xuyên\n",
		"so-nhan.csv": "file;received_on\ny-te.csv;2024-12-13\ny-te-2.csv;2024-12-21\nnoi-vu.csv;2024-12-13\nnoi-vu-2.csv;2024-12-21\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// tablesOf gives every public table that is not about one build, row for row as a reader gets it.
func tablesOf(t *testing.T, db string) map[string][][]string {
	t.Helper()
	all := map[string][][]string{}
	for _, row := range sqlRows(t, db, "select table_name from duckdb_tables() where database_name = 'pub' order by table_name")[1:] {
		all[row[0]] = sqlRows(t, db, "select * from "+row[0])
	}
	return all
}

func readerCopy(t *testing.T, db string) string {
	t.Helper()
	name, err := os.ReadFile(db + ".pub")
	if err != nil {
		t.Fatal(err)
	}
	return string(name)
}

// TestUndoingAllGivesAllBack: whatever the board decides, in whatever order it takes all of it back, every public table is
// as before, and readers get the same copy. What is lost otherwise: a board that cannot afford to try.
func TestUndoingAllGivesAllBack(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: it builds again and again")
	}
	db := filepath.Join(t.TempDir(), "a.duckdb")
	mustCall(t, exitFaults, "ingest", docketFiles(t), "--db", db, "--quiet")
	mustCall(t, exitDone, "build", "--db", db, "--quiet")
	before, copied := tablesOf(t, db), readerCopy(t, db)
	motions := [][]string{
		{"withdraw", "y-te.csv"}, {"withdraw", "noi-vu-2.csv"}, {"withdraw", "la.csv"}, {"hold", "tu-phap.csv"}, {"hold", "noi-vu-2.csv"},
		{"release", "y-te-2.csv"}, {"accept", "tu-phap.csv", "--finding", "total-differs"}, {"accept", "ds.csv", "--finding", "award-or-proposal"},
		{"map", "Bằng vinh danh ngành", "--kind", "form", "--code", "giay_khen"}, {"map", "Sở Lạ", "--kind", "unit", "--code", "pt-so-noi-vu"},
	}
	seeds := 2 // each decides and undoes four times, with a build each time
	if testing.Short() {
		seeds = 1
	}
	for seed := range seeds {
		random := rand.New(rand.NewSource(int64(seed)))
		for _, i := range random.Perm(len(motions))[:4] {
			a := call(t, slices.Concat([]string{"board"}, motions[i], []string{"--reason", "thử", "--db", db, "--quiet"})...)
			if a.code != exitDone && a.code != exitMisuse { // misuse: what was decided before leaves nothing to decide
				t.Fatalf("%v: %d %s", motions[i], a.code, a.err)
			}
			for _, row := range sqlRows(t, db, "select coalesce(sum(award_count), 0) from fct_award_count where unit_code = 'pt-so-y-te'")[1:] {
				if !slices.Contains([]string{"12", "6"}, row[0]) { // both returns are 18
					t.Errorf("after %v the two returns of one unit count %s", motions[i], row[0])
				}
			}
		}
		undoAll(t, db, random)
		if diff := cmp.Diff(before, tablesOf(t, db)); diff != "" {
			t.Fatalf("seed %d: public tables (-before +after):\n%s", seed, clip(diff))
		}
		if now := readerCopy(t, db); now != copied {
			t.Errorf("seed %d: readers get %s, before %s", seed, now, copied)
		}
	}
}

// undoAll undoes what holds, in any order.
func undoAll(t *testing.T, db string, random *rand.Rand) {
	t.Helper()
	log, err := csv.NewReader(strings.NewReader(mustCall(t, exitDone, "board", "log", "--format", "csv", "--db", db).out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	holds := slices.DeleteFunc(log[1:], func(row []string) bool { return row[1] == "undo" || row[len(row)-1] != "true" })
	random.Shuffle(len(holds), func(i, j int) { holds[i], holds[j] = holds[j], holds[i] })
	for _, row := range holds {
		mustCall(t, exitDone, "board", "undo", row[0], "--reason", "thôi", "--db", db, "--quiet")
	}
}

// TestDiffIsTheDifference: what status --diff says of a revision is the difference of the published tables before and
// after, figure by figure, and its cells add up to its figures.
func TestDiffIsTheDifference(t *testing.T) {
	db, dir := filepath.Join(t.TempDir(), "a.duckdb"), docketFiles(t)
	mustCall(t, exitFaults, "ingest", dir, "--db", db, "--quiet")
	mustCall(t, exitDone, "build", "--db", db, "--quiet")
	figures := func() map[string]string {
		all := map[string]string{}
		for _, query := range []string{
			`select 'award', 'award_count', unit_code, award_year, decided_year, form_code, level_code, achievement_code, source, award_count from fct_award_count`,
			`select 'beneficiary', measure, unit_code, award_year, decided_year, form_code, level_code, '', source, amount
				from (unpivot fct_beneficiary_count on columns(c -> ends_with(c, '_count')) into name measure value amount)`,
		} {
			for _, row := range sqlRows(t, db, query)[1:] {
				all[strings.Join(row[:9], "|")] = row[9]
			}
		}
		return all
	}
	was := figures()
	revision := filepath.Join(t.TempDir(), "y-te-3.csv")
	if err := os.WriteFile(revision, []byte(mau02("SỞ Y TẾ", 2024, "BÁO CÁO THAY THẾ "+tallyTitle, "Giấy khen;9", "Lao động tiên tiến;7")), 0o644); err != nil {
		t.Fatal(err)
	}
	a := mustCall(t, exitDone, "ingest", revision, "--db", db, "--quiet")
	if !strings.Contains(a.out, "y-te.csv · Mẫu 02: chấp nhận → đã được thay") {
		t.Errorf("ingest does not tell what the revision replaced:\n%s", a.out)
	}
	if a := mustCall(t, exitDone, "status", "--diff", "--db", db); !strings.Contains(a.out, "chưa được dựng lại") {
		t.Errorf("an ingest that was not built shows figures:\n%s", a.out)
	}
	mustCall(t, exitDone, "build", "--db", db, "--quiet")
	now := figures()
	want := map[string][2]string{}
	for key, n := range was {
		if now[key] != n {
			want[key] = [2]string{n, now[key]}
		}
	}
	for key, n := range now {
		if _, ok := was[key]; !ok {
			want[key] = [2]string{"", n}
		}
	}
	rows := changeRows(t, db)
	got, byFigure, byCell := map[string][2]string{}, map[string]int{}, map[string]int{}
	for _, row := range rows {
		key := strings.Join([]string{row["fact"], row["measure"], row["unit_code"], row["award_year"], row["decided_year"], row["form_code"],
			row["level_code"], row["achievement_code"], row["source"]}, "|")
		n, _ := strconv.Atoi(row["difference"])
		switch row["change"] {
		case "figure":
			got[key] = [2]string{row["amount_before"], row["amount_after"]}
			byFigure[key] += n
			if row["figure"] == "" {
				t.Errorf("%s: no figure to trace", key)
			}
		case "cell":
			byCell[key] += n
		}
	}
	if len(want) == 0 {
		t.Fatal("the revision changed nothing")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("figures (-SQL +diff):\n%s", diff)
	}
	for key, n := range byCell {
		if n != byFigure[key] {
			t.Errorf("%s: cells add up to %d, the figure changed by %d", key, n, byFigure[key])
		}
	}
	again := mustCall(t, exitDone, "status", "--diff", "--db", db)
	mustCall(t, exitDone, "build", "--db", db, "--quiet")
	if diff := cmp.Diff(again.out, mustCall(t, exitDone, "status", "--diff", "--db", db).out); diff != "" {
		t.Errorf("a build that changed nothing forgot the last change:\n%s", diff)
	}
}

func changeRows(t *testing.T, db string) []map[string]string {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(mustCall(t, exitDone, "status", "--diff", "--format", "csv", "--db", db).out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// TestUnsoundDecisionIsNotKept: where the figures that come of a decision fail their tests, the log is as before; else every
// later build would be red for it.
func TestUnsoundDecisionIsNotKept(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.duckdb")
	mustCall(t, exitFaults, "ingest", docketFiles(t), "--db", db, "--quiet")
	mustCall(t, exitDone, "build", "--db", db, "--quiet")
	copied := readerCopy(t, db)
	harm(t, db, "update raw_return set rows_read = rows_read + 1")
	a := mustCall(t, exitFailed, "board", "withdraw", "y-te.csv", "--reason", "thử", "--db", db, "--quiet")
	if !strings.Contains(a.err, "không được ghi vào sổ") || !strings.Contains(a.err, "fct_return.read_is_conserved") {
		t.Errorf("stderr:\n%s", a.err)
	}
	if a := mustCall(t, exitDone, "board", "log", "--db", db); !strings.Contains(a.out, "chưa quyết định gì") {
		t.Errorf("the log keeps it:\n%s", a.out)
	}
	if now := readerCopy(t, db); now != copied {
		t.Errorf("readers get %s, before %s", now, copied)
	}
}

// TestRulesChangedTellWhy: a program with other rules reads again, and the build says which returns stand otherwise for it.
func TestRulesChangedTellWhy(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.duckdb")
	mustCall(t, exitFaults, "ingest", docketFiles(t), "--db", db, "--quiet")
	mustCall(t, exitDone, "build", "--db", db, "--quiet")
	// as a program left it whose rules refused tu-phap.csv for its total
	harm(t, db, "update raw_file set fingerprint = 'before', rules_print = 'before' where file_name = 'tu-phap.csv'",
		"update meta_built_return set status = 'refused', rules_print = 'before' where file_name = 'tu-phap.csv'",
		`insert into meta_built_finding select return_id, 'tu-phap.csv', '', 'C6', 'count-not-whole', 'error', 'open'
			from meta_built_return where file_name = 'tu-phap.csv'`,
		"update meta_build set build_id = 'before'")
	a := mustCall(t, exitDone, "build", "--db", db, "--quiet")
	for _, want := range []string{"tu-phap.csv · Mẫu 02: trả lại → chấp nhận, có cảnh báo", "đọc lại vì đã đổi: quy tắc", "phát hiện không còn: count-not-whole C6"} {
		if !strings.Contains(a.out, want) {
			t.Errorf("build does not tell %q:\n%s", want, a.out)
		}
	}
	if a := mustCall(t, exitDone, "build", "--db", db, "--quiet"); a.out != "" {
		t.Errorf("a build that changed nothing tells:\n%s", a.out)
	}
}

// harm changes the warehouse behind the program's back.
func harm(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("duckdb", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

package ingest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/duckdb/duckdb-go/v2"
	"pgregory.net/rapid"

	"tdkt/data"
	"tdkt/ingest/load"
)

func warehouse(t testing.TB) *sql.DB {
	t.Helper()
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func put(t testing.TB, dir string, files map[string][]byte) string {
	t.Helper()
	for name, content := range files {
		at := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func on(y, m, d int) Options {
	return Options{Now: func() data.Date { return data.Date{Year: y, Month: m, Day: d} }}
}

// states words a report: a file, its state and the outcomes of its returns.
func states(r Report) string {
	var out []string
	for _, f := range r.Files {
		line := f.Name + " " + f.State
		for _, x := range f.Returns {
			line += " " + x.Outcome
		}
		for _, x := range f.Findings {
			line += " " + string(x.Code)
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// dump gives all that the raw tables hold, in a full order.
func dump(t testing.TB, db *sql.DB) string {
	t.Helper()
	var out strings.Builder
	for _, table := range []string{"raw_file", "raw_return", "raw_row", "raw_cell", "raw_finding", "raw_award", "raw_tally", "raw_declared", "raw_printed"} {
		rows, err := db.QueryContext(t.Context(), "select '"+table+"' || to_json(t)::varchar from (select * from "+table+") t order by 1")
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var line string
			if err := rows.Scan(&line); err != nil {
				t.Fatal(err)
			}
			out.WriteString(line + "\n")
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

func folder(t testing.TB) string {
	list := listWith("", "B|K|Tập thể|TTLĐTT|")
	return put(t, t.TempDir(), map[string][]byte{
		"a/list.xlsx":   workbook(t, list),
		"a/so-nhan.csv": []byte("tệp,ngày nhận,đơn vị gửi,thay cho,ghi chú\nlist.xlsx,05/01/2025,Sở Nội vụ tỉnh Phú Thọ,,\n"),
		"b.csv":         []byte("UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2023\nSTT,Họ và tên,Đơn vị công tác,Hình thức khen thưởng\n1,A,K,LĐTT\n"),
		"bad.xlsx":      []byte("PK\x03\x04 torn"),
		"empty.csv":     {},
		"letter.pdf":    []byte("%PDF-1.4\n%\xe2\xe3\xcf\xd3"),
		"~$list.xlsx":   []byte("lock"),
		".hidden":       []byte("x"),
	})
}

func TestBadFilesAmongGoodOnes(t *testing.T) {
	db := warehouse(t)
	r, err := Ingest(t.Context(), db, []string{folder(t)}, on(2025, 2, 3))
	if err != nil {
		t.Fatal(err)
	}
	want := `a/list.xlsx read accepted
b.csv read accepted
bad.xlsx read refused file-unreadable
empty.csv read refused file-empty
letter.pdf read refused container-unsupported`
	if got := states(r); got != want {
		t.Error(got)
	}
	list := r.Files[0].Returns[0]
	if list.ReceivedOn.String() != "2025-01-05" || list.Sender != "pt-so-noi-vu" || list.Unit != "pt-so-y-te" {
		t.Errorf("register: %+v", list)
	}
	if got := r.Files[1].Returns[0].ReceivedOn.String(); got != "2025-02-03" {
		t.Errorf("clock: %s", got)
	}
	var kept int
	if err := db.QueryRow("select count(*) from raw_file where octet_length(content) = byte_size").Scan(&kept); err != nil || kept != 5 {
		t.Errorf("%d originals, %v", kept, err)
	}
}

func TestTheSameTwiceChangesNothing(t *testing.T) {
	db, dir := warehouse(t), folder(t)
	first, err := Ingest(t.Context(), db, []string{dir}, on(2025, 2, 3))
	if err != nil {
		t.Fatal(err)
	}
	before := dump(t, db)
	second, err := Ingest(t.Context(), db, []string{dir}, on(2025, 9, 9))
	if err != nil {
		t.Fatal(err)
	}
	if second.Count(Already) != len(first.Files) || dump(t, db) != before {
		t.Error(states(second))
	}
	if r, err := Refresh(t.Context(), db, on(2025, 9, 9)); err != nil || r.Count(Already) != 5 || dump(t, db) != before {
		t.Error(states(r), err)
	}
}

func TestAnotherOrderGivesTheSame(t *testing.T) {
	dir := folder(t)
	a, b := warehouse(t), warehouse(t)
	one := on(2025, 2, 3)
	one.Workers = 1
	if _, err := Ingest(t.Context(), a, []string{dir}, one); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"letter.pdf", "empty.csv", "bad.xlsx", "b.csv"} {
		if _, err := Ingest(t.Context(), b, []string{filepath.Join(dir, name)}, on(2025, 2, 3)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Ingest(t.Context(), b, []string{dir}, on(2025, 2, 3)); err != nil {
		t.Fatal(err)
	}
	for _, db := range []*sql.DB{a, b} { // which run brought a file is what the order does tell
		for _, table := range []string{"raw_file", "raw_return"} {
			if _, err := db.Exec("update " + table + " set intake_no = 0"); err != nil {
				t.Fatal(err)
			}
		}
	}
	if x, y := dump(t, a), dump(t, b); x != y {
		t.Error("the raw tables depend on the order of reading")
	}
}

func TestWhatIsReadAgain(t *testing.T) {
	db, dir := warehouse(t), folder(t)
	if _, err := Ingest(t.Context(), db, []string{dir}, on(2025, 2, 3)); err != nil {
		t.Fatal(err)
	}
	put(t, dir, map[string][]byte{"a/so-nhan.csv": []byte("file,received_on,sender,revises,note\nlist.xlsx,2025-01-06,Sở Nội vụ tỉnh Phú Thọ,b.csv,\n")})
	r, err := Ingest(t.Context(), db, []string{dir}, on(2025, 2, 4))
	if err != nil || r.Count(Read) != 1 || r.Files[0].Returns[0].RevisesFile != "b.csv" {
		t.Error("a changed row of the register is not taken up:", states(r), err)
	}
	before := dump(t, db)
	if _, err := db.Exec("update raw_file set fingerprint = 'old'"); err != nil {
		t.Fatal(err)
	}
	if r, err := Refresh(t.Context(), db, on(2025, 2, 5)); err != nil || r.Count(Read) != 5 || dump(t, db) != before {
		t.Error("kept originals are read otherwise:", states(r), err)
	}
}

func TestCancelStopsBetweenFiles(t *testing.T) {
	db := warehouse(t)
	ctx, cancel := context.WithCancel(t.Context())
	opt := on(2025, 2, 3)
	opt.Progress = func(stage Stage, at, _ int, _ string) {
		if stage == Reading && at == 3 {
			cancel()
		}
	}
	r, err := Ingest(ctx, db, []string{folder(t)}, opt)
	if !errors.Is(err, context.Canceled) || len(r.Files) != 2 {
		t.Errorf("%d files, %v", len(r.Files), err)
	}
	var files, returns int
	if err := db.QueryRow("select (select count(*) from raw_file), (select count(*) from raw_return)").Scan(&files, &returns); err != nil || files != 2 || returns != 2 {
		t.Error(files, returns, err)
	}
}

// Files are written several at a time; one that the warehouse will not take keeps out no other.
func TestOneFileThatFailsKeepsOutNoOther(t *testing.T) {
	db := warehouse(t)
	if _, err := db.Exec("drop table if exists raw_file; create table raw_file (file_name varchar check (file_name <> 'b.csv'))"); err != nil {
		t.Fatal(err)
	}
	dir := folder(t)
	b, err := os.ReadFile(filepath.Join(dir, "b.csv"))
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, map[string][]byte{"bb.csv": b}) // the same bytes: not in the warehouse through the one that failed
	r, err := Ingest(t.Context(), db, []string{dir}, on(2025, 2, 3))
	if err == nil || !strings.Contains(err.Error(), `load "b.csv"`) || r.Count(Failed) != 1 || r.Count(Read) != 5 || r.Files[1].State != Failed {
		t.Errorf("%v\n%s", err, states(r))
	}
	var files, returns int
	if err := db.QueryRow("select (select count(*) from raw_file), (select count(*) from raw_return)").Scan(&files, &returns); err != nil || files != 5 || returns != 5 {
		t.Error(files, returns, err)
	}
}

func TestRevisesNeedsOneFile(t *testing.T) {
	opt := on(2025, 2, 3)
	opt.Revises = "r0123456789abcdef"
	if _, err := Ingest(t.Context(), warehouse(t), []string{folder(t)}, opt); err == nil {
		t.Error("a folder replaces a return")
	}
	r, err := Ingest(t.Context(), warehouse(t), []string{filepath.Join(folder(t), "b.csv")}, opt)
	if err != nil || r.Files[0].Returns[0].RevisesReturn != opt.Revises || r.Files[0].Returns[0].RevisionMark != "flag" {
		t.Error(states(r), err)
	}
}

func TestAPanicIsOurs(t *testing.T) {
	k := knowledge(t)
	k.Reference = nil
	_, err := k.guarded(&source{name: "y.xlsx", hash: "h", content: workbook(t, listWith("", "B|K|Tập thể|TTLĐTT|")), receivedOn: today})
	if err == nil || !strings.Contains(err.Error(), "panic") {
		t.Error(err)
	}
}

// TestEveryCellIsAnsweredFor changes good returns at random: whatever comes of them, no row
// and no cell may get lost, and nothing refused may count. Guards promise 1.
func TestEveryCellIsAnsweredFor(t *testing.T) {
	k := knowledge(t)
	good := []string{people, listWith("Giới tính|Ghi chú", "B|K|Tập thể|TTLĐTT|x|y").text, fmt.Sprintf(form0603, "15", "1", "3", "1"),
		splitHeader(fmt.Sprintf(form02, "60", "50", "45", "145")), splitHeader(fmt.Sprintf(form01, "Xã Thạch Sơn"))}
	words := []string{"", "x", "1,5", "-", "12", "Tổng cộng", "LĐTT", "Nữ", "=A1", "#REF!", "Sở Y tế", "I", "Bằng khen", "31/02/2024", "Tập thể", "Năm 2024", "STT"}
	rapid.Check(t, func(r *rapid.T) {
		var grid [][]string
		for _, line := range strings.Split(rapid.SampledFrom(good).Draw(r, "return"), "\n") {
			grid = append(grid, strings.Split(line, "|"))
		}
		for range rapid.IntRange(0, 6).Draw(r, "changes") {
			row := rapid.IntRange(0, len(grid)-1).Draw(r, "row")
			col := rapid.IntRange(0, 9).Draw(r, "col")
			for len(grid[row]) <= col {
				grid[row] = append(grid[row], "")
			}
			grid[row][col] = rapid.SampledFrom(words).Draw(r, "word")
		}
		var text strings.Builder
		for _, line := range grid {
			text.WriteString(`"` + strings.Join(line, `";"`) + "\"\n")
		}
		b, err := k.guarded(&source{name: "f.csv", hash: "h", content: []byte(text.String()), receivedOn: today})
		if err != nil {
			r.Fatalf("%v\n%s", err, text.String())
		}
		for _, x := range b.Returns {
			counts := x.CellCounts
			if counts.Read != counts.Used+counts.Excluded+counts.Rejected {
				r.Fatalf("%+v", counts)
			}
			if x.Outcome == load.Refused && (counts.Used > 0 || len(b.Awards)+len(b.Tallies) > 0 && len(b.Returns) == 1) {
				r.Fatalf("refused, and used %+v", counts)
			}
		}
	})
}

package main

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	_ "github.com/duckdb/duckdb-go/v2"
)

// kills is how often the program is killed, spread evenly over the moments. Thirty take about six minutes:
//
//	go test -tags duckdb_arrow ./cmd/tdkt -run Killed -kills 30
var kills = flag.Int("kills", 4, "how often TestKilledAtAnyMoment kills the program")

// moments are the stages in which it is killed, by the line of progress that opens each.
var moments = []struct{ name, line string }{
	{"read", "reading returns: "},
	{"load", "loading returns: "},
	{"build", "building and testing"},
	{"publish", "publishing"},
}

const workbooks = 200

// TestKilledAtAnyMoment guards what a power cut may do to an office: killed while reading,
// loading, building or publishing 200 workbooks, the warehouse opens and holds whole returns
// only, readers see a whole build, and running again completes to the same figures. Half of
// the kills fall on an empty warehouse, half on one that has a build of the first workbooks
// already: there readers must see exactly the old figures or exactly the new.
func TestKilledAtAnyMoment(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: the program that is killed is built without the race detector anyway")
	}
	bin := binary(t)
	returns, first := t.TempDir(), t.TempDir()
	manyWorkbooks(t, returns, workbooks)
	manyWorkbooks(t, first, workbooks/4) // the same draw: the first of those above
	clean := filepath.Join(t.TempDir(), "w.duckdb")
	took := runTimed(t, bin, clean, returns)
	want := publicTotals(t, clean)
	older := filepath.Join(t.TempDir(), "w.duckdb")
	mustCall(t, exitDone, "run", first, "--db", older, "--out", t.TempDir(), "--quiet")
	old := publicTotals(t, older)

	dice := rand.New(rand.NewPCG(11, 22))
	real := map[string]int{}
	for i := range *kills {
		m, over := moments[i%len(moments)], (i+i/len(moments))%2 == 1
		t.Run(fmt.Sprintf("%s-%d", m.name, i/len(moments)+1), func(t *testing.T) {
			db := filepath.Join(t.TempDir(), "w.duckdb")
			seen := [][][]string{want}
			if over {
				if err := os.CopyFS(filepath.Dir(db), os.DirFS(filepath.Dir(older))); err != nil {
					t.Fatal(err)
				}
				seen = append(seen, old)
			}
			line, nth := m.line, 1
			var after time.Duration
			if m.name == "read" || m.name == "load" { // told every twentieth file
				line = fmt.Sprintf("%s%d/", m.line, 60+20*dice.IntN(7))
				after = time.Duration(dice.IntN(100)) * time.Millisecond
			} else {
				after = time.Duration(dice.Int64N(int64(took[m.line]) + 1))
				if m.name == "publish" { // once after the intake, once after the build
					nth += i / len(moments) % 2
				}
			}
			if killAt(t, bin, db, returns, line, nth, after) {
				real[m.name]++
			}
			wholeReturnsOnly(t, db)
			wholeBuild(t, db, !over, seen)
			mustCall(t, exitDone, "run", returns, "--db", db, "--out", t.TempDir(), "--quiet")
			if diff := cmp.Diff(want, publicTotals(t, db)); diff != "" {
				t.Errorf("after running again (-clean +killed):\n%s", diff)
			}
		})
	}
	t.Logf("killed while still at work: %v of %d", real, *kills)
	for _, m := range moments {
		if *kills >= 30 && real[m.name] < 3 {
			t.Errorf("%s: only %d of the kills found the program at work", m.name, real[m.name])
		}
	}
}

// binary builds the program once.
func binary(t testing.TB) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "tdkt")
	if out, err := exec.Command("go", "build", "-tags", "duckdb_arrow", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return bin
}

func start(t *testing.T, bin, db, returns string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.CommandContext(context.Background(), bin, "run", returns, "--db", db, "--out", filepath.Join(filepath.Dir(db), "out"), "--lang", "en")
	errs, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(errs)
}

// runTimed runs to the end and tells how long each stage took, by its line.
func runTimed(t *testing.T, bin, db, returns string) map[string]time.Duration {
	t.Helper()
	cmd, lines := start(t, bin, db, returns)
	took, open, since := map[string]time.Duration{}, "", time.Now()
	for lines.Scan() {
		took[open] = max(took[open], time.Since(since))
		open, since = "", time.Now()
		for _, m := range moments {
			if strings.HasPrefix(lines.Text(), m.line) {
				open = m.line
			}
		}
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("a clean run: %v", err)
	}
	for _, m := range moments {
		if took[m.line] == 0 {
			t.Fatalf("a run says nothing that begins with %q", m.line)
		}
	}
	return took
}

// killAt kills the run some time after it has printed a line for the nth time, and tells whether it was still at work.
func killAt(t *testing.T, bin, db, returns, line string, nth int, after time.Duration) bool {
	t.Helper()
	cmd, lines := start(t, bin, db, returns)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), line) {
			if nth--; nth == 0 {
				break
			}
		}
	}
	time.Sleep(after)
	if err := cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
	return cmd.Wait() != nil
}

// wholeReturnsOnly opens the warehouse as the kill left it.
func wholeReturnsOnly(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("duckdb", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var there int
	if err := db.QueryRow("select count(*) from duckdb_tables() where table_name = 'raw_return'").Scan(&there); err != nil {
		t.Fatalf("the warehouse does not open: %v", err)
	}
	if there == 0 {
		return // killed before the first table
	}
	for what, query := range map[string]string{
		"returns whose rows are not all there":  "select count(*) from raw_return r where rows_read <> (select count(*) from raw_row w where w.return_id = r.return_id)",
		"returns whose cells are not all there": "select count(*) from raw_return r where cells_read <> (select count(*) from raw_cell c where c.return_id = r.return_id)",
		"returns without their original":        "select count(*) from raw_return where file_hash not in (select file_hash from raw_file)",
		"rows without their return":             "select count(*) from raw_row where return_id not in (select return_id from raw_return)",
		"awards without their return":           "select count(*) from raw_award where return_id not in (select return_id from raw_return)",
		"returns with rows but without awards":  "select count(*) from raw_return where return_id not in (select return_id from raw_award)",
	} {
		var n int
		if err := db.QueryRow(query).Scan(&n); err != nil {
			t.Fatal(err)
		}
		if n > 0 {
			t.Errorf("%d %s", n, what)
		}
	}
}

// wholeBuild asks the published copy as a reader would: it must show one of the whole builds, or none yet where that
// may be.
func wholeBuild(t *testing.T, db string, mayBeNone bool, builds [][][]string) {
	t.Helper()
	a := call(t, "sql", "--db", db, "--format", "csv", "select count(*) from duckdb_tables() where table_name = 'mart_form_year'")
	none := a.code == exitFailed && strings.Contains(a.err, "chưa có số liệu công bố") ||
		a.code == exitDone && !strings.HasSuffix(strings.TrimSpace(a.out), "\n1") // only what came in is published
	if none && mayBeNone {
		return
	}
	if a.code != exitDone || none {
		t.Fatalf("a reader: exit %d, %q: %s", a.code, a.out, a.err)
	}
	got := publicTotals(t, db)
	for _, b := range builds {
		if cmp.Equal(b, got) {
			return
		}
	}
	t.Errorf("a reader sees half a build (-whole +seen):\n%s", cmp.Diff(builds[0], got))
}

// publicTotals are the figures by which two builds are told apart.
func publicTotals(t testing.TB, db string) [][]string {
	t.Helper()
	return sqlRows(t, db, `select 'award' as what, award_year, form_code, cast(sum(award_count) as bigint) as n, count(*) as row_count from fct_award_count group by award_year, form_code
		union all select 'person', award_year, form_code, cast(sum(individual_count) as bigint), count(*) from mart_beneficiary_year group by award_year, form_code
		union all select 'trace', award_year, form_code, cast(sum(amount) as bigint), count(*) from fct_contribution group by award_year, form_code
		order by 1, 2, 3`)
}

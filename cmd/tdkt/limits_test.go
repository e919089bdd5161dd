package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tdkt/ingest/load"
)

// mostMemory is what a file may take, whatever it is: bytes resident at once. How long it may take, ten seconds of a processor,
// BenchmarkHostileFiles tells; here nothing is waited for longer than a hang.
const (
	mostMemory = 1 << 30
	aHang      = 10 * time.Minute
)

// hostileFile is a file made to stop a reader.
type hostileFile struct {
	name  string
	write func(t testing.TB, at string)
}

func asBytes(make func(t testing.TB) []byte) func(t testing.TB, at string) {
	return func(t testing.TB, at string) {
		if err := os.WriteFile(at, make(t), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func asText(runs ...stretch) func(t testing.TB, at string) {
	return func(t testing.TB, at string) { repeated(t, at, runs...) }
}

const mega = 1 << 20

func hostileFiles() []hostileFile {
	sheet := func(rows ...stretch) func(t testing.TB, at string) {
		return asBytes(func(t testing.TB) []byte { return xlsxBomb(t, inSheet("", rows...), nil, nil) })
	}
	zeros := []stretch{{"\x00", 100 * mega}}
	const cell = `<c r="A1" t="inlineStr"><is><t>x</t></is></c>`
	return []hostileFile{
		{"10-gb-of-noughts.zip", asBytes(func(t testing.TB) []byte { return zipBomb(t, part{"a.csv", []stretch{{"\x00", 10 << 30}}}) })},
		{"gb-of-csv.zip", asBytes(func(t testing.TB) []byte {
			return zipBomb(t, part{"a.csv", []stretch{{"1,2,3\n", 21 * mega}}}, part{"b.csv", []stretch{{"1;2;3\n", 21 * mega}}})
		})},
		{"nested.zip", asBytes(func(t testing.TB) []byte {
			in := zipBomb(t, part{"0.csv", zeros})
			for range 5 {
				var parts []part
				for i := range 16 {
					parts = append(parts, text(string(rune('a'+i))+".zip", string(in)))
				}
				in = zipBomb(t, parts...)
			}
			return in
		})},
		{"overlapping.zip", asBytes(func(t testing.TB) []byte { return overlapping(t, 5000, zeros) })},
		{"noughts.gz", asBytes(func(t testing.TB) []byte { return gzipBomb(t, []stretch{{"\x00", 10 << 30}}) })},
		{"gb-of-rows.xlsx", sheet(stretch{"<row/>", 700 * mega})},
		{"gb-of-blanks.xlsx", sheet(stretch{" ", 4 << 30})},
		{"gb-of-cells.xlsx", sheet(stretch{"<row>" + strings.Repeat(`<c t="str"><v>x</v></c>`, 4096) + "</row>", 40000})},
		{"empty-rows-with-attributes.xlsx", sheet(stretch{`<row spans="1:16384" s="1" customFormat="1" ht="15" customHeight="1"/>`, mega})},
		{"columns-16384.xlsx", sheet(stretch{"<row>" + strings.Repeat(`<c t="str"><v>x</v></c>`, 16384) + "</row>", 64})},
		{"ten-million-cells.xlsx", sheet(stretch{"<row>" + strings.Repeat(`<c t="str"><v>x</v></c>`, 10) + "</row>", mega})},
		{"ten-million-numbers.xlsx", sheet(stretch{"<row>" + strings.Repeat(`<c><v>1</v></c>`, 10) + "</row>", mega})},
		{"billion-laughs.xlsx", asBytes(func(t testing.TB) []byte {
			return xlsxBomb(t, inSheet("", stretch{`<row><c t="s"><v>0</v></c></row>`, 1}), []stretch{{laughs("<sst><si><t>&l12;</t></si></sst>"), 1}}, nil)
		})},
		{"billion-laughs.ods", asBytes(func(t testing.TB) []byte {
			return zipBomb(t, text("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), text("content.xml", laughs("<office:document-content>&l12;</office:document-content>")))
		})},
		{"used-range.xlsx", asBytes(func(t testing.TB) []byte {
			return xlsxBomb(t, inSheet(`<dimension ref="A1:XFD1048576"/>`, stretch{`<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, 1}), nil, nil)
		})},
		{"absurd-dimension.xlsx", asBytes(func(t testing.TB) []byte {
			return xlsxBomb(t, inSheet(`<dimension ref="ZZZZZZ99999999999:A0"/>`, stretch{"<row>" + cell + "</row>", 1}), nil, nil)
		})},
		{"merges-50000.xlsx", asBytes(func(t testing.TB) []byte {
			var b strings.Builder
			for i := range 50000 {
				b.WriteString("<mergeCell ref=\"A" + strconv.Itoa(2*i+1) + ":D" + strconv.Itoa(2*i+2) + "\"/>")
			}
			rows := inSheet("", stretch{`<row><c t="str"><v>Tập thể</v></c><c t="str"><v>1</v></c></row><row/>`, 50000})
			rows[len(rows)-1].text = "</sheetData><mergeCells>" + b.String() + "</mergeCells></worksheet>"
			return xlsxBomb(t, rows, nil, nil)
		})},
		{"million-styles.xlsx", asBytes(func(t testing.TB) []byte {
			return xlsxBomb(t, inSheet("", stretch{`<row><c s="999999"><v>1</v></c></row>`, 1}), nil,
				[]stretch{{`<styleSheet><fonts><font><name val="Arial"/></font></fonts><cellXfs>`, 1}, {`<xf numFmtId="14" fontId="0"/>`, 2 * mega}, {`</cellXfs></styleSheet>`, 1}})
		})},
		{"million-fonts.xlsx", asBytes(func(t testing.TB) []byte {
			return xlsxBomb(t, inSheet("", stretch{`<row><c s="1"><v>1</v></c></row>`, 1}), nil,
				[]stretch{{`<styleSheet><fonts>`, 1}, {`<font><b/><name val=".VnTime` + strings.Repeat("x", 200) + `"/></font>`, mega}, {`</fonts></styleSheet>`, 1}})
		})},
		{"long-shared-string.xlsx", asBytes(func(t testing.TB) []byte {
			return xlsxBomb(t, inSheet("", stretch{`<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`, 1000}), []stretch{{`<sst><si><t>`, 1}, {"ắ", 34 * mega}, {`</t></si></sst>`, 1}}, nil)
		})},
		{"shared-strings.xlsx", asBytes(func(t testing.TB) []byte {
			return xlsxBomb(t, inSheet("", stretch{`<row><c t="s"><v>0</v></c></row>`, 1}), []stretch{{`<sst>`, 1}, {`<si><t>x</t></si>`, 40 * mega}, {`</sst>`, 1}}, nil)
		})},
		{"deep.xlsx", sheet(stretch{"<row>", 60 * mega})},
		{"long-tag.xlsx", sheet(stretch{"<row ", 1}, stretch{"a", 200 * mega})},
		{"300-mb-line.csv", asText(stretch{"x,", 150 * mega})},
		{"one-line.csv", asText(stretch{"một,", 10 * mega})},
		{"one-field.csv", asText(stretch{"ắ", 20 * mega})},
		{"one-quoted-field.csv", asText(stretch{"\"", 1}, stretch{"a\n", 31 * mega})},
		{"quotes.csv", asText(stretch{"\"", 63 * mega})},
		{"quoted-empties.csv", asText(stretch{"\"\",", 20 * mega})},
		{"commas.csv", asText(stretch{",", 63 * mega})},
		{"line-ends.csv", asText(stretch{"\n", 63 * mega})},
		{"small-cells.csv", asText(stretch{"1,2,3,4,5,6,7,8\n", 3 * mega})},
		{"semicolons-and-quotes.csv", asText(stretch{";\"a\";\n", 9 * mega})},
		{"markup.csv", asText(stretch{"<table>", 9 * mega})},
	}
}

// quickly are those of the hostile files that are made and read in a moment.
var quickly = regexp.MustCompile(`^(nested|billion|used-range|absurd|merges-50000|long-tag|repeated-)`)

// shownToo are those that `read` is held to as well: it has the same readers, and makes a table of what is widest, longest or
// most merged. BenchmarkHostileFiles runs it on all.
var shownToo = regexp.MustCompile(`^(columns|list|one-line|small-cells|cells-4m|merges|spans|long-text)`)

// TestHostileFilesAreBounded guards the folder against one file in it: it is answered or read within one gibibyte, and the
// return beside it is read all the same.
func TestHostileFilesAreBounded(t *testing.T) {
	bin := binary(t)
	for _, h := range slices.Concat(hostileFiles(), giantFiles()) {
		if testing.Short() && !quickly.MatchString(h.name) { // the others have hundreds of megabytes
			continue
		}
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			at := filepath.Join(dir, h.name)
			h.write(t, at)
			copyOf(t, samples+"/returns/2024/pt-so-y-te.xlsx", filepath.Join(dir, "zz.xlsx"))
			db := filepath.Join(t.TempDir(), "w.duckdb")
			ran := []used{bounded(t, bin, "ingest", dir, "--db", db, "--quiet")}
			if quickly.MatchString(h.name) || shownToo.MatchString(h.name) {
				ran = append(ran, bounded(t, bin, "read", at))
			}
			t.Log(ran)
			for _, u := range ran {
				if u.resident > mostMemory {
					t.Errorf("%s took %v", h.name, u)
				}
				if strings.Contains(u.said, "panic") || strings.Contains(u.said, "runtime error") {
					t.Errorf("the program stumbled:\n%s", firstLines(u.said, 20))
				}
			}
			if said := ran[0].said; !strings.Contains(said, h.name) {
				t.Errorf("nothing is said of %s:\n%s", h.name, firstLines(said, 20))
			}
			if read := ran[len(ran)-1]; read.said == "" || read.code == exitFaults && !strings.Contains(read.said, h.name) {
				t.Errorf("nothing is said of %s alone", h.name)
			}
			if got := acceptedIn(t, db); !slices.Contains(got, "zz.xlsx") {
				t.Errorf("the return beside %s does not count; those that do: %v", h.name, got)
			}
		})
	}
}

// BenchmarkHostileFiles tells what each costs: ten seconds of a processor are promised, and a gibibyte.
func BenchmarkHostileFiles(b *testing.B) {
	bin := binary(b)
	for _, h := range slices.Concat(hostileFiles(), giantFiles()) {
		at := filepath.Join(b.TempDir(), h.name)
		b.Run(h.name, func(b *testing.B) {
			h.write(b, at)
			for _, command := range [][]string{{"ingest", at, "--quiet"}, {"read", at, "--quiet"}} {
				b.Run(command[0], func(b *testing.B) {
					var most, took float64
					for range b.N {
						u := bounded(b, bin, append(command, "--db", filepath.Join(b.TempDir(), "w.duckdb"))...)
						most = max(most, float64(u.resident>>20))
						took += u.took.Seconds()
					}
					b.ReportMetric(took/float64(b.N), "cpu-s/op")
					b.ReportMetric(most, "MB")
				})
			}
		})
	}
}

// acceptedIn lists the files of a warehouse of which a return counts.
func acceptedIn(t *testing.T, at string) []string {
	t.Helper()
	db, err := sql.Open("duckdb", at+"?access_mode=read_only")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	names, err := load.Gather(t.Context(), db, "select file_name from fct_return where status in ('accepted', 'accepted_with_warnings')",
		func(rows *sql.Rows) (name string, err error) { return name, rows.Scan(&name) })
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// used is what a run of the program said and what it took.
type used struct {
	said     string // up to a megabyte of each stream
	code     int
	took     time.Duration // of the processor
	resident int64         // bytes at most
}

func (u used) String() string { return fmt.Sprintf("%.1f s, %d MB", u.took.Seconds(), u.resident>>20) }

// clipped keeps the beginning of what is written to it.
type clipped struct{ strings.Builder }

func (c *clipped) Write(p []byte) (int, error) {
	c.Builder.Write(p[:min(len(p), max(0, mega-c.Len()))])
	return len(p), nil
}

// bounded runs the program, killed where it hangs.
func bounded(t testing.TB, bin string, args ...string) used {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), aHang)
	defer cancel()
	cmd := exec.CommandContext(ctx, bin, args...)
	var out, said clipped
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	resident := watched(cmd.Process.Pid)
	err := cmd.Wait()
	if exit := (*exec.ExitError)(nil); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != exitFaults) {
		t.Errorf("%v: %s", err, firstLines(said.String(), 20))
	}
	state := cmd.ProcessState
	return used{said.String() + out.String(), state.ExitCode(), state.UserTime() + state.SystemTime(), resident()}
}

// watched gives the most memory that a process held, once it has ended. What the system tells of an ended one has also what
// this process held when it started it.
func watched(pid int) (resident func() int64) {
	most, done, stopped := int64(0), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
			if m := peak.FindSubmatch(status); m != nil {
				kilobytes, _ := strconv.ParseInt(string(m[1]), 10, 64)
				most = max(most, kilobytes<<10)
			}
			select {
			case <-done:
				return
			case <-time.After(50 * time.Millisecond):
			}
		}
	}()
	return func() int64 {
		close(done)
		<-stopped
		return most
	}
}

var peak = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

func firstLines(s string, n int) string {
	lines := strings.SplitN(s, "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], "\n")
}

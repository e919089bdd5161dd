package main

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"tdkt/ingest/load"
)

// What a file may cost, whatever it is. Ten seconds are promised; beside other work on a machine of two cores the same file
// takes up to twice as long, and what this guards against takes minutes.
const (
	mostTime   = 20 * time.Second // of one processor
	mostMemory = 1 << 30          // bytes resident at once
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

// TestHostileFilesAreBounded guards the folder against one file in it: it is answered or
// read within bounds of time and one gibibyte, and the return beside it is read all the same.
func TestHostileFilesAreBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: it makes files of hundreds of megabytes")
	}
	bin := binary(t)
	for _, h := range hostileFiles() {
		t.Run(h.name, func(t *testing.T) {
			dir := t.TempDir()
			h.write(t, filepath.Join(dir, h.name))
			copyOf(t, samples+"/returns/2024/pt-so-y-te.xlsx", filepath.Join(dir, "zz.xlsx"))
			db := filepath.Join(t.TempDir(), "w.duckdb")
			out, took, resident := bounded(t, bin, "ingest", dir, "--db", db, "--quiet")
			t.Logf("%.1f s, %d MB", took.Seconds(), resident>>20)
			if took > mostTime || resident > mostMemory {
				t.Errorf("%s took %.1f s of a processor and %d MB", h.name, took.Seconds(), resident>>20)
			}
			if !strings.Contains(out, h.name) {
				t.Errorf("nothing is said of %s:\n%s", h.name, firstLines(out, 20))
			}
			if got := acceptedIn(t, db); !slices.Contains(got, "zz.xlsx") {
				t.Errorf("the return beside %s does not count; those that do: %v", h.name, got)
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

// bounded runs the program, killed after some minutes, and gives what it said, the processor's
// time and the most memory that it held.
func bounded(t *testing.T, bin string, args ...string) (out string, took time.Duration, resident int64) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, bin, args...)
	said, err := cmd.CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != exitFaults) {
		t.Errorf("%v: %s", err, firstLines(string(said), 20))
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		t.Skip("this system does not tell what a process used, so the bounds were not held")
	}
	return string(said), cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), usage.Maxrss << 10
}

func firstLines(s string, n int) string {
	lines := strings.SplitN(s, "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], "\n")
}

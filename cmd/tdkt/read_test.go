package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/ingest"
	"tdkt/ingest/finding"
)

// Sheets are chosen as the help says: the first visible one with data that is no guide, a
// hidden one only when it is asked for.
func TestReadChoosesTheSheet(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for _, s := range []struct {
		name string
		rows [][]any
	}{
		{"Bìa", [][]any{{"SỞ Y TẾ"}}},
		{"Ẩn", [][]any{{"Mã", "Tên"}, {"KIN-1", 1}, {"KIN-2", 2}}},
		{"Hướng dẫn", [][]any{{"Mã", "Số"}, {"VD-1", 1}, {"VD-2", 2}}},
		{"Số liệu", [][]any{{"Mã", "Số"}, {"THẬT-1", 0.5}, {"THẬT-2", 2}}},
	} {
		if _, err := f.NewSheet(s.name); err != nil {
			t.Fatal(err)
		}
		for i, row := range s.rows {
			at, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := f.SetSheetRow(s.name, at, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetSheetVisible("Ẩn", false); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "so.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}

	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"by default":             {nil, "Mã,Số\r\nTHẬT-1,0.5\r\nTHẬT-2,2\r\n"},
		"by name":                {[]string{"--sheet", "Hướng dẫn"}, "Mã,Số\r\nVD-1,1\r\nVD-2,2\r\n"},
		"hidden, by name":        {[]string{"--sheet", "Ẩn"}, "Mã,Tên\r\nKIN-1,1\r\nKIN-2,2\r\n"},
		"by number, hidden ones": {[]string{"--sheet", "2"}, "Mã,Tên\r\nKIN-1,1\r\nKIN-2,2\r\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got := mustCall(t, exitDone, append([]string{"read", path, "--quiet"}, c.args...)...)
			if d := cmp.Diff(c.want, got.out); d != "" || got.err != "" {
				t.Error(d, got.err)
			}
		})
	}

	var doc struct {
		Container string
		Sheets    []struct {
			No     int
			Name   string
			Hidden bool
			Left   string
			Tables []struct {
				Rows []struct{ Kind string }
			}
		}
	}
	if err := json.Unmarshal([]byte(mustCall(t, exitDone, "read", path, "--format", "json").out), &doc); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range doc.Sheets {
		got = append(got, strconv.Itoa(s.No)+" "+s.Name+" "+strconv.FormatBool(s.Hidden)+" "+s.Left+" "+strconv.Itoa(len(s.Tables)))
	}
	want := []string{"1 Bìa false  1", "2 Ẩn true hidden-sheet 0", "3 Hướng dẫn false instruction-sheet 1", "4 Số liệu false  1"}
	if d := cmp.Diff(want, got); d != "" || doc.Container != "xlsx" {
		t.Error(doc.Container, d)
	}
}

// Text is shown as it stands, whatever it is: CSV and JSON read back give the cells.
func TestReadKeepsText(t *testing.T) {
	hostile := []string{`=cmd|'/c calc'!A0`, "+84", "-5", "@x", "a\nb", `say "no"`, " gap ", "<script>&", "\x1b[31mred", "0042"}
	var in bytes.Buffer
	w := csv.NewWriter(&in)
	w.Write([]string{"Mã", "Chữ"})
	for i, text := range hostile {
		w.Write([]string{strconv.Itoa(i), text})
	}
	w.Flush()
	path := filepath.Join(t.TempDir(), "chu.csv")
	if err := os.WriteFile(path, in.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(mustCall(t, exitDone, "read", path, "--quiet").out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows[1:] {
		got = append(got, r[1])
	}
	if d := cmp.Diff(hostile, got); d != "" {
		t.Error(d)
	}
	var shown bytes.Buffer
	if _, err := (tame{&shown}).Write([]byte("a\x1b[31m\u202eb\tc\r\n")); err != nil || shown.String() != "a\ufffd[31m\ufffdb\tc\r\n" {
		t.Errorf("a terminal gets %q, %v", shown.String(), err)
	}
}

var pollockScore = regexp.MustCompile(`(?m)^(SIMPLE|WEIGHTED)\s+([\d.]+)`)

// TestPollock loads half of the Pollock benchmark of polluted CSV files and holds the score
// that its own measure gives; a refused file counts nothing.
func TestPollock(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: it reads 1,130 files")
	}
	if os.Getenv("TDKT_CORPUS") == "" {
		t.Skip("TDKT_CORPUS is not set: the folder of files that nobody on this project made")
	}
	for _, tool := range []string{"python3", "tar", "xz"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool + " is not here: the benchmark's own measure needs it")
		}
	}
	corpus, dir := filepath.Join(os.Getenv("TDKT_CORPUS"), "pollock"), t.TempDir()
	if out, err := exec.Command("tar", "xJf", filepath.Join(corpus, "files.tar.xz"), "-C", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, out)
	}
	k, err := ingest.Know()
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob(filepath.Join(dir, "csv", "*.csv"))
	if err != nil || len(paths) < 1000 {
		t.Fatal(len(paths), err)
	}
	if err := os.Mkdir(filepath.Join(dir, "loaded"), 0o700); err != nil {
		t.Fatal(err)
	}
	refused := 0
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, findings, err := k.Look(filepath.Base(path), content)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if finding.Worst(findings) == finding.Error {
			refused++
			out.WriteString("Application Error\n")
		} else {
			s := &file.Sheets[firstSheet(file.Sheets)]
			if _, err := writeReadCSV(&out, &s.Tables[firstTable(s.Tables)]); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, "loaded", filepath.Base(path)+"_converted.csv"), out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("python3", filepath.Join(corpus, "score.py"), filepath.Join(dir, "loaded"), filepath.Join(dir, "clean"),
		"--weights", filepath.Join(corpus, "weights.json")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v %s", err, out)
	}
	t.Logf("%d refused\n%s", refused, out)
	floor := map[string]float64{"SIMPLE": 9.9, "WEIGHTED": 9.83}
	for _, m := range pollockScore.FindAllStringSubmatch(string(out), -1) {
		if got, err := strconv.ParseFloat(m[2], 64); err != nil || got < floor[m[1]] {
			t.Errorf("%s %s, was above %v", m[1], m[2], floor[m[1]])
		}
		delete(floor, m[1])
	}
	if len(floor) > 0 {
		t.Errorf("no score %v in %s", floor, out)
	}
}

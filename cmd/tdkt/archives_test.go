package main

import (
	"archive/zip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// packedFolder packs the files of a folder into a zip.
func packedFolder(t testing.TB, folder, at string) {
	t.Helper()
	f, err := os.Create(at)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	if err := z.AddFS(os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestAnswersToFilesInAnArchive: who sends an archive is answered file by file, below a folder of the archive's name; what the
// archive itself did not give is answered beside that.
func TestAnswersToFilesInAnArchive(t *testing.T) {
	dir, answers, db := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "a.duckdb")
	packedFolder(t, samples+"/faulty", filepath.Join(dir, "goi.zip"))
	whole := mustRead(t, filepath.Join(dir, "goi.zip"))
	if err := os.WriteFile(filepath.Join(dir, "hong.zip"), whole[:len(whole)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	loose := call(t, "ingest", samples+"/faulty", "--db", filepath.Join(t.TempDir(), "l.duckdb"), "--format", "json", "--quiet")
	packed := call(t, "ingest", dir, "--db", db, "--format", "json", "--quiet", "--feedback", answers)
	if loose.code != exitFaults || packed.code != exitFaults {
		t.Fatal(loose.code, packed.code, clip(packed.err))
	}
	of := map[string]int{}
	given := filesBelow(t, answers)
	for _, f := range findingsOf(t, packed.out) {
		archive, _, within := strings.Cut(f.File, "/")
		of[archive]++
		if archive == "goi.zip" && (!within || given[answerTo(f.File)] == nil) {
			t.Errorf("no answer to %s", f.File)
		}
	}
	if n := len(findingsOf(t, loose.out)); of["goi.zip"] != n || of["hong.zip"] == 0 {
		t.Errorf("%v findings of the archives, %d of the folder", of, n)
	}
	if given["hong.zip.ket-qua.xlsx"] == nil || !strings.Contains(string(given["hong.zip.thu.html"]), "Tệp nén bị hỏng") {
		t.Error("no answer to the archive that is damaged")
	}
}

// A figure is traced into the archive, and back.
func TestAFigureOfAFileInAnArchive(t *testing.T) {
	in, dir, db := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "a.duckdb")
	if err := os.Mkdir(filepath.Join(in, "sở y tế"), 0o755); err != nil {
		t.Fatal(err)
	}
	copyOf(t, samples+"/returns/2024/pt-so-y-te.xlsx", filepath.Join(in, "sở y tế", "x.xlsx"))
	packedFolder(t, in, filepath.Join(dir, "goi.zip"))
	mustCall(t, exitDone, "run", filepath.Join(dir, "goi.zip"), "--db", db, "--out", t.TempDir(), "--quiet")
	var cells []struct {
		File  string `json:"source_file"`
		Sheet string `json:"source_sheet"`
		Cell  string `json:"source_cell"`
	}
	out := mustCall(t, exitDone, "sql", "select source_file, source_sheet, source_cell from fct_contribution order by all limit 1", "--db", db, "--format", "json").out
	if err := json.Unmarshal([]byte(out), &cells); err != nil || len(cells) != 1 || cells[0].File != "goi.zip/sở y tế/x.xlsx" {
		t.Fatal(out, err)
	}
	place := cells[0].File + "!" + cells[0].Sheet + "!" + cells[0].Cell
	if got := csvOf(t, mustCall(t, exitDone, "trace", place, "--db", db, "--format", "csv").out); len(got) < 2 {
		t.Errorf("%s adds to nothing", place)
	}
}

// tdkt read looks at one file: of an archive it names the command that reads what is in it, and does not ask for another file.
func TestReadOfAnArchiveNamesTheCommand(t *testing.T) {
	path := filepath.Join(t.TempDir(), "goi.zip")
	packedFolder(t, samples+"/faulty", path)
	for lang, want := range map[string]string{"vi": "goi.zip là tệp nén", "en": "goi.zip is an archive"} {
		got := call(t, "read", path, "--lang", lang)
		if got.code != exitFaults || got.out != "" || !strings.Contains(got.err, want) || !strings.Contains(got.err, "tdkt ingest "+path) || strings.Contains(got.err, "container-unsupported") {
			t.Errorf("%d %q %q", got.code, got.out, got.err)
		}
	}
	if err := os.WriteFile(path, mustRead(t, path)[:400], 0o644); err != nil {
		t.Fatal(err)
	}
	if got := call(t, "read", path); got.code != exitFaults || !strings.Contains(got.err, "[") {
		t.Errorf("an archive that is broken: %d %q", got.code, got.err)
	}
}

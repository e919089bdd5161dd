package grid

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The corpus is files that nobody on this project made. It is not part of the
// repository: TDKT_CORPUS names the folder.
func corpus(t *testing.T) string {
	dir := os.Getenv("TDKT_CORPUS")
	if dir == "" {
		t.Skip("skipped: TDKT_CORPUS does not name the folder of published test workbooks")
	}
	return dir
}

// textSaysRefuse is the one file of the corpus that must be refused and that this package
// reads: a line of prose named .xls. That it holds no table is for layout to say.
const textSaysRefuse = "calamine/too_small.xls"

// readsBook are the endings of the workbooks of the corpus that must load.
var readsBook = map[string]bool{".xlsx": true, ".xlsm": true, ".xls": true, ".biff5": true, ".xlsb": true, ".ods": true, ".xml": true}

// readsText are the text files of the corpus, which come with many endings.
func readsText(path string) bool {
	switch filepath.Ext(path) {
	case ".csv", ".txt", ".prn":
		return true
	}
	return false
}

func TestCorpusLoadsWhatLoadsAndRefusesTheRest(t *testing.T) {
	dir := filepath.Join(corpus(t), "xlsx")
	f, err := os.Open(filepath.Join(dir, "INDEX.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	index, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range index[1:] {
		path, expect, features := line[0], line[6], line[7]
		content, err := os.ReadFile(filepath.Join(dir, path))
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		began := time.Now()
		book, findings, err := Read(path, content)
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s: took %v", path, took)
		}
		if err != nil {
			t.Errorf("%s: error of ours: %v", path, err)
		}
		code := ""
		if len(findings) > 0 {
			code = string(findings[0].Code) + " " + findings[0].Got
		}
		ext := filepath.Ext(path)
		ours := readsBook[ext] || readsText(path)
		switch {
		case expect == "load" && ours:
			if code != "" && !strings.HasPrefix(code, "file-empty") || len(book.Sheets) == 0 {
				t.Errorf("%s (%s): does not load: %s", path, features, code)
			}
		case expect == "load":
			if !strings.HasPrefix(code, "container-unsupported ") {
				t.Errorf("%s (%s): want container-unsupported, got %q", path, features, code)
			}
		case expect == "refuse" && path != textSaysRefuse:
			if code == "" {
				t.Errorf("%s (%s): must be refused", path, features)
			}
		}
		if testing.Verbose() {
			t.Logf("%-7s %-60s %d sheets, %s", expect, path, len(book.Sheets), code)
		}
	}
}

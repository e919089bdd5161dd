package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// arrows are the only imports between rooms; see doc.go of each room.
// What is lost if this breaks: stages that meet at tables begin to meet at Go types,
// and no stage can be replaced or read alone any more.
var arrows = map[string][]string{
	"cmd":     {"cmd", "ingest", "models", "queries", "charts", "data"},
	"ingest":  {"ingest", "data"},
	"models":  {"models", "data"},
	"queries": {"queries", "data"},
	"charts":  {"charts", "data", "queries/table"},
	"data":    {"data"},
}

// inside ingest, who may use whom; finding is open to all.
var insideIngest = map[string][]string{
	"ingest":               {"ingest/archive", "ingest/finding", "ingest/grid", "ingest/layout", "ingest/value", "ingest/check", "ingest/load"},
	"ingest/finding":       {},
	"ingest/grid/alphabet": {},
	"ingest/grid":          {"ingest/finding", "ingest/grid/alphabet"},
	"ingest/value":         {"ingest/finding", "ingest/grid"},
	"ingest/layout":        {"ingest/finding", "ingest/grid", "ingest/value"},
	"ingest/check":         {"ingest/finding", "ingest/grid", "ingest/layout", "ingest/value"},
	"ingest/load":          {"ingest/finding", "ingest/grid", "ingest/layout", "ingest/value", "ingest/check"},
	"ingest/archive":       {},
}

func TestArrowsBetweenRooms(t *testing.T) {
	for path, imports := range packages(t) {
		from := strings.TrimPrefix(path, "tdkt/")
		room, _, _ := strings.Cut(from, "/")
		for _, imported := range imports {
			to, ours := strings.CutPrefix(imported, "tdkt/")
			if !ours {
				continue
			}
			if !allowed(arrows[room], to) {
				t.Errorf("%s imports %s: rooms may use only %v", from, to, arrows[room])
			}
			if inside, ok := insideIngest[from]; ok && strings.HasPrefix(to, "ingest") && !slices.Contains(inside, to) {
				t.Errorf("%s imports %s: inside ingest it may use only %v", from, to, inside)
			}
		}
		if strings.HasPrefix(from, "charts") && (slices.Contains(imports, "database/sql") || slices.Contains(imports, "time")) && from != "charts/ooxml" {
			t.Errorf("%s imports a database or the clock: charts are pure functions of tables", from)
		}
	}
}

// TestTopOfTheHouse holds the list of what stands at the top.
func TestTopOfTheHouse(t *testing.T) {
	want := strings.Fields("cmd ingest models queries charts data go.mod go.sum README.md LICENSE CHANGELOG.md .gitattributes .gitignore .golangci.yml .ci .git")
	entries, err := os.ReadDir(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		ignored := e.Name() == "out" || strings.Contains(e.Name(), ".duckdb") || e.Name() == "tdkt"
		if !slices.Contains(want, e.Name()) && !ignored {
			t.Errorf("%s stands at the top of the house, where only %v belong", e.Name(), want)
		}
	}
}

func allowed(rooms []string, to string) bool {
	return slices.ContainsFunc(rooms, func(r string) bool { return to == r || strings.HasPrefix(to, r+"/") })
}

// packages gives every package of the module with what it imports, tests left out.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	out, err := exec.Command("go", "list", "-tags", "duckdb_arrow", "-json=ImportPath,Imports", "tdkt/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	found := map[string][]string{}
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		found[p.ImportPath] = p.Imports
	}
	if len(found) < 5 {
		t.Fatalf("go list gave %d packages only", len(found))
	}
	return found
}

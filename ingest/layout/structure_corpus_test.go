package layout_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
)

// The kinds that the labels of the SAUS sheets know.
var sausKind = map[layout.RowKind]string{layout.Metadata: "metadata", layout.Header: "header", layout.Index: "header", layout.GroupRow: "group",
	layout.Data: "data", layout.Total: "derived", layout.Note: "notes"}

// score counts rows by the kind that they have and the kind that they were given.
type score map[[2]string]int

func (s score) add(want, got string) { s[[2]string{want, got}]++ }

// macro is the mean F1 of the kinds that are wanted.
func (s score) macro() (macro float64, byKind map[string]float64) {
	byKind = map[string]float64{}
	met, wanted, given := map[string]int{}, map[string]int{}, map[string]int{}
	for k, n := range s {
		wanted[k[0]] += n
		given[k[1]] += n
		if k[0] == k[1] {
			met[k[0]] += n
		}
	}
	for kind, n := range wanted {
		byKind[kind] = 2 * float64(met[kind]) / float64(n+given[kind])
		macro += byKind[kind] / float64(len(wanted))
	}
	return macro, byKind
}

// TestStructureOfSAUS holds the kinds of rows against the labels that people gave 118 sheets
// of the US Statistical Abstract. The rules were made on every second file; the others check them.
func TestStructureOfSAUS(t *testing.T) {
	dir := filepath.Join(os.Getenv("TDKT_CORPUS"), "saus")
	if os.Getenv("TDKT_CORPUS") == "" {
		t.Skip("TDKT_CORPUS is not set: the folder of files that nobody on this project made")
	}
	lines, err := os.ReadFile(filepath.Join(dir, "lines.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	halves := []score{{}, {}}
	all := score{}
	n := 0
	for line := range bytes.Lines(lines) {
		var want struct {
			File   string   `json:"file"`
			Labels []string `json:"line_labels"`
		}
		if err := json.Unmarshal(line, &want); err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(filepath.Join(dir, "csv", want.File))
		if err != nil {
			t.Fatal(err)
		}
		book, faults, err := grid.Read(want.File, content)
		if err != nil || len(faults) > 0 {
			t.Fatal(want.File, faults, err)
		}
		given := map[int]string{}
		for _, table := range layout.Structure(book.Sheets[0]) {
			for _, r := range table.Rows {
				given[r.No] = sausKind[r.Kind]
			}
		}
		for i, no := range recordLines(t, content) {
			if i >= len(want.Labels) || want.Labels[i] == "empty" || given[no] == "" {
				continue
			}
			halves[n%2].add(want.Labels[i], given[no])
			all.add(want.Labels[i], given[no])
		}
		n++
	}
	for i, name := range []string{"made on", "checked on"} {
		macro, byKind := halves[i].macro()
		t.Logf("%s: macro F1 %.4f %.3v", name, macro, byKind)
		if floor := []float64{0.945, 0.9}[i]; macro < floor {
			t.Errorf("%s: macro F1 %.4f, was above %.3f", name, macro, floor)
		}
	}
	macro, byKind := all.macro()
	t.Logf("all: macro F1 %.4f %.3v", macro, byKind)
}

// recordLines gives the first line of each record.
func recordLines(t *testing.T, content []byte) (at []int) {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(content))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	for {
		_, err := r.Read()
		if errors.Is(err, io.EOF) {
			return at
		}
		if err != nil {
			t.Fatal(err)
		}
		line, _ := r.FieldPos(0)
		at = append(at, line)
	}
}

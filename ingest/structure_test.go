package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/ingest/archive"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
)

// TestStructureAgainstLayouts reads every sample as if no form of return were known, and
// holds the kinds of its rows against those that its layout gives. What is lost if this
// breaks: what `tdkt read` shows of a return nobody knows yet is far from what ingest will make of it.
func TestStructureAgainstLayouts(t *testing.T) {
	k, err := Know()
	if err != nil {
		t.Fatal(err)
	}
	folders := []string{samples + "returns", samples + "faulty"}
	if dir := os.Getenv("TDKT_CORPUS"); dir != "" {
		folders = append(folders, filepath.Join(dir, "vn"))
	}
	met, wanted, given := map[layout.RowKind]int{}, map[layout.RowKind]int{}, map[layout.RowKind]int{}
	wrong := map[[2]layout.RowKind]int{}
	for _, path := range filesBelow(t, folders) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		book, _, err := grid.Read(path, content)
		if err != nil {
			t.Fatal(err)
		}
		for _, sh := range book.Sheets {
			want := map[int]layout.RowKind{}
			for _, res := range layout.RecogniseAll(sh, k.Layouts, k.known) {
				if res.Table == nil || strings.HasPrefix(res.Table.Layout.Code, "board_") { // a board's own lists are no returns
					continue
				}
				for i := range res.Table.Rows {
					want[res.Table.Rows[i].No] = res.Table.Rows[i].Kind
				}
			}
			for _, table := range layout.Structure(sh) {
				for i := range table.Rows {
					row := &table.Rows[i]
					w, g := want[row.No], row.Kind
					if w == layout.Signature {
						w = layout.Note
					}
					if w == "" || w == layout.Blank {
						continue
					}
					wanted[w]++
					given[g]++
					if w == g {
						met[w]++
						continue
					}
					wrong[[2]layout.RowKind{w, g}]++
				}
			}
		}
	}
	macro := 0.0
	for kind, n := range wanted {
		f1 := 2 * float64(met[kind]) / float64(n+given[kind])
		t.Logf("%-9s F1 %.4f of %d rows", kind, f1, n)
		macro += f1 / float64(len(wanted))
	}
	t.Logf("macro F1 %.4f; %v", macro, wrong)
	if macro < 0.975 {
		t.Error("the generic structure agrees less with the layouts than it did")
	}
}

func filesBelow(t *testing.T, folders []string) (paths []string) {
	t.Helper()
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				paths = append(paths, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return paths
}

// A file that is too large is refused by its size, as ingest refuses it, and not read into memory.
func TestLookAtBoundsTheSize(t *testing.T) {
	at := filepath.Join(t.TempDir(), "lon.csv")
	f, err := os.Create(at)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Truncate(archive.MaxFile + 1); err != nil {
		t.Fatal(err)
	}
	looked, findings, err := knowledge(t).LookAt(at)
	if err != nil || len(looked.Sheets) != 0 || len(findings) != 1 || findings[0].Code != "file-too-large" {
		t.Errorf("%v %v, %v", looked, findings, err)
	}
}

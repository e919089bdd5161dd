package ingest

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
	"tdkt/ingest/load"
)

// wholeFile are the findings that are about a file and have no other place.
var wholeFile = []finding.Code{"file-empty", "file-encrypted", "file-unreadable", "container-unsupported",
	"file-too-large", "archive-damaged", "archive-limit"}

// wholeSheet are those that are about something that a sheet lacks: the place where it should stand is not known.
var wholeSheet = []finding.Code{"layout-unknown", "unit-not-stated", "year-not-stated"}

// located holds what an office needs: whoever is refused or held is told at least one reason and where it is. It gives what
// is wrong, "" where nothing is.
func located(b *load.Batch) string {
	for _, r := range b.Returns {
		if r.Outcome != load.Refused && r.Outcome != load.Held {
			continue
		}
		reasons, placed := 0, false
		for _, f := range b.Findings {
			if f.Return != r.ID || f.Severity != finding.Error {
				continue
			}
			reasons++
			at := f.At
			placed = placed || at.File != "" && (at.Cell != "" || slices.Contains(wholeFile, f.Code) || slices.Contains(wholeSheet, f.Code) && at.Sheet == r.Sheet)
			if f.Want.VI == "" || f.Mend.VI == "" || f.Want.EN == "" || f.Mend.EN == "" {
				return fmt.Sprintf("%s %s: %s does not say what is wanted or how to mend it", r.Form, r.Outcome, f.Code)
			}
		}
		if reasons == 0 || !placed {
			return fmt.Sprintf("%s is %s with %d reasons, none of which says where", r.Form, r.Outcome, reasons)
		}
	}
	return ""
}

// damaged reads bytes as a file and holds the promise; a panic comes out as an error.
func damaged(t *rapid.T, k *Knowledge, name string, content []byte) {
	b, err := k.guarded(&source{name: name, hash: "h", content: content, receivedOn: today})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if len(b.Returns) == 0 {
		t.Fatalf("%s: no return at all", name)
	}
	if wrong := located(b); wrong != "" {
		t.Fatalf("%s: %s\n%s", name, wrong, codes(b))
	}
}

// Bytes of nothing in particular, and bytes that begin like something.
func TestRefusalOfAnyBytesIsLocated(t *testing.T) {
	k := knowledge(t)
	heads := []string{"", "", "PK\x03\x04", "\xd0\xcf\x11\xe0", "\xef\xbb\xbf", "\xff\xfe", "%PDF-", "<html>", "STT;Họ và tên\n", "\x00"}
	rapid.Check(t, func(t *rapid.T) {
		content := append([]byte(rapid.SampledFrom(heads).Draw(t, "head")), rapid.SliceOfN(rapid.Byte(), 0, 400).Draw(t, "bytes")...)
		damaged(t, k, "f.xlsx", content)
	})
}

// sampleFiles are the good and the faulty samples.
func sampleFiles(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, root := range []string{samples + "returns", samples + "faulty"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || d.Name() == registerName {
				return err
			}
			files[path], err = os.ReadFile(path)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// Sample files cut short, with bytes changed, or with a piece twice: what a torn mail or a bad disk leaves.
func TestRefusalOfTornFilesIsLocated(t *testing.T) {
	k, files := knowledge(t), sampleFiles(t)
	names := sortedNames(files)
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(names).Draw(t, "sample")
		content := slices.Clone(files[name])
		if len(content) == 0 {
			return
		}
		switch rapid.IntRange(0, 2).Draw(t, "damage") {
		case 0:
			content = content[:rapid.IntRange(0, len(content)-1).Draw(t, "length")]
		case 1:
			for range rapid.IntRange(1, 8).Draw(t, "changes") {
				content[rapid.IntRange(0, len(content)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
			}
		default:
			at := rapid.IntRange(0, len(content)-1).Draw(t, "at")
			content = append(content[:at:at], content[at/2:]...)
		}
		damaged(t, k, filepath.Base(name), content)
	})
}

// Sample sheets with rows, columns and cells taken out, doubled, moved or overwritten, as CSV.
func TestRefusalOfDamagedSheetsIsLocated(t *testing.T) {
	k := knowledge(t)
	tables, cells := sampleTables(t)
	rapid.Check(t, func(t *rapid.T) {
		table := clone(rapid.SampledFrom(tables).Draw(t, "sheet"))
		for range rapid.IntRange(1, 6).Draw(t, "damages") {
			if len(table) == 0 {
				break
			}
			row := rapid.IntRange(0, len(table)-1).Draw(t, "row")
			col := rapid.IntRange(0, 12).Draw(t, "col")
			switch rapid.IntRange(0, 5).Draw(t, "damage") {
			case 0:
				table = slices.Delete(table, row, row+1)
			case 1:
				table = slices.Insert(table, row, slices.Clone(table[row]))
			case 2:
				for i := range table {
					if col < len(table[i]) {
						table[i] = slices.Delete(table[i], col, col+1)
					}
				}
			case 3:
				other := rapid.IntRange(0, len(table)-1).Draw(t, "other")
				table[row], table[other] = table[other], table[row]
			case 4:
				table[row] = slices.Insert(table[row], min(col, len(table[row])), "")
			default:
				if col < len(table[row]) {
					table[row][col] = rapid.OneOf(rapid.SampledFrom(cells), rapid.String()).Draw(t, "cell")
				}
			}
		}
		damaged(t, k, "f.csv", asCSV(table))
	})
}

// Grids of words that returns are made of, in any order.
func TestRefusalOfAnyGridIsLocated(t *testing.T) {
	k := knowledge(t)
	_, cells := sampleTables(t)
	row := rapid.SliceOfN(rapid.OneOf(rapid.Just(""), rapid.SampledFrom(cells), rapid.SampledFrom(cells)), 0, 9)
	rapid.Check(t, func(t *rapid.T) {
		damaged(t, k, "f.csv", asCSV(rapid.SliceOfN(row, 0, 14).Draw(t, "rows")))
	})
}

func sortedNames(files map[string][]byte) []string {
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// sampleTables gives the sheets of the samples as rows of texts, at most forty rows each, and the texts that stand in them.
func sampleTables(t *testing.T) (tables [][][]string, cells []string) {
	t.Helper()
	seen := map[string]bool{}
	files := sampleFiles(t)
	for _, name := range sortedNames(files) {
		book, _, err := grid.Read(name, files[name])
		if err != nil {
			t.Fatal(err)
		}
		for _, sh := range book.Sheets {
			var table [][]string
			for _, row := range sh.Rows[:min(len(sh.Rows), 40)] {
				for len(table) < row.No-1 && len(table) < 60 {
					table = append(table, nil)
				}
				var line []string
				for _, c := range row.Cells {
					for len(line) < c.Col-1 && len(line) < 40 {
						line = append(line, "")
					}
					line = append(line, c.Text)
					if !seen[c.Text] {
						seen[c.Text] = true
						cells = append(cells, c.Text)
					}
				}
				table = append(table, line)
			}
			tables = append(tables, table)
		}
	}
	return tables, cells
}

func clone(table [][]string) [][]string {
	out := make([][]string, len(table))
	for i := range table {
		out[i] = slices.Clone(table[i])
	}
	return out
}

func asCSV(table [][]string) []byte {
	var b strings.Builder
	for _, row := range table {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(';')
			}
			b.WriteString(`"` + strings.ReplaceAll(cell, `"`, `""`) + `"`)
		}
		b.WriteString("\r\n")
	}
	return []byte(b.String())
}

package grid

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/ingest/grid/alphabet"
)

// sampleLines are the lines of every sample return, its cells between semicolons, a file a list.
func sampleLines(t testing.TB) [][]string {
	var files [][]string
	err := filepath.WalkDir("../../data/samples/returns", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Base(path) == "so-nhan.csv" || filepath.Ext(path) == ".zip" {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		book, _, err := Read(path, content)
		if err != nil {
			return err
		}
		var lines []string
		for _, s := range book.Sheets {
			for _, r := range s.Rows {
				var cells []string
				for _, c := range r.Cells {
					cells = append(cells, strings.ReplaceAll(c.Text, "\n", " "))
				}
				lines = append(lines, strings.Join(cells, ";"))
			}
		}
		files = append(files, lines)
		return nil
	})
	if err != nil || len(files) < 50 {
		t.Fatal(len(files), err)
	}
	return files
}

// How often the alphabet of a piece of a sample is found. A wrong answer is the one thing that must not be.
func TestAlphabetsAreFound(t *testing.T) {
	files := sampleLines(t)
	for _, a := range []alphabet.Alphabet{alphabet.TCVN3, alphabet.VNI, alphabet.VPS, alphabet.VISCII, alphabet.Windows1258, alphabet.Misread} {
		for _, size := range []int{1, 3, 10, 100} {
			right, refused, wrong := 0, 0, 0
			for _, lines := range files {
				for from := 0; from < len(lines); from += size {
					text := strings.Join(lines[from:min(from+size, len(lines))], "\n")
					if plainASCII(text) {
						continue
					}
					text = strings.ReplaceAll(text, "–", "-") // which VPS and VISCII lack
					code, ok := a.Encode(text)
					if !ok {
						t.Fatalf("%v cannot write %q", a, text)
					}
					switch got, _, err := decode(code); {
					case err != nil:
						refused++
					case got == text:
						right++
					case got == string(code): // it is UTF-8 and stands
						refused++
					default:
						wrong++
						t.Logf("%v: %q read as %q", a, text, got)
					}
				}
			}
			n := right + refused + wrong
			t.Logf("%-12v %3d lines: %5d texts, right %.1f %%, refused %.1f %%, wrong %d", a, size, n, 100*float64(right)/float64(n), 100*float64(refused)/float64(n), wrong)
			if wrong > 0 {
				t.Errorf("%v: %d of %d texts of %d lines read wrong", a, wrong, n, size)
			}
		}
	}
}

// Cells of the samples under old fonts: typed in the alphabet of the font, and typed in Unicode after a converter that left the font.
func TestCellsUnderOldFonts(t *testing.T) {
	cells := map[string]bool{}
	for _, lines := range sampleLines(t) {
		for _, line := range lines {
			for _, cell := range strings.Split(line, ";") {
				if !plainASCII(cell) {
					cells[strings.ReplaceAll(cell, "–", "-")] = true
				}
			}
		}
	}
	for _, font := range []string{".VnTime", "VNI-Times"} {
		f := alphabet.OfFont(font)
		old, unicode, unsure := 0, 0, 0
		for cell := range cells {
			code, ok := f.Alphabet.Encode(cell)
			if !ok {
				t.Fatalf("%v cannot write %q", f.Alphabet, cell)
			}
			if got := legible(alphabet.Latin1(code), font); got != cell {
				old++
				t.Logf("%s: %q is read %q", font, cell, got)
			}
			if f.TwoWays(cell) {
				unsure++
			}
			if got := legible(cell, font); got != cell {
				unicode++
				if !f.TwoWays(got) {
					t.Errorf("%s: %q in Unicode is read %q in silence", font, cell, got)
				}
			}
		}
		t.Logf("%s: of %d cells %d are read wrong, %d are told to be unsure; of the same in Unicode %d are read wrong and told", font, len(cells), old, unsure, unicode)
		if old > 0 {
			t.Errorf("%s: %d of %d cells are read wrong", font, old, len(cells))
		}
	}
}

package ingest

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/ingest/grid/alphabet"
	"tdkt/ingest/load"
)

// csvSamples are the sample returns that are CSV in UTF-8, by their path.
func csvSamples(t *testing.T) map[string]string {
	paths, err := filepath.Glob(samples + "returns/*/*.csv")
	if err != nil || len(paths) < 15 {
		t.Fatal(paths, err)
	}
	out := map[string]string{}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(content) {
			continue
		}
		out[path] = strings.ReplaceAll(strings.TrimPrefix(string(content), "\ufeff"), "–", "-") // VPS and VISCII lack it
	}
	return out
}

// listed is a sample list as lines of CSV.
func listed(t *testing.T) string { return csvSamples(t)[samples+"returns/2024/pt-so-ld-tbxh.csv"] }

// factsOf reads a file; where a file is it is not asked for, and in capitals or not neither.
func factsOf(t *testing.T, k *Knowledge, name string, content []byte) (facts []string, told string) {
	t.Helper()
	b, err := k.readFile(&source{name: name, hash: "h", content: content, receivedOn: today})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range b.Returns {
		facts = append(facts, strings.Join([]string{r.Form, r.Unit, r.Outcome}, " "))
	}
	for _, a := range b.Awards {
		facts = append(facts, strings.Join([]string{a.Unit, a.RecipientKind, strings.ToUpper(a.Name), a.Form, a.Level, a.Achievement, strings.ToUpper(a.Movement)}, "|"))
	}
	for _, x := range b.Tallies {
		facts = append(facts, fmt.Sprintf("%s|%s|%s|%s|%s|%d", x.Unit, x.Form, x.Level, x.Measure, x.Achievement, x.Amount))
	}
	return facts, alphabetFindings(b)
}

func inTCVN3(t testing.TB, text string) []byte {
	t.Helper()
	code, ok := alphabet.TCVN3.Encode(text)
	if !ok {
		t.Fatalf("TCVN3 cannot write %q", text)
	}
	return code
}

// latin1 is what a program makes of bytes that takes them for Latin-1 and writes UTF-8.
func latin1(code []byte) []byte { return []byte(alphabet.Latin1(code)) }

func alphabetFindings(b *load.Batch) string {
	var out []string
	for _, f := range b.Findings {
		if strings.HasPrefix(string(f.Code), "text-") {
			out = append(out, string(f.Code)+" "+f.Got)
		}
	}
	return strings.Join(out, "; ")
}

// A return gives the same facts in whatever alphabet an office's program writes it; and where evidence told the alphabet, it says so.
func TestAListInEveryAlphabet(t *testing.T) {
	k, text := knowledge(t), listed(t)
	want, told := factsOf(t, k, "f.csv", []byte(text))
	if len(want) < 10 || told != "" {
		t.Fatal(want, told)
	}
	tcvn3, ok := alphabet.TCVN3.Encode(strings.ToLower(text)) // capitals that a font of capitals showed
	files := map[string][]byte{"TCVN3 (ABC) in small letters": tcvn3}
	for _, a := range []alphabet.Alphabet{alphabet.TCVN3, alphabet.VNI, alphabet.VPS, alphabet.VISCII, alphabet.Windows1258, alphabet.Misread} {
		code, can := a.Encode(text)
		ok = ok && can
		files[a.String()] = code
	}
	files["UTF-8 → Windows-1252 twice"], _ = alphabet.Misread.Encode(string(files[alphabet.Misread.String()]))
	if !ok {
		t.Fatal("an alphabet cannot write the sample")
	}
	for name, content := range files {
		got, told := factsOf(t, k, "f.csv", content)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		plain, _, _ := strings.Cut(name, " in small")
		plain, _, _ = strings.Cut(plain, " twice")
		if !strings.HasPrefix(told, "text-alphabet "+plain) {
			t.Errorf("%s: told %q", name, told)
		}
	}
	for name, fonts := range map[string][2]string{"TCVN3": {".VnTime", ".VnTimeH"}, "VNI": {"VNI-Times", "VNI-Times"}, "no fonts": {"Arial", "Arial"}} {
		got, told := factsOf(t, k, "f.xlsx", inFonts(t, text, fonts[0], fonts[1]))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("workbook, %s (-want +got):\n%s", name, diff)
		}
		if (told != "") != (name == "no fonts") {
			t.Errorf("workbook, %s: told %q", name, told)
		}
	}
}

// Every sample that is CSV gives its facts in every alphabet: awards, and the figures of tallies.
func TestSamplesInEveryAlphabet(t *testing.T) {
	k := knowledge(t)
	for path, text := range csvSamples(t) {
		want, told := factsOf(t, k, "f.csv", []byte(text))
		if len(want) < 2 || told != "" {
			t.Errorf("%s: %d facts, told %q", path, len(want), told)
		}
		for _, a := range []alphabet.Alphabet{alphabet.TCVN3, alphabet.VNI, alphabet.VPS, alphabet.VISCII, alphabet.Windows1258, alphabet.Misread} {
			code, ok := a.Encode(text)
			got, told := factsOf(t, k, "f.csv", code)
			if diff := cmp.Diff(want, got); diff != "" || !ok || !strings.HasPrefix(told, "text-alphabet "+a.String()) {
				t.Errorf("%s in %v: told %q (-want +got):\n%s", path, a, told, diff)
			}
		}
	}
}

// inFonts makes a workbook whose texts are typed in a font of small letters and one of capitals; under Arial they are those of
// TCVN3 all the same, as a program leaves them that drops the fonts.
func inFonts(t testing.TB, text, small, capitals string) []byte {
	t.Helper()
	a := alphabet.OfFont(small).Alphabet
	if a == alphabet.Unicode {
		a = alphabet.TCVN3
	}
	f := excelize.NewFile()
	defer f.Close()
	styles := map[string]int{}
	for _, font := range []string{small, capitals} {
		style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Family: font}})
		if err != nil {
			t.Fatal(err)
		}
		styles[font] = style
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = ';', -1
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range lines {
		for j, cell := range line {
			if cell == "" {
				continue
			}
			font := small
			if strings.ToUpper(cell) == cell && small != capitals {
				font, cell = capitals, strings.ToLower(cell)
			}
			code, ok := a.Encode(cell)
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			if !ok || err != nil {
				t.Fatal(cell, err)
			}
			for _, err := range []error{f.SetCellStr("Sheet1", at, alphabet.Latin1(code)), f.SetCellStyle("Sheet1", at, at, styles[font])} {
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The sample has what makes alphabets hard: capitals with tones, đ, and letters of two codes.
func TestTheSampleOfAlphabetsIsHard(t *testing.T) {
	text := listed(t)
	for _, letter := range []string{"Ỉ", "Ọ", "Ộ", "đ", "Đ", "ư", "ở"} {
		if !strings.Contains(text, letter) {
			t.Errorf("no %s", letter)
		}
	}
}

package book

import (
	"archive/zip"
	"bytes"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

func unzip(t testing.TB, content []byte) map[string][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name], err = io.ReadAll(in); err != nil {
			t.Fatal(err)
		}
		in.Close()
	}
	return parts
}

// sameNumber compares two cells; a program keeps 15 digits of a ratio. Nothing and nought are two answers.
func sameNumber(a, b string) bool {
	x, err := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	return a == b || err == nil && err2 == nil && math.Abs(x-y) < 1e-12
}

// differing are the formulas of a workbook that another program comes to another value of.
func differing(t testing.TB, mine, theirs []byte) (all []string, formulas int) {
	t.Helper()
	got := map[string]string{}
	for _, c := range cellsOf(t, opened(t, theirs)) {
		got[c[0]+"!"+c[1]] = c[2]
	}
	for _, c := range cellsOf(t, opened(t, mine)) {
		if c[3] == "" {
			continue
		}
		formulas++
		if at := c[0] + "!" + c[1]; !sameNumber(c[2], got[at]) {
			all = append(all, at+": "+got[at]+", want "+c[2])
		}
	}
	return all, formulas
}

// TestBookInLibreOffice: LibreOffice works every formula out anew, for the values were taken away, and comes to the figures; of a workbook with
// wrong formulas it does not, so that this test can fail. It prints every sheet.
func TestBookInLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: LibreOffice takes its time")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here: the workbook was not recalculated")
	}
	dir := t.TempDir()
	in := fixture(t, "vi")
	mine := written(t, in)
	plants := []struct{ name, from, to string }{
		{"", "", ""},
		{"a total that leaves a row out", "SUM(B7:B10)", "SUM(B7:B9)"},
		{"a share of another row", "F8/F11", "F7/F11"},
		{"nought for nothing stated", `=0,&#34;&#34;,SUM(`, `=0,0,SUM(`},
	}
	var files []string
	for i, p := range plants {
		content := withoutValues(t, mine, func(s string) string {
			if p.name == "" {
				return s
			}
			return strings.ReplaceAll(s, p.from, p.to)
		})
		if p.name != "" && bytes.Equal(content, withoutValues(t, mine, func(s string) string { return s })) {
			t.Fatalf("%s: nothing was planted", p.name)
		}
		files = append(files, filepath.Join(dir, "plant"+strconv.Itoa(i)+".xlsx"))
		if err := os.WriteFile(files[i], content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	convert := func(filter string, files ...string) {
		t.Helper()
		args := append([]string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", filter, "--outdir", filepath.Join(dir, "out")}, files...)
		if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
	}
	convert("xlsx:Calc MS Excel 2007 XML", files...)
	for i, p := range plants {
		theirs, err := os.ReadFile(filepath.Join(dir, "out", "plant"+strconv.Itoa(i)+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		wrong, formulas := differing(t, mine, theirs)
		switch {
		case p.name == "" && (len(wrong) > 0 || formulas < 300):
			t.Errorf("%d of %d formulas come to another value: %v", len(wrong), formulas, wrong)
		case p.name != "" && len(wrong) == 0:
			t.Errorf("%s was not found", p.name)
		}
	}
	whole := filepath.Join(dir, "tong-hop.xlsx")
	if err := os.WriteFile(whole, mine, 0o644); err != nil {
		t.Fatal(err)
	}
	convert("pdf", whole)
	pdf, err := os.ReadFile(filepath.Join(dir, "out", "tong-hop.pdf"))
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) {
		t.Errorf("no PDF came of it: %v", err)
	}
}

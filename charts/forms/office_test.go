package forms

import (
	"archive/zip"
	"bytes"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// withoutValues is a workbook of whose formulas nobody has worked out the result.
func withoutValues(t *testing.T, content []byte) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	cached := regexp.MustCompile(`(</f>)<v>[^<]*</v>`)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(f.Name, "xl/worksheets/") {
			part = cached.ReplaceAll(part, []byte("$1"))
		}
		p, err := w.Create(f.Name)
		if err == nil {
			_, err = p.Write(part)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// onPaper: the first page holds the form to its signatures, its numbers are as in Vietnamese, and none is too wide for its column.
func onPaper(t *testing.T, code, pdf string) {
	t.Helper()
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("no pdftotext here: what stands on paper was not read")
	}
	all, err := exec.Command(reader, "-layout", pdf, "-").Output()
	if err != nil {
		t.Fatalf("%s: %v", pdf, err)
	}
	first, _, _ := strings.Cut(string(all), "\f")
	if !strings.Contains(first, "Năm 202") || !strings.Contains(first, "(Ký, họ tên, đóng dấu)") {
		t.Errorf("%s: the first page is not the whole form:\n%s", code, first)
	}
	if strings.Contains(first, "##") || regexp.MustCompile(`\d,\d{3}\b`).MatchString(first) {
		t.Errorf("%s: a number without room, or as in English:\n%s", code, first)
	}
	if (code == "bieu_0603" || code == "mau_02") && !strings.Contains(first, "1.234") {
		t.Errorf("%s does not show 1.234:\n%s", code, first)
	}
}

// TestFormsInLibreOffice: LibreOffice works the formulas out and comes to the numbers that stand in the forms, and prints each form on one page.
func TestFormsInLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: LibreOffice takes its time")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here: the forms were not opened in it")
	}
	dir := t.TempDir()
	var blank, whole []string
	for code, year := range theForms {
		content := written(t, input(t, code, year, "vi"))
		for path, bytes := range map[string][]byte{"blank-" + code: withoutValues(t, content), code: content} {
			if err := os.WriteFile(filepath.Join(dir, path+".xlsx"), bytes, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		blank, whole = append(blank, filepath.Join(dir, "blank-"+code+".xlsx")), append(whole, filepath.Join(dir, code+".xlsx"))
	}
	convert := func(filter string, files []string) {
		t.Helper()
		args := append([]string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", filter, "--outdir", filepath.Join(dir, "out")}, files...)
		if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
	}
	convert("xlsx:Calc MS Excel 2007 XML", blank)
	convert("pdf", whole)
	for code, year := range theForms {
		in := input(t, code, year, "vi")
		content, err := os.ReadFile(filepath.Join(dir, "out", "blank-"+code+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		mine, theirs := opened(t, written(t, in)), opened(t, content)
		rows, err := mine.GetRows(in.Form.Sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for r, row := range rows {
			for c, want := range row {
				at := cellName(c+1, r+1)
				if formula, _ := mine.GetCellFormula(in.Form.Sheet, at); formula == "" {
					continue
				}
				n++
				got, err := theirs.GetCellValue(in.Form.Sheet, at, excelize.Options{RawCellValue: true})
				a, _ := strconv.ParseFloat(want, 64)
				b, err2 := strconv.ParseFloat(got, 64)
				if err != nil || err2 != nil || math.Abs(a-b) > 1e-9 {
					t.Errorf("%s %s: LibreOffice has %q, the form %q", code, at, got, want)
				}
			}
		}
		if n == 0 {
			t.Errorf("%s: no formula", code)
		}
		pdf, err := os.ReadFile(filepath.Join(dir, "out", code+".pdf"))
		if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) {
			t.Errorf("%s: no PDF came of it: %v", code, err)
		}
		t.Run(code+" on paper", func(t *testing.T) { onPaper(t, code, filepath.Join(dir, "out", code+".pdf")) })
	}
}

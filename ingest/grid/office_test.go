package grid

import (
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"tdkt/data/samples/xls"
)

// office converts files in LibreOffice and says where they are.
func office(t *testing.T, ending string, files ...string) (dir string) {
	if testing.Short() {
		t.Skip("left out of short tests: LibreOffice takes its time")
	}
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no soffice here: the workbooks were not converted by LibreOffice")
	}
	dir = t.TempDir()
	args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", ending, "--outdir", dir}
	if out, err := exec.Command(soffice, append(args, files...)...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	return dir
}

// A return reads alike, whether it was sent as .xlsx or as .xls: cells, fonts, merges, what
// is hidden.
func TestLibreOfficeXLSReadsLikeXLSX(t *testing.T) {
	returns := filepath.Join("..", "..", "data", "samples", "returns")
	names := []string{
		"2022/hb-so-gd-dt.xlsx", // hidden rows
		"2022/viet-tri.xlsx",    // hidden sheets of codes, errors
		"2024/pt-so-xay-dung-hai-sheet.xlsx",
		"2023/pt-bieu-0602-doi-chieu.xlsx", // merged headers
	}
	var files []string
	for _, n := range names {
		files = append(files, filepath.Join(returns, n))
	}
	dir := office(t, "xls", files...)
	for _, f := range files {
		was, err := os.ReadFile(f)
		must(t, err)
		is, err := os.ReadFile(filepath.Join(dir, strings.TrimSuffix(filepath.Base(f), ".xlsx")+".xls"))
		must(t, err)
		want, got := mustRead(t, was), mustRead(t, is)
		if len(want.Sheets) != len(got.Sheets) {
			t.Errorf("%s: %d sheets, want %d", f, len(got.Sheets), len(want.Sheets))
			continue
		}
		for i := range want.Sheets {
			if diff := gocmp.Diff(plainly(want.Sheets[i]), plainly(got.Sheets[i])); diff != "" {
				t.Errorf("%s (-xlsx +xls):\n%s", f, diff)
			}
		}
	}
}

// plainly puts what has no order in a sheet in order.
func plainly(s Sheet) Sheet {
	s.Merges = slices.Clone(s.Merges)
	slices.SortFunc(s.Merges, func(a, b Merge) int { return cmp.Or(cmp.Compare(a.R1, b.R1), cmp.Compare(a.C1, b.C1)) })
	return s
}

// LibreOffice opens what our own writer writes, and sees in it what we do.
func TestLibreOfficeOpensWhatWeWrite(t *testing.T) {
	b := bookOf(typed(
		"UBND TỈNH PHÚ THỌ||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
		"STT|Họ và tên|Ngày sinh|Số lượng|Nữ",
		"1|Nguyễn Thị Hoa|@29665|1.234|TRUE",
		"2|'0123|1981|-12|FALSE",
	)...)
	b.Fonts = []xls.Font{{Name: "Arial"}, {Name: ".VnTime"}, {Name: "Times New Roman", Bold: true}, {Name: "Calibri", Strike: true}, {Name: "VNI-Times"}}
	b.Styles = append(b.Styles, xls.Style{Font: 4})
	b.Break = 60
	b.Sheets[0].Cells = append(b.Sheets[0].Cells,
		xls.Cell{Row: 5, Col: 1, Style: 4, Value: "ñoäng"},
		xls.Cell{Row: 5, Col: 2, Value: xls.Formula{Code: sumOfTwo, Value: 0.0}},
		xls.Cell{Row: 5, Col: 3, Value: xls.Error(42)},
	)
	b.Sheets[0].Merges, b.Sheets[0].HiddenRows, b.Sheets[0].HiddenCols = [][4]int{{1, 1, 1, 2}}, []int{3}, [][2]int{{5, 5}}
	b.Sheets = append(b.Sheets, xls.Sheet{Name: "Ẩn", State: 1, Cells: typed("x")})
	file := filepath.Join(t.TempDir(), "a.xls")
	must(t, os.WriteFile(file, b.Bytes(), 0o644))
	content, err := os.ReadFile(filepath.Join(office(t, "xlsx", file), "a.xlsx"))
	must(t, err)
	if diff := gocmp.Diff(mustRead(t, b.Bytes()).Sheets, mustRead(t, content).Sheets); diff != "" {
		t.Errorf("(-ours +LibreOffice's):\n%s", diff)
	}
}

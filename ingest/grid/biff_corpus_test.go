package grid

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Two files of the corpus that need not load, but that Excel opens: one with a broken
// table of contents, one with records that nobody knows.
func TestCorpusXLSThatExcelMends(t *testing.T) {
	for path, rows := range map[string]int{"sheetjs/phpexcel_bad_cfb_dir.xls": 3, "poi/47251.xls": 26} {
		content, err := os.ReadFile(filepath.Join(corpus(t), "xlsx", path))
		must(t, err)
		if s := mustRead(t, content).Sheets[0]; len(s.Rows) != rows {
			t.Errorf("%s: %d rows, want %d", path, len(s.Rows), rows)
		}
	}
}

// The official lists of wards, as Excel 97–2003 files. Their codes are texts whose leading
// noughts count: without them two wards would pass for one, or for none.
func TestCorpusWardCodesKeepTheirNoughts(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpus(t), "xls", "*.xls"))
	if err != nil || len(files) != 16 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	header := []string{"Tỉnh Thành Phố", "Mã TP", "Quận Huyện", "Mã QH", "Phường Xã", "Mã PX", "Cấp", "Tên Tiếng Anh"}
	codes := map[int]*regexp.Regexp{2: regexp.MustCompile(`^\d{2}$`), 4: regexp.MustCompile(`^\d{3}$`), 6: regexp.MustCompile(`^\d{5}$`)}
	wards, noughts := 0, 0
	for _, path := range files {
		content, err := os.ReadFile(path)
		must(t, err)
		name := filepath.Base(path)
		rows := mustRead(t, content).Sheets[0].Rows
		for i, want := range header {
			if c, _ := rows[0].Cell(i + 1); c.Text != want {
				t.Errorf("%s: column %d is headed %q, want %q", name, i+1, c.Text, want)
			}
		}
		for _, r := range rows[1:] {
			for col, form := range codes {
				c, _ := r.Cell(col)
				if c.Kind != Text || !form.MatchString(c.Text) {
					t.Errorf("%s %s: %s %q", name, A1(r.No, col), c.Kind, c.Text)
				}
				if strings.HasPrefix(c.Text, "0") {
					noughts++
				}
			}
			wards++
		}
	}
	// LibreOffice counts as many rows.
	if wards != 2578 || noughts != 2628 {
		t.Errorf("%d wards, %d codes with leading noughts", wards, noughts)
	}
}

package grid

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestLegible(t *testing.T) {
	for _, c := range []struct{ name, text, font, want string }{
		{"plain", "Lao động", "", "Lao động"},
		{"decomposed", "Lao đo\u0323\u0302ng", "", "Lao động"},
		{"marks that show nothing", "La\u200bo \ufeffđộ\u00adng\u200e", "", "Lao động"},
		{"hard blanks", "Lao\u00a0động", "", "Lao động"},
		{"eth typed for đ", "QÐ-SYT, ðội", "", "QĐ-SYT, đội"},
		{"soft hyphen of TCVN3", "Th\u00ad", ".VnTime", "Thư"},
		{"TCVN3 in a font of capitals", "së y tÕ", ".VnTimeH", "SỞ Y TẾ"},
		{"VNI", "Tröôøng", "VNI-Times", "Trường"},
		{"Unicode under an old font", "Sở\u00a0Y tế, Ðội", ".VnTime", "Sở Y tế, Đội"},
		{"what may be of another alphabet waits for its sheet", "th\u00adëng, ®\u00adêc", "", "th\u00adëng, ®\u00adêc"},
	} {
		if got := legible(c.text, c.font); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

// What is crossed out or hidden is told, whether by the format of the cell or by a run of its text.
func TestStrikeAndHiddenColumns(t *testing.T) {
	f := excelize.NewFile()
	style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
	for _, e := range []error{err,
		f.SetCellStr("Sheet1", "A1", "a"), f.SetCellStr("Sheet1", "B1", "b"), f.SetCellStyle("Sheet1", "B1", "B1", style),
		f.SetCellRichText("Sheet1", "C1", []excelize.RichTextRun{{Text: "12", Font: &excelize.Font{Strike: true}}, {Text: " 15"}}),
		f.SetColVisible("Sheet1", "C:D", false),
	} {
		if e != nil {
			t.Fatal(e)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	book, faults, err := Read("f.xlsx", b.Bytes())
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	s := book.Sheets[0]
	cells := s.Rows[0].Cells
	if cells[0].Strike || !cells[1].Strike || !cells[2].Strike || cells[2].Text != "12 15" {
		t.Errorf("%+v", cells)
	}
	if s.HiddenCol(2) || !s.HiddenCol(3) || !s.HiddenCol(4) || s.HiddenCol(5) {
		t.Error("hidden columns", s.HiddenCols)
	}
}

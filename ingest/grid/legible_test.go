package grid

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"tdkt/data/samples/xls"
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

// What passes without being composed has nothing to compose.
func TestTidyTextsStayAsTheyAre(t *testing.T) {
	passed := 0
	for r := rune(0); r <= utf8.MaxRune; r++ {
		s := "Đ" + string(r) + "ộ"
		if !isTidy(s) {
			continue
		}
		passed++
		if !norm.NFC.IsNormalString(s) || norm.NFC.PropertiesString(string(r)).CCC() != 0 || strings.ContainsRune(showNothing, r) {
			t.Errorf("%U would be left as it is", r)
		}
	}
	if passed < 128+130 { // ASCII and the letters of Vietnamese
		t.Errorf("only %d letters pass", passed)
	}
}

// What is crossed out or hidden is told, whether by the format of the cell or by a run of its text.
// A mark of a footnote and a figure crossed out are no digits of the figure beside them, in whatever file.
func TestDigitsThatTheEyeSeesApart(t *testing.T) {
	f := excelize.NewFile()
	sup, plain, struck := &excelize.Font{VertAlign: "superscript"}, &excelize.Font{}, &excelize.Font{Strike: true}
	for at, runs := range map[string][]excelize.RichTextRun{
		"A1": {{Text: "12", Font: plain}, {Text: "1", Font: sup}},
		"A2": {{Text: "12", Font: struck}, {Text: "15", Font: plain}},
		"A3": {{Text: "1", Font: plain}, {Text: "2", Font: &excelize.Font{Bold: true}}},
		"A4": {{Text: "m", Font: plain}, {Text: "2", Font: sup}},
	} {
		if err := f.SetCellRichText("Sheet1", at, runs); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	old := xls.Book{Fonts: []xls.Font{{Name: "Arial"}, {Name: "Arial", Raised: true}, {Name: "Arial", Strike: true}, {Name: "Arial", Bold: true}}, Sheets: []xls.Sheet{{Name: "S", Cells: []xls.Cell{
		{Row: 1, Col: 1, Value: xls.Rich{{Text: "12", Font: 0}, {Text: "1", Font: 1}}}, {Row: 2, Col: 1, Value: xls.Rich{{Text: "12", Font: 2}, {Text: "15", Font: 0}}},
		{Row: 3, Col: 1, Value: xls.Rich{{Text: "1", Font: 0}, {Text: "2", Font: 3}}}, {Row: 4, Col: 1, Value: xls.Rich{{Text: "m", Font: 0}, {Text: "2", Font: 1}}},
	}}}}
	for what, content := range map[string][]byte{
		"xlsx": b.Bytes(),
		"xls":  old.Bytes(),
		"html": []byte(`<table><tr><td>12<sup>1</sup></td></tr><tr><td><s>12</s>15</td></tr><tr><td>1<b>2</b></td></tr><tr><td>m<sup>2</sup></td></tr></table>`),
		"xml": []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>
			<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">12<Sup>1</Sup></ss:Data></Cell></Row><Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>12</S>15</ss:Data></Cell></Row>
			<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">1<B>2</B></ss:Data></Cell></Row><Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">m<Sup>2</Sup></ss:Data></Cell></Row></Table></Worksheet></Workbook>`),
	} {
		wantLines(t, what, shown(mustRead(t, content).Sheets[0]), `A1 text "12^1"`, `A2 text "12~15"`, `A3 text "12"`, `A4 text "m2"`)
	}
}

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

package office

import (
	"bytes"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/charts"
	"tdkt/data/samples/xls"
	"tdkt/ingest/grid"
)

// The answer to a return that is no .xlsx is a workbook with its cells at their places,
// merged and hidden as they were, so that the sender finds in it what the findings name.
func TestAnswerToAnOldWorkbook(t *testing.T) {
	const name = "Danh sách"
	content := xls.Book{Sheets: []xls.Sheet{{
		Name: name,
		Cells: []xls.Cell{
			{Row: 1, Col: 1, Value: "SỞ Y TẾ"}, {Row: 3, Col: 1, Value: "STT"}, {Row: 3, Col: 2, Value: "Họ và tên"}, {Row: 3, Col: 3, Value: "Mã"},
			{Row: 4, Col: 1, Value: 1.0}, {Row: 4, Col: 2, Value: "Nguyễn Thị Hoa"}, {Row: 4, Col: 3, Value: "00123"},
			{Row: 5, Col: 1, Value: 2.0}, {Row: 5, Col: 2, Value: "Trần Văn Bình"}, {Row: 5, Col: 3, Value: xls.Error(23)},
		},
		Merges: [][4]int{{1, 1, 1, 3}}, HiddenRows: []int{4}, HiddenCols: [][2]int{{3, 3}, {2, 2}, {9, 12}, {11, 256}},
	}}}.Bytes()
	mark := charts.Mark{Sheet: name, Cell: "C5", Row: 5, Col: 3, Severity: "error", Code: "cell-error", Got: "#REF!", Name: "Ô có lỗi công thức"}
	answer := charts.Answer{File: "a.xls", Texts: map[string]string{"answer.copied.other": "CHÉP LẠI"}, Marks: []charts.Mark{mark}}
	marked, ending, err := answerWorkbook(&answer, content)
	if err != nil || ending != ".xlsx" {
		t.Fatal(ending, err)
	}
	was, _, _ := grid.Read("a.xls", content)
	is, findings, _ := grid.Read("a.xlsx", marked)
	if len(findings) > 0 || len(is.Sheets) != 2 {
		t.Fatal(findings, len(is.Sheets))
	}
	want, got := was.Sheets[0], is.Sheets[1]
	if !slices.EqualFunc(want.Rows, got.Rows, func(a, b grid.Row) bool {
		return a.No == b.No && a.Hidden == b.Hidden && slices.EqualFunc(a.Cells, b.Cells, func(a, b grid.Cell) bool { return a.Text == b.Text && a.Kind == b.Kind && a.Col == b.Col })
	}) {
		t.Errorf("cells: %+v, want %+v", got.Rows, want.Rows)
	}
	if got.Name != want.Name || !slices.Equal(got.Merges, want.Merges) {
		t.Errorf("%s %v, want %s %v", got.Name, got.Merges, want.Name, want.Merges)
	}
	for col := 1; col <= 300; col++ {
		if want.HiddenCol(col) != got.HiddenCol(col) {
			t.Errorf("column %d: hidden %v, want %v", col, got.HiddenCol(col), want.HiddenCol(col))
		}
	}
	x, err := excelize.OpenReader(bytes.NewReader(marked))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	comments, err := x.GetComments(name)
	if err != nil || len(comments) != 1 || comments[0].Cell != "C5" {
		t.Errorf("comments: %v, %v", comments, err)
	}
	told := false
	for _, r := range is.Sheets[0].Rows {
		for _, c := range r.Cells {
			told = told || c.Text == "CHÉP LẠI"
		}
	}
	if !told {
		t.Error("the first sheet does not say that this is a copy")
	}
}

// A formula whose value nobody stored is shown as it stands. As a formula it would run in a workbook that we hand out, and the
// sender would see another thing than what was found fault with.
func TestAnswerShowsAFormulaAsText(t *testing.T) {
	const formula = `=HYPERLINK("http://x","y")`
	content := []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">` +
		`<Worksheet ss:Name="DS"><Table><Row><Cell><Data ss:Type="String">STT</Data></Cell><Cell ss:Formula="=HYPERLINK(&quot;http://x&quot;,&quot;y&quot;)"/></Row></Table></Worksheet></Workbook>`)
	was, findings, _ := grid.Read("a.xml", content)
	if c, _ := was.Sheets[0].Cell(1, 2); c.Kind != grid.Error || c.Text != formula {
		t.Fatalf("%+v %v", c, findings)
	}
	marked, _, err := answerWorkbook(&charts.Answer{File: "a.xml", Texts: map[string]string{}}, content)
	if err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenReader(bytes.NewReader(marked))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	value, _ := x.GetCellValue("DS", "B1")
	stands, _ := x.GetCellFormula("DS", "B1")
	if value != formula || stands != "" {
		t.Errorf("text %q, formula %q", value, stands)
	}
}

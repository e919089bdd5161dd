package charts

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/charts/ooxml"
)

func answerIn(t *testing.T, lang string) Answer {
	t.Helper()
	return Answer{
		File: "2025/so-y-te.xlsx", Workbook: "so-y-te.ket-qua.xlsx", To: "Sở Y tế tỉnh Phú Thọ", Province: "Phú Thọ", Lang: lang, Texts: readTexts(t, lang),
		Returns: []Answered{{Form: "Danh sách cá nhân", Unit: "Sở Y tế tỉnh Phú Thọ", Period: "năm 2025", Status: "refused", Rows: [4]int64{1200, 0, 6, 1194}, Cells: [4]int64{9, 2, 3, 4}}},
	}
}

func letterOf(t *testing.T, a Answer) string {
	t.Helper()
	var b bytes.Buffer
	if err := Letter(&b, a); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "{answer.") || strings.Contains(b.String(), "%!") {
		t.Errorf("a text is missing:\n%s", b.String())
	}
	return b.String()
}

func badCell(col string, row int, severity, code, got string) Mark {
	c, _ := excelize.ColumnNameToNumber(col)
	return Mark{Sheet: "Biểu 2", Cell: fmt.Sprint(col, row), Row: row, Col: c, Severity: severity, Code: code, Name: "Tên " + code, Got: got, Want: "muốn " + code, Mend: "sửa " + code}
}

func mustHold(t *testing.T, text string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
}

// What is mended in one way is one item; errors come first and the numbers go on.
func TestLetterSaysWhatToMend(t *testing.T) {
	a := answerIn(t, "vi")
	for row := 20; row <= 33; row++ {
		a.Marks = append(a.Marks, badCell("C", row, "warning", "gender-unknown", "N"))
	}
	a.Marks = append(a.Marks, badCell("D", 7, "error", "count-not-whole", "1,5"), badCell("D", 9, "error", "count-not-whole", "2x"), badCell("B", 4, "query", "odd", ""))
	got := letterOf(t, a)
	mustHold(t, got, "UBND TỈNH PHÚ THỌ", "Kính gửi: <strong>Sở Y tế tỉnh Phú Thọ</strong>", "“2025/so-y-te.xlsx”", "sửa 2 lỗi",
		`<strong>Trang “Biểu 2”, ô D7 (thấy “1,5”), D9 (thấy “2x”)</strong>: Tên count-not-whole. <em>Cần:</em> muốn count-not-whole. <em>Cách sửa:</em> sửa count-not-whole.`,
		`<ol start="2">`, `<strong>Trang “Biểu 2”, ô C20–C33 (thấy “N”)</strong>`, `<ol start="3">`, "“so-y-te.ket-qua.xlsx”")
	if strings.Index(got, "D7") > strings.Index(got, "C20") {
		t.Error("a warning comes before an error")
	}
	mustHold(t, letterOf(t, Answer{Texts: answerIn(t, "en").Texts, Lang: "en", Province: "Phú Thọ", Marks: a.Marks, Returns: a.Returns}),
		"The unit that sent the return", "mend the errors listed below (2)", "Sheet “Biểu 2”, cell D7 (found “1,5”)")
}

// Guards privacy: a letter passes through many hands.
func TestLetterNamesNoPerson(t *testing.T) {
	a := answerIn(t, "vi")
	m := badCell("B", 12, "error", "name-odd", "Nguyễn Thị Bịa")
	m.Personal = true
	a.Marks = []Mark{m}
	got := letterOf(t, a)
	if strings.Contains(got, "Bịa") {
		t.Errorf("the letter names a person:\n%s", got)
	}
	mustHold(t, got, "ô B12</strong>")
}

func TestLetterCountsWhatItLeavesOut(t *testing.T) {
	a := answerIn(t, "vi")
	for i := range 25 {
		a.Marks = append(a.Marks, badCell("D", 2*i+1, "error", fmt.Sprintf("code-%02d", i), "1,5"))
	}
	a.Marks = append(a.Marks, badCell("E", 1, "error", "code-24", "2,5"))
	got := letterOf(t, a)
	if n := strings.Count(got, "<li>"); n != letterItems {
		t.Errorf("%d items, want %d", n, letterItems)
	}
	mustHold(t, got, "Và 6 chỗ nữa, xem trang KẾT QUẢ KIỂM TRA.")
	a.Marks = nil
	for i := range 30 {
		a.Marks = append(a.Marks, badCell("D", 2*i+1, "error", "code", fmt.Sprint(i)))
	}
	mustHold(t, letterOf(t, a), "và 22 ô nữa")
}

// What became of the returns decides the words: thanks alone where nothing is to be done, no threat anywhere.
func TestLetterFitsTheStanding(t *testing.T) {
	cases := []struct {
		name, want string
		statuses   []string
		severity   string
	}{
		{"nothing to mend", "Không có gì phải sửa; đơn vị không phải làm gì thêm.", []string{"accepted"}, ""},
		{"a warning", "Đề nghị xem lại 1 cảnh báo ghi dưới đây.", []string{"accepted_with_warnings"}, "warning"},
		{"a mended return replaces the one received", "“thay thế”", []string{"accepted_with_warnings"}, "warning"},
		{"a query", "Có 1 điều xin được giải thích", []string{"accepted"}, "query"},
		{"held", "làm rõ 1 điều", []string{"held"}, "error"},
		{"one of two refused", "Tệp còn có báo cáo khác đã được chấp nhận.", []string{"accepted", "refused"}, "error"},
		{"replaced", "Đơn vị không phải làm gì với tệp này.", []string{"superseded"}, "error"},
		{"withdrawn", "đã được rút", []string{"withdrawn"}, "error"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := answerIn(t, "vi")
			one := a.Returns[0]
			a.Returns = nil
			for _, s := range c.statuses {
				one.Status = s
				a.Returns = append(a.Returns, one)
			}
			if c.severity != "" {
				a.Marks = []Mark{badCell("D", 7, c.severity, "some", "1")}
			}
			got := letterOf(t, a)
			mustHold(t, got, c.want)
			if asks := strings.Contains(got, "<li>"); asks != (a.standing() != "accepted" && a.standing() != "superseded" && a.standing() != "withdrawn") {
				t.Errorf("the list of what to mend: %v", asks)
			}
			if strings.Contains(got, "Nếu không") {
				t.Error("the letter threatens")
			}
		})
	}
}

// Words from returns are text wherever they go.
func TestAnswersTakeNoMarkup(t *testing.T) {
	a := answerIn(t, "vi")
	a.File, a.To = `<script>alert(1)</script>&.xlsx`, "<b>Sở</b>"
	m := badCell("A", 1, "error", "odd", `<img src=x onerror=alert(1)> =HYPERLINK("http://x")`)
	m.Sheet = `<i>'&"`
	a.Marks = []Mark{m}
	got := letterOf(t, a)
	for _, bad := range []string{"<script", "<b>S", "<img", "<i>'"} {
		if strings.Contains(got, bad) {
			t.Errorf("%s stands in the letter as markup", bad)
		}
	}
	pkg, err := CopiedWorkbook([]ooxml.Page{{Name: m.Sheet, Lines: []ooxml.Line{{Cells: []ooxml.Cell{{Text: m.Got}}}}}}, a, Other)
	if err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenReader(bytes.NewReader(pkg))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if got, _ := x.GetCellValue(m.Sheet, "A1"); got != m.Got {
		t.Errorf("A1 is %q", got)
	}
	if f, _ := x.GetCellFormula(m.Sheet, "A1"); f != "" {
		t.Errorf("A1 is a formula: %s", f)
	}
}

// Several findings on a cell are one comment in the colour of the worst; findings of a sheet or file stand on the first
// sheet alone. A file of which nothing could be read has only that.
func TestFindingsOfACellShareAComment(t *testing.T) {
	a := answerIn(t, "vi")
	a.Marks = []Mark{badCell("B", 2, "query", "second", "x"), badCell("B", 2, "error", "first", "x"), {Sheet: "Biểu 2", Severity: "warning", Code: "of-sheet", Name: "trang"}, {Severity: "error", Code: "of-file", Name: "tệp"}}
	pkg, err := CopiedWorkbook([]ooxml.Page{{Name: "Biểu 2", Lines: []ooxml.Line{{Cells: []ooxml.Cell{{Text: "x"}}}}}}, a, Damaged)
	if err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenReader(bytes.NewReader(pkg))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	comments, err := x.GetComments("Biểu 2")
	if err != nil || len(comments) != 1 {
		t.Fatalf("%d comments, %v", len(comments), err)
	}
	text := comments[0].Text
	for _, p := range comments[0].Paragraph {
		text += p.Text
	}
	mustHold(t, text, "LỖI: Tên first\nThấy: “x”\nCần: muốn first\nCách sửa: sửa first\nMã: first\n\nHỎI LẠI: Tên second")
	style, _ := x.GetCellStyle("Biểu 2", "B2")
	if rgb := x.Styles.Fills.Fill[*x.Styles.CellXfs.Xf[style].FillID].PatternFill.FgColor.RGB; rgb != "FF"+severities[0].fill {
		t.Errorf("B2 is filled %s", rgb)
	}
	rows, err := x.GetRows("KẾT QUẢ KIỂM TRA")
	if err != nil {
		t.Fatal(err)
	}
	all := fmt.Sprint(rows)
	mustHold(t, all, "hỏng cấu trúc", "Dòng: đọc 1.200 = dùng 0 + loại 6 + bác 1.194", "cả trang", "cả tệp", "2 lỗi · 1 cảnh báo · 1 điều hỏi lại")

	pkg, err = CopiedWorkbook(nil, a, Unread)
	if err != nil {
		t.Fatal(err)
	}
	alone, err := excelize.OpenReader(bytes.NewReader(pkg))
	if err != nil {
		t.Fatal(err)
	}
	defer alone.Close()
	if got := alone.GetSheetList(); len(got) != 1 {
		t.Errorf("sheets %q", got)
	}
}

// Of a file that nobody could open no cell is coloured, and our copy holds nothing to mend: the letter does not say so.
func TestLetterOfAFileThatCannotBeOpened(t *testing.T) {
	for lang, words := range map[string][3]string{"vi": {"đã được tô màu", "trong tệp kèm theo", "trong tệp gốc"}, "en": {"coloured", "file enclosed or", "your own file"}} {
		a := answerIn(t, lang)
		a.Unread = true
		a.Marks = []Mark{{Severity: "error", Code: "file-unreadable", Name: "N", Got: "Excel 97–2003 (.xls)", Want: "W", Mend: "M"}}
		got := letterOf(t, a)
		mustHold(t, got, "Excel 97–2003 (.xls)", "“so-y-te.ket-qua.xlsx”", words[2])
		for _, wrong := range words[:2] {
			if strings.Contains(got, wrong) {
				t.Errorf("%s: says %q:\n%s", lang, wrong, got)
			}
		}
		if a.resend("resend") != a.say("resend_own") {
			t.Error("the sheet says that it can be mended in this file")
		}
		a.Unread, a.Marks[0].Code = false, "unit-not-stated"
		if got = letterOf(t, a); strings.Contains(got, words[0]) || !strings.Contains(got, words[1]) {
			t.Errorf("%s: a finding without a cell: %s", lang, got)
		}
	}
}

package grid

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// ofPage reads a page and gives its one sheet.
func ofPage(t *testing.T, page string) Sheet {
	t.Helper()
	book := mustRead(t, []byte(page))
	if book.Container != "html" || len(book.Sheets) != 1 {
		t.Fatalf("%s, %d sheets", book.Container, len(book.Sheets))
	}
	return book.Sheets[0]
}

func TestHTMLTables(t *testing.T) {
	for _, c := range []struct {
		what, page string
		want       []string
	}{
		{"a table", `<table><tr><th>STT</th><th>Họ tên</th></tr><tr><td>1</td><td>Nguyễn&nbsp;Văn&#32;A</td></tr></table>`,
			[]string{`A1 text "STT" bold`, `B1 text "Họ tên" bold`, `A2 text "1"`, `B2 text "Nguyễn Văn A"`}},
		{"ends that are left out", "<table><tr><td>a<td>b<tr><td>c<td>d</table>",
			[]string{`A1 text "a"`, `B1 text "b"`, `A2 text "c"`, `B2 text "d"`}},
		{"looks end with the cell", `<table><tr><td><b><font face=Arial>a<td>b<tr><td>c</table>`,
			[]string{`A1 text "a" Arial bold`, `B1 text "b"`, `A2 text "c"`}},
		{"rows without a table", `<tr><td>a</td></tr><tr><td>b</td></tr>`, []string{`A1 text "a"`, `A2 text "b"`}},
		{"a page that breaks off", `<html><body><table><tr><td>a</td><td>b`, []string{`A1 text "a"`, `B1 text "b"`}},
		{"lines in a cell", `<table><tr><td>a <br> b<p>c</p><p>d<ul><li>e<li>f</ul></td></tr></table>`, []string{`A1 text "a\nb\nc\nd\ne\nf"`}},
		{"white space", "<table><tr><td>\n  a\t b \n</td><td><pre>a  b\nc</pre></td><td> &nbsp; </td></tr></table>", []string{`A1 text "a b"`, `B1 text "a  b\nc"`}},
		{"text around tables", `<html><head><title>không</title><style>td{color:red}</style></head><body><h2>BÁO CÁO</h2><p>Năm <b>2024</b></p>
			<table><tr><td>a</td></tr></table>Ghi chú<br><br>x<table><caption><i>Biểu 2</i></caption><tr><td>b</td></tr></table><div>Người lập</div></body></html>`,
			[]string{`A1 text "BÁO CÁO" bold`, `A2 text "Năm 2024"`, `A3 text "a"`, `A4 text "Ghi chú"`, `A6 text "x"`, `A7 text "Biểu 2"`, `A8 text "b"`, `A9 text "Người lập"`}},
		{"text between rows", `<table><b>x</b><tr><td>a</td></tr>y<tr><td>b</td></tr></table>`,
			[]string{`A1 text "x" bold`, `A2 text "a"`, `A3 text "y"`, `A4 text "b"`}},
		{"what is no text", `<table><tr><td>a<script>var x="</td>"</script><!-- b --><select><option>c</select></td><td><select><option>d</td><td>e</td></tr></table>`,
			[]string{`A1 text "a"`, `C1 text "e"`}},
		{"what was filled in", `<table><tr><td><input type="hidden" value="7"><input value="12"></td><td><input type=checkbox checked></td><td><input type=checkbox></td>
			<td><select><option>Nam</option><option selected>Nữ</option><option>?</select></td><td><select><option selected>a<option>b</td><td><textarea>c</textarea></td><td><select><option selected>d</select>e</td></tr></table>`,
			[]string{`A1 text "12"`, `B1 text "x"`, `D1 text "Nữ"`, `E1 text "a"`, `F1 text "c"`, `G1 text "de"`}},
		{"hidden keys to sort by", `<style>td .k{display:none} @media print{.a{color:red} .s{display:none}}</style><table><tr><td><span style="display:none">000012</span>12</td><td>12<i class="d-none">000012</i></td>
			<td><span class=k>20240510</span><b>10/5/2024</b></td><td><span class=s>1</span>2</td><td><span hidden>5</span></td></tr></table>`,
			[]string{`A1 text "12"`, `B1 text "12"`, `C1 text "10/5/2024" bold`, `D1 text "12"`, `E1 text "5"`}},
		{"spans", `<table><tr><td rowspan=2>a</td><td colspan="2">b</td><td>c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr></table>`,
			[]string{`A1 text "a"`, `B1 text "b"`, `D1 text "c"`, `B2 text "d"`, `C2 text "e"`, `D2 text "f"`}},
		{"a span stops at one from above", `<table><tr><td>a</td><td>b</td><td rowspan=2>c</td></tr><tr><td colspan=9>d</td></tr></table>`,
			[]string{`A1 text "a"`, `B1 text "b"`, `C1 text "c"`, `A2 text "d"`}},
		{"hidden rows", `<style>.an{display:none}</style><table><tr style="display: none"><td>a</td></tr><tr class=an><td>b</td></tr><tbody hidden><tr><td>c</td></tr></tbody><tr><td>d</td></tr></table>`,
			[]string{`A1 text "a" hidden`, `A2 text "b" hidden`, `A3 text "c" hidden`, `A4 text "d"`}},
		{"what Excel clips is text", `<table><tr><td>Trung tâm Y tế<span style='display:none'> huyện</span></td></tr></table>`, []string{`A1 text "Trung tâm Y tế huyện"`}},
		{"fonts", `<style><!-- body,td {font-family:"Times New Roman"} .xl1 {font:bold 12.0pt Arial, sans-serif;} td.xl2{text-decoration:line-through;font-weight:700} --></style>
			<table><tr><td>a</td><td class=xl1>b</td><td class="xl2 x">c</td><td style="font-family:'.VnTime';font-weight:normal"><b>d</b></td><td>nửa <s>ô</s><b>e</b></td></tr></table>`,
			[]string{`A1 text "a" Times New Roman`, `B1 text "b" Arial bold`, `C1 text "c" Times New Roman bold struck`, `D1 text "d" .VnTime bold`, `E1 text "nửa ôe" Times New Roman struck`}},
		{"bold around a table is not in it", `<b>x<table><tr><td>a</td></tr></table>`, []string{`A1 text "x" bold`, `A2 text "a"`}},
		{"XHTML", `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><table><tr><td>a</td><td/><td>b</td></tr></table></body></html>`,
			[]string{`A1 text "a"`, `C1 text "b"`}},
	} {
		wantLines(t, c.what, looks(ofPage(t, c.page)), c.want...)
	}
}

func TestHTMLValues(t *testing.T) {
	s := ofPage(t, `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><style>
		.d {mso-number-format:"Short Date";} .v {mso-number-format:"dd\\/mm\\/yyyy\;\@";} .t {mso-number-format:"\@";} .h {mso-number-format:"h\:mm";}</style>
		<table x:str>
		<tr><td x:num>1234.5</td><td x:num="0.125">12,5%</td><td class=d x:num="45631">05/12/2024</td><td class=v x:num="45631.4375">05/12/2024</td></tr>
		<tr><td class=h x:num="0.4375">10:30</td><td class=t>0123</td><td>1.234</td><td x:num>không</td></tr>
		<tr><td x:bool="TRUE">ĐÚNG</td><td x:err="#N/A">#N/A</td><td x:str="  lùi">lùi</td><td x:num x:fmla="=A1*2">2469</td><td x:fmla="=A1*2"></td></tr>
		<tr><td sdval="45631" sdnum="1066;0;DD/MM/YYYY">05/12/2024</td><td sdval="0.125" sdnum="1033;0;0.0%">12,5%</td><td sdval="1" sdnum="1033;1033;BOOLEAN">TRUE</td><td sdval="0" sdnum="1033;">#REF!</td><td>#REF!</td></tr>
		</table></html>`)
	wantLines(t, "values", shown(s),
		`A1 number "1234.5"`, `B1 number "0.125"`, `C1 date "2024-12-05"`, `D1 date "2024-12-05 10:30:00"`,
		`A2 number "0.4375"`, `B2 text "0123"`, `C2 text "1.234"`, `D2 text "không"`,
		`A3 bool "TRUE"`, `B3 error "#N/A"`, `C3 text "  lùi"`, `D3 number "2469"`, `E3 error "=A1*2"`,
		`A4 date "2024-12-05"`, `B4 number "0.125"`, `C4 bool "TRUE"`, `D4 error "#REF!"`, `E4 text "#REF!"`)
}

func TestHTMLMergesAndColumns(t *testing.T) {
	s := ofPage(t, `<table><col><col style="display:none" span=2><col>
		<tr><td rowspan=1000000>a</td><td colspan=2>b</td><td>c</td><td rowspan=0>d</td><td style="display:none">e</td></tr>
		<tr><td>f</td><td>g</td><td>h</td><td style="display:none">i</td></tr></table><table><tr><td>k</td></tr></table>`)
	if diff := cmp.Diff([]Merge{{1, 1, 2, 1}, {1, 2, 1, 3}, {1, 5, 2, 5}}, s.Merges); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Span{{2, 3}, {6, 6}}, s.HiddenCols); diff != "" {
		t.Error(diff)
	}
	wantLines(t, "places", shown(s), `A1 text "a"`, `B1 text "b"`, `D1 text "c"`, `E1 text "d"`, `F1 text "e"`,
		`B2 text "f"`, `C2 text "g"`, `D2 text "h"`, `F2 text "i"`, `A3 text "k"`)
}

// Tables that only lay out others come out as the others, beneath and beside each other.
func TestHTMLTablesInTables(t *testing.T) {
	s := ofPage(t, `<table>
		<tr><td>trái</td><td>phải</td></tr>
		<tr><td><h3>Biểu 1</h3>Năm 2024<table><tr><td>a</td><td>b</td></tr><tr><td colspan=2>c</td></tr></table>chú</td><td><table><tr><td>x</td></tr></table></td></tr>
		<tr><td colspan=2>cuối</td></tr></table>`)
	wantLines(t, "nested", shown(s), `A1 text "trái"`, `C1 text "phải"`, `A2 text "Biểu 1"`, `C2 text "x"`, `A3 text "Năm 2024"`,
		`A4 text "a"`, `B4 text "b"`, `A5 text "c"`, `A6 text "chú"`, `A7 text "cuối"`)
	if diff := cmp.Diff([]Merge{{7, 1, 7, 3}, {1, 1, 1, 2}, {5, 1, 5, 2}}, s.Merges); diff != "" {
		t.Error(diff)
	}
	s = ofPage(t, `<table><table><tr><table><tr><td>a</td></tr></table><td>b</td></tr></table></table>`)
	wantLines(t, "tables where none may stand", shown(s), `A1 text "a"`, `B1 text "b"`)
}

// Two ways to write a page in UTF-16, and pages that say nothing, the truth, or a lie of their alphabet.
func TestHTMLAlphabets(t *testing.T) {
	page := func(meta string) string {
		return `<html><head>` + meta + `</head><body><table><tr><td>Phường Thọ</td></tr></table></body></html>`
	}
	viet, err := charmap.Windows1258.NewEncoder().String(strings.ReplaceAll(page(`<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1258">`), "Phường Thọ", "Phươ\u0300ng Tho\u0323"))
	must(t, err)
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(page(`<meta charset="utf-16">`))
	must(t, err)
	bare, err := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(page(""))
	must(t, err)
	for name, content := range map[string]string{
		"says nothing": page(""), "says so": page(`<meta charset=utf-8>`), "says windows-1252": page(`<meta charset="windows-1252">`),
		"with a mark": "\ufeff" + page(""), "windows-1258": viet, "utf-16": wide, "utf-16 without mark": bare, "entities": strings.NewReplacer("ư", "&#432;", "ờ", "&#x1EDD;", "ọ", "&#7885;").Replace(page("")),
	} {
		wantLines(t, name, shown(ofPage(t, content)), `A1 text "Phường Thọ"`)
	}
	western := "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><table><tr><td>Th\xea</td></tr></table>"
	wantLines(t, "iso-8859-1", shown(ofPage(t, western)), `A1 text "Thê"`)
}

func TestHTMLOfExcel(t *testing.T) {
	s := ofPage(t, `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets>
		<x:ExcelWorksheet><x:Name>Mẫu 02</x:Name><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head>
		<body><table><tr><td>a</td></tr></table></body></html>`)
	if s.Name != "Mẫu 02" || !s.Hidden || s.No != 1 {
		t.Errorf("%q, hidden %v", s.Name, s.Hidden)
	}
}

const archive = `MIME-Version: 1.0
X-Document-Type: Workbook
Content-Type: multipart/related; boundary="--b"

----b
Content-Location: file:///C:/x/So.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="us-ascii"

<html><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Hai</x:Name><x:WorksheetSource HRef=3D"So_files/sheet002.htm"/></x:ExcelWorksheet>
<x:ExcelWorksheet><x:Name>M&#7897;t</x:Name><x:WorksheetSource HRef=3D"So_files/sheet001.htm"/></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--><frameset></frameset></html>

----b
Content-Location: file:///C:/x/So_files/stylesheet.css
Content-Type: text/css

.xl1 {font-family:Arial}

----b
Content-Location: file:///C:/x/So_files/sheet001.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="us-ascii"

<html><table><tr><td class=3Dxl1>Th&#234;</td></tr></table></html>

----b
Content-Location: file:///C:/x/So_files/sheet002.htm
Content-Transfer-Encoding: base64
Content-Type: text/html; charset="utf-8"

PHRhYmxlPjx0cj48dGQ+YsOqPC90ZD48L3RyPjwvdGFibGU+

----b--
`

func TestWebArchive(t *testing.T) {
	for _, content := range []string{archive, strings.ReplaceAll(archive, "\n", "\r\n"), "From: <Saved by Blink>\n" + archive} {
		book := mustRead(t, []byte(content))
		if len(book.Sheets) != 2 || book.Sheets[0].Name != "Một" || book.Sheets[1].Name != "Hai" {
			t.Fatalf("%+v", book)
		}
		wantLines(t, "first", looks(book.Sheets[0]), `A1 text "Thê" Arial`)
		wantLines(t, "second", looks(book.Sheets[1]), `A1 text "bê"`)
	}
	mac := strings.NewReplacer("</x:ExcelWorksheets>", "</x:ExcelWorksheets><x:Date1904/>",
		"<td class=3Dxl1>Th&#234;", `<td x:num=3D"43538" style=3D'mso-number-format:"Short Date"'>14/3/2023`).Replace(archive)
	wantLines(t, "a day counted from 1904, as the page of the workbook says", shown(mustRead(t, []byte(mac)).Sheets[0]), `A1 date "2023-03-15"`)
	_, findings, _ := Read("a", []byte(archive[:strings.Index(archive, "PHRh")]))
	if len(findings) != 1 || findings[0].Code != codeUnreadable {
		t.Errorf("half an archive: %v", findings)
	}
}

// Markup in a field of a CSV file makes no page of it.
func TestFieldsWithMarkup(t *testing.T) {
	for _, content := range []string{"<b>STT</b>,Họ tên\n1,A\n", "<STT>,b\n", "<script>alert(1)</script>,x\n", "<,>\n"} {
		if book := mustRead(t, []byte(content)); book.Container != "csv" {
			t.Errorf("%q is %s", content, book.Container)
		}
	}
}

func TestHTMLClaims(t *testing.T) {
	for _, c := range []struct{ what, page, got string }{
		{"tables in tables", strings.Repeat("<table><tr><td>", 40) + "a", "html: tables nest more than 32 deep"},
		{"more cells than a row has", "<table><tr>" + strings.Repeat("<td colspan=1000>a", 18), "html: row 1 has too many cells"},
		{"tables in tables beyond the sheet", "<table><tr>" + strings.Repeat("<td><table><tr><td>a<td colspan=1000>b</table>", 17), "html: tables within tables: more than a sheet can hold"},
		{"half a letter", "<meta charset=utf-8><table><tr><td>Thê</td><td>Th\xc3</td>", "<table><tr><td>Thê</td><td>Th\uFFFD</td>"},
		{"half a letter of UTF-16", "\xff\xfe<\x00t\x00a\x00b\x00l\x00e\x00>\x00<\x00t\x00r\x00a", "UTF-16"},
	} {
		book, findings, err := Read("a", []byte(c.page))
		if err != nil || len(findings) != 1 || findings[0].Code != codeUnreadable || c.got != "" && findings[0].Got != c.got || len(book.Sheets) > 0 {
			t.Errorf("%s: %v, %v", c.what, findings, err)
		}
	}
	deep := ofPage(t, "<table><tr><td>"+strings.Repeat("<b><div>", 200000)+"a"+strings.Repeat("</div></b>", 200000)+"</table>")
	wantLines(t, "elements in elements", shown(deep), `A1 text "a"`)
}

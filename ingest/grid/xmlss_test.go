package grid

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// xmlss is a SpreadsheetML workbook written by hand.
func xmlss(rest string) string {
	return `<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">` + rest + `</Workbook>`
}

func xmlssRows(rows string) string {
	return xmlss(`<Styles><Style ss:ID="Default"><Font ss:FontName="Arial"/></Style>
		<Style ss:ID="day"><NumberFormat ss:Format="dd/mm/yyyy"/></Style><Style ss:ID="short"><NumberFormat ss:Format="Short Date"/></Style>
		<Style ss:ID="clock"><NumberFormat ss:Format="h:mm"/></Style><Style ss:ID="sum"><NumberFormat ss:Format="#,##0"/></Style></Styles>
		<Worksheet ss:Name="S1"><Table>` + rows + `</Table></Worksheet>`)
}

func TestXMLSSKinds(t *testing.T) {
	cell := func(attrs, kind, value string) string {
		return `<Row><Cell` + attrs + `><Data ss:Type="` + kind + `">` + value + `</Data></Cell></Row>`
	}
	book := mustRead(t, []byte(xmlssRows(
		cell("", "Number", "29665")+
			cell("", "Number", "1.5E-2")+
			cell(` ss:StyleID="day"`, "Number", "45631")+
			cell(` ss:StyleID="short"`, "DateTime", "2024-12-05T00:00:00.000")+
			cell("", "DateTime", "2024-12-05T10:30:00.000")+
			cell(` ss:StyleID="clock"`, "DateTime", "1899-12-31T10:30:00.000")+
			cell(` ss:StyleID="clock"`, "DateTime", "1900-01-01T02:00:00.000")+
			cell(` ss:StyleID="sum"`, "DateTime", "2024-12-05T00:00:00.000")+
			cell("", "Boolean", "1")+
			cell("", "Error", "#N/A")+
			cell("", "String", "0123")+
			cell("", "Number", "không")+
			cell(` ss:Formula="=R[-1]C*2"`, "Number", "24")+
			`<Row><Cell ss:Formula="=SUM(R1C:R2C)"/></Row>`+
			cell(` ss:Formula="=R1C/0"`, "String", "#DIV/0!")+
			cell(` ss:Formula="=R1C&amp;&quot;&quot;"`, "String", "")+
			cell("", "String", "hai&#10;dòng"))))
	if book.Container != "xml" {
		t.Errorf("container %q", book.Container)
	}
	wantLines(t, "kinds", shown(book.Sheets[0]),
		`A1 number "29665"`, `A2 number "0.015"`, `A3 date "2024-12-05"`, `A4 date "2024-12-05"`, `A5 date "2024-12-05 10:30:00"`,
		`A6 number "0.4375"`, `A7 number "1.0833333333333333"`, `A8 number "45631"`, `A9 bool "TRUE"`, `A10 error "#N/A"`,
		`A11 text "0123"`, `A12 text "không"`, `A13 number "24"`, `A14 error "=SUM(R1C:R2C)"`, `A15 error "#DIV/0!"`, `A17 text "hai\ndòng"`)
}

func TestXMLSSPlaces(t *testing.T) {
	data := `<Data ss:Type="Number">1</Data>`
	book := mustRead(t, []byte(xmlss(`<Worksheet ss:Name="Biểu 1"><Table>
		<Column/><Column ss:Hidden="1" ss:Span="1"/><Column ss:Index="6" ss:Width="0"/>
		<Row><Cell ss:MergeAcross="2" ss:MergeDown="1">`+data+`</Cell><Cell>`+data+`</Cell><Cell ss:Index="7">`+data+`</Cell></Row>
		<Row ss:Index="4" ss:Hidden="1"><Cell>`+data+`<Comment><Data ss:Type="String">ghi chú</Data></Comment></Cell></Row>
		<Row ss:Span="4"/>
		<Row ss:Height="0"><Cell>`+data+`</Cell></Row></Table></Worksheet>
		<Worksheet ss:Name="Ẩn"><Table><Row><Cell>`+data+`</Cell></Row></Table>
		<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetVeryHidden</Visible></WorksheetOptions></Worksheet>`)))
	s := book.Sheets[0]
	wantLines(t, "places", looks(s), `A1 number "1"`, `D1 number "1"`, `G1 number "1"`, `A4 number "1" hidden`, `A10 number "1" hidden`)
	if diff := cmp.Diff([]Merge{{1, 1, 2, 3}}, s.Merges); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Span{{2, 3}, {6, 6}}, s.HiddenCols); diff != "" {
		t.Error(diff)
	}
	if h := book.Sheets[1]; !h.Hidden || s.Hidden || h.No != 2 {
		t.Errorf("%+v", h)
	}
}

func TestXMLSSFonts(t *testing.T) {
	text := func(attrs, s string) string {
		return `<Cell` + attrs + `><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">` + s + `</ss:Data></Cell>`
	}
	s := mustRead(t, []byte(xmlss(`<Styles><Style ss:ID="Default" ss:Name="Normal"><Font ss:FontName="Times New Roman"/></Style>
		<Style ss:ID="s1"><Font ss:FontName=".VnTime" ss:Bold="1"/></Style><Style ss:ID="s2" ss:Parent="s1"><Font ss:StrikeThrough="1"/></Style></Styles>
		<Worksheet ss:Name="S"><Table><Column ss:StyleID="s1"/>
		<Row>`+text("", "x")+text("", "y")+text(` ss:StyleID="s2"`, "z")+`</Row>
		<Row ss:StyleID="s2">`+text("", "x")+text(` ss:StyleID="Default"`, `<B><Font html:Face="Arial" html:Size="8">cả</Font> ô</B>`)+
		text(` ss:StyleID="Default"`, `nửa <S>ô</S>`)+`</Row></Table></Worksheet>`))).Sheets[0]
	wantLines(t, "fonts", looks(s),
		`A1 text "x" .VnTime bold`, `B1 text "y" Times New Roman`, `C1 text "z" .VnTime bold struck`,
		`A2 text "x" .VnTime bold struck`, `B2 text "cả ô" Times New Roman bold`, `C2 text "nửa ô" Times New Roman struck`)
}

func TestXMLSSDatesFrom1904(t *testing.T) {
	s := mustRead(t, []byte(xmlss(`<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>
		<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="n"><NumberFormat ss:Format="0"/></Style></Styles>
		<Worksheet ss:Name="S"><Table><Row><Cell ss:StyleID="d"><Data ss:Type="Number">44169</Data></Cell>
		<Cell ss:StyleID="d"><Data ss:Type="DateTime">2024-12-05T00:00:00.000</Data></Cell>
		<Cell ss:StyleID="n"><Data ss:Type="DateTime">2024-12-05T00:00:00.000</Data></Cell></Row></Table></Worksheet>`))).Sheets[0]
	wantLines(t, "1904", shown(s), `A1 date "2024-12-05"`, `B1 date "2024-12-05"`, `C1 number "44169"`)
}

// A workbook is what its declaration or its mark says; UTF-16 is seen also without either.
func TestXMLSSAlphabets(t *testing.T) {
	plain := xmlssRows(`<Row><Cell><Data ss:Type="String">Thê</Data></Cell></Row>`)
	in := func(encoding string) string {
		return strings.Replace(plain, `version="1.0"`, `version="1.0" encoding="`+encoding+`"`, 1)
	}
	western, err := charmap.Windows1252.NewEncoder().String(in("windows-1252"))
	must(t, err)
	viet, err := charmap.Windows1258.NewEncoder().String(in("Windows-1258"))
	must(t, err)
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(in("utf-16"))
	must(t, err)
	big, err := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(in("UTF-16"))
	must(t, err)
	for name, content := range map[string]string{
		"none": plain, "utf-8": in("UTF-8"), "with a mark": "\ufeff" + plain, "windows-1252": western, "windows-1258": viet, "utf-16": wide, "utf-16 without mark": big,
	} {
		wantLines(t, name, shown(mustRead(t, []byte(content)).Sheets[0]), `A1 text "Thê"`)
	}
}

func TestXMLSSFaults(t *testing.T) {
	cell := `<Cell%s><Data ss:Type="Number">1</Data></Cell>`
	one := strings.Replace(cell, "%s", "", 1)
	for _, c := range []struct{ what, rows, got string }{
		{"a row beyond the sheet", `<Row ss:Index="1048577">` + one + `</Row>`, `xml: Row 1048577`},
		{"a cell beyond the sheet", `<Row>` + strings.Replace(cell, "%s", ` ss:Index="16385"`, 1) + `</Row>`, "xml: Cell 16385"},
		{"no place", `<Row ss:Index="x">` + one + `</Row>`, `xml: Row "x"`},
		{"a cell written twice", `<Row>` + one + strings.Replace(cell, "%s", ` ss:Index="1"`, 1) + `</Row>`, `"1", "1"`},
		{"a cell within merged cells", `<Row><Cell ss:MergeDown="1" ss:MergeAcross="1">` + `<Data ss:Type="Number">1</Data></Cell></Row><Row><Cell ss:Index="2"/>` + one + `</Row>`, "xml: a cell within merged cells"},
		{"a tag that is never closed", `<Row><Cell>`, "xml: unexpected EOF"},
		{"an entity that grows", `<Row><Cell><Data ss:Type="String">&l;</Data></Cell></Row>`, "xml: &l; is no character"},
	} {
		content := xmlssRows(c.rows)
		switch c.what {
		case "an entity that grows":
			content = strings.Replace(content, "<Workbook ", `<!DOCTYPE a [<!ENTITY l "lol">]><Workbook `, 1)
		case "a tag that is never closed":
			content = content[:strings.Index(content, c.rows)+len(c.rows)]
		}
		book, findings, err := Read("a", []byte(content))
		if err != nil || len(findings) != 1 || findings[0].Code != codeUnreadable || findings[0].Got != c.got || len(book.Sheets) > 0 {
			t.Errorf("%s: %v, %v", c.what, findings, err)
		}
	}
}

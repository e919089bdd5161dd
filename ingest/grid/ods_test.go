package grid

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fods is a flat OpenDocument with styles and tables written by hand. Prefixes are those that everybody uses.
func fods(styles, tables string) []byte {
	return []byte(`<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet">` + styles +
		`<office:body><office:spreadsheet>` + tables + `</office:spreadsheet></office:body></office:document>`)
}

// odsRows is one table of rows.
func odsRows(rows string) []byte {
	return fods("", `<table:table table:name="S1">`+rows+`</table:table>`)
}

// looks writes cells with their font and emphasis, one a line.
func looks(s Sheet) string {
	var b strings.Builder
	for _, r := range s.Rows {
		for _, c := range r.Cells {
			fmt.Fprintf(&b, "%s %s %q", A1(r.No, c.Col), c.Kind, c.Text)
			if c.Font != "" {
				fmt.Fprintf(&b, " %s", c.Font)
			}
			for _, flag := range []struct {
				is   bool
				word string
			}{{c.Bold, "bold"}, {c.Strike, "struck"}, {r.Hidden, "hidden"}} {
				if flag.is {
					b.WriteString(" " + flag.word)
				}
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func wantLines(t *testing.T, what, got string, lines ...string) {
	t.Helper()
	if diff := cmp.Diff(strings.Join(append(lines, ""), "\n"), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestODSKinds(t *testing.T) {
	cell := func(attrs, shown string) string {
		return `<table:table-row><table:table-cell ` + attrs + `><text:p>` + shown + `</text:p></table:table-cell></table:table-row>`
	}
	book := mustRead(t, odsRows(
		cell(`office:value-type="float" office:value="29665"`, "29.665")+
			cell(`office:value-type="percentage" office:value="0.125"`, "12,5%")+
			cell(`office:value-type="currency" office:currency="VND" office:value="-1500000"`, "-1.500.000 ₫")+
			cell(`office:value-type="date" office:date-value="2024-12-05"`, "05/12/24")+
			cell(`office:value-type="date" office:date-value="2024-12-05T10:30:00"`, "05/12/24 10:30")+
			cell(`office:value-type="date" office:date-value="1899-12-30T12:00:00"`, "12:00")+
			cell(`office:value-type="time" office:time-value="PT10H30M00S"`, "10:30")+
			cell(`office:value-type="boolean" office:boolean-value="true"`, "ĐÚNG")+
			cell(`office:value-type="string"`, "Hà Nội")+
			cell(`office:value-type="string" office:string-value="0123"`, "")+
			cell(`office:value-type="float" office:value="12" table:formula="of:=SUM([.A1:.A2])"`, "12")+
			cell(`table:formula="of:=SUM([.D4:.D5];[$Khác.A1])"`, "")+
			cell(`office:value-type="string" office:string-value="" calcext:value-type="error" table:formula="of:=1/0"`, "#DIV/0!")+
			cell(`office:value-type="float" office:value="0" table:formula="of:=1/0"`, "Err:502")+
			cell(`office:value-type="float" office:value="một"`, "một")+
			cell(``, "không khai kiểu")))
	if book.Container != "ods" {
		t.Errorf("container %q", book.Container)
	}
	wantLines(t, "kinds", shown(book.Sheets[0]),
		`A1 number "29665"`, `A2 number "0.125"`, `A3 number "-1500000"`, `A4 date "2024-12-05"`, `A5 date "2024-12-05 10:30:00"`,
		`A6 number "0.5"`, `A7 number "0.4375"`, `A8 bool "TRUE"`, `A9 text "Hà Nội"`, `A10 text "0123"`, `A11 number "12"`,
		`A12 error "=SUM(D4:D5;$Khác.A1)"`, `A13 error "#DIV/0!"`, `A14 error "Err:502"`, `A15 text "một"`, `A16 text "không khai kiểu"`)
}

func TestODSText(t *testing.T) {
	cell := func(content string) string {
		return `<table:table-row><table:table-cell office:value-type="string">` + content + `</table:table-cell></table:table-row>`
	}
	s := mustRead(t, odsRows(
		cell(`<text:p>UBND TỈNH</text:p><text:p>PHÚ THỌ</text:p>`)+
			cell(`<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>`)+
			cell("<text:p>\n   lùi\n   đầu dòng\n  </text:p>")+
			cell(`<text:p><text:s/>giữ  một </text:p>`)+
			cell(`<text:p>Nguyễn <text:a>Văn</text:a> <text:span>A<office:annotation><text:p>ghi chú</text:p></office:annotation></text:span></text:p>`)+
			cell(`<office:annotation><dc:creator>B</dc:creator><text:p>ghi chú</text:p></office:annotation><text:p>có ghi chú</text:p>`)+
			cell(`<draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame><text:p>có khung</text:p>`)+
			cell(`<text:list><text:list-item><text:p>một</text:p></text:list-item><text:list-item><text:p>hai</text:p></text:list-item></text:list>`)+
			cell(`<text:p><text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>字</text:p>`)+
			cell(`<text:p> </text:p>`))).Sheets[0]
	wantLines(t, "text", shown(s),
		`A1 text "UBND TỈNH\nPHÚ THỌ"`, `A2 text "a   b\tc\nd"`, `A3 text "lùi đầu dòng"`, `A4 text " giữ một "`,
		`A5 text "Nguyễn Văn A"`, `A6 text "có ghi chú"`, `A7 text "có khung"`, `A8 text "một\nhai"`, `A9 text "漢字"`)
}

func TestODSPlaces(t *testing.T) {
	one := `<table:table-cell office:value-type="float" office:value="1"/>`
	book := mustRead(t, fods(`<office:automatic-styles>
		<style:style style:name="ta_hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
		<style:style style:name="ro_flat" style:family="table-row"><style:table-row-properties style:row-height="0in"/></style:style>
		</office:automatic-styles>`,
		`<table:tracked-changes><table:cell-content-change><table:table-cell><text:p>xóa</text:p></table:table-cell></table:cell-content-change></table:tracked-changes>
		<table:table table:name="Biểu 1">
			<table:table-column table:number-columns-repeated="2"/>
			<table:table-column-group table:display="false"><table:table-column/></table:table-column-group>
			<table:table-column table:visibility="collapse" table:number-columns-repeated="16381"/>
			<table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated="3"/>`+one+`</table:table-row></table:table-header-rows>
			<table:table-row table:number-rows-repeated="3"/>
			<table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="float" office:value="1"/>
				<table:covered-table-cell/><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/></table:table-row>
			<table:table-row table:visibility="filter">`+one+`</table:table-row>
			<table:table-row-group table:display="false"><table:table-row table:number-rows-repeated="2">`+one+`</table:table-row></table:table-row-group>
			<table:table-row table:style-name="ro_flat">`+one+`</table:table-row>
			<table:table-row table:number-rows-repeated="1048566"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
		</table:table>
		<table:table table:name="Ẩn" table:style-name="ta_hidden"><table:table-row>`+one+`</table:table-row></table:table>
		<table:table table:name="'file:///x.ods'#$A" table:style-name="ta_hidden"><table:table-source table:mode="copy-results-only"/><table:table-row>`+one+`</table:table-row></table:table>`))
	if len(book.Sheets) != 2 {
		t.Fatalf("%d sheets", len(book.Sheets))
	}
	s := book.Sheets[0]
	wantLines(t, "places", looks(s),
		`D1 number "1"`, `A5 number "1"`, `C5 number "7"`, `D5 number "7"`, `A6 number "1" hidden`,
		`A7 number "1" hidden`, `A8 number "1" hidden`, `A9 number "1" hidden`)
	if diff := cmp.Diff([]Merge{{5, 1, 6, 2}}, s.Merges); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Span{{3, 3}, {4, 16384}}, s.HiddenCols); diff != "" {
		t.Error(diff)
	}
	if h := book.Sheets[1]; !h.Hidden || h.Name != "Ẩn" || h.No != 2 || s.Hidden {
		t.Errorf("%+v", h)
	}
}

func TestODSFonts(t *testing.T) {
	styles := `<office:font-face-decls><style:font-face style:name="Times1" svg:font-family="&apos;Times New Roman&apos;"/>
		<style:font-face style:name="VnT" svg:font-family="&apos;.VnTime&apos;, serif"/></office:font-face-decls>
		<office:styles><style:default-style style:family="table-cell"><style:text-properties style:font-name="Times1"/></style:default-style>
		<style:style style:name="Default" style:family="table-cell"/>
		<style:style style:name="Đậm" style:family="table-cell" style:parent-style-name="Default"><style:text-properties fo:font-weight="bold"/></style:style></office:styles>
		<office:automatic-styles>
		<style:style style:name="ce1" style:family="table-cell" style:parent-style-name="Đậm"><style:text-properties style:font-name="VnT" style:text-line-through-style="solid"/></style:style>
		<style:style style:name="ce2" style:family="table-cell" style:parent-style-name="Đậm"><style:text-properties fo:font-family="Arial" fo:font-weight="normal" style:text-line-through-style="none" style:text-line-through-type="none"/></style:style>
		<style:style style:name="vòng1" style:family="table-cell" style:parent-style-name="vòng2"/><style:style style:name="vòng2" style:family="table-cell" style:parent-style-name="vòng1"/>
		<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="700"/></style:style>
		<style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-type="single"/></style:style>
		</office:automatic-styles>`
	cell := func(style, text string) string {
		return `<table:table-cell` + style + ` office:value-type="string"><text:p>` + text + `</text:p></table:table-cell>`
	}
	named := func(name string) string { return ` table:style-name="` + name + `"` }
	s := mustRead(t, fods(styles, `<table:table table:name="S"><table:table-column/><table:table-column table:default-cell-style-name="ce2"/>
		<table:table-row>`+cell("", "mặc định")+cell("", "theo cột")+`</table:table-row>
		<table:table-row table:default-cell-style-name="ce1">`+cell("", "x")+cell(named("Đậm"), "y")+`</table:table-row>
		<table:table-row>`+cell("", `<text:span text:style-name="T1">cả ô</text:span>`)+cell("", `nửa <text:span text:style-name="T1">ô</text:span>`)+
		cell("", `gạch <text:span text:style-name="T2">một nửa</text:span>`)+cell(named("vòng1"), "vòng")+`</table:table-row></table:table>`)).Sheets[0]
	wantLines(t, "fonts", looks(s),
		`A1 text "mặc định" Times New Roman`, `B1 text "theo cột" Arial`, `A2 text "x" .VnTime bold struck`, `B2 text "y" Times New Roman bold`,
		`A3 text "cả ô" Times New Roman bold`, `B3 text "nửa ô" Arial`, `C3 text "gạch một nửa" Times New Roman struck`, `D3 text "vòng" Times New Roman`)
}

// Packages: the styles stand beside the content, and a password is told by the manifest.
func TestODSPackage(t *testing.T) {
	content := `<office:document-content><office:body><office:spreadsheet><table:table table:name="S"><table:table-row>
		<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
	parts := map[string]string{
		"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content,
		"styles.xml": `<office:document-styles><office:styles><style:style style:name="Default" style:family="table-cell"><style:text-properties style:font-name="Arial"/></style:style></office:styles>
			<office:automatic-styles><style:style style:name="Default" style:family="table-cell"><style:text-properties style:font-name="Khác"/></style:style></office:automatic-styles></office:document-styles>`,
		"META-INF/manifest.xml": `<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"/></manifest:manifest>`,
	}
	wantLines(t, "package", looks(mustRead(t, zipped(t, parts)).Sheets[0]), `A1 text "a" Arial`)
	parts["META-INF/manifest.xml"] = `<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
	parts["content.xml"] = "\x8f\x02\xff"
	whole := map[string]string{"mimetype": parts["mimetype"], "encrypted-package": "\x8f",
		"META-INF/manifest.xml": strings.Replace(parts["META-INF/manifest.xml"], "content.xml", "encrypted-package", 1)}
	for _, locked := range []map[string]string{parts, whole} {
		_, findings, _ := Read("a", zipped(t, locked))
		if len(findings) != 1 || findings[0].Code != codeEncrypted || findings[0].Got != "OpenDocument (.ods)" {
			t.Errorf("%v", findings)
		}
	}
}

// What a few bytes claim is bounded.
func TestODSClaims(t *testing.T) {
	full := `<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="%d"/>`
	for _, c := range []struct{ what, rows, got string }{
		{"more cells than a row has", `<table:table-row>` + fmt.Sprintf(full, 16385) + `</table:table-row>`, "fods: row 1 has too many cells"},
		{"more cells than a book may have", `<table:table-row table:number-rows-repeated="1000000">` + fmt.Sprintf(full, 100) + `</table:table-row>`, fmt.Sprintf("fods: more than %d cells and rows", maxCells)},
		{"more rows than a sheet has", `<table:table-row table:number-rows-repeated="1048577"/><table:table-row>` + fmt.Sprintf(full, 1) + `</table:table-row>`, "fods: row 1048577"},
		{"more merged cells than anybody merges", `<table:table-row table:number-rows-repeated="600000">` +
			strings.Repeat(`<table:table-cell table:number-columns-spanned="2"/>`, 2) + fmt.Sprintf(full, 1) + `</table:table-row>`, fmt.Sprintf("fods: more than %d merged cells", maxMerges)},
		{"more blanks than anybody types", `<table:table-row><table:table-cell><text:p>a<text:s text:c="999999999"/></text:p></table:table-cell></table:table-row>`, fmt.Sprintf("fods: more than %d blanks", maxBlanks)},
		{"groups in groups", strings.Repeat("<table:table-row-group>", 100) + strings.Repeat("</table:table-row-group>", 100), "fods: groups nest more than 64 deep"},
		{"lists in lists", `<table:table-row><table:table-cell>` + strings.Repeat("<text:list>", 50) + strings.Repeat("</text:list>", 50) + `</table:table-cell></table:table-row>`, "fods: lists nest more than 16 deep"},
		{"an entity that grows", `<table:table-row><table:table-cell><text:p>&l;</text:p></table:table-cell></table:table-row>`, `fods: &l; is no character`},
	} {
		content := odsRows(c.rows)
		if c.what == "an entity that grows" {
			content = []byte(strings.Replace(string(content), "<office:document ", `<!DOCTYPE a [<!ENTITY l "lol">]><office:document `, 1))
		}
		book, findings, err := Read("a", content)
		if err != nil || len(findings) != 1 || findings[0].Code != codeUnreadable || findings[0].Got != c.got || len(book.Sheets) > 0 {
			t.Errorf("%s: %v, %v", c.what, findings, err)
		}
	}
}

// Repeated rows share their cells; what stands in them is read once in its alphabet: Hoaøng is Hoàng in VNI, and Hoàng is Hồng.
func TestODSRepeatedRowsAreReadOnce(t *testing.T) {
	row := func(times int, text string) string {
		return fmt.Sprintf(`<table:table-row table:number-rows-repeated="%d"><table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell></table:table-row>`, times, text)
	}
	book, _, _ := Read("a", odsRows(row(1, "Danh saùch khen thöôûng ñôn vò quyeát ñònh")+row(3, "Hoaøng")+row(1, "Hoàng")))
	wantLines(t, "VNI", shown(book.Sheets[0]), `A1 text "Danh sách khen thưởng đơn vị quyết định"`,
		`A2 text "Hoàng"`, `A3 text "Hoàng"`, `A4 text "Hoàng"`, `A5 text "Hồng"`)
	_, findings, _ := Read("a", odsRows(row(1, "Đơn vị")+row(3, "Danh saùch khen thöôûng ñôn vò quyeát ñònh")))
	if len(findings) != 1 || findings[0].Got != "3" || findings[0].At.Cell != "A2" {
		t.Errorf("of another alphabet beside Unicode: %v", findings)
	}
}

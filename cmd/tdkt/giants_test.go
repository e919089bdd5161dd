package main

import (
	le "encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tdkt/data/samples/xls"
)

// many are pieces like a piece with %d in it, numbered so that no two of them are the same text.
func many(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, 1234567+i*7919%8000000)
	}
	return b.String()
}

// once is a text that stands in a file one time.
func once(text string) stretch { return stretch{text, 1} }

// odsOf and xlsbOf are packages with a sheet.
func odsOf(content ...stretch) func(t testing.TB, at string) {
	const head = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="S">`
	runs := append(append([]stretch{once(head)}, content...), once(`</table:table></office:spreadsheet></office:body></office:document-content>`))
	return asBytes(func(t testing.TB) []byte {
		return zipBomb(t, text("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), part{"content.xml", runs})
	})
}

func flatODS(content ...stretch) func(t testing.TB, at string) {
	const head = `<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:body><office:spreadsheet><table:table table:name="S">`
	return asText(append(append([]stretch{once(head)}, content...), once(`</table:table></office:spreadsheet></office:body></office:document>`))...)
}

func xmlss(content ...stretch) func(t testing.TB, at string) {
	const head = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>`
	return asText(append(append([]stretch{once(head)}, content...), once(`</Table></Worksheet></Workbook>`))...)
}

func page(content ...stretch) func(t testing.TB, at string) {
	return asText(append(append([]stretch{once("<html><body><table>")}, content...), once("</table></body></html>"))...)
}

// webArchive is a page saved as one file, as it stands.
func webArchive(content ...stretch) func(t testing.TB, at string) {
	const head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Location: file:///a.htm\r\n\r\n<html><body><table>"
	return asText(append(append([]stretch{once(head)}, content...), once("</table></body></html>\r\n--b--\r\n"))...)
}

// biff is a record of .xls.
func biff(id int, body string) string {
	out := le.LittleEndian.AppendUint16(nil, uint16(id))
	return string(le.LittleEndian.AppendUint16(out, uint16(len(body)))) + body
}

func u16(n ...int) string {
	var out []byte
	for _, v := range n {
		out = le.LittleEndian.AppendUint16(out, uint16(v))
	}
	return string(out)
}

func u32(n ...int) string {
	var out []byte
	for _, v := range n {
		out = le.LittleEndian.AppendUint32(out, uint32(v))
	}
	return string(out)
}

// xlsOf is a workbook of Excel 97–2003 in its compound file: shared texts, and the cells of a sheet.
func xlsOf(shared, cells string) []byte {
	bof := func(kind int) string { return biff(0x809, u16(0x600, kind, 0, 0)+u32(0, 0)) }
	end := biff(0x0A, "")
	head := bof(5)
	at := len(head) + 4 + 10 + len(shared) + len(end)
	stream := head + biff(0x85, u32(at)+u16(0)+"\x01\x00S\x00") + shared + end + bof(0x10) + cells + end
	return xls.Compound(xls.Stream{Name: "Workbook", Content: []byte(stream)})
}

// brt is a record of .xlsb.
func brt(id int, body string) string {
	var out []byte
	for _, n := range []int{id, len(body)} {
		for ; n >= 0x80; n >>= 7 {
			out = append(out, byte(n)|0x80)
		}
		out = append(out, byte(n))
	}
	return string(out) + body
}

func xlsbOf(shared []stretch, sheet ...stretch) func(t testing.TB, at string) {
	const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	wide := func(s string) string { return u32(len(s)) + strings.Join(strings.SplitAfter(s, ""), "\x00") + "\x00" }
	parts := []part{
		text("_rels/.rels", `<Relationships><Relationship Id="rId1" Type="`+rels+`/officeDocument" Target="xl/workbook.bin"/></Relationships>`),
		text("xl/workbook.bin", brt(131, "")+brt(143, "")+brt(156, u32(0, 1)+wide("rId1")+wide("S"))+brt(144, "")+brt(132, "")),
		text("xl/_rels/workbook.bin.rels", `<Relationships><Relationship Id="rId1" Type="`+rels+`/worksheet" Target="sheet1.bin"/>`+
			`<Relationship Id="rId2" Type="`+rels+`/sharedStrings" Target="sharedStrings.bin"/></Relationships>`),
		{"xl/sheet1.bin", append(append([]stretch{once(brt(129, ""))}, sheet...), once(brt(130, "")))},
	}
	if shared != nil {
		parts = append(parts, part{"xl/sharedStrings.bin", shared})
	}
	return asBytes(func(t testing.TB) []byte { return zipBomb(t, parts...) })
}

// giantFiles are files of every container with more in them than its reader takes, or with little that claims much.
func giantFiles() []hostileFile {
	return slices.Concat(giantTexts(), giantPages(), giantMarkup(), giantRecords(), giantWorkbooks())
}

func giantTexts() []hostileFile {
	columns := many("%-9d", 1777) + "\n"
	return []hostileFile{
		{"columns-16000.prn", asText(stretch{columns, 200})},
		{"blanks-33mb.prn", asText(stretch{many("%-9d", 460000) + "\n", 8})},
		{"one-blank-64mb.prn", asText(stretch{strings.Repeat("a ", 1<<20)[1:] + "\n", 31})},
		{"short-lines.prn", asText(stretch{columns, 3}, stretch{"x\n", 16 * mega})},
		// Columns that touch, at each of which a run of letters without end is looked at.
		{"seams.prn", asText(once(strings.Repeat("  x", 10000)+"\n"), once(strings.Repeat(" y ", 10000)+"\n"), stretch{"a  b\n", 5}, stretch{strings.Repeat("a", 3*mega) + "\n", 20})},
	}
}

func giantPages() []hostileFile {
	const tag = "<td>%d"
	return []hostileFile{
		{"cells-4m.html", page(stretch{"<tr>" + many(tag, 1<<14), 250})},
		{"cells-13m.html", page(stretch{"<tr>" + strings.Repeat("<td>x", 16), 790000})},
		{"long-text.html", page(once(`<tr><td style="font-family:.VnTime">`), stretch{"Khen th\u00adëng ", 4 * mega})},
		{"breaks.html", page(once("<tr><td>"), stretch{"x<br>", 12 * mega})},
		{"merges.html", page(stretch{"<tr><td rowspan=2 colspan=2>x<td>y", 1600000})},
		{"insets.html", page(stretch{"<tr><td>a<table><tr><td>b<td>c</table><td>d", 900000})},
		{"insets-deep.html", page(stretch{"<tr>" + strings.Repeat("<td>a<table><tr>", 30) + strings.Repeat("</table>", 30), 60000})},
		{"hidden-keys.html", page(once("<tr><td>"), stretch{"1<s hidden>1</s>", 3900000})},
		{"styles.html", asText(once("<html><style>"), stretch{many(".c%d{mso-number-format:\"x\"}\n", 1<<15), 60}, once("</style><table><tr><td>x</table>"))},
		{"cells-4m.mht", webArchive(stretch{"<tr>" + many(tag, 1<<14) + "\r\n", 250})},
		{"comments.mht", webArchive(stretch{"<!--<x:ExcelWorkbook></x:ExcelWorkbook>-->", 1500000}, once("<tr><td>x"))},
	}
}

func giantMarkup() []hostileFile {
	const (
		odsText  = `<table:table-row><table:table-cell><text:p>`
		odsEnd   = `</text:p></table:table-cell></table:table-row>`
		repeated = `<table:table-row table:number-rows-repeated="%d">`
		merged   = `<table:table-cell table:number-rows-spanned="9" table:number-columns-spanned="2"><text:p>x</text:p></table:table-cell>`
		ssCell   = `<Cell><Data ss:Type="Number">%d</Data></Cell>`
	)
	return []hostileFile{
		{"repeated-4m.ods", odsOf(once(fmt.Sprintf(repeated, 255) + `<table:table-cell table:number-columns-repeated="16384"><text:p>x` + odsEnd))},
		{"repeated-rows.ods", odsOf(once(fmt.Sprintf(repeated, 1048575) + `<table:table-cell table:number-columns-repeated="4"><text:p>x` + odsEnd))},
		{"repeated-long.ods", odsOf(once(fmt.Sprintf(repeated, 1048575)+"<table:table-cell><text:p>"), stretch{"Thi đua ", mega / 4}, once(odsEnd))},
		{"repeated-merges.ods", odsOf(once(fmt.Sprintf(repeated, 200000) + strings.Repeat(merged, 4) + "</table:table-row>"))},
		{"cells-4m.ods", odsOf(stretch{"<table:table-row>" + many(`<table:table-cell office:value-type="string"><text:p>%d</text:p></table:table-cell>`, 1<<14) + "</table:table-row>", 250})},
		{"long-text.ods", odsOf(once(odsText), stretch{many(strings.Repeat("Thi đua ", 20)+"%d ", 1<<10), 3500}, once(odsEnd))},
		{"spans.ods", odsOf(once(odsText), stretch{many(`<text:span text:style-name="a%d">x</text:span>`, 1<<13), 1500}, once(odsEnd))},
		{"deep.ods", odsOf(once(odsText), stretch{many(`<text:span text:style-name="a%d">x`, 1<<13), 1500})},
		{"cells-64mb.fods", flatODS(stretch{many("<table:table-row><table:table-cell><text:p>%d</text:p></table:table-cell></table:table-row>", 1<<13), 83})},
		{"cells-64mb.xml", xmlss(stretch{"<Row>" + many(ssCell, 1<<14) + "</Row>", 80})},
		{"long-text.xml", xmlss(once(`<Row><Cell><Data ss:Type="String">`), stretch{"Thi đua ", 6 * mega}, once(`</Data></Cell></Row>`))},
		{"merges.xml", xmlss(stretch{`<Row><Cell ss:MergeDown="0" ss:MergeAcross="9"><Data>x</Data></Cell></Row>`, 850000})},
		{"deep.xml", xmlss(once(`<Row><Cell><Data ss:Type="String">`), stretch{"<B>x", 15 * mega})},
	}
}

func giantRecords() []hostileFile {
	cells := func(n int) string { // that point to the first text, 240 a row
		var b strings.Builder
		for i := range n {
			b.WriteString(biff(0xFD, u16(i/240%65536, i%240, 0)+u32(0)))
		}
		return b.String()
	}
	row := func(no int) string { return brt(0, u32(no, 0)+u16(300)+"\x00\x00\x00"+u32(0)) }
	var narrow strings.Builder
	for i := range 1 << 20 {
		narrow.WriteString(row(i) + brt(2, u32(0, 0)+u32(1234567<<2|2)) + brt(2, u32(1, 0)+u32(7654321<<2|2)))
	}
	return []hostileFile{
		{"texts-4m.xls", asBytes(func(testing.TB) []byte { return xlsOf(biff(0xFC, u32(1, 1)+u16(4)+"\x00abcd"), cells(4_190_000)) })},
		{"long-shared.xls", asBytes(func(testing.TB) []byte {
			shared := biff(0xFC, u32(1, 1)+u16(65000)+"\x00"+strings.Repeat("a", 8000))
			for left := 57000; left > 0; left -= 8000 {
				shared += biff(0x3C, "\x00"+strings.Repeat("a", min(left, 8000)))
			}
			return xlsOf(shared, cells(1_000_000))
		})},
		{"shared-12m.xls", asBytes(func(testing.TB) []byte {
			shared := biff(0xFC, u32(12<<20, 12<<20)+strings.Repeat("\x01\x00\x00a", 2050))
			return xlsOf(shared+strings.Repeat(biff(0x3C, strings.Repeat("\x01\x00\x00a", 2056)), 7600), cells(1))
		})},
		{"narrow.xlsb", xlsbOf(nil, once(narrow.String()))},
		{"shared-4m.xlsb", xlsbOf([]stretch{once(brt(159, u32(0, 0))), {brt(19, "\x00"+u32(3)+u16(84, 104, 105)), 4 << 20}, once(brt(160, ""))}, once(row(0)+brt(7, u32(0, 0, 0))))},
		{"long-shared.xlsb", xlsbOf([]stretch{once(brt(159, u32(0, 0))), once(brt(19, "\x00"+u32(mega)+strings.Repeat("a\x00", mega))), once(brt(160, ""))}, stretch{row(0) + brt(7, u32(0, 0, 0)), 1 << 20})},
		{"merges.xlsb", xlsbOf(nil, once(row(0)+brt(2, u32(0, 0)+u32(6))), stretch{brt(176, u32(0, 9, 0, 9)), 4 << 20})},
	}
}

func giantWorkbooks() []hostileFile {
	workbook := func(shared []stretch, rows ...stretch) func(t testing.TB, at string) {
		return asBytes(func(t testing.TB) []byte { return xlsxBomb(t, inSheet("", rows...), shared, nil) })
	}
	list := once(`<row><c t="str"><v>SỞ Y TẾ</v></c></row><row><c t="str"><v>DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024</v></c></row>` +
		`<row><c t="str"><v>STT</v></c><c t="str"><v>Họ và tên</v></c><c t="str"><v>Hình thức khen thưởng</v></c><c t="str"><v>Ghi chú</v></c></row>`)
	people := many(`<row><c><v>%d</v></c><c t="str"><v>Nguyễn Thị Bịa</v></c><c t="str"><v>Lao động tiên tiến</v></c><c t="s"><v>0</v></c></row>`, 1<<10)
	note := func(n int) []stretch {
		return []stretch{once(`<sst><si><t>`), {"Thi đua ", n}, once(`</t></si></sst>`)}
	}
	return []hostileFile{
		{"rich.xlsx", workbook(nil, once(`<row><c t="inlineStr"><is>`), stretch{many(`<r><rPr><rFont val="a%d"/></rPr><t>x</t></r>`, 1<<13), 1500}, once("</is></c></row>"))},
		{"long-formula.xlsx", workbook(nil, once(`<row><c><f>`), stretch{many(strings.Repeat("A1+", 50)+"A%d+", 1<<10), 4000}, once("</f></c></row>"))},
		{"old-letters.xlsx", workbook(nil, stretch{"<row>" + many("<c t=\"str\"><v>Khen th\u00adëng %d</v></c>", 1<<14) + "</row>", 250})},
		{"list-million.xlsx", workbook(note(1), list, stretch{people, 1020})},
		{"list-long-notes.xlsx", workbook(note(100000), list, stretch{people, 10})},
		{"merges-million.xlsx", asBytes(func(t testing.TB) []byte { // over the head of a list, beside its columns
			rows := inSheet("", list, stretch{people, 1})
			rows[len(rows)-1].text = "</sheetData><mergeCells>"
			return xlsxBomb(t, append(rows, stretch{`<mergeCell ref="XFC1:XFD1000"/>`, 1_000_000}, once("</mergeCells></worksheet>")), note(1), nil)
		})},
	}
}

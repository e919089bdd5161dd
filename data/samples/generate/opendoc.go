package main

import (
	"fmt"
	"strings"
)

const odsType = "application/vnd.oasis.opendocument.spreadsheet"

// openDocument writes sheets as an .ods file, as LibreOffice saves it.
func openDocument(title string, sheets []*sheet) []byte {
	const ns = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ` +
		`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ` +
		`xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.3"`
	var styles, tables strings.Builder
	for _, s := range sheets {
		odsTable(&styles, &tables, s)
	}
	parts := []packed{
		{"mimetype", []byte(odsType), true},
		{"META-INF/manifest.xml", []byte(xmlHead + `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">` +
			`<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="` + odsType + `"/>` +
			`<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>` +
			`<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>`), false},
		{"content.xml", []byte(xmlHead + `<office:document-content ` + ns + `><office:automatic-styles>` + odsLooks() + styles.String() +
			`</office:automatic-styles><office:body><office:spreadsheet>` + tables.String() + `</office:spreadsheet></office:body></office:document-content>`), false},
		{"meta.xml", []byte(xmlHead + `<office:document-meta ` + ns + `><office:meta><dc:title>` + esc(title) + `</dc:title><dc:description>` + esc(madeUp) +
			`</dc:description></office:meta></office:document-meta>`), false},
	}
	return pack(parts...)
}

// odsLooks are the styles of cells, a look each.
func odsLooks() string {
	var b strings.Builder
	b.WriteString(`<number:date-style style:name="day"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>`)
	for i, l := range looks {
		format, border, weight, slant, align := "", "none", "normal", "normal", "start"
		if l.format == 164 {
			format = ` style:data-style-name="day"`
		}
		if l.border {
			border = "0.5pt solid #000000"
		}
		if l.bold {
			weight = "bold"
		}
		if l.italic {
			slant = "italic"
		}
		switch l.align {
		case "center":
			align = "center"
		case "right":
			align = "end"
		}
		fmt.Fprintf(&b, `<style:style style:name="ce%d" style:family="table-cell"%s><style:table-cell-properties fo:border="%s" fo:wrap-option="wrap" style:vertical-align="middle"/>`+
			`<style:paragraph-properties fo:text-align="%s"/><style:text-properties style:font-name="Times New Roman" fo:font-family="'Times New Roman'" fo:font-size="%dpt" fo:font-weight="%s" fo:font-style="%s"/></style:style>`,
			i, format, border, align, l.size, weight, slant)
	}
	return b.String()
}

// odsTable writes one sheet and the styles of its columns.
func odsTable(styles, tables *strings.Builder, s *sheet) {
	rows, cols := s.size()
	fmt.Fprintf(tables, `<table:table table:name="%s">`, esc(s.Name))
	for c := 1; c <= cols; c++ {
		name := fmt.Sprintf("%s-%d", a1(1, c), styles.Len()) // of its own in each sheet
		fmt.Fprintf(styles, `<style:style style:name="%s" style:family="table-column"><style:table-column-properties style:column-width="%.2fcm"/></style:style>`, name, s.Widths[c]*0.2)
		fmt.Fprintf(tables, `<table:table-column table:style-name="%s"/>`, name)
	}
	under, reach := s.covered()
	for r := 1; r <= rows; r++ {
		hidden := ""
		if s.HiddenRows[r] {
			hidden = ` table:visibility="collapse"`
		}
		fmt.Fprintf(tables, `<table:table-row%s>`, hidden)
		for c := 1; c <= cols; c++ {
			at := place{r, c}
			odsCell(tables, s.Cells[at], under[at], reach[at])
		}
		tables.WriteString(`</table:table-row>`)
	}
	tables.WriteString(`</table:table>`)
}

func odsCell(b *strings.Builder, x cell, covered bool, reach [2]int) {
	name := "table:table-cell"
	if covered {
		name = "table:covered-table-cell"
	}
	fmt.Fprintf(b, `<%s table:style-name="ce%d"`, name, styleNo(x.Style))
	if reach[0] > 0 {
		fmt.Fprintf(b, ` table:number-rows-spanned="%d" table:number-columns-spanned="%d"`, reach[0], reach[1])
	}
	shown := x.Text
	switch {
	case x.Text == "":
		b.WriteString("/>")
		return
	case x.Kind == number:
		fmt.Fprintf(b, ` office:value-type="float" office:value="%s">`, x.Text)
	case x.Kind == dateDay:
		fmt.Fprintf(b, ` office:value-type="date" office:date-value="%s">`, x.Text)
		shown = isoDay(x.Text).slashed()
	case x.Kind == failed:
		panic("no error values in an OpenDocument")
	default:
		b.WriteString(` office:value-type="string">`)
	}
	for line := range strings.SplitSeq(shown, "\n") {
		b.WriteString("<text:p>" + esc(line) + "</text:p>")
	}
	fmt.Fprintf(b, "</%s>", name)
}

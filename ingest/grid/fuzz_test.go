package grid

import (
	"strings"
	"testing"

	"tdkt/ingest/finding"
)

// sound holds what every reader after this one relies on.
func sound(t *testing.T, book Book) {
	names := map[string]bool{}
	for _, s := range book.Sheets {
		if names[s.Name] {
			t.Fatalf("two sheets %q", s.Name)
		}
		names[s.Name] = true
		last := 0
		for _, r := range s.Rows {
			if r.No <= last || len(r.Cells) == 0 {
				t.Fatalf("row %d after %d has %d cells", r.No, last, len(r.Cells))
			}
			last = r.No
			col := 0
			for _, c := range r.Cells {
				if c.Col <= col || c.Col > maxCols || blank(c.Text) {
					t.Fatalf("cell %s after column %d: %q", A1(r.No, c.Col), col, c.Text)
				}
				col = c.Col
			}
		}
		for _, m := range s.Merges {
			if m.R1 < 1 || m.C1 < 1 || m.R2 < m.R1 || m.C2 < m.C1 || m.R2 > maxRows || m.C2 > maxCols {
				t.Fatalf("merge %v", m)
			}
		}
	}
}

func FuzzSheet(f *testing.F) {
	for _, s := range []string{
		`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><v>45000</v></c></row></sheetData>`,
		`<sheetData><row r="2" hidden="1"><c t="inlineStr"><is><r><t xml:space="preserve"> a_x000D_</t></r></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
		`<sheetData><row><c t="e"><f>A1</f><v>#N/A</v></c><c t="d"><v>2024-01-01</v></c><c t="b"><v>1</v></c></row><row r="1"><c r="Z1"><v>1e300</v></c></row></sheetData>`,
	} {
		f.Add(s, `<si><t>a</t></si>`)
	}
	f.Add("<sceetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><h s=\"1\"><v>4500\xc2A\x87\x16n;G\x88p</v></c></ro\x10\x00@\x00sheetData>", "")
	f.Fuzz(func(t *testing.T, sheet, sst string) {
		m := made{sheets: []string{sheet}, sst: sst, styles: someStyles}
		readable(t, m.bytes(t))
		bothWays(t, sheet)
	})
}

func FuzzZip(f *testing.F) {
	f.Add(one(`<c r="A1"><v>1</v></c>`).bytes(f))
	f.Fuzz(func(t *testing.T, content []byte) { readable(t, content) })
}

// readable reads what a fuzzer made, and holds what holds for every file: a fault of it is told alone and without a panic.
func readable(t *testing.T, content []byte) {
	book, findings, err := Read("a", content)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if f.Severity == finding.Error && len(findings) > 1 || strings.Contains(f.Got, "runtime error") {
			t.Fatal(findings)
		}
	}
	sound(t, book)
}

func FuzzODS(f *testing.F) {
	for _, s := range []string{
		`<style:style style:name="ta" style:family="table"><style:table-properties table:display="false"/></style:style>`,
		`<style:style style:name="ce1" style:family="table-cell" style:parent-style-name="ce1"><style:text-properties fo:font-family="'.VnTime'" fo:font-weight="bold" style:text-line-through-style="solid"/></style:style>`,
	} {
		f.Add(s, `<table:table table:name="S" table:style-name="ta"><table:table-column table:default-cell-style-name="ce1" table:number-columns-repeated="3"/>
			<table:table-row table:number-rows-repeated="3"><table:table-cell table:style-name="ce1" table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="float" office:value="1.5"/>
			<table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="date" office:date-value="2024-12-05T10:00:00"><text:p>a<text:s text:c="2"/><text:span text:style-name="T1">b</text:span></text:p></table:table-cell></table:table-row></table:table>`)
		f.Add(s, `<table:table><table:table-row-group table:display="false"><table:table-row table:visibility="filter"><table:table-cell table:formula="of:=SUM([.A1])"/>
			<table:table-cell office:value-type="time" office:time-value="PT1H2M3.5S"/><table:table-cell office:value-type="boolean" office:boolean-value="true" table:number-columns-repeated="9"/></table:table-row></table:table-row-group></table:table>`)
	}
	f.Fuzz(func(t *testing.T, styles, tables string) {
		readable(t, fods(`<office:automatic-styles>`+styles+`</office:automatic-styles>`, tables))
	})
}

func FuzzSpreadsheetML(f *testing.F) {
	for _, s := range []string{
		`<Row ss:Index="2" ss:Hidden="1"><Cell ss:Index="3" ss:MergeAcross="1" ss:MergeDown="1" ss:StyleID="day"><Data ss:Type="Number">45000</Data></Cell><Cell><Data ss:Type="String"><B>a</B><Font html:Face=".VnTime">b</Font></Data></Cell></Row>`,
		`<Column ss:Index="2" ss:Span="3" ss:Hidden="1" ss:StyleID="sum"/><Row ss:Span="2"><Cell ss:StyleID="clock"><Data ss:Type="DateTime">1899-12-31T10:00:00.000</Data></Cell><Cell ss:Formula="=R1C1"/><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, rows string) { readable(t, []byte(xmlssRows(rows))) })
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{
		`<h1>a</h1><table><tr><th rowspan=3 colspan=0>b<td>c<table><tr><td>d<td rowspan=0>e</table>f</table><br>g`,
		`<style>td.x{font:bold 12pt .VnTime;display:none}</style><table><col span=2 style="display:none"><tbody hidden><tr><td class=x x:num="45000" style='mso-number-format:"Short Date"'>1<s>2</s></table>`,
		`<table><caption>a</caption>b<tr>c<td>d</tr>e<table><td>f</table></td></tr><pre> a
 b</pre>`,
		archive,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) { readable(t, content) })
}

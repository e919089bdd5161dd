package grid

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// made is a workbook written by hand, part by part, so that a test shows the XML it is
// about. Parts that it does not name are the smallest that hold.
type made struct {
	sheets  []string // the XML within <worksheet>
	sst     string   // the <si>s
	styles  string   // the XML within <styleSheet>
	list    string   // the <sheet>s, if not one each, visible
	pr      string   // <workbookPr>
	replace map[string]string
}

const ns = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`

func (m made) bytes(t testing.TB) []byte {
	t.Helper()
	const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	parts := map[string]string{
		"_rels/.rels": `<Relationships><Relationship Id="rId1" Type="` + rels + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	}
	list, refs := m.list, ""
	for i, s := range m.sheets {
		id := fmt.Sprint(i + 1)
		parts["xl/worksheets/sheet"+id+".xml"] = `<worksheet ` + ns + `>` + s + `</worksheet>`
		refs += `<Relationship Id="rId` + id + `" Type="` + rels + `/worksheet" Target="worksheets/sheet` + id + `.xml"/>`
		if m.list == "" {
			list += `<sheet name="S` + id + `" sheetId="` + id + `" r:id="rId` + id + `"/>`
		}
	}
	refs += `<Relationship Id="rIdA" Type="` + rels + `/sharedStrings" Target="sharedStrings.xml"/>`
	refs += `<Relationship Id="rIdB" Type="` + rels + `/styles" Target="styles.xml"/>`
	parts["xl/workbook.xml"] = `<?xml version="1.0" encoding="UTF-8"?><workbook ` + ns + ` xmlns:r="` + rels + `">` + m.pr + `<sheets>` + list + `</sheets></workbook>`
	parts["xl/_rels/workbook.xml.rels"] = `<Relationships>` + refs + `</Relationships>`
	if m.sst != "" {
		parts["xl/sharedStrings.xml"] = `<sst ` + ns + `>` + m.sst + `</sst>`
	}
	if m.styles != "" {
		parts["xl/styles.xml"] = `<styleSheet ` + ns + `>` + m.styles + `</styleSheet>`
	}
	for name, text := range m.replace {
		parts[name] = text
	}
	return zipped(t, parts)
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// mustRead reads what must be readable.
func mustRead(t testing.TB, content []byte) Book {
	t.Helper()
	book, findings, err := Read("a", content)
	if err != nil || len(findings) > 0 {
		t.Fatalf("Read: %v, %v", findings, err)
	}
	return book
}

// shown writes the cells of a sheet one a line: "D17 number 1.5".
func shown(s Sheet) string {
	var b strings.Builder
	for _, r := range s.Rows {
		for _, c := range r.Cells {
			fmt.Fprintf(&b, "%s %s %q\n", A1(r.No, c.Col), c.Kind, c.Text)
		}
	}
	return b.String()
}

const someStyles = `
<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="[Red]0.00&quot;d&quot;"/></numFmts>
<fonts><font><name val="Arial"/></font><font><b/><name val=".VnTime"/></font></fonts>
<cellXfs><xf fontId="0" numFmtId="0"/><xf fontId="1" numFmtId="14"/><xf fontId="0" numFmtId="164"/><xf fontId="0" numFmtId="165"/></cellXfs>`

func TestCellTypes(t *testing.T) {
	cases := []struct{ what, cells, want string }{
		{"a number is its shortest decimal", `<c r="A1"><v>1.2340000000000000</v></c><c r="B1"><v>1E3</v></c><c r="C1"><v>29665</v></c>`,
			`A1 number "1.234"` + "\n" + `B1 number "1000"` + "\n" + `C1 number "29665"` + "\n"},
		{"text that looks like a number stays text", `<c r="A1" t="str"><v>1.234</v></c>`, `A1 text "1.234"` + "\n"},
		{"shared, rich, phonetic", `<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>`,
			`A1 text "Sở Y tế"` + "\n" + `B1 text "một hai"` + "\n"},
		{"inline", `<c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><r><t xml:space="preserve">a </t></r><r><t>b</t></r></is></c>`,
			`A1 text "a"` + "\n" + `B1 text "a b"` + "\n"},
		{"inline with a value beside it", `<c r="A1" t="inlineStr"><is><t>a</t></is><v>b</v></c>`, `A1 text "a"` + "\n"},
		{"white space counts where the file says so", `<c r="A1" t="inlineStr"><is><t> a </t></is></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>`,
			`A1 text "a"` + "\n" + `B1 text " a "` + "\n"},
		{"Excel's escapes", `<c r="A1" t="str"><v>a_x000D_b_x005F_x000D_c_xD83D__xDE00_</v></c>`, `A1 text "a\rb_x000D_c😀"` + "\n"},
		{"yes and no", `<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>`, `A1 bool "TRUE"` + "\n" + `B1 bool "FALSE"` + "\n"},
		{"error values", `<c r="A1" t="e"><f>VLOOKUP(1,B:B,1)</f><v>#N/A</v></c>`, `A1 error "#N/A"` + "\n"},
		{"a formula and its value", `<c r="A1"><f>1+1</f><v>2</v></c>`, `A1 number "2"` + "\n"},
		{"a formula without its value", `<c r="A1"><f>SUM(B1:B9)</f></c><c r="B1"><f>C1</f><v></v></c>`,
			`A1 error "=SUM(B1:B9)"` + "\n" + `B1 error "=C1"` + "\n"},
		{"a formula that gives an empty text", `<c r="A1" t="str"><f>IF(1,"",2)</f><v></v></c>`, ""},
		{"dates by built-in and own formats", `<c r="A1" s="1"><v>45631</v></c><c r="B1" s="2"><v>45631.5</v></c><c r="C1" s="2"><v>59</v></c>`,
			`A1 date "2024-12-05"` + "\n" + `B1 date "2024-12-05 12:00:00"` + "\n" + `C1 date "1900-02-28"` + "\n"},
		{"no dates", `<c r="A1" s="2"><v>60</v></c><c r="B1" s="2"><v>-5</v></c><c r="C1" s="3"><v>45631</v></c>`,
			`A1 number "60"` + "\n" + `B1 number "-5"` + "\n" + `C1 number "45631"` + "\n"},
		{"stored as ISO", `<c r="A1" t="d"><v>2024-12-05T00:00:00</v></c><c r="B1" t="d"><v>2024-12-05</v></c>`,
			`A1 date "2024-12-05"` + "\n" + `B1 date "2024-12-05"` + "\n"},
		{"cells that do not say where they stand", `<c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c>`,
			`A1 number "1"` + "\n" + `D1 number "2"` + "\n" + `E1 number "3"` + "\n"},
		{"cells out of order", `<c r="B1"><v>2</v></c><c r="A1"><v>1</v></c>`, `A1 number "1"` + "\n" + `B1 number "2"` + "\n"},
		{"blanks are no cells", `<c r="A1"/><c r="B1" t="str"><v> </v></c><c r="C1" t="inlineStr"><is/></c>`, ""},
	}
	for _, c := range cases {
		m := made{
			sheets: []string{`<sheetData><row r="1">` + c.cells + `</row><row r="9"><c r="Z9"><v>0</v></c></row></sheetData>`},
			sst:    `<si><t>Sở Y tế</t></si><si><r><t>một</t></r><r><rPr><b/></rPr><t xml:space="preserve"> hai</t></r><rPh sb="0" eb="1"><t>ẩn</t></rPh></si>`,
			styles: someStyles,
		}
		got := shown(mustRead(t, m.bytes(t)).Sheets[0])
		if diff := cmp.Diff(c.want+"Z9 number \"0\"\n", got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

func TestFontsRowsAndMerges(t *testing.T) {
	m := made{
		styles: someStyles,
		sheets: []string{`<sheetData>
<row r="2"><c r="A2" s="1" t="str"><v>céng</v></c><c r="B2"><v>1</v></c></row>
<row hidden="1"><c r="A3"><v>1</v></c></row>
<row r="5" ht="0" customHeight="1"><c><v>1</v></c></row>
<row><c><v>1</v></c></row>
</sheetData><autoFilter ref="A1:B9"/><mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="D4"/></mergeCells>`},
	}
	want := Sheet{
		Name: "S1", No: 1,
		Rows: []Row{
			{No: 2, Cells: []Cell{{Col: 1, Kind: Text, Text: "cộng", Font: ".VnTime", Bold: true}, {Col: 2, Kind: Number, Text: "1", Font: "Arial"}}},
			{No: 3, Hidden: true, Cells: []Cell{{Col: 1, Kind: Number, Text: "1", Font: "Arial"}}},
			{No: 5, Hidden: true, Cells: []Cell{{Col: 1, Kind: Number, Text: "1", Font: "Arial"}}},
			{No: 6, Cells: []Cell{{Col: 1, Kind: Number, Text: "1", Font: "Arial"}}},
		},
		Merges: []Merge{{1, 1, 2, 3}, {4, 4, 4, 4}},
	}
	if diff := cmp.Diff(want, mustRead(t, m.bytes(t)).Sheets[0]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSheetsComeInTheOrderOfTheWorkbook(t *testing.T) {
	one := `<sheetData><row><c><v>1</v></c></row></sheetData>`
	m := made{
		sheets: []string{one, one, one},
		list: `<sheet name="Ẩn" sheetId="9" state="hidden" r:id="rId3"/><sheet name="Biểu 1" sheetId="4" r:id="rId1"/>` +
			`<sheet name="Rất ẩn" sheetId="5" state="veryHidden" r:id="rId2"/>`,
	}
	var got []string
	for _, s := range mustRead(t, m.bytes(t)).Sheets {
		got = append(got, fmt.Sprintf("%d %s %v", s.No, s.Name, s.Hidden))
	}
	want := []string{"1 Ẩn true", "2 Biểu 1 false", "3 Rất ẩn true"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDatesFrom1904(t *testing.T) {
	m := made{
		pr: `<workbookPr date1904="1"/>`, styles: someStyles,
		sheets: []string{`<sheetData><row><c s="1"><v>0</v></c><c s="1"><v>44169</v></c></row></sheetData>`},
	}
	want := `A1 date "1904-01-01"` + "\n" + `B1 date "2024-12-05"` + "\n"
	if diff := cmp.Diff(want, shown(mustRead(t, m.bytes(t)).Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

func TestPrefixedNamespaces(t *testing.T) {
	m := made{sheets: []string{""}, replace: map[string]string{
		"xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
			`<x:sheetData><x:row r="1"><x:c r="B1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
	}}
	if diff := cmp.Diff(`B1 text "a"`+"\n", shown(mustRead(t, m.bytes(t)).Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

func TestIsDateFormat(t *testing.T) {
	for code, want := range map[string]bool{
		"General": false, "0": false, "#,##0.00": false, "@": false, "0.00%": false, "": false,
		"dd/mm/yyyy": true, "d-mmm-yy": true, "mmm": true, "yyyy": true, `"ngày "dd" tháng "mm" năm "yyyy`: true,
		"[$-42A]dd/mm/yyyy;@": true, "[$-409]d\\-mmm\\-yy": true, "m/d/yy h:mm": true,
		"h:mm": false, "mm:ss": false, "[h]:mm:ss": false, "[mm]": false, "h:mm AM/PM": false,
		`0" dòng"`: false, "[Red]0": false, `#,##0\ "đ"`: false, "0_d": false, "0.00E+00": false,
		"0;[Red]dd": false,
	} {
		if got := isDateFormat(code); got != want {
			t.Errorf("isDateFormat(%q) = %v", code, got)
		}
	}
}

func TestPlace(t *testing.T) {
	for _, p := range []struct{ row, col int }{{1, 1}, {17, 4}, {1, 26}, {2, 27}, {3, 702}, {4, 703}, {1048576, 16384}} {
		ref := A1(p.row, p.col)
		if r, c, ok := Place(ref); !ok || r != p.row || c != p.col {
			t.Errorf("%v is %s is %d, %d, %v", p, ref, r, c, ok)
		}
	}
	if A1(17, 4) != "D17" || A1(1048576, 16384) != "XFD1048576" {
		t.Error(A1(17, 4), A1(1048576, 16384))
	}
	for _, ref := range []string{"", "A", "1", "A0", "XFE1", "A1048577", "A1:B2", "AAAA1", "A-1", "A1 "} {
		if _, _, ok := Place(ref); ok {
			t.Errorf("%q is a place", ref)
		}
	}
}

// A program that calculates nothing asks Excel to do so when it opens the file; XlsxWriter stores a nought meanwhile.
func TestNoughtsThatNobodyCalculated(t *testing.T) {
	m := one(`<c r="A1"><f>SUM(B1:C1)</f><v>0</v></c><c r="B1"><v>0</v></c><c r="C1"><f>B1+7</f><v>7</v></c>`)
	if got := shown(mustRead(t, m.bytes(t)).Sheets[0]); got != "A1 number \"0\"\nB1 number \"0\"\nC1 number \"7\"\n" {
		t.Errorf("of Excel:\n%s", got)
	}
	m.pr = `<calcPr calcId="124519" fullCalcOnLoad="1"/>`
	if got := shown(mustRead(t, m.bytes(t)).Sheets[0]); got != "A1 error \"=SUM(B1:C1)\"\nB1 number \"0\"\nC1 number \"7\"\n" {
		t.Errorf("of a program:\n%s", got)
	}
}

package ooxml

import (
	"archive/zip"
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/ingest/grid"
)

const (
	transitionalRoot = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relation2006     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	sheetRels        = "xl/worksheets/_rels/sheet1.xml.rels"
	rels             = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
)

// workbookOf makes a workbook with one sheet, "Biểu 2"; parts given replace or join those that it has.
func workbookOf(t *testing.T, more ...part) []byte {
	t.Helper()
	parts := []part{
		{contentTypes, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`},
		{"_rels/.rels", rels + `<Relationship Id="rId1" Type="` + relation2006 + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook ` + transitionalRoot + `><sheets><sheet name="Biểu 2" sheetId="7" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", rels + `<Relationship Id="rId1" Type="` + relation2006 + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + relation2006 + `/styles" Target="styles.xml"/></Relationships>`},
		{"xl/styles.xml", `<styleSheet ` + transitionalRoot + `><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"><alignment horizontal="center"/></xf></cellXfs></styleSheet>`},
		{"xl/worksheets/sheet1.xml", `<worksheet ` + transitionalRoot + `><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>`},
	}
	for _, p := range more {
		replaced := false
		for i := range parts {
			if parts[i].name == p.name {
				parts[i].content, replaced = p.content, true
			}
		}
		if !replaced {
			parts = append(parts, p)
		}
	}
	kept := parts[:0]
	for _, p := range parts {
		if p.content != "" {
			kept = append(kept, p)
		}
	}
	return pack(t, epoch, kept...)
}

// annotated marks cells of "Biểu 2" and gives the parts of the answer by name.
func annotated(t *testing.T, pkg []byte, cells ...string) map[string]string {
	t.Helper()
	m := Marking{First: Page{Name: "KẾT QUẢ KIỂM TRA", Repeat: 3}, Marks: map[string][]Mark{}, Author: "tdkt"}
	for _, c := range cells {
		p, ok := placeOf(c)
		if !ok {
			t.Fatal(c)
		}
		m.Marks["Biểu 2"] = append(m.Marks["Biểu 2"], Mark{Row: p.row, Col: p.col, Fill: "FFB3AB", Note: []Run{{Text: "note " + c}}})
	}
	out, err := Annotate(pkg, m)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := grid.Read("a.xlsx", out); err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, p := range unpack(t, out) {
		parts[p.name] = p.content
		if err := wellFormed([]byte(p.content)); err != nil {
			t.Errorf("%s: %v\n%s", p.name, err, p.content)
		}
	}
	return parts
}

var sheetDataOf = regexp.MustCompile(`(?s)<(?:\w+:)?sheetData.*</(?:\w+:)?sheetData>`)

// Guards the cells around a mark: nothing moves, whatever a writer leaves out.
func TestMarksFindTheirCells(t *testing.T) {
	cases := []struct{ name, data, marks, want string }{
		{"a cell that is there", `<row r="1"><c r="A1" s="1"><v>1</v></c></row>`, "A1", `<row r="1"><c r="A1" s="2"><v>1</v></c></row>`},
		{"a cell that is not", `<row r="1" spans="1:3"><c r="A1"/><c r="C1"/></row>`, "B1 E1", `<row r="1" spans="1:5"><c r="A1"/><c r="B1" s="2"/><c r="C1"/><c r="E1" s="2"/></row>`},
		{"a row that is empty", `<row r="2"/>`, "B2", `<row r="2"><c r="B2" s="2"/></row>`},
		{"rows that are not", `<row r="2"><c r="A2"/></row><row r="5"/>`, "A1 A3 B3 A9", `<row r="1"><c r="A1" s="2"/></row><row r="2"><c r="A2"/></row><row r="3"><c r="A3" s="2"/><c r="B3" s="2"/></row><row r="5"/><row r="9"><c r="A9" s="2"/></row>`},
		{"no rows at all", ``, "B2", `<row r="2"><c r="B2" s="2"/></row>`},
		{"rows and cells without a place", `<row><c><v>1</v></c><c/></row><row><c/></row>`, "B1 A2 C2", `<row><c><v>1</v></c><c s="2"/></row><row><c s="2"/><c r="C2" s="2"/></row>`},
		{"a row in pieces", `<row r="1"><c r="B1"/></row><row r="1"><c r="D1"/></row>`, "B1 C1", `<row r="1"><c s="2" r="B1"/></row><row r="1"><c r="C1" s="2"/><c r="D1"/></row>`},
		{"rows out of order", `<row r="5"/><row r="2"/>`, "A3", `<row r="3"><c r="A3" s="2"/></row><row r="5"/><row r="2"/>`},
		{"the look of the row", `<row r="1" s="1" customFormat="1"/>`, "A1", `<row r="1" s="1" customFormat="1"><c r="A1" s="2"/></row>`},
		{"text that looks like markup", `<row r="1"><c r="A1"><v>1</v></c><!-- <c r="B1"> --><c r="C1" t="str"><v><![CDATA[<c r="B1"/>]]></v></c></row>`, "B1", `<row r="1"><c r="A1"><v>1</v></c><!-- <c r="B1"> --><c r="B1" s="2"/><c r="C1" t="str"><v><![CDATA[<c r="B1"/>]]></v></c></row>`},
	}
	for _, prefix := range []string{"", "x:"} {
		for _, c := range cases {
			t.Run(c.name+prefix, func(t *testing.T) {
				root := transitionalRoot
				if prefix != "" {
					root = strings.Replace(root, "xmlns=", "xmlns:x=", 1)
				}
				sheet := prefixedAll(prefix, "<worksheet "+root+"><sheetData>"+c.data+"</sheetData></worksheet>")
				parts := annotated(t, workbookOf(t, part{"xl/worksheets/sheet1.xml", sheet}), strings.Fields(c.marks)...)
				got := sheetDataOf.FindString(parts["xl/worksheets/sheet1.xml"])
				got = strings.NewReplacer(`<c s="2" r="B1"/>`, `<c r="B1" s="2"/>`, `<x:c s="2" r="B1"/>`, `<x:c r="B1" s="2"/>`).Replace(got)
				want := prefixedAll(prefix, "<sheetData>"+strings.Replace(c.want, `<c s="2" r="B1"/>`, `<c r="B1" s="2"/>`, 1)+"</sheetData>")
				if diff := cmp.Diff(want, got); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

var tagName = regexp.MustCompile(`<(/?)(\w+)([ >/])`)

// prefixedAll gives every element a prefix, but for those within comments and CDATA.
func prefixedAll(prefix, xml string) string {
	if prefix == "" {
		return xml
	}
	xml = strings.NewReplacer("<!-- <c", "\x01", "[CDATA[<c", "\x02").Replace(xml)
	xml = tagName.ReplaceAllString(xml, "<${1}"+prefix+"${2}${3}")
	return strings.NewReplacer("\x01", "<!-- <c", "\x02", "[CDATA[<c").Replace(xml)
}

// A workbook without fills, fonts and borders gets those that every workbook begins with, in their order.
func TestStylesKeepTheirNumbers(t *testing.T) {
	parts := annotated(t, workbookOf(t), "A1")
	got := parts["xl/styles.xml"]
	for _, want := range []string{
		`<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"><alignment horizontal="center"/></xf><xf applyFill="1" fillId="2" numFmtId="0"/></cellXfs>`,
		`<cellXfs count="3">`, `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFB3AB"/>`,
	} {
		if !strings.Contains(strings.ReplaceAll(got, `<xf fillId="2" applyFill="1" numFmtId="0"/>`, `<xf applyFill="1" fillId="2" numFmtId="0"/>`), want) {
			t.Errorf("styles lack %s:\n%s", want, got)
		}
	}
	if strings.Index(got, "<fills") > strings.Index(got, "<cellXfs") {
		t.Errorf("fills stand behind cellXfs: %s", got)
	}
}

// White letters on a dark ground would be white on pale: the font loses its colour, nothing else.
func TestMarkedTextCanBeRead(t *testing.T) {
	styles := `<styleSheet ` + transitionalRoot + `><fonts count="2"><font><sz val="10"/></font><font><b/><color theme="0"/><name val="Arial"/></font></fonts><fills count="2"><fill/><fill/></fills>` +
		`<borders><border/></borders><cellXfs><xf/><xf fontId="1" fillId="1"/></cellXfs></styleSheet>`
	sheet := `<worksheet ` + transitionalRoot + `><sheetData><row r="1"><c r="A1" s="1"/></row></sheetData></worksheet>`
	got := annotated(t, workbookOf(t, part{"xl/styles.xml", styles}, part{"xl/worksheets/sheet1.xml", sheet}), "A1")["xl/styles.xml"]
	for _, want := range []string{`<font><b/><name val="Arial"/></font></fonts>`, `fontId="2"`, `fillId="2"`, `<xf fontId="1" fillId="1"/>`} {
		if !strings.Contains(got, want) {
			t.Errorf("styles lack %s:\n%s", want, got)
		}
	}
}

// Guards what counts sheets by their place, and what opens.
func TestFirstSheetMovesTheOthersOn(t *testing.T) {
	book := func(views, names string) part {
		return part{"xl/workbook.xml", `<workbook ` + transitionalRoot + `><workbookPr/>` + views + `<sheets><sheet name="Biểu 2" sheetId="7" r:id="rId1"/>` +
			`<sheet name="kết quả kiểm tra" sheetId="9" r:id="rId3"/></sheets>` + names + `<calcPr/></workbook>`}
	}
	wbRels := part{"xl/_rels/workbook.xml.rels", rels + `<Relationship Id="rId1" Type="` + relation2006 + `/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="rId3" Type="` + relation2006 + `/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>`}
	sheet := func(n, selected string) part {
		return part{"xl/worksheets/sheet" + n + ".xml", `<worksheet ` + transitionalRoot + `><sheetViews><sheetView tabSelected="` + selected + `" workbookViewId="0"/></sheetViews><sheetData/></worksheet>`}
	}
	views := `<bookViews><workbookView firstSheet="1" activeTab="1"/></bookViews>`
	names := `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">B!$A$1</definedName><definedName name="all">A!$A$1</definedName></definedNames>`

	// The unmarked second sheet is selected: it stays open, and stays as it is.
	parts := annotated(t, workbookOf(t, book(views, names), wbRels, sheet("1", "0"), sheet("2", "1")), "A1")
	for _, want := range []string{
		`<workbookView firstSheet="2" activeTab="2"/>`, `<sheets><sheet name="KẾT QUẢ KIỂM TRA (2)" sheetId="10" r:id="rIdTdkt`,
		`<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'KẾT QUẢ KIỂM TRA (2)'!$3:$3</definedName><definedName name="_xlnm.Print_Area" localSheetId="2">`, `<definedName name="all">`,
	} {
		if !strings.Contains(parts["xl/workbook.xml"], want) {
			t.Errorf("workbook lacks %s:\n%s", want, parts["xl/workbook.xml"])
		}
	}
	if strings.Contains(parts["xl/worksheets/sheet3.xml"], "tabSelected") {
		t.Error("two sheets are selected: what is typed into one goes into the other")
	}

	// The marked first sheet is selected: the result opens in its stead.
	parts = annotated(t, workbookOf(t, book(`<bookViews><workbookView activeTab="0"/></bookViews>`, ""), wbRels, sheet("1", "1"), sheet("2", "0")), "A1")
	if !strings.Contains(parts["xl/workbook.xml"], `<workbookView activeTab="0"/>`) || !strings.Contains(parts["xl/worksheets/sheet1.xml"], `tabSelected="0"`) ||
		!strings.Contains(parts["xl/worksheets/sheet3.xml"], `tabSelected="1"`) {
		t.Errorf("the result does not open:\n%s", parts["xl/workbook.xml"])
	}
	if want := `</sheets><definedNames><definedName name="_xlnm.Print_Titles"`; !strings.Contains(parts["xl/workbook.xml"], want) {
		t.Errorf("workbook lacks %s:\n%s", want, parts["xl/workbook.xml"])
	}

	// No view is stated and an unmarked sheet is selected: one is stated.
	parts = annotated(t, workbookOf(t, book("", ""), wbRels, sheet("1", "0"), sheet("2", "1")), "A1")
	if !strings.Contains(parts["xl/workbook.xml"], `<bookViews><workbookView activeTab="1"/></bookViews><sheets>`) {
		t.Errorf("no view:\n%s", parts["xl/workbook.xml"])
	}
}

// Guards the sender's own comments and shapes.
func TestCommentsOfTheSenderStay(t *testing.T) {
	sheet := part{"xl/worksheets/sheet1.xml", `<worksheet ` + transitionalRoot + `><dimension ref="A1:B2"/><sheetData><row r="1"><c r="A1"/></row></sheetData><sheetProtection sheet="1"/>` +
		`<mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells><drawing r:id="rId8"/><legacyDrawing r:id="rId9"/><tableParts count="0"/></worksheet>`}
	comments := `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Bịa</author></authors><commentList>` +
		`<comment ref="A1" authorId="0"><text><t>as it was</t></text></comment><comment ref="B9" authorId="0"><text><r><t>far</t></r></text></comment></commentList></comments>`
	shapes := `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
		`<v:shape id="_x0000_s2051"><x:ClientData ObjectType="Note"><x:Anchor>1, 15, 0, 2, 3, 31, 4, 1</x:Anchor><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>`
	parts := annotated(t, workbookOf(t, sheet, part{"xl/comments1.xml", comments}, part{"xl/drawings/vmlDrawing1.vml", shapes}, part{"xl/drawings/drawing1.xml", "<d/>"},
		part{"xl/drawings/_rels/vmlDrawing1.vml.rels", rels + `</Relationships>`},
		part{sheetRels, rels + `<Relationship Id="rId8" Type="` + relation2006 + `/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="rId9" Type="` + relation2006 +
			`/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId10" Type="` + relation2006 + `/comments" Target="../comments1.xml"/></Relationships>`}), "A1", "C3", "E7")
	if parts["xl/comments1.xml"] != comments || parts["xl/drawings/vmlDrawing1.vml"] != shapes {
		t.Error("the sender's parts were written over")
	}
	want := `<commentList><comment ref="A1" authorId="0"><text><r><t>as it was</t></r>`
	if got := parts["xl/comments2.xml"]; !strings.Contains(got, want) || !strings.Contains(got, "far") || !strings.Contains(got, `<comment ref="B2" authorId="1">`) ||
		!strings.Contains(got, "note A1") || !strings.Contains(got, "note C3") || !strings.Contains(got, `<comment ref="E7"`) {
		t.Errorf("comments: %s", got)
	}
	got := parts["xl/drawings/vmlDrawing2.vml"]
	if strings.Count(got, "<v:shape ") != 3 || !strings.Contains(got, "_x0000_s2053") || strings.Contains(got, "1, 15, 0, 2, 3, 31, 4, 1") {
		t.Errorf("shapes: %s", got)
	}
	if parts["xl/drawings/_rels/vmlDrawing2.vml.rels"] == "" {
		t.Error("the pictures of the shapes are lost")
	}
	if got := parts[sheetRels]; !strings.Contains(got, `Target="/xl/comments2.xml"`) || !strings.Contains(got, `Target="/xl/drawings/vmlDrawing2.vml"`) {
		t.Errorf("relations: %s", got)
	}
	for _, want := range []string{`<dimension ref="A1:E7"/>`, `<sheetProtection sheet="1"/>`, `<drawing r:id="rId8"/><legacyDrawing r:id="rId9"/><tableParts count="0"/>`} {
		if !strings.Contains(parts["xl/worksheets/sheet1.xml"], want) {
			t.Errorf("sheet lacks %s:\n%s", want, parts["xl/worksheets/sheet1.xml"])
		}
	}
}

// A sheet without comments gets its drawing in front of what must follow it, by the relation names of its dialect.
func TestDrawingStandsInItsPlace(t *testing.T) {
	strictly := func(s string) string {
		return strings.NewReplacer("http://schemas.openxmlformats.org/spreadsheetml/2006/main", strict.main, relation2006, strict.relation).Replace(s)
	}
	sheet := `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/><pageMargins left="1"/><headerFooter/><tableParts count="0"/><extLst/></worksheet>`
	for name, change := range map[string]func(string) string{"transitional": func(s string) string { return s }, "strict": strictly} {
		var all []part
		for _, p := range unpack(t, workbookOf(t, part{"xl/worksheets/sheet1.xml", sheet})) {
			all = append(all, part{p.name, change(p.content)})
		}
		parts := annotated(t, pack(t, epoch, all...), "B2")
		want := change(`<headerFooter/><legacyDrawing xmlns:r="` + relation2006 + `" r:id="rIdTdkt2"/><tableParts count="0"/>`)
		if !strings.Contains(parts["xl/worksheets/sheet1.xml"], want) {
			t.Errorf("%s: sheet lacks %s:\n%s", name, want, parts["xl/worksheets/sheet1.xml"])
		}
		if want := change(`Type="` + relation2006 + `/comments" Target="/xl/comments1.xml"`); !strings.Contains(parts[sheetRels], want) {
			t.Errorf("%s: relations lack %s:\n%s", name, want, parts[sheetRels])
		}
	}
}

// Guards against half an answer: what cannot be patched is said, never guessed.
func TestWhatCannotBePatchedIsRefused(t *testing.T) {
	twice := func() []byte {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for range 2 {
			w.Create("xl/workbook.xml")
		}
		w.Close()
		return b.Bytes()
	}()
	for name, pkg := range map[string][]byte{
		"no zip":                    []byte("no zip"),
		"a part that stands twice":  twice,
		"no content types":          workbookOf(t, part{contentTypes, ""}),
		"no namespace":              workbookOf(t, part{"xl/workbook.xml", `<workbook><sheets/></workbook>`}),
		"another encoding":          workbookOf(t, part{"xl/worksheets/sheet1.xml", `<?xml version="1.0" encoding="windows-1258"?><worksheet ` + transitionalRoot + `><sheetData/></worksheet>`}),
		"a document type":           workbookOf(t, part{"xl/worksheets/sheet1.xml", `<!DOCTYPE x [<!ENTITY a "b">]><worksheet ` + transitionalRoot + `><sheetData/></worksheet>`}),
		"a drawing that is missing": workbookOf(t, part{"xl/worksheets/sheet1.xml", `<worksheet ` + transitionalRoot + `><sheetData/><legacyDrawing r:id="rId4"/></worksheet>`}),
		"tags that cross":           workbookOf(t, part{"xl/worksheets/sheet1.xml", `<worksheet ` + transitionalRoot + `><sheetData><row></sheetData></row></worksheet>`}),
	} {
		if _, err := Annotate(pkg, Marking{Marks: map[string][]Mark{"Biểu 2": {{Row: 1, Col: 1, Fill: "FFB3AB"}}}}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := Annotate(workbookOf(t), Marking{Marks: map[string][]Mark{"Biểu 3": {{Row: 1, Col: 1}}}}); err == nil {
		t.Error("a mark on a sheet that is not there: no error")
	}
}

// A page holds any text: markup, line ends, characters that XML cannot hold, more than a cell can.
func TestPagesHoldAnyText(t *testing.T) {
	texts := []string{"<b>&amp;\"'", "một\nhai", "a\x07b", "_x0041_", " lề ", "=1+1", "-5", strings.Repeat("ô", 40_000)}
	page := Page{Name: "A&B", Grid: true}
	for _, s := range texts {
		page.Lines = append(page.Lines, Line{Cells: []Cell{{Text: s}}})
	}
	page.Lines = append(page.Lines, Line{No: 20, Cells: []Cell{{Col: 2, Kind: Number, Text: "1.5"}, {Kind: Date, Text: "2024-12-31"}, {Kind: Bool, Text: "TRUE"}, {Kind: Error, Text: "#REF!"}, {Text: "=A1&B1"}, {Kind: Date, Text: "hôm qua"}}})
	pkg, err := Fresh([]Page{page, {Name: "ẩn", Hidden: true}})
	if err != nil {
		t.Fatal(err)
	}
	book, faults, err := grid.Read("a.xlsx", pkg)
	if err != nil || len(faults) != 1 || faults[0].Code != "text-unread" { // the bell between letters
		t.Fatal(err, faults)
	}
	texts[len(texts)-1] = strings.Repeat("ô", longestText-1) + "…"
	for i, want := range texts {
		if got, _ := book.Sheets[0].Cell(i+1, 1); got.Text != want {
			t.Errorf("row %d: %q, want %q", i+1, got.Text[:min(len(got.Text), 50)], want[:min(len(want), 50)])
		}
	}
	var got []string
	for _, c := range book.Sheets[0].Rows[len(texts)].Cells {
		got = append(got, c.Kind.String()+" "+c.Text)
	}
	if diff := cmp.Diff([]string{"number 1.5", "date 2024-12-31", "bool TRUE", "error #REF!", "text =A1&B1", "text hôm qua"}, got); diff != "" {
		t.Error(diff)
	}
	if !book.Sheets[1].Hidden {
		t.Error("a hidden sheet shows")
	}
}

func FuzzMarkup(f *testing.F) {
	f.Add([]byte(`<a b="c>"><!-- --><d/></a>`))
	f.Add([]byte(`<![CDATA[`))
	f.Add([]byte(`<a b=<<a"><!-- --><!>ƪ"d<c//>`))
	f.Add([]byte(`<a b=c//>`))
	f.Add([]byte(`<a,b="ca^"13"=+c>>>)- -9->uu"d/>>/@>`))
	f.Fuzz(func(t *testing.T, text []byte) {
		if d, err := parse("x.xml", text); err == nil {
			d.set(d.root.tag, "a", "1")
			d.append(d.root, "<z/>")
			if _, err := parse("x.xml", d.bytes()); err != nil {
				t.Errorf("%q became %q: %v", text, d.bytes(), err)
			}
		}
	})
}

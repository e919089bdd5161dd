package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/charts/ooxml"
	"tdkt/charts/report"
)

// The board's own template, as a board would make it: its own styles, a head with a place, a table with its own look, a picture.
const (
	ofWord     = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	ofRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	relationsX = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>`
	theirBody  = `<w:p><w:pPr><w:pStyle w:val="BanVan"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr>%s</w:p>`
	theirLook  = `<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:color w:val="1F497D"/><w:sz w:val="26"/></w:rPr>`
	plainEnd   = `<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
)

func theirRun(text string) string {
	return `<w:r>` + theirLook + `<w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func theirs(inner string) string { return fmt.Sprintf(theirBody, inner) }

// templateOf is a template with a body.
func templateOf(body string) map[string]string {
	styles := ""
	for _, s := range [][3]string{{"paragraph", "Normal", "Normal"}, {"paragraph", "BanVan", "Ban đoạn văn"}, {"paragraph", "Mc1", "heading 1"}, {"paragraph", "Mc2", "heading 2"}, {"paragraph", "Mc3", "heading 3"},
		{"paragraph", "TnHnh", "caption"}, {"table", "BangBan", "Bảng của Ban"}, {"table", "LiBng", "Table Grid"}} {
		styles += fmt.Sprintf(`<w:style w:type="%s" w:styleId="%s"><w:name w:val="%s"/></w:style>`, s[0], s[1], s[2])
	}
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	return map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="` + word + `document.main+xml"/><Override PartName="/word/styles.xml" ContentType="` + word + `styles+xml"/><Override PartName="/word/settings.xml" ContentType="` + word + `settings+xml"/><Override PartName="/word/header1.xml" ContentType="` + word + `header+xml"/></Types>`,
		"_rels/.rels":         fmt.Sprintf(relationsX, `<Relationship Id="rId1" Type="`+ofRelation+`officeDocument" Target="word/document.xml"/>`),
		"word/_rels/document.xml.rels": fmt.Sprintf(relationsX, `<Relationship Id="rId1" Type="`+ofRelation+`styles" Target="styles.xml"/><Relationship Id="rId2" Type="`+ofRelation+`settings" Target="settings.xml"/>`+
			`<Relationship Id="rId3" Type="`+ofRelation+`image" Target="media/image1.png"/><Relationship Id="rId5" Type="`+ofRelation+`header" Target="header1.xml"/>`),
		"word/document.xml":     `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ` + ofWord + `><w:body>` + body + plainEnd + `</w:body></w:document>`,
		"word/styles.xml":       `<w:styles ` + ofWord + `>` + styles + `</w:styles>`,
		"word/settings.xml":     `<w:settings ` + ofWord + `><w:zoom w:percent="100"/></w:settings>`,
		"word/header1.xml":      `<w:hdr ` + ofWord + `><w:p><w:r><w:t>Báo cáo năm {{nam}}, {{tong-so}} lượt</w:t></w:r></w:p></w:hdr>`,
		"word/media/image1.png": "\x89PNG\r\n\x1a\nquốc huy",
	}
}

// filledWith fills a template in and gives the document and its parts.
func filledWith(t *testing.T, db string, template map[string]string, args ...string) (string, map[string]string) {
	t.Helper()
	file := reportOf(t, db, append([]string{"--year", "2025", "--template", packed(t, template)}, args...)...)
	return file, partsOf(t, file)
}

const (
	theirTable = `<w:tbl><w:tblPr><w:tblStyle w:val="BangBan"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>%s</w:tbl>`
	theirRow   = `<w:tr><w:trPr><w:trHeight w:val="400"/></w:trPr>%s</w:tr>`
	theirCell  = `<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/><w:shd w:val="clear" w:fill="EEEEEE"/></w:tcPr><w:p><w:pPr><w:jc w:val="right"/></w:pPr>%s</w:p></w:tc>`
)

// TestTemplateFilled guards that a board's own document is filled in wherever a place stands, in the looks of the place, and that its
// numbers are bound as those of our own.
func TestTemplateFilled(t *testing.T) {
	db, _ := samplesRun(t)
	cell := func(inner string) string { return fmt.Sprintf(theirCell, inner) }
	const number = theirLook + `<w:t xml:space="preserve">1.379</w:t></w:r></w:sdtContent></w:sdt>`
	for _, c := range []struct {
		shows, body string
		says        string   // the words of the text
		has         []string // of the XML
		numbers     int      // bound, that of the head apart
	}{
		{"a place in a run", theirs(theirRun("Cả tỉnh có {{tong-so}} lượt.")), "Cả tỉnh có 1.379 lượt.", []string{number, `<w:t xml:space="preserve">Cả tỉnh có </w:t></w:r><w:sdt>`}, 1},
		{"parted over runs", theirs(theirRun("Có {{to") + `<w:proofErr w:type="spellStart"/>` + theirRun("ng-") + `<w:r><w:rPr><w:i/></w:rPr><w:t>so}} lượt, {{ca-nhan}}</w:t></w:r>` + theirRun(" cá nhân")),
			"Có 1.379 lượt, 836 cá nhân", []string{number}, 2},
		{"twice the same", theirs(theirRun("{{tong-so}} và {{ tong-so }}")), "1.379 và 1.379", nil, 2},
		{"texts", theirs(theirRun("{{ban}} {{tinh}}, {{ky}}, so với {{ky-so-sanh}}")), "Ban Thi đua - Khen thưởng tỉnh Phú Thọ, năm 2025, so với năm 2024", nil, 0},
		{"words that change", theirs(theirRun("Tổng số {{ty-le-tang-giam}}, tức {{tang-giam}}; nữ {{ty-le-nu}}")), "Tổng số giảm 35,65\u00a0%, tức giảm 764\u00a0lượt; nữ 21,77\u00a0%", nil, 3},
		{"a figure by its id", theirs(theirRun("{{so:mart_level_year/award_count?award_year=2025&amp;level_code=nha_nuoc}} lượt")), "113 lượt", nil, 1},
		{"a control by its tag", theirs(theirRun("Có ") + `<w:sdt><w:sdtPr>` + theirLook + `<w:tag w:val="tong-so"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="x"/></w:rPr><w:t>bấm vào đây</w:t></w:r></w:sdtContent></w:sdt>` + theirRun(" lượt")),
			"Có 1.379 lượt", []string{number}, 1},
		{"a control by its title, with a place in it", theirs(`<w:sdt><w:sdtPr><w:alias w:val="{{tong-so}}"/></w:sdtPr><w:sdtContent>` + theirRun("{{tong-so}}") + `</w:sdtContent></w:sdt>` + theirRun(" lượt")), "1.379 lượt", []string{number}, 1},
		{"a control around a paragraph", `<w:sdt><w:sdtPr><w:tag w:val="tong-so"/></w:sdtPr><w:sdtContent>` + theirs(theirRun("…")) + `</w:sdtContent></w:sdt>`, "1.379", []string{number, `w:firstLine="720"`}, 1},
		{"somebody's control with a place in it", theirs(`<w:sdt><w:sdtPr><w:tag w:val="của tôi"/></w:sdtPr><w:sdtContent>` + theirRun("{{tong-so}} lượt") + `</w:sdtContent></w:sdt>`), "1.379 lượt", []string{number, `<w:tag w:val="của tôi"/>`}, 1},
		{"a bookmark", theirs(theirRun("Có ") + `<w:bookmarkStart w:id="4" w:name="tong_so"/>` + theirRun("…") + `<w:bookmarkEnd w:id="4"/>` + theirRun(" lượt") + `<w:bookmarkStart w:id="5" w:name="_GoBack"/><w:bookmarkEnd w:id="5"/>`),
			"Có 1.379 lượt", []string{number, `w:name="tong_so"`, `w:name="_GoBack"`}, 1},
		{"in a row of a table", fmt.Sprintf(theirTable, fmt.Sprintf(theirRow, cell(theirRun("Tổng số"))+cell(theirRun("{{tong-so}}")))), "Tổng số | 1.379", []string{number, `w:fill="EEEEEE"`}, 1},
		{"rows of a table", fmt.Sprintf(theirTable, fmt.Sprintf(theirRow, strings.Repeat(cell(theirRun("Đầu cột")), 5))+
			fmt.Sprintf(theirRow, cell(theirRun("{{bang:theo-hinh-thuc}}"))+strings.Repeat(cell(theirRun("…")), 4))), "Tổng cộng | 1.379 | 100,00\u00a0% | 2.143 | −35,65\u00a0%", []string{`w:fill="EEEEEE"`, `<w:jc w:val="right"/></w:pPr><w:sdt><w:sdtPr><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:b/>`}, 37},
		{"a section in their styles", theirs(theirRun("{{muc:theo-doi-tuong}}")) + fmt.Sprintf(theirTable, fmt.Sprintf(theirRow, cell(theirRun("x")))), "Theo đối tượng được khen thưởng",
			[]string{`<w:pStyle w:val="Mc2"/>`, `<w:tblStyle w:val="BangBan"/>`, `<w:pStyle w:val="TnHnh"/><w:keepNext/>`, `<w:pStyle w:val="BanVan"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr><w:r>` + theirLook}, 60},
		{"a section without its heading", theirs(theirRun("{{than:ket-qua-chung}}")), "Năm 2025, toàn tỉnh có 1.379 lượt khen thưởng", nil, 10},
		{"charts", theirs(theirRun("{{muc:hinh-hinh-thuc}}")) + theirs(theirRun("{{muc:hinh-cac-nam}}")), "Hình 2. Tổng số lượt khen thưởng qua các năm 2021-2025", nil, 0},
	} {
		t.Run(c.shows, func(t *testing.T) {
			template := templateOf(theirs(theirRun("Giữ nguyên câu này & mọi thứ.")) + c.body)
			template["word/document.xml"] = strings.Replace(template["word/document.xml"], "này & mọi", "này &amp; mọi", 1)
			file, parts := filledWith(t, db, template)
			text := parts["word/document.xml"]
			if said := wordText(t, file); !strings.Contains(said, c.says) || strings.Contains(said, "{{") {
				t.Errorf("it says %.600q, want %q", said, c.says)
			}
			for _, want := range append(c.has, theirs(theirRun("Giữ nguyên câu này &amp; mọi thứ.")), plainEnd) {
				if !strings.Contains(text, want) {
					t.Errorf("no %s in %.3000s", want, text)
				}
			}
			wholePackage(t, parts)
			for name, was := range template {
				if !slices.Contains([]string{"word/document.xml", "word/header1.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}, name) && parts[name] != was {
					t.Errorf("%s changed", name)
				}
			}
			if head := parts["word/header1.xml"]; !strings.Contains(head, ">2025<") || !strings.Contains(head, ">1.379<") {
				t.Errorf("the head says %s", head)
			}
			got, v := verdicts(t, db, file)
			if got != nil || len(v.Numbers) < c.numbers+1 {
				t.Errorf("%d numbers; unedited, yet %v", len(v.Numbers), got)
			}
			if c.shows == "charts" {
				wholeCharts(t, parts, 2)
			}
			if c.numbers > 0 { // one with charts and one without are enough
				return
			}
			if again, _ := filledWith(t, db, template); !bytes.Equal(fileBytes(t, file), fileBytes(t, again)) {
				t.Error("filled twice, not the same bytes")
			}
		})
	}
}

// wholePackage opens every part again and follows every relation.
func wholePackage(t *testing.T, parts map[string]string) {
	t.Helper()
	ids := map[string]bool{}
	for name, text := range parts {
		if slices.Contains([]string{".xml", ".rels"}, filepath.Ext(name)) {
			wellFormed(t, name, text)
		}
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		for _, m := range regexp.MustCompile(`Target="([^"]+)"`).FindAllStringSubmatch(text, -1) {
			target := strings.TrimPrefix(m[1], "/")
			if target == m[1] {
				target = filepath.Join(filepath.Dir(filepath.Dir(name)), m[1])
			}
			if parts[target] == "" {
				t.Errorf("%s leads to %s, which is not there", name, target)
			}
		}
	}
	for _, part := range []string{"word/document.xml", "word/header1.xml"} {
		for _, m := range regexp.MustCompile(`<w:tag w:val="tdkt:[^"]*"/><w:id w:val="(\d+)"/>`).FindAllStringSubmatch(parts[part], -1) {
			if ids[m[1]] {
				t.Errorf("two controls have the id %s", m[1])
			}
			ids[m[1]] = true
		}
	}
}

// TestTemplateRefused guards that a template that cannot be filled in is told of in words that say what to do, and that nothing is written.
func TestTemplateRefused(t *testing.T) {
	db, _ := samplesRun(t)
	ole := func(name string) string {
		b := []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
		for _, c := range name {
			b = append(b, byte(c), 0)
		}
		return string(b)
	}
	with := func(body string, edit func(p map[string]string)) map[string]string {
		p := templateOf(body)
		if edit != nil {
			edit(p)
		}
		return p
	}
	para := func(text string) string { return theirs(theirRun(text)) }
	swap := func(part, old, put string) func(map[string]string) {
		return func(p map[string]string) { p[part] = strings.Replace(p[part], old, put, 1) }
	}
	own := fileBytes(t, reportOf(t, db, "--year", "2025"))
	for _, c := range []struct {
		shows    string
		raw      string
		template map[string]string
		code     int
		says     []string
	}{
		{"no Word document", "xin chào", nil, exitMisuse, []string{".docx"}},
		{"an empty file", "", nil, exitMisuse, []string{".docx"}},
		{"an old .doc", ole("WordDocument"), nil, exitMisuse, []string{".doc)"}},
		{"encrypted", ole("EncryptedPackage"), nil, exitMisuse, []string{"mật khẩu"}},
		{"a report of ours", string(own), nil, exitMisuse, []string{"đã viết"}},
		{"protected", "", with(para("{{tong-so}}"), swap("word/settings.xml", `<w:zoom`, `<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:zoom`)), exitMisuse, []string{"khóa"}},
		{"tracked changes", "", with(theirs(`<w:ins w:id="1" w:author="x">`+theirRun("{{tong-so}}")+`</w:ins>`), nil), exitMisuse, []string{"theo dõi"}},
		{"macros", "", with(para("{{tong-so}}"), swap("[Content_Types].xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml")), exitMisuse, []string{"macro"}},
		{"an unknown place", "", with(para("Có {{tong-soo}} lượt và {{muc:ket-qua}}")+para("{{xyzzy-khong-co-gi-giong}}"), nil), exitFaults, []string{"“{{tong-soo}}”", "{{tong-so}}", "đoạn: “Có {{tong-soo}} lượt", "{{muc:ket-qua-", "3 chỗ"}},
		{"a section within a sentence", "", with(para("Kết quả: {{muc:ket-qua-chung}}"), nil), exitFaults, []string{"đứng một mình"}},
		{"a section in the head", "", with(para("a"), swap("word/header1.xml", "{{nam}}", "{{muc:ket-qua-chung}}")), exitFaults, []string{"đầu trang"}},
		{"a section in a table", "", with(fmt.Sprintf(theirTable, fmt.Sprintf(theirRow, fmt.Sprintf(theirCell, theirRun("{{muc:ket-qua-chung}}")))), nil), exitFaults, []string{"bang:"}},
		{"rows out of a table", "", with(para("{{bang:theo-hinh-thuc}}"), nil), exitFaults, []string{"dòng của bảng"}},
		{"rows with too few cells", "", with(fmt.Sprintf(theirTable, fmt.Sprintf(theirRow, fmt.Sprintf(theirCell, theirRun("{{bang:theo-hinh-thuc}}")))), nil), exitFaults, []string{"phải có 5 ô, đang có 1"}},
		{"no such figure", "", with(para("{{so:mart_form_year/nope?award_year=2025}} {{so:x}}"), nil), exitFaults, []string{"2 chỗ", "mã chỉ tiêu"}},
		{"a section of another kind of report", "", with(para("{{muc:ket-qua-ky}}"), nil), exitFaults, []string{"loại và kỳ này"}},
		{"a bookmark over two paragraphs", "", with(theirs(`<w:bookmarkStart w:id="4" w:name="tong_so"/>`+theirRun("a"))+theirs(theirRun("b")+`<w:bookmarkEnd w:id="4"/>`), nil), exitFaults, []string{"dấu trang"}},
		{"no place at all", "", with(para("không có gì"), swap("word/header1.xml", "{{nam}}, {{tong-so}}", "")), exitFaults, []string{"không có chỗ nào"}},
	} {
		t.Run(c.shows, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "mau.docx")
			if c.template != nil {
				path = packed(t, c.template)
			} else if err := os.WriteFile(path, []byte(c.raw), 0o644); err != nil {
				t.Fatal(err)
			}
			out := t.TempDir()
			a := call(t, "report", "--db", db, "--year", "2025", "--out", out, "--template", path, "--quiet")
			if a.code != c.code {
				t.Errorf("exit %d, want %d: %s", a.code, c.code, a.err)
			}
			for _, want := range c.says {
				if !strings.Contains(a.err, want) {
					t.Errorf("it does not say %q: %s", want, a.err)
				}
			}
			if written, _ := filepath.Glob(filepath.Join(out, "*")); len(written) > 0 {
				t.Errorf("%v is written", written)
			}
		})
	}
}

// TestTemplateLives guards what comes after: a filled template is edited, verified and renewed as any report, and may have been saved
// by LibreOffice before it was filled.
func TestTemplateLives(t *testing.T) {
	db, _ := samplesRun(t)
	template := templateOf(theirs(theirRun("Cả tỉnh có {{tong-so}} lượt.")) + theirs(theirRun("{{muc:theo-thanh-tich}}")) + theirs(theirRun("{{muc:hinh-hinh-thuc}}")))
	file, _ := filledWith(t, db, template)
	changed := edited(t, file, func(s string) string { return strings.Replace(s, ">1.379<", ">1.397<", 1) })
	if got, _ := verdicts(t, db, changed); !cmp.Equal(got, []told{{report.Changed, 2, "1.397", ""}}) && !cmp.Equal(got, []told{{report.Changed, 1, "1.397", ""}}) {
		t.Errorf("changed, yet %v", got)
	}
	mustCall(t, exitDone, "verify", changed, "--refresh", "--db", db, "--quiet")
	if got, _ := verdicts(t, db, changed); got != nil {
		t.Errorf("renewed, yet %v", got)
	}
	if a := mustCall(t, exitDone, "report", "--places", "--year", "2025", "--db", db, "--quiet"); !strings.Contains(a.out, "{{tong-so}}") || !strings.Contains(a.out, "{{muc:ket-qua-chung}}") {
		t.Errorf("places: %s", a.out)
	}
	if testing.Short() {
		return
	}
	named := filepath.Join(t.TempDir(), "mau.docx")
	if err := os.Rename(packed(t, template), named); err != nil {
		t.Fatal(err)
	}
	saved := writer(t, "docx:Office Open XML Text", named)[0]
	again := reportOf(t, db, "--year", "2025", "--template", saved)
	if got, v := verdicts(t, db, again); got != nil || len(v.Numbers) < 40 {
		t.Errorf("a template saved by LibreOffice: %d numbers, %v", len(v.Numbers), got)
	}
	if text := wordText(t, again); !strings.Contains(text, "Cả tỉnh có 1.379 lượt.") {
		t.Errorf("it says %.300s", text)
	}
	was, is := partsOf(t, saved), partsOf(t, again)
	for _, name := range slices.Sorted(maps.Keys(was)) {
		if strings.HasPrefix(name, "docProps/") || name == "word/styles.xml" || name == "word/settings.xml" {
			if was[name] != is[name] {
				t.Errorf("%s changed", name)
			}
		}
	}
	filled := filepath.Join(t.TempDir(), "dien.docx")
	if err := os.WriteFile(filled, fileBytes(t, file), 0o644); err != nil {
		t.Fatal(err)
	}
	if got, _ := verdicts(t, db, writer(t, "docx:Office Open XML Text", filled)[0]); got != nil {
		t.Errorf("filled, then saved by LibreOffice: %v", got)
	}
	if _, err := ooxml.ReadTemplate(fileBytes(t, named)); err != nil {
		t.Error(err)
	}
}

package ooxml

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

// wordOf is a document with a body.
func wordOf(t *testing.T, body string) []byte {
	t.Helper()
	content, err := Pack(map[string][]byte{
		contentTypes:        []byte(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`),
		"_rels/.rels":       []byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`),
		"word/document.xml": []byte(`<w:document ` + wordSpaces + `><w:body>` + body + `</w:body></w:document>`),
	})
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// said writes what was read of a document: a line a paragraph, controls in braces, what is deleted in brackets.
func said(w *Word) string {
	var b strings.Builder
	for _, p := range w.Paragraphs {
		if p.Table > 0 {
			fmt.Fprintf(&b, "%d:%d:%d", p.Table, p.Row, p.Col)
			if p.Head {
				b.WriteByte('*')
			}
			b.WriteByte(' ')
		}
		for _, piece := range p.Pieces {
			text := piece.Text
			if piece.Control >= 0 {
				text = "{" + w.Controls[piece.Control].Tag + " " + text + "}"
			}
			if piece.Field {
				text = "<" + text + ">"
			}
			if piece.Deleted {
				text = "[" + text + "]"
			} else if piece.Pending {
				text = "+" + text
			}
			b.WriteString(text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func control(tag, inner string) string {
	return `<w:sdt><w:sdtPr><w:alias w:val="T"/><w:tag w:val="` + tag + `"/></w:sdtPr><w:sdtContent>` + inner + `</w:sdtContent></w:sdt>`
}

func wordRun(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }

func TestReadWord(t *testing.T) {
	for _, c := range []struct{ shows, body, want string }{
		{"a control in a paragraph", `<w:p>` + wordRun("a ") + control("x", wordRun("1")) + wordRun(" b") + `</w:p>`, "a {x 1} b\n"},
		{"a control split in two", `<w:p>` + control("x", wordRun("1")+wordRun("2")) + `</w:p>`, "{x 1}{x 2}\n"},
		{"a control around paragraphs", control("x", `<w:p>`+wordRun("1")+`</w:p><w:p>`+wordRun("2")+`</w:p>`), "{x 1}\n{x 2}\n"},
		{"a control in a control", `<w:p>` + control("x", control("y", wordRun("1"))) + `</w:p>`, "{y 1}\n"},
		{"an insertion and a deletion", `<w:p><w:ins w:id="1">` + wordRun("new") + `</w:ins><w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>`, "+new[old]\n"},
		{"a move", `<w:p><w:moveFrom w:id="1">` + wordRun("x") + `</w:moveFrom></w:p><w:p><w:moveTo w:id="2">` + wordRun("x") + `</w:moveTo></w:p>`, "[x]\n+x\n"},
		{"a row deleted", `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p>` + wordRun("x") + `</w:p></w:tc></w:tr></w:tbl>`, "1:0:0 [x]\n"},
		{"rows and columns", `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p>` + wordRun("h") + `</w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p>` + wordRun("v") + `</w:p></w:tc></w:tr></w:tbl><w:p/>`,
			"1:0:0* h\n1:0:1* \n1:1:0 \n1:1:1 v\n\n"},
		{"a field", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + wordRun("7") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + wordRun("z") + `<w:fldSimple w:instr="PAGE">` + wordRun("8") + `</w:fldSimple></w:p>`, "<7>z<8>\n"},
		{"a box says it once", `<w:p><mc:AlternateContent><mc:Choice><w:r><w:txbxContent><w:p>` + wordRun("in") + `</w:p></w:txbxContent></w:r></mc:Choice><mc:Fallback>` + wordRun("again") + `</mc:Fallback></mc:AlternateContent></w:p>`, "\nin\n"},
		{"letters in entities", `<w:p><w:r><w:t>a&amp;b&#x2013;</w:t><w:tab/><w:noBreakHyphen/></w:r></w:p>`, "a&b– -\n"},
	} {
		w, err := ReadWord(wordOf(t, c.body))
		if err != nil {
			t.Errorf("%s: %v", c.shows, err)
			continue
		}
		if d := cmp.Diff(c.want, said(w)); d != "" {
			t.Errorf("%s: %s", c.shows, d)
		}
	}
}

// TestSetLeavesTheRest guards that a number renewed changes its text and its tag, and no other byte.
func TestSetLeavesTheRest(t *testing.T) {
	for _, c := range []struct{ shows, was, want string }{
		{"one run", `<w:sdt><w:sdtPr><w:tag w:val="x"/><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r></w:sdtContent></w:sdt>`,
			`<w:sdt><w:sdtPr><w:tag w:val="y"/><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:b/></w:rPr><w:t>9&lt;</w:t></w:r></w:sdtContent></w:sdt>`},
		{"three runs, one empty", `<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent><w:r><w:t/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r></w:sdtContent></w:sdt>`,
			`<w:sdt><w:sdtPr><w:tag w:val="y"/></w:sdtPr><w:sdtContent><w:r><w:t>9&lt;</w:t></w:r><w:r><w:t></w:t></w:r><w:r><w:t></w:t></w:r></w:sdtContent></w:sdt>`},
		{"the tag was dropped", `<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:r><w:t>1</w:t></w:r></w:sdtContent></w:sdt>`,
			`<w:sdt><w:sdtPr><w:tag w:val="y"/><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:r><w:t>9&lt;</w:t></w:r></w:sdtContent></w:sdt>`},
		{"a placeholder is none any more", `<w:sdt><w:sdtPr><w:tag w:val="x"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>1</w:t></w:r></w:sdtContent></w:sdt>`,
			`<w:sdt><w:sdtPr><w:tag w:val="y"/></w:sdtPr><w:sdtContent><w:r><w:t>9&lt;</w:t></w:r></w:sdtContent></w:sdt>`},
	} {
		around := `<w:p w:x='1'>` + wordRun("before ") + `%s` + wordRun(" after") + `</w:p>`
		w, err := ReadWord(wordOf(t, fmt.Sprintf(around, c.was)))
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Set(0, "9<", "y"); err != nil {
			t.Fatal(err)
		}
		got, err := w.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		if want := wordOf(t, fmt.Sprintf(around, c.want)); !bytes.Equal(documentOf(t, want), documentOf(t, got)) {
			t.Errorf("%s:\n%s\nwant\n%s", c.shows, documentOf(t, got), documentOf(t, want))
		}
	}
}

func documentOf(t *testing.T, content []byte) []byte {
	t.Helper()
	p, err := open(content)
	if err != nil {
		t.Fatal(err)
	}
	text, err := p.read("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestReadWordRefuses(t *testing.T) {
	deep := strings.Repeat("<w:x>", 5000) + strings.Repeat("</w:x>", 5000)
	for shows, content := range map[string][]byte{
		"no package":        []byte("no"),
		"a workbook":        []byte("PK\x05\x06" + strings.Repeat("\x00", 18)),
		"a broken part":     wordOf(t, "<w:p>"),
		"a thousand deep":   wordOf(t, deep),
		"an unfinished tag": wordOf(t, "<w:p"),
	} {
		if _, err := ReadWord(content); err == nil {
			t.Errorf("%s is read", shows)
		}
	}
}

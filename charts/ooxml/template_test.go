package ooxml

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTemplatePlaces guards that a place is found however Word wrote it down, and where it stands.
func TestTemplatePlaces(t *testing.T) {
	for _, c := range []struct{ shows, body, want string }{
		{"a text", `<w:p>` + wordRun("a {{x}} b") + `</w:p>`, "text x in “a {{x}} b”\n"},
		{"alone, parted over runs", `<w:p>` + wordRun("{") + wordRun("{x") + wordRun("}}") + `</w:p>`, "text x alone in “{{x}}”\n"},
		{"two of one run", `<w:p>` + wordRun("{{x}}{{y}}") + `</w:p>`, "text x in “{{x}}{{y}}”\ntext y in “{{x}}{{y}}”\n"},
		{"blanks and entities", `<w:p>` + wordRun("{{ so:a?b=1&amp;c=2 }}") + `</w:p>`, "text so:a?b=1&c=2 alone in “{{ so:a?b=1&c=2 }}”\n"},
		{"no place", `<w:p>` + wordRun("{x} {{") + `</w:p><w:p>` + wordRun("x}}") + `</w:p>`, ""},
		{"in a table", `<w:tbl><w:tr><w:tc><w:p>` + wordRun("{{x}}") + `</w:p></w:tc></w:tr></w:tbl>`, "text x alone table in “{{x}}”\n"},
		{"a control", `<w:p>` + control("x", wordRun("1")) + wordRun(" b") + `</w:p>`, "control x in “1 b”\n"},
		{"a control around a paragraph", control("x", `<w:p>`+wordRun("1")+`</w:p>`), "control x alone in “1”\n"},
		{"a bookmark", `<w:p><w:bookmarkStart w:id="1" w:name="x"/>` + wordRun("1") + `<w:bookmarkEnd w:id="1"/></w:p>`, "bookmark x alone in “1”\n"},
		{"a bookmark over two paragraphs", `<w:p><w:bookmarkStart w:id="1" w:name="x"/>` + wordRun("1") + `</w:p><w:p><w:bookmarkEnd w:id="1"/></w:p>`, "bookmark x broken in “1”\n"},
		{"a bookmark that ends in a link", `<w:p><w:bookmarkStart w:id="1" w:name="x"/><w:hyperlink>` + wordRun("1") + `<w:bookmarkEnd w:id="1"/></w:hyperlink></w:p>`, "bookmark x broken in “1”\n"},
		{"in a box, and for old programs", `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>` + wordRun("{{x}}") + `</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>` + wordRun("{{x}}") + `</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
			"text x alone in “{{x}}”\ntext x alone fallback in “{{x}}”\n"},
	} {
		tpl, err := ReadTemplate(wordOf(t, c.body))
		if err != nil {
			t.Errorf("%s: %v", c.shows, err)
			continue
		}
		var b strings.Builder
		for _, p := range tpl.Places {
			b.WriteString([]string{"text", "control", "bookmark"}[p.Kind] + " " + p.Name)
			for _, is := range []struct {
				word string
				is   bool
			}{{"alone", p.Alone && !p.Broken}, {"table", p.Table}, {"fallback", p.Fallback}, {"broken", p.Broken}} {
				if is.is {
					b.WriteString(" " + is.word)
				}
			}
			fmt.Fprintf(&b, " in “%s”\n", p.Paragraph)
		}
		if d := cmp.Diff(c.want, b.String()); d != "" {
			t.Errorf("%s: %s", c.shows, d)
		}
	}
}

// TestTemplateInline guards that filling places in changes these alone.
func TestTemplateInline(t *testing.T) {
	body := `<w:p w:x='1'><w:r><w:rPr><w:b/></w:rPr><w:t>a {{x</w:t></w:r><w:r><w:t>}} b {{y}}c</w:t></w:r></w:p>`
	tpl, err := ReadTemplate(wordOf(t, body))
	if err != nil {
		t.Fatal(err)
	}
	for i := range tpl.Places {
		tpl.Inline(i, fmt.Sprintf("<w:r><w:t>%d</w:t></w:r>", i))
	}
	content, err := tpl.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	want := `<w:p w:x='1'><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">a </w:t></w:r><w:r><w:t>0</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"></w:t></w:r>` +
		`<w:r><w:t xml:space="preserve"> b </w:t></w:r><w:r><w:t>1</w:t></w:r><w:r><w:t xml:space="preserve">c</w:t></w:r></w:p>`
	if got := string(documentOf(t, content)); !strings.Contains(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestProps(t *testing.T) {
	for _, c := range []struct{ was, put, drop, want string }{
		{"", "", "", ""},
		{"", `<w:jc w:val="right"/><w:keepNext/>`, "", `<w:pPr><w:keepNext/><w:jc w:val="right"/></w:pPr>`},
		{`<w:pPr><w:pStyle w:val="A"/><w:ind w:left="1"/><w:jc w:val="both"/><w:rPr><w:b/></w:rPr></w:pPr>`, `<w:jc w:val="center"/><w:keepNext/>`, "rPr", `<w:pPr><w:pStyle w:val="A"/><w:keepNext/><w:ind w:left="1"/><w:jc w:val="center"/></w:pPr>`},
		{`<w:pPr><w:jc w:val="both"/></w:pPr>`, `<w:jc w:val="left"/>`, "jc", `<w:pPr><w:jc w:val="left"/></w:pPr>`},
	} {
		if got, err := ParagraphProps(c.was, c.put, c.drop); err != nil || got != c.want {
			t.Errorf("%s with %s: %s, %v; want %s", c.was, c.put, got, err, c.want)
		}
	}
}

// FuzzReadTemplate guards that no document makes the reader panic or hang, and that what it reads can be filled in.
func FuzzReadTemplate(f *testing.F) {
	for _, s := range []string{`<w:p><w:r><w:t>{{x}}</w:t></w:r></w:p>`, control("x", `<w:p/>`), `<w:p>` + control("x", "") + `</w:p>`, `<w:p><w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/></w:p>`,
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{x}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, `<w:ins/>`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		tpl, err := ReadTemplate(wordOf(t, body))
		if err != nil {
			if !errors.Is(err, ErrNotWord) && !errors.Is(err, ErrTracked) {
				t.Fatal(err)
			}
			return
		}
		for i, p := range tpl.Places {
			if p.Broken || i > 0 {
				continue
			}
			tpl.Inline(i, "<w:r/>")
		}
		content, err := tpl.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ReadWord(content); err != nil {
			t.Errorf("filled, it is no document any more: %v", err)
		}
	})
}

// TestReadChart guards what is read of a chart, and that a value renewed changes alone.
func TestReadChart(t *testing.T) {
	const chart = `<c:chartSpace xmlns:c="c"><c:chart><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:f>S!$B$1</c:f><c:strCache><c:pt idx="0"><c:v>n</c:v></c:pt></c:strCache></c:strRef></c:tx>` +
		`<c:cat><c:strRef><c:f>S!$A$2:$A$4</c:f><c:strCache><c:ptCount val="3"/><c:pt idx="0"><c:v>a</c:v></c:pt><c:pt idx="2"><c:v>c</c:v></c:pt></c:strCache></c:strRef></c:cat>` +
		`<c:val><c:numRef><c:f>S!$B$2:$B$4</c:f><c:numCache><c:ptCount val="3"/>%s</c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`
	pt := func(i int, v string) string { return fmt.Sprintf(`<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, v) }
	content := wordOf(t, "<w:p/>")
	w, err := ReadWord(content)
	if err != nil {
		t.Fatal(err)
	}
	w.PutPart("word/charts/c.xml", []byte(fmt.Sprintf(chart, pt(0, "1")+pt(2, "3"))))
	c, err := w.Chart("word/charts/c.xml")
	if err != nil {
		t.Fatal(err)
	}
	s := c.Series[0]
	if d := cmp.Diff([]any{"n", []string{"a", "", "c"}, []string{"1", "", "3"}, "S!$B$2:$B$4"}, []any{s.Name, s.Categories, s.Values, s.ValuesAt}); d != "" {
		t.Error(d)
	}
	if err := w.SetChart(c, 0, map[int]string{0: "", 1: "2", 2: "9"}); err != nil {
		t.Fatal(err)
	}
	got, err := w.Part("word/charts/c.xml")
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf(chart, pt(1, "2")+pt(2, "9")); string(got) != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

package grid

import (
	"strings"
	"testing"

	"tdkt/ingest/finding"
)

func one(cells string) made {
	return made{sheets: []string{`<sheetData><row r="1">` + cells + `</row></sheetData>`}}
}

func utf16le(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.WriteByte(c)
		b.WriteByte(0)
	}
	return b.String()
}

// Each file that cannot be read is answered with one finding whose code tells why.
func TestFilesThatAreNotRead(t *testing.T) {
	good := string(one(`<c r="A1"><v>1</v></c>`).bytes(t))
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 500)
	z := func(parts map[string]string) string { return string(zipped(t, parts)) }
	cases := []struct{ what, content, code, got string }{
		{"nothing", "", "file-empty", ""},
		{"only line ends", "\r\n \n", "file-empty", ""},
		{"only delimiters", ";;;\n;;;\n", "file-empty", ""},
		{"a workbook without cells", string(one("").bytes(t)), "file-empty", ""},
		{"an empty zip", "PK\x05\x06" + strings.Repeat("\x00", 18), "file-empty", "ZIP (.zip)"},
		{"an old Excel and nothing in it", ole + utf16le("Workbook\x00"), "file-unreadable", "compound file: sectors of 2^0 bytes"},
		{"an old Word", ole + utf16le("WordDocument\x00"), "container-unsupported", "Word 97–2003 (.doc)"},
		{"a binary Excel of nothing", z(map[string]string{"xl/workbook.bin": ""}), "file-unreadable", "xl/workbook.bin: no beginning"},
		{"an OpenDocument text", z(map[string]string{"mimetype": "", "content.xml": "<document-content><body><text/></body></document-content>"}), "container-unsupported", "OpenDocument (.odt)"},
		{"OpenDocument without content", z(map[string]string{"mimetype": "", "content.xml": ""}), "file-unreadable", "content.xml: empty"},
		{"Word", z(map[string]string{"word/document.xml": ""}), "container-unsupported", "Word (.docx)"},
		{"an archive", z(map[string]string{"a.xlsx": good}), "container-unsupported", "ZIP (.zip)"},
		{"PDF", "%PDF-1.7\n", "container-unsupported", "PDF"},
		{"a page without a table", "\n<html><body>Phiên làm việc đã hết hạn", "container-unsupported", pageWithoutTable},
		{"half an Excel 2003 XML", `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, "file-unreadable", "xml: unexpected EOF"},
		{"other XML", `<?xml version="1.0"?><a/>`, "container-unsupported", "XML"},
		{"a picture", "\x89PNG\r\n\x1a\n", "container-unsupported", "PNG (.png)"},
		{"RAR", "Rar!\x1a\x07\x00", "container-unsupported", "RAR (.rar)"},
		{"bytes", "a\x00\x01b\x00\x00c", "container-unsupported", ""},
		{"half a workbook", good[:len(good)/2], "file-unreadable", "zip: not a valid zip file"},
		{"broken XML", string(one(`<c r="A1"><v>1</c>`).bytes(t)), "file-unreadable", ""},
		{"a part that ends early", string(made{sheets: []string{""}, replace: map[string]string{
			"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>"}}.bytes(t)), "file-unreadable", "xl/worksheets/sheet1.xml: unexpected EOF"},
		{"an entity that grows", string(made{sheets: []string{""}, replace: map[string]string{
			"xl/worksheets/sheet1.xml": `<!DOCTYPE a [<!ENTITY l "lol">]><worksheet><sheetData><row><c><v>&l;</v></c></row></sheetData></worksheet>`}}.bytes(t)), "file-unreadable", ""},
		{"a shared text that is not there", string(one(`<c r="A1" t="s"><v>7</v></c>`).bytes(t)), "file-unreadable", `xl/worksheets/sheet1.xml: shared string "7" of 0`},
		{"a row beyond the sheet", string(made{sheets: []string{`<sheetData><row r="1048577"/></sheetData>`}}.bytes(t)), "file-unreadable", "xl/worksheets/sheet1.xml: row 1048577"},
		{"a cell beyond the sheet", string(one(`<c r="XFE1"><v>1</v></c>`).bytes(t)), "file-unreadable", `xl/worksheets/sheet1.xml: cell "XFE1"`},
		{"a cell written twice", string(one(`<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>`).bytes(t)), "file-unreadable", `"1", "2"`},
		{"no UTF-8", "STT,T\xean\n1,2\n", "file-unreadable", "STT,T\uFFFDn"},
		{"half a letter of UTF-16", "\xff\xfea\x00b", "file-unreadable", "UTF-16"},
	}
	for _, c := range cases {
		book, findings, err := Read("tệp.x", []byte(c.content))
		if err != nil || len(findings) != 1 {
			t.Errorf("%s: %v, %v", c.what, findings, err)
			continue
		}
		f := findings[0]
		if string(f.Code) != c.code || c.got != "" && f.Got != c.got {
			t.Errorf("%s: %s %q; want %s %q", c.what, f.Code, f.Got, c.code, c.got)
		}
		if f.At.File != "tệp.x" || f.Severity != finding.Error || (f.Mend.VI == "") != (f.Mend.EN == "") {
			t.Errorf("%s: not worded: %+v", c.what, f)
		}
		if c.code != "file-empty" && len(book.Sheets) > 0 {
			t.Errorf("%s: has sheets", c.what)
		}
	}
}

func TestFaultsHaveTheirPlace(t *testing.T) {
	cases := []struct {
		what, content string
		want          finding.Place
	}{
		{"a cell written twice", string(one(`<c r="B1"><v>1</v></c><c r="B1"><v>2</v></c>`).bytes(t)), finding.Place{File: "a", Sheet: "S1", Cell: "B1"}},
		{"no UTF-8", "a\nb\nT\xean", finding.Place{File: "a", Cell: "A3"}},
	}
	for _, c := range cases {
		_, findings, _ := Read("a", []byte(c.content))
		if len(findings) != 1 || findings[0].At != c.want {
			t.Errorf("%s: %+v, want %+v", c.what, findings, c.want)
		}
	}
}

// A part that unfolds to a thousand times its size is stopped before it fills the memory.
func TestBombs(t *testing.T) {
	sheet := "<worksheet><sheetData>" + strings.Repeat(" ", freeRatio+1<<20) + "</sheetData></worksheet>"
	content := made{sheets: []string{""}, replace: map[string]string{"xl/worksheets/sheet1.xml": sheet}}.bytes(t)
	_, findings, _ := Read("a", content)
	if len(findings) != 1 || findings[0].Code != codeUnreadable || !strings.Contains(findings[0].Got, "inflates more than") {
		t.Errorf("%v", findings)
	}
}

// The warehouse finds a cell again by the name of its sheet: two sheets of one name would be one.
func TestSheetsHaveNamesOfTheirOwn(t *testing.T) {
	sheet := func(name string) string {
		return `<Worksheet ss:Name="` + name + `"><Table><Row><Cell><Data ss:Type="String">a</Data></Cell></Row></Table></Worksheet>`
	}
	archive := "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n" +
		strings.Repeat("--B\r\nContent-Type: text/html\r\n\r\n<table><tr><td>a</td></tr></table>\r\n", 2) + "--B--\r\n"
	for _, c := range []struct{ what, content, want string }{
		{"as they stand", xmlss(sheet("Biểu 1") + sheet("Biểu 2")), "Biểu 1|Biểu 2"},
		{"one name", xmlss(sheet("S") + sheet("S (2)") + sheet("S") + sheet("S")), "S|S (2)|S (3)|S (4)"},
		{"no name", xmlss(sheet("") + sheet("1") + sheet("")), "1|1 (2)|3"},
		{"pages of a web archive", archive, "1|2"},
		{"one sheet", xmlss(sheet("")), ""},
	} {
		var names []string
		for _, s := range mustRead(t, []byte(c.content)).Sheets {
			names = append(names, s.Name)
		}
		if got := strings.Join(names, "|"); got != c.want {
			t.Errorf("%s: %s", c.what, got)
		}
	}
}

package grid

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"tdkt/ingest/finding"
	"tdkt/ingest/grid/alphabet"
)

// typed gives a cell its kind and text. What stands in a cell without more is text as it was typed: a system wrote it, and
// only whoever reads the column can know that it is a number. Excel and LibreOffice write beside it what they hold.
func (p *page) typed(shown []byte, g given, l look) Cell {
	value := strings.TrimSpace(g.value)
	if value == "" {
		value = strings.TrimSpace(string(shown))
	}
	if (g.kind != "" || g.formula != "") && g.kind != "x:str" && isErrorText(strings.TrimSpace(string(shown))) {
		// LibreOffice writes a nought beside a fault.
		return Cell{Kind: Error, Text: strings.TrimSpace(string(shown))}
	}
	switch g.kind {
	case "x:num", "sdval":
		_, format, _ := strings.Cut(g.format, ";") // sdnum is language;language;format
		_, format, _ = strings.Cut(format, ";")
		if format == "BOOLEAN" && (value == "0" || value == "1") {
			return Cell{Kind: Bool, Text: map[string]string{"0": "FALSE", "1": "TRUE"}[value]}
		}
		st := style{date: isDateFormat(format)}
		if g.kind == "x:num" {
			st.date, _ = xmlssFormat(l.format)
		}
		s := sheetReader{date1904: p.about.date1904, intern: p.intern}
		if c := s.number([]byte(value), st); c.Kind != Text {
			return c
		}
	case "x:bool":
		if v := strings.ToUpper(value); v == "TRUE" || v == "FALSE" {
			return Cell{Kind: Bool, Text: v}
		}
	case "x:err":
		if value != "" {
			return Cell{Kind: Error, Text: value}
		}
	case "x:str":
		if g.value != "" {
			return Cell{Kind: Text, Text: legible(g.value, l.font)}
		}
	}
	if g.formula != "" && blank(string(shown)) {
		return Cell{Kind: Error, Text: "=" + strings.TrimPrefix(g.formula, "=")}
	}
	return Cell{Kind: Text, Text: p.intern.bytes(shown)}
}

// declaredCharset finds what a page says of its own alphabet.
var declaredCharset = regexp.MustCompile(`(?i)<(?:meta|\?xml)\s[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)`)

// saidWithin is how far into a page its alphabet is looked for; browsers look at a thousand bytes, some exports begin with
// a long style sheet.
const saidWithin = 64 << 10

var savePage = finding.Text{
	VI: "mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại",
	EN: "open the file in Excel, save it as .xlsx and send it again",
}

// htmlText gives a page as UTF-8. Text that is UTF-8 through and through is taken as such, whatever it says: no other
// alphabet comes out so by chance, and systems copy the line that says something else. Then counts what it says, or what was
// said of it where it came from.
func htmlText(content []byte, said string) ([]byte, alphabet.Reading, error) {
	var none alphabet.Reading
	if order, ok := wide(content); ok {
		text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(content)
		if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
			return nil, none, &fault{code: codeUnreadable, got: "UTF-16", mend: savePage}
		}
		return text, none, nil
	}
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	if utf8.Valid(content) {
		return content, none, nil
	}
	if m := declaredCharset.FindSubmatch(content[:min(len(content), saidWithin)]); m != nil {
		said = string(m[1])
	}
	if enc, name := charset.Lookup(said); enc != nil && !strings.HasPrefix(name, "utf-") {
		text, err := enc.NewDecoder().Bytes(content)
		return text, none, err
	} else if enc != nil && bytes.ContainsFunc(content, func(r rune) bool { return r >= utf8.RuneSelf && r != utf8.RuneError }) {
		// It is UTF-8 as it says, with a letter cut in two.
		at := firstInvalid(string(content))
		got := strings.ToValidUTF8(string(content[max(0, at-30):min(len(content), at+30)]), "\uFFFD")
		return nil, none, &fault{code: codeUnreadable, got: got, mend: savePage}
	}
	if bytes.Contains(content, []byte(".Vn")) || bytes.Contains(content, []byte("VNI-")) {
		// Letters of TCVN3 or VNI, which their fonts make legible cell by cell.
		text, err := charmap.Windows1252.NewDecoder().Bytes(content)
		return text, none, err
	}
	text, read, err := decode(content)
	if f := (*fault)(nil); errors.As(err, &f) {
		f.cell, f.mend = "", savePage // a line of the file is no row of the table
	}
	return []byte(text), read, err
}

// narrow gives XML in UTF-16 as UTF-8, also where no mark tells of it; other XML says itself what it is in.
func narrow(content []byte) []byte {
	order, ok := wide(content)
	if !ok {
		return content
	}
	text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(content)
	if err != nil {
		return content
	}
	return text
}

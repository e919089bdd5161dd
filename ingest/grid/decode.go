package grid

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"tdkt/ingest/finding"
	"tdkt/ingest/grid/alphabet"
)

func utf16BOM(b []byte) bool {
	return bytes.HasPrefix(b, []byte{0xff, 0xfe}) || bytes.HasPrefix(b, []byte{0xfe, 0xff})
}

var saveAsUTF8 = finding.Text{
	VI: "lưu lại bằng Excel: Save As, chọn \"CSV UTF-8\" hoặc .xlsx, rồi gửi lại",
	EN: "save it again from Excel: Save As, \"CSV UTF-8\" or .xlsx, and send it again",
}

// decode gives the text of a file of text, and in which alphabet evidence had it be read: nothing is needed for UTF-8 and for
// UTF-16 with its mark, unless a program had misread it before it wrote it so. What is in no alphabet for certain is answered
// with how to save the file.
func decode(content []byte) (string, alphabet.Reading, error) {
	if utf16BOM(content) {
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(content)
		if err != nil || len(content)%2 != 0 || bytes.ContainsRune(out, utf8.RuneError) {
			return "", alphabet.Reading{}, &fault{code: codeUnreadable, got: "UTF-16", mend: saveAsUTF8}
		}
		text, read := unicodeText(string(out))
		return text, read, nil
	}
	text := strings.TrimPrefix(string(content), "\ufeff")
	if i := firstInvalid(text); i >= 0 {
		if read, ok := alphabet.OfBytes(content); ok {
			return read.Text, read, nil
		}
		return "", alphabet.Reading{}, &fault{
			code: codeUnreadable,
			cell: A1(1+strings.Count(text[:i], "\n"), 1),
			got:  fmt.Sprintf("0x%02X", text[i]), // not the line, which may name a person
			mend: saveAsUTF8,
		}
	}
	text, read := unicodeText(text)
	return text, read, nil
}

func unicodeText(text string) (string, alphabet.Reading) {
	if read, ok := alphabet.OfText(text); ok {
		return read.Text, read
	}
	return text, alphabet.Reading{}
}

func firstInvalid(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return i
			}
		}
	}
	return -1
}

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

// wide tells UTF-16: by its mark, by the "<" that markup begins with, or else because in its beginning two pairs of bytes in five
// or more are a Latin letter, a digit or a sign with a nought always on the same side, and no pair has it on the other.
func wide(content []byte) (unicode.Endianness, bool) {
	head := content[:min(len(content), 1<<12)&^1]
	switch {
	case utf16BOM(content), bytes.HasPrefix(head, []byte("<\x00")):
		return unicode.LittleEndian, true // a mark says more
	case bytes.HasPrefix(head, []byte("\x00<")):
		return unicode.BigEndian, true
	case bytes.IndexByte(head, 0) < 0:
		return unicode.LittleEndian, false
	}
	var noughts [2]int
	for i, b := range head {
		if b != 0 {
			continue
		}
		if c := head[i^1]; c < '\x1c' && c != '\t' && c != '\r' && c != '\n' {
			return unicode.LittleEndian, false
		}
		noughts[i%2]++
	}
	pairs := len(head) / 2
	enough := func(n int) bool { return 5*n >= 2*pairs && (n >= 4 || n == pairs) }
	switch {
	case noughts[0] == 0 && enough(noughts[1]):
		return unicode.LittleEndian, true
	case noughts[1] == 0 && enough(noughts[0]):
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

var saveAsUTF8 = finding.Text{
	VI: "lưu lại bằng Excel: Save As, chọn \"CSV UTF-8\" hoặc .xlsx, rồi gửi lại",
	EN: "save it again from Excel: Save As, \"CSV UTF-8\" or .xlsx, and send it again",
}

// decode gives the text of a file of text, and in which alphabet evidence had it be read: nothing is needed for UTF-8 and
// UTF-16, unless a program had misread it before it wrote it so. What is in no alphabet for certain is answered
// with how to save the file.
func decode(content []byte) (string, alphabet.Reading, error) {
	if order, ok := wide(content); ok {
		out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(content)
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

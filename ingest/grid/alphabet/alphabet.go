package alphabet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Alphabet is a way in which signs stand for Vietnamese letters.
type Alphabet uint8

// The alphabets.
const (
	Unicode Alphabet = iota // nothing to read otherwise
	TCVN3
	VNI
	VPS
	VISCII
	Windows1258
	Windows1252 // no Vietnamese: the western signs themselves
	Misread     // UTF-8 whose bytes were taken for Windows-1252 or 1258, once or more often
)

// String is the name before a sender.
func (a Alphabet) String() string {
	return [...]string{"Unicode", "TCVN3 (ABC)", "VNI", "VPS", "VISCII", "Windows-1258", "Windows-1252", "UTF-8 → Windows-1252"}[a]
}

// Decode reads signs as the letters that they stand for. A sign is a byte from 0x80 up as Latin-1 or as Windows-1252 shows it:
// 0x93 may come as U+0093 or as “. ok is false, and nothing is decoded, where a sign is no letter and no punctuation of the
// alphabet.
func (a Alphabet) Decode(signs string) (text string, ok bool) {
	switch a {
	case TCVN3, VNI, VPS, VISCII:
		return tables[a].decode(signs)
	case Windows1258:
		return decode1258(signs)
	case Windows1252:
		return decode1252(signs)
	case Misread:
		return reread(signs)
	default:
		return signs, true
	}
}

// byteOf is the byte that a sign shows.
func byteOf(r rune) (b byte, ok bool) {
	if r < 0x100 {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// decode takes the longest letter at each place: VNI writes most in two bytes, TCVN3 its accented capitals.
func (t *table) decode(signs string) (string, bool) {
	var out strings.Builder
	out.Grow(len(signs))
	for i := 0; i < len(signs); {
		r, n := utf8.DecodeRuneInString(signs[i:])
		i += n
		b, ok := byteOf(r)
		if !ok || r == utf8.RuneError && n == 1 {
			return "", false
		}
		if letters := t.pairs[b]; letters != nil && i < len(signs) {
			next, n := utf8.DecodeRuneInString(signs[i:])
			if second, ok := byteOf(next); ok && letters[second] != 0 {
				out.WriteRune(letters[second])
				i += n
				continue
			}
		}
		if t.single[b] == 0 {
			return "", false
		}
		out.WriteRune(t.single[b])
	}
	return out.String(), true
}

func decode1252(signs string) (string, bool) {
	return byteByByte(signs, charmap.Windows1252)
}

// decode1258 composes the tones, which Windows-1258 writes behind their vowels; one that has no vowel is no text.
func decode1258(signs string) (string, bool) {
	out, ok := byteByByte(signs, charmap.Windows1258)
	if out = norm.NFC.String(out); !ok || strings.ContainsFunc(out, unicode.IsMark) {
		return "", false
	}
	return out, true
}

func byteByByte(signs string, m *charmap.Charmap) (string, bool) {
	var out strings.Builder
	out.Grow(len(signs))
	for _, r := range signs {
		b, ok := byteOf(r)
		letter := m.DecodeByte(b)
		if !ok || letter == utf8.RuneError || 0x80 <= letter && letter < 0xa0 { // U+FFFD, or a place that the code page leaves free
			return "", false
		}
		out.WriteRune(letter)
	}
	return out.String(), true
}

// readOften bounds how often a text may have been read wrongly.
const readOften = 3

// reread takes signs back to the bytes that they were misread from, as long as these are UTF-8.
func reread(signs string) (string, bool) {
	text := signs
	for range readOften {
		again, ok := unread(text, charmap.Windows1252)
		if !ok {
			again, ok = unread(text, charmap.Windows1258)
		}
		if !ok {
			break
		}
		text = again
	}
	if text == signs || strings.ContainsFunc(text, unicode.IsControl) && !strings.ContainsFunc(signs, unicode.IsControl) {
		return "", false
	}
	return norm.NFC.String(text), true
}

// unread gives the text whose UTF-8 bytes are shown by signs of a code page. Where the page is free a byte shows as U+0080 to U+009F.
func unread(signs string, m *charmap.Charmap) (string, bool) {
	out := make([]byte, 0, len(signs))
	high := false
	for _, r := range signs {
		b, ok := m.EncodeRune(r)
		if !ok && r < 0x100 {
			b, ok = byte(r), true
		}
		if !ok {
			return "", false
		}
		high = high || b >= utf8.RuneSelf
		out = append(out, b)
	}
	return string(out), high && utf8.Valid(out)
}

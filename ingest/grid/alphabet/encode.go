package alphabet

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Encode writes a text in an alphabet, the other way of Decode: what a program that knows only this alphabet would be given.
// ok is false where a letter has no code.
func (a Alphabet) Encode(text string) (code []byte, ok bool) {
	text = norm.NFC.String(text)
	switch a {
	case TCVN3, VNI, VPS, VISCII:
		return tables[a].codes.Encode(text)
	case Windows1258:
		for _, r := range text {
			for _, part := range apart(r) {
				b, ok := charmap.Windows1258.EncodeRune(part)
				if !ok {
					return nil, false
				}
				code = append(code, b)
			}
		}
		return code, true
	case Windows1252:
		for _, r := range text {
			b, ok := charmap.Windows1252.EncodeRune(r)
			if !ok {
				return nil, false
			}
			code = append(code, b)
		}
		return code, true
	case Misread:
		for _, b := range []byte(text) {
			sign := charmap.Windows1252.DecodeByte(b)
			if sign == utf8.RuneError {
				sign = rune(b)
			}
			code = utf8.AppendRune(code, sign)
		}
		return code, true
	default:
		return []byte(text), true
	}
}

// apart gives a letter as Windows-1258 writes it: itself where it has a place, else its vowel and the tone behind.
func apart(r rune) []rune {
	if _, ok := charmap.Windows1258.EncodeRune(r); ok {
		return []rune{r}
	}
	vowel, tone := []rune{}, []rune{}
	for _, part := range norm.NFD.String(string(r)) {
		switch part {
		case 0x300, 0x301, 0x303, 0x309, 0x323:
			tone = append(tone, part)
		default:
			vowel = append(vowel, part)
		}
	}
	return append([]rune(norm.NFC.String(string(vowel))), tone...)
}

// Latin1 shows each byte as the sign of Latin-1, the form in which Decode takes bytes.
func Latin1(b []byte) string {
	out := make([]byte, 0, len(b)+len(b)/4)
	for _, c := range b {
		out = utf8.AppendRune(out, rune(c))
	}
	return string(out)
}

package alphabet

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"tdkt/data/codechart"
)

// Encode writes a text in an alphabet, the other way of Decode: what a program that knows only this alphabet would be given.
// ok is false where a letter has no code.
func (a Alphabet) Encode(text string) (code []byte, ok bool) {
	text = norm.NFC.String(text)
	switch a {
	case TCVN3, VNI, VPS, VISCII:
		return tables[a].codes.Encode(text)
	case Windows1258:
		return codechart.Encode1258(text)
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

// Latin1 shows each byte as the sign of Latin-1, the form in which Decode takes bytes.
func Latin1(b []byte) string {
	out := make([]byte, 0, len(b)+len(b)/4)
	for _, c := range b {
		out = utf8.AppendRune(out, rune(c))
	}
	return string(out)
}

package grid

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tdkt/ingest/grid/alphabet"
)

// legible is a text as a reader sees it in a font, whose name may be "": the letters that the fonts of TCVN3, VNI and their like
// show (.VnTime, VNI-Times), composed, without marks that show nothing, hard blanks as blanks. A text outside those fonts whose
// letters may all the same be of another alphabet stays as it is stored until the sheet is complete (settle).
func legible(s, font string) string { return legibleIn(s, alphabet.OfFont(font)) }

func legibleIn(s string, f alphabet.Font) string {
	if f.Alphabet != alphabet.Unicode {
		if read, ok := alphabet.OfRuns(alphabet.Run{Text: s, Font: f}); ok {
			return tidy(read)
		}
		return tidy(s)
	}
	if plainASCII(s) || alphabet.Doubtful(s) {
		return s
	}
	return tidy(s)
}

// legiblePieces is the text of runs in a cell of a font.
func legiblePieces(pieces []piece, f alphabet.Font) string {
	var whole strings.Builder
	runs := make([]alphabet.Run, len(pieces))
	old := false
	for i, p := range pieces {
		runs[i] = alphabet.Run{Text: p.text, Font: f}
		if p.own {
			runs[i].Font = p.font
		}
		old = old || runs[i].Font.Alphabet != alphabet.Unicode
		whole.WriteString(p.text)
	}
	if old {
		if read, ok := alphabet.OfRuns(runs...); ok {
			return tidy(read)
		}
	}
	return legibleIn(whole.String(), f)
}

// showNothing are marks that show nothing, hard blanks, and the letters that Đ is typed as.
const showNothing = "\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u202f\u2060\ufeffÐð"

// tidy composes the letters of a text in Unicode, drops marks that show nothing (zero-width blanks, soft hyphens, byte order
// marks, marks of direction), makes hard blanks blanks, and Ð the Đ that it is typed for.
func tidy(s string) string {
	if isTidy(s) {
		return s
	}
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	if !strings.ContainsAny(s, showNothing) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '\u00a0', '\u202f':
			return ' '
		case '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff':
			return -1
		case 'Ð':
			return 'Đ'
		case 'ð':
			return 'đ'
		}
		return r
	}, s)
}

// isTidy says of most Vietnamese texts, in one pass, that tidy leaves them as they are: composed letters (À–ƿ and Ẁ–ỿ, of which
// each stands for itself) but Ð and ð, and ASCII.
func isTidy(s string) bool {
	for i := 0; i < len(s); i++ {
		switch lead := s[i]; {
		case lead < utf8.RuneSelf:
		case lead == 0xE1 && i+2 < len(s) && (s[i+1] == 0xBA || s[i+1] == 0xBB):
			i += 2
		case lead >= 0xC3 && lead <= 0xC6 && i+1 < len(s) && (lead != 0xC3 || s[i+1] != 0x90 && s[i+1] != 0xB0):
			i++
		default:
			return false
		}
	}
	return true
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

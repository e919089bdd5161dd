package grid

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// legible is a text as a reader sees it: composed, without marks that show nothing (zero-width blanks, soft hyphens, byte
// order marks, marks of direction), hard blanks as blanks, and Ð as the Đ that it is typed for. In the legacy alphabets,
// known by the font or by letters that are signs elsewhere, a soft hyphen is the letter ư and stays.
func legible(s, font string) string {
	if plainASCII(s) {
		return s
	}
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	if !strings.ContainsAny(s, "\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u202f\u2060\ufeffÐð") {
		return s
	}
	legacy := legacyFont(font) || strings.ContainsAny(s, "µ¸¹¶·®§¬«¨©ª")
	return strings.Map(func(r rune) rune {
		switch r {
		case '\u00a0', '\u202f':
			return ' '
		case '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff':
			return -1
		case '\u00ad':
			if !legacy {
				return -1
			}
		case 'Ð':
			if !legacy {
				return 'Đ'
			}
		case 'ð':
			if !legacy {
				return 'đ'
			}
		}
		return r
	}, s)
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// legacyFont says whether a font belongs to the alphabets TCVN3 or VNI.
func legacyFont(name string) bool {
	return strings.HasPrefix(name, ".Vn") || strings.HasPrefix(name, "VNI")
}

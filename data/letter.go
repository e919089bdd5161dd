package data

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Folding for matching stands here and in Key alone: what typing changes and meaning does not. Nothing folded is ever shown.

// Sign is the plain sign that a rune is typed for: dashes, quotation marks, blanks and full-width forms as ASCII has them.
// Others stay.
func Sign(r rune) rune {
	switch {
	case r < 0x80:
		return r
	case 0xff01 <= r && r <= 0xff5e:
		return r - 0xff01 + '!'
	case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.Is(unicode.Pd, r), r == '\u2212', r == '\u2043':
		return '-'
	}
	switch r {
	case '‘', '’', '‚', '‛', '′', '´', '＇':
		return '\''
	case '“', '”', '„', '‟', '″', '«', '»':
		return '"'
	}
	return r
}

// Letter is the letter, or the plain sign, that a rune is typed for: đ for ð and ɖ, Latin letters for the Cyrillic and Greek
// ones that look the same. Accents stay.
func Letter(r rune) rune {
	if r < 0xd0 {
		return Sign(r)
	}
	if l, ok := lookAlikes[r]; ok {
		return l
	}
	return Sign(r)
}

var lookAlikes = func() map[rune]rune {
	m := map[rune]rune{}
	for _, pair := range [][2]string{
		{"ÐƉðɖ", "ĐĐđđ"},
		{"АВЕЅІЈКМНОРСТУХҮԚԜ", "ABESIJKMHOPCTYXYQW"}, {"авеѕіјкмноһрстухүѵԁԛԝ", "abesijkmhohpctyxyvdqw"}, // Cyrillic
		{"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"}, {"αικνορτυχ", "aikvoptux"}, // Greek
	} {
		to := []rune(pair[1])
		for i, r := range []rune(pair[0]) {
			m[r] = to[i]
		}
	}
	return m
}()

// Spelling is a text in lower case with one way of writing each letter and punctuation as single spaces. Unlike Key it keeps
// the accents, so that it tells Năm from Nam; hoà is hòa, uỷ is ủy, sỹ is sĩ and quý is quí all the same.
func Spelling(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(Letter(r))
	}, norm.NFKC.String(text))
	words := strings.FieldsFunc(norm.NFC.String(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
	for i, w := range words {
		words[i] = foldTonedY(foldTone(w))
	}
	return strings.Join(words, " ")
}

// toneMoves puts a tone where the last two vowels of an open syllable may bear it, on the first.
var toneMoves = strings.NewReplacer("oà", "òa", "oả", "ỏa", "oã", "õa", "oá", "óa", "oạ", "ọa", "oè", "òe", "oẻ", "ỏe", "oẽ", "õe", "oé", "óe", "oẹ", "ọe",
	"uỳ", "ùy", "uỷ", "ủy", "uỹ", "ũy", "uý", "úy", "uỵ", "ụy")

// foldTone: in hoà and uỷ the tone may stand on either vowel; behind q the u is none.
func foldTone(word string) string {
	letters := []rune(word)
	n := len(letters)
	if n < 2 || n > 2 && letters[n-3] == 'q' {
		return word
	}
	return string(letters[:n-2]) + toneMoves.Replace(string(letters[n-2:]))
}

var toI = map[rune]rune{'y': 'i', 'ỳ': 'ì', 'ỷ': 'ỉ', 'ỹ': 'ĩ', 'ý': 'í', 'ỵ': 'ị'}

// foldTonedY is foldY with the accents kept.
func foldTonedY(word string) string {
	letters := []rune(word)
	n := len(letters)
	if n < 2 {
		return word
	}
	i, y := toI[letters[n-1]]
	before := Key(string(letters[n-2]))
	if y && (n > 2 && letters[n-3] == 'q' && before == "u" || !strings.ContainsAny(before, "aeiouy0123456789")) {
		letters[n-1] = i
	}
	return string(letters)
}

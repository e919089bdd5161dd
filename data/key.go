package data

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key is the matching form of a text: compatibility-decomposed, lower case, accents stripped, đ as d, a final y after a
// consonant or "qu" as i (sỹ = sĩ, quý = quí), and every run of punctuation and white space as one space. It serves
// matching only; the text as written is what people are shown.
func Key(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range norm.NFKD.String(text) {
		switch r = unicode.ToLower(r); {
		case r == 'đ' || r == 'ð': // ð is often typed or exported for đ
			b.WriteByte('d')
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			b.WriteRune(r)
		case unicode.IsMark(r) || unicode.Is(unicode.Cf, r): // accents; zero-width and soft hyphens
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	for i, w := range words {
		words[i] = foldY(w)
	}
	return strings.Join(words, " ")
}

// foldY writes i for a final y that is the whole vowel of its syllable.
func foldY(word string) string {
	stem, found := strings.CutSuffix(word, "y")
	if !found || stem == "" {
		return word
	}
	if strings.HasSuffix(stem, "qu") || !strings.ContainsAny(stem[len(stem)-1:], "aeiouy0123456789") {
		return stem + "i"
	}
	return word
}

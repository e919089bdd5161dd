package data

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key is the matching form of a text: compatibility-decomposed, lower case, accents stripped, đ as d, a final y after a
// consonant or "qu" as i (sỹ = sĩ, quý = quí), letters of other scripts as the Latin ones that they look like (Letter), and every
// run of punctuation and white space as one space. It serves matching only; the text as written is what people are shown.
func Key(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			b.WriteByte(byte(r))
		case 'A' <= r && r <= 'Z':
			b.WriteByte(byte(r) + 'a' - 'A')
		case r < 0x80:
			b.WriteByte(' ')
		case r < latinEnd:
			b.WriteString(latin[r])
		case vietnamese <= r && int(r-vietnamese) < len(latinMore):
			b.WriteString(latinMore[r-vietnamese])
		default:
			b.WriteString(foldRune(r))
		}
	}
	words := strings.Fields(b.String())
	for i, w := range words {
		words[i] = foldY(w)
	}
	return strings.Join(words, " ")
}

// Latin letters with one mark, combining marks, and the block that holds Vietnamese letters with two.
const latinEnd, vietnamese = 0x370, 0x1e00

// latin and latinMore are foldRune made beforehand: Key runs over every cell.
var latin, latinMore = foldTable(0, latinEnd), foldTable(vietnamese, 0x1f00)

func foldTable(from, to rune) []string {
	table := make([]string, to-from)
	for i := range table {
		table[i] = foldRune(from + rune(i))
	}
	return table
}

// foldRune is what one rune adds to a key. Accents fall away whatever their order, so that runes can be folded one by one.
func foldRune(r rune) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(string(r)) {
		switch r = unicode.ToLower(Letter(r)); {
		case r == 'đ':
			b.WriteByte('d')
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			b.WriteRune(r)
		case unicode.IsMark(r) || unicode.Is(unicode.Cf, r): // accents; zero-width and soft hyphens
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
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

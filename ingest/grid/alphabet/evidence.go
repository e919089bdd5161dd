package alphabet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Reading is a text as evidence has it be read.
type Reading struct {
	Alphabet Alphabet
	Text     string
	Words    int    // different words with letters outside ASCII that speak for it
	Example  string // one of the common words of a return, as it stood and as it is read; "" where none is in the text
}

// What a text weighs for an alphabet: the sum over its different words with letters outside ASCII.
const (
	weightUsual    = 3  // a syllable that the texts of the house have too
	weightSyllable = 1  // another syllable
	weightNone     = -4 // none at all
	// An alphabet is taken from enough on, that is from three usual words or from some sentences of unusual ones, if it leads the
	// next by as much, and if not one word in oddOneIn is none.
	enough   = 9
	oddOneIn = 8
	// mostWords bounds how many different words of a text are weighed.
	mostWords = 5000
)

// OfBytes reads text that is not UTF-8. The alphabet is Unicode where the text is in Windows-1252 and letters are gone from it.
func OfBytes(content []byte) (Reading, bool) {
	return choose(Latin1(content), []Alphabet{Windows1258, TCVN3, VNI, VPS, VISCII, Windows1252}, false)
}

// OfText reads text that is Unicode and that a program may have read in a wrong alphabet before. ok is false where it is best
// left as it stands.
func OfText(text string) (Reading, bool) {
	if !Doubtful(text) {
		return Reading{}, false
	}
	return choose(text, []Alphabet{Misread, TCVN3, VNI, VPS, VISCII, Windows1258}, true)
}

// Doubtful says whether a text has letters outside ASCII, all of which can be signs of another alphabet.
func Doubtful(text string) bool {
	high := false
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if _, ok := byteOf(r); !ok && !in1258(r) {
			return false
		}
		high = true
		i += n
	}
	return high
}

// in1258 are the letters of Windows-1258 that Windows-1252 lacks and UTF-8 read as Windows-1258 is full of.
func in1258(r rune) bool { return r == 'Ă' || r == 'ă' }

// candidate is an alphabet with what it makes of the words of a text.
type candidate struct {
	alphabet Alphabet
	words    string
	weight   weight
}

// choose takes the alphabet in which the words of a text are Vietnamese, if it is clear. stands says that the text may stand as it is.
func choose(signs string, among []Alphabet, stands bool) (Reading, bool) {
	words := distinct(signs)
	var all []candidate
	if stands {
		asIs := candidate{Unicode, words, weigh(words)}
		if asIs.weight.none == 0 {
			return Reading{}, false
		}
		all = append(all, asIs)
	}
	for _, a := range among {
		if read, ok := a.Decode(words); ok {
			all = append(all, candidate{a, read, weigh(read)})
		}
	}
	var best candidate
	for _, c := range all {
		if c.weight.sum > best.weight.sum {
			best = c
		}
	}
	if !clear(best, all) {
		best = candidate{alphabet: Windows1252}
		if stands || !western(words, all) {
			return Reading{}, false
		}
	}
	text, ok := best.alphabet.Read(signs)
	if !stands { // VPS, VISCII and Windows-1258 have letters of Windows-1252 at its places: these alone speak for none of them
		if same, western := decode1252(signs); western && same == text {
			if best.alphabet = Windows1252; lossy(Windows1252, signs) { // what is there is sure; what is not, is told of the cells
				return Reading{Text: text}, ok
			}
		}
	}
	if !ok || best.alphabet == Unicode || lossy(best.alphabet, signs) {
		return Reading{}, false
	}
	return Reading{Alphabet: best.alphabet, Text: text, Words: best.weight.usual + best.weight.syllables, Example: example(best.alphabet, text)}, true
}

// Read decodes signs whose font is not known. In TCVN3 words that a font of capitals showed get their capitals back.
func (a Alphabet) Read(signs string) (string, bool) {
	text, ok := a.Decode(signs)
	if a == TCVN3 {
		text = raised(text)
	}
	return text, ok
}

// clear says whether a candidate has evidence enough, and more than any that reads otherwise.
func clear(best candidate, all []candidate) bool {
	w := best.weight
	if w.sum < enough || w.none*oddOneIn > w.usual+w.syllables {
		return false
	}
	for _, c := range all {
		if c.words != best.words && best.weight.sum-c.weight.sum < enough {
			return false
		}
	}
	return true
}

// distinct are the different words of a text that have letters outside ASCII, a line each. What a word is, is left to the
// alphabets: it ends only at a sign that is none of theirs.
func distinct(signs string) string {
	var out strings.Builder
	seen := map[string]bool{}
	for i := 0; i < len(signs) && len(seen) < mostWords; {
		from, high := i, false
		for ; i < len(signs) && inWord(signs[i]); i++ {
			high = high || !isLetter(signs[i])
		}
		if word := signs[from:i]; high && !seen[word] {
			seen[word] = true
			out.WriteString(word)
			out.WriteByte('\n')
		}
		i++
	}
	return out.String()
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// inWord: VPS and VISCII have letters among the control signs too.
func inWord(b byte) bool {
	return isLetter(b) || b >= utf8.RuneSelf || b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != 0
}

// weight is what the words of a text say.
type weight struct {
	usual, syllables, none int // words
	sum                    int
}

func weigh(words string) weight {
	var w weight
	seen := map[string]bool{}
	for _, word := range strings.FieldsFunc(words, parts) {
		small := strings.ToLower(word)
		if plainASCII(word) || seen[small] || abbreviation(word) {
			continue
		}
		seen[small] = true
		switch {
		case usual[small]:
			w.usual++
			w.sum += weightUsual
		case syllable(small):
			w.syllables++
			w.sum += weightSyllable
		case strings.ContainsFunc(word, unicode.IsLetter):
			w.none++
			w.sum += weightNone
		}
	}
	return w
}

// parts tells what parts words: white space and the punctuation of print. Other signs within a word make it none.
func parts(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("–—‘’‚“”„…•‹›", r) || r < utf8.RuneSelf && !isLetter(byte(r))
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// abbreviation tells capitals that are no syllable and say nothing: QĐ, ĐVTT, BCHQS.
func abbreviation(word string) bool {
	n := 0
	for _, r := range word {
		if n++; n > 7 || r > unicode.MaxASCII && !strings.ContainsRune("ĐĂÂÊÔƠƯ", r) || r <= unicode.MaxASCII && !unicode.IsUpper(r) {
			return word == "đ"
		}
	}
	return true
}

// Odd says whether a text has words with letters outside ASCII that are no Vietnamese syllables.
func Odd(text string) bool { return weigh(text).none > 0 }

// lossy tells a text out of which a program has dropped letters for question marks, as it does when it writes Vietnamese in
// an alphabet that lacks them. The other alphabets have all.
func lossy(a Alphabet, signs string) bool {
	if a != Windows1252 && a != Windows1258 {
		return false
	}
	for i := 1; i+1 < len(signs); i++ {
		if signs[i] == '?' && inWord(signs[i-1]) && inWord(signs[i+1]) {
			return true
		}
	}
	return false
}

// western says whether words are those of another language in Windows-1252: none of the other alphabets makes Vietnamese of
// them, and accents stand on letters among plain ones, as they do in French or German.
func western(words string, all []candidate) bool {
	read, ok := decode1252(words)
	if !ok {
		return false
	}
	if strings.ContainsFunc(read, func(r rune) bool { return r < ' ' && r != '\n' }) || glued(read) {
		return false
	}
	letters, high := 0, 0
	for _, word := range strings.FieldsFunc(read, parts) {
		for _, r := range word {
			letters++
			if r > unicode.MaxASCII {
				high++
				if !strings.ContainsRune("àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßšžÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜÝŸŠŽ", r) {
					return false
				}
			}
		}
	}
	if 5*high > 2*letters+5 {
		return false
	}
	for _, c := range all {
		w := c.weight
		switch {
		case c.words == read:
		case high == 0 && w.sum <= weightUsual: // punctuation only
		case 2*w.none < w.usual+w.syllables+w.none || w.none == 0:
			return false
		}
	}
	return true
}

// glued says whether a sign of print stands within a word, as no language has it but for an apostrophe before a small letter or
// behind one: l’État.
func glued(text string) bool {
	signs := []rune(text)
	for i := 1; i+1 < len(signs); i++ {
		before, after := signs[i-1], signs[i+1]
		if signs[i] > unicode.MaxASCII && parts(signs[i]) && unicode.IsLetter(before) && unicode.IsLetter(after) &&
			(signs[i] != '’' || !unicode.IsLower(before) && !unicode.IsLower(after)) {
			return true
		}
	}
	return false
}

// raised gives the words of TCVN3 that a font of capitals showed their capitals back: HUYÖN is HUYệN by its codes. It takes two
// plain capitals and no plain small letter to know such a word.
func raised(text string) string {
	var out strings.Builder
	for text != "" {
		n := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
		if n < 0 {
			n = len(text)
		}
		word := text[:n]
		capitals, small := 0, false
		for i := range len(word) {
			if 'A' <= word[i] && word[i] <= 'Z' {
				capitals++
			}
			small = small || 'a' <= word[i] && word[i] <= 'z'
		}
		if capitals > 1 && !small {
			word = strings.ToUpper(word)
		}
		out.WriteString(word)
		_, next := utf8.DecodeRuneInString(text[n:])
		out.WriteString(text[n : n+next])
		text = text[n+next:]
	}
	return out.String()
}

// common are words of which a return is full and that are nobody's name.
var common = []string{"khen thưởng", "danh sách", "đơn vị", "quyết định", "hình thức", "số lượng", "tổng số", "ghi chú", "cá nhân", "tập thể", "năm", "số"}

// example shows one of the common words as it stood and as it is read.
func example(a Alphabet, text string) string {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return ""
	}
	for _, word := range common {
		if i := strings.Index(lower, word); i >= 0 {
			if code, ok := a.Encode(text[i : i+len(word)]); ok {
				stood, ok := decode1252(Latin1(code))
				if a == Misread {
					stood = string(code)
				} else if !ok {
					return ""
				}
				return stood + " = " + text[i:i+len(word)]
			}
		}
	}
	return ""
}

package alphabet

import (
	_ "embed"
	"strings"
	"unicode"

	"tdkt/data/codechart"
)

// A Vietnamese word is a syllable of a small, closed kind: an onset, a rime and one of six tones, and a rime that ends in c, ch,
// p or t takes two of them only. Signs that were read in a wrong alphabet all but never come out as such.

const onsets = "b c ch d đ g gh h k kh l m n ng ngh nh p ph r s t th tr v x"

// rimes without those behind q. What ends in k stands in the names of places in the Highlands.
const rimes = "a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây " +
	"e ec em en eng eo ep et ê êch ên êm ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu " +
	"o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi ok om on ong ooc oong op ot " +
	"ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui uk um un ung uôc uôi uôm uôn uông uôt up ut " +
	"uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu " +
	"y yêm yên yêng yêt yêu"

// rimesQu follow qu.
const rimesQu = "a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê êch ên ênh êt i ia ich in inh it iu " +
	"ôc ơ ơn ơt y ych yên yêt ynh yt"

var (
	isOnset  = set(onsets)
	isRime   = set(rimes)
	isRimeQu = set(rimesQu)
)

func set(words string) map[string]bool {
	m := map[string]bool{"": false}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// toned is a small letter without its tone, and the tone: 0 for none, then huyền, hỏi, ngã, sắc, nặng.
type toned struct {
	letter rune
	tone   int
}

var tones = func() map[rune]toned {
	m := map[rune]toned{}
	for _, vowel := range codechart.Vowels {
		letters := []rune(vowel)
		for tone, r := range letters {
			m[r] = toned{unicode.ToLower(letters[0]), tone}
		}
	}
	return m
}()

// syllable says whether a word in small letters can be a Vietnamese syllable. The tone may stand on either of two vowels (hoà, hòa).
func syllable(word string) bool {
	if len(word) > 24 {
		return false
	}
	bare, tone := make([]byte, 0, 24), 0
	for _, r := range word {
		t, vowel := tones[r]
		if !vowel {
			t.letter = r
		}
		if t.tone != 0 {
			if tone != 0 {
				return false
			}
			tone = t.tone
		}
		bare = append(bare, string(t.letter)...)
	}
	s := string(bare)
	if strings.HasPrefix(s, "qu") {
		return toneFits(s[2:], isRimeQu, tone)
	}
	if strings.HasPrefix(s, "gi") && toneFits(s[2:], isRime, tone) {
		return true
	}
	if toneFits(s, isRime, tone) {
		return true
	}
	for n := 1; n <= 3 && n < len(s); n++ {
		if isOnset[s[:n]] && spelt(s[:n], s[n:]) && toneFits(s[n:], isRime, tone) {
			return true
		}
	}
	return false
}

// spelt holds which spelling of an onset stands before which vowel.
func spelt(onset, rime string) bool {
	front := strings.HasPrefix(rime, "e") || strings.HasPrefix(rime, "ê") || strings.HasPrefix(rime, "i") || strings.HasPrefix(rime, "y")
	switch onset {
	case "c", "ng":
		return !front
	case "g":
		return !front || rime[0] == 'i'
	case "gh", "ngh":
		return front
	}
	return rime[0] != 'y' || len(rime) == 1
}

func toneFits(rime string, among map[string]bool, tone int) bool {
	if !among[rime] {
		return false
	}
	switch rime[len(rime)-1] {
	case 'c', 'p', 't', 'k':
		return tone >= 4
	case 'h':
		return tone >= 4 || strings.HasSuffix(rime, "nh")
	}
	return true
}

// syllablesText are the syllables of the lists, forms, rules and texts of the house: the words that returns are made of.
//
//go:embed syllables.txt
var syllablesText string

var usual = set(syllablesText)

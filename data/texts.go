package data

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Langs are the languages of the interface, the first by default.
var Langs = []string{"vi", "en"}

// Texts are the texts of the interface in one language.
type Texts struct {
	Lang  string
	words map[string]string
}

// LoadTexts reads lang/<lang>.json.
func LoadTexts(lang string) (Texts, error) {
	if !slices.Contains(Langs, lang) {
		return Texts{}, fmt.Errorf("language %q: want %s", lang, strings.Join(Langs, " or "))
	}
	content, err := LangFS.ReadFile("lang/" + lang + ".json")
	if err != nil {
		return Texts{}, err
	}
	t := Texts{Lang: lang}
	if err := json.Unmarshal(content, &t.words); err != nil {
		return Texts{}, fmt.Errorf("lang/%s.json: %w", lang, err)
	}
	return t, nil
}

// Get is the text of key, with args put in by fmt verbs. A missing key shows as itself in brackets: a test over the keys
// that the program uses must find none (see Has).
func (t Texts) Get(key string, args ...any) string {
	text, ok := t.words[key]
	switch {
	case !ok:
		return "[" + key + "]"
	case len(args) == 0:
		return text
	}
	return fmt.Sprintf(text, args...)
}

// Has says that key has a text.
func (t Texts) Has(key string) bool { _, ok := t.words[key]; return ok }

// cityKey ends the key of a text that stands in the place of another where the province is a city under the centre.
const cityKey = ".city"

// Of is every text, in the words that fit a province or, where city, a city under the centre (thành phố trực thuộc Trung ương).
func (t Texts) Of(city bool) map[string]string {
	words := make(map[string]string, len(t.words))
	for key, text := range t.words {
		if !strings.HasSuffix(key, cityKey) {
			words[key] = text
		}
	}
	if !city {
		return words
	}
	for key, text := range t.words {
		if plain, is := strings.CutSuffix(key, cityKey); is {
			words[plain] = text
		}
	}
	return words
}

// Keys is every key, sorted.
func (t Texts) Keys() []string {
	keys := make([]string, 0, len(t.words))
	for k := range t.words {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

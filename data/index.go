package data

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Reference is the lists with their resolvers. It is read-only and safe for use by several goroutines.
type Reference struct {
	Lists
	forms           map[string][]Form   // by code, in order of validity
	formAliases     map[string][]string // key -> codes; context any
	formContext     map[string][]string // key -> codes; context form, any or open
	wrongForms      map[string][]string // key -> codes; context wrong
	formPeriods     map[string]Period   // key -> when the board's word for it holds; the lists' own hold always
	spellings       []spelling          // every key of formContext, sorted
	authorities     map[string]string   // key -> level
	openAuthorities map[string]string   // the same for aliases that take any name after them
	levels          map[string]Level
	achievements    map[string]string // key -> code
	classes         map[string]string // key -> code
	people          map[string]string // kind|key -> code
	units           map[string][]Unit // by code, in order of validity
	unitNames       map[string][]Unit // key of name or alias -> rows
	provinces       map[string]string // keys of the names of provinces without their kind word
}

// NewReference checks the lists against one another and indexes them.
func NewReference(lists Lists) (*Reference, error) {
	if err := lists.Check(); err != nil {
		return nil, err
	}
	r := &Reference{Lists: lists}
	r.indexForms()
	r.indexWords()
	r.indexPeople()
	r.indexUnits()
	r.indexAuthorities()
	return r, nil
}

// addTo adds v under key once.
func addTo[T comparable](m map[string][]T, key string, v T) {
	if !slices.Contains(m[key], v) {
		m[key] = append(m[key], v)
	}
}

func (r *Reference) indexForms() {
	r.forms = map[string][]Form{}
	r.formAliases = map[string][]string{}
	r.formContext = map[string][]string{}
	r.wrongForms = map[string][]string{}
	for _, f := range r.Forms {
		r.forms[f.Code] = append(r.forms[f.Code], f)
		for _, name := range []string{f.NameVI, f.DisplayVI} {
			addTo(r.formAliases, Key(name), f.Code)
			addTo(r.formContext, Key(name), f.Code)
		}
	}
	for _, a := range r.FormAliases {
		switch key := Key(a.Alias); a.Context {
		case "wrong":
			addTo(r.wrongForms, key, a.Form)
		case "any":
			addTo(r.formAliases, key, a.Form)
			fallthrough
		default:
			addTo(r.formContext, key, a.Form)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(r.formContext)) {
		r.spellings = append(r.spellings, spelling{key, countLetters(key)})
	}
	for _, rows := range r.forms {
		slices.SortFunc(rows, func(a, b Form) int { return a.ValidFrom.Compare(b.ValidFrom) })
	}
}

func (r *Reference) indexWords() {
	r.levels = map[string]Level{}
	for _, l := range r.Levels {
		r.levels[l.Code] = l
	}
	r.achievements = map[string]string{}
	for _, a := range r.Achievements {
		r.achievements[Key(a.NameVI)] = a.Code
	}
	for _, a := range r.AchievementAliases {
		r.achievements[Key(a.Alias)] = a.Achievement
	}
	r.classes = map[string]string{}
	for _, c := range r.Classes {
		r.classes[Key(c.NameVI)] = c.Code
	}
	for _, a := range r.ClassAliases {
		r.classes[Key(a.Alias)] = a.Class
	}
}

// Form is the row of code in force on a day; the zero Date gives the latest.
func (r *Reference) Form(code string, on Date) (Form, bool) {
	rows := r.forms[code]
	for _, f := range slices.Backward(rows) {
		if f.Valid().Holds(on) {
			return f, true
		}
	}
	return Form{}, false
}

// FormByAlias is the codes that a text names wherever it stands; more than one where the text leaves a class open
// ("Huân chương Lao động"). Abbreviations that mean a form only in a form's place (LĐTT, BK) are not among them.
func (r *Reference) FormByAlias(text string) []string { return r.formAliases[Key(text)] }

// Level is the level of a code.
func (r *Reference) Level(code string) (Level, bool) {
	l, ok := r.levels[code]
	return l, ok
}

// AchievementByAlias is the achievement type that a text names.
func (r *Reference) AchievementByAlias(text string) (code string, ok bool) {
	key := Key(text)
	if key == "dot" && strings.Contains(strings.ToLower(norm.NFC.String(text)), "ột") {
		return "", false // Đột, cut off from xuất: no round, which is Đợt
	}
	code, ok = r.achievements[key]
	return code, ok
}

// ClassByAlias is the beneficiary class that a text names; a position names none.
func (r *Reference) ClassByAlias(text string) (code string, ok bool) {
	code, ok = r.classes[Key(text)]
	return code, ok
}

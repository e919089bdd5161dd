package ingest

import (
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/load"
)

// checkDuplicates tells rows of the return that seem to say one award twice. They are
// suspected, never merged: both count. Names and little else repeat among people.
func (r *reading) checkDuplicates() {
	first := make(map[uint64]int32, len(r.awards))
	for i := range r.awards {
		a := &r.awards[i]
		if a.Name == "" || a.Form == load.Unknown {
			continue
		}
		h := awardHash(a)
		j, again := first[h]
		if !again {
			first[h] = int32(i)
			continue
		}
		if b := &r.awards[j]; sameAward(a, b) {
			r.suspect(a, b)
		}
	}
	r.checkExclusions()
}

// awardHash is one for awards that may be the same; the year of birth, where it is known,
// stands in place of the workplace, which is written in many ways.
func awardHash(a *load.Award) uint64 {
	const prime = 1099511628211 // FNV-1a
	h := uint64(14695981039346656037)
	who := a.RecipientKey
	if a.BirthYear != 0 {
		who = a.NameKey
	}
	for _, s := range []string{who, a.Form, a.DecisionNo, a.Event, a.Movement, a.Achievement} {
		for i := range len(s) {
			h = (h ^ uint64(s[i])) * prime
		}
		h *= prime
	}
	for _, n := range []int{a.BirthYear, a.Year, a.DecidedOn.Year, a.DecidedOn.Month, a.DecidedOn.Day} {
		h = (h ^ uint64(n)) * prime
	}
	return h
}

// sameAward holds two awards of one hash against each other, with accents: Hùng is not Hưng.
func sameAward(a, b *load.Award) bool {
	known := a.BirthYear != 0
	return a.Form == b.Form && a.Year == b.Year && a.DecisionNo == b.DecisionNo && a.DecidedOn == b.DecidedOn &&
		a.Event == b.Event && a.Movement == b.Movement && a.Achievement == b.Achievement && a.RecipientKind == b.RecipientKind &&
		strings.EqualFold(spaced(a.Name), spaced(b.Name)) && a.BirthYear == b.BirthYear &&
		(known && (a.BirthOn == b.BirthOn || a.BirthOn.IsZero() || b.BirthOn.IsZero()) || !known && a.RecipientKey == b.RecipientKey)
}

func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// suspect tells at the name of the second row where the first stands. What is said of the
// first is a place: a name belongs to the person.
func (r *reading) suspect(a, b *load.Award) {
	code, words := finding.Code("duplicate-row"), check.Words{"first": b.NameCell}
	if a.Sheet != b.Sheet {
		words["first"] = b.Sheet + "!" + b.NameCell
	}
	switch {
	case !a.BirthOn.IsZero() && !b.BirthOn.IsZero():
		words["same_vi"], words["same_en"] = "ngày sinh", "birth date"
	case a.BirthYear != 0:
		words["same_vi"], words["same_en"] = "năm sinh", "year of birth"
	case a.RecipientKind != individual && a.Workplace != "":
		words["same_vi"], words["same_en"] = "nơi công tác", "workplace"
	default:
		code = "same-name-twice"
	}
	r.doubt(code, finding.Place{File: a.File, Sheet: a.Sheet, Cell: a.NameCell}, a.NameCell+" = "+words["first"], words)
}

// exclusive are the two titles of the forces that one collective does not hold in one year;
// the lists keep each with the like title of the civil service, where both may be held.
var exclusive = map[string][]string{"ttldxs": {"don vi quyet thang", "dvqt"}, "ttldtt": {"don vi tien tien", "dvtt"}}

type titled struct {
	recipient string
	year      int
}

// noteTitle remembers that the words which give an award its form are of the forces.
func (l *list) noteTitle(a *load.Award, said string) {
	words := exclusive[a.Form]
	if words == nil {
		return
	}
	theirs, seen := l.ofForcesTitle[said]
	if !seen {
		key := " " + data.Key(said) + " "
		theirs = slices.ContainsFunc(words, func(w string) bool { return strings.Contains(key, " "+w+" ") })
		l.ofForcesTitle[said] = theirs
	}
	if theirs {
		l.titles[a.ID] = said
	}
}

// checkExclusions asks about collectives with both titles.
func (r *reading) checkExclusions() {
	if len(r.titles) == 0 {
		return
	}
	held := map[titled]*load.Award{}
	for i := range r.awards {
		a := &r.awards[i]
		said, ok := r.titles[a.ID]
		if !ok || a.Year == 0 {
			continue
		}
		key := titled{a.RecipientKey, a.Year}
		b := held[key]
		if b == nil {
			held[key] = a
			continue
		}
		if a.Form != b.Form && strings.EqualFold(spaced(a.Name), spaced(b.Name)) {
			at := finding.Place{File: a.File, Sheet: a.Sheet, Cell: a.FormCell}
			r.doubt("titles-exclude-each-other", at, said, check.Words{"first": b.FormCell})
		}
	}
}

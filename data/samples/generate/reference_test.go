package main

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold is this test's own idea of equal spelling: no accents, no punctuation, one space.
func fold(t string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(t)) {
		switch {
		case r == 'đ':
			b.WriteRune('d')
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			b.WriteRune(' ')
		}
	}
	return strings.ReplaceAll(strings.Join(strings.Fields(b.String()), " "), "sy ", "si ")
}

// aliases gives the code of every spelling of a reference list.
func aliases(t *testing.T, name string) map[string]string {
	_, rows := readCSV(t, "reference/"+name)
	out := map[string]string{}
	for _, r := range rows {
		out[fold(r[0])] = r[1]
	}
	return out
}

func codes(t *testing.T, name string) map[string]bool {
	_, rows := readCSV(t, "reference/"+name)
	out := map[string]bool{}
	for _, r := range rows {
		out[r[0]] = true
	}
	return out
}

// Every code of the truth is one of the reference lists, and every unit stands there under the name we write.
func TestCodesExist(t *testing.T) {
	lists := map[string]map[string]bool{"unit_code": codes(t, "unit.csv"), "form_code": codes(t, "award_form.csv"), "level_code": codes(t, "level.csv"), "achievement_code": codes(t, "achievement.csv")}
	for _, f := range append(awardFacts(t), beneficiaryFacts(t)...) {
		for c, known := range lists {
			if f[c] != "" && !known[f[c]] {
				t.Errorf("%s %q is in no reference list", c, f[c])
			}
		}
	}
	_, obligations := readCSV(t, "reference/obligation.csv")
	for _, o := range obligations {
		if !lists["unit_code"][o[0]] {
			t.Errorf("obligation of unknown unit %q", o[0])
		}
	}
	_, rows := readCSV(t, "reference/unit.csv")
	names := map[string]string{}
	for _, r := range rows {
		names[r[0]] = r[2]
	}
	used := map[string]bool{}
	for _, f := range awardFacts(t) {
		used[f["unit_code"]] = true
	}
	for code, u := range units {
		if used[code] && names[code] != u.name {
			t.Errorf("%s is %q in the register, %q here", code, names[code], u.name)
		}
	}
}

// Every word that a return uses for a form, a type, a class or an authority is a known spelling.
func TestWordsAreKnownSpellings(t *testing.T) {
	formAlias, typeAlias := aliases(t, "award_form_alias.csv"), aliases(t, "achievement_alias.csv")
	classAlias, authorityAlias := aliases(t, "beneficiary_class_alias.csv"), aliases(t, "authority_alias.csv")
	told := map[string]bool{}
	expect := func(list map[string]string, word, code string) {
		if told[word] {
			return
		}
		told[word] = true
		if got := list[fold(word)]; got != code {
			t.Errorf("%q is %q in the reference, %q here", word, got, code)
		}
	}
	for _, f := range everyPlan() {
		for _, p := range f.parts {
			if p.table != nil {
				for form, w := range p.table.words {
					expect(formAlias, w, form)
				}
				continue
			}
			for _, a := range p.list.awards {
				if forms[a.form].outside { // a certificate named by who gives it
					_, giver, _ := strings.Cut(p.list.formText(a), " của ")
					if _, ok := authorityAlias[fold(giver)]; !ok {
						t.Errorf("%s: giver %q is no known spelling", f.path, giver)
					}
					continue
				}
				expect(formAlias, p.list.formText(a), a.form)
				if p.list.shows("achievement") {
					expect(typeAlias, p.list.value("achievement", 1, a).Text, a.achievement)
				}
				if p.list.shows("class", "any_class") && a.kind == "individual" {
					expect(classAlias, p.list.value("class", 1, a).Text, a.who.Class)
				}
				if p.list.shows("authority") {
					if w := authorityOf(a, p.list.head.from); authorityAlias[fold(w)] == "" {
						t.Errorf("%s: authority %q is no known spelling", f.path, w)
					}
				}
			}
		}
	}
	for code, words := range achievementWords {
		expect(typeAlias, "Khen thưởng "+words[0], code)
	}
}

// For every award and figure of the plan, law.go gives the level that form_authority and sender_authority leave.
func TestLawAgreesWithTheReference(t *testing.T) {
	_, who := readCSV(t, "reference/form_authority.csv")
	_, senders := readCSV(t, "reference/sender_authority.csv")
	holds := func(from, to string, on day) bool {
		return (from == "" || from <= on.iso()) && (to == "" || on.iso() <= to)
	}
	want := func(form, kind string, on day) string {
		found := map[string]bool{}
		for _, f := range who {
			for _, s := range senders {
				if f[0] == form && s[0] == kind && f[1] == s[1] && holds(f[2], f[3], on) && holds(s[3], s[4], on) {
					found[s[2]] = true
				}
			}
		}
		if len(found) != 1 {
			return "chua_ro"
		}
		return sortedKeys(found)[0]
	}
	compare := func(where, form string, from unit, on day) {
		if got, law := level(form, from, on), want(form, from.kind, on); !forms[form].outside && got != law {
			t.Errorf("%s: %s by %s on %s: %s, the reference leaves %s", where, form, from.code, on.iso(), got, law)
		}
	}
	for _, f := range everyPlan() {
		for _, p := range f.parts {
			if p.list != nil {
				for _, a := range p.list.awards {
					compare(f.path, a.form, p.list.head.from, p.list.seen(a).dayOfLaw())
				}
				continue
			}
			on := day{p.table.head.year, 12, 31}
			for _, form := range p.table.forms {
				compare(f.path, form, p.table.head.from, on)
			}
			for _, row := range p.table.rows {
				compare(f.path, row.form, p.table.head.from, on)
				if p.table.words[row.form] == "" && row.level != level(row.form, p.table.head.from, on) {
					t.Errorf("%s: %s stands at %s", f.path, row.form, row.level)
				}
			}
		}
	}
}

// Every return answers an obligation, faulty ones too: not-expected comes nowhere.
func TestEveryReturnIsOwed(t *testing.T) {
	_, rows := readCSV(t, "reference/obligation.csv")
	owes := map[string]bool{}
	for _, o := range rows {
		owes[keyOf(o[0], o[1], o[2])] = true
	}
	sent := map[string]bool{}
	for _, f := range plan() {
		for _, p := range f.parts {
			k := keyOf(p.unit, p.shape, p.periodText())
			sent[k] = true
			if !owes[k] {
				t.Errorf("%s: %s is not in obligation.csv", f.path, k)
			}
		}
	}
	if len(owes)-len(sent) < 10 {
		t.Errorf("%d obligations, %d met: completeness has little to show", len(owes), len(sent))
	}
}

// Every faulty file has a status, and an error never goes with an accepted one.
func TestFaultyTablesAgree(t *testing.T) {
	_, rows := readCSV(t, "samples/truth/faulty_status.csv")
	status := map[string]string{}
	for _, r := range rows {
		status[r[0]] = r[2]
	}
	for _, name := range samples(t, "faulty") {
		if status[strings.TrimPrefix(name, "faulty/")] == "" {
			t.Errorf("%s has no status", name)
		}
	}
	_, found := readCSV(t, "samples/truth/faulty_findings.csv")
	has := map[string]string{}
	for _, f := range found {
		if status[f[0]] == "" {
			t.Errorf("finding for %s, which has no status", f[0])
		}
		if (f[4] == "error") == strings.HasPrefix(status[f[0]], "accepted") {
			t.Errorf("%s: %s with status %s", f[0], f[4], status[f[0]])
		}
		has[f[0]] = f[3]
	}
	for name, s := range status {
		if (s == "accepted") != (has[name] == "") {
			t.Errorf("%s: status %s, finding %q", name, s, has[name])
		}
	}
}

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
	for _, o := range obligations(plan()) {
		if !lists["unit_code"][o.unit] {
			t.Errorf("obligation of unknown unit %q", o.unit)
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
	for _, f := range plan() {
		for _, p := range f.parts {
			if p.rolls != nil {
				continue
			}
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
	for _, f := range plan() {
		for _, p := range f.parts {
			if p.list != nil {
				for _, a := range p.list.awards {
					compare(f.path, a.form, p.list.head.from, p.list.seen(a).dayOfLaw())
				}
				continue
			}
			if p.rolls != nil {
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

// Every return stands on the list of one board for its year, and each board lists what nobody sent: else the query
// not-expected would come, and completeness would have little to show.
func TestBoardsListEveryReturn(t *testing.T) {
	boards, err := boardBooks(dataDir, plan())
	if err != nil {
		t.Fatal(err)
	}
	owes := map[string]string{}
	for _, b := range boards {
		for _, o := range b.owes {
			k := keyOf(o.unit, o.shape, o.period)
			if other := owes[k]; other != "" {
				t.Errorf("%s: on the lists of %s and %s", k, other, b.path)
			}
			if shapeWords[o.shape] == "" {
				t.Errorf("%s: boards have no word for the form", k)
			}
			owes[k] = b.path
		}
	}
	sent := map[string]bool{}
	for _, f := range plan() {
		for _, p := range f.parts {
			k := keyOf(p.unit, p.shape, p.periodText())
			if sent[k] = true; owes[k] == "" {
				t.Errorf("%s: %s is on no board's list", f.path, k)
			}
		}
	}
	if len(owes) != len(obligations(plan())) || len(owes)-len(sent) < 10 {
		t.Errorf("%d on the lists of %d owed, %d met", len(owes), len(obligations(plan())), len(sent))
	}
}

// Every department and district of the three provinces is in one cluster a year as long as it stands, but for the boards, which
// serve the clusters; each member bears a name of its time.
func TestEveryUnitHasOneCluster(t *testing.T) {
	boards, err := boardBooks(dataDir, plan())
	if err != nil {
		t.Fatal(err)
	}
	in := map[string]int{}
	for _, b := range boards {
		for _, m := range b.in {
			in[keyOf(m.board, m.unit, b.year)]++
		}
	}
	_, rows := readCSV(t, "reference/unit.csv")
	must := 0
	for _, r := range rows {
		board := map[string]string{"17": "hb-ban-tdkt", "25": "pt-ban-tdkt", "26": "vp-ban-tdkt"}[r[5]]
		if strings.HasPrefix(r[0], "ptm-") || strings.HasPrefix(r[0], "xm-") {
			board = "ptm-ban-tdkt"
		}
		for year := 2021; year <= 2025; year++ {
			stands := r[6] <= yearText(year)+"-12-31" && (r[7] == "" || r[7] >= yearText(year)+"-01-01")
			n := in[keyOf(board, r[2], year)]
			if board == "" || r[3] != "department" && r[3] != "district" || strings.HasSuffix(r[0], "-ban-tdkt") {
				continue
			}
			if want := map[bool]int{true: 1}[stands]; n != want {
				t.Errorf("%s %s: in %d clusters in %d, want %d", r[0], r[2], n, year, want)
			}
			must++
		}
	}
	if must < 500 {
		t.Errorf("%d units and years looked at", must)
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
	has, refusing := map[string]string{}, map[string]bool{}
	for _, f := range found {
		if status[f[0]] == "" {
			t.Errorf("finding for %s, which has no status", f[0])
		}
		has[f[0]] = f[3]
		refusing[f[0]] = refusing[f[0]] || f[4] == "error" // beside which a query may ask where the fault sits
	}
	for name, s := range status {
		if refusing[name] == strings.HasPrefix(s, "accepted") {
			t.Errorf("%s: status %s, an error found: %v", name, s, refusing[name])
		}
		if (s == "accepted") != (has[name] == "") {
			t.Errorf("%s: status %s, finding %q", name, s, has[name])
		}
	}
}

package main

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// fact is a row of a truth file by column; known tells a figure from a null.
type fact map[string]string

func (f fact) known(cols ...string) bool {
	for _, c := range cols {
		if f[c] == "" {
			return false
		}
	}
	return true
}

func (f fact) n(t *testing.T, c string) int {
	t.Helper()
	n, err := strconv.Atoi(f[c])
	if err != nil {
		t.Fatalf("%v: %s: %v", f, c, err)
	}
	return n
}

func facts(t *testing.T, name, header string) []fact {
	t.Helper()
	cols, rows := readCSV(t, "samples/truth/"+name)
	if strings.Join(cols, ",") != header {
		t.Fatalf("%s: header %v", name, cols)
	}
	var out []fact
	last := ""
	for _, row := range rows {
		f := fact{}
		for i, c := range cols {
			f[c] = row[i]
		}
		line := strings.Join(row, ",")
		if last != "" && !lessFields(last, line) {
			t.Errorf("%s: not in full order at %s", name, line)
		}
		last = line
		out = append(out, f)
	}
	return out
}

func awardFacts(t *testing.T) []fact {
	return append(facts(t, "award_count.csv", awardHeader), facts(t, "typed_award_count.csv", awardHeader)...)
}

func beneficiaryFacts(t *testing.T) []fact {
	return append(facts(t, "beneficiary_count.csv", beneficiaryHeader), facts(t, "typed_beneficiary_count.csv", beneficiaryHeader)...)
}

func (f fact) key(cols ...string) string {
	var parts []string
	for _, c := range cols {
		parts = append(parts, f[c])
	}
	return strings.Join(parts, ",")
}

var coarse = []string{"unit_code", "award_year", "decided_year", "form_code", "level_code", "source"}

// The identities of domain.md §5.2 hold in the truth, else no pipeline could meet it.
func TestTruthAddsUp(t *testing.T) {
	classes := []string{"leader_ministry_province_count", "leader_department_count", "entrepreneur_count", "leader_other_count", "direct_worker_count", "class_unknown_count"}
	sum := func(f fact, cols ...string) (n int) {
		for _, c := range cols {
			if f[c] != "" {
				n += f.n(t, c)
			}
		}
		return n
	}
	for _, f := range beneficiaryFacts(t) {
		kinds := sum(f, "collective_count", "household_count", "individual_count")
		if kinds > f.n(t, "award_count") || f.known("collective_count", "household_count", "individual_count") && kinds != f.n(t, "award_count") {
			t.Errorf("kinds %d, awards %s: %v", kinds, f["award_count"], f)
		}
		if f.known("collective_count", "enterprise_count") && f.n(t, "enterprise_count") > f.n(t, "collective_count") {
			t.Errorf("more enterprises than collectives: %v", f)
		}
		if !f.known("individual_count") {
			if sum(f, "woman_count", "woman_unknown_count", "class_unknown_count", "youth_unknown_count") != 0 {
				t.Errorf("persons told of none: %v", f)
			}
			continue
		}
		people := f.n(t, "individual_count")
		if sum(f, classes...) != people {
			t.Errorf("classes %d of %d: %v", sum(f, classes...), people, f)
		}
		if sum(f, "woman_count", "woman_unknown_count") > people || sum(f, "youth_count", "youth_unknown_count") > people {
			t.Errorf("more women or young than persons: %v", f)
		}
	}
}

// Types of one form add up to its awards: both tables tell the same number.
func TestAwardsAndBeneficiariesAgree(t *testing.T) {
	byType, whole := map[string]int{}, map[string]int{}
	seen := map[string]bool{}
	for _, f := range awardFacts(t) {
		k := f.key(append(slices.Clone(coarse), "achievement_code")...)
		if seen[k] {
			t.Errorf("%s twice", k)
		}
		seen[k] = true
		byType[f.key(coarse...)] += f.n(t, "award_count")
	}
	for _, f := range beneficiaryFacts(t) {
		k := f.key(coarse...)
		if _, twice := whole[k]; twice {
			t.Errorf("%s twice", k)
		}
		whole[k] = f.n(t, "award_count")
		if byType[k] != whole[k] {
			t.Errorf("%s: %d by type, %d in all", k, byType[k], whole[k])
		}
	}
	for k := range byType {
		if _, ok := whole[k]; !ok {
			t.Errorf("%s: awards without beneficiaries", k)
		}
	}
}

// Each figure is told by one return, but for the one list that stands beside a table on purpose.
func TestOneReturnTellsAFigure(t *testing.T) {
	told, rounds := map[string]string{}, map[string]string{}
	tell := func(where, unit string, year int, form string) {
		k := keyOf(unit, year, form)
		if other, known := told[k]; known && rounds[other] != "" && rounds[where] != "" && rounds[other] != rounds[where] {
			return // two rounds of one unit stand side by side
		}
		if other := told[k]; other != "" && other != where && k != "h-237,2023,bk_tinh" {
			t.Errorf("%s: told by %s and %s", k, other, where)
		}
		told[k] = where
	}
	for _, f := range everyPlan() {
		for i, p := range f.parts {
			where := f.path + "#" + strconv.Itoa(i)
			rounds[where] = p.round
			switch {
			case p.role != "":
			case p.list != nil:
				for _, a := range p.list.awards {
					if seen := p.list.seen(a); seen.event != "revoked" && f.path != "2021/pt-so-y-te.xlsx" {
						tell(where, p.unit, seen.year, a.form)
					}
				}
			case p.shape == mau01:
				for _, u := range p.table.units {
					for form := range u.of {
						tell(where, u.code, p.table.head.year, form)
					}
				}
			default:
				for _, row := range p.table.rows {
					tell(where, p.unit, p.table.head.year, row.form)
				}
			}
		}
	}
	if told["h-237,2023,bk_tinh"] == "" {
		t.Error("the list beside a table is gone")
	}
}

// A reader of the truth must meet what the step names: unknown sex, posthumous, revoked, outside the totals.
func TestPlanHoldsTheSpecialCases(t *testing.T) {
	have := map[string]int{}
	for _, f := range plan() {
		if f.revises != "" {
			have["revises"]++
		}
		for _, p := range f.parts {
			have[p.role]++
			if p.list == nil {
				continue
			}
			for _, a := range p.list.awards {
				have[a.event]++
				have[a.kind]++
				have[a.achievement]++
				if forms[a.form].outside {
					have["outside"]++
				}
				if a.kind == "individual" && p.list.woman(a) == unknown {
					have["sex unknown"]++
				}
				if p.list.head.year == 0 && p.list.seen(a).year != 0 {
					have["year by decision"]++
				}
			}
		}
	}
	for _, what := range []string{"household", "collective", "thuong_xuyen", "chuyen_de", "dot_xuat", "doi_ngoai", "cong_hien", "nien_han", "khang_chien", "revises", "control", "superseded", "proposal", "posthumous", "revoked", "outside", "sex unknown", "year by decision"} {
		if have[what] == 0 {
			t.Errorf("no case of %q", what)
		}
	}
}

// Nothing is decided after the office reported it: the date of a decision must not be a slip of the plan.
func TestDecisionsComeBeforeReports(t *testing.T) {
	for _, f := range everyPlan() {
		for _, p := range f.parts {
			if p.list == nil {
				continue
			}
			for _, a := range p.list.awards {
				seen := p.list.seen(a)
				if on := p.list.head.dated; f.received.before(seen.decOn) || !on.none() && on.before(seen.decOn) {
					t.Errorf("%s: decided %s, dated %s, received %s", f.path, seen.decOn.iso(), on.iso(), f.received.iso())
					break
				}
			}
		}
	}
}

func TestYouth(t *testing.T) {
	full := list{birth: "full", columns: []column{col("birth", 1, "x")}}
	year := list{birth: "year", columns: []column{col("birth", 1, "x")}}
	cases := []struct {
		name string
		l    list
		born day
		on   day
		want int
	}{
		{"the day before the 31st birthday", full, day{1990, 12, 21}, day{2021, 12, 20}, yes},
		{"the 31st birthday itself", full, day{1990, 12, 20}, day{2021, 12, 20}, no},
		{"the 16th birthday", full, day{2005, 12, 20}, day{2021, 12, 20}, yes},
		{"the day before the 16th", full, day{2005, 12, 21}, day{2021, 12, 20}, no},
		{"no decision: end of the year", full, day{1990, 12, 31}, day{}, no},
		{"year only: 30 at the end of the year", year, day{1991, 5, 5}, day{2021, 1, 3}, yes},
		{"year only: 31", year, day{1990, 12, 31}, day{2021, 1, 3}, no},
		{"no birth column", list{}, day{1990, 12, 31}, day{2021, 1, 3}, unknown},
	}
	for _, c := range cases {
		if got := c.l.youth(award{year: 2021, decOn: c.on, who: person{Born: c.born}}); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

package main

import (
	"sort"
	"strconv"
	"strings"
)

// source of figures: what one return says of one (unit, year, form), before it is decided what counts.
type book struct {
	awards  []listed
	tallies []tallied
}

type listed struct {
	unit string
	l    list
	a    award // as seen
}

type tallied struct {
	unit, shape string
	year        int
	t           tally
}

const awardHeader = "unit_code,award_year,decided_year,form_code,level_code,achievement_code,source,award_count"

const beneficiaryHeader = "unit_code,award_year,decided_year,form_code,level_code,source,award_count,collective_count,enterprise_count,household_count,individual_count," +
	"leader_ministry_province_count,leader_department_count,entrepreneur_count,leader_other_count,direct_worker_count,class_unknown_count," +
	"woman_count,woman_unknown_count,youth_count,youth_unknown_count"

// addList takes the awards of a list that counts.
func (b *book) addList(unitCode string, l list) {
	for _, a := range l.awards {
		seen := l.seen(a)
		if forms[a.form].outside {
			continue
		}
		b.awards = append(b.awards, listed{unitCode, l, seen})
	}
}

func (b *book) addTable(shape string, unitCode string, t table) {
	year := t.head.year
	if shape != "mau_01" {
		for _, ta := range t.rows {
			b.tallies = append(b.tallies, tallied{unitCode, shape, year, ta})
		}
		return
	}
	for _, u := range t.units {
		for _, f := range t.forms {
			if n, ok := u.of[f]; ok && u.code != "" {
				lvl := level(f, t.head.from, day{year, 12, 31})
				if t.words[f] != "" && f == "giay_khen" {
					lvl = levelInWords(t.words[f])
				}
				b.tallies = append(b.tallies, tallied{u.code, shape, year, tally{f, lvl, figures{fAll: n}}})
			}
		}
	}
}

// levelInWords reads the giver out of the name of a certificate.
func levelInWords(t string) string {
	for lvl, w := range authorityWords {
		if strings.HasSuffix(t, w) {
			return lvl
		}
	}
	return "chua_ro"
}

// revoked awards leave with the row that revokes them.
func (b *book) withoutRevoked() []listed {
	gone := map[string]bool{}
	key := func(x listed) string { return x.unit + "|" + x.a.title() + "|" + x.a.form + "|" + x.a.decNo }
	for _, x := range b.awards {
		if x.a.event == "revoked" {
			gone[key(x)] = true
		}
	}
	var left []listed
	for _, x := range b.awards {
		if !gone[key(x)] {
			left = append(left, x)
		}
	}
	return left
}

func keyOf(parts ...any) string {
	s := make([]string, len(parts))
	for i, p := range parts {
		switch v := p.(type) {
		case string:
			s[i] = v
		case int:
			s[i] = strconv.Itoa(v)
		}
	}
	return strings.Join(s, ",")
}

// counting drops what a list or a table of higher rank already tells of the same unit, year and form.
func (b *book) counting() ([]listed, []tallied) {
	lists := map[string]bool{}
	for _, x := range b.awards {
		lists[keyOf(x.unit, x.a.year, x.a.form)] = true
	}
	rank := map[string]int{"bieu_0603": 3, "mau_02": 2, "mau_01": 1}
	best := map[string]int{}
	for _, x := range b.tallies {
		k := keyOf(x.unit, x.year, x.t.form)
		best[k] = max(best[k], rank[x.shape])
	}
	var kept []tallied
	for _, x := range b.tallies {
		k := keyOf(x.unit, x.year, x.t.form)
		if !lists[k] && rank[x.shape] == best[k] {
			kept = append(kept, x)
		}
	}
	return b.withoutRevoked(), kept
}

// awardCounts is fct_award_count as it must come out.
func (b *book) awardCounts() string {
	sums := map[string]int{}
	awards, tallies := b.counting()
	for _, x := range awards {
		sums[keyOf(x.unit, x.a.year, x.a.decOn.y, x.a.form, x.a.level, x.a.achievement, "list")]++
	}
	for _, x := range tallies {
		rest := x.t.of[fAll]
		for _, ach := range append([]string{"chuyen_de_dot_xuat"}, achievementOrder...) {
			if n, ok := x.t.of[ach]; ok {
				sums[keyOf(x.unit, x.year, 0, x.t.form, x.t.level, ach, "tally")] += n
				rest -= n
			}
		}
		if rest != 0 {
			sums[keyOf(x.unit, x.year, 0, x.t.form, x.t.level, "chua_ro", "tally")] += rest
		}
	}
	var lines []string
	for k, n := range sums {
		lines = append(lines, k+","+strconv.Itoa(n))
	}
	return sorted(awardHeader, lines)
}

// beneficiaryCounts is fct_beneficiary_count as it must come out; an empty field is a null.
func (b *book) beneficiaryCounts() string {
	measures := strings.Split(beneficiaryHeader, ",")[6:]
	sums := map[string]map[string]int{}
	awards, tallies := b.counting()
	for _, x := range awards {
		k := keyOf(x.unit, x.a.year, x.a.decOn.y, x.a.form, x.a.level, "list")
		if sums[k] == nil {
			sums[k] = map[string]int{}
			for _, m := range measures {
				if m != "enterprise_count" {
					sums[k][m] = 0
				}
			}
		}
		for _, m := range x.measures() {
			sums[k][m]++
		}
		if x.a.bodyClass != "" && x.l.shows("body_class", "any_class") {
			sums[k][fFirms] += 0 // known, be it none
		}
	}
	for _, x := range tallies {
		sums[keyOf(x.unit, x.year, 0, x.t.form, x.t.level, "tally")] = x.t.measures()
	}
	var lines []string
	for k, of := range sums {
		for _, m := range measures {
			k += ","
			if n, ok := of[m]; ok {
				k += strconv.Itoa(n)
			}
		}
		lines = append(lines, k)
	}
	return sorted(beneficiaryHeader, lines)
}

// measures one award adds one to.
func (x listed) measures() []string {
	out := []string{"award_count", x.a.kind + "_count"}
	if x.a.bodyClass == "Doanh nghiệp" && x.l.shows("body_class", "any_class") {
		out = append(out, fFirms)
	}
	if x.a.kind != "individual" {
		return out
	}
	class := x.l.class(x.a)
	if class == "" {
		class = "class_unknown"
	}
	out = append(out, class+"_count")
	for name, state := range map[string]int{"woman": x.l.woman(x.a), "youth": x.l.youth(x.a)} {
		switch state {
		case yes:
			out = append(out, name+"_count")
		case unknown:
			out = append(out, name+"_unknown_count")
		}
	}
	return out
}

func (t tally) measures() map[string]int {
	out := map[string]int{}
	for _, m := range []string{fAll, fGroups, fFirms, fHomes, fPeople} {
		if n, ok := t.of[m]; ok {
			out[m] = n
		}
	}
	people, ok := t.of[fPeople]
	if !ok {
		return out
	}
	rest := people
	for _, c := range classOrder {
		if n, ok := t.of[c]; ok {
			out[c+"_count"] = n
			rest -= n
		}
	}
	out["class_unknown_count"], out["woman_unknown_count"], out["youth_unknown_count"] = rest, people, people
	return out
}

func sorted(header string, lines []string) string {
	sort.Slice(lines, func(i, j int) bool { return lessFields(lines[i], lines[j]) })
	return header + "\n" + strings.Join(lines, "\n") + "\n"
}

// lessFields compares line by line, field by field, as text.
func lessFields(a, b string) bool {
	x, y := strings.Split(a, ","), strings.Split(b, ",")
	for i := range x {
		if i < len(y) && x[i] != y[i] {
			return x[i] < y[i]
		}
	}
	return false
}

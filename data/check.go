package data

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
)

// The closed vocabularies of the lists.
var (
	formClasses  = []string{"", "nhat", "nhi", "ba"}
	authorities  = []string{"CTN", "CP", "TTG", "BT", "S", "HN", "X", "DN"}
	extents      = []string{"full", "part"}
	eventKinds   = []string{"merge", "split", "rename", "abolish"}
	contexts     = []string{"any", "form", "open", "wrong"}
	roles        = []string{"counts", "control"}
	returnForms  = []string{"danh_sach_ca_nhan", "danh_sach_tap_the", "danh_sach_hon_hop", "bieu_0602", "bieu_0603", "mau_02", "mau_02_nha_nuoc", "mau_03", "mau_01", "so_quyet_dinh", "bieu_0601", "bieu_0604", "bieu_0605", "bieu_0701", "dai_bieu_dai_hoi", "dien_hinh_tien_tien"}
	achievements = []string{"thuong_xuyen", "chuyen_de", "dot_xuat", "doi_ngoai", "cong_hien", "nien_han", "khang_chien", "chuyen_de_dot_xuat", "chua_ro"}
	colourForm   = regexp.MustCompile(`^#[0-9a-f]{6}$`)
)

// faults gathers contradictions.
type faults []error

func (f *faults) add(format string, args ...any) { *f = append(*f, fmt.Errorf(format, args...)) }

// oneOf refuses a value outside its vocabulary.
func (f *faults) oneOf(where, value string, allowed []string) {
	if !slices.Contains(allowed, value) {
		f.add("%s: %q is not known", where, value)
	}
}

// Check says every contradiction among the lists: codes that lead nowhere, dated rows that overlap, spellings with two meanings,
// forms that nobody can receive, units without a parent or a successor, a unit in two clusters.
func (l Lists) Check() error {
	var f faults
	l.checkKeys(&f)
	l.checkForms(&f)
	l.checkFormPeriods(&f)
	l.checkAuthorities(&f)
	l.checkLaw(&f)
	l.checkWords(&f)
	l.checkColours(&f)
	l.checkUnits(&f)
	l.checkUnitNames(&f)
	l.checkEvents(&f)
	l.checkClusters(&f)
	l.checkObligations(&f)
	l.checkCycles(&f)
	l.checkBreaks(&f)
	l.checkPeople(&f)
	slices.SortFunc(f, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return errors.Join(f...)
}

// checkKeys refuses two rows of one key.
func (l Lists) checkKeys(f *faults) {
	v := reflect.ValueOf(l)
	for i := range v.NumField() {
		list := v.Field(i)
		name, cols, seen := v.Type().Field(i).Tag.Get("file"), columnsOf(list.Type().Elem()), map[string]bool{}
		for n := range list.Len() {
			key := ""
			for c, col := range cols {
				if col.key {
					key += fmt.Sprint(list.Index(n).Field(c).Interface()) + "|"
				}
			}
			if seen[key] {
				f.add("%s: two rows of key %s", name, key)
			}
			seen[key] = true
		}
	}
}

func (l Lists) checkForms(f *faults) {
	levels, codes := codesOf(l.Levels, func(x Level) string { return x.Code }), codesOf(l.Forms, func(x Form) string { return x.Code })
	families := codesOf(l.FormFamilies, func(x FormFamily) string { return x.Code })
	for _, x := range l.Forms {
		where := "award_form " + x.Code
		f.oneOf(where+": family", x.Family, families)
		f.oneOf(where+": class", x.Class, formClasses)
		f.oneOf(where+": level_code", x.Level, levels)
		if !x.TakesIndividual && !x.TakesCollective && !x.TakesHousehold {
			f.add("%s: takes nobody", where)
		}
	}
	spellings := l.checkFormAliases(f, codes)
	for _, x := range l.Forms {
		for _, name := range []string{x.NameVI, x.DisplayVI} {
			if a, ok := spellings[Key(name)]; ok && a.Form != x.Code {
				f.add("award_form_alias %q: %s, but %s is named so", a.Alias, a.Form, x.Code)
			}
		}
	}
}

// checkFormAliases refuses a spelling with two meanings, unless its rows say that it is open between them, and gives the
// spellings by their keys.
func (l Lists) checkFormAliases(f *faults, codes []string) map[string]FormAlias {
	spellings, open := map[string]FormAlias{}, map[string]int{}
	for _, a := range l.FormAliases {
		f.oneOf("award_form_alias "+a.Alias+": form_code", a.Form, codes)
		f.oneOf("award_form_alias "+a.Alias+": context", a.Context, contexts)
		key := Key(a.Alias)
		other, seen := spellings[key]
		if seen && (a.sort() != other.sort() || a.sort() == "exact" && a.Form != other.Form) {
			f.add("award_form_alias %q: %s and %s (%q)", a.Alias, a.Form, other.Form, other.Alias)
		}
		spellings[key] = a
		if a.sort() == "open" {
			open[key]++
		}
	}
	for _, a := range l.FormAliases {
		if a.Context == "open" && open[Key(a.Alias)] == 1 {
			f.add("award_form_alias %q: open, but only %s is named", a.Alias, a.Form)
		}
	}
	return spellings
}

// sort is how a spelling speaks: exactly, open between several forms, or wrongly. Where a form is expected, context any holds too.
func (a FormAlias) sort() string {
	if a.Context == "any" || a.Context == "form" {
		return "exact"
	}
	return a.Context
}

// checkFormPeriods refuses periods of one form that overlap, or attributes that the law does not change.
func (l Lists) checkFormPeriods(f *faults) {
	periods, first := map[string][]Period{}, map[string]Form{}
	for _, x := range l.Forms {
		addPeriod(f, periods, "award_form "+x.Code, x.Valid())
		if one, ok := first[x.Code]; ok && (one.Class != x.Class || one.Family != x.Family || one.CountsInState != x.CountsInState) {
			f.add("award_form %s: rows differ in class, family or counts_in_state_total", x.Code)
		}
		first[x.Code] = x
	}
}

// addPeriod adds p under key and refuses it where it is reversed or overlaps an earlier one.
func addPeriod(f *faults, periods map[string][]Period, key string, p Period) {
	if !p.To.IsZero() && p.To.Before(p.From) {
		f.add("%s: ends %s before it begins %s", key, p.To, p.From)
	}
	for _, q := range periods[key] {
		if p.Overlaps(q) {
			f.add("%s: rows of %s..%s and %s..%s overlap", key, p.From, p.To, q.From, q.To)
		}
	}
	periods[key] = append(periods[key], p)
}

func (l Lists) checkAuthorities(f *faults) {
	forms, levels := codesOf(l.Forms, func(x Form) string { return x.Code }), codesOf(l.Levels, func(x Level) string { return x.Code })
	periods := map[string][]Period{}
	for _, a := range l.FormAuthorities {
		where := "form_authority " + a.Form + " " + a.Authority
		f.oneOf(where, a.Form, forms)
		f.oneOf(where, a.Authority, authorities)
		addPeriod(f, periods, where, a.Valid())
	}
	for _, a := range l.SenderAuthorities {
		where := "sender_authority " + a.UnitKind + " " + a.Authority
		f.oneOf(where, a.UnitKind, append(l.unitKinds(), "board"))
		f.oneOf(where, a.Authority, authorities)
		f.oneOf(where, a.Level, levels)
		addPeriod(f, periods, where, a.Valid())
	}
	meaning(f, "authority_alias", l.AuthorityAliases, levels, func(a AuthorityAlias) (string, string) { return a.Alias, a.Level })
}

// checkWords refuses phrases with two meanings and lists without their codes.
func (l Lists) checkWords(f *faults) {
	kinds := codesOf(l.Achievements, func(x Achievement) string { return x.Code })
	classes := codesOf(l.Classes, func(x BeneficiaryClass) string { return x.Code })
	for _, want := range achievements {
		f.oneOf("achievement: missing code", want, kinds)
	}
	meaning(f, "achievement_alias", l.AchievementAliases, kinds, func(a AchievementAlias) (string, string) { return a.Alias, a.Achievement })
	meaning(f, "beneficiary_class_alias", l.ClassAliases, classes, func(a ClassAlias) (string, string) { return a.Alias, a.Class })
	for _, list := range [][]string{codesOf(l.Levels, func(x Level) string { return x.Code }), kinds, classes} {
		f.oneOf("unknown member", "chua_ro", list)
	}
}

// meaning refuses an alias whose key has two codes, and codes that are not there.
func meaning[T any](f *faults, list string, rows []T, codes []string, of func(T) (alias, code string)) {
	seen := map[string]string{}
	for _, row := range rows {
		alias, code := of(row)
		f.oneOf(list+" "+alias, code, codes)
		key := Key(alias)
		if len(alias) > 3 && alias[len(alias)-3:] == "…" {
			key += " …"
		}
		if other, ok := seen[key]; ok && other != code {
			f.add("%s %q: %s and %s", list, alias, other, code)
		}
		seen[key] = code
	}
}

// checkColours wants one colour a member, and no two members alike in a list.
func (l Lists) checkColours(f *faults) {
	for list, colours := range map[string]map[string][]string{
		"award_form":        colourOf(l.Forms, func(x Form) (string, string) { return x.Code, x.Colour }),
		"level":             colourOf(l.Levels, func(x Level) (string, string) { return x.Code, x.Colour }),
		"achievement":       colourOf(l.Achievements, func(x Achievement) (string, string) { return x.Code, x.Colour }),
		"beneficiary_class": colourOf(l.Classes, func(x BeneficiaryClass) (string, string) { return x.Code, x.Colour }),
	} {
		members := map[string]string{}
		for colour, codes := range colours {
			if !colourForm.MatchString(colour) {
				f.add("%s: colour %q: want #rrggbb", list, colour)
			}
			if len(codes) > 1 {
				f.add("%s: colour %s is shared by %v", list, colour, codes)
			}
			for _, c := range codes {
				if other, ok := members[c]; ok {
					f.add("%s %s: two colours, %s and %s", list, c, other, colour)
				}
				members[c] = colour
			}
		}
	}
}

// colourOf is the members of each colour.
func colourOf[T any](rows []T, of func(T) (code, colour string)) map[string][]string {
	m := map[string][]string{}
	for _, row := range rows {
		code, colour := of(row)
		addTo(m, colour, code)
	}
	return m
}

func codesOf[T any](rows []T, of func(T) string) []string {
	codes := make([]string, 0, len(rows))
	for _, row := range rows {
		if c := of(row); !slices.Contains(codes, c) {
			codes = append(codes, c)
		}
	}
	return codes
}

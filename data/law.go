package data

import "slices"

// FormRecipient says that the law reserves a form for a kind of recipient; a form without a row is reserved for none.
type FormRecipient struct {
	Form       string `csv:"form_code,key"`
	Kind       string `csv:"recipient_kind,key"`
	ValidFrom  Date   `csv:"valid_from,key,optional"`
	ValidTo    Date   `csv:"valid_to,optional"`
	LegalBasis string `csv:"legal_basis,optional"`
	Note       string `csv:"note,optional"`
}

// Quota bounds awards of some forms by awards of others, within a unit or a province, in one award year. The law that holds on
// 31 December of that year holds for it. Readings of one rule (the flag inside or outside its denominator) share reading_of.
type Quota struct {
	Code         string `csv:"quota_code,key"`
	NameVI       string `csv:"name_vi"`
	NameEN       string `csv:"name_en"`
	LimitPercent int    `csv:"limit_percent"` // of the denominator
	LeastAllowed int    `csv:"least_allowed"` // awards that no share forbids: 15 % of four is less than one
	Scope        string `csv:"scope"`         // unit or province
	ReadingOf    string `csv:"reading_of"`    // the rule; only what every reading exceeds is asked about
	Active       bool   `csv:"is_active"`
	ValidFrom    Date   `csv:"valid_from,optional"`
	ValidTo      Date   `csv:"valid_to,optional"`
	LegalBasis   string `csv:"legal_basis,optional"`
	Note         string `csv:"note,optional"`
}

// QuotaForm is a form that counts in the numerator or the denominator of a quota.
type QuotaForm struct {
	Quota string `csv:"quota_code,key"`
	Side  string `csv:"side,key"` // numerator or denominator
	Form  string `csv:"form_code,key"`
}

// Valid is the period of each dated row.
func (f FormRecipient) Valid() Period { return Period{f.ValidFrom, f.ValidTo} }
func (q Quota) Valid() Period         { return Period{q.ValidFrom, q.ValidTo} }

var (
	recipientKinds = []string{"individual", "collective", "household"}
	quotaScopes    = []string{"unit", "province"}
	quotaSides     = []string{"numerator", "denominator"}
)

// ReservedFor is the kinds of recipient for which the law of a day reserves a form; none where it reserves it for nobody.
func (r *Reference) ReservedFor(form string, on Date) (kinds []string) {
	for _, f := range r.FormRecipients {
		if f.Form == form && f.Valid().Holds(on) {
			kinds = append(kinds, f.Kind)
		}
	}
	return kinds
}

// Takes says that a form is given to a kind of recipient.
func (f Form) Takes(kind string) bool {
	switch kind {
	case "individual":
		return f.TakesIndividual
	case "collective":
		return f.TakesCollective
	case "household":
		return f.TakesHousehold
	}
	return false
}

// MayDecide says that some authority of the level may decide the form on a day. A form of which the lists tell no authority
// is anyone's.
func (r *Reference) MayDecide(form, level string, on Date) bool {
	listed := false
	for _, a := range r.FormAuthorities {
		if a.Form != form {
			continue
		}
		listed = true
		if a.Valid().Holds(on) && slices.Contains(authorityOfLevel[level], a.Authority) {
			return true
		}
	}
	return !listed
}

// Decides is the levels whose authorities may decide the form on a day, highest first.
func (r *Reference) Decides(form string, on Date) (levels []string) {
	for _, l := range r.Levels {
		listed := slices.ContainsFunc(r.FormAuthorities, func(a FormAuthority) bool {
			return a.Form == form && a.Valid().Holds(on) && slices.Contains(authorityOfLevel[l.Code], a.Authority)
		})
		if listed {
			levels = append(levels, l.Code)
		}
	}
	slices.SortStableFunc(levels, func(a, b string) int { return r.levels[a].Rank - r.levels[b].Rank })
	return levels
}

// Stands says that an authority of the level exists on a day: districts do until 30/6/2025.
func (r *Reference) Stands(level string, on Date) bool {
	ever := false
	for _, a := range r.SenderAuthorities {
		if a.Level != level {
			continue
		}
		ever = true
		if a.Valid().Holds(on) {
			return true
		}
	}
	return !ever
}

func (l Lists) checkLaw(f *faults) {
	forms := codesOf(l.Forms, func(x Form) string { return x.Code })
	periods := map[string][]Period{}
	for _, x := range l.FormRecipients {
		where := "form_recipient " + x.Form + " " + x.Kind
		f.oneOf(where, x.Form, forms)
		f.oneOf(where, x.Kind, recipientKinds)
		addPeriod(f, periods, where, x.Valid())
		for _, form := range l.Forms {
			if form.Code == x.Form && !form.Takes(x.Kind) {
				f.add("%s: award_form says that it takes none", where)
			}
		}
	}
	codes := codesOf(l.Quotas, func(x Quota) string { return x.Code })
	sides := map[string]bool{}
	for _, x := range l.QuotaForms {
		where := "quota_form " + x.Quota
		f.oneOf(where, x.Quota, codes)
		f.oneOf(where, x.Side, quotaSides)
		f.oneOf(where, x.Form, forms)
		sides[x.Quota+" "+x.Side] = true
	}
	for _, x := range l.Quotas {
		where := "quota " + x.Code
		f.oneOf(where+": scope", x.Scope, quotaScopes)
		f.oneOf(where+": reading_of", x.ReadingOf, codes)
		addPeriod(f, map[string][]Period{}, where, x.Valid())
		if x.LimitPercent <= 0 || x.LimitPercent > 100 {
			f.add("%s: a limit of %d %%", where, x.LimitPercent)
		}
		for _, side := range quotaSides {
			if !sides[x.Code+" "+side] {
				f.add("%s: no %s", where, side)
			}
		}
	}
}

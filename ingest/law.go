package ingest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
)

// kindWords name the kinds of recipients in findings.
var kindWords = map[string]finding.Text{
	individual: {VI: "cá nhân", EN: "individuals"},
	collective: {VI: "tập thể", EN: "collectives"},
	household:  {VI: "hộ gia đình", EN: "households"},
}

// recipientFault is what the law says against a form in the hands of a kind of recipient;
// no code where it says nothing.
type recipientFault struct {
	code  finding.Code
	words check.Words
}

type givenTo struct {
	form, kind string
	on         data.Date
}

// recipientFault judges a form by who received it: reserved by law for others, or seldom
// theirs. Of forms and kinds not known it says nothing.
func (r *reading) recipientFault(form, kind string, on data.Date) recipientFault {
	key := givenTo{form, kind, on}
	if f, ok := r.recipients[key]; ok {
		return f
	}
	var out recipientFault
	f, known := r.k.Reference.Form(form, on)
	takes := r.k.Reference.ReservedFor(form, on)
	switch {
	case !known || kindWords[kind].VI == "":
	case len(takes) > 0 && !slices.Contains(takes, kind):
		out.code = "form-recipient-reserved"
	case !f.Takes(kind):
		out.code = "form-recipient-unusual"
		takes = slices.DeleteFunc([]string{individual, collective, household}, func(k string) bool { return !f.Takes(k) })
	}
	if out.code != "" {
		var vi, en []string
		for _, k := range takes {
			vi, en = append(vi, kindWords[k].VI), append(en, kindWords[k].EN)
		}
		out.words = check.Words{"form_vi": f.DisplayVI, "form_en": f.DisplayEN, "kind_vi": kindWords[kind].VI, "kind_en": kindWords[kind].EN,
			"takes_vi": strings.Join(vi, ", "), "takes_en": strings.Join(en, ", ")}
	}
	r.recipients[key] = out
	return out
}

// judge holds an award that has been read against the law of its day and against itself.
func (l *list) judge(row *layout.Row, a *load.Award, on data.Date) {
	if f := l.recipientFault(a.Form, a.RecipientKind, on); f.code != "" {
		at, got := a.FormCell, kindWords[a.RecipientKind].VI
		if c, kindAt, ok := l.value(row, "kind"); ok {
			at, got = kindAt, c.Text
		} else if c, formAt, ok := l.value(row, "form"); ok && formAt == a.FormCell {
			got = c.Text
		} else {
			at = a.NameCell
		}
		l.findAt(f.code, l.at(at), got, f.words)
	}
	l.judgeDecision(row, a)
	l.judgeAge(row, a)
	l.judgeType(row, a)
}

// entitled gives the level of who decided, chua_ro where the law of the day, or the words
// of the form, say otherwise.
func (l *list) entitled(row *layout.Row, a *load.Award, m data.FormMatch, level, who string, on data.Date) string {
	ref := l.k.Reference
	if a.Form == load.Unknown || level == load.Unknown || level == "" {
		return level
	}
	words := check.Words{"day": dayWords(on)}
	words["level_vi"], words["level_en"] = l.levelNames(level)
	var code finding.Code
	switch {
	case !ref.Stands(level, on):
		code = "authority-abolished"
	case !ref.MayDecide(a.Form, level, on) && !l.aboveAll(level, ref.Decides(a.Form, on)):
		code = "authority-not-entitled"
		f, _ := ref.Form(a.Form, on)
		words["form_vi"], words["form_en"] = f.DisplayVI, f.DisplayEN
		words["levels_vi"], words["levels_en"] = l.levelNames(ref.Decides(a.Form, on)...)
	case m.LevelFromWords != "" && m.LevelFromWords != load.Unknown && m.LevelFromWords != level:
		code = "authority-contradicts-form"
		words["form_vi"], words["form_en"] = l.levelNames(m.LevelFromWords)
	default:
		return level
	}
	if l.doubt(code, l.authorityAt(row), who, words) {
		return load.Unknown
	}
	return level
}

// aboveAll says that a province or ministry stands above all levels that the lists name: it
// decides for the heads and bodies right under it, which the lists do not tell.
func (r *reading) aboveAll(level string, levels []string) bool {
	own, ok := r.k.Reference.Level(level)
	if !ok || level != "tinh" && level != "bo" {
		return false
	}
	return !slices.ContainsFunc(levels, func(code string) bool {
		other, _ := r.k.Reference.Level(code)
		return other.Rank <= own.Rank
	})
}

// levelNames words levels for a finding.
func (r *reading) levelNames(levels ...string) (vi, en string) {
	var names, english []string
	for _, code := range levels {
		if level, ok := r.k.Reference.Level(code); ok {
			names, english = append(names, lowerFirst(level.NameVI)), append(english, lowerFirst(level.NameEN))
		}
	}
	return strings.Join(names, ", "), strings.Join(english, ", ")
}

func lowerFirst(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// dayWords writes a day as offices here do, in both languages.
func dayWords(d data.Date) string {
	if d.IsZero() {
		return "?"
	}
	return strconv.Itoa(d.Day) + "/" + strconv.Itoa(d.Month) + "/" + strconv.Itoa(d.Year)
}

// formFault words a form that does not resolve: one that the law of the day does not have,
// a certificate that its giver does not give, else a name that is not known.
func (r *reading) formFault(m data.FormMatch, on data.Date) (finding.Code, check.Words) {
	ref := r.k.Reference
	if len(m.Candidates) == 1 {
		of, known := ref.Form(m.Candidates[0], data.Date{})
		_, inForce := ref.Form(m.Candidates[0], on)
		switch {
		case known && !inForce:
			words := check.Words{"form_vi": of.DisplayVI, "form_en": of.DisplayEN, "day": dayWords(on)}
			words["period_vi"], words["period_en"] = r.inForce(of.Code)
			return "form-not-in-force", words
		case known && certificate[of.Code] && len(m.Suggestions) == 1:
			if other, ok := ref.Form(m.Suggestions[0], on); ok {
				return "certificate-of-other-authority", check.Words{
					"form_vi": cmp.Or(bareName[of.Code], of.DisplayVI), "form_en": of.DisplayEN,
					"instead_vi": cmp.Or(bareName[other.Code], other.DisplayVI), "instead_en": cmp.Or(bareName[other.Code], other.DisplayVI)}
			}
		}
	}
	vi, en := r.k.formNames(append(m.Candidates, m.Suggestions...))
	return "form-unknown", check.Words{"near_vi": vi, "near_en": en}
}

// inForce words the whole time in which a form is in force, over all laws.
func (r *reading) inForce(form string) (vi, en string) {
	var from, to data.Date
	first := true
	for _, f := range r.k.Reference.Forms {
		if f.Code != form {
			continue
		}
		if first || f.ValidFrom.Before(from) {
			from = f.ValidFrom
		}
		if first || f.ValidTo.IsZero() || !to.IsZero() && to.Before(f.ValidTo) {
			to = f.ValidTo
		}
		first = false
	}
	var words, english []string
	if !from.IsZero() {
		words, english = append(words, "từ "+dayWords(from)), append(english, "from "+dayWords(from))
	}
	if !to.IsZero() {
		words, english = append(words, "đến "+dayWords(to)), append(english, "to "+dayWords(to))
	}
	return strings.Join(words, " "), strings.Join(english, " ")
}

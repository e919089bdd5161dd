package data

// LawBreak is a day from which figures compare badly with those before: another law, other units, a limit that came or went. Form is
// empty where it concerns all. That a form bears another name from a day on is no row here: its rows in award_form tell it.
type LawBreak struct {
	On         Date   `csv:"break_on,key"`
	Code       string `csv:"break_code,key"`
	Form       string `csv:"form_code,optional"`
	Kind       string `csv:"kind"`     // law, unit or quota
	ShortVI    string `csv:"short_vi"` // as it stands in a chart
	ShortEN    string `csv:"short_en"`
	TextVI     string `csv:"text_vi"`
	TextEN     string `csv:"text_en"`
	LegalBasis string `csv:"legal_basis,optional"`
	Verified   bool   `csv:"verified"`
	Note       string `csv:"note,optional"`
}

var breakKinds = []string{"law", "unit", "quota"}

func (l Lists) checkBreaks(f *faults) {
	forms := codesOf(l.Forms, func(x Form) string { return x.Code })
	for _, b := range l.Breaks {
		f.oneOf("law_break "+b.Code+": kind", b.Kind, breakKinds)
		if b.Form != "" {
			f.oneOf("law_break "+b.Code+": form_code", b.Form, forms)
		}
		if b.On.IsZero() {
			f.add("law_break %s: no day", b.Code)
		}
	}
}

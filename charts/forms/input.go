package forms

import (
	"fmt"

	"tdkt/data"
	"tdkt/queries/table"
)

// Input is all that a form is filled in from.
type Input struct {
	Form   data.StatForm
	Year   int
	Lang   string            // of notes and of the second sheet; a form itself is in Vietnamese
	Texts  map[string]string // keys "forms.…" of that language
	Sender string            // "Ban Thi đua - Khen thưởng tỉnh Phú Thọ"
	Tables map[string]table.Table
}

// Feeds are the queries of an Input; those that take a year are asked for the year of the form.
func Feeds() (ofYear, always []string) {
	return []string{"form-people", "form-achievement", "form-units", "form-places", "form-proposed", "form-statistics", "form-statistic-units"}, []string{"form-undated", "dim-level", "dim-achievement"}
}

func (in Input) check() error {
	if in.Lang != "vi" && in.Lang != "en" {
		return fmt.Errorf("language %q: want vi or en", in.Lang)
	}
	ofYear, always := Feeds()
	for _, name := range append(ofYear, always...) {
		t, ok := in.Tables[name]
		if !ok {
			return fmt.Errorf("no table %s", name)
		}
		if err := t.Check(); err != nil {
			return err
		}
	}
	return nil
}

// say is the text of key with its verbs filled in.
func (in Input) say(key string, args ...any) string {
	text, ok := in.Texts["forms."+key]
	switch {
	case !ok:
		return "{forms." + key + "}" // seen by the test over the keys, and by eye
	case len(args) == 0:
		return text
	}
	return fmt.Sprintf(text, args...)
}

func (in Input) count(n int64) string { return data.FormatInt(in.Lang, n) }

// share is n of whole as a percentage.
func (in Input) share(n, whole int64) string {
	return data.FormatPercent(in.Lang, float64(n)/float64(whole))
}

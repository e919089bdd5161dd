package check

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/finding"
)

// Effect says what a finding does to its return.
type Effect string

// The effects, worst first.
const (
	Refuse Effect = "refuse" // nothing of the return is counted
	Hold   Effect = "hold"   // nothing is counted until the board decides
	None   Effect = "none"
)

// Rule is one dated row of data/rules.
type Rule struct {
	Code             finding.Code
	Severity         finding.Severity
	Effect           Effect
	Name, Want, Mend finding.Text
	Valid            data.Period
	Basis            string
}

// Rules are all rules by their code.
type Rules map[finding.Code][]Rule

const file = "rules/rules.csv"

var header = []string{"code", "severity", "effect", "name_vi", "name_en", "want_vi", "want_en",
	"mend_vi", "mend_en", "valid_from", "valid_to", "legal_basis"}

// Load reads the rules strictly: an unknown column, severity or effect is an error.
func Load(fsys fs.FS) (Rules, error) {
	text, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	lines, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(lines) == 0 || !slices.Equal(lines[0], header) {
		return nil, fmt.Errorf("%s: columns are not %s", file, strings.Join(header, ","))
	}
	rules := Rules{}
	for i, l := range lines[1:] {
		r := Rule{
			Code: finding.Code(l[0]), Severity: finding.Severity(l[1]), Effect: Effect(l[2]),
			Name: finding.Text{VI: l[3], EN: l[4]}, Want: finding.Text{VI: l[5], EN: l[6]},
			Mend: finding.Text{VI: l[7], EN: l[8]}, Basis: l[11],
		}
		if err := r.valid(l[9], l[10]); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, i+2, err)
		}
		for _, other := range rules[r.Code] {
			if other.Valid.Overlaps(r.Valid) {
				return nil, fmt.Errorf("%s:%d: two rules %q on one day", file, i+2, r.Code)
			}
		}
		rules[r.Code] = append(rules[r.Code], r)
	}
	return rules, nil
}

// valid sets the period of a rule and says what is wrong with it.
func (r *Rule) valid(from, to string) (err error) {
	if r.Valid.From, err = data.ParseDate(from); err != nil {
		return err
	}
	if r.Valid.To, err = data.ParseDate(to); err != nil {
		return err
	}
	switch {
	case !slices.Contains([]finding.Severity{finding.Error, finding.Warning, finding.Query}, r.Severity):
		return fmt.Errorf("%s: unknown severity %q", r.Code, r.Severity)
	case !slices.Contains([]Effect{Refuse, Hold, None}, r.Effect):
		return fmt.Errorf("%s: unknown effect %q", r.Code, r.Effect)
	case (r.Severity == finding.Error) != (r.Effect != None):
		return fmt.Errorf("%s: an error refuses or holds, nothing else does; this is %s with effect %s", r.Code, r.Severity, r.Effect)
	case slices.Contains([]string{r.Name.VI, r.Name.EN, r.Want.VI, r.Want.EN, r.Mend.VI, r.Mend.EN}, ""):
		return fmt.Errorf("%s: a text is empty", r.Code)
	}
	return nil
}

// At gives the rule of a code on a day; the zero date takes any.
func (rs Rules) At(code finding.Code, on data.Date) (Rule, bool) {
	for _, r := range rs[code] {
		if r.Valid.Holds(on) {
			return r, true
		}
	}
	return Rule{}, false
}

// Asleep says that a rule is known but not in force on a day: it finds nothing then. A code
// without any rule is not asleep, it is a mistake of ours.
func (rs Rules) Asleep(code finding.Code, on data.Date) bool {
	_, awake := rs.At(code, on)
	return !awake && len(rs[code]) > 0
}

// Words fill the places {name} in the texts of a rule.
type Words map[string]string

var places = regexp.MustCompile(`\{([a-z_]+)\}`)

// Finding makes the finding of a code. An unknown code, or a place in its texts that the
// words do not fill, is a fault of ours and comes out as an error.
func (rs Rules) Finding(code finding.Code, on data.Date, at finding.Place, got string, w Words) (finding.Finding, error) {
	r, ok := rs.At(code, on)
	if !ok {
		return finding.Finding{}, fmt.Errorf("no rule %q on %q", code, on)
	}
	f := finding.Finding{Code: code, At: at, Severity: r.Severity, Got: got}
	var missing []string
	fill := func(t string) string {
		return places.ReplaceAllStringFunc(t, func(place string) string {
			word, ok := w[strings.Trim(place, "{}")]
			if !ok {
				missing = append(missing, place)
			}
			return word
		})
	}
	f.Want = finding.Text{VI: fill(r.Want.VI), EN: fill(r.Want.EN)}
	f.Mend = finding.Text{VI: fill(r.Mend.VI), EN: fill(r.Mend.EN)}
	if len(missing) > 0 {
		return f, fmt.Errorf("rule %q: no words for %s", code, strings.Join(missing, ", "))
	}
	return f, nil
}

// Word gives a finding of a reader, which knows no rules, the words of its rule, in which {got} is what it found; a mend of its own stays.
func (rs Rules) Word(f finding.Finding) (finding.Finding, error) {
	worded, err := rs.Finding(f.Code, data.Date{}, f.At, f.Got, Words{"got": f.Got})
	if f.Mend != (finding.Text{}) {
		worded.Mend = f.Mend
	}
	return worded, err
}

// Effect gives what a set of findings does to their return. An error refuses unless every
// rule that makes an error of its code holds.
func (rs Rules) Effect(fs []finding.Finding) Effect {
	worst := None
	for _, f := range fs {
		if f.Severity != finding.Error {
			continue
		}
		worst = Hold
		grave := slices.DeleteFunc(slices.Clone(rs[f.Code]), func(r Rule) bool { return r.Severity != finding.Error })
		if len(grave) == 0 || slices.ContainsFunc(grave, func(r Rule) bool { return r.Effect == Refuse }) {
			return Refuse
		}
	}
	return worst
}

package office

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/layout"
)

// wantedBy is the rule whose words say what a column wants: the same that a fault in it would be answered with.
var wantedBy = map[string]finding.Code{"name": "name-missing", "gender": "gender-unknown", "birth": "birth-invalid", "class": "class-unknown",
	"direct_worker": "tick-unknown", "ethnic": "tick-unknown", "religion": "tick-unknown", "small_collective": "tick-unknown", "kind": "kind-unknown",
	"form": "form-unknown", "achievement": "achievement-unknown", "authority": "authority-unknown", "decided_on": "date-invalid"}

// help says what a column wants.
func (d *drawing) help(f layout.Field) string {
	code := wantedBy[f.Code]
	if f.Code == "class" && d.l.RecipientKind == "collective" { // the rule speaks of persons
		code = ""
	}
	if f.Measure != "" || f.Forms {
		code = "count-not-whole"
	}
	rule, ok := d.rules.At(code, d.days.To)
	if code == "" || !ok {
		return ""
	}
	want, mend := plainWords(rule.Want).In(d.Lang), plainWords(rule.Mend).In(d.Lang)
	if want == "" {
		return sentence(mend)
	}
	if code == "class-unknown" || code == "count-not-whole" {
		return sentence(want)
	}
	return sentence(want) + ". " + sentence(mend) + "."
}

// plainWords are the words of a rule without the places that a finding fills in.
func plainWords(t finding.Text) finding.Text {
	bare := func(s string) string { return strings.TrimSpace(placeInWords.ReplaceAllString(s, "")) }
	return finding.Text{VI: bare(t.VI), EN: bare(t.EN)}
}

// mostListed is how many choices the guide spells out beside a column.
const mostListed = 80

// guide explains the columns of one form, and what they offer.
func (d *drawing) guide() charts.GuideBlock {
	name := d.l.NameVI
	if d.Lang == "en" {
		name = d.l.NameEN
	}
	b := charts.GuideBlock{Heading: name}
	seen := map[string]bool{}
	for _, c := range d.form.Columns {
		head := strings.Join(c.Head, " – ")
		if c.Fill == charts.FillNothing || seen[c.Help] && c.Fill == charts.FillCount {
			continue
		}
		seen[c.Help] = true
		if c.Fill == charts.FillCount {
			head = d.Texts.Get("template.guide.counts")
		}
		text := cmp.Or(c.Help, d.Texts.Get("template.guide.free"))
		if i := slices.IndexFunc(*d.lists, func(l charts.TemplateList) bool { return l.Name == c.List }); c.List != "" && i >= 0 {
			if values := (*d.lists)[i].Values; len(values) <= mostListed {
				text += "\n" + d.Texts.Get("template.guide.offers", strings.Join(values, "; "))
			}
		}
		b.Rows = append(b.Rows, [2]string{head, text})
	}
	return b
}

// generalGuide is how an empty form is filled in.
func (m *templates) generalGuide() charts.GuideBlock {
	b := charts.GuideBlock{Heading: m.Texts.Get("template.guide.how")}
	for _, key := range []string{"fill", "days", "colours", "again", "nothing", "rows", "columns", "events", "send"} {
		b.Rows = append(b.Rows, [2]string{m.Texts.Get("template.guide." + key), m.Texts.Get("template.guide." + key + ".about")})
	}
	return b
}

// ruleGuide is what a return is refused or held for, by the rules over rows and figures.
func (m *templates) ruleGuide() (charts.GuideBlock, error) {
	guide, err := data.LoadRuleGuide()
	if err != nil {
		return charts.GuideBlock{}, err
	}
	b := charts.GuideBlock{Heading: m.Texts.Get("template.guide.rules")}
	var codes []string
	for code, dated := range m.rules {
		g := guide[string(code)]
		if slices.Contains([]string{"head", "rows", "figures", "arithmetic"}, g.Section) && slices.ContainsFunc(dated, func(r check.Rule) bool { return r.Severity == finding.Error }) {
			codes = append(codes, string(code))
		}
	}
	slices.Sort(codes)
	for _, code := range codes {
		r := m.rules[finding.Code(code)][0]
		b.Rows = append(b.Rows, [2]string{r.Name.In(m.Lang), sentence(plainWords(r.Mend).In(m.Lang))})
	}
	return b, nil
}

package office

import (
	"cmp"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/ingest"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/layout"
)

// Docs writes the page of rules into a folder and gives its path. All of it comes from the rules, the layouts, the
// reference lists and the readers themselves, so that it cannot say other than what they do.
func (o *Office) Docs(dir string) (string, error) {
	g, err := o.guide()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	path := filepath.Join(dir, "quy-tac.html")
	return path, writeWhole(path, func(w io.Writer) error { return charts.RulesPage(w, g) })
}

func (o *Office) guide() (charts.Guide, error) {
	g := charts.Guide{Lang: o.Lang}
	k, err := ingest.Know()
	if err != nil {
		return g, err
	}
	g.Province, g.Texts = o.wordsOf(k.Reference.Units)
	if g.Sections, err = o.ruleSections(k.Rules); err != nil {
		return g, err
	}
	for _, l := range k.Layouts {
		g.Forms = append(g.Forms, o.formOfReturn(l))
	}
	g.Values = o.valueTables()
	g.Catalogue = o.catalogue(k.Reference)
	return g, nil
}

// ruleSections sorts the rules by what they look at; a section without rules is left out.
func (o *Office) ruleSections(rules check.Rules) ([]charts.RuleSection, error) {
	guide, err := data.LoadRuleGuide()
	if err != nil {
		return nil, err
	}
	found := map[string][]charts.GuideRule{}
	for _, dated := range rules {
		for _, r := range dated {
			show, known := guide[string(r.Code)]
			if !known {
				show.Section = "other"
			}
			found[show.Section] = append(found[show.Section], o.guideRule(r, show))
		}
	}
	var sections []charts.RuleSection
	for _, s := range data.Sections {
		if len(found[s]) == 0 {
			continue
		}
		slices.SortFunc(found[s], func(a, b charts.GuideRule) int {
			return cmp.Or(cmp.Compare(gravity(a), gravity(b)), cmp.Compare(a.Code, b.Code), cmp.Compare(a.From, b.From))
		})
		sections = append(sections, charts.RuleSection{ID: s, Title: o.Texts.Get("docs.section." + s), About: o.Texts.Get("docs.section." + s + ".about"), Rules: found[s]})
	}
	return sections, nil
}

// gravity orders rules from the gravest.
func gravity(r charts.GuideRule) int {
	return slices.Index([]string{"refuse", "hold", "warning", "query"}, effectOf(r))
}

func effectOf(r charts.GuideRule) string {
	if r.Severity == string(finding.Error) {
		return r.Effect
	}
	return r.Severity
}

var placeInWords = regexp.MustCompile(`\{([a-z_]+)\}`)

// guideRule words a rule by its example. A place that the example does not fill shows as dots.
func (o *Office) guideRule(r check.Rule, show data.RuleGuide) charts.GuideRule {
	fill := func(t finding.Text) finding.Text {
		in := func(s string) string {
			return placeInWords.ReplaceAllStringFunc(s, func(p string) string {
				if word, ok := show.Words[strings.Trim(p, "{}")]; ok {
					return word
				}
				return "…"
			})
		}
		return finding.Text{VI: in(t.VI), EN: in(t.EN)}
	}
	file := "so-y-te.xlsx"
	if strings.HasPrefix(string(r.Code), "register-") {
		file = "so-nhan.csv"
	}
	f := finding.Finding{Code: r.Code, Severity: r.Severity, At: finding.Place{File: file, Sheet: show.Sheet, Cell: show.Cell},
		Got: show.Got, Want: fill(r.Want), Mend: fill(r.Mend)}
	return charts.GuideRule{
		Code: string(r.Code), Name: r.Name.In(o.Lang), Severity: string(r.Severity), Effect: string(r.Effect),
		Want: sentence(f.Want.In(o.Lang)), Mend: sentence(f.Mend.In(o.Lang)), Example: f.Line(o.Lang),
		From: o.day(r.Valid.From), To: o.day(r.Valid.To), Basis: r.Basis,
	}
}

// sentence begins a phrase with a capital.
func sentence(phrase string) string {
	first, rest := "", phrase
	for i, r := range phrase {
		first, rest = phrase[i:i+len(string(r))], phrase[i+len(string(r)):]
		break
	}
	return strings.ToUpper(first) + rest
}

// day writes a date as the language does, "" for none.
func (o *Office) day(d data.Date) string {
	if d.IsZero() || o.Lang == "en" {
		return d.String()
	}
	return d.Time().Format("02/01/2006")
}

const mostOthers = 10 // other headers of a column that are listed

// formOfReturn shows a layout: the usual header of each column first.
func (o *Office) formOfReturn(l layout.Layout) charts.FormOfReturn {
	name := l.NameVI
	if o.Lang == "en" {
		name = l.NameEN
	}
	f := charts.FormOfReturn{Code: l.Code, Name: name, Shape: o.Texts.Get("docs.shape." + string(l.Shape)), Titles: l.Titles}
	for _, field := range l.Fields {
		f.Columns = append(f.Columns, o.guideColumn(l, field))
	}
	for _, r := range l.RowMeasures {
		f.Rows = append(f.Rows, charts.GuideRow{Code: r.RowCode, Label: r.Labels[0], PartOf: wholeOf(l, r)})
	}
	return f
}

// guideColumn shows the headers of a column. Of a header in two tiers the others that are listed have the same upper tier.
func (o *Office) guideColumn(l layout.Layout, field layout.Field) charts.GuideColumn {
	c := charts.GuideColumn{Note: o.columnNote(l, field)}
	upper := ""
	for _, h := range field.Headers {
		h = strings.ReplaceAll(strings.TrimPrefix(h, "?"), "*", o.Texts.Get("docs.forms.any"))
		h = cmp.Or(h, o.Texts.Get("docs.forms.no_header"))
		if c.Name == "" {
			c.Name = h
			if at := strings.LastIndex(h, " > "); at >= 0 {
				upper = h[:at]
			}
			continue
		}
		if lower, same := strings.CutPrefix(h, upper+" > "); upper != "" && same {
			h = "… > " + lower
		} else if upper != "" {
			c.More++
			continue
		}
		switch {
		case slices.Contains(c.Others, h) || h == c.Name:
		case len(c.Others) < mostOthers:
			c.Others = append(c.Others, h)
		default:
			c.More++
		}
	}
	return c
}

// columnNote says what a column is for, where its header does not.
func (o *Office) columnNote(l layout.Layout, f layout.Field) string {
	switch {
	case f.Required || f.Code == l.LabelField():
		return o.Texts.Get("docs.forms.required")
	case f.Total:
		return o.Texts.Get("docs.forms.total")
	case f.Ratio:
		return o.Texts.Get("docs.forms.ratio")
	}
	return ""
}

// wholeOf is the label of the row that a row is a part of.
func wholeOf(l layout.Layout, r layout.RowMeasure) string {
	for _, w := range l.RowMeasures {
		if r.PartOf != "" && w.Measure == r.PartOf {
			return w.Labels[0]
		}
	}
	return ""
}

const longestShort, mostShort = 12, 6 // letters and number of the short spellings of a form that are shown

// catalogue shows the award forms by family, in the order of the statistical forms.
func (o *Office) catalogue(ref *data.Reference) []charts.FormFamily {
	forms := slices.Clone(ref.Forms)
	slices.SortStableFunc(forms, func(a, b data.Form) int {
		return cmp.Or(cmp.Compare(a.OrderStatistics, b.OrderStatistics), b.ValidFrom.Compare(a.ValidFrom))
	})
	var families []charts.FormFamily
	at, seen := map[string]int{}, map[string]bool{}
	for _, f := range forms {
		if seen[f.Code] {
			continue
		}
		seen[f.Code] = true
		i, ok := at[f.Family]
		if !ok {
			i = len(families)
			at[f.Family] = i
			families = append(families, charts.FormFamily{Title: o.Texts.Get("docs.family." + f.Family)})
		}
		families[i].Forms = append(families[i].Forms, o.guideForm(ref, f, forms))
	}
	return families
}

func (o *Office) guideForm(ref *data.Reference, f data.Form, all []data.Form) charts.GuideForm {
	name := f.DisplayVI
	if o.Lang == "en" {
		name += " (" + f.DisplayEN + ")"
	}
	level, _ := ref.Level(f.Level)
	show := charts.GuideForm{Code: f.Code, Name: name, Level: finding.Text{VI: level.NameVI, EN: level.NameEN}.In(o.Lang)}
	if f.Level == "chua_ro" {
		show.Level = o.Texts.Get("docs.catalogue.by_giver")
	}
	if !f.CountsInState {
		show.Level = o.Texts.Get("docs.catalogue.outside")
	}
	var to []string
	for _, r := range []struct {
		takes bool
		key   string
	}{{f.TakesIndividual, "individual"}, {f.TakesCollective, "collective"}, {f.TakesHousehold, "household"}} {
		if r.takes {
			to = append(to, o.Texts.Get("docs.recipient."+r.key))
		}
	}
	show.Recipients = strings.Join(to, ", ")
	for _, other := range all {
		if other.Code != f.Code || other.ValidFrom.IsZero() && other.ValidTo.IsZero() {
			continue
		}
		days := o.Texts.Get("docs.valid.from", o.day(other.ValidFrom))
		if !other.ValidTo.IsZero() {
			days = o.Texts.Get("docs.valid.to", o.day(other.ValidTo))
		}
		show.Names = append(show.Names, other.NameVI+": "+days)
	}
	for _, a := range ref.FormAliases {
		if a.Form == f.Code && isShort(a, f) && len(show.Short) < mostShort {
			show.Short = append(show.Short, a.Alias)
		}
	}
	return show
}

var classWords = map[string]string{"nhat": " hạng Nhất", "nhi": " hạng Nhì", "ba": " hạng Ba"}

// isShort says that a spelling is an abbreviation worth showing: of those that differ in how the class is written, one.
func isShort(a data.FormAlias, f data.Form) bool {
	stem, plain := strings.CutSuffix(a.Alias, classWords[f.Class])
	exact := a.Context == "any" || a.Context == "form"
	return exact && plain && len([]rune(stem)) <= longestShort && data.Key(a.Alias) != data.Key(f.DisplayVI)
}

package office

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/layout"
)

// offer is an award form that a unit may decide or report in some time.
type offer struct {
	data.Form
	levels []string // at which it may be decided for such a sender
}

// offers are the award forms that a kind of sender may decide or report on some day of a time, in the order of the
// statistical forms: some authority of the law gives it, and stands behind such a sender.
func (m *templates) offers(sender string, days data.Period) (out []offer) {
	forms := slices.Clone(m.ref.Forms)
	slices.SortStableFunc(forms, func(a, b data.Form) int {
		return cmp.Or(cmp.Compare(a.OrderStatistics, b.OrderStatistics), a.ValidFrom.Compare(b.ValidFrom))
	})
	for _, f := range forms {
		if !f.Valid().Overlaps(days) || slices.ContainsFunc(out, func(o offer) bool { return o.Code == f.Code }) {
			continue
		}
		if levels := m.levelsOf(f.Code, sender, days); len(levels) > 0 {
			out = append(out, offer{f, levels})
		}
	}
	return out
}

// levelsOf are the levels at which a form may be decided for a sender on some day of a time, from the highest.
func (m *templates) levelsOf(form, sender string, days data.Period) (levels []string) {
	for _, fa := range m.ref.FormAuthorities {
		if fa.Form != form || !fa.Valid().Overlaps(days) {
			continue
		}
		for _, sa := range m.ref.SenderAuthorities {
			if sa.UnitKind == sender && sa.Authority == fa.Authority && sa.Valid().Overlaps(days) && !slices.Contains(levels, sa.Level) {
				levels = append(levels, sa.Level)
			}
		}
	}
	slices.SortFunc(levels, func(a, b string) int { return cmp.Compare(m.rank(a), m.rank(b)) })
	return levels
}

func (m *templates) rank(level string) int {
	l, _ := m.ref.Level(level)
	return l.Rank
}

func (m *templates) levelName(level string) string {
	l, _ := m.ref.Level(level)
	return l.NameVI
}

// takes says whether a form goes to a kind of recipient, by the catalogue and by what the law reserves.
func (m *templates) takes(f data.Form, kind string, on data.Date) bool {
	reserved := m.ref.ReservedFor(f.Code, on)
	return f.Takes(kind) && (len(reserved) == 0 || slices.Contains(reserved, kind))
}

// chosen are the offers that stand in an empty form.
func chosen(e *layout.EmptyForm, offers []offer) (out []offer) {
	for _, o := range offers {
		if (len(e.Families) == 0 || slices.Contains(e.Families, o.Family)) && (len(e.Levels) == 0 || slices.Contains(e.Levels, o.Level)) {
			out = append(out, o)
		}
	}
	return out
}

// label is an award form of a tally, once for each level that a sender's returns would leave open.
type label struct {
	offer
	text string
}

func (m *templates) labels(offers []offer, on data.Date) (out []label) {
	for _, o := range offers {
		if len(o.levels) < 2 || o.Level != "chua_ro" {
			out = append(out, label{o, o.DisplayVI})
			continue
		}
		for _, level := range o.levels {
			name := m.levelName(level)
			text := o.DisplayVI + " " + strings.ToLower(name[:1]) + name[1:]
			if got, ok := m.ref.ResolveForm(text, on); ok && got.Code == o.Code && got.LevelFromWords == level {
				out = append(out, label{offer{o.Form, []string{level}}, text})
			}
		}
	}
	return out
}

// kinds are the kinds of recipients, in the words that lists have for them.
var kinds = []struct{ code, text string }{{"individual", "Cá nhân"}, {"collective", "Tập thể"}, {"household", "Hộ gia đình"}}

func kindText(code string) string {
	for _, k := range kinds {
		if k.code == code {
			return k.text
		}
	}
	return ""
}

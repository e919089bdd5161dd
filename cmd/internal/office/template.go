package office

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/ingest"
	"tdkt/ingest/check"
	"tdkt/ingest/layout"
)

// TemplateAsk is which empty forms are wanted.
type TemplateAsk struct {
	Year  int
	Unit  string   // a code, or a name that resolves in that year; "" for each unit that owes something
	Forms []string // forms of return; none for those that the unit owes
	Rows  int      // of a list
	Dir   string
}

// usualForms are given to a unit that owes nothing: the two lists, and the tally that all units send.
var usualForms = []string{"danh_sach_ca_nhan", "danh_sach_tap_the", "mau_02"}

// wanted is one workbook: the empty forms of a unit for a period.
type wanted struct {
	unit   data.Unit
	period data.ReportPeriod
	forms  []string
}

// templates makes empty forms from what the readers know.
type templates struct {
	*Office
	ref     *data.Reference
	layouts []layout.Layout
	rules   check.Rules
	rows    int
}

// Template writes empty forms and gives their paths, in order.
func (o *Office) Template(ctx context.Context, ask TemplateAsk) ([]string, error) {
	k, err := ingest.Know()
	if err != nil {
		return nil, err
	}
	ref, err := o.referenceByNow(ctx, k)
	if err != nil {
		return nil, err
	}
	m := templates{Office: o, ref: ref, layouts: k.Layouts, rules: k.Rules, rows: ask.Rows}
	for _, f := range ask.Forms {
		if l := m.layout(f); l == nil || l.Empty == nil {
			return nil, Refusal{Key: "template_form", Args: []any{f}, List: m.offered()}
		}
	}
	owed, known, err := o.owed(ctx, ask.Year)
	if err != nil {
		return nil, err
	}
	if !known && ask.Unit == "" {
		return nil, refuse("template_no_list", ask.Year)
	}
	list, err := m.wanted(ask, owed)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(ask.Dir, 0o755); err != nil {
		return nil, err
	}
	var paths []string
	for i, w := range list {
		name := fmt.Sprintf("%s-%s.xlsx", w.unit.Code, w.period)
		o.progress(i+1, len(list), "cmd.progress.template", name)
		t, err := m.template(w)
		var no Refusal
		if errors.As(err, &no) && ask.Unit == "" { // of one unit among many
			o.say("cmd.misuse."+no.Key, no.Args...)
			continue
		}
		if err != nil {
			return paths, err
		}
		path := filepath.Join(ask.Dir, name)
		if err := writeWhole(path, func(out io.Writer) error { return charts.WriteTemplate(out, t) }); err != nil {
			return paths, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// referenceByNow is the reference with what the board has added, where there is a warehouse.
func (o *Office) referenceByNow(ctx context.Context, k *ingest.Knowledge) (*data.Reference, error) {
	db, err := o.look(ctx)
	if errors.Is(err, ErrNoWarehouse) {
		return k.Reference, nil
	}
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return ingest.Known(ctx, db)
}

// owed are the returns that units owe for the periods of a year, by the board's list as the last build knows it. known is false
// where it knows of no list: then nobody can say who owes what.
func (o *Office) owed(ctx context.Context, year int) (out []data.Obligation, known bool, err error) {
	d, err := o.Door()
	if errors.Is(err, ErrNothingPublished) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	defer d.Close()
	t, err := d.Ask(ctx, "select unit_code, form_of_return, period, is_excused from dim_obligation order by unit_code, period, form_of_return")
	if err != nil {
		return nil, false, err
	}
	for i := range t.Rows {
		p, err := data.ParseReportPeriod(t.Text(i, "period"))
		if err == nil && p.OneYear() == year && t.Text(i, "is_excused") != "true" {
			out = append(out, data.Obligation{Unit: t.Text(i, "unit_code"), FormOfReturn: t.Text(i, "form_of_return"), Period: p.String()})
		}
	}
	return out, len(t.Rows) > 0, nil
}

// wanted lists the workbooks, by unit and period.
func (m *templates) wanted(ask TemplateAsk, owed []data.Obligation) ([]wanted, error) {
	var only data.Unit
	if ask.Unit != "" {
		u, err := m.unitMeant(ask.Unit, ask.Year)
		if err != nil {
			return nil, err
		}
		only = u
	}
	forms := map[[2]string][]string{} // by unit and period
	for _, ob := range owed {
		if only.Code == "" || ob.Unit == only.Code {
			key := [2]string{ob.Unit, ob.Period}
			forms[key] = append(forms[key], ob.FormOfReturn)
		}
	}
	if only.Code != "" && (len(forms) == 0 || len(ask.Forms) > 0) {
		if len(ask.Forms) == 0 {
			m.say("cmd.template.usual", only.Name, ask.Year)
		}
		year := data.YearPeriod(ask.Year).String()
		forms = map[[2]string][]string{{only.Code, year}: usualForms}
	}
	var out []wanted
	for key, owes := range forms {
		unit := only
		period, err := data.ParseReportPeriod(key[1])
		if err != nil {
			return nil, err
		}
		if only.Code == "" {
			u, ok := m.unitIn(key[0], period)
			if !ok {
				m.say("cmd.template.unit_gone", key[0], period.Words(m.Lang))
				continue
			}
			unit = u
		}
		w := wanted{unit: unit, period: period, forms: owes}
		if len(ask.Forms) > 0 {
			w.forms = ask.Forms
		}
		if w.forms = m.drawn(w); len(w.forms) > 0 {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(a, b wanted) int {
		return cmp.Or(strings.Compare(a.unit.Code, b.unit.Code), strings.Compare(a.period.String(), b.period.String()))
	})
	return out, nil
}

// drawn are the forms of a workbook for which there is an empty form, each once, in the order of the layouts.
func (m *templates) drawn(w wanted) (forms []string) {
	for _, l := range m.layouts {
		if !slices.Contains(w.forms, l.Code) {
			continue
		}
		if l.Empty == nil {
			m.say("cmd.template.no_form", w.unit.Name, m.shortName(l.Code))
			continue
		}
		forms = append(forms, l.Code)
	}
	return forms
}

// offered are the forms of return for which there is an empty form.
func (m *templates) offered() (list []string) {
	for _, l := range m.layouts {
		if l.Empty != nil {
			list = append(list, l.Code+" · "+l.NameVI)
		}
	}
	return list
}

func (m *templates) layout(code string) *layout.Layout {
	i := slices.IndexFunc(m.layouts, func(l layout.Layout) bool { return l.Code == code })
	if i < 0 {
		return nil
	}
	return &m.layouts[i]
}

func (m *templates) shortName(form string) string { return m.Texts.Get("page.return." + form) }

package report

import (
	"fmt"
	"slices"

	"tdkt/data"
	"tdkt/queries/table"
)

// Request is what a report is asked to be of.
type Request struct {
	Kind    data.ReportKind
	Period  data.ReportPeriod
	Compare data.ReportPeriod // of the same kind; none where nothing is compared
	Focus   data.ReportPeriod // whole years that are added up beside the series; none for none
}

// Input is all that a report is made from.
type Input struct {
	Request
	Tables   map[string]table.Table // by Feed.Name
	Lang     string
	Texts    map[string]string // words of that language, keys "report.…" and "page.…"
	Province string            // "Phú Thọ"
}

// Whole tells whether the report is of whole years; only of these is all told that a report has.
func (r Request) Whole() bool {
	return r.Period.Kind == data.PeriodYear || r.Period.Kind == data.PeriodSpan || r.Period.Kind == data.PeriodCycle
}

// Check tells what cannot be asked: a comparison of unlike periods, a focus outside the series. The codes are those of the texts
// "cmd.misuse.report_…".
func (r Request) Check() (code string) {
	c, f := r.Compare, r.Focus
	switch {
	case !c.IsZero() && c.String() == r.Period.String():
		return "compare_same"
	case !c.IsZero() && r.Whole() != (Request{Period: c}).Whole():
		return "compare_unlike"
	case !c.IsZero() && !r.Whole() && (c.Kind != r.Period.Kind || c.Part != r.Period.Part):
		return "compare_unlike"
	case !c.IsZero() && r.Whole() && c.To-c.From != r.Period.To-r.Period.From:
		return "compare_unlike"
	case !f.IsZero() && (!(Request{Period: f}).Whole() || !r.Whole()):
		return "focus_years"
	case !f.IsZero() && (f.From < slices.Min(r.series()) || f.To > r.Period.To):
		return "focus_outside"
	case !c.IsZero() && r.Kind.Compare == data.WantNot:
		return "compare_not"
	case c.IsZero() && r.Kind.Compare == data.WantMust:
		return "compare_must"
	case !f.IsZero() && r.Kind.Focus == data.WantNot:
		return "focus_not"
	case f.IsZero() && r.Kind.Focus == data.WantMust:
		return "focus_must"
	}
	return ""
}

// OfKind gives a request the kind of a code, or the default of its period where the code is empty.
func OfKind(code string, r Request) (Request, error) {
	all, err := data.ReportKinds()
	if err != nil {
		return r, err
	}
	k, ok := data.ReportKindOf(all, code, r.Period)
	if !ok {
		return r, fmt.Errorf("report: no kind of report %q for %q", code, r.Period)
	}
	r.Kind = k
	return r, nil
}

// Before is the period that a report is compared with unless another is asked for: the same length of time, right before.
func Before(p data.ReportPeriod) data.ReportPeriod {
	switch p.Kind {
	case data.PeriodYear:
		return data.YearPeriod(p.From - 1)
	case data.PeriodSpan, data.PeriodCycle:
		if n := p.To - p.From + 1; n > 1 {
			return data.YearSpan(p.From-n, p.From-1)
		}
		return data.YearPeriod(p.From - 1)
	}
	p.From, p.To = p.From-1, p.To-1
	return p
}

// years lists the years of a period of whole years.
func years(p data.ReportPeriod) (all []int) {
	if p.IsZero() {
		return nil
	}
	for y := p.From; y <= p.To; y++ {
		all = append(all, y)
	}
	return all
}

// series are the years of the series: those of the period, or of one year so many as the kind says that end in it.
func (r Request) series() []int {
	if r.Period.IsZero() || !r.Whole() {
		return nil
	}
	from := r.Period.From
	if from == r.Period.To {
		from = r.Period.To - max(r.Kind.Series, 1) + 1
	}
	return years(data.ReportPeriod{Kind: data.PeriodSpan, From: from, To: r.Period.To})
}

// check tells of a missing table or language before anything is written.
func (in Input) check() error {
	if in.Lang != "vi" && in.Lang != "en" {
		return fmt.Errorf("report: language %q: want vi or en", in.Lang)
	}
	if err := CheckKind(in.Kind); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	if !in.Kind.Takes(in.Period) {
		return fmt.Errorf("report: a report of the kind %s cannot be of %q", in.Kind.Code, in.Period)
	}
	if code := in.Check(); code != "" {
		return fmt.Errorf("report: %s compared with %s, focus %s: %s", in.Period, in.Compare, in.Focus, code)
	}
	for _, f := range in.Feeds() {
		t, ok := in.Tables[f.Name()]
		if !ok {
			return fmt.Errorf("report: no table %s", f.Name())
		}
		if err := t.Check(); err != nil {
			return fmt.Errorf("report: %w", err)
		}
	}
	return nil
}

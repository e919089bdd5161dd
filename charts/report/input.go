package report

import (
	"fmt"
	"slices"
	"strconv"

	"tdkt/data"
	"tdkt/queries/table"
)

// Request is what a report is asked to be of.
type Request struct {
	Period  data.ReportPeriod
	Compare data.ReportPeriod // of the same kind; none where nothing is compared
	Focus   data.ReportPeriod // whole years that are added up beside the series; none for none
}

// Feed is a query that a report reads and the parameters it needs it with.
type Feed struct {
	Query  string
	Params map[string]string
}

// Input is all that a report is made from.
type Input struct {
	Request
	Tables   map[string]table.Table // by Feed.Name
	Lang     string
	Texts    map[string]string // words of that language, keys "report.…" and "page.…"
	Province string            // "Phú Thọ"
}

// Name tells feeds of one query apart.
func (f Feed) Name() string {
	if p := f.Params["period"]; p != "" {
		return f.Query + " " + p
	}
	return f.Query
}

// seriesYears is how many years the series of a report over one year has.
const seriesYears = 5

// Whole tells whether the report is of whole years; only of these is all told that a report has.
func (r Request) Whole() bool {
	return r.Period.Kind == data.PeriodYear || r.Period.Kind == data.PeriodSpan || r.Period.Kind == data.PeriodCycle
}

// Check tells what cannot be asked: a comparison of unlike periods, a focus outside the series. The codes are those of the texts
// "cmd.misuse.report_…".
func (r Request) Check() (code string) {
	c, f := r.Compare, r.Focus
	switch {
	case c.String() == r.Period.String():
		return "compare_same"
	case !c.IsZero() && r.Whole() != (Request{Period: c}).Whole():
		return "compare_unlike"
	case !c.IsZero() && !r.Whole() && (c.Kind != r.Period.Kind || c.Part != r.Period.Part):
		return "compare_unlike"
	case !c.IsZero() && r.Whole() && c.To-c.From != r.Period.To-r.Period.From:
		return "compare_unlike"
	case !f.IsZero() && (!(Request{Period: f}).Whole() || !r.Whole()):
		return "focus_years"
	case !f.IsZero() && (f.From < r.series()[0] || f.To > r.Period.To):
		return "focus_outside"
	}
	return ""
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

// series are the years of the series: those of the period, or five that end in it.
func (r Request) series() []int {
	from := r.Period.From
	if from == r.Period.To {
		from = r.Period.To - seriesYears + 1
	}
	return years(data.ReportPeriod{Kind: data.PeriodSpan, From: from, To: r.Period.To})
}

// Feeds are the queries that a report reads.
func (r Request) Feeds() []Feed {
	feeds := []Feed{{"dim-form", nil}, {"dim-level", nil}, {"dim-achievement", nil}, {"dim-unit", nil}, {"dim-class", nil}, {"dim-cluster", nil}, {"completeness-year", nil}, {"law-breaks", nil}}
	if !r.Whole() {
		for _, p := range []data.ReportPeriod{r.Period, r.Compare} {
			if !p.IsZero() {
				feeds = append(feeds, Feed{"by-period", map[string]string{"period": p.String()}})
			}
		}
		return feeds
	}
	all := slices.Concat(r.series(), years(r.Period), years(r.Compare))
	first, last := slices.Min(all), slices.Max(all)
	span := map[string]string{"year": strconv.Itoa(last), "years": strconv.Itoa(last - first + 1)}
	for _, q := range []string{"by-form-year", "by-level-year", "by-beneficiary", "by-beneficiary-form", "by-achievement", "by-form-achievement", "by-unit", "by-cluster"} {
		feeds = append(feeds, Feed{q, span})
	}
	return append(feeds, Feed{"completeness", nil}, Feed{"five-year", map[string]string{"from_year": strconv.Itoa(first), "to_year": strconv.Itoa(last)}})
}

// check tells of a missing table or language before anything is written.
func (in Input) check() error {
	if in.Lang != "vi" && in.Lang != "en" {
		return fmt.Errorf("report: language %q: want vi or en", in.Lang)
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

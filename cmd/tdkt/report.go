package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tdkt/charts/report"
	"tdkt/cmd/internal/office"
	"tdkt/data"
	"tdkt/ingest/finding"
)

func (a *app) reportCommand() *cobra.Command {
	var out, kind, period, compare, focus string
	var year int
	c := &cobra.Command{
		Use: "report", Short: a.texts.Get("cmd.report.short"), Long: a.texts.Get("cmd.report.long"),
		Args: a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			r, err := a.reportRequest(kind, year, period, compare, focus)
			if err != nil {
				return err
			}
			w, err := a.office().Report(cmd.Context(), out, r, compare == "none")
			a.tellKept(w.Kept)
			var cannot office.ErrReport
			var unlike office.ErrReportKind
			if errors.As(err, &unlike) {
				return a.wrong("report_kind_period", unlike.Kind.Code, unlike.Kind.Name.In(a.lang), unlike.Kind.PeriodsWritten())
			}
			if errors.As(err, &cannot) {
				return a.wrong("report_" + string(cannot))
			}
			if err != nil {
				return err
			}
			for _, path := range append([]string{w.Word}, w.Forms...) {
				fmt.Fprintln(a.Out, path)
			}
			return nil
		},
	}
	c.Flags().StringVar(&out, "out", "out", a.texts.Get("cmd.flag.out_dir"))
	c.Flags().StringVar(&kind, "kind", "", a.texts.Get("cmd.flag.report_kind", strings.Join(kindCodes(), ", ")))
	c.Flags().IntVar(&year, "year", 0, a.texts.Get("cmd.flag.report_year"))
	c.Flags().StringVar(&period, "period", "", a.texts.Get("cmd.flag.report_period"))
	c.Flags().StringVar(&compare, "compare", "", a.texts.Get("cmd.flag.report_compare"))
	c.Flags().StringVar(&focus, "focus", "", a.texts.Get("cmd.flag.report_focus"))
	return c
}

// tellKept names what people had changed, and how to renew the numbers in it.
func (a *app) tellKept(kept []string) {
	for _, path := range kept {
		key := "cmd.report.kept"
		if filepath.Ext(path) == ".docx" {
			key = "cmd.report.kept_word"
		}
		fmt.Fprintln(a.Err, a.texts.Get(key, finding.OneLine(path)))
	}
}

// reportRequest reads what a report is asked to be of.
func (a *app) reportRequest(kind string, year int, period, compare, focus string) (r report.Request, err error) {
	if r.Kind, err = a.reportKind(kind); err != nil {
		return r, err
	}
	switch {
	case year != 0 && period != "":
		return r, a.wrong("report_year_and_period")
	case year != 0 && (year < 1945 || year > 2099):
		return r, a.wrong("bad_year", year)
	case year != 0:
		r.Period = data.YearPeriod(year)
	}
	ref, err := data.LoadReference()
	if err != nil {
		return r, err
	}
	for _, p := range []struct {
		text string
		to   *data.ReportPeriod
	}{{period, &r.Period}, {compare, &r.Compare}, {focus, &r.Focus}} {
		if p.text == "" || p.text == "none" && p.to == &r.Compare {
			continue
		}
		read, err := ref.ReportPeriod(p.text)
		var bad data.PeriodError
		if errors.As(err, &bad) {
			return r, misuse{errors.New(bad.In(a.lang))}
		}
		if err != nil {
			return r, err
		}
		*p.to = read
	}
	return r, nil
}

// kindCodes are the codes of all kinds of report; a fault of their files is told when one is asked for.
func kindCodes() (codes []string) {
	all, _ := data.ReportKinds()
	for _, k := range all {
		codes = append(codes, k.Code)
	}
	return codes
}

// reportKind finds a kind of report; none for none asked for. An unknown one is answered with all that there are.
func (a *app) reportKind(code string) (data.ReportKind, error) {
	if code == "" {
		return data.ReportKind{}, nil
	}
	all, err := data.ReportKinds()
	if err != nil {
		return data.ReportKind{}, err
	}
	k, ok := data.ReportKindOf(all, code, data.ReportPeriod{})
	if ok {
		return k, nil
	}
	var there []string
	for _, k := range all {
		there = append(there, fmt.Sprintf("%s (%s)", k.Code, k.Name.In(a.lang)))
	}
	return k, a.wrong("report_kind", code, strings.Join(there, ", "))
}

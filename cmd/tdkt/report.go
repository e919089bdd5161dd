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
	var out, kind, period, compare, focus, template string
	var year int
	var names, places bool
	c := &cobra.Command{
		Use: "report", Short: a.texts.Get("cmd.report.short"), Long: a.texts.Get("cmd.report.long"),
		Args: a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			r, err := a.reportRequest(kind, year, period, compare, focus)
			if err != nil {
				return err
			}
			if places {
				return a.reportFault(a.tellPlaces(cmd.Context(), r, compare == "none"))
			}
			o := a.office()
			o.WithNames = names
			if err := a.template(o, template); err != nil {
				return err
			}
			w, err := o.Report(cmd.Context(), out, r, compare == "none")
			a.tellKept(w.Kept)
			if err != nil {
				return a.templateFault(a.reportFault(err), template)
			}
			fmt.Fprintln(a.Out, w.Word)
			if w.Book != "" {
				fmt.Fprintln(a.Out, w.Book)
			}
			for _, path := range w.Forms {
				fmt.Fprintln(a.Out, path)
			}
			a.tellEmpty(w.Empty)
			a.tellNames(w.Names)
			return nil
		},
	}
	c.Flags().StringVar(&out, "out", "out", a.texts.Get("cmd.flag.out_dir"))
	c.Flags().StringVar(&kind, "kind", "", a.texts.Get("cmd.flag.report_kind", strings.Join(kindCodes(), ", ")))
	c.Flags().IntVar(&year, "year", 0, a.texts.Get("cmd.flag.report_year"))
	c.Flags().StringVar(&period, "period", "", a.texts.Get("cmd.flag.report_period"))
	c.Flags().StringVar(&compare, "compare", "", a.texts.Get("cmd.flag.report_compare"))
	c.Flags().StringVar(&focus, "focus", "", a.texts.Get("cmd.flag.report_focus"))
	c.Flags().StringVar(&template, "template", "", a.texts.Get("cmd.flag.report_template"))
	c.Flags().BoolVar(&places, "places", false, a.texts.Get("cmd.flag.report_places"))
	c.Flags().BoolVar(&names, "with-names", false, a.texts.Get("cmd.flag.with_names"))
	return c
}

// tellEmpty names the forms that are not written for want of returns, and what to send.
func (a *app) tellEmpty(forms []string) {
	if len(forms) > 0 && !a.quiet {
		fmt.Fprintln(a.Err, a.texts.Get("cmd.report.empty_forms", strings.Join(forms, ", ")))
	}
}

// reportFault words what cannot be asked of a report.
func (a *app) reportFault(err error) error {
	var cannot office.ErrReport
	var unlike office.ErrReportKind
	if errors.As(err, &unlike) {
		return a.wrong("report_kind_period", unlike.Kind.Code, unlike.Kind.Name.In(a.lang), unlike.Kind.PeriodsWritten())
	}
	if errors.As(err, &cannot) {
		return a.wrong("report_" + string(cannot))
	}
	return err
}

// tellNames says where names of persons were written, and what they may be used for; or that an earlier list is gone.
func (a *app) tellNames(list office.NamesList) {
	if list.Gone != "" {
		fmt.Fprintln(a.Err, a.texts.Get("cmd.report.names_gone", finding.OneLine(list.Gone)))
	}
	if list.Path == "" {
		return
	}
	fmt.Fprintln(a.Out, list.Path)
	fmt.Fprintln(a.Err, a.texts.Get("cmd.report.names", finding.OneLine(list.Path), a.howMany(list.Awards)))
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

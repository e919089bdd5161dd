package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

func (a *app) runCommand() *cobra.Command {
	var out, feedback, asOf string
	var year int
	c := &cobra.Command{
		Use: "run PATH...", Short: a.texts.Get("cmd.run.short"), Long: a.texts.Get("cmd.run.long"),
		Args: a.arguments(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if year != 0 && (year < 1945 || year > 2099) {
				return a.wrong("bad_year", year)
			}
			if err := a.paths(args); err != nil {
				return err
			}
			on, err := a.asOf(asOf)
			if err != nil {
				return err
			}
			o, err := a.answering(feedback, args)
			if err != nil {
				return err
			}
			o.AsOf = on
			done, err := o.Run(cmd.Context(), args, out, year)
			a.tellFindings(done.Received)
			if done.Shown.Page == "" {
				return err
			}
			fmt.Fprintln(a.Out, a.texts.Get("cmd.sum.received"))
			a.tellReceived(done.Received)
			a.tellTurned(done.Received.Change)
			a.tellHeadline(done.Headline)
			fmt.Fprintln(a.Out, a.texts.Get("cmd.sum.output"))
			lines := [][2]string{{a.texts.Get("cmd.sum.page"), done.Shown.Page}, {a.texts.Get("cmd.sum.workbook"), done.Shown.Workbook}}
			if w := done.Reports; w.Word != "" {
				lines = append(lines, [2]string{a.texts.Get("cmd.sum.report"), w.Word}, [2]string{a.texts.Get("cmd.sum.book"), w.Book},
					[2]string{a.texts.Get("cmd.sum.forms"), a.texts.Get("cmd.sum.forms_in", len(w.Forms), filepath.Dir(w.Word))})
			}
			a.tellLines(append(lines, [2]string{a.texts.Get("cmd.sum.warehouse"), a.db}))
			a.tellEmpty(done.Reports.Empty)
			a.tellKept(done.Reports.Kept)
			a.tellNames(done.Reports.Names)
			a.tellAnswers(done.Received.Answers)
			if err == nil && done.Received.Faults() {
				err = errFaults
			}
			return err
		},
	}
	c.Flags().StringVar(&out, "out", "out", a.texts.Get("cmd.flag.out_dir"))
	c.Flags().StringVar(&feedback, "feedback", "", a.texts.Get("cmd.flag.feedback"))
	c.Flags().IntVar(&year, "year", 0, a.texts.Get("cmd.flag.year"))
	c.Flags().StringVar(&asOf, "as-of", "", a.texts.Get("cmd.flag.as_of"))
	return c
}

// paths refuses a path that is not there before any work is done.
func (a *app) paths(paths []string) error {
	for _, p := range paths {
		if _, err := os.Stat(p); err != nil {
			return misuse{errors.New(a.texts.Get("cmd.no_path", p))}
		}
	}
	return nil
}

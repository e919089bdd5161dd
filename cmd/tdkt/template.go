package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"tdkt/cmd/internal/office"
)

// Empty forms have at most so many rows: a list of more is no work for a form.
const (
	usualRows = 100
	mostRows  = 2000
)

func (a *app) templateCommand() *cobra.Command {
	ask := office.TemplateAsk{}
	c := &cobra.Command{
		Use: "template", Short: a.texts.Get("cmd.template.short"), Long: a.texts.Get("cmd.template.long"),
		Args: a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if ask.Year < 2004 || ask.Year > 2100 {
				return a.wrong("template_year")
			}
			if ask.Rows < 1 || ask.Rows > mostRows {
				return a.wrong("template_rows", ask.Rows)
			}
			paths, err := a.office().Template(cmd.Context(), ask)
			for _, path := range paths {
				fmt.Fprintln(a.Out, path)
			}
			var r office.Refusal
			switch {
			case errors.As(err, &r):
				return a.refusal(err)
			case err != nil:
				return err
			case len(paths) == 0:
				fmt.Fprintln(a.Err, a.texts.Get("cmd.template.none", ask.Year))
			}
			return nil
		},
	}
	c.Flags().IntVar(&ask.Year, "year", 0, a.texts.Get("cmd.flag.template_year"))
	c.Flags().StringVar(&ask.Unit, "unit", "", a.texts.Get("cmd.flag.unit"))
	c.Flags().StringArrayVar(&ask.Forms, "form", nil, a.texts.Get("cmd.flag.form"))
	c.Flags().IntVar(&ask.Rows, "rows", usualRows, a.texts.Get("cmd.flag.rows"))
	c.Flags().StringVar(&ask.Dir, "out", "out", a.texts.Get("cmd.flag.out_dir"))
	return c
}

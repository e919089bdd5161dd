package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"tdkt/cmd/internal/office"
)

func (a *app) dashboardCommand() *cobra.Command {
	var out, asOf, svg string
	var units []string
	c := &cobra.Command{
		Use: "dashboard", Short: a.texts.Get("cmd.dashboard.short"), Long: a.texts.Get("cmd.dashboard.long"),
		Args: a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			on, err := a.asOf(asOf)
			if err != nil {
				return err
			}
			o := a.office()
			o.AsOf = on
			if len(units) > 0 {
				paths, err := o.UnitPages(cmd.Context(), out, units)
				for _, path := range paths {
					fmt.Fprintln(a.Out, path)
				}
				if errors.As(err, new(office.Refusal)) {
					return a.refusal(err)
				}
				return err
			}
			shown, err := o.Show(cmd.Context(), out, svg)
			if err != nil {
				return err
			}
			fmt.Fprintf(a.Out, "%s\n%s\n", shown.Page, shown.Workbook)
			for _, p := range shown.Pictures {
				if p.Path == "" {
					fmt.Fprintln(a.Out, a.texts.Get("cmd.dashboard.no_figures", p.ID))
				} else {
					fmt.Fprintln(a.Out, p.Path)
				}
			}
			return nil
		},
	}
	c.Flags().StringVar(&out, "out", "out", a.texts.Get("cmd.flag.out_dir"))
	c.Flags().StringArrayVar(&units, "unit", nil, a.texts.Get("cmd.flag.unit_page"))
	c.Flags().StringVar(&svg, "svg", "", a.texts.Get("cmd.flag.svg"))
	c.Flags().StringVar(&asOf, "as-of", "", a.texts.Get("cmd.flag.as_of"))
	return c
}

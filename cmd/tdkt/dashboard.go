package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (a *app) dashboardCommand() *cobra.Command {
	var out, asOf string
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
			shown, err := o.Show(cmd.Context(), out)
			if err != nil {
				return err
			}
			fmt.Fprintf(a.Out, "%s\n%s\n", shown.Page, shown.Workbook)
			return nil
		},
	}
	c.Flags().StringVar(&out, "out", "out", a.texts.Get("cmd.flag.out_dir"))
	c.Flags().StringVar(&asOf, "as-of", "", a.texts.Get("cmd.flag.as_of"))
	return c
}

package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (a *app) docsCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use: "docs", Short: a.texts.Get("cmd.docs.short"), Long: a.texts.Get("cmd.docs.long"),
		Args: a.arguments(0, 0),
		RunE: func(*cobra.Command, []string) error {
			path, err := a.office().Docs(out)
			if err != nil {
				return err
			}
			fmt.Fprintln(a.Out, path)
			return nil
		},
	}
	c.Flags().StringVar(&out, "out", "out", a.texts.Get("cmd.flag.out_dir"))
	return c
}

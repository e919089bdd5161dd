package main

import (
	"github.com/spf13/cobra"
)

func (a *app) buildCommand() *cobra.Command {
	return &cobra.Command{
		Use: "build", Short: a.texts.Get("cmd.build.short"), Long: a.texts.Get("cmd.build.long"),
		Args: a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			change, err := a.office().Build(cmd.Context())
			if err != nil {
				return err
			}
			a.tellTurned(change)
			return nil
		},
	}
}

package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// wordHelp puts cobra's own words into the person's language: help, usage and faults of
// the command line.
func (a *app) wordHelp(root *cobra.Command) {
	root.SetFlagErrorFunc(a.flagError)
	root.SetUsageFunc(a.usage)
	root.SetHelpCommand(&cobra.Command{
		Use: "help", Hidden: true, Short: a.texts.Get("cmd.flag.help"), Args: a.arguments(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			c, rest, err := root.Find(args)
			if err != nil || c == root && len(rest) > 0 {
				return a.commands(root, args)
			}
			return c.Help()
		},
	})
	for _, c := range append(root.Commands(), root) {
		c.Flags().BoolP("help", "h", false, a.texts.Get("cmd.flag.help"))
	}
}

// usage prints how a command is called.
func (a *app) usage(c *cobra.Command) error {
	line := "tdkt"
	if c.HasParent() {
		line += " " + c.Use
	} else {
		line += " " + a.texts.Get("cmd.usage.command")
	}
	out := c.OutOrStdout()
	fmt.Fprintf(out, "%s\n  %s\n", a.texts.Get("cmd.usage.call"), line)
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(out, "\n%s\n", a.texts.Get("cmd.usage.commands"))
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				fmt.Fprintf(out, "  %-*s %s\n", sub.NamePadding(), sub.Name(), sub.Short)
			}
		}
	}
	preset := strings.NewReplacer("(default ", "("+a.texts.Get("cmd.usage.default")+" ")
	fmt.Fprintf(out, "\n%s\n%s", a.texts.Get("cmd.usage.flags"), preset.Replace(c.LocalFlags().FlagUsages()))
	if c.HasAvailableInheritedFlags() {
		fmt.Fprintf(out, "\n%s\n%s", a.texts.Get("cmd.usage.global"), preset.Replace(c.InheritedFlags().FlagUsages()))
	}
	return nil
}

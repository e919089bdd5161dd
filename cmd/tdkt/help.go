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
		Use: "help", Hidden: true, Short: a.texts.Get("cmd.flag.help"), Args: a.arguments(0, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			c, rest, err := root.Find(args)
			if err != nil || c == root && len(rest) > 0 {
				return a.commands(root, args)
			}
			return c.Help()
		},
	})
	a.wordHelpFlag(root)
}

func (a *app) wordHelpFlag(c *cobra.Command) {
	c.Flags().BoolP("help", "h", false, a.texts.Get("cmd.flag.help"))
	for _, sub := range c.Commands() {
		a.wordHelpFlag(sub)
	}
}

// usage prints how a command is called.
func (a *app) usage(c *cobra.Command) error {
	line := called(c)
	if c.HasAvailableSubCommands() {
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

package main

import (
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tdkt/queries/door/format"
	"tdkt/queries/door/shell"
)

func (a *app) sqlCommand() *cobra.Command {
	var out output
	c := &cobra.Command{
		Use: "sql [SQL]", Short: a.texts.Get("cmd.sql.short"), Long: a.texts.Get("cmd.sql.long"),
		Args: func(c *cobra.Command, args []string) error { return asMisuse(cobra.MaximumNArgs(1)(c, args)) },
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.shell(cmd, out)
			}
			if _, err := out.parse(a); err != nil {
				return err
			}
			d, err := a.office().Door()
			if err != nil {
				return err
			}
			defer d.Close()
			t, err := d.SQL(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			return out.write(a, t)
		},
	}
	out.flags(a, c)
	return c
}

// shell reads statements from a person at a terminal, with history, or from a pipe.
func (a *app) shell(cmd *cobra.Command, out output) error {
	f, err := format.Parse(out.format)
	if err != nil {
		return misuse{err}
	}
	d, err := a.office().Door()
	if err != nil {
		return err
	}
	defer d.Close()
	options := shell.Options{Lang: a.lang, Format: f, MaxRows: 1000}
	if terminal(a.In) {
		return shell.Prompt(cmd.Context(), d, a.history(), a.Out, a.Err, options)
	}
	options.MaxRows = 0
	return shell.Script(cmd.Context(), d, a.In, a.Out, options)
}

// terminal tells whether a person is typing.
func terminal(in any) bool {
	f, ok := in.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// history is the file in which the shell keeps what was typed.
func (a *app) history() string {
	home := a.Getenv("HOME")
	if home == "" {
		home = a.Getenv("USERPROFILE")
	}
	return filepath.Join(home, ".tdkt_history")
}

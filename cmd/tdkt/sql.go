package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tdkt/queries/door/shell"
)

func (a *app) sqlCommand() *cobra.Command {
	var out output
	c := &cobra.Command{
		Use: "sql [SQL]", Short: a.texts.Get("cmd.sql.short"), Long: a.texts.Get("cmd.sql.long"),
		Args: a.arguments(0, 1),
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
				return a.statement(cmd.Context(), err)
			}
			return out.write(a, t)
		},
	}
	out.flags(a, c)
	return c
}

// shell reads statements from a person at a terminal, with history, or from a pipe.
func (a *app) shell(cmd *cobra.Command, out output) error {
	f, err := a.format(out.format)
	if err != nil {
		return err
	}
	if f.Binary() {
		return a.wrong("binary_shell", out.format)
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
	return a.statement(cmd.Context(), shell.Script(cmd.Context(), d, a.In, a.Out, options))
}

// statement says of a statement that did not run that it was wrong, in the engine's words
// what about it; a call that was broken off is none.
func (a *app) statement(ctx context.Context, err error) error {
	if err == nil || ctx.Err() != nil {
		return err
	}
	return a.wrong("sql", err.Error())
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

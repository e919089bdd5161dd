package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tdkt/cmd/internal/office"
)

func (a *app) traceCommand() *cobra.Command {
	var out output
	c := &cobra.Command{
		Use: "trace FIGURE | FILE!SHEET!CELL", Short: a.texts.Get("cmd.trace.short"), Long: a.texts.Get("cmd.trace.long"),
		Args: a.arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := out.parse(a); err != nil {
				return err
			}
			if strings.Count(args[0], "!") >= 2 {
				return a.traceCell(cmd, out, args[0])
			}
			return a.traceFigure(cmd, out, args[0])
		},
	}
	out.flags(a, c)
	return c
}

func (a *app) traceFigure(cmd *cobra.Command, out output, id string) error {
	if err := a.figure(id); err != nil {
		return err
	}
	t, err := a.office().TraceFigure(cmd.Context(), id)
	if err != nil {
		return err
	}
	if err := out.write(a, t.Table); err != nil {
		return err
	}
	if out.format != "table" || out.file != "" {
		return nil
	}
	return a.sum(t)
}

// sum says what the cells add up to beside what the mart says; they must agree.
func (a *app) sum(t office.Traced) error {
	if t.Value == nil {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.trace.none"))
		return nil
	}
	fmt.Fprintln(a.Out, a.texts.Get("cmd.trace.sum", t.Sum, len(t.Rows), *t.Value))
	if t.Complete != nil {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.trace.complete", t.Complete.Year, t.Complete.Words(a.lang)))
	}
	if t.Sum != *t.Value {
		return errors.New(a.texts.Get("cmd.trace.differs"))
	}
	return nil
}

func (a *app) traceCell(cmd *cobra.Command, out output, place string) error {
	t, err := a.office().TraceCell(cmd.Context(), place)
	if errors.Is(err, office.ErrNoSuchFile) {
		return a.wrong("no_such_file", place)
	}
	if err != nil {
		return err
	}
	if len(t.Rows) == 0 && out.format == "table" {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.trace.no_figure", place))
		return nil
	}
	return out.write(a, t.Table)
}

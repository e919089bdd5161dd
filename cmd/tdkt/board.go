package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"tdkt/cmd/internal/office"
	"tdkt/data"
	"tdkt/ingest/finding"
	"tdkt/ingest/load"
	"tdkt/queries/table"
)

// boardCommand gathers what the board decides of returns, findings and names, and the log of it.
func (a *app) boardCommand() *cobra.Command {
	group := &cobra.Command{
		Use: "board", Short: a.texts.Get("cmd.board.short"), Long: a.texts.Get("cmd.board.long"),
		Args: a.commands,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	for _, action := range []string{load.Withdraw, load.Hold, load.Release} {
		group.AddCommand(a.motion(action, "RETURN...", 1, -1, nil))
	}
	group.AddCommand(a.acceptCommand(), a.mapCommand(), a.undoCommand(), a.boardLogCommand())
	return group
}

// motion is a command that puts one motion to the board; fill completes it from the arguments and flags.
func (a *app) motion(action, use string, least, most int, fill func(*office.Motion, []string) error) *cobra.Command {
	var reason, by string
	c := &cobra.Command{
		Use: action + " " + use, Short: a.texts.Get("cmd.board." + action + ".short"), Long: a.texts.Get("cmd.board." + action + ".long"),
		Args: a.arguments(least, most),
		RunE: func(cmd *cobra.Command, args []string) error {
			m := office.Motion{Action: action, Targets: args, Reason: strings.TrimSpace(reason), By: by}
			if m.Reason == "" {
				return a.wrong("reason")
			}
			if m.By == "" {
				m.By = a.Getenv("USER") + a.Getenv("USERNAME")
			}
			if fill != nil {
				if err := fill(&m, args); err != nil {
					return err
				}
			}
			done, err := a.office().Decide(cmd.Context(), m)
			if err != nil && len(done.Rows) > 0 {
				fmt.Fprintln(a.Err, a.texts.Get("cmd.board.not_noted"))
			}
			if err != nil {
				return a.refusal(err)
			}
			a.tellDecided(done)
			a.tellChange(done.Change)
			return nil
		},
	}
	c.Flags().StringVar(&reason, "reason", "", a.texts.Get("cmd.flag.reason"))
	c.Flags().StringVar(&by, "by", "", a.texts.Get("cmd.flag.by"))
	return c
}

func (a *app) acceptCommand() *cobra.Command {
	var code string
	var all bool
	c := a.motion(load.Accept, "RETURN | FILE!SHEET!CELL", 1, 1, func(m *office.Motion, _ []string) error {
		m.Finding, m.All = code, all
		return nil
	})
	c.Flags().StringVar(&code, "finding", "", a.texts.Get("cmd.flag.finding"))
	c.Flags().BoolVar(&all, "all", false, a.texts.Get("cmd.flag.all"))
	return c
}

func (a *app) mapCommand() *cobra.Command {
	var alias data.BoardAlias
	var from, to string
	c := a.motion(load.Map, "NAME", 1, 1, func(m *office.Motion, args []string) (err error) {
		if alias.Kind == "" || alias.Code == "" {
			return a.wrong("board_map_needs")
		}
		alias.Name = args[0]
		for text, into := range map[string]*data.Date{from: &alias.Valid.From, to: &alias.Valid.To} {
			if *into, err = data.ParseDate(text); err != nil {
				return a.wrong("board_date", text)
			}
		}
		m.Alias, m.Targets = alias, nil
		return nil
	})
	c.Flags().StringVar(&alias.Kind, "kind", "", a.texts.Get("cmd.flag.kind"))
	c.Flags().StringVar(&alias.Code, "code", "", a.texts.Get("cmd.flag.code"))
	c.Flags().StringVar(&from, "valid-from", "", a.texts.Get("cmd.flag.valid_from"))
	c.Flags().StringVar(&to, "valid-to", "", a.texts.Get("cmd.flag.valid_to"))
	return c
}

func (a *app) undoCommand() *cobra.Command {
	return a.motion(load.Undo, "NUMBER", 1, 1, func(m *office.Motion, args []string) error {
		no, err := strconv.Atoi(args[0])
		if err != nil || no < 1 {
			return a.wrong("board_number", args[0])
		}
		m.No, m.Targets = no, nil
		return nil
	})
}

// refusal words why the board cannot decide so; other errors stay as they are.
func (a *app) refusal(err error) error {
	var r office.Refusal
	if !errors.As(err, &r) {
		return err
	}
	text := a.texts.Get("cmd.misuse."+r.Key, r.Args...)
	for i, line := range r.List {
		if i == finding.Limit {
			text += "\n  " + a.texts.Get("cmd.more", len(r.List)-i)
			break
		}
		text += "\n  " + line
	}
	return misuse{errors.New(text)}
}

// tellDecided says what the log holds now and how to take it back.
func (a *app) tellDecided(done office.Decided) {
	for _, d := range done.Rows {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.board.noted", d.No, a.decision(d, done.Files), d.Reason))
	}
	last := done.Rows[len(done.Rows)-1].No
	fmt.Fprintln(a.Out, a.texts.Get("cmd.board.take_back", last))
}

// decision words one row of the log.
func (a *app) decision(d load.Decision, files map[string]string) string {
	target := d.Target
	if file := files[d.Target]; file != "" {
		target = file + " (" + d.Target + ")"
	}
	switch d.Action {
	case load.Undo:
		return a.texts.Get("cmd.board.did.undo", d.Undoes)
	case load.Map:
		words := a.texts.Get("cmd.board.did.map", d.Target, a.texts.Get("cmd.board.kind."+d.Kind), d.Code)
		if !d.Valid.From.IsZero() || !d.Valid.To.IsZero() {
			words += " " + a.texts.Get("cmd.board.valid", a.orDash(a.day(d.Valid.From)), a.orDash(a.day(d.Valid.To)))
		}
		return words
	case load.Accept:
		at := ""
		switch {
		case d.Sheet != "" && d.Cell != "":
			at = a.texts.Get("cmd.board.at", d.Sheet+"!"+d.Cell)
		case d.Cell != "":
			at = a.texts.Get("cmd.board.at", d.Cell)
		}
		return a.texts.Get("cmd.board.did.accept", d.Finding, at, target)
	}
	return a.texts.Get("cmd.board.did."+d.Action, target)
}

func (a *app) boardLogCommand() *cobra.Command {
	var out output
	c := &cobra.Command{
		Use: "log", Short: a.texts.Get("cmd.board.log.short"), Long: a.texts.Get("cmd.board.log.long"),
		Args: a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, err := out.parse(a); err != nil {
				return err
			}
			log, err := a.office().BoardLog(cmd.Context())
			if err != nil {
				return err
			}
			if len(log.Rows) == 0 && out.format == "table" && out.file == "" {
				fmt.Fprintln(a.Out, a.texts.Get("cmd.board.log.none"))
				return nil
			}
			if out.format == "table" && out.file == "" {
				a.tellLog(log)
				return nil
			}
			return out.write(a, a.logTable(log))
		},
	}
	out.flags(a, c)
	return c
}

// tellLog prints the log for people, two lines a decision.
func (a *app) tellLog(log office.Log) {
	for _, d := range log.Rows {
		state := "cmd.board.state.holds"
		switch {
		case d.Action == load.Undo:
			state = "cmd.board.state.undo"
		case !log.Holds[d.No]:
			state = "cmd.board.state.undone"
		}
		fmt.Fprintf(a.Out, "%3d  %s  %s\n     %s\n", d.No, a.day(d.DecidedOn), a.decision(d, log.Files), a.texts.Get(state, d.Reason, a.orDash(d.DecidedBy)))
	}
}

func (a *app) logTable(log office.Log) table.Table {
	t := table.Table{Name: "board_log"}
	for _, name := range strings.Fields(`board_no action target finding_code source_sheet source_cell kind code valid_from valid_to reason
		decided_on decided_by source undoes holds`) {
		kind := table.KindText
		switch name {
		case "board_no", "undoes":
			kind = table.KindInt
		case "holds":
			kind = table.KindBool
		}
		title := a.texts.Get("cmd.column." + name)
		t.Columns = append(t.Columns, table.Column{Name: name, Title: table.Text{VI: title, EN: title}, Kind: kind})
	}
	for _, d := range log.Rows {
		var holds any // an undo does its work once: it neither holds nor does not
		if d.Action != load.Undo {
			holds = log.Holds[d.No]
		}
		t.Rows = append(t.Rows, []any{int64(d.No), d.Action, d.Target, d.Finding, d.Sheet, d.Cell, d.Kind, d.Code, d.Valid.From.String(),
			d.Valid.To.String(), d.Reason, d.DecidedOn.String(), d.DecidedBy, d.Source, int64(d.Undoes), holds})
	}
	return t
}

// day is a date as people of the language write it.
func (a *app) day(d data.Date) string {
	if a.lang == "en" || d.IsZero() {
		return d.String()
	}
	return fmt.Sprintf("%02d/%02d/%04d", d.Day, d.Month, d.Year)
}

func (a *app) orDash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

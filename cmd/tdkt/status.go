package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tdkt/cmd/internal/office"
	"tdkt/data"
	"tdkt/ingest/finding"
	"tdkt/queries/table"
)

func (a *app) statusCommand() *cobra.Command {
	var out output
	var year int
	var diff bool
	var show, asOf string
	c := &cobra.Command{
		Use: "status", Short: a.texts.Get("cmd.status.short"), Long: a.texts.Get("cmd.status.long"),
		Args: a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if year < 0 || year > 2100 {
				return a.wrong("bad_year_all", year)
			}
			if diff && (year != 0 || show != "" || asOf != "") {
				return a.wrong("diff_year")
			}
			if (show != "" || asOf != "") && year == 0 {
				return a.wrong("show_year")
			}
			if show != "" && !slices.Contains(shows, show) {
				return a.wrong("bad_show", show, strings.Join(shows, ", "))
			}
			on, err := a.asOf(asOf)
			if err != nil {
				return err
			}
			if _, err := out.parse(a); err != nil {
				return err
			}
			if diff {
				return a.statusDiff(cmd, out)
			}
			if year != 0 && show != "returns" {
				c, err := a.office().Campaign(cmd.Context(), year, on)
				if errors.Is(err, office.ErrNotBuilt) && out.format == "table" && out.file == "" && show == "" {
					fmt.Fprintln(a.Err, a.texts.Get("cmd.not_built", a.db))
					return a.tellReturns(cmd, year)
				}
				if err != nil || out.format != "table" || out.file != "" || show != "" {
					return a.writeCampaign(c, show, out, err)
				}
				a.tellCampaign(c, year, on)
			}
			if out.format == "table" && out.file == "" {
				return a.tellReturns(cmd, year)
			}
			s, err := a.office().Status(cmd.Context(), year)
			if err != nil {
				return err
			}
			return out.write(a, s.Table)
		},
	}
	c.Flags().IntVar(&year, "year", 0, a.texts.Get("cmd.flag.status_year"))
	c.Flags().StringVar(&show, "show", "", a.texts.Get("cmd.flag.show"))
	c.Flags().StringVar(&asOf, "as-of", "", a.texts.Get("cmd.flag.as_of"))
	c.Flags().BoolVar(&diff, "diff", false, a.texts.Get("cmd.flag.diff"))
	out.flags(a, c)
	return c
}

func (a *app) tellReturns(cmd *cobra.Command, year int) error {
	s, err := a.office().Status(cmd.Context(), year)
	if err == nil {
		a.tellStatus(s)
	}
	return err
}

func (a *app) statusDiff(cmd *cobra.Command, out output) error {
	change, err := a.office().Change(cmd.Context())
	if errors.Is(err, office.ErrNothingChanged) {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.diff.none_yet"))
		return nil
	}
	if err != nil {
		return err
	}
	if out.format != "table" || out.file != "" {
		return out.write(a, change.Table(func(column string) string { return a.texts.Get("cmd.column." + column) }))
	}
	a.tellChange(change)
	return nil
}

// tellStatus prints two or three lines a return, then the totals.
func (a *app) tellStatus(s office.Status) {
	count := map[string]int{}
	var open [3]int64
	var rows, cells [4]int64
	for i := range s.Rows {
		count[s.Text(i, "status")]++
		a.tellReturn(s, i)
		for n, name := range []string{"open_errors", "open_warnings", "open_queries"} {
			open[n] += wholeOf(s.Table, i, name)
		}
		addCounts(&rows, s.Table, i, "rows")
		addCounts(&cells, s.Table, i, "cells")
	}
	total := a.texts.Get("cmd.sum.returns_are", len(s.Rows), count["accepted"]+count["accepted_with_warnings"],
		count["accepted_with_warnings"], count["refused"], count["held"], count["superseded"])
	if n := count["withdrawn"]; n > 0 {
		total += a.texts.Get("cmd.status.withdrawn", n)
	}
	lines := [][2]string{{a.texts.Get("cmd.sum.returns"), total},
		{a.texts.Get("cmd.status.open"), a.texts.Get("cmd.status.open_are", open[0], open[1], open[2])},
		{a.texts.Get("cmd.sum.rows"), a.conserved(rows)}, {a.texts.Get("cmd.sum.cells"), a.conserved(cells)}}
	if s.Owed > 0 {
		lines = append(lines, [2]string{a.texts.Get("cmd.status.owed"), a.texts.Get("cmd.status.owed_are", s.Owed, s.Came, s.Usable, s.Owed-s.Came)})
	}
	if s.Year != 0 {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.status.year", s.Year))
	} else {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.status.total"))
	}
	a.tellLines(lines)
	if s.NoPeriod > 0 {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.status.no_period", s.NoPeriod))
	}
}

func (a *app) tellReturn(s office.Status, i int) {
	head := []string{cmp.Or(s.Text(i, "unit_name"), a.texts.Get("page.unknown")), a.formOfReturn(s.Text(i, "form_of_return")),
		cmp.Or(s.Text(i, "period"), a.texts.Get("page.year_unknown"))}
	if part := s.Text(i, "part"); part != "" {
		head = append(head, part)
	}
	fmt.Fprintf(a.Out, "%s — %s\n", finding.OneLine(strings.Join(head, " · ")), a.standing(s.Text(i, "status")))
	more := []string{s.Text(i, "file_name"), s.Text(i, "return_id"), a.texts.Get("cmd.status.received", a.dayOf(s.Table, i, "received_on"))}
	if mark := s.Text(i, "revision_mark"); mark != "" {
		more = append(more, a.texts.Get("cmd.status.revision", wholeOf(s.Table, i, "revision")))
	}
	if s.Text(i, "role") == "control" {
		more = append(more, a.texts.Get("sheet.code.control"))
	}
	fmt.Fprintf(a.Out, "    %s\n", finding.OneLine(strings.Join(more, " · ")))
	var cells [4]int64
	addCounts(&cells, s.Table, i, "cells")
	found := a.texts.Get("cmd.status.open_are", wholeOf(s.Table, i, "open_errors"), wholeOf(s.Table, i, "open_warnings"), wholeOf(s.Table, i, "open_queries"))
	fmt.Fprintf(a.Out, "    %s · %s\n", a.texts.Get("cmd.status.cells", a.conserved(cells)), found)
	if no := wholeOf(s.Table, i, "board_no"); no > 0 {
		fmt.Fprintf(a.Out, "    %s\n", a.texts.Get("cmd.status.board", no, finding.OneLine(s.Text(i, "board_reason"))))
	}
}

// formOfReturn is the short name of a form of return.
func (a *app) formOfReturn(code string) string {
	if key := "page.return." + code; a.texts.Has(key) {
		return a.texts.Get(key)
	}
	return code
}

// standing words the status of a return; one that is not there has none.
func (a *app) standing(status string) string {
	if status == "" {
		return a.texts.Get("cmd.status.absent")
	}
	return a.texts.Get("cmd.standing." + status)
}

func (a *app) dayOf(t table.Table, row int, column string) string {
	if d, ok := t.Value(row, column).(table.Date); ok {
		if on, err := data.ParseDate(table.Plain(d)); err == nil {
			return a.day(on)
		}
	}
	return "–"
}

func wholeOf(t table.Table, row int, column string) int64 {
	n, _ := t.Value(row, column).(int64)
	return n
}

func addCounts(sum *[4]int64, t table.Table, row int, of string) {
	for i, what := range []string{"_read", "_used", "_excluded", "_rejected"} {
		sum[i] += wholeOf(t, row, of+what)
	}
}

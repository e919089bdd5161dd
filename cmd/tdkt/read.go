package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"tdkt/ingest"
	"tdkt/ingest/finding"
	"tdkt/ingest/layout"
)

// lookedFor is what of a file is to be shown: --sheet and --table.
type lookedFor struct {
	sheet string
	table int
}

func (a *app) readCommand() *cobra.Command {
	var format string
	var what lookedFor
	c := &cobra.Command{
		Use: "read FILE", Short: a.texts.Get("cmd.read.short"), Long: a.texts.Get("cmd.read.long"),
		Args: a.arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if format != "csv" && format != "json" {
				return a.wrong("format", format, "csv, json")
			}
			if err := a.paths(args); err != nil {
				return err
			}
			if info, err := os.Stat(args[0]); err == nil && info.IsDir() {
				return a.wrong("one_file", args[0])
			}
			return a.read(args[0], format, what)
		},
	}
	c.Flags().StringVar(&format, "format", "csv", a.texts.Get("cmd.flag.read_format"))
	c.Flags().StringVar(&what.sheet, "sheet", "", a.texts.Get("cmd.flag.sheet"))
	c.Flags().IntVar(&what.table, "table", 0, a.texts.Get("cmd.flag.table"))
	return c
}

// read shows a file as it is read before any meaning.
func (a *app) read(path, format string, what lookedFor) error {
	k, err := ingest.Know()
	if err != nil {
		return err
	}
	name := filepath.Base(path)
	file, findings, err := k.LookAt(path)
	if err != nil {
		return err
	}
	refused := finding.Worst(findings) == finding.Error
	if file.Archive && slices.ContainsFunc(findings, func(f finding.Finding) bool { return f.Code == "container-unsupported" }) {
		fmt.Fprintln(a.Err, a.texts.Get("cmd.read.archive", name, path))
		return errFaults
	}
	if refused || !a.quiet {
		for _, line := range finding.Lines(findings, a.lang) {
			fmt.Fprintln(a.Err, line)
		}
	}
	if refused {
		return errFaults
	}
	sheets := file.Sheets
	if what.sheet != "" {
		at := sheetAsked(sheets, what.sheet)
		if at < 0 {
			return a.wrong("sheet", what.sheet, sheetNames(sheets))
		}
		sheets = sheets[at : at+1]
	}
	if format == "json" {
		return writeReadJSON(a.shown(), name, file.Container, sheets, what)
	}
	s := &sheets[firstSheet(sheets)]
	n := firstTable(s.Tables)
	if what.table != 0 {
		if n = what.table - 1; n < 0 || n >= len(s.Tables) {
			return a.wrong("table", strconv.Itoa(what.table), a.onSheet(s), strconv.Itoa(len(s.Tables)))
		}
	}
	formulas, err := writeReadCSV(a.shown(), &s.Tables[n])
	if err == nil && !a.quiet {
		a.tellRead(file, s, n, formulas)
	}
	return err
}

// tellRead says which table was shown and what else the file holds.
func (a *app) tellRead(file ingest.Looked, s *ingest.LookedSheet, n, formulas int) {
	t := &s.Tables[n]
	form := a.texts.Get("cmd.read.no_form")
	if t.Layout.Code != "" {
		form = t.Layout.NameVI
		if a.lang == "en" {
			form = t.Layout.NameEN
		}
	}
	fmt.Fprintln(a.Err, a.onSheet(s)+a.texts.Get("cmd.read.shown", n+1, len(s.Tables), form, dataRows(t)))
	if len(file.Sheets) > 1 {
		fmt.Fprintln(a.Err, a.texts.Get("cmd.read.sheets", sheetNames(file.Sheets)))
	}
	if formulas > 0 {
		fmt.Fprintln(a.Err, a.texts.Get("cmd.read.formulas", formulas))
	}
}

// onSheet names the sheet before what is said of it; "" in a file without names of sheets.
func (a *app) onSheet(s *ingest.LookedSheet) string {
	if s.Name == "" {
		return ""
	}
	return a.texts.Get("cmd.read.on_sheet", s.Name)
}

// sheetAsked finds a sheet by its name, or by its number in the workbook; -1 where there is none.
func sheetAsked(sheets []ingest.LookedSheet, name string) int {
	for i := range sheets {
		if sheets[i].Name == name {
			return i
		}
	}
	for i := range sheets {
		if strings.EqualFold(sheets[i].Name, name) || strconv.Itoa(sheets[i].No) == name {
			return i
		}
	}
	return -1
}

func sheetNames(sheets []ingest.LookedSheet) string {
	names := make([]string, len(sheets))
	for i := range sheets {
		names[i] = strconv.Itoa(sheets[i].No)
		if sheets[i].Name != "" {
			names[i] += " (" + sheets[i].Name + ")"
		}
	}
	return strings.Join(names, ", ")
}

// firstSheet is the sheet that is shown where none was asked for: the first of those that
// hold most of a table.
func firstSheet(sheets []ingest.LookedSheet) int {
	best, most := 0, -1
	for i := range sheets {
		if p := promise(&sheets[i]); p > most {
			best, most = i, p
		}
	}
	return best
}

// promise says how much of a table a sheet holds: rows of data in several columns, on a
// sheet that ingest may read a return from; less where it is no return, and nothing where it is hidden.
func promise(s *ingest.LookedSheet) int {
	t := &s.Tables[firstTable(s.Tables)]
	switch {
	case s.Hidden:
		return 0
	case dataRows(t) == 0:
		return 1
	case s.Left != "":
		return 2
	case len(t.Columns) < 2:
		return 3
	}
	return 4
}

// firstTable is the first table with rows of data, else the first with a header, else the first.
func firstTable(tables []layout.Table) int {
	headed := -1
	for i := range tables {
		if dataRows(&tables[i]) > 0 {
			return i
		}
		if headed < 0 && len(tables[i].Columns) > 0 {
			headed = i
		}
	}
	return max(headed, 0)
}

func dataRows(t *layout.Table) (n int) {
	for i := range t.Rows {
		if t.Rows[i].Kind == layout.Data {
			n++
		}
	}
	return n
}

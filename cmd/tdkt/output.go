package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"tdkt/queries/door/format"
	"tdkt/queries/table"
)

// output is where and how a table leaves the program: --format and --out.
type output struct{ format, file string }

func (o *output) flags(a *app, c *cobra.Command) {
	c.Flags().StringVar(&o.format, "format", "table", a.texts.Get("cmd.flag.format"))
	c.Flags().StringVar(&o.file, "out", "", a.texts.Get("cmd.flag.out_file"))
}

// parse checks the flags before any work is done.
func (o *output) parse(a *app) (format.Format, error) {
	f, err := a.format(o.format)
	if err != nil {
		return f, err
	}
	if f.Binary() && o.file == "" {
		return f, misuse{errors.New(a.texts.Get("cmd.binary_needs_out", o.format))}
	}
	return f, nil
}

// write writes the table to --out or to stdout.
func (o *output) write(a *app, t table.Table) error {
	f, err := o.parse(a)
	if err != nil {
		return err
	}
	a.tell(t, f)
	if o.file == "" {
		return format.Write(a.Out, t, f, format.Options{Lang: a.lang})
	}
	var content bytes.Buffer
	if err := format.Write(&content, t, f, format.Options{Lang: a.lang}); err != nil {
		return err
	}
	if err := os.WriteFile(o.file, content.Bytes(), 0o644); err != nil {
		return err
	}
	if !a.quiet {
		fmt.Fprintln(a.Err, a.texts.Get("cmd.wrote", o.file, len(t.Rows)))
	}
	return nil
}

// tell says on stderr what stands under a table for people and has no place among the records of CSV and JSON: what the years are,
// up to which day, which breaks.
func (a *app) tell(t table.Table, f format.Format) {
	if a.quiet || t.Name == "" || f != format.CSV && f != format.JSON {
		return
	}
	for _, line := range t.Foot(a.lang) {
		fmt.Fprintln(a.Err, line)
	}
}

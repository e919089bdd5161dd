package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"tdkt/charts/ooxml"
	"tdkt/charts/report"
	"tdkt/cmd/internal/office"
	"tdkt/ingest/finding"
)

// template hands the board's own document to the office, where one is named.
func (a *app) template(o *office.Office, path string) (err error) {
	if path == "" {
		return nil
	}
	if err := a.paths([]string{path}); err != nil {
		return err
	}
	if o.OwnWord, err = os.ReadFile(path); err == nil && len(o.OwnWord) == 0 {
		return a.wrong("template_not_word", path)
	}
	return err
}

// templateFault words what is wrong with a template: the file itself is a misuse, its places are told one by one.
func (a *app) templateFault(err error, path string) error {
	var places office.ErrPlaces
	if errors.As(err, &places) {
		fmt.Fprintln(a.Err, a.texts.Get("cmd.template.faults", finding.OneLine(path), len(places)))
		for _, p := range places {
			line := a.texts.Get("cmd.template."+p.Code, finding.OneLine(p.Place), p.Want, p.Have)
			if p.Nearest != "" {
				line += a.texts.Get("cmd.template.nearest", p.Nearest)
			}
			if p.Paragraph != "" {
				line += a.texts.Get("cmd.template.paragraph", finding.OneLine(shortened(p.Paragraph)))
			}
			fmt.Fprintln(a.Err, "  "+line)
		}
		fmt.Fprintln(a.Err, a.texts.Get("cmd.template.see_places"))
		return errFaults
	}
	for _, f := range []struct {
		is  error
		key string
	}{{ooxml.ErrOldWord, "old"}, {ooxml.ErrEncrypted, "encrypted"}, {ooxml.ErrProtected, "protected"}, {ooxml.ErrTracked, "tracked"}, {ooxml.ErrMacros, "macros"},
		{report.ErrTemplateBound, "bound"}, {ooxml.ErrNotWord, "not_word"}} {
		if errors.Is(err, f.is) {
			return a.wrong("template_"+f.key, path)
		}
	}
	return err
}

// tellPlaces lists what a template can name.
func (a *app) tellPlaces(ctx context.Context, r report.Request, alone bool) error {
	all, err := a.office().Places(ctx, r, alone)
	for _, p := range all {
		fmt.Fprintf(a.Out, "%-36s %s\n", p.Name, p.Means)
	}
	return err
}

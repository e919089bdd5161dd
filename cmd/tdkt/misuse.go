package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tdkt/data"
	"tdkt/models"
	"tdkt/queries/door/format"
	"tdkt/queries/library"
	"tdkt/queries/table"
)

// wrong is a misuse worded in the person's language.
func (a *app) wrong(key string, args ...any) error {
	return misuse{errors.New(a.texts.Get("cmd.misuse."+key, args...))}
}

// arguments holds a command to so many arguments; most below 0 is any number.
func (a *app) arguments(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return a.wrong("too_few", called(c))
		case most >= 0 && len(args) > most:
			return a.wrong("too_many", args[most], called(c))
		}
		return nil
	}
}

// called is how a command is called, from the name of the program on.
func called(c *cobra.Command) string {
	if !c.HasParent() {
		return c.Name()
	}
	return c.Parent().CommandPath() + " " + c.Use
}

// commands refuses what is no command of the program, or of a group.
func (a *app) commands(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return a.wrong("command", args[0], strings.Join(names, ", "))
}

// flagError words what the parser of flags says.
func (a *app) flagError(_ *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var needs *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return a.wrong("flag", "-"+unknown.GetSpecifiedName())
	case errors.As(err, &unknown):
		return a.wrong("flag", "--"+unknown.GetSpecifiedName())
	case errors.As(err, &needs):
		return a.wrong("flag_needs", "--"+needs.GetFlag().Name)
	case errors.As(err, &value):
		return a.wrong("flag_value", "--"+value.GetFlag().Name, value.GetValue())
	}
	return misuse{err}
}

// query finds a named query and holds the parameters given against those it takes.
func (a *app) query(name string, given map[string]string) (library.Query, error) {
	q, err := library.Get(name)
	if err != nil {
		all, listErr := library.All()
		if listErr != nil {
			return q, listErr
		}
		var names []string
		for _, other := range all {
			if !other.Feed {
				names = append(names, other.Name)
			}
		}
		return q, a.wrong("query", name, strings.Join(names, ", "))
	}
	var names []string
	for _, p := range q.Params {
		names = append(names, p.Name)
		text, ok := given[p.Name]
		if !ok {
			continue
		}
		if _, err := p.Parse(text); err != nil {
			var bad data.PeriodError
			if errors.As(err, &bad) {
				return q, misuse{errors.New(bad.In(a.lang))}
			}
			return q, a.wrong("param_value", p.Name, text, a.wanted(p))
		}
	}
	for k := range given {
		switch {
		case slices.Contains(names, k):
		case len(names) == 0:
			return q, a.wrong("no_param", name)
		default:
			return q, a.wrong("param", name, k, strings.Join(names, ", "))
		}
	}
	if period, other := q.Clash(given); period != "" {
		return q, a.wrong("param_clash", period, other)
	}
	return q, nil
}

// wanted says what a parameter takes.
func (a *app) wanted(p library.Param) string {
	switch {
	case p.Values != nil:
		return strings.Join(p.Values, ", ")
	case p.Kind == table.KindInt:
		return a.texts.Get("cmd.misuse.want_int", fmt.Sprint(p.Min), fmt.Sprint(p.Max))
	case p.Kind == table.KindDate:
		return a.texts.Get("cmd.misuse.want_date")
	case p.Kind == table.KindBool:
		return "true, false"
	}
	return a.texts.Get("cmd.misuse.want_number")
}

// format reads the name of a format.
func (a *app) format(name string) (format.Format, error) {
	f, err := format.Parse(name)
	if err == nil {
		return f, nil
	}
	var names []string
	for _, known := range format.All() {
		names = append(names, string(known))
	}
	return f, a.wrong("format", name, strings.Join(names, ", "))
}

// figure says what is wrong with a figure id, nil where nothing is.
func (a *app) figure(id string) error {
	f, err := table.ParseFigure(id)
	if err != nil {
		return a.wrong("figure", id)
	}
	mart, err := models.Figures(f.Mart)
	if err != nil {
		all, listErr := models.Traces()
		if listErr != nil {
			return listErr
		}
		var names []string
		for _, t := range all {
			names = append(names, t.Mart)
		}
		return a.wrong("mart", f.Mart, strings.Join(names, ", "))
	}
	if !slices.Contains(mart.Measures, f.Measure) {
		return a.wrong("measure", f.Mart, f.Measure, strings.Join(mart.Measures, ", "))
	}
	for _, k := range f.Keys {
		if !slices.Contains(mart.Keys, k.Key) {
			return a.wrong("key", f.Mart, k.Key, strings.Join(mart.Keys, ", "))
		}
	}
	for _, key := range mart.Always {
		if !slices.ContainsFunc(f.Keys, func(k table.KeyValue) bool { return k.Key == key }) {
			return a.wrong("key_always", f.Mart, key)
		}
	}
	return nil
}

package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"tdkt/queries/library"
)

func (a *app) queryCommand() *cobra.Command {
	var params []string
	var period, boundaries string
	var out output
	c := &cobra.Command{
		Use: "query [NAME]", Short: a.texts.Get("cmd.query.short"), Long: a.texts.Get("cmd.query.long"),
		Args: a.arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.listQueries()
			}
			if _, err := out.parse(a); err != nil {
				return err
			}
			if cmd.Flags().Changed("period") {
				params = append(params, "period="+period)
			}
			given, err := a.parameters(params)
			if err != nil {
				return err
			}
			if err := a.giveBoundaries(args[0], boundaries, given); err != nil {
				return err
			}
			q, err := a.query(args[0], given)
			if err != nil {
				return err
			}
			d, err := a.office().Door()
			if err != nil {
				return err
			}
			defer d.Close()
			t, err := d.Query(cmd.Context(), q, given)
			if err != nil {
				return err
			}
			return out.write(a, t)
		},
	}
	c.Flags().StringArrayVar(&params, "param", nil, a.texts.Get("cmd.flag.param"))
	c.Flags().StringVar(&period, "period", "", a.texts.Get("cmd.flag.period"))
	c.Flags().StringVar(&boundaries, library.Boundaries, "", a.texts.Get("cmd.flag.boundaries"))
	out.flags(a, c)
	return c
}

// giveBoundaries adds the boundaries asked for to the parameters of a query; one that has no units refuses them.
func (a *app) giveBoundaries(query, boundaries string, given map[string]string) error {
	if boundaries == "" {
		return nil
	}
	if _, twice := given[library.Boundaries]; twice {
		return a.wrong("boundaries_twice")
	}
	all, err := library.All()
	if err != nil {
		return err
	}
	var names []string
	for _, q := range all {
		if q.HasBoundaries() {
			names = append(names, q.Name)
		}
	}
	for _, q := range all {
		if q.Name == query && !q.HasBoundaries() {
			return a.wrong("boundaries_none", query, strings.Join(names, ", "))
		}
	}
	given[library.Boundaries] = boundaries
	return nil
}

// parameters reads k=v pairs; a name given twice is an error, not the last one silently.
func (a *app) parameters(pairs []string) (map[string]string, error) {
	given := map[string]string{}
	for _, p := range pairs {
		k, v, ok := strings.Cut(p, "=")
		if !ok {
			return nil, a.wrong("param_pair", p)
		}
		if _, twice := given[k]; twice {
			return nil, a.wrong("param_twice", k)
		}
		given[k] = v
	}
	return given, nil
}

// listQueries shows what can be asked: names, titles, parameters with their defaults.
func (a *app) listQueries() error {
	all, err := library.All()
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(a.Out, 0, 0, 2, ' ', 0)
	for _, q := range all {
		if q.Feed {
			continue
		}
		var params []string
		for _, p := range q.Params {
			params = append(params, p.Name+"="+p.Default)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", q.Name, q.Title.In(a.lang), strings.Join(params, " "))
	}
	return w.Flush()
}

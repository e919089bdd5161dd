package models

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Query is SQL with its arguments, by position.
type Query struct {
	SQL  string
	Args []any
}

// embeddedGraph is the order of the embedded models; it needs a parser of SQL, not a warehouse.
var embeddedGraph = sync.OnceValues(func() (Graph, error) {
	db, err := sql.Open("duckdb", "")
	if err != nil {
		return Graph{}, err
	}
	defer db.Close()
	return readGraph(context.Background(), db, embedded)
})

// Warm reads the embedded models ahead of a build, which then need not wait for their parser.
func Warm() { _, _ = embeddedGraph() }

// Traces gives the trace of every mart, in order of name.
func Traces() ([]Trace, error) {
	g, err := embeddedGraph()
	if err != nil {
		return nil, err
	}
	var all []Trace
	for _, t := range g.Traces {
		all = append(all, t)
	}
	slices.SortFunc(all, func(a, b Trace) int { return strings.Compare(a.Mart, b.Mart) })
	return all, nil
}

// Figures gives the keys and measures of a mart, with the SQL of its trace.
func Figures(mart string) (Trace, error) {
	g, err := embeddedGraph()
	if err != nil {
		return Trace{}, err
	}
	t, ok := g.Traces[mart]
	if !ok {
		return Trace{}, fmt.Errorf("no mart %q", mart)
	}
	return t, nil
}

// Cells gives the contributions that a figure is the sum of: the mart's keys, contribution_id, amount, return_id,
// source_file, source_sheet, source_cell, in the order of the keys. Keys left out are summed over. It runs on the
// published copy.
func (t Trace) Cells(measure string, keys map[string]string) (Query, error) {
	where, args, err := t.where(measure, keys)
	if err != nil {
		return Query{}, err
	}
	order := strings.Join(t.Keys, ", ")
	return Query{
		SQL: "select " + order + ", contribution_id, amount, return_id, source_file, source_sheet, source_cell\nfrom (\n" +
			t.SQL + "\n) as trace\nwhere measure = ?" + where + "\norder by " + order + ", contribution_id",
		Args: append([]any{measure}, args...),
	}, nil
}

// Value gives the figure itself: one row, its value in the mart summed over the keys left out.
func (t Trace) Value(measure string, keys map[string]string) (Query, error) {
	where, args, err := t.where(measure, keys)
	if err != nil {
		return Query{}, err
	}
	return Query{
		SQL:  "select cast(sum(" + measure + ") as bigint) as amount\nfrom " + t.Mart + "\nwhere true" + where,
		Args: args,
	}, nil
}

// where selects by the keys given, in the order of the grain, and refuses what the mart does not have.
func (t Trace) where(measure string, keys map[string]string) (string, []any, error) {
	if !slices.Contains(t.Measures, measure) {
		return "", nil, fmt.Errorf("%s has no measure %q; it has %s", t.Mart, measure, strings.Join(t.Measures, ", "))
	}
	for _, k := range t.Always {
		if _, given := keys[k]; !given {
			return "", nil, fmt.Errorf("%s: a figure needs the key %q: each of its values holds all figures again", t.Mart, k)
		}
	}
	var b strings.Builder
	var args []any
	for _, k := range t.Keys {
		if v, given := keys[k]; given {
			b.WriteString("\n    and cast(" + k + " as varchar) = ?")
			args = append(args, v)
		}
	}
	for k := range keys {
		if !slices.Contains(t.Keys, k) {
			return "", nil, fmt.Errorf("%s has no key %q; it has %s", t.Mart, k, strings.Join(t.Keys, ", "))
		}
	}
	return b.String(), args, nil
}

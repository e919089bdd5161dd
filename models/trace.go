package models

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
)

// Query is SQL with its arguments, by position.
type Query struct {
	SQL  string
	Args []any
}

// Figure is one measure of a mart at the keys given; keys left out are summed over.
type Figure struct {
	Mart, Measure string
	Keys          []Key
}

// Key is a key of a mart and its value as text.
type Key struct{ Name, Value string }

// embeddedGraph is the order of the embedded models; it needs a parser of SQL, not a warehouse.
var embeddedGraph = sync.OnceValues(func() (Graph, error) {
	db, err := sql.Open("duckdb", "")
	if err != nil {
		return Graph{}, err
	}
	defer db.Close()
	return readGraph(context.Background(), db, embedded)
})

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

// ParseFigure reads a figure id such as mart_form_year/award_count?award_year=2025&form_code=ldtt.
func ParseFigure(id string) (Figure, error) {
	path, query, _ := strings.Cut(id, "?")
	mart, measure, ok := strings.Cut(path, "/")
	if !ok {
		return Figure{}, fmt.Errorf("figure %q: want mart/measure?key=value&…", id)
	}
	t, err := Figures(mart)
	if err != nil {
		return Figure{}, fmt.Errorf("figure %q: %w", id, err)
	}
	if !slices.Contains(t.Measures, measure) {
		return Figure{}, fmt.Errorf("figure %q: %s has no measure %q; it has %s", id, mart, measure, strings.Join(t.Measures, ", "))
	}
	values, err := url.ParseQuery(query)
	if err != nil {
		return Figure{}, fmt.Errorf("figure %q: %w", id, err)
	}
	f := Figure{Mart: mart, Measure: measure}
	for _, k := range t.Keys { // in the order of the grain
		if v, given := values[k]; given {
			if len(v) > 1 {
				return Figure{}, fmt.Errorf("figure %q: %s is given twice", id, k)
			}
			f.Keys = append(f.Keys, Key{k, v[0]})
			delete(values, k)
		}
	}
	for k := range values {
		return Figure{}, fmt.Errorf("figure %q: %s has no key %q; it has %s", id, mart, k, strings.Join(t.Keys, ", "))
	}
	return f, nil
}

// TraceQuery gives the contributions that a figure is the sum of: contribution_id, amount, return_id, source_file,
// source_sheet, source_cell, in the order of the mart's keys. It runs on the published copy.
func TraceQuery(id string) (Query, error) {
	f, err := ParseFigure(id)
	if err != nil {
		return Query{}, err
	}
	t, err := Figures(f.Mart)
	if err != nil {
		return Query{}, err
	}
	where, args := f.where()
	return Query{
		SQL: "select " + strings.Join(t.Keys, ", ") + ", contribution_id, amount, return_id, source_file, source_sheet, source_cell\nfrom (\n" +
			t.SQL + "\n) as trace\nwhere measure = ?" + where + "\norder by " + strings.Join(t.Keys, ", ") + ", contribution_id",
		Args: append([]any{f.Measure}, args...),
	}, nil
}

// ValueQuery gives the figure itself: one row, its value in the mart summed over the keys left out.
func ValueQuery(id string) (Query, error) {
	f, err := ParseFigure(id)
	if err != nil {
		return Query{}, err
	}
	where, args := f.where()
	return Query{
		SQL:  "select cast(sum(" + f.Measure + ") as bigint) as amount\nfrom " + f.Mart + "\nwhere true" + where,
		Args: args,
	}, nil
}

func (f Figure) where() (string, []any) {
	var b strings.Builder
	args := make([]any, len(f.Keys))
	for i, k := range f.Keys {
		b.WriteString("\n    and cast(" + k.Name + " as varchar) = ?")
		args[i] = k.Value
	}
	return b.String(), args
}

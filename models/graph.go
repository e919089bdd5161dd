package models

import (
	"context"
	"database/sql"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

//go:embed staging/*.sql intermediate/*.sql marts/*.sql
var embedded embed.FS

// Model is one SQL file that becomes one table, or one view where its header says "kept as: view".
type Model struct {
	Name     string
	Path     string // such as models/marts/fct_return.sql
	SQL      string
	Grain    []string
	Measures []string // of a mart
	Always   []string // keys of a mart over which nothing may be added up: each value holds all figures again
	Needs    []string // tables it reads, in order of name
	IsView   bool     // computed when it is read: its rows are many and follow row by row from what it reads
}

// Test is one SQL file that returns the rows that are wrong.
type Test struct {
	Name  string // such as fct_return.rows_conserved
	Path  string
	About string
	SQL   string
	Quick string // may be empty: a cheaper query that gives true where the test is green, and may give false there
	Needs []string
}

// Graph is the models in an order in which they can be made, with their tests and traces.
type Graph struct {
	Order  []Model
	Tests  []Test
	Traces map[string]Trace // by mart
}

// Trace is the SQL behind the measures of a mart: its keys, measure, contribution_id, amount and place.
type Trace struct {
	Mart     string
	Path     string
	SQL      string
	Keys     []string // grain of the mart
	Always   []string // keys that a figure must have
	Measures []string
}

// querier is what *sql.DB, *sql.Conn and *sql.Tx share.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// readGraph reads the files of fsys and orders them; q parses SQL only.
func readGraph(ctx context.Context, q querier, fsys fs.FS) (Graph, error) {
	g := Graph{Traces: map[string]Trace{}}
	files, err := fs.Glob(fsys, "*/*.sql")
	if err != nil {
		return g, err
	}
	var all []Model
	for _, f := range files {
		text, err := fs.ReadFile(fsys, f)
		if err != nil {
			return g, err
		}
		p := "models/" + f
		h := header(string(text))
		name := strings.TrimSuffix(path.Base(f), ".sql")
		switch {
		case strings.HasSuffix(name, ".trace"):
			mart := strings.TrimSuffix(name, ".trace")
			g.Traces[mart] = Trace{Mart: mart, Path: p, SQL: string(text), Measures: list(h["measures"])}
		case strings.HasSuffix(name, ".test"):
			needs, err := tablesOf(ctx, q, p, string(text))
			if err != nil {
				return g, err
			}
			g.Tests = append(g.Tests, Test{Name: strings.TrimSuffix(name, ".test"), Path: p, About: about(string(text)), SQL: string(text), Needs: needs})
		default:
			m := Model{Name: name, Path: p, SQL: string(text), Grain: list(h["grain"]), Measures: list(h["measures"]), Always: list(h["always with"])}
			if len(m.Grain) == 0 {
				return g, fmt.Errorf("%s: no line \"-- grain: …\"", p)
			}
			switch kept := h["kept as"]; kept {
			case "", "view":
				m.IsView = kept == "view"
			default:
				return g, fmt.Errorf("%s: kept as %q: want view, or no such line", p, kept)
			}
			if m.Needs, err = tablesOf(ctx, q, p, m.SQL); err != nil {
				return g, err
			}
			all = append(all, m)
		}
	}
	return g.ordered(all)
}

// ordered puts the models in an order in which each follows what it reads, ties by name.
func (g Graph) ordered(all []Model) (Graph, error) {
	byName := map[string]Model{}
	for _, m := range all {
		if other, twice := byName[m.Name]; twice {
			return g, fmt.Errorf("%s: the name stands in %s too", m.Path, other.Path)
		}
		byName[m.Name] = m
	}
	for mart, t := range g.Traces {
		m, ok := byName[mart]
		if !ok {
			return g, fmt.Errorf("%s: no mart %s", t.Path, mart)
		}
		t.Keys, t.Always = m.Grain, m.Always
		g.Traces[mart] = t
	}
	names := make([]string, 0, len(byName))
	for name := range byName {
		names = append(names, name)
	}
	slices.Sort(names)
	done := map[string]bool{}
	for len(g.Order) < len(byName) {
		next := slices.IndexFunc(names, func(name string) bool {
			return !done[name] && !slices.ContainsFunc(byName[name].Needs, func(n string) bool {
				_, model := byName[n]
				return model && !done[n]
			})
		})
		if next < 0 {
			return g, cycle(byName, names, done)
		}
		done[names[next]] = true
		g.Order = append(g.Order, byName[names[next]])
	}
	return g, nil
}

// cycle names a ring of models that wait for one another.
func cycle(byName map[string]Model, names []string, done map[string]bool) error {
	at := names[slices.IndexFunc(names, func(n string) bool { return !done[n] })]
	var ring []string
	for !slices.Contains(ring, at) {
		ring = append(ring, at)
		needs := byName[at].Needs
		at = needs[slices.IndexFunc(needs, func(n string) bool { _, ok := byName[n]; return ok && !done[n] })]
	}
	ring = append(ring[slices.Index(ring, at):], at)
	return fmt.Errorf("%s: models need one another: %s", byName[at].Path, strings.Join(ring, " needs "))
}

// missing names the first file that reads a table which neither a model makes nor given holds.
func (g Graph) missing(given []string) error {
	known := map[string]bool{}
	for _, t := range given {
		known[t] = true
	}
	for _, m := range g.Order {
		known[m.Name] = true
	}
	check := func(path string, needs []string) error {
		for _, n := range needs {
			if !known[n] {
				return fmt.Errorf("%s: no table %s", path, n)
			}
		}
		return nil
	}
	for _, m := range g.Order {
		if err := check(m.Path, m.Needs); err != nil {
			return err
		}
	}
	for _, t := range g.Tests {
		if err := check(t.Path, t.Needs); err != nil {
			return err
		}
	}
	return nil
}

// closure keeps the models that the named ones need, themselves included, and the tests that read nothing else.
func (g Graph) closure(names ...string) Graph {
	want := map[string]bool{}
	for _, n := range names {
		want[n] = true
	}
	for _, m := range slices.Backward(g.Order) {
		if want[m.Name] {
			for _, n := range m.Needs {
				want[n] = true
			}
		}
	}
	part := Graph{Traces: map[string]Trace{}}
	for _, m := range g.Order {
		if want[m.Name] {
			part.Order = append(part.Order, m)
		}
	}
	for _, t := range g.Tests {
		if !slices.ContainsFunc(t.Needs, func(n string) bool { return !want[n] }) {
			part.Tests = append(part.Tests, t)
		}
	}
	return part
}

// header reads the lines "-- key: value" above the SQL.
func header(text string) map[string]string {
	h := map[string]string{}
	for line := range strings.Lines(text) {
		rest, ok := strings.CutPrefix(line, "-- ")
		if !ok {
			break
		}
		key, value, ok := strings.Cut(rest, ": ")
		if _, twice := h[key]; ok && !twice {
			h[key] = strings.TrimSpace(value)
		}
	}
	return h
}

// about is the sentence of the first line, after the name.
func about(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	_, sentence, _ := strings.Cut(line, ": ")
	return sentence
}

func list(text string) []string {
	if text == "" {
		return nil
	}
	words := strings.Split(text, ",")
	for i := range words {
		words[i] = strings.TrimSpace(words[i])
	}
	return words
}

// tablesOf gives the tables that a query reads: the base tables of its parse tree less the names of its CTEs.
func tablesOf(ctx context.Context, q querier, path, query string) ([]string, error) {
	var text string
	if err := q.QueryRowContext(ctx, "select cast(json_serialize_sql(cast(? as varchar)) as varchar)", query).Scan(&text); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var tree map[string]any
	if err := json.Unmarshal([]byte(text), &tree); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if failed, _ := tree["error"].(bool); failed {
		return nil, fmt.Errorf("%s: %v", path, tree["error_message"])
	}
	if statements, _ := tree["statements"].([]any); len(statements) != 1 {
		return nil, fmt.Errorf("%s: want one select, got %d statements", path, len(statements))
	}
	var tables, ctes []string
	walk(tree, func(node map[string]any) {
		if node["type"] == "BASE_TABLE" {
			tables = append(tables, node["table_name"].(string))
		}
		if m, ok := node["cte_map"].(map[string]any); ok {
			for _, entry := range m["map"].([]any) {
				ctes = append(ctes, entry.(map[string]any)["key"].(string))
			}
		}
	})
	slices.Sort(tables)
	return slices.DeleteFunc(slices.Compact(tables), func(t string) bool { return slices.Contains(ctes, t) }), nil
}

func walk(v any, visit func(map[string]any)) {
	switch x := v.(type) {
	case map[string]any:
		visit(x)
		for _, child := range x {
			walk(child, visit)
		}
	case []any:
		for _, child := range x {
			walk(child, visit)
		}
	}
}

package door

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"tdkt/queries/table"
)

// result is what the driver gave: names, engine types, and its own Go values.
type result struct {
	names []string
	types []string
	rows  [][]any
}

type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func read(ctx context.Context, q querier, text string, args ...any) (*result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	rows, err := q.QueryContext(ctx, text, args...)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, clean(err)
	}
	defer rows.Close()
	kinds, err := rows.ColumnTypes()
	if err != nil {
		return nil, err
	}
	r := &result{}
	for _, k := range kinds {
		r.names = append(r.names, k.Name())
		r.types = append(r.types, k.DatabaseTypeName())
	}
	for rows.Next() {
		if len(r.rows)%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		cells, into := make([]any, len(kinds)), make([]any, len(kinds))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, clean(err)
		}
		r.rows = append(r.rows, cells)
	}
	return r, clean(rows.Err())
}

// table gives the result with the kinds its types and values allow.
func (r *result) table() table.Table {
	t := table.Table{Rows: r.rows}
	seen := map[string]bool{}
	for c, name := range r.names {
		name = unused(name, seen)
		t.Columns = append(t.Columns, table.Column{
			Name: name, Title: table.Text{VI: name, EN: name}, Kind: convert(r.types[c], r.rows, c),
		})
	}
	return t
}

// unused makes the names of a result differ, as files and objects need: a, a_2, a_3.
func unused(name string, seen map[string]bool) string {
	free := name
	for n := 2; seen[strings.ToLower(free)]; n++ {
		free = fmt.Sprintf("%s_%d", name, n)
	}
	seen[strings.ToLower(free)] = true
	return free
}

// as gives the rows of the result where it has the wanted columns; it may be used once.
func (r *result) as(want []table.Column) ([][]any, error) {
	if len(r.names) != len(want) {
		return nil, fmt.Errorf("%d columns; the header has %d", len(r.names), len(want))
	}
	for c, w := range want {
		if r.names[c] != w.Name {
			return nil, fmt.Errorf("column %d is %s; the header has %s", c+1, r.names[c], w.Name)
		}
		got := convert(r.types[c], r.rows, c)
		if got == w.Kind || r.types[c] == `"NULL"` || r.types[c] == "NULL" {
			continue
		}
		if got == table.KindInt && w.Kind == table.KindFloat {
			for _, row := range r.rows {
				if n, ok := row[c].(int64); ok {
					row[c] = float64(n)
				}
			}
			continue
		}
		return nil, fmt.Errorf("column %s is %s (%s); the header has %s", w.Name, got, r.types[c], w.Kind)
	}
	return r.rows, nil
}

package door

import (
	"context"

	"tdkt/queries/table"
)

// Ask runs a statement of the program's own, such as a trace, with its arguments by position.
func (d *Door) Ask(ctx context.Context, statement string, args ...any) (table.Table, error) {
	r, err := read(ctx, d.db, statement, args...)
	if err != nil {
		return table.Table{}, err
	}
	t := r.table()
	t.Build = d.build
	return t, nil
}

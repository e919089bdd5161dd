package door

import (
	"context"
	"slices"

	"tdkt/queries/table"
)

// complete puts beside a table that counts by award year how complete the figures of its years are. A copy published
// before completeness was told says of every year that nobody knows.
func (d *Door) complete(ctx context.Context, t *table.Table) error {
	at := t.YearColumns()
	if len(at) == 0 || len(t.Rows) == 0 || t.Col("is_provisional") >= 0 {
		return nil
	}
	var years []int64
	for _, row := range t.Rows {
		for _, c := range at {
			if y, ok := row[c].(int64); ok && !slices.Contains(years, y) {
				years = append(years, y)
			}
		}
	}
	slices.Sort(years)
	known, err := d.completeness(ctx)
	if err != nil {
		return err
	}
	for _, y := range years {
		c, ok := known[y]
		if !ok {
			c = table.Completeness{Year: y}
		}
		t.Completeness = append(t.Completeness, c)
	}
	return nil
}

// completeness is mart_completeness_year by year, read once; a copy does not change.
func (d *Door) completeness(ctx context.Context) (map[int64]table.Completeness, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.years != nil {
		return d.years, nil
	}
	var has bool
	err := d.db.QueryRowContext(ctx, "select count(*) > 0 from duckdb_tables() where database_name = 'pub' and table_name = 'mart_completeness_year'").Scan(&has)
	if err != nil {
		return nil, clean(err)
	}
	years := map[int64]table.Completeness{}
	if has {
		r, err := read(ctx, d.db, "select award_year, expected_unit_count, complete_unit_count, is_provisional from mart_completeness_year order by award_year")
		if err != nil {
			return nil, err
		}
		t := r.table()
		for i := range t.Rows {
			var c table.Completeness
			c.Year, _ = t.Int(i, "award_year")
			c.Expected, _ = t.Int(i, "expected_unit_count")
			c.Complete, _ = t.Int(i, "complete_unit_count")
			c.Provisional, _ = t.Value(i, "is_provisional").(bool)
			years[c.Year] = c
		}
	}
	d.years = years
	return years, nil
}

// Completeness is how complete the figures of a year are; of a year that nobody tells of, not known.
func (d *Door) Completeness(ctx context.Context, year int64) (table.Completeness, error) {
	known, err := d.completeness(ctx)
	if c, ok := known[year]; ok || err != nil {
		return c, err
	}
	return table.Completeness{Year: year}, nil
}

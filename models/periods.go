package models

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"

	"tdkt/data"
)

// loadPeriods makes stg_ref_period: the periods that returns and obligations state, and of each year that they or a decision name
// the year itself, its halves, quarters, months and nine months. What a text means as a period is told by data.ReportPeriod alone;
// the models see days. A text that is no period has no row.
func loadPeriods(ctx context.Context, conn *sql.Conn, reference []data.RefTable) error {
	stated, years, err := statedPeriods(ctx, conn)
	if err != nil {
		return fmt.Errorf("periods: %w", err)
	}
	for _, t := range reference {
		if at := slices.Index(t.Columns, data.RefColumn{Name: "period", Type: "varchar"}); t.Name == "obligation" && at >= 0 {
			for _, row := range t.Rows {
				if text, ok := row[at].(string); ok {
					stated[text] = true
				}
			}
		}
	}
	return loadList(ctx, conn, periodTable(stated, years))
}

// statedPeriods reads what the raw tables name, as far as they stand.
func statedPeriods(ctx context.Context, q querier) (stated map[string]bool, years map[int]bool, err error) {
	stated, years = map[string]bool{}, map[int]bool{}
	for _, from := range []struct{ table, column string }{{"raw_return", "period"}, {"raw_listed", "period"}} {
		err := distinct(ctx, q, from.table, from.column, from.column, func(s *sql.Rows) error {
			var text string
			err := s.Scan(&text)
			stated[text] = true
			return err
		})
		if err != nil {
			return nil, nil, err
		}
	}
	for _, from := range []struct{ table, column, value string }{
		{"raw_award", "decided_on", "cast(extract(year from decided_on) as bigint)"}, {"raw_award", "award_year", "award_year"}, {"raw_tally", "award_year", "award_year"}, {"raw_person", "person_year", "person_year"},
	} {
		err := distinct(ctx, q, from.table, from.column, from.value, func(s *sql.Rows) error {
			var year int
			err := s.Scan(&year)
			years[year] = true
			return err
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return stated, years, nil
}

func distinct(ctx context.Context, q querier, table, column, value string, each func(*sql.Rows) error) error {
	has, err := hasColumns(ctx, q, table, column)
	if err != nil || !has {
		return err
	}
	rows, err := q.QueryContext(ctx, "select distinct "+value+" from "+table+" where "+column+" is not null")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := each(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// periodTable has a row for each period stated and for the parts of each year.
func periodTable(stated map[string]bool, years map[int]bool) data.RefTable {
	periods := map[string]data.ReportPeriod{}
	add := func(code string, p data.ReportPeriod) { periods[code] = p }
	for text := range stated {
		if p, err := data.ParseReportPeriod(text); err == nil {
			add(text, p)
			years[p.From], years[p.To] = true, true
		}
	}
	for y := range years {
		if _, err := data.ParseReportPeriod(data.YearPeriod(y).String()); err != nil {
			continue // 0, or a year that no award can be of
		}
		all := []data.ReportPeriod{data.YearPeriod(y), data.HalfYear(y, 1), data.HalfYear(y, 2), data.NineMonths(y)}
		for n := 1; n <= 4; n++ {
			all = append(all, data.Quarter(y, n))
		}
		for n := 1; n <= 12; n++ {
			all = append(all, data.Month(y, n))
		}
		for _, p := range all {
			add(p.String(), p)
		}
	}
	t := data.RefTable{Name: "period", Columns: []data.RefColumn{
		{Name: "period", Type: "varchar"}, {Name: "period_kind", Type: "varchar"}, {Name: "name_vi", Type: "varchar"}, {Name: "name_en", Type: "varchar"},
		{Name: "from_on", Type: "date"}, {Name: "to_on", Type: "date"}, {Name: "award_year", Type: "bigint"}, {Name: "is_part_of_year", Type: "boolean"},
	}}
	for _, code := range slices.Sorted(maps.Keys(periods)) {
		p := periods[code]
		days := p.Days()
		t.Rows = append(t.Rows, []any{code, string(p.Kind), p.Words("vi"), p.Words("en"), days.From.Time(), days.To.Time(), int64(p.OneYear()), p.IsPartOfYear()})
	}
	return t
}

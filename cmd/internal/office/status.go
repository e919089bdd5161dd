package office

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"tdkt/data"
	"tdkt/queries/door"
	"tdkt/queries/library"
	"tdkt/queries/table"
)

// Status is the returns received with what became of each, of all years or of one.
type Status struct {
	table.Table
	Year               int
	NoPeriod           int64 // returns left out because they tell no period
	Owed, Came, Usable int64 // returns owed, come, and accepted, of the list of obligations
}

// ErrNotBuilt says that returns were received and nothing was built from them yet.
var ErrNotBuilt = errors.New("not built")

// Campaign is how the returns of a year stand on a day: summed up by cluster and by kind of unit, and who is to be telephoned.
type Campaign struct {
	Summary, Overdue, Obligations table.Table
	Complete                      table.Completeness
}

// Campaign reads the published copy.
func (o *Office) Campaign(ctx context.Context, year int, asOf data.Date) (Campaign, error) {
	var c Campaign
	d, err := o.Door()
	if err != nil {
		return c, err
	}
	defer d.Close()
	day := map[string]string{"year": strconv.Itoa(year), "as_of": asOf.String()}
	for _, ask := range []struct {
		into   *table.Table
		name   string
		params map[string]string
	}{{&c.Summary, "completeness-summary", day}, {&c.Overdue, "overdue", day}, {&c.Obligations, "completeness", map[string]string{"year": day["year"]}}} {
		q, err := library.Get(ask.name)
		if err != nil {
			return c, err
		}
		if *ask.into, err = d.Query(ctx, q, ask.params); err != nil {
			if notBuilt.MatchString(err.Error()) {
				err = fmt.Errorf("%w: %w", ErrNotBuilt, err)
			}
			return c, err
		}
	}
	c.Complete, err = d.Completeness(ctx, int64(year))
	return c, err
}

// statusSQL takes the year, 0 for all. A period of several years belongs to each of them, a school year to its end.
const statusSQL = `
with asked as (
    select cast(? as bigint) as year_asked
),
span as (
    select return_id, try_cast(right(period, 4) as bigint) as to_year,
        case when period like '____-____' then try_cast(right(period, 4) as bigint) else try_cast(left(period, 4) as bigint) end as from_year
    from fct_return
),
count_open as (
    select return_id,
        count(*) filter (where severity = 'error') as open_errors,
        count(*) filter (where severity = 'warning') as open_warnings,
        count(*) filter (where severity = 'query') as open_queries
    from fct_finding where state = 'open' group by return_id
)
select r.period, r.unit_code, coalesce(u.name, '') as unit_name, r.form_of_return, r.part, r.status, r.role, r.revision, r.revision_mark,
    r.received_on, r.file_name, r.return_id,
    coalesce(c.open_errors, 0) as open_errors, coalesce(c.open_warnings, 0) as open_warnings, coalesce(c.open_queries, 0) as open_queries,
    r.rows_read, r.rows_used, r.rows_excluded, r.rows_rejected, r.cells_read, r.cells_used, r.cells_excluded, r.cells_rejected,
    r.board_no, r.board_reason
from fct_return as r
cross join asked as a
inner join span as s on s.return_id = r.return_id
left join dim_unit as u on u.unit_code = r.unit_code and u.is_current
left join count_open as c on c.return_id = r.return_id
where a.year_asked = 0 or a.year_asked = s.from_year
    or (r.period like '____..____' and a.year_asked between s.from_year and s.to_year)
order by r.period, unit_name, r.unit_code, r.form_of_return, r.part, r.received_on, r.return_id`

// Status reads the published copy; year 0 is all years.
func (o *Office) Status(ctx context.Context, year int) (Status, error) {
	d, err := o.Door()
	if err != nil {
		return Status{}, err
	}
	defer d.Close()
	s := Status{Year: year}
	t, err := d.Ask(ctx, statusSQL, year)
	if err != nil {
		return s, err
	}
	s.Table = o.titled(t, "status", "")
	if year == 0 {
		return s, s.duty(ctx, d, "", 0)
	}
	none, err := d.Ask(ctx, "select count(*) as n from fct_return where period = ''")
	if err != nil {
		return s, err
	}
	s.NoPeriod, _ = none.Rows[0][0].(int64)
	return s, s.duty(ctx, d, " where period_year = ?", year)
}

// duty counts what is owed, where a build has told it.
func (s *Status) duty(ctx context.Context, d *door.Door, where string, year int) error {
	built, err := d.Ask(ctx, "select count(*) as n from duckdb_tables() where table_name = 'mart_completeness'")
	if err != nil || built.Rows[0][0].(int64) == 0 {
		return err
	}
	var args []any
	if year != 0 {
		args = append(args, year)
	}
	t, err := d.Ask(ctx, `select coalesce(cast(sum(expected_count) as bigint), 0) as owed,
		coalesce(cast(sum(case when expected_count = 1 then received_count else 0 end) as bigint), 0) as came,
		coalesce(cast(sum(case when expected_count = 1 then accepted_count else 0 end) as bigint), 0) as usable from mart_completeness`+where, args...)
	if err != nil {
		return err
	}
	for i, into := range []*int64{&s.Owed, &s.Came, &s.Usable} {
		*into, _ = t.Rows[0][i].(int64)
	}
	return nil
}

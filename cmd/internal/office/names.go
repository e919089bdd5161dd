package office

import (
	"context"
	"database/sql"
	"fmt"
	"io"

	"tdkt/charts/report"
	"tdkt/data"
	"tdkt/ingest/load"
	"tdkt/queries/door"
	"tdkt/queries/table"
)

// namesFile is the list of recipients by decision: the only file of ours that holds names of persons.
const namesFile = "danh-sach-theo-quyet-dinh.docx"

// named is a row of the list.
type named struct {
	number, by, kind, name, position, workplace, form string
	on                                                sql.NullTime
	counts                                            bool
}

// namesSQL lists the awards of a period with their recipients. Of whole years are those whose achievement is of these years; of a part
// of a year, or of a school year, those that mart_form_period counts in it.
const namesSQL = `with timed as (
	select a.*,
		r.period as return_period,
		coalesce(a.decided_on, case when a.award_year in (0, p.award_year) then p.from_on end, y.from_on, date '0001-01-01') as from_on,
		coalesce(a.decided_on, case when a.award_year in (0, p.award_year) then p.to_on end, y.to_on, date '9999-12-31') as to_on
	from fct_award as a
	inner join fct_return as r on r.return_id = a.return_id
	left join dim_period as p on p.period = r.period
	left join dim_period as y on y.period = cast(a.award_year as varchar)
),
told as (
	select return_id, sheet_name, row_no, min(cell_text) as position
	from raw_cell
	where field = 'position'
	group by return_id, sheet_name, row_no
)
select
	t.decision_no, t.decided_on, coalesce(u.name, ''), t.recipient_kind, coalesce(w.recipient_name, ''), coalesce(c.position, ''),
	coalesce(nullif(w.workplace_text, ''), case when c.position is null then s.name end, ''), coalesce(%[1]s, t.form_code), coalesce(f.counts_in_state_total, false)
from timed as t
inner join fct_award_person as n on n.award_id = t.award_id
inner join raw_award as w on w.award_id = t.award_id
left join told as c on c.return_id = t.return_id and c.sheet_name = t.source_sheet and c.row_no = t.source_row
left join (select unit_code, min(name) as name from dim_unit where is_current group by unit_code) as u on u.unit_code = t.decided_by
left join (select unit_code, min(name) as name from dim_unit where is_current group by unit_code) as s on s.unit_code = t.unit_code
left join (select form_code, min(display_vi) as display_vi, min(display_en) as display_en, bool_and(counts_in_state_total) as counts_in_state_total,
	min(order_statistics) as order_statistics from dim_award_form group by form_code) as f on f.form_code = t.form_code
where `

// namesOrder is a full order, that of the decisions.
const namesOrder = ` order by t.decided_on nulls last, t.decision_no, t.decided_by, f.order_statistics nulls last, t.form_code, t.recipient_kind, t.source_file,
	t.source_sheet, t.source_row, t.award_id`

// namesOf is the condition of the awards of a period and its values.
func namesOf(p data.ReportPeriod) (where string, args []any) {
	switch {
	case (report.Request{Period: p}).Whole():
		return "t.award_year between ? and ?", []any{p.From, p.To}
	case p.IsPartOfYear():
		days := p.Days()
		return "t.from_on >= cast(? as date) and t.to_on <= cast(? as date)", []any{days.From.String(), days.To.String()}
	}
	return "t.return_period = ?", []any{p.String()}
}

// names writes the list of recipients by decision of a report's period, on request only. The names stand in the warehouse alone; the
// published copy has none.
func (o *Office) names(ctx context.Context, d *door.Door, s *shelf, in report.Input) (list NamesList, err error) {
	db, err := o.look(ctx)
	if err != nil {
		return list, err
	}
	defer db.Close()
	where, args := namesOf(in.Period)
	label := map[string]string{"vi": "f.display_vi", "en": "f.display_en"}[in.Lang]
	all, err := load.Gather(ctx, db, fmt.Sprintf(namesSQL, label)+where+namesOrder, func(rows *sql.Rows) (n named, err error) {
		return n, rows.Scan(&n.number, &n.on, &n.by, &n.kind, &n.name, &n.position, &n.workplace, &n.form, &n.counts)
	}, args...)
	if err != nil {
		return list, fmt.Errorf("names: %w", err)
	}
	people := table.Table{Columns: []table.Column{{Name: "decision_no"}, {Name: "decided_on", Kind: table.KindDate}, {Name: "decided_by"}, {Name: "recipient_kind"},
		{Name: "recipient_name"}, {Name: "position"}, {Name: "workplace"}, {Name: "form"}, {Name: "counts_in_state_total", Kind: table.KindBool}}}
	for _, n := range all {
		var on any
		if n.on.Valid {
			on = table.DateOf(n.on.Time)
		}
		people.Rows = append(people.Rows, []any{n.number, on, n.by, n.kind, n.name, n.position, n.workplace, n.form, n.counts})
	}
	list.Awards = len(all)
	awards, err := awardsOf(ctx, d, in.Period)
	if err != nil {
		return list, err
	}
	list.Path, err = s.write(namesFile, func(w io.Writer) error { return report.WriteNames(w, in, people, awards) })
	return list, err
}

// awardsOf are the awards of a period, of lists and tallies together; nil where none are stated.
func awardsOf(ctx context.Context, d *door.Door, p data.ReportPeriod) (*int64, error) {
	sql, args := "select cast(sum(award_count) as bigint) as awards from mart_form_period where period = ?", []any{p.String()}
	if (report.Request{Period: p}).Whole() {
		sql, args = "select cast(sum(award_count) as bigint) as awards from mart_form_year where award_year between ? and ?", []any{p.From, p.To}
	}
	t, err := d.Ask(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	return whole(t, 0, "awards"), nil
}

// NamesList is the list of recipients that was written; no path for none.
type NamesList struct {
	Path   string
	Awards int
	Gone   string // path of an earlier one that was taken away, where none was asked for
}

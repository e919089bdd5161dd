package door

import (
	"context"
	"fmt"
	"slices"

	"tdkt/data"
	"tdkt/queries/library"
	"tdkt/queries/table"
)

// note says of an answer which period it is of, whether it was cut before that period was over, and which breaks of law or
// organisation its years cross.
func (d *Door) note(ctx context.Context, t *table.Table, q library.Query, asked data.ReportPeriod) error {
	t.CountsBy = q.CountsByOf(asked)
	if !asked.IsZero() {
		t.Period = table.Text{VI: asked.Words("vi"), EN: asked.Words("en")}
	}
	covered := coveredDays(*t, asked)
	if covered.From.IsZero() {
		return nil
	}
	if err := d.noteCut(ctx, t, covered); err != nil {
		return err
	}
	return d.noteBreaks(ctx, t, covered)
}

// coveredDays are the days that an answer is of: those of the period asked for, else of the award years of its rows; none where it
// counts by no year.
func coveredDays(t table.Table, asked data.ReportPeriod) data.Period {
	if !asked.IsZero() {
		return asked.Days()
	}
	if t.CountsBy != table.ByAwardYear {
		return data.Period{}
	}
	column := t.Col("award_year")
	if column < 0 {
		column = t.Col("period") // of a query that was asked for no period: the newest year
	}
	var first, last int
	for r := range t.Rows {
		if column < 0 {
			break
		}
		p, err := data.ParseReportPeriod(table.Plain(t.Rows[r][column]))
		if err != nil {
			continue // 0, the year not known
		}
		if first == 0 || p.From < first {
			first = p.From
		}
		last = max(last, p.To)
	}
	if first == 0 {
		return data.Period{}
	}
	return data.Period{From: data.Date{Year: first, Month: 1, Day: 1}, To: data.YearEnd(last)}
}

// noteCut says up to which day figures go where their period was not over when the last return came in. That day comes from the
// returns: the same warehouse gives the same note whenever it is read.
func (d *Door) noteCut(ctx context.Context, t *table.Table, covered data.Period) error {
	has, err := d.has(ctx, "fct_return")
	if err != nil || !has {
		return err
	}
	r, err := read(ctx, d.db, "select max(received_on) as as_of from fct_return")
	if err != nil {
		return err
	}
	asOf, known := r.table().Value(0, "as_of").(table.Date)
	if !known || !(data.Date{Year: asOf.Year, Month: int(asOf.Month), Day: asOf.Day}).Before(covered.To) {
		return nil
	}
	t.Notes = append(t.Notes, table.Text{
		VI: fmt.Sprintf("Tính đến ngày %s (ngày nhận báo cáo gần nhất): khi đó kỳ chưa kết thúc (%s), số liệu còn thay đổi.",
			asOf.Time().Format("02/01/2006"), covered.To.Time().Format("02/01/2006")),
		EN: fmt.Sprintf("As of %s (the last day on which a return came in): the period was not over (%s) and figures will change.", asOf, covered.To),
	})
	return nil
}

// noteBreaks tells the breaks that fall among the days covered: of all forms, and of those that the rows name.
func (d *Door) noteBreaks(ctx context.Context, t *table.Table, covered data.Period) error {
	has, err := d.has(ctx, "dim_law_break")
	if err != nil || !has {
		return err
	}
	r, err := read(ctx, d.db, `select b.form_code, b.text_vi, b.text_en, b.is_verified, f.display_vi as form_vi, coalesce(f.display_en, f.display_vi) as form_en
		from dim_law_break as b
		left join dim_award_form as f on f.form_code = b.form_code and f.is_current
		where b.break_on > cast(? as date) and b.break_on <= cast(? as date)
		order by b.break_on, b.form_code, b.break_code`, covered.From.String(), covered.To.String())
	if err != nil {
		return err
	}
	breaks := r.table()
	forms := map[string]bool{"": true}
	if c := t.Col("form_code"); c >= 0 {
		for _, row := range t.Rows {
			forms[table.Plain(row[c])] = true
		}
	}
	for i := range breaks.Rows {
		if !forms[breaks.Text(i, "form_code")] {
			continue
		}
		n := table.Text{VI: breaks.Text(i, "text_vi"), EN: breaks.Text(i, "text_en")}
		if form := breaks.Text(i, "form_vi"); form != "" {
			n = table.Text{VI: form + ": " + n.VI, EN: breaks.Text(i, "form_en") + ": " + n.EN}
		}
		if sure, _ := breaks.Value(i, "is_verified").(bool); !sure {
			n = table.Text{VI: n.VI + " [chưa kiểm chứng]", EN: n.EN + " [not verified]"}
		}
		n = table.Text{VI: "Mốc so sánh – " + n.VI + ".", EN: "Break in series – " + n.EN + "."}
		if !slices.Contains(t.Notes, n) {
			t.Notes = append(t.Notes, n)
		}
	}
	return nil
}

// has says that the published copy holds a table: after an intake alone there are no marts.
func (d *Door) has(ctx context.Context, name string) (there bool, err error) {
	err = d.db.QueryRowContext(ctx, "select count(*) > 0 from duckdb_tables() where database_name = 'pub' and table_name = ?", name).Scan(&there)
	return there, err
}

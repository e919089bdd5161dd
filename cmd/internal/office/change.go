package office

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"tdkt/ingest/load"
	"tdkt/queries/table"
)

// ErrNothingChanged says that no build has told yet what it changed.
var ErrNothingChanged = errors.New("no change was told yet")

// Change is what the last ingest, build or decision of the board changed.
type Change struct {
	Command       string // such as "build", "board withdraw 3"
	Before, After string // build ids; Before is empty where nothing was there to compare with
	Built         bool   // false: returns were taken in, the figures wait for a build
	Returns       []ReturnChange
	Findings      []FindingChange
	Figures       []FigureChange
	Cells         []CellChange
}

// ReturnChange is a return whose status changed; an empty status is a return that was not there.
type ReturnChange struct {
	ID, File, Unit, Form, Period string
	Before, After                string
	BoardNo                      int
	Reason                       string
	Parts                        []string // of the reading: reader, layouts, rules, reference, board, register
}

// FindingChange is a finding that came, went or changed its state.
type FindingChange struct {
	Return, File, Sheet, Cell, Code, Severity, Before, After string
}

// FigureKey is the grain of both count tables.
type FigureKey struct {
	Fact, Measure, Unit      string
	Year, DecidedYear        int64
	Form, Level, Achievement string
	Source                   string
}

// FigureChange is one published figure before and after; nil is not stated.
type FigureChange struct {
	FigureKey
	UnitName, FormVI, FormEN string
	Before, After            *int64
}

// CellChange is what one cell adds to a figure before and after; nil is nothing.
type CellChange struct {
	Return, File, Sheet, Cell string
	FigureChange
}

// Difference is what a change adds; not stated counts as nothing.
func (f FigureChange) Difference() int64 { return orZero(f.After) - orZero(f.Before) }

// Mart names the mart figure that the figure is part of, for tdkt trace; empty where none shows it.
func (f FigureChange) Mart() string {
	key := func(pairs ...string) string {
		fig := table.Figure{Mart: pairs[0], Measure: f.Measure}
		for i := 1; i < len(pairs); i += 2 {
			fig.Keys = append(fig.Keys, table.KeyValue{Key: pairs[i], Value: pairs[i+1]})
		}
		return fig.String()
	}
	year := fmt.Sprint(f.Year)
	switch {
	case f.Fact == "award":
		return key("mart_achievement_year", "award_year", year, "form_code", f.Form, "achievement_code", f.Achievement)
	case f.Measure == "leader_any_count" || f.Measure == "not_leader_count":
		return ""
	}
	return key("mart_unit_year", "award_year", year, "unit_code", f.Unit)
}

// Change reads what the last change did.
func (o *Office) Change(ctx context.Context) (Change, error) {
	db, err := o.look(ctx)
	if err != nil {
		return Change{}, err
	}
	defer db.Close()
	return readChange(ctx, db)
}

func readChange(ctx context.Context, db *sql.DB) (c Change, err error) {
	there, err := hasTable(ctx, db, "meta_change")
	if err != nil {
		return c, err
	}
	if !there {
		return c, ErrNothingChanged
	}
	if err = db.QueryRowContext(ctx, "select command, coalesce(build_before, ''), build_after, is_built from meta_change").
		Scan(&c.Command, &c.Before, &c.After, &c.Built); err != nil {
		return c, fmt.Errorf("change: %w", err)
	}
	c.Returns, err = load.Gather(ctx, db, `select return_id, file_name, unit_code, form_of_return, period, status_before, status_after,
			board_no, board_reason, parts_changed
		from meta_change_return order by file_name, return_id`, func(rows *sql.Rows) (r ReturnChange, err error) {
		var parts string
		err = rows.Scan(&r.ID, &r.File, &r.Unit, &r.Form, &r.Period, &r.Before, &r.After, &r.BoardNo, &r.Reason, &parts)
		if parts != "" {
			r.Parts = strings.Split(parts, ",")
		}
		return r, err
	})
	if err != nil {
		return c, fmt.Errorf("change: %w", err)
	}
	c.Findings, err = load.Gather(ctx, db, `select return_id, source_file, source_sheet, source_cell, code, severity, state_before, state_after
		from meta_change_finding order by source_file, return_id, code, source_sheet, length(source_cell), source_cell, severity`,
		func(rows *sql.Rows) (f FindingChange, err error) {
			return f, rows.Scan(&f.Return, &f.File, &f.Sheet, &f.Cell, &f.Code, &f.Severity, &f.Before, &f.After)
		})
	if err != nil || !c.Built {
		return c, err
	}
	if c.Figures, err = load.Gather(ctx, db, changedSQL("meta_change_figure", "")+" order by unit_name, c.unit_code, c.award_year, c.form_code, "+
		"c.fact desc, c.measure, c.achievement_code, c.level_code, c.decided_year, c.source",
		func(rows *sql.Rows) (f FigureChange, err error) { return f, rows.Scan(f.into()...) }); err != nil {
		return c, fmt.Errorf("change: %w", err)
	}
	c.Cells, err = load.Gather(ctx, db, changedSQL("meta_change_cell", "c.return_id, c.source_file, c.source_sheet, c.source_cell, ")+
		" order by c.source_file, c.return_id, c.source_sheet, length(c.source_cell), c.source_cell, c.fact desc, c.measure, "+
		"c.unit_code, c.award_year, c.form_code, c.achievement_code, c.level_code, c.decided_year, c.source",
		func(rows *sql.Rows) (x CellChange, err error) {
			return x, rows.Scan(append([]any{&x.Return, &x.File, &x.Sheet, &x.Cell}, x.into()...)...)
		})
	return c, err
}

// changedSQL reads a table of changed amounts with the names of its codes.
func changedSQL(name, more string) string {
	return `select ` + more + `c.fact, c.measure, c.unit_code, c.award_year, c.decided_year, c.form_code, c.level_code, c.achievement_code, c.source,
		coalesce(u.name, c.unit_code) as unit_name, coalesce(f.display_vi, c.form_code), coalesce(f.display_en, c.form_code),
		c.amount_before, c.amount_after
	from ` + name + ` as c
	left join dim_unit as u on u.unit_code = c.unit_code and u.is_current
	left join dim_award_form as f on f.form_code = c.form_code and f.is_current`
}

func (f *FigureChange) into() []any {
	return []any{&f.Fact, &f.Measure, &f.Unit, &f.Year, &f.DecidedYear, &f.Form, &f.Level, &f.Achievement, &f.Source,
		&f.UnitName, &f.FormVI, &f.FormEN, &f.Before, &f.After}
}

// Table is the whole change as one table, a row a changed return, finding, figure or cell.
func (c Change) Table(title func(column string) string) table.Table {
	t := table.Table{Name: "change"}
	for _, name := range strings.Fields(`change return_id source_file source_sheet source_cell code severity before after fact measure
		unit_code unit_name award_year decided_year form_code form_name level_code achievement_code source
		amount_before amount_after difference figure board_no reason parts`) {
		kind := table.KindText
		if strings.HasPrefix(name, "amount_") || strings.HasSuffix(name, "_year") || name == "difference" || name == "board_no" {
			kind = table.KindInt
		}
		words := title(name)
		t.Columns = append(t.Columns, table.Column{Name: name, Title: table.Text{VI: words, EN: words}, Kind: kind})
	}
	add := func(values map[string]any) {
		row := make([]any, len(t.Columns))
		for i, col := range t.Columns {
			row[i] = values[col.Name]
		}
		t.Rows = append(t.Rows, row)
	}
	for _, r := range c.Returns {
		add(map[string]any{"change": "return", "return_id": r.ID, "source_file": r.File, "before": r.Before, "after": r.After,
			"unit_code": r.Unit, "board_no": int64(r.BoardNo), "reason": r.Reason, "parts": strings.Join(r.Parts, ",")})
	}
	for _, f := range c.Findings {
		add(map[string]any{"change": "finding", "return_id": f.Return, "source_file": f.File, "source_sheet": f.Sheet, "source_cell": f.Cell,
			"code": f.Code, "severity": f.Severity, "before": f.Before, "after": f.After})
	}
	for _, f := range c.Figures {
		values := f.values()
		values["change"] = "figure"
		add(values)
	}
	for _, x := range c.Cells {
		values := x.values()
		values["change"], values["return_id"] = "cell", x.Return
		values["source_file"], values["source_sheet"], values["source_cell"] = x.File, x.Sheet, x.Cell
		add(values)
	}
	return t
}

func (f FigureChange) values() map[string]any {
	v := map[string]any{"fact": f.Fact, "measure": f.Measure, "unit_code": f.Unit, "unit_name": f.UnitName, "award_year": f.Year,
		"decided_year": f.DecidedYear, "form_code": f.Form, "form_name": f.FormVI, "level_code": f.Level, "achievement_code": f.Achievement,
		"source": f.Source, "difference": f.Difference(), "figure": f.Mart()}
	if f.Before != nil {
		v["amount_before"] = *f.Before
	}
	if f.After != nil {
		v["amount_after"] = *f.After
	}
	return v
}

package models

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// The tables in which a build tells what it changed. They speak of the past of one warehouse, so they stay in it.
//
//	meta_change          command, build_before, build_after, is_built: false after an ingest that was not built yet
//	meta_change_return   returns whose status changed, with the decision and the parts of reading that changed
//	meta_change_finding  findings of returns known before that came, went or changed their state
//	meta_change_figure   measures of fct_award_count and fct_beneficiary_count before and after; null is not stated
//	meta_change_cell     what each cell added to a measure before and after
//	meta_built_return    returns as the last whole build found them, meta_built_finding their findings
var changeTables = []string{
	"meta_change", "meta_change_return", "meta_change_finding", "meta_change_figure", "meta_change_cell",
	"meta_built_return", "meta_built_finding",
}

const (
	figureKeys = "unit_code, award_year, decided_year, form_code, level_code, achievement_code, source"
	cellKeys   = "return_id, source_file, source_sheet, source_cell, fact, measure, " + figureKeys
	findingKey = "return_id, source_file, source_sheet, source_cell, code, severity"

	figuresSQL = `select 'award' as fact, 'award_count' as measure, ` + figureKeys + `, award_count as amount
		from fct_award_count
		union all by name
		select *, 'beneficiary' as fact, '' as achievement_code
		from (unpivot fct_beneficiary_count on columns(c -> ends_with(c, '_count')) into name measure value amount)`
	cellsSQL = `select ` + cellKeys + `, cast(sum(amount) as bigint) as amount
		from contribution
		where fact in ('award', 'beneficiary')
		group by all`
)

// contributions are the tables that fct_contribution is computed from: what adds to figures, by return. While a build runs
// those of the build before stand under a name with was_ before it.
var contributions = []string{"fct_cell_contribution", "fct_list_row"}

// parts of a reading that have a fingerprint of their own in raw_file.
var parts = []string{"reader", "layouts", "rules", "reference", "board", "register"}

// change compares the tables before a build with those after it.
type change struct {
	whole      bool
	comparable bool // a build of this shape stood before
	before     string
	readsFiles bool   // raw_file tells the parts of each reading
	contribute string // the SQL of fct_contribution
}

// remember keeps what is about to be replaced, within the transaction that stands on q.
func remember(ctx context.Context, q querier, g Graph, whole bool) (c change, err error) {
	c.whole = whole
	key := map[bool]string{true: "meta_build", false: "meta_intake"}[whole]
	if has, err := hasColumns(ctx, q, key, strings.TrimPrefix(key, "meta_")+"_id"); err != nil || has {
		if err == nil {
			err = q.QueryRowContext(ctx, "select "+strings.TrimPrefix(key, "meta_")+"_id from "+key).Scan(&c.before)
		}
		if err != nil {
			return c, fmt.Errorf("change: %w", err)
		}
	}
	if c.readsFiles, err = hasColumns(ctx, q, "raw_file", "file_hash", "reader_print", "register_print"); err != nil {
		return c, err
	}
	if c.comparable, err = hasColumns(ctx, q, "meta_built_return", "return_id", "register_print"); err != nil || !c.comparable || !whole {
		return c, err
	}
	needed := map[string]string{"fct_award_count": figureKeys, "fct_cell_contribution": "return_id, contribution_id", "fct_list_row": "return_id, award_id"}
	for table, columns := range needed {
		has, err := hasColumns(ctx, q, table, strings.Split(columns, ", ")...)
		if err != nil {
			return c, err
		}
		c.comparable = c.comparable && has
	}
	at := slices.IndexFunc(g.Order, func(m Model) bool { return m.Name == "fct_contribution" })
	if !c.comparable || at < 0 {
		c.comparable = false
		return c, nil
	}
	c.contribute = g.Order[at].SQL
	statements := []string{"create or replace temp table was_figure as " + figuresSQL}
	for _, table := range contributions {
		statements = append(statements, "alter table "+table+" rename to was_"+table)
	}
	return c, all(ctx, q, statements...)
}

func all(ctx context.Context, q querier, statements ...string) error {
	for _, s := range statements {
		if _, err := q.ExecContext(ctx, s); err != nil {
			return fmt.Errorf("change: %w", err)
		}
	}
	return nil
}

// tell writes the change tables. The same build again leaves what the last one that changed something told.
func (c change) tell(ctx context.Context, q querier, command, id string) error {
	if has, err := hasColumns(ctx, q, "fct_return", "return_id", "status"); err != nil || !has {
		return err
	}
	if c.before == id {
		told, err := c.isTold(ctx, q)
		if err != nil || told {
			return errors.Join(err, c.forget(ctx, q))
		}
	}
	if err := all(ctx, q, c.statements()...); err != nil {
		return err
	}
	_, err := q.ExecContext(ctx, `create or replace table meta_change as select cast(? as varchar) as command,
		cast(? as varchar) as build_before, cast(? as varchar) as build_after, cast(? as boolean) as is_built`,
		command, map[bool]string{true: c.before}[c.comparable], id, c.whole)
	if err != nil {
		return fmt.Errorf("change: %w", err)
	}
	return c.forget(ctx, q)
}

func (c change) statements() []string {
	prints, changed := make([]string, len(parts)), make([]string, len(parts))
	for i, p := range parts {
		prints[i] = "'' as " + p + "_print"
		if c.readsFiles {
			prints[i] = "coalesce(f." + p + "_print, '') as " + p + "_print"
		}
		changed[i] = "case when n." + p + "_print <> w." + p + "_print then '" + p + "' end"
	}
	files := ""
	if c.readsFiles {
		files = " left join raw_file as f on f.file_hash = r.file_hash"
	}
	now := `select r.return_id, r.file_name, r.unit_code, r.form_of_return, r.period, r.status, r.board_no, r.board_reason, ` +
		strings.Join(prints, ", ") + ` from fct_return as r` + files
	findings := "select " + findingKey + ", min(state) as state from fct_finding group by all"
	var made []string
	table := func(name, query, order string) {
		made = append(made, "create or replace table "+name+" as "+query+" order by "+order)
	}
	none := ""
	if !c.comparable { // the first build changes nothing: there was nothing
		none = " limit 0"
		made = append(made, "create or replace table meta_built_return as "+now+none, "create or replace table meta_built_finding as "+findings+none)
	}
	table("meta_change_return", `select coalesce(n.return_id, w.return_id) as return_id, coalesce(n.file_name, w.file_name) as file_name,
			coalesce(n.unit_code, w.unit_code) as unit_code, coalesce(n.form_of_return, w.form_of_return) as form_of_return,
			coalesce(n.period, w.period) as period, coalesce(w.status, '') as status_before, coalesce(n.status, '') as status_after,
			coalesce(n.board_no, 0) as board_no, coalesce(n.board_reason, '') as board_reason,
			case when n.return_id is null or w.return_id is null then '' else concat_ws(',', `+strings.Join(changed, ", ")+`) end as parts_changed
		from (`+now+`) as n full join meta_built_return as w on w.return_id = n.return_id
		where n.status is distinct from w.status`, "file_name, return_id"+none)
	table("meta_change_finding", `select coalesce(n.return_id, w.return_id) as return_id, coalesce(n.source_file, w.source_file) as source_file,
			coalesce(n.source_sheet, w.source_sheet) as source_sheet, coalesce(n.source_cell, w.source_cell) as source_cell,
			coalesce(n.code, w.code) as code, coalesce(n.severity, w.severity) as severity,
			coalesce(w.state, '') as state_before, coalesce(n.state, '') as state_after
		from (`+findings+`) as n full join meta_built_finding as w on `+same("n", "w", findingKey)+`
		where n.state is distinct from w.state and coalesce(n.return_id, w.return_id) in (select return_id from meta_built_return)`,
		"source_file, return_id, code, source_sheet, source_cell, severity"+none)
	figures, cells := emptyOf("fact, measure, "+figureKeys), emptyOf(cellKeys) // an ingest leaves the figures as they are
	if c.whole && c.comparable {
		figures = between("("+figuresSQL+")", "was_figure", "fact, measure, "+figureKeys)
		made = append(made, "create or replace temp table moved as "+movedSQL())
		cells = between("("+c.cells("")+")", "("+c.cells("was_")+")", cellKeys)
	}
	table("meta_change_figure", figures, figureKeys+", fact, measure")
	table("meta_change_cell", cells, cellKeys)
	if c.whole {
		made = append(made, "create or replace table meta_built_return as "+now+" order by r.return_id",
			"create or replace table meta_built_finding as "+findings+" order by "+findingKey)
	}
	return made
}

// isTold says that the change tables speak of this build or intake already.
func (c change) isTold(ctx context.Context, q querier) (bool, error) {
	has, err := hasColumns(ctx, q, "meta_change", "is_built")
	if err != nil || !has || !c.whole {
		return has, err
	}
	var built bool
	if err := q.QueryRowContext(ctx, "select is_built from meta_change").Scan(&built); err != nil {
		return false, fmt.Errorf("change: %w", err)
	}
	return built, nil
}

// movedSQL gives the returns that do not add what they added, told by a digest of their rows. Only their cells are compared.
func movedSQL() string {
	side := func(before string) string {
		return "(select return_id, count(*) as n, bit_xor(h) as x, sum(h % 1000000007) as s from (" +
			"select return_id, hash(r) as h from " + before + "fct_cell_contribution as r union all " +
			"select return_id, hash(r) as h from " + before + "fct_list_row as r" +
			") group by return_id)"
	}
	return "select return_id from " + side("") + " as a full join " + side("was_") + ` as b using (return_id)
		where a.n is distinct from b.n or a.x is distinct from b.x or a.s is distinct from b.s`
}

// cells is what the cells of returns that moved add, now or, with "was_", before the build.
func (c change) cells(before string) string {
	var tables []string
	for _, table := range contributions {
		tables = append(tables, table+" as (select * from main."+before+table+" where return_id in (select return_id from temp.moved))")
	}
	return "with " + strings.Join(tables, ", ") + ", contribution as (\n" + c.contribute + "\n) " + cellsSQL
}

// forget drops what was remembered.
func (c change) forget(ctx context.Context, q querier) error {
	if c.contribute == "" {
		return nil
	}
	statements := []string{"drop table temp.was_figure", "drop table if exists temp.moved"}
	for _, table := range contributions {
		statements = append(statements, "drop table was_"+table)
	}
	return all(ctx, q, statements...)
}

// between is the rows of two tables of one grain whose amounts differ.
func between(now, was, keys string) string {
	var both []string
	for _, k := range strings.Split(keys, ", ") {
		both = append(both, "coalesce(n."+k+", w."+k+") as "+k)
	}
	return "select " + strings.Join(both, ", ") + ", w.amount as amount_before, n.amount as amount_after from " + now +
		" as n full join " + was + " as w on " + same("n", "w", keys) + " where n.amount is distinct from w.amount"
}

// emptyOf is a difference in which nothing differs.
func emptyOf(keys string) string {
	var columns []string
	for _, k := range strings.Split(keys, ", ") {
		kind := "varchar"
		if strings.HasSuffix(k, "_year") {
			kind = "bigint"
		}
		columns = append(columns, "cast(null as "+kind+") as "+k)
	}
	return "select " + strings.Join(columns, ", ") + ", cast(null as bigint) as amount_before, cast(null as bigint) as amount_after where false"
}

func same(a, b, keys string) string {
	var on []string
	for _, k := range strings.Split(keys, ", ") {
		on = append(on, a+"."+k+" = "+b+"."+k)
	}
	return strings.Join(on, " and ")
}

// hasColumns says that a table stands with these columns.
func hasColumns(ctx context.Context, q querier, table string, columns ...string) (bool, error) {
	var n int
	err := q.QueryRowContext(ctx, `select count(*) from duckdb_columns()
		where database_name = current_database() and schema_name = 'main' and table_name = ? and list_contains(string_split(?, ','), column_name)`,
		table, strings.Join(columns, ",")).Scan(&n)
	if err != nil {
		return false, fmt.Errorf("columns of %s: %w", table, err)
	}
	return n == len(columns), nil
}

package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"tdkt/data"
)

// Options are what a build takes besides the raw tables.
type Options struct {
	Program   string                          // version of the program, told in meta_build
	Command   string                          // what was done, told in meta_change
	Reference []data.RefTable                 // nil: the embedded lists and rules
	Progress  func(done, of int, name string) // may be nil
	files     fs.FS                           // nil: the embedded models
}

// Result tells what a build did. A red test is a result, not an error; nothing was kept then.
type Result struct {
	BuildID string
	Before  string // id of the build, or intake, that stood
	Models  int
	Tests   int // grain tests included
	Red     []Failure
}

// Failed says that a test was red.
func (r Result) Failed() bool { return len(r.Red) > 0 }

// Failure is a red test with the first rows that are wrong.
type Failure struct {
	Test, Path, About string
	Columns           []string
	Rows              [][]string // at most 20
	More              int
}

// String tells the failure in a few lines.
func (f Failure) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n  %s", f.Path, f.About, strings.Join(f.Columns, ", "))
	for _, row := range f.Rows {
		b.WriteString("\n  " + strings.Join(row, ", "))
	}
	if f.More > 0 {
		fmt.Fprintf(&b, "\n  and %d more", f.More)
	}
	return b.String()
}

// Build makes every model, tests all, and keeps them if all tests are green.
func Build(ctx context.Context, db *sql.DB, opt Options) (Result, error) {
	return inOne(ctx, db, opt, func(g Graph) Graph { return g }, wholeBuild)
}

// Intake makes fct_return and fct_finding, with what they need, and dim_unit, which names who sent them, from the raw tables
// as they are now, whether or not the marts were ever built. It leaves the marts alone.
func Intake(ctx context.Context, db *sql.DB, opt Options) (Result, error) {
	return inOne(ctx, db, opt, func(g Graph) Graph { return g.closure("fct_return", "fct_finding", "dim_unit") }, intakeOnly)
}

// Part makes the named models, with what they need and the tests that read nothing else. It leaves all others as they
// are, and tells no change.
func Part(ctx context.Context, db *sql.DB, opt Options, names ...string) (Result, error) {
	return inOne(ctx, db, opt, func(g Graph) Graph { return g.closure(names...) }, somePart)
}

// extent is how much of the graph is made.
type extent int

const (
	somePart extent = iota
	intakeOnly
	wholeBuild
)

// inOne makes the chosen part of the graph in one transaction.
func inOne(ctx context.Context, db *sql.DB, opt Options, choose func(Graph) Graph, how extent) (res Result, err error) {
	whole := how == wholeBuild
	if err := opt.complete(); err != nil {
		return res, err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return res, fmt.Errorf("build: %w", err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "begin transaction"); err != nil {
		return res, fmt.Errorf("build: %w", err)
	}
	kept := false
	defer func() {
		if !kept { // also where ctx has ended
			_, rollback := conn.ExecContext(context.WithoutCancel(ctx), "rollback")
			err = errors.Join(err, rollback)
		}
	}()
	if err := loadReference(ctx, conn, opt.Reference); err != nil {
		return res, err
	}
	if err := loadPeriods(ctx, conn, opt.Reference); err != nil {
		return res, err
	}
	given, err := baseTables(ctx, conn)
	if err != nil {
		return res, err
	}
	g, err := opt.graph(ctx, conn)
	if err != nil {
		return res, err
	}
	g = choose(g)
	if err := g.missing(given); err != nil {
		return res, fmt.Errorf("build %w", err)
	}
	was, err := remember(ctx, conn, g, whole)
	if err != nil {
		return res, err
	}
	if res, err = g.run(ctx, conn, opt.Progress); err != nil || res.Failed() {
		return res, err
	}
	res.Before = was.before
	if res.BuildID, err = writeMeta(ctx, conn, opt, whole, res); err != nil {
		return res, err
	}
	if how != somePart {
		err = was.tell(ctx, conn, opt.Command, res.BuildID)
	}
	if err != nil {
		return res, err
	}
	if err := g.dropSteps(ctx, conn); err != nil {
		return res, err
	}
	if _, err := conn.ExecContext(ctx, "commit"); err != nil {
		return res, fmt.Errorf("build: %w", err)
	}
	kept = true
	return res, nil
}

// complete fills what the caller left out.
func (opt *Options) complete() error {
	if opt.files == nil {
		opt.files = embedded
	}
	if opt.Reference != nil {
		return nil
	}
	tables, err := data.ReferenceTables()
	if err != nil {
		return err
	}
	rules, err := ruleTable()
	if err != nil {
		return err
	}
	opt.Reference = slices.Concat(tables, []data.RefTable{rules})
	return nil
}

// graph reads the models; the embedded ones are read once.
func (opt Options) graph(ctx context.Context, q querier) (Graph, error) {
	if opt.files == embedded {
		return embeddedGraph()
	}
	return readGraph(ctx, q, opt.files)
}

// run makes the models in order and then runs all tests.
func (g Graph) run(ctx context.Context, q querier, progress func(int, int, string)) (Result, error) {
	res := Result{Models: len(g.Order)}
	if err := g.clear(ctx, q); err != nil {
		return res, err
	}
	for i, m := range g.Order {
		if progress != nil {
			progress(i+1, len(g.Order), m.Name)
		}
		if _, err := q.ExecContext(ctx, m.create()); err != nil {
			return res, fmt.Errorf("build %s: %w", m.Path, err)
		}
	}
	for _, t := range append(grainTests(g.Order), g.Tests...) {
		res.Tests++
		f, err := t.run(ctx, q)
		if err != nil {
			return res, fmt.Errorf("test %s: %w", t.Path, err)
		}
		if len(f.Rows) > 0 {
			res.Red = append(res.Red, f)
		}
	}
	return res, nil
}

// create makes the table or view of a model. Steps stay in the connection: only what readers know is written to the warehouse.
func (m Model) create() string {
	where := ""
	if m.isStep() {
		where = "temp "
	}
	return "create or replace " + where + m.kind() + " " + m.Name + " as\n" + m.SQL
}

func (m Model) kind() string {
	if m.IsView {
		return "view"
	}
	return "table"
}

// clear drops what stands as a table and is a view now, or the other way round: the engine replaces like by like only.
func (g Graph) clear(ctx context.Context, q querier) error {
	kinds, err := standing(ctx, q)
	if err != nil {
		return err
	}
	for _, m := range g.Order {
		was, stands := kinds[m.Name]
		if !stands || was == m.kind() {
			continue
		}
		if _, err := q.ExecContext(ctx, "drop "+was+" "+m.Name); err != nil {
			return fmt.Errorf("build %s: %w", m.Path, err)
		}
	}
	return nil
}

// standing tells of each table and view of the warehouse which of the two it is.
func standing(ctx context.Context, q querier) (map[string]string, error) {
	rows, err := q.QueryContext(ctx, `select table_name, 'table' from duckdb_tables() where database_name = current_database() and schema_name = 'main'
		union all
		select view_name, 'view' from duckdb_views() where database_name = current_database() and schema_name = 'main'`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	kinds := map[string]string{}
	for rows.Next() {
		var name, kind string
		if err := rows.Scan(&name, &kind); err != nil {
			return nil, err
		}
		kinds[name] = kind
	}
	return kinds, rows.Err()
}

// isOrdered says that the model's own last words put its table into the order of its grain, in which a copy then comes too:
// the engine keeps the order in which rows were written.
func (m Model) isOrdered() bool {
	return strings.HasSuffix(strings.TrimSpace(m.SQL), "\norder by "+strings.Join(m.Grain, ", "))
}

func (m Model) isStep() bool {
	return strings.HasPrefix(m.Name, "stg_") || strings.HasPrefix(m.Name, "int_")
}

// dropSteps forgets the steps before the transaction ends.
func (g Graph) dropSteps(ctx context.Context, q querier) error {
	for _, m := range g.Order {
		if !m.isStep() {
			continue
		}
		if _, err := q.ExecContext(ctx, "drop "+m.kind()+" temp."+m.Name); err != nil {
			return fmt.Errorf("build %s: %w", m.Path, err)
		}
	}
	return nil
}

// grainTests turn each line "grain:" into a test.
func grainTests(order []Model) []Test {
	tests := make([]Test, len(order))
	for i, m := range order {
		keys := strings.Join(m.Grain, ", ")
		isNull := strings.Join(m.Grain, " is null or ") + " is null"
		tests[i] = Test{
			Name: m.Name + ".grain", Path: m.Path, About: "grain (" + keys + ") is unique and never null",
			SQL: fmt.Sprintf("select %s, count(*) as row_count\nfrom %s\ngroup by %s\nhaving count(*) > 1 or %s\norder by all", keys, m.Name, keys, isNull),
			// as many digests as rows: no two rows are alike
			Quick: fmt.Sprintf("select count(*) = count(distinct hash(%s)) and not coalesce(bool_or(%s), false)\nfrom %s", keys, isNull, m.Name),
		}
	}
	return tests
}

// run gives the rows that are wrong.
func (t Test) run(ctx context.Context, q querier) (Failure, error) {
	f := Failure{Test: t.Name, Path: t.Path, About: t.About}
	if t.Quick != "" {
		var green bool
		if err := q.QueryRowContext(ctx, t.Quick).Scan(&green); err != nil || green {
			return f, err
		}
	}
	rows, err := q.QueryContext(ctx, t.SQL)
	if err != nil {
		return f, err
	}
	defer rows.Close()
	if f.Columns, err = rows.Columns(); err != nil {
		return f, err
	}
	for rows.Next() {
		if len(f.Rows) == 20 {
			f.More++
			continue
		}
		cells := make([]any, len(f.Columns))
		into := make([]any, len(cells))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			return f, err
		}
		text := make([]string, len(cells))
		for i, c := range cells {
			text[i] = show(c)
		}
		f.Rows = append(f.Rows, text)
	}
	return f, rows.Err()
}

// baseTables lists the raw and reference tables that stand.
func baseTables(ctx context.Context, q querier) ([]string, error) {
	rows, err := q.QueryContext(ctx, `select table_name from duckdb_tables()
		where database_name = current_database() and schema_name = 'main'
			and (starts_with(table_name, 'raw_') or starts_with(table_name, 'stg_ref_'))
		order by table_name`)
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

package door

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"

	duckdb "github.com/duckdb/duckdb-go/v2"

	"tdkt/queries/library"
	"tdkt/queries/table"
)

// ErrNotPublished tells that there is no published copy to read.
var ErrNotPublished = errors.New("no published copy; run tdkt build first")

// Door reads one published copy. It may be used by several goroutines.
type Door struct {
	db    *sql.DB
	build string

	mu    sync.Mutex
	years map[int64]table.Completeness // of the copy, once it was asked for
}

// Option bounds what a door may use.
type Option func(*limits)

type limits struct {
	threads int
	memory  string
}

// WithThreads bounds the threads of one door; otherwise up to four.
func WithThreads(n int) Option { return func(l *limits) { l.threads = n } }

// WithMemory bounds what the engine may hold, such as "512MB"; otherwise 2GB. Spilling to disk is off.
func WithMemory(limit string) Option { return func(l *limits) { l.memory = limit } }

// Open opens the published copy at path, which the caller took from the pointer.
func Open(path string, options ...Option) (*Door, error) {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) || path == "" {
		return nil, fmt.Errorf("open %s: %w", path, ErrNotPublished)
	}
	l := limits{threads: min(4, runtime.NumCPU()), memory: "2GB"}
	for _, o := range options {
		o(&l)
	}
	connector, err := duckdb.NewConnector("", attach(path, l))
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, clean(err))
	}
	d := &Door{db: sql.OpenDB(connector)}
	if d.build, err = d.buildID(context.Background()); err != nil {
		d.db.Close()
		return nil, fmt.Errorf("open %s: %w", path, clean(err))
	}
	return d, nil
}

// attach prepares the connections of a door: the first attaches and locks, the others only
// look the same way.
func attach(path string, l limits) func(driver.ExecerContext) error {
	var mu sync.Mutex
	var done bool
	return func(conn driver.ExecerContext) error {
		mu.Lock()
		defer mu.Unlock()
		statements := []string{"use pub"}
		if !done {
			statements = []string{
				"set autoinstall_known_extensions = false",
				"set autoload_known_extensions = false",
				"set temp_directory = ''",
				fmt.Sprintf("set threads = %d", l.threads),
				"set memory_limit = " + quote(l.memory),
				"attach " + quote(path) + " as pub (read_only)",
				"use pub",
				"set enable_external_access = false",
				"set lock_configuration = true",
			}
		}
		for _, s := range statements {
			if _, err := conn.ExecContext(context.Background(), s, nil); err != nil {
				return err
			}
		}
		done = true
		return nil
	}
}

func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// Close lets go of the copy.
func (d *Door) Close() error { return d.db.Close() }

// Build is the id of the build that is read, empty where the copy does not tell it.
func (d *Door) Build() string { return d.build }

func (d *Door) buildID(ctx context.Context) (string, error) {
	var has bool
	err := d.db.QueryRowContext(ctx, `select count(*) > 0 from duckdb_columns()
		where database_name = 'pub' and table_name = 'meta_build' and column_name = 'build_id'`).Scan(&has)
	if err != nil || !has {
		return "", err
	}
	var id sql.NullString
	err = d.db.QueryRowContext(ctx, "select cast(max(build_id) as varchar) from meta_build").Scan(&id)
	return id.String, err
}

// Query runs a named query with the given parameters; those not given take their defaults.
func (d *Door) Query(ctx context.Context, q library.Query, given map[string]string) (table.Table, error) {
	bound, err := q.Bind(given)
	if err != nil {
		return table.Table{}, err
	}
	var args []any
	for _, name := range slices.Sorted(maps.Keys(bound)) {
		v := bound[name]
		if day, ok := v.(table.Date); ok {
			v = day.Time()
		}
		args = append(args, sql.Named(name, v))
	}
	r, err := read(ctx, d.db, q.SQL, args...)
	if err != nil {
		return table.Table{}, fmt.Errorf("query %s: %w", q.Name, err)
	}
	t := table.Table{
		Name: q.Name, Title: q.Title, About: q.About, CountsBy: q.CountsBy,
		Sources: slices.Clone(q.Sources), Build: d.build, Columns: slices.Clone(q.Columns),
	}
	if t.Rows, err = r.as(q.Columns); err != nil {
		return table.Table{}, fmt.Errorf("query %s: %w", q.Name, err)
	}
	asked, err := q.Asked(given)
	if err != nil {
		return table.Table{}, fmt.Errorf("query %s: %w", q.Name, err)
	}
	if err := d.note(ctx, &t, q, asked); err != nil {
		return table.Table{}, fmt.Errorf("query %s: %w", q.Name, err)
	}
	if err := d.complete(ctx, &t); err != nil {
		return table.Table{}, fmt.Errorf("query %s: completeness: %w", q.Name, err)
	}
	return t, d.nameBoundaries(ctx, &t, bound)
}

// nameBoundaries says in the title of a table in whose boundaries it stands, where they are not those of the returns.
func (d *Door) nameBoundaries(ctx context.Context, t *table.Table, bound map[string]any) error {
	code, _ := bound[library.Boundaries].(string)
	if code == "" || code == library.AsReported {
		return nil
	}
	var name table.Text
	if err := d.db.QueryRowContext(ctx, "select name_vi, name_en from dim_boundary where boundaries = ?", code).Scan(&name.VI, &name.EN); err != nil {
		return fmt.Errorf("query %s: boundaries %s: %w", t.Name, code, err)
	}
	t.Title = table.Text{VI: t.Title.VI + ", " + name.VI, EN: t.Title.EN + ", " + name.EN}
	return nil
}

// SQL runs one statement that only reads. The columns carry what the result tells: name and kind.
func (d *Door) SQL(ctx context.Context, text string) (table.Table, error) {
	statement, err := one(text)
	if err != nil {
		return table.Table{}, err
	}
	conn, err := d.db.Conn(ctx)
	if err != nil {
		return table.Table{}, clean(err)
	}
	defer conn.Close()
	if err := onlyReads(conn, statement); err != nil {
		return table.Table{}, err
	}
	r, err := read(ctx, conn, statement)
	if err != nil {
		return table.Table{}, err
	}
	t := r.table()
	t.Build = d.build
	return t, nil
}

// Relations are the published tables and views with their columns, for the shell.
func (d *Door) Relations(ctx context.Context) (table.Table, error) {
	r, err := read(ctx, d.db, `select table_name, column_name, data_type
		from duckdb_columns() where database_name = 'pub' and not internal
		order by table_name, column_index`)
	if err != nil {
		return table.Table{}, err
	}
	return r.table(), nil
}

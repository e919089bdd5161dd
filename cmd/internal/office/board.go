package office

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"tdkt/data"
	"tdkt/ingest"
	"tdkt/ingest/load"
)

// Motion is what somebody asks the board's log to hold.
type Motion struct {
	Action  string   // as in load
	Targets []string // returns, or for Accept one return or place
	Finding string   // Accept: the finding's code, empty where one is open
	All     bool     // Accept: all findings that answer
	Alias   data.BoardAlias
	No      int // Undo: the row taken back
	Reason  string
	By      string
}

// Refusal is a motion that cannot stand; Key and Args word it.
type Refusal struct {
	Key  string
	Args []any
	List []string // what could have been meant
}

func (r Refusal) Error() string { return r.Key }

func refuse(key string, args ...any) error { return Refusal{Key: key, Args: args} }

// Decided is a motion that stands, and what it did.
type Decided struct {
	Rows   []load.Decision
	Files  map[string]string // names of the files of returns
	Change Change
}

// Decide puts a motion into the board's log, reads again what depends on it, builds, publishes, and tells what changed.
// Where the figures that come of it do not pass their tests, the log is as before.
func (o *Office) Decide(ctx context.Context, m Motion) (Decided, error) {
	if _, err := os.Stat(o.DB); err != nil {
		return Decided{}, fmt.Errorf("%w: %s", ErrNoWarehouse, o.DB)
	}
	db, err := o.open(ctx)
	if err != nil {
		return Decided{}, err
	}
	defer db.Close()
	if err := o.current(ctx, db); err != nil {
		return Decided{}, err
	}
	desk, err := readDesk(ctx, db)
	if err != nil {
		return Decided{}, err
	}
	rows, err := desk.weigh(m)
	if err != nil {
		return Decided{}, err
	}
	for i := range rows {
		rows[i].Reason, rows[i].DecidedBy, rows[i].Source = m.Reason, m.By, load.ByCommand
		rows[i].DecidedOn = data.DateOf(o.Now())
	}
	if rows, err = load.Decide(ctx, db, rows); err != nil {
		return Decided{}, err
	}
	done := Decided{Rows: rows, Files: map[string]string{}}
	for _, r := range desk.returns {
		done.Files[r.ID] = r.File
	}
	command := fmt.Sprintf("board %s %d", m.Action, rows[len(rows)-1].No)
	if err := o.heed(ctx, db, command); err != nil {
		back := context.WithoutCancel(ctx)
		return done, errors.Join(err, load.Unsay(back, db, rows), o.prepare(back, db))
	}
	if done.Change, err = readChange(ctx, db); err != nil {
		return Decided{}, err
	}
	return done, nil
}

// current brings returns and their status up to this program.
func (o *Office) current(ctx context.Context, db *sql.DB) error {
	report, err := o.refresh(ctx, db)
	if err != nil {
		return err
	}
	var there int
	err = db.QueryRowContext(ctx, `select count(*) from duckdb_columns()
		where schema_name = 'main' and table_name = 'fct_return' and column_name = 'board_no'`).Scan(&there)
	if err != nil || there > 0 && report.Count(ingest.Read) == 0 {
		return err
	}
	_, err = o.intake(ctx, db, "build")
	return err
}

// heed lets the log take effect: on reading, on figures, on what is published. What the board's lists say settles before
// the one build, so that the change told is that of the whole decision.
func (o *Office) heed(ctx context.Context, db *sql.DB, command string) error {
	if err := o.prepare(ctx, db); err != nil {
		return err
	}
	lists, err := hasLists(ctx, db)
	if err != nil {
		return err
	}
	if lists {
		err := o.settle(ctx, db, func() error { _, err := o.intake(ctx, db, command); return err })
		if err != nil {
			return err
		}
	}
	built, err := o.make(ctx, db, command)
	if err != nil {
		return err
	}
	return o.note(ctx, db, command, ingest.Report{}, built.BuildID)
}

// Log is the board's decisions in order.
type Log struct {
	Rows  []load.Decision
	Holds map[int]bool      // by number
	Files map[string]string // names of the files of returns
}

// BoardLog reads the log.
func (o *Office) BoardLog(ctx context.Context) (log Log, err error) {
	db, err := o.look(ctx)
	if err != nil {
		return log, err
	}
	defer db.Close()
	if there, err := hasTable(ctx, db, "raw_board"); err != nil || !there {
		return log, err
	}
	if log.Rows, err = load.Decisions(ctx, db); err != nil {
		return log, err
	}
	log.Holds = map[int]bool{}
	for _, d := range load.InForce(log.Rows) {
		log.Holds[d.No] = true
	}
	log.Files = map[string]string{}
	_, err = load.Gather(ctx, db, "select return_id, file_name from raw_return", func(rows *sql.Rows) (none struct{}, err error) {
		var id, file string
		err = rows.Scan(&id, &file)
		log.Files[id] = file
		return none, err
	})
	return log, err
}

func hasTable(ctx context.Context, db *sql.DB, name string) (bool, error) {
	var n int
	err := db.QueryRowContext(ctx, "select count(*) from duckdb_tables() where schema_name = 'main' and table_name = ?", name).Scan(&n)
	return n > 0, err
}

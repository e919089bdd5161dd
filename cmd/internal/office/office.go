package office

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	// The driver registers itself as "duckdb".
	_ "github.com/duckdb/duckdb-go/v2"

	"tdkt/data"
	"tdkt/models"
)

// Office is one working day at the warehouse DB: who speaks which language, where
// progress goes, what day it is.
type Office struct {
	DB        string // path of the warehouse file
	Lang      string // vi or en
	Texts     data.Texts
	Progress  io.Writer
	Now       func() time.Time
	AsOf      data.Date // the day by which pages tell what is overdue; zero is today
	Program   string    // its version, told in meta_build
	OwnWord   []byte    // the board's own document, whose places a report fills in; nil for ours
	WithNames bool      // beside a report goes the list of recipients, with their names
	Feedback  string    // folder into which an ingest writes the answers to the senders, "" for none
}

// ErrBusy says that another tdkt is writing to the warehouse.
var ErrBusy = errors.New("warehouse busy")

// ErrOddPath says that the warehouse's path has a sign that the driver takes for the start of options.
var ErrOddPath = errors.New("odd warehouse path")

// ErrNotWarehouse says that the warehouse's path holds something else.
var ErrNotWarehouse = errors.New("no warehouse")

// ErrNoFiles says that the paths hold no file that could be a return.
var ErrNoFiles = errors.New("no files")

// ErrNoWarehouse says that there is no warehouse file to build from.
var ErrNoWarehouse = errors.New("no warehouse")

// ErrNothingPublished says that no build has been published yet.
var ErrNothingPublished = errors.New("nothing published")

// open opens the warehouse for writing; the caller closes it.
func (o *Office) open(ctx context.Context) (*sql.DB, error) {
	if strings.ContainsAny(o.DB, "?#") { // the driver would read what follows as options, or drop it
		return nil, fmt.Errorf("%w: %s", ErrOddPath, o.DB)
	}
	if dir := filepath.Dir(o.DB); dir != "." {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, fmt.Errorf("warehouse: %w", err)
		}
	}
	go models.Warm() // while the returns are read
	db, err := o.connect(ctx, "")
	if err != nil {
		return nil, err
	}
	// One thread, till there is work for more (spread): while returns are read the other processors read the next ones.
	for _, setting := range []string{"checkpoint_threshold = '" + logRoom + "'", "threads = 1"} {
		if _, err := db.ExecContext(ctx, "set "+setting); err != nil {
			db.Close()
			return nil, fmt.Errorf("warehouse: %w", err)
		}
	}
	return db, nil
}

// block is by how many rows of a table the engine shares out work.
const block = 122_880

// spread gives the engine all processors where its tables have several blocks. Below that a second thread costs more than it does.
func spread(ctx context.Context, db *sql.DB) error {
	var awards int64
	err := db.QueryRowContext(ctx, "select count(*) from raw_award").Scan(&awards)
	if err == nil && awards > block {
		_, err = db.ExecContext(ctx, "reset threads")
	}
	if err != nil {
		return fmt.Errorf("warehouse: %w", err)
	}
	return nil
}

// logRoom is how long the log of the warehouse grows before it is worked into the tables. The engine's own measure, 16 MB,
// does that after every few files, and each time the last rows of every table are packed anew: a third of all work of
// reading 200 files. Closing the warehouse works the rest in, and so does the next opening where the program was killed.
const logRoom = "256MB"

// look opens the warehouse for reading what the published copy does not hold: the log and what a build changed. It
// waits for nobody: a warehouse that is being written is busy.
func (o *Office) look(ctx context.Context) (*sql.DB, error) {
	if _, err := os.Stat(o.DB); err != nil {
		return nil, fmt.Errorf("%w: %s", ErrNoWarehouse, o.DB)
	}
	if strings.ContainsAny(o.DB, "?#") {
		return nil, fmt.Errorf("%w: %s", ErrOddPath, o.DB)
	}
	return o.connect(ctx, "?access_mode=read_only")
}

func (o *Office) connect(ctx context.Context, options string) (*sql.DB, error) {
	db, err := sql.Open("duckdb", o.DB+options)
	if err == nil {
		err = db.PingContext(ctx)
	}
	if err != nil {
		if db != nil {
			db.Close()
		}
		if strings.Contains(err.Error(), "lock") {
			return nil, fmt.Errorf("%w: %s", ErrBusy, o.DB)
		}
		if strings.Contains(err.Error(), "not a valid DuckDB database") {
			return nil, fmt.Errorf("%w: %s", ErrNotWarehouse, o.DB)
		}
		return nil, fmt.Errorf("warehouse %s: %w", o.DB, err)
	}
	return db, nil
}

// notBuilt tells that a query missed a table that a build makes: returns were read and
// published, but nothing was built from them yet.
var notBuilt = regexp.MustCompile(`Table with name (dim|fct|mart)_\w+ does not exist`)

// Explain words an error of ours for the person at the keyboard.
func (o *Office) Explain(err error) string {
	var red RedTests
	switch {
	case errors.As(err, &red):
		return o.Texts.Get("cmd.red_tests") + "\n" + red.Error()
	case errors.Is(err, ErrBusy):
		return o.Texts.Get("cmd.busy", o.DB)
	case errors.Is(err, ErrNoFiles):
		return o.Texts.Get("cmd.no_files")
	case errors.Is(err, ErrNoWarehouse):
		return o.Texts.Get("cmd.no_warehouse", o.DB)
	case errors.Is(err, ErrOddPath):
		return o.Texts.Get("cmd.odd_path", o.DB)
	case errors.Is(err, ErrNotWarehouse):
		return o.Texts.Get("cmd.not_a_warehouse", o.DB)
	case notBuilt.MatchString(err.Error()):
		return o.Texts.Get("cmd.not_built", o.DB)
	case errors.Is(err, ErrNoYear):
		return o.Texts.Get("cmd.no_year", o.DB)
	case errors.Is(err, ErrNothingPublished):
		return o.Texts.Get("cmd.nothing_published", o.DB)
	}
	return err.Error()
}

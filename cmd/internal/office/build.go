package office

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"

	"tdkt/ingest"
	"tdkt/models"
	"tdkt/queries/door"
)

// RedTests says that model tests were red; yesterday's marts stand.
type RedTests struct{ models.Result }

func (r RedTests) Error() string {
	lines := make([]string, len(r.Red))
	for i, f := range r.Red {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// Build makes and tests every model, publishes the build, and tells what it changed: nothing where it is the build that
// stood. A red test is a RedTests error.
func (o *Office) Build(ctx context.Context) (c Change, err error) {
	if _, err := os.Stat(o.DB); err != nil {
		return c, fmt.Errorf("%w: %s", ErrNoWarehouse, o.DB)
	}
	db, err := o.open(ctx)
	if err != nil {
		return c, err
	}
	defer db.Close()
	if err := o.prepare(ctx, db); err != nil {
		return c, err
	}
	res, err := o.make(ctx, db, "build")
	if err != nil {
		return c, err
	}
	if err := o.note(ctx, db, "build", ingest.Report{}, res.BuildID); err != nil || res.Before == res.BuildID {
		return c, err
	}
	return readChange(ctx, db)
}

// make builds, tests and publishes a warehouse whose raw tables are up to date.
func (o *Office) make(ctx context.Context, db *sql.DB, command string) (models.Result, error) {
	o.say("cmd.progress.build")
	if err := spread(ctx, db); err != nil {
		return models.Result{}, err
	}
	res, err := models.Build(ctx, db, models.Options{Program: o.Program, Command: command})
	if err != nil {
		return res, err
	}
	if res.Failed() {
		return res, RedTests{res}
	}
	o.say("cmd.progress.built", res.Models, res.Tests)
	return res, o.publish(ctx, db)
}

func (o *Office) publish(ctx context.Context, db *sql.DB) error {
	o.say("cmd.progress.publish")
	_, err := models.Publish(ctx, db, o.DB)
	return err
}

// Door opens the published copy for reading; the caller closes it.
func (o *Office) Door() (*door.Door, error) {
	copied, err := o.published()
	if err != nil {
		return nil, err
	}
	return o.openCopy(copied)
}

// published is the path of the published copy.
func (o *Office) published() (string, error) {
	copied, err := models.Pointer(o.DB)
	if errors.Is(err, models.ErrNotPublished) {
		err = fmt.Errorf("%w: %s", ErrNothingPublished, o.DB)
	}
	return copied, err
}

func (o *Office) openCopy(copied string) (*door.Door, error) {
	d, err := door.Open(copied)
	if errors.Is(err, door.ErrNotPublished) {
		err = fmt.Errorf("%w: %s", ErrNothingPublished, o.DB)
	}
	return d, err
}

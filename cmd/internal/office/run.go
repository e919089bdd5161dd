package office

import (
	"context"
	"database/sql"
	"errors"

	"tdkt/charts/report"
	"tdkt/data"
	"tdkt/models"
)

// Done is what a whole run gave.
type Done struct {
	Received Received
	Headline Headline
	Shown    Shown
	Reports  Reports // none where no award year has figures
}

// Run goes from paths of returns to the dashboard, the workbook and the report of a year (0: the newest): ingest, build, publish, show.
// What was received is told even where a later stage fails. A file that could not be read through a fault of ours does
// not keep the others from the page; its error comes last.
func (o *Office) Run(ctx context.Context, paths []string, dir string, year int) (Done, error) {
	db, err := o.open(ctx)
	if err != nil {
		return Done{}, err
	}
	defer db.Close()
	var done Done
	var built models.Result
	var red, unread error
	done.Received, unread = o.ingest(ctx, db, paths, "", func() (c Change, err error) {
		built, c, err = o.weighAndMake(ctx, db)
		if errors.As(err, new(RedTests)) { // the returns are in; what was built of them is not
			red, err = err, nil
		}
		return c, err
	})
	if red != nil {
		return done, red
	}
	if unread != nil && (len(done.Received.Returns) == 0 || ctx.Err() != nil) {
		return done, unread
	}
	if err = o.note(ctx, db, "run", done.Received.Report, built.BuildID); err != nil {
		return done, err
	}
	if done.Shown, err = o.Show(ctx, dir, ""); err != nil {
		return done, err
	}
	if done.Headline, err = o.headline(ctx, year); err != nil {
		return done, errors.Join(err, unread)
	}
	var r report.Request
	if year != 0 {
		r.Period = data.YearPeriod(year)
	}
	done.Reports, err = o.Report(ctx, dir, r, false)
	if errors.Is(err, ErrNoYear) {
		err = nil
	}
	return done, errors.Join(err, unread)
}

// weighAndMake builds everything at once, for a whole build weighs the returns too. Where a test is red their standing is
// weighed and published by itself.
func (o *Office) weighAndMake(ctx context.Context, db *sql.DB) (built models.Result, c Change, err error) {
	lists, err := hasLists(ctx, db)
	if err != nil {
		return built, c, err
	}
	if lists {
		err := o.settle(ctx, db, func() error { _, err := o.intake(ctx, db, "run"); return err })
		if err != nil {
			return built, c, err
		}
	}
	built, err = o.make(ctx, db, "run")
	if errors.As(err, new(RedTests)) {
		c, intake := o.intake(ctx, db, "run")
		return built, c, errors.Join(err, intake)
	}
	if err != nil || built.Before == built.BuildID {
		return built, c, err
	}
	c, err = readChange(ctx, db)
	return built, c, err
}

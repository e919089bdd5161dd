package office

import (
	"context"
)

// Done is what a whole run gave.
type Done struct {
	Received Received
	Headline Headline
	Shown    Shown
}

// Run goes from paths of returns to the dashboard and the workbook: ingest, build, publish, show.
// What was received is told even where a later stage fails.
func (o *Office) Run(ctx context.Context, paths []string, dir string, year int) (Done, error) {
	db, err := o.open(ctx)
	if err != nil {
		return Done{}, err
	}
	defer db.Close()
	var done Done
	if done.Received, err = o.ingest(ctx, db, paths, ""); err != nil {
		return done, err
	}
	built, err := o.make(ctx, db)
	if err != nil {
		return done, err
	}
	if err = o.note(ctx, db, "run", done.Received.Report, built.BuildID); err != nil {
		return done, err
	}
	if done.Shown, err = o.Show(ctx, dir); err != nil {
		return done, err
	}
	done.Headline, err = o.headline(ctx, year)
	return done, err
}

package office

import (
	"context"
	"errors"
)

// Done is what a whole run gave.
type Done struct {
	Received Received
	Headline Headline
	Shown    Shown
}

// Run goes from paths of returns to the dashboard and the workbook: ingest, build, publish, show.
// What was received is told even where a later stage fails. A file that could not be read through a fault of ours does
// not keep the others from the page; its error comes last.
func (o *Office) Run(ctx context.Context, paths []string, dir string, year int) (Done, error) {
	db, err := o.open(ctx)
	if err != nil {
		return Done{}, err
	}
	defer db.Close()
	var done Done
	var unread error
	if done.Received, unread = o.ingest(ctx, db, paths, ""); unread != nil && (len(done.Received.Returns) == 0 || ctx.Err() != nil) {
		return done, unread
	}
	built, err := o.make(ctx, db, "run")
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
	return done, errors.Join(err, unread)
}

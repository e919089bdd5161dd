package office

import (
	"context"
	"database/sql"

	"tdkt/data"
	"tdkt/ingest"
	"tdkt/ingest/load"
)

// heedLists puts into the board's log what its lists of other names and of accepted findings
// say by now, and takes back what a list said that no longer counts. It says whether the log
// changed.
func (o *Office) heedLists(ctx context.Context, db *sql.DB) (changed bool, err error) {
	said, err := load.BoardDecisions(ctx, db)
	if err != nil {
		return false, err
	}
	log, err := load.Decisions(ctx, db)
	if err != nil {
		return false, err
	}
	want := map[load.Decision]bool{}
	for _, d := range said {
		want[asSaid(d)] = true
	}
	today := data.DateOf(o.Now())
	var rows []load.Decision
	for _, d := range load.InForce(log) {
		if d.Source == load.ByCommand {
			continue
		}
		if want[asSaid(d)] {
			delete(want, asSaid(d))
			continue
		}
		rows = append(rows, load.Decision{Action: load.Undo, Target: d.Target, Reason: o.Texts.Get("cmd.board.list_gone"),
			DecidedOn: today, Source: d.Source, Undoes: d.No, Root: d.Root})
	}
	for _, d := range said {
		if want[asSaid(d)] {
			delete(want, asSaid(d)) // a finding that two rows of a list accept is accepted once
			d.DecidedOn = today
			rows = append(rows, d)
		}
	}
	if len(rows) == 0 {
		return false, nil
	}
	_, err = load.Decide(ctx, db, rows)
	return err == nil, err
}

// asSaid is a decision without what the log adds to it.
func asSaid(d load.Decision) load.Decision {
	d.No, d.Root, d.DecidedOn, d.DecidedBy = 0, 0, data.Date{}, ""
	return d
}

// mostRounds bounds how often lists may bring each other to count: units, then names for them,
// then what is accepted in returns read by those.
const mostRounds = 4

// relist lets the board's lists that count take effect on how returns are read, and says
// whether any was read otherwise than before.
func (o *Office) relist(ctx context.Context, db *sql.DB) (changed bool, err error) {
	if lists, err := hasLists(ctx, db); err != nil || !lists {
		return false, err
	}
	if changed, err = o.heedLists(ctx, db); err != nil {
		return false, err
	}
	report, err := o.refresh(ctx, db)
	return changed || report.Count(ingest.Read) > 0, err
}

// hasLists says that a list of the board's own was received, or has said something in its log.
func hasLists(ctx context.Context, db *sql.DB) (bool, error) {
	var n int
	err := db.QueryRowContext(ctx, `select (select count(*) from raw_listed) + (select count(*) from raw_board where source <> 'command')`).Scan(&n)
	return n > 0, err
}

// settle weighs the returns against one another, and again where one of the board's lists
// among them changes how the others are read or weighed.
func (o *Office) settle(ctx context.Context, db *sql.DB, weigh func() error) error {
	for range mostRounds {
		if err := weigh(); err != nil {
			return err
		}
		if again, err := o.relist(ctx, db); err != nil || !again {
			return err
		}
	}
	return weigh()
}

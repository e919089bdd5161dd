package office

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"tdkt/data"
	"tdkt/ingest"
	"tdkt/ingest/finding"
	"tdkt/ingest/load"
	"tdkt/models"
)

// Received is what an ingest took in: the files, the findings, and where each return stands now
// that all returns of the warehouse have been weighed against one another.
type Received struct {
	Report   ingest.Report
	Findings []finding.Finding // of these files, ordered; those between returns included
	Returns  []Standing        // of these files
	Change   Change            // of the status of returns since the last build
	Answers  Answers           // where they were asked for
}

// Standing is one return and its status.
type Standing struct {
	ID, File, Form, Status                             string
	RowsRead, RowsUsed, RowsExcluded, RowsRejected     int64
	CellsRead, CellsUsed, CellsExcluded, CellsRejected int64
}

// Faults says that a return was refused or held, or that an intake register could not be read.
func (r Received) Faults() bool {
	return finding.Worst(r.Report.Findings) == finding.Error ||
		slices.ContainsFunc(r.Returns, func(s Standing) bool { return s.Status == "refused" || s.Status == "held" })
}

// Ingest reads the paths into the warehouse, decides which returns stand, and publishes that.
func (o *Office) Ingest(ctx context.Context, paths []string, revises string) (Received, error) {
	db, err := o.open(ctx)
	if err != nil {
		return Received{}, err
	}
	defer db.Close()
	got, err := o.ingest(ctx, db, paths, revises, func() (c Change, err error) {
		err = o.settle(ctx, db, func() error {
			change, err := o.intake(ctx, db, "ingest")
			if change.Command != "" {
				c = change
			}
			return err
		})
		return c, err
	})
	if err != nil {
		return got, err
	}
	return got, o.note(ctx, db, "ingest", got.Report, "")
}

// ingest reads the paths; weigh decides then which returns stand, publishes that, and tells what it changed.
func (o *Office) ingest(ctx context.Context, db *sql.DB, paths []string, revises string, weigh func() (Change, error)) (Received, error) {
	if err := o.prepare(ctx, db); err != nil {
		return Received{}, err
	}
	opt := o.ingestOptions()
	opt.Revises = revises
	opt.Progress = func(stage ingest.Stage, at, total int, name string) {
		o.progress(at, total, map[ingest.Stage]string{ingest.Reading: "cmd.progress.read", ingest.Loading: "cmd.progress.load"}[stage], name)
	}
	report, readErr := ingest.Ingest(ctx, db, paths, opt)
	if len(report.Files) == 0 && readErr != nil {
		return Received{}, readErr
	}
	if len(report.Files) == 0 {
		return Received{}, ErrNoFiles
	}
	r := Received{Report: report}
	var err error
	if r.Change, err = weigh(); err != nil {
		return r, errors.Join(readErr, err)
	}
	if r.Returns, err = standings(ctx, db, report); err != nil {
		return r, errors.Join(readErr, err)
	}
	if r.Findings, err = findings(ctx, db, report); err != nil {
		return r, errors.Join(readErr, err)
	}
	if o.Feedback != "" {
		if r.Answers, err = o.answers(ctx, db, report); err != nil {
			return r, errors.Join(readErr, err)
		}
	}
	return r, readErr
}

// prepare brings the raw tables up to this program: returns that it would read otherwise
// than they were read are read again from the kept originals.
func (o *Office) prepare(ctx context.Context, db *sql.DB) error {
	_, err := o.refresh(ctx, db)
	return err
}

func (o *Office) refresh(ctx context.Context, db *sql.DB) (ingest.Report, error) {
	if err := load.Create(ctx, db); err != nil {
		return ingest.Report{}, err
	}
	return ingest.Refresh(ctx, db, o.ingestOptions())
}

func (o *Office) ingestOptions() ingest.Options {
	return ingest.Options{
		Now: func() data.Date { return data.DateOf(o.Now()) },
		Progress: func(stage ingest.Stage, at, total int, name string) {
			if stage == ingest.Loading {
				o.progress(at, total, "cmd.progress.reread", name)
			}
		},
	}
}

// intake weighs the returns against one another and publishes which stand, with the last green marts. It tells what
// changed since the last build: nothing where the returns are those of the last intake.
func (o *Office) intake(ctx context.Context, db *sql.DB, command string) (c Change, err error) {
	o.say("cmd.progress.intake")
	res, err := models.Intake(ctx, db, models.Options{Program: o.Program, Command: command})
	if err != nil {
		return c, err
	}
	if res.Failed() {
		return c, RedTests{res}
	}
	if err := o.publish(ctx, db); err != nil || res.Before == res.BuildID {
		return c, err
	}
	return readChange(ctx, db)
}

// hashes of the files of a report.
func hashes(report ingest.Report) map[string]bool {
	set := map[string]bool{}
	for _, f := range report.Files {
		set[f.Hash] = true
	}
	return set
}

// standings gives the status of the returns in the files of a report.
func standings(ctx context.Context, db *sql.DB, report ingest.Report) ([]Standing, error) {
	these := hashes(report)
	rows, err := db.QueryContext(ctx, `select file_hash, return_id, file_name, form_of_return, status,
			rows_read, rows_used, rows_excluded, rows_rejected, cells_read, cells_used, cells_excluded, cells_rejected
		from fct_return order by file_name, return_id`)
	if err != nil {
		return nil, fmt.Errorf("status of returns: %w", err)
	}
	defer rows.Close()
	var all []Standing
	for rows.Next() {
		var hash string
		var s Standing
		err := rows.Scan(&hash, &s.ID, &s.File, &s.Form, &s.Status, &s.RowsRead, &s.RowsUsed, &s.RowsExcluded, &s.RowsRejected,
			&s.CellsRead, &s.CellsUsed, &s.CellsExcluded, &s.CellsRejected)
		if err != nil {
			return nil, err
		}
		if these[hash] {
			all = append(all, s)
		}
	}
	return all, rows.Err()
}

// findings gives the findings in the files of a report, those between returns included.
func findings(ctx context.Context, db *sql.DB, report ingest.Report) ([]finding.Finding, error) {
	these := hashes(report)
	rows, err := db.QueryContext(ctx, `select r.file_hash, f.source_file, f.source_sheet, f.source_cell, f.code, f.severity, f.got, f.want, f.want_en, f.mend, f.mend_en
		from fct_finding as f join fct_return as r on r.return_id = f.return_id`)
	if err != nil {
		return nil, fmt.Errorf("findings: %w", err)
	}
	defer rows.Close()
	all := slices.Clone(report.Findings)
	for rows.Next() {
		var hash string
		var f finding.Finding
		err := rows.Scan(&hash, &f.At.File, &f.At.Sheet, &f.At.Cell, &f.Code, &f.Severity, &f.Got, &f.Want.VI, &f.Want.EN, &f.Mend.VI, &f.Mend.EN)
		if err != nil {
			return nil, err
		}
		if these[hash] {
			all = append(all, f)
		}
	}
	slices.SortFunc(all, finding.Compare)
	return all, rows.Err()
}

package load

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"tdkt/data"
	"tdkt/ingest/finding"
)

// asker is a database or a connection of it.
type asker interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// Files lists the files in the warehouse in order of name, without their content.
func Files(ctx context.Context, db asker) ([]File, error) {
	return Gather(ctx, db, `select file_hash, file_name, fingerprint, received_on, sender, revises, revises_mark, note,
			coalesce(intake_no, 0), coalesce(received_text, ''), coalesce(received_cell, ''), coalesce(sender_cell, ''),
			coalesce(register_file, ''), coalesce(reader_print, ''), coalesce(layouts_print, ''), coalesce(rules_print, ''),
			coalesce(reference_print, ''), coalesce(board_print, ''), coalesce(register_print, ''),
			coalesce(byte_size, 0), coalesce(octet_length(content) = byte_size, false)
		from raw_file order by file_name, file_hash`, func(rows *sql.Rows) (f File, err error) {
		var on sql.NullTime
		err = rows.Scan(&f.Hash, &f.Name, &f.Fingerprint, &on, &f.Sender, &f.Revises, &f.RevisesMark, &f.Note, &f.IntakeNo,
			&f.ReceivedText, &f.ReceivedCell, &f.SenderCell, &f.RegisterFile,
			&f.Prints.Reader, &f.Prints.Layouts, &f.Prints.Rules, &f.Prints.Reference, &f.Prints.Board, &f.Prints.Register,
			&f.Size, &f.Whole)
		f.ReceivedOn = dayOf(on)
		return f, err
	})
}

// Original gives the bytes of a file as they were received.
func Original(ctx context.Context, db *sql.DB, hash string) ([]byte, error) {
	var content []byte
	err := db.QueryRowContext(ctx, "select content from raw_file where file_hash = ?", hash).Scan(&content)
	if err != nil {
		return nil, fmt.Errorf("original %s: %w", hash, err)
	}
	return content, nil
}

// Recall gives the returns and findings that the warehouse holds of a file, as they were
// when it was read.
func Recall(ctx context.Context, db asker, hash string) ([]Return, []finding.Finding, error) {
	returns, err := Gather(ctx, db, `select return_id, file_hash, file_name, sheet_name, ordinal, form_of_return,
			unit_code, sender_code, province_code, period, part, report_year, scope, outcome, is_revision, revision_mark,
			revises_file, revises_return_id, dated_on, received_on, rows_read, rows_used, rows_excluded, rows_rejected,
			cells_read, cells_used, cells_excluded, cells_rejected, coalesce(intake_no, 0)
		from raw_return where file_hash = ? order by rowid`, func(rows *sql.Rows) (r Return, err error) {
		var dated, received sql.NullTime
		err = rows.Scan(&r.ID, &r.FileHash, &r.FileName, &r.Sheet, &r.Ordinal, &r.Form, &r.Unit, &r.Sender, &r.Province,
			&r.Period, &r.Part, &r.ReportYear, &r.Scope, &r.Outcome, &r.IsRevision, &r.RevisionMark, &r.RevisesFile,
			&r.RevisesReturn, &dated, &received,
			&r.RowCounts.Read, &r.RowCounts.Used, &r.RowCounts.Excluded, &r.RowCounts.Rejected,
			&r.CellCounts.Read, &r.CellCounts.Used, &r.CellCounts.Excluded, &r.CellCounts.Rejected, &r.IntakeNo)
		r.DatedOn, r.ReceivedOn = dayOf(dated), dayOf(received)
		return r, err
	}, hash)
	if err != nil {
		return nil, nil, err
	}
	findings, err := Gather(ctx, db, `select source_file, source_sheet, source_cell, code, severity, got,
			want_vi, want_en, mend_vi, mend_en
		from raw_finding join raw_return using (return_id) where file_hash = ?
		order by form_of_return, ordinal, finding_no`, func(rows *sql.Rows) (f finding.Finding, err error) {
		err = rows.Scan(&f.At.File, &f.At.Sheet, &f.At.Cell, &f.Code, &f.Severity, &f.Got,
			&f.Want.VI, &f.Want.EN, &f.Mend.VI, &f.Mend.EN)
		return f, err
	}, hash)
	return returns, findings, err
}

// Gather reads the rows of a query.
func Gather[T any](ctx context.Context, db asker, query string, scan func(*sql.Rows) (T, error), args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

func dayOf(t sql.NullTime) data.Date {
	if !t.Valid {
		return data.Date{}
	}
	return data.DateOf(t.Time.In(time.UTC))
}

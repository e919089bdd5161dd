package load

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"tdkt/data"
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

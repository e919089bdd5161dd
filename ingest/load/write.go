//go:build duckdb_arrow

package load

import (
	"context"
	"database/sql"
	"fmt"
)

// Write replaces what the warehouse holds of the files of the batches, in one transaction: small files cost more to commit than
// to write. An error means that nothing has changed, of any of them.
func Write(ctx context.Context, conn *sql.Conn, batches ...*Batch) error {
	if err := write(ctx, conn, batches); err != nil {
		return fmt.Errorf("load %q: %w", batches[0].File.Name, err)
	}
	return nil
}

func write(ctx context.Context, conn *sql.Conn, batches []*Batch) (err error) {
	if _, err = conn.ExecContext(ctx, "begin transaction"); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			// The context may be done; the transaction must end all the same.
			_, _ = conn.ExecContext(context.WithoutCancel(ctx), "rollback")
		}
	}()
	for _, b := range batches {
		if err = forget(ctx, conn, b.File.Hash); err != nil {
			return err
		}
	}
	for _, l := range layers {
		if err = l.write(ctx, conn, batches); err != nil {
			return err
		}
	}
	_, err = conn.ExecContext(ctx, "commit")
	return err
}

// forget deletes what an earlier reading of the same bytes gave.
func forget(ctx context.Context, conn *sql.Conn, hash string) error {
	var held int
	if err := conn.QueryRowContext(ctx, "select count(*) from raw_file where file_hash = ?", hash).Scan(&held); err != nil {
		return err
	}
	if held == 0 {
		return nil
	}
	for i := len(ofReturn) - 1; i >= 0; i-- {
		q := "delete from " + ofReturn[i].name + " where return_id in (select return_id from raw_return where file_hash = ?)"
		if _, err := conn.ExecContext(ctx, q, hash); err != nil {
			return err
		}
	}
	_, err := conn.ExecContext(ctx, "delete from raw_file where file_hash = ?", hash)
	return err
}

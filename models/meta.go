package models

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"tdkt/data"
)

// hashedRaw are the raw tables that figures come from; raw_row and raw_cell only account for what was read.
var hashedRaw = []string{"raw_return", "raw_award", "raw_tally", "raw_declared", "raw_printed", "raw_finding", "raw_person"}

// writeMeta tells in meta_intake, and for a whole build in meta_build, what the tables were made from.
// The id is a digest of the raw contents, the reference and the text of the models: the same inputs give the same id.
func writeMeta(ctx context.Context, q querier, opt Options, whole bool, res Result) (string, error) {
	raw, err := rawFingerprint(ctx, q)
	if err != nil {
		return "", err
	}
	reference := referenceFingerprint(opt.Reference)
	text, err := filesFingerprint(opt.files)
	if err != nil {
		return "", err
	}
	id := digest(raw, reference, text)[:16]
	tables := map[string]string{"meta_intake": "intake_id"}
	if whole {
		tables["meta_build"] = "build_id"
	}
	for table, key := range tables {
		ddl := "create or replace table " + table + " as select cast(? as varchar) as " + key + `,
			cast(? as varchar) as program, cast(? as varchar) as raw_fingerprint, cast(? as varchar) as reference_fingerprint,
			cast(? as varchar) as models_fingerprint, cast(? as bigint) as model_count, cast(? as bigint) as test_count`
		if _, err := q.ExecContext(ctx, ddl, id, opt.Program, raw, reference, text, res.Models, res.Tests); err != nil {
			return "", fmt.Errorf("write %s: %w", table, err)
		}
	}
	return id, nil
}

// rawFingerprint is a digest of the rows of the raw tables, in whatever order they stand and by
// whatever run they came: which run it was matters only between returns that tell no order.
func rawFingerprint(ctx context.Context, q querier) (string, error) {
	parts := make([]string, len(hashedRaw))
	for i, t := range hashedRaw {
		query := `select count(*) || ':' || coalesce(bit_xor(h), 0) || ':' || coalesce(sum(h % 1000000007), 0) from (
			select hash(r) as h from (select columns(c -> c <> 'intake_no') from ` + t + `) as r)`
		if err := q.QueryRowContext(ctx, query).Scan(&parts[i]); err != nil {
			return "", fmt.Errorf("fingerprint %s: %w", t, err)
		}
	}
	decided, err := boardFingerprint(ctx, q)
	if err != nil {
		return "", err
	}
	return digest(append(parts, decided)...), nil
}

// boardFingerprint is a digest of the board's decisions that hold: one that was undone leaves no trace in figures, and who
// decided decides nothing.
func boardFingerprint(ctx context.Context, q querier) (print string, err error) {
	err = q.QueryRowContext(ctx, `select count(*) || ':' || coalesce(bit_xor(hash(d)), 0) from stg_board as d`).Scan(&print)
	if err != nil {
		return "", fmt.Errorf("fingerprint of the board's decisions: %w", err)
	}
	return print, nil
}

func referenceFingerprint(tables []data.RefTable) string {
	sum := sha256.New()
	for _, t := range tables {
		fmt.Fprintf(sum, "%q %q\n", t.Name, t.Columns)
		for _, row := range t.Rows {
			for _, cell := range row {
				fmt.Fprintf(sum, "%q,", show(cell))
			}
			fmt.Fprintln(sum)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func filesFingerprint(fsys fs.FS) (string, error) {
	files, err := fs.Glob(fsys, "*/*.sql")
	if err != nil {
		return "", err
	}
	parts := make([]string, 0, 2*len(files))
	for _, f := range files {
		text, err := fs.ReadFile(fsys, f)
		if err != nil {
			return "", err
		}
		parts = append(parts, f, string(text))
	}
	return digest(parts...), nil
}

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:])
}

// show is a cell as text: "null", a date as yyyy-mm-dd, else as Go prints it.
func show(v any) string {
	switch x := v.(type) {
	case nil:
		return "null"
	case time.Time:
		return x.Format(time.DateOnly)
	}
	return fmt.Sprint(v)
}

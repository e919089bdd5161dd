package format

import (
	"context"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	duckdb "github.com/duckdb/duckdb-go/v2"

	"tdkt/queries/table"
)

// writeParquet lets an engine of its own, in memory, write the file: the door's has no access
// to files, and arrow-go's writer would bring in gRPC and Thrift. One thread keeps the order of
// rows and the bytes the same each time.
func writeParquet(w io.Writer, t table.Table) (err error) {
	dir, err := os.MkdirTemp("", "tdkt-parquet-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	path := filepath.Join(dir, "t.parquet")
	if err := copyParquet(path, t); err != nil {
		return fmt.Errorf("parquet: %w", err)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, f)
	return errors.Join(err, f.Close())
}

func copyParquet(path string, t table.Table) (err error) {
	ctx := context.Background()
	connector, err := duckdb.NewConnector("?threads=1&autoinstall_known_extensions=false&autoload_known_extensions=false", nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, connector.Close()) }()
	conn, err := connector.Connect(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	run := func(statement string) error {
		_, err := conn.(driver.ExecerContext).ExecContext(ctx, statement, nil)
		return err
	}
	defs := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		defs[i] = `"` + strings.ReplaceAll(c.Name, `"`, `""`) + `" ` + engineType(c.Kind)
	}
	if err := run("create table t (" + strings.Join(defs, ", ") + ")"); err != nil {
		return err
	}
	if err := appendRows(conn, t.Rows); err != nil {
		return err
	}
	facts, err := json.Marshal(struct {
		Title    table.Text     `json:"title"`
		CountsBy table.CountsBy `json:"counts_by,omitempty"`
		Period   table.Text     `json:"period"`
		Notes    []table.Text   `json:"notes,omitempty"`
		Sources  []string       `json:"sources,omitempty"`
		Build    string         `json:"build,omitempty"`
		Columns  []table.Column `json:"columns"`
	}{t.Title, t.CountsBy, t.Period, t.Notes, t.Sources, t.Build, t.Columns})
	if err != nil {
		return err
	}
	quote := func(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
	return run("copy t to " + quote(path) + " (format parquet, kv_metadata {tdkt: " + quote(string(facts)) + "})")
}

func appendRows(conn driver.Conn, rows [][]any) error {
	a, err := duckdb.NewAppenderFromConn(conn, "", "t")
	if err != nil {
		return err
	}
	cells := []driver.Value{}
	for _, row := range rows {
		cells = cells[:0]
		for _, v := range row {
			if d, ok := v.(table.Date); ok {
				v = d.Time()
			}
			cells = append(cells, v)
		}
		if err := a.AppendRow(cells...); err != nil {
			return errors.Join(err, a.Close())
		}
	}
	return a.Close()
}

func engineType(k table.Kind) string {
	switch k {
	case table.KindInt:
		return "bigint"
	case table.KindFloat:
		return "double"
	case table.KindBool:
		return "boolean"
	case table.KindDate:
		return "date"
	}
	return "varchar"
}

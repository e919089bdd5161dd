package models

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/duckdb/duckdb-go/v2"

	"tdkt/data"
)

// loadReference makes stg_ref_<name> of every list, within the transaction that stands on conn.
func loadReference(ctx context.Context, conn *sql.Conn, tables []data.RefTable) error {
	for _, t := range tables {
		if err := loadList(ctx, conn, t); err != nil {
			return fmt.Errorf("reference %s: %w", t.Name, err)
		}
	}
	return nil
}

func loadList(ctx context.Context, conn *sql.Conn, t data.RefTable) error {
	columns := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		columns[i] = c.Name + " " + c.Type
	}
	name := "stg_ref_" + t.Name
	if _, err := conn.ExecContext(ctx, "create or replace table "+name+" ("+strings.Join(columns, ", ")+")"); err != nil {
		return err
	}
	return conn.Raw(func(c any) error {
		app, err := duckdb.NewAppenderFromConn(c.(driver.Conn), "", name)
		if err != nil {
			return err
		}
		values := make([]driver.Value, len(columns))
		for _, row := range t.Rows {
			for i, v := range row {
				values[i] = v
			}
			if err := app.AppendRow(values...); err != nil {
				return errors.Join(err, app.Close())
			}
		}
		return app.Close()
	})
}

// ruleTable gives data/rules as a list, for the findings that SQL makes.
func ruleTable() (data.RefTable, error) {
	t := data.RefTable{Name: "rule"}
	f, err := data.RuleFS.Open("rules/rules.csv")
	if err != nil {
		return t, err
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return t, fmt.Errorf("rules/rules.csv: %w", err)
	}
	for _, name := range records[0] {
		kind := "varchar"
		if strings.HasPrefix(name, "valid_") {
			kind = "date"
		}
		t.Columns = append(t.Columns, data.RefColumn{Name: name, Type: kind})
	}
	for n, record := range records[1:] {
		row := make([]any, len(record))
		for i, text := range record {
			switch {
			case text == "":
			case t.Columns[i].Type == "date":
				on, err := time.Parse(time.DateOnly, text)
				if err != nil {
					return t, fmt.Errorf("rules/rules.csv:%d: %w", n+2, err)
				}
				row[i] = on
			default:
				row[i] = text
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t, nil
}

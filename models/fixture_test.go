package models

import (
	"context"
	"database/sql"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "github.com/duckdb/duckdb-go/v2"

	"tdkt/data"
)

// rawTables are the raw tables as the contract with ingest names them: column, type, and what a fixture means by leaving
// it out. %d in a default is the number of the row in its file.
var rawTables = map[string]string{
	"raw_return": `return_id varchar r1|file_hash varchar h%d|file_name varchar f%d.xlsx|sheet_name varchar S|ordinal bigint 1
		form_of_return varchar danh_sach_ca_nhan|unit_code varchar u1|sender_code varchar =unit_code|province_code varchar 25
		period varchar 2024|part varchar -|report_year bigint 2024|scope varchar award|outcome varchar accepted
		is_revision boolean false|revision_mark varchar -|revises_file varchar -|revises_return_id varchar -|dated_on date
		received_on date 2024-12-01|rows_read bigint 3|rows_used bigint 2|rows_excluded bigint 1|rows_rejected bigint 0
		cells_read bigint 9|cells_used bigint 6|cells_excluded bigint 3|cells_rejected bigint 0|intake_no bigint 1|role varchar -|is_zero boolean false`,
	"raw_board": `board_no bigint %d|action varchar|target varchar r1|finding_code varchar -|source_sheet varchar -|source_cell varchar -
		kind varchar -|code varchar -|valid_from date|valid_to date|reason varchar why|decided_on date 2025-01-10|decided_by varchar clerk
		source varchar command|undoes bigint 0|root_no bigint =board_no`,
	"raw_cell": `return_id varchar r1|sheet_name varchar S|source_cell varchar|row_no bigint|col_no bigint|cell_text varchar
		field varchar|disposition varchar used|reason varchar -`,
	"raw_finding": `return_id varchar r1|finding_no bigint %d|source_file varchar f1.xlsx|source_sheet varchar S|source_cell varchar
		code varchar|severity varchar warning|got varchar|want_vi varchar w|want_en varchar w|mend_vi varchar m|mend_en varchar m`,
	"raw_award": `award_id varchar a%d|return_id varchar r1|is_proposal boolean false|unit_code varchar u1|sender_code varchar =unit_code
		workplace_code varchar|workplace_text varchar|decided_by varchar|recipient_kind varchar individual
		recipient_name varchar N%d|birth_on date|birth_year bigint|recipient_key varchar c%d|name_key varchar =recipient_key|form_code varchar ldtt
		level_code varchar so|achievement_code varchar thuong_xuyen|movement varchar|field_code varchar|decision_no varchar 1
		decided_on date 2024-12-10|award_year bigint 2024|beneficiary_class varchar|is_woman boolean|is_ethnic_minority boolean
		is_religious boolean|is_small_collective boolean|is_enterprise boolean|event varchar awarded|source_file varchar f1.xlsx|source_sheet varchar S
		source_row bigint %d|name_cell varchar B%d|form_cell varchar F%d|gender_cell varchar|birth_cell varchar|class_cell varchar`,
	"raw_tally": `return_id varchar r1|unit_code varchar u1|sender_code varchar =unit_code|award_year bigint 2024|form_code varchar ldtt
		level_code varchar so|measure varchar award_count|achievement_code varchar|amount bigint|source_file varchar f1.xlsx
		source_sheet varchar S|source_cell varchar C%d|recipient_kind varchar -`,
	"raw_declared": `return_id varchar r1|unit_code varchar u1|award_year bigint 2024|form_code varchar ldtt|source_sheet varchar S
		source_cell varchar A%d`,
	"raw_printed": `return_id varchar r1|unit_code varchar u1|award_year bigint 2024|form_code varchar ldtt|measure varchar award_count
		printed bigint|computed bigint|source_file varchar f1.xlsx|source_sheet varchar S|source_cell varchar C%d`,
	"raw_statistic": `return_id varchar r1|unit_code varchar u1|sender_code varchar =unit_code|report_year bigint 2024|measure varchar staff_count
		statistic varchar staff_total|column_code varchar all|amount bigint|source_file varchar f1.xlsx|source_sheet varchar S|source_cell varchar C%d`,
	"raw_listed": `return_id varchar r1|list_code varchar|source_sheet varchar S|source_cell varchar B%d|source_row bigint %d|name varchar N
		code varchar|kind varchar -|means varchar -|means_name varchar -|parent_code varchar|official_code varchar|period varchar -|role varchar -
		of_place varchar -|valid_from date|valid_to date|due_on date|year bigint 0|note varchar why|amount bigint 0`,
	"raw_person": `person_id varchar p%d|return_id varchar r1|list_code varchar dai_bieu_dai_hoi|unit_code varchar u1|sender_code varchar =unit_code
		workplace_code varchar|workplace_text varchar|recipient_kind varchar individual|recipient_name varchar N%d|birth_on date|birth_year bigint
		recipient_key varchar c%d|name_key varchar =recipient_key|role_code varchar dien_hinh|level_code varchar tinh|person_year bigint 2024
		sector_code varchar chua_ro|field_code varchar chua_ro|status_code varchar chua_ro|beneficiary_class varchar|is_woman boolean
		is_ethnic_minority boolean|is_religious boolean|is_young boolean|is_direct_worker boolean|source_file varchar f1.xlsx|source_sheet varchar S|source_row bigint %d
		name_cell varchar B%d|role_cell varchar|gender_cell varchar|birth_cell varchar|class_cell varchar|sector_cell varchar|ethnic_cell varchar
		religion_cell varchar|young_cell varchar|field_cell varchar|kind_cell varchar|unit_cell varchar`,
}

type rawColumn struct {
	name, kind, preset string
	hasPreset          bool
}

func rawColumns(table string) []rawColumn {
	var columns []rawColumn
	for _, part := range strings.FieldsFunc(rawTables[table], func(r rune) bool { return r == '|' || r == '\n' }) {
		words := strings.Fields(part)
		c := rawColumn{name: words[0], kind: words[1]}
		if len(words) > 2 {
			c.hasPreset, c.preset = true, strings.TrimPrefix(words[2], "-")
		}
		columns = append(columns, c)
	}
	return columns
}

// warehouse opens a database with the raw tables of a case; dir "" gives empty ones.
func warehouse(t testing.TB, path, dir string) *sql.DB {
	t.Helper()
	db, err := sql.Open("duckdb", path+"?threads=1")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	for table := range rawTables {
		var columns []string
		for _, c := range rawColumns(table) {
			columns = append(columns, c.name+" "+c.kind)
		}
		execute(t, db, "create table "+table+" ("+strings.Join(columns, ", ")+")")
		if dir != "" {
			fill(t, db, table, filepath.Join(dir, table+".csv"))
		}
	}
	return db
}

func fill(t testing.TB, db *sql.DB, table, path string) {
	t.Helper()
	if _, err := os.Stat(path); err != nil {
		return
	}
	records := readCSV(t, path)
	known := map[string]bool{}
	columns := rawColumns(table)
	for _, c := range columns {
		known[c.name] = true
	}
	for n, record := range records[1:] {
		given := map[string]string{}
		for i, name := range records[0] {
			if !known[name] {
				t.Fatalf("%s: no column %q", path, name)
			}
			given[name] = record[i]
		}
		values := make([]any, len(columns))
		for i, c := range columns {
			text, ok := given[c.name]
			switch {
			case ok && text == "null":
			case ok && text != "":
				values[i] = text
			case strings.HasPrefix(c.preset, "="):
				values[i] = values[columnNo(columns, c.preset[1:])]
			case c.hasPreset && strings.Contains(c.preset, "%d"):
				values[i] = fmt.Sprintf(c.preset, n+1)
			case c.hasPreset:
				values[i] = c.preset
			}
		}
		execute(t, db, "insert into "+table+" values ("+strings.TrimSuffix(strings.Repeat("?,", len(values)), ",")+")", values...)
	}
}

func columnNo(columns []rawColumn, name string) int {
	for i, c := range columns {
		if c.name == name {
			return i
		}
	}
	return -1
}

func execute(t testing.TB, db *sql.DB, query string, args ...any) {
	t.Helper()
	if _, err := db.Exec(query, args...); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

func readCSV(t testing.TB, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return records
}

// smallReference is the reference of the cases: testdata/reference, where a case may put its own file in place of one.
func smallReference(t testing.TB, dir string) []data.RefTable {
	t.Helper()
	paths, err := filepath.Glob("testdata/reference/*.csv")
	if err != nil || len(paths) == 0 {
		t.Fatal("no testdata/reference", err)
	}
	var tables []data.RefTable
	for _, path := range paths {
		name := filepath.Base(path)
		if own := filepath.Join(dir, "ref_"+name); dir != "" {
			if _, err := os.Stat(own); err == nil {
				path = own
			}
		}
		tables = append(tables, refTable(t, strings.TrimSuffix(name, ".csv"), readCSV(t, path)))
	}
	return tables
}

func refTable(t testing.TB, name string, records [][]string) data.RefTable {
	t.Helper()
	table := data.RefTable{Name: name}
	for _, c := range records[0] {
		kind := "varchar"
		switch {
		case strings.HasSuffix(c, "_on") || strings.HasPrefix(c, "valid_"):
			kind = "date"
		case strings.HasPrefix(c, "takes_") || strings.HasPrefix(c, "is_") || c == "counts_in_state_total" || c == "verified":
			kind = "boolean"
		case c == "year" || c == "from_year" || c == "to_year" || c == "target_percent" || c == "level_rank" || c == "limit_percent" || c == "least_allowed" || strings.HasSuffix(c, "_order") || strings.HasPrefix(c, "order_"):
			kind = "bigint"
		}
		table.Columns = append(table.Columns, data.RefColumn{Name: c, Type: kind})
	}
	for _, record := range records[1:] {
		row := make([]any, len(record))
		for i, text := range record {
			if text == "" {
				continue
			}
			var err error
			switch table.Columns[i].Type {
			case "date":
				row[i], err = time.Parse(time.DateOnly, text)
			case "boolean":
				row[i] = text == "true"
			case "bigint":
				var n int64
				_, err = fmt.Sscan(text, &n)
				row[i] = n
			default:
				row[i] = text
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// rowsOf gives the rows of a query as text.
func rowsOf(t testing.TB, db querier, query string, args ...any) [][]string {
	t.Helper()
	rows, err := db.QueryContext(context.Background(), query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	all := [][]string{}
	for rows.Next() {
		cells := make([]any, len(columns))
		into := make([]any, len(cells))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		text := make([]string, len(cells))
		for i, c := range cells {
			text[i] = show(c)
		}
		all = append(all, text)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

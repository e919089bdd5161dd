package main

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/data"
	"tdkt/ingest"
	"tdkt/models"
)

// bench is a warehouse in memory that holds every return of the samples, in which one return at a time is changed.
type bench struct {
	db    *sql.DB
	dir   string
	files map[string][]byte // by name, the register included
	dirty string            // the file that stands changed
}

// outcome is what one change did.
type outcome struct {
	wrong    int      // rows that differ from the truth
	red      []string // model tests
	accepted bool
	status   string
}

// originals are the files of the samples by name within their folder.
func originals(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	root := os.DirFS(samples + "/returns")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files[name], err = fs.ReadFile(root, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// resaved are the files as excelize writes them when nothing was changed.
func resaved(t *testing.T, files map[string][]byte) map[string][]byte {
	t.Helper()
	again := map[string][]byte{}
	for name, content := range files {
		if strings.HasSuffix(name, ".xlsx") {
			var err error
			if content, err = inWorkbook(content, func(*excelize.File) error { return nil }); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		again[name] = content
	}
	return again
}

func newBench(ctx context.Context, dir string, files map[string][]byte) (*bench, error) {
	db, err := sql.Open("duckdb", ":memory:?threads=1")
	if err != nil {
		return nil, err
	}
	b := &bench{db: db, dir: dir, files: files}
	if err := b.read(ctx, files); err != nil {
		db.Close()
		return nil, err
	}
	_, err = b.build(ctx)
	return b, err
}

// read lays the files in a folder of their own and reads that.
func (b *bench) read(ctx context.Context, files map[string][]byte) error {
	dir, err := os.MkdirTemp(b.dir, "")
	if err != nil {
		return err
	}
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	_, err = ingest.Ingest(ctx, b.db, []string{dir}, ingest.Options{Workers: 1, Now: func() data.Date { return data.Date{Year: 2026, Month: 1, Day: 15} }})
	return err
}

// replace puts another content in the place of a file.
func (b *bench) replace(ctx context.Context, name string, content []byte) error {
	tables, err := textRows(b.db, "select table_name from duckdb_columns() where starts_with(table_name, 'raw_') and column_name = 'return_id' and table_name <> 'raw_return'")
	if err != nil {
		return err
	}
	for _, t := range tables {
		if _, err := b.db.ExecContext(ctx, "delete from "+t[0]+" where return_id in (select return_id from raw_return where file_name = ?)", name); err != nil {
			return err
		}
	}
	for _, t := range []string{"raw_return", "raw_file"} {
		if _, err := b.db.ExecContext(ctx, "delete from "+t+" where file_name = ?", name); err != nil {
			return err
		}
	}
	return b.read(ctx, map[string][]byte{name: content, "so-nhan.csv": b.files["so-nhan.csv"]})
}

// build makes the tables that the truth is about, with all that they need, and keeps them if their tests are green.
func (b *bench) build(ctx context.Context) ([]string, error) {
	res, err := models.Part(ctx, b.db, models.Options{}, "fct_return", "fct_award_count", "fct_beneficiary_count", "fct_proposal")
	var red []string
	for _, f := range res.Red {
		red = append(red, f.String())
	}
	return red, err
}

// wrong lists the rows in which the public tables and the truth differ.
func (b *bench) wrong(want map[string][][]string) ([]string, error) {
	var all []string
	for table, rows := range want {
		got, err := textRows(b.db, "select "+strings.Join(rows[0], ", ")+" from "+table)
		if err != nil {
			return nil, err
		}
		all = append(all, difference(got, rows[1:])...)
	}
	slices.Sort(all)
	return all, nil
}

func mustWrong(t *testing.T, b *bench, want map[string][][]string) []string {
	t.Helper()
	wrong, err := b.wrong(want)
	if err != nil {
		t.Fatal(err)
	}
	return wrong
}

// try makes one change, with its other value where the first has the return refused.
func (b *bench) try(ctx context.Context, c change, want map[string][][]string) (outcome, error) {
	if b.dirty != "" && b.dirty != c.file {
		if err := b.replace(ctx, b.dirty, b.files[b.dirty]); err != nil {
			return outcome{}, err
		}
	}
	b.dirty = c.file
	o, err := b.once(ctx, c, want)
	if err == nil && !o.accepted && c.other != "" {
		c.next = c.other
		o, err = b.once(ctx, c, want)
		o.status += " with " + c.other + " too"
	}
	return o, err
}

func (b *bench) once(ctx context.Context, c change, want map[string][][]string) (o outcome, err error) {
	content, err := c.in(b.files[c.file])
	if err != nil {
		return o, err
	}
	if err = b.replace(ctx, c.file, content); err != nil {
		return o, err
	}
	if o.red, err = b.build(ctx); err != nil {
		return o, err
	}
	wrong, err := b.wrong(want)
	if err != nil {
		return o, err
	}
	o.wrong = len(wrong)
	status, err := textRows(b.db, "select status from fct_return where file_name = '"+c.file+"'")
	o.accepted = err == nil && len(status) > 0
	for _, s := range status {
		o.status += " " + s[0]
		o.accepted = o.accepted && strings.HasPrefix(s[0], "accepted")
	}
	return o, err
}

// in gives the file with the cell changed and all else as it was.
func (c change) in(content []byte) ([]byte, error) {
	if strings.HasSuffix(c.file, ".csv") {
		return inCSV(content, c)
	}
	return inWorkbook(content, func(f *excelize.File) error {
		kind, err := f.GetCellType(c.sheet, c.cell)
		if err != nil {
			return err
		}
		if c.field == "count" && (kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber) {
			n, _ := bare(c.next)
			return f.SetCellInt(c.sheet, c.cell, int64(n))
		}
		return f.SetCellStr(c.sheet, c.cell, c.next)
	})
}

func inWorkbook(content []byte, edit func(*excelize.File) error) ([]byte, error) {
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if err := edit(f); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = f.Write(&out)
	return out.Bytes(), err
}

// inCSV changes one field and leaves every other byte of the file, its marks and line ends.
func inCSV(content []byte, c change) ([]byte, error) {
	col, row, err := excelize.CellNameToCoordinates(c.cell)
	if err != nil {
		return nil, err
	}
	first, _, _ := bytes.Cut(content, []byte("\n"))
	comma := byte(',')
	if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		comma = ';'
	}
	begin, end, ok := fieldAt(content, comma, row, col)
	if !ok {
		return nil, fmt.Errorf("no field %s in %s", c.cell, c.file)
	}
	text := c.next
	if content[begin] == '"' || strings.ContainsAny(text, string(comma)+"\"\n") {
		text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return slices.Concat(content[:begin], []byte(text), content[end:]), nil
}

// fieldAt finds the bytes of a field by the first line of its record and its number.
func fieldAt(content []byte, comma byte, row, col int) (begin, end int, ok bool) {
	line, record, field, quoted := 1, 1, 1, false
	for i := 0; i <= len(content); i++ {
		last := i == len(content)
		switch {
		case !last && content[i] == '"':
			quoted = !quoted
		case !last && content[i] == '\n' && quoted:
			line++
		case last || !quoted && (content[i] == comma || content[i] == '\n'):
			if record == row && field == col {
				return begin, begin + len(bytes.TrimSuffix(content[begin:i], []byte("\r"))), true
			}
			begin, field = i+1, field+1
			if !last && content[i] == '\n' {
				line++
				record, field = line, 1
			}
		}
	}
	return 0, 0, false
}

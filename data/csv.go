package data

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// RefTable is one reference list for the warehouse.
type RefTable struct {
	Name    string // file name without .csv
	Columns []RefColumn
	Rows    [][]any // string, int64, bool, time.Time (a date), or nil for an empty field
}

// RefColumn is a column of a RefTable; Type is varchar, bigint, boolean or date.
type RefColumn struct {
	Name, Type string
}

// column is what a struct field's csv tag says.
type column struct {
	name          string
	key, optional bool
}

func columnsOf(row reflect.Type) []column {
	cols := make([]column, row.NumField())
	for i := range cols {
		parts := strings.Split(row.Field(i).Tag.Get("csv"), ",")
		cols[i] = column{parts[0], slices.Contains(parts[1:], "key"), slices.Contains(parts[1:], "optional")}
	}
	return cols
}

// readLists reads every list of fsys/reference and gathers all faults.
func readLists(fsys fs.FS) (Lists, error) {
	var lists Lists
	var faults []error
	v := reflect.ValueOf(&lists).Elem()
	for i := range v.NumField() {
		name := v.Type().Field(i).Tag.Get("file")
		if err := readList(fsys, name, v.Field(i)); err != nil {
			faults = append(faults, err)
		}
	}
	return lists, errors.Join(faults...)
}

// readList fills the slice into from reference/<name>.csv.
func readList(fsys fs.FS, name string, into reflect.Value) error {
	path := "reference/" + name + ".csv"
	f, err := fsys.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(f)
	records, err := r.ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	cols := columnsOf(into.Type().Elem())
	want := make([]string, len(cols))
	for i, c := range cols {
		want[i] = c.name
	}
	if len(records) == 0 || !slices.Equal(records[0], want) {
		return fmt.Errorf("%s: header must be %s", path, strings.Join(want, ","))
	}
	rows := reflect.MakeSlice(into.Type(), len(records)-1, len(records)-1)
	var faults []error
	for n, rec := range records[1:] {
		for i, c := range cols {
			if err := setField(rows.Index(n).Field(i), c, rec[i]); err != nil {
				faults = append(faults, fmt.Errorf("%s:%d: %s: %w", path, n+2, c.name, err))
			}
		}
	}
	into.Set(rows)
	return errors.Join(faults...)
}

func setField(v reflect.Value, c column, text string) error {
	if text == "" && !c.optional {
		return errors.New("is empty")
	}
	if strings.TrimSpace(text) != text {
		return fmt.Errorf("%q has space around it", text)
	}
	switch p := v.Addr().Interface().(type) {
	case *string:
		*p = text
	case *bool:
		if text != "true" && text != "false" {
			return fmt.Errorf("%q: want true or false", text)
		}
		*p = text == "true"
	case *int:
		n, err := strconv.Atoi(text)
		if err != nil {
			return fmt.Errorf("%q: want a whole number", text)
		}
		*p = n
	case *Date:
		d, err := ParseDate(text)
		*p = d
		return err
	default:
		return fmt.Errorf("no reader for %s", v.Type())
	}
	return nil
}

// Tables gives the lists as tables, in the order of their names as declared.
func (l Lists) Tables() []RefTable {
	v := reflect.ValueOf(l)
	tables := make([]RefTable, v.NumField())
	for i := range tables {
		tables[i] = tableOf(v.Type().Field(i).Tag.Get("file"), v.Field(i))
	}
	return tables
}

func tableOf(name string, rows reflect.Value) RefTable {
	t := RefTable{Name: name, Rows: make([][]any, rows.Len())}
	row := rows.Type().Elem()
	for i, c := range columnsOf(row) {
		t.Columns = append(t.Columns, RefColumn{c.name, columnType(row.Field(i).Type)})
	}
	for n := range t.Rows {
		cells := make([]any, len(t.Columns))
		for i := range cells {
			cells[i] = cellOf(rows.Index(n).Field(i).Interface())
		}
		t.Rows[n] = cells
	}
	return t
}

func columnType(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[Date]():
		return "date"
	case t.Kind() == reflect.Bool:
		return "boolean"
	case t.Kind() == reflect.Int:
		return "bigint"
	}
	return "varchar"
}

func cellOf(v any) any {
	switch x := v.(type) {
	case string:
		if x == "" {
			return nil
		}
	case int:
		return int64(x)
	case Date:
		if x.IsZero() {
			return nil
		}
		return x.Time()
	}
	return v
}

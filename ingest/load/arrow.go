//go:build duckdb_arrow

package load

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strings"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/duckdb/duckdb-go/v2"

	"tdkt/data"
)

// sheaf gathers the rows of one raw table as Arrow columns. Values are put in the order of
// the table's columns; end closes a row and panics where their number is wrong, which only
// a fault of this package can cause.
//
// Rows go to the table as they grow many, so that the columns of a large file never stand in memory whole.
type sheaf struct {
	ctx   context.Context
	conn  *sql.Conn
	table raw
	build *array.RecordBuilder
	at    int
	rows  int
	size  int // bytes of texts
	err   error
}

// How many rows, and bytes of texts, are inserted at once.
const (
	rowsAtOnce  = 1 << 17
	bytesAtOnce = 16 << 20
)

func newSheaf(ctx context.Context, conn *sql.Conn, t raw, room int) *sheaf {
	types := [...]arrow.DataType{
		text: arrow.BinaryTypes.String, whole: arrow.PrimitiveTypes.Int64, flag: arrow.FixedWidthTypes.Boolean,
		day: arrow.FixedWidthTypes.Date32, bytes: arrow.BinaryTypes.Binary,
	}
	fields := make([]arrow.Field, len(t.columns))
	for i, c := range t.columns {
		fields[i] = arrow.Field{Name: c.name, Type: types[c.kind], Nullable: true}
	}
	b := array.NewRecordBuilder(memory.DefaultAllocator, arrow.NewSchema(fields, nil))
	b.Reserve(min(room, rowsAtOnce))
	return &sheaf{ctx: ctx, conn: conn, table: t, build: b}
}

func (s *sheaf) next() array.Builder { s.at++; return s.build.Field(s.at - 1) }

func (s *sheaf) text(values ...string) {
	for _, v := range values {
		s.next().(*array.StringBuilder).Append(v)
		s.size += len(v)
	}
}

// textOrNull puts null for "": the value is not known, as against known to be empty.
func (s *sheaf) textOrNull(v string) {
	b := s.next().(*array.StringBuilder)
	if v == "" {
		b.AppendNull()
		return
	}
	b.Append(v)
}

func (s *sheaf) whole(values ...int64) {
	for _, v := range values {
		s.next().(*array.Int64Builder).Append(v)
	}
}

// wholeOrNull puts null for 0.
func (s *sheaf) wholeOrNull(v int64) {
	b := s.next().(*array.Int64Builder)
	if v == 0 {
		b.AppendNull()
		return
	}
	b.Append(v)
}

func (s *sheaf) flag(v bool) { s.next().(*array.BooleanBuilder).Append(v) }

func (s *sheaf) triState(values ...*bool) {
	for _, v := range values {
		b := s.next().(*array.BooleanBuilder)
		if v == nil {
			b.AppendNull()
			continue
		}
		b.Append(*v)
	}
}

func (s *sheaf) day(d data.Date) {
	b := s.next().(*array.Date32Builder)
	if d == (data.Date{}) {
		b.AppendNull()
		return
	}
	b.Append(arrow.Date32FromTime(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)))
}

func (s *sheaf) bytes(v []byte) {
	s.next().(*array.BinaryBuilder).Append(v)
	s.size += len(v)
}

func (s *sheaf) end() {
	if s.at != len(s.table.columns) {
		panic(fmt.Sprintf("%s: %d values for %d columns", s.table.name, s.at, len(s.table.columns)))
	}
	s.at = 0
	if s.rows++; s.rows >= rowsAtOnce || s.size > bytesAtOnce {
		s.insert()
	}
}

// fewValues is up to how many values a plain statement is quicker than a view over Arrow,
// which costs three statements.
const fewValues = 256

// insertValues writes a few rows with a plain statement.
func (s *sheaf) insertValues(record arrow.RecordBatch) error {
	row := "(?" + strings.Repeat(", ?", len(s.table.columns)-1) + ")"
	q := "insert into " + s.table.name + " (" + s.table.list() + ") values " + row + strings.Repeat(", "+row, s.rows-1)
	args := make([]any, 0, s.rows*len(s.table.columns))
	for i := range s.rows {
		for _, col := range record.Columns() {
			args = append(args, valueAt(col, i))
		}
	}
	_, err := s.conn.ExecContext(s.ctx, q, args...)
	return err
}

func valueAt(col arrow.Array, i int) any {
	if col.IsNull(i) {
		return nil
	}
	switch a := col.(type) {
	case *array.String:
		return a.Value(i)
	case *array.Int64:
		return a.Value(i)
	case *array.Boolean:
		return a.Value(i)
	case *array.Date32:
		return a.Value(i).ToTime()
	case *array.Binary:
		return a.Value(i)
	}
	panic(fmt.Sprintf("no value of %T", col)) // newSheaf makes no other
}

// insert writes the rows gathered by one statement. After a fault it does nothing more.
func (s *sheaf) insert() {
	if s.rows == 0 || s.err != nil {
		return
	}
	record := s.build.NewRecordBatch()
	defer record.Release()
	var err error
	if s.rows*len(s.table.columns) <= fewValues {
		err = s.insertValues(record)
	} else {
		err = s.insertArrow(record)
	}
	if err != nil {
		s.err = fmt.Errorf("%s: %w", s.table.name, err)
	}
	s.rows, s.size = 0, 0
}

func (s *sheaf) insertArrow(record arrow.RecordBatch) error {
	reader, err := array.NewRecordReader(record.Schema(), []arrow.RecordBatch{record})
	if err != nil {
		return err
	}
	defer reader.Release()
	view := "arriving_" + s.table.name
	return s.conn.Raw(func(dc any) error {
		ar, err := duckdb.NewArrowFromConn(dc.(driver.Conn))
		if err != nil {
			return err
		}
		release, err := ar.RegisterView(reader, view)
		if err != nil {
			return err
		}
		defer release()
		ex := dc.(driver.ExecerContext)
		list := s.table.list()
		if _, err := ex.ExecContext(s.ctx, "insert into "+s.table.name+" ("+list+") select "+list+" from "+view, nil); err != nil {
			return err
		}
		_, err = ex.ExecContext(s.ctx, "drop view "+view, nil)
		return err
	})
}

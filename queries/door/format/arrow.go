package format

import (
	"fmt"
	"io"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/ipc"
	"github.com/apache/arrow-go/v18/arrow/memory"

	"tdkt/queries/table"
)

// batchRows is how many rows one record batch holds.
const batchRows = 64 << 10

func schemaOf(t table.Table) *arrow.Schema {
	fields := make([]arrow.Field, len(t.Columns))
	for i, c := range t.Columns {
		fields[i] = arrow.Field{Name: c.Name, Type: typeOf(c.Kind), Nullable: true, Metadata: fieldFacts(c)}
	}
	var notes table.Text
	for _, n := range t.Notes {
		notes.VI, notes.EN = strings.TrimSpace(notes.VI+"\n"+n.VI), strings.TrimSpace(notes.EN+"\n"+n.EN)
	}
	facts := metadata(
		"title_vi", t.Title.VI, "title_en", t.Title.EN, "counts_by", string(t.CountsBy),
		"sources", strings.Join(t.Sources, ","), "build", t.Build,
		"period_vi", t.Period.VI, "period_en", t.Period.EN, "notes_vi", notes.VI, "notes_en", notes.EN,
	)
	return arrow.NewSchema(fields, &facts)
}

func fieldFacts(c table.Column) arrow.Metadata {
	figure := c.Figure
	if len(c.Keys) > 0 {
		figure += "?" + strings.Join(c.Keys, ",")
	}
	return metadata("title_vi", c.Title.VI, "title_en", c.Title.EN,
		"unit_vi", c.Unit.VI, "unit_en", c.Unit.EN, "figure", figure)
}

// metadata takes keys and values in turn and leaves out what is empty.
func metadata(pairs ...string) arrow.Metadata {
	var keys, values []string
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			keys, values = append(keys, pairs[i]), append(values, pairs[i+1])
		}
	}
	return arrow.NewMetadata(keys, values)
}

func typeOf(k table.Kind) arrow.DataType {
	switch k {
	case table.KindInt:
		return arrow.PrimitiveTypes.Int64
	case table.KindFloat:
		return arrow.PrimitiveTypes.Float64
	case table.KindBool:
		return arrow.FixedWidthTypes.Boolean
	case table.KindDate:
		return arrow.FixedWidthTypes.Date32
	}
	return arrow.BinaryTypes.String
}

// batches hands the rows over in record batches; an empty table is one empty batch.
func batches(t table.Table, schema *arrow.Schema, each func(arrow.RecordBatch) error) error {
	b := array.NewRecordBuilder(memory.DefaultAllocator, schema)
	defer b.Release()
	for from := 0; from == 0 || from < len(t.Rows); from += batchRows {
		for _, row := range t.Rows[from:min(from+batchRows, len(t.Rows))] {
			for c, v := range row {
				if err := add(b.Field(c), v); err != nil {
					return fmt.Errorf("column %s: %w", t.Columns[c].Name, err)
				}
			}
		}
		record := b.NewRecordBatch()
		err := each(record)
		record.Release()
		if err != nil {
			return err
		}
	}
	return nil
}

func add(b array.Builder, v any) error {
	switch v := v.(type) {
	case nil:
		b.AppendNull()
	case string:
		b.(*array.StringBuilder).Append(v)
	case int64:
		b.(*array.Int64Builder).Append(v)
	case float64:
		b.(*array.Float64Builder).Append(v)
	case bool:
		b.(*array.BooleanBuilder).Append(v)
	case table.Date:
		b.(*array.Date32Builder).Append(arrow.Date32FromTime(v.Time()))
	default:
		return fmt.Errorf("%T has no column type", v)
	}
	return nil
}

func writeArrow(w io.Writer, t table.Table) error {
	schema := schemaOf(t)
	file, err := ipc.NewFileWriter(w, ipc.WithSchema(schema))
	if err != nil {
		return err
	}
	if err := batches(t, schema, file.Write); err != nil {
		return err
	}
	return file.Close()
}

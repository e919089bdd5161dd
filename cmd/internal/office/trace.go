package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tdkt/models"
	"tdkt/queries/door"
	"tdkt/queries/table"
)

// Traced is a figure with the cells it is the sum of, or a cell with the figures it is part of.
type Traced struct {
	table.Table
	Figure string // the figure id; empty for a cell
	Value  *int64 // what the mart says; nil where the figure is not stated
	Sum    int64  // of the amounts
	// Complete is how complete the figures of its award year are; nil where the figure names none.
	Complete *table.Completeness
}

// ErrNoSuchFile says that no file of that name was received.
var ErrNoSuchFile = errors.New("no such file")

// ErrNoFigure says that no mart has such a figure.
var ErrNoFigure = errors.New("no such figure")

// figure finds the two queries of a figure: its value and its cells.
func figure(id string) (value, cells models.Query, err error) {
	f, err := table.ParseFigure(id)
	if err == nil {
		var trace models.Trace
		if trace, err = models.Figures(f.Mart); err == nil {
			keys := map[string]string{}
			for _, k := range f.Keys {
				keys[k.Key] = k.Value
			}
			value, err = trace.Value(f.Measure, keys)
			if err == nil {
				cells, err = trace.Cells(f.Measure, keys)
			}
		}
	}
	if err != nil {
		err = fmt.Errorf("%w: %w", ErrNoFigure, err)
	}
	return value, cells, err
}

// TraceFigure gives the cells behind a figure: file, sheet, cell and what each adds.
func (o *Office) TraceFigure(ctx context.Context, id string) (Traced, error) {
	value, cells, err := figure(id)
	if err != nil {
		return Traced{}, err
	}
	d, err := o.Door()
	if err != nil {
		return Traced{}, err
	}
	defer d.Close()
	stated, err := d.Ask(ctx, value.SQL, value.Args...)
	if err != nil {
		return Traced{}, err
	}
	t, err := d.Ask(ctx, "select source_file, source_sheet, source_cell, cast(sum(amount) as bigint) as amount, return_id from ("+cells.SQL+
		") as one group by source_file, source_sheet, source_cell, return_id order by source_file, source_sheet, return_id, length(source_cell), source_cell", cells.Args...)
	if err != nil {
		return Traced{}, err
	}
	traced := Traced{Table: o.titled(t, "trace", id), Figure: id}
	if n, ok := stated.Rows[0][0].(int64); ok {
		traced.Value = &n
	}
	for _, row := range t.Rows {
		if n, ok := row[t.Col("amount")].(int64); ok {
			traced.Sum += n
		}
	}
	f, err := table.ParseFigure(id)
	if err != nil {
		return traced, err
	}
	for _, k := range f.Keys {
		if year, wrong := strconv.ParseInt(k.Value, 10, 64); k.Key == "award_year" && wrong == nil {
			c, err := d.Completeness(ctx, year)
			if err != nil {
				return traced, err
			}
			traced.Complete = &c
		}
	}
	return traced, nil
}

// TraceCell gives the figures that a cell is part of. The place is FILE!SHEET!CELL; a sheet is empty for CSV, and names
// of files and sheets may themselves hold exclamation marks: the file is the one that was received.
func (o *Office) TraceCell(ctx context.Context, place string) (Traced, error) {
	d, err := o.Door()
	if err != nil {
		return Traced{}, err
	}
	defer d.Close()
	file, sheet, cell, err := receivedPlace(ctx, d, place)
	if err != nil {
		return Traced{}, err
	}
	traces, err := models.Traces()
	if err != nil {
		return Traced{}, err
	}
	all := table.Table{Columns: []table.Column{{Name: "figure", Kind: table.KindText}, {Name: "amount", Kind: table.KindInt}}}
	for _, tr := range traces {
		rows, err := figuresOf(ctx, d, tr, file, sheet, cell)
		if err != nil {
			return Traced{}, err
		}
		all.Rows = append(all.Rows, rows...)
	}
	slices.SortFunc(all.Rows, func(a, b []any) int { return strings.Compare(a[0].(string), b[0].(string)) })
	return Traced{Table: o.titled(all, "trace", place)}, nil
}

// receivedPlace takes a place apart at the exclamation marks that leave the name of a received file.
func receivedPlace(ctx context.Context, d *door.Door, place string) (file, sheet, cell string, err error) {
	last := strings.LastIndex(place, "!")
	for at := range place[:max(last, 0)] {
		if place[at] != '!' {
			continue
		}
		known, err := d.Ask(ctx, "select count(*) as n from fct_return where file_name = ?", place[:at])
		if err != nil {
			return "", "", "", err
		}
		n, _ := known.Rows[0][0].(int64)
		if n > 0 || strings.HasPrefix(place[:at], "data/reference/") { // what is owed stands in a reference list
			return place[:at], place[at+1 : last], strings.ToUpper(place[last+1:]), nil
		}
	}
	return "", "", "", fmt.Errorf("%w: %s", ErrNoSuchFile, place)
}

// figuresOf gives the figures of one mart that a cell adds to.
func figuresOf(ctx context.Context, d *door.Door, tr models.Trace, file, sheet, cell string) ([][]any, error) {
	keys := strings.Join(tr.Keys, ", ")
	t, err := d.Ask(ctx, "select "+keys+", measure, cast(sum(amount) as bigint) as amount from ("+tr.SQL+
		") as one where source_file = ? and source_sheet = ? and source_cell = ? group by "+keys+", measure order by all", file, sheet, cell)
	if err != nil {
		return nil, err
	}
	var rows [][]any
	for i := range t.Rows {
		f := table.Figure{Mart: tr.Mart, Measure: fmt.Sprint(t.Value(i, "measure"))}
		for _, k := range tr.Keys {
			f.Keys = append(f.Keys, table.KeyValue{Key: k, Value: table.Plain(t.Value(i, k))})
		}
		rows = append(rows, []any{f.String(), t.Value(i, "amount")})
	}
	return rows, nil
}

// titled gives a table its name, its title and the words over its columns.
func (o *Office) titled(t table.Table, name, about string) table.Table {
	t.Name = name
	t.Title = table.Text{VI: about, EN: about}
	for i, c := range t.Columns {
		title := o.Texts.Get("cmd.column." + c.Name)
		t.Columns[i].Title = table.Text{VI: title, EN: title}
	}
	return t
}

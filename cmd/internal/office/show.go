package office

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/queries/door"
	"tdkt/queries/library"
	"tdkt/queries/table"
)

// Shown are the files that people open.
type Shown struct{ Page, Workbook string }

// Show writes the dashboard and the workbook of the published copy into a folder.
func (o *Office) Show(ctx context.Context, dir string) (Shown, error) {
	o.say("cmd.progress.show")
	d, err := o.Door()
	if err != nil {
		return Shown{}, err
	}
	defer d.Close()
	in, err := o.input(ctx, d)
	if err != nil {
		return Shown{}, err
	}
	s := Shown{Page: filepath.Join(dir, "index.html"), Workbook: filepath.Join(dir, "tong-hop.xlsx")}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return s, err
	}
	if err := writeWhole(s.Page, func(w io.Writer) error { return charts.Dashboard(w, in) }); err != nil {
		return s, err
	}
	return s, writeWhole(s.Workbook, func(w io.Writer) error { return charts.Workbook(w, in) })
}

// input asks the named queries that the charts are made from.
func (o *Office) input(ctx context.Context, d *door.Door) (charts.Input, error) {
	in := charts.Input{Tables: map[string]table.Table{}, Lang: o.Lang, Texts: o.texts(), AsOf: o.asOf()}
	for _, feed := range charts.Feeds() {
		q, err := library.Get(feed.Query)
		if err != nil {
			return in, err
		}
		if in.Tables[feed.Query], err = d.Query(ctx, q, feed.Params); err != nil {
			return in, err
		}
	}
	in.Province = provinceToday(unitsIn(in.Tables["dim-unit"]))
	return in, nil
}

func (o *Office) asOf() table.Date {
	if !o.AsOf.IsZero() {
		return table.Date{Year: o.AsOf.Year, Month: time.Month(o.AsOf.Month), Day: o.AsOf.Day}
	}
	return table.DateOf(o.Now())
}

// provinceToday is the name of the province whose units these are, without its kind word: that of the units which its board
// added to the registry, else that of most units embedded.
func provinceToday(units []data.Unit) string {
	embedded, err := data.LoadReference()
	if err != nil {
		return ""
	}
	parents, added := map[string]string{}, 0
	for _, u := range units {
		parents[u.Code] = u.Parent
		if _, known := embedded.Unit(u.Code); !known && u.Parent != "" {
			added++
		}
	}
	count := map[string]int{}
	for _, u := range units {
		if _, known := embedded.Unit(u.Code); known && added > 0 || !u.ValidTo.IsZero() || u.Parent == "" {
			continue
		}
		top := u.Code
		for range 8 { // no chain of parents is longer
			if parents[top] == "" {
				break
			}
			top = parents[top]
		}
		count[top]++
	}
	var home data.Unit
	for _, u := range units {
		if count[u.Code] > count[home.Code] {
			home = u
		}
	}
	return strings.TrimPrefix(strings.TrimPrefix(home.Name, "Tỉnh "), "Thành phố ")
}

// unitsIn are the units of the table dim-unit.
func unitsIn(t table.Table) []data.Unit {
	var units []data.Unit
	for r := range t.Rows {
		u := data.Unit{Code: t.Text(r, "unit_code"), Name: t.Text(r, "unit_name"), Parent: t.Text(r, "parent_code")}
		if to, ok := t.Value(r, "valid_to").(table.Date); ok {
			u.ValidTo = data.DateOf(to.Time())
		}
		units = append(units, u)
	}
	return units
}

// writeWhole writes a file aside and gives it its name when it is whole, so that nobody opens half a page.
func writeWhole(path string, write func(io.Writer) error) error {
	var content bytes.Buffer
	if err := write(&content); err != nil {
		return err
	}
	aside := path + ".tmp"
	if err := os.WriteFile(aside, content.Bytes(), 0o644); err != nil {
		return err
	}
	if err := os.Rename(aside, path); err != nil {
		return fmt.Errorf("%w; is it open in another program?", err)
	}
	return nil
}

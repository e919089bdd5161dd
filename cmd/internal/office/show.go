package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/queries/door"
	"tdkt/queries/library"
	"tdkt/queries/table"
)

// Shown are the files that people open.
type Shown struct {
	Page, Workbook string
	Pictures       []ShownPicture // of the page, where they were asked for
}

// ShownPicture is the file of a picture; Path is empty where there were no figures to draw.
type ShownPicture struct{ ID, Path string }

// Show writes the dashboard and the workbook of the published copy into a folder, and each picture of the dashboard
// into the folder pictures, unless that is empty.
func (o *Office) Show(ctx context.Context, dir, pictures string) (Shown, error) {
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
	var g errgroup.Group // the workbook is made while the pictures are drawn
	g.Go(func() error {
		return writeWhole(s.Workbook, func(w io.Writer) error { return charts.Workbook(w, in) })
	})
	g.Go(func() error {
		drawn, err := charts.Draw(in)
		if err != nil {
			return err
		}
		if pictures != "" {
			if s.Pictures, err = writePictures(pictures, drawn.Pictures); err != nil {
				return err
			}
		}
		return writeWhole(s.Page, func(w io.Writer) error { return charts.DashboardWith(w, in, drawn) })
	})
	return s, g.Wait()
}

// writePictures writes a file a picture. What an earlier run drew and has no figures now is taken away: it would look like this one's.
func writePictures(dir string, drawn []charts.Picture) ([]ShownPicture, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	var shown []ShownPicture
	for _, p := range drawn {
		path := filepath.Join(dir, p.ID+".svg")
		switch {
		case !p.Drawn:
		case p.SVG == nil:
			if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return shown, err
			}
			shown = append(shown, ShownPicture{ID: p.ID})
		default:
			if err := writeWhole(path, func(w io.Writer) error { _, err := w.Write(p.SVG); return err }); err != nil {
				return shown, err
			}
			shown = append(shown, ShownPicture{ID: p.ID, Path: path})
		}
	}
	return shown, nil
}

// input asks the named queries that the charts are made from.
func (o *Office) input(ctx context.Context, d *door.Door) (charts.Input, error) {
	in := charts.Input{Tables: map[string]table.Table{}, Lang: o.Lang, AsOf: o.asOf()}
	for _, feed := range charts.Feeds() {
		q, err := library.Get(feed.Query)
		if err != nil {
			return in, err
		}
		if in.Tables[feed.Query], err = d.Query(ctx, q, feed.Params); err != nil {
			return in, err
		}
	}
	in.Province, in.Texts = o.wordsOf(unitsIn(in.Tables["dim-unit"]))
	return in, nil
}

func (o *Office) asOf() table.Date {
	if !o.AsOf.IsZero() {
		return table.Date{Year: o.AsOf.Year, Month: time.Month(o.AsOf.Month), Day: o.AsOf.Day}
	}
	return table.DateOf(o.Now())
}

// wordsOf names the province whose units these are, without its kind word, and gives the texts in words that fit it.
func (o *Office) wordsOf(units []data.Unit) (province string, texts map[string]string) {
	province, city := provinceToday(units)
	return province, o.Texts.Of(city)
}

// provinceToday is the name of the province whose units these are, without its kind word, and whether it is a city under the
// centre: that of the units which its board added to the registry, else that of most units embedded.
func provinceToday(units []data.Unit) (name string, city bool) {
	embedded, err := data.LoadReference()
	if err != nil {
		return "", false
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
	name, city = strings.CutPrefix(home.Name, "Thành phố ")
	return strings.TrimPrefix(name, "Tỉnh "), city
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

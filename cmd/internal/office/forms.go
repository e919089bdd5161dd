package office

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"tdkt/charts/forms"
	"tdkt/data"
	"tdkt/queries/door"
	"tdkt/queries/library"
	"tdkt/queries/table"
)

// statForms fills in the forms of a year for the board to sign, into the folder of reports: those of the circular that the year
// falls under, and the tables that provinces send. It gives the files written. Forms of another circular that an earlier run
// wrote there are taken away: they would look like this year's.
func (o *Office) statForms(ctx context.Context, d *door.Door, s *shelf, year int) ([]string, error) {
	all, err := data.StatForms()
	if err != nil {
		return nil, err
	}
	in := forms.Input{Year: year, Lang: o.Lang, Texts: o.texts(), Tables: map[string]table.Table{}}
	if err := formTables(ctx, d, in.Tables, year); err != nil {
		return nil, err
	}
	units, err := askQuery(ctx, d, "dim-unit", nil)
	if err != nil {
		return nil, err
	}
	if in.Sender, err = boardName(unitsIn(units)); err != nil {
		return nil, err
	}
	var written []string
	chosen := map[string]bool{}
	for _, form := range data.StatFormsOf(all, in.Year) {
		in.Form, chosen[form.Code] = form, true
		path, err := s.write(form.File+".xlsx", func(w io.Writer) error { return forms.Write(w, in) })
		if err != nil {
			return written, err
		}
		written = append(written, path)
	}
	for _, form := range all {
		if chosen[form.Code] {
			continue
		}
		if err := s.remove(form.File + ".xlsx"); err != nil {
			return written, err
		}
	}
	return written, nil
}

// formTables asks the queries that the forms of a year are filled in from.
func formTables(ctx context.Context, d *door.Door, into map[string]table.Table, year int) (err error) {
	ofYear, always := forms.Feeds()
	for _, name := range ofYear {
		if into[name], err = askQuery(ctx, d, name, map[string]string{"year": strconv.Itoa(year)}); err != nil {
			return err
		}
	}
	for _, name := range always {
		if into[name], err = askQuery(ctx, d, name, nil); err != nil {
			return err
		}
	}
	return nil
}

func askQuery(ctx context.Context, d *door.Door, name string, params map[string]string) (table.Table, error) {
	q, err := library.Get(name)
	if err != nil {
		return table.Table{}, err
	}
	return d.Query(ctx, q, params)
}

// boardName is the board whose province these units are of, in the words of official forms.
func boardName(units []data.Unit) (string, error) {
	texts, err := data.LoadTexts("vi")
	if err != nil {
		return "", err
	}
	name, city := provinceToday(units)
	return fmt.Sprintf(texts.Of(city)["page.agency"], name), nil
}

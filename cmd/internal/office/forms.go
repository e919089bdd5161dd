package office

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"tdkt/charts/forms"
	"tdkt/data"
	"tdkt/queries/door"
	"tdkt/queries/library"
	"tdkt/queries/table"
)

// StatForms fills in the forms of a year for the board to sign, into the folder bao-cao below dir: those of the circular that the
// year falls under, and the tables that provinces send. It gives the files written. Forms of another circular that an earlier
// run wrote there are taken away: they would look like this year's. Year 0 is the newest with figures.
func (o *Office) StatForms(ctx context.Context, dir string, year int) ([]string, error) {
	d, err := o.Door()
	if err != nil {
		return nil, err
	}
	defer d.Close()
	return o.statForms(ctx, d, dir, year)
}

func (o *Office) statForms(ctx context.Context, d *door.Door, dir string, year int) ([]string, error) {
	all, err := data.StatForms()
	if err != nil {
		return nil, err
	}
	in := forms.Input{Year: year, Lang: o.Lang, Texts: o.texts(), Tables: map[string]table.Table{}}
	if err := formTables(ctx, d, in.Tables, year); err != nil {
		return nil, err
	}
	if people := in.Tables["form-people"]; in.Year == 0 && len(people.Rows) > 0 {
		newest, _ := people.Int(0, "award_year")
		in.Year = int(newest)
	}
	if in.Year == 0 {
		return nil, errors.New("forms: no award year has figures")
	}
	units, err := askQuery(ctx, d, "dim-unit", nil)
	if err != nil {
		return nil, err
	}
	in.Sender = boardName(unitsIn(units))
	dir = filepath.Join(dir, "bao-cao")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	var written []string
	chosen := map[string]bool{}
	for _, form := range data.StatFormsOf(all, in.Year) {
		in.Form, chosen[form.Code] = form, true
		path := filepath.Join(dir, form.File+".xlsx")
		if err := writeWhole(path, func(w io.Writer) error { return forms.Write(w, in) }); err != nil {
			return written, err
		}
		written = append(written, path)
	}
	for _, form := range all {
		if chosen[form.Code] {
			continue
		}
		if err := os.Remove(filepath.Join(dir, form.File+".xlsx")); err != nil && !errors.Is(err, fs.ErrNotExist) {
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

// boardName is the board whose province these units are of.
func boardName(units []data.Unit) string {
	name := provinceToday(units)
	for _, u := range units {
		if u.Name == "Thành phố "+name && u.Parent == "" {
			return fmt.Sprintf("Ban Thi đua - Khen thưởng thành phố %s", name)
		}
	}
	return fmt.Sprintf("Ban Thi đua - Khen thưởng tỉnh %s", name)
}

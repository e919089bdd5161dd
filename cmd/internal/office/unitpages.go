package office

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"tdkt/charts"
	"tdkt/data"
)

// UnitPages writes the own page of each unit asked for, by code or name ("all": every unit), into the folder don-vi of dir,
// and gives their paths in order. A unit that cannot be told is a Refusal.
func (o *Office) UnitPages(ctx context.Context, dir string, asked []string) ([]string, error) {
	d, err := o.Door()
	if err != nil {
		return nil, err
	}
	defer d.Close()
	in, err := o.input(ctx, d)
	if err != nil {
		return nil, err
	}
	pages, err := charts.NewUnitPages(in)
	if err != nil {
		return nil, err
	}
	units := pages.Units()
	var codes []string
	for _, text := range asked {
		found, err := unitsMeant(units, text)
		if err != nil {
			return nil, err
		}
		codes = append(codes, found...)
	}
	dir = filepath.Join(dir, "don-vi")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	var paths []string
	slices.Sort(codes)
	for _, code := range slices.Compact(codes) {
		path := filepath.Join(dir, oddSign.ReplaceAllString(code, "_")+".html")
		if err := writeWhole(path, func(w io.Writer) error { return pages.Write(w, code) }); err != nil {
			return paths, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

var oddSign = regexp.MustCompile(`[^0-9A-Za-z._-]`)

// unitsMeant are the codes that a code, a name or "all" means.
func unitsMeant(units []charts.NamedUnit, text string) ([]string, error) {
	var named []charts.NamedUnit
	var all []string
	for _, u := range units {
		all = append(all, u.Code)
		if u.Code == text {
			return []string{text}, nil
		}
		if data.Key(u.Name) == data.Key(text) || data.Key(u.Label) == data.Key(text) {
			named = append(named, u)
		}
	}
	switch {
	case text == "all":
		return all, nil
	case len(named) == 1:
		return []string{named[0].Code}, nil
	case len(named) == 0:
		return nil, refuse("page_unit", text)
	}
	r := Refusal{Key: "page_units", Args: []any{text}}
	for _, u := range named {
		r.List = append(r.List, u.Code+" · "+u.Label)
	}
	return nil, r
}

package office

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tdkt/charts/report"
	"tdkt/data"
	"tdkt/models"
	"tdkt/queries/door"
	"tdkt/queries/table"
)

// Verified is what was found of a document.
type Verified struct {
	File       string           `json:"file"`
	Lang       string           `json:"lang"` // of the document
	Build      string           `json:"build"`
	BuildNow   string           `json:"build_now"`
	PlacesLeft int              `json:"places_left"` // that people have yet to write
	Numbers    []report.Verdict `json:"numbers"`
	Refreshed  []report.Verdict `json:"refreshed,omitempty"`
	Written    string           `json:"written,omitempty"` // the file that was refreshed
	Kept       string           `json:"kept,omitempty"`    // the file as it was
}

// Differs tells whether something in the document is not as the warehouse has it.
func (v Verified) Differs() bool {
	return slices.ContainsFunc(v.Numbers, func(n report.Verdict) bool { return n.Status != report.Equal })
}

// Paper is a document to verify: its file, and that of the report as it was made where the document itself lost what its numbers
// are; "" else.
type Paper struct{ File, Original string }

// Verify says of each number of a report how it stands to the published copy.
func (o *Office) Verify(ctx context.Context, p Paper) (v Verified, err error) {
	err = o.with(p, func(d *door.Door, content, original []byte) error {
		v, _, _, err = o.verify(ctx, d, p.File, content, original)
		return err
	})
	return v, err
}

// with opens a document and the published copy.
func (o *Office) with(p Paper, do func(d *door.Door, content, original []byte) error) error {
	content, err := os.ReadFile(p.File)
	if err != nil {
		return err
	}
	var original []byte
	if p.Original != "" {
		if original, err = os.ReadFile(p.Original); err != nil {
			return err
		}
	}
	d, err := o.Door()
	if err != nil {
		return err
	}
	defer d.Close()
	return do(d, content, original)
}

func (o *Office) verify(ctx context.Context, d *door.Door, file string, content, original []byte) (Verified, *report.Document, report.Lookup, error) {
	doc, err := report.Open(content, original)
	if err != nil {
		return Verified{}, nil, nil, err
	}
	of, err := values(ctx, d, doc.IDs())
	if err != nil {
		return Verified{}, nil, nil, err
	}
	fresh, err := o.again(ctx, d, doc.Binding)
	if err != nil {
		return Verified{}, nil, nil, err
	}
	v := Verified{File: file, Lang: doc.Lang, Build: doc.Build, BuildNow: fresh.Build, PlacesLeft: doc.PlacesLeft(), Numbers: doc.Verify(of, &fresh)}
	return v, doc, of, nil
}

// again is what the same report would bind today, in the language of the document.
func (o *Office) again(ctx context.Context, d *door.Door, b report.Binding) (report.Binding, error) {
	ref, err := data.LoadReference()
	if err != nil {
		return report.Binding{}, err
	}
	var r report.Request
	for _, p := range []struct {
		text string
		to   *data.ReportPeriod
	}{{b.Period, &r.Period}, {b.Compare, &r.Compare}, {b.Focus, &r.Focus}} {
		if p.text == "" {
			continue
		}
		if *p.to, err = ref.ReportPeriod(p.text); err != nil {
			return report.Binding{}, fmt.Errorf("%w: %w", report.ErrNoBinding, err)
		}
	}
	if r, err = report.OfKind(b.Kind, r); err != nil {
		return report.Binding{}, fmt.Errorf("%w: %w", report.ErrNoBinding, err)
	}
	if code := r.Check(); code != "" || !r.Kind.Takes(r.Period) {
		return report.Binding{}, fmt.Errorf("%w: %s", report.ErrNoBinding, code)
	}
	texts, err := data.LoadTexts(b.Lang)
	if err != nil {
		return report.Binding{}, err
	}
	theirs := *o
	theirs.Lang, theirs.Texts = b.Lang, texts
	in, err := theirs.reportInput(ctx, d, r)
	if err != nil {
		return report.Binding{}, err
	}
	return report.Bind(in)
}

// values gives the figures of the published copy. It asks once for all figures of one mart that have the same keys.
func values(ctx context.Context, d *door.Door, ids []string) (report.Lookup, error) {
	type kind struct{ mart, keys string }
	known, asked := map[string]*int64{}, map[kind][]table.Figure{}
	var kinds []kind
	for _, id := range ids {
		f, err := table.ParseFigure(id)
		if err != nil {
			return nil, err
		}
		var names []string
		for _, k := range f.Keys {
			names = append(names, k.Key)
		}
		k := kind{f.Mart, strings.Join(names, ",")}
		if asked[k] == nil {
			kinds = append(kinds, k)
		}
		asked[k] = append(asked[k], f)
	}
	for _, k := range kinds {
		if err := figuresOfKind(ctx, d, asked[k], known); err != nil {
			return nil, err
		}
	}
	return func(id string) *int64 { return known[id] }, nil
}

// figuresOfKind reads figures of one mart and the same keys. Their names are those of a mart, else no SQL is made of them.
func figuresOfKind(ctx context.Context, d *door.Door, all []table.Figure, known map[string]*int64) error {
	mart, err := models.Figures(all[0].Mart)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNoFigure, err)
	}
	var measures, keys []string
	given := map[string]string{}
	for _, k := range all[0].Keys {
		keys = append(keys, k.Key)
		given[k.Key] = k.Value
	}
	for _, f := range all {
		if !slices.Contains(measures, f.Measure) {
			measures = append(measures, f.Measure)
			if _, err := mart.Value(f.Measure, given); err != nil {
				return fmt.Errorf("%w: %w", ErrNoFigure, err)
			}
		}
	}
	sql := "select "
	for _, k := range keys {
		sql += "cast(" + k + " as varchar) as " + k + ", "
	}
	for i, m := range measures {
		sql += fmt.Sprintf("cast(sum(%s) as bigint) as m%d, ", m, i)
	}
	sql = strings.TrimSuffix(sql, ", ") + " from " + mart.Mart
	if keys != nil {
		sql += " group by " + strings.Join(keys, ", ") + " order by " + strings.Join(keys, ", ")
	}
	t, err := d.Ask(ctx, sql)
	if err != nil {
		return err
	}
	for r := range t.Rows {
		for i, m := range measures {
			n, ok := t.Rows[r][len(keys)+i].(int64)
			if !ok {
				continue
			}
			f := table.Figure{Mart: mart.Mart, Measure: m}
			for c, k := range keys {
				f.Keys = append(f.Keys, table.KeyValue{Key: k, Value: table.Plain(t.Rows[r][c])})
			}
			known[f.String()] = &n
		}
	}
	return nil
}

// Refresh writes the bound numbers of a document anew: into another file, or into the same one, of which a copy is kept beside.
// Then it says how the document stands.
func (o *Office) Refresh(ctx context.Context, p Paper, out string) (v Verified, err error) {
	err = o.with(p, func(d *door.Door, content, original []byte) error {
		before, doc, of, err := o.verify(ctx, d, p.File, content, original)
		if err != nil {
			return err
		}
		renewed, changed, err := doc.Refresh(of, before.BuildNow)
		if err != nil {
			return err
		}
		if v, _, _, err = o.verify(ctx, d, p.File, renewed, original); err != nil {
			return err
		}
		v.Refreshed, v.Written = changed, out
		if out == "" {
			v.Written = p.File
			if v.Kept, err = keep(p.File, content); err != nil {
				return err
			}
		}
		return writeWhole(v.Written, func(w io.Writer) error { _, err := w.Write(renewed); return err })
	})
	return v, err
}

// keep writes a copy of a file beside it, under a name that is free. The same bytes are kept once.
func keep(file string, content []byte) (string, error) {
	ext := filepath.Ext(file)
	for n := 1; ; n++ {
		path := fmt.Sprintf("%s.truoc-lam-moi-%d%s", strings.TrimSuffix(file, ext), n, ext)
		there, err := os.ReadFile(path)
		switch {
		case err == nil && bytes.Equal(there, content):
			return path, nil
		case err == nil:
			continue
		case !os.IsNotExist(err):
			return "", err
		}
		return path, writeWhole(path, func(w io.Writer) error { _, err := w.Write(content); return err })
	}
}

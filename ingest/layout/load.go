package layout

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// file is a layout as it stands in data/layouts. What several forms share stands in a
// file <name>.base.json that they extend: their own fields come first and replace those
// of the same code.
type file struct {
	Layout
	Extends string `json:"extends,omitempty"`
}

// Load reads the layouts of a folder (*.json, at any depth), in order of code.
func Load(fsys fs.FS) ([]Layout, error) {
	files := map[string]file{}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".json" {
			return err
		}
		content, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		var f file
		dec := json.NewDecoder(bytes.NewReader(content))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&f); err != nil {
			return fmt.Errorf("layout %s: %w", name, err)
		}
		files[path.Base(name)] = f
		return nil
	})
	if err != nil {
		return nil, err
	}
	var layouts []Layout
	for name, f := range files {
		if strings.HasSuffix(name, ".base.json") {
			continue
		}
		if f.Extends != "" {
			base, found := files[f.Extends]
			if !found {
				return nil, fmt.Errorf("layout %s: extends %q, which is not there", name, f.Extends)
			}
			f.Layout = extend(f.Layout, base.Layout)
		}
		if err := f.Layout.check(); err != nil {
			return nil, fmt.Errorf("layout %s: %w", name, err)
		}
		layouts = append(layouts, f.Layout)
	}
	slices.SortFunc(layouts, func(a, b Layout) int { return cmp.Compare(a.Code, b.Code) })
	for i := 1; i < len(layouts); i++ {
		if layouts[i].Code == layouts[i-1].Code {
			return nil, fmt.Errorf("layout %s: two files", layouts[i].Code)
		}
	}
	for i := range layouts {
		own := layouts[i]
		layouts[i].compiled = newMatcher(&own)
	}
	return layouts, nil
}

// extend lays a form over what it shares with others.
func extend(l, base Layout) Layout {
	for _, f := range base.Fields {
		if l.field(f.Code) == nil {
			l.Fields = append(l.Fields, f)
		}
	}
	if l.Evidence == nil {
		l.Evidence = base.Evidence
	}
	return l
}

// field gives the field of a code, nil where the layout has none.
func (l *Layout) field(code string) *Field {
	for i := range l.Fields {
		if l.Fields[i].Code == code {
			return &l.Fields[i]
		}
	}
	return nil
}

// labelField is the field whose text says what a row is.
func (l *Layout) labelField() string {
	switch l.Shape {
	case FormsAcross:
		return "label"
	case FormsDown:
		return "form"
	case UnitsDown:
		return "unit"
	default:
		return "name"
	}
}

// check holds what every layout must have.
func (l *Layout) check() error {
	if l.Code == "" || l.Version == "" || l.NameVI == "" || l.NameEN == "" {
		return fmt.Errorf("code, version, name_vi and name_en must be there")
	}
	if !slices.Contains([]Shape{List, FormsAcross, FormsDown, UnitsDown}, l.Shape) {
		return fmt.Errorf("unknown shape %q", l.Shape)
	}
	if l.field(l.labelField()) == nil {
		return fmt.Errorf("shape %s needs a field %s", l.Shape, l.labelField())
	}
	seen := map[string]bool{}
	for _, f := range l.Fields {
		if f.Code == "" || len(f.Headers) == 0 {
			return fmt.Errorf("field %q has no code or no headers", f.Code)
		}
		if f.PartOf != "" && l.field(f.PartOf) == nil {
			return fmt.Errorf("field %s is part of %s, which is not there", f.Code, f.PartOf)
		}
		if err := l.checkRatio(&f); err != nil {
			return err
		}
		for _, h := range f.Headers {
			id := h
			if strings.HasPrefix(h, "?") { // weak headers may belong to several fields
				id = h + " of " + f.Code
			}
			if seen[strings.ToLower(id)] {
				return fmt.Errorf("header %q stands twice", h)
			}
			seen[strings.ToLower(id)] = true
		}
	}
	return l.checkRows()
}

// checkRatio holds that a share names the counts of the part and of the whole.
func (l *Layout) checkRatio(f *Field) error {
	if len(f.RatioOf) == 0 {
		return nil
	}
	if !f.Ratio || len(f.RatioOf) != 2 {
		return fmt.Errorf("field %s: ratio_of is for a ratio, and names its part and its whole", f.Code)
	}
	for _, code := range f.RatioOf {
		if of := l.field(code); of == nil || of.Measure == "" {
			return fmt.Errorf("field %s is a ratio of %s, which is no count", f.Code, code)
		}
	}
	return nil
}

func (l *Layout) checkRows() error {
	codes := map[string]bool{}
	for _, r := range l.RowMeasures {
		if len(r.Labels) == 0 || r.Measure == "" {
			return fmt.Errorf("row %q has no label or no measure", r.RowCode)
		}
		if r.RowCode != "" && codes[r.RowCode] {
			return fmt.Errorf("row code %s stands twice", r.RowCode)
		}
		codes[r.RowCode] = true
	}
	if (l.Shape == FormsAcross) != (len(l.RowMeasures) > 0) {
		return fmt.Errorf("rows of fixed meaning belong to the shape %s", FormsAcross)
	}
	return nil
}

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
		if err := f.Layout.spellOut(); err != nil {
			return nil, fmt.Errorf("layout %s: %w", name, err)
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

// spellOut makes fields of the products.
func (l *Layout) spellOut() error {
	for _, p := range l.Crossed {
		if len(p.Sections) == 0 || len(p.Columns) == 0 {
			return fmt.Errorf("a product needs sections and columns")
		}
		for _, s := range p.Sections {
			if s.Code == "" || len(s.Headers) == 0 {
				return fmt.Errorf("section %q has no code or no headers", s.Code)
			}
			for _, c := range p.Columns {
				c.Achievement = cmp.Or(s.Achievement, c.Achievement)
				c.Code = s.Code + "_" + c.Code
				c.PartOf = strings.ReplaceAll(c.PartOf, "*", s.Code)
				c.RatioOf = slices.Clone(c.RatioOf)
				for i := range c.RatioOf {
					c.RatioOf[i] = strings.ReplaceAll(c.RatioOf[i], "*", s.Code)
				}
				c.Headers = under(s.Headers, c.Headers)
				l.Fields = append(l.Fields, c)
			}
		}
	}
	l.Crossed = nil
	return nil
}

// under writes every path of a heading over a header; a weak header makes a weak path.
func under(headings, headers []string) []string {
	var paths []string
	for _, up := range headings {
		for _, down := range headers {
			down, weak := strings.CutPrefix(down, "?")
			path := up
			if down != "" {
				path += " > " + down
			}
			if weak {
				path = "?" + path
			}
			paths = append(paths, path)
		}
	}
	return paths
}

// KindsGiveAwards says that no figure of the form of return counts awards: the kinds of
// recipient add up to them.
func (l *Layout) KindsGiveAwards() bool {
	for _, f := range l.Fields {
		if f.Measure == "award_count" && !f.Total {
			return false
		}
	}
	return !l.Shape.Named()
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

// LabelField is the field whose text says what a row is.
func (l *Layout) LabelField() string {
	switch l.Shape {
	case FormsAcross, Figures:
		return "label"
	case FormsDown:
		return "form"
	case UnitsDown:
		return "unit"
	default:
		return "name"
	}
}

// boardPrefix begins the codes of the board's own lists.
const boardPrefix = "board_"

// check holds what every layout must have.
func (l *Layout) check() error {
	if l.Code == "" || l.Version == "" || l.NameVI == "" || l.NameEN == "" {
		return fmt.Errorf("code, version, name_vi and name_en must be there")
	}
	if !slices.Contains([]Shape{List, FormsAcross, FormsDown, UnitsDown, Figures, BoardList, People}, l.Shape) {
		return fmt.Errorf("unknown shape %q", l.Shape)
	}
	if (l.Shape == BoardList) != strings.HasPrefix(l.Code, boardPrefix) {
		return fmt.Errorf("the code of a board's list, and of nothing else, begins with %s: the models tell it from a return by that", boardPrefix)
	}
	if l.field(l.LabelField()) == nil {
		return fmt.Errorf("shape %s needs a field %s", l.Shape, l.LabelField())
	}
	for _, code := range l.OneOf {
		if l.field(code) == nil {
			return fmt.Errorf("one of %s is asked for, which is not there", code)
		}
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
		if err := f.check(); err != nil {
			return fmt.Errorf("field %s: %w", f.Code, err)
		}
		for _, h := range slices.Concat(f.Headers, f.More) {
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
	if err := l.checkRows(); err != nil {
		return err
	}
	if err := l.checkPeople(); err != nil {
		return err
	}
	return l.checkEmpty()
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

// measures are what a figure can count; a word of a layout that is none would count nothing.
var measures = []string{
	"award_count", "achievement_count", "collective_count", "enterprise_count", "household_count", "individual_count",
	"leader_ministry_province_count", "leader_department_count", "entrepreneur_count", "leader_other_count", "direct_worker_count",
	"woman_count", "youth_count", "leader_any_count", "leader_senior_count", "not_leader_count", "proposal_count",
	"movement_count", "body_count", "staff_count", // of figures that are no awards
}

var recipients = []string{"collective", "household", "individual"}

// check holds the words of a field that have a fixed meaning.
func (f *Field) check() error {
	for _, m := range append(slices.Clone(f.Also), f.Measure) {
		if m != "" && !slices.Contains(measures, m) {
			return fmt.Errorf("unknown measure %q", m)
		}
	}
	if f.Recipient != "" && !slices.Contains(recipients, f.Recipient) {
		return fmt.Errorf("unknown recipient %q", f.Recipient)
	}
	if f.Left != "" && f.Measure != "" {
		return fmt.Errorf("is left aside and has a measure")
	}
	return nil
}

func (l *Layout) checkRows() error {
	codes, stands := map[string]bool{}, map[string]bool{}
	for _, r := range l.RowMeasures {
		if len(r.Labels) == 0 || r.Measure == "" {
			return fmt.Errorf("row %q has no label or no measure", r.RowCode)
		}
		switch {
		case l.Shape == Figures && stands[r.Measure]:
			return fmt.Errorf("row %q: %s stands twice", r.RowCode, r.Measure)
		case l.Shape != Figures && r.Breakdown == "" && !slices.Contains(measures, r.Measure):
			return fmt.Errorf("row %q: unknown measure %q", r.RowCode, r.Measure)
		}
		for _, who := range r.Recipients {
			if !slices.Contains(recipients, who) {
				return fmt.Errorf("row %q: unknown recipient %q", r.RowCode, who)
			}
		}
		if r.RowCode != "" && codes[r.RowCode] {
			return fmt.Errorf("row code %s stands twice", r.RowCode)
		}
		codes[r.RowCode], stands[r.Measure] = true, true
	}
	if l.Shape.fixedRows() != (len(l.RowMeasures) > 0) {
		return fmt.Errorf("rows of fixed meaning belong to the shapes %s and %s", FormsAcross, Figures)
	}
	return nil
}

// SectionOf gives the words of the section whose rows split the whole by a breakdown.
func (l *Layout) SectionOf(breakdown string) string {
	for _, r := range l.RowMeasures {
		if r.Breakdown == breakdown {
			return r.Section
		}
	}
	return ""
}

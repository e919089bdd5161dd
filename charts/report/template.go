package report

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tdkt/charts/ooxml"
	"tdkt/queries/table"
)

// ErrTemplateBound says that a template is a report of ours already, whose numbers are bound.
var ErrTemplateBound = errors.New("a report whose numbers are bound")

// Template is a board's own document with named places, read.
type Template struct {
	doc    *ooxml.Template
	styles ooxml.Styles
	fills  []fill
}

// fill is what is put into a place of the document.
type fill struct {
	place   int
	kind    string // text, number, a prefix of placePrefixes
	name    string // of a section or a short number, a figure id
	text    string
	section string
}

// PlaceFault is what is wrong with a place. The codes are those of the texts "cmd.template.…".
type PlaceFault struct {
	Code       string
	Place      string // as it is written
	Paragraph  string // its words
	Nearest    string // the known place most like it; "" for none
	Want, Have int    // columns
}

// OpenTemplate reads a template. Errors are those of ooxml.ReadTemplate and ErrTemplateBound.
func OpenTemplate(content []byte) (*Template, error) {
	doc, err := ooxml.ReadTemplate(content)
	if err != nil {
		return nil, err
	}
	for _, name := range doc.Data() {
		part, err := doc.Part(name)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ooxml.ErrNotWord, err)
		}
		if strings.Contains(string(part), space) {
			return nil, ErrTemplateBound
		}
	}
	t := &Template{doc: doc}
	if t.styles, err = doc.Styles(); err != nil {
		return nil, fmt.Errorf("%w: %w", ooxml.ErrNotWord, err)
	}
	return t, nil
}

// known are the places that a report has.
type known struct {
	texts    map[string]string
	numbers  map[string]Number
	sections map[string]string
	names    []string          // all, for the nearest
	marks    map[string]string // what a bookmark can be called -> the name
}

func (c *composer) knownPlaces() known {
	k := known{texts: c.placeTexts(), numbers: c.numbersHere(), sections: c.sectionsHere(), marks: map[string]string{}}
	k.names = slices.Concat(slices.Collect(maps.Keys(k.texts)), slices.Collect(maps.Keys(k.numbers)))
	for name := range k.sections {
		for _, p := range []string{placeSection, placeInside, placeRows} {
			k.names = append(k.names, p+name)
		}
	}
	slices.Sort(k.names)
	for _, name := range k.names {
		k.marks[bookmarkName(name)] = name
	}
	return k
}

// bookmarkName is a name as a bookmark can have it: letters, digits and low lines.
func bookmarkName(name string) string { return strings.NewReplacer(":", "_", "-", "_").Replace(name) }

// Plan finds what is to be put into the places, or says what is wrong with them. Nothing is written yet.
func (t *Template) Plan(in Input) ([]PlaceFault, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	c := newComposer(in)
	k := c.knownPlaces()
	var faults []PlaceFault
	t.fills = nil
	taken := map[int]bool{}
	for i, p := range t.doc.Places {
		f, ours := k.fillOf(p)
		if !ours {
			continue
		}
		f.place = i
		if fault := t.faultOf(c, k, i, f); fault.Code != "" {
			fault.Place, fault.Paragraph = written(p), p.Paragraph
			faults = append(faults, fault)
			continue
		}
		t.fills, taken[i] = append(t.fills, f), true
	}
	inner := func(i int) bool { // a text in a control that is a place itself
		return slices.ContainsFunc(t.fills, func(o fill) bool { return t.doc.Within(i, o.place) })
	}
	t.fills = slices.DeleteFunc(t.fills, func(f fill) bool { return inner(f.place) })
	if len(t.fills) == 0 && faults == nil {
		faults = append(faults, PlaceFault{Code: "no_places"})
	}
	return faults, nil
}

// written is a place as its document has it.
func written(p ooxml.Place) string {
	switch {
	case p.Kind == ooxml.PlaceText:
		return "{{" + p.Name + "}}"
	case p.Name == "":
		return p.Title
	}
	return p.Name
}

// fillOf tells what a place is to hold; ours is false for controls and bookmarks that are none of ours.
func (k known) fillOf(p ooxml.Place) (f fill, ours bool) {
	names := []string{p.Name}
	switch p.Kind {
	case ooxml.PlaceControl:
		names = []string{ooxml.Unbraced(p.Name), ooxml.Unbraced(p.Title)}
	case ooxml.PlaceBookmark:
		if name, ok := k.marks[p.Name]; ok {
			names = []string{name}
		}
	}
	for _, name := range names {
		if text, ok := k.texts[name]; ok {
			return fill{kind: "text", name: name, text: text}, true
		}
		if _, ok := k.numbers[name]; ok {
			return fill{kind: "number", name: name}, true
		}
		for _, prefix := range placePrefixes {
			if rest, ok := strings.CutPrefix(name, prefix); ok {
				rest = strings.TrimSpace(rest)
				return fill{kind: prefix, name: rest, section: k.sections[rest]}, true
			}
			if strings.HasPrefix(name, bookmarkName(prefix)) && prefix != placeFigure && p.Kind == ooxml.PlaceBookmark {
				return fill{kind: "unknown", name: name}, true
			}
		}
	}
	return fill{kind: "unknown", name: names[0]}, p.Kind == ooxml.PlaceText
}

// faultOf tells what is wrong with a place; no code where nothing is.
func (t *Template) faultOf(c *composer, k known, place int, f fill) PlaceFault {
	p := t.doc.Places[place]
	name := f.name
	if slices.Contains(placePrefixes, f.kind) {
		name = f.kind + f.name
	}
	switch {
	case f.kind == "unknown" || f.kind != placeFigure && slices.Contains(placePrefixes, f.kind) && f.section == "":
		if elsewhere(name) {
			return PlaceFault{Code: "not_here"}
		}
		return PlaceFault{Code: "unknown", Nearest: nearest(name, k.names)}
	case p.Broken:
		return PlaceFault{Code: "bookmark_broken"}
	case f.kind == "text" && f.text == "":
		return PlaceFault{Code: "not_here"}
	case f.kind == placeFigure:
		if _, err := table.ParseFigure(f.name); err != nil {
			return PlaceFault{Code: "figure"}
		}
	case f.kind == placeRows:
		return t.faultOfRows(c, place, f)
	case f.section != "" && (!p.Main || p.Fallback):
		return PlaceFault{Code: "not_in_text"}
	case f.section != "" && p.Table:
		return PlaceFault{Code: "in_table"}
	case f.section != "" && !p.Alone:
		return PlaceFault{Code: "not_alone"}
	}
	return PlaceFault{}
}

// elsewhere tells whether reports of another kind or period have a place.
func elsewhere(name string) bool {
	if slices.ContainsFunc(shortNumbers, func(n shortNumber) bool { return n.name == name }) || name == "ky-so-sanh" {
		return true
	}
	for _, prefix := range []string{placeSection, placeInside, placeRows} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			for section := range registry {
				if sectionPlace(section) == rest && !slices.Contains(notPlaces, section) {
					return true
				}
			}
		}
	}
	return false
}

func (t *Template) faultOfRows(c *composer, place int, f fill) PlaceFault {
	p := t.doc.Places[place]
	if !p.Table || !p.Main || p.Fallback {
		return PlaceFault{Code: "not_in_row"}
	}
	g, err := c.gridOf(f.section)
	if err != nil || g == nil {
		return PlaceFault{Code: "no_table"}
	}
	_, cells, others, err := t.doc.Row(place)
	switch {
	case err != nil || others:
		return PlaceFault{Code: "row_shared"}
	case len(cells) != len(g.Cols):
		return PlaceFault{Code: "row_columns", Want: len(g.Cols), Have: len(cells)}
	}
	return PlaceFault{}
}

// gridOf is the first table of a section; nil where it has none.
func (c *composer) gridOf(section string) (*Grid, error) {
	tables, charts, annex := c.tables, c.charts, c.annex
	defer func() { c.tables, c.charts, c.annex = tables, charts, annex }() // its title is not written
	blocks, _, err := c.blocksOf(section)
	if err != nil {
		return nil, err
	}
	for _, b := range blocks {
		if b.Table != nil {
			return b.Table, nil
		}
	}
	return nil, nil
}

// IDs are the figures that the places name by their ids.
func (t *Template) IDs() (ids []string) {
	for _, f := range t.fills {
		if f.kind == placeFigure {
			ids = append(ids, f.name)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// FigureFaults are the places that name one of some figures which no mart has.
func (t *Template) FigureFaults(bad []string) (all []PlaceFault) {
	for _, f := range t.fills {
		if f.kind == placeFigure && slices.Contains(bad, f.name) {
			p := t.doc.Places[f.place]
			all = append(all, PlaceFault{Code: "figure", Place: written(p), Paragraph: p.Paragraph})
		}
	}
	return all
}

// BindPlaces gives what sections put into a template would bind, without writing them.
func BindPlaces(in Input, places []string) (Binding, error) {
	if err := in.check(); err != nil {
		return Binding{}, err
	}
	c := newComposer(in)
	w := &writer{lang: in.Lang, bound: c.binding(), dress: &dress{}}
	for _, name := range places {
		if err := w.putSection(c, name); err != nil {
			return Binding{}, err
		}
	}
	return w.bound, nil
}

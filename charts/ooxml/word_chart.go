package ooxml

import (
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"
)

// Drawing is a chart in the text of a document: what its frame is called, and the part that holds it.
type Drawing struct {
	Name, Title, Alt string
	Part             string // "" where its relation leads nowhere
	Paragraph        int
	Deleted, Pending bool // as of a piece of text
	relation         string
	part             int
}

// Chart is the chart of a part, as people left it.
type Chart struct {
	Part     string
	Workbook string // the part that "Edit data" opens; "" for none
	Series   []Series
	document *document
}

// Series is a series of a chart: what the chart has stored of it, and where in the workbook it comes from.
type Series struct {
	Name, NameAt string
	Categories   []string
	CategoriesAt string
	Values       []string // as written; "" where there is none
	ValuesAt     string
	cache        element // that holds the values; none where the chart stores none
	points       map[int]element
	prefix       string
}

// drawn notes a chart, or the frame that the next one stands in.
func (r *wordReader) drawn(e element) {
	switch e.local() {
	case "docPr":
		r.frame = Drawing{Paragraph: r.paragraph, Deleted: r.deleted > 0, Pending: r.pending > 0, part: r.part}
		r.frame.Name, _ = e.attr(r.text, "name")
		r.frame.Title, _ = e.attr(r.text, "title")
		r.frame.Alt, _ = e.attr(r.text, "descr")
	case "chart":
		if id, ok := e.attr(r.text, "*:id"); ok {
			d := r.frame
			d.relation, d.part, d.Paragraph, d.Deleted, d.Pending = id, r.part, r.paragraph, r.deleted > 0, r.pending > 0
			r.w.Drawings = append(r.w.Drawings, d)
			r.frame = Drawing{}
		}
	}
}

// resolve finds the parts of the charts that a part of the document shows.
func (w *Word) resolve(part int, below []relation) {
	for i, d := range w.Drawings {
		at := slices.IndexFunc(below, func(r relation) bool { return r.id == d.relation && !r.external })
		if d.part == part && at >= 0 && w.parcel.has(below[at].target) {
			w.Drawings[i].Part = below[at].target
		}
	}
}

// Chart reads the chart of a part.
func (w *Word) Chart(part string) (*Chart, error) {
	d, err := w.parcel.parse(part)
	if err != nil {
		return nil, err
	}
	c := &Chart{Part: part, document: d}
	below, _, err := w.parcel.relations(part)
	if err != nil {
		return nil, err
	}
	for _, r := range below {
		if strings.HasSuffix(r.kind, "/package") && !r.external && w.parcel.has(r.target) {
			c.Workbook = r.target
		}
	}
	plot, ok, err := descend(d.text, d.root, "chart", "plotArea")
	if err != nil || !ok {
		return c, err
	}
	kinds, err := children(d.text, plot)
	if err != nil {
		return nil, err
	}
	for _, kind := range kinds {
		all, err := children(d.text, kind)
		if err != nil {
			return nil, err
		}
		for _, e := range all {
			if e.local() != "ser" {
				continue
			}
			s, err := readSeries(d.text, e)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", part, err)
			}
			c.Series = append(c.Series, s)
		}
	}
	return c, nil
}

// descend goes down from an element by names; ok is false where there is none.
func descend(text []byte, e element, names ...string) (element, bool, error) {
	for _, name := range names {
		kids, err := children(text, e)
		if err != nil {
			return e, false, err
		}
		var ok bool
		if e, ok = named(kids, name); !ok {
			return e, false, nil
		}
	}
	return e, true, nil
}

func readSeries(text []byte, e element) (s Series, err error) {
	s.prefix = e.prefix()
	kids, err := children(text, e)
	if err != nil {
		return s, err
	}
	for _, k := range kids {
		switch k.local() {
		case "tx":
			var names []string
			if s.NameAt, names, _, _, err = stored(text, k); len(names) > 0 {
				s.Name = names[0]
			}
		case "cat", "xVal":
			s.CategoriesAt, s.Categories, _, _, err = stored(text, k)
		case "val", "yVal":
			s.ValuesAt, s.Values, s.cache, s.points, err = stored(text, k)
		}
		if err != nil {
			return s, err
		}
	}
	return s, nil
}

// mostPoints bounds what a chart may say that it stores.
const mostPoints = 1 << 16

// stored reads what a chart has stored of a range, and the range.
func stored(text []byte, e element) (at string, values []string, cache element, points map[int]element, err error) {
	kids, err := children(text, e)
	if err != nil {
		return at, nil, cache, nil, err
	}
	for _, k := range kids {
		switch k.local() {
		case "v": // a name written in
			values = []string{html.UnescapeString(string(text[k.to:k.inner]))}
		case "f":
			at = html.UnescapeString(string(text[k.to:k.inner]))
		case "strRef", "numRef", "multiLvlStrRef":
			return stored(text, k)
		case "lvl": // of several levels the last is what stands at the bars
			_, values, _, _, err = stored(text, k)
			return at, values, cache, nil, err
		case "strCache", "numCache", "multiLvlStrCache", "strLit", "numLit":
			cache = k
			_, values, _, points, err = storedPoints(text, k)
		}
	}
	return at, values, cache, points, err
}

func storedPoints(text []byte, e element) (at string, values []string, cache element, points map[int]element, err error) {
	points = map[int]element{}
	kids, err := children(text, e)
	if err != nil {
		return at, nil, cache, nil, err
	}
	for _, k := range kids {
		switch k.local() {
		case "lvl":
			return storedPoints(text, k)
		case "ptCount":
			v, _ := k.attr(text, "val")
			if n, err := strconv.Atoi(v); err == nil && n > len(values) && n <= mostPoints {
				values = append(values, make([]string, n-len(values))...)
			}
		case "pt":
			v, _ := k.attr(text, "idx")
			n, err := strconv.Atoi(v)
			if err != nil || n < 0 || n >= mostPoints {
				return at, nil, cache, nil, fmt.Errorf("point %q of a chart", v)
			}
			if n >= len(values) {
				values = append(values, make([]string, n+1-len(values))...)
			}
			value, ok, err := descend(text, k, "v")
			if err != nil {
				return at, nil, cache, nil, err
			}
			if ok {
				values[n] = html.UnescapeString(string(text[value.to:value.inner]))
			}
			points[n] = k
		}
	}
	return at, values, cache, points, nil
}

// SetChart gives stored values of a series others, by their place; "" takes one away. All else of the chart stays as it is.
func (w *Word) SetChart(c *Chart, series int, values map[int]string) error {
	s := c.Series[series]
	if s.cache.stop == 0 || s.cache.empty {
		return fmt.Errorf("%s: series %q stores no values", c.Part, s.Name)
	}
	d := c.document
	var places []int
	for n := range values {
		places = append(places, n)
	}
	slices.Sort(places)
	for _, n := range places {
		point := fmt.Sprintf(`<%spt idx="%d"><%sv>%s</%sv></%spt>`, s.prefix, n, s.prefix, escape(values[n]), s.prefix, s.prefix)
		was, there := s.points[n]
		switch {
		case there && values[n] == "":
			d.edit = append(d.edit, edit{was.from, was.stop - was.from, ""})
		case there:
			v, ok, err := descend(d.text, was, "v")
			if err != nil {
				return err
			}
			if ok && !v.empty {
				d.edit = append(d.edit, edit{v.to, v.inner - v.to, escape(values[n])})
			} else {
				d.edit = append(d.edit, edit{was.from, was.stop - was.from, point})
			}
		case values[n] != "":
			d.edit = append(d.edit, edit{at: s.before(n), put: point})
		}
	}
	w.parcel.put(c.Part, d.bytes())
	return nil
}

// before is where a point is put in: before the first that follows it.
func (s Series) before(n int) int {
	at := s.cache.inner
	for i, p := range s.points {
		if i > n && p.from < at {
			at = p.from
		}
	}
	return at
}

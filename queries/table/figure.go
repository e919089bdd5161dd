package table

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
)

// Figure is a figure id taken apart: one measure of one mart at some values of its keys.
type Figure struct {
	Mart    string
	Measure string
	Keys    []KeyValue
}

// KeyValue is one key of a figure and its value, as plain text.
type KeyValue struct{ Key, Value string }

var figureName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// String writes the figure id; the keys keep their order and values are URL-escaped.
func (f Figure) String() string {
	var b strings.Builder
	b.WriteString(f.Mart + "/" + f.Measure)
	for i, k := range f.Keys {
		b.WriteByte("?&"[min(i, 1)])
		b.WriteString(k.Key + "=" + url.QueryEscape(k.Value))
	}
	return b.String()
}

// ParseFigure takes a figure id apart. Names are lower case words; a key stands once.
func ParseFigure(id string) (Figure, error) {
	bad := func(why string) (Figure, error) {
		return Figure{}, fmt.Errorf("figure %q: %s; want mart/measure?key=value&key=value", id, why)
	}
	path, query, asked := strings.Cut(id, "?")
	mart, measure, ok := strings.Cut(path, "/")
	if !ok || !figureName.MatchString(mart) || !figureName.MatchString(measure) {
		return bad("no mart and measure")
	}
	f := Figure{Mart: mart, Measure: measure}
	if !asked {
		return f, nil
	}
	seen := map[string]bool{}
	for _, part := range strings.Split(query, "&") {
		key, value, ok := strings.Cut(part, "=")
		if !ok || !figureName.MatchString(key) {
			return bad(fmt.Sprintf("%q is no key=value", part))
		}
		if seen[key] {
			return bad("key " + key + " stands twice")
		}
		seen[key] = true
		v, err := url.QueryUnescape(value)
		if err != nil {
			return bad("value of " + key + " is not URL-escaped")
		}
		f.Keys = append(f.Keys, KeyValue{key, v})
	}
	return f, nil
}

// KeyColumn splits an entry of Column.Keys into the key of the mart and the column that holds it.
func KeyColumn(key string) (martKey, column string) {
	if k, c, ok := strings.Cut(key, "="); ok {
		return k, c
	}
	return key, key
}

// MeasureColumn is the column that names the measure, where it is written as {column}.
func MeasureColumn(measure string) (column string, ok bool) {
	if strings.HasPrefix(measure, "{") && strings.HasSuffix(measure, "}") {
		return measure[1 : len(measure)-1], true
	}
	return "", false
}

// FigureID is the id of the figure in a cell; empty where the column is no figure, the cell is
// not stated, or a key of the row is missing.
func (t Table) FigureID(row, col int) string {
	if row < 0 || row >= len(t.Rows) || col < 0 || col >= len(t.Columns) {
		return ""
	}
	c := t.Columns[col]
	mart, measure, ok := strings.Cut(c.Figure, "/")
	if !ok || t.Rows[row][col] == nil {
		return ""
	}
	if from, ok := MeasureColumn(measure); ok {
		if measure = t.Text(row, from); measure == "" {
			return ""
		}
	}
	f := Figure{Mart: mart, Measure: measure}
	for _, k := range c.Keys {
		key, from := KeyColumn(k)
		v := t.Value(row, from)
		if v == nil {
			return ""
		}
		f.Keys = append(f.Keys, KeyValue{key, Plain(v)})
	}
	return f.String()
}

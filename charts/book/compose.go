package book

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"tdkt/data"
	"tdkt/queries/table"
)

// composer plans the sheets from tables.
type composer struct {
	in       Input
	figures  table.Figures
	sheets   []*sheet
	faults   []string
	unitRows map[string]int // row of dim-unit by code
}

func newComposer(in Input) *composer {
	var all []table.Table
	for _, f := range Feeds(in.Year, in.Before) {
		all = append(all, in.Tables[f.Query])
	}
	return &composer{in: in, figures: table.FiguresOf(all...)}
}

func (c *composer) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

// say is a text with its %s filled in.
func (c *composer) say(key string, args ...any) string {
	text, ok := c.in.Texts[key]
	if !ok {
		c.fault("no text %s", key)
		return "{" + key + "}"
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// figure is one published figure; keys are names and values by turns.
func (c *composer) figure(mart, measure string, keys ...string) cell {
	f := table.Figure{Mart: mart, Measure: measure}
	for i := 0; i+1 < len(keys); i += 2 {
		f.Keys = append(f.Keys, table.KeyValue{Key: keys[i], Value: keys[i+1]})
	}
	if !c.figures.Has(f) {
		c.fault("no table has the figure %s", f)
	}
	x := cell{kind: count}
	if n, ok := c.figures.Value(f.String()); ok {
		x.value, x.figure = n, f.String()
	}
	return x
}

// of is a figure of a year.
func (c *composer) of(year int, mart, measure string, keys ...string) cell {
	return c.figure(mart, measure, append([]string{"award_year", strconv.Itoa(year)}, keys...)...)
}

// all is a measure over everything that a year has.
func (c *composer) all(year int, measure string) cell {
	return c.of(year, "mart_beneficiary_year", measure)
}

// measure is the name of a measure of the beneficiaries.
func (c *composer) measure(name string) string {
	t := c.in.Tables["by-year"]
	if i := t.Col(name); i >= 0 {
		return t.Columns[i].Title.In(c.in.Lang)
	}
	c.fault("no measure %s", name)
	return name
}

// member is a member of a dimension.
type member struct{ Code, Label, Colour string }

// unknownCode is the member of every dimension for what is not known.
const unknownCode = "chua_ro"

// classUnknown is the measure of the individuals whose class is not known.
const classUnknown = "class_unknown_count"

func (m member) unknown() bool { return m.Code == unknownCode || m.Code == classUnknown }

// members are those of a dimension in its order.
func (c *composer) members(feed, code, label string) (all []member) {
	t := c.in.Tables[feed]
	for r := range t.Rows {
		all = append(all, member{t.Text(r, code), t.Text(r, label+"_"+c.in.Lang), t.Text(r, "colour")})
	}
	return all
}

// having keeps the members of which some figure is stated.
func having(all []member, of func(code string) []cell) []member {
	return slices.DeleteFunc(slices.Clone(all), func(m member) bool {
		return !slices.ContainsFunc(of(m.Code), func(x cell) bool { return x.value != nil })
	})
}

func (c *composer) forms() []member  { return c.members("dim-form", "form_code", "form") }
func (c *composer) levels() []member { return c.members("dim-level", "level_code", "level") }
func (c *composer) achievements() []member {
	return c.members("dim-achievement", "achievement_code", "achievement")
}

// about says what a sheet counts: the unit, the year meant, how complete the year is.
func (c *composer) about(key string) string {
	return c.say("book.about."+key, yearText(c.in.Year), c.in.standing(c.in.Year))
}

// source is the line under a table: where its figures are from.
func (c *composer) source(feed string) string { return c.in.Tables[feed].Source(c.in.Lang) }

// build is the build that the figures are of.
func (c *composer) build() string {
	for _, f := range Feeds(c.in.Year, c.in.Before) {
		if b := c.in.Tables[f.Query].Build; b != "" {
			return b
		}
	}
	return ""
}

// count writes a number within a sentence.
func (c *composer) count(n int64) string { return data.FormatInt(c.in.Lang, n) }

func (c *composer) percent(n, of int64) string {
	return data.FormatPercent(c.in.Lang, float64(n)/float64(of))
}

// most is the known member that has most, and its number; false where nothing is stated.
func most(all []member, of func(code string) cell) (m member, n int64, found bool) {
	for _, x := range all {
		if v, ok := of(x.Code).number(); ok && v > n && !x.unknown() {
			m, n, found = x, v, true
		}
	}
	return m, n, found
}

// byCount are members with figures, most first; those with as many keep their order.
func byCount(all []member, of func(code string) cell) []member {
	known := having(all, func(code string) []cell { return []cell{of(code)} })
	slices.SortStableFunc(known, func(a, b member) int {
		x, _ := of(a.Code).number()
		y, _ := of(b.Code).number()
		return cmp.Compare(y, x)
	})
	return known
}

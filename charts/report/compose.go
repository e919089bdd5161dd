package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/queries/table"
)

// composer puts a report together from tables.
type composer struct {
	in     Input
	build  string
	known  map[string]*int64   // every figure of the tables; nil where it is not stated
	kinds  map[string][]string // mart, measure and names of keys of the figures known, so that a misspelt one is an error, and the queries that have them
	name   string              // of the section being written
	reads  []string            // its queries
	blocks []Block
	tables int // of the text, for their numbers
	annex  int
	faults []string
}

func newComposer(in Input) *composer {
	c := &composer{in: in, known: map[string]*int64{}, kinds: map[string][]string{}}
	for _, f := range in.Feeds() {
		t := in.Tables[f.Name()]
		c.build = cmp.Or(c.build, t.Build)
		for col := range t.Columns {
			if t.Columns[col].Figure == "" {
				continue
			}
			kind := kindOf(columnFigure(t.Columns[col]))
			c.kinds[kind] = append(c.kinds[kind], f.Query)
			for row := range t.Rows {
				id := t.FigureID(row, col)
				if n, ok := t.Rows[row][col].(int64); ok && id != "" {
					c.known[id] = &n
				}
			}
		}
	}
	return c
}

// columnFigure is the figure of a column, its keys without values.
func columnFigure(col table.Column) table.Figure {
	mart, measure, _ := strings.Cut(col.Figure, "/")
	f := table.Figure{Mart: mart, Measure: measure}
	for _, k := range col.Keys {
		name, _ := table.KeyColumn(k)
		f.Keys = append(f.Keys, table.KeyValue{Key: name})
	}
	return f
}

// kindOf is a figure without the values of its keys.
func kindOf(f table.Figure) string {
	names := make([]string, len(f.Keys))
	for i, k := range f.Keys {
		names[i] = k.Key
	}
	return f.Mart + "/" + f.Measure + "?" + strings.Join(names, "&")
}

// figure is one figure of a mart; keys are names and values by turns.
func (c *composer) figure(mart, measure string, keys ...string) Formula {
	f := table.Figure{Mart: mart, Measure: measure}
	for i := 0; i+1 < len(keys); i += 2 {
		f.Keys = append(f.Keys, table.KeyValue{Key: keys[i], Value: keys[i+1]})
	}
	if !slices.ContainsFunc(c.kinds[kindOf(f)], func(query string) bool { return slices.Contains(c.reads, query) }) {
		c.faults = append(c.faults, fmt.Sprintf("section %s: no query that it reads has the figure %s", c.name, f))
	}
	return Formula{Plus: []string{f.String()}}
}

// over adds a figure up over years; keys follow the year.
func (c *composer) over(years []int, mart, measure string, keys ...string) (sum Formula) {
	for _, y := range years {
		one := c.figure(mart, measure, append([]string{"award_year", fmt.Sprint(y)}, keys...)...)
		sum.Plus = append(sum.Plus, one.Plus...)
	}
	return sum
}

// value works a formula out over the tables.
func (c *composer) value(f Formula) Amount {
	return f.Value(func(id string) *int64 { return c.known[id] })
}

// addsUp holds that the rows of a table are all of its total: else a figure is missing that nobody would see.
func (c *composer) addsUp(what string, rows []Formula, total Formula) {
	var all Formula
	for _, r := range rows {
		all = all.with(r)
	}
	if got, want := c.value(all), c.value(total); got != want {
		c.faults = append(c.faults, fmt.Sprintf("%s add up to %s, not to %s", what, got.plain(), want.plain()))
	}
}

// stated tells whether a formula has a value.
func (c *composer) stated(f Formula) bool { return c.value(f).Stated }

// num is a number of the text.
func (c *composer) num(s Shape, f Formula) Span {
	a := c.value(f)
	return Span{Text: s.Write(c.in.Lang, a), Number: &Number{Formula: f, Shape: s, Amount: a}}
}

// cell is a number of a table.
func (c *composer) cell(s Shape, f Formula) []Span { return []Span{c.num(s, f)} }

// say is a text without numbers; its %s are filled in.
func (c *composer) say(key string, args ...any) string {
	text, ok := c.in.Texts[key]
	if !ok {
		c.faults = append(c.faults, "no text "+key)
		return "{" + key + "}"
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// parts are what the names in braces of a text stand for: a Span or a string.
type parts map[string]any

// spans is a text with its {names} filled in.
func (c *composer) spans(key string, with parts) (all []Span) {
	text := c.say(key)
	for text != "" {
		before, rest, found := strings.Cut(text, "{")
		if before != "" {
			all = append(all, Span{Text: before})
		}
		if !found {
			break
		}
		name, after, _ := strings.Cut(rest, "}")
		switch v := with[name].(type) {
		case Span:
			all = append(all, v)
		case []Span:
			all = append(all, v...)
		case string:
			all = append(all, Span{Text: v})
		default:
			c.faults = append(c.faults, fmt.Sprintf("text %s: nothing stands for {%s}", key, name))
		}
		text = after
	}
	return all
}

// para adds a paragraph of sentences, each a list of spans.
func (c *composer) para(sentences ...[]Span) {
	var all []Span
	for _, s := range sentences {
		if len(s) == 0 {
			continue
		}
		if all != nil {
			all = append(all, Span{Text: " "})
		}
		all = append(all, s...)
	}
	if all != nil {
		c.add(Block{Style: Body, Spans: all})
	}
}

func (c *composer) add(b Block) { c.blocks = append(c.blocks, b) }

func (c *composer) heading(style Style, key string, args ...any) {
	c.add(Block{Style: style, Spans: []Span{{Text: c.say(key, args...)}}})
}

// place adds a paragraph that people write.
func (c *composer) place(name string) {
	c.add(Block{Style: Body, Place: name, Spans: []Span{{Text: c.say("report.place." + name)}}})
}

// listed joins items by semicolons.
func listed(items [][]Span) (all []Span) {
	for i, item := range items {
		if i > 0 {
			all = append(all, Span{Text: "; "})
		}
		all = append(all, item...)
	}
	return all
}

// grid adds a table of the text with its caption.
func (c *composer) grid(caption string, g *Grid, args ...any) {
	c.tables++
	c.add(Block{Style: Caption, Spans: []Span{{Text: c.say("report.table", c.tables) + ". " + c.say(caption, args...)}}})
	c.add(Block{Table: g})
	c.add(Block{Style: Note, Spans: []Span{{Text: g.Note}}})
}

// members are the codes and labels of a dimension in its order.
func (c *composer) members(feed, code, label string) (all []member) {
	t := c.table(feed)
	for r := range t.Rows {
		all = append(all, member{t.Text(r, code), t.Text(r, label+"_"+c.in.Lang)})
	}
	return all
}

type member struct{ Code, Label string }

// having keeps the members of which some figure is stated.
func (c *composer) having(all []member, of func(code string) Formula) []member {
	return slices.DeleteFunc(slices.Clone(all), func(m member) bool { return !c.stated(of(m.Code)) })
}

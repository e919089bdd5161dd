package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/queries/table"
)

// section is a section of a report: what it adds, and the queries whose rows or figures it reads. Kinds of report
// (data/reports) name sections and queries; a section that reads what it does not say is a fault.
type section struct {
	write func(*composer)
	reads []string
}

// registry has every section by its name. A file of sections adds a list of its own.
var registry = merged(letterSections, yearSections, annexSections, partSections, dutySections, reviewSections, roundSections, congressSections, exemplarSections, chartSections)

func merged(lists ...map[string]section) map[string]section {
	all := map[string]section{}
	for _, l := range lists {
		for name, s := range l {
			if _, twice := all[name]; twice {
				panic("two sections " + name) // a mistake in this package
			}
			all[name] = s
		}
	}
	return all
}

// CheckKind holds a kind of report against the sections that there are: it names no other, names every query that its sections
// read, and none that no section reads.
func CheckKind(k data.ReportKind) error {
	named, read := map[string]bool{}, map[string]bool{}
	for _, q := range k.Queries {
		named[q.Query] = true
	}
	for _, name := range sectionsOf(k.Sections) {
		s, ok := registry[name]
		if !ok {
			return fmt.Errorf("kind of report %s: no section %s; there are %s", k.Code, name, strings.Join(slices.Sorted(maps.Keys(registry)), ", "))
		}
		for _, q := range s.reads {
			if !named[q] {
				return fmt.Errorf("kind of report %s: section %s reads the query %s, which the kind does not name", k.Code, name, q)
			}
			read[q] = true
		}
	}
	for _, q := range k.Queries {
		if !read[q.Query] {
			return fmt.Errorf("kind of report %s: no section reads the query %s", k.Code, q.Query)
		}
	}
	return nil
}

// sectionsOf are the names of the sections, parts taken apart.
func sectionsOf(all []data.ReportSection) (names []string) {
	for _, s := range all {
		if s.Section != "" {
			names = append(names, s.Section)
		}
		names = append(names, sectionsOf(s.Sections)...)
	}
	return names
}

// compose makes the blocks of a report.
func (c *composer) compose() ([]Block, error) {
	c.sections(c.in.Kind.Sections)
	if len(c.faults) > 0 {
		return nil, fmt.Errorf("report: %s", strings.Join(c.faults, "; "))
	}
	return c.blocks, nil
}

func (c *composer) sections(all []data.ReportSection) {
	for _, s := range all {
		switch {
		case s.Annexes:
			c.annexes(s.Sections)
			continue
		case s.Part != "":
			c.heading(Part, s.Part)
		default:
			c.reads, c.name = registry[s.Section].reads, s.Section
			registry[s.Section].write(c)
		}
		c.sections(s.Sections)
	}
}

// table is the answer of a query that the section says it reads.
func (c *composer) table(query string) table.Table {
	if !slices.Contains(c.reads, query) {
		c.faults = append(c.faults, fmt.Sprintf("section %s reads the query %s and does not say so", c.name, query))
	}
	return c.in.Tables[query]
}

// Feed is a query that a report reads and the parameters it needs it with.
type Feed struct {
	Query  string
	Params map[string]string
}

// Name tells feeds of one query apart.
func (f Feed) Name() string {
	if p := f.Params["period"]; p != "" {
		return f.Query + " " + p
	}
	return f.Query
}

// Feeds are the queries that a report reads, with what was asked for put into their parameters.
func (r Request) Feeds() (feeds []Feed) {
	put := r.placeholders()
	for _, q := range r.Kind.Queries {
		f, asked := Feed{Query: q.Query}, true
		for name, v := range q.Params {
			for _, p := range []struct {
				name string
				of   data.ReportPeriod
			}{{"{compare}", r.Compare}, {"{focus}", r.Focus}} {
				asked = asked && !(strings.Contains(v, p.name) && p.of.IsZero())
			}
			if f.Params == nil {
				f.Params = map[string]string{}
			}
			f.Params[name] = put.Replace(v)
		}
		if asked {
			feeds = append(feeds, f)
		}
	}
	return feeds
}

// placeholders puts in what data.ReportPlaceholders stand for. Without a period, the numbers are those that queries take for the newest.
func (r Request) placeholders() *strings.Replacer {
	first, last, n := 0, 0, 1
	if all := slices.Concat(r.series(), years(r.Period), years(r.Compare)); all != nil {
		first, last = slices.Min(all), slices.Max(all)
		n = last - first + 1
	}
	return strings.NewReplacer("{period}", r.Period.String(), "{compare}", r.Compare.String(), "{focus}", r.Focus.String(),
		"{first_year}", fmt.Sprint(first), "{last_year}", fmt.Sprint(last), "{years}", fmt.Sprint(n))
}

// filled is a text of the kind with the period and the province put in.
func (in Input) filled(t data.InTwo) string {
	return strings.NewReplacer("{period}", in.Period.Words(in.Lang), "{province}", in.Province, "{board}", in.Texts["report.board"]).Replace(t.In(in.Lang))
}

package library

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"tdkt/queries/table"
)

// A header stands before the SQL, one fact a line:
//
//	-- name: by-form-year
//	-- title_vi: …            -- title_en: …
//	-- about_vi: …            -- about_en: …
//	-- counts_by: award_year | decided_year | period | given | none
//	-- source: mart_form_year, dim_award_form
//	-- feed: true             (only for feeds of pages and workbooks)
//	-- param: year int default=0 min=0 max=2100 | vi=… | en=…
//	-- param: period period default= takes=years sets=year,years | vi=… | en=…
//	-- column: award_count int | vi=… | en=… | unit=lượt/awards | figure=mart/measure?key,key=column
//
// A comment without a name and colon, or any after the first line of SQL, is SQL's own.
var headerLine = regexp.MustCompile(`^--\s*([A-Za-z_]+):\s*(.*?)\s*$`)

var (
	queryName  = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	columnName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
)

type parser struct {
	q    Query
	seen map[string]bool
}

// Parse reads one query: its header, strictly, and its SQL.
func Parse(file, text string) (Query, error) {
	if !utf8.ValidString(text) {
		return Query{}, fmt.Errorf("%s: not in UTF-8", file)
	}
	p := parser{seen: map[string]bool{}}
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	body := len(lines)
	for i, line := range lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		m := headerLine.FindStringSubmatch(line)
		if m == nil {
			body = i
			break
		}
		if err := p.header(m[1], m[2]); err != nil {
			return Query{}, fmt.Errorf("%s:%d: %w", file, i+1, err)
		}
	}
	p.q.SQL = strings.TrimSpace(strings.Join(lines[body:], "\n"))
	if err := p.finish(); err != nil {
		return Query{}, fmt.Errorf("%s: %w", file, err)
	}
	return p.q, nil
}

func (p *parser) header(key, value string) error {
	if value == "" {
		return fmt.Errorf("%s: empty", key)
	}
	if key != "param" && key != "column" {
		if p.seen[key] {
			return fmt.Errorf("%s: stands twice", key)
		}
		p.seen[key] = true
	}
	switch key {
	case "name":
		p.q.Name = value
		if !queryName.MatchString(value) {
			return fmt.Errorf("name %q: want lower case words joined by hyphens", value)
		}
	case "title_vi":
		p.q.Title.VI = value
	case "title_en":
		p.q.Title.EN = value
	case "about_vi":
		p.q.About.VI = value
	case "about_en":
		p.q.About.EN = value
	case "counts_by":
		return p.countsBy(value)
	case "source":
		for _, s := range strings.Split(value, ",") {
			p.q.Sources = append(p.q.Sources, strings.TrimSpace(s))
		}
	case "feed":
		if value != "true" {
			return fmt.Errorf("feed %q: want true or no line", value)
		}
		p.q.Feed = true
	case "param":
		return p.param(value)
	case "column":
		return p.column(value)
	default:
		return fmt.Errorf("%s: no such header line", key)
	}
	return nil
}

func (p *parser) countsBy(value string) error {
	switch c := table.CountsBy(value); c {
	case "none":
	case table.ByAwardYear, table.ByDecidedYear, table.ByPeriod, table.ByGiven:
		p.q.CountsBy = c
	default:
		return fmt.Errorf("counts_by %q: want award_year, decided_year, period, given or none", value)
	}
	return nil
}

func (p *parser) column(value string) error {
	head, attrs, err := split(value, "vi", "en", "unit", "figure", "lang")
	if err != nil {
		return fmt.Errorf("column: %w", err)
	}
	words := strings.Fields(head)
	if len(words) != 2 || !columnName.MatchString(words[0]) {
		return fmt.Errorf("column %q: want a name and a kind", head)
	}
	c := table.Column{Name: words[0], Title: table.Text{VI: attrs["vi"], EN: attrs["en"]}, Lang: attrs["lang"]}
	if words[1] == "share" {
		c.Kind, c.Share = table.KindFloat, true
	} else if c.Kind, err = table.ParseKind(words[1]); err != nil {
		return fmt.Errorf("column %s: %w", c.Name, err)
	}
	if c.Title.VI == "" || c.Title.EN == "" {
		return fmt.Errorf("column %s: no title in both languages", c.Name)
	}
	if c.Lang != "" && c.Lang != "vi" && c.Lang != "en" {
		return fmt.Errorf("column %s: lang %q: want vi or en", c.Name, c.Lang)
	}
	if u, ok := attrs["unit"]; ok {
		vi, en, two := strings.Cut(u, "/")
		if !two || vi == "" || en == "" {
			return fmt.Errorf("column %s: unit %q: want vi/en", c.Name, u)
		}
		c.Unit = table.Text{VI: vi, EN: en}
	}
	if f, ok := attrs["figure"]; ok {
		var keys string
		c.Figure, keys, _ = strings.Cut(f, "?")
		if keys != "" {
			c.Keys = strings.Split(keys, ",")
		}
	}
	p.q.Columns = append(p.q.Columns, c)
	return nil
}

// split takes "head | a=… | b=…" apart; only the named attributes may stand, each once.
func split(value string, allowed ...string) (head string, attrs map[string]string, err error) {
	parts := strings.Split(value, "|")
	attrs = map[string]string{}
	for _, part := range parts[1:] {
		k, v, ok := strings.Cut(strings.TrimSpace(part), "=")
		if !ok || !slices.Contains(allowed, k) {
			return "", nil, fmt.Errorf("%q: want one of %s, as name=words", strings.TrimSpace(part), strings.Join(allowed, ", "))
		}
		if _, twice := attrs[k]; twice {
			return "", nil, fmt.Errorf("%s stands twice", k)
		}
		attrs[k] = v
	}
	return strings.TrimSpace(parts[0]), attrs, nil
}

// finish holds what a whole header must have.
func (p *parser) finish() error {
	q := &p.q
	for _, must := range []string{"name", "title_vi", "title_en", "about_vi", "about_en", "counts_by", "source"} {
		if !p.seen[must] {
			return fmt.Errorf("no %s", must)
		}
	}
	if q.SQL == "" {
		return fmt.Errorf("no SQL after the header")
	}
	if len(q.Columns) == 0 {
		return fmt.Errorf("no column line")
	}
	if err := checkColumns(q.Columns); err != nil {
		return err
	}
	code := bareSQL(q.SQL)
	for _, s := range q.Sources {
		if !regexp.MustCompile(`\b` + regexp.QuoteMeta(s) + `\b`).MatchString(code) {
			return fmt.Errorf("source %s: the SQL does not read it", s)
		}
	}
	return matchParams(q.Params, code)
}

func checkColumns(cols []table.Column) error {
	names := map[string]bool{}
	for _, c := range cols {
		if names[c.Name] {
			return fmt.Errorf("column %s: stands twice", c.Name)
		}
		names[c.Name] = true
	}
	for _, c := range cols {
		if c.Figure == "" {
			continue
		}
		mart, measure, ok := strings.Cut(c.Figure, "/")
		if !ok || !columnName.MatchString(mart) || len(c.Keys) == 0 {
			return fmt.Errorf("column %s: figure %q: want mart/measure?key,key", c.Name, c.Figure)
		}
		if from, ok := table.MeasureColumn(measure); ok && !names[from] || !ok && !columnName.MatchString(measure) {
			return fmt.Errorf("column %s: figure %q: no such measure", c.Name, c.Figure)
		}
		for _, k := range c.Keys {
			if _, from := table.KeyColumn(k); !names[from] {
				return fmt.Errorf("column %s: figure key %s: no such column", c.Name, k)
			}
		}
	}
	return nil
}

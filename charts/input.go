package charts

import (
	"fmt"
	"slices"

	"tdkt/queries/table"
)

// Input is all that the dashboard and the workbook are made from.
type Input struct {
	Tables   map[string]table.Table // by query name; Feeds lists those that are read
	Lang     string                 // "vi" or "en"
	Texts    map[string]string      // words of that language, keys "page.…" and "sheet.…"
	Province string                 // "Phú Thọ"
	AsOf     table.Date             // the day by which it is told what is overdue
	Live     string                 // what a server calls these figures; "" for a file, which asks nobody
}

// Feed is a query that the charts read and the parameters they need it with.
type Feed struct {
	Query  string
	Params map[string]string
}

// Feeds are the queries of an Input.
func Feeds() []Feed {
	all := map[string]string{"years": "100"}
	return []Feed{
		{"cube-award", nil}, {"cube-beneficiary", nil}, {"cube-crossed", nil}, {"cube-returns", nil}, {"cube-cells", nil},
		{"dim-unit", nil}, {"dim-unit-boundary", nil}, {"dim-form", nil}, {"dim-level", nil}, {"dim-achievement", nil}, {"dim-class", nil}, {"dim-cluster", nil},
		{"completeness", nil}, {"completeness-year", nil}, {"returns", nil}, {"findings", nil}, {"reconciliation", nil},
		{"by-cluster", all}, {"law-breaks", nil},
	}
}

// check tells of a missing table or language before anything is written.
func (in Input) check() error {
	if in.Lang != "vi" && in.Lang != "en" {
		return fmt.Errorf("charts: language %q: want vi or en", in.Lang)
	}
	for _, f := range Feeds() {
		t, ok := in.Tables[f.Query]
		if !ok {
			return fmt.Errorf("charts: no table %s", f.Query)
		}
		if err := t.Check(); err != nil {
			return fmt.Errorf("charts: %w", err)
		}
	}
	return nil
}

// say is the text of key with its %s filled in.
func (in Input) say(key string, args ...any) string {
	text, ok := in.Texts[key]
	if !ok {
		return "{" + key + "}" // seen by the test over the keys, and by eye
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// need gives the positions of columns of a table, or tells which is missing.
func need(t table.Table, columns ...string) ([]int, error) {
	at := make([]int, len(columns))
	for i, name := range columns {
		if at[i] = t.Col(name); at[i] < 0 {
			have := make([]string, len(t.Columns))
			for j, c := range t.Columns {
				have[j] = c.Name
			}
			slices.Sort(have)
			return nil, fmt.Errorf("charts: table %s has no column %s; it has %v", t.Name, name, have)
		}
	}
	return at, nil
}

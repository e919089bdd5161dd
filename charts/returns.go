package charts

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"slices"

	"tdkt/data"
	"tdkt/queries/table"
)

// obligationsOf reads which returns are in. A period that names no year stands under year 0.
func obligationsOf(in Input, unitAt func(string) (int, error)) ([]obligation, error) {
	t := in.Tables["completeness"]
	at, err := need(t, "unit_code", "form_of_return", "period", "role", "expected_count", "received_count", "accepted_count", "zero_count",
		"standing", "due_on", "cluster_name")
	if err != nil {
		return nil, err
	}
	out := make([]obligation, 0, len(t.Rows))
	for _, r := range t.Rows {
		o := obligation{Form: table.Plain(r[at[1]]), Period: table.Plain(r[at[2]]), Control: r[at[3]] == "control"}
		if o.Unit, err = unitAt(table.Plain(r[at[0]])); err != nil {
			return nil, err
		}
		o.FormName = in.returnName(o.Form)
		if y := yearOf(o.Period); y != nil {
			o.Year = *y
		}
		for i, into := range []*int64{&o.Expected, &o.Received, &o.Accepted, &o.Zero} {
			*into, _ = r[at[4+i]].(int64)
		}
		o.Standing, o.Due, o.Cluster = table.Plain(r[at[8]]), table.Plain(r[at[9]]), table.Plain(r[at[10]])
		out = append(out, o)
	}
	return out, nil
}

// returnName is the name of a form of return.
func (in Input) returnName(code string) string {
	if text, ok := in.Texts["page.return."+code]; ok {
		return text
	}
	return code
}

// findingsOf counts the findings by code, unit and year of the return.
func findingsOf(in Input, unitAt func(string) (int, error)) ([]findingCount, error) {
	t := in.Tables["findings"]
	at, err := need(t, "code", "severity", "unit_code", "period")
	if err != nil {
		return nil, err
	}
	names, err := RuleNames(in.Lang)
	if err != nil {
		return nil, err
	}
	seen := map[string]int{} // key -> position in out, so that the order of the rows is kept
	out := []findingCount{}
	for _, r := range t.Rows {
		c := findingCount{Code: table.Plain(r[at[0]]), Severity: table.Plain(r[at[1]]), Year: yearOf(table.Plain(r[at[3]]))}
		if code, ok := r[at[2]].(string); ok {
			u, err := unitAt(code)
			if err != nil {
				return nil, err
			}
			c.Unit = &u
		}
		key := fmt.Sprint(c.Code, "|", c.Severity, "|", r[at[2]], "|", table.Plain(r[at[3]]))
		i, ok := seen[key]
		if !ok {
			i = len(out)
			seen[key] = i
			c.Name = cmp.Or(names[c.Code], c.Code)
			out = append(out, c)
		}
		out[i].N++
	}
	return out, nil
}

// RuleNames are the names of the rules by the code of their findings.
func RuleNames(lang string) (map[string]string, error) {
	content, err := data.RuleFS.ReadFile("rules/rules.csv")
	if err != nil {
		return nil, fmt.Errorf("charts: %w", err)
	}
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("charts: %w", err)
	}
	code, name := slices.Index(rows[0], "code"), slices.Index(rows[0], "name_"+lang)
	if code < 0 || name < 0 {
		return nil, fmt.Errorf("charts: rules.csv has no column code or name_%s", lang)
	}
	names := map[string]string{}
	for _, r := range rows[1:] {
		names[r[code]] = r[name]
	}
	return names, nil
}

// openYears are the years that were not over on the day of the last receipt: their figures are provisional.
func openYears(in Input) ([]int, error) {
	t := in.Tables["completeness-year"]
	at, err := need(t, "award_year", "is_over")
	if err != nil {
		return nil, err
	}
	open := []int{}
	for _, r := range t.Rows {
		if y, ok := r[at[0]].(int64); ok && r[at[1]] == false {
			open = append(open, int(y))
		}
	}
	return open, nil
}

// duty tells of the units that owe a return which counts in a year, and those all of whose such
// returns are accepted. cube.js has the same rule; the browser test holds them together, and a test of cmd
// that it is that of mart_completeness_year.
func (f figures) duty(year int) table.Completeness {
	c := table.Completeness{Year: int64(year), Provisional: slices.Contains(f.Open, year)}
	done := map[int]bool{}
	for _, o := range f.Obligations {
		if o.Expected == 0 || o.Control || o.Year != year {
			continue
		}
		before, seen := done[o.Unit]
		done[o.Unit] = (before || !seen) && o.Accepted > 0
	}
	for _, all := range done {
		c.Expected++
		if all {
			c.Complete++
		}
	}
	c.Provisional = c.Provisional || c.Complete < c.Expected
	return c
}

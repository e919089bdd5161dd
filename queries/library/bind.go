package library

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/queries/table"
)

// Period reads a value given for a parameter that is a period; empty text is none. An error is a data.PeriodError.
func (a Param) Period(text string) (data.ReportPeriod, error) {
	if strings.TrimSpace(text) == "" {
		return data.ReportPeriod{}, nil
	}
	ref, err := data.LoadReference()
	if err != nil {
		return data.ReportPeriod{}, err
	}
	p, err := ref.ReportPeriod(text)
	switch {
	case err != nil:
		return data.ReportPeriod{}, err
	case a.Takes == TakesYears && (p.IsPartOfYear() || p.Kind == data.PeriodSchoolYear):
		return data.ReportPeriod{}, data.PeriodError{
			VI: fmt.Sprintf("kỳ %q (%s): câu hỏi này tính theo năm khen thưởng nên chỉ nhận trọn năm, như 2025, 2021..2025, dai-hoi-11; hãy hỏi by-period", text, p.Words("vi")),
			EN: fmt.Sprintf("period %q (%s): this query counts by award year and takes whole years, such as 2025, 2021..2025, dai-hoi-11; ask by-period", text, p.Words("en")),
		}
	case len(a.Sets) == 1 && p.From != p.To:
		return data.ReportPeriod{}, data.PeriodError{
			VI: fmt.Sprintf("kỳ %q (%s): câu hỏi này nhận một năm, như 2025", text, p.Words("vi")),
			EN: fmt.Sprintf("period %q (%s): this query takes one year, such as 2025", text, p.Words("en")),
		}
	}
	return p, nil
}

// bound are the names by which the SQL may use the parameter. Of a period these are its code, its kind, and its first and last
// year; of none "" and 0.
func (a Param) bound() []string {
	if a.Takes == "" {
		return []string{a.Name}
	}
	return []string{a.Name, a.Name + "_kind", a.Name + "_from", a.Name + "_to"}
}

// Bind reads the given values against the declared parameters and fills in the defaults. A name
// that the query does not have is an error, and so are a period and what it would set.
func (q Query) Bind(given map[string]string) (map[string]any, error) {
	out := map[string]any{}
	var names []string
	for _, p := range q.Params {
		text, ok := given[p.Name]
		if !ok {
			text = p.Default
		}
		v, err := p.Parse(text)
		if err != nil {
			return nil, fmt.Errorf("query %s: parameter %w", q.Name, err)
		}
		out[p.Name] = v
		names = append(names, p.Name)
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if _, ok := out[name]; !ok {
			if names == nil {
				return nil, fmt.Errorf("query %s: no parameter %q; it takes none", q.Name, name)
			}
			return nil, fmt.Errorf("query %s: no parameter %q; it takes %s", q.Name, name, strings.Join(names, ", "))
		}
	}
	if p, name := q.Clash(given); name != "" {
		return nil, fmt.Errorf("query %s: parameters %s and %s: give one of them", q.Name, p, name)
	}
	for _, p := range q.Params {
		if p.Takes != "" {
			if err := q.spread(p, given, out); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// Clash names a period that is given and another parameter given that the period would set; empty where none is.
func (q Query) Clash(given map[string]string) (period, other string) {
	for _, p := range q.Params {
		if strings.TrimSpace(given[p.Name]) == "" {
			continue
		}
		for _, name := range p.Sets {
			if _, ok := given[name]; ok {
				return p.Name, name
			}
		}
	}
	return "", ""
}

// spread turns a period into the numbers that it sets and the names that the SQL uses.
func (q Query) spread(a Param, given map[string]string, out map[string]any) error {
	p, err := a.Period(given[a.Name])
	if err != nil {
		return err
	}
	first, last := int64(p.From), int64(p.To)
	switch {
	case p.IsZero():
	case len(a.Sets) == 1:
		out[a.Sets[0]] = last
	case len(a.Sets) == 2 && a.Sets[1] == "years":
		out[a.Sets[0]], out[a.Sets[1]] = last, last-first+1
	case len(a.Sets) == 2:
		out[a.Sets[0]], out[a.Sets[1]] = first, last
	}
	delete(out, a.Name)
	code := bareSQL(q.SQL)
	for _, m := range paramUse.FindAllStringSubmatch(code, -1) {
		switch m[1] {
		case a.Name:
			out[a.Name] = p.String()
		case a.Name + "_kind":
			out[m[1]] = string(p.Kind)
		case a.Name + "_from":
			out[m[1]] = first
		case a.Name + "_to":
			out[m[1]] = last
		}
	}
	return nil
}

// Asked is the period that a query was asked for: the value given for the first of its parameters that is one, else none.
func (q Query) Asked(given map[string]string) (data.ReportPeriod, error) {
	for _, p := range q.Params {
		if p.Takes != "" {
			return p.Period(given[p.Name])
		}
	}
	return data.ReportPeriod{}, nil
}

// CountsByOf is what the years of the answer are, for a query that counts by the period given.
func (q Query) CountsByOf(p data.ReportPeriod) table.CountsBy {
	switch {
	case q.CountsBy != table.ByGiven:
		return q.CountsBy
	case p.IsPartOfYear():
		return table.ByDecidedOn
	case p.Kind == data.PeriodSchoolYear:
		return table.BySchoolYear
	}
	return table.ByAwardYear
}

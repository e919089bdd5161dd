package charts

import "tdkt/queries/table"

// difference is where a figure that counts and another that says the same thing differ, or one of them is missing.
type difference struct {
	Kind    string `json:"kind"` // of comparison, in words
	Year    int    `json:"year"` // 0 where not known
	Unit    *int   `json:"unit"` // nil where nothing else is known of it
	Name    string `json:"name"` // of the unit
	Form    string `json:"form"`
	Counted *int64 `json:"counted"`
	Other   *int64 `json:"other"`
	Where   string `json:"where"` // file, sheet and cell of the other figure
	Figure  string `json:"figure"`
}

// differencesOf reads the differences, and how many comparisons there were of each year.
func differencesOf(in Input, units []unit) ([]difference, map[int]int, error) {
	t := in.Tables["reconciliation"]
	if _, err := need(t, "award_year", "unit_code", "unit_name", "comparison_"+in.Lang, "form_"+in.Lang, "counted_count", "other_count",
		"difference_count", "other_file", "other_sheet", "other_cell"); err != nil {
		return nil, nil, err
	}
	position := map[string]int{}
	for i, u := range units {
		position[u.Code] = i
	}
	out, compared := []difference{}, map[int]int{}
	for r := range t.Rows {
		year, _ := t.Int(r, "award_year")
		compared[int(year)]++
		if apart, known := t.Int(r, "difference_count"); known && apart == 0 {
			continue
		}
		d := difference{Kind: t.Text(r, "comparison_"+in.Lang), Year: int(year), Name: t.Text(r, "unit_name"), Form: t.Text(r, "form_"+in.Lang),
			Counted: stated(t, r, "counted_count"), Other: stated(t, r, "other_count"), Figure: t.FigureID(r, t.Col("difference_count"))}
		if i, listed := position[t.Text(r, "unit_code")]; listed {
			d.Unit, d.Name = &i, units[i].Label
		}
		for i, column := range []string{"other_file", "other_sheet", "other_cell"} {
			if text := t.Text(r, column); text != "" {
				d.Where += []string{"", " · ", " · "}[i] + text
			}
		}
		out = append(out, d)
	}
	return out, compared, nil
}

// stated is a count; nil where it was never stated.
func stated(t table.Table, row int, column string) *int64 {
	if n, known := t.Int(row, column); known {
		return &n
	}
	return nil
}

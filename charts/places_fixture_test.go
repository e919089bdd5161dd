package charts

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tdkt/queries/table"
)

// fillPlaces makes up where the figures of an input come from: a return a unit and year; a second one for every fifth unit, with
// half of every figure. The cells of the lists of 25-a in 2025 are told.
func fillPlaces(in Input) {
	var shares, cells [][]any
	known := map[string]any1{}
	from := func(key any1, achievement, source any, counts []any) {
		unit, year := key[1].(string), key[0].(int64)
		id := fmt.Sprintf("r-%s-%d", unit, year)
		parts := [][]any{counts}
		if strings.HasSuffix(unit, "b") {
			first, second := slices.Clone(counts), slices.Clone(counts)
			for i, c := range counts {
				if n, stated := c.(int64); stated {
					first[i], second[i] = n/2, n-n/2
				}
			}
			parts = [][]any{first, second}
		}
		for i, part := range parts {
			ret := id + []string{"", "-2"}[i]
			known[ret] = any1{unit, fmt.Sprint(year), []string{"", "đợt 2"}[i], source}
			shares = append(shares, slices.Concat(key, any1{achievement, source, ret}, part))
		}
	}
	people := in.Tables["cube-beneficiary"]
	for _, r := range people.Rows {
		counts, after := r[4:4+len(measures)], r[4+len(measures):]
		from(r[:4], after[0], after[1], counts)
		if r[1] == "25-a" && r[0] == int64(2025) {
			cells = append(cells, listCells(r[:4], after[0], counts, len(cells))...)
		}
	}
	crossed := map[string][]any{}
	t := in.Tables["cube-crossed"]
	for _, r := range t.Rows {
		counts := make([]any, len(measures)-1)
		for i, m := range measures[1:] {
			if c := t.Col(m); c >= 0 {
				counts[i] = r[c]
			}
		}
		crossed[fmt.Sprint(r[:5])] = counts
	}
	for _, r := range in.Tables["cube-award"].Rows {
		if r[6] == "tally" {
			counts := crossed[fmt.Sprint(r[:5])]
			if counts == nil {
				counts = make([]any, len(measures)-1)
			}
			from(r[:4], r[4], r[6], slices.Concat(any1{r[5]}, counts))
		}
	}
	in.Tables["cube-returns"] = textTable("cube-returns", slices.Concat([]string{"award_year", "unit_code", "form_code", "level_code", "achievement_code", "source", "return_id"}, measures), shares...)
	in.Tables["cube-cells"] = textTable("cube-cells", []string{"return_id", "source_sheet", "source", "cell_row", "cell_column", "form_row", "award_year", "unit_code", "form_code", "level_code", "achievement_code", "amount", "adds"}, cells...)
	t = in.Tables["returns"]
	rows := slices.Clone(t.Rows)
	if at := t.Col("return_id"); at >= 0 { // filled before, for other figures
		t.Columns = t.Columns[:at]
		rows = slices.DeleteFunc(rows, func(r []any) bool { return r[at] != nil })
		for i := range rows {
			rows[i] = rows[i][:at]
		}
	}
	for i := range rows {
		rows[i] = append(slices.Clone(rows[i]), nil, nil, nil)
	}
	more := []string{"return_id", "part", "status_" + in.Lang}
	var names []string
	for _, c := range t.Columns {
		names = append(names, c.Name)
	}
	for _, id := range slices.Sorted(maps.Keys(known)) {
		k := known[id]
		row := make(any1, len(names), len(names)+len(more))
		for i, name := range names {
			row[i] = map[string]any{"unit_code": k[0], "unit_name": k[0], "period": k[1], "form_of_return": map[any]any{"list": "danh_sach_hon_hop", "tally": "mau_02"}[k[3]],
				"file_name": fmt.Sprintf("%s/%s.xlsx", k[1], id), "status": "accepted", "received_on": table.Date{Year: 2025, Month: 12, Day: 15}}[name]
		}
		rows = append(rows, append(row, id, k[2], "Được chấp nhận"))
	}
	in.Tables["returns"] = textTable("returns", append(names, more...), rows...)
}

// listCells are the awards of a row of the cube, one a row of the sheet from row 10 on, with the collectives first.
func listCells(key []any, achievement any, counts []any, before int) [][]any {
	left := map[string]int64{}
	for i, c := range counts {
		left[measures[i]], _ = c.(int64)
	}
	take := func(among ...string) string {
		for _, m := range among {
			if left[m] > 0 {
				left[m]--
				return m
			}
		}
		return ""
	}
	var rows [][]any
	for range left["award_count"] {
		adds := []string{"award/award_count/H/0//1"}
		put := func(column, measure string) {
			if measure != "" {
				adds = append(adds, "beneficiary/"+measure+"/"+column+"/0//1")
			}
		}
		kind := take("collective_count", "household_count", "individual_count")
		put("B", kind)
		if kind == "individual_count" {
			put("E", take("leader_ministry_province_count", "leader_department_count", "entrepreneur_count", "leader_other_count", "direct_worker_count", "class_unknown_count"))
			put("C", take("woman_count", "woman_unknown_count"))
			put("D", take("youth_count", "youth_unknown_count"))
		} else {
			put("E", take("enterprise_count"))
		}
		row := int64(10 + before + len(rows))
		rows = append(rows, slices.Concat(any1{fmt.Sprintf("r-%s-%d", key[1], key[0]), "Danh sách", "list", row, "", row}, key, any1{achievement, int64(1), strings.Join(adds, " ")}))
	}
	return rows
}

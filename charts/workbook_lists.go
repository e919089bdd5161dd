package charts

import (
	"strings"

	"tdkt/queries/table"
)

// list is a query shown in the workbook as it is: the columns that fit on paper, in order. A
// name that ends in _ stands for the column of the language, want_ for want_vi or want_en.
type list struct {
	key, query string // sheet.<key> is the name of the sheet
	columns    []string
}

var lists = []list{
	{"cluster", "by-cluster", []string{
		"award_year", "cluster_name", "member_unit_count", "expected_unit_count", "complete_unit_count", "award_count", "collective_count", "household_count", "individual_count",
		"direct_worker_count", "direct_worker_share", "class_unknown_share", "woman_count", "woman_share", "woman_unknown_share", "youth_count", "youth_share", "youth_unknown_share"}},
	{"completeness", "completeness", []string{
		"period", "unit_name", "parent_name", "form_of_return", "role", "standing_", "due_on", "received_on", "expected_count", "received_count", "accepted_count", "zero_count", "waiting_count", "excuse"}},
	{"returns", "returns", []string{
		"period", "unit_name", "parent_name", "form_of_return", "status", "received_on", "file_name", "error_count", "warning_count", "query_count",
		"rows_read", "rows_used", "rows_excluded", "rows_rejected", "cells_read", "cells_used", "cells_excluded", "cells_rejected"}},
	{"findings", "findings", []string{"source_file", "source_sheet", "source_cell", "severity", "code", "got", "want_", "mend_"}},
	{"reconciliation", "reconciliation", []string{
		"comparison", "award_year", "unit_name", "parent_name", "form_", "figure_measure", "counted_source", "counted_count", "other_count", "difference_count", "other_file", "other_cell"}},
}

// inLang are the columns of a list in one language.
func (l list) inLang(lang string) []string {
	out := make([]string, len(l.columns))
	for i, c := range l.columns {
		if strings.HasSuffix(c, "_") {
			c += lang
		}
		out[i] = c
	}
	return out
}

// listSheets are tables shown as they are.
func listSheets(in Input) ([]sheet, error) {
	names, err := RuleNames(in.Lang)
	if err != nil {
		return nil, err
	}
	var out []sheet
	for _, l := range lists {
		t := in.Tables[l.query]
		at, err := need(t, l.inLang(in.Lang)...)
		if err != nil {
			return nil, err
		}
		s := sheet{Name: in.say("sheet." + l.key), Title: t.Title.In(in.Lang), Note: strings.TrimSpace(t.About.In(in.Lang) + " " + t.Note(in.Lang))}
		for _, c := range at {
			s.Head = append(s.Head, t.Columns[c].Title.In(in.Lang))
		}
		for _, r := range t.Rows {
			row := make([]any, len(at))
			for i, c := range at {
				row[i] = listCell(in, t.Columns[c], r[c], names)
			}
			s.Rows = append(s.Rows, row)
		}
		out = append(out, s)
	}
	return out, nil
}

// listCell shows a cell: codes by their words, shares as percentages, a year as plain text.
func listCell(in Input, c table.Column, v any, ruleNames map[string]string) any {
	switch v := v.(type) {
	case string:
		return listWord(in, c.Name, v, ruleNames)
	case float64:
		if c.Share {
			return ratio(v)
		}
		return table.Plain(v)
	case int64:
		if strings.HasSuffix(c.Name, "_year") {
			return yearTitle(in, int(v))
		}
		return v
	case bool:
		return map[bool]string{true: in.say("page.yes"), false: in.say("page.no")}[v]
	}
	return v
}

// listWord is the word of a code; text of a return stays as it is.
func listWord(in Input, column, v string, ruleNames map[string]string) string {
	switch column {
	case "form_of_return":
		return in.returnName(v)
	case "figure_measure":
		return measureName(in, v)
	case "code":
		if name, ok := ruleNames[v]; ok {
			return name
		}
	case "severity", "status", "role", "comparison", "counted_source":
		if text, ok := in.Texts["sheet.code."+v]; ok {
			return text
		}
	}
	return v
}

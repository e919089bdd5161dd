package table

import (
	"fmt"
	"strings"
)

// Text is a wording in the two languages of the program.
type Text struct {
	VI string `json:"vi"`
	EN string `json:"en"`
}

// In gives the wording in lang ("vi" or "en"); one that is missing in English is given in Vietnamese.
func (t Text) In(lang string) string {
	if lang == "en" && t.EN != "" {
		return t.EN
	}
	return t.VI
}

// Kind is what the cells of a column hold besides nil.
type Kind int

// The kinds of a column and the Go type of their cells.
const (
	KindText  Kind = iota // string
	KindInt               // int64
	KindFloat             // float64
	KindBool              // bool
	KindDate              // Date
)

var kindNames = []string{"text", "int", "float", "bool", "date"}

func (k Kind) String() string {
	if k < 0 || int(k) >= len(kindNames) {
		return fmt.Sprintf("kind(%d)", int(k))
	}
	return kindNames[k]
}

// ParseKind reads the name of a kind as it stands in a query's header.
func ParseKind(s string) (Kind, error) {
	for i, n := range kindNames {
		if n == s {
			return Kind(i), nil
		}
	}
	return 0, fmt.Errorf("kind %q: want one of %s", s, strings.Join(kindNames, ", "))
}

// MarshalText writes the kind's name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the kind's name.
func (k *Kind) UnmarshalText(b []byte) (err error) {
	*k, err = ParseKind(string(b))
	return err
}

// Numeric tells whether the column is right-aligned and may be added up or drawn.
func (k Kind) Numeric() bool { return k == KindInt || k == KindFloat }

// Column describes one column.
type Column struct {
	Name  string `json:"name"` // as in SQL, stable
	Title Text   `json:"title"`
	Unit  Text   `json:"unit"` // empty where the cells have none
	Kind  Kind   `json:"kind"`
	// Share is true where the cells are parts of one (0.4567 is shown as 45,67 %).
	Share bool `json:"share,omitempty"`
	// Lang is "vi" or "en" where the cells are words of that language, else empty.
	Lang string `json:"lang,omitempty"`
	// Figure is mart/measure where each cell is a published figure, else empty;
	// mart/{column} takes the measure from another column of the row.
	Figure string `json:"figure,omitempty"`
	// Keys name the columns that hold the figure's keys, in the order of the figure id;
	// "award_year=last_year" takes the key award_year from the column last_year.
	Keys []string `json:"keys,omitempty"`
}

// CountsBy says which year a table counts by.
type CountsBy string

// What the years of a table are.
const (
	ByNothing     CountsBy = ""             // no year is meant
	ByAwardYear   CountsBy = "award_year"   // the year of the achievement
	ByDecidedYear CountsBy = "decided_year" // the year of the decision
	ByPeriod      CountsBy = "period"       // the period a return is due for
	ByDecidedOn   CountsBy = "decided_on"   // a part of a year: lists by the day of decision, tallies by the period of their return
	BySchoolYear  CountsBy = "school_year"  // the school year that a return states
	ByGiven       CountsBy = "given"        // award_year, decided_on or school_year, as the period given has it
)

// countsByWords say what a table counts by.
var countsByWords = map[CountsBy]Text{
	ByAwardYear:   {"tính theo năm khen thưởng (năm thành tích)", "counted by award year (year of the achievement)"},
	ByDecidedYear: {"tính theo năm quyết định", "counted by year of decision"},
	ByPeriod:      {"tính theo kỳ báo cáo", "counted by reporting period"},
	ByDecidedOn:   {"danh sách tính theo ngày quyết định, biểu tổng hợp tính theo kỳ của báo cáo", "lists counted by day of decision, tallies by the period of their return"},
	BySchoolYear:  {"tính theo năm học mà báo cáo ghi", "counted by the school year that the return states"},
}

// In says it in lang; empty where no year is meant.
func (c CountsBy) In(lang string) string { return countsByWords[c].In(lang) }

// Table is the answer to one query.
type Table struct {
	Name     string   `json:"name"` // name of the query; empty for SQL written by hand
	Title    Text     `json:"title"`
	About    Text     `json:"about"`
	CountsBy CountsBy `json:"counts_by,omitempty"`
	Sources  []string `json:"sources,omitempty"` // published tables it was read from
	Build    string   `json:"build,omitempty"`   // id of the build it was read from
	Period   Text     `json:"period"`            // the period asked for, in words; empty where none was
	Notes    []Text   `json:"notes,omitempty"`   // what a reader must know of these figures: cut before the end, a law that changed
	Columns  []Column `json:"columns"`
	Rows     [][]any  `json:"rows"`
}

// Col is the index of the named column, or -1.
func (t Table) Col(name string) int {
	for i, c := range t.Columns {
		if c.Name == name {
			return i
		}
	}
	return -1
}

// In is the table for readers of lang: columns in words of the other language are left out.
func (t Table) In(lang string) Table {
	out := t
	out.Columns, out.Rows = nil, make([][]any, len(t.Rows))
	for i, c := range t.Columns {
		if c.Lang != "" && c.Lang != lang {
			continue
		}
		out.Columns = append(out.Columns, c)
		for r, row := range t.Rows {
			out.Rows[r] = append(out.Rows[r], row[i])
		}
	}
	return out
}

// Value is the cell of the named column, nil where it is blank or there is no such column or row.
func (t Table) Value(row int, name string) any {
	c := t.Col(name)
	if c < 0 || row < 0 || row >= len(t.Rows) || c >= len(t.Rows[row]) {
		return nil
	}
	return t.Rows[row][c]
}

// Int is the whole number in the named column; known is false where it is not stated.
func (t Table) Int(row int, name string) (n int64, known bool) {
	n, known = t.Value(row, name).(int64)
	return n, known
}

// Float is the number in the named column; known is false where it is not stated.
func (t Table) Float(row int, name string) (x float64, known bool) {
	switch v := t.Value(row, name).(type) {
	case float64:
		return v, true
	case int64:
		return float64(v), true
	}
	return 0, false
}

// Text is the cell of the named column as text, empty where it is blank.
func (t Table) Text(row int, name string) string { return Plain(t.Value(row, name)) }

// Source is the line that stands under a picture or table: where the figures are from, what
// their years are, and the build they were read from.
func (t Table) Source(lang string) string {
	var parts []string
	if len(t.Sources) > 0 {
		parts = append(parts, Text{"Nguồn: ", "Source: "}.In(lang)+strings.Join(t.Sources, ", "))
	}
	if words := t.Period.In(lang); words != "" {
		parts = append(parts, words)
	}
	if words := t.CountsBy.In(lang); words != "" {
		parts = append(parts, words)
	}
	if t.Build != "" {
		parts = append(parts, Text{"bản dựng ", "build "}.In(lang)+t.Build)
	}
	return strings.Join(parts, " · ")
}

// Foot is what stands under the table: its source, then its notes.
func (t Table) Foot(lang string) []string {
	lines := []string{t.Source(lang)}
	for _, n := range t.Notes {
		lines = append(lines, n.In(lang))
	}
	return lines
}

// Check tells of the first cell whose type is not its column's kind, or a row of the wrong width.
func (t Table) Check() error {
	for r, row := range t.Rows {
		if len(row) != len(t.Columns) {
			return fmt.Errorf("table %s, row %d: %d cells for %d columns", t.Name, r, len(row), len(t.Columns))
		}
		for c, v := range row {
			if v != nil && kindOf(v) != t.Columns[c].Kind {
				return fmt.Errorf("table %s, row %d, column %s: %T in a column of kind %s", t.Name, r, t.Columns[c].Name, v, t.Columns[c].Kind)
			}
		}
	}
	return nil
}

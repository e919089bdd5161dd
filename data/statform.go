package data

import (
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// StatFormFS holds forms/*: one file a form that the board itself fills in and signs.
//
//go:embed forms/*.json
var StatFormFS embed.FS

// StatForm is a form that the board itself fills in and signs: of the circulars on statistics, or a table that provinces send.
// What its rows are called and their codes stand in the layout by which such a form is read (layouts/), once for both.
type StatForm struct {
	Code     string       `json:"code"`
	Series   string       `json:"series"` // forms of one series follow each other from circular to circular
	File     string       `json:"file"`   // name of the file, without its ending
	Sheet    string       `json:"sheet"`
	Shape    string       `json:"shape"`    // measures_down, forms_down, units_down, figures_down
	Reads    string       `json:"reads"`    // the layout by which it is read
	Circular Circular     `json:"circular"` // zero for a table without one
	From     int          `json:"from"`     // first report year; 0: from the beginning
	To       int          `json:"to"`       // last report year; 0: still
	Later    *Later       `json:"later"`    // a circular whose forms are not at hand
	Left     []string     `json:"left"`     // heading block; {sender} and {year} are put in
	Right    []string     `json:"right"`
	Title    string       `json:"title"`
	Period   string       `json:"period"`
	Levels   []string     `json:"levels"` // deciding levels that it counts; none: all
	Columns  []StatColumn `json:"columns"`
	Rows     []StatRow    `json:"rows"`  // of measures_down and figures_down
	Total    string       `json:"total"` // what the last row is called, "" for none
	Sign     StatSign     `json:"sign"`

	CountUnit string     `json:"count_unit"` // of all figures, over the table; "" where rows or columns say it
	Remarks   []Circular `json:"remarks"`    // what is doubtful in the form itself, for its foot, in two languages
}

// Circular names a circular in two languages.
type Circular struct {
	VI string `json:"vi"`
	EN string `json:"en"`
}

// In is its name in lang.
func (c Circular) In(lang string) string {
	if lang == "en" {
		return c.EN
	}
	return c.VI
}

// Later is a circular that has replaced the one of a form since a year, without its form being known here.
type Later struct {
	Circular
	From int `json:"from"`
}

// StatColumn is a column, or as many as there are award forms under one heading.
type StatColumn struct {
	What         string   `json:"what"`  // label, code, count_unit, ordinal, form, unit, total, awards, figure, statistic, proposed, ratio, left
	Head         []string `json:"head"`  // from the top
	Index        string   `json:"index"` // of the row of column numbers; "+" numbers on
	Width        float64  `json:"width"` // in characters
	Forms        []string `json:"forms"` // award forms of awards columns
	Families     []string `json:"families"`
	Rest         bool     `json:"rest"`    // the award forms that stand in no other column
	Each         bool     `json:"each"`    // a heading for each award form
	Kinds        []string `json:"kinds"`   // a column for each kind of recipient
	Measure      string   `json:"measure"` // of a statistic: the code of the column
	Sums         []string `json:"sums"`    // of a statistic: the columns that it adds up, by index
	Shared       bool     `json:"shared"`  // of a statistic: several units may state one and the same thing
	Achievements []string `json:"achievements"`
	Of           []string `json:"of"`   // numerator and denominator, by index
	Left         string   `json:"left"` // why nothing can stand in it: texts forms.left.…
}

// StatRow is a row of fixed meaning.
type StatRow struct {
	Text        string `json:"text"` // of a heading; else the label is the layout's
	Mark        string `json:"mark"` // before the label
	Measure     string `json:"measure"`
	Achievement string `json:"achievement"`
	CountUnit   string `json:"count_unit"`
	SumsInto    string `json:"sums_into"` // the measure that such rows add up to
	Left        string `json:"left"`      // why nothing can stand in it
	Bold        bool   `json:"bold"`
	Label, Code string `json:"-"` // as the layout has them
}

// StatSign is the block of signatures.
type StatSign struct {
	Date  string   `json:"date"`
	Left  []string `json:"left"`
	Right []string `json:"right"`
}

// StatForms reads the forms, in order of code.
func StatForms() ([]StatForm, error) { return readStatForms(StatFormFS, LayoutFS) }

func readStatForms(forms, layouts fs.FS) (all []StatForm, err error) {
	names, err := fs.Glob(forms, "forms/*.json")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		content, err := fs.ReadFile(forms, name)
		if err != nil {
			return nil, err
		}
		var f StatForm
		dec := json.NewDecoder(bytes.NewReader(content))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&f); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if err := f.nameRows(layouts); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if err := f.check(); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b StatForm) int { return cmp.Compare(a.Code, b.Code) })
	return all, checkSeries(all)
}

// nameRows takes labels and codes of the rows from the layout by which the form is read.
func (f *StatForm) nameRows(layouts fs.FS) error {
	content, err := fs.ReadFile(layouts, "layouts/"+f.Reads+".json")
	if err != nil {
		return err
	}
	var l struct {
		RowMeasures []struct {
			Labels      []string `json:"labels"`
			RowCode     string   `json:"row_code"`
			Measure     string   `json:"measure"`
			Achievement string   `json:"achievement"`
		} `json:"row_measures"`
	}
	if err := json.Unmarshal(content, &l); err != nil {
		return fmt.Errorf("layout %s: %w", f.Reads, err)
	}
	for i := range f.Rows {
		r := &f.Rows[i]
		if r.Text != "" {
			continue
		}
		measure := cmp.Or(r.Measure, "achievement_count")
		for _, m := range l.RowMeasures {
			if m.Measure == measure && m.Achievement == r.Achievement && len(m.Labels) > 0 {
				r.Label, r.Code = m.Labels[0], m.RowCode
				break
			}
		}
		if r.Label == "" {
			return fmt.Errorf("row %s%s: the layout %s has no such row", r.Measure, r.Achievement, f.Reads)
		}
	}
	return nil
}

var statWords = map[string][]string{
	"shape": {"measures_down", "forms_down", "units_down", "figures_down"},
	"what":  {"label", "code", "count_unit", "ordinal", "form", "unit", "total", "awards", "figure", "statistic", "proposed", "ratio", "left"},
	"kind":  {"collective", "individual"},
}

func (f StatForm) check() error {
	if f.Code == "" || f.Series == "" || f.File == "" || f.Sheet == "" || f.Title == "" || strings.ContainsAny(f.File, `/\.`) {
		return fmt.Errorf("want code, series, file, sheet and title")
	}
	if !slices.Contains(statWords["shape"], f.Shape) {
		return fmt.Errorf("shape %q: want one of %v", f.Shape, statWords["shape"])
	}
	for i, c := range f.Columns {
		if !slices.Contains(statWords["what"], c.What) || len(c.Head) == 0 || c.Width <= 0 {
			return fmt.Errorf("column %d: want what (one of %v), head and width", i+1, statWords["what"])
		}
		for _, k := range c.Kinds {
			if !slices.Contains(statWords["kind"], k) {
				return fmt.Errorf("column %d: kind %q: want one of %v", i+1, k, statWords["kind"])
			}
		}
		if c.What == "ratio" && (len(c.Of) != 2 || f.column(c.Of[0]) < 0 || f.column(c.Of[1]) < 0) {
			return fmt.Errorf("column %d: a ratio wants the indexes of two columns, not %v", i+1, c.Of)
		}
		for _, index := range c.Sums {
			if f.column(index) < 0 {
				return fmt.Errorf("column %d: sums %q, which is no index", i+1, index)
			}
		}
		if c.What == "left" && c.Left == "" {
			return fmt.Errorf("column %d: nothing says why it is left", i+1)
		}
	}
	if len(f.Columns) == 0 || f.FixedRows() != (len(f.Rows) > 0) {
		return fmt.Errorf("want columns, and rows where measures or figures stand down")
	}
	return nil
}

// FixedRows says that the rows of the form are always the same.
func (f StatForm) FixedRows() bool { return f.Shape == "measures_down" || f.Shape == "figures_down" }

// column is the place of the column of an index, or -1.
func (f StatForm) column(index string) int {
	return slices.IndexFunc(f.Columns, func(c StatColumn) bool { return c.Index == index })
}

// checkSeries refuses two forms of a series for one year, and two files of one name.
func checkSeries(all []StatForm) error {
	for i, a := range all {
		for _, b := range all[i+1:] {
			over := a.From <= cmp.Or(b.To, latestYear) && b.From <= cmp.Or(a.To, latestYear)
			if a.Series == b.Series && over || a.File == b.File || a.Code == b.Code {
				return fmt.Errorf("forms %s and %s: two of a series for one year, or of one name", a.Code, b.Code)
			}
		}
	}
	return nil
}

// StatFormsOf are the forms to be filled in for a report year, one a series: that of the year, else the first one that there was.
func StatFormsOf(all []StatForm, year int) (of []StatForm) {
	first := map[string]int{}
	for _, f := range all {
		if at, has := first[f.Series]; !has || f.From < at {
			first[f.Series] = f.From
		}
	}
	for _, f := range all {
		if year := max(year, first[f.Series]); f.From <= year && year <= cmp.Or(f.To, latestYear) {
			of = append(of, f)
		}
	}
	return of
}

package book

import (
	"fmt"
	"strconv"
	"strings"

	"tdkt/queries/table"
)

// Feed is a query that the workbook reads and the parameters it needs it with.
type Feed struct {
	Query  string
	Params map[string]string
}

// Input is all that the workbook is made from.
type Input struct {
	Year     int
	Before   int                    // the year that it is compared with; 0 for none
	Tables   map[string]table.Table // by query
	Lang     string
	Texts    map[string]string // words of that language, keys "book.…", "report.…", "page.…" and "sheet.…"
	Province string            // "Phú Thọ"
}

// seriesYears is how many years stand beside one another.
const seriesYears = 5

// years are those of the series.
func (in Input) years() (all []int) {
	for y := in.Year - seriesYears + 1; y <= in.Year; y++ {
		all = append(all, y)
	}
	return all
}

// Feeds are the queries that the workbook of a year reads, and of the year that it is compared with (0: none).
func Feeds(year, before int) []Feed {
	first, last := year-seriesYears+1, year
	if before != 0 {
		first, last = min(first, before), max(last, before)
	}
	span := map[string]string{"year": strconv.Itoa(last), "years": strconv.Itoa(last - first + 1)}
	feeds := []Feed{{"by-year", nil}, {"completeness-year", nil}, {"completeness", nil}, {"reconciliation", nil}, {"findings", nil}, {"law-breaks", nil},
		{"dim-form", nil}, {"dim-level", nil}, {"dim-achievement", nil}, {"dim-class", nil}, {"dim-unit", nil}, {"dim-cluster", nil}}
	for _, q := range []string{"by-form-year", "by-level-year", "by-beneficiary-form", "by-achievement", "by-form-achievement", "by-unit", "by-cluster"} {
		feeds = append(feeds, Feed{q, span})
	}
	return feeds
}

// check tells of a missing table or language before anything is written.
func (in Input) check() error {
	if in.Lang != "vi" && in.Lang != "en" {
		return fmt.Errorf("language %q: want vi or en", in.Lang)
	}
	if in.Before == in.Year {
		return fmt.Errorf("year %d compared with itself", in.Year)
	}
	for _, f := range Feeds(in.Year, in.Before) {
		t, ok := in.Tables[f.Query]
		if !ok {
			return fmt.Errorf("no table %s", f.Query)
		}
		if err := t.Check(); err != nil {
			return err
		}
	}
	return nil
}

// completeness is how complete the figures of a year are; a year of which nothing is listed is provisional.
func (in Input) completeness(year int) table.Completeness {
	t := in.Tables["completeness-year"]
	for r := range t.Rows {
		if y, _ := t.Int(r, "award_year"); y == int64(year) {
			c := table.Completeness{Year: y, Provisional: t.Value(r, "is_provisional") == true}
			c.Expected, _ = t.Int(r, "expected_unit_count")
			c.Complete, _ = t.Int(r, "complete_unit_count")
			return c
		}
	}
	return table.Completeness{Year: int64(year)}
}

// standing says how complete a year is: "12/15 đơn vị, sơ bộ".
func (in Input) standing(year int) string { return in.completeness(year).Words(in.Lang) }

// marked is a year with how complete it is, as a label: "2025 (12/15 đơn vị, sơ bộ)"; the word after the comma is kept in one piece.
func (in Input) marked(year int) string {
	units, mark, provisional := strings.Cut(in.standing(year), ", ")
	if provisional {
		units += ", " + strings.ReplaceAll(mark, " ", "\u00a0")
	}
	return yearText(year) + " (" + units + ")"
}

// board is the name of the board that the workbook is of.
func (c *composer) board() string { return c.say("page.agency", c.in.Province) }

// placed adds to a unit's name where it lies, unless that is the province today.
func (in Input) placed(name, parent string) string {
	bare := strings.TrimPrefix(strings.TrimPrefix(parent, "Tỉnh "), "Thành phố ")
	if parent == "" || bare == in.Province {
		return name
	}
	return name + " (" + parent + ")"
}

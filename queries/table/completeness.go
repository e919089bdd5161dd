package table

import (
	"fmt"
	"slices"
	"strings"
)

// Completeness says how complete the figures of a year are: the units that owe a return which counts, and those all of
// whose such returns are accepted. Expected 0 means that nobody knows who owes.
type Completeness struct {
	Year               int64 `json:"year"` // 0 is the year not known
	Expected, Complete int64
	Provisional        bool // units are missing, or the year was not over on the day of the last receipt
}

// Ratio is the bare form, for machines: "38/42".
func (c Completeness) Ratio() string { return fmt.Sprintf("%d/%d", c.Complete, c.Expected) }

// Words are what stands beside a total: "38/42 đơn vị, sơ bộ".
func (c Completeness) Words(lang string) string {
	words := Text{c.Ratio() + " đơn vị", c.Ratio() + " units"}.In(lang)
	if c.Expected == 0 {
		words = Text{"chưa rõ đơn vị nào phải gửi báo cáo", "not known which units owe a return"}.In(lang)
	}
	if c.Provisional {
		words += Text{", sơ bộ", ", provisional"}.In(lang)
	}
	return words
}

// Note is the line that stands under a table with totals of these years; empty where the table has none.
func (t Table) Note(lang string) string {
	if len(t.Completeness) == 0 {
		return ""
	}
	var parts []string
	for _, c := range slices.Backward(t.Completeness) {
		year := Text{fmt.Sprintf("năm %d", c.Year), fmt.Sprintf("%d", c.Year)}.In(lang)
		if c.Year == 0 {
			year = Text{"chưa rõ năm", "year not known"}.In(lang)
		}
		parts = append(parts, year+": "+c.Words(lang))
	}
	return Text{"Mức đầy đủ (đơn vị đủ báo cáo / phải gửi): ", "Completeness (units complete / units that owe): "}.In(lang) + strings.Join(parts, "; ")
}

// yearColumns are the columns of award years, and what their completeness is called.
var yearColumns = []struct{ column, prefix, vi, en string }{
	{"award_year", "", "Mức đầy đủ", "Completeness"},
	{"last_year", "last_", "Mức đầy đủ năm trước", "Completeness of the year before"},
}

// YearColumns are the columns of the table whose years want a completeness.
func (t Table) YearColumns() (at []int) {
	if t.CountsBy != ByAwardYear {
		return nil
	}
	for _, y := range yearColumns {
		if c := t.Col(y.column); c >= 0 {
			at = append(at, c)
		}
	}
	return at
}

// Beside is the table with the completeness of its years in columns of its own, so that no total leaves without it:
// "38/42" and whether it is provisional for machines, in words of lang for people (lang empty: for machines).
func (t Table) Beside(lang string) Table {
	if len(t.Completeness) == 0 {
		return t
	}
	of := map[int64]Completeness{}
	for _, c := range t.Completeness {
		of[c.Year] = c
	}
	out := t
	out.Columns = slices.Clone(t.Columns)
	out.Rows = make([][]any, len(t.Rows))
	for r := range t.Rows {
		out.Rows[r] = slices.Clone(t.Rows[r])
	}
	for _, y := range yearColumns {
		at := t.Col(y.column)
		if at < 0 || t.Col(y.prefix+"completeness") >= 0 || t.Col(y.prefix+"is_provisional") >= 0 {
			continue
		}
		out.Columns = append(out.Columns, Column{Name: y.prefix + "completeness", Title: Text{y.vi, y.en}})
		if lang == "" {
			out.Columns = append(out.Columns, Column{Name: y.prefix + "is_provisional", Title: Text{"Sơ bộ", "Provisional"}, Kind: KindBool})
		}
		for r, row := range t.Rows {
			year, stated := row[at].(int64)
			c, known := of[year]
			switch {
			case !stated || !known:
				out.Rows[r] = append(out.Rows[r], nil)
			case lang == "":
				out.Rows[r] = append(out.Rows[r], c.Ratio())
			default:
				out.Rows[r] = append(out.Rows[r], c.Words(lang))
			}
			if lang != "" {
				continue
			}
			if stated && known {
				out.Rows[r] = append(out.Rows[r], c.Provisional)
			} else {
				out.Rows[r] = append(out.Rows[r], nil)
			}
		}
	}
	return out
}

package main

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// change is one cell and what it is changed to; other is tried where the return is refused with next.
type change struct {
	file, sheet, cell string
	field             string // count, form, gender, class, achievement or kind
	old, next, other  string
}

func (c change) String() string {
	return fmt.Sprintf("%s!%s!%s %s %q -> %q", c.file, c.sheet, c.cell, c.field, c.old, c.next)
}

// changeable are the containers that a bench can write again with one cell changed: .xlsx that lie in no archive, CSV in UTF-8.
func changeable(file string, content []byte) bool {
	return strings.HasSuffix(file, ".xlsx") && content != nil || strings.HasSuffix(file, ".csv") && utf8.Valid(content)
}

// candidates are the cells that stand behind a published figure and have another valid value.
func candidates(t *testing.T, db *sql.DB, files map[string][]byte) []change {
	t.Helper()
	all := counts(t, db)
	stated := attributes(t, db)
	seen := map[[3]string]bool{}
	for _, a := range stated {
		place := [3]string{a.file, a.sheet, a.cell}
		if next, ok := a.another(stated); ok && !seen[place] {
			seen[place] = true
			all = append(all, change{file: a.file, sheet: a.sheet, cell: a.cell, field: a.field, old: a.text, next: next})
		}
	}
	all = slices.DeleteFunc(all, func(c change) bool { return !changeable(c.file, files[c.file]) })
	slices.SortFunc(all, func(a, b change) int {
		return cmp.Or(cmp.Compare(a.field, b.field), cmp.Compare(a.file, b.file), cmp.Compare(a.sheet, b.sheet), cmp.Compare(a.cell, b.cell))
	})
	return all
}

// counts are the cells of tallies that a measure of the two public tables is a sum of.
func counts(t *testing.T, db *sql.DB) []change {
	t.Helper()
	measures := truthOf(t, "fct_beneficiary_count")[0]
	rows := asked(t, db, `select distinct c.source_file, c.source_sheet, c.source_cell, r.cell_text
		from fct_contribution as c
		join raw_cell as r on r.return_id = c.return_id and r.sheet_name = c.source_sheet and r.source_cell = c.source_cell
		where c.source = 'tally' and (c.fact = 'award' or c.fact = 'beneficiary' and c.measure in ('`+strings.Join(measures, "', '")+`'))
		order by all`)
	var all []change
	for _, r := range rows {
		c := change{file: r[0], sheet: r[1], cell: r[2], field: "count", old: r[3], next: bumped(r[3], 1)}
		if n, _ := bare(r[3]); n > 0 {
			c.other = bumped(r[3], -1)
		}
		all = append(all, c)
	}
	return all
}

// bare reads a count as offices write it: 1.234, 05, - for nought.
func bare(text string) (n int, grouped bool) {
	digits := strings.NewReplacer(".", "", ",", "", " ", "").Replace(text)
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0, false
	}
	return n, digits != text
}

// bumped is the count by so much more, in the same manner of writing.
func bumped(text string, by int) string {
	n, grouped := bare(text)
	digits := strconv.Itoa(n + by)
	switch {
	case grouped && len(digits) > 3:
		mark := strings.Trim(text, "0123456789")[:1]
		return digits[:len(digits)-3] + mark + digits[len(digits)-3:]
	case len(text) > 1 && text[0] == '0':
		return fmt.Sprintf("%02s", digits)
	}
	return digits
}

// attribute is what one cell of a list says of a recipient who counts.
type attribute struct {
	field, file, sheet, cell string
	column                   string // column of the sheet and field there
	text, value              string // as written, and the code it was read as
	kind                     string // of the recipient
	form                     string
}

// attributes are the cells of lists behind published figures: of the row, or of the group row above it.
func attributes(t *testing.T, db *sql.DB) []attribute {
	t.Helper()
	rows := asked(t, db, `with counted as (
			select a.* from raw_award as a join fct_contribution as c on c.contribution_id = a.award_id || ':beneficiary:award_count'
		), said as (
			select *, 'form' as what, form_cell as cell, form_code as value from counted
			union all
			select *, 'gender', gender_cell, coalesce(cast(is_woman as varchar), '') from counted where recipient_kind = 'individual'
			union all
			select *, 'class', class_cell, coalesce(beneficiary_class, '') from counted where recipient_kind = 'individual'
			union all
			select a.*, r.field, r.source_cell, case r.field when 'kind' then a.recipient_kind else a.achievement_code end
			from counted as a
			join raw_cell as r on r.return_id = a.return_id and r.sheet_name = a.source_sheet and r.row_no = a.source_row
			where r.field in ('achievement', 'kind')
		)
		select s.what, s.source_file, s.source_sheet, s.cell, r.col_no || ' ' || r.field, r.cell_text, s.value, s.recipient_kind, s.form_code
		from said as s
		join raw_cell as r on r.return_id = s.return_id and r.sheet_name = s.source_sheet and r.source_cell = s.cell
		order by s.what, s.source_file, s.source_sheet, r.row_no, r.col_no, s.source_row`)
	takes := asked(t, db, `select form_code from dim_award_form where takes_individual and takes_collective and is_current`)
	var all []attribute
	for _, r := range rows {
		a := attribute{r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8]}
		if a.field == "kind" && !slices.ContainsFunc(takes, func(f []string) bool { return f[0] == a.form }) {
			continue // the form goes to one kind of recipient only
		}
		all = append(all, a)
	}
	return all
}

// another gives a valid value that says something else: what the same column says of another such recipient,
// in the file's own spelling, else what every office could write there.
func (a attribute) another(all []attribute) (string, bool) {
	_, field, _ := strings.Cut(a.column, " ")
	switch {
	case field == "direct_worker" || (field == "gender_female" || field == "gender_male") && a.text == "x":
		return "", true // a tick is taken away
	case field == "gender_female" || field == "gender_male":
		return "", false // a birth year in one of two columns: to move it is to change two cells
	}
	for _, b := range all {
		if b.file == a.file && b.sheet == a.sheet && b.column == a.column && b.field == a.field && b.value != a.value && b.value != "" &&
			b.value != "chua_ro" && (a.field == "kind" || b.kind == a.kind) {
			return b.text, true
		}
	}
	usual := map[string][][2]string{
		"form individual":   {{"ldtt", "Lao động tiên tiến"}, {"cstd_co_so", "Chiến sĩ thi đua cơ sở"}},
		"form collective":   {{"ttldtt", "Tập thể lao động tiên tiến"}, {"ttldxs", "Tập thể lao động xuất sắc"}},
		"class individual":  {{"entrepreneur", "Doanh nhân"}, {"direct_worker", "Công nhân"}},
		"gender individual": {{"false", "Nam"}, {"true", "Nữ"}},
	}
	for _, kind := range []string{"individual", "collective", "household"} {
		usual["achievement "+kind] = [][2]string{{"dot_xuat", "Đột xuất"}, {"chuyen_de", "Chuyên đề"}}
	}
	for _, u := range usual[a.field+" "+a.kind] {
		if field != "salutation" && u[0] != a.value {
			return u[1], true
		}
	}
	return "", false
}

// asked gives the rows of a query as text, a null as an empty text.
func asked(t *testing.T, db *sql.DB, query string) [][]string {
	t.Helper()
	rows, err := textRows(db, query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return rows
}

func textRows(db *sql.DB, query string) ([][]string, error) {
	rows, err := db.Query("select columns(*)::varchar from (" + query + ")")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	var all [][]string
	for rows.Next() {
		cells := make([]sql.NullString, len(names))
		into := make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		row := make([]string, len(names))
		for i, c := range cells {
			row[i] = c.String
		}
		all = append(all, row)
	}
	return all, rows.Err()
}

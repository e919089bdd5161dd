package office

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

// An empty form of movements, bodies or staff, filled in, comes back with what was written into it and without a word.
func TestFormsOfFiguresComeBack(t *testing.T) {
	for _, c := range []struct {
		unit, period, form string
		cells              map[string]string // row code -> figures from the third column on; blanks are left out
		want               string            // sum of all, sum of the total
	}{
		{"ptm-so-noi-vu", "2025", "bieu_0601", map[string]string{"01": "3 1 2 0", "02": "1 1 0 0", "03": "2 0 2 0"}, "12 6"},
		{"vp-so-noi-vu", "2022", "bieu_0701", map[string]string{"01": "3 1 2", "10": "3 1 2"}, "12 6"},
		{"ptm-so-noi-vu", "2025", "bieu_0604", map[string]string{"01": "3", "04": "1", "05": "2"}, "6 3"},
		{"ptm-so-noi-vu", "2025", "bieu_0605", map[string]string{"01": "9 4", "03": "9 4"}, "26 13"},
	} {
		m := desktop(t, "vi")
		w, tm, blank := m.asked(t, c.unit, c.period, c.form)
		x, err := excelize.OpenReader(bytes.NewReader(blank))
		if err != nil {
			t.Fatal(err)
		}
		sheet := tm.Forms[0].Sheet
		rows, err := x.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		filled := 0
		for r, row := range rows {
			if len(row) < 2 || c.cells[row[1]] == "" {
				continue
			}
			filled++
			at := 3
			for n := range bytes.FieldsSeq([]byte(c.cells[row[1]])) {
				name, err := excelize.CoordinatesToCellName(at, r+1)
				if err == nil {
					err = x.SetCellInt(sheet, name, int64(n[0]-'0'))
				}
				if err != nil {
					t.Fatal(err)
				}
				at++
			}
		}
		if filled != len(c.cells) {
			t.Errorf("%s: %d rows of %d", c.form, filled, len(c.cells))
		}
		dir := t.TempDir()
		if err := x.SaveAs(filepath.Join(dir, "f.xlsx")); err != nil {
			t.Fatal(err)
		}
		x.Close()
		if _, err := os.Stat(filepath.Join(dir, "f.xlsx")); err != nil {
			t.Fatal(err)
		}
		db := soundly(t, dir, daysOf(w.unit, w.period).To, 1)
		var all, total int
		var form, unit string
		err = db.QueryRow(`select any_value(r.form_of_return), any_value(s.unit_code), cast(sum(amount) as bigint), cast(sum(amount) filter (where statistic like '%total') as bigint)
			from raw_statistic as s inner join raw_return as r on r.return_id = s.return_id`).Scan(&form, &unit, &all, &total)
		if err != nil || fmt.Sprint(all, " ", total) != c.want || form != c.form || unit != c.unit {
			t.Errorf("%s: read as %s of %s with %d and %d, want %s (%v)", c.form, form, unit, all, total, c.want, err)
		}
	}
}

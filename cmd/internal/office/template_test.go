package office

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/ingest/load"
)

func memory(t *testing.T) *sql.DB {
	t.Helper()
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// sendersOf are units of several kinds in each year: the law that a form follows is of its sender and its time.
var sendersOf = map[int][]string{
	2021: {"pt-so-y-te", "h-237", "pt-ban-tdkt", "pt-tinh-doan", "vp-cong-an"},
	2022: {"vp-so-y-te", "h-230", "hb-cty-thuy-dien"},
	2023: {"hb-so-noi-vu", "h-152", "vp-ban-tdkt", "vp-thpt-chuyen-vinh-phuc"},
	2024: {"pt-so-y-te", "h-251", "hb-ban-tdkt", "hb-bv-da-khoa-tinh"},
	2025: {"ptm-so-y-te", "h-148", "xm-04831", "ptm-ban-tdkt", "pt-so-y-te"},
	2026: {"ptm-so-y-te", "xm-08911", "ptm-ban-tdkt", "ptm-hoi-nong-dan"},
}

var lists = []string{"danh_sach_ca_nhan", "danh_sach_hon_hop", "danh_sach_tap_the"}

// Every value that a template offers must pass every check when it comes back: an office that chose what the Board offered
// would be told that it is wrong.
func TestWhatATemplateOffersPassesEveryCheck(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: it fills in every choice")
	}
	for year, units := range sendersOf {
		for _, unit := range units {
			t.Run(fmt.Sprintf("%d-%s", year, unit), func(t *testing.T) {
				m := desktop(t, "vi")
				m.rows = 400
				w, tm, blank := m.asked(t, unit, fmt.Sprint(year), lists...)
				f, err := m.fillIn(w, tm, blank, 1)
				if err != nil {
					t.Fatal(err)
				}
				given, levelled := 0, 0
				for i := range tm.Forms {
					f.take(i)
					rows := f.everyChoice()
					f.write(rows)
					given += len(rows)
					for _, row := range rows {
						levelled += b2i(row["authority"] != "")
					}
					for _, c := range f.form.Columns {
						for _, v := range f.listed(c.List) {
							if !slices.ContainsFunc(rows, func(p person) bool { return p[c.Code] == v }) {
								t.Errorf("%s: the test does not choose %s of %s", f.code, v, c.Code)
							}
						}
					}
				}
				dir := t.TempDir()
				if err := os.WriteFile(filepath.Join(dir, "f.xlsx"), f.bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				db := soundly(t, dir, daysOf(w.unit, w.period).To, len(tm.Forms))
				var awards, unread, atLevel int
				err = db.QueryRow(`select count(*), count(*) filter (where form_code = 'chua_ro' or achievement_code = 'chua_ro' or recipient_kind = 'chua_ro'
					or decided_on is null or unit_code <> ?), count(*) filter (where level_code <> 'chua_ro') from raw_award`, unit).Scan(&awards, &unread, &atLevel)
				if err != nil || awards != given || unread > 0 || atLevel < levelled {
					t.Errorf("%d awards of %d rows, %d of them not read in full; %d with a level, %d named one; %v", awards, given, unread, atLevel, levelled, err)
				}
			})
		}
	}
}

// soundly takes in a folder that must give so many returns, accepted without a word.
func soundly(t *testing.T, dir string, received data.Date, returns int) *sql.DB {
	t.Helper()
	db := memory(t)
	r := takeIn(t, db, dir, received)
	n := 0
	for _, file := range r.Files {
		if file.Err != nil {
			t.Error(file.Err)
		}
		n += len(file.Returns)
		for _, x := range file.Returns {
			if x.Outcome != load.Accepted {
				t.Errorf("%s %s: %s", file.Name, x.Form, x.Outcome)
			}
		}
		for i, x := range file.Findings {
			if i < 10 {
				t.Errorf("%s", x.Line("en"))
			}
		}
	}
	if n != returns {
		t.Errorf("%d returns, not %d", n, returns)
	}
	return db
}

// soundlyIgnoring takes in a folder of which nothing may be said but some codes.
func soundlyIgnoring(t *testing.T, dir string, received data.Date, codes ...string) {
	t.Helper()
	for _, file := range takeIn(t, memory(t), dir, received).Files {
		for _, x := range file.Findings {
			if !slices.Contains(codes, string(x.Code)) {
				t.Errorf("%s", x.Line("en"))
			}
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// What a program of the office opens must keep to its limits, or it offers to repair the file.
func TestTemplateKeepsTheLimitsOfWorkbooks(t *testing.T) {
	m := desktop(t, "vi")
	_, tm, blank := m.asked(t, "ptm-ban-tdkt", "2026", "bieu_0602", "bieu_0603", "danh_sach_ca_nhan", "danh_sach_hon_hop", "danh_sach_tap_the", "mau_01", "mau_02", "mau_02_nha_nuoc", "mau_03")
	x, err := excelize.OpenReader(bytes.NewReader(blank))
	if err != nil {
		t.Fatal(err)
	}
	letters := func(s *string) int {
		if s == nil {
			return 0
		}
		return len([]rune(*s))
	}
	for _, f := range tm.Forms {
		offers, err := x.GetDataValidations(f.Sheet)
		if err != nil || len(offers) < 3 || len([]rune(f.Sheet)) > 31 {
			t.Fatalf("%s: %d validations, %v", f.Sheet, len(offers), err)
		}
		for _, v := range offers {
			if len(v.Formula1) > 255 || letters(v.Prompt) > 255 || letters(v.PromptTitle) > 32 || letters(v.Error) > 225 || letters(v.ErrorTitle) > 32 {
				t.Errorf("%s %s: too long: %+v", f.Sheet, v.Sqref, v)
			}
		}
		if checks, err := x.GetConditionalFormats(f.Sheet); err != nil || len(checks) == 0 {
			t.Errorf("%s: no live checks, %v", f.Sheet, err)
		}
		locked, err := x.GetSheetProtection(f.Sheet)
		if err != nil || locked.Password != "" || !locked.InsertRows || locked.DeleteColumns {
			t.Errorf("%s: %+v %v", f.Sheet, locked, err)
		}
	}
}

// A form that no sheet can hold is an error, not half a file and no crash.
func TestTemplateThatFitsNoSheet(t *testing.T) {
	m := desktop(t, "vi")
	for name, change := range map[string]func(f *charts.TemplateForm){
		"more rows than a sheet has": func(f *charts.TemplateForm) { f.Rows = excelize.TotalRows },
		"no columns":                 func(f *charts.TemplateForm) { f.Columns = nil },
		"no rows":                    func(f *charts.TemplateForm) { f.Rows = 0 },
	} {
		_, tm, _ := m.asked(t, "ptm-so-y-te", "2026", "danh_sach_ca_nhan")
		change(&tm.Forms[0])
		if err := charts.WriteTemplate(&bytes.Buffer{}, tm); err == nil || !strings.Contains(err.Error(), "do not fit on a sheet") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Two calls give the same bytes.
func TestTemplateIsTheSameEachTime(t *testing.T) {
	m := desktop(t, "vi")
	_, tm, first := m.asked(t, "ptm-ban-tdkt", "2026", "danh_sach_ca_nhan", "mau_01", "mau_02", "bieu_0602")
	for range 3 {
		var again bytes.Buffer
		if err := charts.WriteTemplate(&again, tm); err != nil {
			t.Fatal(err)
		}
		_, _, other := m.asked(t, "ptm-ban-tdkt", "2026", "danh_sach_ca_nhan", "mau_01", "mau_02", "bieu_0602")
		if !bytes.Equal(first, again.Bytes()) || !bytes.Equal(first, other) {
			t.Fatal("two calls give two files")
		}
	}
}

// The head of a form must mean its unit and no other: a return that nobody could place would be held. Where a name cannot do
// that there is no form, and these are all of them.
func TestEveryUnitHasItsHead(t *testing.T) {
	m := desktop(t, "vi")
	known, without := 0, map[string]bool{}
	for year := 2021; year <= 2026; year++ {
		period := data.YearPeriod(year)
		seen := map[string]bool{}
		for _, row := range m.ref.Units {
			u, ok := m.unitIn(row.Code, period)
			if !ok || seen[row.Code] {
				continue
			}
			seen[row.Code] = true
			if _, _, err := m.letterhead(u, daysOf(u, period).To); err != nil {
				without[u.Code] = true
			} else {
				known++
			}
		}
	}
	if known < 2000 || len(without) > 0 {
		t.Errorf("%d heads, none for %v", known, without)
	}
}

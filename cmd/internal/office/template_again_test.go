package office

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/data"
	"tdkt/ingest/load"
)

// aYear is a filled-in list and tally of one department, with the day of its receipt.
func aYear(t *testing.T, forms ...string) (*filling, data.Date) {
	t.Helper()
	m := desktop(t, "vi")
	w, tm, blank := m.asked(t, "pt-so-y-te", "2024", forms...)
	f, err := m.fillIn(w, tm, blank, 3)
	if err != nil {
		t.Fatal(err)
	}
	for i := range tm.Forms {
		f.take(i)
		f.fillAtRandom()
	}
	return f, daysOf(w.unit, w.period).To
}

// taken reads one file and gives its returns with what is said of them: "form outcome code@cell …".
func taken(t *testing.T, name string, content []byte, received data.Date) []string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, file := range takeIn(t, memory(t), dir, received).Files {
		for _, r := range file.Returns {
			line := r.Form + " " + r.Outcome
			if r.IsRevision {
				line += " revision " + r.RevisionMark
			}
			if r.Part != "" {
				line += " part " + r.Part
			}
			for _, x := range file.Findings {
				line += " " + string(x.Code) + "@" + x.At.Cell
			}
			out = append(out, line)
		}
	}
	return out
}

// The choice "Báo cáo thay thế (lần 2)" in the head marks a revision, and names no part: a part of its own would count beside
// what it replaces.
func TestATemplateThatReplacesAnother(t *testing.T) {
	for _, choice := range again.Values {
		f, on := aYear(t, "danh_sach_ca_nhan", "mau_02")
		for i := range f.t.Forms {
			f.take(i)
			f.answer(choice, "GỬI LẠI")
		}
		got := strings.Join(taken(t, "f.xlsx", f.bytes(), on), "; ")
		if got != "danh_sach_ca_nhan accepted revision head; mau_02 accepted revision head" {
			t.Errorf("%s: %s", choice, got)
		}
	}
}

// An empty form that comes back as it was given out is no answer; with the choice that there is nothing it is one.
func TestATemplateThatComesBackEmpty(t *testing.T) {
	for _, form := range []string{"danh_sach_ca_nhan", "danh_sach_tap_the", "mau_02", "mau_03", "bieu_0602"} {
		m := desktop(t, "vi")
		w, tm, blank := m.asked(t, "pt-so-y-te", "2024", form)
		f, err := m.fillIn(w, tm, blank, 3)
		if err != nil {
			t.Fatal(err)
		}
		on := daysOf(w.unit, w.period).To
		if got := strings.Join(taken(t, "f.xlsx", blank, on), "; "); !strings.HasPrefix(got, form+" held") || !strings.Contains(got, "return-empty") {
			t.Errorf("%s given back empty: %s", form, got)
		}
		f.take(0)
		f.answer(nothing.Values[0], "NẾU KHÔNG CÓ")
		if got := strings.Join(taken(t, "f.xlsx", f.bytes(), on), "; "); got != form+" accepted" {
			t.Errorf("%s with nothing to report: %s", form, got)
		}
	}
}

// answer chooses in the cell of the head that asks so.
func (f *filling) answer(choice, asks string) {
	rows, err := f.x.GetRows(f.form.Sheet)
	if err != nil {
		panic(err)
	}
	merged, _ := f.x.GetMergeCells(f.form.Sheet)
	for r, row := range rows[:f.form.FirstRow()] {
		if len(row) == 0 || !strings.HasPrefix(strings.ToUpper(row[0]), asks) {
			continue
		}
		for _, m := range merged { // the merged cell beside it
			if col, at, _ := excelize.CellNameToCoordinates(m.GetStartAxis()); at == r+1 && col > 1 {
				if err := f.x.SetCellStr(f.form.Sheet, m.GetStartAxis(), choice); err != nil {
					panic(err)
				}
				return
			}
		}
	}
	panic("no cell asks " + asks)
}

// What an old or changed template says of itself is told, and what stands in it counts.
func TestMarksOfTemplates(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(f *filling)
		want   string
	}{
		{"as it was given out", func(*filling) {}, "danh_sach_ca_nhan accepted"},
		{"of another fingerprint", func(f *filling) { f.mark(f.print(), "00c0ffee") }, "danh_sach_ca_nhan accepted template-old@A1"},
		{"of another period", func(f *filling) { f.mark("· 2024 ·", "· 2023 ·") }, "danh_sach_ca_nhan accepted_with_warnings template-mark-differs@A1"},
		{"of no form", func(f *filling) { f.mark("danh_sach_ca_nhan", "mau_99") }, "danh_sach_ca_nhan accepted_with_warnings template-mark-differs@A1"},
		{"of another form", func(f *filling) { f.mark("danh_sach_ca_nhan", "mau_02") }, "danh_sach_ca_nhan accepted_with_warnings template-mark-differs@A1 template-old@A1"},
		{"without a column", func(f *filling) { must(f.x.RemoveCol(f.form.Sheet, "C")) }, "danh_sach_ca_nhan accepted_with_warnings template-mark-differs@A1"},
		{"without a mark", func(f *filling) { must(f.x.SetCellStr(f.form.Sheet, "A1", "")) }, "danh_sach_ca_nhan accepted"},
	} {
		f, on := aYear(t, "danh_sach_ca_nhan")
		c.change(f)
		if got := strings.Join(taken(t, "f.xlsx", f.bytes(), on), "; "); got != c.want {
			t.Errorf("%s: %s, not %s", c.name, got, c.want)
		}
	}
}

func (f *filling) print() string { return f.layout(f.code).Print() }

func (f *filling) mark(from, to string) {
	if !strings.Contains(f.form.Mark, from) {
		panic(f.form.Mark + " has no " + from)
	}
	must(f.x.SetCellStr(f.form.Sheet, "A1", strings.Replace(f.form.Mark, from, to, 1)))
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// The headers of the mixed list fit a list of individuals too: the mark decides before headings are guessed.
func TestTheMarkGoesBeforeTheHeadings(t *testing.T) {
	f, on := aYear(t, "danh_sach_hon_hop")
	if got := taken(t, "f.xlsx", f.bytes(), on); len(got) != 1 || got[0] != "danh_sach_hon_hop accepted" {
		t.Fatal(got)
	}
	var csv bytes.Buffer // the mark comes back from a text file too
	rows, err := f.x.GetRows(f.form.Sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		fmt.Fprintln(&csv, `"`+strings.Join(row, `";"`)+`"`)
	}
	if got := taken(t, "f.csv", csv.Bytes(), on); len(got) != 1 || got[0] != "danh_sach_hon_hop accepted" {
		t.Error(got)
	}
}

// A template that LibreOffice saved again, as a workbook or as OpenDocument, gives the same figures.
func TestATemplateSavedAgainReadsTheSame(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: LibreOffice takes its time")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("needs LibreOffice")
	}
	forms := []string{"bieu_0602", "bieu_0603", "danh_sach_ca_nhan", "danh_sach_hon_hop", "danh_sach_tap_the", "mau_01", "mau_02", "mau_02_nha_nuoc", "mau_03"}
	f, on := aYear(t, forms...)
	dir := t.TempDir()
	at := filepath.Join(dir, "f.xlsx")
	if err := os.WriteFile(at, f.bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	want := counted(t, at, on)
	if len(want) < 500 {
		t.Fatalf("only %d figures", len(want))
	}
	for _, as := range []string{"xlsx", "ods"} {
		out := filepath.Join(dir, as)
		cmd := exec.CommandContext(t.Context(), office, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")), "--headless", "--convert-to", as, "--outdir", out, at)
		if told, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, told)
		}
		if got := counted(t, filepath.Join(out, "f."+as), on); !slices.Equal(got, want) {
			t.Errorf("%s: %d figures, not %d", as, len(got), len(want))
			for _, line := range got {
				if !slices.Contains(want, line) {
					t.Errorf("%s", line)
				}
			}
		}
	}
}

// counted are the findings, awards and figures of a file, in order, less what names the file.
func counted(t *testing.T, path string, received data.Date) []string {
	t.Helper()
	db := memory(t)
	r := takeIn(t, db, filepath.Dir(path), received)
	var out []string
	for _, file := range r.Files {
		for _, x := range file.Findings {
			out = append(out, string(x.Code)+" "+x.At.Sheet+"!"+x.At.Cell)
		}
	}
	for _, query := range []string{
		`select concat_ws('|', source_sheet, source_row, form_code, level_code, achievement_code, recipient_kind, beneficiary_class, is_woman, birth_on, decided_on, decision_no, is_enterprise) from raw_award order by 1`,
		`select concat_ws('|', source_sheet, source_cell, unit_code, form_code, level_code, achievement_code, measure, amount) from raw_tally order by 1`,
	} {
		lines, err := load.Gather(context.Background(), db, query, func(rows *sql.Rows) (s string, err error) { return s, rows.Scan(&s) })
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, lines...)
	}
	return out
}

package office

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/ingest"
)

// desktop makes templates without a warehouse.
func desktop(t *testing.T, lang string) *templates {
	t.Helper()
	texts, err := data.LoadTexts(lang)
	if err != nil {
		t.Fatal(err)
	}
	k, err := ingest.Know()
	if err != nil {
		t.Fatal(err)
	}
	return &templates{Office: &Office{Lang: lang, Texts: texts, Progress: io.Discard}, ref: k.Reference, layouts: k.Layouts, rules: k.Rules, rows: 60}
}

// asked is the workbook of a unit and period, drawn and as plain values.
func (m *templates) asked(t *testing.T, unit, period string, forms ...string) (wanted, charts.Template, []byte) {
	t.Helper()
	p, err := data.ParseReportPeriod(period)
	if err != nil {
		t.Fatal(err)
	}
	u, ok := m.unitIn(unit, p)
	if !ok {
		t.Fatalf("no unit %s in %s", unit, period)
	}
	w := wanted{unit: u, period: p, forms: forms}
	tm, err := m.template(w)
	if err != nil {
		t.Fatalf("%s %s: %v", unit, period, err)
	}
	var out bytes.Buffer
	if err := charts.WriteTemplate(&out, tm); err != nil {
		t.Fatalf("%s %s: %v", unit, period, err)
	}
	return w, tm, out.Bytes()
}

// filling is an empty form being filled in, as an office does it.
type filling struct {
	*templates
	w    wanted
	t    charts.Template
	x    *excelize.File
	r    *rand.Rand
	form *charts.TemplateForm
	code string
	seen map[figureKey]int64 // what it counts, by form and measure
}

type figureKey struct{ form, measure string }

func (m *templates) fillIn(w wanted, t charts.Template, blank []byte, seed uint64) (*filling, error) {
	x, err := excelize.OpenReader(bytes.NewReader(blank))
	return &filling{templates: m, w: w, t: t, x: x, r: rand.New(rand.NewPCG(seed, 7)), seen: map[figureKey]int64{}}, err
}

func (f *filling) take(i int) { f.form, f.code = &f.t.Forms[i], f.w.forms[i] }

func (f *filling) list(column string) []string {
	for _, c := range f.form.Columns {
		if c.Code == column {
			return f.listed(c.List)
		}
	}
	return nil
}

func (f *filling) listed(name string) []string {
	for _, l := range f.t.Lists {
		if l.Name == name {
			return l.Values
		}
	}
	return nil
}

func (f *filling) has(column string) bool {
	return slices.ContainsFunc(f.form.Columns, func(c charts.TemplateColumn) bool { return c.Code == column })
}

func (f *filling) put(row int, column string, v any) {
	for i, c := range f.form.Columns {
		if c.Code != column {
			continue
		}
		cell, _ := excelize.CoordinatesToCellName(i+1, row)
		if err := f.x.SetCellValue(f.form.Sheet, cell, v); err != nil {
			panic(err)
		}
	}
}

func (f *filling) bytes() []byte {
	var out bytes.Buffer
	if err := f.x.Write(&out); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// person is one row of a list, by column.
type person map[string]string

// pair is a form with a level at which it may be decided, and a day on which that is the law.
type pair struct {
	name, level string
	code        string
	on          data.Date
}

// pairs are those that the list offers. The day is one on which the unit stands and the level may give the form.
func (f *filling) pairs() (out []pair) {
	days := daysOf(f.w.unit, f.w.period)
	for _, text := range f.listed(f.code + "_form_level") {
		name, level, _ := strings.Cut(text, "|")
		m, ok := f.ref.ResolveForm(name, days.To)
		if !ok { // in force earlier in the time only
			m, _ = f.ref.ResolveForm(name, data.Date{})
		}
		who, _ := f.ref.ResolveAuthority(level)
		p := pair{name: name, level: level, code: m.Code}
		for on := days.To; !on.Before(days.From); on = on.AddDays(-7) {
			if _, inForce := f.ref.Form(m.Code, on); inForce && f.ref.Stands(who.Level, on) && f.ref.MayDecide(m.Code, who.Level, on) {
				p.on = on
				break
			}
		}
		out = append(out, p)
	}
	return out
}

func day(d data.Date) string { return fmt.Sprintf("%02d/%02d/%04d", d.Day, d.Month, d.Year) }

// given makes a row of a form: everything in it passes every check.
func (f *filling) given(n int, p pair) person {
	row := person{"name": fmt.Sprintf("Nguyễn Văn Mẫu %s", letters(n)), "form": p.name, "achievement": "Thường xuyên", "authority": p.level,
		"decision_no": fmt.Sprintf("%d/QĐ-KT", n+1), "decided_on": day(p.on), "event": "Tặng"}
	kind := kindOfList[f.code]
	if f.has("kind") {
		form, _ := f.ref.Form(p.code, p.on)
		for _, k := range kinds {
			if f.takes(form, k.code, p.on) {
				kind = k.code
			}
		}
		row["kind"] = kindText(kind)
	}
	if kind != "individual" {
		row["name"] = "Tập thể mẫu " + letters(n)
		return row
	}
	row["gender"], row["birth"] = "Nữ", "20/03/1981"
	return row
}

var kindOfList = map[string]string{"danh_sach_ca_nhan": "individual", "danh_sach_tap_the": "collective", "danh_sach_hon_hop": "individual"}

// letters is a number as letters, so that names differ and hold no figures.
func letters(n int) string {
	return string([]rune{'A' + rune(n/676%26), 'a' + rune(n/26%26), 'a' + rune(n%26)})
}

// everyChoice gives rows that together hold each value that a list offers.
func (f *filling) everyChoice() (rows []person) {
	all := f.pairs()
	add := func(p pair, set ...string) {
		row := f.given(len(rows), p)
		for i := 0; i < len(set); i += 2 {
			row[set[i]] = set[i+1]
		}
		rows = append(rows, row)
	}
	suits := func(want func(pair) bool) pair {
		for _, p := range all {
			if want(p) {
				return p
			}
		}
		panic("no form suits")
	}
	takes := func(kind string) func(pair) bool {
		return func(p pair) bool { form, _ := f.ref.Form(p.code, p.on); return f.takes(form, kind, p.on) }
	}
	for _, p := range all { // every form at every level that may decide it
		add(p)
		row := f.given(len(rows), p)
		row["authority"] = ""
		rows = append(rows, row)
	}
	own := suits(takes(kindOfList[f.code]))
	for _, kind := range f.list("kind") {
		for _, k := range kinds {
			if k.text == kind {
				add(suits(takes(k.code)), "kind", kind, "gender", "", "birth", "")
			}
		}
	}
	for _, a := range f.list("achievement") {
		if a == "Niên hạn" && kindOfList[f.code] == "individual" {
			add(suits(func(p pair) bool { return p.code == "huyc_chien_si_ve_vang_nhat" }), "achievement", a)
			continue
		}
		add(own, "achievement", a, "kind", kindIf(f.has("kind"), kindOfList[f.code]))
	}
	for _, class := range f.list("class") {
		kind := "individual"
		if class == enterpriseText || class == otherText {
			kind = "collective"
		}
		add(suits(takes(kind)), "class", class, "kind", kindIf(f.has("kind"), kind))
		if kind == "collective" && f.has("kind") {
			last := rows[len(rows)-1]
			delete(last, "gender")
			delete(last, "birth")
		}
	}
	for _, c := range []string{"gender", "direct_worker", "ethnic", "religion", "event", "small_collective"} {
		for _, v := range f.list(c) {
			if c == "small_collective" {
				add(suits(takes("collective")), c, v, "kind", kindIf(f.has("kind"), "collective"), "gender", "", "birth", "")
			} else {
				add(own, c, v, "kind", kindIf(f.has("kind"), kindOfList[f.code]))
			}
		}
	}
	return rows
}

func kindIf(has bool, kind string) string {
	if has {
		return kindText(kind)
	}
	return ""
}

// write puts rows into the list.
func (f *filling) write(rows []person) {
	for i, row := range rows {
		for column, v := range row {
			if v != "" && f.has(column) {
				f.put(f.form.FirstRow()+i, column, v)
			}
		}
	}
}

// takeIn reads the files of a folder.
func takeIn(t *testing.T, db *sql.DB, dir string, received data.Date) ingest.Report {
	t.Helper()
	r, err := ingest.Ingest(context.Background(), db, []string{dir}, ingest.Options{Now: func() data.Date { return received }})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

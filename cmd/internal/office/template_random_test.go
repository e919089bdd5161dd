package office

import (
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/ingest/layout"
)

// A template filled in at random with valid values gives the figures that the test counts while it fills: each form of return
// from a unit of its own, through the whole program. What is lost if not: a column that means something else to the office that
// fills it in than to the program.
func TestATemplateFilledAtRandomGivesItsFigures(t *testing.T) {
	const year = 2024
	m := desktop(t, "vi")
	dir := t.TempDir()
	o := &Office{DB: filepath.Join(dir, "tdkt.duckdb"), Lang: "vi", Texts: m.Texts, Progress: io.Discard, Program: "test",
		Now: func() time.Time { return time.Date(year, 12, 31, 8, 0, 0, 0, time.UTC) }}
	want := map[string]int64{} // unit/form/measure
	senders := map[string]string{"danh_sach_ca_nhan": "pt-so-y-te", "danh_sach_hon_hop": "hb-so-noi-vu", "danh_sach_tap_the": "vp-so-y-te", "mau_01": "h-251",
		"mau_02": "pt-so-tai-chinh", "mau_02_nha_nuoc": "vp-ban-tdkt", "mau_03": "h-237", "bieu_0602": "hb-ban-tdkt", "bieu_0603": "pt-ban-tdkt"}
	for _, l := range m.layouts {
		// these count no awards: TestFormsOfFiguresComeBack, TestReportsOfPeople
		if l.Empty == nil || l.Shape == layout.Figures || l.Shape == layout.People {
			continue
		}
		w, tm, blank := m.asked(t, senders[l.Code], fmt.Sprint(year), l.Code)
		f, err := m.fillIn(w, tm, blank, uint64(len(want)))
		if err != nil {
			t.Fatal(err)
		}
		f.take(0)
		for unit, counts := range f.fillAtRandom() {
			for key, n := range counts {
				if n > 0 {
					want[unit+"/"+key.form+"/"+key.measure] += n
				}
			}
		}
		if err := os.WriteFile(filepath.Join(dir, l.Code+".xlsx"), f.bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	soundlyIgnoring(t, dir, data.Date{Year: year, Month: 12, Day: 31}, "title-exceeds-base")
	if _, err := o.Run(context.Background(), []string{dir}, filepath.Join(dir, "out"), year); err != nil {
		t.Fatal(err)
	}
	got := publishedFigures(t, o, year)
	keys := slices.Collect(maps.Keys(want))
	for key := range got {
		if _, ok := want[key]; !ok {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	for _, key := range keys {
		if got[key] != want[key] {
			t.Errorf("%s: %d, not %d", key, got[key], want[key])
		}
	}
	if len(want) < 300 {
		t.Errorf("only %d figures were compared", len(want))
	}
}

// publishedFigures are the published figures by unit, form and measure; nought and not known are left out.
func publishedFigures(t *testing.T, o *Office, year int) map[string]int64 {
	t.Helper()
	d, err := o.Door()
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	got := map[string]int64{}
	for _, part := range measured {
		tab, err := d.Ask(context.Background(), fmt.Sprintf(`select unit_code, form_code, %s as key, cast(sum(%s) as bigint) as n from %s where award_year = %d group by all`,
			part.key, part.column, part.from, year))
		if err != nil {
			t.Fatal(err)
		}
		for i := range tab.Rows {
			if n, _ := tab.Value(i, "n").(int64); n > 0 {
				got[tab.Text(i, "unit_code")+"/"+tab.Text(i, "form_code")+"/"+tab.Text(i, "key")] += n
			}
		}
	}
	return got
}

var measured = func() (parts []struct{ key, column, from string }) {
	for _, m := range strings.Fields("award_count collective_count enterprise_count household_count individual_count leader_ministry_province_count leader_department_count entrepreneur_count leader_other_count direct_worker_count woman_count youth_count") {
		parts = append(parts, struct{ key, column, from string }{"'" + m + "'", m, "fct_beneficiary_count"})
	}
	return append(parts, struct{ key, column, from string }{"achievement_code", "award_count", "fct_award_count"})
}()

// fillAtRandom fills in the form and gives what it counts, by unit.
func (f *filling) fillAtRandom() map[string]map[figureKey]int64 {
	own := map[string]map[figureKey]int64{f.w.unit.Code: f.seen}
	switch f.code {
	case "danh_sach_ca_nhan", "danh_sach_hon_hop", "danh_sach_tap_the":
		f.fillList()
	case "mau_01":
		return f.fillUnits()
	case "bieu_0602", "bieu_0603":
		f.fillAcross()
	default:
		f.fillDown()
	}
	return own
}

func (f *filling) count(form, measure string, n int) { f.seen[figureKey{form, measure}] += int64(n) }

func (f *filling) any(list []string) string { return list[f.r.IntN(len(list))] }

// parts splits a number at random.
func (f *filling) parts(n, into int) []int {
	out := make([]int, into)
	for range n {
		out[f.r.IntN(into)]++
	}
	return out
}

func (f *filling) fillList() {
	pairs := f.pairs()
	var rows []person
	for n := range 50 {
		p := pairs[f.r.IntN(len(pairs))]
		row := f.given(n, p)
		row["achievement"] = f.any([]string{"Thường xuyên", "Chuyên đề", "Đột xuất", "Kháng chiến"})
		type_, _ := f.ref.AchievementByAlias(row["achievement"])
		f.count(p.code, type_, 1)
		f.count(p.code, "award_count", 1)
		kind := kindOfList[f.code]
		for _, k := range kinds {
			if row["kind"] == k.text {
				kind = k.code
			}
		}
		f.count(p.code, kind+"_count", 1)
		switch kind {
		case "individual":
			f.fillPerson(row, p)
		case "collective":
			if row["class"] = f.any([]string{"", enterpriseText, otherText}); row["class"] == enterpriseText {
				f.count(p.code, "enterprise_count", 1)
			}
		}
		rows = append(rows, row)
	}
	f.write(rows)
}

func (f *filling) fillPerson(row person, p pair) {
	born := data.Date{Year: 1965 + f.r.IntN(42), Month: 1 + f.r.IntN(12), Day: 1 + f.r.IntN(28)}
	row["birth"] = day(born)
	if age := p.on.Year - born.Year - b2i(p.on.Month*100+p.on.Day < born.Month*100+born.Day); age >= 16 && age < 31 {
		f.count(p.code, "youth_count", 1)
	}
	if row["gender"] = f.any([]string{"Nam", "Nữ", ""}); row["gender"] == "Nữ" {
		f.count(p.code, "woman_count", 1)
	}
	row["ethnic"] = f.any([]string{"Có", "Không", ""})
	switch f.r.IntN(3) {
	case 0:
		row["class"] = f.any(f.list("class")[:5])
		class, _ := f.ref.ClassByAlias(row["class"])
		f.count(p.code, class+"_count", 1)
	case 1:
		row["direct_worker"] = "Có"
		f.count(p.code, "direct_worker_count", 1)
	}
}

func (f *filling) fillUnits() map[string]map[figureKey]int64 {
	out := map[string]map[figureKey]int64{}
	names := f.list("unit")
	f.r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for i, name := range names[:min(12, len(names))] {
		units := f.ref.UnitsNamed(name, f.w.unit.Province, daysOf(f.w.unit, f.w.period).To)
		counts := map[figureKey]int64{}
		out[units[0].Code] = counts
		f.put(f.form.FirstRow()+i, "unit", name)
		for _, c := range f.form.Columns {
			if form, ok := strings.CutSuffix(c.Code, "_form"); ok && c.Fill == charts.FillCount {
				n := f.r.IntN(9)
				f.put(f.form.FirstRow()+i, c.Code, n)
				counts[figureKey{form, "award_count"}] = int64(n)
				counts[figureKey{form, "chua_ro"}] = int64(n)
			}
		}
	}
	return out
}

// open says whether a cell of a line takes a figure.
func (f *filling) open(line int, column string) bool {
	for i, c := range f.form.Columns {
		if c.Code == column {
			return !f.form.Lines[line].Heading && (i >= len(f.form.Lines[line].Closed) || !f.form.Lines[line].Closed[i])
		}
	}
	return false
}

func (f *filling) amount(line int, column string) int {
	if !f.open(line, column) {
		return 0
	}
	return f.r.IntN(30)
}

// fillDown fills in a tally whose rows are forms: kinds, then their parts, then the types.
func (f *filling) fillDown() {
	for line, of := range f.form.Lines {
		m, ok := f.ref.ResolveForm(of.Cells[1], daysOf(f.w.unit, f.w.period).To)
		if !ok || f.r.IntN(4) == 0 {
			continue
		}
		row := f.form.FirstRow() + line
		set := func(column string, n int, measures ...string) {
			if f.open(line, column) {
				f.put(row, column, n)
				for _, measure := range measures {
					f.count(m.Code, measure, n)
				}
			} else if n > 0 {
				panic(column + " is closed")
			}
		}
		part := func(column string, of int, measure string) {
			if f.open(line, column) {
				set(column, f.r.IntN(of+1), measure)
			}
		}
		var people, groups, homes int
		if f.code == "mau_02" {
			people, groups = f.amount(line, "individual_count"), f.amount(line, "enterprise_count")
			set("award_count", people+groups, "award_count")
			set("individual_count", people, "individual_count")
			part("enterprise_count", groups, "enterprise_count")
			part("woman_count", people, "woman_count")
			part("youth_count", people, "youth_count")
			part("direct_worker_count", people, "direct_worker_count")
		} else {
			people, groups, homes = f.amount(line, "decided_individual"), f.amount(line, "decided_collective"), f.amount(line, "decided_household")
			f.count(m.Code, "award_count", people+groups+homes)
			set("decided_individual", people, "individual_count")
			set("decided_collective", groups, "collective_count")
			set("decided_household", homes, "household_count")
			part("enterprise_collective", groups, "enterprise_count")
			part("decided_woman", people, "woman_count")
			part("decided_youth", people, "youth_count")
			if f.code == "mau_02_nha_nuoc" {
				part("decided_direct_worker", people, "direct_worker_count")
			}
			set("proposed_individual", people+b2i(f.open(line, "proposed_individual")))
		}
		f.types(m.Code, groups, people, homes, set)
	}
}

// types splits what a row counts over the types of achievement.
func (f *filling) types(form string, groups, people, homes int, set func(column string, n int, measures ...string)) {
	codes := []string{"thuong_xuyen", "chuyen_de", "dot_xuat", "doi_ngoai", "cong_hien", "nien_han", "khang_chien"}
	put := func(column string, n int, measures ...string) {
		if f.has(column) && n > 0 {
			set(column, n, measures...)
		}
	}
	switch f.code {
	case "mau_02":
		left := people
		for i, n := range f.parts(groups+people, len(codes)) {
			put(codes[i]+"_count", n, codes[i])
			if staff := min(n, left); f.has(codes[i]+"_leader_any") && people > 0 {
				leaders := f.r.IntN(staff + 1)
				put(codes[i]+"_leader_any", leaders)
				put(codes[i]+"_not_leader", staff-leaders)
				left -= staff
			}
		}
	case "mau_02_nha_nuoc":
		for i, n := range f.parts(groups, 4) {
			put(codes[i]+"_collective", n, codes[i])
		}
		for i, n := range f.parts(people, 4) {
			if i == 3 {
				put(codes[i]+"_individual", n, codes[i])
				continue
			}
			leaders := f.r.IntN(n + 1)
			put(codes[i]+"_leader_any", leaders, codes[i])
			put(codes[i]+"_not_leader", n-leaders, codes[i])
		}
	case "mau_03":
		for i, n := range f.parts(groups, len(codes)) {
			put(codes[i]+"_collective", n, codes[i])
		}
		for i, n := range f.parts(people, len(codes)) {
			if i > 2 {
				put(codes[i]+"_individual", n, codes[i])
				continue
			}
			split := f.parts(n, 3)
			put(codes[i]+"_leader_senior", split[0], codes[i])
			put(codes[i]+"_leader_other", split[1], codes[i], "leader_other_count")
			put(codes[i]+"_direct_worker", split[2], codes[i], "direct_worker_count")
		}
		f.count(form, "chua_ro", homes)
	}
}

// fillAcross fills in a tally whose columns are forms, or a kind of recipient of a form.
func (f *filling) fillAcross() {
	lineOf := map[string]int{}
	for i, l := range f.form.Lines {
		lineOf[l.Code] = i
	}
	for _, c := range f.form.Columns {
		form, _, ok := strings.Cut(c.Code, "_form")
		if !ok || c.Fill != charts.FillCount || f.r.IntN(5) == 0 {
			continue
		}
		put := func(code string, n int, measures ...string) {
			line, ok := lineOf[code]
			if !ok || !f.open(line, c.Code) {
				if n > 0 {
					panic(code + " is closed")
				}
				return
			}
			f.put(f.form.FirstRow()+line, c.Code, n)
			for _, measure := range measures {
				f.count(form, measure, n)
			}
		}
		groups, homes, people := f.amount(lineOf["collective_count"], c.Code), f.amount(lineOf["household_count"], c.Code), f.amount(lineOf["individual_count"], c.Code)
		all := groups + homes + people
		f.count(form, "award_count", all)
		put("award_count", all)
		if f.code == "bieu_0602" {
			put("proposed_by_province", all)
		}
		put("collective_count", groups, "collective_count")
		put("household_count", homes, "household_count")
		put("individual_count", people, "individual_count")
		if groups > 0 {
			put("enterprise_count", f.r.IntN(groups+1), "enterprise_count")
		}
		if people > 0 {
			for i, n := range f.parts(people, 5) {
				class := []string{"leader_ministry_province_count", "leader_department_count", "entrepreneur_count", "leader_other_count", "direct_worker_count"}[i]
				put(class, n, class)
			}
			put("woman_count", f.r.IntN(people+1), "woman_count")
			put("youth_count", f.r.IntN(people+1), "youth_count")
		}
		codes := []string{"thuong_xuyen", "chuyen_de", "dot_xuat", "doi_ngoai", "cong_hien", "nien_han", "khang_chien"}
		for i, n := range f.parts(all, len(codes)) {
			put("achievement_count_"+codes[i], n, codes[i])
		}
	}
}

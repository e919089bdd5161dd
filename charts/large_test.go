package charts

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"tdkt/queries/table"
)

// The office that the page has to hold: a province of 200 units over ten years with 60 forms of award, each unit giving each form
// each year, which no office does. Figures are made up, the same on every run.
const (
	largeUnits, largeYears, largeForms = 200, 10, 60
	largeFirst                         = 2017
)

func large(t testing.TB, lang string) Input {
	in := fixture(t, lang)
	g := &office{Rand: rand.New(rand.NewPCG(6, 2026))}
	for u := range largeUnits {
		g.units = append(g.units, fmt.Sprintf("u-%03d", u))
	}
	in.AsOf = table.Date{Year: largeFirst + largeYears, Month: 1, Day: 20}
	put := func(name string, columns []string, rows ...[]any) {
		in.Tables[name] = textTable(name, columns, rows...)
	}
	put("dim-unit", []string{"unit_code", "unit_name", "unit_kind", "parent_code", "valid_to"}, g.unitRows()...)
	put("dim-unit-boundary", []string{"boundaries", "boundaries_" + lang, "unit_code", "member_code"}, g.boundaryRows()...)
	put("dim-form", []string{"form_code", "form_vi", "form_en", "level_code", "colour", "family_code", "family_vi", "family_en", "family_order"}, g.formRows()...)
	put("dim-cluster", []string{"cluster_code", "cluster_name", "award_year", "unit_code"}, g.clusterRows()...)
	var years [][]any
	for y := range int64(largeYears) {
		years = append(years, []any{largeFirst + y, y < largeYears-1})
	}
	put("completeness-year", []string{"award_year", "is_over"}, years...)
	g.fillCubes(in)
	g.fillReturns(in)
	fillPlaces(in)
	return in
}

type office struct {
	*rand.Rand
	units []string
}

func (g *office) unitRows() [][]any {
	rows := [][]any{{"tinh", "Tỉnh Phú Thọ", "other", nil, nil}}
	for i, code := range g.units {
		name, kind := fmt.Sprintf("Sở, ngành cấp tỉnh số %d", i), "department"
		if i >= 50 {
			name, kind = fmt.Sprintf("Ủy ban nhân dân xã số %d", i), "commune"
		}
		rows = append(rows, []any{code, name, kind, "tinh", nil})
	}
	return rows
}

// boundaryRows: ten communes of the last hundred lie in one unit of the view of districts, ten more cannot be carried.
func (g *office) boundaryRows() [][]any {
	var rows [][]any
	for i := 100; i < len(g.units); i++ {
		member := g.units[90+i%10]
		if i%10 == 3 {
			member = notCarried
		}
		rows = append(rows, []any{"districts", "theo địa giới 30/6/2025", g.units[i], member})
	}
	for i := 60; i < 90; i++ {
		rows = append(rows, []any{"today", "theo địa giới hiện nay", g.units[i], g.units[100+i/3]})
	}
	return rows
}

func (g *office) formRows() [][]any {
	families := [][]any{{"order", "Huân chương", "Orders", int64(1)}, {"medal", "Huy chương", "Medals", int64(2)}, {"emulation_title", "Danh hiệu thi đua", "Emulation titles", int64(5)},
		{"merit_certificate", "Bằng khen", "Certificates of merit", int64(6)}, {"commendation_certificate", "Giấy khen", "Certificates of commendation", int64(7)}}
	var rows [][]any
	for i := range largeForms {
		rows = append(rows, append([]any{fmt.Sprintf("form_%02d", i), fmt.Sprintf("Danh hiệu, hình thức khen thưởng số %d hạng Nhất", i),
			fmt.Sprintf("Form of award no. %d, first class", i), g.level(i), ""}, families[i%len(families)]...))
	}
	return rows
}

func (g *office) level(form int) string { return []string{"nha_nuoc", "tinh", "so", "xa"}[form%4] }

// clusterRows: twenty clusters; each year every twentieth unit changes over to the next.
func (g *office) clusterRows() [][]any {
	var rows [][]any
	for c := range 20 {
		for y := range largeYears {
			for i, code := range g.units {
				if of := (i/10 + boolInt(i%20 == y)) % 20; of == c {
					rows = append(rows, []any{fmt.Sprintf("c-%02d", c), fmt.Sprintf("Cụm, khối thi đua số %d", c), int64(largeFirst + y), code})
				}
			}
		}
	}
	return rows
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// fillCubes: few forms are given to many, most to a handful; every other unit sends lists, the others tallies with less in them.
func (g *office) fillCubes(in Input) {
	var awards, people [][]any
	for y := range largeYears {
		for u, unit := range g.units {
			for form := range largeForms {
				n := 1 + g.Int64N(12+600/int64(1+form*form/6))
				levels := []string{g.level(form)}
				if form%10 == 3 && n > 4 {
					levels = append(levels, "chua_ro")
				}
				for _, level := range levels {
					key := any1{int64(largeFirst + y), unit, fmt.Sprintf("form_%02d", form), level}
					awards, people = g.rows(awards, people, key, n, u%2 == 1)
				}
			}
		}
	}
	in.Tables["cube-award"] = textTable("cube-award", []string{"award_year", "unit_code", "form_code", "level_code", "achievement_code", "award_count", "source"}, awards...)
	in.Tables["cube-beneficiary"] = textTable("cube-beneficiary", slices.Concat([]string{"award_year", "unit_code", "form_code", "level_code"}, measures, []string{"achievement_code", "source"}), people...)
	in.Tables["cube-crossed"] = textTable("cube-crossed", []string{"award_year", "unit_code", "form_code", "level_code", "achievement_code"})
}

// rows adds what a unit tells of a form in a year: two or three achievements, who received them.
func (g *office) rows(awards, people [][]any, key []any, n int64, tally bool) ([][]any, [][]any) {
	source, left := "list", n
	if tally {
		source = "tally"
		people = append(people, slices.Concat(key, g.people(n, true), any1{"chua_tach", source}))
	}
	for i, achievement := range []string{"thuong_xuyen", "chuyen_de", "dot_xuat"} {
		part := left
		if i < 2 && g.IntN(4) > 0 {
			part = (left*4 + 4) / 5
		}
		if part == 0 {
			break
		}
		left -= part
		awards = append(awards, slices.Concat(key, any1{achievement, part, source}))
		if !tally {
			people = append(people, slices.Concat(key, g.people(part, false), any1{achievement, source}))
		}
	}
	return awards, people
}

// people splits n awards: a list tells every measure, a tally neither enterprises nor some of the classes.
func (g *office) people(n int64, tally bool) []any {
	part := func(of int64, percent int64) int64 { return (of*percent + g.Int64N(100)) / 100 }
	collectives := part(n, 20)
	households := part(n-collectives, 2)
	individuals := n - collectives - households
	left, classes := individuals, []int64{}
	for _, percent := range []int64{1, 8, 3, 20, 85} {
		c := part(left, percent)
		left -= c
		classes = append(classes, c)
	}
	womenUnknown, youthUnknown := part(individuals, 3), part(individuals, 9)
	row := any1{n, collectives, part(collectives, 10), households, individuals, classes[0], classes[1], classes[2], classes[3], classes[4], left,
		part(individuals-womenUnknown, 45), womenUnknown, part(individuals-youthUnknown, 20), youthUnknown}
	if tally {
		row[2], row[5], row[10] = nil, nil, left+classes[0]
	}
	return row
}

// fillReturns: two returns a unit and year are due, most come in time; findings in every third unit and year.
func (g *office) fillReturns(in Input) {
	t := in.Tables["completeness"]
	t.Rows = nil
	f := in.Tables["findings"]
	f.Rows = nil
	for y := range largeYears {
		for u, unit := range g.units {
			period := fmt.Sprint(largeFirst + y)
			for _, form := range []string{"danh_sach_ca_nhan", "mau_02"} {
				standing, status, received := "on_time", any("accepted"), int64(1)
				if g.IntN(20) == 0 {
					standing, status, received = "not_received", "missing", 0
				}
				row := make([]any, len(t.Columns))
				for name, v := range map[string]any{"unit_code": unit, "form_of_return": form, "period": period, "role": "counts", "status": status, "expected_count": int64(1),
					"received_count": received, "accepted_count": received, "late_count": int64(0), "due_on": table.Date{Year: largeFirst + y, Month: 12, Day: 15}, "standing": standing,
					"standing_" + in.Lang: standing, "zero_count": int64(0), "waiting_count": int64(0), "cluster_name": fmt.Sprintf("Cụm, khối thi đua số %d", u/10), "excuse": ""} {
					row[t.Col(name)] = v
				}
				t.Rows = append(t.Rows, row)
			}
			for range g.IntN(3) * g.IntN(2) {
				row := make([]any, len(f.Columns))
				copy(row, any1{[]any{"gender-unknown", "total-differs", "quota-exceeded"}[g.IntN(3)], "warning", unit, period, "a.xlsx", "B7", "x"})
				f.Rows = append(f.Rows, row)
			}
		}
	}
	in.Tables["completeness"], in.Tables["findings"] = t, f
}

// TestLargePageFits guards that the page of a large office can be sent by mail and opened on an old machine.
func TestLargePageFits(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: the office is large")
	}
	in := large(t, "vi")
	start := time.Now()
	f, err := gather(in)
	if err != nil {
		t.Fatal(err)
	}
	gathered := time.Since(start)
	raw, err := pack(f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := deflate(raw)
	if err != nil {
		t.Fatal(err)
	}
	packed := time.Since(start) - gathered
	run := unpacker(t)
	start = time.Now()
	rows, err := run(raw, `(() => { const c = cubesOf(new Uint8Array(given)); return c.award.n + " awards, " + c.people.n + " people"; })()`)
	if err != nil {
		t.Fatal(err)
	}
	unpacked := time.Since(start)
	page := len(render(t, in))
	t.Logf("page %d bytes; %s: %d bytes, %d in the page; gathered in %v, packed in %v, unpacked by goja in %v", page, rows, len(raw), len(text), gathered, packed, unpacked)
	if page > 6_000_000 {
		t.Errorf("the page takes %d bytes, want 6 MB at most", page)
	}
}

// BenchmarkDashboard makes the page of the large office.
func BenchmarkDashboard(b *testing.B) {
	in := large(b, "vi")
	b.ReportMetric(float64(len(in.Tables["cube-award"].Rows)), "rows")
	for b.Loop() {
		b.ReportMetric(float64(len(render(b, in))), "bytes")
	}
}

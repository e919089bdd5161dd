package charts

import (
	"fmt"
	"strings"
	"testing"
)

func TestMedian(t *testing.T) {
	vm := scripts(t)
	for _, c := range []struct{ values, want string }{
		{"[]", "null"}, {"[null, null]", "null"}, {"[3]", "3"}, {"[9, 1, null, 4]", "4"}, {"[10, 2]", "6"}, {"[1, 2, 100, 3]", "2.5"}, {"[0, 0, 7]", "0"},
	} {
		v, err := vm.RunString("String(medianOf(" + c.values + "))")
		if err != nil {
			t.Fatal(err)
		}
		same(t, c.values, c.want, v.String())
	}
}

// Equal values share a place, the next one stands after all of them, and what is not stated has no place.
func TestPlaceAmongValues(t *testing.T) {
	vm := scripts(t)
	for _, c := range []struct{ values, own, want string }{
		{"[5, 9, 7]", "9", `{"place":1,"of":3,"ties":0}`},
		{"[5, 9, 9, 7]", "9", `{"place":1,"of":4,"ties":1}`},
		{"[5, 9, 9, 7]", "7", `{"place":3,"of":4,"ties":0}`},
		{"[5, null, 0]", "0", `{"place":2,"of":2,"ties":0}`},
		{"[5, null]", "null", "null"},
	} {
		v, err := vm.RunString("JSON.stringify(standingOf(" + c.values + ", " + c.own + "))")
		if err != nil {
			t.Fatal(err)
		}
		same(t, c.values+" "+c.own, c.want, v.String())
	}
}

// clustered are four units in a cluster of two years, and one in none.
func clustered() made {
	m := small(award(2024, 0, 0, 0, 50), award(2025, 0, 0, 0, 40), award(2025, 1, 0, 0, 10), award(2025, 2, 1, 0, 15), award(2025, 4, 0, 0, 99))
	m.Units = append(m.Units, "Công ty E", "Sở F")
	m.Clusters = map[string]map[string][]int{"Khối một": {"2024": {0, 1}, "2025": {0, 1, 2, 3}}, "Khối hai": {"2024": {2, 3, 4}}}
	return m
}

// A unit stands beside the median of its cluster of that year, whatever units are chosen; who was in a cluster last year only has none.
func TestRankStandsBesideTheMedian(t *testing.T) {
	vm := scripts(t)
	m := clustered()
	p := m.panel(t, vm, "rankPanel")
	same(t, "rows", []string{"Công ty E | 99 | – | – | –", "Sở A | 40 | 15 | Khối một | 3/4", "Huyện C | 15 | 15 | Khối một | 3/4", "Sở B | 10 | 15 | Khối một | 3/4"}, p.texts())
	m.State = "{ from: 2025, to: 2025, unit: [1] }"
	p = m.panel(t, vm, "rankPanel")
	same(t, "one unit", []string{"Sở B | 10 | 15 | Khối một | 3/4"}, p.texts())
	same(t, "lead", "Sở B: 10 lượt; trung vị của khối: 15.", p.Lead)
	m.State = "{ from: 2025, to: 2025, form: [0] }"
	same(t, "one form: two units make no median", "Sở A | 40 | – | Khối một | 2/4", m.panel(t, vm, "rankPanel").texts()[1])
	m.State = "{}"
	p = m.panel(t, vm, "rankPanel")
	same(t, "all years", "Sở A | 90 | – | – | –", p.texts()[1])
	same(t, "series", 1, len(p.Chart.Series))
	same(t, "note", "Trung vị của khối chỉ có khi chọn một năm, vì thành viên thay đổi theo năm.", p.Note)
	m.State = "{ from: 2024, to: 2024 }"
	same(t, "2024", []string{"Sở A | 50 | – | Khối một | 1/2"}, m.panel(t, vm, "rankPanel").texts())
}

func TestRankTitle(t *testing.T) {
	vm := scripts(t)
	m := clustered()
	m.Awards = m.Awards[:4] // without the company, which is in no cluster
	same(t, "title", "Sở A nhiều lượt nhất, gấp 2,7 lần trung vị của khối", m.panel(t, vm, "rankPanel").Title)
	open := m
	open.Open = []int{2025}
	same(t, "while the year is open", "", open.panel(t, vm, "rankPanel").Title)
	m.Awards[1].N = 29
	same(t, "less than twice the median", "", m.panel(t, vm, "rankPanel").Title)
	same(t, "in no cluster", "", clustered().panel(t, vm, "rankPanel").Title)
}

// What cannot be carried is drawn, however small; the clusters follow the units to where their figures stand.
func TestRankInAViewOfBoundaries(t *testing.T) {
	vm := scripts(t)
	m := small(award(2025, 0, 0, 0, 5), award(2025, 1, 0, 0, 1))
	m.Units = []string{"Sở A", "Huyện B", "khong_quy_doi"}
	m.Clusters = map[string]map[string][]int{"Khối một": {"2025": {0, 1}}}
	for i := range 20 {
		m.Units = append(m.Units, fmt.Sprint("u", i))
		m.Awards = append(m.Awards, award(2025, 3+i, 0, 0, 100+i))
	}
	m.Boundaries = []int{3, 2, 2}
	for i := range 20 {
		m.Boundaries = append(m.Boundaries, 3+i)
	}
	p := m.panel(t, vm, "rankPanel")
	same(t, "drawn", 15, p.Chart.Drawn)
	same(t, "last drawn", "khong_quy_doi | 1 | – | – | –", p.texts()[14])
	var first string
	for _, r := range p.texts() {
		if strings.HasPrefix(r, "u0 ") {
			first = r
		}
	}
	same(t, "who took over", "u0 | 105 | – | Khối một | 1/1", first)
}

// People without a word on women or class have no share: 0 of 20 not known is not 0 %.
func TestPlaceInTheCluster(t *testing.T) {
	vm := scripts(t)
	m := clustered()
	people := func(i, individuals, direct, classUnknown, women, womenUnknown int) {
		m.Awards[i].People = map[string]int{"individual_count": individuals, "direct_worker_count": direct, "class_unknown_count": classUnknown, "woman_count": women, "woman_unknown_count": womenUnknown}
	}
	people(1, 20, 10, 2, 5, 0)
	people(2, 10, 5, 0, 0, 10)
	people(3, 10, 9, 0, 4, 0)
	m.Awards = append(m.Awards, award(2025, 3, 1, 0, 15))
	m.State = "{ from: 2025, to: 2025, unit: [2] }"
	p := m.panel(t, vm, "placePanel")
	texts := p.texts()
	for i := range texts {
		texts[i] = strings.ReplaceAll(texts[i], "\u00a0", " ")
	}
	same(t, "rows", []string{
		"Sở A | 40 | 1 | 20 | 50,00 % | 10,00 % | 2 = | 25,00 % | 0,00 % | 2",
		"Huyện C | 15 | 2 = | 10 | 90,00 % | 0,00 % | 1 | 40,00 % | 0,00 % | 1",
		"Huyện D | 15 | 2 = | – | – | – | – | – | – | –",
		"Sở B | 10 | 4 | 10 | 50,00 % | 0,00 % | 2 = | – | 100,00 % | –",
	}, texts)
	same(t, "own", []bool{false, true, false, false}, []bool{p.Rows[0].Own, p.Rows[1].Own, p.Rows[2].Own, p.Rows[3].Own})
	same(t, "words", []string{"cùng thứ 2 trong 4 đơn vị của khối", "thứ 1 trong 3 đơn vị có số liệu (khối có 4)", "thứ 1 trong 2 đơn vị có số liệu (khối có 4)"},
		[]string{p.Chart.Series[0].Words, p.Chart.Series[1].Words, p.Chart.Series[2].Words})
	same(t, "median", []any{15.0, 0.5, nil}, []any{p.Chart.Series[0].Median, p.Chart.Series[1].Median, p.Chart.Series[2].Median})
	same(t, "title without a list of returns owed", "", p.Title)

	m.Obligations = []map[string]any{owed(0, "mau_01", "on_time"), owed(1, "mau_01", "late"), owed(2, "mau_01", "on_time"), owed(3, "mau_01", "not_received"), owed(4, "mau_01", "not_received")}
	p = m.panel(t, vm, "placePanel")
	if want := "3/4 đơn vị của khối đủ báo cáo."; !strings.HasPrefix(p.Note, want) {
		t.Errorf("note %q does not begin with %q", p.Note, want)
	}
	same(t, "title while one is missing", "", p.Title)
	m.Obligations[3] = owed(3, "mau_01", "on_time")
	same(t, "title", "Huyện C: cùng thứ 2 trong 4 đơn vị của khối, theo số lượt", m.panel(t, vm, "placePanel").Title)
}

func TestPlaceNeedsAClusterAndAYear(t *testing.T) {
	vm := scripts(t)
	m := clustered()
	m.Clusters["Khối ba"] = map[string][]int{"2024": {4}}
	m.Clusters["Khối hai"] = map[string][]int{"2024": {2, 3}}
	choose := "Chọn một đơn vị và một năm để xem vị trí trong cụm, khối."
	for state, want := range map[string]string{
		in2025: choose, "{ unit: [0] }": choose, "{ from: 2025, to: 2025, unit: [0, 1] }": choose,
		"{ from: 2024, to: 2024, unit: [4] }": "Công ty E là đơn vị duy nhất của Khối ba trong năm 2024, nên không có vị trí để so.",
		"{ from: 2025, to: 2025, unit: [4] }": "Công ty E không thuộc cụm, khối thi đua nào trong năm 2025.",
	} {
		m.State = state
		p := m.panel(t, vm, "placePanel")
		same(t, state, want, p.Lead)
		same(t, state, 0, len(p.Rows))
	}
}

// owed is a return of 2025 that was due, with how it stands.
func owed(unit int, form, standing string) map[string]any {
	accepted := 0
	if standing == "on_time" || standing == "late" {
		accepted = 1
	}
	expected := 1
	if standing == "excused" || standing == "unasked" {
		expected = 0
	}
	return map[string]any{"unit": unit, "form": form, "formName": strings.ToUpper(form), "period": "2025", "year": 2025, "due": "2025-12-15", "standing": standing, "expected": expected, "accepted": accepted}
}

// Every state keeps its own sign, and those from whom most is missing come first.
func TestCalendarPutsWhatIsMissingFirst(t *testing.T) {
	vm := scripts(t)
	m := clustered()
	half := owed(0, "b", "on_time")
	half["period"] = "2025-H1"
	later := owed(3, "a", "not_received")
	later["due"] = "2026-02-15"
	m.AsOf = "2026-01-20"
	m.Obligations = []map[string]any{
		owed(0, "a", "on_time"), half, owed(0, "b", "late"), owed(1, "a", "held"), owed(1, "b", "excused"), owed(2, "a", "not_received"), owed(2, "b", "refused"),
		later, owed(3, "b", "unasked"), owed(5, "a", "not_received"), owed(5, "b", "not_received"),
	}
	p := m.panel(t, vm, "calendarPanel")
	same(t, "head", []string{"Đơn vị", "Số quá hạn", "A", "B · 2025-H1", "B"}, p.Head)
	same(t, "rows", []string{
		"Sở F | 2 | ○ quá hạn | · | ○ quá hạn",
		"Huyện C | 1 | ○ quá hạn | · | ✗ trả lại",
		"Sở B | 0 | ✗ giữ lại | · | – được miễn",
		"Sở A | 0 | ✓ đã nhận | ✓ đã nhận | ◷ muộn",
		"Huyện D | 0 | ◌ chưa đến hạn | · | + ngoài danh mục",
	}, p.texts())
	same(t, "states", []string{"missing", "", "refused"}, p.Rows[1].States)
	same(t, "title", "2 đơn vị còn báo cáo quá hạn chưa gửi", p.Title)
	same(t, "lead", "3 báo cáo quá hạn chưa gửi, của 2 trong 5 đơn vị.", p.Lead)
	m.State = "{ from: 2025, to: 2025, unit: [0] }"
	same(t, "all in", "Mọi báo cáo phải gửi đã được nhận", m.panel(t, vm, "calendarPanel").Title)
	m.State = "{ from: 2025, to: 2025, unit: [3] }"
	same(t, "not yet due", "", m.panel(t, vm, "calendarPanel").Title)
	m.State = "{}"
	same(t, "by year", []string{"Sở F | 2 | ○ 0/2", "Huyện C | 1 | ○ 0/2", "Sở B | 0 | ✗ 0/1", "Sở A | 0 | ◷ 3/3", "Huyện D | 0 | ◌ 0/1"}, m.panel(t, vm, "calendarPanel").texts())
	m.AsOf = ""
	m.State = in2025
	same(t, "without a day", "Huyện C | 0 | ◌ chưa đến hạn | · | ✗ trả lại", m.panel(t, vm, "calendarPanel").texts()[0])
}

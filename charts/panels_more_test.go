package charts

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// made is a small made-up province for the scripts of the page: what they get from the program, and the filters.
type made struct {
	Units, Forms, Levels, Achievements []string // labels; the code of a member is its label
	Awards                             []madeAward
	Clusters                           map[string]map[string][]int
	Obligations                        []map[string]any
	Open                               []int
	Breaks                             map[int]string
	AsOf                               string
	Boundaries                         []int  // members of a view; none where there is but the returns' own
	State                              string // filters as a script: "{from: 2025, to: 2025}"
	By                                 string // what the waterfall goes by
}

// madeAward is a row of both cubes. People holds measures by name; -1 is what was never stated.
type madeAward struct {
	Year, Unit, Form, Level, Achievement int
	N                                    int
	Tally                                bool
	People                               map[string]int
}

// shown is a panel as the scripts make it.
type shown struct {
	Title, Lead, Note string
	Head              []string
	Rows              []shownRow
	Foot              *shownRow
	Chart             struct {
		Kind   string
		Drawn  int
		Few    bool
		Most   float64
		Steps  []struct{ From, To float64 }
		Series []struct {
			Name        string
			Provisional bool
			Median      any
			Words       string
		}
	}
}

type shownRow struct {
	Label  string
	Own    bool
	States []string
	Cells  []struct {
		V            any
		Text, Figure string
	}
}

func (r shownRow) texts() string {
	out := []string{r.Label}
	for _, c := range r.Cells {
		out = append(out, c.Text)
	}
	return strings.Join(out, " | ")
}

func (p shown) texts() (out []string) {
	for _, r := range p.Rows {
		out = append(out, r.texts())
	}
	return out
}

var pictureScripts = []string{"cube.js", "panels.js", "sentences.js", "returns.js", "campaign.js", "pictures.js", "pictures_units.js", "options.js", "options_more.js", "options_cells.js"}

// scripts are the pure scripts of the page in an interpreter without a page.
func scripts(t testing.TB) *goja.Runtime {
	t.Helper()
	var all strings.Builder
	for _, name := range pictureScripts {
		source, err := asset(name)
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(source)
	}
	vm := goja.New()
	if _, err := vm.RunString(all.String()); err != nil {
		t.Fatal(err)
	}
	return vm
}

// load gives the scripts their data.
func (m made) load(t testing.TB, vm *goja.Runtime) {
	t.Helper()
	l := theLook()
	options := map[string]any{}
	for id, kind := range map[string]string{"change": "waterfall", "trend": "lines", "multiples": "multiples", "rank": "rank", "heat": "heat", "place": "dots", "calendar": "calendar"} {
		chart := moreSkeletons[kind](id, l)
		chart.Validate()
		option, err := plainOption(chart.JSON())
		if err != nil {
			t.Fatal(err)
		}
		complete(option, l)
		options[id] = option
	}
	bars := barSkeleton("level", l)
	bars.Validate()
	option, err := plainOption(bars.JSON())
	if err != nil {
		t.Fatal(err)
	}
	complete(option, l)
	options["level"] = option
	members := func(labels []string) []map[string]string {
		out := []map[string]string{}
		for _, label := range labels {
			out = append(out, map[string]string{"code": label, "label": label})
		}
		return out
	}
	var clusters []map[string]any
	for label, years := range m.Clusters {
		clusters = append(clusters, map[string]any{"code": label, "label": label, "years": years})
	}
	slices.SortFunc(clusters, func(a, b map[string]any) int { return strings.Compare(a["label"].(string), b["label"].(string)) })
	var years []int
	award, people := map[string][]int{}, map[string][]int{}
	for _, a := range m.Awards {
		if !slices.Contains(years, a.Year) {
			years = append(years, a.Year)
		}
		source := 0
		achievement := a.Achievement
		if a.Tally {
			source, achievement = 1, -1 // a tally does not cross people with achievements
		}
		for name, v := range map[string]int{"year": a.Year, "unit": a.Unit, "form": a.Form, "level": a.Level, "source": source} {
			award[name], people[name] = append(award[name], v), append(people[name], v)
		}
		award["achievement"], award["count"] = append(award["achievement"], a.Achievement), append(award["count"], a.N)
		people["achievement"] = append(people["achievement"], achievement)
		for _, measure := range measures {
			v, ok := a.People[measure]
			if measure == "award_count" {
				v, ok = a.N, true
			}
			if !ok {
				v = -1
			}
			people["m."+measure] = append(people["m."+measure], v)
		}
	}
	slices.Sort(years)
	breaks := []yearBreak{}
	for _, y := range years {
		if text, ok := m.Breaks[y]; ok {
			breaks = append(breaks, yearBreak{y, text})
		}
	}
	boundaries := []map[string]any{}
	if m.Boundaries != nil {
		boundaries = append(boundaries, map[string]any{"code": "today", "label": "today", "members": m.Boundaries})
	}
	data := map[string]any{
		"lang": "vi", "texts": readTexts(t, "vi"), "years": years, "units": members(m.Units), "forms": members(m.Forms), "levels": members(m.Levels),
		"achievements": members(m.Achievements), "clusters": append([]map[string]any{}, clusters...), "open": append([]int{}, m.Open...), "breaks": breaks, "boundaries": boundaries,
		"obligations": append([]map[string]any{}, m.Obligations...), "measures": measures, "kinds": recipientKinds, "look": l, "options": options,
	}
	if m.AsOf != "" {
		data["asOf"] = m.AsOf
	}
	vm.Set("written", asJSON(t, map[string]any{"data": data, "award": award, "people": people}))
	if _, err := vm.RunString(`{
		const all = JSON.parse(written), people = { n: (all.people.year ?? []).length, m: {} };
		for (const [name, column] of Object.entries(all.people)) name.startsWith("m.") ? (people.m[name.slice(2)] = column) : (people[name] = column);
		useData(all.data, { award: { n: (all.award.year ?? []).length, ...all.award }, people });
	}`); err != nil {
		t.Fatal(err)
	}
}

// panel makes one panel by the name of its maker.
func (m made) panel(t testing.TB, vm *goja.Runtime, maker string) (p shown) {
	t.Helper()
	m.load(t, vm)
	view := ""
	if m.Boundaries != nil {
		view = "today"
	}
	v, err := vm.RunString(fmt.Sprintf(`useBoundaries(%q); JSON.stringify(%s(settle({ boundaries: "reported", changeBy: %q, filter: { ...noFilter, ...%s } })))`, view, maker, m.By, m.State))
	if err != nil {
		t.Fatalf("%s: %v", maker, err)
	}
	if err := json.Unmarshal([]byte(v.String()), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func same(t *testing.T, what string, want, got any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

const in2025 = "{ from: 2025, to: 2025 }"

// small has two units, three forms and two types of achievement over two years.
func small(awards ...madeAward) made {
	return made{
		Units: []string{"Sở A", "Sở B", "Huyện C", "Huyện D"}, Forms: []string{"Giấy khen", "Bằng khen", "Cờ thi đua", "chua_ro"},
		Levels: []string{"Cấp tỉnh", "Cấp xã", "chua_ro"}, Achievements: []string{"Thường xuyên", "Đột xuất", "chua_ro"},
		Awards: awards, State: in2025, By: "form",
	}
}

func award(year, unit, form, achievement, n int) madeAward {
	return madeAward{Year: year, Unit: unit, Form: form, Achievement: achievement, N: n}
}

// Rises stand before falls, the largest first; what did not change is not drawn, and one-sided steps are told.
func TestChangeGoesFromYearToYear(t *testing.T) {
	vm := scripts(t)
	m := small(award(2024, 0, 0, 0, 100), award(2024, 0, 1, 0, 30), award(2024, 1, 2, 0, 7), award(2025, 0, 0, 0, 60), award(2025, 0, 1, 1, 45), award(2025, 1, 2, 0, 7), award(2025, 1, 3, 2, 5))
	p := m.panel(t, vm, "changePanel")
	same(t, "rows", []string{"2024 | 137 | – | –", "Bằng khen | 30 | 45 | +15", "chua_ro | – | 5 | +5", "Giấy khen | 100 | 60 | −40", "2025 | – | 117 | −20"}, p.texts())
	same(t, "head", []string{"Danh hiệu, hình thức", "2024", "2025", "Tăng, giảm"}, p.Head)
	same(t, "lead", "117 lượt, giảm 20 lượt (14,60 %) so với năm 2024.", strings.ReplaceAll(p.Lead, "\u00a0", " "))
	same(t, "figures", []string{"mart_form_year/award_count?award_year=2024&form_code=B%E1%BA%B1ng%20khen", "mart_form_year/award_count?award_year=2025&form_code=B%E1%BA%B1ng%20khen"},
		[]string{p.Rows[1].Cells[0].Figure, p.Rows[1].Cells[1].Figure})
	if want := "Nơi chỉ một trong hai năm có số liệu"; !strings.Contains(p.Note, want) {
		t.Errorf("note %q does not say %q", p.Note, want)
	}
	chained(t, p)
}

// chained: each step begins where the one before ends, from the year before to this year.
func chained(t interface{ Errorf(string, ...any) }, p shown) {
	s := p.Chart.Steps
	if len(s) != p.Chart.Drawn || p.Chart.Drawn > 12 {
		t.Errorf("%d steps for %d rows drawn", len(s), p.Chart.Drawn)
		return
	}
	for i := 1; i < len(s)-1; i++ {
		if s[i].From != s[i-1].To {
			t.Errorf("step %d begins at %v, not at %v", i, s[i].From, s[i-1].To)
		}
		if moved, told := s[i].To-s[i].From, p.Rows[i].Cells[2].V; moved != told {
			t.Errorf("step %d goes %v and is told as %v", i, moved, told)
		}
	}
	if at, end := s[len(s)-2].To, s[len(s)-1].To; at != end {
		t.Errorf("the steps lead to %v, not to %v", at, end)
	}
}

// Whatever the figures, the filters and what tallies leave unsplit, the steps add up to the difference.
func TestChangeStepsAddUp(t *testing.T) {
	vm := scripts(t)
	rapid.Check(t, func(r *rapid.T) {
		m := small()
		m.Forms = []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "chua_ro"}
		m.By = rapid.SampledFrom([]string{"unit", "form", "achievement"}).Draw(r, "by")
		m.State = rapid.SampledFrom([]string{in2025, `{ from: 2025, to: 2025, kind: "individual" }`, `{ from: 2025, to: 2025, unit: [1] }`, `{ from: 2025, to: 2025, achievement: [0], kind: "collective" }`}).Draw(r, "state")
		for range rapid.IntRange(1, 40).Draw(r, "rows") {
			n := rapid.IntRange(0, 90).Draw(r, "n")
			a := award(rapid.IntRange(2024, 2025).Draw(r, "year"), rapid.IntRange(0, 3).Draw(r, "unit"), rapid.IntRange(0, 12).Draw(r, "form"), rapid.IntRange(0, 2).Draw(r, "type"), n)
			a.Tally = rapid.Bool().Draw(r, "tally")
			if rapid.Bool().Draw(r, "split") {
				a.People = map[string]int{"individual_count": n / 2, "collective_count": n - n/2}
			}
			m.Awards = append(m.Awards, a)
		}
		p := m.panel(t, vm, "changePanel")
		if p.Chart.Drawn > 0 {
			chained(r, p)
		}
	})
}

// A title is said only where one member made at least half of the change, and never of a fall that missing returns may explain.
func TestChangeTitle(t *testing.T) {
	vm := scripts(t)
	rise := []madeAward{award(2024, 0, 0, 0, 100), award(2024, 1, 1, 0, 20), award(2025, 0, 0, 0, 105), award(2025, 1, 1, 0, 22), award(2025, 1, 1, 1, 30)}
	fall := []madeAward{award(2024, 0, 0, 1, 100), award(2024, 1, 1, 0, 20), award(2025, 0, 0, 1, 40), award(2025, 1, 1, 0, 20)}
	for _, c := range []struct {
		name   string
		awards []madeAward
		by     string
		change func(m *made)
		want   string
	}{
		{"a form rises by one type", rise, "form", nil, "Bằng khen tăng nhờ khen đột xuất"},
		{"by type", rise, "achievement", nil, "Tăng chủ yếu nhờ khen đột xuất"},
		{"by unit", rise, "unit", nil, "Tăng chủ yếu ở Sở B"},
		{"a form falls", fall, "form", nil, "Giấy khen giảm, chủ yếu ở khen đột xuất"},
		{"a fall while the year is open", fall, "form", func(m *made) { m.Open = []int{2025} }, ""},
		{"a rise while the year is open", rise, "form", func(m *made) { m.Open = []int{2025} }, "Bằng khen tăng nhờ khen đột xuất"},
		{"the year before is open", rise, "form", func(m *made) { m.Open = []int{2024} }, ""},
		{"a break between", rise, "form", func(m *made) { m.Breaks = map[int]string{2025: "Sáp nhập"} }, ""},
		{"no one cause", []madeAward{award(2024, 0, 0, 0, 10), award(2025, 0, 0, 0, 14), award(2025, 0, 1, 0, 4), award(2025, 0, 2, 0, 4)}, "form", nil, ""},
		{"up and down meet", []madeAward{award(2024, 0, 0, 0, 10), award(2024, 0, 1, 0, 20), award(2025, 0, 0, 0, 20), award(2025, 0, 1, 0, 10)}, "form", nil, ""},
		{"not known", []madeAward{award(2024, 0, 0, 0, 10), award(2025, 0, 0, 0, 10), award(2025, 0, 3, 0, 90)}, "form", nil, ""},
		{"several types", []madeAward{award(2024, 0, 0, 0, 10), award(2025, 0, 0, 0, 20), award(2025, 0, 0, 1, 10)}, "form", nil, "Tăng chủ yếu ở Giấy khen"},
	} {
		m := small(c.awards...)
		m.By = c.by
		if c.change != nil {
			c.change(&m)
		}
		same(t, c.name, c.want, m.panel(t, vm, "changePanel").Title)
	}
}

func TestChangeNeedsTwoYears(t *testing.T) {
	vm := scripts(t)
	m := small(award(2025, 0, 0, 0, 1))
	p := m.panel(t, vm, "changePanel")
	same(t, "lead", "Không có số liệu của năm trước năm 2025 để so sánh.", p.Lead)
	same(t, "rows", 0, len(p.Rows))
	m.State = "{}"
	same(t, "lead of all years", "Chọn một năm để xem thay đổi so với năm trước.", m.panel(t, vm, "changePanel").Lead)
}

// A year without figures is a gap and never 0; the unknown comes last; awards of no known year are told.
func TestTrendHasGaps(t *testing.T) {
	vm := scripts(t)
	at := func(year, level, n int) madeAward { return madeAward{Year: year, Level: level, N: n} }
	m := small(at(2020, 1, 9), at(2021, 2, 3), at(2021, 0, 5), at(2022, 0, 6), at(2024, 0, 0), at(2025, 0, 8), at(2025, 1, 2), at(0, 0, 4))
	m.Open = []int{2025}
	p := m.panel(t, vm, "trendPanel")
	same(t, "head", []string{"Cấp khen thưởng", "2021", "2022", "2023", "2024", "2025"}, p.Head)
	same(t, "rows", []string{"Cấp tỉnh | 5 | 6 | – | 0 | 8", "Cấp xã | – | – | – | – | 2", "chua_ro | 3 | – | – | – | –"}, p.texts())
	same(t, "total", "Tổng số | 8 | 6 | – | 0 | 10", p.Foot.texts())
	same(t, "note", "4 lượt chưa rõ năm không vẽ được theo năm.", p.Note)
	same(t, "provisional", []bool{false, true}, []bool{p.Chart.Series[3].Provisional, p.Chart.Series[4].Provisional})
	if p.Chart.Few {
		t.Error("four years with figures are drawn as bars")
	}
	m.State = "{ from: 2021, to: 2022 }"
	if p := m.panel(t, vm, "trendPanel"); !p.Chart.Few || len(p.Rows[0].Cells) != 2 {
		t.Errorf("a span of two years: %+v", p)
	}
}

func TestTrendTitle(t *testing.T) {
	vm := scripts(t)
	for _, c := range []struct {
		name   string
		counts []int // of Cấp tỉnh from 2021 on
		open   []int
		broken map[int]string
		want   string
	}{
		{"three rises", []int{5, 4, 6, 7, 8}, nil, nil, "Cấp tỉnh tăng 3 năm liền"},
		{"two falls", []int{5, 4, 6, 5, 4}, nil, nil, "Cấp tỉnh giảm 2 năm liền"},
		{"one rise", []int{5, 4, 6, 5, 6}, nil, nil, ""},
		{"across a break", []int{5, 4, 6, 7, 8}, nil, map[int]string{2025: "Sáp nhập"}, ""},
		{"as far as a break", []int{3, 4, 6, 7, 8}, nil, map[int]string{2023: "Luật mới"}, "Cấp tỉnh tăng 2 năm liền"},
		{"not while the year is open", []int{5, 4, 6, 7, 8}, []int{2025}, nil, ""},
	} {
		m := small()
		for i, n := range c.counts {
			m.Awards = append(m.Awards, madeAward{Year: 2021 + i, Level: 0, N: n}, madeAward{Year: 2021 + i, Level: 2, N: 100 + i})
		}
		m.Open, m.Breaks = c.open, c.broken
		same(t, c.name, c.want, m.panel(t, vm, "trendPanel").Title)
	}
}

// All small pictures stand on the scale of the largest column among those drawn.
func TestMultiplesShareOneScale(t *testing.T) {
	vm := scripts(t)
	m := small(award(2024, 0, 0, 0, 300), award(2025, 0, 0, 0, 20), award(2025, 0, 1, 0, 40), award(2025, 0, 3, 0, 999))
	for i := range 14 {
		m.Forms = append(m.Forms, fmt.Sprint("f", i))
		m.Awards = append(m.Awards, award(2025, 0, 4+i, 0, 2))
	}
	p := m.panel(t, vm, "multiplesPanel")
	same(t, "first rows", []string{"Giấy khen | 300 | 20", "Bằng khen | – | 40", "f0 | – | 2"}, p.texts()[:3])
	same(t, "last row", "chua_ro | – | 999", p.texts()[len(p.Rows)-1])
	same(t, "drawn", 12, p.Chart.Drawn)
	same(t, "scale", 300.0, p.Chart.Most)
	same(t, "note", "Hình vẽ 12 hình thức nhiều lượt nhất trong 17; bảng có đủ.", p.Note)
}

// Nothing stated is a dot, nought is 0, and the rows with the most come first, the unknown last.
func TestHeatTellsNothingFromNought(t *testing.T) {
	vm := scripts(t)
	m := small(award(2025, 0, 0, 0, 3), award(2025, 1, 0, 0, 9), award(2025, 1, 2, 0, 0), award(2025, 2, 3, 0, 50))
	p := m.panel(t, vm, "heatPanel")
	same(t, "head", []string{"Đơn vị", "Tổng số", "Giấy khen", "Cờ thi đua", "chua_ro"}, p.Head)
	same(t, "rows", []string{"Huyện C | 50 | · | · | 50", "Sở B | 9 | 9 | 0 | ·", "Sở A | 3 | 3 | · | ·"}, p.texts())
	same(t, "total", "Tổng số | 62 | 12 | 0 | 50", p.Foot.texts())
	if v := p.Rows[1].Cells[3].V; v != nil {
		t.Errorf("what was not stated is %v", v)
	}
	for i := range 20 {
		m.Units = append(m.Units, fmt.Sprint("u", i))
		m.Forms = append(m.Forms, fmt.Sprint("f", i))
		m.Awards = append(m.Awards, award(2025, 4+i, 4+i, 0, 1+i))
	}
	p = m.panel(t, vm, "heatPanel")
	same(t, "drawn", []int{14, 12, 23}, []int{p.Chart.Drawn, len(p.Chart.Series), len(p.Rows)})
	var sum float64
	for _, r := range p.Rows {
		for _, c := range r.Cells[1:] {
			if n, ok := c.V.(float64); ok {
				sum += n
			}
		}
	}
	if total := p.Foot.Cells[0].V; math.Abs(sum-total.(float64)) > 0 {
		t.Errorf("the cells make %v, the total is %v", sum, total)
	}
}

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/dop251/goja"
)

// pageFilter is a state of the filters of the page; members as codes. From and To 0 with Years false are all years.
type pageFilter struct {
	Years        bool
	From, To     int
	Units        []string // of the view of boundaries
	Forms        []string
	Levels       []string
	Achievements []string
	Clusters     []string
	Kind         string // empty, or a kind of recipient
	Boundaries   string
	Measure      string // that is asked for by dimension
}

// pageFigures are the numbers that a page shows under a filter. A number never stated is nil, and is no key of a map.
type pageFigures struct {
	Awards    *int64
	Unsplit   int64                       // of awards
	UnsplitOf int64                       // of the measure asked for
	People    map[string]*int64           // by measure
	By        map[string]map[string]int64 // dimension -> year or code -> awards
	ByOf      map[string]map[string]int64 // the same of the measure asked for
}

type pageMember struct{ Code, Label string }

// pageMembers are the lists of the page, from which filters are drawn.
type pageMembers struct {
	Years        []int
	Units        []pageMember
	Offered      []pageMember // units that one can ask for: the others are only known to be in a cluster
	Forms        []pageMember
	Levels       []pageMember
	Achievements []pageMember
	Clusters     []pageMember
	Boundaries   []pageMember
	Classes      []pageMember
	Measures     []string
	Texts        map[string]string
	Readers      []struct {
		ID     string
		Panels []string
	}
	Breaks []struct {
		Year int
		Text string
	}
}

// TestThousandFilters guards every number of the page: whatever is chosen, it is the sum of the facts and not of the cube.
func TestThousandFilters(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: an interpreter runs the page a thousand times")
	}
	db, out := samplesRun(t)
	page, err := os.ReadFile(filepath.Join(out, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if len(page) > 3_000_000 {
		t.Errorf("the page takes %d bytes, want 3 MB at most", len(page))
	}
	vm, members := pageInScript(t, page)
	draw := rand.New(rand.NewPCG(2026, 6))
	filters := make([]pageFilter, 1000)
	for i := range filters {
		filters[i] = drawFilter(draw, members)
	}
	want := figuresBySQL(t, db, filters)
	kinds := map[string]int{}
	for i, f := range filters {
		got := figuresInScript(t, vm, members, f)
		for what, is := range differences(want[i], got) {
			t.Errorf("filter %d %+v: %s: %s", i, f, what, is)
		}
		if want[i].Awards != nil && *want[i].Awards > 0 {
			kinds["with awards"]++
		}
		if want[i].Unsplit > 0 {
			kinds["with unsplit awards"]++
		}
		if len(f.Achievements) > 0 && want[i].People["woman_count"] != nil {
			kinds["with joint figures"]++
		}
		if t.Failed() && i > 20 {
			break
		}
	}
	for _, k := range []string{"with awards", "with unsplit awards", "with joint figures"} {
		if kinds[k] < 100 && !t.Failed() {
			t.Errorf("only %d filters %s: the drawing proves little", kinds[k], k)
		}
	}
	t.Logf("page of %d bytes; filters %v", len(page), kinds)
}

func (m *pageMembers) readOffered(page []byte) {
	for _, u := range m.Units {
		if bytes.Contains(page, []byte(`<option value="`+u.Code+`">`)) {
			m.Offered = append(m.Offered, u)
		}
	}
}

// drawFilter leaves most dimensions open, so that most filters keep something.
func drawFilter(r *rand.Rand, m pageMembers) pageFilter {
	f := pageFilter{Boundaries: "reported", Measure: m.Measures[r.IntN(len(m.Measures))]}
	if views := m.Boundaries; r.IntN(3) == 0 && len(views) > 0 {
		f.Boundaries = views[r.IntN(len(views))].Code
	}
	switch r.IntN(4) {
	case 0, 1:
		f.Years = true
		f.From = m.Years[r.IntN(len(m.Years))]
		f.To = f.From
	case 2:
		f.Years = true
		f.From, f.To = m.Years[r.IntN(len(m.Years))], m.Years[r.IntN(len(m.Years))]
		f.From, f.To = min(f.From, f.To), max(f.From, f.To)
	}
	some := func(chance, most int, all []pageMember) []string {
		if r.IntN(100) >= chance || len(all) == 0 {
			return nil
		}
		var codes []string
		for range 1 + r.IntN(most) {
			codes = append(codes, all[r.IntN(len(all))].Code)
		}
		slices.Sort(codes)
		return slices.Compact(codes)
	}
	f.Units, f.Forms, f.Levels = some(25, 8, m.Offered), some(20, 8, m.Forms), some(15, 3, m.Levels)
	f.Achievements, f.Clusters = some(45, 3, m.Achievements), some(15, 3, m.Clusters)
	f.Kind = []string{"", "", "individual", "collective", "household"}[r.IntN(5)]
	return f
}

// ofKind is the measure that tells of a measure under the filter of kinds: empty where that kind has no such measure.
func (f pageFilter) ofKind(measure string) string {
	own := map[string]string{"collective_count": "collective", "enterprise_count": "collective", "household_count": "household"}[measure]
	switch {
	case f.Kind == "":
		return measure
	case measure == "award_count":
		return f.Kind + "_count"
	case own == f.Kind, own == "" && f.Kind == "individual":
		return measure
	}
	return ""
}

// scriptOf is the text of an element of the page.
func scriptOf(t testing.TB, page []byte, id string) string {
	t.Helper()
	m := regexp.MustCompile(`(?s)<script type="application/[a-z-]*" id="` + id + `">(.*?)</script>`).FindSubmatch(page)
	if m == nil {
		t.Fatalf("the page has no %s", id)
	}
	return html.UnescapeString(string(m[1]))
}

// pageInScript loads the figures of a page into the scripts that add them up, without a browser.
func pageInScript(t testing.TB, page []byte) (*goja.Runtime, pageMembers) {
	t.Helper()
	written := unpacked(t, page, "tdkt-data")
	var members pageMembers
	if err := json.Unmarshal(written, &members); err != nil {
		t.Fatal(err)
	}
	members.readOffered(page)
	raw := unpacked(t, page, "tdkt-cubes")
	vm := goja.New()
	var scripts bytes.Buffer
	for _, name := range []string{"pack.js", "cube.js"} {
		text, err := os.ReadFile("../../charts/assets/" + name)
		if err != nil {
			t.Fatal(err)
		}
		scripts.Write(text)
	}
	scripts.WriteString(figuresScript)
	if _, err := vm.RunScript("page", scripts.String()); err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string]any{"written": string(written), "given": vm.NewArrayBuffer(raw)} {
		if err := vm.Set(name, v); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := vm.RunString("useData(JSON.parse(written), cubesOf(new Uint8Array(given)))"); err != nil {
		t.Fatal(err)
	}
	return vm, members
}

// figuresScript asks one selection for every number that it has.
const figuresScript = `
function figuresOf(filter, boundaries, measure) {
	useBoundaries(boundaries);
	const s = new Selection(filter), by = {}, byOf = {};
	const members = { unit: data.units, form: data.forms, level: data.levels, achievement: data.achievements };
	const named = (dim, m) => {
		const out = {};
		for (const [k, v] of s.by(dim, m)) if (v !== null) out[dim === "year" ? k : members[dim][k].code] = v;
		return out;
	};
	for (const dim of ["year", "unit", "form", "level", "achievement"]) {
		by[dim] = named(dim, "award_count");
		byOf[dim] = named(dim, measure);
	}
	return JSON.stringify({ awards: s.awards(), unsplit: s.unsplit(), unsplitOf: s.unsplit(measure), people: s.people(), by, byOf });
}`

// inScript is the filter as the scripts of the page know it: members as positions.
func (f pageFilter) inScript(m pageMembers) map[string]any {
	positions := func(all []pageMember, codes []string) []int {
		at := []int{}
		for _, c := range codes {
			at = append(at, slices.IndexFunc(all, func(x pageMember) bool { return x.Code == c }))
		}
		return at
	}
	filter := map[string]any{"from": nil, "to": nil, "kind": f.Kind, "unit": positions(m.Units, f.Units), "form": positions(m.Forms, f.Forms),
		"level": positions(m.Levels, f.Levels), "achievement": positions(m.Achievements, f.Achievements), "cluster": positions(m.Clusters, f.Clusters)}
	if f.Years {
		filter["from"], filter["to"] = f.From, f.To
	}
	return filter
}

// figuresInScript are the numbers of the page under a filter.
func figuresInScript(t testing.TB, vm *goja.Runtime, m pageMembers, f pageFilter) pageFigures {
	t.Helper()
	text, err := json.Marshal(f.inScript(m))
	if err != nil {
		t.Fatal(err)
	}
	v, err := vm.RunString(fmt.Sprintf("figuresOf(%s, %q, %q)", text, f.Boundaries, f.Measure))
	if err != nil {
		t.Fatal(err)
	}
	var got pageFigures
	if err := json.Unmarshal([]byte(v.String()), &got); err != nil {
		t.Fatal(err)
	}
	return got
}

// differences tells what is not as wanted.
func differences(want, got pageFigures) map[string]string {
	wrong := map[string]string{}
	number := func(n *int64) string {
		if n == nil {
			return "never stated"
		}
		return fmt.Sprint(*n)
	}
	if number(want.Awards) != number(got.Awards) {
		wrong["awards"] = number(got.Awards) + ", by SQL " + number(want.Awards)
	}
	if want.Unsplit != got.Unsplit || want.UnsplitOf != got.UnsplitOf {
		wrong["unsplit"] = fmt.Sprintf("%d and %d of the measure, by SQL %d and %d", got.Unsplit, got.UnsplitOf, want.Unsplit, want.UnsplitOf)
	}
	for measure, n := range want.People {
		if number(n) != number(got.People[measure]) {
			wrong[measure] = number(got.People[measure]) + ", by SQL " + number(n)
		}
	}
	for _, side := range []struct {
		name      string
		want, got map[string]map[string]int64
	}{{"awards", want.By, got.By}, {"measure", want.ByOf, got.ByOf}} {
		for _, dim := range []string{"year", "unit", "form", "level", "achievement"} {
			if !maps.Equal(side.want[dim], side.got[dim]) {
				wrong[side.name+" by "+dim] = fmt.Sprintf("%v, by SQL %v", side.got[dim], side.want[dim])
			}
		}
	}
	return wrong
}

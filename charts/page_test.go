package charts

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/queries/table"
)

// drawn is what window.tdkt.panel reads back from a chart and its table twin.
type drawn struct {
	Categories []string `json:"categories"`
	Series     []struct {
		Name   string     `json:"name"`
		Values []*float64 `json:"values"`
	} `json:"series"`
	Table []struct {
		Label   string   `json:"label"`
		Values  []string `json:"values"`
		Figures []string `json:"figures"`
	} `json:"table"`
}

// view is one state of the filters; empty unit is all units, year 0 is all years.
type view struct {
	year int
	unit string
}

var views = []view{{2025, ""}, {2023, ""}, {0, ""}, {2025, "25-a"}, {2024, "25-f"}, {2024, "25-c"}, {2023, "26-c"}, {0, "25-a"}, {2025, "pt-x"}}

func (v view) keep(year any, unit any) bool {
	return (v.year == 0 || year == int64(v.year)) && (v.unit == "" || unit == v.unit)
}

func (b *browser) show(t *testing.T, v view) {
	t.Helper()
	year := "all"
	if v.year > 0 {
		year = strconv.Itoa(v.year)
	}
	eval[bool](t, b, fmt.Sprintf(`new Promise((done) => {
		const to = "#reader=compiler&year=%s&unit=%s";
		if (location.hash === to) return done(true);
		addEventListener("hashchange", () => setTimeout(() => { drawRest(); done(true); }), { once: true });
		location.hash = to;
	})`, year, v.unit))
}

func (b *browser) panel(t *testing.T, id string) (d drawn) {
	t.Helper()
	text := eval[string](t, b, `JSON.stringify(tdkt.panel("`+id+`"))`)
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// Charts, table twins and the cubes must say the same at every setting of the filters; else the
// board sees a picture of other figures than those it signs.
func TestPanelsAgreeWithTheCubes(t *testing.T) {
	in := fixture(t, "vi")
	f, err := gather(in)
	if err != nil {
		t.Fatal(err)
	}
	b := openPage(t, render(t, in), 1366, 900)
	b.shoot(t, "desktop", true)
	for _, v := range views {
		b.show(t, v)
		for _, p := range panels() {
			if _, more := moreSkeletons[p.Draw]; p.Draw != "" && !more { // those: TestPicturesKeepTheirWordsApart
				twinsAgree(t, v, p, b.panel(t, p.ID))
			}
		}
		for id, dim := range map[string]struct {
			column  string
			members []member
		}{"form": {"form_code", f.Forms}, "level": {"level_code", f.Levels}, "achievement": {"achievement_code", f.Achievements}, "unit": {"unit_code", unitMembers(f.Units)}} {
			if diff := cmp.Diff(awardsBy(in, v, dim.column, dim.members), firstColumn(t, b.panel(t, id))); diff != "" {
				t.Errorf("%v, panel %s: cube against table:\n%s", v, id, diff)
			}
		}
		peopleAgree(t, in, v, b.panel(t, "people"))
		figuresAgree(t, in, v, b)
	}
	b.clean(t)
}

// twinsAgree compares each drawn series with the column of the table twin that it is drawn from.
func twinsAgree(t *testing.T, v view, p panel, d drawn) {
	t.Helper()
	for s, series := range d.Series {
		for i, value := range series.Values {
			row, column := i, s
			switch p.Draw {
			case "shares":
				column = []int{2, 4, 6}[s]
			case "stack":
				row, column = s, 0
			}
			if p.Draw != "stack" && d.Categories[i] != d.Table[row].Label {
				t.Errorf("%v, panel %s: bar %q stands at row %q", v, p.ID, d.Categories[i], d.Table[row].Label)
			}
			want := d.Table[row].Values[column]
			if (value == nil) != (want == "") {
				t.Errorf("%v, panel %s, %s, row %d: drawn %v, table %q", v, p.ID, series.Name, row, value, want)
			} else if value != nil && strconv.FormatFloat(*value, 'f', -1, 64) != want {
				if n, err := strconv.ParseFloat(want, 64); err != nil || math.Abs(n-*value) > 1e-12 {
					t.Errorf("%v, panel %s, %s, row %d: drawn %v, table %q", v, p.ID, series.Name, row, *value, want)
				}
			}
		}
	}
	if len(d.Series) == 0 && slices.ContainsFunc(d.Table, func(r struct {
		Label   string   `json:"label"`
		Values  []string `json:"values"`
		Figures []string `json:"figures"`
	}) bool {
		return r.Values[0] != ""
	}) {
		t.Errorf("%v, panel %s: a table with figures and no chart", v, p.ID)
	}
}

// awardsBy adds up the cube by one dimension, in Go, by the label of its members.
func awardsBy(in Input, v view, column string, members []member) map[string]int64 {
	c := in.Tables["cube-award"]
	sums := map[string]int64{}
	for r := range c.Rows {
		if !v.keep(c.Value(r, "award_year"), c.Value(r, "unit_code")) {
			continue
		}
		n, _ := c.Int(r, "award_count")
		at := slices.IndexFunc(members, func(m member) bool { return m.Code == c.Text(r, column) })
		sums[members[at].Label] += n
	}
	return sums
}

// firstColumn is the year's column of a table twin; a row with figures of the year before only is left out.
func firstColumn(t *testing.T, d drawn) map[string]int64 {
	t.Helper()
	out := map[string]int64{}
	for _, r := range d.Table {
		if r.Values[0] == "" {
			continue
		}
		n, err := strconv.ParseInt(r.Values[0], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		out[r.Label] = n
	}
	return out
}

// peopleAgree: every trait on the denominator of all individuals, yes + unknown + no = all.
func peopleAgree(t *testing.T, in Input, v view, d drawn) {
	t.Helper()
	for i, yes := range []string{"direct_worker_count", "woman_count", "youth_count"} {
		unknown := []string{"class_unknown_count", "woman_unknown_count", "youth_unknown_count"}[i]
		got := d.Table[i].Values
		want := map[int]string{0: cubeSum(in, v, "individual_count"), 1: cubeSum(in, v, yes), 3: cubeSum(in, v, unknown)}
		for column, w := range want {
			if got[column] != w {
				t.Errorf("%v, %s, column %d: %q, cube %q", v, yes, column, got[column], w)
			}
		}
		parts := 0
		for _, column := range []int{1, 3, 5} {
			n, _ := strconv.Atoi(got[column])
			parts += n
		}
		if got[0] != "" && strconv.Itoa(parts) != got[0] {
			t.Errorf("%v, %s: yes + unknown + no = %d of %s", v, yes, parts, got[0])
		}
	}
}

func cubeSum(in Input, v view, measure string) string {
	c := in.Tables["cube-beneficiary"]
	return table.Plain(sum(c.Rows, c.Col(measure), func(r []any) bool { return v.keep(r[0], r[1]) }))
}

// figuresAgree: the id on a figure names that very figure, also while a filter is on.
func figuresAgree(t *testing.T, in Input, v view, b *browser) {
	t.Helper()
	var shown []struct{ ID, Value string }
	text := eval[string](t, b, `JSON.stringify([...document.querySelectorAll("td button.figure[data-figure], .big button.figure[data-figure]")].map((e) => ({ ID: e.dataset.figure, Value: e.closest("[data-value]").dataset.value })))`)
	if err := json.Unmarshal([]byte(text), &shown); err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, s := range shown {
		f, err := table.ParseFigure(s.ID)
		if err != nil {
			t.Errorf("%v: %v", v, err)
			continue
		}
		if f.Mart == "mart_completeness" {
			continue
		}
		cube := "cube-beneficiary"
		if f.Measure == "award_count" {
			cube = "cube-award"
		}
		c := in.Tables[cube]
		want := table.Plain(sum(c.Rows, c.Col(f.Measure), func(r []any) bool {
			return !slices.ContainsFunc(f.Keys, func(k table.KeyValue) bool { return table.Plain(r[c.Col(k.Key)]) != k.Value })
		}))
		if s.Value != want {
			t.Errorf("%v: figure %s is %s, shown %s", v, s.ID, want, s.Value)
		}
		checked++
	}
	if checked == 0 && !strings.HasPrefix(v.unit, "26-c") {
		t.Errorf("%v: no figure can be traced", v)
	}
}

// A unit's name from a return stays text in filters, charts and tables; no chart is blank;
// a click on a figure tells the command; the filters write the address.
func TestPageInUse(t *testing.T) {
	b := openPage(t, render(t, fixture(t, "vi")), 1366, 900)
	if n := eval[int](t, b, `document.querySelectorAll("img").length`); n != 0 {
		t.Errorf("%d images: the hostile name became markup", n)
	}
	for _, selector := range []string{"#unit option", `[data-panel="unit"] tbody th`, `[data-panel="returns"] tbody th`} {
		if !eval[bool](t, b, fmt.Sprintf(`[...document.querySelectorAll(%q)].some((e) => e.textContent === %q)`, selector, hostile)) {
			t.Errorf("the hostile name is not text in %s", selector)
		}
	}
	shares := eval[[]float64](t, b, paintedShares)
	if len(shares) < 8 {
		t.Errorf("%d charts", len(shares))
	}
	for i, painted := range shares {
		if painted < 0.005 {
			t.Errorf("chart %d is blank: %v of it is painted", i, painted)
		}
	}
	eval[any](t, b, `document.querySelector('[data-card="total"] button.figure').click()`)
	if got := eval[string](t, b, `document.getElementById("figure").open ? document.getElementById("figure-command").value : "shut"`); got != `tdkt trace "mart_form_year/award_count?award_year=2025"` {
		t.Errorf("a click on the total says %s", got)
	}
	eval[any](t, b, `document.getElementById("figure-close").click()`)
	for _, step := range []struct{ js, hash string }{
		{`document.getElementById("unit").value = "25-a"; document.getElementById("unit").dispatchEvent(new Event("change"))`, "#reader=compiler&year=2025&unit=25-a"},
		{`document.getElementById("year").value = ""; document.getElementById("year").dispatchEvent(new Event("change"))`, "#reader=compiler&year=all&unit=25-a"},
		{`document.getElementById("reset").click()`, "#reader=compiler&year=2025"},
	} {
		if got := eval[string](t, b, `new Promise((done) => { addEventListener("hashchange", () => setTimeout(() => done(location.hash)), { once: true }); `+step.js+` })`); got != step.hash {
			t.Errorf("the address is %s after %s", got, step.js)
		}
	}
	b.clean(t)
}

// paintedShares is the part of each chart that is neither transparent nor white.
const paintedShares = `Promise.all([...document.querySelectorAll(".chart svg")].map((svg) => new Promise((done, failed) => {
	const image = new Image(), c = document.createElement("canvas"), pen = c.getContext("2d");
	image.onerror = failed;
	image.onload = () => {
		[c.width, c.height] = [image.width, image.height];
		pen.drawImage(image, 0, 0);
		const d = pen.getImageData(0, 0, c.width, c.height).data;
		let painted = 0;
		for (let i = 0; i < d.length; i += 4) if (d[i + 3] > 0 && d[i] + d[i + 1] + d[i + 2] < 750) painted++;
		done(painted / (d.length / 4));
	};
	image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(svg));
})))`

func TestPageOnPhoneAndInEnglish(t *testing.T) {
	b := openPage(t, render(t, fixture(t, "en")), 390, 844)
	b.shoot(t, "phone", false)
	if eval[bool](t, b, `document.documentElement.scrollWidth > document.documentElement.clientWidth`) {
		t.Error("the page is wider than a phone")
	}
	if got := eval[string](t, b, `document.querySelector('[data-card="total"] .big').textContent`); got != "13,122" {
		t.Errorf("the total reads %s in English", got)
	}
	if size := eval[float64](t, b, `Math.min(...[...document.querySelectorAll("body *:not(script):not(style)")].filter((e) => e.textContent.trim() && e.getClientRects().length).map((e) => parseFloat(getComputedStyle(e).fontSize)))`); size < 14 {
		t.Errorf("letters of %v px", size)
	}
	b.clean(t)
}

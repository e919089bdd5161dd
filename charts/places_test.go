package charts

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

// drilled runs scripts over the figures and the places of an input, without a browser.
func drilled(t testing.TB, in Input, budget int) func(script string) string {
	t.Helper()
	f, err := gather(in)
	if err != nil {
		t.Fatal(err)
	}
	cubes, err := pack(f)
	if err != nil {
		t.Fatal(err)
	}
	from, err := placesOf(in, f, f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := packPlaces(from, budget)
	if err != nil {
		t.Fatal(err)
	}
	packed, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		t.Fatal(err)
	}
	written, err := json.Marshal(pageData{Units: f.Units, Boundaries: f.Boundaries, Forms: f.Forms, Levels: f.Levels, Achievements: f.Achievements, Clusters: f.Clusters, Measures: f.Measures, Years: f.Years})
	if err != nil {
		t.Fatal(err)
	}
	vm := goja.New()
	for _, name := range []string{"pack.js", "cube.js", "drilldata.js"} {
		source, err := asset(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := vm.RunScript(name, source); err != nil {
			t.Fatal(err)
		}
	}
	run := func(script string) string {
		v, err := vm.RunString(script)
		if err != nil {
			t.Fatal(err)
		}
		return v.String()
	}
	for name, v := range map[string]any{"cubesRaw": vm.NewArrayBuffer(cubes), "placesRaw": vm.NewArrayBuffer(raw), "written": string(written)} {
		if err := vm.Set(name, v); err != nil {
			t.Fatal(err)
		}
	}
	run(`useData(JSON.parse(written), cubesOf(new Uint8Array(cubesRaw))); var places = placesOf(new Uint8Array(placesRaw)); true`)
	return run
}

// everyFigure asks each measure of each unit and of some filters by unit, return and cell; what does not add up is told.
const everyFigure = `(() => {
	const wrong = [];
	let figures = 0, withCells = 0;
	const sumOf = (rows) => rows.reduce((sum, r) => sum + r.v, 0);
	for (const code of ["reported", ...data.boundaries.map((b) => b.code)]) {
		useBoundaries(code);
		for (const filter of [{}, { from: 2025, to: 2025 }, { from: 2023, to: 2024, kind: "individual" }, { achievement: [1, 2] }, { form: [2, 9], level: [2] }, { cluster: [0], from: 2025, to: 2025 }]) {
			for (const measure of ["award_count", "collective_count", "individual_count", "direct_worker_count", "woman_count", "youth_unknown_count"]) {
				const all = new Selection(filter), units = unitsOf(all, measure), say = JSON.stringify([code, filter, measure]);
				figures++;
				if (sumOf(units) !== (all.sum(measure) ?? 0)) wrong.push(say + " by unit");
				for (const { unit, v } of units) {
					const here = all.at({ unit }), returns = returnsOf(places, here, measure);
					if (sumOf(returns) !== v) wrong.push(say + " by return of " + unit);
					for (const r of returns) {
						if (!places.returns[r.ret].cells) continue;
						withCells++;
						if (sumOf(cellsOf(places, here, measure, r.ret)) !== r.v) wrong.push(say + " by cell of " + unit);
					}
				}
			}
		}
	}
	return JSON.stringify({ wrong: wrong.slice(0, 5), figures, withCells });
})()`

// A figure is the sum over its units, a unit's over its returns, a return's over its cells: else the page would explain a figure by
// other figures.
func TestDrillAddsUp(t *testing.T) {
	var got struct {
		Wrong              []string
		Figures, WithCells int
	}
	if err := json.Unmarshal([]byte(drilled(t, fixture(t, "vi"), placesBudget)(everyFigure)), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Wrong) > 0 || got.Figures < 100 || got.WithCells < 50 {
		t.Errorf("of %d figures, %d with cells, these do not add up: %s", got.Figures, got.WithCells, strings.Join(got.Wrong, "\n"))
	}
}

// Where the places would take too much of the page the cells of the largest returns are left out, and only they.
func TestDrillLeavesOutCellsOfLargeReturns(t *testing.T) {
	const held = `JSON.stringify([places.returns.length, places.cells.n, places.returns.filter((r) => r.cells).length, returnsOf(places, new Selection({}), "award_count").length])`
	counts := func(budget int) (n []int) {
		if err := json.Unmarshal([]byte(drilled(t, fixture(t, "vi"), budget)(held)), &n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	all, few := counts(placesBudget), counts(2000)
	if all[1] == 0 || all[2] != 1 || few[1] != 0 || few[2] != 0 || few[0] != all[0] || few[3] != all[3] || all[3] != all[0] {
		t.Errorf("returns, cells, returns with cells, returns of the whole: %v within the budget, %v within 2000 letters", all, few)
	}
}

// A figure that its returns do not add up to must not be shown as if it were explained.
func TestDrillRefusesReturnsThatDoNotAddUp(t *testing.T) {
	in := fixture(t, "vi")
	shares := in.Tables["cube-returns"]
	shares.Rows = slices.Clone(shares.Rows)
	shares.Rows[7] = slices.Clone(shares.Rows[7])
	shares.Rows[7][7] = shares.Rows[7][7].(int64) + 1
	in.Tables["cube-returns"] = shares
	f, err := gather(in)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := placesOf(in, f, f); err == nil || !strings.Contains(err.Error(), "add up to") {
		t.Errorf("one award more in a return: %v", err)
	}
}

// Ids of figures are read back as the filters that they name, so that every figure of a mart can be followed.
func TestDrillReadsFigureIds(t *testing.T) {
	run := drilled(t, fixture(t, "vi"), placesBudget)
	for figure, want := range map[string]string{
		"mart_form_year/award_count?award_year=2025&form_code=ldtt":                              `{"measure":"award_count","filter":{"from":2025,"to":2025,"form":[9]}}`,
		"mart_level_year/individual_count":                                                       `{"measure":"individual_count","filter":{}}`,
		"mart_unit_year/woman_count?award_year=2025&unit_code=nowhere":                           `null`,
		"mart_completeness/accepted_count?unit_code=25-a":                                        `null`,
		"mart_unit_boundary_year/award_count?award_year=2025&boundaries=today&unit_code=pt-a":    `null`,
		"mart_achievement_year/award_count?award_year=0&form_code=ldtt&achievement_code=chua_ro": `{"measure":"award_count","filter":{"from":0,"to":0,"form":[9],"achievement":[4]}}`,
	} {
		if got := run(`JSON.stringify(drillOfFigure("` + figure + `"))`); got != want {
			t.Errorf("%s: %s, want %s", figure, got, want)
		}
	}
}

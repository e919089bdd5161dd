package main

import (
	"bytes"
	"compress/flate"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

// figuresAsked is how many figures are followed to their cells.
const figuresAsked = 200

// asked of the page: a measure under filters, and what the page tells of it.
type followed struct {
	Measure    string
	Boundaries string
	Filter     map[string]any
	Sum        *int64
	Units      []struct {
		Unit    string
		V       int64
		Returns []struct {
			File  string
			V     int64
			Cells []struct {
				Sheet, Column string
				Rows          []int
				V             int64
				List          bool
			}
		}
	}
}

// followScript draws figures at random and follows each to its cells, by the scripts and data of the page itself.
const followScript = `JSON.stringify((() => {
	const out = [];
	let seed = 6;
	const next = (n) => Math.floor(((seed = (seed * 48271) % 2147483647) / 2147483647) * n);
	const some = (list, odds) => (next(odds) ? [] : [next(list.length), next(list.length)].filter((x, i, all) => all.indexOf(x) === i).sort((a, b) => a - b));
	const views = ["reported", ...data.boundaries.map((b) => b.code)];
	while (out.length < ASKED) {
		const boundaries = views[out.length % views.length];
		if (boundaries !== (view ? view.code : "reported")) useBoundaries(boundaries);
		const from = next(3) ? data.years[next(data.years.length)] : null;
		const filter = { ...noFilter, from, to: from && next(3) === 0 ? data.years[data.years.length - 1] : from, unit: some(data.units, 4), form: some(data.forms, 4), level: some(data.levels, 4),
			achievement: some(data.achievements, 4), cluster: data.clusters.length ? some(data.clusters, 8) : [], kind: next(5) ? "" : data.kinds[next(3)] };
		const measure = next(2) ? "award_count" : data.measures[next(data.measures.length)];
		const all = new Selection(filter), sum = all.sum(measure);
		if (sum === null || (sum === 0 && next(10))) continue;
		const units = unitsOf(all, measure).map(({ unit, v }) => ({ unit: data.units[unit].code, v, returns: returnsOf(places, all.at({ unit }), measure).map(({ ret, v: of }) => (
			{ file: places.returns[ret].file, v: of, cells: cellsOf(places, all.at({ unit }), measure, ret) })) }));
		const codes = (dim) => filter[dim].map((i) => ({ unit: data.units, form: data.forms, level: data.levels, achievement: data.achievements, cluster: data.clusters })[dim][i].code);
		out.push({ measure: all.of(measure), boundaries, sum, units, filter: { from: filter.from, to: filter.to, unit: codes("unit"), form: codes("form"), level: codes("level"), achievement: codes("achievement"), cluster: codes("cluster") } });
	}
	return out;
})())`

// Whoever doubts a figure of the page is led to units, returns and cells: these have to be the cells that count, all of them, and no
// others. The cells wanted are asked of the contributions in the published copy, not of what the page is made from.
func TestPageLeadsToTheCells(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: an interpreter runs the page")
	}
	warehouse, out := samplesRun(t)
	db := openPublished(t, warehouse)
	db.SetMaxOpenConns(1) // told is of the connection
	if _, err := db.Exec(`create temp table told as
		select c.*, b.boundaries, b.member_code, case when c.fact in ('award', 'crossed') then c.achievement_code else l.achievement_code end as achievement
		from fct_contribution as c left join fct_list_row as l on c.source = 'list' and l.award_id = split_part(c.contribution_id, ':', 1)
		inner join dim_unit_boundary as b on b.unit_code = c.unit_code
		where c.fact in ('award', 'beneficiary', 'crossed')`); err != nil {
		t.Fatal(err)
	}
	var figures []followed
	if err := json.Unmarshal([]byte(runPage(t, filepath.Join(out, "index.html"), strings.ReplaceAll(followScript, "ASKED", strconv.Itoa(figuresAsked)))), &figures); err != nil {
		t.Fatal(err)
	}
	cells, lists, views := 0, 0, map[string]int{}
	for _, f := range figures {
		got, sum := map[string]bool{}, int64(0)
		for _, u := range f.Units {
			byReturn := int64(0)
			for _, r := range u.Returns {
				byCell := int64(0)
				for _, c := range r.Cells {
					byCell += c.V
					for _, row := range c.Rows {
						if !c.List || c.V != 0 { // rows of a list that say no are told apart
							got[fmt.Sprintf("%s %s!%s!%s%d", u.Unit, r.File, c.Sheet, c.Column, row)] = true
						}
						lists += btoi(c.List)
					}
				}
				if byCell != r.V {
					t.Errorf("%s %v: the cells of %s add up to %d, not %d", f.Measure, f.Filter, r.File, byCell, r.V)
				}
				byReturn += r.V
			}
			if byReturn != u.V {
				t.Errorf("%s %v: the returns of %s add up to %d, not %d", f.Measure, f.Filter, u.Unit, byReturn, u.V)
			}
			sum += u.V
		}
		if sum != *f.Sum {
			t.Errorf("%s %v: the units add up to %d, not %d", f.Measure, f.Filter, sum, *f.Sum)
		}
		want, wantSum := cellsByContribution(t, db, f)
		if *f.Sum == 0 {
			continue // noughts are told only where there is nothing else
		}
		if wantSum != *f.Sum || !maps.Equal(got, want) {
			t.Errorf("%s %v is %d, by its contributions %d; only on the page: %v; only in the contributions: %v", f.Measure, f.Filter, *f.Sum, wantSum, without(got, want), without(want, got))
		}
		cells += len(want)
		views[f.Boundaries]++
	}
	t.Logf("%d figures %v, %d cells, %d of them rows of lists", len(figures), views, cells, lists)
	if len(views) != 3 || slices.Min(slices.Collect(maps.Values(views))) < figuresAsked/6 {
		t.Errorf("the views of boundaries were followed %v times", views)
	}
	if cells < 5000 || lists < 1000 {
		t.Errorf("only %d cells, %d rows of lists were compared", cells, lists)
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func without(a, b map[string]bool) []string {
	var only []string
	for k := range a {
		if !b[k] {
			only = append(only, k)
		}
	}
	slices.Sort(only)
	return only[:min(len(only), 6)]
}

// cellsByContribution are the cells that add to a figure, and their sum. Returns and units that add up to nought are left out, as in
// the page, and cells of lists that add nothing.
func cellsByContribution(t *testing.T, db *sql.DB, f followed) (map[string]bool, int64) {
	t.Helper()
	in := func(column string, key string) string {
		var codes []string
		for _, c := range f.Filter[key].([]any) {
			codes = append(codes, "'"+c.(string)+"'")
		}
		if len(codes) == 0 {
			return "true"
		}
		return column + " in (" + strings.Join(codes, ", ") + ")"
	}
	where := []string{"c.boundaries = '" + f.Boundaries + "'", in("c.member_code", "unit"), in("c.form_code", "form"), in("c.level_code", "level")}
	if f.Filter["from"] != nil {
		where = append(where, fmt.Sprintf("c.award_year between %v and %v", f.Filter["from"], f.Filter["to"]))
	}
	if by := in("m.cluster_code", "cluster"); by != "true" {
		where = append(where, "exists (select 1 from dim_cluster_member as m where m.unit_code = c.unit_code and m.year = c.award_year and "+by+")")
	}
	typed := in("achievement", "achievement")
	fact := "fact = 'beneficiary'"
	switch {
	case typed == "true":
	case f.Measure == "award_count":
		fact = "fact = 'award'"
	default: // by type a tally tells people where it crosses them
		fact = "fact = case source when 'list' then 'beneficiary' else 'crossed' end"
	}
	rows := asked(t, db, `
		with kept as (select * from told as c where measure = '`+f.Measure+`' and `+fact+` and `+strings.Join(where, " and ")+` and `+typed+`),
		by_return as (select *, sum(amount) over (partition by member_code, return_id) as of_return, sum(amount) over (partition by member_code) as of_unit from kept)
		select member_code || ' ' || source_file || '!' || source_sheet || '!' || source_cell, sum(amount)
		from by_return where of_return <> 0 and of_unit <> 0 and (source = 'tally' or amount <> 0)
		group by all order by all`)
	cells, sum := map[string]bool{}, int64(0)
	for _, r := range rows {
		cells[r[0]] = true
		n, err := strconv.ParseInt(r[1], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		sum += n
	}
	return cells, sum
}

// runPage runs a script over the data that a page holds, with those of its scripts that need no browser.
func runPage(t *testing.T, path, script string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	vm := goja.New()
	bytesOf := func(id string) goja.ArrayBuffer { return vm.NewArrayBuffer(unpacked(t, content, id)) }
	for name, v := range map[string]any{"written": string(unpacked(t, content, "tdkt-data")), "cubesRaw": bytesOf("tdkt-cubes"), "placesRaw": bytesOf("tdkt-places")} {
		if err := vm.Set(name, v); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"pack.js", "cube.js", "drilldata.js"} {
		source, err := os.ReadFile("../../charts/assets/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := vm.RunScript(name, string(source)); err != nil {
			t.Fatal(err)
		}
	}
	v, err := vm.RunString(`useData(JSON.parse(written), cubesOf(new Uint8Array(cubesRaw))); var places = placesOf(new Uint8Array(placesRaw)); ` + script)
	if err != nil {
		t.Fatal(err)
	}
	return v.String()
}

// unpacked is what an element of a page holds packed.
func unpacked(t testing.TB, page []byte, id string) []byte {
	t.Helper()
	packed, err := base64.StdEncoding.DecodeString(strings.Trim(scriptOf(t, page, id), `"`))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

package charts

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/json"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// rowsInScript gives both cubes as rows: the six keys, then the counts.
const rowsInScript = `JSON.stringify((() => {
	const cubes = cubesOf(new Uint8Array(given));
	const rows = (cube, counts) => Array.from({ length: cube.n }, (_, i) =>
		[...["year", "unit", "form", "level", "achievement", "source"].map((k) => cube[k][i]), ...counts.map((c) => c[i])]);
	return { award: rows(cubes.award, [cubes.award.count]), people: rows(cubes.people, Object.values(cubes.people.m)), measures: Object.keys(cubes.people.m) };
})())`

type unpacked struct {
	Award, People [][]int64
	Measures      []string
}

// unpacker runs pack.js without a browser.
func unpacker(t testing.TB) func(raw []byte, script string) (string, error) {
	t.Helper()
	source, err := asset("pack.js")
	if err != nil {
		t.Fatal(err)
	}
	vm := goja.New()
	if _, err := vm.RunScript("pack.js", source); err != nil {
		t.Fatal(err)
	}
	return func(raw []byte, script string) (string, error) {
		if err := vm.Set("given", vm.NewArrayBuffer(raw)); err != nil {
			return "", err
		}
		v, err := vm.RunString(script)
		if err != nil {
			return "", err
		}
		return v.String(), nil
	}
}

// wantRows are the rows as they have to come back, in an order of their own.
func wantRows(rows [][]any, first, counts, achievement, source int) [][]int64 {
	var out [][]int64
	for _, r := range rows {
		row := []int64{whole(r[posYear]), whole(r[posUnit]), whole(r[posForm]), whole(r[posLevel]), whole(r[achievement]), whole(r[source])}
		for _, c := range r[first : first+counts] {
			n, stated := c.(int64)
			if !stated {
				n = -1
			}
			row = append(row, n)
		}
		out = append(out, row)
	}
	slices.SortFunc(out, slices.Compare)
	return out
}

func roundTrip(t interface {
	Helper()
	Fatal(...any)
}, run func([]byte, string) (string, error), f figures) {
	t.Helper()
	raw, err := pack(f)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := pack(f); err != nil || !bytes.Equal(raw, again) {
		t.Fatal("the same figures give other bytes", err)
	}
	text, err := run(raw, rowsInScript)
	if err != nil {
		t.Fatal(err)
	}
	var got unpacked
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(got.Award, slices.Compare)
	slices.SortFunc(got.People, slices.Compare)
	want := unpacked{
		wantRows(f.Award, posAwards, 1, posAchievement, posAwardSource),
		wantRows(f.people(), posLevel+1, len(f.Measures), posPeopleAchievement, posPeopleSource), f.Measures,
	}
	for _, rows := range []*[][]int64{&got.Award, &got.People, &want.Award, &want.People} {
		if len(*rows) == 0 {
			*rows = nil
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
}

// What is packed comes back: every key, every count, and what was never stated as such.
func TestPackedFixtureComesBack(t *testing.T) {
	f, err := gather(fixture(t, "vi"))
	if err != nil {
		t.Fatal(err)
	}
	roundTrip(t, unpacker(t), f)
}

func TestPackedFiguresComeBack(t *testing.T) {
	run := unpacker(t)
	rapid.Check(t, func(t *rapid.T) { roundTrip(t, run, anyFigures(t)) })
}

// anyFigures are rows of any size of number, some with the lists of people under the awards too, some with others.
func anyFigures(t *rapid.T) figures {
	most := rapid.SampledFrom([]int64{2, 200, 70_000, math.MaxInt32}).Draw(t, "most")
	count := rapid.Custom(func(t *rapid.T) any {
		if rapid.IntRange(0, 3).Draw(t, "blank") == 0 {
			return nil
		}
		return rapid.Int64Range(0, most).Draw(t, "count")
	})
	position := func(most int) int { return rapid.IntRange(0, most).Draw(t, "position") }
	f := figures{Measures: measures}
	same := rapid.Bool().Draw(t, "same lists")
	for range rapid.IntRange(0, 12).Draw(t, "rows") {
		year := int64(rapid.SampledFrom([]int{0, 1948, 2024, 2025, 2026}).Draw(t, "year"))
		unit, form, level, source, achievement := position(70_000), position(300), position(8), position(1), notSplit
		if source == fromList {
			achievement = position(9)
		}
		row := []any{year, unit, form, level}
		for range measures {
			row = append(row, count.Draw(t, "measure"))
		}
		if most == math.MaxInt32 && source == fromList { // sums as they are in lists
			row[posLevel+1] = most
		}
		f.Beneficiary = append(f.Beneficiary, append(row, achievement, source))
		if source == fromList && same {
			f.Award = append(f.Award, []any{year, unit, form, level, achievement, row[posLevel+1], source})
		} else {
			f.Award = append(f.Award, []any{year, unit, form, level, position(9), count.Draw(t, "awards"), source})
		}
	}
	return f
}

// A count that the page could not hold is an error, never another count.
func TestPackRefusesWhatDoesNotFit(t *testing.T) {
	for _, n := range []int64{-1, math.MaxInt32 + 1} {
		f := figures{Measures: measures, Award: [][]any{{int64(2025), 0, 0, 0, 0, n, fromTally}}}
		if _, err := pack(f); err == nil {
			t.Errorf("%d was packed", n)
		}
	}
}

// Bytes that are cut, longer or of another version give an error, never figures.
func TestUnpackRefusesDamage(t *testing.T) {
	f, err := gather(fixture(t, "vi"))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := pack(f)
	if err != nil {
		t.Fatal(err)
	}
	run := unpacker(t)
	other := slices.Clone(raw)
	other[len(packMagic)]++
	for name, damaged := range map[string][]byte{"empty": nil, "cut": raw[:len(raw)-1], "cut in half": raw[:len(raw)/2], "longer": append(slices.Clone(raw), 0), "another version": other} {
		if got, err := run(damaged, rowsInScript); err == nil {
			t.Errorf("%s: unpacked %d bytes", name, len(got))
		}
	}
}

// The text in the page is deflated base64 of the bytes.
func TestDeflatedTextInflates(t *testing.T) {
	f, err := gather(fixture(t, "vi"))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := pack(f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := deflate(raw)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(flate.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(text))))
	if err != nil || !bytes.Equal(raw, got) {
		t.Fatalf("%d bytes of %d, %v", len(got), len(raw), err)
	}
	t.Logf("%d rows: %d bytes, %d in the page", len(f.Award)+len(f.Beneficiary), len(raw), len(text))
}

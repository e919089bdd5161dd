package charts

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What a tally crosses stands under its types of achievement, and only there: asked without a type every tally counts once, as a
// whole. What is lost if this breaks: persons counted twice, or a share of a type whose unknown is left out.
func TestCrossedTalliesStandUnderTheirTypes(t *testing.T) {
	in := fixture(t, "vi")
	run := drilled(t, in, placesBudget)
	type told struct{ Individuals, Unknown, Women, Unsplit, Returns any }
	ask := func(unit, achievement, kind string) (got told) {
		const script = `(() => {
			data.kinds = ["collective", "household", "individual"];
			const at = (members, code) => (code ? [members.findIndex((m) => m.code === code)] : []);
			const s = new Selection({ unit: at(data.units, %q), achievement: at(data.achievements, %q), kind: %q });
			const returns = returnsOf(places, s, "individual_count").reduce((sum, r) => sum + r.v, 0);
			return JSON.stringify({ Individuals: s.sum("individual_count"), Unknown: s.sum("woman_unknown_count"), Women: s.sum("woman_count"), Unsplit: s.unsplit("individual_count"), Returns: returns });
		})()`
		if err := json.Unmarshal([]byte(run(fmt.Sprintf(script, unit, achievement, kind))), &got); err != nil {
			t.Fatal(err)
		}
		return got
	}
	sumOf := func(table, measure, unit, achievement string) float64 {
		c := in.Tables[table]
		n, _ := sum(c.Rows, c.Col(measure), func(r []any) bool {
			return r[1] == unit && (achievement == "" || r[c.Col("achievement_code")] == achievement)
		}).(int64)
		return float64(n)
	}
	whole, regular := sumOf("cube-beneficiary", "individual_count", "26-c", ""), sumOf("cube-crossed", "individual_count", "26-c", "thuong_xuyen")
	collectives := sumOf("cube-crossed", "collective_count", "26-c", "thuong_xuyen")
	if regular == 0 || regular == whole || collectives == 0 {
		t.Fatalf("the fixture crosses %v of %v individuals, %v collectives", regular, whole, collectives)
	}
	for name, c := range map[string]struct{ got, want told }{
		"no type":                       {ask("26-c", "", "individual"), told{whole, whole, nil, collectivesOf(in, "26-c"), whole}},
		"a type":                        {ask("26-c", "thuong_xuyen", ""), told{regular, regular, nil, 0.0, regular}},
		"a type and a kind":             {ask("26-c", "thuong_xuyen", "individual"), told{regular, regular, nil, 0.0, regular}},
		"a type that is not crossed":    {ask("25-c", "thuong_xuyen", ""), told{nil, nil, nil, sumOf("cube-award", "award_count", "25-c", "thuong_xuyen"), 0.0}},
		"a tally that crosses nothing":  {ask("25-c", "", "individual"), told{sumOf("cube-beneficiary", "individual_count", "25-c", ""), sumOf("cube-beneficiary", "individual_count", "25-c", ""), nil, collectivesOf(in, "25-c"), sumOf("cube-beneficiary", "individual_count", "25-c", "")}},
		"all tallies of a type, a kind": {ask("26-c", "thuong_xuyen", "collective"), told{nil, nil, nil, 0.0, 0.0}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// collectivesOf are the awards of a unit's tallies that no kind tells.
func collectivesOf(in Input, unit string) float64 {
	c, left := in.Tables["cube-beneficiary"], int64(0)
	for _, r := range c.Rows {
		if r[1] == unit {
			rest, _ := r[c.Col("award_count")].(int64)
			for _, m := range []string{"collective_count", "household_count", "individual_count"} {
				n, _ := r[c.Col(m)].(int64)
				rest -= n
			}
			left += max(rest, 0)
		}
	}
	return float64(left)
}

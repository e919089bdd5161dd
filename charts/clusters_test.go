package charts

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Guards the filter by cluster: membership is of a year, so a unit that changed over stands in each cluster in its years only; a
// unit of which nothing else is known stands in it too, as a place is one among all of the cluster.
func TestClustersOfEachYear(t *testing.T) {
	f, err := gather(fixture(t, "vi"))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]map[string][]string{}
	for _, c := range f.Clusters {
		got[c.Label] = map[string][]string{}
		for _, year := range []string{"2023", "2024"} {
			for _, u := range c.Years[year] {
				got[c.Label][year] = append(got[c.Label][year], f.Units[u].Code)
			}
			slices.Sort(got[c.Label][year])
		}
	}
	want := map[string]map[string][]string{
		"Cụm huyện":      {"2023": {"25-f", "25-g", "26-f", "26-g", "99-z"}, "2024": {"25-f", "25-g", "26-d", "26-f", "26-g", "99-z"}},
		"Khối sở, ngành": {"2023": {"25-a", "25-b", "25-c", "25-d", "26-a", "26-b", "26-c", "26-d", "99-z"}, "2024": {"25-a", "25-b", "25-c", "25-d", "26-a", "26-b", "26-c", "99-z"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Guards the filter by family: each form has one, in the order of the list and in the words of the page.
func TestFamiliesOfForms(t *testing.T) {
	f, err := gather(fixture(t, "en"))
	if err != nil {
		t.Fatal(err)
	}
	var labels []string
	for _, m := range f.Families {
		labels = append(labels, m.Label)
	}
	if diff := cmp.Diff([]string{"Orders", "Emulation titles", "Certificates of merit", "Certificates of commendation", "Commemorative medals"}, labels); diff != "" {
		t.Error(diff)
	}
	for _, m := range f.Forms {
		if !slices.ContainsFunc(f.Families, func(family member) bool { return family.Code == m.Family }) {
			t.Errorf("%s: family %q is not listed", m.Code, m.Family)
		}
	}
}

// Both cubes hold the same awards, and what a tally tells is never under an achievement among the people.
func TestCubesHoldTheSameAwards(t *testing.T) {
	f, err := gather(fixture(t, "vi"))
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range []int{fromList, fromTally} {
		awards := sum(f.Award, posAwards, func(r []any) bool { return r[posAwardSource] == source })
		people := f.measureSum("award_count", func(r []any) bool { return r[posPeopleSource] == source })
		if awards != people || awards == nil {
			t.Errorf("source %d: %v awards, of people %v", source, awards, people)
		}
	}
	for _, r := range f.Beneficiary {
		if (r[posPeopleAchievement] == notSplit) != (r[posPeopleSource] == fromTally) {
			t.Fatalf("%v", r)
		}
	}
}

// A source that is neither list nor tally is a fault of ours, not a figure.
func TestUnknownSourceIsRefused(t *testing.T) {
	for _, cube := range []string{"cube-award", "cube-beneficiary"} {
		in := fixture(t, "vi")
		c := in.Tables[cube]
		c.Rows = append([][]any{slices.Clone(c.Rows[0])}, c.Rows[1:]...)
		c.Rows[0][c.Col("source")] = "register"
		in.Tables[cube] = c
		if _, err := gather(in); err == nil {
			t.Errorf("%s: taken", cube)
		}
	}
}

package data

import "testing"

// A unit is followed only where it passed whole; one that passed into several, in part or into none is followed no further.
func TestSuccessor(t *testing.T) {
	day := func(year int) Date { return Date{year, 1, 1} }
	until := func(code string, year int) Unit { return Unit{Code: code, ValidTo: day(year).AddDays(-1)} }
	lists := Lists{Units: []Unit{until("a", 2020), until("b", 2022), {Code: "c"}, until("split", 2020), until("gone", 2020), until("both", 2020), until("part", 2020)},
		UnitEvents: []UnitEvent{
			{On: day(2020), From: "a", To: "b", Extent: "full"}, {On: day(2022), From: "b", To: "c", Extent: "full"},
			{On: day(2020), From: "split", To: "b", Extent: "part"}, {On: day(2020), From: "split", To: "c", Extent: "part"},
			{On: day(2020), From: "gone", Extent: "full"}, {On: day(2020), From: "part", To: "c", Extent: "part"},
			{On: day(2020), From: "both", To: "c", Extent: "full"}, {On: day(2020), From: "both", To: "b", Extent: "part"},
		}}
	r := &Reference{Lists: lists}
	r.indexUnits()
	for _, c := range []struct {
		code string
		year int
		want string
	}{
		{"a", 2019, "a"}, {"a", 2020, "b"}, {"a", 2021, "b"}, {"a", 2025, "c"}, {"c", 2025, "c"},
		{"split", 2025, ""}, {"gone", 2025, ""}, {"part", 2025, ""}, {"both", 2025, ""}, {"nowhere", 2025, ""},
	} {
		if u, ok := r.Successor(c.code, day(c.year)); u.Code != c.want || ok != (c.want != "") {
			t.Errorf("%s in %d: %q %v, want %q", c.code, c.year, u.Code, ok, c.want)
		}
	}
}

// A board's change ends the unit that passed whole, and no other; what the registry tells already, or of units that it lacks,
// is passed over.
func TestWithEvents(t *testing.T) {
	lists := Lists{Units: []Unit{{Code: "a", Name: "A"}, {Code: "b", Name: "B"}, {Code: "c", Name: "C"}},
		UnitEvents: []UnitEvent{{On: Date{2020, 1, 1}, From: "c", To: "b", Extent: "part", Kind: "split"}}}
	r := &Reference{Lists: lists}
	r.indexUnits()
	on := Date{2024, 6, 1}
	more, added := r.WithEvents([]UnitEvent{
		{On: on, From: "a", To: "b", Extent: "full", Kind: "merge"}, {On: on, From: "a", To: "b", Extent: "full", Kind: "merge"},
		{On: Date{2020, 1, 1}, From: "c", To: "b", Extent: "full", Kind: "merge"}, {On: on, From: "c", To: "b", Extent: "part", Kind: "split"},
		{On: on, From: "x", To: "b", Extent: "full", Kind: "merge"}, {On: on, From: "b", To: "x", Extent: "full", Kind: "merge"},
	})
	if len(added) != 2 || len(more.UnitEvents) != 3 || len(r.UnitEvents) != 1 {
		t.Errorf("added %v", added)
	}
	for code, want := range map[string]bool{"a": false, "b": true, "c": true} {
		if _, ok := more.UnitOn(code, on); ok != want {
			t.Errorf("%s on the day: %v", code, ok)
		}
		if _, ok := r.UnitOn(code, on); !ok {
			t.Errorf("%s ended in the receiver", code)
		}
	}
	if _, ok := more.UnitOn("a", on.AddDays(-1)); !ok {
		t.Error("a is not there on the eve")
	}
}

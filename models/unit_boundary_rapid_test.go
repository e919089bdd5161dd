package models

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// changes draws units of a few years with any passings between them, sound or not: rings, whole passings into two, ends without
// a passing.
var changes = rapid.Custom(func(t *rapid.T) [2]string {
	days := []string{"2024-01-01", "2025-03-01", "2025-07-01", "2026-01-01", "2027-01-01"}
	ends := []string{"2023-12-31", "2025-02-28", "2025-06-30", "2025-12-31", "2026-12-31"}
	n := rapid.IntRange(4, 12).Draw(t, "units")
	var units, events []string
	for i := range n {
		parent, kind, from, to := "-", rapid.SampledFrom([]string{"district", "commune", "department"}).Draw(t, "kind"), "-", "-"
		if kind == "commune" {
			parent = fmt.Sprintf("u%d", rapid.IntRange(0, n-1).Draw(t, "parent"))
		}
		first := rapid.IntRange(0, len(days)).Draw(t, "from")
		if first > 0 {
			from = days[first-1]
		}
		if last := rapid.IntRange(first, len(days)).Draw(t, "to"); last < len(days) {
			to = ends[last]
		}
		units = append(units, fmt.Sprintf("u%d %s %s %s %s", i, parent, kind, from, to))
	}
	seen := map[string]bool{}
	for range rapid.IntRange(1, 16).Draw(t, "events") {
		on, from := rapid.SampledFrom(days).Draw(t, "on"), rapid.IntRange(0, n-1).Draw(t, "from unit")
		to := fmt.Sprintf("u%d", rapid.IntRange(0, n-1).Draw(t, "to unit"))
		kind := rapid.SampledFrom([]string{"merge", "split", "rename", "abolish"}).Draw(t, "event")
		extent := map[bool]string{true: "part", false: "full"}[kind == "split"]
		if kind == "abolish" {
			to = "-"
		}
		if key := fmt.Sprint(on, from, to); !seen[key] {
			seen[key] = true
			events = append(events, fmt.Sprintf("%s u%d %s %s %s", on, from, to, extent, kind))
		}
	}
	return [2]string{strings.Join(units, "\n"), strings.Join(events, "\n")}
})

// Whatever became of the units, each has one member in each view, and it was there on the view's day: the promises of
// dim_unit_boundary are green, so that views move figures and lose none.
func TestEveryUnitHasOneMemberWhateverBecameOfIt(t *testing.T) {
	for seed := range 12 {
		drawn := changes.Example(seed)
		rows := boundariesOf(t, unitLists(t, drawn[0], drawn[1]), "true")
		views := map[string]int{}
		for _, r := range rows {
			views[r[0]]++
			notCarried := slices.Contains([]string{"no_successor", "no_origin", "several_origins"}, r[3])
			if r[1] != "khong_quy_doi" && notCarried != (r[2] == "khong_quy_doi") {
				t.Errorf("seed %d: %v", seed, r)
			}
		}
		if views["reported"] == 0 || views["districts"] != views["reported"] || views["today"] != views["reported"] {
			t.Errorf("seed %d: %v\n%s\n%s", seed, views, drawn[0], drawn[1])
		}
	}
}

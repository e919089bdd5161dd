package ingest

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
)

// pointAtGuilty says at which cells the fault may stand where sums of the sheet fail, and
// gives the amounts that they ask for where only one answer fits. It refuses nothing: each
// sum that fails was found fault with by its own rule.
func (t *tally) pointAtGuilty() map[[2]int]int64 {
	mended := map[[2]int]int64{}
	for _, v := range t.sums.Guilty() {
		switch {
		case len(v.Sets) > 0:
			t.findGuilty(v)
		case len(v.Likely) > 0:
			t.find("guilty-cell-unclear", t.SheetName, t.sums.cells[v.Likely[0]], "", check.Words{
				"sums_vi": sumsAgree("vi", len(v.Failing)), "sums_en": sumsAgree("en", len(v.Failing)),
				"cells": several(t.sums.names(v.Likely))})
		}
		if len(v.Sets) != 1 {
			continue
		}
		for _, c := range v.Sets[0] {
			if f := t.sums.Figures[c.Figure]; c.Sole() {
				mended[[2]int{f.Row, f.Col}] = c.Lowest
			}
		}
	}
	return mended
}

// findGuilty words the ways to mend some sums at the first cell that they name. It is
// silent where they name every cell of these sums: nothing was ruled out, and the finding
// on the sum says as much.
func (t *tally) findGuilty(v check.Verdict) {
	if t.nothingRuledOut(v) {
		return
	}
	ways := v.Sets
	all := 0
	if len(ways) > finding.Limit { // what they share may still point somewhere
		shared := sharedBy(ways)
		if len(shared) == 0 {
			return
		}
		ways, all = [][]check.Change{shared}, len(ways)
	}
	first := ways[0][0].Figure
	t.find("guilty-cell", t.SheetName, t.sums.cells[first], t.sums.texts[first], check.Words{
		"ways_vi": t.sums.ways("vi", ways, all), "ways_en": t.sums.ways("en", ways, all),
		"sums_vi": sumsAgree("vi", len(v.Failing)), "sums_en": sumsAgree("en", len(v.Failing))})
}

func (t *tally) nothingRuledOut(v check.Verdict) bool {
	named := map[int]bool{}
	for _, set := range v.Sets {
		for _, c := range set {
			named[c.Figure] = true
		}
	}
	for _, i := range v.Failing {
		for _, term := range t.sums.Identities[i].Terms {
			if !named[term.Figure] {
				return false
			}
		}
	}
	return true
}

// sharedBy gives the changes that stand in every set.
func sharedBy(sets [][]check.Change) (shared []check.Change) {
	for _, c := range sets[0] {
		if !slices.ContainsFunc(sets, func(s []check.Change) bool { return !slices.Contains(s, c) }) {
			shared = append(shared, c)
		}
	}
	return shared
}

func (s *sums) names(figures []int) (cells []string) {
	for _, f := range figures {
		cells = append(cells, s.cells[f])
	}
	return cells
}

// phrases are the words of the ways to mend a sheet, in both languages.
var phrases = map[string]struct {
	atMost, atLeast, between, instead, blank, seen, and, oneOf, further, sum, both, sums string
}{
	"vi": {"không quá %s", "từ %s trở lên", "từ %s đến %s", "%s = %s", "thấy trống", "thấy %s", " và ", "một trong %d cách: ", "%s và thêm một trong %d cách khác",
		"phép cộng khớp", "cả hai phép cộng đều khớp", "cả %d phép cộng đều khớp"},
	"en": {"at most %s", "%s or more", "%s to %s", "%s = %s", "found blank", "found %s", " and ", "one of %d ways: ", "%s and one of %d further ways",
		"the sum agrees", "both sums agree", "all %d sums agree"},
}

func sumsAgree(lang string, n int) string {
	switch n {
	case 1:
		return phrases[lang].sum
	case 2:
		return phrases[lang].both
	}
	return fmt.Sprintf(phrases[lang].sums, n)
}

// ways words the sets: of one cell alone the amount, else each cell with what it should be
// and what was found. all is how many sets there are where only what they share is told.
func (s *sums) ways(lang string, sets [][]check.Change, all int) string {
	p := phrases[lang]
	if len(sets) == 1 && len(sets[0]) == 1 && all == 0 {
		text := amount(lang, sets[0][0])
		if s.texts[sets[0][0].Figure] == "" {
			text += " (" + p.blank + ")"
		}
		return text
	}
	var ways []string
	for _, set := range sets {
		var cells []string
		for _, c := range set {
			seen := p.blank
			if text := s.texts[c.Figure]; text != "" {
				seen = fmt.Sprintf(p.seen, text)
			}
			equal := p.instead
			if !c.Sole() {
				equal = "%s %s"
			}
			cells = append(cells, fmt.Sprintf(equal, s.cells[c.Figure], amount(lang, c))+" ("+seen+")")
		}
		ways = append(ways, strings.Join(cells, p.and))
	}
	switch {
	case all > 0:
		return fmt.Sprintf(p.further, ways[0], all)
	case len(ways) > 1:
		return fmt.Sprintf(p.oneOf, len(ways)) + strings.Join(ways, "; ")
	}
	return ways[0]
}

// amount words what a cell can hold.
func amount(lang string, c check.Change) string {
	p := phrases[lang]
	low, high := data.FormatInt(lang, c.Lowest), data.FormatInt(lang, c.Highest)
	switch {
	case c.Sole():
		return low
	case c.Unbounded():
		return fmt.Sprintf(p.atLeast, low)
	case c.Lowest == 0:
		return fmt.Sprintf(p.atMost, high)
	}
	return fmt.Sprintf(p.between, low, high)
}

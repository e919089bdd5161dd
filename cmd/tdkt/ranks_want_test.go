package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// twiceMedian is twice the median; none of fewer than three.
func twiceMedian(values []stated) stated {
	var known []int64
	for _, v := range values {
		if v.ok {
			known = append(known, v.n)
		}
	}
	if slices.Sort(known); len(known) < 3 {
		return stated{}
	}
	return of(known[(len(known)-1)/2] + known[len(known)/2])
}

func codesOf(members []pageMember) (codes []string) {
	for _, m := range members {
		codes = append(codes, m.Code)
	}
	return codes
}

func labelOf(members []pageMember, code string) string {
	at := slices.IndexFunc(members, func(m pageMember) bool { return m.Code == code })
	return members[at].Label
}

func (l *looker) rank(p shownPanel) expected {
	w := expected{rows: map[string][]want{}, lead: []string{""}}
	sums := l.here.by("unit", "award_count")
	around := l.here.under(func(f *pageFilter) { f.Units, f.Clusters = nil, nil }).by("unit", "award_count")
	entries := l.entries(l.Units, sums, nil)
	medians := map[string]stated{}
	for _, e := range entries {
		cells := []want{wantCount(e.now), wantHalf(stated{}), wantWord("–"), wantWord("–")}
		if c, units, ok := l.here.clusterOf(l.year, e.Code, codesOf(l.Clusters)); ok && l.year > 0 && e.Code != notCarried {
			var values []stated
			known := 0
			for _, u := range units {
				values = append(values, at(around, u))
				known += btoi(at(around, u).ok)
			}
			medians[e.Code] = twiceMedian(values)
			cells = []want{wantCount(e.now), wantHalf(medians[e.Code]), wantWord(labelOf(l.Clusters, c)), wantWord(fmt.Sprintf("%d/%d", known, len(units)))}
		}
		w.rows[e.Label] = cells
	}
	w.title = []string{l.rankTitle(entries, medians)}
	if len(entries) > 0 && !isUnknown(entries[0].pageMember) {
		top := entries[0]
		w.lead = []string{l.say("page.lead.rank", top.Label, count(top.now), strconv.Itoa(len(entries)))}
		if len(entries) == 1 {
			_, median := l.shows(wantHalf(medians[top.Code]))
			w.lead = []string{l.say("page.lead.rank_one", top.Label, count(top.now), median)}
		}
	}
	drawn, none := "", l.say("page.note.median_year")
	if l.year > 0 {
		none = l.say("page.note.no_clusters")
	}
	if p.Drawn < len(entries) {
		drawn = l.say("page.note.top", strconv.Itoa(p.Drawn), strconv.Itoa(len(entries)))
	}
	for _, r := range p.Rows[:p.Drawn] {
		if r.Cells[1].V != nil {
			none = ""
		}
	}
	w.note = []string{joined(drawn, none, l.leftOut(l.here))}
	return w
}

// rankTitle tells by how much the first is above the median of its cluster, in tenths.
func (l *looker) rankTitle(entries []entry, medians map[string]stated) string {
	if len(entries) < 2 || isUnknown(entries[1].pageMember) || l.provisional || entries[0].now.n == entries[1].now.n {
		return ""
	}
	top, median := entries[0].now.n, medians[entries[0].Code].n
	if median == 0 || top < median {
		return ""
	}
	tenths := (40*top + median) / (2 * median) // half away from nought
	return l.say("page.title.rank", entries[0].Label, strings.TrimSuffix(decimals(10*tenths), "0"))
}

func (l *looker) place() expected {
	w := expected{rows: map[string][]want{}, title: nil}
	unit := ""
	if len(l.now.Units) == 1 {
		unit = l.now.Units[0]
	}
	if unit == "" || l.year <= 0 {
		w.lead = []string{l.say("page.lead.place_choose")}
		return w
	}
	name := labelOf(l.Units, unit)
	cluster, units, ok := l.here.clusterOf(l.year, unit, codesOf(l.Clusters))
	switch {
	case !ok:
		w.lead = []string{l.say("page.lead.place_none", name, strconv.Itoa(l.year))}
		return w
	case len(units) < 2:
		w.lead = []string{l.say("page.lead.place_alone", name, labelOf(l.Clusters, cluster), strconv.Itoa(l.year))}
		return w
	}
	around := l.here.under(func(f *pageFilter) { f.Units, f.Clusters = units, nil })
	awards, individuals := around.by("unit", "award_count"), around.by("unit", "individual_count")
	columns := []map[string]ratio{{}, {}, {}} // what the units are ranked by
	unknown := []map[string]ratio{nil, {}, {}}
	for _, u := range units {
		columns[0][u] = ratio{awards[u], 1, at(awards, u).ok}
		for i, t := range traits[:2] {
			whole, not := at(individuals, u), at(around.by("unit", t[2]), u)
			unknown[i+1][u] = shareOf(not, whole)
			columns[i+1][u] = shareOf(at(around.by("unit", t[1]), u), whole)
			if not.ok && not == whole {
				columns[i+1][u] = ratio{}
			}
		}
	}
	for _, u := range units {
		cells := []want{wantCount(at(awards, u)), wantWord(placeOf(columns[0], u)), wantCount(at(individuals, u))}
		for i := range traits[:2] {
			cells = append(cells, wantPart(columns[i+1][u]), wantPart(unknown[i+1][u]), wantWord(placeOf(columns[i+1], u)))
		}
		w.rows[labelOf(l.Units, u)] = cells
	}
	w.foot = []want{wantHalf(twiceMedian(statedOf(units, awards))), wantWord(""), wantWord("")}
	for i := range traits[:2] {
		w.foot = append(w.foot, wantPart(medianShare(columns[i+1])), wantWord(""), wantWord(""))
	}
	words := l.placeWords(columns[0], unit, len(units))
	w.lead = []string{l.say("page.lead.place", name, labelOf(l.Clusters, cluster), words)}
	return w
}

func statedOf(codes []string, sums map[string]int64) (out []stated) {
	for _, c := range codes {
		out = append(out, at(sums, c))
	}
	return out
}

// standing is the place of one among all, how many share it, and how many there are with figures.
func standing(all map[string]ratio, own string) (place, ties, stated int, ok bool) {
	place = 1
	for u, r := range all {
		if !r.ok {
			continue
		}
		stated++
		switch way := cmp.Compare(r.part*all[own].whole, all[own].part*r.whole); {
		case way > 0:
			place++
		case way == 0 && u != own:
			ties++
		}
	}
	return place, ties, stated, all[own].ok
}

func placeOf(all map[string]ratio, own string) string {
	place, ties, _, ok := standing(all, own)
	switch {
	case !ok:
		return "–"
	case ties > 0:
		return fmt.Sprintf("%d =", place)
	}
	return strconv.Itoa(place)
}

func (l *looker) placeWords(all map[string]ratio, own string, units int) string {
	place, ties, stated, ok := standing(all, own)
	if !ok {
		return l.say("page.place.none")
	}
	key := "page.place.alone"
	if ties > 0 {
		key = "page.place.tied"
	}
	if stated < units {
		key += "_stated"
	}
	return l.say(key, strconv.Itoa(place), strconv.Itoa(stated), strconv.Itoa(units))
}

// medianShare is the median of shares; none of fewer than three.
func medianShare(all map[string]ratio) ratio {
	var known []ratio
	for _, u := range slices.Sorted(maps.Keys(all)) {
		if all[u].ok {
			known = append(known, all[u])
		}
	}
	if len(known) < 3 {
		return ratio{}
	}
	slices.SortFunc(known, func(a, b ratio) int { return cmp.Compare(a.part*b.whole, b.part*a.whole) })
	a, b := known[(len(known)-1)/2], known[len(known)/2]
	return ratio{a.part*b.whole + b.part*a.whole, 2 * a.whole * b.whole, true}
}

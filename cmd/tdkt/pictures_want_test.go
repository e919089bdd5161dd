package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// step is the change of one member; what was not stated adds nothing.
func (e entry) step() int64 { return e.now.n - e.before.n }

// steps are the changes of the members, the largest first; they add up to the change of the whole.
func (l *looker) steps(here, before summer, dim string, members []pageMember) []entry {
	const rest = "chua_tach"
	sums := func(s summer) map[string]int64 { return withRest(s, s.by(dim, "award_count"), rest) }
	steps := l.entries(append(slices.Clone(members), pageMember{rest, l.say("page.kind.unsplit")}), sums(here), sums(before))
	slices.SortFunc(steps, func(a, b entry) int {
		return cmp.Or(cmp.Compare(abs(b.step()), abs(a.step())), a.order-b.order)
	})
	return steps
}

func abs(n int64) int64 { return max(n, -n) }

func (l *looker) change(p shownPanel) expected {
	w := expected{rows: map[string][]want{}, title: []string{""}, note: []string{""}}
	earlier, now := l.before, l.here
	switch {
	case l.year < 0:
		w.lead = []string{l.say("page.lead.one_year")}
	case !l.compared || !earlier.awards().ok || !now.awards().ok:
		w.lead = []string{l.say("page.lead.no_before", l.yearName(l.year))}
	}
	if w.lead != nil {
		return w
	}
	was, is := earlier.awards(), now.awards()
	members := map[string][]pageMember{"form": l.Forms, "unit": l.Units, "achievement": l.Achievements}[l.now.ChangeBy]
	steps := l.steps(now, earlier, l.now.ChangeBy, members)
	w.rows[l.yearName(l.year-1)] = []want{wantCount(was), wantCount(stated{}), wantCount(stated{})}
	w.rows[l.yearName(l.year)] = []want{wantCount(stated{}), wantCount(is), wantChange(is.minus(was))}
	oneSided := ""
	var small entry
	rest := 0
	changed := slices.ContainsFunc(steps[min(9, len(steps)):], func(e entry) bool { return e.step() != 0 })
	for i, e := range steps {
		cells := []want{wantCount(e.before), wantCount(e.now), wantChange(of(e.step()))}
		switch {
		case i < 9 && e.step() != 0:
			w.rows[e.Label] = cells
		case changed:
			w.rows[l.say("page.others.of", e.Label)] = cells
		}
		if i >= 9 || e.step() == 0 {
			small.now, small.before = small.now.plus(e.now), small.before.plus(e.before)
			rest++
		}
		if e.now.ok != e.before.ok {
			oneSided = l.say("page.note.one_sided")
		}
	}
	if changed {
		w.rows[l.say("page.others", strconv.Itoa(rest))] = []want{wantCount(small.before), wantCount(small.now), wantChange(of(small.step()))}
	}
	broken := ""
	for _, b := range l.Breaks {
		if b.Year == l.year {
			broken = l.say("page.note.break", b.Text, strconv.Itoa(b.Year))
		}
	}
	w.note = []string{joined(oneSided, broken, l.leftOut(now, earlier))}
	size := []string{count(is), count(of(abs(is.n - was.n))), percent(shareOf(of(abs(is.n-was.n)), was)), strconv.Itoa(l.year - 1)}
	switch {
	case is.n > was.n:
		w.lead = []string{l.say("page.lead.change_up", size...)}
	case is.n < was.n:
		w.lead = []string{l.say("page.lead.change_down", size...)}
	default:
		w.lead = []string{l.say("page.lead.change_same", size[0], size[3])}
	}
	if !l.early && broken == "" {
		w.title = []string{l.changeTitle(steps, is.n-was.n)}
	}
	l.waterfall(p, was.n, is.n)
	return w
}

// waterfall compares the bars with the rows that they stand for: each starts where the one before ends.
func (l *looker) waterfall(p shownPanel, was, is int64) {
	level := float64(was)
	for i, s := range p.Steps {
		first, last := i == 0, i == len(p.Steps)-1
		from, to := level, level
		switch {
		case first:
			from = 0
		case last:
			from, to = 0, float64(is)
			if level != to {
				l.wrong("change: the steps lead to %v, not to %d", level, is)
			}
		case p.Rows[i].Cells[2].V != nil:
			to += *p.Rows[i].Cells[2].V
		}
		if s.From != from || s.To != to {
			l.wrong("change: bar %d goes from %v to %v, by its row from %v to %v", i, s.From, s.To, from, to)
		}
		level = to
	}
}

// changeTitle says what made the change, where one member made half of it at least.
func (l *looker) changeTitle(steps []entry, whole int64) string {
	cause := steps[0]
	sign := cmp.Compare(whole, 0)
	if sign == 0 || isUnknown(cause.pageMember) || cmp.Compare(cause.step(), 0) != sign || 2*abs(cause.step()) < abs(whole) || l.provisional && sign < 0 {
		return ""
	}
	way := map[int]string{1: "_up", -1: "_down"}[sign]
	if l.now.ChangeBy == "achievement" {
		return l.say("page.title.change_type"+way, lowered(cause.Label))
	}
	if l.now.ChangeBy == "form" {
		only := func(s summer) summer { return s.under(func(f *pageFilter) { f.Forms = []string{cause.Code} }) }
		if types := l.steps(only(l.here), only(l.before), "achievement", l.Achievements); len(types) > 0 {
			if of := types[0]; !isUnknown(of.pageMember) && cmp.Compare(of.step(), 0) == sign && 5*abs(of.step()) >= 3*abs(cause.step()) {
				return l.say("page.title.change_form_type"+way, cause.Label, lowered(of.Label))
			}
		}
	}
	return l.say("page.title.change_most"+way, cause.Label)
}

// lowered is a label inside a sentence; an abbreviation stays.
func lowered(text string) string {
	letters := []rune(text)
	if second := string(letters[1:2]); second != strings.ToLower(second) {
		return text
	}
	return strings.ToLower(string(letters[:1])) + string(letters[1:])
}

func joined(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return t == "" }), " ")
}

// leftOut tells of awards that tallies do not tell apart as the filters ask.
func (l *looker) leftOut(of ...summer) string {
	var n int64
	for _, s := range of {
		n += s.unsplit("award_count")
	}
	if n == 0 {
		return ""
	}
	return l.say("page.note.left_out", count(stated{n, true}))
}

// yearsShown: five years up to the one chosen, the years of a span, or all.
func (l *looker) yearsShown() (years []int) {
	known := slices.DeleteFunc(slices.Sorted(slices.Values(l.Years)), func(y int) bool { return y == 0 })
	first, last := known[0], known[len(known)-1]
	if f := l.now.pageFilter; f.Years && f.From > 0 {
		from := f.From
		if l.year > 0 {
			from -= 4
		}
		first, last = max(first, from), min(last, f.To)
	}
	for y := first; y <= last; y++ {
		years = append(years, y)
	}
	return years
}

// overYears are the rows of members with a cell a year.
func (l *looker) overYears(dim string, members []pageMember) (w expected, sizes []entry, without string) {
	w = expected{rows: map[string][]want{}, title: []string{""}}
	sums, all := l.trend.crossed(dim, "year"), l.trend.by("year", "award_count")
	years := l.yearsShown()
	for i, m := range members {
		var cells []want
		e := entry{pageMember: m, order: i}
		for _, y := range years {
			n, ok := sums[[2]string{m.Code, strconv.Itoa(y)}]
			cells = append(cells, wantCount(stated{n, ok}))
			e.now = e.now.plus(stated{n, ok})
		}
		if e.now.ok {
			w.rows[m.Label] = cells
			sizes = append(sizes, e)
		}
	}
	w.foot = []want{}
	for _, y := range years {
		w.foot = append(w.foot, wantCount(at(all, strconv.Itoa(y))))
	}
	if all["0"] > 0 {
		without = l.say("page.note.no_year", count(of(all["0"])))
	}
	slices.SortFunc(sizes, bySize)
	return w, sizes, without
}

func (l *looker) lines() expected {
	w, _, without := l.overYears("level", l.Levels)
	w.title, w.note = nil, []string{joined(without, l.leftOut(l.trend)), joined(l.say("page.note.provisional_dots"), without, l.leftOut(l.trend))}
	return w // its title counts years; which of them are final the returns say
}

func (l *looker) multiples() expected {
	w, sizes, without := l.overYears("form", l.Forms)
	w.lead = []string{""}
	top := ""
	drawn := min(12, len(sizes))
	if drawn < len(sizes) {
		top = l.say("page.note.top_forms", strconv.Itoa(drawn), strconv.Itoa(len(sizes)))
	}
	var most int64
	for _, e := range sizes[:drawn] {
		for _, c := range w.rows[e.Label] {
			most = max(most, c.n.n)
		}
	}
	if drawn > 0 {
		w.lead = []string{l.say("page.lead.multiples", count(of(most)))}
	}
	w.note = []string{joined(top, without, l.leftOut(l.trend))}
	return w
}

func (l *looker) heat(p shownPanel) expected {
	w := expected{rows: map[string][]want{}, title: []string{""}, lead: []string{""}, note: []string{l.leftOut(l.here)}}
	sums, units, forms := l.here.crossed("unit", "form"), l.here.by("unit", "award_count"), l.here.by("form", "award_count")
	columns := l.entries(l.Forms, forms, nil)
	small := columns[min(12, len(columns)):]
	columns = columns[:min(12, len(columns))]
	for i, c := range columns {
		if len(p.Head) < i+3 || p.Head[i+2] != c.Label {
			l.wrong("heat: column %d is not %s: %v", i, c.Label, p.Head)
		}
	}
	rowOf := func(whole stated, of func(form string) stated) []want {
		cells := []want{wantCount(whole)}
		for _, c := range columns {
			cells = append(cells, wantCount(of(c.Code)))
		}
		var others stated
		for _, c := range small {
			others = others.plus(of(c.Code))
		}
		if len(small) > 0 {
			cells = append(cells, wantCount(others))
		}
		return cells
	}
	var most int64 = -1
	for _, u := range l.entries(l.Units, units, nil) {
		w.rows[u.Label] = rowOf(u.now, func(form string) stated {
			n, ok := sums[[2]string{u.Code, form}]
			return stated{n, ok}
		})
		for _, c := range columns { // the largest; of equals any may be named
			switch n, ok := sums[[2]string{u.Code, c.Code}]; {
			case !ok || n < most:
			case n > most:
				most, w.lead = n, nil
				fallthrough
			default:
				w.lead = append(w.lead, l.say("page.lead.heat", u.Label, c.Label, count(of(n))))
			}
		}
	}
	if len(w.rows) > 0 {
		w.foot = rowOf(totalOf(units), func(form string) stated { return at(forms, form) })
	}
	return w
}

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

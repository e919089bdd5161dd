package main

import (
	"cmp"
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
	w.title, w.note = nil, []string{joined(without, l.leftOut(l.trend))}
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

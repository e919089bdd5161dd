package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// looker compares what the page shows with the facts.
type looker struct {
	t *testing.T
	*facts
	pageMembers
	seen         map[string]int // panel -> times that it had figures
	numbers, led int
	now          look
	moment
}

// moment is what a view of the page is about.
type moment struct {
	here, before, trend summer
	year                int // the one year chosen; -1 where it is none
	compared            bool
	years               string // in words
	early, provisional  bool
}

// expected is what a panel has to show: cells by the name of their row, and texts, of which one is wanted. Texts that tell of
// returns are nil.
type expected struct {
	rows              map[string][]want
	foot              []want
	title, lead, note []string
}

// entry is a member with its awards now and in the year before.
type entry struct {
	pageMember
	order       int
	now, before stated
}

func (l *looker) say(key string, args ...string) string {
	text, ok := l.Texts[key]
	if !ok {
		l.t.Fatalf("no text %s", key)
	}
	for i, a := range args {
		if at := fmt.Sprintf("%%[%d]s", i+1); strings.Contains(text, at) {
			text = strings.ReplaceAll(text, at, a)
		} else {
			text = strings.Replace(text, "%s", a, 1)
		}
	}
	return text
}

func (l *looker) yearName(year int) string {
	switch year {
	case -1:
		return l.say("page.all_years")
	case 0:
		return l.say("page.year_unknown")
	}
	return strconv.Itoa(year)
}

// look compares all that is shown under a view.
func (l *looker) look(o look, shown shownPage) {
	l.t.Helper()
	l.now = o
	here := summer{l.facts, o.pageFilter}
	m := moment{here: here, trend: here.allYears(), year: -1, early: shown.Early, provisional: shown.Provisional}
	if o.Years && o.From == o.To {
		m.year = o.From
	}
	if m.years = l.yearName(m.year); o.Years && o.From != o.To {
		m.years = fmt.Sprintf("%d–%d", o.From, o.To)
	}
	if m.year > 0 && slices.Contains(l.Years, m.year-1) {
		m.compared, m.before = true, here.in(m.year-1)
	}
	l.moment = m
	l.sentences(shown.Sentences)
	l.headlines(shown.Cards)
	for _, p := range shown.Panels {
		l.panel(p, l.expectedOf(p))
	}
}

func (l *looker) expectedOf(p shownPanel) expected {
	l.t.Helper()
	switch p.ID {
	case "form":
		return l.bars(p, "form", l.Forms)
	case "level":
		return l.bars(p, "level", l.Levels)
	case "achievement":
		return l.bars(p, "achievement", l.Achievements)
	case "unit":
		return l.bars(p, "unit", l.Units)
	case "kind":
		return l.kinds()
	case "year":
		return l.byYear()
	case "people":
		return l.people()
	case "class":
		return l.classes()
	case "change":
		return l.change(p)
	case "trend":
		return l.lines()
	case "multiples":
		return l.multiples()
	case "heat":
		return l.heat(p)
	case "rank":
		return l.rank(p)
	case "place":
		return l.place()
	}
	l.t.Fatalf("nobody knows what %s has to show", p.ID)
	return expected{}
}

// panel compares every row of a panel: those wanted are there, each once, and no others.
func (l *looker) panel(p shownPanel, w expected) {
	l.t.Helper()
	left := len(w.rows)
	figures := false
	for _, r := range p.Rows {
		cells, ok := w.rows[r.Label]
		if !ok {
			l.wrong("%s: a row %q that the facts do not have", p.ID, r.Label)
			continue
		}
		left--
		l.row(p, r, cells)
		figures = figures || slices.ContainsFunc(r.Cells, func(c shownCell) bool { return c.V != nil && *c.V != 0 })
	}
	if left != 0 {
		l.wrong("%s: %d rows, by the facts %d", p.ID, len(p.Rows), len(w.rows))
	}
	if (p.Foot == nil) != (w.foot == nil) {
		l.wrong("%s: foot %v, by the facts %v", p.ID, p.Foot, w.foot)
	} else if p.Foot != nil {
		l.row(p, *p.Foot, w.foot)
	}
	for _, text := range []struct {
		name, got string
		want      []string
	}{{"title", p.Title, w.title}, {"lead", p.Lead, w.lead}, {"note", p.Note, w.note}} {
		if text.want != nil && !slices.Contains(text.want, text.got) {
			l.wrong("%s: the %s is %q, by the facts %q", p.ID, text.name, text.got, text.want)
		}
	}
	if figures {
		l.seen[p.ID]++
	}
}

func (l *looker) row(p shownPanel, r shownRow, cells []want) {
	l.t.Helper()
	if len(r.Cells) != len(cells) || len(p.Head) != len(cells)+1 {
		l.wrong("%s, %s: %d cells under %d heads, wanted %d", p.ID, r.Label, len(r.Cells), len(p.Head), len(cells))
		return
	}
	for i, c := range r.Cells {
		l.cell(p.ID+", "+r.Label+", "+p.Head[i+1], c, cells[i])
	}
}

func isUnknown(m pageMember) bool {
	return m.Code == "chua_ro" || m.Code == "chua_tach" || m.Code == notCarried
}

// stand orders by size, what is not known last; what is stated goes before what is not.
func stand(n stated) int64 {
	if !n.ok {
		return -1
	}
	return n.n
}

func bySize(a, b entry) int {
	unknown := map[bool]int{true: 1}
	return cmp.Or(unknown[isUnknown(a.pageMember)]-unknown[isUnknown(b.pageMember)], cmp.Compare(stand(b.now), stand(a.now)), cmp.Compare(stand(b.before), stand(a.before)), a.order-b.order)
}

func at(sums map[string]int64, code string) stated {
	n, ok := sums[code]
	return stated{n, ok}
}

func totalOf(sums map[string]int64) (whole stated) {
	for _, n := range sums {
		whole = whole.plus(of(n))
	}
	return whole
}

// entries are the members that have figures in one of the two years, the largest first.
func (l *looker) entries(members []pageMember, now, before map[string]int64) (out []entry) {
	for i, m := range members {
		if e := (entry{m, i, at(now, m.Code), at(before, m.Code)}); e.now.ok || e.before.ok {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, bySize)
	return out
}

// compare gives the rows of "this year, year before, change, share" and their sum.
func (l *looker) compare(entries []entry) (w expected, whole stated) {
	var earlier stated
	for _, e := range entries {
		whole, earlier = whole.plus(e.now), earlier.plus(e.before)
	}
	cells := func(now, before stated) []want {
		out := []want{wantCount(now)}
		if l.compared {
			out = append(out, wantCount(before), wantChange(now.minus(before)))
		}
		return append(out, wantPart(shareOf(now, whole)))
	}
	w.rows = map[string][]want{}
	for _, e := range entries {
		w.rows[e.Label] = cells(e.now, e.before)
	}
	w.foot = cells(whole, earlier)
	return w, whole
}

// withRest adds what tallies do not tell apart, so that the rows add up to all awards.
func withRest(s summer, sums map[string]int64, code string) map[string]int64 {
	if all := s.awards(); all.ok && all.n != totalOf(sums).n {
		sums[code] = all.n - totalOf(sums).n
	}
	return sums
}

func (l *looker) bars(p shownPanel, dim string, members []pageMember) expected {
	const rest = "chua_tach"
	now, before := withRest(l.here, l.here.by(dim, "award_count"), rest), map[string]int64{}
	if l.compared {
		before = withRest(l.before, l.before.by(dim, "award_count"), rest)
	}
	entries := l.entries(append(slices.Clone(members), pageMember{rest, l.say("page.kind.unsplit")}), now, before)
	w, whole := l.compare(entries)
	w.lead, w.note, w.title = []string{""}, []string{""}, []string{""}
	if len(entries) > 0 && !isUnknown(entries[0].pageMember) && entries[0].now.ok {
		top := entries[0]
		w.lead = []string{l.say("page.lead.most", top.Label, count(top.now), percent(shareOf(top.now, whole)), count(whole))}
	}
	var notes []string
	if p.Drawn < len(entries) {
		notes = append(notes, l.say("page.note.top", strconv.Itoa(p.Drawn), strconv.Itoa(len(entries))))
	}
	if left, ok := now[notCarried]; ok && dim == "unit" {
		notes = append(notes, l.say("page.note.not_carried", count(of(left)), percent(shareOf(of(left), whole))))
	}
	w.note = []string{strings.Join(notes, " ")}
	return w
}

func (l *looker) kinds() expected {
	kinds := []string{"collective", "household", "individual"}
	sums := func(s summer) map[string]int64 {
		by := map[string]int64{}
		for _, k := range kinds {
			if n := s.sum(k + "_count"); n.ok {
				by[k] = n.n
			}
		}
		return withRest(s, by, "chua_ro")
	}
	members := []pageMember{{"chua_ro", l.say("page.kind.unsplit")}}
	for _, k := range kinds {
		members = append(members, pageMember{k, l.say("page.kind." + k)})
	}
	before := map[string]int64{}
	if l.compared {
		before = sums(l.before)
	}
	w, _ := l.compare(l.entries(members, sums(l.here), before))
	w.lead, w.note = []string{""}, []string{""}
	if n := l.here.sum("enterprise_count"); n.n > 0 {
		w.note = []string{l.say("page.note.enterprise", count(n))}
	}
	return w
}

// ofState is the summer of the awards of the State, and whether the filters keep any.
func ofState(s summer) (summer, bool) {
	const level = "nha_nuoc"
	return s.under(func(f *pageFilter) { f.Levels = []string{level} }), among(s.Levels, level)
}

func (l *looker) byYear() expected {
	sums, states := l.trend.by("year", "award_count"), map[string]int64{}
	if s, kept := ofState(l.trend); kept {
		states = s.by("year", "award_count")
	}
	w := expected{rows: map[string][]want{}, lead: []string{""}, note: []string{""}}
	var first, last, peak int
	stated := 0
	years := slices.Sorted(slices.Values(l.Years))
	for _, y := range years {
		key := strconv.Itoa(y)
		n := at(sums, key)
		change := n.minus(at(sums, strconv.Itoa(y-1)))
		if y == 0 {
			if change.ok = false; !n.ok {
				continue
			}
		} else if y == 1 {
			change.ok = false
		}
		w.rows[l.yearName(y)] = []want{wantCount(n), wantChange(change), wantCount(at(states, key)), {kind: "any"}}
		if y > 0 && n.ok {
			if stated++; stated == 1 {
				first, peak = y, y
			}
			if last = y; n.n > sums[strconv.Itoa(peak)] {
				peak = y
			}
		}
	}
	if stated > 1 {
		w.lead = []string{l.say("page.lead.year", strconv.Itoa(first), strconv.Itoa(last), strconv.Itoa(peak), count(at(sums, strconv.Itoa(peak))))}
	}
	return w
}

// traits of individuals: what is said of them, and the measures of yes and of unknown.
var traits = [][3]string{{"direct", "direct_worker_count", "class_unknown_count"}, {"woman", "woman_count", "woman_unknown_count"}, {"youth", "youth_count", "youth_unknown_count"}}

// aboutPeople are the words over and under the panels of individuals.
func (l *looker) aboutPeople(w expected) expected {
	individuals := l.here.sum("individual_count")
	switch {
	case !l.here.awards().ok:
		w.lead = []string{l.say("page.nothing")}
	case !individuals.ok:
		w.lead = []string{l.say("page.lead.no_individuals")}
	default:
		w.lead = []string{l.say("page.lead.people", count(individuals))}
	}
	w.note = []string{""}
	if n := l.here.under(func(f *pageFilter) { f.Kind = "individual" }).unsplit("award_count"); n > 0 {
		w.note = []string{l.say("page.note.unsplit", count(of(n)))}
	}
	return w
}

func (l *looker) people() expected {
	w := expected{rows: map[string][]want{}}
	whole := l.here.sum("individual_count")
	for _, t := range traits {
		yes, unknown := l.here.sum(t[1]), l.here.sum(t[2])
		no := stated{whole.n - yes.n - unknown.n, whole.ok}
		w.rows[l.say("page.trait."+t[0])] = []want{wantCount(whole), wantCount(yes), wantPart(shareOf(yes, whole)),
			wantCount(unknown), wantPart(shareOf(unknown, whole)), wantCount(no), wantPart(shareOf(no, whole))}
	}
	return l.aboutPeople(w)
}

func (l *looker) classes() expected {
	w := expected{rows: map[string][]want{}}
	whole := l.here.sum("individual_count")
	for _, c := range l.Classes {
		n := l.here.sum(map[bool]string{true: "class_unknown", false: c.Code}[isUnknown(c)] + "_count")
		w.rows[c.Label] = []want{wantCount(n), wantPart(shareOf(n, whole))}
	}
	w.foot = []want{wantCount(whole), wantPart(shareOf(whole, whole))}
	return l.aboutPeople(w)
}

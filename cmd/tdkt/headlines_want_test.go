package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// headlines compares the cards: the big number of each, what is said under it, and what its figures lead to.
func (l *looker) headlines(cards []shownCard) {
	l.t.Helper()
	now, earlier := l.here.awards(), stated{}
	if l.compared {
		earlier = l.before.awards()
	}
	against := func(text string) string { return l.say("page.against", text, strconv.Itoa(l.year-1)) }
	total := []string{count(now)}
	if moved := shareOf(now.minus(earlier), earlier); moved.ok {
		total = append(total, against(signedPoints(moved)+"\u00a0%"))
	}
	known := slices.DeleteFunc(slices.Sorted(slices.Values(l.Years)), func(y int) bool { return y == 0 })
	if len(known) > 1 { // beside the small columns of the years
		total = append(total, fmt.Sprintf("%d–%d", known[0], known[len(known)-1]))
	}
	state := []string{}
	n := l.national(l.here)
	state = append(state, count(n))
	if l.compared {
		if was := l.national(l.before); was.ok && n.ok {
			state = append(state, against(signedCount(n.minus(was))))
		}
	}
	if n.ok {
		state = append(state, l.say("page.of_total", percent(shareOf(n, now)), count(now)))
	}
	texts := map[string][]string{"total": total, "national": state}
	values := map[string]*float64{}
	values["total"], _ = l.shows(wantCount(now))
	values["national"], _ = l.shows(wantCount(n))
	whole := l.here.sum("individual_count")
	for _, t := range traits {
		yes, unknown := l.here.sum(t[1]), l.here.sum(t[2])
		value := shareOf(yes, whole)
		lines := []string{percent(value), count(yes) + " / " + count(whole) + " " + l.say("page.individual_awards"),
			l.say("page.unknown") + " " + percent(shareOf(unknown, whole)) + " (" + count(unknown) + ")"}
		if !whole.ok {
			lines = []string{percent(value), l.say("page.nothing")}
		}
		if l.compared && whole.ok {
			if moved := value.minus(shareOf(l.before.sum(t[1]), l.before.sum("individual_count"))); moved.ok {
				lines = append(lines, against(l.say("page.points", signedPoints(moved))))
			}
		}
		texts[t[0]] = lines
		values[t[0]], _ = l.shows(wantPart(value))
	}
	if len(cards) != len(texts) {
		l.wrong("%d headlines, wanted %d", len(cards), len(texts))
	}
	for _, c := range cards {
		l.numbers += len(texts[c.ID])
		got := slices.DeleteFunc(slices.Clone(c.Texts), func(t string) bool { return t == "" })
		if !slices.Equal(got, texts[c.ID]) {
			l.wrong("headline %s says %q, by the facts %q", c.ID, got, texts[c.ID])
		}
		v, err := strconv.ParseFloat(c.Value, 64)
		if want := values[c.ID]; (want == nil) != (err != nil) || want != nil && (v-*want > 1e-12 || *want-v > 1e-12) {
			l.wrong("headline %s holds %q, by the facts %v", c.ID, c.Value, want)
		}
		for _, cell := range c.Cells {
			l.leads("headline "+c.ID, cell)
		}
	}
	if now.n > 0 && whole.n > 0 {
		l.seen["headlines"]++
	}
}

// national counts the awards of the State among those of a selection.
func (l *looker) national(s summer) stated {
	of, kept := ofState(s)
	if !kept {
		return stated{}
	}
	return of.awards()
}

// sentences compares what is said of awards; what is said of returns between has to be one of the sentences for it.
func (l *looker) sentences(got string) {
	l.t.Helper()
	now := l.here.awards()
	var first string
	place := l.where()
	if !now.ok {
		first = l.say("page.sentence.nothing", l.inYears(), place)
	} else {
		how, who := "", ""
		if l.compared {
			if moved := shareOf(now.minus(l.before.awards()), l.before.awards()); moved.ok {
				was := strconv.Itoa(l.year - 1)
				size := moved
				size.part = abs(size.part)
				switch {
				case moved.part == 0:
					how = l.say("page.sentence.same", was)
				case moved.part > 0:
					how = l.say("page.sentence.up", percent(size), was)
				default:
					how = l.say("page.sentence.down", percent(size), was)
				}
			}
		}
		whole := l.here.sum("individual_count")
		if worker := shareOf(l.here.sum("direct_worker_count"), whole); worker.ok {
			who = l.say("page.sentence.workers", percent(worker), percent(shareOf(l.here.sum("class_unknown_count"), whole)))
		}
		first = l.say("page.sentence.total", l.inYears(), place, count(now), how, who)
	}
	var last []string
	if n := l.here.unsplit("award_count"); n > 0 {
		last = append(last, l.say("page.sentence.unsplit", count(of(n))))
	}
	if now.ok && l.now.Boundaries != "reported" {
		last = append(last, l.say("page.note.restated", labelOf(l.Boundaries, l.now.Boundaries)))
	}
	l.numbers += 4
	between, ok := strings.CutPrefix(got, first)
	rest, found := strings.CutSuffix(between, strings.Join(last, " "))
	if !ok || !found || !l.isOfReturns(strings.TrimSpace(rest)) {
		l.wrong("the page says %q, by the facts %q … %q", got, first, last)
	}
	if now.ok {
		l.seen["sentences"]++
	}
}

// isOfReturns tells that a text tells of returns only, or what the facts say of individuals whose class is not known.
func (l *looker) isOfReturns(text string) bool {
	unclear := shareOf(l.here.sum("class_unknown_count"), l.here.sum("individual_count"))
	if text == "" || text == l.say("page.sentence.open") || text == l.say("page.sentence.no_duty") || unclear.ok && text == l.say("page.sentence.unclear", percent(unclear)) {
		return true
	}
	pieces := strings.Split(l.Texts["page.sentence.provisional"], "%s")
	return strings.HasPrefix(text, pieces[0]) && strings.Contains(text, pieces[len(pieces)-1])
}

// where names what the filters keep besides years.
func (l *looker) where() string {
	var places, more []string
	f := l.now.pageFilter
	places = append(namesInOrder(f.Units, l.Units), namesInOrder(f.Clusters, l.Clusters)...)
	for _, labels := range [][]string{namesInOrder(f.Forms, l.Forms), namesInOrder(f.Levels, l.Levels), namesInOrder(f.Achievements, l.Achievements)} {
		if len(labels) > 0 {
			more = append(more, strings.Join(labels, ", "))
		}
	}
	if f.Kind != "" {
		more = append(more, l.say("page.kind."+f.Kind))
	}
	if f.Boundaries != "reported" {
		more = append(more, labelOf(l.Boundaries, f.Boundaries))
	}
	if len(places) == 0 {
		places = []string{l.say("page.in_whole_province")}
	}
	return strings.Join(append([]string{strings.Join(places, ", ")}, more...), " · ")
}

func namesInOrder(codes []string, members []pageMember) (labels []string) {
	for _, c := range codes {
		labels = append(labels, labelOf(members, c))
	}
	return labels
}

// inYears tells the years in words.
func (l *looker) inYears() string {
	f := l.now.pageFilter
	switch {
	case l.year == 0:
		return l.say("page.year_unknown")
	case l.year > 0:
		return l.say("page.in_year", strconv.Itoa(l.year))
	case f.Years:
		return l.say("page.in_years", strconv.Itoa(f.From), strconv.Itoa(f.To))
	}
	years := slices.DeleteFunc(slices.Sorted(slices.Values(l.Years)), func(y int) bool { return y == 0 })
	text := l.say("page.in_years", strconv.Itoa(years[0]), strconv.Itoa(years[len(years)-1]))
	if without := l.here.in(0).awards(); without.n > 0 {
		return l.say("page.in_years_and_unknown", text, count(without))
	}
	return text
}

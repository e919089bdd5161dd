package forms

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/data"
)

// notes are the paragraphs at the foot of the form: by what it counts and whose layout it is, how complete it is, what has no place
// in it, and what it cannot tell.
func (p *plan) notes() []string {
	in, form := p.in, p.in.Form
	if form.Shape == "figures_down" {
		return p.figureNotes()
	}
	counts := append([]string{in.say("counts_by", in.Year)}, p.circularNotes()...)
	if len(form.Levels) > 0 {
		counts = append(counts, in.say("levels", p.names("dim-level", "level", form.Levels)))
	}
	if form.Shape == "units_down" {
		counts = append(counts, in.say("as_reported"))
	}
	var complete []string
	for _, c := range in.Tables["form-people"].Completeness {
		complete = append(complete, in.say("complete", c.Words(in.Lang)))
		if c.Provisional {
			complete = append(complete, in.say("provisional", in.Year))
		}
	}
	if len(p.f.awardedAt(form.Levels)) == 0 {
		complete = append(complete, in.say("nothing", in.Year))
	}
	return paragraphs(counts, complete, p.outside(), slices.Concat(p.blanks(), p.splits(), p.reasons()), p.unknowns())
}

// paragraphs join sentences that belong together; a foot of a dozen lines would push the signatures off the page.
func paragraphs(groups ...[]string) (out []string) {
	for _, g := range groups {
		if len(g) > 0 {
			out = append(out, strings.Join(g, " "))
		}
	}
	return out
}

// blanks say what a cell without a number means.
func (p *plan) blanks() []string {
	for _, l := range p.lines {
		if !l.heading && slices.ContainsFunc(l.cells, func(x cell) bool { return x.why == closed }) {
			return []string{p.in.say("blank"), p.in.say("grey")}
		}
	}
	return []string{p.in.say("blank")}
}

// circularNotes say whose layout the form is, and whether it is that of the year.
func (p *plan) circularNotes() (out []string) {
	in, form := p.in, p.in.Form
	switch {
	case form.Circular.VI == "":
		out = append(out, in.say("no_circular"))
	case in.Year < form.From:
		out = append(out, in.say("follows", form.Circular.In(in.Lang))+" "+in.say("before", in.Year))
	default:
		out = append(out, in.say("follows", form.Circular.In(in.Lang)))
	}
	if l := form.Later; l != nil && in.Year >= l.From {
		out = append(out, in.say("later", l.In(in.Lang)))
	}
	return out
}

// scope is all that the form counts.
func (p *plan) scope() scope {
	if p.in.Form.Shape == "measures_down" {
		return scope{p.all(), p.in.Form.Levels}
	}
	return scope{p.f.forms, p.in.Form.Levels}
}

// outside tells what awards there are that the form has no place for.
func (p *plan) outside() (out []string) {
	in, levels := p.in, p.in.Form.Levels
	if p.in.Form.Shape == "measures_down" {
		var without []string
		for _, form := range p.f.awardedAt(levels) {
			if n, _ := p.f.sum(scope{[]string{form}, levels}, "award_count"); !slices.Contains(p.all(), form) {
				without = append(without, p.f.name[form]+" "+in.count(n))
			}
		}
		if len(without) > 0 {
			out = append(out, in.say("no_column", strings.Join(without, "; ")))
		}
		out = append(out, p.otherLevels()...)
		out = append(out, p.otherKinds()...)
	}
	if p.in.Form.Shape == "forms_down" {
		out = append(out, p.otherTypes()...)
	}
	return append(out, p.undated()...)
}

// undated tells of awards at the levels of the form of which nobody says the year.
func (p *plan) undated() (out []string) {
	t, n := p.in.Tables["form-undated"], int64(0)
	for r := range t.Rows {
		if levels := p.in.Form.Levels; len(levels) == 0 || slices.Contains(levels, t.Text(r, "level_code")) {
			awards, _ := t.Int(r, "award_count")
			n += awards
		}
	}
	if n > 0 {
		out = append(out, p.in.say("undated", p.in.count(n)))
	}
	return out
}

// otherLevels tells of awards in the columns of the form that another level decided.
func (p *plan) otherLevels() (out []string) {
	var parts []string
	for _, form := range p.all() {
		for _, level := range p.f.levels[form] {
			if n, told := p.f.sum(scope{[]string{form}, []string{level}}, "award_count"); told && !slices.Contains(p.in.Form.Levels, level) {
				parts = append(parts, p.f.name[form]+", "+p.names("dim-level", "level", []string{level})+": "+p.in.count(n))
			}
		}
	}
	if len(parts) > 0 {
		out = append(out, p.in.say("other_levels", strings.Join(parts, "; ")))
	}
	return out
}

// otherKinds tells of recipients for whom an award form has no column, and where households stand.
func (p *plan) otherKinds() (out []string) {
	kinds := map[string][]string{}
	for _, l := range p.leaves {
		for _, form := range l.forms {
			kinds[form] = append(kinds[form], l.kind)
		}
	}
	households, parts := int64(0), []string(nil)
	for _, form := range p.all() {
		s := scope{[]string{form}, p.in.Form.Levels}
		if slices.Contains(kinds[form], "") {
			continue
		}
		n, _ := p.f.sum(s, "household_count")
		households += n
		for _, k := range []string{"collective", "individual"} {
			if n := p.f.awards(s, k); !slices.Contains(kinds[form], k) && n.has() && n.value > 0 {
				parts = append(parts, p.f.name[form]+" ("+strings.ToLower(kindWords[k])+") "+p.in.count(n.value))
			}
		}
	}
	if households > 0 {
		out = append(out, p.in.say("households", p.in.count(households)))
	}
	if len(parts) > 0 {
		out = append(out, p.in.say("no_kind", strings.Join(parts, "; ")))
	}
	return out
}

// otherTypes tells of types of achievement and of recipients without a column.
func (p *plan) otherTypes() (out []string) {
	var has []string
	for _, c := range p.in.Form.Columns {
		has = append(has, c.Achievements...)
	}
	slices.Sort(has)
	has = slices.Compact(has)
	var parts []string
	t := p.in.Tables["dim-achievement"]
	for r := range t.Rows {
		code := t.Text(r, "achievement_code")
		if slices.Contains(has, code) || code == "chua_ro" || code == merged {
			continue
		}
		if n := p.f.types(p.scope(), "award_count", code).least; n > 0 {
			parts = append(parts, t.Text(r, "achievement_"+p.in.Lang)+" "+p.in.count(n))
		}
	}
	if len(parts) > 0 {
		out = append(out, p.in.say("no_type", strings.Join(parts, "; ")))
	}
	if n, _ := p.f.sum(p.scope(), "household_count"); n > 0 && p.asks("collective_count") {
		out = append(out, p.in.say("no_households", p.in.count(n)))
	}
	if n := p.f.types(p.scope(), "entrepreneur_count", has...).least; n > 0 && p.asks("not_leader_count") {
		out = append(out, p.in.say("entrepreneurs", p.in.count(n)))
	}
	return out
}

// asks says whether a column or a row asks for a measure.
func (p *plan) asks(measure string) bool {
	return slices.ContainsFunc(p.in.Form.Columns, func(c data.StatColumn) bool { return c.Measure == measure }) ||
		slices.ContainsFunc(p.in.Form.Rows, func(r data.StatRow) bool { return r.Measure == measure && r.Left == "" })
}

// asksTypes says whether it asks for types of achievement.
func (p *plan) asksTypes() bool {
	return slices.ContainsFunc(p.in.Form.Columns, func(c data.StatColumn) bool { return len(c.Achievements) > 0 }) ||
		slices.ContainsFunc(p.in.Form.Rows, func(r data.StatRow) bool { return r.Achievement != "" })
}

// unknowns tells of awards of which nobody says what the form asks for, with their share.
func (p *plan) unknowns() (out []string) {
	in, s := p.in, p.scope()
	whole, _ := p.f.sum(s, "award_count")
	people, _ := p.f.sum(s, "individual_count")
	tell := func(key string, n, of int64) {
		if n > 0 && of > 0 {
			out = append(out, in.say(key, in.count(n), in.count(of), in.share(n, of)))
		}
	}
	if p.asks("individual_count") || p.asks("collective_count") {
		n, _ := p.f.sum(s, "kind_unknown_count")
		tell("kind_unknown", n, whole)
	}
	if p.asks("enterprise_count") {
		n, _ := p.f.sum(s, "enterprise_open_count")
		tell("enterprise_open", n, whole)
	}
	classes := p.asks("direct_worker_count") || p.asks("leader_count")
	if classes && p.in.Form.Shape == "measures_down" {
		n, _ := p.f.sum(s, "class_unknown_count")
		tell("class_unknown", n, people)
	} else if classes {
		n := int64(0)
		for r, t := 0, in.Tables["dim-achievement"]; r < len(t.Rows); r++ {
			n += p.f.types(s, "class_unknown_count", t.Text(r, "achievement_code")).most
		}
		tell("class_unknown_types", min(n, people), people)
	}
	if p.asksTypes() {
		tell("type_unknown", p.f.types(s, "award_count", "chua_ro").least, whole)
		tell("merged", p.f.types(s, "award_count", merged).least, whole)
	}
	return out
}

// splits tells of the cells that are blank because returns tell parts together only.
func (p *plan) splits() (out []string) {
	blank := int64(0)
	type part struct {
		line  int
		forms string
		types string
	}
	open := map[part]int64{} // the kinds of one part are open together
	for i, l := range p.lines {
		for c, x := range l.cells {
			if x.why != unsplit || p.leaves[c].isText() {
				continue
			}
			blank++
			if leaf := p.leaves[c]; len(l.sums) == 0 && leaf.column.What != "total" {
				k := part{i, strings.Join(leaf.forms, " "), strings.Join(leaf.column.Achievements, " ")}
				open[k] = max(open[k], x.span.most-x.span.least)
			}
		}
	}
	if blank == 0 {
		return nil
	}
	n := int64(0)
	for _, most := range open {
		n += most
	}
	whole, _ := p.f.sum(p.scope(), "award_count")
	share := ""
	if whole > 0 {
		share = p.in.say("unsplit_share", p.in.count(min(n, whole)), p.in.share(min(n, whole), whole))
	}
	return []string{p.in.say("unsplit", p.in.count(blank), share, sourceSheet)}
}

// reasons tells why whole rows and columns are left blank, once each.
func (p *plan) reasons() (out []string) {
	seen := map[string]bool{}
	for _, l := range p.lines {
		for _, x := range l.cells {
			if x.why == left && !seen[x.reason] {
				seen[x.reason] = true
				out = append(out, p.in.say("left."+x.reason))
			}
		}
	}
	if p.holds("proposed") {
		out = append(out, p.in.say("proposed"))
	}
	return out
}

// names are the names of members of a list.
func (p *plan) names(list, column string, codes []string) string {
	t, names := p.in.Tables[list], []string(nil)
	for _, code := range codes {
		name := ""
		for r := range t.Rows {
			if t.Text(r, column+"_code") == code {
				name = t.Text(r, column+"_"+p.in.Lang)
			}
		}
		names = append(names, cmp.Or(name, code))
	}
	return strings.Join(names, ", ")
}

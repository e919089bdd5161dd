package report

import "strconv"

// congressSections are those of the report on the delegates to congresses of patriotic emulation, as the plan of Bắc Giang
// 16/KH-HĐTĐKT of 26/6/2019 asks for them: women, young, ethnic minorities, religions, sectors of the economy, direct workers,
// exemplars and guests.
var congressSections = map[string]section{
	"congress_opening":     {(*composer).congressOpening, nil},
	"congress_preparation": {(*composer).congressPreparation, nil},
	"congress_composition": {(*composer).congressComposition, []string{"congress"}},
	"congress_roles":       {(*composer).congressRoles, []string{"congress", "congress-roles"}},
	"congress_sectors":     {(*composer).congressSectors, []string{"congress", "congress-sectors"}},
	"congress_units":       {(*composer).congressUnits, []string{"congress", "congress-units"}},
	"congress_judgement":   {(*composer).congressJudgement, nil},
	"annex_congress_units": {(*composer).annexCongressUnits, []string{"congress", "congress-units"}},
	"annex_congress_words": {annexWords("delegates", "delegate_year", "young", "direct", "sectors", "unknown", "once", "trace"), nil},
}

// marks are what the composition tells of delegates, each with the part of whom it is not known.
var congressMarks = []struct{ name, unknown string }{
	{"woman", "woman_unknown"}, {"youth", "youth_unknown"}, {"young", "young_unknown"}, {"ethnic_minority", "ethnic_minority_unknown"},
	{"religious", "religious_unknown"}, {"direct_worker", "direct_worker_unknown"},
}

func (c *composer) congressOpening() {
	c.place("basis")
	c.para(words(c.say("report.congress.source", lower(c.period()))), words(c.say("report.congress.shares")), words(c.say("report.congress.levels")))
}

func (c *composer) congressPreparation() {
	c.heading(Part, "report.part.congress_preparation")
	c.place("congress_preparation")
	c.place("congress_choice")
}

// congressLevels are the levels whose congress has delegates in the cycle, in their order.
func (c *composer) congressLevels() (all []member) {
	t := c.table("congress")
	for r := range t.Rows {
		m := member{t.Text(r, "level_code"), lower(t.Text(r, "level_"+c.in.Lang))}
		if m.Code == "nha_nuoc" || m.Code == "chua_ro" { // a congress of all the country is not called one of the State
			m.Label = c.say("report.congress.level." + m.Code)
		}
		all = append(all, m)
	}
	return all
}

// percentMark is the share that a plan aims at, in whole percents.
func (c *composer) percentMark(percent int64) string {
	if c.in.Lang == "en" {
		return strconv.FormatInt(percent, 10) + "%"
	}
	return strconv.FormatInt(percent, 10) + "\u00a0%"
}

// delegates is a figure of the congress of a level; more keys follow.
func (c *composer) delegates(level, measure string, keys ...string) Formula {
	return c.figure("mart_congress", measure+"_count", append([]string{"cycle_code", c.in.Period.String(), "level_code", level}, keys...)...)
}

// congressComposition: for each level a sentence a mark, each with its whole and what is not known, and a table of them.
func (c *composer) congressComposition() {
	c.heading(Section, "report.section.congress_composition")
	levels := c.congressLevels()
	if len(levels) == 0 {
		c.para(c.spans("report.congress.nothing", parts{"period": lower(c.period()), "n": c.num(Count, c.delegates("tinh", "delegate"))}))
	}
	for _, level := range levels {
		of := func(measure string) Formula { return c.delegates(level.Code, measure) }
		all := of("delegate")
		c.para(c.spans("report.congress.total", parts{"level": level.Label, "n": c.num(Count, all)}))
		g := &Grid{Note: c.say("report.note.congress"), Cols: []Col{{c.say("report.col.measure"), 40, true}, {c.say("report.col.delegates"), 14, false},
			{c.say("report.col.delegate_share"), 14, false}, {c.say("report.col.unknown"), 14, false}, {c.say("report.col.unknown_share"), 14, false}}}
		for _, m := range congressMarks {
			yes, unknown := of(m.name), of(m.unknown)
			p := parts{"n": c.num(Count, yes), "share": c.num(Share, yes.share(all)), "of": c.num(Count, all), "unknown": c.num(Count, unknown), "unknown_share": c.num(Share, unknown.share(all))}
			if c.stated(yes) {
				c.add(Block{Style: Item, Spans: c.spans("report.congress."+m.name, p)})
			} else {
				c.add(Block{Style: Item, Spans: c.spans("report.congress.untold", parts{"what": c.say("report.congress.row." + m.name), "of": c.num(Count, all)})})
			}
			g.Rows = append(g.Rows, Row{Cells: [][]Span{words(c.say("report.congress.row." + m.name)), c.cell(Count, yes), c.cell(Share, yes.share(all)), c.cell(Count, unknown), c.cell(Share, unknown.share(all))}})
		}
		g.Rows = append(g.Rows, Row{Bold: true, Cells: [][]Span{words(c.say("report.row.delegates")), c.cell(Count, all), {}, {}, {}}})
		c.grid("report.caption.congress", g, level.Label)
	}
}

// congressRoles holds exemplars and guests beside the mark of the plan, whose words stand with it: it is compared, never a limit.
func (c *composer) congressRoles() {
	t := c.table("congress-roles")
	if len(t.Rows) == 0 {
		return
	}
	c.heading(Section, "report.section.congress_roles")
	for _, level := range c.congressLevels() {
		all := c.delegates(level.Code, "delegate")
		g := &Grid{Note: c.say("report.note.congress_roles"), Cols: []Col{{c.say("report.col.role"), 40, true}, {c.say("report.col.delegates"), 18, false},
			{c.say("report.col.delegate_share"), 18, false}, {c.say("report.col.mark"), 18, false}}}
		var rows []Formula
		var sentences [][]Span
		basis := ""
		for r := range t.Rows {
			if t.Text(r, "level_code") != level.Code {
				continue
			}
			n, label := c.delegates(level.Code, "delegate", "role_code", t.Text(r, "role_code")), t.Text(r, "role_"+c.in.Lang)
			rows = append(rows, n)
			p := parts{"role": label, "n": c.num(Count, n), "share": c.num(Share, n.share(all))}
			key, mark := "report.congress.role", ""
			if percent, ok := t.Int(r, "target_percent"); ok {
				key, mark, basis = "report.congress.role_marked", c.percentMark(percent), t.Text(r, "target_basis_"+c.in.Lang)
				p["mark"] = mark
			}
			sentences = append(sentences, c.spans(key, p))
			g.Rows = append(g.Rows, Row{Cells: [][]Span{words(label), c.cell(Count, n), c.cell(Share, n.share(all)), words(mark)}})
		}
		c.addsUp("roles of "+level.Code, rows, all)
		g.Rows = append(g.Rows, Row{Bold: true, Cells: [][]Span{words(c.say("report.row.delegates")), c.cell(Count, all), {}, {}}})
		lead := c.spans("report.congress.roles_lead", parts{"level": level.Label, "n": c.num(Count, all)})
		c.para(append([][]Span{lead}, sentences...)...)
		if basis != "" {
			c.para(words(c.say("report.congress.mark", basis)))
		} else {
			c.para(words(c.say("report.congress.no_mark")))
		}
		c.grid("report.caption.congress_roles", g, level.Label)
	}
}

func (c *composer) congressSectors() {
	t := c.table("congress-sectors")
	if len(t.Rows) == 0 {
		return
	}
	c.heading(Section, "report.section.congress_sectors")
	for _, level := range c.congressLevels() {
		all := c.delegates(level.Code, "delegate")
		g := &Grid{Note: c.say("report.note.congress_sectors"), Cols: []Col{{c.say("report.col.sector"), 50, true}, {c.say("report.col.delegates"), 20, false}, {c.say("report.col.delegate_share"), 20, false}}}
		var rows []Formula
		for r := range t.Rows {
			if t.Text(r, "level_code") != level.Code {
				continue
			}
			n := c.delegates(level.Code, "delegate", "sector_code", t.Text(r, "sector_code"))
			rows = append(rows, n)
			g.Rows = append(g.Rows, Row{Cells: [][]Span{words(t.Text(r, "sector_"+c.in.Lang)), c.cell(Count, n), c.cell(Share, n.share(all))}})
		}
		c.addsUp("sectors of "+level.Code, rows, all)
		g.Rows = append(g.Rows, Row{Bold: true, Cells: [][]Span{words(c.say("report.row.delegates")), c.cell(Count, all), {}}})
		c.grid("report.caption.congress_sectors", g, level.Label)
	}
}

// congressUnits leads to the annex in which every delegation stands.
func (c *composer) congressUnits() {
	if len(c.table("congress-units").Rows) == 0 {
		return
	}
	c.heading(Section, "report.section.congress_units")
	for _, level := range c.congressLevels() {
		all, unknown := c.delegates(level.Code, "delegate"), c.unitDelegates(level.Code, "delegate", "chua_ro")
		if !c.stated(unknown) {
			c.para(c.spans("report.congress.units", parts{"level": level.Label, "n": c.num(Count, all)}))
			continue
		}
		c.para(c.spans("report.congress.units_unknown", parts{"level": level.Label, "n": c.num(Count, all), "unknown": c.num(Count, unknown), "share": c.num(Share, unknown.share(all))}))
	}
}

func (c *composer) unitDelegates(level, measure, unit string) Formula {
	return c.delegates(level, measure, "unit_code", unit)
}

// annexCongressUnits has every delegation of each level with its composition.
func (c *composer) annexCongressUnits() {
	t := c.table("congress-units")
	marks := []string{"woman", "woman_unknown", "youth", "youth_unknown", "ethnic_minority", "ethnic_minority_unknown", "religious", "religious_unknown", "direct_worker", "direct_worker_unknown"}
	for _, level := range c.congressLevels() {
		c.annexed("report.annex.congress_units", level.Label)
		g := &Grid{Small: true, Note: c.say("report.note.congress_units"), Cols: []Col{{c.say("report.col.delegation"), 48, true}, {c.say("report.col.delegates"), 14, false}}}
		for _, m := range marks {
			g.Cols = append(g.Cols, Col{c.say("report.congress.col." + m), 15, false})
		}
		row := func(label string, strong bool, of func(measure string) Formula) {
			r := Row{Bold: strong, Cells: [][]Span{words(label), c.cell(Count, of("delegate"))}}
			for _, m := range marks {
				r.Cells = append(r.Cells, c.cell(Count, of(m)))
			}
			g.Rows = append(g.Rows, r)
		}
		var rows []Formula
		for r := range t.Rows {
			if t.Text(r, "level_code") != level.Code {
				continue
			}
			unit, label := t.Text(r, "unit_code"), c.placed(t.Text(r, "unit_name"), t.Text(r, "parent_name"))
			if unit == "chua_ro" {
				label = c.say("report.row.no_delegation")
			}
			row(label, false, func(measure string) Formula { return c.unitDelegates(level.Code, measure, unit) })
			rows = append(rows, c.unitDelegates(level.Code, "delegate", unit))
		}
		c.addsUp("delegations of "+level.Code, rows, c.delegates(level.Code, "delegate"))
		row(c.say("report.row.total"), true, func(measure string) Formula { return c.delegates(level.Code, measure) })
		c.add(Block{Table: g})
		c.add(Block{Style: Note, Spans: words(g.Note)})
	}
}

func (c *composer) congressJudgement() {
	c.heading(Part, "report.part.judgement")
	for _, name := range []string{"strengths", "limits"} {
		c.heading(Section, "report.section."+name)
		c.place(name)
	}
	c.heading(Part, "report.part.proposals")
	c.place("proposals")
}

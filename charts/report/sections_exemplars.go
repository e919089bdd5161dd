package report

// exemplarSections are those of the report on exemplars by field, as the plan of Phú Thọ 1711/KH-UBND of 10/5/2016 assigns them:
// fields, leading units, how many of which kind.
var exemplarSections = map[string]section{
	"exemplar_opening":     {(*composer).exemplarOpening, nil},
	"exemplar_work":        {(*composer).exemplarWork, nil},
	"exemplar_general":     {(*composer).exemplarGeneral, []string{"exemplars", "exemplars-status"}},
	"exemplar_fields":      {(*composer).exemplarFields, []string{"exemplars"}},
	"exemplar_statuses":    {(*composer).exemplarStatuses, []string{"exemplars-status"}},
	"exemplar_units":       {(*composer).exemplarUnits, []string{"exemplars-status", "exemplars-units"}},
	"exemplar_judgement":   {(*composer).congressJudgement, nil},
	"annex_exemplar_words": {annexWords("exemplars", "exemplar_once", "exemplar_target", "direct", "unknown", "trace"), nil},
}

func (c *composer) exemplarOpening() {
	c.place("basis")
	c.para(words(c.say("report.exemplar.source", c.period())), words(c.say("report.exemplar.lot")))
}

func (c *composer) exemplarWork() {
	c.heading(Part, "report.part.exemplar_work")
	c.place("exemplar_work")
}

// exemplar is a figure of exemplars found in the period; more keys follow.
func (c *composer) exemplar(measure string, keys ...string) Formula {
	return c.figure("mart_exemplar_unit", measure+"_count", append([]string{"period", c.in.Period.String()}, keys...)...)
}

// ofField is a figure of targets; without field and kind it is of the whole period.
func (c *composer) ofField(measure string, keys ...string) Formula {
	return c.figure("mart_exemplar_field", measure+"_count", append([]string{"period", c.in.Period.String()}, keys...)...)
}

// exemplarGeneral: how many were found, of which kinds, and what the targets still ask for.
func (c *composer) exemplarGeneral() {
	c.heading(Section, "report.section.general")
	all := c.exemplar("exemplar")
	target, missing := c.ofField("target"), c.ofField("missing")
	if !c.stated(all) && !c.stated(target) {
		c.para(c.spans("report.exemplar.nothing", parts{"period": c.period(), "n": c.num(Count, c.ofField("found"))}))
		return
	}
	found := c.ofField("found")
	p := parts{"period": upper(c.period()), "n": c.num(Count, found), "listed": c.num(Count, c.ofField("listed"))}
	first := c.spans("report.exemplar.total", p)
	var kinds, people []Span
	if c.stated(all) {
		coll, house, person, rest := c.exemplar("collective"), c.exemplar("household"), c.exemplar("individual"), c.exemplar("kind_unknown")
		kinds = c.spans("report.exemplar.kinds", parts{
			"coll": c.num(Count, coll), "coll_share": c.num(Share, coll.share(all)), "house": c.num(Count, house), "house_share": c.num(Share, house.share(all)),
			"person": c.num(Count, person), "person_share": c.num(Share, person.share(all)), "rest": c.num(Count, rest), "rest_share": c.num(Share, rest.share(all)),
		})
		woman, noSex, worker, notTold := c.exemplar("woman"), c.exemplar("woman_unknown"), c.exemplar("direct_worker"), c.exemplar("direct_worker_unknown")
		if c.value(person).Num > 0 {
			people = c.spans("report.exemplar.people", parts{"of": c.num(Count, person),
				"woman": c.num(Count, woman), "woman_share": c.num(Share, woman.share(person)), "no_sex": c.num(Share, noSex.share(person)),
				"worker": c.num(Count, worker), "worker_share": c.num(Share, worker.share(person)), "no_class": c.num(Share, notTold.share(person))})
		}
	}
	c.para(first, kinds, people)
	if c.stated(target) {
		c.para(c.spans("report.exemplar.targets", parts{"target": c.num(Count, target), "missing": c.num(Count, missing)}))
	} else {
		c.para(words(c.say("report.exemplar.no_targets")))
	}
}

// exemplarFields: a row a field and kind, those with a target first: who leads, target, found, missing.
func (c *composer) exemplarFields() {
	t := c.table("exemplars")
	if len(t.Rows) == 0 {
		return
	}
	c.heading(Section, "report.section.exemplar_fields")
	g := &Grid{Note: c.say("report.note.exemplar_fields"), Cols: []Col{{c.say("report.col.field"), 34, true}, {c.say("report.col.exemplar_kind"), 22, true}, {c.say("report.col.lead"), 26, true},
		{c.say("report.col.target"), 12, false}, {c.say("report.col.found"), 12, false}, {c.say("report.col.missing"), 12, false}}}
	var short [][]Span
	var rows []Formula
	for r := range t.Rows {
		keys := []string{"field_code", t.Text(r, "field_code"), "kind_code", t.Text(r, "kind_code")}
		target, found, missing := c.ofField("target", keys...), c.ofField("found", keys...), c.ofField("missing", keys...)
		field, kind := t.Text(r, "field_"+c.in.Lang), t.Text(r, "kind_"+c.in.Lang)
		rows = append(rows, found)
		g.Rows = append(g.Rows, Row{Cells: [][]Span{words(field), words(upper(kind)), words(t.Text(r, "lead_name")), c.cell(Count, target), c.cell(Count, found), c.cell(Count, missing)}})
		if c.value(missing).Num > 0 {
			short = append(short, c.spans("report.exemplar.short", parts{"field": field, "kind": kind, "lead": t.Text(r, "lead_name"),
				"found": c.num(Count, found), "target": c.num(Count, target), "missing": c.num(Count, missing)}))
		}
	}
	all := c.ofField("found")
	c.addsUp("fields", rows, all)
	g.Rows = append(g.Rows, Row{Bold: true, Cells: [][]Span{words(c.say("report.row.total")), {}, {}, c.cell(Count, c.ofField("target")), c.cell(Count, all), c.cell(Count, c.ofField("missing"))}})
	if short != nil {
		c.para(words(c.say("report.exemplar.short_lead")))
		for i, item := range short {
			end := ";"
			if i == len(short)-1 {
				end = "."
			}
			c.add(Block{Style: Item, Spans: append(item, Span{Text: end})})
		}
	}
	c.grid("report.caption.exemplar_fields", g, c.period())
}

func (c *composer) exemplarStatuses() {
	t := c.table("exemplars-status")
	if len(t.Rows) == 0 {
		return
	}
	c.heading(Section, "report.section.exemplar_statuses")
	all := c.exemplar("exemplar")
	g := &Grid{Note: c.say("report.note.exemplar_statuses"), Cols: []Col{{c.say("report.col.standing"), 50, true}, {c.say("report.col.exemplars"), 20, false}, {c.say("report.col.exemplar_share"), 20, false}}}
	var rows []Formula
	for r := range t.Rows {
		n := c.exemplar("exemplar", "status_code", t.Text(r, "status_code"))
		rows = append(rows, n)
		g.Rows = append(g.Rows, Row{Cells: [][]Span{words(t.Text(r, "status_"+c.in.Lang)), c.cell(Count, n), c.cell(Share, n.share(all))}})
	}
	c.addsUp("statuses", rows, all)
	g.Rows = append(g.Rows, Row{Bold: true, Cells: [][]Span{words(c.say("report.row.total")), c.cell(Count, all), {}}})
	c.grid("report.caption.exemplar_statuses", g, c.period())
}

func (c *composer) exemplarUnits() {
	t := c.table("exemplars-units")
	if len(t.Rows) == 0 {
		return
	}
	c.heading(Section, "report.section.exemplar_units")
	measures := []string{"exemplar", "collective", "household", "individual", "kind_unknown"}
	g := &Grid{Note: c.say("report.note.exemplar_units"), Small: true, Cols: []Col{{c.say("report.col.unit"), 32, true}}}
	for _, m := range measures {
		g.Cols = append(g.Cols, Col{c.say("report.exemplar.col." + m), 15, false})
	}
	row := func(label string, strong bool, keys ...string) {
		r := Row{Bold: strong, Cells: [][]Span{words(label)}}
		for _, m := range measures {
			r.Cells = append(r.Cells, c.cell(Count, c.exemplar(m, keys...)))
		}
		g.Rows = append(g.Rows, r)
	}
	var rows []Formula
	for r := range t.Rows {
		unit, label := t.Text(r, "unit_code"), c.placed(t.Text(r, "unit_name"), t.Text(r, "parent_name"))
		if unit == "chua_ro" {
			label = c.say("report.row.no_delegation")
		}
		row(label, false, "unit_code", unit)
		rows = append(rows, c.exemplar("exemplar", "unit_code", unit))
	}
	c.addsUp("units", rows, c.exemplar("exemplar"))
	row(c.say("report.row.total"), true)
	c.grid("report.caption.exemplar_units", g, c.period())
}

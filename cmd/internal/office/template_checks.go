package office

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/ingest"
	"tdkt/ingest/layout"
)

func (d *drawing) has(field string) bool {
	return slices.ContainsFunc(d.fields, func(f layout.Field) bool { return f.Code == field })
}

func (d *drawing) check(hint bool, formula string, at ...string) {
	d.form.Checks = append(d.form.Checks, charts.TemplateCheck{At: at, Formula: formula, Hint: hint})
}

// listChecks are those over the rows of a list: what the rules of ingest would find, as far as a cell can see it.
func (d *drawing) listChecks() {
	own := func(name string) string { return "[" + d.l.Code + "_" + name + "]" }
	d.check(false, `AND({form}<>"",{authority}<>"",COUNTIF(`+own("form_level")+`,{form}&"|"&{authority})=0)`, "form", "authority")
	person := `{name}<>""`
	if d.has("kind") {
		d.list(charts.TemplateList{Name: d.l.Code + "_kind_form", Values: d.kindForms()})
		d.list(charts.TemplateList{Name: d.l.Code + "_kind_class", Values: d.kindClasses()})
		d.check(false, `AND({kind}<>"",{form}<>"",COUNTIF(`+own("kind_form")+`,{kind}&"|"&{form})=0)`, "kind", "form")
		d.check(false, `AND({kind}<>"",{class}<>"",COUNTIF(`+own("kind_class")+`,{kind}&"|"&{class})=0)`, "class")
		d.check(false, fmt.Sprintf(`AND({kind}<>"",{kind}<>"%s",{direct_worker}<>"")`, kindText("individual")), "direct_worker")
		d.check(true, `AND({name}<>"",{kind}="")`, "kind")
		person = fmt.Sprintf(`{kind}="%s"`, kindText("individual"))
	}
	if d.has("direct_worker") {
		direct, _ := d.className("direct_worker")
		d.check(false, fmt.Sprintf(`AND({class}<>"",OR(AND({direct_worker}="%[2]s",{class}<>"%[1]s"),AND({direct_worker}="%[3]s",{class}="%[1]s")))`,
			direct, yesNo.Values[0], yesNo.Values[1]), "class", "direct_worker")
	}
	if d.has("gender") {
		d.check(true, "AND("+person+`,{gender}="")`, "gender")
		d.check(true, "AND("+person+`,{birth}="")`, "birth")
		d.check(true, "AND("+person+`,{class}="",{direct_worker}="")`, "class")
	}
	d.check(true, `AND({name}<>"",{form}="")`, "form")
	d.check(true, `AND({name}="",{form}<>"")`, "name")
	d.check(true, fmt.Sprintf(`AND({decided_on}<>"",IFERROR(VALUE(RIGHT({decided_on},4))<>%d,FALSE))`, d.year), "decided_on")
	same := `{name:},{name},{form:},{form}`
	if d.has("birth") {
		same += `,{birth:},{birth}`
	}
	d.check(true, `AND({name}<>"",{form}<>"",COUNTIFS(`+same+`)>1)`, "name")
}

func (d *drawing) className(code string) (name string, ok bool) {
	for _, c := range d.ref.Classes {
		if c.Code == code {
			return c.NameVI, true
		}
	}
	return "", false
}

func (d *drawing) kindForms() (pairs []string) {
	for _, k := range kinds {
		for _, o := range d.offers {
			if d.takes(o.Form, k.code, d.days.To) {
				pairs = append(pairs, k.text+"|"+o.DisplayVI)
			}
		}
	}
	return pairs
}

func (d *drawing) kindClasses() (pairs []string) {
	for _, name := range d.personClasses() {
		pairs = append(pairs, kindText("individual")+"|"+name)
	}
	return append(pairs, kindText("collective")+"|"+enterpriseText, kindText("collective")+"|"+otherText)
}

// linesOfForms are the rows of a tally of which each is an award form.
func (d *drawing) linesOfForms() {
	for i, label := range d.labels(d.offers, d.days.To) {
		line := charts.TemplateLine{Cells: make([]string, len(d.fields)), Closed: make([]bool, len(d.fields))}
		for c, f := range d.fields {
			switch {
			case f.Code == "ordinal":
				line.Cells[c] = fmt.Sprint(i + 1)
			case f.Code == d.l.LabelField():
				line.Cells[c] = label.text
			}
			kind := kindCounted(f.Recipient, f.Measure)
			line.Closed[c] = kind != "" && !d.takes(label.Form, kind, d.days.To)
		}
		d.form.Lines = append(d.form.Lines, line)
	}
}

// kindCounted is the kind of recipient that a figure counts, "" for all.
func kindCounted(recipient, measure string) string {
	switch measure {
	case "award_count", "achievement_count", "proposal_count", "":
		return recipient
	case "collective_count", "enterprise_count":
		return "collective"
	case "household_count":
		return "household"
	}
	return "individual"
}

// partsOfColumns colours the parts of a row that together outgrow their whole.
func (d *drawing) partsOfColumns() {
	var staff, people []string
	groups := newParts()
	for _, f := range d.fields {
		if f.Measure == "" {
			continue
		}
		if f.PartOf != "" {
			groups.add(f.PartOf, ingest.PartSort(f.Measure), f.Code)
		}
		if f.Measure == "achievement_count" && f.PartOf != "award_count" {
			groups.add("award_count", ingest.PartSort(f.Measure), f.Code)
		}
		switch f.Measure {
		case "leader_any_count", "not_leader_count":
			staff = append(staff, f.Code)
		case "individual_count":
			people = append(people, f.Code)
		}
	}
	for _, g := range groups.list {
		whole := []string{g.whole}
		if g.whole == "award_count" && d.l.KindsGiveAwards() {
			whole = d.kindsOfRecipient()
		}
		d.outgrows(g.parts, whole)
	}
	if len(staff) > 0 {
		d.outgrows(staff, people)
	}
}

// kindsOfRecipient are the columns of which the awards are the sum.
func (d *drawing) kindsOfRecipient() (codes []string) {
	for _, f := range d.fields {
		switch f.Measure {
		case "collective_count", "individual_count", "household_count":
			codes = append(codes, f.Code)
		}
	}
	return codes
}

func (d *drawing) outgrows(parts, whole []string) {
	sum := func(codes []string) string { return "SUM({" + strings.Join(codes, "},{") + "})" }
	d.check(false, sum(parts)+">"+sum(whole), parts...)
}

// parts gathers parts that exclude one another within one whole, in order.
type parts struct {
	list []*partGroup
}

type partGroup struct {
	whole, sort string
	parts       []string
}

func newParts() *parts { return &parts{} }

func (p *parts) add(whole, sort, part string) {
	for _, g := range p.list {
		if g.whole == whole && g.sort == sort {
			g.parts = append(g.parts, part)
			return
		}
	}
	p.list = append(p.list, &partGroup{whole, sort, []string{part}})
}

// lineCode names a row of fixed meaning for checks.
func lineCode(r layout.RowMeasure) string {
	if r.Achievement != "" {
		return r.Measure + "_" + r.Achievement
	}
	return r.Measure
}

// linesOfMeasures are the rows of fixed meaning, under their headings.
func (d *drawing) linesOfMeasures() {
	section := ""
	for _, r := range d.l.EmptyRows() {
		for _, s := range d.l.Empty.Sections {
			if r.Section == s.Words && r.Section != section {
				section = r.Section
				d.form.Lines = append(d.form.Lines, charts.TemplateLine{Cells: []string{s.Heading}, Heading: true})
			}
		}
		line := charts.TemplateLine{Code: lineCode(r), Cells: make([]string, len(d.fields)), Closed: make([]bool, len(d.fields))}
		for c, f := range d.fields {
			switch f.Code {
			case "label":
				line.Cells[c] = rowMark(r) + r.Labels[0]
			case "row_code":
				line.Cells[c] = r.RowCode
			}
			line.Closed[c] = d.shown[c].Code != "" && d.noFigure(r, f, d.shown[c].Form)
		}
		d.form.Lines = append(d.form.Lines, line)
	}
}

// noFigure says that a row has no figure in a column of a form: it counts other recipients than the column or the form has.
func (d *drawing) noFigure(r layout.RowMeasure, f layout.Field, form data.Form) bool {
	if r.Breakdown != "" {
		return false
	}
	kind := kindCounted("", r.Measure)
	if f.Recipient != "" && len(r.Recipients) > 0 && !slices.Contains(r.Recipients, f.Recipient) {
		return true
	}
	if kind == "household" && f.Recipient == "individual" { // households stand beside collectives
		return true
	}
	return kind != "" && !d.takes(form, kind, d.days.To)
}

// rowMark is what stands before the label of a row of fixed meaning, as the circulars write it.
func rowMark(r layout.RowMeasure) string {
	switch {
	case r.Total || r.Section == "":
		return ""
	case r.RowCode == "" || r.Measure == "enterprise_count":
		return "Trong đó: "
	case r.PartOf != "" && r.Breakdown == "":
		return "+ "
	}
	return "- "
}

// partsOfLines colours the parts of a column that together outgrow their whole, and a total that is not their sum.
func (d *drawing) partsOfLines() {
	var kindLines []string
	rows := d.l.EmptyRows()
	for _, r := range rows {
		if slices.Contains([]string{"collective_count", "household_count", "individual_count"}, r.Measure) {
			kindLines = append(kindLines, lineCode(r))
		}
	}
	groups := newParts()
	for _, r := range rows {
		switch {
		case r.Total:
			d.check(true, `AND({`+lineCode(r)+`}<>"",{`+lineCode(r)+`}<>SUM({`+strings.Join(kindLines, "},{")+`}))`, lineCode(r))
		case r.Measure == "achievement_count":
			groups.add("award_count", ingest.PartSort(r.Measure), lineCode(r))
		case r.PartOf != "" && r.Breakdown != "":
			groups.add(r.PartOf, r.Breakdown, lineCode(r))
		case r.PartOf != "":
			groups.add(r.PartOf, ingest.PartSort(r.Measure), lineCode(r))
		}
	}
	for _, g := range groups.list {
		whole := []string{g.whole}
		if g.whole == "award_count" {
			whole = kindLines
		}
		d.outgrows(g.parts, whole)
	}
}

// sectionsOfLines colours the rows of a section that is filled in and does not add up to the total of its column.
func (d *drawing) sectionsOfLines() {
	total := ""
	groups := newParts()
	for _, r := range d.l.EmptyRows() {
		if r.Breakdown == "" {
			total = lineCode(r)
		} else {
			groups.add(total, r.Breakdown, lineCode(r))
		}
	}
	for _, g := range groups.list {
		parts := "{" + strings.Join(g.parts, "},{") + "}"
		d.check(true, `AND({`+g.whole+`}<>"",COUNT(`+parts+`)>0,{`+g.whole+`}<>SUM(`+parts+`))`, g.parts...)
	}
}

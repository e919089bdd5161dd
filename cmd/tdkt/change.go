package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"tdkt/cmd/internal/office"
	"tdkt/ingest/finding"
)

// tellChange prints for people what the last change did: returns, figures, cells; twenty of a kind and a count of the rest.
func (a *app) tellChange(c office.Change) {
	if c.Built && c.Before == "" {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.diff.first"))
		return
	}
	a.tellReturnsChanged(c)
	if !c.Built {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.diff.not_built"))
		return
	}
	a.tellFiguresChanged(c.Figures)
	a.tellCellsChanged(c.Cells)
	if len(c.Figures) > 0 || len(c.Cells) > 0 {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.diff.whole"))
	}
}

// list prints a heading and at most twenty lines under it; nothing where there are none.
func (a *app) list(heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintln(a.Out, a.texts.Get(heading, len(lines)))
	for i, line := range lines {
		if i == finding.Limit {
			fmt.Fprintln(a.Out, "  "+a.texts.Get("cmd.more", len(lines)-i))
			return
		}
		fmt.Fprintln(a.Out, "  "+line)
	}
}

func (a *app) tellReturnsChanged(c office.Change) {
	var lines []string
	for _, r := range c.Returns {
		lines = append(lines, fmt.Sprintf("%s · %s · %s: %s → %s%s", finding.OneLine(r.File), a.formOfReturn(r.Form), cmp.Or(r.Period, a.texts.Get("page.year_unknown")),
			a.standing(r.Before), a.standing(r.After), a.why(r, c.Findings)))
	}
	if len(lines) == 0 {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.diff.no_return"))
	}
	a.list("cmd.diff.returns", lines)
}

// why says what made a return change its status, on lines of their own: the board's decision, what it was read by, the
// findings that came and went.
func (a *app) why(r office.ReturnChange, findings []office.FindingChange) string {
	var lines []string
	if r.BoardNo > 0 {
		lines = append(lines, a.texts.Get("cmd.status.board", r.BoardNo, r.Reason))
	}
	if r.Before == "" {
		return indented(lines)
	}
	var parts []string
	for _, p := range r.Parts {
		parts = append(parts, a.texts.Get("cmd.diff.part."+p))
	}
	if len(parts) > 0 {
		lines = append(lines, a.texts.Get("cmd.diff.reread", strings.Join(parts, ", ")))
	}
	var came, went []string
	for _, f := range findings {
		if f.Return != r.ID || f.Severity == string(finding.Query) { // a query changes no status
			continue
		}
		at := strings.TrimSpace(f.Code + " " + f.Cell)
		switch {
		case f.After == "open" && f.Before == "":
			came = append(came, at)
		case f.Before == "open" && f.After == "":
			went = append(went, at)
		}
	}
	if len(came) > 0 {
		lines = append(lines, a.texts.Get("cmd.diff.came", firstOf(slices.Compact(came))))
	}
	if len(went) > 0 {
		lines = append(lines, a.texts.Get("cmd.diff.went", firstOf(slices.Compact(went))))
	}
	return indented(lines)
}

func indented(lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString("\n      " + l)
	}
	return b.String()
}

// shownFigure is a line of the figures that changed: one unit, year, form and measure, whatever the level and source.
type shownFigure struct {
	unit          string
	year          int64
	form, measure string
}

// tellFiguresChanged prints each unit and year with its figures under it. Types of achievement are the award counts parted
// once more, and unknown rests follow from the others: both are left to csv and json.
func (a *app) tellFiguresChanged(figures []office.FigureChange) {
	var order []shownFigure
	sum := map[shownFigure]*office.FigureChange{}
	for _, f := range figures {
		if f.Fact != "beneficiary" || strings.HasSuffix(f.Measure, "_unknown_count") {
			continue
		}
		key := shownFigure{f.Unit, f.Year, f.Form, f.Measure}
		if sum[key] == nil {
			order = append(order, key)
			one := f
			one.Before, one.After = nil, nil
			sum[key] = &one
		}
		sum[key].Before, sum[key].After = plus(sum[key].Before, f.Before), plus(sum[key].After, f.After)
	}
	order = slices.DeleteFunc(order, func(k shownFigure) bool { return sameCount(sum[k].Before, sum[k].After) })
	slices.SortStableFunc(order, func(x, y shownFigure) int {
		f, g := sum[x], sum[y]
		return cmp.Or(cmp.Compare(f.UnitName, g.UnitName), cmp.Compare(f.Unit, g.Unit), cmp.Compare(f.Year, g.Year), cmp.Compare(f.Form, g.Form),
			cmp.Compare(measureOrder(f.Measure), measureOrder(g.Measure)))
	})
	if len(order) == 0 {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.diff.no_figure"))
		return
	}
	a.tellYears(order, sum)
	a.list("cmd.diff.figures", a.figureLines(order, sum))
}

// tellYears says how many awards each year gained or lost in all.
func (a *app) tellYears(order []shownFigure, sum map[shownFigure]*office.FigureChange) {
	years := map[int64]int64{}
	for _, k := range order {
		if k.measure == "award_count" {
			years[k.year] += sum[k].Difference()
		}
	}
	var words []string
	for _, year := range slices.Sorted(maps.Keys(years)) {
		words = append(words, a.yearOf(year)+": "+a.signed(years[year]))
	}
	if len(words) > 0 {
		fmt.Fprintln(a.Out, a.texts.Get("cmd.diff.years", strings.Join(words, "; ")))
	}
}

// figureLines gives a line for each unit, year and form: its awards, and under it the parts that changed with them.
func (a *app) figureLines(order []shownFigure, sum map[shownFigure]*office.FigureChange) []string {
	var lines []string
	place := shownFigure{}
	for at := 0; at < len(order); {
		k, f := order[at], sum[order[at]]
		line := "  " + a.formName(*f)
		if k.measure == "award_count" {
			line += fmt.Sprintf(": %s → %s (%s)", a.count(f.Before), a.count(f.After), a.signed(f.Difference()))
			at++
		}
		var others []string
		for ; at < len(order) && order[at].unit == k.unit && order[at].year == k.year && order[at].form == k.form; at++ {
			o := sum[order[at]]
			others = append(others, fmt.Sprintf("%s %s → %s", a.texts.Get("measure."+o.Measure), a.count(o.Before), a.count(o.After)))
		}
		for _, words := range wrapped(others, "; ", 88) {
			line += "\n        " + words
		}
		if of := (shownFigure{unit: k.unit, year: k.year}); of != place {
			place = of
			line = fmt.Sprintf("%s, %s   %s\n  %s", f.UnitName, a.yearOf(k.year), a.texts.Get("cmd.diff.trace", f.Mart()), line)
		}
		lines = append(lines, line)
	}
	return lines
}

// wrapped joins words into lines of about so many letters.
func wrapped(words []string, between string, width int) []string {
	var lines []string
	for _, w := range words {
		last := len(lines) - 1
		if last < 0 || utf8.RuneCountInString(lines[last]+between+w) > width {
			lines = append(lines, w)
			continue
		}
		lines[last] += between + w
	}
	return lines
}

// tellCellsChanged prints what each cell adds to the counts that people read first, under its file and sheet.
func (a *app) tellCellsChanged(cells []office.CellChange) {
	var lines []string
	place := ""
	for _, x := range cells {
		if x.Fact != "beneficiary" || strings.HasSuffix(x.Measure, "_unknown_count") {
			continue
		}
		line := fmt.Sprintf("  %s: %s → %s   %s, %s", x.Cell, a.count(x.Before), a.count(x.After), a.formName(x.FigureChange), a.texts.Get("measure."+x.Measure))
		at := finding.OneLine(x.File)
		if x.Sheet != "" {
			at += "!" + x.Sheet
		}
		if at += fmt.Sprintf(" (%s, %s)", x.UnitName, a.yearOf(x.Year)); at != place {
			place = at
			line = at + "\n  " + line
		}
		lines = append(lines, line)
	}
	a.list("cmd.diff.cells", lines)
}

// measures in the order of the statistical form.
var measures = strings.Fields(`award_count collective_count enterprise_count household_count individual_count
	leader_ministry_province_count leader_department_count entrepreneur_count leader_other_count direct_worker_count
	leader_any_count not_leader_count woman_count youth_count`)

func measureOrder(name string) int {
	if at := slices.Index(measures, name); at >= 0 {
		return at
	}
	return len(measures)
}

func (a *app) formName(f office.FigureChange) string {
	if a.lang == "en" {
		return f.FormEN
	}
	return f.FormVI
}

func (a *app) yearOf(year int64) string {
	if year == 0 {
		return a.texts.Get("page.year_unknown")
	}
	return fmt.Sprint(year)
}

// count words an amount; what nobody stated is a dash, never 0.
func (a *app) count(n *int64) string {
	if n == nil {
		return "–"
	}
	return a.number(*n)
}

func (a *app) signed(n int64) string {
	if n > 0 {
		return "+" + a.number(n)
	}
	return a.number(n)
}

func plus(a, b *int64) *int64 {
	if a == nil || b == nil {
		return cmp.Or(a, b)
	}
	sum := *a + *b
	return &sum
}

func sameCount(a, b *int64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// tellTurned prints the returns that were there before and changed their status since the last build, and why.
func (a *app) tellTurned(c office.Change) {
	var lines []string
	for _, r := range c.Returns {
		if r.Before != "" {
			lines = append(lines, fmt.Sprintf("%s · %s: %s → %s%s", finding.OneLine(r.File), a.formOfReturn(r.Form), a.standing(r.Before), a.standing(r.After), a.why(r, c.Findings)))
		}
	}
	a.list("cmd.diff.turned", lines)
}

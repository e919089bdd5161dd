package report

import (
	"fmt"
	"slices"

	"tdkt/charts/hue"
)

// chartSections are the pictures. Each stands after the words or the table that has its numbers.
var chartSections = map[string]section{
	"chart_forms":      {(*composer).chartForms, []string{"dim-form", "completeness-year", "by-beneficiary", "by-form-year"}},
	"chart_units":      {(*composer).chartUnits, []string{"completeness-year", "by-beneficiary", "by-unit"}},
	"chart_series":     {(*composer).chartSeries, []string{"completeness-year", "law-breaks", "by-beneficiary"}},
	"chart_recipients": {(*composer).chartRecipients, []string{"completeness-year", "law-breaks", "by-beneficiary"}},
}

// chartForms draws the forms with most awards.
func (c *composer) chartForms() {
	y := years(c.in.Period)
	c.ranked("forms", c.say("report.figure.forms", c.period()), c.members("dim-form", "form_code", "form"), func(code string) Formula {
		return c.over(y, "mart_form_year", "award_count", "form_code", code)
	}, c.people0("award_count"))
}

// chartUnits draws the units with most awards.
func (c *composer) chartUnits() {
	members, _ := c.unitsOf()
	c.ranked("units", c.say("report.figure.units", c.period()), members, func(code string) Formula { return c.unit("award_count", code) }, c.people0("award_count"))
}

// years are those of the series.
func (c *composer) years() []int {
	all, _ := c.seriesYears()
	return all
}

// categories are the years of the series. A year whose figures are not all there is hatched, and says so.
func (c *composer) categories() (all []Category, provisional bool) {
	for _, y := range c.years() {
		label, final := c.yearHead(y)
		all = append(all, Category{label, !final})
		provisional = provisional || !final
	}
	return all, provisional
}

// seriesStated tells in how many years of the series anything is stated: of one there is nothing to compare.
func (c *composer) seriesStated() (n int) {
	for _, y := range c.years() {
		if c.stated(c.over([]int{y}, "mart_beneficiary_year", "award_count")) {
			n++
		}
	}
	return n
}

// chartSeries draws all awards of each year.
func (c *composer) chartSeries() {
	if c.seriesStated() < 2 {
		return
	}
	all := c.years()
	first, last := fmt.Sprint(all[0]), fmt.Sprint(all[len(all)-1])
	ch := &Chart{Of: "series", Kind: Columns, Alt: c.say("report.figure.alt.series", first, last), Series: []Series{{Name: c.say("report.series.col.awards"), Colour: hue.Accent}}}
	var provisional bool
	ch.Categories, provisional = c.categories()
	for _, y := range all {
		ch.Series[0].Points = append(ch.Series[0].Points, c.point(c.over([]int{y}, "mart_beneficiary_year", "award_count")))
	}
	c.chart(ch, c.say("report.figure.series", first, last), c.seriesNote(provisional))
}

// seriesNote says where the numbers of a picture over years come from and what its looks say.
func (c *composer) seriesNote(provisional bool) []Span {
	all := c.years()
	note := c.spans("report.figure.source", parts{"n": c.num(Count, c.over(all, "mart_beneficiary_year", "award_count"))})
	if provisional {
		note = sentences(note, words(c.say("report.figure.hatched")))
	}
	if len(c.breaks(all[0], all[len(all)-1])) > 0 {
		note = sentences(note, words(c.say("report.figure.breaks")))
	}
	return note
}

// chartRecipients draws of which kinds the recipients of each year are. What returns do not split is a part of its own.
func (c *composer) chartRecipients() {
	if c.seriesStated() < 2 {
		return
	}
	all := c.years()
	first, last := fmt.Sprint(all[0]), fmt.Sprint(all[len(all)-1])
	ch := &Chart{Of: "recipients", Kind: Parts, Alt: c.say("report.figure.alt.recipients", first, last)}
	var provisional bool
	ch.Categories, provisional = c.categories()
	part := func(key, colour string, of func(y []int) Formula) {
		s := Series{Name: c.say("report.series.col." + key), Colour: colour, Dotted: key == "rest"}
		stated := false
		for _, y := range all {
			p := c.point(of([]int{y}))
			s.Points = append(s.Points, p)
			stated = stated || p.Amount.Stated
		}
		if stated {
			ch.Series = append(ch.Series, s)
		}
	}
	count := func(measure string) func(y []int) Formula {
		return func(y []int) Formula { return c.over(y, "mart_beneficiary_year", measure) }
	}
	part("persons", hue.Accent, count("individual_count"))
	part("collectives", hue.Focus, count("collective_count"))
	part("households", hue.Before, count("household_count"))
	part("rest", hue.Unknown, func(y []int) Formula {
		return count("award_count")(y).rest(count("individual_count")(y), count("collective_count")(y), count("household_count")(y))
	})
	note := c.seriesNote(provisional)
	if slices.ContainsFunc(ch.Series, func(s Series) bool { return s.Dotted }) {
		note = sentences(note, words(c.say("report.figure.rest_of_parts")))
	}
	c.chart(ch, c.say("report.figure.recipients", first, last), note)
}

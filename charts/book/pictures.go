package book

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/charts"
)

// picture is a native chart over cells of its own sheet: the rows from the first on, each series a column.
type picture struct {
	kind           excelize.ChartType
	title          string
	across, up     string // what the categories are, what is counted
	rows           int
	series         []series
	keys           bool // series are told by a legend
	values         bool // every part carries its number
	percentOfWhole bool
}

type series struct {
	col         int
	colour      string
	provisional []bool // by row: hatched
	grey        int    // the row of what is not known, from 1; 0 for none
}

// pictureRows is how many rows of a sheet a chart covers at least, over the cells that it is drawn from.
const pictureRows = 25

// pictureWidth is the width of the columns of a picture's sheet together; the chart is as wide.
const pictureWidth = 125

// numberWidth is the width of a column of numbers beside a picture's categories.
const numberWidth = 25

// topBars is how many bars a picture has at most; what comes after them is told in a row below.
const topBars = 15

// pictureSheet is a sheet that is looked at: its title says what is seen.
func (c *composer) pictureSheet(key, finding string, rows int) *sheet {
	s := c.sheet("chart_"+key, yearText(c.in.years()[0]), yearText(c.in.Year))
	if finding != "" {
		s.title = finding
	}
	s.about = c.about("year")
	s.head = firstHead + max(rows, pictureRows)
	return s
}

// seriesPicture: columns, a year each.
func (c *composer) seriesPicture(from *sheet) *sheet {
	years := c.in.years()
	s := c.pictureSheet("series", c.seriesFinding(), pictureRows)
	s.about = from.about
	s.column(c.say("report.col.year"), pictureWidth-numberWidth)
	s.column(c.say("book.axis.awards"), numberWidth)
	p := &picture{kind: excelize.Col, across: c.say("book.axis.year"), up: c.say("book.axis.awards"), rows: len(years), values: true,
		title: c.say("book.picture.series", yearText(years[0]), yearText(c.in.Year))}
	bars := series{col: 1, colour: charts.Colours().Accent}
	for i, y := range years {
		s.line(c.in.marked(y)).add(refTo(from, 1, from.head+1+i)).end()
		bars.provisional = append(bars.provisional, c.in.completeness(y).Provisional)
	}
	p.series = []series{bars}
	return c.drawn(s, p, from)
}

// bars: members of the year, most first, beside the year before where it is known of them.
func (c *composer) bars(key string, from *sheet, col int, all []member, of func(year int, code string) cell, rowOf map[string]int, total cell) *sheet {
	y, before := c.in.Year, c.in.Before
	sorted := byCount(all, func(code string) cell { return of(y, code) })
	shown := sorted[:min(topBars, len(sorted))]
	compared := before != 0 && key == "forms" && len(having(shown, func(code string) []cell { return []cell{of(before, code)} })) > 0
	rows := 9 + len(shown)*3/2
	if compared {
		rows = 8 + len(shown)*9/5
	}
	s := c.pictureSheet(key, c.mostFinding(sorted, of, total), rows)
	s.column(from.cols[0].head, pictureWidth-numberWidth)
	s.column(c.say("book.axis.awards")+"\n"+yearText(y)+", "+c.in.standing(y), numberWidth)
	colours := charts.Colours()
	p := &picture{kind: excelize.Bar, across: from.cols[0].head, up: c.say("book.axis.awards"), rows: len(shown), values: true,
		title: c.say("book.picture."+key, c.in.marked(y))}
	p.series = []series{{col: 1, colour: colours.Accent, provisional: repeated(c.in.completeness(y).Provisional, len(shown)),
		grey: 1 + slices.IndexFunc(shown, func(m member) bool { return m.Code == unknownCode })}}
	if compared {
		s.cols[0].width -= numberWidth
		s.column(c.say("book.axis.awards")+"\n"+yearText(before)+", "+c.in.standing(before), numberWidth)
		p.keys = true
		p.series = append(p.series, series{col: 2, colour: colours.Before, provisional: repeated(c.in.completeness(before).Provisional, len(shown))})
	}
	for _, m := range shown {
		l := s.line(m.Label).add(refTo(from, col, rowOf[m.Code]))
		if compared {
			l.add(c.earlier(from, before, rowOf[m.Code], of(before, m.Code)))
		}
		l.end()
	}
	c.drawn(s, p, from)
	if hidden := len(sorted) - len(shown); hidden > 0 {
		s.notes = append([]string{c.say("book.note.top", c.count(int64(len(shown))), c.count(int64(hidden)))}, s.notes...)
	}
	return s
}

// earlier is a figure of the year compared: from the sheet of the series where that has the year, else as it is.
func (c *composer) earlier(from *sheet, year, row int, own cell) cell {
	if i := slices.Index(c.in.years(), year); i >= 0 {
		return refTo(from, 1+i, row)
	}
	return own
}

// stacked: what each year is made of, its parts as shares of the whole.
func (c *composer) stacked(key, finding string, from *sheet, members []member) *sheet {
	years := c.in.years()
	s := c.pictureSheet(key, finding, pictureRows)
	s.about = c.say("book.about." + map[bool]string{true: "people", false: "series"}[key == "classes"])
	each := min(15, (pictureWidth-28)/max(float64(len(members)), 1))
	s.column(c.say("report.col.year"), pictureWidth-each*float64(len(members)))
	p := &picture{kind: excelize.ColPercentStacked, across: c.say("book.axis.year"), up: c.say("book.axis.share_of_" + map[bool]string{true: "people", false: "awards"}[key == "classes"]),
		rows: len(years), keys: true, percentOfWhole: true, title: c.say("book.picture."+key, yearText(years[0]), yearText(c.in.Year))}
	colours := charts.Colours()
	for i, m := range members {
		s.column(m.Label, each)
		colour := m.Colour
		switch {
		case m.unknown():
			colour = colours.Unknown
		case colour == "":
			colour = colours.Accent
		}
		p.series = append(p.series, series{col: 1 + i, colour: colour})
	}
	for i, y := range years {
		l := s.line(c.in.marked(y))
		for m := range members {
			l.add(refTo(from, 1+i, from.head+1+m))
		}
		l.end()
	}
	return c.drawn(s, p, from)
}

// marksPicture: of the individuals of the year, how many are, how many are not, of how many it is not known.
func (c *composer) marksPicture(from *sheet) *sheet {
	years := len(c.in.years())
	s := c.pictureSheet("marks", c.marksFinding(), pictureRows)
	s.column(c.say("book.col.mark"), pictureWidth-3*numberWidth)
	for _, key := range []string{"yes", "unknown", "no_mark"} {
		s.column(c.say("book.col."+key), numberWidth)
	}
	colours := charts.Colours()
	p := &picture{kind: excelize.BarPercentStacked, across: c.say("book.col.mark"), up: c.say("book.axis.share_of_people"), rows: len(marks), keys: true, values: true, percentOfWhole: true,
		title:  c.say("book.picture.marks", c.in.marked(c.in.Year)),
		series: []series{{col: 1, colour: colours.Accent}, {col: 2, colour: colours.Unknown}, {col: 3, colour: colours.Pale}}}
	for i, m := range marks {
		row := from.head + i*years + years
		all := c.all(c.in.Year, "individual_count")
		yes, unknown := refTo(from, 2, row), refTo(from, 4, row)
		l := s.line(c.say("book.mark."+m.key)).add(yes, unknown)
		no := cell{kind: count}
		if n, ok := all.number(); ok && yes.value != nil && unknown.value != nil {
			no.value = n - yes.value.(int64) - unknown.value.(int64)
			no.formula = "'" + from.name + "'!" + name(3, row) + "-" + l.ref(1) + "-" + l.ref(2)
		}
		l.add(no).end()
	}
	c.drawn(s, p, from)
	s.notes = append([]string{c.say("book.note.marks")}, s.notes...)
	return s
}

// drawn puts a picture on its sheet, unless nothing is stated that it could show.
func (c *composer) drawn(s *sheet, p *picture, from *sheet) *sheet {
	stated := false
	for _, r := range s.rows {
		for _, x := range r.cells[1:] {
			stated = stated || x.value != nil
		}
	}
	if !stated {
		s.rows, s.head = nil, firstHead
	} else {
		s.picture = p
	}
	s.notes = append(s.notes, c.say("book.note.picture", from.name), c.say("book.note.hatched"))
	return s
}

func repeated(b bool, n int) []bool {
	all := make([]bool, n)
	for i := range all {
		all[i] = b
	}
	return all
}

// seriesFinding says how many there were; a rise or fall only where both years are complete.
func (c *composer) seriesFinding() string {
	y := c.in.Year
	n, ok := c.all(y, "award_count").number()
	if !ok {
		return ""
	}
	now, before := c.in.completeness(y), c.in.completeness(y-1)
	m, known := c.all(y-1, "award_count").number()
	final := now.Expected > 0 && before.Expected > 0 && !now.Provisional && !before.Provisional
	switch {
	case !final || !known || m == 0:
		return c.say("book.finding.count", yearText(y), c.count(n), c.in.standing(y))
	case n == m:
		return c.say("book.finding.same", yearText(y), c.count(n), yearText(y-1))
	case n > m:
		return c.say("book.finding.more", yearText(y), c.count(n), c.percent(n-m, m), yearText(y-1))
	}
	return c.say("book.finding.fewer", yearText(y), c.count(n), c.percent(m-n, m), yearText(y-1))
}

// mostFinding names the known member that has most.
func (c *composer) mostFinding(all []member, of func(year int, code string) cell, total cell) string {
	m, n, found := most(all, func(code string) cell { return of(c.in.Year, code) })
	whole, stated := total.number()
	if !found || !stated || whole == 0 {
		return ""
	}
	return c.say("book.finding.most", m.Label, c.count(n), c.count(whole), c.percent(n, whole), yearText(c.in.Year))
}

// partFinding names the largest known part of a measure in the year, and tells how much is not known: before it where that is more.
func (c *composer) partFinding(measure string, all []member, of func(year int, code string) cell) string {
	m, n, found := most(all, func(code string) cell { return of(c.in.Year, code) })
	whole, stated := c.all(c.in.Year, measure).number()
	if !found || !stated || whole == 0 {
		return ""
	}
	unknown := int64(0)
	for _, x := range all {
		if x.unknown() {
			unknown, _ = of(c.in.Year, x.Code).number()
		}
	}
	key := "part"
	switch {
	case unknown > n:
		key = "known_part"
	case unknown == 0:
		key = "most"
	}
	if measure == "individual_count" {
		key += "_people"
	}
	return c.say("book.finding."+key, m.Label, c.count(n), c.count(whole), c.percent(n, whole), yearText(c.in.Year), c.percent(unknown, whole))
}

// marksFinding tells each mark with its unknown part.
func (c *composer) marksFinding() string {
	whole, ok := c.all(c.in.Year, "individual_count").number()
	if !ok || whole == 0 {
		return ""
	}
	var parts []string
	for _, m := range marks {
		yes, known := c.all(c.in.Year, m.yes).number()
		if !known {
			continue
		}
		unknown, _ := c.all(c.in.Year, m.unknown).number()
		parts = append(parts, c.say("book.finding.mark", c.say("book.mark."+m.key), c.percent(yes, whole), c.percent(unknown, whole)))
	}
	if parts == nil {
		return ""
	}
	return c.say("book.finding.marks", c.count(whole), strings.Join(parts, "; "))
}

package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tdkt/data"
	"tdkt/queries/table"
)

// What names of places in a template begin with.
const (
	placeSection = "muc:"  // a section with its heading
	placeInside  = "than:" // a section without its heading
	placeRows    = "bang:" // the rows of the first table of a section, in the row of a table of the template
	placeFigure  = "so:"   // any figure by its id
)

var placePrefixes = []string{placeSection, placeInside, placeRows, placeFigure}

// sectionPlaces are the names of sections in templates. One that is not listed goes by its own name with dashes.
var sectionPlaces = map[string]string{
	"opening": "mo-dau", "completeness": "muc-day-du", "period_completeness": "muc-day-du-ky", "general": "ket-qua-chung", "forms": "theo-hinh-thuc", "people": "theo-doi-tuong",
	"achievements": "theo-thanh-tich", "units": "theo-don-vi", "changes": "so-voi-ky-truoc", "series": "cac-nam", "chart_forms": "hinh-hinh-thuc",
	"chart_units": "hinh-don-vi", "chart_series": "hinh-cac-nam", "chart_recipients": "hinh-doi-tuong", "annex_forms": "phu-luc-hinh-thuc",
	"annex_achievements": "phu-luc-thanh-tich", "annex_units": "phu-luc-don-vi", "annex_clusters": "phu-luc-cum-khoi", "annex_series": "phu-luc-cac-nam",
	"annex_returns": "phu-luc-bao-cao-thieu", "annex_words": "cach-tinh", "annex_period_words": "cach-tinh-ky", "period_general": "ket-qua-ky", "period_forms": "hinh-thuc-trong-ky",
	"period_limits": "dieu-chua-noi-duoc",
}

// notPlaces are sections that a template has of its own: its head, its end, what people write.
var notPlaces = []string{"letterhead", "closing", "leadership", "judgement"}

// sectionPlace is the name of a section in templates.
func sectionPlace(section string) string {
	if name, ok := sectionPlaces[section]; ok {
		return name
	}
	return strings.ReplaceAll(section, "_", "-")
}

// shortNumber is a number that templates name shortly.
type shortNumber struct {
	name  string
	shape Shape
	of    func(*composer) Formula
}

func people0(measure string) func(*composer) Formula {
	return func(c *composer) Formula { return c.people0(measure) }
}

// sharePeople is a count as a part of the individuals.
func sharePeople(measure string) func(*composer) Formula {
	return func(c *composer) Formula { return c.people0(measure).share(c.people0("individual_count")) }
}

// shortNumbers are told of whole years only: by other periods there are sections and figures by their ids.
var shortNumbers = []shortNumber{
	{"tong-so", Count, people0("award_count")},
	{"tong-so-ky-truoc", Count, func(c *composer) Formula { return c.peopleBefore("award_count") }},
	{"tang-giam", RisenBy, func(c *composer) Formula { return c.people0("award_count").less(c.peopleBefore("award_count")) }},
	{"ty-le-tang-giam", Risen, func(c *composer) Formula { return c.people0("award_count").change(c.peopleBefore("award_count")) }},
	{"tap-the", Count, people0("collective_count")},
	{"ho-gia-dinh", Count, people0("household_count")},
	{"ca-nhan", Count, people0("individual_count")},
	{"cap-nha-nuoc", Count, func(c *composer) Formula { return c.level(years(c.in.Period), "nha_nuoc") }},
	{"cap-tinh", Count, func(c *composer) Formula { return c.level(years(c.in.Period), "tinh") }},
	{"truc-tiep", Count, people0("direct_worker_count")},
	{"ty-le-truc-tiep", Share, sharePeople("direct_worker_count")},
	{"chua-ro-truc-tiep", Share, sharePeople("class_unknown_count")},
	{"nu", Count, people0("woman_count")},
	{"ty-le-nu", Share, sharePeople("woman_count")},
	{"chua-ro-nu", Share, sharePeople("woman_unknown_count")},
	{"thanh-nien", Count, people0("youth_count")},
	{"ty-le-thanh-nien", Share, sharePeople("youth_count")},
	{"chua-ro-thanh-nien", Share, sharePeople("youth_unknown_count")},
	{"don-vi-du", Count, func(c *composer) Formula { _, complete, _ := c.completeOf(c.in.Period); return complete }},
	{"don-vi-phai-gui", Count, func(c *composer) Formula { expected, _, _ := c.completeOf(c.in.Period); return expected }},
}

// texts are places filled with words.
func (c *composer) placeTexts() map[string]string {
	nam := yearText(c.in.Period.From)
	if c.in.Period.From != c.in.Period.To {
		nam += "-" + yearText(c.in.Period.To)
	}
	compare := ""
	if !c.in.Compare.IsZero() {
		compare = c.compare()
	}
	return map[string]string{"tinh": c.in.Province, "nam": nam, "ky": c.period(), "ky-so-sanh": compare, "ban": c.in.Texts["report.board"], "ban-dung": c.build}
}

// numbersHere are the short numbers that the queries of the kind of report tell.
func (c *composer) numbersHere() map[string]Number {
	all := map[string]Number{}
	for _, n := range shortNumbers {
		faults := len(c.faults)
		if !c.in.Whole() {
			continue
		}
		c.reads = c.queries()
		f := n.of(c)
		if len(c.faults) > faults || len(f.Plus) == 0 {
			c.faults = c.faults[:faults]
			continue
		}
		all[n.name] = Number{f, n.shape, c.value(f)}
	}
	return all
}

// queries are all that the kind of report names.
func (c *composer) queries() (names []string) {
	for _, f := range c.in.Feeds() {
		names = append(names, f.Query)
	}
	return names
}

// sectionsHere are the sections of the kind of report that a template can name.
func (c *composer) sectionsHere() map[string]string {
	all := map[string]string{}
	for _, s := range sectionsOf(c.in.Kind.Sections) {
		if !slices.Contains(notPlaces, s) {
			all[sectionPlace(s)] = s
		}
	}
	return all
}

// PlaceInfo is a place that a template can have: its name and what is put there.
type PlaceInfo struct{ Name, Means string }

// Places lists what templates for a report can name, in the order in which they are told: texts, numbers, sections.
func Places(in Input) ([]PlaceInfo, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	c := newComposer(in)
	var all []PlaceInfo
	texts := c.placeTexts()
	for _, name := range []string{"tinh", "nam", "ky", "ky-so-sanh", "ban", "ban-dung"} {
		all = append(all, PlaceInfo{"{{" + name + "}}", c.say("report.places."+name) + ": " + texts[name]})
	}
	numbers := c.numbersHere()
	for _, n := range shortNumbers {
		if has, ok := numbers[n.name]; ok {
			all = append(all, PlaceInfo{"{{" + n.name + "}}", c.say("report.places."+n.name) + ": " + has.Shape.Write(in.Lang, has.Amount)})
		}
	}
	sections := c.sectionsHere()
	for _, name := range slices.Sorted(maps.Keys(sections)) {
		blocks, heading, err := c.blocksOf(sections[name])
		if err != nil {
			return nil, err
		}
		if heading == "" {
			heading = titleOf(blocks)
		}
		if heading == "" { // it has words alone
			heading = c.say("report.places.words")
		}
		all = append(all, PlaceInfo{"{{" + placeSection + name + "}}", heading})
	}
	all = append(all, PlaceInfo{"{{" + placeInside + "…}}", c.say("report.places.inside")}, PlaceInfo{"{{" + placeRows + "…}}", c.say("report.places.rows")},
		PlaceInfo{"{{" + placeFigure + "mart_form_year/award_count?award_year=…}}", c.say("report.places.figure")})
	if len(c.faults) > 0 {
		return nil, fmt.Errorf("report: %s", strings.Join(c.faults, "; "))
	}
	return all, nil
}

// titleOf is what stands over a table or under a chart.
func titleOf(blocks []Block) string {
	for _, b := range blocks {
		if b.Style == Caption || b.Style == Annex {
			if b.Style == Annex {
				return b.Spans[len(b.Spans)-1].Text
			}
			_, title, _ := strings.Cut(textOf(b.Spans), ". ") // without its number, which is that of its place
			return title
		}
	}
	return ""
}

// blocksOf are the blocks of a section, and its heading. Tables and charts are numbered on from those before.
func (c *composer) blocksOf(section string) (blocks []Block, heading string, err error) {
	was, faults := c.blocks, len(c.faults)
	c.blocks = nil
	c.reads, c.name = registry[section].reads, section
	registry[section].write(c)
	blocks, c.blocks = c.blocks, was
	if len(c.faults) > faults {
		return nil, "", fmt.Errorf("report: %s", strings.Join(c.faults[faults:], "; "))
	}
	if len(blocks) > 0 && slices.Contains([]Style{Part, Section, Point}, blocks[0].Style) {
		heading = textOf(blocks[0].Spans)
	}
	return blocks, heading, nil
}

// nearest is the known name that goes on after one that is not known, else the one most like it; "" where none is alike.
func nearest(name string, known []string) string {
	best, least := "", len(data.Key(name))/2+1
	for _, k := range known {
		if strings.HasPrefix(k, name) && len(name) > len(placeSection) {
			return k
		}
		if d := data.EditDistance(data.Key(name), data.Key(k)); d < least {
			best, least = k, d
		}
	}
	return best
}

// figureNumber is a figure by its id.
func figureNumber(id string, of Lookup) (Number, error) {
	if _, err := table.ParseFigure(id); err != nil {
		return Number{}, err
	}
	f := Formula{Plus: []string{id}}
	return Number{f, Count, f.Value(of)}, nil
}

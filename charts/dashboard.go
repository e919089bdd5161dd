package charts

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"tdkt/queries/table"
)

//go:embed assets
var assets embed.FS

// pageData is what the script of the page reads.
type pageData struct {
	Lang         string             `json:"lang"`
	Texts        map[string]string  `json:"texts"`
	Years        []int              `json:"years"`
	Newest       int                `json:"newest"`
	Units        []unit             `json:"units"`
	Boundaries   []boundary         `json:"boundaries"`
	Forms        []member           `json:"forms"`
	Families     []member           `json:"families"`
	Clusters     []emulationCluster `json:"clusters"`
	Levels       []member           `json:"levels"`
	Achievements []member           `json:"achievements"`
	Classes      []member           `json:"classes"`
	Measures     []string           `json:"measures"`
	Kinds        []string           `json:"kinds"`
	Obligations  []obligation       `json:"obligations"`
	Open         []int              `json:"open"` // years not over on the day of the last receipt
	AsOf         string             `json:"asOf,omitempty"`
	Findings     []findingCount     `json:"findings"`
	Differences  []difference       `json:"differences"`
	Compared     map[int]int        `json:"compared"` // comparisons of each year
	Breaks       []yearBreak        `json:"breaks"`
	Look         look               `json:"look"`
	Options      map[string]any     `json:"options"`
	Readers      []reader           `json:"readers"`
	Own          *int               `json:"own,omitempty"` // the unit whose page it is
}

// page is what the template reads.
type page struct {
	In                  Input
	Lang, Title, Agency string
	Heading             string
	Own                 bool // the page of one unit
	Build, Policy       string
	Years               []choice
	Units               []unitGroup
	Boundaries          []choice
	Ends                []choice // years in which a span may end
	More                []filter
	Readers             []choice
	Head                *pageHead
	Panels              []panelWords
	Foot                []string
	CSS                 template.CSS
	Data, Cubes, Places template.JS // packed, see pack.go and places_pack.go
	Library, Script     template.JS // packed too: loader.js unpacks and runs them
	Early, Loader       template.JS
	Live                template.JS // of the page of a server only
}

type choice struct{ Value, Name string }

// filter is a control of the page: a choice among members, in groups where they have names.
type filter struct {
	ID, Title string
	Groups    []choiceGroup
}

type choiceGroup struct {
	Name    string
	Choices []choice
}

type unitGroup struct {
	Name  string
	Units []unit
}

type panelWords struct {
	panel
	Title, Sub string // of the panel, whatever it shows
	Chart      bool
	View       Picture // what the page opens with
	First      bool    // it is seen then
}

// T is the text of a key.
func (p page) T(key string) string { return p.In.say(key) }

// Dashboard writes the page: one HTML file that holds its figures, words, drawing library and script.
func Dashboard(w io.Writer, in Input) error {
	drawn, err := Draw(in)
	if err != nil {
		return err
	}
	return DashboardWith(w, in, drawn)
}

// DashboardWith writes the page of an input that is drawn already.
func DashboardWith(w io.Writer, in Input, drawn Drawn) error {
	f, err := gather(in)
	if err != nil {
		return err
	}
	from, err := placesOf(in, f, f)
	if err != nil {
		return err
	}
	return writePage(w, in, f, from, drawn)
}

// writePage writes the page of figures, with where they come from.
func writePage(w io.Writer, in Input, f figures, from places, drawn Drawn) error {
	p := page{
		In: in, Lang: in.Lang, Agency: in.say("page.agency", in.Province), Heading: in.say("page.title"),
		Build: in.say("page.foot.build", f.Build), Years: yearChoices(in, f), Units: unitGroups(f.Units),
	}
	if f.Own != nil {
		p.Heading, p.Own = f.Units[*f.Own].Label, true
	}
	p.Title = p.Heading + " – " + p.Agency
	p.Boundaries = []choice{{reported, in.say("page.boundaries.reported")}}
	for _, v := range f.Boundaries {
		p.Boundaries = append(p.Boundaries, choice{v.Code, capital(v.Label)})
	}
	p.Ends = slices.DeleteFunc(slices.Clone(p.Years), func(c choice) bool { return c.Value == "" || c.Value == "0" })
	p.More = moreFilters(in, f)
	for _, r := range readers() {
		p.Readers = append(p.Readers, choice{r.ID, in.say("page.reader." + r.ID)})
	}
	p.Head, p.Panels = drawn.head, wordsOf(in, readers()[0], drawn)
	if f.Own != nil {
		p.Panels = wordsOf(in, readerOf("unit"), drawn)
	}
	for _, key := range []string{"source", "counted", "ratio", "youth", "direct", "blank"} {
		p.Foot = append(p.Foot, in.say("page.foot."+key))
	}
	p.Foot = append(p.Foot, in.notes()...)
	if err := p.embed(in, f, from); err != nil {
		return err
	}
	tmpl, err := template.ParseFS(assets, "assets/page.html", "assets/live.html")
	if err != nil {
		return fmt.Errorf("charts: %w", err)
	}
	if err := tmpl.Execute(w, p); err != nil {
		return fmt.Errorf("charts: dashboard: %w", err)
	}
	return nil
}

// wordsOf are the panels of the page: first those of the reader for whom it opens, in that order.
func wordsOf(in Input, first reader, drawn Drawn) []panelWords {
	all := panels()
	place := func(id string) int {
		if i := slices.Index(first.Panels, id); i >= 0 {
			return i
		}
		return len(first.Panels)
	}
	slices.SortStableFunc(all, func(a, b panel) int { return place(a.ID) - place(b.ID) })
	var words []panelWords
	for _, d := range all {
		w := panelWords{panel: d, Title: in.say("page.panel." + d.ID + ".title"), Sub: in.say("page.panel." + d.ID + ".sub"), Chart: d.Draw != ""}
		if i := slices.IndexFunc(drawn.Pictures, func(p Picture) bool { return p.ID == d.ID }); i >= 0 {
			w.View, w.First = drawn.Pictures[i], slices.Contains(first.Panels, d.ID)
		}
		words = append(words, w)
	}
	return words
}

// reported is the view of boundaries in which each figure stands under the unit of its return.
const reported = "reported"

// capital is a text with its first letter as at the head of a line.
func capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}

// Scripts in the order in which they are read. What is pure touches no page, so that the program draws the same
// pictures without a browser (engine.go); the rest needs one.
var (
	pureScripts = []string{"cube.js", "panels.js", "sentences.js", "headlines.js", "returns.js", "campaign.js", "pictures.js", "pictures_units.js", "patterns.js", "options.js", "options_more.js", "options_cells.js", "still.js"}
	pageScripts = []string{"pack.js", "drilldata.js", "takeaway.js", "draw.js", "drill.js", "focus.js", "columns.js", "paper.js", "page.js"}
)

// dataOf is what the scripts read.
func dataOf(in Input, f figures) (pageData, error) {
	l := theLook()
	asOf := ""
	if in.AsOf != (table.Date{}) {
		asOf = in.AsOf.String()
	}
	options, err := skeletons(l)
	if err != nil {
		return pageData{}, err
	}
	return pageData{
		Lang: in.Lang, Texts: pageTexts(in.Texts), Years: listed(f.Years), Newest: f.newest(),
		Units: listed(f.Units), Boundaries: listed(f.Boundaries), Forms: listed(f.Forms), Families: listed(f.Families), Clusters: listed(f.Clusters),
		Levels: listed(f.Levels), Achievements: listed(f.Achievements), Classes: listed(f.Classes), Measures: f.Measures, Kinds: recipientKinds,
		Obligations: listed(f.Obligations), Open: listed(f.Open), Findings: listed(f.Findings), Differences: listed(f.Differences), Compared: f.Compared, Breaks: listed(breaksOf(in)),
		AsOf:    asOf,
		Look:    l,
		Options: options,
		Readers: readers(),
		Own:     f.Own,
	}, nil
}

// listed is a list that JSON writes as one, also where it is empty: the scripts walk along it.
func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// embed puts style, figures and scripts into the page, and names the scripts by their hashes in
// its policy, so that nothing else in it can ever run and nothing can be fetched. Library and script stand in it packed;
// loader.js runs them once the first picture is seen.
func (p *page) embed(in Input, f figures, from places) error {
	d, err := dataOf(in, f)
	if err != nil {
		return err
	}
	data, err := json.Marshal(d)
	if err != nil {
		return fmt.Errorf("charts: dashboard: %w", err)
	}
	cubes, err := pack(f)
	if err != nil {
		return err
	}
	programs, err := packedPrograms()
	if err != nil {
		return err
	}
	if p.Data, err = packed(data); err != nil {
		return err
	}
	if p.Cubes, err = packed(cubes); err != nil {
		return err
	}
	places, err := packPlaces(from, placesBudget)
	if err != nil {
		return err
	}
	p.Places, p.Library, p.Script = quoted(places), programs[0].packed, programs[1].packed
	style, err := asset("page.css")
	if err != nil {
		return err
	}
	p.CSS = template.CSS(theLook().css() + style)
	early, err := asset("early.js")
	if err != nil {
		return err
	}
	loader, err := joined([]string{"inflate.js", "loader.js"})
	if err != nil {
		return err
	}
	p.Early, p.Loader = template.JS(early), template.JS(loader)
	p.Policy = fmt.Sprintf("default-src 'none'; script-src %s %s %s %s; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'",
		scriptHash(early), scriptHash(loader), programs[0].hash, programs[1].hash)
	if in.Live != "" {
		return p.enliven()
	}
	return nil
}

type packedProgram struct {
	packed template.JS
	hash   string
}

// packedPrograms are the library and the scripts, packed once in a run of the program: every page of a unit holds them.
var packedPrograms = sync.OnceValues(func() (all [2]packedProgram, err error) {
	library, err := asset("echarts/echarts.min.js")
	if err != nil {
		return all, err
	}
	script, err := joined(slices.Concat(pureScripts, pageScripts))
	if err != nil {
		return all, err
	}
	for i, text := range []string{library, script} {
		all[i].hash = scriptHash(text)
		if all[i].packed, err = packed([]byte(text)); err != nil {
			return all, err
		}
	}
	return all, nil
})

// packed is a part of the page that inflate.js unpacks.
func packed(raw []byte) (template.JS, error) {
	text, err := deflate(raw)
	return quoted(text), err
}

// quoted is a text without quotes as a string of JSON.
func quoted(text string) template.JS { return template.JS(`"` + text + `"`) }

// joined are scripts as one.
func joined(names []string) (string, error) {
	var all strings.Builder
	for _, name := range names {
		part, err := asset(name)
		if err != nil {
			return "", err
		}
		all.WriteString(part)
	}
	return all.String(), nil
}

func asset(name string) (string, error) {
	b, err := assets.ReadFile("assets/" + name)
	if err != nil {
		return "", fmt.Errorf("charts: %w", err)
	}
	return string(b), nil
}

func scriptHash(script string) string {
	h := sha256.Sum256([]byte(script))
	return "'sha256-" + base64.StdEncoding.EncodeToString(h[:]) + "'"
}

// pageTexts keeps the words that the script may ask for.
func pageTexts(all map[string]string) map[string]string {
	out := map[string]string{}
	for key, text := range all {
		if strings.HasPrefix(key, "page.") && !strings.HasPrefix(key, "page.foot.") && !strings.HasPrefix(key, "page.live.") {
			out[key] = text
		}
	}
	return out
}

// yearChoices: newest first, then all years; the year not known last.
func yearChoices(in Input, f figures) []choice {
	var out []choice
	for i := len(f.Years) - 1; i >= 0; i-- {
		if y := f.Years[i]; y > 0 {
			out = append(out, choice{strconv.Itoa(y), strconv.Itoa(y)})
		}
	}
	out = append(out, choice{"", in.say("page.all_years")})
	if len(f.Years) > 0 && f.Years[0] == 0 {
		out = append(out, choice{"0", in.say("page.year_unknown")})
	}
	return out
}

// recipientKinds are the kinds of recipient, in the order in which filter, pictures and tables name them.
var recipientKinds = []string{"collective", "household", "individual"}

// moreFilters are the controls beyond year, unit and boundaries.
func moreFilters(in Input, f figures) []filter {
	plain := func(members []member) []choiceGroup {
		var g choiceGroup
		for _, m := range members {
			g.Choices = append(g.Choices, choice{m.Code, m.Label})
		}
		return []choiceGroup{g}
	}
	var kinds choiceGroup
	for _, k := range recipientKinds {
		kinds.Choices = append(kinds.Choices, choice{k, in.say("page.kind." + k)})
	}
	var clusters choiceGroup
	for _, c := range f.Clusters {
		clusters.Choices = append(clusters.Choices, choice{c.Code, c.Label})
	}
	return []filter{
		{"form", in.say("page.form"), formGroups(in, f)},
		{"level", in.say("page.level"), plain(f.Levels)},
		{"achievement", in.say("page.achievement"), plain(f.Achievements)},
		{"cluster", in.say("page.cluster"), []choiceGroup{clusters}},
		{"kind", in.say("page.kind"), []choiceGroup{kinds}},
	}
}

// formGroups are the forms by family; a family of several can be chosen as one.
func formGroups(in Input, f figures) []choiceGroup {
	var groups []choiceGroup
	for _, family := range f.Families {
		g := choiceGroup{Name: family.Label}
		for _, m := range f.Forms {
			if m.Family == family.Code {
				g.Choices = append(g.Choices, choice{m.Code, m.Label})
			}
		}
		if len(g.Choices) > 1 {
			g.Choices = slices.Insert(g.Choices, 0, choice{"family:" + family.Code, in.say("page.family", family.Label)})
		}
		groups = append(groups, g)
	}
	return groups
}

// unitGroups puts the units of one province together; they are sorted so already.
func unitGroups(units []unit) []unitGroup {
	var out []unitGroup
	for _, u := range units {
		if u.silent {
			continue
		}
		if len(out) == 0 || out[len(out)-1].Name != u.Group {
			out = append(out, unitGroup{Name: u.Group})
		}
		last := &out[len(out)-1]
		last.Units = append(last.Units, u)
	}
	return out
}

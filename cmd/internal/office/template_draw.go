package office

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/charts"
	"tdkt/data"
	"tdkt/ingest/layout"
)

// drawing is one empty form being put together for a unit and a period.
type drawing struct {
	*templates
	w      wanted
	l      *layout.Layout
	days   data.Period // of the period on which the unit stands
	year   int         // in which the period ends
	offers []offer
	form   charts.TemplateForm
	lists  *[]charts.TemplateList
	fields []layout.Field // of the columns
	shown  []offer        // of the columns that are forms; else the zero offer
}

// The lists that all forms of a workbook share.
var (
	yesNo   = charts.TemplateList{Name: "co_khong", Values: []string{"Có", "Không"}}
	genders = charts.TemplateList{Name: "gioi_tinh", Values: []string{"Nam", "Nữ"}}
	// what was revoked or corrected names an award of before, which a list of choices cannot: it goes into a remark
	events  = charts.TemplateList{Name: "tinh_chat", Values: []string{"Tặng", "Truy tặng"}}
	again   = charts.TemplateList{Name: "gui_lai", Values: []string{"Báo cáo thay thế (lần 1)", "Báo cáo thay thế (lần 2)", "Báo cáo thay thế (lần 3)"}}
	nothing = charts.TemplateList{Name: "khong_co", Values: []string{"Không có trường hợp nào được khen thưởng"}}
)

// template is the workbook of a unit and period.
func (m *templates) template(w wanted) (charts.Template, error) {
	days := daysOf(w.unit, w.period)
	agency, name, err := m.letterhead(w.unit, days.To)
	if err != nil {
		return charts.Template{}, err
	}
	t := charts.Template{Lang: m.Lang, Texts: m.texts(), Title: w.unit.Name + " · " + w.period.Words("vi"),
		Lists: []charts.TemplateList{again, nothing}}
	offers := m.offers(w.unit.SenderKind(), days)
	for _, code := range w.forms {
		d := &drawing{templates: m, w: w, l: m.layout(code), days: days, year: days.To.Year, offers: offers, lists: &t.Lists}
		d.form = charts.TemplateForm{
			Sheet: m.shortName(code), Mark: d.l.MarkOf(w.period.String()), Agency: agency, Unit: name, Title: d.l.Empty.Title,
			Number: d.l.Empty.Number(days.To.Year), Period: sentence(w.period.Words("vi")),
			Dated: m.place(w.unit, days.To) + ", ngày … tháng … năm " + w.period.Days().To.Time().Format("2006"),
			Rows:  m.rows, Across: d.l.Shape == layout.FormsAcross || d.l.Shape == layout.Figures,
		}
		d.draw()
		t.Forms = append(t.Forms, d.form)
		t.Guide = append(t.Guide, d.guide())
	}
	faults, err := m.ruleGuide()
	t.Guide = append(append([]charts.GuideBlock{m.generalGuide()}, t.Guide...), faults)
	return t, err
}

func (d *drawing) draw() {
	d.offers = chosen(d.l.Empty, d.offers)
	if kind := d.l.RecipientKind; kind != "" {
		d.offers = slices.DeleteFunc(slices.Clone(d.offers), func(o offer) bool { return !d.takes(o.Form, kind, d.days.To) })
	}
	for _, c := range d.l.Empty.Columns {
		f, header := d.l.Empty.Of(d.l, c)
		if f.Forms {
			continue
		}
		d.column(f, header, offer{})
	}
	d.formColumns()
	d.widen()
	switch d.l.Shape {
	case layout.List:
		d.listChecks()
	case layout.FormsDown:
		d.linesOfForms()
		d.partsOfColumns()
	case layout.FormsAcross:
		d.linesOfMeasures()
		d.partsOfLines()
	case layout.Figures:
		d.linesOfMeasures()
		d.sectionsOfLines()
	}
}

// formColumns are the columns of which each is a form: where several are of one form they stand side by side, before the
// remarks.
func (d *drawing) formColumns() {
	var note []charts.TemplateColumn
	var noteField []layout.Field
	if n := len(d.fields); n > 0 && d.fields[n-1].Code == "note" {
		note, noteField = d.form.Columns[n-1:], d.fields[n-1:]
		d.form.Columns, d.fields, d.shown = d.form.Columns[:n-1:n-1], d.fields[:n-1:n-1], d.shown[:n-1:n-1]
	}
	for _, o := range d.offers {
		for _, c := range d.l.Empty.Columns {
			f, header := d.l.Empty.Of(d.l, c)
			if f.Forms && (f.Recipient == "" || d.takes(o.Form, f.Recipient, d.days.To)) {
				d.column(f, strings.Replace(header, "*", o.DisplayVI, 1), o)
			}
		}
	}
	if note != nil {
		d.form.Columns, d.fields, d.shown = append(d.form.Columns, note...), append(d.fields, noteField...), append(d.shown, offer{})
	}
}

// widths of the columns of words; a column of figures has its own. A list fits the width of one page.
var widths = map[string]float64{"ordinal": 5, "name": 23, "gender": 6, "birth": 11, "position": 13, "workplace": 16, "class": 17, "direct_worker": 8,
	"ethnic": 6, "religion": 6, "small_collective": 8, "kind": 9, "form": 27, "achievement": 12, "movement": 13, "authority": 12, "decision_no": 12, "decided_on": 11,
	"event": 8, "note": 10, "unit": 32, "label": 44, "row_code": 6}

// formWidth is the width of the names of forms that head the rows of a tally.
const formWidth = 38

// countWidth is the width of a column of figures whose head takes four lines.
func countWidth(head string) float64 {
	const least, most, lines = 9.5, 15, 4
	return min(max(float64(len([]rune(head)))/lines+3, least), most)
}

func (d *drawing) column(f layout.Field, header string, o offer) {
	c := charts.TemplateColumn{Code: f.Code, Head: strings.Split(header, " > "), Help: d.help(f)}
	c.Width = countWidth(c.Head[len(c.Head)-1])
	if f.Measure == "" {
		c.Width = cmp.Or(widths[f.Code], c.Width)
	}
	if o.Code != "" {
		c.Code, c.Width = o.Code+"_"+f.Code, 11
	}
	if c.Label = f.Code == d.l.LabelField(); c.Label && d.l.Shape == layout.FormsDown {
		c.Width = formWidth
	}
	switch {
	case f.Code == "ordinal":
		c.Number, c.Help = true, ""
	case c.Label && (d.l.Shape == layout.FormsDown || d.l.Shape == layout.FormsAcross || d.l.Shape == layout.Figures), f.Code == "row_code":
		c.Help = ""
	case f.Measure != "" || f.Forms || f.Left == "submissions":
		c.Fill = charts.FillCount
	default:
		d.fill(&c)
	}
	d.form.Columns, d.fields, d.shown = append(d.form.Columns, c), append(d.fields, f), append(d.shown, o)
}

// widen gives a column that stands alone under a heading room for that heading too.
func (d *drawing) widen() {
	under := func(i int) string {
		if i < 0 || i >= len(d.form.Columns) || len(d.form.Columns[i].Head) < 2 {
			return ""
		}
		return d.form.Columns[i].Head[0]
	}
	for i := range d.form.Columns {
		if head := under(i); head != "" && under(i-1) != head && under(i+1) != head {
			d.form.Columns[i].Width = max(d.form.Columns[i].Width, countWidth(head))
		}
	}
}

// fill says what is written into a column of words.
func (d *drawing) fill(c *charts.TemplateColumn) {
	choice := func(l charts.TemplateList) {
		c.Fill, c.List = charts.FillChoice, l.Name
		d.list(l)
	}
	own := func(name string, values []string) {
		choice(charts.TemplateList{Name: d.l.Code + "_" + name, Values: values})
	}
	switch c.Code {
	case "gender":
		choice(genders)
	case "direct_worker", "ethnic", "religion", "small_collective":
		choice(yesNo)
	case "event":
		choice(events)
	case "birth":
		c.Fill, c.Years = charts.FillBirth, [2]int{d.year - oldestBorn, d.year - youngestBorn}
	case "decided_on":
		c.Fill, c.Years = charts.FillDay, [2]int{d.w.period.Days().From.Year, d.year + decidedWithin}
	case "kind":
		own("kind", []string{kinds[0].text, kinds[1].text, kinds[2].text})
	case "class":
		own("class", d.classes())
	case "achievement":
		own("achievement", d.achievements())
	case "form":
		own("form", formNames(d.offers))
	case "authority":
		own("level", d.levelNames())
		own("form_level", d.pairs())
		c.List = d.l.Code + "_level"
	case "unit":
		own("unit", d.unitsBelow(d.w.unit, d.days.To))
	default:
		c.Fill = charts.FillText
	}
}

// What rules over ages and decisions leave in no doubt, in years.
const (
	oldestBorn, youngestBorn = 110, 3
	decidedWithin            = 2 // after the year of the achievement
)

// list adds a list to the workbook, once.
func (d *drawing) list(l charts.TemplateList) {
	if !slices.ContainsFunc(*d.lists, func(o charts.TemplateList) bool { return o.Name == l.Name }) {
		*d.lists = append(*d.lists, l)
	}
}

func formNames(offers []offer) (names []string) {
	for _, o := range offers {
		names = append(names, o.DisplayVI)
	}
	return names
}

// levelNames are the levels at which the forms may be decided, from the highest.
func (d *drawing) levelNames() (names []string) {
	var codes []string
	for _, o := range d.offers {
		for _, level := range o.levels {
			if !slices.Contains(codes, level) {
				codes = append(codes, level)
			}
		}
	}
	slices.SortFunc(codes, func(a, b string) int { return cmp.Compare(d.rank(a), d.rank(b)) })
	for _, code := range codes {
		names = append(names, d.levelName(code))
	}
	return names
}

// pairs are the forms with the levels at which they may be decided.
func (d *drawing) pairs() (pairs []string) {
	for _, o := range d.offers {
		for _, level := range o.levels {
			pairs = append(pairs, o.DisplayVI+"|"+d.levelName(level))
		}
	}
	return pairs
}

// unsplit is the type for tables that merge two: a list has the one or the other.
const unsplit = "chuyen_de_dot_xuat"

func (d *drawing) achievements() (names []string) {
	all := slices.Clone(d.ref.Achievements)
	slices.SortFunc(all, func(a, b data.Achievement) int { return cmp.Compare(a.Order, b.Order) })
	for _, a := range all {
		if a.Code != "chua_ro" && a.Code != unsplit {
			names = append(names, a.NameVI)
		}
	}
	return names
}

// The words by which a list tells an enterprise from other collectives.
const (
	enterpriseText = "Doanh nghiệp"
	otherText      = "Tập thể khác"
)

// classes are what the column of classes offers: the five classes of persons, whether a collective is an enterprise.
func (d *drawing) classes() (names []string) {
	if d.l.RecipientKind != "collective" {
		names = d.personClasses()
	}
	if d.l.RecipientKind != "individual" {
		names = append(names, enterpriseText, otherText)
	}
	return names
}

func (d *drawing) personClasses() (names []string) {
	all := slices.Clone(d.ref.Classes)
	slices.SortFunc(all, func(a, b data.BeneficiaryClass) int { return cmp.Compare(a.Order, b.Order) })
	for _, c := range all {
		if c.Code != "chua_ro" {
			names = append(names, c.NameVI)
		}
	}
	return names
}

package ingest

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
	"tdkt/ingest/value"
)

// congressList is the form of return of the delegates to a congress.
const congressList = "dai_bieu_dai_hoi"

// readPeople turns the rows of a list into people of whom is told and to whom nothing is given: delegates, exemplars.
func (r *reading) readPeople() {
	r.unitFromRegister()
	r.requireUnit()
	r.requireYear()
	level, levelCell := r.congressLevel()
	for _, s := range r.sheets {
		l := newList(r, s)
		l.readHeadings()
		l.readPeopleHeadings()
		l.seeTicks()
		l.seeDateOrder()
		field := l.fieldInTitle()
		for i := range s.Rows {
			if row := &s.Rows[i]; row.Kind == layout.Data && !l.hasErrors(row) {
				p := l.readPersonRow(row, field)
				if r.ret.Form == congressList {
					p.Level = level
				}
				r.people = append(r.people, p)
			}
		}
		l.checkPeopleTotals()
	}
	if r.ret.Form == congressList && level == load.Unknown && len(r.people) > 0 {
		r.find("congress-level-unknown", r.sheets[0].SheetName, levelCell, r.sheets[0].Head.Title.Text, nil)
	}
	r.checkPeopleTwice()
	for i := range r.people {
		p := &r.people[i]
		p.Unit, p.Sender = cmp.Or(p.Unit, orUnknown(r.ret.Unit)), r.ret.Sender
	}
}

// peopleYear is the year of the congress, or of which the exemplars are told: the one that the head states, else the last of
// its period.
func (r *reading) peopleYear() int {
	return cmp.Or(r.ret.ReportYear, periodEnd(r.ret.Period).Year)
}

// congressWords name a congress or a conference that stands for one, before whose it is.
var congressWords = regexp.MustCompile(`dai hoi thi dua(?: yeu nuoc)?|dai hoi tdyn|hoi nghi (?:dien hinh tien tien|(?:bieu duong|tuyen duong)(?: cac| guong)* (?:dien hinh tien tien|nguoi tot viec tot))`)

// congressOf are the words that say whose a congress is, in the order in which they are looked for at its first word.
var congressOf = []struct {
	words *regexp.Regexp
	level string
}{
	{regexp.MustCompile(`^(?:toan quoc|toan quan)\b`), "nha_nuoc"},
	{regexp.MustCompile(`^(?:(?:toan |cap )?tinh|(?:thanh pho|tp) (?:ha noi|ho chi minh|hai phong|da nang|can tho|hue))\b`), "tinh"},
	{regexp.MustCompile(`^(?:(?:toan |cap )?huyen|quan|thi xa|(?:thanh pho|tp))\b`), "huyen"},
	{regexp.MustCompile(`^(?:(?:toan |cap )?xa|phuong|thi tran|dac khu)\b`), "xa"},
	{regexp.MustCompile(`^(?:so|(?:toan )?nganh|khoi|cum|lien doan|ban|hoi|uy ban|cong an|bo chi huy|doan)\b`), "so"},
	{regexp.MustCompile(`^(?:cong ty|tong cong ty|truong|benh vien|trung tam|doanh nghiep|hop tac xa|co so|cap co so|don vi)\b`), "don_vi"},
}

// congressLevel reads from the title whose congress it is: the first word that tells, after the name of the congress.
func (r *reading) congressLevel() (level, cell string) {
	s := r.sheets[0]
	cell = cmp.Or(s.Head.Title.Cell, s.Columns[0].HeaderCell)
	if r.ret.Form != congressList {
		return "", cell
	}
	begun := false
	text, cells := "", []string{}
	for _, line := range s.Head.Lines {
		if begun = begun || line.Cell == s.Head.Title.Cell; begun {
			text += " " + data.Key(line.Text)
			cells = append(cells, line.Cell)
		}
	}
	at := congressWords.FindStringIndex(text)
	if at == nil {
		return load.Unknown, cell
	}
	for rest := strings.TrimSpace(text[at[1]:]); rest != ""; _, rest, _ = strings.Cut(rest, " ") {
		for _, of := range congressOf {
			if of.words.MatchString(rest) {
				for _, c := range cells {
					s.ledger.useAt(c, "congress")
				}
				return of.level, cell
			}
		}
	}
	return load.Unknown, cell
}

// readPeopleHeadings marks the group rows that state a role or a field.
func (l *list) readPeopleHeadings() {
	for i := range l.Rows {
		row := &l.Rows[i]
		if row.Kind != layout.GroupRow {
			continue
		}
		for _, kind := range []data.PeopleWord{data.RoleWord, data.FieldWord} {
			if _, ok := l.peopleCode(kind, row.Label); ok {
				l.ledger.useAt(row.LabelCell, string(kind))
			}
		}
	}
}

// peopleCode is what a text names; a role or a field of another form of return is none here.
func (l *list) peopleCode(kind data.PeopleWord, text string) (string, bool) {
	if kind == data.RoleWord && l.ret.Form != congressList || (kind == data.FieldWord || kind == data.StatusWord) && l.ret.Form == congressList {
		return "", false
	}
	code, ok := l.k.Reference.PeopleCode(kind, text)
	for _, lead := range []string{"lĩnh vực ", "trong lĩnh vực ", "đại biểu ", "các đại biểu ", "phong trào "} {
		if ok {
			break
		}
		if rest, cut := strings.CutPrefix(data.Key(text), data.Key(lead)+" "); cut {
			code, ok = l.k.Reference.PeopleCode(kind, rest)
		}
	}
	return code, ok && code != load.Unknown
}

// fieldInTitle is the one field that the title names ("… trong phong trào xây dựng nông thôn mới").
func (l *list) fieldInTitle() string {
	words := strings.Fields(data.Key(l.Head.Title.Text))
	for size := min(14, len(words)); size > 2; size-- {
		var found []string
		for i := 0; i+size <= len(words); i++ {
			if code, ok := l.peopleCode(data.FieldWord, strings.Join(words[i:i+size], " ")); ok && !slices.Contains(found, code) {
				found = append(found, code)
			}
		}
		if len(found) == 1 {
			l.ledger.useAt(l.Head.Title.Cell, "activity")
			return found[0]
		}
	}
	return ""
}

// readPersonRow reads one row. What holds for a recipient of an award holds here: gender, birth, class and ticks are read alike.
func (l *list) readPersonRow(row *layout.Row, titleField string) load.Person {
	l.enterCells(row)
	a := load.Award{File: l.src.name, Sheet: l.SheetName, Row: row.No, Year: l.peopleYear()}
	if c, at, ok := l.value(row, "award_year"); ok {
		y, _, err := value.Year(c.Text)
		if a.Year = y; err != nil {
			a.Year = 0
			l.find("year-invalid", l.SheetName, at, c.Text, nil)
		}
	}
	p := load.Person{
		ID: fmt.Sprintf("%s-%d-%d", l.ret.ID, l.SheetNo, row.No), Return: l.ret.ID, List: l.ret.Form,
		File: l.src.name, Sheet: l.SheetName, Row: row.No, Year: a.Year,
	}
	l.readUnitOfPerson(row, &p)
	p.KindCell = l.readKindOfPerson(row, &a)
	l.readWho(row, &a)
	p.Role, p.RoleCell = l.peopleWord(row, data.RoleWord, "role", "role-unknown")
	p.Sector, p.SectorCell = l.peopleWord(row, data.SectorWord, "sector", "sector-unknown")
	p.Status, _ = l.peopleWord(row, data.StatusWord, "status", "exemplar-status-unknown")
	p.Field, p.FieldCell = l.readFieldOf(row, titleField)
	if a.RecipientKind == individual {
		p.Young, p.DirectWorker = l.tick(row, "young", nil, nil), l.tick(row, "direct_worker", nil, nil)
	}
	p.EthnicCell, p.ReligionCell, p.YoungCell = l.placeIn(row, "ethnic"), l.placeIn(row, "religion"), l.placeIn(row, "young")
	p.WorkplaceCode, p.Workplace, p.RecipientKind, p.Name, p.Class = cmp.Or(p.WorkplaceCode, a.WorkplaceCode), cmp.Or(p.Workplace, a.Workplace), a.RecipientKind, a.Name, a.Class
	p.BirthOn, p.BirthYear, p.Woman, p.EthnicMinority, p.Religious = a.BirthOn, a.BirthYear, a.Woman, a.EthnicMinority, a.Religious
	p.NameCell, p.GenderCell, p.BirthCell, p.ClassCell = a.NameCell, a.GenderCell, a.BirthCell, a.ClassCell
	birth := p.BirthOn.String()
	if birth == "" && p.BirthYear != 0 {
		birth = strconv.Itoa(p.BirthYear)
	}
	p.RecipientKey, p.NameKey = recipientKey(p.Name, birth, p.Workplace), recipientKey(p.Name, "", "")
	return p
}

// readWho reads the name and, of an individual, what is known of the person.
func (l *list) readWho(row *layout.Row, a *load.Award) {
	c, at, ok := l.value(row, "name")
	name, rest := l.nameIn(c)
	if a.NameCell = at; !ok || name == "" {
		a.NameCell = l.placeIn(row, "name")
		l.find("name-missing", l.SheetName, a.NameCell, "", nil)
	}
	a.Name = name
	if severalIn(name, a.RecipientKind, len(rest) > 0) {
		l.find("several-recipients", l.SheetName, at, name, nil)
	}
	l.readRest(rest, a)
	if a.RecipientKind == individual {
		l.readPerson(row, a)
		l.judgeAge(row, a)
	}
}

// readUnitOfPerson settles under which unit somebody is shown: who sends the delegate or proposes the exemplar, by the row,
// else by a heading, else the unit of the return.
func (l *list) readUnitOfPerson(row *layout.Row, p *load.Person) {
	for i := range l.Columns {
		c, _, ok := row.Cell(l.Columns[i].Col)
		if !ok || l.Columns[i].Field != "workplace" {
			continue
		}
		p.Workplace = cmp.Or(p.Workplace, c.Text)
		if units := l.unitsFor(c.Text); len(units) == 1 && p.WorkplaceCode == "" {
			p.WorkplaceCode = units[0].Code
		}
	}
	for _, g := range row.Groups {
		if h := l.heading(g.Text); len(h.units) == 1 {
			p.Unit, p.UnitCell = h.units[0].Code, g.Cell
		}
	}
	c, at, ok := l.value(row, "reporting_unit")
	if !ok || strings.TrimSpace(c.Text) == "" {
		return
	}
	units := l.unitsFor(c.Text)
	if len(units) == 0 {
		units = l.oldName(c.Text, l.around(), l.at(at))
	}
	if p.Unit, p.UnitCell = load.Unknown, at; len(units) == 1 {
		p.Unit = units[0].Code
		return
	}
	l.findUnit("delegation-unknown", l.at(at), c.Text, units)
}

// readKindOfPerson says whether a row is of a person, a collective or a household, and where it says so: the column, a heading,
// the form of return, or a name that begins with such a word.
func (l *list) readKindOfPerson(row *layout.Row, a *load.Award) (cell string) {
	a.RecipientKind = cmp.Or(l.Layout.RecipientKind, load.Unknown)
	name, at, _ := l.value(row, "name")
	if kind := kindInName(name.Text); kind != "" && l.Layout.RecipientKind == "" {
		a.RecipientKind, cell = kind, at
	}
	for _, g := range row.Groups {
		if kind := l.heading(g.Text).kind; kind != "" {
			a.RecipientKind, cell = kind, g.Cell
		}
	}
	if c, at, ok := l.value(row, "kind"); ok {
		cell = at
		if a.RecipientKind = kindOf(c.Text); a.RecipientKind == "" {
			l.find("exemplar-kind-unknown", l.SheetName, at, c.Text, nil)
			a.RecipientKind = load.Unknown
		}
	}
	return cell
}

var householdName = regexp.MustCompile(`^(ho gia dinh|gia dinh|ho (ong|ba|anh|chi)|ho kinh doanh)\b`)

// kindInName is the kind that the first words of a name tell; "" where they tell none.
func kindInName(name string) string {
	if householdName.MatchString(data.Key(name)) {
		return household
	}
	if g, _ := value.Salute(name); g != value.GenderUnknown {
		return individual
	}
	return ""
}

// peopleWord reads a role, sector or status from its column, else from a heading. What is not known is told and unknown.
func (l *list) peopleWord(row *layout.Row, kind data.PeopleWord, field, rule string) (code, cell string) {
	code = load.Unknown
	for _, g := range row.Groups {
		if said, ok := l.peopleCode(kind, g.Text); ok {
			code, cell = said, g.Cell
		}
	}
	c, at, ok := l.value(row, field)
	if !ok || strings.TrimSpace(c.Text) == "" {
		return code, cell
	}
	said, ok := l.peopleCode(kind, c.Text)
	if known, _ := l.k.Reference.PeopleCode(kind, c.Text); !ok && known != load.Unknown {
		l.find(finding.Code(rule), l.SheetName, at, c.Text, nil)
	}
	return orUnknown(said), at
}

// readFieldOf reads the field of an exemplar: a code of the list of fields, else a digest of its words, by which a target of
// the board may still know it.
func (l *list) readFieldOf(row *layout.Row, titleField string) (field, cell string) {
	if field = orUnknown(titleField); titleField != "" {
		cell = l.Head.Title.Cell
	}
	for _, g := range row.Groups {
		if code, ok := l.peopleCode(data.FieldWord, g.Text); ok {
			field, cell = code, g.Cell
		}
	}
	if c, at, ok := l.value(row, "activity"); ok && strings.TrimSpace(c.Text) != "" {
		return l.k.fieldCode(c.Text), at
	}
	return field, cell
}

// fieldCode is the code of a field, else a digest of the words that name it, in which nothing can be read.
func (k *Knowledge) fieldCode(text string) string {
	if code, ok := k.Reference.PeopleCode(data.FieldWord, text); ok {
		return code
	}
	return "f" + recipientKey(text, "", "")
}

// checkPeopleTotals holds each printed total against the rows that it sums.
func (l *list) checkPeopleTotals() {
	for i := range l.Rows {
		row := &l.Rows[i]
		if row.Kind != layout.Total || len(row.Sum) == 0 {
			continue
		}
		if n, at, ok := l.printedIn(row); ok && n != int64(len(row.Sum)) {
			rows := int64(len(row.Sum))
			l.find("total-differs", l.SheetName, at, strconv.FormatInt(n, 10), check.Words{"total_vi": data.FormatInt("vi", rows), "total_en": data.FormatInt("en", rows)})
		}
	}
}

// checkPeopleTwice asks about two rows that seem to be one: the same name, and the same birth or, where no birth is known, the
// same workplace. Both stand.
func (r *reading) checkPeopleTwice() {
	first := map[string]*load.Person{}
	for i := range r.people {
		p := &r.people[i]
		if p.Name == "" {
			continue
		}
		key := p.RecipientKey
		if p.BirthYear != 0 {
			key = fmt.Sprint(p.NameKey, "|", p.BirthYear, "|", p.BirthOn)
		}
		key += fmt.Sprint("|", strings.ToLower(spaced(p.Name)), "|", p.Field, "|", p.Year) // an exemplar may be told of each year
		if b := first[key]; b != nil {
			place := b.NameCell
			if b.Sheet != p.Sheet {
				place = b.Sheet + "!" + place
			}
			r.doubt("person-twice", finding.Place{File: p.File, Sheet: p.Sheet, Cell: p.NameCell}, p.NameCell+" = "+place, check.Words{"first": place})
			continue
		}
		first[key] = p
	}
}

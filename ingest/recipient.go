package ingest

import (
	"cmp"
	"strconv"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
	"tdkt/ingest/value"
)

// boardSuffix ends the code of a provincial board, which returns what all levels gave.
const boardSuffix = "-ban-tdkt"

func isBoard(code string) bool { return strings.HasSuffix(code, boardSuffix) }

// The kinds of recipients.
const (
	individual = "individual"
	collective = "collective"
	household  = "household"
)

// readRecipient settles who received the award, and what is known of them.
func (l *list) readRecipient(row *layout.Row, a *load.Award) {
	l.readKind(row, a)
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
	switch a.RecipientKind {
	case individual:
		l.readPerson(row, a)
	case collective:
		a.SmallCollective = l.tick(row, "small_collective", nil, nil)
		l.readEnterprise(row, a)
	}
	birth := a.BirthOn.String()
	if birth == "" && a.BirthYear != 0 {
		birth = strconv.Itoa(a.BirthYear)
	}
	a.RecipientKey, a.NameKey = recipientKey(a.Name, birth, a.Workplace), recipientKey(a.Name, "", "")
}

// readKind takes the kind from the row, else from a heading, else from the form of return:
// a list of individuals may hold collectives under a heading that says so.
func (l *list) readKind(row *layout.Row, a *load.Award) {
	a.RecipientKind = l.Layout.RecipientKind
	for _, g := range row.Groups {
		if kind := l.heading(g.Text).kind; kind != "" {
			a.RecipientKind = kind
		}
	}
	if c, at, ok := l.value(row, "kind"); ok {
		if a.RecipientKind = kindOf(c.Text); a.RecipientKind == "" {
			l.find("kind-unknown", l.SheetName, at, c.Text, nil)
			a.RecipientKind = load.Unknown
		}
	}
	if c, _, ok := l.value(row, "class"); ok {
		a.RecipientKind = cmp.Or(kindInClass(c.Text), a.RecipientKind)
	}
	if a.RecipientKind == "" && l.ofHouseholds() {
		a.RecipientKind = household
	}
	if a.RecipientKind == "" {
		at := l.placeIn(row, "kind")
		if at == "" {
			at = row.LabelCell
		}
		l.find("kind-unknown", l.SheetName, at, "", nil)
		a.RecipientKind = load.Unknown
	}
}

// ofHouseholds says that the title or the header of the names speaks of households alone.
func (l *list) ofHouseholds() bool {
	words := " " + data.Key(l.Head.Title.Text) + " "
	for i := range l.Columns {
		if l.Columns[i].Field == "name" {
			words += data.Key(l.Columns[i].Header) + " "
		}
	}
	return (strings.Contains(words, " ho gia dinh ") || strings.Contains(words, " chu ho ")) &&
		!strings.Contains(words, " ca nhan ") && !strings.Contains(words, " tap the ")
}

// readPerson takes gender, birth, class and flags of an individual.
func (l *list) readPerson(row *layout.Row, a *load.Award) {
	gender, bare := value.Salute(a.Name)
	if gender != value.GenderUnknown {
		a.Name, a.GenderCell = bare, a.NameCell
	}
	if c, at, ok := l.value(row, "salutation"); ok {
		if g := value.Salutation(c.Text); g != value.GenderUnknown {
			gender, a.GenderCell = g, at
		}
	}
	if c, at, ok := l.value(row, "birth"); ok && !lentFrom(at, a.NameCell) {
		l.readBirth(c, at, a)
		a.BirthOn = l.forgetBirthday(a.BirthOn, row)
	}
	if g, at := l.genderColumn(row, a); at != "" {
		if g != value.GenderUnknown && gender != value.GenderUnknown && g != gender {
			l.find("gender-unknown", l.SheetName, at, saluted[gender]+" / "+saluted[g], nil)
			g = value.GenderUnknown
		}
		gender, a.GenderCell = g, at
	}
	if gender != value.GenderUnknown {
		a.Woman = truth(gender == value.Female)
	}
	l.readClass(row, a)
	a.EthnicMinority = l.tick(row, "ethnic", minorities, majority)
	a.Religious = l.tick(row, "religion", faiths, noFaith)
}

// lentFrom says that a cell is merged down from above a name, from the row of somebody else.
func lentFrom(at, name string) bool {
	row, _, ok := grid.Place(at)
	own, _, named := grid.Place(name)
	return ok && named && row < own
}

// saluted are the words in which a finding tells a gender and a salutation that contradict
// each other.
var saluted = map[value.Gender]string{value.Male: "Ông, Nam", value.Female: "Bà, Nữ"}

// kindInClass reads "Tập thể", "Cá nhân", "Hộ gia đình" in a column Đối tượng, which is as
// often headed so for the kind of recipient as for the class.
func kindInClass(text string) string {
	switch key := data.Key(text); key {
	case "tap the", "ca nhan", "ho gia dinh":
		return kindOf(key)
	}
	return ""
}

func (l *list) readBirth(c grid.Cell, at string, a *load.Award) {
	b, present, err := value.BirthDate(c.Text, c.Kind == grid.Number)
	switch {
	case err != nil || present && a.Year > 0 && b.Year >= a.Year:
		l.find("birth-invalid", l.SheetName, at, c.Text, nil)
	case present:
		a.BirthOn, a.BirthYear, a.BirthCell = b.On, b.Year, at
	}
}

// genderColumn reads gender from a column of words, or from the two columns Nam and Nữ of
// which one holds a tick or the birth. at is "" where they tell nothing.
func (l *list) genderColumn(row *layout.Row, a *load.Award) (g value.Gender, at string) {
	if c, at, ok := l.value(row, "gender"); ok {
		g, _, err := value.ReadGender(c.Text)
		if err != nil {
			l.find("gender-unknown", l.SheetName, at, c.Text, nil)
		}
		return g, at
	}
	male, maleAt, isMale := l.value(row, "gender_male")
	female, femaleAt, isFemale := l.value(row, "gender_female")
	switch {
	case isMale && isFemale:
		l.find("gender-unknown", l.SheetName, femaleAt, male.Text+" / "+female.Text, nil)
		return value.GenderUnknown, femaleAt
	case isMale:
		return l.genderOr(value.Male, male, maleAt, a), maleAt
	case isFemale:
		return l.genderOr(value.Female, female, femaleAt, a), femaleAt
	case l.has("gender_female") && !l.has("gender_male") && l.ticked["gender_female"]:
		return value.Male, l.placeIn(row, "gender_female")
	}
	return value.GenderUnknown, ""
}

// genderOr reads a cell of a column that stands for a gender: a tick, a no, or the birth.
func (l *list) genderOr(g value.Gender, c grid.Cell, at string, a *load.Award) value.Gender {
	answer, _, err := value.Tick(c.Text)
	switch {
	case err == nil && answer == value.Yes:
		return g
	case err == nil && answer == value.No && g == value.Female:
		return value.Male
	case err == nil && answer == value.No:
		return value.Female
	}
	if own, present, err := value.ReadGender(c.Text); err == nil && present {
		return own
	}
	if _, _, err := value.BirthDate(c.Text, c.Kind == grid.Number); err != nil {
		l.find("gender-unknown", l.SheetName, at, c.Text, nil)
		return value.GenderUnknown
	}
	l.readBirth(c, at, a)
	return g
}

// readClass takes the class from its column, from a heading, or from a tick of direct
// work; never from a position.
func (l *list) readClass(row *layout.Row, a *load.Award) {
	for _, g := range row.Groups {
		if class := l.heading(g.Text).class; class != "" && class != load.Unknown {
			a.Class, a.ClassCell = class, g.Cell
		}
	}
	direct := l.tick(row, "direct_worker", nil, nil)
	if direct != nil && *direct {
		a.Class, a.ClassCell = "direct_worker", l.placeIn(row, "direct_worker")
	}
	c, at, ok := l.value(row, "class")
	if !ok {
		return
	}
	code, known := l.k.Reference.ClassByAlias(c.Text)
	switch {
	case !known && kindInClass(c.Text) != "":
	case !known:
		l.find("class-unknown", l.SheetName, at, c.Text, nil)
		a.Class, a.ClassCell = "", ""
	case direct != nil && code != load.Unknown && l.says(row, "direct_worker") && *direct != (code == "direct_worker"):
		l.find("class-contradicts-tick", l.SheetName, at, c.Text, check.Words{"cell": l.placeIn(row, "direct_worker")})
		a.Class, a.ClassCell = "", ""
	case code != load.Unknown:
		a.Class, a.ClassCell = code, at
	}
}

// says that the cell of a row in the column of a field is filled in: a blank beside ticks only means no.
func (l *list) says(row *layout.Row, field string) bool {
	c, _, ok := l.value(row, field)
	return ok && strings.TrimSpace(c.Text) != ""
}

// tick reads a cell of a tick column, in which words of yes and no may stand too. A blank
// is no where the column has a tick somewhere, else not known.
func (l *list) tick(row *layout.Row, field string, yes, no map[string]bool) *bool {
	c, at, ok := l.value(row, field)
	if !ok {
		if l.ticked[field] {
			return truth(false)
		}
		return nil
	}
	key := data.Key(c.Text)
	if yes[key] || no[key] {
		return truth(yes[key])
	}
	answer, present, err := value.Tick(c.Text)
	switch {
	case err != nil:
		l.find("tick-unknown", l.SheetName, at, c.Text, nil)
	case present && answer != value.Unknown:
		return truth(answer == value.Yes)
	}
	return nil
}

func truth(v bool) *bool { return &v }

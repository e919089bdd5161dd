package ingest

import (
	"cmp"
	"strconv"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
	"tdkt/ingest/value"
)

// boardRow is one row of a board's list on its way to become an entry.
type boardRow struct {
	*reading
	*sheet
	row  *layout.Row
	into *load.Listed
}

// readBoardList reads one of the board's own lists. It counts nothing; it changes how other
// returns are read and weighed, so only a board may send it, and one row that cannot be read
// refuses it whole.
func (r *reading) readBoardList() {
	r.unitFromRegister()
	r.requireUnit()
	if r.unit.Code != "" && !isBoard(r.unit.Code) {
		fact, s := r.stated(func(h layout.Head) layout.Fact { return h.Unit })
		r.find("board-list-sender", s.SheetName, fact.Cell, cmp.Or(fact.Text, r.unit.Name), nil)
	}
	read := boardLists[r.ret.Form]
	seen := map[string]string{}
	for _, s := range r.sheets {
		for i := range s.Rows {
			row := &s.Rows[i]
			if row.Kind != layout.Data {
				continue
			}
			e := &boardRow{reading: r, sheet: s, row: row, into: &load.Listed{
				Return: r.ret.ID, List: r.ret.Form, Sheet: s.SheetName, Row: row.No}}
			if !e.begin() {
				continue
			}
			key := read(e)
			if r.ret.Form == "board_merger" {
				continue // what its rows say together is listed when all are read
			}
			if first, again := seen[key]; again {
				e.fault("board-row-twice", "name", check.Words{"first": first})
			}
			seen[key] = e.into.Cell
			r.listed = append(r.listed, *e.into)
		}
	}
	r.mergeListed()
}

// boardLists tell how a row of each list is read, and what makes two rows one.
var boardLists = map[string]func(*boardRow) (key string){
	"board_unit":       (*boardRow).readUnitEntry,
	"board_cluster":    (*boardRow).readCluster,
	"board_obligation": (*boardRow).readObligation,
	"board_event":      (*boardRow).readEvent,
	"board_round":      (*boardRow).readRound,
	"board_merger":     (*boardRow).readMerger,
	"board_alias":      (*boardRow).readAlias,
	"board_accept":     (*boardRow).readAccept,

	"board_exemplar_target": (*boardRow).readExemplarTarget,
}

// begin marks the cells of the row as used and takes its name.
func (e *boardRow) begin() bool {
	ok := true
	for _, c := range e.row.Cells {
		col := e.columns[c.Col]
		switch {
		case col == nil || col.Field == "":
		case col.Field == "ordinal":
			e.ledger.leave(e.row.No, c.Col, "ordinal", "ordinal")
		case col.Left != "":
			e.ledger.leave(e.row.No, c.Col, col.Field, col.Left)
		case c.Kind == grid.Error:
			e.find("cell-error", e.SheetName, grid.A1(e.row.No, c.Col), c.Text, nil)
			ok = false
		default:
			e.ledger.use(e.row.No, c.Col, col.Field)
		}
	}
	e.into.Name, e.into.Cell = e.text("name"), e.placeIn(e.row, "name")
	e.into.Note = e.text("note")
	if e.into.Name == "" {
		e.fault("name-missing", "name", nil)
		return false
	}
	return ok
}

// text is what the row has in the column of a field, trimmed.
func (e *boardRow) text(field string) string {
	c, _, _ := e.value(e.row, field)
	return strings.TrimSpace(c.Text)
}

// fault finds fault with the cell of a field, also where it is blank.
func (e *boardRow) fault(code finding.Code, field string, w check.Words) {
	e.find(code, e.SheetName, cmp.Or(e.placeIn(e.row, field), e.row.LabelCell), e.text(field), w)
}

// unknown refuses a cell that holds none of the words allowed.
func (e *boardRow) unknown(field, allowedVI, allowedEN string) {
	e.fault("board-value-unknown", field, check.Words{"allowed_vi": allowedVI, "allowed_en": allowedEN})
}

// day reads a date; a blank gives none.
func (e *boardRow) day(field string) data.Date {
	c, _, ok := e.value(e.row, field)
	if !ok {
		return data.Date{}
	}
	d, _, err := value.Date(c.Text, c.Kind == grid.Number)
	if err != nil {
		e.fault("board-date-invalid", field, nil)
	}
	return d
}

// period reads the days from and to which the entry holds.
func (e *boardRow) period() {
	e.into.From, e.into.To = e.day("valid_from"), e.day("valid_to")
	if f, t := e.into.From, e.into.To; !f.IsZero() && !t.IsZero() && t.Before(f) {
		e.fault("board-date-invalid", "valid_to", nil)
	}
}

// unitNamed resolves the unit of the row within the board's province, else among all: what a
// board lists may be older than the province it sits in now.
func (e *boardRow) unitNamed(field, text string, on data.Date) string {
	units := e.k.unitsNamed(text, e.province(), on)
	if len(units) == 0 {
		units = e.k.unitsNamed(text, nil, on)
	}
	if len(units) != 1 {
		e.findUnit("unit-unknown", finding.Place{File: e.src.name, Sheet: e.SheetName, Cell: e.placeIn(e.row, field)}, text, units)
		return ""
	}
	return units[0].Code
}

// unitWithin resolves the unit of the row for a period: a name is first one of the board's own province, on a day of the period
// on which the board still stood. A province that ended in June lists its departments for that year, and in December another
// province has one of the same name.
func (e *boardRow) unitWithin(field, text string, of data.Period) string {
	end := cmp.Or(of.To, e.on)
	if last := e.unit.ValidTo; !last.IsZero() && last.Before(end) {
		end = last
	}
	for _, on := range []data.Date{end, e.on, of.From} {
		if on.IsZero() {
			continue
		}
		if units := e.k.within(e.k.unitsNamed(text, e.province(), on), e.province()); len(units) == 1 {
			return units[0].Code
		} else if len(units) > 1 {
			break
		}
	}
	return e.unitNamed(field, text, end)
}

// province is the board's, within which names resolve.
func (e *boardRow) province() []data.Unit {
	if e.unit.Code == "" {
		return nil
	}
	return []data.Unit{e.k.provinceOf(e.unit)}
}

// unitKinds are the words for the kinds of units.
var unitKinds = wordsFor(map[string]string{
	"department":         "sở, ban, ngành|sở|ban|ngành|sở, ngành|cơ quan chuyên môn|cơ quan hành chính",
	"mass_organisation":  "hội, đoàn thể|đoàn thể|hội|tổ chức chính trị - xã hội|mặt trận, đoàn thể|hội quần chúng",
	"district":           "huyện|huyện, thị xã, thành phố|thị xã|thành phố|quận",
	"commune":            "xã|phường|thị trấn|đặc khu|xã, phường|xã, phường, đặc khu|xã, phường, thị trấn",
	"enterprise":         "doanh nghiệp|hợp tác xã|công ty",
	"school_or_hospital": "trường học|trường|bệnh viện|đơn vị sự nghiệp|trường học, bệnh viện",
	"other":              "khác|đơn vị khác",
})

// wordsFor turns "code: words|words" round.
func wordsFor(lists map[string]string) map[string]string {
	out := map[string]string{}
	for code, list := range lists {
		for w := range strings.SplitSeq(list, "|") {
			out[data.Key(w)] = code
		}
	}
	return out
}

// readUnitEntry reads a unit that the board adds to the registry. Its code is made of the
// board's and its own name, so that a list sent again names the same unit.
func (e *boardRow) readUnitEntry() string {
	in := e.into
	e.period()
	if in.Kind = unitKinds[data.Key(e.text("unit_kind"))]; in.Kind == "" {
		e.unknown("unit_kind", "sở, ban, ngành / hội, đoàn thể / xã, phường, đặc khu / doanh nghiệp / trường học, bệnh viện / khác",
			"sở, ban, ngành / hội, đoàn thể / xã, phường, đặc khu / doanh nghiệp / trường học, bệnh viện / khác")
	}
	on := in.From
	if on.IsZero() {
		on = e.on
	}
	if parent := e.text("parent"); parent != "" {
		in.Parent = e.unitNamed("parent", parent, on)
	} else if around := e.province(); len(around) > 0 {
		in.Parent = around[0].Code
	}
	in.Official = e.text("official_code")
	in.Code = strings.TrimSuffix(e.unit.Code, boardSuffix) + "-" + strings.ReplaceAll(data.Key(in.Name), " ", "-")
	if known := e.k.embedded.UnitsNamed(in.Name, e.unit.Province, on); len(known) == 1 {
		in.Code = known[0].Code
		e.fault("board-unit-known", "name", check.Words{"unit": e.k.fullName(known[0])})
	}
	return in.Code + "|" + in.From.String()
}

// readCluster reads the membership of a unit in a cluster in a year.
func (e *boardRow) readCluster() string {
	in := e.into
	in.Year = e.ret.ReportYear
	if text := e.text("year"); text != "" {
		y, _, err := value.Year(text)
		if in.Year = y; err != nil {
			e.fault("board-date-invalid", "year", nil)
		}
	}
	if in.Year == 0 && !e.found("board-date-invalid") {
		e.requireYear()
	}
	var of data.Period
	if in.Year != 0 {
		of = data.YearPeriod(in.Year).Days()
	}
	in.Code = e.unitWithin("name", in.Name, of)
	if in.MeansName = e.text("cluster"); in.MeansName == "" {
		e.unknown("cluster", "tên cụm, khối thi đua", "the name of the cluster")
	}
	in.Means = strings.TrimSuffix(e.unit.Code, boardSuffix) + "-" + strings.ReplaceAll(data.Key(in.MeansName), " ", "-")
	return in.Code + "|" + strconv.Itoa(in.Year)
}

// readObligation reads a return that a unit owes.
func (e *boardRow) readObligation() string {
	in := e.into
	if in.Means = e.k.formOfReturn(e.text("form_of_return")); in.Means == "" {
		e.unknown("form_of_return", strings.Join(e.k.formsOfReturn("vi"), " / "), strings.Join(e.k.formsOfReturn("en"), " / "))
	}
	in.Period = e.ret.Period
	if text := e.text("period"); text != "" {
		p, _, err := value.Period(text)
		if in.Period = p; err != nil {
			e.fault("board-date-invalid", "period", nil)
		}
	}
	if in.Period == "" {
		e.requireYear()
	}
	excused := e.readExcuse()
	if in.Due = e.day("due_on"); in.Due.IsZero() && !excused && !e.found("board-date-invalid") {
		e.fault("board-date-invalid", "due_on", nil)
	}
	in.Code = e.unitWithin("name", in.Name, periodOf(in.Period).Days())
	switch data.Key(e.text("role")) {
	case "", "tinh", "tinh vao tong hop", "tong hop":
		in.Role = "counts"
	case "doi chieu", "chi doi chieu", "de doi chieu":
		in.Role = "control"
	default:
		e.unknown("role", "tính / đối chiếu", "tính (counts) / đối chiếu (is compared)")
	}
	return in.Code + "|" + in.Means + "|" + in.Period
}

// readExcuse reads why a unit need not send a return: a reason, or a tick with the reason among the remarks.
func (e *boardRow) readExcuse() (excused bool) {
	text := e.text("excuse")
	ticked, given, err := value.Tick(text)
	if !given || err == nil && ticked != value.Yes {
		return false
	}
	if err != nil && !justExcused[data.Key(text)] {
		e.into.Note = text
	} else if e.into.Note == "" {
		e.fault("board-reason-missing", "excuse", nil)
	}
	e.into.Kind = "excused"
	return true
}

// justExcused are words that excuse without a reason.
var justExcused = map[string]bool{"mien": true, "duoc mien": true, "mien gui": true, "duoc mien gui": true}

// formOfReturn gives the code of a form of return by its code, its name or a title.
func (k *Knowledge) formOfReturn(text string) string {
	key := data.Key(text)
	for i := range k.Layouts {
		l := &k.Layouts[i]
		names := append([]string{l.Code, l.NameVI, l.NameEN}, l.Titles...)
		short, _, _ := strings.Cut(l.NameVI, ":")
		for _, n := range append(names, short) {
			if key != "" && data.Key(n) == key {
				return l.Code
			}
		}
	}
	return ""
}

// formsOfReturn names the forms of return that an office may owe.
func (k *Knowledge) formsOfReturn(lang string) (names []string) {
	for i := range k.Layouts {
		l := &k.Layouts[i]
		switch {
		case l.Shape == layout.BoardList:
		case lang == "en":
			name, _, _ := strings.Cut(l.NameEN, ":")
			names = append(names, name+" ("+l.Code+")")
		default:
			name, _, _ := strings.Cut(l.NameVI, ":")
			names = append(names, name)
		}
	}
	return names
}

// aliasKinds are the words for what a name is of.
var aliasKinds = wordsFor(map[string]string{
	"unit":        "đơn vị|tên đơn vị",
	"form":        "hình thức|hình thức khen thưởng|danh hiệu|danh hiệu thi đua|danh hiệu thi đua/hình thức khen thưởng",
	"authority":   "cấp quyết định|cơ quan quyết định|người quyết định|thẩm quyền",
	"achievement": "loại hình|loại hình khen thưởng|phương thức khen thưởng",
	"class":       "nhóm đối tượng|đối tượng|phân loại đối tượng",
})

// readAlias reads another name for something that is known. A name that means something
// already keeps its meaning.
func (e *boardRow) readAlias() string {
	in := e.into
	e.period()
	if in.Note == "" {
		e.fault("board-reason-missing", "note", nil)
	}
	if in.Kind = aliasKinds[data.Key(e.text("alias_kind"))]; in.Kind == "" {
		e.unknown("alias_kind", "đơn vị / hình thức / cấp quyết định / loại hình / nhóm đối tượng",
			"đơn vị / hình thức / cấp quyết định / loại hình / nhóm đối tượng")
		return data.Key(in.Name)
	}
	in.MeansName = e.text("means")
	if in.Means = meaning(e.k.embedded, in.Kind, in.MeansName, e.province(), e.on); in.Means == "" {
		e.unknown("means", "đúng một tên có trong danh mục", "exactly one name that is known")
	}
	if as := (data.BoardAlias{Kind: in.Kind, Name: in.Name, Code: in.Means, Valid: data.Period{From: in.From, To: in.To}}); e.k.embedded.KnowsName(as) {
		means := meaning(e.k.embedded, in.Kind, in.Name, e.province(), e.on)
		e.fault("board-alias-taken", "name", check.Words{"means": cmp.Or(e.nameOf(in.Kind, means), in.Name)})
	}
	return in.Kind + "|" + data.Key(in.Name) + "|" + in.From.String()
}

// nameOf is what a clerk calls the thing of a code.
func (e *boardRow) nameOf(kind, code string) string {
	ref := e.k.Reference
	switch kind {
	case "unit":
		if u, ok := ref.UnitOn(code, e.on); ok {
			return e.k.fullName(u)
		}
	case "form":
		if f, ok := ref.Form(code, data.Date{}); ok {
			return f.DisplayVI
		}
	case "authority":
		if l, ok := ref.Level(code); ok {
			return l.NameVI
		}
	case "achievement", "class":
		return strings.ToLower(e.text("alias_kind")) + " đã có trong danh mục"
	}
	return ""
}

// readAccept reads a finding that the board accepts, by its place.
func (e *boardRow) readAccept() string {
	in := e.into
	if in.Note == "" {
		e.fault("board-reason-missing", "note", nil)
	}
	in.Kind = e.text("rule")
	if _, known := e.k.Rules[finding.Code(in.Kind)]; !known {
		e.unknown("rule", "mã kiểm tra như trong thông báo, ví dụ total-differs", "the code as in the message, such as total-differs")
	}
	sheet, cell := e.text("sheet"), strings.ToUpper(e.text("cell"))
	if _, _, ok := grid.Place(cell); cell != "" && !ok {
		e.unknown("cell", "tên ô, ví dụ D17", "the name of a cell, such as D17")
	}
	if sheet != "" || cell != "" {
		in.Of = sheet + "!" + cell
	}
	return in.Name + "|" + in.Kind + "|" + in.Of
}

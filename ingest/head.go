package ingest

import (
	"cmp"
	"fmt"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
	"tdkt/ingest/value"
)

// stated gives the first of the sheets that states a fact of the head.
func (r *reading) stated(fact func(layout.Head) layout.Fact) (layout.Fact, *sheet) {
	for _, s := range r.sheets {
		if f := fact(s.Head); f.Stated() {
			return f, s
		}
	}
	return layout.Fact{}, r.sheets[0]
}

// use marks the cell of a fact as used, and gives its text.
func (r *reading) take(field string, fact func(layout.Head) layout.Fact) string {
	for _, s := range r.sheets {
		if f := fact(s.Head); f.Stated() {
			s.ledger.useAt(f.Cell, field)
		}
	}
	f, _ := r.stated(fact)
	return f.Text
}

// readHead settles day, period, part, revision and unit of the return, as far as its head
// and the register tell them.
func (r *reading) readHead() {
	if _, d, ok := value.DateLine(r.take("dated_on", func(h layout.Head) layout.Fact { return h.DatedOn })); ok {
		r.ret.DatedOn = d
	}
	r.readPeriod()
	r.ret.Part = r.take("part", func(h layout.Head) layout.Fact { return h.Part })
	if r.on = r.ret.DatedOn; r.on.IsZero() {
		r.on = r.decidedOn()
	}
	if r.on.IsZero() { // a return cannot be of a later day than its receipt
		r.on = periodEnd(r.ret.Period)
		if in := r.ret.ReceivedOn; r.on.IsZero() || !in.IsZero() && in.Before(r.on) {
			r.on = in
		}
	}
	r.readRevision()
	r.readUnit()
}

// readPeriod takes the period that the head states, else its year.
func (r *reading) readPeriod() {
	period := r.take("period", func(h layout.Head) layout.Fact { return h.Period })
	school := r.take("school_year", func(h layout.Head) layout.Fact { return h.SchoolYear })
	year := r.take("year", func(h layout.Head) layout.Fact { return h.Year })
	r.ret.Period = cmp.Or(period, year, school)
	switch {
	case school != "":
		if y, _, err := value.SchoolYear(school); err == nil {
			r.ret.ReportYear = y
		}
	case year != "":
		if y, _, err := value.Year(year); err == nil {
			r.ret.ReportYear = y
		}
	default:
		r.ret.ReportYear = periodOf(period).OneYear()
	}
}

// periodOf is the period that a return states; none where it states none, or one that is no
// period.
func periodOf(period string) data.ReportPeriod {
	p, err := data.ParseReportPeriod(period)
	if err != nil {
		return data.ReportPeriod{}
	}
	return p
}

// periodEnd gives the last day of a period.
func periodEnd(period string) data.Date { return periodOf(period).Days().To }

// readRevision says whether the return replaces another, and by whose word. A flag on the
// command line is stronger than the register, the register stronger than the head.
func (r *reading) readRevision() {
	head := r.take("revision", func(h layout.Head) layout.Fact { return h.Revision })
	in := r.src.intake
	switch {
	case in.revises != "":
		r.ret.RevisionMark = cmp.Or(r.src.revisesMark, "register")
		if isReturnID(in.revises) {
			r.ret.RevisesReturn = in.revises
		} else {
			r.ret.RevisesFile = in.revises
		}
	case head != "":
		r.ret.RevisionMark = "head"
	}
	r.ret.IsRevision = r.ret.RevisionMark != ""
}

func isReturnID(s string) bool {
	return len(s) == 17 && s[0] == 'r' && strings.Trim(s[1:], "0123456789abcdef") == ""
}

// readUnit resolves the reporting unit: of the head, else of the register. A list may
// still name it in a column; so nothing is found missing here.
func (r *reading) readUnit() {
	r.stateSender()
	if name := r.take("province", func(h layout.Head) layout.Fact { return h.Province }); name != "" {
		r.place = r.k.Reference.UnitsNamed("tỉnh "+strings.TrimPrefix(data.Key(name), "tinh "), "", r.on)
	}
	if len(r.place) == 0 && r.sender.Code != "" {
		r.place = []data.Unit{r.k.provinceOf(r.sender)}
	}
	if agency, _ := r.stated(func(h layout.Head) layout.Fact { return h.Agency }); agency.Stated() {
		if around := r.k.unitsNamed(agency.Text, r.place, r.on); len(around) > 0 {
			r.take("agency", func(h layout.Head) layout.Fact { return h.Agency })
			r.place = around
		}
	}
	fact, s := r.stated(func(h layout.Head) layout.Fact { return h.Unit })
	if !fact.Stated() {
		return
	}
	r.take("unit", func(h layout.Head) layout.Fact { return h.Unit })
	units := r.k.unitsNamed(fact.Text, r.place, r.on)
	if len(units) == 0 && len(r.place) > 0 {
		units = r.k.unitsNamed(fact.Text, nil, r.on) // the place may be the sender's, not the unit's
		if len(units) > 1 {
			units = r.k.within(units, []data.Unit{r.k.provinceOf(r.place[0])})
		}
	}
	if len(units) == 0 {
		units = r.unitsOfPeriod(fact.Text)
	}
	if len(units) == 0 {
		units = r.oldName(fact.Text, r.provinces(), finding.Place{File: r.src.name, Sheet: s.SheetName, Cell: fact.Cell})
	}
	if len(units) != 1 {
		r.findUnit("unit-unknown-head", finding.Place{File: r.src.name, Sheet: s.SheetName, Cell: fact.Cell}, fact.Text, units)
		return
	}
	r.setUnit(units[0])
}

// provinces are those of the places within which names of the return resolve.
func (r *reading) provinces() []data.Unit {
	var all []data.Unit
	for _, p := range r.place {
		all = append(all, r.k.provinceOf(p))
	}
	return all
}

// unitsOfPeriod resolves a name that none bears any more on the day of the return, but one
// did on the last day of its period: a district that told in July of its half-year.
func (r *reading) unitsOfPeriod(name string) []data.Unit {
	end := periodEnd(r.ret.Period)
	if end.IsZero() || !end.Before(r.on) {
		return nil
	}
	units := r.k.unitsNamed(name, nil, end)
	if agency, _ := r.stated(func(h layout.Head) layout.Fact { return h.Agency }); len(units) > 1 && agency.Stated() {
		units = r.k.within(units, r.k.unitsNamed(agency.Text, nil, end))
	}
	if len(units) == 1 {
		r.on = end
	}
	return units
}

// setUnit makes a unit the reporting unit, and the sender where the register names none.
func (r *reading) setUnit(u data.Unit) {
	r.unit = u
	if r.sender.Code == "" {
		r.sender = u
	}
	r.ret.Unit, r.ret.Sender, r.ret.Province = u.Code, r.sender.Code, u.Province
}

// stateSender resolves the register's sender, and tells what in the register's row
// cannot be read.
func (r *reading) stateSender() {
	in := r.src.intake
	if r.on.IsZero() {
		r.on = r.ret.ReceivedOn
	}
	if in.receivedText != "" {
		r.findAt("date-invalid", finding.Place{File: in.registerFile, Cell: in.receivedAt}, in.receivedText, nil)
	}
	if in.sender == "" {
		return
	}
	units := r.k.unitsNamed(in.sender, nil, r.on)
	if len(units) != 1 {
		r.findUnit("unit-unknown-head", finding.Place{File: in.registerFile, Cell: in.senderAt}, in.sender, units)
		return
	}
	r.sender = units[0]
	r.ret.Sender, r.ret.Province = r.sender.Code, r.sender.Province
}

// unitFromRegister makes the sender the reporting unit where nothing nearer names one.
func (r *reading) unitFromRegister() {
	if r.unit.Code == "" && r.sender.Code != "" && !r.found("unit-unknown-head") {
		r.setUnit(r.sender)
	}
}

// requireUnit holds a return that tells no unit.
func (r *reading) requireUnit() {
	if r.unit.Code == "" && !r.found("unit-unknown-head") {
		r.find("unit-not-stated", r.sheets[0].SheetName, "", "", nil)
	}
}

// requireYear holds a return that tells no year.
func (r *reading) requireYear() {
	if r.ret.Period == "" {
		r.find("year-not-stated", r.sheets[0].SheetName, "", "", nil)
	}
}

func (r *reading) found(code finding.Code) bool {
	for _, f := range r.finds {
		if f.Code == code {
			return true
		}
	}
	return false
}

// findUnit notes a unit that does not resolve, with what it may mean.
func (r *reading) findUnit(code finding.Code, at finding.Place, got string, candidates []data.Unit) {
	vi, en := r.k.near(got, candidates, r.on)
	r.findAt(code, at, got, check.Words{"on_vi": day(r.on, "vi"), "on_en": day(r.on, "en"), "near_vi": vi, "near_en": en})
}

// day words a date for a finding.
func day(d data.Date, lang string) string {
	if lang == "en" {
		return d.String()
	}
	return fmt.Sprintf("%02d/%02d/%04d", d.Day, d.Month, d.Year)
}

// orUnknown gives a code, or the member for what is not known.
func orUnknown(code string) string { return cmp.Or(code, load.Unknown) }

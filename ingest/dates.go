package ingest

import (
	"slices"
	"strconv"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
	"tdkt/ingest/value"
)

// lateYears is how long after the year of the achievement a decision is still usual.
const lateYears = 2

// retrospective are the types of achievement that are rewarded long after.
var retrospective = map[string]bool{"khang_chien": true, "cong_hien": true, "nien_han": true}

// judgeDecision holds the day of the decision against the year of the achievement, the day
// of the return and its receipt. A doubted day is forgotten once the scope of the list is
// decided: that a decision was stated still tells an award from a proposal.
func (l *list) judgeDecision(row *layout.Row, a *load.Award) {
	on := a.DecidedOn
	if on.IsZero() {
		return
	}
	if l.dayInDoubt("decided_on", row) {
		l.doubtedDay[a.ID] = true
		return
	}
	in, dated := l.ret.ReceivedOn, l.ret.DatedOn
	doubt := false
	switch {
	case !in.IsZero() && in.Before(on):
		text, at := l.decidedAt(row)
		doubt = l.doubt("decision-after-receipt", l.at(at), text, check.Words{"received": dayWords(in)})
	case a.Year > 0 && on.Year < a.Year && !l.inSchoolYear(row, a):
		text, at := l.decidedAt(row)
		doubt = l.doubt("decision-before-year", l.at(at), text, check.Words{"year": strconv.Itoa(a.Year)})
	case a.Year > 0 && on.Year > a.Year+lateYears && !retrospective[a.Achievement]:
		text, at := l.decidedAt(row)
		doubt = l.doubt("decision-late", l.at(at), text, check.Words{"year": strconv.Itoa(a.Year)})
	case !dated.IsZero() && dated.Before(on):
		text, at := l.decidedAt(row)
		doubt = l.doubt("decision-after-return", l.at(at), text, check.Words{"dated": dayWords(dated)})
	}
	if doubt {
		l.doubtedDay[a.ID] = true
	}
}

// inSchoolYear says that a decision falls into the first half of the school year which the
// award's year ends.
func (l *list) inSchoolYear(row *layout.Row, a *load.Award) bool {
	const firstMonth = 8 // a school year is opened in August at the earliest
	if a.DecidedOn.Year != a.Year-1 || a.DecidedOn.Month < firstMonth {
		return false
	}
	period := l.ret.Period
	if c, _, ok := l.value(row, "award_year"); ok {
		period = c.Text
	}
	_, present, err := value.SchoolYear(period)
	return present && err == nil
}

// decidedAt is where the day of a row's decision stands, and the text there: in the row,
// else in the head.
func (l *list) decidedAt(row *layout.Row) (text, at string) {
	for _, field := range []string{"decided_on", "decision", "decision_no"} {
		if c, at, ok := l.value(row, field); ok && strings.TrimSpace(c.Text) != "" {
			return c.Text, at
		}
	}
	return l.Head.Decision.Text, l.Head.Decision.Cell
}

// forgetDoubtedDays makes the doubted days of decisions unknown.
func (r *reading) forgetDoubtedDays() {
	if len(r.doubtedDay) == 0 {
		return
	}
	for i := range r.awards {
		if a := &r.awards[i]; r.doubtedDay[a.ID] {
			a.DecidedOn = data.Date{}
		}
	}
}

// The ages at which somebody can be given an award, and can be a worker.
const (
	youngest, oldest = 6, 120
	workingAge       = 16
)

// forWorkers are the titles of people who work.
var forWorkers = map[string]bool{"ldtt": true, "cstd_co_so": true, "cstd_tinh": true, "cstd_toan_quoc": true}

// judgeAge holds the birth of a person against the year of the award. A birth that cannot
// be is forgotten: it would decide who counts as youth. The dead may be older than anybody.
func (l *list) judgeAge(row *layout.Row, a *load.Award) {
	year := a.DecidedOn.Year
	if year == 0 || l.doubtedDay[a.ID] {
		year = a.Year
	}
	if a.BirthYear == 0 || year == 0 {
		return
	}
	age := year - a.BirthYear
	ofOld := a.Event == "posthumous" || a.Achievement == "khang_chien" || strings.Contains(a.Form, "khang_chien") || a.Form == "ba_me_viet_nam_anh_hung"
	words := check.Words{"age": strconv.Itoa(age)}
	switch {
	case age < youngest || age > oldest && !ofOld:
		if l.doubt("age-impossible", l.at(a.BirthCell), l.textAt(row, a.BirthCell), words) {
			a.BirthYear, a.BirthOn, a.BirthCell = 0, data.Date{}, ""
		}
	case age < workingAge && forWorkers[a.Form]:
		l.doubt("age-below-work", l.at(a.BirthCell), l.textAt(row, a.BirthCell), words)
	}
}

// textAt gives the text of a cell of a row by its place.
func (l *list) textAt(row *layout.Row, at string) string {
	for i := range l.Columns {
		if c, place, ok := row.Cell(l.Columns[i].Col); ok && place == at {
			return c.Text
		}
	}
	return ""
}

// forces are words of army and police in the name of a unit, a workplace or a position.
var forces = []string{"cong an", "quan su", "bien phong", "quan doi", "quan khu", "quan doan", "binh doan", "su doan", "trung doan",
	"lu doan", "tieu doan", "canh sat", "dan quan", "bo doi", "canh ve", "co yeu", "chqs", "bchqs", "bch qs", "cand", "qdnd", "bdbp"}

// forSome are the types of achievement that the law keeps for some.
var forSome = map[string]bool{"nien_han": true, "doi_ngoai": true, "cong_hien": true}

// judgeType asks about types of achievement that the law keeps for some: long service for
// army and police, foreign relations for foreigners and Vietnamese abroad, devotion for
// leaders.
func (l *list) judgeType(row *layout.Row, a *load.Award) {
	if a.RecipientKind != individual || !forSome[a.Achievement] {
		return
	}
	text, at := l.typeAt(row)
	switch a.Achievement {
	case "nien_han":
		if !l.ofForces(row, a) {
			l.doubt("long-service-outside-forces", l.at(at), text, nil)
		}
	case "doi_ngoai":
		if a.WorkplaceCode != "" || a.Class != "" && a.Class != "entrepreneur" {
			l.doubt("foreign-relations-resident", l.at(at), text, nil)
		}
	case "cong_hien":
		if c, _, ok := l.value(row, "class"); ok && a.Class == "direct_worker" {
			l.doubt("devotion-not-leader", l.at(at), text, check.Words{"class": c.Text})
		}
	}
}

// typeAt is where the type of achievement of a row stands: in the row, under a heading,
// else in the title.
func (l *list) typeAt(row *layout.Row) (text, at string) {
	if c, at, ok := l.value(row, "achievement"); ok {
		return c.Text, at
	}
	for _, g := range slices.Backward(row.Groups) {
		if l.heading(g.Text).achievement != "" {
			return g.Text, g.Cell
		}
	}
	return l.Head.Title.Text, l.Head.Title.Cell
}

// ofForces says that some word of the row, or the unit of the return, is of army or police.
func (l *list) ofForces(row *layout.Row, a *load.Award) bool {
	position, _, _ := l.value(row, "position")
	words := data.Key(strings.Join([]string{a.Workplace, position.Text, a.DecidedBy, l.unit.Name, l.sender.Name}, " ; "))
	if strings.HasPrefix(a.Form, "huyc_chien_si_ve_vang") || a.Form == "huyc_quan_ky_quyet_thang" || a.Form == "huyc_vi_an_ninh_to_quoc" {
		return true // medals that nobody else is given
	}
	return slices.ContainsFunc(forces, func(w string) bool { return strings.Contains(" "+words+" ", " "+w+" ") })
}

package ingest

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
)

// source is a file about to be read.
type source struct {
	name        string
	hash        string
	content     []byte
	intake      intake
	revisesMark string
	receivedOn  data.Date
	intakeNo    int
	told        told // instead of reading it; may be nil
}

// sheet is one recognised sheet with its ledger.
type sheet struct {
	*layout.Table
	ledger  *ledger
	columns map[int]*layout.Column
}

// reading is one return in the making. Faults of ours gather in err, so that the steps
// read on in plain order; nothing of a reading with an err is kept.
type reading struct {
	k       *Knowledge
	src     *source
	sheets  []*sheet
	beside  []*ledger // sheets of the file that no return reads, answered for here
	ret     load.Return
	on      data.Date   // the day on which names resolve
	place   []data.Unit // province, or unit, within which names resolve
	sender  data.Unit
	unit    data.Unit
	finds   []finding.Finding
	awards  []load.Award
	tallies []load.Tally
	declare []load.Declared
	printed []load.Printed
	figures []load.Statistic
	listed  []load.Listed
	people  []load.Person
	mergers []data.Merger    // rows of the official table, until all are read
	doubts  map[doubted]bool // told already
	// what the rules over awards said
	recipients map[givenTo]recipientFault
	doubtedDay map[string]bool   // awards whose day of decision is in doubt
	titles     map[string]string // awards whose title is one of the forces, as written
	err        error
}

func newReading(k *Knowledge, src *source, form string, ordinal int) *reading {
	sum := sha256.Sum256([]byte(src.hash + "|" + form + "|" + strconv.Itoa(ordinal)))
	r := &reading{k: k, src: src, doubts: map[doubted]bool{}, recipients: map[givenTo]recipientFault{}, doubtedDay: map[string]bool{}, titles: map[string]string{}}
	r.ret = load.Return{
		ID: "r" + hex.EncodeToString(sum[:8]), FileHash: src.hash, FileName: src.name, Ordinal: ordinal, Form: form,
		Unit: load.Unknown, Sender: load.Unknown, Province: load.Unknown, ReceivedOn: src.receivedOn, IntakeNo: src.intakeNo,
	}
	return r
}

// find notes a fault of the return. Words may be nil.
func (r *reading) find(code finding.Code, sheet, cell, got string, w check.Words) {
	r.findAt(code, finding.Place{File: r.src.name, Sheet: sheet, Cell: cell}, got, w)
}

func (r *reading) findAt(code finding.Code, at finding.Place, got string, w check.Words) {
	if r.k.Rules.Asleep(code, r.on) {
		return
	}
	f, err := r.k.Rules.Finding(code, r.on, at, got, w)
	if err != nil && r.err == nil {
		r.err = err
	}
	r.finds = append(r.finds, f)
}

// doubt notes a doubt about what is already read, and says whether that is unknown now: a
// query leaves it as it is. A doubt at one cell is told once, whatever the rows it is for.
func (r *reading) doubt(code finding.Code, at finding.Place, got string, w check.Words) (unknown bool) {
	rule, ok := r.k.Rules.At(code, r.on)
	if !ok && r.k.Rules.Asleep(code, r.on) {
		return false
	}
	if key := (doubted{code, at}); !r.doubts[key] {
		r.doubts[key] = true
		r.findAt(code, at, got, w)
	}
	return rule.Severity != finding.Query
}

type doubted struct {
	code finding.Code
	at   finding.Place
}

// add gives the reading a sheet and enters all its rows in the sheet's ledger.
func (r *reading) add(t *layout.Table) {
	setAsideNothing(t)
	cells := 0
	for i := range t.Rows {
		cells += len(t.Rows[i].Cells)
	}
	s := &sheet{Table: t, ledger: newLedger(t.SheetName, len(t.Rows), cells), columns: map[int]*layout.Column{}}
	for i := range t.Columns {
		s.columns[t.Columns[i].Col] = &t.Columns[i]
	}
	for i := range t.Rows {
		row := &t.Rows[i]
		kind, reason := string(row.Kind), cmp.Or(row.Reason, string(row.Kind))
		if row.Kind != layout.Data {
			s.ledger.enter(row.No, row.Cells, kind, load.Excluded, reason)
			continue
		}
		s.ledger.enter(row.No, row.Cells, kind, load.Excluded, "unmapped-column")
		s.ledger.useRow(row.No)
	}
	if len(r.sheets) == 0 {
		r.ret.Sheet, r.ret.Role = t.SheetName, t.Layout.Role
	} else if len(t.Head.Lines) == 0 {
		t.Head = r.sheets[len(r.sheets)-1].Head.Elsewhere()
	}
	r.sheets = append(r.sheets, s)
}

// interpret reads the sheets of the return.
func (r *reading) interpret() {
	r.readHead()
	switch r.sheets[0].Layout.Shape {
	case layout.List:
		r.readList()
	case layout.FormsAcross:
		r.readFormsAcross()
	case layout.FormsDown:
		r.readFormsDown()
	case layout.UnitsDown:
		r.readUnitsDown()
	case layout.Figures:
		r.readFigures()
	case layout.BoardList:
		r.readBoardList()
	case layout.People:
		r.readPeople()
	}
	r.weighEmptiness()
	for _, s := range r.sheets {
		r.noteMark(s)
		r.noteHidden(s)
		r.notePlacing(s)
		r.noteUnknown(s)
		if s.Beside != "" {
			r.find("tables-side-by-side", s.SheetName, s.Beside, "", nil)
		}
	}
}

// noteHidden warns of hidden rows that count, once a sheet.
func (r *reading) noteHidden(s *sheet) {
	var rows []string
	for i := range s.Rows {
		if s.Rows[i].Hidden && s.Rows[i].Kind == layout.Data {
			rows = append(rows, strconv.Itoa(s.Rows[i].No))
		}
	}
	if len(rows) > 0 {
		r.find("hidden-rows", s.SheetName, "A"+rows[0], strconv.Itoa(len(rows)), check.Words{"rows": several(rows)})
	}
}

// several lists at most twenty things, then says how many are left.
func several(list []string) string {
	if len(list) > finding.Limit {
		list = append(slices.Clone(list[:finding.Limit]), "… +"+strconv.Itoa(len(list)-finding.Limit))
	}
	return strings.Join(list, ", ")
}

// settle decides the outcome and, for a return that does not count, turns what was used
// into rejected. A refused return keeps no facts; a held one keeps them for its release.
func (r *reading) settle() {
	r.finds = oneACause(r.finds)
	finding.Sort(r.finds)
	reason := ""
	switch r.k.Rules.Effect(r.finds) {
	case check.Refuse:
		r.ret.Outcome, reason = load.Refused, "refused-return"
		r.awards, r.tallies, r.declare, r.printed, r.figures, r.listed, r.people = nil, nil, nil, nil, nil, nil, nil
	case check.Hold:
		r.ret.Outcome, reason = load.Held, "held-return"
	default:
		r.ret.Outcome = load.Accepted
		if worst := finding.Worst(r.finds); worst != "" && worst != finding.Query {
			r.ret.Outcome = load.AcceptedWithWarnings
		}
	}
	if reason == "" {
		return
	}
	var errors []finding.Finding
	for _, f := range r.finds {
		if f.Severity == finding.Error {
			errors = append(errors, f)
		}
	}
	for _, s := range r.sheets {
		s.ledger.reject(reason, errors)
	}
}

// oneACause drops findings that repeat another's code and place.
func oneACause(fs []finding.Finding) []finding.Finding {
	type cause struct {
		code finding.Code
		at   finding.Place
	}
	seen := map[cause]bool{}
	return slices.DeleteFunc(fs, func(f finding.Finding) bool {
		c := cause{f.Code, f.At}
		was := seen[c]
		seen[c] = true
		return was
	})
}

// into adds the reading to the batch of its file.
func (r *reading) into(b *load.Batch) {
	b.Returns = append(b.Returns, r.ret)
	ledgers := make([]*ledger, 0, len(r.sheets)+len(r.beside))
	for _, s := range r.sheets {
		ledgers = append(ledgers, s.ledger)
	}
	for _, l := range append(ledgers, r.beside...) {
		l.Return = r.ret.ID
		b.Sheets = append(b.Sheets, l.Sheet)
	}
	for i, f := range r.finds {
		b.Findings = append(b.Findings, load.Finding{Return: r.ret.ID, No: i + 1, Finding: f})
	}
	b.Awards = append(b.Awards, r.awards...)
	b.Tallies = append(b.Tallies, r.tallies...)
	b.Declared = append(b.Declared, r.declare...)
	b.Printed = append(b.Printed, r.printed...)
	b.Statistics = append(b.Statistics, r.figures...)
	b.Listed = append(b.Listed, r.listed...)
	b.People = append(b.People, r.people...)
}

// has says whether the table has a column of the field.
func (s *sheet) has(field string) bool {
	return slices.ContainsFunc(s.Columns, func(c layout.Column) bool { return c.Field == field })
}

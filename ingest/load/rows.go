//go:build duckdb_arrow

package load

import (
	"context"
	"database/sql"
)

// laid is how batches become rows of a raw table.
type laid struct {
	table raw
	count func(*Batch) int
	put   func(*Batch, *sheaf)
}

// layers are the raw tables of a file in the order in which they are written.
var layers = []laid{
	{rawFile, func(*Batch) int { return 1 }, (*Batch).putFile},
	{rawReturn, func(b *Batch) int { return len(b.Returns) }, (*Batch).putReturns},
	{rawRow, func(b *Batch) int { rows, _ := b.Size(); return rows }, (*Batch).putRows},
	{rawCell, func(b *Batch) int { _, cells := b.Size(); return cells }, (*Batch).putCells},
	{rawFinding, func(b *Batch) int { return len(b.Findings) }, (*Batch).putFindings},
	{rawAward, func(b *Batch) int { return len(b.Awards) }, (*Batch).putAwards},
	{rawTally, func(b *Batch) int { return len(b.Tallies) }, (*Batch).putTallies},
	{rawDeclared, func(b *Batch) int { return len(b.Declared) }, (*Batch).putDeclared},
	{rawPrinted, func(b *Batch) int { return len(b.Printed) }, (*Batch).putPrinted},
	{rawStatistic, func(b *Batch) int { return len(b.Statistics) }, (*Batch).putStatistics},
	{rawListed, func(b *Batch) int { return len(b.Listed) }, (*Batch).putListed},
	{rawPerson, func(b *Batch) int { return len(b.People) }, (*Batch).putPeople},
}

// write lays batches out as the columns of the table and inserts them, on a connection that is inside a transaction.
func (l laid) write(ctx context.Context, conn *sql.Conn, batches []*Batch) error {
	room := 0
	for _, b := range batches {
		room += l.count(b)
	}
	s := newSheaf(ctx, conn, l.table, room)
	defer s.build.Release()
	for _, b := range batches {
		l.put(b, s)
	}
	s.insert()
	return s.err
}

func (b *Batch) putFile(s *sheaf) {
	f := b.File
	s.text(f.Hash, f.Name)
	s.whole(max(f.Size, int64(len(f.Content))))
	s.text(f.Fingerprint)
	s.day(f.ReceivedOn)
	s.text(f.Sender, f.Revises, f.RevisesMark, f.Note)
	s.bytes(f.Content)
	s.whole(int64(f.IntakeNo))
	s.text(f.ReceivedText, f.ReceivedCell, f.SenderCell, f.RegisterFile)
	s.text(f.Prints.Reader, f.Prints.Layouts, f.Prints.Rules, f.Prints.Reference, f.Prints.Board, f.Prints.Register)
	s.end()
}

func (b *Batch) putReturns(s *sheaf) {
	for _, r := range b.Returns {
		s.text(r.ID, r.FileHash, r.FileName, r.Sheet)
		s.whole(int64(r.Ordinal))
		s.text(r.Form, r.Unit, r.Sender, r.Province, r.Period, r.Part)
		s.whole(int64(r.ReportYear))
		s.text(r.Scope, r.Outcome)
		s.flag(r.IsRevision)
		s.text(r.RevisionMark, r.RevisesFile, r.RevisesReturn)
		s.day(r.DatedOn)
		s.day(r.ReceivedOn)
		for _, t := range []Tallied{r.RowCounts, r.CellCounts} {
			s.whole(t.Read, t.Used, t.Excluded, t.Rejected)
		}
		s.whole(int64(r.IntakeNo))
		s.text(r.Role)
		s.flag(r.IsZero)
		s.end()
	}
}

func (b *Batch) putRows(s *sheaf) {
	for i := range b.Sheets {
		sheet := &b.Sheets[i]
		for _, r := range sheet.Rows {
			s.text(sheet.Return, sheet.Name)
			s.whole(int64(r.No))
			s.text(r.Kind, r.Disposition, r.Reason)
			s.end()
		}
	}
}

func (b *Batch) putCells(s *sheaf) {
	for i := range b.Sheets {
		sheet := &b.Sheets[i]
		for j := range sheet.Cells {
			c := &sheet.Cells[j]
			s.text(sheet.Return, sheet.Name, c.Place())
			s.whole(int64(c.Row), int64(c.Col))
			s.text(c.Text, c.Field, c.Disposition, c.Reason)
			s.end()
		}
	}
}

func (b *Batch) putFindings(s *sheaf) {
	for _, f := range b.Findings {
		s.text(f.Return)
		s.whole(int64(f.No))
		s.text(f.At.File, f.At.Sheet, f.At.Cell, string(f.Code), string(f.Severity), f.Got,
			f.Want.VI, f.Want.EN, f.Mend.VI, f.Mend.EN)
		s.end()
	}
}

func (b *Batch) putAwards(s *sheaf) {
	for i := range b.Awards {
		a := &b.Awards[i]
		s.text(a.ID, a.Return)
		s.flag(a.IsProposal)
		s.text(a.Unit, a.Sender, a.WorkplaceCode, a.Workplace, a.DecidedBy, a.RecipientKind, a.Name)
		s.day(a.BirthOn)
		s.wholeOrNull(int64(a.BirthYear))
		s.text(a.RecipientKey, a.NameKey, a.Form, a.Level, a.Achievement, a.Movement, a.Field, a.DecisionNo)
		s.day(a.DecidedOn)
		s.whole(int64(a.Year))
		s.textOrNull(a.Class)
		s.triState(a.Woman, a.EthnicMinority, a.Religious, a.SmallCollective, a.Enterprise)
		s.text(a.Event, a.File, a.Sheet)
		s.whole(int64(a.Row))
		s.text(a.NameCell, a.FormCell, a.GenderCell, a.BirthCell, a.ClassCell)
		s.end()
	}
}

func (b *Batch) putTallies(s *sheaf) {
	for i := range b.Tallies {
		t := &b.Tallies[i]
		s.text(t.Return, t.Unit, t.Sender)
		s.whole(int64(t.Year))
		s.text(t.Form, t.Level, t.Measure, t.Achievement)
		s.whole(t.Amount)
		s.text(t.File, t.Sheet, t.Cell, t.Recipient)
		s.end()
	}
}

func (b *Batch) putDeclared(s *sheaf) {
	for _, d := range b.Declared {
		s.text(d.Return, d.Unit)
		s.whole(int64(d.Year))
		s.text(d.Form, d.Sheet, d.Cell)
		s.end()
	}
}

func (b *Batch) putPrinted(s *sheaf) {
	for _, p := range b.Printed {
		s.text(p.Return, p.Unit)
		s.whole(int64(p.Year))
		s.text(p.Form, p.Measure)
		s.whole(p.Printed, p.Computed)
		s.text(p.File, p.Sheet, p.Cell)
		s.end()
	}
}

func (b *Batch) putStatistics(s *sheaf) {
	for i := range b.Statistics {
		f := &b.Statistics[i]
		s.text(f.Return, f.Unit, f.Sender)
		s.whole(int64(f.Year))
		s.text(f.Measure, f.Statistic, f.Column)
		s.whole(f.Amount)
		s.text(f.File, f.Sheet, f.Cell)
		s.end()
	}
}

func (b *Batch) putListed(s *sheaf) {
	for i := range b.Listed {
		l := &b.Listed[i]
		s.text(l.Return, l.List, l.Sheet, l.Cell)
		s.whole(int64(l.Row))
		s.text(l.Name, l.Code, l.Kind, l.Means, l.MeansName, l.Parent, l.Official, l.Period, l.Role, l.Of)
		s.day(l.From)
		s.day(l.To)
		s.day(l.Due)
		s.whole(int64(l.Year))
		s.text(l.Note)
		s.whole(l.Amount)
		s.end()
	}
}

func (b *Batch) putPeople(s *sheaf) {
	for i := range b.People {
		p := &b.People[i]
		s.text(p.ID, p.Return, p.List, p.Unit, p.Sender, p.WorkplaceCode, p.Workplace, p.RecipientKind, p.Name)
		s.day(p.BirthOn)
		s.wholeOrNull(int64(p.BirthYear))
		s.text(p.RecipientKey, p.NameKey, p.Role, p.Level)
		s.whole(int64(p.Year))
		s.text(p.Sector, p.Field, p.Status)
		s.textOrNull(p.Class)
		s.triState(p.Woman, p.EthnicMinority, p.Religious, p.Young, p.DirectWorker)
		s.text(p.File, p.Sheet)
		s.whole(int64(p.Row))
		s.text(p.NameCell, p.RoleCell, p.GenderCell, p.BirthCell, p.ClassCell, p.SectorCell)
		s.text(p.EthnicCell, p.ReligionCell, p.YoungCell, p.FieldCell, p.KindCell, p.UnitCell)
		s.end()
	}
}

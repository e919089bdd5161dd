package ingest

import (
	"errors"
	"fmt"
	"slices"

	"tdkt/data"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
	"tdkt/ingest/load"
)

// contents are the sheets of a file, sorted by what becomes of them.
type contents struct {
	readings    []*reading
	beside      []*ledger // sheets that are no returns
	asides      []aside   // what is to be told of them
	rows, cells int       // all that the file holds
}

// readFile reads one file to the batch that the warehouse keeps of it. An error is ours.
func (k *Knowledge) readFile(src *source) (*load.Batch, error) {
	book, faults, err := k.bookOf(src)
	if err != nil {
		return nil, err
	}
	c := k.sortSheets(src, book)
	if len(c.readings) == 0 {
		c.readings = append(c.readings, k.unreadable(src, faults, c.beside))
	} else {
		c.readings[0].finds = append(c.readings[0].finds, faults...)
	}
	// What no return reads is answered for by the first that was recognised.
	answering := c.readings[0]
	for _, r := range c.readings {
		if len(r.sheets) > 0 {
			answering = r
			break
		}
	}
	answering.beside = append(answering.beside, c.beside...)
	answering.tellAsides(c.asides)

	b := &load.Batch{}
	for _, r := range c.readings {
		if len(r.sheets) > 0 {
			r.interpret()
		}
		r.settle()
		if r.err != nil {
			return nil, r.err
		}
		r.into(b)
	}
	b.Count()
	return b, b.Lost(c.rows, c.cells)
}

// bookOf reads the cells of a source. An archive has none, and of it is told what it did not give.
func (k *Knowledge) bookOf(src *source) (grid.Book, []finding.Finding, error) {
	if src.told == nil {
		src.told = toldOfArchive(src.content)
	}
	if src.told != nil {
		faults, err := src.told(k.Rules, src.name)
		return grid.Book{}, faults, err
	}
	return cellsOf(k.Rules, src.name, src.content)
}

// cellsOf reads the cells of a file; faults of the file get the words of their rules.
func cellsOf(rules check.Rules, name string, content []byte) (grid.Book, []finding.Finding, error) {
	book, faults, err := grid.Read(name, content)
	for i := range faults {
		var ours error
		faults[i], ours = rules.Word(faults[i])
		err = errors.Join(err, ours)
	}
	return book, faults, err
}

// sortSheets recognises the sheets of a file and gathers them into returns.
func (k *Knowledge) sortSheets(src *source, book grid.Book) contents {
	var c contents
	for _, sh := range book.Sheets {
		if len(sh.Rows) == 0 {
			continue
		}
		c.rows += len(sh.Rows)
		for _, row := range sh.Rows {
			c.cells += len(row.Cells)
		}
		results := layout.RecogniseAll(sh, k.Layouts, k.known)
		if a, ok := k.asideOf(sh, results); ok && (sh.Hidden || results[0].Instruction) {
			c.asides = append(c.asides, a)
		}
		if reason := asideReason(sh, results[0]); reason != "" {
			c.beside = append(c.beside, setAside(sh, load.Excluded, reason))
		} else {
			c.readings = k.sortTables(c.readings, src, sh, results)
		}
	}
	return c
}

// asideReason says why a sheet is no return, "" where it may be one.
func asideReason(sh grid.Sheet, first layout.Result) string {
	switch {
	case sh.Hidden:
		return "hidden-sheet"
	case first.Instruction:
		return "instruction-sheet"
	case first.Lookup && first.Table == nil:
		return "lookup-sheet"
	}
	return ""
}

// sortTables gathers the tables that stand in one sheet, one beneath another; rows that fit no
// layout are a refused return of their own, never lost.
func (k *Knowledge) sortTables(readings []*reading, src *source, sh grid.Sheet, results []layout.Result) []*reading {
	rest := sh
	for i, res := range results {
		if res.Table == nil && i == 0 {
			if last := lastTable(readings, sh.No); last != nil {
				if t := layout.Continue(sh, last.sheets[len(last.sheets)-1].Table, k.known); t != nil {
					last.add(t)
					return readings
				}
			}
		}
		if res.Table == nil {
			return append(readings, k.unrecognised(src, rest, res, ordinal(readings, load.Unknown)))
		}
		readings = k.gather(readings, src, res.Table)
		rest.Rows = rest.Rows[len(res.Table.Rows):]
	}
	return readings
}

// lastTable is the return whose table stands last in the sheet before a sheet: one that goes
// on in the next carries on that table.
func lastTable(readings []*reading, sheetNo int) *reading {
	if len(readings) == 0 {
		return nil
	}
	for _, r := range slices.Backward(readings) {
		if n := len(r.sheets); n > 0 && r.sheets[n-1].SheetNo == sheetNo-1 {
			return r
		}
	}
	return nil
}

// setAside makes the ledger of a sheet that is not read.
func setAside(sh grid.Sheet, disposition, reason string) *ledger {
	cells := 0
	for _, row := range sh.Rows {
		cells += len(row.Cells)
	}
	l := newLedger(sh.Name, len(sh.Rows), cells)
	for _, row := range sh.Rows {
		l.enter(row.No, row.Cells, "sheet", disposition, reason)
	}
	return l
}

// gather adds a table to the return of its form, or begins a return where the head names
// another unit or period than the one before.
func (k *Knowledge) gather(readings []*reading, src *source, t *layout.Table) []*reading {
	for _, r := range slices.Backward(readings) { // a sheet without a head goes on where the one before it ended
		if r.ret.Form == t.Layout.Code && len(r.sheets) > 0 && sameReturn(r.sheets[0].Head, t.Head) {
			r.add(t)
			return readings
		}
	}
	r := newReading(k, src, t.Layout.Code, ordinal(readings, t.Layout.Code))
	r.add(t)
	return append(readings, r)
}

// sameReturn says whether two sheets of one form can be one return: what both state is
// the same.
func sameReturn(a, b layout.Head) bool {
	same := func(x, y layout.Fact) bool {
		return !x.Stated() || !y.Stated() || data.Key(x.Text) == data.Key(y.Text)
	}
	return same(a.Unit, b.Unit) && same(a.Period, b.Period) && same(a.Year, b.Year) && same(a.Part, b.Part)
}

// ordinal numbers the returns of one form in one file from 1.
func ordinal(readings []*reading, form string) int {
	n := 1
	for _, r := range readings {
		if r.ret.Form == form {
			n++
		}
	}
	return n
}

// noLayout are the words of layout-unknown where nothing comes near.
func noLayout() check.Words {
	return check.Words{"nearest_vi": "không có", "nearest_en": "none",
		"missing_vi": "dòng đầu bảng", "missing_en": "the header row"}
}

// unrecognised makes the refused return of a sheet that fits no layout.
func (k *Knowledge) unrecognised(src *source, sh grid.Sheet, res layout.Result, ordinal int) *reading {
	r := newReading(k, src, load.Unknown, ordinal)
	r.ret.Sheet = sh.Name
	r.beside = []*ledger{setAside(sh, load.Rejected, "layout-unknown")}
	r.stateSender()
	w := noLayout()
	if res.Nearest != nil {
		w["nearest_vi"], w["nearest_en"] = res.Nearest.NameVI, res.Nearest.NameEN
		w["missing_vi"], w["missing_en"] = missingWords(res.Nearest, res.Missing, res.AnyMissing)
	}
	r.find("layout-unknown", sh.Name, res.At, "", w)
	return r
}

// unreadable makes the refused return of a file that gave no sheet to read.
func (k *Knowledge) unreadable(src *source, faults []finding.Finding, beside []*ledger) *reading {
	r := newReading(k, src, load.Unknown, 1)
	r.stateSender()
	r.finds = append(r.finds, faults...)
	switch {
	case slices.ContainsFunc(faults, func(f finding.Finding) bool { return f.Severity == finding.Error }):
	case len(beside) > 0: // all sheets are hidden, lists of codes or instructions
		r.find("layout-unknown", beside[0].Name, "A1", "", noLayout())
	default:
		r.find("layout-unknown", "", "", "", noLayout())
	}
	return r
}

// guarded reads a file and turns a panic, which is a fault of ours, into an error, so
// that the other files are read all the same.
func (k *Knowledge) guarded(src *source) (b *load.Batch, err error) {
	defer func() {
		if p := recover(); p != nil {
			b, err = nil, fmt.Errorf("read %q: panic: %v", src.name, p)
		}
	}()
	if b, err = k.readFile(src); err != nil {
		err = fmt.Errorf("read %q: %w", src.name, err)
	}
	return b, err
}

package load

import "fmt"

// Count fills the row and cell counts of the returns from the rows and cells.
func (b *Batch) Count() {
	at := map[string]*Return{}
	for i := range b.Returns {
		r := &b.Returns[i]
		r.RowCounts, r.CellCounts = Tallied{}, Tallied{}
		at[r.ID] = r
	}
	for i := range b.Sheets {
		s := &b.Sheets[i]
		r := at[s.Return]
		if r == nil {
			continue
		}
		for j := range s.Rows {
			r.RowCounts.add(s.Rows[j].Disposition)
		}
		for j := range s.Cells {
			r.CellCounts.add(s.Cells[j].Disposition)
		}
	}
}

func (t *Tallied) add(disposition string) {
	t.Read++
	switch disposition {
	case Used:
		t.Used++
	case Excluded:
		t.Excluded++
	case Rejected:
		t.Rejected++
	}
}

// Lost tells, as an error of ours, which row or cell of a file did not end as used,
// excluded or rejected, or stands in no return. rows and cells are what the file holds.
func (b *Batch) Lost(rows, cells int) error {
	var r, c Tallied
	for _, x := range b.Returns {
		for _, t := range []Tallied{x.RowCounts, x.CellCounts} {
			if t.Read != t.Used+t.Excluded+t.Rejected {
				return fmt.Errorf("return %s of %q: read %d, but used %d + excluded %d + rejected %d",
					x.ID, x.FileName, t.Read, t.Used, t.Excluded, t.Rejected)
			}
		}
		r.Read += x.RowCounts.Read
		c.Read += x.CellCounts.Read
	}
	if r.Read != int64(rows) || c.Read != int64(cells) {
		return fmt.Errorf("file %q holds %d rows and %d cells, its returns answer for %d and %d",
			b.File.Name, rows, cells, r.Read, c.Read)
	}
	for i := range b.Sheets {
		s := &b.Sheets[i]
		for _, row := range s.Rows {
			if row.Disposition != Used && row.Reason == "" {
				return fmt.Errorf("file %q: row %d of sheet %q is %s without a reason", b.File.Name, row.No, s.Name, row.Disposition)
			}
		}
		for j := range s.Cells {
			if x := &s.Cells[j]; x.Disposition != Used && x.Reason == "" {
				return fmt.Errorf("file %q: cell %s of sheet %q is %s without a reason", b.File.Name, x.Place(), s.Name, x.Disposition)
			}
		}
	}
	return nil
}

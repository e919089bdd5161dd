package ingest

import (
	"context"

	"tdkt/ingest/load"
)

// writer puts prepared files into the warehouse in order of name. Several that follow one another go in one transaction,
// for a commit costs as much as a small file; a file is in the warehouse whole or not at all all the same.
type writer struct {
	*engine
	jobs   []job
	report Report
	faults []error

	wait  []prepared // to be written
	at    []int      // their jobs
	bytes int64      // of their originals
	cells int        // in them
}

// Bounds on the files of one transaction, in bytes of the originals and in cells.
const (
	fewBytes = 16 << 20
	fewCells = 250_000
)

// take enters a file: it is written with those that wait, once they are enough.
func (w *writer) take(ctx context.Context, at int, p prepared) {
	if w.waits(p.report.Hash) {
		w.flush(ctx)
	}
	if p.batch == nil || w.done[p.report.Hash] {
		w.flush(ctx)
		if p.report.State != Failed { // in the warehouse from before, or just now as the same bytes under another name
			p.report.State = Already
		}
		w.answer(at, p.report)
		return
	}
	w.wait, w.at = append(w.wait, p), append(w.at, at)
	w.bytes += w.jobs[at].size
	_, cells := p.batch.Size()
	w.cells += cells
	if w.bytes > fewBytes || w.cells > fewCells {
		w.flush(ctx)
	}
}

func (w *writer) waits(hash string) bool {
	for _, p := range w.wait {
		if p.report.Hash == hash {
			return true
		}
	}
	return false
}

// flush writes the files that wait. Where that fails each is tried by itself, so that one does not keep out the others.
func (w *writer) flush(ctx context.Context) {
	if len(w.wait) == 0 {
		return
	}
	batches := make([]*load.Batch, len(w.wait))
	for i, p := range w.wait {
		w.opt.tell(Loading, w.at[i]+1, len(w.jobs), p.report.Name)
		batches[i] = p.batch
	}
	err := load.Write(ctx, w.conn, batches...)
	for i, p := range w.wait {
		f := p.report
		f.Err = err
		if err != nil && len(w.wait) > 1 {
			f.Err = load.Write(ctx, w.conn, p.batch)
		}
		if f.Err != nil {
			f.State = Failed
		} else {
			f.State, f.Returns = Read, p.batch.Returns
			for _, x := range p.batch.Findings {
				f.Findings = append(f.Findings, x.Finding)
			}
			w.done[f.Hash] = true
		}
		w.answer(w.at[i], f)
	}
	clear(w.wait)
	w.wait, w.at, w.bytes, w.cells = w.wait[:0], w.at[:0], 0, 0
}

// answer enters the report of a file of which nothing more is asked.
func (w *writer) answer(at int, f FileReport) {
	if done := w.jobs[at].done; done != nil {
		done()
	}
	if f.Err != nil {
		w.faults = append(w.faults, f.Err)
	}
	w.report.Files = append(w.report.Files, f)
}

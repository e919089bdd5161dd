package ingest

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"runtime"

	"tdkt/data"
	"tdkt/ingest/archive"
	"tdkt/ingest/check"
	"tdkt/ingest/finding"
	"tdkt/ingest/load"
)

// Options are what Ingest is handed from outside.
type Options struct {
	Now      func() data.Date                              // the day of receipt where no register tells it
	Revises  string                                        // file name or return_id that the one file given replaces
	Progress func(stage Stage, at, total int, name string) // called as each file's turn comes, in order; may be nil
	Workers  int                                           // files read at once; 0 takes one a processor
}

// Stage is what is about to be done with a file.
type Stage int

// The stages of a file: it is waited for until it is read, then written. One that is in the
// warehouse already is not written.
const (
	Reading Stage = iota
	Loading
)

func (o Options) tell(stage Stage, at, total int, name string) {
	if o.Progress != nil {
		o.Progress(stage, at, total, name)
	}
}

// The states of a file in a Report.
const (
	Read    = "read"    // read now and written
	Already = "already" // in the warehouse already, nothing done
	Failed  = "failed"  // a fault of ours; nothing of it was written
)

// FileReport tells what became of one file. Returns and Findings are those of a file read now.
type FileReport struct {
	Name, Path, Hash string
	State            string
	Returns          []load.Return
	Findings         []finding.Finding
	Err              error
}

// Report tells what became of the files, in order of name. Findings are about the intake
// registers, which are no returns.
type Report struct {
	Files    []FileReport
	Findings []finding.Finding
}

// Count gives the number of files in a state.
func (r Report) Count(state string) (n int) {
	for _, f := range r.Files {
		if f.State == state {
			n++
		}
	}
	return n
}

// ErrSeveral says that more or fewer than one file were given to replace a return.
var ErrSeveral = errors.New("one file can replace a return")

// Ingest reads the files, folders and archives into the raw tables, one transaction a file. A file
// whose bytes, register row and way of reading are as before is left alone. Faults of
// returns are in the Report; the error joins our own, each of which concerns one file, and
// the others are read all the same. Cancelling the context stops between two files.
func Ingest(ctx context.Context, db *sql.DB, paths []string, opt Options) (Report, error) {
	e, err := begin(ctx, db, opt)
	if err != nil {
		return Report{}, err
	}
	defer e.conn.Close()
	files, faults, err := walk(paths, e.k.Rules)
	if err != nil {
		return Report{}, err
	}
	if opt.Revises != "" && len(files) != 1 {
		return Report{}, fmt.Errorf("revises %q: %w: %d were given", opt.Revises, ErrSeveral, len(files))
	}
	jobs := make([]job, len(files))
	for i, f := range files {
		jobs[i] = e.jobOf(f)
	}
	report, err := e.run(ctx, jobs)
	report.Findings = faults
	return report, err
}

// jobOf is the job of reading a file that was found.
func (e *engine) jobOf(f found) job {
	if f.replaces != "" { // under the name by which the warehouse holds it, where it does
		f.intake.revises = cmp.Or(e.kept[f.replaces].Name, f.intake.revises)
	}
	j := job{name: f.name, path: f.onDisk(), intake: f.intake, listed: f.listed, open: f.content}
	switch a := f.packed; {
	case f.err != nil:
	case f.inside != "":
		j.hash, j.size = a.files[f.inside].hash, a.files[f.inside].size
		j.done = func() { a.release(f.inside) }
	case a != nil:
		j.size, j.told = a.size, a.findings
	default:
		if info, err := os.Stat(j.path); err == nil {
			j.size = info.Size()
		}
		if j.size > archive.MaxFile {
			j.told = tooLarge(j.size)
		}
	}
	if j.size > archive.MaxFile {
		j.open = func() ([]byte, error) { return nil, nil }
		var err error
		if j.hash, err = digestOfEnds(j.path, j.size); err != nil {
			j.open, j.hash = func() ([]byte, error) { return nil, err }, ""
		}
	}
	return j
}

// Refresh reads again, from the kept originals, every file whose way of reading has changed. Of a file that was too large to
// keep, what was told stays.
func Refresh(ctx context.Context, db *sql.DB, opt Options) (Report, error) {
	e, err := begin(ctx, db, opt)
	if err != nil {
		return Report{}, err
	}
	defer e.conn.Close()
	var jobs []job
	for _, kept := range e.kept.sorted() {
		if kept.Whole {
			jobs = append(jobs, job{name: kept.Name, size: kept.Size, hash: kept.Hash,
				open: func() ([]byte, error) { return load.Original(ctx, db, kept.Hash) }})
		}
	}
	return e.run(ctx, jobs)
}

// job is one file to be looked at.
type job struct {
	name, path string
	size       int64  // in bytes
	hash       string // known beforehand for kept originals and files in archives
	intake     intake
	listed     bool
	open       func() ([]byte, error)
	done       func() // called when nothing more is asked; may be nil
	told       told   // what is told of the file instead of reading it; may be nil
}

// told makes the findings about a file that is not read, under the name that it has.
type told func(rules check.Rules, name string) ([]finding.Finding, error)

// engine holds what one run of ingest needs.
type engine struct {
	k    *Knowledge
	db   *sql.DB
	conn *sql.Conn
	opt  Options
	kept stored          // as the run found it
	done map[string]bool // hashes of what this run wrote
	no   int             // of this run among those that brought files
}

func begin(ctx context.Context, db *sql.DB, opt Options) (*engine, error) {
	if opt.Now == nil {
		return nil, errors.New("ingest: no clock was handed in")
	}
	if err := load.Create(ctx, db); err != nil {
		return nil, err
	}
	k, err := knowWithBoard(ctx, db)
	if err != nil {
		return nil, err
	}
	files, err := load.Files(ctx, db)
	if err != nil {
		return nil, err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	no := 0
	for _, f := range files {
		no = max(no, f.IntakeNo)
	}
	return &engine{k: k, db: db, conn: conn, opt: opt, kept: storedOf(files), done: map[string]bool{}, no: no + 1}, nil
}

// prepared is a file after reading, waiting for its turn to be written.
type prepared struct {
	report FileReport
	batch  *load.Batch
}

// run reads jobs by several workers and writes them in order.
func (e *engine) run(ctx context.Context, jobs []job) (Report, error) {
	workers := cmp.Or(max(0, e.opt.Workers), runtime.NumCPU())
	results := make([]chan prepared, len(jobs))
	for i := range results {
		results[i] = make(chan prepared, 1)
	}
	reading, stop := context.WithCancel(ctx)
	defer stop()
	ahead := newTurns(workers)
	go func() {
		for i := range jobs {
			if !ahead.take(reading, jobs[i].size) {
				return
			}
			go func() {
				defer ahead.read()
				results[i] <- e.prepare(&jobs[i])
			}()
		}
	}()
	w := writer{engine: e, jobs: jobs}
	for i := range jobs {
		e.opt.tell(Reading, i+1, len(jobs), jobs[i].name)
		if ctx.Err() == nil {
			select {
			case p := <-results[i]:
				w.take(ctx, i, p)
				ahead.give(jobs[i].size)
				continue
			case <-ctx.Done():
			}
		}
		w.flush(context.WithoutCancel(ctx)) // what was read is kept
		return w.report, errors.Join(append(w.faults, ctx.Err())...)
	}
	w.flush(ctx)
	return w.report, errors.Join(w.faults...)
}

// prepare reads one file, unless the warehouse holds it as it would be read now.
func (e *engine) prepare(j *job) prepared {
	p := prepared{report: FileReport{Name: j.name, Path: j.path, Hash: j.hash}}
	kept, known := e.kept[j.hash]
	var content []byte
	var err error
	if j.hash == "" {
		if content, err = j.open(); err != nil {
			return failed(p, fmt.Errorf("open %q: %w", j.name, err))
		}
		sum := sha256.Sum256(content)
		p.report.Hash = hex.EncodeToString(sum[:])
		kept, known = e.kept[p.report.Hash]
	}
	file := e.fileOf(j, kept)
	if known && kept.Fingerprint == file.Fingerprint {
		p.report.State = Already
		return p
	}
	if content == nil { // nil where the file is too large to keep
		if content, err = j.open(); err != nil {
			return failed(p, fmt.Errorf("open %q: %w", j.name, err))
		}
	}
	file.Hash, file.Content, file.Size = p.report.Hash, content, max(j.size, int64(len(content)))
	in := intake{receivedOn: file.ReceivedOn, receivedText: file.ReceivedText, receivedAt: file.ReceivedCell,
		sender: file.Sender, senderAt: file.SenderCell, revises: file.Revises, note: file.Note, registerFile: file.RegisterFile}
	src := &source{name: file.Name, hash: file.Hash, content: content, intake: in,
		revisesMark: file.RevisesMark, receivedOn: file.ReceivedOn, intakeNo: file.IntakeNo, told: j.told}
	batch, err := e.k.guarded(src)
	if err != nil {
		return failed(p, err)
	}
	batch.File = file
	p.batch = batch
	return p
}

func failed(p prepared, err error) prepared {
	p.report.State, p.report.Err = Failed, err
	return p
}

// fileOf settles what is known of a file besides its bytes: from the register, else from
// what the warehouse kept, else from the clock.
func (e *engine) fileOf(j *job, kept load.File) load.File {
	f := load.File{Name: j.name, ReceivedOn: kept.ReceivedOn, Sender: kept.Sender, Revises: kept.Revises,
		RevisesMark: kept.RevisesMark, Note: kept.Note,
		RegisterFile: kept.RegisterFile, ReceivedText: kept.ReceivedText, ReceivedCell: kept.ReceivedCell, SenderCell: kept.SenderCell}
	f.IntakeNo = e.no
	if kept.Name != "" { // the same bytes under a second name stay what they were
		f.Name, f.IntakeNo = kept.Name, kept.IntakeNo
	}
	if j.listed {
		if !j.intake.receivedOn.IsZero() {
			f.ReceivedOn = j.intake.receivedOn
		}
		f.Sender, f.Note = j.intake.sender, j.intake.note
		f.RegisterFile, f.ReceivedText = j.intake.registerFile, j.intake.receivedText
		f.ReceivedCell, f.SenderCell = j.intake.receivedAt, j.intake.senderAt
		if f.Revises, f.RevisesMark = j.intake.revises, ""; f.Revises != "" {
			f.RevisesMark = "register"
		}
	}
	if e.opt.Revises != "" {
		f.Revises, f.RevisesMark = e.opt.Revises, "flag"
	}
	if f.ReceivedOn.IsZero() {
		f.ReceivedOn = e.opt.Now()
	}
	doubted := "" // a day of receipt that is no date, with the place at which it is found fault with
	if f.ReceivedText != "" {
		doubted = fmt.Sprintf("%q %q %q", f.ReceivedText, f.RegisterFile, f.ReceivedCell)
	}
	f.Prints = e.k.prints
	if saysNothing(f.Note) { // it is read too
		doubted += " zero"
	}
	f.Prints.Register = printOf("%q %q %q %q %q", doubted, f.ReceivedOn, f.Sender, f.Revises, f.RevisesMark)
	f.Fingerprint = printOf("%q %q", e.k.fingerprint, f.Prints.Register)
	return f
}

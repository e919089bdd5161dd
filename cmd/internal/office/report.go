package office

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"tdkt/charts/report"
	"tdkt/data"
	"tdkt/queries/door"
	"tdkt/queries/table"
)

// ErrNoYear says that no award year has figures, so that none is the newest.
var ErrNoYear = errors.New("no award year has figures")

// ErrReport is a report that cannot be asked for; its text is the code of report.Request.Check.
type ErrReport string

func (e ErrReport) Error() string { return "report: " + string(e) }

// ErrReportKind is a kind of report that cannot be of the period asked for, or of none where none was.
type ErrReportKind struct {
	Kind   data.ReportKind
	Period data.ReportPeriod
}

func (e ErrReportKind) Error() string {
	return fmt.Sprintf("report: a report of the kind %s cannot be of %q", e.Kind.Code, e.Period)
}

// Report writes a report of the published copy into the folder bao-cao of a folder, and beside it, where its kind says so, the summary
// workbook and the forms of the one year that it is of. What somebody changed there since it was written is kept under another name, also where
// what follows fails. A request without a kind is of the one that its period has by default; without a period, of the newest
// year; without a comparison, with the period before, unless alone.
// Only where the office is asked for names a list with the names of the recipients is written too.
func (o *Office) Report(ctx context.Context, dir string, r report.Request, alone bool) (w Reports, err error) {
	o.say("cmd.progress.report")
	d, err := o.Door()
	if err != nil {
		return w, err
	}
	defer d.Close()
	if r, err = o.whole(ctx, d, r, alone); err != nil {
		return w, err
	}
	in, err := o.reportInput(ctx, d, r)
	if err != nil {
		return w, err
	}
	write := func(w io.Writer) error { return report.Write(w, in) }
	if o.OwnWord != nil {
		content, err := o.fill(ctx, d, in)
		if err != nil { // nothing is written
			return w, err
		}
		write = func(w io.Writer) error { _, err := w.Write(content); return err }
	}
	s, err := openShelf(filepath.Join(dir, "bao-cao"))
	if err != nil {
		return w, err
	}
	defer func() { w.Kept = s.kept }()
	if w.Word, err = s.write(r.Kind.File+".docx", write); err != nil {
		return w, err
	}
	if year := r.Period.From; r.Kind.Forms && r.Period == data.YearPeriod(year) {
		w.Book, err = o.summaryBook(ctx, d, s, r)
		if err == nil {
			w.Forms, w.Empty, err = o.statForms(ctx, d, s, year)
		}
	}
	switch {
	case err != nil:
	case o.WithNames:
		w.Names, err = o.names(ctx, d, s, in)
	case s.has(namesFile): // nobody asks for names now, and it may tell of another period
		kept := len(s.kept)
		if err = s.remove(namesFile); err == nil && len(s.kept) == kept { // of what is kept Kept tells
			w.Names.Gone = filepath.Join(s.dir, namesFile)
		}
	}
	return w, err
}

// Reports are the files written for people to go on with.
type Reports struct {
	Word  string    // the year-end report; "" where none is written
	Book  string    // the summary workbook of the year; "" where the report is of no one year
	Forms []string  // the statistical forms and tables of the year
	Empty []string  // forms of movements, bodies and staff that are not written, for no return tells them
	Names NamesList // the list of recipients, where it was asked for
	Kept  []string  // what was there and had been changed, under the names that it has now
}

// whole fills in what a request leaves open.
func (o *Office) whole(ctx context.Context, d *door.Door, r report.Request, alone bool) (_ report.Request, err error) {
	if r.Period.IsZero() && (r.Kind.Code == "" || r.Kind.Takes(data.YearPeriod(1))) {
		newest, err := ask(ctx, d, "headline", 0)
		if err != nil {
			return r, err
		}
		if len(newest.Rows) == 0 {
			return r, ErrNoYear
		}
		r.Period = data.YearPeriod(int(*whole(newest, 0, "award_year")))
	}
	if r.Kind.Code == "" {
		if r, err = report.OfKind("", r); err != nil {
			return r, err
		}
	}
	if !r.Kind.Takes(r.Period) {
		return r, ErrReportKind{r.Kind, r.Period}
	}
	if r.Compare.IsZero() && !alone && !r.Period.IsZero() && r.Kind.Compare != data.WantNot {
		r.Compare = report.Before(r.Period)
	}
	if code := r.Check(); code != "" {
		return r, ErrReport(code)
	}
	return r, nil
}

// reportInput asks the named queries that a report is made from.
func (o *Office) reportInput(ctx context.Context, d *door.Door, r report.Request) (report.Input, error) {
	in := report.Input{Request: r, Tables: map[string]table.Table{}, Lang: o.Lang}
	for _, feed := range r.Feeds() {
		var err error
		if in.Tables[feed.Name()], err = askQuery(ctx, d, feed.Query, feed.Params); err != nil {
			return in, err
		}
	}
	in.Province, in.Texts = o.wordsOf(unitsIn(in.Tables["dim-unit"]))
	return in, nil
}

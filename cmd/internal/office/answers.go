package office

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"tdkt/charts"
	"tdkt/charts/ooxml"
	"tdkt/ingest"
	"tdkt/ingest/grid"
	"tdkt/ingest/load"
)

// Answers are the files written for the senders into a folder: a marked workbook and a letter for each file received.
type Answers struct {
	Dir                string
	Workbooks, Letters int
}

// answers writes the answer to each file of a report into the folder o.Feedback, also for those that were in the warehouse
// already. A file that could not be read through a fault of ours has none. All depends on what the warehouse holds alone.
func (o *Office) answers(ctx context.Context, db *sql.DB, report ingest.Report) (Answers, error) {
	done := Answers{Dir: o.Feedback}
	told, err := o.tell(ctx, db)
	if err != nil {
		return done, err
	}
	var files []ingest.FileReport
	for _, f := range report.Files {
		if f.State != ingest.Failed {
			files = append(files, f)
		}
	}
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = f.Name
	}
	places := answerPlaces(names)
	for i, f := range files {
		if ctx.Err() != nil {
			return done, ctx.Err()
		}
		o.progress(i+1, len(files), "cmd.progress.feedback", f.Name)
		content, err := load.Original(ctx, db, f.Hash)
		if err != nil {
			return done, err
		}
		if err := o.answerFile(told.answer(f), content, filepath.FromSlash(places[i]), report); err != nil {
			return done, fmt.Errorf("answer to %q: %w", f.Name, err)
		}
		done.Workbooks++
		done.Letters++
	}
	return done, nil
}

// answerFile writes the answer to one file at a place below the folder.
func (o *Office) answerFile(a charts.Answer, content []byte, place string, report ingest.Report) error {
	marked, ending, err := answerWorkbook(&a, content)
	if err != nil {
		return err
	}
	workbook := filepath.Join(o.Feedback, place+".ket-qua"+ending)
	letter := filepath.Join(o.Feedback, place+".thu.html")
	a.Workbook = filepath.Base(workbook)
	for _, path := range []string{workbook, letter} {
		if err := noReturn(path, report); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(filepath.Dir(workbook), 0o755); err != nil {
		return err
	}
	err = writeWhole(workbook, func(w io.Writer) error {
		_, err := w.Write(marked)
		return err
	})
	if err != nil {
		return err
	}
	return writeWhole(letter, func(w io.Writer) error { return charts.Letter(w, a) })
}

// answerWorkbook gives the sender's own workbook marked. Where that cannot be, it is a workbook of ours with the cells as
// they were read. A workbook that would be read otherwise after marking than before is not handed out. The answer is told
// whether anything could be read, and what the file is where it could not be opened.
func answerWorkbook(a *charts.Answer, content []byte) (marked []byte, ending string, err error) {
	book, _, err := grid.Read(a.File, content)
	if err != nil {
		return nil, "", err
	}
	a.Marks = slices.Clone(a.Marks)
	a.Unread = len(book.Sheets) == 0
	noteBlanks(a.Marks, book)
	noteKind(a.Marks, content)
	why := charts.Other
	switch {
	case book.Container == "xlsx":
		if marked, err = charts.MarkedWorkbook(content, *a); err == nil && sameCells(a.File, book, marked) {
			return marked, ooxml.Ending(content), nil
		}
		why = charts.Damaged
	case len(book.Sheets) == 0:
		marked, err = charts.CopiedWorkbook(nil, *a, charts.Unread)
		return marked, ".xlsx", err
	}
	pages, names := copied(book, a.Texts["answer.sheet_copied"])
	here := *a // whose marks stand on the pages of the copy
	here.Marks = slices.Clone(a.Marks)
	for i := range a.Marks {
		if m := &here.Marks[i]; m.Register == "" && (m.Sheet != "" || m.Row > 0) {
			m.Sheet = cmp.Or(names[m.Sheet], m.Sheet)
		}
	}
	marked, err = charts.CopiedWorkbook(pages, here, why)
	return marked, ".xlsx", err
}

// noteKind says of a file that cannot be opened what it is. How it is broken is for whoever runs the program, and in English.
func noteKind(marks []charts.Mark, content []byte) {
	for i := range marks {
		if m := &marks[i]; m.Code == "file-unreadable" && m.Cell == "" {
			m.Got = grid.Named(content)
		}
	}
}

// noteBlanks tells of each mark whether its cell is blank.
func noteBlanks(marks []charts.Mark, book grid.Book) {
	sheets := map[string]grid.Sheet{}
	for _, sh := range book.Sheets {
		sheets[sh.Name] = sh
	}
	for i := range marks {
		if m := &marks[i]; m.Row > 0 && m.Register == "" {
			sh, known := sheets[m.Sheet]
			_, filled := sh.Cell(m.Row, m.Col)
			m.Blank = known && !filled
		}
	}
}

// sameCells says whether a marked workbook holds the cells of the one it was made from, behind the sheet that was added.
func sameCells(name string, book grid.Book, marked []byte) bool {
	again, _, err := grid.Read(name, marked)
	if err != nil || len(again.Sheets) != len(book.Sheets)+1 {
		return false
	}
	for i, sh := range book.Sheets {
		got := again.Sheets[i+1]
		rows := func(a, b grid.Row) bool {
			return a.No == b.No && a.Hidden == b.Hidden && slices.EqualFunc(a.Cells, b.Cells, sameCell)
		}
		if got.Name != sh.Name || got.Hidden != sh.Hidden || !slices.Equal(got.Merges, sh.Merges) || !slices.EqualFunc(sh.Rows, got.Rows, rows) {
			return false
		}
	}
	return true
}

// sameCell says whether a cell reads as before; a workbook without fonts has one after marking.
func sameCell(was, is grid.Cell) bool {
	if was.Font == "" {
		is.Font = ""
	}
	return was == is
}

// ErrOverReturn says that an answer would be written over a file received.
var ErrOverReturn = errors.New("an answer would be written over a return; choose another folder")

// noReturn refuses to write over a file that was read.
func noReturn(path string, report ingest.Report) error {
	at, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, f := range report.Files {
		if read, err := os.Stat(f.Path); f.Path != "" && err == nil && os.SameFile(at, read) {
			return fmt.Errorf("%w: %s", ErrOverReturn, path)
		}
	}
	return nil
}

// FeedbackInside gives the path among those given in which the answers would lie among the returns, "" for none: a folder
// given that is or holds the folder of answers, or a file that lies in it.
func FeedbackInside(dir string, paths []string) string {
	real := realPath(dir)
	for _, p := range paths {
		folder := realPath(p)
		if info, err := os.Stat(p); err != nil || !info.IsDir() {
			if folder = filepath.Dir(folder); folder == real {
				return p
			}
			continue
		}
		if rel, err := filepath.Rel(folder, real); err == nil && filepath.IsLocal(rel) {
			return p
		}
	}
	return ""
}

// realPath is a path without links, as far as it is there.
func realPath(path string) string {
	path, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	rest := ""
	for at := path; ; at = filepath.Dir(at) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest)
		}
		if at == filepath.Dir(at) {
			return path
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}

// texts are the words of the interface by key.
func (o *Office) texts() map[string]string {
	return o.Texts.Of(false)
}

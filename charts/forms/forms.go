package forms

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"tdkt/charts/ooxml"
)

// book is the workbook being written.
type book struct {
	*excelize.File
	p      *plan
	styles map[style]int
}

// Write fills a form in. Equal input gives equal bytes.
func Write(w io.Writer, in Input) error {
	if err := in.check(); err != nil {
		return fmt.Errorf("form %s: %w", in.Form.Code, err)
	}
	x := excelize.NewFile()
	defer func() { _ = x.Close() }() // nothing of it is on disk
	b := &book{File: x, p: planOf(in), styles: map[style]int{}}
	if err := b.write(); err != nil {
		return fmt.Errorf("form %s: %w", in.Form.Code, err)
	}
	raw, err := x.WriteToBuffer()
	if err != nil {
		return fmt.Errorf("form %s: %w", in.Form.Code, err)
	}
	out, err := ooxml.NumberFormulas(raw.Bytes())
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

func (b *book) write() error {
	in := b.p.in
	if err := b.SetDefaultFont(font); err != nil { // columns are as wide as so many of its digits
		return err
	}
	if err := b.SetSheetName("Sheet1", in.Form.Sheet); err != nil {
		return err
	}
	if _, err := b.NewSheet(sourceSheet); err != nil {
		return err
	}
	s := &sheet{book: b, name: in.Form.Sheet, row: b.p.first}
	for _, step := range []func() error{s.columns, s.heading, s.header, s.body, s.notes, s.signatures, s.setUp} {
		if err := step(); err != nil {
			return err
		}
	}
	if err := b.sources(); err != nil {
		return fmt.Errorf("sheet %s: %w", sourceSheet, err)
	}
	b.SetActiveSheet(0)
	return b.SetDocProps(&excelize.DocProperties{Creator: "tdkt", LastModifiedBy: "tdkt", Title: in.Form.Title,
		Language: "vi", Created: "1980-01-01T00:00:00Z", Modified: "1980-01-01T00:00:00Z"})
}

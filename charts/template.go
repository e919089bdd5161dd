package charts

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"tdkt/charts/ooxml"
)

// Template is a workbook of empty forms for one unit and one period. Headings, labels and choices are as the readers know
// them; what explains them is in the language of the person.
type Template struct {
	Lang  string
	Title string
	Texts map[string]string // keys "template.…"
	Forms []TemplateForm    // a sheet each
	Lists []TemplateList    // what the cells offer
	Guide []GuideBlock      // the sheet Hướng dẫn
}

// TemplateList is a list of choices, or of pairs of choices that go together ("form|level").
type TemplateList struct {
	Name   string // of letters, figures and _
	Values []string
}

// TemplateForm is one empty form.
type TemplateForm struct {
	Sheet        string
	Mark         string // the line by which it is known when it comes back
	Agency, Unit string
	Number       string // of the form, "" for none
	Title        string
	Period       string // "Năm 2025"
	Dated        string // the line for place and date over the signatures
	Columns      []TemplateColumn
	Lines        []TemplateLine // what its rows say already; nil where offices name the rows
	Rows         int            // numbered empty rows where there are no lines
	Across       bool           // parts and wholes are rows, not columns
	Checks       []TemplateCheck
}

// FirstRow is the first row of an empty form that is filled in.
func (f TemplateForm) FirstRow() int {
	depth := 0
	for _, c := range f.Columns {
		depth = max(depth, len(c.Head))
	}
	return rowHead + depth
}

// Fill is what is written into the cells of a column.
type Fill int

// The kinds of columns.
const (
	FillNothing Fill = iota // printed already: number, label, code
	FillText
	FillCount
	FillDay   // a day as text, so that no program changes it: dd/mm/yyyy
	FillBirth // a day or a year as text
	FillChoice
)

// TemplateColumn is one column of an empty form.
type TemplateColumn struct {
	Code   string
	Head   []string // from the top
	Width  float64  // in characters
	Fill   Fill
	List   string // of the choices
	Years  [2]int // of days and births, both included
	Help   string // shown where the cell is entered
	Label  bool   // it says what a row is: stays in sight
	Number bool   // of a list: numbered from 1
}

// TemplateLine is a row of which the empty form says already what it is.
type TemplateLine struct {
	Code    string   // by which checks name it, "" for none
	Cells   []string // by column, as far as they are printed
	Heading bool
	Closed  []bool // by column: there is no figure here
}

// TemplateCheck colours cells while they are filled in. In its formula {x} is the cell of column x in the same row, {x:}
// that whole column, and [x] a list; where parts are rows, {x} is the cell of line x in the same column.
type TemplateCheck struct {
	At      []string // columns, or lines where parts are rows
	Formula string
	Hint    bool // something to look at; else a fault
}

// GuideBlock is a part of the sheet Hướng dẫn.
type GuideBlock struct {
	Heading string
	Rows    [][2]string // what, and how
}

// GuideSheet is the name of the sheet that explains; readers leave out what is called so.
const GuideSheet = "Hướng dẫn"

// listSheet holds the choices, out of sight; readers leave out what is called so.
const listSheet = "Danh mục"

// T is the text of a key with its verbs filled in.
func (t Template) T(key string, args ...any) string {
	return Input{Texts: t.Texts}.say("template."+key, args...)
}

// WriteTemplate writes the workbook.
func WriteTemplate(w io.Writer, t Template) error {
	if t.Lang != "vi" && t.Lang != "en" {
		return fmt.Errorf("charts: language %q: want vi or en", t.Lang)
	}
	x := excelize.NewFile()
	defer func() { _ = x.Close() }() // nothing of it is on disk
	b := &templateBook{File: x, t: t, look: theLook(), styles: map[cellLook]int{}}
	if err := b.write(); err != nil {
		return fmt.Errorf("charts: template: %w", err)
	}
	raw, err := x.WriteToBuffer()
	if err != nil {
		return fmt.Errorf("charts: template: %w", err)
	}
	out, err := ooxml.Normalise(raw.Bytes())
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

// templateBook is the workbook being written.
type templateBook struct {
	*excelize.File
	t      Template
	look   look
	styles map[cellLook]int
}

func (b *templateBook) write() error {
	for i, f := range b.t.Forms {
		if i == 0 {
			if err := b.SetSheetName("Sheet1", f.Sheet); err != nil {
				return err
			}
		} else if _, err := b.NewSheet(f.Sheet); err != nil {
			return err
		}
	}
	if err := b.writeGuide(); err != nil {
		return fmt.Errorf("sheet %s: %w", GuideSheet, err)
	}
	if err := b.writeLists(); err != nil {
		return fmt.Errorf("sheet %s: %w", listSheet, err)
	}
	for i := range b.t.Forms {
		s := &templateSheet{templateBook: b, f: &b.t.Forms[i]}
		if err := s.write(); err != nil {
			return fmt.Errorf("sheet %s: %w", s.f.Sheet, err)
		}
	}
	b.SetActiveSheet(0)
	for _, f := range b.t.Forms[:1] { // for programs that look no further than at the document
		if err := b.SetCustomProps(excelize.CustomProperty{Name: "tdkt", Value: f.Mark}); err != nil {
			return err
		}
	}
	return b.SetDocProps(&excelize.DocProperties{Creator: "tdkt", LastModifiedBy: "tdkt", Title: b.t.Title,
		Language: "vi", Created: "1980-01-01T00:00:00Z", Modified: "1980-01-01T00:00:00Z"})
}

// writeLists writes the choices into a sheet out of sight and gives each list its name.
func (b *templateBook) writeLists() error {
	if _, err := b.NewSheet(listSheet); err != nil {
		return err
	}
	row := 1 // in one column: side by side they would look like a table that somebody hid
	for _, l := range b.t.Lists {
		if len(l.Values) == 0 {
			return fmt.Errorf("list %s is empty", l.Name)
		}
		first := row
		for _, v := range l.Values {
			if err := b.SetCellStr(listSheet, at(1, row), v); err != nil {
				return err
			}
			row++
		}
		err := b.SetDefinedName(&excelize.DefinedName{Name: listName(l.Name), RefersTo: fmt.Sprintf("'%s'!$A$%d:$A$%d", listSheet, first, row-1)})
		if err != nil {
			return err
		}
	}
	if err := b.protect(listSheet); err != nil {
		return err
	}
	return b.SetSheetVisible(listSheet, false)
}

func listName(name string) string { return "tdkt_" + name }

// protect locks the structure of a sheet without a password: who has to change it can.
func (b *templateBook) protect(sheet string) error {
	return b.ProtectSheet(sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true,
		FormatColumns: true, FormatRows: true, InsertRows: true, EditObjects: true, EditScenarios: true})
}

package ooxml

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Page is a sheet that is written whole.
type Page struct {
	Name      string
	Tab       string    // colour of its tab, "" for none
	Widths    []float64 // of the columns, in characters
	Lines     []Line
	Merged    []string // "A1:H1"
	NoShow    [][2]int // columns that are hidden, first and last
	Landscape bool
	Repeat    int    // the row that heads each printed page, 0 for none
	Footer    string // as spreadsheets write it: &P of &N
	Grid      bool   // grid lines are shown
	Hidden    bool
}

// Line is a row of a page.
type Line struct {
	No     int     // 0 is the row after the one before
	Height float64 // points; 0 leaves it to the program
	Hidden bool
	Cells  []Cell
}

// Cell is a cell of a page.
type Cell struct {
	Col  int // 0 is the column after the one before
	Kind Kind
	Text string
	Look Look
	Link *Link
}

// Kind says what the text of a cell is.
type Kind int

// The kinds of cells.
const (
	Text   Kind = iota
	Number      // "1.5"
	Date        // "2024-12-31", with " 23:59:59" where there is a time of day
	Bool        // "TRUE"
	Error       // "#REF!"
)

// Link leads to a cell of this workbook.
type Link struct{ Sheet, Cell string }

// longestText is what a cell can hold.
const longestText = 32767

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// xml writes the page as a sheet part.
func (p Page) xml(d dialect, styles *stylesheet, selected bool) []byte {
	var b, links strings.Builder
	fmt.Fprintf(&b, xmlHead+`<worksheet xmlns="%s" xmlns:r="%s"><sheetPr>`, d.main, d.relation)
	if p.Tab != "" {
		fmt.Fprintf(&b, `<tabColor rgb="FF%s"/>`, p.Tab)
	}
	b.WriteString(`<pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView`)
	if !p.Grid {
		b.WriteString(` showGridLines="0"`)
	}
	if selected {
		b.WriteString(` tabSelected="1"`)
	}
	b.WriteString(` workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>`)
	p.columns(&b)
	b.WriteString("<sheetData>")
	no := 0
	for _, l := range p.Lines {
		if no++; l.No > 0 {
			no = l.No
		}
		fmt.Fprintf(&b, `<row r="%d"`, no)
		if l.Height > 0 {
			fmt.Fprintf(&b, ` ht="%g" customHeight="1"`, l.Height)
		}
		if l.Hidden {
			b.WriteString(` hidden="1"`)
		}
		b.WriteString(">")
		col := 0
		for _, c := range l.Cells {
			if col++; c.Col > 0 {
				col = c.Col
			}
			at := place{no, col}.a1()
			c.xml(&b, at, styles)
			if c.Link != nil {
				fmt.Fprintf(&links, `<hyperlink ref="%s" location="%s" display="%s"/>`, at, escape(quoted(c.Link.Sheet)+"!"+c.Link.Cell), escape(clip(c.Text)))
			}
		}
		b.WriteString("</row>")
	}
	b.WriteString("</sheetData>")
	if len(p.Merged) > 0 {
		fmt.Fprintf(&b, `<mergeCells count="%d">`, len(p.Merged))
		for _, m := range p.Merged {
			fmt.Fprintf(&b, `<mergeCell ref="%s"/>`, m)
		}
		b.WriteString("</mergeCells>")
	}
	if links.Len() > 0 {
		b.WriteString("<hyperlinks>" + links.String() + "</hyperlinks>")
	}
	p.paper(&b)
	b.WriteString("</worksheet>")
	return []byte(b.String())
}

// columns writes the widths of columns and which are hidden, in order and each once.
func (p Page) columns(b *strings.Builder) {
	if len(p.Widths)+len(p.NoShow) == 0 {
		return
	}
	b.WriteString("<cols>")
	for i, w := range p.Widths {
		hidden := ""
		if slices.ContainsFunc(p.NoShow, func(s [2]int) bool { return s[0] <= i+1 && i+1 <= s[1] }) {
			hidden = ` hidden="1"`
		}
		fmt.Fprintf(b, `<col min="%d" max="%d" width="%g" customWidth="1"%s/>`, i+1, i+1, w, hidden)
	}
	spans := slices.SortedFunc(slices.Values(p.NoShow), func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	last := len(p.Widths)
	for _, s := range spans {
		if from := max(s[0], last+1); from <= s[1] {
			fmt.Fprintf(b, `<col min="%d" max="%d" width="0" customWidth="1" hidden="1"/>`, from, s[1])
			last = s[1]
		}
	}
	b.WriteString("</cols>")
}

// paper sets the page up for A4.
func (p Page) paper(b *strings.Builder) {
	way := "portrait"
	if p.Landscape {
		way = "landscape"
	}
	fmt.Fprintf(b, `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>`+
		`<pageSetup paperSize="9" orientation="%s" fitToWidth="1" fitToHeight="0"/>`, way)
	if p.Footer != "" {
		fmt.Fprintf(b, `<headerFooter><oddFooter>%s</oddFooter></headerFooter>`, escape(p.Footer))
	}
	if p.Grid { // figures that a text file holds are texts here; that is no fault of theirs
		most := place{1, 1}
		no := 0
		for _, l := range p.Lines {
			if no++; l.No > 0 {
				no = l.No
			}
			col := 0
			for _, c := range l.Cells {
				if col++; c.Col > 0 {
					col = c.Col
				}
				most.col = max(most.col, col)
			}
			most.row = no
		}
		fmt.Fprintf(b, `<ignoredErrors><ignoredError sqref="A1:%s" numberStoredAsText="1"/></ignoredErrors>`, most.a1())
	}
}

func (c Cell) xml(b *strings.Builder, at string, styles *stylesheet) {
	look := c.Look
	kind, value := "", ""
	switch c.Kind {
	case Number:
		value = "<v>" + escape(c.Text) + "</v>"
	case Date:
		if n, day, ok := serial(c.Text); ok {
			value = fmt.Sprintf("<v>%g</v>", n)
			if look.Number == "" && look.Font == "" {
				look.Font, look.Size = "Arial", 10
			}
			if look.Number = "dd/mm/yyyy"; !day {
				look.Number = "dd/mm/yyyy hh:mm:ss"
			}
		}
	case Bool:
		kind, value = "b", map[bool]string{true: "<v>1</v>", false: "<v>0</v>"}[c.Text == "TRUE"]
	case Error:
		kind, value = "e", "<v>"+escape(c.Text)+"</v>"
	}
	if value == "" && c.Text != "" {
		kind, value = "inlineStr", `<is><t xml:space="preserve">`+escape(clip(c.Text))+"</t></is>"
	}
	fmt.Fprintf(b, `<c r="%s"`, at)
	if s := styles.look(look); s > 0 {
		fmt.Fprintf(b, ` s="%d"`, s)
	}
	if kind != "" {
		fmt.Fprintf(b, ` t="%s"`, kind)
	}
	if value == "" {
		b.WriteString("/>")
		return
	}
	b.WriteString(">" + value + "</c>")
}

// clip keeps a text to what a cell can hold.
func clip(s string) string {
	if utf8.RuneCountInString(s) < longestText {
		return s
	}
	return string([]rune(s)[:longestText-1]) + "…"
}

// serial is the number under which a spreadsheet keeps a date; day says that it has no time of day.
func serial(text string) (n float64, day, ok bool) {
	t, err := time.Parse("2006-01-02", text)
	if day = err == nil; !day {
		if t, err = time.Parse("2006-01-02 15:04:05", text); err != nil {
			return 0, false, false
		}
	}
	n = t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
	return n, day, n >= 61 // before 1/3/1900 the days are counted otherwise
}

// titles are the rows that head each printed page, as a name defines them.
func (p Page) titles() string {
	if p.Repeat == 0 {
		return ""
	}
	return fmt.Sprintf("$%d:$%d", p.Repeat, p.Repeat)
}

// Fresh makes a workbook of pages, the first of them open.
func Fresh(pages []Page) ([]byte, error) {
	p := &parcel{changed: map[string][]byte{}, left: most}
	const pkg = "http://schemas.openxmlformats.org/package/2006/"
	p.put(contentTypes, []byte(xmlHead+`<Types xmlns="`+pkg+`content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
		`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`))
	p.put("_rels/.rels", []byte(xmlHead+`<Relationships xmlns="`+pkg+`relationships"><Relationship Id="rId1" Type="`+transitional.relation+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`))
	head := xmlHead + `<workbook xmlns="` + transitional.main + `" xmlns:r="` + transitional.relation + `"><bookViews><workbookView activeTab="0"/></bookViews><sheets>`
	var list strings.Builder
	p.put("xl/workbook.xml", []byte(head+"</sheets></workbook>"))
	d, err := p.parse("xl/workbook.xml")
	if err != nil {
		return nil, err
	}
	wb := &workbook{parcel: p, document: d, dialect: transitional}
	styles, err := wb.stylesheet()
	if err != nil {
		return nil, err
	}
	styles.add("cellXfs", `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`)
	for i, page := range pages {
		part := fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)
		p.put(part, page.xml(transitional, styles, i == 0))
		rel, err := p.relate("xl/workbook.xml", transitional.relation+"/worksheet", part)
		if err != nil {
			return nil, err
		}
		if err := p.typed(part, sheetType); err != nil {
			return nil, err
		}
		state := ""
		if page.Hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d"%s r:id="%s"/>`, escape(page.Name), i+1, state, rel)
	}
	p.put("xl/workbook.xml", []byte(head+list.String()+"</sheets></workbook>"))
	styles.save(p)
	slices.SortFunc(p.added, func(a, b added) int { return strings.Compare(a.name, b.name) })
	return p.bytes()
}

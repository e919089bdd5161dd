package grid

import (
	"bytes"
	"slices"
	"strconv"
)

// isODS tells an OpenDocument package by its parts; whether it holds a workbook its content tells.
func (p *parts) isODS() bool {
	return (p.has("content.xml") || p.has("encrypted-package")) && (p.has("mimetype") || p.has("META-INF/manifest.xml")) && !p.has("[Content_Types].xml")
}

// readODS reads an OpenDocument workbook (ODF 1.0 to 1.4): its content, with the styles that stand beside it.
func readODS(p *parts) (Book, error) {
	if locked, err := p.odsEncrypted(); err != nil {
		return Book{}, err
	} else if locked {
		return Book{}, &fault{code: codeEncrypted, got: "OpenDocument (.ods)"}
	}
	o := newODS()
	for _, part := range []string{"styles.xml", "content.xml"} {
		if part == "styles.xml" && !p.has(part) {
			continue
		}
		rc, err := p.open(part)
		if err != nil {
			return Book{}, err
		}
		err = o.document(newPull(part, rc))
		rc.Close()
		if err != nil {
			return Book{}, err
		}
	}
	return o.book, nil
}

// readFlatODS reads the same as one XML file (.fods).
func readFlatODS(content []byte) (Book, error) {
	o := newODS()
	err := o.document(newPull("fods", bytes.NewReader(content)))
	return o.book, err
}

// odsEncrypted says whether the manifest tells of a password.
func (p *parts) odsEncrypted() (bool, error) {
	const manifest = "META-INF/manifest.xml"
	if !p.has(manifest) {
		return false, nil
	}
	rc, err := p.open(manifest)
	if err != nil {
		return false, err
	}
	defer rc.Close()
	x := newPull(manifest, rc)
	for {
		ok, err := x.next()
		if err != nil || !ok {
			return false, err
		}
		if x.event == atStart && x.name == "encryption-data" {
			return true, nil
		}
	}
}

// odsReader reads one document.
type odsReader struct {
	book   Book
	styles odsStyles
	intern *interner
	room   *allowance
	blanks int // blanks that <text:s/> may still stand for
	tables int
}

// maxBlanks bounds what a few bytes can claim: no office types as many.
const maxBlanks = 16 << 20

func newODS() *odsReader {
	return &odsReader{
		book:   Book{Container: "ods"},
		styles: newODSStyles(),
		intern: newInterner(),
		room:   newAllowance(),
		blanks: maxBlanks,
	}
}

// document reads a whole document or the part of one. The automatic styles of styles.xml belong to its headers and footers.
func (o *odsReader) document(x *pull) error {
	root, err := x.root()
	if err != nil {
		return err
	}
	switch root {
	case "document", "document-content", "document-styles":
	default:
		return unreadable("%s: <%s>, not <document>", x.part, root)
	}
	return x.children(func(name string) error {
		switch name {
		case "font-face-decls":
			return o.styles.faces(x)
		case "automatic-styles":
			if root == "document-styles" {
				return nil
			}
			return o.styles.read(x)
		case "styles":
			return o.styles.read(x)
		case "body":
			return x.children(func(name string) error {
				switch name {
				case "spreadsheet":
					return o.spreadsheet(x)
				case "text":
					return unsupported("OpenDocument (.odt)")
				case "presentation", "drawing":
					return unsupported("OpenDocument (.odp)")
				}
				return nil
			})
		}
		return nil
	})
}

// spreadsheet reads the tables right below; what stands in tracked changes was deleted.
func (o *odsReader) spreadsheet(x *pull) error {
	return x.children(func(name string) error {
		if name != "table" {
			return nil
		}
		o.tables++
		t := odsTable{odsReader: o}
		t.sheet = Sheet{
			Name:   x.attr("name"),
			No:     o.tables,
			Hidden: o.styles.hides("table", x.attr("style-name")),
		}
		if err := t.lines(x, false, 0); err != nil {
			return inSheet(t.sheet.Name, err)
		}
		if t.sheet.Hidden && t.linked { // a copy of another workbook that formulas look into
			o.tables--
			return nil
		}
		o.book.Sheets = append(o.book.Sheets, t.sheet)
		return nil
	})
}

// odsTable reads one table.
type odsTable struct {
	*odsReader
	sheet  Sheet
	linked bool
	cols   []odsColumns
	col    int // columns so far
	row    int // rows so far

	cells []Cell // of the row at hand
	value []byte // of the cell at hand
	text  runs
	stack []style // of the elements open in a paragraph
}

// odsColumns are columns of one style, the last included.
type odsColumns struct {
	Span
	style string
}

// maxGroups bounds how deep groups of rows and columns may nest; Excel and LibreOffice offer eight levels.
const maxGroups = 64

// lines reads columns and rows, also those within groups and headers. hidden is a group that is folded.
func (t *odsTable) lines(x *pull, hidden bool, depth int) error {
	if depth > maxGroups {
		return unreadable("%s: groups nest more than %d deep", x.part, maxGroups)
	}
	return x.children(func(name string) error {
		switch name {
		case "table-row":
			return t.line(x, hidden)
		case "table-column":
			t.columns(x, hidden)
		case "table-row-group", "table-column-group":
			return t.lines(x, hidden || string(x.raw("display")) == "false", depth+1)
		case "table-rows", "table-header-rows", "table-columns", "table-header-columns":
			return t.lines(x, hidden, depth+1)
		case "table-source":
			t.linked = true
		}
		return nil
	})
}

// repeats reads how often a row, column or cell comes: once unless it says so.
func repeats(raw []byte) int {
	n, err := strconv.Atoi(string(raw))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, maxRows)
}

// unseen says whether a row or column is hidden, by hand or by a filter.
func unseen(x *pull) bool {
	v := string(x.raw("visibility"))
	return v == "collapse" || v == "filter"
}

func (t *odsTable) columns(x *pull, hidden bool) {
	span := Span{t.col + 1, t.col + repeats(x.raw("number-columns-repeated"))}
	t.col = min(span.To, maxRows) // so that it cannot overflow
	if span.From > maxCols {
		return
	}
	span.To = min(span.To, maxCols)
	if hidden || unseen(x) || t.styles.hides("table-column", x.attr("style-name")) {
		t.sheet.HiddenCols = append(t.sheet.HiddenCols, span)
	}
	if st := x.raw("default-cell-style-name"); len(st) > 0 {
		t.cols = append(t.cols, odsColumns{span, t.intern.bytes(st)})
	}
}

// columnStyle is the style of cells that name none.
func (t *odsTable) columnStyle(col int) string {
	i, found := slices.BinarySearchFunc(t.cols, col, func(c odsColumns, col int) int {
		switch {
		case c.To < col:
			return -1
		case c.From > col:
			return 1
		}
		return 0
	})
	if !found {
		return ""
	}
	return t.cols[i].style
}

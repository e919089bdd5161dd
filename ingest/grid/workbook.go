package grid

import (
	"path"
	"strings"
)

// readZip reads a workbook, or names what else the zip is.
func readZip(content []byte) (Book, error) {
	p, err := openParts(content)
	if err != nil {
		return Book{}, err
	}
	if len(p.files) == 0 {
		return Book{}, &fault{code: codeEmpty, got: "ZIP (.zip)"}
	}
	if p.isODS() {
		return readODS(p)
	}
	main, err := p.mainPart()
	if err != nil {
		return Book{}, err
	}
	if strings.HasSuffix(partKey(main), ".bin") {
		return readXLSB(p, main)
	}
	wb, err := p.readWorkbook(main)
	if err != nil {
		return Book{}, err
	}
	room := newAllowance()
	shared, err := p.readSharedStrings(wb.shared, room)
	if err != nil {
		return Book{}, err
	}
	styles, err := p.readStyles(wb.styles)
	if err != nil {
		return Book{}, err
	}
	book := Book{Container: "xlsx"}
	in := newInterner()
	for _, ref := range wb.sheets {
		s := sheetReader{shared: shared, styles: styles, date1904: wb.date1904, uncalculated: wb.uncalculated, intern: in, room: room}
		sheet, err := s.read(p, ref)
		if err != nil {
			return Book{}, inSheet(ref.name, err)
		}
		book.Sheets = append(book.Sheets, sheet)
	}
	return book, nil
}

// mainPart finds the workbook part, or answers what the package is instead.
func (p *parts) mainPart() (string, error) {
	main := "xl/workbook.xml"
	if p.has("_rels/.rels") {
		rels, err := p.relations("")
		if err != nil {
			return "", err
		}
		for _, r := range rels {
			if strings.HasSuffix(r.kind, "/officeDocument") && p.has(r.target) {
				main = r.target
			}
		}
	}
	switch {
	case !p.has(main) && p.has("xl/workbook.bin"):
		return "xl/workbook.bin", nil
	case p.has("word/document.xml"):
		return "", unsupported("Word (.docx)")
	case p.has("ppt/presentation.xml"):
		return "", unsupported("PowerPoint (.pptx)")
	case p.has(main):
		return main, nil
	case p.has("Index/Document.iwa"), p.has("Index.zip"):
		return "", unsupported("Apple Numbers (.numbers)")
	case p.has("[Content_Types].xml"), p.has("_rels/.rels"):
		return "", unreadable("xl/workbook.xml: missing")
	default:
		return "", unsupported("ZIP (.zip)")
	}
}

// relation is a line of a .rels part, its target as a part name.
type relation struct{ id, kind, target string }

// relations reads the relations of a part; "" is the package. A part without any has none.
func (p *parts) relations(part string) ([]relation, error) {
	dir, file := path.Split(part)
	name := dir + "_rels/" + file + ".rels"
	if !p.has(name) {
		return nil, nil
	}
	rc, err := p.open(name)
	if err != nil {
		return nil, err
	}
	defer rc.Close()
	x := newPull(name, rc)
	if _, err := x.root(); err != nil {
		return nil, err
	}
	var rels []relation
	err = x.children(func(string) error {
		target := strings.ReplaceAll(x.attr("Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(dir, target)
		}
		if x.attr("TargetMode") != "External" {
			rels = append(rels, relation{x.attr("Id"), x.attr("Type"), strings.TrimPrefix(path.Clean("/"+target), "/")})
		}
		return nil
	})
	return rels, err
}

// sheetRef is a sheet as the workbook lists it.
type sheetRef struct {
	name, part string
	no         int
	hidden     bool
}

type workbook struct {
	sheets         []sheetRef
	shared, styles string // parts, "" if there are none
	date1904       bool
	uncalculated   bool // it asks to be calculated when it is opened, which Excel's own files do not
}

func (p *parts) readWorkbook(main string) (workbook, error) {
	var wb workbook
	rels, err := p.relations(main)
	if err != nil {
		return wb, err
	}
	byID := map[string]relation{}
	for _, r := range rels {
		byID[r.id] = r
		switch {
		case strings.HasSuffix(r.kind, "/sharedStrings") && p.has(r.target):
			wb.shared = r.target
		case strings.HasSuffix(r.kind, "/styles") && p.has(r.target):
			wb.styles = r.target
		}
	}
	rc, err := p.open(main)
	if err != nil {
		return wb, err
	}
	defer rc.Close()
	x := newPull(main, rc)
	if root, err := x.root(); err != nil {
		return wb, err
	} else if root != "workbook" {
		return wb, unreadable("%s: <%s>, not <workbook>", main, root)
	}
	no := 0
	err = x.children(func(name string) error {
		switch name {
		case "workbookPr":
			wb.date1904 = x.flag("date1904")
		case "calcPr":
			wb.uncalculated = x.flag("fullCalcOnLoad")
		case "sheets":
			return x.children(func(string) error {
				no++
				ref := sheetRef{name: x.attr("name"), no: no}
				state := x.attr("state")
				ref.hidden = state == "hidden" || state == "veryHidden"
				rel, known := byID[x.attr("id")]
				switch {
				case !known:
					return unreadable("%s: sheet %q has no part", main, ref.name)
				case !strings.HasSuffix(rel.kind, "/worksheet"):
					return nil // a chart or dialog sheet has no cells
				}
				ref.part = rel.target
				wb.sheets = append(wb.sheets, ref)
				return nil
			})
		}
		return nil
	})
	return wb, err
}

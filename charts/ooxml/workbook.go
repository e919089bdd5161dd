package ooxml

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// dialect is one of the two sets of names in which a workbook may be written.
type dialect struct{ main, relation string }

var (
	transitional = dialect{"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}
	strict       = dialect{"http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships"}
)

// workbook is the workbook part with its sheets in order.
type workbook struct {
	*parcel
	*document
	dialect
	sheets []sheetRef
	styles string // part, "" if there is none
}

// sheetRef is a sheet as the workbook lists it; part is "" where it has no cells.
type sheetRef struct{ name, part string }

func openWorkbook(content []byte) (*workbook, error) {
	p, err := open(content)
	if err != nil {
		return nil, err
	}
	main := "xl/workbook.xml"
	rels, _, err := p.relations("")
	if err != nil {
		return nil, err
	}
	for _, r := range rels {
		if strings.HasSuffix(r.kind, "/officeDocument") && p.has(r.target) {
			main = r.target
		}
	}
	wb := &workbook{parcel: p}
	if wb.document, err = p.parse(main); err != nil {
		return nil, err
	}
	switch wb.space() {
	case transitional.main:
		wb.dialect = transitional
	case strict.main:
		wb.dialect = strict
	default:
		return nil, fmt.Errorf("%s: namespace %q", main, wb.space())
	}
	return wb, wb.list()
}

// list finds the sheets and the styles.
func (wb *workbook) list() error {
	rels, _, err := wb.relations(wb.name)
	if err != nil {
		return err
	}
	parts := map[string]string{}
	for _, r := range rels {
		switch {
		case strings.HasSuffix(r.kind, "/worksheet"):
			parts[r.id] = r.target
		case strings.HasSuffix(r.kind, "/styles") && wb.has(r.target):
			wb.styles = r.target
		}
	}
	sheets, ok := named(wb.kids, "sheets")
	if !ok {
		return fmt.Errorf("%s: no sheets", wb.name)
	}
	return each(wb.text, sheets.to, sheets.inner, func(e element) error {
		name, _ := e.attr(wb.text, "name")
		id, _ := e.attr(wb.text, "*:id")
		wb.sheets = append(wb.sheets, sheetRef{name, parts[id]})
		return nil
	})
}

// sheet finds the part of a sheet by its name.
func (wb *workbook) sheet(name string) (string, error) {
	for _, s := range wb.sheets {
		if s.name == name && s.part != "" {
			return s.part, nil
		}
	}
	return "", fmt.Errorf("no sheet %q", name)
}

// longestName is what a program takes as the name of a sheet.
const longestName = 31

// freeName is a name for a sheet that no other has: the one wanted, or "… (2)".
func (wb *workbook) freeName(want string) string {
	name := want
	for n := 2; slices.ContainsFunc(wb.sheets, func(s sheetRef) bool { return strings.EqualFold(s.name, name) }); n++ {
		tail := fmt.Sprintf(" (%d)", n)
		r := []rune(want)
		name = string(r[:min(len(r), longestName-utf8.RuneCountInString(tail))]) + tail
	}
	return name
}

// quoted is the name of a sheet as formulas and links write it.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// insertFirst puts a sheet before all others: what counts sheets by their place moves on by one. With open the workbook
// opens on it, else on the sheet on which it opened before.
func (wb *workbook) insertFirst(name, part, printTitles string, open bool) error {
	rel, err := wb.relate(wb.name, wb.dialect.relation+"/worksheet", part)
	if err != nil {
		return err
	}
	sheets, _ := named(wb.kids, "sheets")
	most := 0
	err = each(wb.text, sheets.to, sheets.inner, func(e element) error {
		id, _ := e.attr(wb.text, "sheetId")
		n, _ := strconv.Atoi(id)
		most = max(most, n)
		return nil
	})
	if err != nil {
		return err
	}
	x := wb.root.prefix()
	r, bound := wb.prefixOf(wb.dialect.relation)
	declare := ""
	if !bound {
		r, declare = "r:", ` xmlns:r="`+wb.dialect.relation+`"`
	}
	entry := fmt.Sprintf(`<%ssheet name="%s" sheetId="%d"%s %sid="%s"/>`, x, escape(name), most+1, declare, r, rel)
	if sheets.empty {
		wb.append(sheets, entry)
	} else {
		wb.edit = append(wb.edit, edit{at: sheets.to, put: entry})
	}
	if err := wb.shiftViews(sheets, open); err != nil {
		return err
	}
	if err := wb.shiftNames(name, printTitles); err != nil {
		return err
	}
	wb.put(wb.name, wb.document.bytes())
	return nil
}

// shiftViews moves the tab that is open and the first that is in sight.
func (wb *workbook) shiftViews(sheets element, open bool) error {
	views, ok := named(wb.kids, "bookViews")
	if !ok {
		if !open {
			x := wb.root.prefix()
			wb.edit = append(wb.edit, edit{at: sheets.from, put: fmt.Sprintf(`<%sbookViews><%sworkbookView activeTab="1"/></%sbookViews>`, x, x, x)})
		}
		return nil
	}
	return each(wb.text, views.to, views.inner, func(e element) error {
		for _, name := range []string{"activeTab", "firstSheet"} {
			text, stated := e.attr(wb.text, name)
			n, err := strconv.Atoi(text)
			switch {
			case stated && err != nil:
				return fmt.Errorf("%s: %s %q", wb.name, name, text)
			case open && stated:
				wb.set(e.tag, name, "0")
			case !open && (stated || name == "activeTab"):
				wb.set(e.tag, name, strconv.Itoa(n+1))
			}
		}
		return nil
	})
}

// shiftNames moves the names that belong to one sheet, and names the rows that head each printed page of the new one.
func (wb *workbook) shiftNames(sheet, printTitles string) error {
	x := wb.root.prefix()
	own := ""
	if printTitles != "" {
		own = fmt.Sprintf(`<%sdefinedName name="_xlnm.Print_Titles" localSheetId="0">%s</%sdefinedName>`, x, escape(quoted(sheet)+"!"+printTitles), x)
	}
	names, ok := named(wb.kids, "definedNames")
	if !ok {
		if own != "" {
			wb.after("<"+x+"definedNames>"+own+"</"+x+"definedNames>", "fileVersion", "fileSharing", "workbookPr", "workbookProtection",
				"bookViews", "sheets", "functionGroups", "externalReferences")
		}
		return nil
	}
	if names.empty {
		wb.append(names, own)
		return nil
	}
	wb.edit = append(wb.edit, edit{at: names.to, put: own})
	return each(wb.text, names.to, names.inner, func(e element) error {
		text, stated := e.attr(wb.text, "localSheetId")
		if !stated {
			return nil
		}
		n, err := strconv.Atoi(text)
		if err != nil {
			return fmt.Errorf("%s: localSheetId %q", wb.name, text)
		}
		wb.set(e.tag, "localSheetId", strconv.Itoa(n+1))
		return nil
	})
}

// errNothing says that a part ended before what was looked for.
var errNothing = errors.New("not found")

// selected says whether a sheet's tab is among those selected; the part is read only as far as needed.
func (wb *workbook) selected(part string) (bool, error) {
	for n := int64(4 << 10); ; n *= 8 {
		text, err := wb.head(part, n)
		if err != nil {
			return false, err
		}
		on, err := viewSelected(text)
		if err == nil {
			return on, nil
		}
		if int64(len(text)) < n || n > most/8 {
			return false, fmt.Errorf("%s: %w", part, err)
		}
	}
}

func viewSelected(text []byte) (bool, error) {
	for at := 0; ; {
		t, ok, err := nextTag(text, at)
		if err != nil || !ok {
			return false, errors.Join(err, errNothing)
		}
		at = t.to
		switch t.local() {
		case "sheetView":
			if t.flag(text, "tabSelected") {
				return true, nil
			}
		case "sheetData", "worksheet", "chartsheet", "dialogsheet":
			if t.local() == "sheetData" || t.end || t.empty {
				return false, nil
			}
		}
	}
}

// Ending is the file name's ending that a workbook must have so that programs open it: a workbook with macros is .xlsm.
func Ending(pkg []byte) string {
	wb, err := openWorkbook(pkg)
	if err != nil {
		return ".xlsx"
	}
	types, err := wb.parse(contentTypes)
	if err != nil {
		return ".xlsx"
	}
	for _, e := range types.kids {
		name, _ := e.attr(types.text, "PartName")
		kind, _ := e.attr(types.text, "ContentType")
		if name == "" || key(name) != key(wb.name) {
			continue
		}
		switch {
		case strings.Contains(kind, "template.macroEnabled"):
			return ".xltm"
		case strings.Contains(kind, "macroEnabled"):
			return ".xlsm"
		case strings.Contains(kind, "template"):
			return ".xltx"
		}
	}
	return ".xlsx"
}

package ooxml

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Mark is one cell to be filled and commented.
type Mark struct {
	Row, Col int    // from 1
	Fill     string // "FFC7CE"
	Note     []Run
}

// Run is a piece of a comment's text.
type Run struct {
	Text string
	Bold bool
}

// Marking is what is put into a workbook: a sheet before all others, and marks on the sheets that are there.
type Marking struct {
	First  Page
	Marks  map[string][]Mark // by name of the sheet
	Author string            // of the comments
}

// Annotate puts marks and a first sheet into a workbook. Of the package only the marked sheets, their relations, the
// styles, the workbook and its relations and the content types change, and parts are added; every other part stays as it
// is packed. An error says that this workbook cannot be patched; nothing is half done then.
func Annotate(pkg []byte, m Marking) ([]byte, error) {
	wb, err := openWorkbook(pkg)
	if err != nil {
		return nil, fmt.Errorf("ooxml: %w", err)
	}
	if err := wb.annotate(m); err != nil {
		return nil, fmt.Errorf("ooxml: %w", err)
	}
	out, err := wb.parcel.bytes()
	if err != nil {
		return nil, fmt.Errorf("ooxml: %w", err)
	}
	return out, nil
}

func (wb *workbook) annotate(m Marking) error {
	styles, err := wb.stylesheet()
	if err != nil {
		return err
	}
	for name := range m.Marks {
		if _, err := wb.sheet(name); err != nil {
			return err
		}
	}
	// The workbook opens on the first sheet where that can be had without touching a sheet that has no mark: two selected
	// sheets are a group, and what is typed into one of a group goes into the other too.
	opens := true
	for _, ref := range wb.sheets {
		if ref.part == "" || len(m.Marks[ref.name]) > 0 {
			continue
		}
		on, err := wb.selected(ref.part)
		if err != nil {
			return err
		}
		opens = opens && !on
	}
	marked := map[string]bool{}
	for no, ref := range wb.sheets {
		if len(m.Marks[ref.name]) == 0 || marked[ref.name] {
			continue
		}
		marked[ref.name] = true
		if err := wb.markSheet(no, ref.part, m.Marks[ref.name], m.Author, styles, opens); err != nil {
			return fmt.Errorf("sheet %q: %w", ref.name, err)
		}
	}
	m.First.Name = wb.freeName(m.First.Name)
	part := wb.free("xl/worksheets/sheet%d.xml")
	wb.put(part, m.First.xml(wb.dialect, styles, opens))
	if err := wb.typed(part, sheetType); err != nil {
		return err
	}
	if err := wb.insertFirst(m.First.Name, part, m.First.titles(), opens); err != nil {
		return err
	}
	styles.save(wb.parcel)
	return nil
}

const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"

// place is a cell.
type place struct{ row, col int }

// a1 names a cell: D17.
func (p place) a1() string { return column(p.col) + strconv.Itoa(p.row) }

func column(n int) (name string) {
	for ; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// placeOf reads D17 or $D$17; ok is false for anything else.
func placeOf(ref string) (p place, ok bool) {
	ref = strings.ReplaceAll(ref, "$", "")
	i := 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		p.col = p.col*26 + int(c-'A') + 1
	}
	n, err := strconv.Atoi(ref[i:])
	p.row = n
	return p, err == nil && i > 0 && n >= 1 && n <= 1<<20 && p.col <= 1<<14
}

// area is a rectangle of cells.
type area struct{ from, to place }

func areaOf(ref string) (area, bool) {
	a, b, two := strings.Cut(ref, ":")
	from, ok := placeOf(a)
	to, ok2 := from, ok
	if two {
		to, ok2 = placeOf(b)
	}
	return area{from, to}, ok && ok2
}

func (a area) holds(p place) bool {
	return a.from.row <= p.row && p.row <= a.to.row && a.from.col <= p.col && p.col <= a.to.col
}

// markSheet marks cells of one sheet.
func (wb *workbook) markSheet(no int, part string, marks []Mark, author string, styles *stylesheet, deselect bool) error {
	d, err := wb.parse(part)
	if err != nil {
		return err
	}
	if d.space() != wb.main {
		return fmt.Errorf("%s: namespace %q", part, d.space())
	}
	sh := &worksheet{document: d, styles: styles}
	if err := sh.survey(); err != nil {
		return fmt.Errorf("%s: %w", part, err)
	}
	marks = sh.gather(marks)
	if err := sh.fill(marks); err != nil {
		return fmt.Errorf("%s: %w", part, err)
	}
	if deselect {
		if err := sh.deselect(); err != nil {
			return err
		}
	}
	if err := wb.comment(no, sh, marks, author); err != nil {
		return err
	}
	wb.put(part, sh.document.bytes())
	return nil
}

// gather puts the marks in order, one a cell; a mark within merged cells goes to their first cell.
func (sh *worksheet) gather(marks []Mark) []Mark {
	marks = slices.Clone(marks)
	for i := range marks {
		for _, a := range sh.merges {
			if at := (place{marks[i].Row, marks[i].Col}); a.holds(at) {
				marks[i].Row, marks[i].Col = a.from.row, a.from.col
				break
			}
		}
	}
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Or(a.Row-b.Row, a.Col-b.Col) })
	out := marks[:0]
	for _, m := range marks {
		if n := len(out); n > 0 && out[n-1].Row == m.Row && out[n-1].Col == m.Col {
			out[n-1].Note = slices.Concat(out[n-1].Note, []Run{{Text: "\n\n"}}, m.Note)
			continue
		}
		out = append(out, m)
	}
	return out
}

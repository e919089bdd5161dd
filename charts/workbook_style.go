package charts

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// styleKey names a look of a cell; equal keys share one style of the workbook.
type styleKey struct {
	role   role
	format format
	right  bool
}

type role int

const (
	roleCell role = iota
	roleHead
	roleFoot
	roleTitle
	roleNote
	roleLink
	roleBig
)

type format int

const (
	formatText format = iota
	formatInt
	formatShare
	formatDate
)

// style gives the id of a look, made at its first use.
func (b *book) style(k styleKey) (int, error) {
	if id, ok := b.styles[k]; ok {
		return id, nil
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: "Arial", Size: 10, Color: hex(b.look.Ink)},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: k.format == formatText},
	}
	switch k.format {
	case formatInt:
		s.NumFmt = 3 // #,##0 in the reader's own marks
	case formatShare:
		s.NumFmt = 10 // 0.00%
	case formatDate:
		day := "dd/mm/yyyy"
		s.CustomNumFmt = &day
	}
	line := func(side string, colour string, weight int) excelize.Border {
		return excelize.Border{Type: side, Color: hex(colour), Style: weight}
	}
	switch k.role {
	case roleCell:
		s.Border = []excelize.Border{line("bottom", b.look.Line, 1)}
	case roleHead:
		s.Font.Bold = true
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{hex(b.look.Pale)}}
		s.Border = []excelize.Border{line("bottom", b.look.Ink, 2)}
		s.Alignment.Vertical = "bottom"
		if k.right {
			s.Alignment.Horizontal = "right"
		}
	case roleFoot:
		s.Font.Bold = true
		s.Border = []excelize.Border{line("top", b.look.Ink, 1)}
	case roleTitle, roleBig:
		s.Font.Bold, s.Font.Size, s.Alignment.WrapText = true, 14, false
		if k.role == roleBig {
			s.Font.Size = 20
		}
	case roleNote:
		s.Font.Color, s.Alignment.WrapText = hex(b.look.Quiet), false
	case roleLink:
		s.Font.Color, s.Font.Underline, s.Alignment.WrapText = hex(b.look.Accent), "single", false
	}
	id, err := b.NewStyle(s)
	if err != nil {
		return 0, err
	}
	if b.styles == nil {
		b.styles = map[styleKey]int{}
	}
	b.styles[k] = id
	return id, nil
}

// hex is a colour without its #.
func hex(colour string) string { return strings.TrimPrefix(colour, "#") }

// setUp fixes widths, frozen heads, the filter and the paper of a table sheet.
func (b *book) setUp(s sheet, widths []float64) error {
	if err := b.SetRowHeight(s.Name, headRow, headHeight(s.Head, func(c int) float64 { return widths[c] })); err != nil {
		return err
	}
	for c := range s.Head {
		name, err := excelize.ColumnNumberToName(c + 1)
		if err != nil {
			return err
		}
		if err := b.SetColWidth(s.Name, name, name, widths[c]); err != nil {
			return err
		}
	}
	if err := b.SetPanes(s.Name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: headRow, TopLeftCell: "B6", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(s.Head), headRow+len(s.Rows))
	if err != nil {
		return err
	}
	if len(s.Rows) > 0 {
		if err := b.AutoFilter(s.Name, "A5:"+last, nil); err != nil {
			return err
		}
	}
	if err := b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + s.Name + "'!$5:$5", Scope: s.Name}); err != nil {
		return err
	}
	return b.paper(s.Name, "landscape")
}

// widthOf is wide enough for the longest cell, within limits; the head may wrap.
func widthOf(s sheet, c int) float64 {
	longest := 0
	for _, r := range s.Rows {
		if text, ok := r[c].(string); ok {
			longest = max(longest, utf8.RuneCountInString(text))
		} else if r[c] != nil {
			longest = max(longest, 9)
		}
	}
	for _, word := range strings.Fields(s.Head[c]) {
		longest = max(longest, utf8.RuneCountInString(word)+3) // the filter's arrow takes room
	}
	if strings.Contains(s.Head[c], "\n") { // what stands under a year takes two words a line
		longest = max(longest, 10)
	}
	most := 40
	if c == 0 {
		most = 62
	}
	return float64(min(max(longest+2, 9), most))
}

// headHeight has room for the head that takes most lines at the width of its column.
func headHeight(head []string, width func(c int) float64) float64 {
	cells := make([]any, len(head))
	for c, h := range head {
		cells[c] = h
	}
	return float64(linesOf(cells, width))*13 + 4
}

// linesOf is how many lines the longest text of a row takes; not every program finds out by itself.
func linesOf(row []any, width func(c int) float64) int {
	most := 1
	for c, v := range row {
		text, _ := v.(string)
		lines := 0
		for line := range strings.SplitSeq(text, "\n") {
			lines += linesIn(line, width(c)*1.1) // most letters are narrower than the digit that widths count in
		}
		most = max(most, lines)
	}
	return most
}

// linesIn is how many lines the words of a text take at so many letters a line.
func linesIn(text string, width float64) int {
	used, lines := 0.0, 1
	for _, word := range strings.Fields(text) {
		n := float64(utf8.RuneCountInString(word) + 1)
		if used += n; used > width {
			used, lines = n, lines+1
		}
		if n > width { // a word longer than the column is broken
			lines += int(n / width)
		}
	}
	return lines
}

// roomFor gives a row the height of a text that takes several lines of a column.
func (b *book) roomFor(name string, row int, text string, width float64) error {
	if lines := linesOf([]any{text}, func(int) float64 { return width }); lines > 1 {
		return b.SetRowHeight(name, row, float64(lines)*13+2)
	}
	return nil
}

// tallRow gives a row room for large letters.
func (b *book) tallRow(name string, row int, k styleKey) error {
	switch k.role {
	case roleBig:
		return b.SetRowHeight(name, row, 30)
	case roleTitle:
		return b.SetRowHeight(name, row, 21)
	}
	return nil
}

// paper sets A4, one page wide, with page numbers.
func (b *book) paper(name, orientation string) error {
	a4, wide, tall, fit := 9, 1, 0, true
	if err := b.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	if err := b.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	side, edge := 0.4, 0.6
	if err := b.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge}); err != nil {
		return err
	}
	return b.SetHeaderFooter(name, &excelize.HeaderFooterOptions{
		OddFooter: "&L" + b.in.say("page.agency", b.in.Province) + "&C&A&R" + b.in.say("sheet.page") + " &P/&N",
	})
}

package main

import (
	"fmt"
	"html"
	"strings"
)

// covered tells which cells of a sheet lie under a merged block, but for its first; and how far
// the block of a first cell reaches, in rows and columns.
func (s *sheet) covered() (under map[place]bool, reach map[place][2]int) {
	under, reach = map[place]bool{}, map[place][2]int{}
	for _, m := range s.Merges {
		for r := m[0]; r <= m[2]; r++ {
			for c := m[1]; c <= m[3]; c++ {
				under[place{r, c}] = true
			}
		}
		first := place{m[0], m[1]}
		delete(under, first)
		reach[first] = [2]int{m[2] - m[0] + 1, m[3] - m[1] + 1}
	}
	return under, reach
}

// htmlTable is a sheet as a web system exports it "to Excel": a page with one table. Figures are
// plain digits, days dd/mm/yyyy.
func htmlTable(title string, s *sheet) []byte {
	var b strings.Builder
	b.WriteString(`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">` + "\n")
	fmt.Fprintf(&b, "<title>%s</title>\n<meta name=\"description\" content=\"%s\">\n", html.EscapeString(title), html.EscapeString(madeUp))
	b.WriteString("<style>td { font-family: 'Times New Roman'; font-size: 12pt }</style></head>\n<body><table border=\"1\">\n")
	under, reach := s.covered()
	rows, cols := s.size()
	for r := 1; r <= rows; r++ {
		b.WriteString("<tr>")
		for c := 1; c <= cols; c++ {
			at := place{r, c}
			if under[at] {
				continue
			}
			x := s.Cells[at]
			b.WriteString("<td")
			if n := reach[at]; n[0] > 1 {
				fmt.Fprintf(&b, ` rowspan="%d"`, n[0])
			}
			if n := reach[at]; n[1] > 1 {
				fmt.Fprintf(&b, ` colspan="%d"`, n[1])
			}
			text := x.Text
			if x.Kind == dateDay && text != "" {
				text = isoDay(text).slashed()
			}
			text = strings.ReplaceAll(html.EscapeString(text), "\n", "<br>")
			if text != "" && looks[styleNo(x.Style)].bold {
				text = "<b>" + text + "</b>"
			}
			b.WriteString(">" + text + "</td>")
		}
		b.WriteString("</tr>\n")
	}
	return []byte(b.String() + "</table></body></html>\n")
}

package format

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"tdkt/queries/table"
)

// headWidth is how wide a title may make its column before it is broken into lines.
const headWidth = 14

// cells of a terminal: the same answer whatever the locale says.
var screen = &runewidth.Condition{StrictEmojiNeutral: true}

func writeText(w io.Writer, t table.Table, o Options) error {
	rows := t.Rows
	if o.MaxRows > 0 && len(rows) > o.MaxRows {
		rows = rows[:o.MaxRows]
	}
	body := make([][]string, len(rows))
	width := make([]int, len(t.Columns))
	for r, row := range rows {
		body[r] = make([]string, len(row))
		for c, v := range row {
			body[r][c] = present(v, t.Columns[c], o.Lang)
			width[c] = max(width[c], screen.StringWidth(body[r][c]))
		}
	}
	heads := make([][]string, len(t.Columns))
	height := 1
	for c, col := range t.Columns {
		heads[c] = wrap(printable(col.Title.In(o.Lang)), max(width[c], headWidth))
		for _, line := range heads[c] {
			width[c] = max(width[c], screen.StringWidth(line))
		}
		height = max(height, len(heads[c]))
	}
	b := bufio.NewWriter(w)
	if title := t.Title.In(o.Lang); title != "" {
		fmt.Fprintln(b, title)
	}
	for line := range height {
		cells := make([]string, len(heads))
		for c, h := range heads {
			if from := height - len(h); line >= from {
				cells[c] = h[line-from]
			}
		}
		writeLine(b, cells, width, t.Columns)
	}
	rule := make([]string, len(width))
	for c, n := range width {
		rule[c] = strings.Repeat("─", n)
	}
	writeLine(b, rule, width, t.Columns)
	for _, cells := range body {
		writeLine(b, cells, width, t.Columns)
	}
	writeFoot(b, t, len(t.Rows)-len(rows), o.Lang)
	return b.Flush()
}

func writeLine(b *bufio.Writer, cells []string, width []int, cols []table.Column) {
	var line strings.Builder
	for c, s := range cells {
		if c > 0 {
			line.WriteString("  ")
		}
		pad := strings.Repeat(" ", width[c]-screen.StringWidth(s))
		if cols[c].Kind.Numeric() {
			line.WriteString(pad + s)
		} else {
			line.WriteString(s + pad)
		}
	}
	fmt.Fprintln(b, strings.TrimRight(line.String(), " "))
}

func writeFoot(b *bufio.Writer, t table.Table, more int, lang string) {
	if more > 0 {
		fmt.Fprintf(b, table.Text{VI: "… và %d dòng nữa\n", EN: "… and %d more\n"}.In(lang), more)
	}
	if len(t.Rows) == 0 {
		fmt.Fprintln(b, table.Text{VI: "(không có dòng nào)", EN: "(no rows)"}.In(lang))
	}
	if t.Name != "" {
		for _, line := range t.Foot(lang) {
			fmt.Fprintln(b, printable(line))
		}
	}
}

// wrap breaks a title at blanks into lines of at most n cells; a longer word stays whole.
func wrap(s string, n int) []string {
	var lines []string
	for _, word := range strings.Fields(s) {
		if last := len(lines) - 1; last >= 0 && screen.StringWidth(lines[last])+1+screen.StringWidth(word) <= n {
			lines[last] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	if lines == nil {
		return []string{""}
	}
	return lines
}

package grid

import (
	"fmt"
	"strings"
	"testing"
)

// What a book may hold is read, and one thing more is refused before it takes memory.
func TestAllowance(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: it fills a book to its bounds")
	}
	const flat = `<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:body><office:spreadsheet><table:table>%s</table:table></office:spreadsheet></office:body></office:document>`
	row := func(times int, text string) string {
		return fmt.Sprintf(flat, fmt.Sprintf(`<table:table-row table:number-rows-repeated="%d"><table:table-cell><text:p>%s</text:p></table:table-cell></table:table-row>`, times, text))
	}
	page := func(cell string) string { return "<table><tr><td>" + cell + "</table>" }
	rows := maxCells / (1 + rowCells)
	for _, c := range []struct {
		what, content, got string
	}{
		{"as many rows as there may be", row(rows, "a"), ""},
		{"a row more", row(rows+1, "a"), fmt.Sprintf("fods: more than %d cells and rows", maxCells)},
		{"the longest text", row(1, strings.Repeat("a", maxText)), ""},
		{"a letter more", row(1, strings.Repeat("a", maxText+1)), "fods: a text of more than 4 MB or 65536 pieces"},
		{"a long text in many rows", row(33, strings.Repeat("a", maxText)), "fods: more than 128 MB of text"},
		{"spans in spans", row(1, strings.Repeat("<text:span>", maxElements+1)+"a"+strings.Repeat("</text:span>", maxElements+1)), "fods: elements nest more than 512 deep in a text"},
		{"a text of a page", page(strings.Repeat("a<br>", maxText)), "html: a text of more than 4 MB or 65536 pieces"},
		{"fonts of a page", page(strings.Repeat("<font face=a>a</font><font face=b>a</font>", maxRuns)), "html: a text of more than 4 MB or 65536 pieces"},
		{"hidden keys in figures", page(strings.Repeat("1<s hidden>1</s>", 40000)), "html: row 1: too much hidden text"},
		{"hidden keys of a list", page(strings.Repeat("1<s hidden>1</s>", 4)), ""},
	} {
		book, findings, err := Read("a", []byte(c.content))
		got := ""
		if len(findings) > 0 {
			got = findings[0].Got
		}
		if err != nil || got != c.got || c.got == "" && len(book.Sheets) != 1 {
			t.Errorf("%s: %q, %v; want %q", c.what, got, err, c.got)
		}
	}
}

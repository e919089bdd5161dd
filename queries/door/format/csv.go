package format

import (
	"bytes"
	"io"
	"regexp"
	"strings"

	"tdkt/queries/table"
)

var (
	formula = regexp.MustCompile(`^'*[=+\-@%|\t\r\n＝＋－＠]`)
	number  = regexp.MustCompile(`^[+-]?[0-9]+([.,][0-9]+)*$`)
	within  = regexp.MustCompile(`([;\t]'*)([=+\-@%|＝＋－＠])`)
	apart   = regexp.MustCompile(`([;\t]'*)'([=+\-@%|＝＋－＠])`)
)

// Neutral puts an apostrophe before text that a spreadsheet would take for a formula; a plain
// number such as -5 or +84 is none. Where the decimal mark is a comma, as in Vietnam, spreadsheets
// part the cells of a CSV by semicolons, also within quotation marks that do not begin a cell:
// what would begin a cell then gets an apostrophe too. Text that already has apostrophes in
// such a place gets one more, so that Restore gives every text back.
func Neutral(text string) string {
	starts := formula.MatchString(text) && !number.MatchString(text)
	text = within.ReplaceAllString(text, "$1'$2")
	if starts {
		return "'" + text
	}
	return text
}

// Restore takes back what Neutral did.
func Restore(text string) string {
	for _, rest := range []string{strings.TrimPrefix(text, "'"), text} {
		if back := apart.ReplaceAllString(rest, "$1$2"); Neutral(back) == text {
			return back
		}
	}
	return text
}

// writeCSV ends lines with CRLF as RFC 4180 has it. In a table of one column a null is "" too,
// since an empty line is no record.
func writeCSV(w io.Writer, t table.Table) error {
	var b bytes.Buffer
	for i, c := range t.Columns {
		separate(&b, i)
		writeField(&b, Neutral(c.Name))
	}
	b.WriteString("\r\n")
	for _, row := range t.Rows {
		for i, v := range row {
			separate(&b, i)
			switch v := v.(type) {
			case nil:
				if len(row) == 1 {
					b.WriteString(`""`)
				}
			case string:
				writeField(&b, Neutral(v))
			default:
				b.WriteString(table.Plain(v))
			}
		}
		b.WriteString("\r\n")
	}
	_, err := b.WriteTo(w)
	return err
}

func separate(b *bytes.Buffer, i int) {
	if i > 0 {
		b.WriteByte(',')
	}
}

// Field writes one field of a CSV record with its text as it stands; Neutral makes text safe
// for a spreadsheet.
func Field(b *bytes.Buffer, s string) { writeField(b, s) }

func writeField(b *bytes.Buffer, s string) {
	if s != "" && !strings.ContainsAny(s, "\",\r\n") && strings.TrimSpace(s) == s {
		b.WriteString(s)
		return
	}
	b.WriteByte('"')
	b.WriteString(strings.ReplaceAll(s, `"`, `""`))
	b.WriteByte('"')
}

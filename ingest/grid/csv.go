package grid

import (
	"slices"
	"strings"

	"tdkt/ingest/finding"
)

// readCSV reads lines of fields. Everything in it is text, what looks like a number too:
// nobody has typed it but us.
func readCSV(content []byte) (Book, error) {
	text, read, err := decode(content)
	if err != nil {
		return Book{}, err
	}
	book := Book{Container: "csv", Sheets: []Sheet{{No: 1, Alphabet: inAlphabet(read)}}}
	r := records{text: text, line: 1}
	if d, rest, ok := declared(text); ok {
		r = records{text: rest, delim: d, line: 2}
	} else {
		r.delim = delimiter(text)
	}
	sheet := &book.Sheets[0]
	budget := maxCells
	var cells []Cell // of the record at hand
	for n := 0; ; n++ {
		line, fields, ok := r.next()
		if r.open {
			f := unreadable("\"")
			f.cell = A1(line, max(len(fields), 1))
			f.mend = finding.Text{
				VI: "dấu ngoặc kép mở ở đây không được đóng; thêm dấu đóng hoặc lưu lại thành .xlsx",
				EN: "the quotation mark that opens here is never closed; close it or save as .xlsx",
			}
			return Book{}, f
		}
		if !ok {
			return book, nil
		}
		if n >= maxRows || len(fields) > maxCols {
			return Book{}, unreadable("line %d: more than a sheet can hold", line)
		}
		cells = cells[:0]
		for i, f := range fields {
			if f = legible(f, ""); !blank(f) {
				cells = append(cells, Cell{Col: i + 1, Kind: Text, Text: f})
			}
		}
		if budget -= len(cells); budget < 0 {
			return Book{}, unreadable("more than %d cells", maxCells)
		}
		if len(cells) > 0 {
			sheet.Rows = append(sheet.Rows, Row{No: line, Cells: slices.Clone(cells)})
		}
	}
}

// declared reads the first line "sep=;" that Excel understands.
func declared(text string) (delim byte, rest string, ok bool) {
	if len(text) < 5 || !strings.EqualFold(text[:4], "sep=") {
		return 0, "", false
	}
	if !strings.ContainsRune(",;\t|", rune(text[4])) {
		return 0, "", false
	}
	rest = text[5:]
	switch {
	case strings.HasPrefix(rest, "\r\n"):
		return text[4], rest[2:], true
	case strings.HasPrefix(rest, "\n"), strings.HasPrefix(rest, "\r"):
		return text[4], rest[1:], true
	}
	return text[4], rest, rest == ""
}

// records reads record after record: RFC 4180 with line ends of any kind, and as Excel
// does it where the RFC is silent (text after a closing quotation mark is kept).
// Fields are pieces of the text, not copies, where they hold no quotation mark.
type records struct {
	text   string
	delim  byte
	at     int
	line   int  // physical line at which the next record starts
	loose  int  // quotation marks seen where none belongs
	open   bool // the text ended within quotation marks
	fields []string
}

// next gives the fields of a record and its first line; the fields hold until the next
// call. ok is false at the end. At an open quotation mark line is where it stands.
func (r *records) next() (line int, fields []string, ok bool) {
	if r.at >= len(r.text) {
		return r.line, nil, false
	}
	line = r.line
	r.fields = r.fields[:0]
	for {
		start := r.line
		f := r.field()
		r.fields = append(r.fields, f)
		if r.open {
			return start, r.fields, false
		}
		if r.at >= len(r.text) {
			return line, r.fields, true
		}
		c := r.text[r.at]
		r.at++
		if c == r.delim {
			continue
		}
		if c == '\r' && r.at < len(r.text) && r.text[r.at] == '\n' {
			r.at++
		}
		r.line++
		return line, r.fields, true
	}
}

// field reads up to the delimiter or line end that follows, and stops before it.
func (r *records) field() string {
	if r.at < len(r.text) && r.text[r.at] == '"' {
		return r.quoted()
	}
	return r.plain()
}

func (r *records) plain() string {
	from := r.at
	for ; r.at < len(r.text); r.at++ {
		switch r.text[r.at] {
		case r.delim, '\n', '\r':
			return r.text[from:r.at]
		case '"':
			r.loose++
		}
	}
	return r.text[from:]
}

func (r *records) quoted() string {
	r.at++
	from := r.at
	var b strings.Builder
	for r.at < len(r.text) {
		switch c := r.text[r.at]; {
		case c == '"' && r.at+1 < len(r.text) && r.text[r.at+1] == '"':
			b.WriteString(r.text[from : r.at+1])
			r.at += 2
			from = r.at
			continue
		case c == '"':
			end := r.at
			r.at++
			if tail := r.plain(); tail != "" {
				r.loose++
				b.WriteString(r.text[from:end])
				b.WriteString(tail)
				return b.String()
			}
			if b.Len() == 0 {
				return r.text[from:end]
			}
			b.WriteString(r.text[from:end])
			return b.String()
		case c == '\r' && r.at+1 < len(r.text) && r.text[r.at+1] == '\n':
			r.at++
			r.line++
		case c == '\n', c == '\r':
			r.line++
		}
		r.at++
	}
	r.open = true
	return r.text[from:]
}

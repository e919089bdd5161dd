package grid

import (
	"bytes"
	"strings"
	"time"

	"tdkt/ingest/finding"
)

// cell reads the <Cell> that has just started, in a row with a style of its own or "".
func (r *xmlssReader) cell(row int, rowStyle string) error {
	t := &r.at
	col, err := r.index(t.col+1, maxCols)
	if err != nil {
		return err
	}
	down, across := r.more("MergeDown"), r.more("MergeAcross")
	t.col = min(col+across, maxCols)
	if col < len(t.covered) && t.covered[col] >= row {
		return withinMerged(r.part, row, col)
	}
	if down > 0 || across > 0 {
		t.sheet.Merges = append(t.sheet.Merges, Merge{row, col, min(row+down, maxRows), t.col})
		if err := r.room.merged(r.part, 1); err != nil {
			return err
		}
	}
	if down > 0 {
		if err := r.cover(col, row+down); err != nil {
			return err
		}
	}
	st := r.named(r.attr("StyleID"), rowStyle, t.cols[col], t.style)
	formula, computed := r.attr("Formula"), r.raw("Formula") != nil
	kind, stored := "", false
	r.text.reset()
	err = r.children(func(name string) error {
		if name != "Data" { // a comment has <Data> too, one level down
			return nil
		}
		kind, stored = r.intern.bytes(r.raw("Type")), true
		return r.data(st.style)
	})
	if err != nil {
		return err
	}
	if r.text.over {
		return tooLong(r.part)
	}
	value := r.text.text()
	if computed && isErrorText(string(value)) { // LibreOffice writes it as text
		kind = "Error"
	}
	if computed && (!stored || kind != "String" && blank(string(value))) {
		// Written by a program that does not calculate, as in sheetReader.typed.
		c := Cell{Col: col, Kind: Error, Text: "=" + strings.TrimPrefix(formula, "=")}
		r.text.dress(&c, st.style)
		t.cells = append(t.cells, c)
		return r.room.cell(r.part, c.Text, 1)
	}
	if blank(string(value)) {
		return nil
	}
	c := r.typed(kind, value, st)
	c.Col = col
	r.text.dress(&c, st.style)
	t.cells = append(t.cells, c)
	return r.room.cell(r.part, c.Text, 1)
}

// cover notes that the columns of a merged cell, up to the last column at hand, are covered down to a row.
func (r *xmlssReader) cover(col, until int) error {
	t := &r.at
	if r.steps -= t.col - col + 1; r.steps < 0 {
		return unreadable("%s: more merged cells than a sheet can hold", r.part)
	}
	if need := t.col + 1; need > len(t.covered) {
		t.covered = append(t.covered, make([]int, need-len(t.covered))...)
	}
	for c := col; c <= t.col; c++ {
		t.covered[c] = until
	}
	return nil
}

// withinMerged is a cell in an area that a cell above is merged over. Excel does not open such a file, and nobody can know
// whether the cells of the row stand where they are written or to the right of what is covered, as LibreOffice means it.
func withinMerged(part string, row, col int) error {
	f := unreadable("%s: a cell within merged cells", part)
	f.cell = A1(row, col)
	f.mend = finding.Text{
		VI: "Excel cũng không mở được tệp này: hàng có ô ghi đè lên ô đã gộp từ trên xuống; mở tệp bằng chương trình đã tạo ra nó, lưu lại dạng .xlsx rồi gửi lại",
		EN: "Excel cannot open this file either: a cell of the row lies in cells merged from above; open it in the program that made it, save it as .xlsx and send it again",
	}
	return f
}

// data reads the <Data> that has just started: text, or text in elements of HTML that change its font.
func (r *xmlssReader) data(st style) error {
	r.stack = r.stack[:0]
	inside := r.depth
	for {
		ev, err := r.must()
		if err != nil {
			return err
		}
		switch ev {
		case atText:
			r.text.add(r.pull.text, st)
		case atStart:
			if r.stack = append(r.stack, st); len(r.stack) > maxElements {
				return tooDeep(r.part)
			}
			switch r.name {
			case "B":
				st.bold = true
			case "S":
				st.strike = true
			case "Sup", "Sub":
				st.shifted = true
			case "Font":
				if face := firstFamily(r.attr("Face")); face != "" {
					st.font = face
				}
			}
		case atEnd:
			if r.depth < inside {
				return nil
			}
			last := len(r.stack) - 1
			st, r.stack = r.stack[last], r.stack[:last]
		}
	}
}

// typed gives a value its kind and text.
func (r *xmlssReader) typed(kind string, value []byte, st xmlssStyle) Cell {
	trimmed := string(bytes.TrimSpace(value))
	switch kind {
	case "Number":
		s := sheetReader{date1904: r.date1904, intern: r.intern}
		return s.number([]byte(trimmed), st.style)
	case "DateTime":
		if c, ok := r.dateTime(trimmed, st); ok {
			return c
		}
	case "Boolean":
		switch trimmed {
		case "1":
			return Cell{Kind: Bool, Text: "TRUE"}
		case "0":
			return Cell{Kind: Bool, Text: "FALSE"}
		}
	case "Error":
		return Cell{Kind: Error, Text: r.intern.bytes([]byte(trimmed))}
	}
	return Cell{Kind: Text, Text: r.intern.bytes(value)}
}

// dateTime reads a moment. Where the format shows something else on purpose (hours and minutes), it is the number that Excel
// counts it as, as it is in xlsx; days are counted from the end of 1899 then.
func (r *xmlssReader) dateTime(value string, st xmlssStyle) (Cell, bool) {
	text, ok := isoText(value)
	if !ok {
		return Cell{}, false
	}
	if !st.other && text >= "1900-01-01" {
		return Cell{Kind: Date, Text: r.intern.bytes([]byte(text))}, true
	}
	at, err := time.Parse("2006-01-02T15:04:05.999999999", value)
	if err != nil {
		return Cell{}, false
	}
	first := time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	midnight := at.Truncate(24 * time.Hour)
	days := float64((midnight.Unix() - first.Unix()) / 86400)
	clock := at.Sub(midnight).Seconds()
	if r.date1904 {
		days -= 1461
	} else if days >= 60 {
		days++ // after the 29/2/1900 that never was
	}
	if days < 0 {
		return Cell{Kind: Text, Text: value}, true
	}
	return Cell{Kind: Number, Text: partOfDay(days*86400 + clock)}, true
}

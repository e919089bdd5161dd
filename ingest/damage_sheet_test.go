package ingest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tdkt/ingest/grid"
)

// box is one cell of a return that a test damages.
type box struct {
	text   string
	kind   byte // 0 text, 'n' number, 'd' number shown as a date, 'f' formula with its number, 'e' error value
	strike bool
}

func txt(s string) box    { return box{text: s} }
func num(n int) box       { return box{text: fmt.Sprint(n), kind: 'n'} }
func (x box) empty() bool { return x.text == "" }

// What a row of a return is.
const (
	titleRow  = "title"
	headerRow = "header"
	indexRow  = "index"
	groupRow  = "group"
	dataRow   = "data"
	totalRow  = "total"
	signRow   = "sign"
)

// paper is one sheet: rows with what each is, columns with what each holds. Rows, columns
// and merges are counted from 0 here, and from 1 in what is written.
type paper struct {
	name      string
	state     string // hidden, veryHidden or ""
	rows      [][]box
	roles     []string
	cols      []string
	merges    []grid.Merge
	hiddenRow map[int]bool
	hiddenCol map[int]bool
	filter    bool
}

func (p *paper) clone() *paper {
	c := *p
	c.rows = make([][]box, len(p.rows))
	for i, r := range p.rows {
		c.rows[i] = slices.Clone(r)
	}
	c.roles, c.cols, c.merges = slices.Clone(p.roles), slices.Clone(p.cols), slices.Clone(p.merges)
	c.hiddenRow, c.hiddenCol = map[int]bool{}, map[int]bool{}
	return &c
}

// add appends a row.
func (p *paper) add(role string, cells ...box) {
	p.rows, p.roles = append(p.rows, cells), append(p.roles, role)
}

func (p *paper) at(r, c int) box {
	if r < 0 || r >= len(p.rows) || c < 0 || c >= len(p.rows[r]) {
		return box{}
	}
	return p.rows[r][c]
}

func (p *paper) set(r, c int, b box) {
	for len(p.rows[r]) <= c {
		p.rows[r] = append(p.rows[r], box{})
	}
	p.rows[r][c] = b
}

// of lists the rows of a role, and first and last bound the table.
func (p *paper) of(roles ...string) (rows []int) {
	for i, r := range p.roles {
		if slices.Contains(roles, r) {
			rows = append(rows, i)
		}
	}
	return rows
}

// header is the first row of the header, body the first row beneath it and its index,
// end the first row after the table.
func (p *paper) header() int { return p.of(headerRow)[0] }
func (p *paper) body() int {
	h := p.of(headerRow, indexRow)
	return h[len(h)-1] + 1
}
func (p *paper) end() int {
	t := p.of(headerRow, indexRow, groupRow, dataRow, splitRow, totalRow)
	return t[len(t)-1] + 1
}

func (p *paper) col(code string) int { return slices.Index(p.cols, code) }

// insertRow puts a row before row at; what is merged or hidden beneath moves down.
func (p *paper) insertRow(at int, role string, cells ...box) {
	p.rows = slices.Insert(p.rows, at, cells)
	p.roles = slices.Insert(p.roles, at, role)
	for i := range p.merges {
		if p.merges[i].R1 >= at {
			p.merges[i].R1++
		}
		if p.merges[i].R2 >= at {
			p.merges[i].R2++
		}
	}
	p.hiddenRow = moved(p.hiddenRow, at)
}

func (p *paper) deleteRow(at int) (cells []box, role string) {
	cells, role = p.rows[at], p.roles[at]
	p.rows, p.roles = slices.Delete(p.rows, at, at+1), slices.Delete(p.roles, at, at+1)
	p.merges = slices.DeleteFunc(p.merges, func(m grid.Merge) bool { return m.R1 == at && m.R2 == at })
	for i := range p.merges {
		if p.merges[i].R1 > at {
			p.merges[i].R1--
		}
		if p.merges[i].R2 >= at {
			p.merges[i].R2--
		}
	}
	return cells, role
}

// insertCol puts a column before column at.
func (p *paper) insertCol(at int, code string, cell func(row int) box) {
	p.cols = slices.Insert(p.cols, at, code)
	for i := range p.rows {
		b := cell(i)
		if len(p.rows[i]) <= at && b.empty() {
			continue
		}
		for len(p.rows[i]) < at {
			p.rows[i] = append(p.rows[i], box{})
		}
		p.rows[i] = slices.Insert(p.rows[i], at, b)
	}
	for i := range p.merges {
		if p.merges[i].C1 >= at {
			p.merges[i].C1++
		}
		if p.merges[i].C2 >= at {
			p.merges[i].C2++
		}
	}
	p.hiddenCol = moved(p.hiddenCol, at)
}

func moved(marks map[int]bool, at int) map[int]bool {
	out := map[int]bool{}
	for i := range marks {
		if i >= at {
			i++
		}
		out[i] = true
	}
	return out
}

// order puts the columns of the table in another order. Headers merged across lose their
// merge and repeat their words, as a spreadsheet program leaves them.
func (p *paper) order(cols []int) {
	p.unmerge(p.header(), p.end(), true)
	for r := p.header(); r < p.end(); r++ {
		row := make([]box, len(cols))
		for i, c := range cols {
			row[i] = p.at(r, c)
		}
		p.rows[r] = row
	}
	codes := make([]string, len(cols))
	for i, c := range cols {
		codes[i] = p.cols[c]
	}
	p.cols = codes
}

// unmerge takes the merges off rows; fill repeats the words of those in the header that go across.
func (p *paper) unmerge(from, to int, fill bool) {
	p.merges = slices.DeleteFunc(p.merges, func(m grid.Merge) bool {
		if m.R1 < from || m.R1 >= to {
			return false
		}
		for c := m.C1 + 1; fill && p.roles[m.R1] == headerRow && c <= m.C2; c++ {
			p.set(m.R1, c, p.at(m.R1, m.C1))
		}
		return true
	})
}

// pack writes sheets as a workbook, stored and not deflated: thousands are read.
func pack(t testing.TB, papers []*paper) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	put := func(name, content string) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = w.Write([]byte(`<?xml version="1.0" encoding="UTF-8"?>` + content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	const main, rel = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	put("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="`+rel+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	put("xl/styles.xml", `<styleSheet xmlns="`+main+`"><fonts><font><name val="Calibri"/></font><font><strike/><name val="Calibri"/></font></fonts>`+
		`<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="14" fontId="1"/></cellXfs></styleSheet>`)
	var sheets, rels strings.Builder
	for i, p := range papers {
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" state="%s" r:id="s%d"/>`, escaped(p.name), i+1, p.state, i)
		fmt.Fprintf(&rels, `<Relationship Id="s%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i, rel, i)
		put(fmt.Sprintf("xl/worksheets/sheet%d.xml", i), `<worksheet xmlns="`+main+`">`+p.xml()+`</worksheet>`)
	}
	put("xl/workbook.xml", `<workbook xmlns="`+main+`" xmlns:r="`+rel+`"><sheets>`+sheets.String()+`</sheets></workbook>`)
	put("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="st" Type="`+rel+`/styles" Target="styles.xml"/>`+rels.String()+`</Relationships>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escaped(s string) string { return escape.Replace(s) }

// xml is what a worksheet part holds.
func (p *paper) xml() string {
	var b strings.Builder
	if len(p.hiddenCol) > 0 {
		b.WriteString("<cols>")
		for c := range len(p.cols) + 8 {
			if p.hiddenCol[c] {
				fmt.Fprintf(&b, `<col min="%d" max="%d" width="9" hidden="1"/>`, c+1, c+1)
			}
		}
		b.WriteString("</cols>")
	}
	b.WriteString("<sheetData>")
	for r, row := range p.rows {
		hidden := ""
		if p.hiddenRow[r] {
			hidden = ` hidden="1"`
		}
		fmt.Fprintf(&b, `<row r="%d"%s>`, r+1, hidden)
		for c, x := range row {
			if !x.empty() {
				x.xml(&b, grid.A1(r+1, c+1))
			}
		}
		b.WriteString("</row>")
	}
	b.WriteString("</sheetData>")
	if p.filter {
		fmt.Fprintf(&b, `<autoFilter ref="A%d:%s"/>`, p.header()+1, grid.A1(p.end(), len(p.cols)))
	}
	if len(p.merges) > 0 {
		b.WriteString("<mergeCells>")
		for _, m := range p.merges {
			fmt.Fprintf(&b, `<mergeCell ref="%s:%s"/>`, grid.A1(m.R1+1, m.C1+1), grid.A1(m.R2+1, m.C2+1))
		}
		b.WriteString("</mergeCells>")
	}
	return b.String()
}

func (x box) xml(b *strings.Builder, at string) {
	style := 0
	if x.kind == 'd' {
		style++
	}
	if x.strike {
		style += 2
	}
	switch x.kind {
	case 'n', 'd':
		fmt.Fprintf(b, `<c r="%s" s="%d"><v>%s</v></c>`, at, style, x.text)
	case 'f':
		fmt.Fprintf(b, `<c r="%s" s="%d"><f>SUM(1,2)</f><v>%s</v></c>`, at, style, x.text)
	case 'e':
		fmt.Fprintf(b, `<c r="%s" s="%d" t="e"><v>%s</v></c>`, at, style, escaped(x.text))
	default:
		fmt.Fprintf(b, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, at, style, escaped(x.text))
	}
}

// csvLines writes the first sheet as CSV.
func csvLines(p *paper, delim string) string {
	var b strings.Builder
	for _, row := range p.rows {
		for c := range max(len(row), len(p.cols)) {
			if c > 0 {
				b.WriteString(delim)
			}
			s := ""
			if c < len(row) {
				s = row[c].text
			}
			if strings.ContainsAny(s, delim+"\"\n") {
				s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
			}
			b.WriteString(s)
		}
		b.WriteString("\n")
	}
	return b.String()
}

package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// madeUp stands in the properties of every workbook.
const madeUp = "Dữ liệu mẫu: tên người và số liệu là hư cấu, không chỉ người thật. Sample data: people and figures are made up."

// workbook writes sheets as an XLSX file; the same sheets always give the same bytes.
func workbook(title string, sheets []*sheet) []byte {
	shared := &texts{index: map[string]int{}}
	parts := map[string]string{}
	var list, rels, types strings.Builder
	for i, s := range sheets {
		no := i + 1
		parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", no)] = sheetXML(s, shared, i == 0)
		state := ""
		if s.Hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, esc(s.Name), no, state, no)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, no, relBase, no)
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%s.worksheet+xml"/>`, no, typeBase)
	}
	n := len(sheets)
	fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/>`, n+1, relBase)
	fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/sharedStrings" Target="sharedStrings.xml"/>`, n+2, relBase)
	parts["xl/workbook.xml"] = `<workbook xmlns="` + mainNS + `" xmlns:r="` + relBase + `"><sheets>` + list.String() + `</sheets></workbook>`
	parts["xl/_rels/workbook.xml.rels"] = `<Relationships xmlns="` + pkgRel + `">` + rels.String() + `</Relationships>`
	parts["xl/styles.xml"] = stylesXML()
	parts["xl/sharedStrings.xml"] = shared.xml()
	parts["[Content_Types].xml"] = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + typeBase + `.sheet.main+xml"/>` + types.String() +
		`<Override PartName="/xl/styles.xml" ContentType="` + typeBase + `.styles+xml"/>` +
		`<Override PartName="/xl/sharedStrings.xml" ContentType="` + typeBase + `.sharedStrings+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
	parts["_rels/.rels"] = `<Relationships xmlns="` + pkgRel + `"><Relationship Id="rId1" Type="` + relBase + `/officeDocument" Target="xl/workbook.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
	parts["docProps/core.xml"] = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<dc:title>` + esc(title) + `</dc:title><dc:creator>tdkt</dc:creator><dc:description>` + esc(madeUp) + `</dc:description></cp:coreProperties>`
	return zipped(parts)
}

const (
	mainNS   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relBase  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	pkgRel   = "http://schemas.openxmlformats.org/package/2006/relationships"
	typeBase = "application/vnd.openxmlformats-officedocument.spreadsheetml"
	xmlHead  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// zipped packs parts in the order of their names ([Content_Types].xml comes first).
func zipped(parts map[string]string) []byte {
	var entries []packed
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		entries = append(entries, packed{name: name, content: []byte(xmlHead + parts[name])})
	}
	return pack(entries...)
}

type texts struct {
	index map[string]int
	list  []string
}

func (s *texts) id(t string) int {
	if i, ok := s.index[t]; ok {
		return i
	}
	s.index[t] = len(s.list)
	s.list = append(s.list, t)
	return len(s.list) - 1
}

func (s *texts) xml() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<sst xmlns="%s" uniqueCount="%d">`, mainNS, len(s.list))
	for _, t := range s.list {
		fmt.Fprintf(&b, `<si><t xml:space="preserve">%s</t></si>`, esc(t))
	}
	return b.String() + `</sst>`
}

func sheetXML(s *sheet, shared *texts, first bool) string {
	rows, cols := s.size()
	var b strings.Builder
	fmt.Fprintf(&b, `<worksheet xmlns="%s">`, mainNS)
	b.WriteString(`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	fmt.Fprintf(&b, `<dimension ref="A1:%s"/>`, a1(max(rows, 1), max(cols, 1)))
	if first {
		b.WriteString(`<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>`)
	}
	if len(s.Widths) > 0 {
		b.WriteString(`<cols>`)
		for c := 1; c <= cols; c++ {
			if w, ok := s.Widths[c]; ok {
				fmt.Fprintf(&b, `<col min="%d" max="%d" width="%g" customWidth="1"/>`, c, c, w)
			}
		}
		b.WriteString(`</cols>`)
	}
	b.WriteString(`<sheetData>`)
	for r := 1; r <= rows; r++ {
		rowXML(&b, s, r, cols, shared)
	}
	b.WriteString(`</sheetData>`)
	if len(s.Merges) > 0 {
		fmt.Fprintf(&b, `<mergeCells count="%d">`, len(s.Merges))
		for _, m := range s.Merges {
			fmt.Fprintf(&b, `<mergeCell ref="%s:%s"/>`, a1(m[0], m[1]), a1(m[2], m[3]))
		}
		b.WriteString(`</mergeCells>`)
	}
	orient := "portrait"
	if s.Landscape {
		orient = "landscape"
	}
	fmt.Fprintf(&b, `<pageMargins left="0.5" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="%s" fitToHeight="0"/></worksheet>`, orient)
	return b.String()
}

func rowXML(b *strings.Builder, s *sheet, r, cols int, shared *texts) {
	var row strings.Builder
	for c := 1; c <= cols; c++ {
		if x, ok := s.Cells[place{r, c}]; ok {
			row.WriteString(cellXML(r, c, x, shared))
		}
	}
	hidden := ""
	if s.HiddenRows[r] {
		hidden = ` hidden="1"`
	}
	if h := s.height(r, cols); h > 0 {
		hidden += fmt.Sprintf(` ht="%g" customHeight="1"`, h)
	}
	if row.Len() > 0 || hidden != "" {
		fmt.Fprintf(b, `<row r="%d"%s>%s</row>`, r, hidden, row.String())
	}
}

func cellXML(r, c int, x cell, shared *texts) string {
	head := fmt.Sprintf(`<c r="%s" s="%d"`, a1(r, c), styleNo(x.Style))
	f := ""
	if x.Formula != "" {
		f = "<f>" + esc(x.Formula) + "</f>"
	}
	switch {
	case x.Text == "":
		return head + "/>"
	case x.Kind == number:
		return head + ">" + f + "<v>" + x.Text + "</v></c>"
	case x.Kind == failed:
		return head + ` t="e">` + f + "<v>" + esc(x.Text) + "</v></c>"
	case x.Kind == dateDay:
		var d day
		_, err := fmt.Sscanf(x.Text, "%d-%d-%d", &d.y, &d.m, &d.d)
		must(err)
		return head + fmt.Sprintf("><v>%d</v></c>", d.serial())
	}
	return head + fmt.Sprintf(` t="s"><v>%d</v></c>`, shared.id(x.Text))
}

func esc(t string) string {
	var b bytes.Buffer
	must(xml.EscapeText(&b, []byte(t)))
	return strings.ReplaceAll(b.String(), "&#xA;", "\n")
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

package report

import (
	"bytes"
	"embed"
	"encoding/xml"
	"fmt"
	"path"
	"strings"
)

//go:embed assets/*.xml
var assets embed.FS

const (
	spaces   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	office   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	relStart = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
)

// The parts of a document, but for what is in it, lie in assets/ as XML.
func documentParts(body string, binding []byte, title, lang string, charts []drawnChart) map[string][]byte {
	types, pictures := "", ""
	for _, d := range charts {
		types += `<Override PartName="/` + d.part() + `" ContentType="` + chartType + `"/>`
		pictures += relation(d.relationship, office+"/chart", strings.TrimPrefix(d.part(), "word/"))
	}
	if charts != nil {
		types = `<Default Extension="xlsx" ContentType="` + bookType + `"/>` + types
	}
	parts := map[string][]byte{
		"[Content_Types].xml": bytes.Replace(asset("types"), []byte("</Types>"), []byte(types+"</Types>"), 1),
		"_rels/.rels": []byte(relStart + relation("rId1", office+"/officeDocument", "word/document.xml") +
			relation("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml") +
			relation("rId3", office+"/extended-properties", "docProps/app.xml") + `</Relationships>`),
		"word/document.xml": []byte(xml.Header + `<w:document ` + spaces + `><w:body>` + body + `</w:body></w:document>`),
		"word/_rels/document.xml.rels": []byte(relStart + relation("rIdStyles", office+"/styles", "styles.xml") + relation("rIdNumbering", office+"/numbering", "numbering.xml") +
			relation("rIdSettings", office+"/settings", "settings.xml") + relation("rIdFonts", office+"/fontTable", "fontTable.xml") +
			relation("rIdHeader", office+"/header", "header1.xml") + relation("rIdFirst", office+"/header", "header2.xml") +
			relation("rIdBinding", office+"/customXml", "../customXml/item1.xml") + pictures + `</Relationships>`),
		"word/styles.xml":     bytes.ReplaceAll(asset("styles"), []byte("vi-VN"), []byte(map[string]string{"vi": "vi-VN", "en": "en-GB"}[lang])),
		"word/numbering.xml":  asset("numbering"),
		"word/settings.xml":   asset("settings"),
		"word/fontTable.xml":  asset("fonts"),
		"word/header1.xml":    asset("header"),
		"word/header2.xml":    []byte(xml.Header + `<w:hdr ` + spaces + `><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>`),
		"customXml/item1.xml": binding,
		"customXml/itemProps1.xml": []byte(xml.Header + `<ds:datastoreItem ds:itemID="{7D1F3A55-4B1E-4C0A-9C3B-7464D0B70001}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="` +
			space + `"/></ds:schemaRefs></ds:datastoreItem>`),
		"customXml/_rels/item1.xml.rels": []byte(relStart + relation("rId1", office+"/customXmlProps", "itemProps1.xml") + `</Relationships>`),
		"docProps/app.xml":               []byte(xml.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>tdkt</Application></Properties>`),
		"docProps/core.xml": []byte(xml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` +
			escape(title) + `</dc:title><dc:creator>tdkt</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>`),
	}
	if binding == nil { // nothing is bound
		for name := range parts {
			if strings.HasPrefix(name, "customXml/") {
				delete(parts, name)
			}
		}
		rels, here := "word/_rels/document.xml.rels", relation("rIdBinding", office+"/customXml", "../customXml/item1.xml")
		parts[rels] = bytes.Replace(parts[rels], []byte(here), nil, 1)
		parts["[Content_Types].xml"] = bytes.Replace(parts["[Content_Types].xml"], []byte(`<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`), nil, 1)
	}
	for _, d := range charts {
		parts[d.part()], parts[d.workbook()] = d.xml, d.book
		parts["word/charts/_rels/"+path.Base(d.part())+".rels"] = []byte(relStart + relation("rId1", office+"/package", "../embeddings/"+path.Base(d.workbook())) + `</Relationships>`)
	}
	return parts
}

const (
	chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
	bookType  = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

func (d drawnChart) part() string     { return fmt.Sprintf("word/charts/chart%d.xml", d.no) }
func (d drawnChart) workbook() string { return fmt.Sprintf("word/embeddings/tdkt-hinh-%d.xlsx", d.no) }

func asset(name string) []byte {
	content, err := assets.ReadFile("assets/" + name + ".xml")
	if err != nil { // it is embedded, by a name written in this file
		panic(err)
	}
	return content
}

func relation(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="` + kind + `" Target="` + target + `"/>`
}

// escape makes text fit for content and attributes.
func escape(text string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(text)); err != nil { // a Builder takes everything
		panic(err)
	}
	return b.String()
}

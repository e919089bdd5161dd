package main

import (
	"fmt"
	"strings"
)

// look is how a named style is drawn; sizes and fonts are those of official documents (Times New Roman 12 to 14).
type look struct {
	name         string
	size         int
	bold, italic bool
	align        string // "", center, left, right
	border       bool
	format       int // number format: 0 general, 3 thousands, 164 dd/mm/yyyy
}

var looks = []look{
	{"", 12, false, false, "", false, 0},
	{"office", 13, true, false, "center", false, 0},
	{"upper", 13, false, false, "center", false, 0},
	{"title", 14, true, false, "center", false, 0},
	{"italic", 13, false, true, "center", false, 0},
	{"head", 12, true, false, "center", true, 0},
	{"index", 10, false, true, "center", true, 0},
	{"cell", 12, false, false, "left", true, 0},
	{"mid", 12, false, false, "center", true, 0},
	{"num", 12, false, false, "right", true, 3},
	{"plainnum", 12, false, false, "center", true, 0},
	{"date", 12, false, false, "center", true, 164},
	{"group", 12, true, false, "left", true, 0},
	{"groupnum", 12, true, false, "right", true, 3},
	{"sub", 12, false, true, "left", true, 0},
	{"sign", 13, true, false, "center", false, 0},
	{"note", 11, false, true, "left", false, 0},
}

func styleNo(name string) int {
	for i, l := range looks {
		if l.name == name {
			return i
		}
	}
	panic("no style " + name)
}

func stylesXML() string {
	var fonts, xfs strings.Builder
	for i, l := range looks {
		mark := ""
		if l.bold {
			mark += "<b/>"
		}
		if l.italic {
			mark += "<i/>"
		}
		fmt.Fprintf(&fonts, `<font>%s<sz val="%d"/><name val="Times New Roman"/><family val="1"/></font>`, mark, l.size)
		border := 0
		if l.border {
			border = 1
		}
		align := `vertical="center"`
		if l.align != "" {
			align += ` horizontal="` + l.align + `"`
		}
		if l.border && !strings.HasPrefix(l.name, "group") || l.name == "title" || l.name == "upper" || l.name == "office" || l.name == "italic" {
			align += ` wrapText="1"`
		}
		fmt.Fprintf(&xfs, `<xf numFmtId="%d" fontId="%d" fillId="0" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment %s/></xf>`, l.format, i, border, align)
	}
	side := `<left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/>`
	return `<styleSheet xmlns="` + mainNS + `"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>` +
		fmt.Sprintf(`<fonts count="%d">%s</fonts>`, len(looks), fonts.String()) +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
		`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>` + side + `</border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		fmt.Sprintf(`<cellXfs count="%d">%s</cellXfs>`, len(looks), xfs.String()) +
		`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

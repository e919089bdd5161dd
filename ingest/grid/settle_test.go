package grid

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/ingest/grid/alphabet"
)

// inFonts makes a workbook of one sheet, a row a line, cells between bars; "font@text" names the font of a cell.
func inFonts(t testing.TB, lines ...string) []byte {
	fonts := []string{"Arial"}
	no := func(name string) int {
		for i, f := range fonts {
			if f == name {
				return i
			}
		}
		fonts = append(fonts, name)
		return len(fonts) - 1
	}
	var sheet, sst, styles strings.Builder
	sheet.WriteString("<sheetData>")
	n := 0
	for i, line := range lines {
		fmt.Fprintf(&sheet, `<row r="%d">`, i+1)
		for j, text := range strings.Split(line, "|") {
			font, rest, named := strings.Cut(text, "@")
			if !named {
				font, rest = "Arial", text
			}
			fmt.Fprintf(&sheet, `<c r="%s" s="%d" t="s"><v>%d</v></c>`, A1(i+1, j+1), no(font), n)
			if !strings.HasPrefix(rest, "<r>") {
				rest = `<t xml:space="preserve">` + rest + `</t>`
			}
			fmt.Fprintf(&sst, `<si>%s</si>`, rest)
			n++
		}
		sheet.WriteString("</row>")
	}
	sheet.WriteString("</sheetData>")
	styles.WriteString("<fonts>")
	for _, f := range fonts {
		fmt.Fprintf(&styles, `<font><name val="%s"/></font>`, f)
	}
	styles.WriteString("</fonts><cellXfs>")
	for i := range fonts {
		fmt.Fprintf(&styles, `<xf fontId="%d"/>`, i)
	}
	styles.WriteString("</cellXfs>")
	return made{sheets: []string{sheet.String()}, sst: sst.String(), styles: styles.String()}.bytes(t)
}

func TestFontsAndEvidence(t *testing.T) {
	run := func(font, text string) string {
		if font != "" {
			font = `<rPr><rFont val="` + font + `"/></rPr>`
		}
		return "<r>" + font + `<t xml:space="preserve">` + text + "</t></r>"
	}
	mojibake := func(text string) string { code, _ := alphabet.Misread.Encode(text); return string(code) }
	for _, c := range []struct{ name, sheet, want, told string }{
		{"each cell in its font", ".VnTime@Hä vµ tªn|.VnTimeH@®¬n vÞ|VNI-Times@Tröôøng|Arial@Ngày sinh", "Họ và tên|ĐƠN VỊ|Trường|Ngày sinh", ""},
		{"Unicode under old fonts stands", ".VnTime@Họ và tên|.VnTime@Hòa Bình|.VnTimeH@Đơn vị", "Họ và tên|Hòa Bình|Đơn vị", ""},
		{"VNI that may be Unicode", "VNI-Times@Hoàng Thu Mai|VNI-Times@Traàn Thò Hoàng|VNI-Times@Nguyễn Thị Hoàng", "Hồng Thu Mai|Trần Thị Hồng|Nguyễn Thị Hoàng", "text-two-readings A1 1"},
		{"each run in its font", ".VnTime@" + run("", "®¬n ") + run("Arial", "vị ") + run("VNI-Times", "tröô") + run("VNI-Times", "øng"), "đơn vị trường", ""},
		{"an old font in a run only", run(".VnTimeH", "së") + run("", " Y tế"), "SỞ Y tế", ""},
		{"a text beside its runs", ".VnTime@<r><t>®¬n</t></r><t>vÞ</t>", "đơnvị", ""},
		{"TCVN3 that lost its fonts", "Danh s¸ch|Khen th\u00adëng|§¬n vÞ|ASCII", "Danh sách|Khen thưởng|Đơn vị|ASCII",
			"text-alphabet  TCVN3 (ABC), 4: Khen th\u00adëng = Khen thưởng"},
		{"VNI that lost its fonts", "Danh saùch|Khen thöôûng|Tröôøng", "Danh sách|Khen thưởng|Trường",
			"text-alphabet  VNI, 3: Khen thöôûng = Khen thưởng"},
		{"UTF-8 misread", mojibake("Danh sách") + "|" + mojibake("Trà") + "|" + mojibake("Khen thưởng, đơn vị"), "Danh sách|Trà|Khen thưởng, đơn vị",
			"text-alphabet  UTF-8 → Windows-1252, 5: Khen thÆ°á»Ÿng = Khen thưởng"},
		{"TCVN3 amid Unicode", "Đơn vị|§¬n vÞ|Sở|Céng hßa X· héi|Hà\u00a0Nam|th\u00ad", "Đơn vị|§¬n vÞ|Sở|Céng hßa X· héi|Hà Nam|th\u00ad", "text-unread B1 3"},
		{"a western name", "Nestlé|ghi chu", "Nestlé|ghi chu", ""},
		{"Unicode of Latin letters only", "Hà Nam|cá nhân|ghi chú|Hoà An|Toàn", "Hà Nam|cá nhân|ghi chú|Hoà An|Toàn", ""},
	} {
		book, findings, err := Read("a", inFonts(t, c.sheet))
		if err != nil || len(book.Sheets) == 0 {
			t.Fatal(c.name, err, findings)
		}
		var got, told []string
		for _, cell := range book.Sheets[0].Rows[0].Cells {
			got = append(got, cell.Text)
		}
		for _, f := range findings {
			told = append(told, fmt.Sprintf("%s %s %s", f.Code, f.At.Cell, f.Got))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if diff := cmp.Diff(c.told, strings.Join(told, "|")); diff != "" {
			t.Errorf("%s, told (-want +got):\n%s", c.name, diff)
		}
	}
}

// A text that cells in different fonts share is another in each.
func TestSharedTextByFont(t *testing.T) {
	m := made{
		sheets: []string{`<sheetData><row><c s="0" t="s"><v>0</v></c><c s="1" t="s"><v>0</v></c><c s="2" t="s"><v>0</v></c><c s="1" t="s"><v>0</v></c>` +
			`<c s="1" t="inlineStr"><is><t>sè</t></is></c><c s="0" t="inlineStr"><is><r><rPr><rFont val="VNI-Times"/></rPr><t>soá</t></r><r><t xml:space="preserve"> 1</t></r></is></c></row></sheetData>`},
		sst:    `<si><t>tªn</t></si>`,
		styles: `<fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font><font><name val=".VnTimeH"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>`,
	}
	var got []string
	for _, c := range mustRead(t, m.bytes(t)).Sheets[0].Rows[0].Cells {
		got = append(got, c.Text)
	}
	if diff := cmp.Diff("tªn|tên|TÊN|tên|số|số 1", strings.Join(got, "|")); diff != "" {
		t.Error(diff)
	}
}

func TestTextFilesByEvidence(t *testing.T) {
	text := "STT;Họ và tên;Đơn vị\n1;Trần Văn Hà;Sở Y tế\n"
	for _, a := range []alphabet.Alphabet{alphabet.TCVN3, alphabet.VNI, alphabet.VPS, alphabet.VISCII, alphabet.Windows1258, alphabet.Misread} {
		code, _ := a.Encode(text)
		for _, end := range []string{"", "\r\n"} {
			book, findings, err := Read("a", append(code, end...))
			if err != nil || len(findings) != 1 || findings[0].Code != codeAlphabet || findings[0].Severity != "query" || !strings.HasPrefix(book.Sheets[0].Alphabet, a.String()+", ") {
				t.Fatalf("%v: %v %v", a, findings, err)
			}
			var got []string
			for _, r := range book.Sheets[0].Rows {
				for _, c := range r.Cells {
					got = append(got, c.Text)
				}
			}
			if want := "STT|Họ và tên|Đơn vị|1|Trần Văn Hà|Sở Y tế"; strings.Join(got, "|") != want {
				t.Errorf("%v: %q", a, got)
			}
			if strings.Contains(findings[0].Got, "Hà") {
				t.Errorf("%v tells a name: %s", a, findings[0].Got)
			}
		}
	}
	twice, _ := alphabet.Misread.Encode(text)
	twice, _ = alphabet.Misread.Encode(string(twice))
	if got := flatText(t, twice); !strings.Contains(got, "Họ và tên") {
		t.Errorf("misread twice: %q", got)
	}
}

func flatText(t *testing.T, content []byte) string {
	t.Helper()
	book, _, err := Read("a", content)
	if err != nil {
		t.Fatal(err)
	}
	return shown(book.Sheets[0])
}

// Letters of VPS stand among the control signs too. One line of them is no evidence, and is told of, wherever they come from.
func TestControlSignsAmongLettersAreTold(t *testing.T) {
	vps, ok := alphabet.VPS.Encode("Vạn Ẫn, Ậm, Ị, Ộp")
	if !ok || !strings.ContainsAny(string(vps), "\x03\x10\x12\x1c") {
		t.Fatalf("%q has no control signs", vps)
	}
	for what, content := range map[string]string{
		"low ones alone": "STT;Tên\n1;\x1cn T\x11\n2;B\x1d\n", "high ones, shown as Unicode": "STT;Tên\n1;Vi\u008ct\n2;a\u0081\n",
	} {
		book, findings, err := Read("f.csv", []byte(content))
		if err != nil || len(findings) != 1 || findings[0].Code != codeUnread || findings[0].At.Cell != "B2" || findings[0].Got != "2" {
			t.Errorf("%s: %v %v", what, findings, book.Sheets)
		}
	}
	_, findings, _ := Read("f.csv", append([]byte("STT;Ten\n1;"), vps...))
	if len(findings) == 0 {
		t.Error("a line of VPS is returned as if it were read")
	}
	for _, content := range []string{"a\x1b[31m;b\n c;d", "a\vb;c\n1;2\n", "a\u0085b;c\n1;2\n"} {
		if _, findings, _ := Read("f.csv", []byte(content)); len(findings) > 0 && content[1] != '\x1b' {
			t.Errorf("%q: %v", content, findings)
		}
	}
}

// A program that saved in Windows-1252 put question marks for the letters it lacks. What is left of the text looks like VISCII,
// which has the same letters at the same places: that the letters are gone is all there is to tell.
func TestLettersLostAreNoAlphabet(t *testing.T) {
	text := "STT;H? và tên;Danh hi?u;Đ?n v? công tác\n"
	for i, name := range []string{"Tr?n Văn Hà", "Lê Th? Bình", "Hà Công Toàn", "Thành Nhân"} {
		text += strconv.Itoa(i+1) + ";" + name + ";Lao đ?ng tiên ti?n;Phòng Hành chính, cá nhân có thành tích\n"
	}
	western := []byte{}
	for _, r := range text {
		if r >= 0x100 {
			r = '?'
		}
		western = append(western, byte(r))
	}
	book, findings, err := Read("f.csv", western)
	if err != nil || len(findings) != 1 || findings[0].Code != codeLost {
		t.Fatalf("%v", findings)
	}
	if c, _ := book.Sheets[0].Cell(3, 4); c.Text != "Phòng Hành chính, cá nhân có thành tích" || book.Sheets[0].Alphabet != "" {
		t.Errorf("%q %q", c.Text, book.Sheets[0].Alphabet)
	}
}

// The question mark of an address is no letter lost: a return with links to its decisions was refused.
func TestAddressesLoseNoLetters(t *testing.T) {
	text := "STT,Quyết định\n1,https://vanban.phutho.gov.vn/xem?so=12&nam=2024\n2,xem https://vanban.phutho.gov.vn/tai/tep.pdf?ban=ky_so nhé\n3,mart/award_count?award_year=2024\n"
	if _, findings, err := Read("f.csv", []byte(text)); err != nil || len(findings) != 0 {
		t.Errorf("%v, %v", findings, err)
	}
	lost := "STT,Họ và tên\n1,Nguy?n/Tr?n Văn A\n2,Đ?ng Bình\n3,Ph?m C /Đ?ng = x\n"
	if _, findings, err := Read("f.csv", []byte(lost)); err != nil || len(findings) != 1 || findings[0].Code != codeLost {
		t.Errorf("%v, %v", findings, err)
	}
}

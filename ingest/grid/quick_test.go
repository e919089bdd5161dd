package grid

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tdkt/ingest/grid/alphabet"
)

// oneWay reads the XML of a sheet with the pull alone or with plain cells read apart.
func oneWay(in io.Reader, onlyPull bool) ([]Row, []Merge, string) {
	s := sheetReader{
		shared:   []sharedText{{text: "Nữ"}, {text: "crossed", strike: true}, {text: "  spaced "}, {text: ""}, {text: "hoà\u0300"}},
		styles:   []style{{font: "Calibri"}, {font: ".VnTime", letters: alphabet.OfFont(".VnTime"), bold: true}, {date: true}, {strike: true}},
		intern:   newInterner(),
		room:     newAllowance(),
		onlyPull: onlyPull,
	}
	if err := s.part(newPull("sheet1.xml", in)); err != nil {
		return nil, nil, err.Error()
	}
	return s.rows, s.merges, ""
}

// bothWays holds the two ways of reading cells together. What is lost if they part: a figure that depends on how a program
// happens to write its cells, or on where a read of the disk ends.
func bothWays(t rapid.TB, sheet string) {
	t.Helper()
	sheet = `<worksheet ` + ns + `>` + sheet + `</worksheet>`
	rows, merges, fault := oneWay(strings.NewReader(sheet), true)
	for name, in := range map[string]io.Reader{"all at hand": strings.NewReader(sheet), "byte by byte": iotest.OneByteReader(strings.NewReader(sheet))} {
		gotRows, gotMerges, gotFault := oneWay(in, false)
		code, _, _ := strings.Cut(fault, ":") // of two faults either may be found first
		if gotCode, _, _ := strings.Cut(gotFault, ":"); code != gotCode {
			t.Fatalf("%s: %q, by the pull %q\n%s", name, gotFault, fault, sheet)
		}
		if diff := cmp.Diff(rows, gotRows) + cmp.Diff(merges, gotMerges); diff != "" {
			t.Fatalf("%s (-by the pull +quick):\n%s\n%s", name, diff, sheet)
		}
	}
}

// Cells put together of pieces that writers use, and of pieces that break them, are read alike both ways.
func TestQuickCellsAreThoseOfThePull(t *testing.T) {
	piece := func(of ...string) *rapid.Generator[string] { return rapid.SampledFrom(of) }
	attribute := piece(` r="A1"`, ` r="B1"`, ` r="C2"`, ` r="XFE1"`, ` r=""`, ` r="$D$1"`, ` r='E1'`, ` s="0"`, ` s="1"`, ` s="2"`, ` s="3"`, ` s="9"`, ` s="x"`,
		` s="-1"`, ` t="s"`, ` t="n"`, ` t="str"`, ` t="inlineStr"`, ` t="b"`, ` t="e"`, ` t="d"`, ` t="z"`, ` t="&#115;"`, ` x:r="F1"`, ` cm="1"`, `  r="G1"`, ` r = "H1"`, ` r`, `r="A1"`)
	text := piece("0", "1", "2", "3", "4", "5", "-1", "12.5", "007", "1e3", "45000", "45000.5", "0.1", "123456789012345678", "TRUE", "1 ", " 1", "", "#N/A", "2024-01-05", "Nguyễn Thị Hoa",
		"hoa\u0300", "a_x000D_b", "_x005F_x0041_", " lề ", "\u00a0", "a&amp;b", "&bad;", "x\r\ny", "x\ty", "\x01", "\xff", "ngu\xe1", "<b/>", "<!-- c -->", "<![CDATA[d]]>", strings.Repeat("dài ", 3000))
	body := rapid.Custom(func(t *rapid.T) string {
		in := text.Draw(t, "text")
		return piece("<v>"+in+"</v>", "<is><t>"+in+"</t></is>", `<is><t xml:space="preserve">`+in+"</t></is>", "<is><r><t>"+in+"</t></r></is>", "<f>A1</f><v>"+in+"</v>", "<f>A1</f>",
			"<v>"+in+"</v><is><t>b</t></is>", "<v>"+in, "<v >"+in+"</v>", "<v/>", "", "<is><t/></is>", "<is>"+in+"</is>").Draw(t, "body")
	})
	cell := rapid.Custom(func(t *rapid.T) string {
		start := piece("<c", "<c", "<c", "<c", "<x:c", "<col").Draw(t, "start") + strings.Join(rapid.SliceOfN(attribute, 0, 3).Draw(t, "attributes"), "")
		switch rapid.IntRange(0, 9).Draw(t, "end") {
		case 0:
			return start + "/>"
		case 1:
			return start + " />"
		case 2:
			return start + ">" + body.Draw(t, "body") + "</c >"
		}
		return start + ">" + body.Draw(t, "body") + "</c>"
	})
	between := piece("", "", "", "", " ", "\n  ", "text", "<!-- c -->", "</row><row>", `</row><row r="7" hidden="1">`, "</row><row/><row>", "&amp;")
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		b.WriteString("<sheetData><row>")
		for range rapid.IntRange(0, 8).Draw(t, "cells") {
			b.WriteString(cell.Draw(t, "cell") + between.Draw(t, "between"))
		}
		b.WriteString(piece("</row></sheetData>", "</row></sheetData>", "</row>", "").Draw(t, "end"))
		bothWays(t, b.String())
	})
}

// What most programs write is read the quick way: else the test above would hold of nothing, and long lists be slow.
func TestPlainCellsAreReadQuickly(t *testing.T) {
	for _, c := range []string{
		`<c r="B2" s="1" t="s"><v>12</v></c>`, `<c r="B2"><v>1.5</v></c>`, `<c r="B2" s="1"/>`, `<c><v>1</v></c>`, `<c t="n"><v>1</v></c>`,
		`<c r="B2" t="inlineStr"><is><t>Nguyễn</t></is></c>`, `<c r="B2" t="inlineStr"><is><t xml:space="preserve"> a</t></is></c>`, `<c r="B2" t="str"><v>a</v></c>`,
	} {
		if _, n := quickCell([]byte(c + "<c")); n != len(c) {
			t.Errorf("%s: %d of %d bytes", c, n, len(c))
		}
	}
	for _, c := range []string{
		"", "<", "<c", "<c>", `<c r="B2`, `<c r="B2" r="B3"><v>1</v></c>`, `<c><v>a&amp;b</v></c>`, `<c><f>1</f><v>1</v></c>`, `<c t="s"><is><t>a</t></is></c>`,
		`<c><v>1</v><v>2</v></c>`, "<c><v>\xff</v></c>", `<col/>`, `<c r="B2" t="inlineStr"><is><t>a`,
	} {
		if _, n := quickCell([]byte(c)); n != 0 {
			t.Errorf("%s: taken for plain", c)
		}
	}
}

// A decimal that is taken as it stands is the one that comes of reading it and writing it again.
func TestShortestDecimalsStayAsTheyStand(t *testing.T) {
	digit := rapid.StringMatching(`-?[0-9]{0,17}(\.[0-9]{0,17})?`)
	taken := 0
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.OneOf(digit, rapid.Map(rapid.Float64(), func(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }),
			rapid.Map(rapid.IntRange(-1e15, 1e15), strconv.Itoa)).Draw(t, "raw")
		if !isShortest([]byte(raw)) {
			return
		}
		taken++
		if again, _, ok := numberText(nil, raw); !ok || string(again) != raw {
			t.Fatalf("%q becomes %q, %v", raw, again, ok)
		}
	})
	if taken == 0 {
		t.Error("none was taken")
	}
	for _, raw := range []string{"0", "1", "-1", "2024", "0.5", "-0.25", "12.125", "99999999999999"} {
		if !isShortest([]byte(raw)) {
			t.Errorf("%q is not taken", raw)
		}
	}
	for _, raw := range []string{"", "-", "-0", "00", "01", "1.", ".5", "1.0", "1.50", "1e3", "+1", " 1", "1 ", "0x1", "1_0", "1.2.3", "1234567890123456"} {
		if isShortest([]byte(raw)) {
			t.Errorf("%q is taken", raw)
		}
	}
}

var errCut = errors.New("cut")

// A part that breaks off is a fault of the file whichever way its cells are read.
func TestQuickCellsOfAPartThatBreaksOff(t *testing.T) {
	sheet := `<worksheet ` + ns + `><sheetData><row r="1">` + strings.Repeat(`<c r="A1"><v>1</v></c>`, 3)
	for at := len(sheet) - 70; at < len(sheet); at++ {
		in := func() io.Reader { return io.MultiReader(bytes.NewReader([]byte(sheet[:at])), iotest.ErrReader(errCut)) }
		_, _, quick := oneWay(in(), false)
		_, _, pulled := oneWay(in(), true)
		if quick != pulled || !strings.Contains(quick, "cut") {
			t.Errorf("%q, by the pull %q", quick, pulled)
		}
	}
}

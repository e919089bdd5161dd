package grid

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"tdkt/ingest/grid/alphabet"
)

// pages are the code pages of texts in BIFF5 and BIFF7, by their number in CODEPAGE.
var pages = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 855: charmap.CodePage855,
	858: charmap.CodePage858, 860: charmap.CodePage860, 862: charmap.CodePage862, 863: charmap.CodePage863,
	865: charmap.CodePage865, 866: charmap.CodePage866, 874: charmap.Windows874,
	932: japanese.ShiftJIS, 936: simplifiedchinese.GBK, 949: korean.EUCKR, 950: traditionalchinese.Big5,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253,
	1254: charmap.Windows1254, 1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257,
	1258: charmap.Windows1258, 10000: charmap.Macintosh, 0x8000: charmap.Macintosh, 0x8001: charmap.Windows1252,
}

// westPage is what the texts are in where the file does not say.
const westPage = 1252

// charsetPages are the code pages that a font says its texts are in, by its character set.
// A font of the set 0 or 1 leaves it to the workbook.
var charsetPages = map[byte]int{
	77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
	178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250,
}

// decodePage gives the text of bytes of a code page. A page that is not known is a fault
// where it matters.
func decodePage(raw []byte, page int) (string, error) {
	raw = []byte(strings.ReplaceAll(string(raw), "\x00", ""))
	if plainASCII(string(raw)) {
		return string(raw), nil
	}
	if page == 0 {
		page = westPage
	}
	enc := pages[page]
	if enc == nil {
		return "", fmt.Errorf("is in code page %d", page)
	}
	out, err := enc.NewDecoder().Bytes(raw)
	return string(out), err
}

// pageOf is the code page of texts in a font. The legacy alphabets are fonts that draw
// other letters over the Western page, whatever page the machine had.
func (b *biffBook) pageOf(font int) int {
	if font >= len(b.fonts) {
		return b.page
	}
	if alphabet.OfFont(b.fonts[font].font).Alphabet != alphabet.Unicode {
		return westPage
	}
	if page, ok := charsetPages[b.charsets[font]]; ok {
		return page
	}
	return b.page
}

// decodeRuns decodes the bytes of a text run by run, for each font may have its own page.
func (b *biffBook) decodeRuns(raw []byte, font int, runs []fontRun) (biffText, error) {
	var out strings.Builder
	from := 0
	take := func(to int) error {
		text, err := decodePage(raw[from:to], b.pageOf(font))
		out.WriteString(text)
		from = to
		return err
	}
	for i, r := range runs {
		if err := take(r.at); err != nil {
			return biffText{}, err
		}
		font = r.font
		runs[i].at = out.Len()
	}
	if err := take(len(raw)); err != nil {
		return biffText{}, err
	}
	if len(runs) == 0 {
		return biffText{text: out.String()}, nil
	}
	return biffText{text: out.String(), runs: &runs}, nil
}

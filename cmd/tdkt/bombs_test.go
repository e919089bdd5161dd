package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	le "encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"strings"
	"testing"
)

// stretch is a piece of text, so many times; files that would stop a reader are made of such.
type stretch struct {
	text  string
	times int
}

// pieces makes fewer and longer pieces of it, of up to a megabyte.
func (s stretch) pieces() (text string, times int) {
	text, times = s.text, s.times
	for len(text) < 1<<19 && times > 1 && times%2 == 0 {
		text, times = text+text, times/2
	}
	return text, times
}

// deflated packs runs, a repeated one without packing it each time: packed up to a flush, it
// can stand behind itself.
func deflated(t testing.TB, runs []stretch) []byte {
	var out bytes.Buffer
	for i, r := range runs {
		piece, times := r.pieces()
		var b bytes.Buffer
		w, err := flate.NewWriter(&b, 9)
		if err == nil {
			_, err = io.WriteString(w, piece)
		}
		if err == nil {
			err = w.Flush()
		}
		if err != nil {
			t.Fatal(err)
		}
		for range times {
			out.Write(b.Bytes())
		}
		if i == len(runs)-1 {
			out.WriteString("\x03\x00") // the end
		}
	}
	return out.Bytes()
}

func lengthOf(runs []stretch) (n uint64) {
	for _, r := range runs {
		n += uint64(len(r.text)) * uint64(r.times)
	}
	return n
}

// part is a file in a zip, written as runs.
type part struct {
	name string
	runs []stretch
}

func text(name, content string) part { return part{name, []stretch{{content, 1}}} }

func zipBomb(t testing.TB, parts ...part) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		packed := deflated(t, p.runs)
		h := &zip.FileHeader{Name: p.name, Method: zip.Deflate, CompressedSize64: uint64(len(packed)), UncompressedSize64: lengthOf(p.runs), CRC32: sumOf(p.runs)}
		w, err := z.CreateRaw(h)
		if err == nil {
			_, err = w.Write(packed)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sumOf is the checksum of runs; of more than 2 GB nobody comes as far as to hold it.
func sumOf(runs []stretch) uint32 {
	h := crc32.NewIEEE()
	if lengthOf(runs) > 2<<30 {
		return 0
	}
	for _, r := range runs {
		piece, times := r.pieces()
		for range times {
			io.WriteString(h, piece)
		}
	}
	return h.Sum32()
}

const workbookXML = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`

func relationship(id, kind, target string) string {
	return fmt.Sprintf(`<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, id, kind, target)
}

// xlsxBomb is a workbook with a sheet, and shared strings and styles where they are given.
func xlsxBomb(t testing.TB, sheet, shared, styles []stretch) []byte {
	const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
	rels := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>`
	parts := []part{text("[Content_Types].xml", types), text("_rels/.rels", fmt.Sprintf(rels, relationship("rId1", "officeDocument", "xl/workbook.xml"))),
		text("xl/workbook.xml", workbookXML), text("xl/_rels/workbook.xml.rels", fmt.Sprintf(rels, relationship("rId1", "worksheet", "worksheets/sheet1.xml")+
			relationship("rId2", "sharedStrings", "sharedStrings.xml")+relationship("rId3", "styles", "styles.xml"))),
		{"xl/worksheets/sheet1.xml", sheet}}
	if shared != nil {
		parts = append(parts, part{"xl/sharedStrings.xml", shared})
	}
	if styles != nil {
		parts = append(parts, part{"xl/styles.xml", styles})
	}
	return zipBomb(t, parts...)
}

// inSheet stands around the rows of a sheet.
func inSheet(before string, rows ...stretch) []stretch {
	return append(append([]stretch{{"<worksheet>" + before + "<sheetData>", 1}}, rows...), stretch{"</sheetData></worksheet>", 1})
}

// overlapping is a zip whose many files are one and the same run of bytes.
func overlapping(t testing.TB, files int, runs []stretch) []byte {
	one := zipBomb(t, part{"0.csv", runs})
	at := bytes.Index(one, []byte("PK\x01\x02"))
	end := bytes.Index(one, []byte("PK\x05\x06"))
	entry := one[at:end]
	out := bytes.Clone(one[:at])
	for range files {
		out = append(out, entry...)
	}
	tail := bytes.Clone(one[end:])
	le.LittleEndian.PutUint16(tail[8:], uint16(files))
	le.LittleEndian.PutUint16(tail[10:], uint16(files))
	le.LittleEndian.PutUint32(tail[12:], uint32(files*len(entry)))
	return append(out, tail...)
}

func gzipBomb(t testing.TB, runs []stretch) []byte {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	out := append(bytes.Clone(b.Bytes()[:10]), deflated(t, runs)...)
	return append(out, 0, 0, 0, 0, 0, 0, 0, 0)
}

// laughs are entities that stand for ten of the one before.
func laughs(root string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">`)
	for i := range 12 {
		fmt.Fprintf(&b, `<!ENTITY l%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&l%d;", i), 10))
	}
	b.WriteString("]>")
	return b.String() + root
}

// repeated writes runs to a file.
func repeated(t testing.TB, at string, runs ...stretch) {
	f, err := os.Create(at)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, r := range runs {
		piece := strings.Repeat(r.text, max(1, min(r.times, (4<<20)/len(r.text))))
		for left := r.times * len(r.text); left > 0; left -= len(piece) {
			if _, err := io.WriteString(f, piece[:min(left, len(piece))]); err != nil {
				t.Fatal(err)
			}
		}
	}
}

package grid

import (
	"bytes"

	"tdkt/ingest/finding"
)

// what a file is, as far as this package must tell.
type what int

const (
	isText what = iota
	isZip
	isEmpty
	isCompound
	isRecords // of Excel 5.0 to 2003, without a compound file around them
	isFlatODS
	isXMLSS
	isHTML
	isMHT
	isOther
)

type container struct {
	what what
	name string // what to call it before a sender
}

// magics are the beginnings of files that people send by mistake.
var magics = []struct{ head, name string }{
	{"%PDF-", "PDF"},
	{"{\\rtf", "Word (.rtf)"},
	{"\x89PNG", "ảnh/picture (.png)"},
	{"\xff\xd8\xff", "ảnh/picture (.jpg)"},
	{"GIF8", "ảnh/picture (.gif)"},
	{"Rar!", "RAR (.rar)"},
	{"7z\xbc\xaf\x27\x1c", "7-Zip (.7z)"},
	{"\x1f\x8b", "gzip (.gz)"},
	{"BZh", "bzip2 (.bz2)"},
	{"\xfd7zXZ", "xz (.xz)"},
	{"SQLite format 3", "SQLite"},
	{"\x09\x04\x06\x00", "Excel 4.0 (.xls)"},
	{"\x09\x02\x06\x00", "Excel 3.0 (.xls)"},
}

// sniff tells what content is by its beginning.
func sniff(content []byte) container {
	switch {
	case len(content) == 0:
		return container{what: isEmpty}
	case bytes.HasPrefix(content, []byte("PK\x03\x04")), bytes.HasPrefix(content, []byte("PK\x05\x06")):
		return container{what: isZip}
	case bytes.HasPrefix(content, []byte(compoundHead)):
		return container{what: isCompound}
	case beginsRecords(content):
		return container{what: isRecords}
	}
	for _, m := range magics {
		if bytes.HasPrefix(content, []byte(m.head)) {
			return container{isOther, m.name}
		}
	}
	if kind := sniffMarkup(content); kind.what != isText {
		return kind
	}
	if _, ok := wide(content); ok {
		return container{what: isText}
	}
	if bytes.IndexByte(unpadded(content), 0) >= 0 {
		return container{isOther, "tệp nhị phân/binary file"}
	}
	return container{what: isText}
}

// archives are unpacked, not saved again.
var unpack = finding.Text{
	VI: "giải nén rồi gửi từng tệp .xlsx hoặc .csv",
	EN: "unpack it and send each .xlsx or .csv file",
}

var retype = finding.Text{
	VI: "gửi bảng tính gốc, lưu thành .xlsx",
	EN: "send the spreadsheet it was made from, saved as .xlsx",
}

// unsupported is a file of a kind that is not read, with the mend that fits it.
func unsupported(name string) *fault {
	f := &fault{code: codeUnsupported, got: name}
	switch name {
	case "ZIP (.zip)", "RAR (.rar)", "7-Zip (.7z)", "gzip (.gz)", "bzip2 (.bz2)", "xz (.xz)":
		f.mend = unpack
	case "PDF", "ảnh/picture (.png)", "ảnh/picture (.jpg)", "ảnh/picture (.gif)",
		"Word (.rtf)", "Word (.docx)", "Word 97–2003 (.doc)", "PowerPoint (.pptx)", "OpenDocument (.odt)", "OpenDocument (.odp)":
		f.mend = retype
	}
	return f
}

// unpadded takes from text in bytes the noughts that only fill up a field, a line or the file: those that nothing but a
// delimiter, a quotation mark or an end follows.
func unpadded(content []byte) []byte {
	if _, ok := wide(content); ok || bytes.IndexByte(content, 0) < 0 {
		return content
	}
	out := make([]byte, 0, len(content))
	for i := 0; i < len(content); i++ {
		end := i
		for end < len(content) && content[end] == 0 {
			end++
		}
		if end > i && (end == len(content) || bytes.IndexByte([]byte(",;\t|\"\r\n"), content[end]) >= 0) {
			if i = end; i == len(content) {
				break
			}
		}
		out = append(out, content[i])
	}
	return out
}

package grid

import (
	"bytes"
	"strings"

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
	{"\x89PNG", "PNG (.png)"},
	{"\xff\xd8\xff", "JPEG (.jpg)"},
	{"GIF8", "GIF (.gif)"},
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
		return container{isOther, ""}
	}
	return container{what: isText}
}

// Named is what a file seems to be, in words that need no language; "" where nothing tells.
func Named(content []byte) string {
	holds := func(part string) bool { return bytes.Contains(content, []byte(part)) }
	switch kind := sniff(content); kind.what {
	case isZip:
		switch {
		case holds("xl/workbook.bin"):
			return "Excel (.xlsb)"
		case holds("xl/"):
			return "Excel (.xlsx)"
		case holds("opendocument.spreadsheet"):
			return "OpenDocument (.ods)"
		}
		return ""
	case isCompound:
		const begin = "\x09\x08\x10\x00\x00\x06\x05\x00" // of a workbook, where the directory is gone
		if !holds(wideName("Workbook")) && !holds(wideName("Book")) && !holds(begin) {
			return ""
		}
		return "Excel 97–2003 (.xls)"
	case isRecords:
		return "Excel 97–2003 (.xls)"
	case isFlatODS:
		return "OpenDocument (.fods)"
	case isXMLSS:
		return "Excel 2003 XML (.xml)"
	case isHTML, isMHT:
		return "HTML (.html)"
	case isText:
		return "CSV (.csv)"
	default:
		return kind.name
	}
}

// wideName is a name as a compound file holds it.
func wideName(name string) string {
	var b strings.Builder
	for i := range len(name) {
		b.WriteByte(name[i])
		b.WriteByte(0)
	}
	return b.String()
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

var noTable = finding.Text{
	VI: "trang web này không có bảng nào; gửi bảng tính gốc, lưu thành .xlsx",
	EN: "this web page has no table; send the spreadsheet it was made from, saved as .xlsx",
}

// neither is the mend of bytes that are nothing this package has a name for.
var neither = finding.Text{
	VI: "tệp này không phải bảng tính, cũng không phải văn bản; mở bằng chương trình đã tạo ra nó, lưu lại dạng .xlsx rồi gửi lại",
	EN: "this file is neither a spreadsheet nor text; open it in the program that made it, save it as .xlsx and send it again",
}

// unsupported is a file of a kind that is not read, with the mend that fits it.
func unsupported(name string) *fault {
	f := &fault{code: codeUnsupported, got: name}
	switch name {
	case "ZIP (.zip)", "RAR (.rar)", "7-Zip (.7z)", "gzip (.gz)", "bzip2 (.bz2)", "xz (.xz)":
		f.mend = unpack
	case "PDF", "PNG (.png)", "JPEG (.jpg)", "GIF (.gif)",
		"Word (.rtf)", "Word (.docx)", "Word 97–2003 (.doc)", "PowerPoint (.pptx)", "OpenDocument (.odt)", "OpenDocument (.odp)":
		f.mend = retype
	case pageWithoutTable:
		f.mend = noTable
	case "":
		f.mend = neither
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

package archive

import (
	"bytes"
	"io"
	"strconv"
	"strings"
)

// Kind is a kind of archive, named as before a sender.
type Kind string

// The kinds of archives; None is a file that is none.
const (
	None     Kind = ""
	Zip      Kind = "ZIP (.zip)"
	Rar      Kind = "RAR (.rar)"
	SevenZip Kind = "7-Zip (.7z)"
	Tar      Kind = "tar (.tar)"
	Gzip     Kind = "gzip (.gz)"
)

// KindOf tells by its content whether a file is an archive of files. A workbook or a
// document is a zip too, and none of these.
func KindOf(in io.ReaderAt, size int64) Kind {
	var block [512]byte
	n, _ := in.ReadAt(block[:], 0)
	head := block[:n]
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")), bytes.HasPrefix(head, []byte("PK\x07\x08PK")):
		if isDocument(in, size) {
			return None
		}
		return Zip
	case bytes.HasPrefix(head, []byte("Rar!\x1a\x07")):
		return Rar
	case bytes.HasPrefix(head, []byte("7z\xbc\xaf\x27\x1c")):
		return SevenZip
	case bytes.HasPrefix(head, []byte("\x1f\x8b\x08")):
		return Gzip
	case n == len(block) && isTar(&block):
		return Tar
	}
	return None
}

// isTar holds the checksum of a tar header against its bytes.
func isTar(b *[512]byte) bool {
	stated, err := strconv.ParseInt(strings.Trim(string(b[148:156]), " \x00"), 8, 32)
	sum := int64(8 * ' ')
	for i, c := range b {
		if i < 148 || i >= 156 {
			sum += int64(c)
		}
	}
	return err == nil && sum == stated && b[0] != 0
}

// marks are parts that make a zip the one file of an office program, in lower case.
var marks = map[string]bool{"[content_types].xml": true, "_rels/.rels": true, "mimetype": true, "xl/workbook.xml": true, "xl/workbook.bin": true,
	"word/document.xml": true, "ppt/presentation.xml": true, "index/document.iwa": true, "index.zip": true}

// folders are those of such parts; they tell in a zip whose directory is lost.
var folders = []string{"_rels/", "docprops/", "xl/", "word/", "ppt/", "meta-inf/"}

// isDocument tells a zip that is one file of an office program.
func isDocument(in io.ReaderAt, size int64) bool {
	r, err := openZip(in, size)
	if err == nil {
		for _, f := range r.File {
			if marks[partName(f.Name)] {
				return true
			}
		}
		return false
	}
	document, seen := false, 0
	_ = scanZip(source{in, size, ""}, func(e entry) error {
		name := partName(e.name)
		document = marks[name]
		for _, f := range folders {
			document = document || strings.HasPrefix(name, f)
		}
		if seen++; document || seen == 8 {
			return errStop
		}
		return nil
	})
	return document || seen == 0
}

// partName is the name of a part of a package as such names compare.
func partName(name string) string {
	return strings.ToLower(strings.TrimLeft(strings.ReplaceAll(name, `\`, "/"), "/"))
}

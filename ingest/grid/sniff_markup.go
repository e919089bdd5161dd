package grid

import (
	"bytes"
	"unicode"

	"golang.org/x/net/html/atom"
	xunicode "golang.org/x/text/encoding/unicode"
)

// sniffMarkup tells text that is markup and not lines of fields; isText if it is none.
func sniffMarkup(content []byte) container {
	if isWebArchive(content) {
		return container{what: isMHT}
	}
	head := content[:min(len(content), 64<<10)]
	if order, ok := wide(head); ok {
		head, _ = xunicode.UTF16(order, xunicode.UseBOM).NewDecoder().Bytes(head)
	}
	head = bytes.TrimLeftFunc(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), unicode.IsSpace)
	if len(head) == 0 || head[0] != '<' {
		return container{what: isText}
	}
	lower := bytes.ToLower(head)
	tag := firstTag(lower)
	switch {
	case bytes.Contains(lower, []byte("urn:schemas-microsoft-com:office:spreadsheet")) && tag == "workbook":
		return container{what: isXMLSS}
	case bytes.Contains(lower, []byte("opendocument")) && tag == "document":
		return container{what: isFlatODS}
	case bytes.HasPrefix(lower, []byte("<!doctype html")), atom.Lookup([]byte(tag)) != 0 && holdsPage(lower):
		return container{what: isHTML}
	case bytes.HasPrefix(lower, []byte("<?xml")):
		return container{isOther, "XML"}
	}
	return container{what: isText}
}

// firstTag is the name of the first element, without its prefix, behind declarations and comments; "" if there is none.
func firstTag(head []byte) string {
	for {
		at := bytes.IndexByte(head, '<')
		if at < 0 {
			return ""
		}
		head = head[at:]
		end := []byte(">")
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = []byte("-->")
		case !bytes.HasPrefix(head, []byte("<!")) && !bytes.HasPrefix(head, []byte("<?")):
			name := head[1:]
			if i := bytes.IndexAny(name, " \t\r\n/>"); i >= 0 {
				name = name[:i]
			}
			return string(local(name))
		}
		_, rest, found := bytes.Cut(head, end)
		if !found {
			return ""
		}
		head = rest
	}
}

// holdsPage says whether markup has more of a page than a word in an element, which a field of a CSV file may hold too.
func holdsPage(lower []byte) bool {
	for _, tag := range []string{"<html", "<body", "<table", "<tr", "<frameset"} {
		if bytes.Contains(lower, []byte(tag)) {
			return true
		}
	}
	return false
}

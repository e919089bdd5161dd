package main

import (
	"archive/zip"
	"bytes"
	"path"
	"slices"
	"strings"
	"time"
)

// typing is how a file was made where its ending leaves that open.
type typing byte

const (
	usual       typing = iota
	vnTime             // .xls typed in the fonts .VnTime and .VnTimeH, whose texts are TCVN3
	webTable           // .xls that is an HTML table, as web systems export it
	windows1258        // .csv in that code page
)

// write gives the file in the container that its ending names.
func (f file) write(sheets []*sheet) []byte {
	switch ext := path.Ext(f.path); {
	case f.typing == vnTime:
		return oldWorkbook(sheets)
	case f.typing == webTable:
		return htmlTable(f.path, sheets[0])
	case f.typing == windows1258:
		return in1258(sheets[0])
	case ext == ".csv":
		return commaFile(sheets[0], f.semicolon)
	case ext == ".txt":
		return unicodeText(sheets[0])
	case ext == ".ods":
		return openDocument(f.path, sheets)
	}
	return workbook(f.path, sheets)
}

// sent is the file that came: the archive in which a return lies, or itself.
func (f file) sent() string {
	if archive, _, within := strings.Cut(f.path, ".zip/"); within {
		return archive + ".zip"
	}
	return f.path
}

// files writes what was sent: each return, those that came in one archive packed.
func files(all []file) map[string][]byte {
	out := map[string][]byte{}
	inside := map[string][]packed{}
	for _, f := range all {
		if archive := f.sent(); archive != f.path {
			inside[archive] = append(inside[archive], packed{name: strings.TrimPrefix(f.path, archive+"/"), content: f.bytes()})
			continue
		}
		out[f.path] = f.bytes()
	}
	for archive, entries := range inside {
		slices.SortFunc(entries, func(a, b packed) int { return strings.Compare(a.name, b.name) })
		out[archive] = pack(entries...)
	}
	return out
}

// packed is a file in an archive; a stored one is not compressed.
type packed struct {
	name    string
	content []byte
	stored  bool
}

// pack writes a zip archive, its entries in the order given and at one fixed time.
func pack(entries ...packed) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate, Modified: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)}
		if e.stored {
			h.Method = zip.Store
		}
		w, err := z.CreateHeader(h)
		must(err)
		_, err = w.Write(e.content)
		must(err)
	}
	must(z.Close())
	return out.Bytes()
}

package grid

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"
)

// Bounds on what a file may unfold to. A list of 200,000 rows and ten columns inflates
// to about 100 MB; the largest sheet Excel can hold of ten columns to about 500 MB.
const (
	maxPart    = 768 << 20 // bytes a part inflates to
	maxTotal   = 1 << 30   // bytes all parts read inflate to
	freeRatio  = 32 << 20  // a part below this may be as repetitive as it likes
	maxRatio   = 400       // inflated : packed, beyond freeRatio
	maxEntries = 1 << 16   // entries of a zip
	largePart  = 1 << 20   // bytes a part says it inflates to, from where it is worth a second processor
)

// parts are the entries of a package by name, with one allowance for all of them.
type parts struct {
	files map[string]*zip.File
	left  int64 // bytes that may still be inflated
}

func openParts(content []byte) (*parts, error) {
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, unreadable("%v", err)
	}
	if len(r.File) > maxEntries {
		return nil, unreadable("zip: %d entries", len(r.File))
	}
	r.RegisterDecompressor(zip.Deflate, flate.NewReader)
	p := &parts{files: make(map[string]*zip.File, len(r.File)), left: maxTotal}
	for _, f := range r.File {
		key := partKey(f.Name)
		if _, twice := p.files[key]; !twice {
			p.files[key] = f
		}
	}
	return p, nil
}

// partKey makes names comparable: part names do not distinguish case, and some writers
// begin them with a slash or use backslashes.
func partKey(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

func (p *parts) has(name string) bool {
	return p.files[partKey(name)] != nil
}

// open gives a part to read, bounded. The caller closes it.
func (p *parts) open(name string) (io.ReadCloser, error) {
	f := p.files[partKey(name)]
	if f == nil {
		return nil, unreadable("%s: missing", name)
	}
	if f.Flags&1 != 0 {
		return nil, &fault{code: codeEncrypted, got: name}
	}
	rc, err := f.Open()
	if err != nil {
		return nil, unreadable("%s: %v", name, err)
	}
	if f.UncompressedSize64 > largePart {
		rc = readAhead(rc)
	}
	return &bounded{ReadCloser: rc, name: name, parts: p, packed: int64(f.CompressedSize64)}, nil
}

// bounded counts what a part inflates to and stops at the bounds. It does not believe
// the sizes that the zip states.
type bounded struct {
	io.ReadCloser
	name   string
	parts  *parts
	packed int64
	read   int64
}

func (b *bounded) Read(buf []byte) (int, error) {
	n, err := b.ReadCloser.Read(buf)
	b.read += int64(n)
	b.parts.left -= int64(n)
	switch {
	case b.read > maxPart, b.parts.left < 0:
		return 0, unreadable("%s: inflates to more than %d MB", b.name, b.read>>20)
	case b.read > freeRatio && b.read/max(b.packed, 1) > maxRatio:
		return 0, unreadable("%s: inflates more than %d times", b.name, maxRatio)
	}
	return n, err
}

// maxLine bounds a line of text in bytes. A row of a sheet has at most 16,384 cells, and one of a
// return some hundred letters.
const maxLine = 4 << 20

// boundedLines refuses text that cannot be lines of a table, before anything weighs it.
func boundedLines(content []byte) error {
	for line, at := 1, 0; at < len(content); line++ {
		end := bytes.IndexAny(content[at:min(len(content), at+maxLine+1)], "\r\n")
		if end < 0 && len(content)-at > maxLine {
			f := unreadable("line %d: more than %d MB without a line end", line, maxLine>>20)
			f.cell = A1(line, 1)
			return f
		}
		if end < 0 {
			return nil
		}
		at += end + 1
	}
	return nil
}

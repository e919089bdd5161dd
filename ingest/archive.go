package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"tdkt/ingest/archive"
)

// An archive is walked like a folder: its files are files to be read, and are named as if the
// archive were one ("goi.zip/phong-a/so-y-te.xlsx"). The walk unpacks each archive once, one
// file at a time, to learn names, digests and faults. Contents that have room on the shelf
// wait there for their turn; the others are unpacked again when it comes, so many at once as
// then have room. Archives are unpacked one at a time. So what is in memory is bounded by the
// shelf, one file and one dictionary, however many and large the archives are.

// shelfRoom bounds the bytes of files in archives that wait to be read.
const shelfRoom = 128 << 20

// shelf is where the contents of files in archives wait for their turn. Its lock holds all
// archives.
type shelf struct {
	sync.Mutex
	room int64 // bytes that it can still take
}

// packed is an archive among the files given.
type packed struct {
	path   string
	size   int64
	kind   archive.Kind
	shelf  *shelf
	files  map[string]*member // by name within it
	order  []string           // the names, sorted
	faults []archive.Fault
}

// member is a file in an archive.
type member struct {
	size    int64
	hash    string
	content []byte // nil where it is not on the shelf
	done    bool   // nobody will ask for it again
}

// open opens the archive at an absolute path, nil where the file is none or cannot be opened.
func (w *walker) open(at string) *packed {
	if a, known := w.archives[at]; known {
		return a
	}
	w.archives[at] = nil
	f, size, kind := opened(at)
	if f == nil {
		return nil
	}
	defer f.Close()
	if kind == archive.None {
		return nil
	}
	a := &packed{path: at, size: size, kind: kind, shelf: w.shelf, files: map[string]*member{}}
	a.faults = archive.Walk(f, size, kind, at, archive.Visit{Pass: passedOverInside, Take: func(name string, content []byte) {
		sum := sha256.Sum256(content)
		a.files[name] = &member{size: int64(len(content)), hash: hex.EncodeToString(sum[:])}
		a.order = append(a.order, name)
		a.put(name, content)
	}})
	slices.Sort(a.order)
	w.archives[at] = a
	return a
}

// opened opens a file and tells what kind of archive it is.
func opened(at string) (*os.File, int64, archive.Kind) {
	f, err := os.Open(at)
	if err != nil {
		return nil, 0, archive.None
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		f.Close()
		return nil, 0, archive.None
	}
	return f, info.Size(), archive.KindOf(f, info.Size())
}

// passedOverInside tells the files in an archive that are no returns; registers are read.
func passedOverInside(name string) bool {
	parts := strings.Split(name, "/")
	for i, part := range parts {
		if passedOver(part) && (i < len(parts)-1 || part != registerName) {
			return true
		}
	}
	return false
}

// unpack enters the files of the archives among the entries. An archive that gave all it
// holds is no file to be read any more; one that did not stays, and is answered.
func (w *walker) unpack() {
	keys := make([]string, 0, len(w.entries))
	for key := range w.entries {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		e := w.entries[key]
		if e.err != nil || filepath.Base(key) == registerName {
			continue
		}
		a := w.open(key)
		if a == nil {
			continue
		}
		for _, name := range a.order {
			in := *e
			in.packed, in.inside = a, name
			in.rel = filepath.Join(e.rel, filepath.FromSlash(name))
			in.name = registerKey(filepath.ToSlash(in.rel))
			w.entries[filepath.Join(key, filepath.FromSlash(name))] = &in
		}
		if len(a.faults) == 0 {
			delete(w.entries, key)
			continue
		}
		e.packed = a
	}
}

// within lists the returns below a folder of an archive, or says that it lies in none.
func (w *walker) within(dir string) (files []string, ok bool) {
	for at := dir; at != filepath.Dir(at); at = filepath.Dir(at) {
		a := w.archives[at]
		if a == nil {
			continue
		}
		below := strings.TrimPrefix(filepath.ToSlash(dir[len(at):])+"/", "/")
		for _, name := range a.order {
			if rel, in := strings.CutPrefix(name, below); in && path.Base(rel) != registerName {
				files = append(files, filepath.FromSlash(rel))
			}
		}
		return files, true
	}
	return nil, false
}

// digest is that of the content of the file at a path, in an archive too; "" where it cannot be read.
func (w *walker) digest(at string) string {
	for dir := at; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if a := w.archives[dir]; a != nil && dir != at {
			if m := a.files[filepath.ToSlash(at[len(dir)+1:])]; m != nil {
				return m.hash
			}
		}
	}
	content, err := readBounded(at)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// put lays a content on the shelf where there is room.
func (a *packed) put(name string, content []byte) {
	m := a.files[name]
	if m.size > a.shelf.room {
		return
	}
	if cap(content) > len(content)+len(content)/4 {
		content = slices.Clone(content)
	}
	m.content = content
	a.shelf.room -= m.size
}

// content takes a file from the shelf. Where it is not there, the archive is unpacked again.
func (a *packed) content(name string) ([]byte, error) {
	a.shelf.Lock()
	defer a.shelf.Unlock()
	m := a.files[name]
	content := m.content
	if content == nil && m.size > 0 {
		var err error
		if content, err = a.fetch(name); err != nil {
			return nil, err
		}
	}
	a.drop(m)
	if content == nil {
		content = []byte{}
	}
	return content, nil
}

// release says that nobody will ask for a file again.
func (a *packed) release(name string) {
	a.shelf.Lock()
	defer a.shelf.Unlock()
	a.drop(a.files[name])
	a.files[name].done = true
}

func (a *packed) drop(m *member) {
	if m.content != nil {
		a.shelf.room += m.size
		m.content = nil
	}
}

// fetch unpacks a file, and lays those that are to be read after it on the shelf as far as it
// has room.
func (a *packed) fetch(name string) ([]byte, error) {
	f, size, kind := opened(a.path)
	if f == nil {
		return nil, fmt.Errorf("%s: cannot be opened any more", a.path)
	}
	defer f.Close()
	wanted := a.next(name)
	var content []byte
	found := false
	archive.Walk(f, size, kind, a.path, archive.Visit{Pass: passedOverInside,
		Want: func(name string) bool { return wanted[name] },
		Take: func(given string, c []byte) {
			switch sum := sha256.Sum256(c); {
			case a.files[given] == nil || a.files[given].hash != hex.EncodeToString(sum[:]):
			case given == name:
				content, found = c, true
			default:
				a.put(given, c)
			}
		}})
	if !found {
		return nil, fmt.Errorf("%s: changed while it was read", a.path)
	}
	return content, nil
}

// next are a file and those after it that have room on the shelf, with the archives in which
// they lie.
func (a *packed) next(name string) map[string]bool {
	wanted := map[string]bool{}
	want := func(name string) {
		for at := name; at != "."; at = path.Dir(at) {
			wanted[at] = true
		}
	}
	want(name)
	room := a.shelf.room
	at, _ := slices.BinarySearch(a.order, name)
	for _, after := range a.order[at+1:] {
		m := a.files[after]
		if m.done || m.content != nil {
			continue
		}
		if room -= m.size; room < 0 {
			break
		}
		want(after)
	}
	return wanted
}

// readBounded reads a file that has at most archive.MaxFile bytes.
func readBounded(at string) ([]byte, error) {
	f, err := os.Open(at)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	content := make([]byte, 0, min(info.Size(), archive.MaxFile)+1)
	for {
		n, err := f.Read(content[len(content):cap(content)])
		content = content[:len(content)+n]
		switch {
		case err == io.EOF:
			return content, nil
		case err != nil:
			return nil, err
		case len(content) > archive.MaxFile:
			return nil, fmt.Errorf("%s: more than %d MB", at, archive.MaxFile>>20)
		case len(content) == cap(content):
			content = slices.Grow(content, max(len(content), 512))
		}
	}
}

// digestOfEnds tells a file that is too large to read from another: by its size, and what
// stands at its two ends.
func digestOfEnds(at string, size int64) (string, error) {
	f, err := os.Open(at)
	if err != nil {
		return "", err
	}
	defer f.Close()
	const end = 1 << 20
	h := sha256.New()
	fmt.Fprintf(h, "too large %d\n", size)
	for _, from := range []int64{0, size - end} {
		if _, err := io.Copy(h, io.NewSectionReader(f, from, end)); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
)

// Bounds on what an archive may hold. A return has less than 50 MB; a year's returns of a
// province are some hundred files of less than 1 MB each.
const (
	MaxFile  = 64 << 20  // bytes of one file
	MaxTotal = 512 << 20 // bytes of all files of an archive, those of archives within it included
	MaxFiles = 10_000    // files of an archive, likewise
	MaxDepth = 3         // an archive, one within it, and one within that

	freeTotal = 64 << 20 // below this an archive may be as repetitive as it likes
	maxRatio  = 200      // unpacked : packed, beyond that; workbooks do not pack, lists as text 5 to 20 times
)

// Reason tells why something of an archive could not be given.
type Reason int

// The reasons of faults.
const (
	Encrypted   Reason = iota // under a password
	Damaged                   // cannot be unpacked, or its checksum is wrong
	Unsupported               // packed by a method that is not known here, or in several volumes
	TooLarge                  // more than MaxFile
	TooMuch                   // more than MaxTotal, or too much for what it is packed into
	TooMany                   // more than MaxFiles
	TooDeep                   // an archive below MaxDepth
	Empty                     // an archive without files
)

// Fault is something in an archive that could not be given.
type Fault struct {
	Reason Reason
	Name   string // of the file or archive within, "" for the archive itself
	Got    string // technically what was there
}

// Visit is told what an archive holds, in the archive's order.
type Visit struct {
	// Pass tells files that nobody wants, by their name within the archive that holds them;
	// they are not unpacked. It may be nil.
	Pass func(name string) bool
	// Want tells files whose content is asked for, or archives that hold such, by full name;
	// nil asks for all.
	Want func(name string) bool
	// Take is handed a file: its full name ("in.zip/so-y-te.xlsx"), unique in the archive,
	// and its content.
	Take func(name string, content []byte)
}

// Walk goes through an archive of the kind that KindOf told; name is the archive's own, from
// which that of a file packed without a name is taken.
func Walk(in io.ReaderAt, size int64, kind Kind, name string, v Visit) []Fault {
	w := &walk{Visit: v, left: allowed(size), files: MaxFiles}
	w.archive(source{in, size, path.Base(name)}, kind, "", 1)
	return w.faults
}

// allowed is what an archive of a size may unfold to.
func allowed(size int64) int64 { return min(MaxTotal, max(freeTotal, maxRatio*size)) }

// source is an archive to be read.
type source struct {
	io.ReaderAt
	size int64
	name string // its own, without folders
}

func (s source) all() *io.SectionReader { return io.NewSectionReader(s, 0, s.size) }

// entry is one file as its archive tells it.
type entry struct {
	name      string // as written, in UTF-8 or not
	size      int64  // as stated, -1 where it is not; never believed
	encrypted bool
	solid     bool                      // passing over it costs as much as reading it
	open      func() (io.Reader, error) // holds until the next entry
}

// reader gives the entries of an archive in order. Its error tells why it could not go on;
// errStop from each ends it.
type reader func(s source, each func(entry) error) error

var readers = map[Kind]reader{Zip: readZip, Rar: readRar, SevenZip: readSevenZip, Tar: readTar, Gzip: readGzip}

// errStop ends a walk whose allowance is used up; the fault is noted already.
var errStop = errors.New("stop")

// walk is one Walk, with one allowance for the archive and all archives within it.
type walk struct {
	Visit
	left   int64
	files  int // that may still be found
	taken  int
	faults []Fault
	over   bool
}

// mostFaults bounds what is told of one archive.
const mostFaults = 200

func (w *walk) fault(r Reason, name, format string, args ...any) {
	if len(w.faults) == mostFaults { // the last one tells that there are more
		w.faults[mostFaults-1] = Fault{Reason: Damaged, Got: fmt.Sprintf("> %d", mostFaults)}
		return
	}
	w.faults = append(w.faults, Fault{r, name, fmt.Sprintf(format, args...)})
}

// archive goes through one archive; at is its own full name, "" for the outermost.
func (w *walk) archive(s source, kind Kind, at string, depth int) {
	defer func() {
		if p := recover(); p != nil { // of a reader that a broken archive has confused
			w.fault(Damaged, at, "%s: %v", kind, p)
		}
	}()
	taken, faults := w.taken, len(w.faults)
	names := newNames()
	err := readers[kind](s, func(e entry) error {
		name := names.unique(clean(e.name))
		return w.entry(e, name, path.Join(at, name), depth)
	})
	if err != nil && !errors.Is(err, errStop) {
		w.fault(reasonOf(err), at, "%s: %v", kind, err)
	}
	switch found := w.faults[faults:]; {
	case w.taken > taken || w.Want != nil:
	case len(found) == 0:
		w.fault(Empty, at, "%s", kind)
	case len(found) > 1 && oneReason(found):
		w.faults = w.faults[:faults]
		w.fault(found[0].Reason, at, "%s", kind)
	}
}

// oneReason says whether an archive gave nothing for one and the same reason, a password or
// a method of packing, which is then the archive's.
func oneReason(faults []Fault) bool {
	for _, f := range faults {
		if f.Reason != faults[0].Reason || f.Got != faults[0].Got && f.Reason != Encrypted {
			return false
		}
	}
	return faults[0].Reason == Encrypted || faults[0].Reason == Unsupported
}

func (w *walk) entry(e entry, name, full string, depth int) error {
	if w.over {
		return errStop
	}
	if w.files--; w.files < 0 {
		w.over = true
		w.fault(TooMany, full, "> %d", MaxFiles)
		return errStop
	}
	unwanted := w.Pass != nil && w.Pass(name) || w.Want != nil && !w.Want(full)
	switch {
	case unwanted:
	case e.encrypted:
		w.fault(Encrypted, full, "%s", path.Base(full))
	case e.size > MaxFile:
		w.fault(TooLarge, full, "%d MB", e.size>>20)
	default:
		return w.content(e, full, depth)
	}
	if e.solid && !e.encrypted {
		if in, err := e.open(); err == nil {
			return w.past(in, full)
		}
	}
	return nil
}

// past reads on to the end of a file, behind which the next begins.
func (w *walk) past(in io.Reader, full string) error {
	if _, err := io.Copy(io.Discard, &allowance{in, w}); errors.Is(err, errTooMuch) {
		return w.tooMuch(full)
	}
	return nil
}

func (w *walk) tooMuch(full string) error {
	w.over = true
	w.fault(TooMuch, full, "> %d MB", MaxTotal>>20)
	return errStop
}

// content reads a file, and goes through it where it is an archive itself.
func (w *walk) content(e entry, full string, depth int) error {
	in, err := e.open()
	var content []byte
	if err == nil {
		content, err = readAll(&allowance{in, w}, e.size)
	}
	switch {
	case errors.Is(err, errTooMuch):
		return w.tooMuch(full)
	case errors.Is(err, errTooLarge):
		w.fault(TooLarge, full, "> %d MB", MaxFile>>20)
		if e.solid {
			return w.past(in, full)
		}
		return nil
	case err != nil:
		w.fault(reasonOf(err), full, "%v", err)
		return nil
	}
	within := source{bytes.NewReader(content), int64(len(content)), path.Base(full)}
	kind := KindOf(within, within.size)
	switch {
	case kind == None:
		w.taken++
		if w.Take != nil {
			w.Take(full, content)
		}
	case depth == MaxDepth:
		w.fault(TooDeep, full, "%s", kind)
	default:
		w.archive(within, kind, full, depth+1)
	}
	if w.over {
		return errStop
	}
	return nil
}

var (
	errTooMuch  = errors.New("the allowance is used up")
	errTooLarge = errors.New("file too large")
)

// allowance counts what is unpacked against what an archive may unfold to.
type allowance struct {
	in io.Reader
	w  *walk
}

func (a *allowance) Read(buf []byte) (int, error) {
	n, err := a.in.Read(buf)
	if a.w.left -= int64(n); a.w.left < 0 {
		return 0, errTooMuch
	}
	return n, err
}

// readAll reads a file that should have a size, or -1, into memory.
func readAll(in io.Reader, size int64) ([]byte, error) {
	var b bytes.Buffer
	if size > 0 {
		b.Grow(int(min(size, 1<<20)) + bytes.MinRead)
	}
	n, err := b.ReadFrom(io.LimitReader(in, MaxFile+1))
	if err == nil && n > MaxFile {
		err = errTooLarge
	}
	return b.Bytes(), err
}

// because carries the reason of a fault up.
type because struct {
	Reason
	error
}

// reasonOf tells why something could not be read: damaged where nothing better is known.
func reasonOf(err error) Reason {
	var b because
	if errors.As(err, &b) {
		return b.Reason
	}
	return Damaged
}

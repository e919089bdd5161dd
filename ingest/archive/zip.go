package archive

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"strings"
)

// openZip reads the directory of a zip; unsafe names are only names here.
func openZip(in io.ReaderAt, size int64) (*zip.Reader, error) {
	r, err := zip.NewReader(in, size)
	if errors.Is(err, zip.ErrInsecurePath) {
		err = nil
	}
	return r, err
}

// readZip gives the files of a zip; where its directory is lost, those that are found
// without it.
func readZip(s source, each func(entry) error) error {
	r, err := openZip(s, s.size)
	if err != nil {
		return scanZip(s, each)
	}
	for _, f := range r.File {
		if mode := f.Mode(); mode.IsDir() || mode&fs.ModeSymlink != 0 || isFolder(f.Name) {
			continue
		}
		e := entry{name: zipName(f.Name, f.NonUTF8, f.Extra), size: stated(f.UncompressedSize64), encrypted: f.Flags&1 != 0}
		e.open = func() (io.Reader, error) {
			rc, err := f.Open()
			if errors.Is(err, zip.ErrAlgorithm) {
				return nil, because{Unsupported, fmt.Errorf("zip: method %d", f.Method)}
			}
			return rc, err
		}
		if err := each(e); err != nil {
			return err
		}
	}
	return nil
}

// isFolder tells the entry of a folder by its name; old programs of Windows part names by backslashes.
func isFolder(name string) bool { return strings.HasSuffix(name, "/") || strings.HasSuffix(name, `\`) }

// stated is a size as an archive states it, which may be nonsense.
func stated(size uint64) int64 { return int64(min(size, 1<<62)) }

// unicodePath is the extra field in which Info-ZIP keeps the name in UTF-8.
const unicodePath = 0x7075

// zipName is the name of an entry: in UTF-8 from its extra field where that belongs to the
// name that stands.
func zipName(name string, nonUTF8 bool, extra []byte) string {
	for nonUTF8 && len(extra) >= 4 {
		id, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if extra = extra[4:]; size > len(extra) {
			break
		}
		field := extra[:size]
		if id == unicodePath && size > 5 && field[0] == 1 && binary.LittleEndian.Uint32(field[1:]) == crc32.ChecksumIEEE([]byte(name)) {
			return string(field[5:])
		}
		extra = extra[size:]
	}
	return name
}

// errDirectory is what a zip that was cut off lacks.
var errDirectory = errors.New("zip: the directory at the end is missing")

// scanZip gives the files of a zip by the headers that stand before each of them.
func scanZip(s source, each func(entry) error) error {
	at, left := int64(0), allowed(s.size)
	if head := make([]byte, 4); readAt(s, head, 0) && bytes.Equal(head, []byte("PK\x07\x08")) {
		at = 4
	}
	for {
		var h [30]byte
		if !readAt(s, h[:], at) || !bytes.HasPrefix(h[:], []byte("PK\x03\x04")) {
			return errDirectory
		}
		u16, u32 := binary.LittleEndian.Uint16, binary.LittleEndian.Uint32
		l := local{s: s, flags: u16(h[6:]), method: u16(h[8:]), sum: u32(h[14:]), packed: int64(u32(h[18:]))}
		names := make([]byte, int(u16(h[26:]))+int(u16(h[28:])))
		if !readAt(s, names, at+30) {
			return errDirectory
		}
		name, extra := string(names[:u16(h[26:])]), names[u16(h[26:]):]
		l.at = at + 30 + int64(len(names))
		l.next = l.at + l.packed
		if l.flags&0x8 != 0 || l.packed == 1<<32-1 { // the sizes stand behind the file
			left -= l.measure(min(left, MaxFile))
		}
		e := entry{name: zipName(name, l.flags&0x800 == 0, extra), size: -1, encrypted: l.flags&1 != 0, open: l.open}
		if !isFolder(name) {
			if err := each(e); err != nil {
				return err
			}
		}
		if l.packed < 0 {
			return errDirectory
		}
		at = l.next
	}
}

func readAt(in io.ReaderAt, buf []byte, at int64) bool {
	n, _ := in.ReadAt(buf, at)
	return n == len(buf)
}

// local is a file as the header before it tells of it.
type local struct {
	s             source
	at, next      int64 // of its data, and of the header behind them
	packed        int64 // -1 where it cannot be known
	flags, method uint16
	sum           uint32
}

func (l *local) open() (io.Reader, error) {
	if l.packed < 0 || l.at+l.packed > l.s.size {
		return nil, io.ErrUnexpectedEOF
	}
	data := io.NewSectionReader(l.s, l.at, l.packed)
	switch l.method {
	case zip.Store:
		return &summed{in: data, want: l.sum}, nil
	case zip.Deflate:
		return &summed{in: flate.NewReader(data), want: l.sum}, nil
	}
	return nil, because{Unsupported, fmt.Errorf("zip: method %d", l.method)}
}

// measure unpacks a file to find its end, behind which its checksum and the next header stand. It gives how much that was.
func (l *local) measure(most int64) int64 {
	l.packed = -1
	if l.method != zip.Deflate {
		return 0
	}
	in := &counted{in: bufio.NewReader(io.NewSectionReader(l.s, l.at, l.s.size-l.at))}
	sum := crc32.NewIEEE()
	unpacked, err := io.Copy(sum, io.LimitReader(flate.NewReader(in), most+1))
	if err != nil || unpacked > most {
		return unpacked
	}
	var tail [28]byte // a checksum with its mark and two sizes, 12 to 24 bytes, then the next header
	n, _ := l.s.ReadAt(tail[:], l.at+in.n)
	told := bytes.TrimPrefix(tail[:n], []byte("PK\x07\x08"))
	if len(told) >= 4 && binary.LittleEndian.Uint32(told) == sum.Sum32() {
		l.packed, l.sum = in.n, sum.Sum32()
		l.next = l.at + in.n + int64(max(0, bytes.Index(tail[:n], []byte("PK\x03\x04"))))
	}
	return unpacked
}

// counted tells how many bytes were taken from a reader, one by one as flate does.
type counted struct {
	in *bufio.Reader
	n  int64
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.in.Read(b)
	c.n += int64(n)
	return n, err
}

func (c *counted) ReadByte() (byte, error) {
	b, err := c.in.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}

// summed holds a file against its checksum where it ends.
type summed struct {
	in        io.Reader
	sum, want uint32
}

var errSum = errors.New("checksum error")

func (s *summed) Read(b []byte) (int, error) {
	n, err := s.in.Read(b)
	s.sum = crc32.Update(s.sum, crc32.IEEETable, b[:n])
	if errors.Is(err, io.EOF) && s.sum != s.want {
		err = errSum
	}
	return n, err
}

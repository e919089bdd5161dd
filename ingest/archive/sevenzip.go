package archive

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"unicode/utf16"
)

// The 7z format is read here by ourselves, after its description (7zFormat.txt of the LZMA
// SDK): the readers at hand make room for as many files as a header claims, and four
// thousand million of them end the program. What 7-Zip writes is read: LZMA, LZMA2,
// Deflate, BZip2 and stored files; other methods are answered.

// Properties of a 7z header.
const (
	szEnd         = 0x00
	szHeader      = 0x01
	szProperties  = 0x02
	szAdditional  = 0x03
	szStreams     = 0x04
	szFiles       = 0x05
	szPack        = 0x06
	szUnpack      = 0x07
	szSubStreams  = 0x08
	szSize        = 0x09
	szSum         = 0x0a
	szFolder      = 0x0b
	szUnpackSize  = 0x0c
	szCount       = 0x0d
	szEmptyStream = 0x0e
	szEmptyFile   = 0x0f
	szNames       = 0x11
	szAttributes  = 0x15
	szEncoded     = 0x17
)

// maxHeader bounds a header: 10,000 files take less than 2 MB.
const maxHeader = 16 << 20

var errSevenZip = errors.New("7z: broken header")

// szFolderOf is a stream of packed bytes from which one or several files are unpacked.
type szFolderOf struct {
	coders   []szCoder
	streams  int   // packed streams that go into it
	at, size int64 // of the first packed stream
	unpacked []int64
	files    []szStream
	sum      *uint32
}

// unfolds is the size of what comes out at last.
func (f *szFolderOf) unfolds() int64 { return f.unpacked[len(f.unpacked)-1] }

type szCoder struct {
	id         string
	properties []byte
}

// szStream is one file in a folder.
type szStream struct {
	size int64
	sum  *uint32
}

// szFile is a file by name; stream is nil where it is empty.
type szFile struct {
	name              string
	empty, emptyFile  bool
	directory, isLink bool
}

func readSevenZip(s source, each func(entry) error) error {
	header, err := szNextHeader(s)
	if err != nil || header == nil {
		return err
	}
	r := &szReader{b: header}
	folders, files := r.header(s.size)
	if r.err != nil {
		return r.err
	}
	folder, stream := 0, 0
	var in io.Reader // of the folder at hand, behind the stream before
	for _, f := range files {
		if f.empty {
			if f.emptyFile && !f.directory {
				e := entry{name: f.name, open: func() (io.Reader, error) { return bytes.NewReader(nil), nil }}
				if err := each(e); err != nil {
					return err
				}
			}
			continue
		}
		for folder < len(folders) && stream == len(folders[folder].files) {
			folder, stream, in = folder+1, 0, nil
		}
		if folder == len(folders) {
			return errSevenZip
		}
		from := folders[folder]
		this := from.files[stream]
		stream++
		if in == nil {
			in = &lazily{open: func() (io.Reader, error) { return from.open(s) }}
		}
		file := &szContent{in: io.LimitReader(in, this.size), left: this.size, want: this.sum}
		e := entry{name: f.name, size: this.size, encrypted: from.encrypted(), solid: len(from.files) > 1,
			open: func() (io.Reader, error) { return file, nil }}
		if f.directory || f.isLink {
			e.name = "" // read past, for what stands behind it
		}
		if e.name != "" {
			err = each(e)
		} else if !e.encrypted {
			_, err = io.Copy(io.Discard, file)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// lazily opens a reader when it is first read.
type lazily struct {
	open func() (io.Reader, error)
	in   io.Reader
	err  error
}

func (l *lazily) Read(b []byte) (int, error) {
	if l.in == nil && l.err == nil {
		l.in, l.err = l.open()
	}
	if l.err != nil {
		return 0, l.err
	}
	return l.in.Read(b)
}

// szContent holds a file to its size and checksum.
type szContent struct {
	in   io.Reader
	left int64
	sum  uint32
	want *uint32
}

func (c *szContent) Read(b []byte) (int, error) {
	n, err := c.in.Read(b)
	c.left -= int64(n)
	c.sum = crc32.Update(c.sum, crc32.IEEETable, b[:n])
	if errors.Is(err, io.EOF) {
		switch {
		case c.left > 0:
			err = io.ErrUnexpectedEOF
		case c.want != nil && *c.want != c.sum:
			err = errSum
		}
	}
	return n, err
}

// szNextHeader reads the header of the files, unpacked where it is packed; nil is an
// archive without files.
func szNextHeader(s source) ([]byte, error) {
	var start [32]byte
	if !readAt(s, start[:], 0) {
		return nil, io.ErrUnexpectedEOF
	}
	u32, u64 := binary.LittleEndian.Uint32, binary.LittleEndian.Uint64
	if crc32.ChecksumIEEE(start[12:32]) != u32(start[8:]) {
		return nil, errSevenZip
	}
	at, size, sum := u64(start[12:]), u64(start[20:]), u32(start[28:])
	if size == 0 {
		return nil, nil
	}
	if size > maxHeader || at > uint64(s.size) || 32+at+size > uint64(s.size) {
		return nil, io.ErrUnexpectedEOF
	}
	header := make([]byte, size)
	if !readAt(s, header, int64(32+at)) || crc32.ChecksumIEEE(header) != sum {
		return nil, errSevenZip
	}
	for range MaxDepth {
		if header[0] != szEncoded {
			return header, nil
		}
		r := &szReader{b: header[1:]}
		folders := r.streams(s.size)
		if r.err != nil {
			return nil, r.err
		}
		if len(folders) != 1 || folders[0].unfolds() > maxHeader || folders[0].unfolds() == 0 {
			return nil, errSevenZip
		}
		in, err := folders[0].open(s)
		if err != nil {
			return nil, err
		}
		header = make([]byte, folders[0].unfolds())
		if _, err := io.ReadFull(in, header); err != nil {
			return nil, err
		}
		if sum := folders[0].sum; sum != nil && crc32.ChecksumIEEE(header) != *sum {
			return nil, errSum
		}
	}
	return nil, errSevenZip
}

// utf16Text reads letters of two bytes.
func utf16Text(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

package archive

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
)

func readTar(s source, each func(entry) error) error { return tarEntries(s.all(), false, each) }

// tarEntries gives the files of a tar. Links are left out: what they point to is in the
// archive under its own name, or not in it at all.
func tarEntries(in io.Reader, solid bool, each func(entry) error) error {
	tail := &noughts{in: in}
	r := tar.NewReader(tail)
	for {
		h, err := r.Next()
		switch {
		case errors.Is(err, io.EOF) && tail.n < 512: // a block of noughts ends a tar
			return io.ErrUnexpectedEOF
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, tar.ErrInsecurePath):
		case err != nil:
			return err
		}
		if h.Typeflag != tar.TypeReg && h.Typeflag != tar.TypeGNUSparse {
			continue
		}
		e := entry{name: h.Name, size: h.Size, solid: solid, open: func() (io.Reader, error) { return r, nil }}
		if err := each(e); err != nil {
			return err
		}
	}
}

// noughts counts those at the end of what was read.
type noughts struct {
	in io.Reader
	n  int
}

func (z *noughts) Read(b []byte) (int, error) {
	n, err := z.in.Read(b)
	kept := len(bytes.TrimRight(b[:n], "\x00"))
	if kept > 0 {
		z.n = 0
	}
	z.n += n - kept
	return n, err
}

// readGzip gives the files of a tar.gz, or the one file that was packed. The checksum stands
// at the end, and a tar has none of its own, so the whole is unpacked first: a byte that was
// changed on the way must not become a figure.
func readGzip(s source, each func(entry) error) error {
	in, z, err := unzipped(s)
	if err != nil {
		return err
	}
	var block [512]byte
	head, _ := in.Peek(len(block))
	tarred := copy(block[:], head) == len(block) && isTar(&block)
	most := allowed(s.size)
	if !tarred {
		most = min(most, MaxFile)
	}
	if n, err := io.Copy(io.Discard, io.LimitReader(in, most+1)); err != nil {
		return err
	} else if n > most && tarred {
		return because{TooMuch, fmt.Errorf("> %d MB", most>>20)}
	} else if n > most {
		return because{TooLarge, fmt.Errorf("> %d MB", most>>20)}
	}
	name := latin(z.Name)
	if name == "" {
		name = strings.TrimSuffix(strings.TrimSuffix(s.name, ".gz"), ".GZ")
	}
	if in, _, err = unzipped(s); err != nil {
		return err
	}
	if tarred {
		return tarEntries(in, true, each)
	}
	return each(entry{name: name, size: -1, solid: true, open: func() (io.Reader, error) { return in, nil }})
}

func unzipped(s source) (*bufio.Reader, *gzip.Reader, error) {
	z, err := gzip.NewReader(bufio.NewReader(s.all()))
	if err != nil {
		return nil, nil, err
	}
	return bufio.NewReaderSize(z, 512), z, nil
}

// latin takes back the reading of a name as Latin-1, which the format asks for and no
// packer writes.
func latin(name string) string {
	out := make([]byte, 0, len(name))
	for _, r := range name {
		if r > 0xff {
			return name
		}
		out = append(out, byte(r))
	}
	return string(out)
}

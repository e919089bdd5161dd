package archive

import (
	"errors"
	"io"
	"io/fs"

	"github.com/nwaples/rardecode/v2"
)

// maxDictionary bounds what a rar or 7z unpacks into at once; the packers' own habit is 32 MB.
const maxDictionary = 128 << 20

func readRar(s source, each func(entry) error) error {
	r, err := rardecode.NewReader(s.all(), rardecode.MaxDictionarySize(maxDictionary))
	if err != nil {
		return rarReason(err)
	}
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return rarReason(err)
		}
		if h.IsDir || h.LinkType != rardecode.LinkTypeNone || h.Mode()&fs.ModeSymlink != 0 {
			continue
		}
		e := entry{name: h.Name, size: h.UnPackedSize, encrypted: h.Encrypted, solid: h.Solid,
			open: func() (io.Reader, error) { return rarFile{r}, nil }}
		if h.UnKnownSize {
			e.size = -1
		}
		if err := each(e); err != nil {
			return err
		}
	}
}

// rarFile is the file at hand, with the reason where it cannot be read.
type rarFile struct{ in io.Reader }

func (f rarFile) Read(b []byte) (int, error) {
	n, err := f.in.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		err = rarReason(err)
	}
	return n, err
}

func rarReason(err error) error {
	switch {
	case errors.Is(err, rardecode.ErrArchiveEncrypted), errors.Is(err, rardecode.ErrArchivedFileEncrypted):
		return because{Encrypted, err}
	case errors.Is(err, rardecode.ErrMultiVolume), errors.Is(err, rardecode.ErrDictionaryTooLarge), errors.Is(err, rardecode.ErrUnknownVersion),
		errors.Is(err, rardecode.ErrUnsupportedDecoder), errors.Is(err, rardecode.ErrUnknownDecoder), errors.Is(err, rardecode.ErrFileNameRequired),
		errors.Is(err, rardecode.ErrBadVolumeNumber):
		return because{Unsupported, err}
	}
	return err
}

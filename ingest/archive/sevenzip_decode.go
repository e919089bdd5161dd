package archive

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/ulikunitz/xz/lzma"
)

// Methods of 7z that are known here.
const (
	szCopy    = "\x00"
	szLZMA    = "\x03\x01\x01"
	szLZMA2   = "\x21"
	szDeflate = "\x04\x01\x08"
	szBZip2   = "\x04\x02\x02"
	szAES     = "\x06\xf1\x07\x01"
)

func (f *szFolderOf) encrypted() bool {
	for _, c := range f.coders {
		if c.id == szAES {
			return true
		}
	}
	return false
}

// open gives what a folder unfolds to. A dictionary need not be larger than that, so none
// is, whatever the header says.
func (f *szFolderOf) open(s source) (io.Reader, error) {
	if f.encrypted() {
		return nil, because{Encrypted, fmt.Errorf("7z: AES")}
	}
	c := f.coders[0]
	if len(f.coders) > 1 || f.streams != 1 {
		return nil, because{Unsupported, fmt.Errorf("7z: method %x after another", f.coders[len(f.coders)-1].id)}
	}
	if f.at < 0 || f.size < 0 || f.at+f.size > s.size {
		return nil, io.ErrUnexpectedEOF
	}
	in := bufio.NewReader(io.NewSectionReader(s, f.at, f.size))
	var out io.Reader
	var err error
	switch c.id {
	case szCopy:
		out = in
	case szDeflate:
		out = flate.NewReader(in)
	case szBZip2:
		out = bzip2.NewReader(in)
	case szLZMA:
		out, err = f.lzma(c.properties, in)
	case szLZMA2:
		out, err = f.lzma2(c.properties, in)
	default:
		return nil, because{Unsupported, fmt.Errorf("7z: method %x", c.id)}
	}
	if err != nil {
		return nil, err
	}
	return io.LimitReader(out, f.unfolds()), nil
}

// dictionary is as large as is stated and of use, within the bound.
func (f *szFolderOf) dictionary(stated int64) (int, error) {
	size := max(min(stated, f.unfolds()), lzma.MinDictCap)
	if size > maxDictionary {
		return 0, because{Unsupported, fmt.Errorf("7z: dictionary of %d MB", size>>20)}
	}
	return int(size), nil
}

// lzma makes the header of an .lzma file, from which the decoder takes its settings.
func (f *szFolderOf) lzma(properties []byte, in io.Reader) (io.Reader, error) {
	if len(properties) != 5 {
		return nil, errSevenZip
	}
	size, err := f.dictionary(int64(binary.LittleEndian.Uint32(properties[1:])))
	if err != nil {
		return nil, err
	}
	head := []byte{properties[0]}
	head = binary.LittleEndian.AppendUint32(head, uint32(size))
	head = binary.LittleEndian.AppendUint64(head, uint64(f.unfolds()))
	return lzma.NewReader(io.MultiReader(bytes.NewReader(head), in))
}

func (f *szFolderOf) lzma2(properties []byte, in io.Reader) (io.Reader, error) {
	if len(properties) != 1 || properties[0] > 40 {
		return nil, errSevenZip
	}
	p := properties[0]
	size, err := f.dictionary(min(int64(2|p&1)<<(p/2+11), 1<<32-1))
	if err != nil {
		return nil, err
	}
	return lzma.Reader2Config{DictCap: size}.NewReader2(in)
}

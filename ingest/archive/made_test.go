package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"hash/crc32"
	"testing"
	"unicode/utf16"

	"github.com/ulikunitz/xz/lzma"
)

// pair is a file to be packed.
type pair struct{ name, text string }

var someFiles = []pair{{"phong-a/so-y-te.csv", "STT,Họ và tên\n1,A\n"}, {"phong-b/Sở Nội vụ.csv", "STT,Họ và tên\n1,B\n"}, {"trống.csv", ""}}

// packers make an archive of each kind.
var packers = map[string]func(t testing.TB, files []pair) []byte{
	"zip": zipOf, "rar": rarOf, "7z": func(t testing.TB, files []pair) []byte { return sevenZipOf(t, files, szLZMA2) },
	"7z stored": func(t testing.TB, files []pair) []byte { return sevenZipOf(t, files, szCopy) },
	"7z lzma":   func(t testing.TB, files []pair) []byte { return sevenZipOf(t, files, szLZMA) },
	"tar":       tarOf, "tar.gz": func(t testing.TB, files []pair) []byte { return gzipOf(t, "", tarOf(t, files)) },
}

func zipOf(t testing.TB, files []pair) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.name)
		if err == nil {
			_, err = w.Write([]byte(f.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarOf(t testing.TB, files []pair) []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		err := w.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: f.name, Size: int64(len(f.text)), Mode: 0o644})
		if err == nil {
			_, err = w.Write([]byte(f.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipOf(t testing.TB, name string, content []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Name = name
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// rarOf stores files in the format of RAR 5.
func rarOf(_ testing.TB, files []pair) []byte {
	out := []byte("Rar!\x1a\x07\x01\x00")
	out = append(out, rarBlock([]byte{1, 0, 0})...) // main header, no flags
	for _, f := range files {
		h := []byte{2, 2} // file header with data behind it
		h = binary.AppendUvarint(h, uint64(len(f.text)))
		h = append(h, 4) // a checksum stands in it
		h = binary.AppendUvarint(h, uint64(len(f.text)))
		h = append(h, 0)
		h = binary.LittleEndian.AppendUint32(h, crc32.ChecksumIEEE([]byte(f.text)))
		h = append(h, 0, 1) // stored; made on Unix
		h = binary.AppendUvarint(h, uint64(len(f.name)))
		h = append(h, f.name...)
		out = append(append(out, rarBlock(h)...), f.text...)
	}
	return append(out, rarBlock([]byte{5, 0, 0})...)
}

func rarBlock(header []byte) []byte {
	body := append(binary.AppendUvarint(nil, uint64(len(header))), header...)
	return append(binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(body)), body...)
}

// sevenZipOf packs files into one folder by a method.
func sevenZipOf(t testing.TB, files []pair, method string) []byte {
	var all bytes.Buffer
	var full []pair
	for _, f := range files {
		all.WriteString(f.text)
		if f.text != "" {
			full = append(full, f)
		}
	}
	packed, properties := sevenZipPacked(t, all.Bytes(), method)
	h := []byte{szHeader, szStreams, szPack, 0, 1, szSize}
	h = append(szNumber(h, len(packed)), szEnd)
	flags := byte(len(method))
	if len(properties) > 0 {
		flags |= 0x20
	}
	h = append(h, szUnpack, szFolder, 1, 0, 1, flags)
	h = append(h, method...)
	if len(properties) > 0 {
		h = append(append(h, byte(len(properties))), properties...)
	}
	h = append(szNumber(append(h, szUnpackSize), all.Len()), szEnd)
	h = append(szNumber(append(h, szSubStreams, szCount), len(full)), szSize)
	for _, f := range full[:len(full)-1] {
		h = szNumber(h, len(f.text))
	}
	h = append(h, szSum, 1)
	for _, f := range full {
		h = binary.LittleEndian.AppendUint32(h, crc32.ChecksumIEEE([]byte(f.text)))
	}
	h = append(h, szEnd, szEnd, szFiles, byte(len(files)))
	h = append(sevenZipNames(h, files), szEnd, szEnd)
	start := binary.LittleEndian.AppendUint64(nil, uint64(len(packed)))
	start = binary.LittleEndian.AppendUint64(start, uint64(len(h)))
	start = binary.LittleEndian.AppendUint32(start, crc32.ChecksumIEEE(h))
	out := append([]byte("7z\xbc\xaf\x27\x1c\x00\x04"), binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(start))...)
	return append(append(append(out, start...), packed...), h...)
}

func sevenZipNames(h []byte, files []pair) []byte {
	names := []byte{0}
	var empty, emptyFiles byte // of at most eight
	nth := 0
	for i, f := range files {
		for _, u := range utf16.Encode([]rune(f.name + "\x00")) {
			names = binary.LittleEndian.AppendUint16(names, u)
		}
		if f.text == "" {
			empty |= 0x80 >> i
			emptyFiles |= 0x80 >> nth
			nth++
		}
	}
	if nth > 0 {
		h = append(h, szEmptyStream, 1, empty, szEmptyFile, 1, emptyFiles)
	}
	return append(szNumber(append(h, szNames), len(names)), names...)
}

func szNumber(h []byte, n int) []byte {
	return binary.LittleEndian.AppendUint64(append(h, 0xff), uint64(n))
}

func sevenZipPacked(t testing.TB, content []byte, method string) (packed, properties []byte) {
	var b bytes.Buffer
	switch method {
	case szCopy:
		return content, nil
	case szLZMA2:
		w, err := lzma.Writer2Config{DictCap: 1 << 20}.NewWriter2(&b)
		if err == nil {
			_, err = w.Write(content)
		}
		if err == nil {
			err = w.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		return b.Bytes(), []byte{16}
	}
	w, err := lzma.WriterConfig{DictCap: 1 << 20, Size: int64(len(content)), SizeInHeader: true}.NewWriter(&b)
	if err == nil {
		_, err = w.Write(content)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()[13:], b.Bytes()[:5]
}

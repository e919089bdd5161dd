package archive

import (
	"encoding/binary"
	"math/bits"
)

// szReader reads a 7z header. After the first fault it gives noughts; err tells.
type szReader struct {
	b   []byte
	at  int
	err error
}

func (r *szReader) fail() { r.err, r.at = errSevenZip, len(r.b) }

func (r *szReader) byte() byte {
	if r.at >= len(r.b) {
		r.fail()
		return 0
	}
	r.at++
	return r.b[r.at-1]
}

func (r *szReader) bytes(n int) []byte {
	if n < 0 || n > len(r.b)-r.at {
		r.fail()
		return nil
	}
	r.at += n
	return r.b[r.at-n : r.at]
}

// number reads a number of one to nine bytes: the first tells by its leading ones how many follow.
func (r *szReader) number() uint64 {
	first := r.byte()
	more := bits.LeadingZeros8(^first)
	var v uint64
	for i, c := range r.bytes(more) {
		v |= uint64(c) << (8 * i)
	}
	if more < 7 {
		v |= uint64(first&(1<<(7-more)-1)) << (8 * more)
	}
	return v
}

// count reads how many things follow, each of which takes a byte or a bit of the header.
func (r *szReader) count() int {
	n := r.number()
	if n > uint64(8*len(r.b)) {
		r.fail()
		return 0
	}
	return int(n)
}

// size reads a number of bytes.
func (r *szReader) size() int64 {
	n := r.number()
	if n > 1<<62 {
		r.fail()
		return 0
	}
	return int64(n)
}

func (r *szReader) bools(n int) []bool {
	packed := r.bytes((n + 7) / 8)
	out := make([]bool, n)
	for i := range out {
		out[i] = packed != nil && packed[i/8]&(0x80>>(i%8)) != 0
	}
	return out
}

// defined reads which of n things are told: all, or as bits say.
func (r *szReader) defined(n int) []bool {
	if r.byte() == 0 {
		return r.bools(n)
	}
	out := make([]bool, n)
	for i := range out {
		out[i] = true
	}
	return out
}

// sums reads the checksums of n things, nil where there is none.
func (r *szReader) sums(n int) []*uint32 {
	out := make([]*uint32, n)
	for i, told := range r.defined(n) {
		if !told {
			continue
		}
		if b := r.bytes(4); b != nil {
			v := binary.LittleEndian.Uint32(b)
			out[i] = &v
		}
	}
	return out
}

// header reads the folders and files of an archive.
func (r *szReader) header(size int64) (folders []*szFolderOf, files []szFile) {
	if r.byte() != szHeader {
		r.fail()
	}
	for r.err == nil {
		switch r.byte() {
		case szEnd:
			return folders, files
		case szProperties:
			for r.err == nil && r.byte() != szEnd {
				r.bytes(r.count())
			}
		case szAdditional:
			r.streams(size)
		case szStreams:
			folders = r.streams(size)
		case szFiles:
			files = r.files()
		default:
			r.fail()
		}
	}
	return nil, nil
}

// streams reads the folders with the places of what is packed in them.
func (r *szReader) streams(size int64) (folders []*szFolderOf) {
	var at int64
	var packed []int64
	for r.err == nil {
		switch r.byte() {
		case szPack:
			at, packed = r.packed()
		case szUnpack:
			folders = r.folders()
		case szSubStreams:
			r.subStreams(folders)
		case szEnd:
			r.place(folders, 32+at, packed, size)
			return folders
		default:
			r.fail()
		}
	}
	return nil
}

func (r *szReader) packed() (at int64, sizes []int64) {
	at = r.size()
	n := r.count()
	for r.err == nil {
		switch r.byte() {
		case szEnd:
			if at < 0 || at > 1<<60 {
				r.fail()
			}
			return at, sizes
		case szSize:
			for range n {
				sizes = append(sizes, r.size())
			}
		case szSum:
			r.sums(n)
		default:
			r.fail()
		}
	}
	return 0, nil
}

// place gives each folder the place of its packed bytes, and files where it has one only.
func (r *szReader) place(folders []*szFolderOf, at int64, packed []int64, size int64) {
	next := 0
	for _, f := range folders {
		if f.files == nil {
			f.files = []szStream{{f.unfolds(), f.sum}}
		}
		for i := range f.streams {
			if next == len(packed) || packed[next] > size || at > size {
				r.fail()
				return
			}
			if i == 0 {
				f.at, f.size = at, packed[next]
			}
			at += packed[next]
			next++
		}
	}
}

func (r *szReader) folders() (folders []*szFolderOf) {
	if r.byte() != szFolder {
		r.fail()
	}
	n := r.count()
	if r.byte() != 0 { // the folders stand elsewhere
		r.fail()
	}
	for i := 0; i < n && r.err == nil; i++ {
		folders = append(folders, r.folder())
	}
	if r.byte() != szUnpackSize {
		r.fail()
	}
	for _, f := range folders {
		for i := range f.unpacked {
			f.unpacked[i] = r.size()
		}
	}
	for r.err == nil {
		switch r.byte() {
		case szEnd:
			return folders
		case szSum:
			for i, sum := range r.sums(len(folders)) {
				folders[i].sum = sum
			}
		default:
			r.fail()
		}
	}
	return nil
}

// folder reads how a folder was packed. One of several coders is kept for its answer.
func (r *szReader) folder() *szFolderOf {
	f := &szFolderOf{}
	ins, outs := 0, 0
	n := r.count()
	if n == 0 || n > 32 {
		r.fail()
	}
	for i := 0; i < n && r.err == nil; i++ {
		flags := r.byte()
		c := szCoder{id: string(r.bytes(int(flags & 0xf)))}
		in, out := 1, 1
		if flags&0x10 != 0 {
			in, out = r.count(), r.count()
		}
		if in > 32 || out > 32 {
			r.fail()
		}
		if flags&0x20 != 0 {
			c.properties = r.bytes(r.count())
		}
		f.coders = append(f.coders, c)
		ins, outs = ins+in, outs+out
	}
	if outs == 0 || ins < outs-1 {
		r.fail()
		outs, ins = 1, 1
	}
	for range outs - 1 {
		r.number()
		r.number()
	}
	if f.streams = ins - (outs - 1); f.streams > 1 {
		for range f.streams {
			r.number()
		}
	}
	f.unpacked = make([]int64, outs)
	return f
}

// subStreams reads which files come out of each folder.
func (r *szReader) subStreams(folders []*szFolderOf) {
	counts := make([]int, len(folders))
	for i := range counts {
		counts[i] = 1
	}
	kind := r.byte()
	if kind == szCount {
		total := 0
		for i := range counts {
			counts[i] = r.count()
			if total += counts[i]; total > 8*len(r.b) {
				r.fail()
				return
			}
		}
		kind = r.byte()
	}
	var unsummed []*szStream
	for i, f := range folders {
		f.files = make([]szStream, counts[i])
		rest := f.unfolds()
		for j := range f.files {
			if j < len(f.files)-1 && kind == szSize {
				f.files[j].size = r.size()
			} else {
				f.files[j].size = rest
			}
			if rest -= f.files[j].size; rest < 0 {
				r.fail()
				return
			}
			if len(f.files) == 1 && f.sum != nil {
				f.files[j].sum = f.sum
			} else {
				unsummed = append(unsummed, &f.files[j])
			}
		}
	}
	if kind == szSize {
		kind = r.byte()
	}
	if kind == szSum {
		for i, sum := range r.sums(len(unsummed)) {
			unsummed[i].sum = sum
		}
		kind = r.byte()
	}
	if kind != szEnd {
		r.fail()
	}
}

// files reads names and attributes.
func (r *szReader) files() []szFile {
	n := r.count()
	files := make([]szFile, n)
	for r.err == nil {
		kind := r.byte()
		if kind == szEnd {
			return files
		}
		p := &szReader{b: r.bytes(r.count())}
		switch kind {
		case szEmptyStream:
			for i, empty := range p.bools(n) {
				files[i].empty = empty
			}
		case szEmptyFile:
			p.emptyFiles(files)
		case szNames:
			p.names(files)
		case szAttributes:
			p.attributes(files)
		}
		if p.err != nil {
			r.fail()
		}
	}
	return nil
}

func (r *szReader) emptyFiles(files []szFile) {
	var empty []*szFile
	for i := range files {
		if files[i].empty {
			empty = append(empty, &files[i])
		}
	}
	for i, is := range r.bools(len(empty)) {
		empty[i].emptyFile = is
	}
}

func (r *szReader) names(files []szFile) {
	if r.byte() != 0 {
		r.fail()
	}
	for i := range files {
		from := r.at
		for {
			c := r.bytes(2)
			if c == nil || c[0] == 0 && c[1] == 0 {
				break
			}
		}
		if r.err != nil {
			return
		}
		files[i].name = utf16Text(r.b[from : r.at-2])
	}
}

func (r *szReader) attributes(files []szFile) {
	told := r.defined(len(files))
	if r.byte() != 0 {
		r.fail()
	}
	for i := range files {
		if !told[i] {
			continue
		}
		b := r.bytes(4)
		if b == nil {
			return
		}
		a := binary.LittleEndian.Uint32(b)
		files[i].directory = a&0x10 != 0
		files[i].isLink = a&0x8000 != 0 && a>>28 == 0xa // kept by 7-Zip on Unix
	}
}

package grid

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// compound is a compound file: a small file system of sectors, in which Office 97–2003
// keeps its documents as streams. The reader is our own because the table of contents of
// a hostile file drives the general one to six times its size in memory, and deep into
// recursion. Here nothing is kept of an entry that is not asked for, each chain is
// followed at most as far as the file has sectors, and a table of contents whose tree is
// broken is gone through entry by entry.
type compound struct {
	content []byte
	shift   uint     // the sector size is 1<<shift
	fat     []uint32 // the sector that follows each sector
	dir     []byte   // entries of entrySize
}

const (
	compoundHead = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	headerSize   = 512
	entrySize    = 128
	smallShift   = 6          // small sectors have 64 bytes
	smallBelow   = 4096       // streams shorter than this lie in small sectors
	lastSector   = 0xFFFFFFFA // numbers above it are marks
	noEntry      = 0xFFFFFFFF
	kindStream   = 2
	mostEntries  = 1 << 19 // of the table of contents that are looked at
)

func openCompound(content []byte) (*compound, error) {
	if len(content) < headerSize {
		return nil, unreadable("compound file: ends within its header")
	}
	c := &compound{content: content, shift: uint(binary.LittleEndian.Uint16(content[30:]))}
	if c.shift != 9 && c.shift != 12 {
		return nil, unreadable("compound file: sectors of 2^%d bytes", c.shift)
	}
	c.readFAT()
	var short error
	if c.dir, short = c.chain(le32(content, 48), mostEntries*entrySize); len(c.dir) < entrySize {
		return nil, unreadable("compound file: no table of contents (%v)", short)
	}
	c.dir = c.dir[:len(c.dir)/entrySize*entrySize]
	return c, nil
}

func le32(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }

func appendUint32s(to []uint32, b []byte) []uint32 {
	for ; len(b) >= 4; b = b[4:] {
		to = append(to, le32(b, 0))
	}
	return to
}

// sectors is how many sectors the file has, a last one that is cut off included.
func (c *compound) sectors() int {
	size := 1 << c.shift
	return (len(c.content) - size + size - 1) >> c.shift
}

// sector gives the bytes of a sector, fewer where the file ends; nil beyond.
func (c *compound) sector(no uint32) []byte {
	if uint64(no) >= uint64(max(c.sectors(), 0)) {
		return nil
	}
	from := (int(no) + 1) << c.shift
	return c.content[from:min(from+1<<c.shift, len(c.content))]
}

// readFAT joins the sectors of the table, which the header lists and then a chain of
// lists. What is missing of it shows when a stream is read.
func (c *compound) readFAT() {
	perSector := 1 << c.shift / 4
	need := c.sectors()
	take := func(no uint32) {
		if no >= lastSector || len(c.fat) >= need {
			return
		}
		from := len(c.fat)
		c.fat = appendUint32s(c.fat, c.sector(no))
		for len(c.fat) < from+perSector {
			c.fat = append(c.fat, noEntry)
		}
	}
	for i := range 109 {
		take(le32(c.content, 76+4*i))
	}
	next := le32(c.content, 68)
	for range need {
		list := c.sector(next)
		if len(list) < 1<<c.shift || len(c.fat) >= need {
			return
		}
		for i := range perSector - 1 {
			take(le32(list, 4*i))
		}
		next = le32(list, 4*(perSector-1))
	}
}

// chain joins the sectors from one on, up to a size. Where it breaks off before, the
// error tells how, beside what there was.
func (c *compound) chain(no uint32, size int) ([]byte, error) {
	out := make([]byte, 0, min(size, len(c.content))+1<<c.shift)
	for range c.sectors() + 1 {
		if len(out) >= size {
			return out[:size], nil
		}
		if no >= lastSector {
			return out, fmt.Errorf("a stream ends after %d bytes", len(out))
		}
		sector := c.sector(no)
		if sector == nil || int(no) >= len(c.fat) {
			return out, fmt.Errorf("sector %d of %d", no, c.sectors())
		}
		out = append(out, sector...)
		no = c.fat[no]
	}
	return out, errors.New("a chain of sectors without end")
}

// smallChain is chain for a stream in small sectors, which lie in the stream of the root
// and are chained by a table of their own.
func (c *compound) smallChain(no uint32, size int) ([]byte, error) {
	all, _ := c.chain(le32(c.dir, 116), int(min(le32(c.dir, 120), math.MaxInt32)))
	table, _ := c.chain(le32(c.content, 60), len(all)/16+1<<c.shift)
	var out []byte
	for len(out) < size {
		from := uint64(no) << smallShift
		if from >= uint64(len(all)) || 4*uint64(no)+4 > uint64(len(table)) {
			return out, fmt.Errorf("a stream ends after %d bytes", len(out))
		}
		out = append(out, all[from:min(from+1<<smallShift, uint64(len(all)))]...)
		no = le32(table, 4*int(no))
	}
	return out[:size], nil
}

// stream gives a stream, and an error beside what there is of one that is cut off.
func (c *compound) stream(entry int) ([]byte, error) {
	e := c.entry(entry)
	size := int(min(binary.LittleEndian.Uint64(e[120:]), math.MaxInt32))
	if c.shift == 9 {
		size = int(min(le32(e, 120), math.MaxInt32)) // the upper half is not always nought
	}
	if size < smallBelow {
		return c.smallChain(le32(e, 116), size)
	}
	return c.chain(le32(e, 116), size)
}

func (c *compound) entry(no int) []byte { return c.dir[no*entrySize : (no+1)*entrySize] }

// named says whether an entry has a name, given in capitals: the format does not
// distinguish them.
func (c *compound) named(no int, name string) bool {
	e := c.entry(no)
	if binary.LittleEndian.Uint16(e[2*len(name):]) != 0 { // names end with NUL, and have fewer than 32 characters
		return false
	}
	for i := range len(name) {
		u := binary.LittleEndian.Uint16(e[2*i:])
		if 'a' <= u && u <= 'z' {
			u -= 'a' - 'A'
		}
		if u != uint16(name[i]) {
			return false
		}
	}
	return true
}

// find gives the first stream of one of the names, which are in capitals: beside the root
// if the tree of entries holds, so that a table within a Word document is not taken for a
// workbook, else anywhere.
func (c *compound) find(names ...string) (entry int, ok bool) {
	count := len(c.dir) / entrySize
	top := c.top()
	for _, anywhere := range []bool{false, true} {
		if anywhere && len(top) > 0 {
			break
		}
		for _, name := range names {
			for no := range count {
				if (anywhere || top[no]) && c.entry(no)[66] == kindStream && c.named(no, name) {
					return no, true
				}
			}
		}
	}
	return 0, false
}

// top are the entries right below the root, none where the tree is broken.
func (c *compound) top() map[int]bool {
	const most = 1 << 12
	count := len(c.dir) / entrySize
	seen := map[int]bool{}
	open := []uint32{le32(c.dir, 76)} // the root's child
	for len(open) > 0 {
		no := open[len(open)-1]
		open = open[:len(open)-1]
		if no == noEntry {
			continue
		}
		if uint64(no) >= uint64(count) || no == 0 || seen[int(no)] || len(seen) == most {
			return nil
		}
		seen[int(no)] = true
		e := c.entry(int(no))
		open = append(open, le32(e, 68), le32(e, 72))
	}
	return seen
}

// readCompound reads a workbook of Excel 5.0 to 2003, or names what else the file is.
func readCompound(content []byte) (Book, error) {
	c, err := openCompound(content)
	if err != nil {
		if name := mentioned(content); name != "" {
			return Book{}, unsupported(name)
		}
		return Book{}, err
	}
	if entry, ok := c.find("WORKBOOK", "BOOK"); ok {
		stream, short := c.stream(entry)
		book, err := readXLS(stream)
		if err != nil && short != nil {
			err = unreadable("compound file: %v", short) // what is missing of the file, not of its cells
		}
		return book, err
	}
	if _, ok := c.find("ENCRYPTEDPACKAGE"); ok {
		return Book{}, &fault{code: codeEncrypted, got: "Excel (.xlsx)"}
	}
	switch _, ok := c.find("WORDDOCUMENT"); {
	case ok:
		return Book{}, unsupported("Word 97–2003 (.doc)")
	default:
		return Book{}, unsupported("Office 97–2003")
	}
}

// mentioned names a damaged document of Word by the name of its stream.
func mentioned(content []byte) string {
	var wide []byte
	for _, r := range []byte("WordDocument\x00") {
		wide = append(wide, r, 0)
	}
	if bytes.Contains(content, wide) {
		return "Word 97–2003 (.doc)"
	}
	return ""
}

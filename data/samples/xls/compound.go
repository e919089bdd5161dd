package xls

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf16"
)

// Stream is one stream of a compound file.
type Stream struct {
	Name    string
	Content []byte
}

const (
	sectorSize  = 512
	perSector   = sectorSize / 4
	smallSector = 64
	smallBelow  = 4096
	endOfChain  = 0xFFFFFFFE
	freeSector  = 0xFFFFFFFF
	fatSector   = 0xFFFFFFFD
	difatSector = 0xFFFFFFFC
	inHeader    = 109 // sectors of the table that the header lists
)

// Compound writes a compound file with streams beside the root.
func Compound(streams ...Stream) []byte {
	streams = slices.Clone(streams)
	slices.SortFunc(streams, func(a, b Stream) int { // as the format orders names
		return cmp.Or(cmp.Compare(len(a.Name), len(b.Name)), cmp.Compare(strings.ToUpper(a.Name), strings.ToUpper(b.Name)))
	})
	c := &compound{}
	dir := entry("Root Entry", 5, freeSector, 1)
	var small bytes.Buffer
	var smallTable []uint32
	for i, s := range streams {
		next := uint32(freeSector)
		if i+1 < len(streams) {
			next = uint32(i + 2)
		}
		e := entry(s.Name, 2, next, freeSector)
		start := uint32(endOfChain)
		switch {
		case len(s.Content) >= smallBelow:
			start = c.add(s.Content)
		case len(s.Content) > 0:
			start = uint32(len(smallTable))
			small.Write(padded(s.Content, smallSector))
			smallTable = chained(smallTable, (len(s.Content)+smallSector-1)/smallSector)
		}
		binary.LittleEndian.PutUint32(e[116:], start)
		binary.LittleEndian.PutUint32(e[120:], uint32(len(s.Content)))
		dir = append(dir, e...)
	}
	smallStart, tableStart, tableSectors := uint32(endOfChain), uint32(endOfChain), 0
	if small.Len() > 0 {
		smallStart = c.add(small.Bytes())
		table := numbers(smallTable)
		tableSectors = (len(table) + sectorSize - 1) / sectorSize
		for len(table)%sectorSize != 0 {
			table = append(table, 0xFF)
		}
		tableStart = c.add(table)
	}
	binary.LittleEndian.PutUint32(dir[116:], smallStart)
	binary.LittleEndian.PutUint32(dir[120:], uint32(small.Len()))
	for len(dir)%sectorSize != 0 {
		dir = append(dir, entry("", 0, freeSector, freeSector)...)
	}
	return c.finish(c.add(dir), tableStart, tableSectors)
}

// compound gathers sectors and what follows each.
type compound struct {
	body  []byte
	table []uint32
}

// add gives content sectors of its own, chained, and says which is the first.
func (c *compound) add(content []byte) uint32 {
	start := uint32(len(c.table))
	c.body = append(c.body, padded(content, sectorSize)...)
	c.table = chained(c.table, (len(content)+sectorSize-1)/sectorSize)
	return start
}

func chained(table []uint32, n int) []uint32 {
	for i := range n {
		next := uint32(len(table) + 1)
		if i == n-1 {
			next = endOfChain
		}
		table = append(table, next)
	}
	return table
}

// finish puts the table behind the sectors, with the lists of its sectors that the header
// has no room for, and the header before all.
func (c *compound) finish(dir, smallTable uint32, smallSectors int) []byte {
	fats, lists := 0, 0
	for {
		need := (len(c.table) + fats + lists + perSector - 1) / perSector
		more := (max(need-inHeader, 0) + perSector - 2) / (perSector - 1)
		if need == fats && more == lists {
			break
		}
		fats, lists = need, more
	}
	firstFAT, firstList := uint32(len(c.table)), uint32(len(c.table)+fats)
	for range fats {
		c.table = append(c.table, fatSector)
	}
	for range lists {
		c.table = append(c.table, difatSector)
	}
	for len(c.table) < fats*perSector {
		c.table = append(c.table, freeSector)
	}
	head := make([]byte, sectorSize)
	copy(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for at, v := range map[int]uint16{24: 0x3E, 26: 3, 28: 0xFFFE, 30: 9, 32: 6} {
		binary.LittleEndian.PutUint16(head[at:], v)
	}
	list := uint32(endOfChain)
	if lists > 0 {
		list = firstList
	}
	for at, v := range map[int]uint32{
		44: uint32(fats), 48: dir, 56: smallBelow, 60: smallTable, 64: uint32(smallSectors), 68: list, 72: uint32(lists),
	} {
		binary.LittleEndian.PutUint32(head[at:], v)
	}
	var where []uint32 // the sectors of the table
	for i := range max(inHeader, inHeader+lists*(perSector-1)) {
		v := uint32(freeSector)
		if i < fats {
			v = firstFAT + uint32(i)
		}
		where = append(where, v)
	}
	copy(head[76:], numbers(where[:inHeader]))
	out := slices.Concat(head, c.body, numbers(c.table))
	for i := range lists {
		from := inHeader + i*(perSector-1)
		next := uint32(endOfChain)
		if i+1 < lists {
			next = firstList + uint32(i) + 1
		}
		out = append(out, numbers(append(slices.Clone(where[from:from+perSector-1]), next))...)
	}
	return out
}

func numbers(values []uint32) []byte {
	var out []byte
	for _, v := range values {
		out = binary.LittleEndian.AppendUint32(out, v)
	}
	return out
}

func padded(content []byte, size int) []byte {
	out := slices.Clone(content)
	for len(out)%size != 0 {
		out = append(out, 0)
	}
	return out
}

// entry is a line of the table of contents; next is the right sibling.
func entry(name string, kind byte, next, child uint32) []byte {
	e := make([]byte, 128)
	units := utf16.Encode([]rune(name))
	for i, u := range units {
		binary.LittleEndian.PutUint16(e[2*i:], u)
	}
	if name != "" {
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(units)+2))
	}
	e[66], e[67] = kind, 1
	binary.LittleEndian.PutUint32(e[68:], freeSector)
	binary.LittleEndian.PutUint32(e[72:], next)
	binary.LittleEndian.PutUint32(e[76:], child)
	return e
}

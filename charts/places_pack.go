package charts

import (
	"cmp"
	"compress/flate"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"
	"unicode/utf16"
)

// The places go into the page beside the cubes, in the same manner; assets/drilldata.js reads them back. The bytes are:
//
//	"TDKP", version (a byte)
//	returns, sheets, columns and patterns as JSON in ASCII: length, bytes
//	for people, then for awards: rows of the cube, a column: 0 several returns, else one more than the position of the return;
//	shares, columns: row, return, then a column a measure (for awards one): 0 never stated, else one more than the count as a step
//	cells, columns: return sheet row column year unit form level achievement pattern amount lift
//
// Columns are those of pack.go. Of achievement the code is one more; lift is a step, 0 -1 1 -2 2 … written 0 1 2 3 4 ….
const (
	placesMagic   = "TDKP"
	placesVersion = 1
)

// placesBudget is how many letters the places may take of the page. Where they would take more, the cells of the largest
// returns are left out, and the page says how else to see them.
const placesBudget = 1_200_000

// packPlaces lays the places out within a budget, as the text that stands in the page.
func packPlaces(p places, budget int) (string, error) {
	for {
		raw, err := p.pack()
		if err != nil {
			return "", err
		}
		text, err := deflate(raw)
		if err != nil || len(text) <= budget || len(p.cells) == 0 {
			return text, err
		}
		p = p.withoutLargest(int(float64(len(p.cells)) * 0.9 * float64(budget) / float64(len(text))))
	}
}

// withoutLargest leaves out the cells of the largest returns, so that at most so many cells are left.
func (p places) withoutLargest(most int) places {
	size := make([]int, len(p.Returns))
	for _, c := range p.cells {
		size[c.ret]++
	}
	order := make([]int, len(size))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(size[a], size[b]), cmp.Compare(a, b)) })
	kept, sum := map[int64]bool{}, 0
	for _, ret := range order {
		if sum += size[ret]; sum > most {
			break
		}
		kept[int64(ret)] = true
	}
	p.cells = slices.DeleteFunc(slices.Clone(p.cells), func(c placedCell) bool { return !kept[c.ret] })
	return p
}

func (p places) pack() ([]byte, error) {
	held := slices.Clone(p.Returns)
	for _, c := range p.cells {
		held[c.ret].Cells = true
	}
	p.Returns = held
	head, err := json.Marshal(p)
	if err != nil {
		return nil, fmt.Errorf("charts: places: %w", err)
	}
	head = inASCII(head)
	k := &packer{out: append([]byte(placesMagic), placesVersion)}
	if k.scale, err = flate.NewWriter(&k.weight, flate.DefaultCompression); err != nil {
		return nil, fmt.Errorf("charts: places: %w", err)
	}
	k.out = append(binary.AppendUvarint(k.out, uint64(len(head))), head...)
	for _, cube := range []provenance{p.people, p.award} {
		if err := k.addProvenance(cube); err != nil {
			return nil, err
		}
	}
	k.out = binary.AppendUvarint(k.out, uint64(len(p.cells)))
	if len(p.cells) == 0 {
		return k.out, nil
	}
	rows := make([][]int64, len(p.cells))
	for i, c := range p.cells {
		rows[i] = c.codes()
	}
	for part := range rows[0] {
		err := k.addCodes(len(rows), func(i int) uint64 {
			switch part {
			case 8: // achievement
				return uint64(rows[i][part] - notSplit)
			case 11: // lift
				return zigzag(rows[i][part])
			}
			return uint64(rows[i][part])
		})
		if err != nil {
			return nil, err
		}
	}
	return k.out, nil
}

// addProvenance appends the returns of a cube.
func (p *packer) addProvenance(cube provenance) error {
	p.out = binary.AppendUvarint(p.out, uint64(len(cube.sole)))
	if err := p.addCodes(len(cube.sole), func(i int) uint64 { return uint64(cube.sole[i] - severalReturns) }); err != nil {
		return err
	}
	p.out = binary.AppendUvarint(p.out, uint64(len(cube.shares)))
	if len(cube.shares) == 0 {
		return nil
	}
	if err := p.addCodes(len(cube.shares), func(i int) uint64 { return uint64(cube.shares[i].row) }); err != nil {
		return err
	}
	if err := p.addCodes(len(cube.shares), func(i int) uint64 { return uint64(cube.shares[i].ret) }); err != nil {
		return err
	}
	for m := range cube.shares[0].counts {
		err := p.addCodes(len(cube.shares), func(i int) uint64 {
			if n := cube.shares[i].counts[m]; n != -1 {
				return zigzag(n) + 1
			}
			return 0
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// addCodes appends a column.
func (p *packer) addCodes(n int, code func(i int) uint64) error {
	codes := make([]uint64, n)
	for i := range codes {
		codes[i] = code(i)
	}
	return p.addColumn(codes)
}

// inASCII writes every other letter of JSON as \u…, so that a script reads it a byte a letter.
func inASCII(text []byte) []byte {
	var out []byte
	for _, r := range string(text) {
		switch {
		case r < 0x80:
			out = append(out, byte(r))
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, "\\u%04x\\u%04x", high, low)
		default:
			out = fmt.Appendf(out, "\\u%04x", r)
		}
	}
	return out
}

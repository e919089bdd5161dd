package charts

import (
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
)

// The two cubes go into the page as columns of small whole numbers, deflated, as base64; assets/pack.js reads them back.
// The bytes, before they are deflated, are:
//
//	"TDKC", version (a byte)
//	the names of the measures joined by commas: length, bytes
//	the cube of people: rows, columns year unit form level achievement source, then a column a measure
//	1 where the lists of the cube of awards are those of people, else 0
//	the cube of awards, without its lists where they are those of people: rows, columns year unit form level achievement source count
//
// Lengths and rows are varints (seven bits a byte, the lowest first, 128 says that more follow). A column is a byte that names its
// coding, then its codes, one a row: 0, 1, 2 for one, two or four bytes each, all the lowest bytes first; 3 for a varint each; 4 for
// the difference from the code before as a varint, 0 -1 1 -2 2 … written 0 1 2 3 4 …. The coding is that which deflates best. All
// codes are below 2^30; a measure that has greater is coded 5: one more than its counts, four bytes each as above.
//
// The codes of a dimension are positions (of achievement one more: 0 is not split; of year the year itself). Those of a measure
// are one more than the count; 0 was never stated. What other measures leave is written instead of the individuals and of those
// of unknown class: 0 where never stated, else one more than the difference from it, as above; lists leave nothing.
const (
	packMagic   = "TDKC"
	packVersion = 1
)

const (
	codeBytes1 = iota
	codeBytes2
	codeBytes4
	codeVarint
	codeSteps
	codeAnyCount

	mostCode = 1<<30 - 1
)

// leaves are the measures of which others tell the most likely count: the first less the rest.
var leaves = map[string][]string{
	"individual_count": {"award_count", "collective_count", "household_count"},
	"class_unknown_count": {"individual_count", "leader_ministry_province_count", "leader_department_count", "entrepreneur_count",
		"leader_other_count", "direct_worker_count"},
}

// cubeRow is a row of either cube: its dimensions, then its counts, -1 where never stated.
type cubeRow struct {
	key    [6]int64 // year, unit, form, level, achievement, source
	counts []int64
}

const keySource = 5

// packer appends to the bytes, and weighs what it might append.
type packer struct {
	out    []byte
	weight counter
	scale  *flate.Writer // onto weight
}

// counter counts bytes.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// pack lays the cubes out; the same figures give the same bytes.
func pack(f figures) ([]byte, error) {
	people, err := cubeRows(f.people(), posLevel+1, len(f.Measures), posPeopleAchievement, posPeopleSource)
	if err != nil {
		return nil, err
	}
	award, err := cubeRows(f.Award, posAwards, 1, posAchievement, posAwardSource)
	if err != nil {
		return nil, err
	}
	p := &packer{out: append([]byte(packMagic), packVersion)}
	if p.scale, err = flate.NewWriter(&p.weight, flate.DefaultCompression); err != nil {
		return nil, fmt.Errorf("charts: pack: %w", err)
	}
	names := strings.Join(f.Measures, ",")
	p.out = append(binary.AppendUvarint(p.out, uint64(len(names))), names...)
	if err := p.addRows(people, f.Measures); err != nil {
		return nil, err
	}
	shared := byte(0)
	if sameLists(people, award, slices.Index(f.Measures, "award_count")) {
		shared, award = 1, slices.DeleteFunc(award, isList)
	}
	p.out = append(p.out, shared)
	err = p.addRows(award, []string{"award_count"})
	return p.out, err
}

func isList(r cubeRow) bool { return r.key[keySource] == fromList }

// sameLists tells whether both cubes have the same lists, with the same awards.
func sameLists(people, award []cubeRow, measure int) bool {
	return measure >= 0 && slices.EqualFunc(listsOf(people), listsOf(award), func(p, a cubeRow) bool {
		return p.key == a.key && p.counts[measure] == a.counts[0]
	})
}

func listsOf(rows []cubeRow) []cubeRow {
	return slices.DeleteFunc(slices.Clone(rows), func(r cubeRow) bool { return !isList(r) })
}

// cubeRows reads the rows of a cube into a full order in which neighbours are alike: the years of one unit, form and level.
func cubeRows(rows [][]any, first, counts, achievement, source int) ([]cubeRow, error) {
	out := make([]cubeRow, len(rows))
	held := make([]int64, len(rows)*counts)
	for i, r := range rows {
		out[i].counts, held = held[:counts:counts], held[counts:]
		for k, at := range []int{posYear, posUnit, posForm, posLevel, achievement, source} {
			out[i].key[k] = whole(r[at])
		}
		for c := range counts {
			n, stated := r[first+c].(int64)
			switch {
			case !stated:
				n = -1
			case n < 0 || n > math.MaxInt32:
				return nil, fmt.Errorf("charts: pack: a count of %d awards", n)
			}
			out[i].counts[c] = n
		}
	}
	slices.SortFunc(out, func(a, b cubeRow) int {
		for _, k := range []int{5, 2, 1, 3, 4, 0} {
			if c := cmp.Compare(a.key[k], b.key[k]); c != 0 {
				return c
			}
		}
		return slices.Compare(a.counts, b.counts)
	})
	return out, nil
}

// whole is a year or a position.
func whole(cell any) int64 {
	if n, ok := cell.(int); ok {
		return int64(n)
	}
	n, _ := cell.(int64)
	return n
}

// addRows appends the rows, column by column.
func (p *packer) addRows(rows []cubeRow, measures []string) error {
	p.out = binary.AppendUvarint(p.out, uint64(len(rows)))
	codes := make([]uint64, len(rows))
	for k := range len(cubeRow{}.key) {
		for i, r := range rows {
			codes[i] = uint64(r.key[k])
			if k == posAchievement {
				codes[i] = uint64(r.key[k] - notSplit)
			}
		}
		if err := p.addColumn(codes); err != nil {
			return err
		}
	}
	for m, name := range measures {
		var from []int
		for _, other := range leaves[name] {
			if at := slices.Index(measures, other); at >= 0 && at < m {
				from = append(from, at)
			}
		}
		if len(from) < len(leaves[name]) {
			from = nil // a cube without them
		}
		if err := p.addMeasure(rows, m, from, codes); err != nil {
			return err
		}
	}
	return nil
}

// addMeasure appends the counts of a measure; from are the measures that tell what is likely.
func (p *packer) addMeasure(rows []cubeRow, m int, from []int, codes []uint64) error {
	for i, r := range rows {
		codes[i] = codeOf(r.counts, m, from)
	}
	if slices.Max(append([]uint64{0}, codes...)) <= mostCode {
		return p.addColumn(codes)
	}
	for i, r := range rows {
		codes[i] = uint64(r.counts[m] + 1)
	}
	p.out = append(p.out, bytesEach(codeAnyCount, 4, codes)...)
	return nil
}

// codeOf is a count as its code; from are the measures that tell what is likely.
func codeOf(counts []int64, m int, from []int) uint64 {
	if from == nil || counts[m] < 0 {
		return uint64(counts[m] + 1)
	}
	likely := max(counts[from[0]], 0)
	for _, other := range from[1:] {
		likely -= max(counts[other], 0)
	}
	return zigzag(counts[m]-likely) + 1
}

// zigzag writes 0 -1 1 -2 2 … as 0 1 2 3 4 ….
func zigzag(n int64) uint64 { return uint64(n)<<1 ^ uint64(n>>63) }

// addColumn appends codes in the coding that deflates best, the first of those that do equally well.
func (p *packer) addColumn(codes []uint64) error {
	var best []byte
	least := counter(math.MaxInt)
	for _, coded := range codingsOf(codes) {
		p.weight = 0
		p.scale.Reset(&p.weight)
		if _, err := p.scale.Write(coded); err != nil {
			return fmt.Errorf("charts: pack: %w", err)
		}
		if err := p.scale.Close(); err != nil {
			return fmt.Errorf("charts: pack: %w", err)
		}
		if p.weight < least {
			least, best = p.weight, coded
		}
	}
	p.out = append(p.out, best...)
	return nil
}

// codingsOf are the codings of codes, each with the byte that names it.
func codingsOf(codes []uint64) [][]byte {
	all := [][]byte{bytesEach(codeBytes1, 1, codes)}
	switch most := slices.Max(append([]uint64{0}, codes...)); {
	case most > math.MaxUint16:
		all[0] = bytesEach(codeBytes4, 4, codes)
	case most > math.MaxUint8:
		all[0] = bytesEach(codeBytes2, 2, codes)
	}
	varints, steps, before := []byte{codeVarint}, []byte{codeSteps}, uint64(0)
	for _, c := range codes {
		varints = binary.AppendUvarint(varints, c)
		steps = binary.AppendUvarint(steps, zigzag(int64(c-before)))
		before = c
	}
	return append(all, varints, steps)
}

// bytesEach writes the lowest byte of every code, then the next.
func bytesEach(coding byte, width int, codes []uint64) []byte {
	out := append(make([]byte, 0, 1+width*len(codes)), coding)
	for b := range width {
		for _, c := range codes {
			out = append(out, byte(c>>(8*b)))
		}
	}
	return out
}

// deflate makes the text that stands in the page.
func deflate(raw []byte) (string, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression) // the best takes ten times as long for 2 % less
	if err == nil {
		_, err = w.Write(raw)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return "", fmt.Errorf("charts: pack: %w", err)
	}
	return base64.StdEncoding.EncodeToString(b.Bytes()), nil
}

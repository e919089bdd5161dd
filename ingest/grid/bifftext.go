package grid

import (
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"
)

// spread is the bytes of a record and of the CONTINUE records behind it.
type spread struct {
	body []byte
	at   int
	more [][]byte
}

var errShort = errors.New("breaks off")

// piece is what is left of the record at hand, or the next one.
func (s *spread) piece() []byte {
	for s.at >= len(s.body) && len(s.more) > 0 {
		s.body, s.more, s.at = s.more[0], s.more[1:], 0
	}
	return s.body[min(s.at, len(s.body)):]
}

// number reads a whole number of n bytes, which may lie in two records.
func (s *spread) number(n int) (int, error) {
	var u uint32
	for i := range n {
		p := s.piece()
		if len(p) == 0 {
			return 0, errShort
		}
		u |= uint32(p[0]) << (8 * i)
		s.at++
	}
	return int(u), nil
}

// skip passes over bytes.
func (s *spread) skip(n int) error {
	for n > 0 {
		p := s.piece()
		if len(p) == 0 {
			return errShort
		}
		step := min(n, len(p))
		s.at += step
		n -= step
	}
	return nil
}

// bytes gives n bytes of one record.
func (s *spread) bytes(n int) ([]byte, error) {
	p := s.piece()
	if n > len(p) {
		return nil, errShort
	}
	s.at += n
	return p[:n], nil
}

// units reads n characters of one or two bytes. A record that goes on within them begins
// with a byte that says anew which of the two they are.
func (s *spread) units(n int, wide bool) ([]uint16, error) {
	out := make([]uint16, 0, min(n, 1<<10))
	for len(out) < n {
		if s.at >= len(s.body) {
			if len(s.piece()) == 0 {
				return nil, errShort
			}
			wide = s.body[s.at]&1 != 0
			s.at++
			continue
		}
		if !wide {
			out = append(out, uint16(s.body[s.at]))
			s.at++
			continue
		}
		if s.at+2 > len(s.body) {
			return nil, errShort // half a character
		}
		out = append(out, binary.LittleEndian.Uint16(s.body[s.at:]))
		s.at += 2
	}
	return out, nil
}

// biffText is a text whose runs may have fonts of their own.
type biffText struct {
	text string
	runs *[]fontRun // nil for nearly all
}

// pieces is how many runs it has.
func (t biffText) pieces() int {
	if t.runs == nil {
		return 0
	}
	return len(*t.runs)
}

// fontRun is where a run begins, in bytes, and the number of its font.
type fontRun struct{ at, font int }

// cell is the text as a reader sees it in a cell of a style. What stands before the first
// run has the font of the cell.
func (t biffText) cell(st style, fonts []style) Cell {
	if t.runs == nil {
		return Cell{Kind: Text, Text: legible(t.text, st.font)}
	}
	var pieces runs
	from := 0
	for _, r := range *t.runs {
		if r.at > from {
			pieces.add([]byte(t.text[from:r.at]), st)
			from = r.at
		}
		if r.font < len(fonts) {
			st = fonts[r.font]
		}
	}
	pieces.add([]byte(t.text[from:]), st)
	return Cell{Kind: Text, Text: string(pieces.text()), Strike: pieces.strike}
}

// unicode reads a text of BIFF8: its length in one byte or two, how it is stored, what
// runs and hints of pronunciation follow, the characters, the runs.
func (s *spread) unicode(lengthBytes int) (biffText, error) {
	n, err := s.number(lengthBytes)
	if err != nil {
		return biffText{}, err
	}
	flags, err := s.number(1)
	if err != nil {
		return biffText{}, err
	}
	runs, hints := 0, 0
	if flags&0x08 != 0 {
		if runs, err = s.number(2); err != nil {
			return biffText{}, err
		}
	}
	if flags&0x04 != 0 {
		if hints, err = s.number(4); err != nil {
			return biffText{}, err
		}
	}
	units, err := s.units(n, flags&1 != 0)
	if err != nil {
		return biffText{}, err
	}
	return s.runs(units, runs, hints)
}

// runs reads the runs behind the characters of a text, four bytes each.
func (s *spread) runs(units []uint16, count, hints int) (biffText, error) {
	ends := make([]fontRun, 0, min(count, len(units))) // at is in characters still
	for range count {
		at, err := s.number(2)
		if err != nil {
			return biffText{}, err
		}
		font, err := s.number(2)
		if err != nil {
			return biffText{}, err
		}
		if at < len(units) && (len(ends) == 0 || at >= ends[len(ends)-1].at) {
			ends = append(ends, fontRun{at, font})
		}
	}
	return inRuns(units, ends), s.skip(hints)
}

// inRuns makes a text of characters, and places of bytes of the places of its runs.
func inRuns(units []uint16, runs []fontRun) biffText {
	if len(runs) == 0 {
		return biffText{text: textOf(units)}
	}
	var b strings.Builder
	from := 0
	for i, r := range runs {
		at := r.at
		if at > 0 && at < len(units) && utf16.IsSurrogate(rune(units[at])) && units[at] >= 0xDC00 {
			at-- // not between the halves of a character
		}
		if at > from {
			b.WriteString(textOf(units[from:at]))
			from = at
		}
		runs[i].at = b.Len()
	}
	b.WriteString(textOf(units[from:]))
	return biffText{text: b.String(), runs: &runs}
}

// textOf leaves out NUL, with which some writers fill up.
func textOf(units []uint16) string {
	var b strings.Builder
	b.Grow(len(units))
	for _, r := range utf16.Decode(units) {
		if r != 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// text reads a text without runs of the head: name of a font, sheet or format.
func (b *biffBook) text(s *spread, long bool) (string, error) {
	lengthBytes := 1
	if long {
		lengthBytes = 2
	}
	if !b.old {
		t, err := s.unicode(lengthBytes)
		return t.text, err
	}
	n, err := s.number(lengthBytes)
	if err != nil {
		return "", err
	}
	raw, err := s.bytes(n)
	if err != nil {
		return "", err
	}
	return decodePage(raw, b.page)
}

// sst reads the texts that cells point into. A table that ends early at the end of a text
// is taken as it is: cells that point beyond it are faults.
func (b *biffBook) sst() error {
	r := &b.records
	s := r.whole()
	if _, err := s.number(4); err != nil { // how often cells point into it
		return r.short()
	}
	count, err := s.number(4)
	if err != nil {
		return r.short()
	}
	b.shared = nil
	for i := range count {
		if len(s.piece()) == 0 {
			return nil
		}
		t, err := s.unicode(2)
		if err != nil {
			return unreadable("Workbook: text %d of %d before byte %d %v", i+1, count, r.at, err)
		}
		b.shared = append(b.shared, t)
		if err := b.room.shared("Workbook", len(t.text), t.pieces()); err != nil {
			return err
		}
	}
	return nil
}

// label reads the text of a cell: LABEL, STRING or, with runs behind it, RSTRING.
func (b *biffBook) label(s *spread, font int, rich bool) (biffText, error) {
	if !b.old {
		t, err := s.unicode(2)
		if err != nil || !rich {
			return t, err
		}
		count, err := s.number(2)
		if err != nil {
			return t, err
		}
		return s.runs(utf16.Encode([]rune(t.text)), count, 0)
	}
	n, err := s.number(2)
	if err != nil {
		return biffText{}, err
	}
	var raw []byte
	for len(raw) < n {
		p := s.piece()
		if len(p) == 0 {
			return biffText{}, errShort
		}
		step := min(n-len(raw), len(p))
		raw = append(raw, p[:step]...)
		s.at += step
	}
	var runs []fontRun
	if rich {
		count, err := s.number(1)
		if err != nil {
			return biffText{}, err
		}
		for range count {
			at, err1 := s.number(1)
			font, err2 := s.number(1)
			if err := errors.Join(err1, err2); err != nil {
				return biffText{}, err
			}
			if at < n && (len(runs) == 0 || at >= runs[len(runs)-1].at) {
				runs = append(runs, fontRun{at, font})
			}
		}
	}
	return b.decodeRuns(raw, font, runs)
}

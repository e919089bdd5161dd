package grid

import (
	"bytes"
	"hash/maphash"
	"slices"
	"strconv"
	"unicode/utf16"

	"tdkt/ingest/grid/alphabet"
)

// interner keeps one copy of short texts that come again and again, and what was made of them. What it keeps is bounded:
// a text takes the place of another.
type interner struct {
	seed  maphash.Seed
	texts []string          // by hash
	read  []reading         // by hash
	days  map[string]string // of stored serials
}

// reading is a text as it is legible in the letters of a font.
type reading struct {
	stored, text string
	letters      alphabet.Font
}

const (
	internLongest = 64
	internSlots   = 1 << 12
	mostDays      = 1 << 14
)

func newInterner() *interner {
	return &interner{seed: maphash.MakeSeed(), texts: make([]string, internSlots), read: make([]reading, internSlots), days: map[string]string{}}
}

func (in *interner) bytes(b []byte) string {
	if len(b) > internLongest {
		return string(b)
	}
	slot := &in.texts[maphash.Bytes(in.seed, b)%internSlots]
	if *slot != string(b) {
		*slot = string(b)
	}
	return *slot
}

// legible is legibleIn, kept.
func (in *interner) legible(text string, letters alphabet.Font) string {
	if len(text) > internLongest {
		return legibleIn(text, letters)
	}
	slot := &in.read[maphash.String(in.seed, text)%internSlots]
	if slot.stored != text || slot.letters != letters {
		*slot = reading{text, legibleIn(text, letters), letters}
	}
	return slot.text
}

// day keeps the day that a stored serial is.
func (in *interner) day(serial []byte, text string) string {
	if len(in.days) < mostDays {
		in.days[string(serial)] = text
	}
	return text
}

// sharedText is one text that cells point into.
type sharedText struct {
	text   string  // legible in an ordinary font
	pieces []piece // its runs as stored; nil where it has none
	strike bool    // a run of it is crossed out
}

// piece is a run of a text. One that names no font takes that of its cell.
type piece struct {
	text string
	font alphabet.Font
	own  bool
}

// readSharedStrings reads the table of texts that cells point into.
func (p *parts) readSharedStrings(part string, room *allowance) ([]sharedText, error) {
	if part == "" {
		return nil, nil
	}
	rc, err := p.open(part)
	if err != nil {
		return nil, err
	}
	defer rc.Close()
	x := newPull(part, rc)
	if _, err := x.root(); err != nil {
		return nil, err
	}
	var out []sharedText
	var r inlineText
	err = x.children(func(name string) error {
		if name != "si" {
			return nil
		}
		if err := x.rich(&r); err != nil {
			return err
		}
		s := sharedText{pieces: r.pieces, strike: r.strike}
		if s.pieces == nil {
			s.text = legibleIn(string(r.text), alphabet.Font{})
		} else {
			s.text = legiblePieces(s.pieces, alphabet.Font{})
		}
		out = append(out, s)
		return room.shared(part, len(r.text), len(s.pieces))
	})
	return out, err
}

// inlineText is the text of an <si> or <is>.
type inlineText struct {
	text   []byte  // the whole of it
	pieces []piece // its runs; nil where it has none
	strike bool    // a run is crossed out
}

// rich reads the <si> or <is> that has just started: its <t>, or the <t> of its runs, without the phonetic hints.
func (p *pull) rich(r *inlineText) error {
	r.text, r.pieces, r.strike = r.text[:0], nil, false
	var last style // of the run before
	take := func() error {
		from := len(r.text)
		keep := p.attr("space") == "preserve"
		var err error
		r.text, err = p.textInto(r.text)
		if !keep {
			r.text = trimInto(r.text, from)
		}
		return err
	}
	err := p.children(func(name string) error {
		switch name {
		case "t":
			from := len(r.text)
			err := take()
			if r.pieces != nil {
				r.pieces = append(r.pieces, piece{text: string(unescape(r.text[from:]))})
			}
			return err
		case "r":
			from, run := len(r.text), piece{}
			before := last
			last = style{}
			if r.pieces == nil && from > 0 {
				r.pieces = append(r.pieces, piece{text: string(unescape(r.text))})
			}
			err := p.children(func(name string) error {
				switch name {
				case "t":
					return take()
				case "rPr":
					return p.children(func(name string) error {
						switch name {
						case "strike":
							last.strike = p.attr("val") == "" || p.flag("val")
							r.strike = r.strike || last.strike
						case "vertAlign":
							last.shifted = p.attr("val") != "baseline"
						case "rFont":
							run.font, run.own = alphabet.OfFont(p.attr("val")), true
						}
						return nil
					})
				}
				return nil
			})
			if sign := joint(r.text[:from], r.text[from:], before, last); sign != 0 {
				r.text = slices.Insert(r.text, from, sign)
			}
			run.text = string(unescape(r.text[from:]))
			if r.pieces = append(r.pieces, run); len(r.pieces) > maxRuns {
				return tooLong(p.part)
			}
			return err
		}
		return nil
	})
	r.text = unescape(r.text)
	return err
}

// textInto appends the text of the element that has just started, and leaves after it.
func (p *pull) textInto(buf []byte) ([]byte, error) {
	for at := p.depth; p.depth >= at; {
		ev, err := p.must()
		if err != nil {
			return buf, err
		}
		if ev == atText && p.depth == at {
			if buf = append(buf, p.text...); len(buf) > maxText {
				return buf, tooLong(p.part)
			}
		}
	}
	return buf, nil
}

// trimInto trims what was appended from a position on. White space around a text counts
// only where the file says so (xml:space).
func trimInto(buf []byte, from int) []byte {
	kept := bytes.Trim(buf[from:], " \t\r\n")
	return append(buf[:from], kept...)
}

// unescape decodes _xHHHH_, in which Excel writes characters that XML cannot hold:
// "_x000D_" is a carriage return and "_x005F_" the underscore that protects such a text.
func unescape(b []byte) []byte {
	if !bytes.Contains(b, []byte("_x")) {
		return b
	}
	s := string(b)
	out := make([]byte, 0, len(b))
	for i := 0; i < len(s); {
		r, n := escapeAt(s[i:])
		if n == 0 {
			out = append(out, s[i])
			i++
			continue
		}
		out = append(out, string(r)...)
		i += n
	}
	return out
}

// escapeAt reads one escape at the start of s: the character and its length, 0 if there
// is none. NUL stays as it is written; a surrogate needs its other half.
func escapeAt(s string) (r rune, n int) {
	u, ok := unitAt(s)
	if !ok || u == 0 {
		return 0, 0
	}
	r = rune(u)
	if !utf16.IsSurrogate(r) {
		return r, 7
	}
	low, ok := unitAt(s[7:])
	if !ok {
		return 0, 0
	}
	r = utf16.DecodeRune(r, rune(low))
	if r == '\uFFFD' {
		return 0, 0
	}
	return r, 14
}

func unitAt(s string) (uint64, bool) {
	if len(s) < 7 || s[0] != '_' || s[1] != 'x' || s[6] != '_' {
		return 0, false
	}
	u, err := strconv.ParseUint(s[2:6], 16, 16)
	return u, err == nil
}

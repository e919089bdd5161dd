package grid

import (
	"bytes"
	"hash/maphash"
	"strconv"
	"unicode/utf16"
)

// interner keeps one copy of short texts that come again and again, and what was made of them. What it keeps is bounded:
// a text takes the place of another.
type interner struct {
	seed  maphash.Seed
	texts []string          // by hash
	read  []reading         // by hash
	days  map[string]string // of stored serials
}

// reading is a text as it is legible in a font.
type reading struct{ stored, font, text string }

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

// legible is the function of that name.
func (in *interner) legible(text, font string) string {
	if len(text) > internLongest {
		return legible(text, font)
	}
	slot := &in.read[maphash.String(in.seed, text)%internSlots]
	if slot.stored != text || slot.font != font {
		*slot = reading{text, font, legible(text, font)}
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

// sharedText is one text that cells point into; strike says that a run of it is crossed out.
type sharedText struct {
	text   string
	strike bool
}

// readSharedStrings reads the table of texts that cells point into.
func (p *parts) readSharedStrings(part string) ([]sharedText, error) {
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
	err = x.children(func(name string) error {
		if name != "si" {
			return nil
		}
		s, strike, err := x.richText(nil)
		out = append(out, sharedText{string(s), strike})
		return err
	})
	return out, err
}

// richText reads the text of the <si> or <is> that has just started into buf: its <t>,
// or the <t> of its runs, without the phonetic hints. strike says that a run is crossed out.
func (p *pull) richText(buf []byte) (text []byte, strike bool, err error) {
	buf = buf[:0]
	take := func() error {
		from := len(buf)
		keep := p.attr("space") == "preserve"
		var err error
		buf, err = p.textInto(buf)
		if !keep {
			buf = trimInto(buf, from)
		}
		return err
	}
	err = p.children(func(name string) error {
		switch name {
		case "t":
			return take()
		case "r":
			return p.children(func(name string) error {
				switch name {
				case "t":
					return take()
				case "rPr":
					return p.children(func(name string) error {
						strike = strike || name == "strike" && (p.attr("val") == "" || p.flag("val"))
						return nil
					})
				}
				return nil
			})
		}
		return nil
	})
	return unescape(buf), strike, err
}

// textInto appends the text of the element that has just started, and leaves after it.
func (p *pull) textInto(buf []byte) ([]byte, error) {
	for at := p.depth; p.depth >= at; {
		ev, err := p.must()
		if err != nil {
			return buf, err
		}
		if ev == atText && p.depth == at {
			buf = append(buf, p.text...)
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

package xls

import (
	"encoding/binary"
	"fmt"
	"unicode/utf16"
)

// breaker writes a record that goes on in CONTINUE records when it is full. What put is
// given stays together; characters may be parted anywhere, and each record that goes on
// within them begins with a byte that says how wide they are.
type breaker struct {
	id   uint16
	most int
	done []byte
	body []byte
}

func (b *breaker) put(bytes ...byte) {
	if len(b.body)+len(bytes) > b.most && len(b.body) > 0 {
		b.turn()
	}
	b.body = append(b.body, bytes...)
}

func (b *breaker) turn() {
	b.done = append(b.done, record(b.id, b.body)...)
	b.id, b.body = 0x003C, nil
}

func (b *breaker) bytes() []byte {
	b.turn()
	return b.done
}

// wide says whether characters need two bytes each.
func wide(units []uint16) bool {
	for _, u := range units {
		if u > 0xFF {
			return true
		}
	}
	return false
}

func (b *breaker) characters(units []uint16) {
	two := wide(units)
	for i, u := range units {
		size := 1
		if two {
			size = 2
		}
		if len(b.body)+size > b.most {
			b.turn()
			two = wide(units[i:]) // Excel too takes one byte again where that will do
			b.body = append(b.body, bit(two))
		}
		if two {
			b.body = binary.LittleEndian.AppendUint16(b.body, u)
		} else {
			b.body = append(b.body, byte(u))
		}
	}
}

// text writes a text of BIFF8 with its runs and hints.
func (b *breaker) text(t Rich, runs bool, hints []byte) {
	var units []uint16
	var fonts []byte
	count := 0
	for _, r := range t {
		if r.Font >= 0 {
			fonts = append(fonts, shorts(len(units), fontNo(r.Font))...)
			count++
		}
		units = append(units, utf16.Encode([]rune(r.Text))...)
	}
	flags := bit(wide(units))
	head := append(shorts(len(units)), flags)
	if runs && count > 0 {
		head[2] |= 0x08
		head = append(head, shorts(count)...)
	}
	if len(hints) > 0 {
		head[2] |= 0x04
		head = binary.LittleEndian.AppendUint32(head, uint32(len(hints)))
	}
	b.put(head...)
	b.characters(units)
	for i := 0; runs && i < count; i++ {
		b.put(fonts[4*i : 4*i+4]...)
	}
	for _, c := range hints {
		b.put(c)
	}
}

// name is a short text of the head: of a font, sheet or number format.
func (w *writer) name(s string, lengthBytes int) []byte {
	if w.book.Old {
		return append(shorts(len(s))[:lengthBytes], s...)
	}
	units := utf16.Encode([]rune(s))
	out := shorts(len(units))[:lengthBytes]
	two := wide(units)
	out = append(out, bit(two))
	for _, u := range units {
		if two {
			out = binary.LittleEndian.AppendUint16(out, u)
		} else {
			out = append(out, byte(u))
		}
	}
	return out
}

// textCell points into the table of texts; Excel 95 has none.
func (w *writer) textCell(at []byte, t Rich) []byte {
	if w.book.Old {
		return w.inline(at, t)
	}
	key := fmt.Sprint(len(t))
	for _, r := range t {
		key += fmt.Sprintf(",%d,%q", r.Font, r.Text)
	}
	no, known := w.texts[key]
	if !known {
		no = len(w.table)
		w.texts[key] = no
		w.table = append(w.table, t)
	}
	w.uses++
	return record(0x00FD, binary.LittleEndian.AppendUint32(at, uint32(no)))
}

// sst is the table of texts.
func (w *writer) sst() []byte {
	b := &breaker{id: 0x00FC, most: w.book.Break}
	b.put(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, uint32(w.uses)), uint32(len(w.table)))...)
	for _, t := range w.table {
		b.text(t, true, w.book.Hints)
	}
	return b.bytes()
}

// inline is a text within the cell: LABEL, or RSTRING where it has runs.
func (w *writer) inline(at []byte, t Rich) []byte {
	for _, r := range t {
		if r.Font >= 0 {
			return w.broken(0x00D6, at, t, true)
		}
	}
	return w.broken(0x0204, at, t, false)
}

// broken is a record with a text at its end, and the runs behind it where asked for.
func (w *writer) broken(id uint16, head []byte, t Rich, runs bool) []byte {
	b := &breaker{id: id, most: max(w.book.Break, 16), body: head}
	if !w.book.Old {
		b.text(t, false, nil)
		if runs {
			b.put(w.inlineRuns(t)...)
		}
		return b.bytes()
	}
	text := ""
	for _, r := range t {
		text += r.Text
	}
	b.body = append(append(b.body, shorts(len(text))...), text...)
	if runs {
		b.body = append(b.body, w.inlineRuns(t)...)
	}
	return b.bytes()
}

func (w *writer) inlineRuns(t Rich) []byte {
	var runs []byte
	at, count := 0, 0
	for _, r := range t {
		if r.Font >= 0 {
			count++
			if w.book.Old {
				runs = append(runs, byte(at), byte(fontNo(r.Font)))
			} else {
				runs = append(runs, shorts(at, fontNo(r.Font))...)
			}
		}
		if w.book.Old {
			at += len(r.Text)
		} else {
			at += len(utf16.Encode([]rune(r.Text)))
		}
	}
	if w.book.Old {
		return append([]byte{byte(count)}, runs...)
	}
	return append(shorts(count), runs...)
}

package alphabet

import "tdkt/data/codechart"

// table holds the letters of an alphabet by their bytes; 0 is no letter.
type table struct {
	single [256]rune
	pairs  [256]*[256]rune // by first byte, then second
	codes  codechart.Chart // the other way
}

var tables = map[Alphabet]*table{
	TCVN3:  tableOf(codechart.TCVN3),
	VNI:    tableOf(codechart.VNI).smallMarks(),
	VPS:    tableOf(codechart.VPS),
	VISCII: tableOf(codechart.VISCII),
}

func tableOf(c codechart.Chart) *table {
	t := &table{codes: c}
	for letter, code := range c {
		t.add(letter, code)
	}
	return t
}

func (t *table) add(letter rune, code string) {
	if len(code) == 1 {
		t.single[code[0]] = letter
		return
	}
	if t.pairs[code[0]] == nil {
		t.pairs[code[0]] = &[256]rune{}
	}
	t.pairs[code[0]][code[1]] = letter
}

// smallMarks lets the capitals of VNI take small marks too, as they are often typed: "Aùnh" beside "AÙnh".
func (t *table) smallMarks() *table {
	for first, letters := range t.pairs {
		if letters == nil {
			continue
		}
		for second := 0xc0; second < 0xe0; second++ {
			if letters[second] != 0 {
				t.pairs[first][second+0x20] = letters[second]
			}
		}
	}
	return t
}

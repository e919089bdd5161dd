package grid

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"tdkt/ingest/grid/alphabet"
)

// settle reads the texts that legible left to the whole sheet: those in ordinary fonts whose letters may be of another alphabet.
//
// Where all of them in a sheet are clearly of one alphabet, and no other text of it has letters outside ASCII, the sheet was
// written by a program that lost its fonts or misread its bytes: it is read in that alphabet, and a finding says so. In a sheet
// that has Unicode too, what is clearly of another alphabet stays as it is stored, and a finding tells the first cell and how
// many there are: there it could be guessed only cell by cell. All else is Unicode.
func (b *Book) settle() (notes []*fault) {
	for i := range b.Sheets {
		s := &b.Sheets[i]
		if unsure := s.twoWays(); unsure != nil {
			notes = append(notes, unsure)
		}
		d := s.doubts()
		if len(d.texts) == 0 {
			if first, count := s.garbled(d); count > 0 {
				notes = append(notes, unreadCells(s.Name, first, count))
			}
			continue
		}
		if reading, ok := alphabet.OfText(strings.Join(d.texts, "\n")); ok && !d.unicode {
			for i, text := range d.texts {
				d.texts[i], _ = reading.Alphabet.Read(text)
			}
			s.Alphabet = inAlphabet(reading)
		} else {
			d.unread = unread(d.texts)
		}
		s.answer(d)
		if first, count := s.garbled(d); count > 0 {
			notes = append(notes, unreadCells(s.Name, first, count))
		}
	}
	for _, s := range b.Sheets {
		if s.Alphabet != "" {
			notes = append(notes, &fault{code: codeAlphabet, sheet: s.Name, got: s.Alphabet})
		}
	}
	return notes
}

// unread tells which texts are clearly of another alphabet: together, where they are of one, else each by itself.
func unread(texts []string) []bool {
	out := make([]bool, len(texts))
	var odd []string
	for _, text := range texts {
		if alphabet.Odd(text) {
			odd = append(odd, text)
		}
	}
	if len(odd) == 0 {
		return out
	}
	all, together := alphabet.OfText(strings.Join(odd, "\n"))
	for i, text := range texts {
		if together {
			read, _ := all.Alphabet.Decode(text)
			out[i] = alphabet.Odd(text) && !alphabet.Odd(read)
		} else {
			_, out[i] = alphabet.OfText(text)
		}
	}
	return out
}

// doubts are the different texts of a sheet that await an answer.
type doubts struct {
	at      map[string]int // by the text as stored
	texts   []string       // and as it is to be read
	unread  []bool         // it stays as stored
	unicode bool           // the sheet has other texts with letters outside ASCII
}

// doubted gives the text of a cell that may await an answer; "" where there is nothing to ask.
func (c *Cell) doubted() string {
	if c.Kind != Text || plainASCII(c.Text) || alphabet.OfFont(c.Font).Alphabet != alphabet.Unicode {
		return ""
	}
	return c.Text
}

func (s *Sheet) doubts() (d doubts) {
	for i := range s.Rows {
		for j := range s.Rows[i].Cells {
			text := s.Rows[i].Cells[j].doubted()
			switch {
			case text == "":
			case !alphabet.Doubtful(text):
				d.unicode = true
			default:
				if d.at == nil {
					d.at = map[string]int{}
				}
				if _, known := d.at[text]; !known {
					d.at[text] = len(d.texts)
					d.texts = append(d.texts, text)
				}
			}
		}
	}
	return d
}

// twoWays tells of cells in old fonts that are read by their font and may as well be Unicode, which converters leave under it.
func (s *Sheet) twoWays() *fault {
	type typed struct{ text, font string }
	asked := map[typed]bool{}
	first, count := "", 0
	for _, r := range s.Rows {
		for _, c := range r.Cells {
			if c.Kind != Text || alphabet.OfFont(c.Font).Alphabet == alphabet.Unicode || plainASCII(c.Text) {
				continue
			}
			at := typed{c.Text, c.Font}
			unsure, known := asked[at]
			if !known {
				unsure = alphabet.OfFont(c.Font).TwoWays(c.Text)
				asked[at] = unsure
			}
			if unsure {
				if count++; count == 1 {
					first = A1(r.No, c.Col)
				}
			}
		}
	}
	if count == 0 {
		return nil
	}
	return &fault{code: codeTwoWays, sheet: s.Name, cell: first, got: strconv.Itoa(count)}
}

// answer writes the texts back.
func (s *Sheet) answer(d doubts) {
	changed := false
	for stored, i := range d.at {
		if d.unread == nil || !d.unread[i] {
			d.texts[i] = tidy(d.texts[i])
		}
		if blank(d.texts[i]) { // a sign that reads as nothing, such as a hyphen for the end of a line: the cell is not blank
			d.texts[i] = stored
		}
		changed = changed || d.texts[i] != stored
	}
	if !changed {
		return
	}
	for i := range s.Rows {
		cells := s.Rows[i].Cells
		if i > 0 && &cells[0] == &s.Rows[i-1].Cells[0] { // a row that is repeated has one set of cells: they are answered
			continue
		}
		for j := range cells {
			if at, asked := d.at[cells[j].doubted()]; asked {
				cells[j].Text = d.texts[at]
			}
		}
	}
}

// garbled counts the cells that nobody can read: those of another alphabet that stay as stored, and those in which a control
// sign stands at a letter, as letters of VPS do that no font shows. first is the first of them.
func (s *Sheet) garbled(d doubts) (first string, count int) {
	odd := map[string]bool{}
	for i, unread := range d.unread {
		if unread {
			odd[d.texts[i]] = true
		}
	}
	for i := range s.Rows {
		for j := range s.Rows[i].Cells {
			c := &s.Rows[i].Cells[j]
			if c.Kind == Text && (controls(c.Text) || len(odd) > 0 && odd[c.doubted()]) {
				if count++; count == 1 {
					first = A1(s.Rows[i].No, c.Col)
				}
			}
		}
	}
	return first, count
}

func unreadCells(sheet, first string, count int) *fault {
	return &fault{code: codeUnread, sheet: sheet, cell: first, got: strconv.Itoa(count)}
}

// controls says whether a text has a control sign, other than white space, beside a letter.
func controls(text string) bool {
	for i := range len(text) {
		b, long := text[i], 1
		switch {
		case b == 0xc2 && i+1 < len(text) && text[i+1] < 0xa0 && text[i+1] != 0x85: // U+0080 to U+009F
			long = 2
		case b >= ' ' && b != 0x7f, b >= '\t' && b <= '\r', b == 0:
			continue
		}
		if i > 0 && wordly(text[i-1]) || i+long < len(text) && wordly(text[i+long]) {
			return true
		}
	}
	return false
}

// wordly says whether a byte is a letter of ASCII or of a longer one.
func wordly(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= utf8.RuneSelf }

// inAlphabet names the alphabet that evidence gave, how many words speak for it, and one of them as it stood: a common word, for
// others may be names. It is "" for Unicode.
func inAlphabet(r alphabet.Reading) string {
	if r.Alphabet == alphabet.Unicode {
		return ""
	}
	got := r.Alphabet.String()
	if r.Words > 0 {
		got += fmt.Sprintf(", %d", r.Words)
	}
	if r.Example != "" {
		got += ": " + r.Example
	}
	return got
}

package alphabet

import "strings"

// Font is what the name of a font says of the texts that are typed in it. The zero Font says nothing: Unicode.
type Font struct {
	Alphabet Alphabet
	Capitals bool // shows small letters as capitals: .VnTimeH
}

// OfFont reads the name of a font. The fonts of TCVN3 begin with ".Vn" and end in H where they hold capitals only.
func OfFont(name string) Font {
	if len(name) < 3 || name[0] != '.' && name[0]|0x20 != 'v' {
		return Font{}
	}
	switch {
	case begins(name, ".vn"):
		return Font{TCVN3, capitals(name)}
	case begins(name, "vni-"), begins(name, "vni "), strings.EqualFold(name, "vni"):
		return Font{Alphabet: VNI}
	case begins(name, "vps "), begins(name, "vps-"), strings.EqualFold(name, "vps"):
		return Font{Alphabet: VPS}
	case begins(name, "viscii"), begins(name, "vi times"), begins(name, "vi arial"):
		return Font{Alphabet: VISCII}
	}
	return Font{}
}

func begins(name, with string) bool {
	return len(name) >= len(with) && strings.EqualFold(name[:len(with)], with)
}

// capitals says whether a TCVN3 font shows capitals only; words that tell the style may stand behind the H.
func capitals(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	for len(words) > 1 {
		switch words[len(words)-1] {
		case "bold", "italic", "normal", "regular":
			words = words[:len(words)-1]
			continue
		}
		break
	}
	return len(words) > 0 && strings.HasSuffix(words[len(words)-1], "h")
}

// Run is a piece of a text in one font.
type Run struct {
	Text string
	Font Font
}

// OfRuns reads a text piece by piece as the fonts say. ok is false where nothing is read otherwise than it stands: no piece has
// a font of an old alphabet, or its signs are none of that alphabet, or the text is likelier Vietnamese as it stands: cells that
// a converter turned into Unicode keep the old font.
func OfRuns(runs ...Run) (text string, ok bool) {
	var read, stands strings.Builder
	for i := 0; i < len(runs); i++ {
		r := runs[i]
		for i+1 < len(runs) && runs[i+1].Font == r.Font { // a letter of two bytes may lie across
			i++
			r.Text += runs[i].Text
		}
		stands.WriteString(r.Text)
		letters, mapped := r.Font.Alphabet.Decode(r.Text)
		switch {
		case !mapped:
			letters = r.Text
		case r.Font.Capitals:
			letters = strings.ToUpper(letters)
		}
		read.WriteString(letters)
	}
	if read.String() == stands.String() || likelier(stands.String(), read.String()) > 0 {
		return "", false
	}
	return read.String(), true
}

// TwoWays says whether a text in a font, as OfRuns gives it, may as well have been stored in Unicode as another text: Hồng is
// stored in VNI as Hoàng is in Unicode.
func (f Font) TwoWays(text string) bool {
	if f.Capitals {
		text = strings.ToLower(text)
	}
	code, ok := f.Alphabet.Encode(text)
	stored := Latin1(code)
	return ok && f.Alphabet != Unicode && stored != text && likelier(stored, text) >= 0
}

// likelier compares two readings of a text by their words: above 0 where the first, as it is stored, is the likelier
// Vietnamese, below where it is less or none.
func likelier(stored, read string) int {
	one, other := weigh(stored), weigh(read)
	if one.sum <= 0 || one.none > 0 {
		return -1
	}
	return one.sum - other.sum
}

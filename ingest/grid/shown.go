package grid

import (
	"math"
	"strconv"
	"strings"
)

// Shows says what the number format of a cell makes of a figure above nought: 0 shows it as it is, hides shows none of it, else
// it shows thousands (1), millions (2) and so on, with so many decimals in the upper half.
type Shows uint8

const (
	hides      Shows = 0xff
	mostScale  Shows = 5
	mostPlaces Shows = 14
)

// showsOf reads a format code: its first section, which is for figures above nought. Codes with conditions, and those that show
// a day or a time, say nothing here.
func showsOf(code string) Shows {
	var s strings.Builder // the section without literals
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			i = len(code)
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return 0
			}
			i += end + 1
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 || strings.ContainsAny(code[i:i+end], "<>=hHmMsS") {
				return 0
			}
			i += end
		case '\\', '_', '*':
			i++
		default:
			s.WriteByte(c)
		}
	}
	section := strings.ToLower(s.String())
	whole, decimals, _ := strings.Cut(section, ".")
	last := strings.LastIndexAny(section, "0#?")
	switch {
	case code == "", strings.Contains(section, "general"), strings.ContainsAny(section, "@%ehmsdyb/"):
		return 0
	case last < 0:
		return hides
	}
	scale := len(whole) - len(strings.TrimRight(whole, ","))
	if decimals != "" {
		rest := section[last+1:]
		scale += len(rest) - len(strings.TrimLeft(rest, ","))
	} else if rest := section[last+1:]; !strings.HasSuffix(whole, ",") {
		scale = len(rest) - len(strings.TrimLeft(rest, ","))
	}
	places := strings.Count(decimals, "0") + strings.Count(decimals, "#") + strings.Count(decimals, "?")
	if scale == 0 {
		return 0
	}
	return min(Shows(min(scale, 15)), mostScale) | min(Shows(min(places, 15)), mostPlaces)<<4
}

// Shown is what a person sees of a number whose format shows another figure, or none. otherwise is false where the figure is
// shown, and for all that is no number above nought.
func (c Cell) Shown() (text string, otherwise bool) {
	n, err := strconv.ParseFloat(c.Text, 64)
	if c.Shows == 0 || c.Kind != Number || err != nil || n <= 0 {
		return "", false
	}
	if c.Shows == hides {
		return "", true
	}
	scale, places := int(c.Shows&0xf), int(c.Shows>>4)
	ten := math.Pow10(places)
	text = strconv.FormatFloat(math.Round(n/math.Pow10(3*scale)*ten)/ten, 'f', places, 64)
	return text, text != c.Text
}

package forms

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters are those of Times New Roman by their width, in thousandths of its size; a letter with a mark is as wide as without, and
// what is not here is half as wide as high.
var letters = map[float64]string{
	250: " .,", 278: "/:;\\ijlt", 333: "!()-[]I`fr", 389: "Js", 444: "?acez", 556: "FPS", 611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYwĐ",
	778: "&m", 833: "%", 889: "M", 944: "W", 1000: "…",
}

func widthOf(letter rune) float64 {
	for width, all := range letters {
		if strings.ContainsRune(all, letter) {
			return width
		}
	}
	return 500
}

// character is how many points a character of the width of a column is at least; widest, at most. Programs round it their own way.
const character, widest = 5.25, 5.5

// lines is how many lines a text takes over so many characters of columns. Rows do not find their height by themselves over merged
// cells, nor in every program.
func (k style) lines(text string, columns float64) int {
	const edges, step, heavier = 5.0, 9.0, 1.07
	room := columns*character - edges - step*float64(k.indent)
	used, n := 0.0, 1
	for word := range strings.FieldsSeq(text) {
		width := 0.0
		for _, letter := range norm.NFD.String(word) {
			if !unicode.Is(unicode.Mn, letter) {
				width += widthOf(letter) * k.size / 1000
			}
		}
		if k.bold {
			width *= heavier
		}
		if used > 0 && used+width > room {
			used, n = 0, n+1
		}
		for ; width > room; width -= room { // a word longer than the column is broken
			n++
		}
		used += width + k.size/4
	}
	return n
}

// height has room for so many lines.
func (k style) height(lines int) float64 { return float64(lines)*k.size*1.15 + 2.5 }

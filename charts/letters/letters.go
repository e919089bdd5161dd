// Package letters knows how wide text is in Times New Roman, so that rows and columns of workbooks are given the room that they need:
// programs find the height of a row over merged cells, or the width of a column, not by themselves.
package letters

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// widths are those of letters in thousandths of their size; a letter with a mark is as wide as without, and what is not here is half
// as wide as high, as digits are.
var widths = func() map[rune]float64 {
	all := map[rune]float64{}
	for width, letters := range map[float64]string{
		250: " \u00a0.,", 278: "/:;\\ijlt", 333: "!()-[]I`fr", 389: "Js", 444: "?acez", 556: "FPS", 611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYwĐ",
		778: "&m", 833: "%", 889: "M", 944: "W", 1000: "…",
	} {
		for _, l := range letters {
			all[l] = width / 1000
		}
	}
	return all
}()

// Bold is how many times wider bold letters are.
const Bold = 1.07

// Digit is how wide a digit is, in letter sizes: the unit of the widths of columns.
const Digit = 0.5

// Width is how wide a text is, in letter sizes.
func Width(text string) (n float64) {
	for _, l := range norm.NFD.String(text) {
		if unicode.Is(unicode.Mn, l) {
			continue
		}
		if w, ok := widths[l]; ok {
			n += w
		} else {
			n += Digit
		}
	}
	return n
}

// Lines is how many lines a text takes in a room of so many letter sizes. A program breaks a text at its spaces, after hyphens and at
// line ends; a longer word wherever the room ends.
func Lines(text string, room float64) (lines int) {
	room = max(room, 1) // a letter is on every line
	for part := range strings.SplitSeq(text, "\n") {
		lines++
		used := 0.0
		for word := range strings.FieldsSeq(part) {
			for _, piece := range strings.SplitAfter(word, "-") {
				n := Width(piece)
				if used > 0 && used+n > room {
					used, lines = 0, lines+1
				}
				for used += n; used > room; used -= room {
					lines++
				}
			}
			used += Width(" ")
		}
	}
	return lines
}

package book

import (
	"strings"

	"tdkt/charts/letters"
)

// linesIn is how many lines a text takes in a column of a width; large says how many times the usual letters its letters are. A program
// breaks a text at its spaces and hyphens and at line ends; a longer word wherever the column ends.
func linesIn(text string, width, large float64) (lines int) {
	room := max((0.955*width-0.7)/large, 1) // of digits: columns are counted in rounded ones, with their edges
	for part := range strings.SplitSeq(text, "\n") {
		lines++
		used := 0.0
		for word := range strings.FieldsSeq(part) {
			for _, piece := range strings.SplitAfter(word, "-") {
				n := breadth(piece)
				if used > 0 && used+n > room {
					used, lines = 0, lines+1
				}
				for used += n; used > room; used -= room {
					lines++
				}
			}
			used += breadth(" ")
		}
	}
	return lines
}

// parting is where a word may be parted.
const parting = "\u00ad"

// widthOfWords is the width of the column that the longest word of its head needs.
func widthOfWords(head string) (width float64) {
	for word := range strings.FieldsSeq(head) {
		for part := range strings.SplitSeq(word, parting) {
			width = max(width, (breadth(part)*letters.Bold+0.7)/0.955)
		}
	}
	return width
}

// breadth is how wide a text is in letters of the workbook, in digits.
func breadth(text string) float64 { return letters.Width(text) / letters.Digit }

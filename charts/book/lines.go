package book

import (
	"strings"

	"tdkt/charts/letters"
)

// linesIn is how many lines a text takes in a column of a width; large says how many times the usual letters its letters are.
func linesIn(text string, width, large float64) int {
	return letters.Lines(text, (0.955*width-0.7)/large*letters.Digit) // columns are counted in rounded digits, with their edges
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

package book

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// linesIn is how many lines a text takes in a column of a width; large says how many times the usual letters its letters are. A program
// breaks a text at its spaces and hyphens and at line ends; a longer word wherever the column ends.
func linesIn(text string, width, large float64) (lines int) {
	room := (0.955*width - 0.7) / large // of digits: columns are counted in rounded ones, with their edges
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

// boldly is how much wider bold letters are.
const boldly = 1.06

// widthOfWords is the width of the column that the longest word of its head needs.
func widthOfWords(head string) (width float64) {
	for word := range strings.FieldsSeq(head) {
		for part := range strings.SplitSeq(word, parting) {
			width = max(width, (breadth(part)*boldly+0.7)/0.955)
		}
	}
	return width
}

// breadth is how wide a text is in letters of the workbook, in digits.
func breadth(text string) (n float64) {
	for _, r := range norm.NFD.String(text) { // marks above and below letters take no room
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == ' ' || r == '\u00a0':
			n += 0.5
		case strings.ContainsRune("fijlrtI.,:;()[]/-'", r):
			n += 0.64
		case strings.ContainsRune("mwMW%…", r):
			n += 1.65
		case unicode.IsUpper(r):
			n += 1.4
		case strings.ContainsRune("acesz", r):
			n += 0.88
		default:
			n++
		}
	}
	return n
}

package forms

import "tdkt/charts/letters"

// character is how many points a character of the width of a column is at least; widest, at most. Programs round it their own way.
const character, widest = 5.25, 5.5

// lines is how many lines a text takes over so many characters of columns. Rows do not find their height by themselves over merged
// cells, nor in every program.
func (k style) lines(text string, columns float64) int {
	const edges, step = 5.0, 9.0
	size := k.size
	if k.bold {
		size *= letters.Bold
	}
	return letters.Lines(text, (columns*character-edges-step*float64(k.indent))/size)
}

// height has room for so many lines.
func (k style) height(lines int) float64 { return float64(lines)*k.size*1.15 + 2.5 }

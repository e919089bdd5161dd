package grid

import "strconv"

// Bounds of a sheet, as in the OOXML format.
const (
	maxRows = 1 << 20
	maxCols = 1 << 14
)

// A1 names a cell: A1(17, 4) is "D17".
func A1(row, col int) string {
	return ColumnName(col) + strconv.Itoa(row)
}

// Place reads "D17" or "$D$17"; ok is false for anything that no sheet can hold.
func Place(ref string) (row, col int, ok bool) {
	i := 0
	if i < len(ref) && ref[i] == '$' {
		i++
	}
	start := i
	for ; i < len(ref) && i-start < 4; i++ {
		c := ref[i] &^ 0x20 // upper case
		if c < 'A' || c > 'Z' {
			break
		}
		col = col*26 + int(c-'A') + 1
	}
	if i < len(ref) && ref[i] == '$' {
		i++
	}
	digits := i
	for ; i < len(ref) && i-digits < 8; i++ {
		if ref[i] < '0' || ref[i] > '9' {
			break
		}
		row = row*10 + int(ref[i]-'0')
	}
	ok = i == len(ref) && row >= 1 && row <= maxRows && col >= 1 && col <= maxCols
	return row, col, ok
}

package finding

import "cmp"

// Code names a kind of fault for good, such as "count-not-whole".
type Code string

// Severity says what a finding does to the return it stands in.
type Severity string

// The severities, worst first.
const (
	Error   Severity = "error"   // the whole return is refused, or held
	Warning Severity = "warning" // the rows count, the doubted attribute is unknown
	Query   Severity = "query"   // unusual; changes nothing, asks for a note
)

// Text is one sentence in the two languages of the program.
type Text struct {
	VI string `json:"vi"`
	EN string `json:"en"`
}

// In gives the text in a language: English for "en", else Vietnamese.
func (t Text) In(lang string) string {
	if lang == "en" {
		return t.EN
	}
	return t.VI
}

// Place is where a fault stands. Sheet is empty for CSV and for whole files,
// Cell (A1) where a whole file or sheet is meant.
type Place struct {
	File, Sheet, Cell string
}

// Finding is one fault in one return, worded for the office that sent it.
type Finding struct {
	Code     Code     // stable; tests and filters use this, never the words
	At       Place    // file, sheet, cell
	Severity Severity // error, warning or query
	Got      string   // the text as it stood
	Want     Text     // what the form of return asks for
	Mend     Text     // one thing the sender can do
}

// Compare orders findings by file, sheet, row, column and code, and breaks the last
// ties by severity and words, so that a list of findings has one order only.
func Compare(a, b Finding) int {
	ar, ac := split(a.At.Cell)
	br, bc := split(b.At.Cell)
	return cmp.Or(
		cmp.Compare(a.At.File, b.At.File),
		cmp.Compare(a.At.Sheet, b.At.Sheet),
		cmp.Compare(ar, br),
		cmp.Compare(ac, bc),
		cmp.Compare(a.At.Cell, b.At.Cell),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Got, b.Got),
		cmp.Compare(a.Want.VI, b.Want.VI),
		cmp.Compare(a.Want.EN, b.Want.EN),
		cmp.Compare(a.Mend.VI, b.Mend.VI),
		cmp.Compare(a.Mend.EN, b.Mend.EN),
	)
}

// split reads "D17" as row 17, column 4; anything else is 0, 0 and comes first.
func split(cell string) (row, col int) {
	i := 0
	for ; i < len(cell) && i < 4 && cell[i] >= 'A' && cell[i] <= 'Z'; i++ {
		col = col*26 + int(cell[i]-'A') + 1
	}
	if i == 0 || i == len(cell) || len(cell)-i > 9 {
		return 0, 0
	}
	for ; i < len(cell); i++ {
		if cell[i] < '0' || cell[i] > '9' {
			return 0, 0
		}
		row = row*10 + int(cell[i]-'0')
	}
	return row, col
}

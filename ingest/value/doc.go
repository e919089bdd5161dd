// Package value reads one cell: text to count, date, year, period, yes or no, decision.
//
// Every reader gives three answers and never mixes them: a value, nothing there
// (present is false), or an error that says what kind of nonsense it is. Nothing is
// rounded, and nothing is guessed where Vietnamese and English habits differ: "1.234" as
// text is one thousand two hundred and thirty-four, as a number of the workbook it is
// a fraction, and "1,234" is refused.
//
// The readers take the text of a cell and, where it matters, whether the workbook holds
// it as a number. They know no layout, no unit and no form.
package value

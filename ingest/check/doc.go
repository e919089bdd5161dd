// Package check words the faults of a return and holds the arithmetic over its figures.
//
// What a fault is called, how grave it is, what it does to the return and the words for
// the sender are data (data/rules): a rule that a new law brings is a row with dates, not
// a branch. Rules.Finding fills the words; the functions over figures tell at which cell
// parts outgrow their whole.
//
// A new rule can come as a warning first. Its row says warning and none, with valid_from
// on the day from which it holds; before that day it sleeps and finds nothing. The row
// that is to make it an error comes with it: the warning's valid_to is the day before the
// error's valid_from. The day that counts is the return's: its date line, else its
// decision, else the end of its period or its receipt. A query changes nothing; a
// warning leaves the doubted attribute unknown; an error refuses or holds. The reader asks
// the rule which of these it is (reading.doubt), so that a word in the list changes the
// outcome and no code does.
package check

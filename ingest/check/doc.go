// Package check words the faults of a return and holds the arithmetic over its figures.
//
// What a fault is called, how grave it is, what it does to the return and the words for
// the sender are data (data/rules): a rule that a new law brings is a row with dates, not
// a branch. Rules.Finding fills the words; the functions over figures tell at which cell
// parts outgrow their whole.
package check

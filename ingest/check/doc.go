// Package check words the faults of a return and holds the arithmetic over its figures.
//
// What a fault is called, how grave it is, what it does to the return and the words for
// the sender are data (data/rules): a rule that a new law brings is a row with dates, not
// a branch. Rules.Finding fills the words; the functions over figures tell at which cell
// parts outgrow their whole and whether a printed share is that of its counts.
//
// A System is all sums that a sheet must keep at once. Where some fail, Guilty finds the
// smallest sets of figures whose change would let every sum hold: those in which a clerk
// should look first. It never mends anything.
package check

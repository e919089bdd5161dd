// Package forms fills in the forms that a board itself signs: those of the circulars on statistics and the tables that
// provinces send. What a form looks like stands in data/forms; the figures come as tables; what comes out is a workbook.
//
// A cell holds a number only where the returns tell it. Where they leave it open (a tally that gives types of achievement and
// kinds of recipient apart, a list without classes) it is blank, the foot of the form says how many awards that concerns, and
// the second sheet says of each such cell at least and at most how many there are. A cell that cannot hold anything is grey.
// A form that sums itself does so by formulas, where the parts do make the whole.
//
// The second sheet leads from each cell to its figures (tdkt trace). Its name makes the readers of returns leave it out, so that
// a form comes back as a return with the same figures.
package forms

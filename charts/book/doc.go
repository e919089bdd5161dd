// Package book makes the summary workbook of a year, tong-hop.xlsx beside the year-end report: a sheet of contents with links, sheets to
// look at (a native chart over the cells that it is drawn from), sheets to read (a table each), definitions, and where each figure is from.
//
// A sheet is planned first (plan.go, cell.go) and written then (write.go, look.go). A cell is a text, a figure under its id, or a formula
// over cells. A formula carries the value that it must come to, which was made from figures and not from the formula: what a program
// that recalculates shows, and what one that does not shows, are held to be the same by a test. What no return states is an empty cell,
// and a formula over nothing stated gives an empty text; neither is ever nought.
//
// Where the rows of a table make a whole, its total is their sum, else the workbook is not written at all; where they need not (clusters), the
// total is a figure of its own and a note says why.
//
// All is a pure function of tables: no database, no clock; the same input gives the same bytes.
package book

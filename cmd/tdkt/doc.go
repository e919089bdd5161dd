// Command tdkt turns the award returns of a province into figures that a Commendation
// Board can sign: returns (workbooks, CSV) into one warehouse, the warehouse into tested
// marts, the marts into a dashboard, a workbook and SQL.
//
// One file is one command. This package and cmd/internal/office are the only places
// that know arguments, the environment and the clock; everything below is given them.
//
// Exit codes: 0 done; 1 we failed; 2 misused; 3 we worked, and what we examined has
// faults (a return refused or held).
package main

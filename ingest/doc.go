// Package ingest turns the returns that offices send into raw_* tables.
//
// Files are found in folders and in archives (archive), which are walked like folders.
//
// A file's journey: its bytes become cells (grid), a sheet of cells becomes a table whose
// columns and rows have a kind (layout), texts become counts, dates and answers (value),
// and here the table becomes facts: the awards of a list, the figures of a tally, the
// people of a list that gives no award, the forms that a list declares, the totals that it prints. Names of units, forms and
// authorities resolve within the province and the date of the return. What cannot be told
// is a finding with its place (check words it), never a guess, and every row and cell ends
// as used, excluded or rejected, with the reason (a ledger holds that). One transaction
// writes all that a file gave (load).
//
// A fault of a return is data and is kept with the original; an error is a fault of ours,
// and concerns the one file in which it arose.
package ingest

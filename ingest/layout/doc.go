// Package layout turns the cells of a sheet into a table: it says which form of return
// stands there, what each column holds, what each row is, and what the head says.
//
// Forms of return are files (data/layouts/*.json), not branches: a layout names its
// columns by the headers that people write, and, where rows have a fixed meaning, its
// rows by their labels or codes. A new form is a JSON file and a sample.
//
// The journey of a sheet: find the header (one to four rows, merged or not) under which
// some layout finds all it must have; give each column its header path and its field;
// give every non-empty row exactly one kind, by what it holds and where it stands; then
// read the title block and the signature block for the facts that the table lacks. No
// meaning is given to cells here: counts, dates and names stay text with a place.
//
// A column of printed shares ("ratio") names in "ratio_of" the fields of the part and of
// the whole, as in 7=6:3: ["thuong_xuyen_count", "award_count"]. They are worked out again
// from the counts of the row.
package layout

// Package format writes a table in the formats people and programs ask for.
//
//   - table: for the terminal. Columns in words of the other language are left out, numbers are
//     right-aligned and written as the language writes them, a blank is a dash, and control
//     characters of the data cannot move the cursor.
//   - csv: RFC 4180, UTF-8, column names, a point for decimals. A null is an empty field, an
//     empty text is "". Text that a spreadsheet would take for a formula gets an apostrophe in
//     front (see Neutral); numbers, also those in text columns, are left as they are.
//   - json: an array of objects, the columns in order.
//   - xlsx: one sheet for people, as table, with numbers as numbers.
//   - parquet, arrow: typed columns; titles, units and figures as metadata (in arrow of each field,
//     in parquet as JSON under the key tdkt).
//
// A table with totals of award years carries how complete they are: in table as a line under it, elsewhere as columns
// (completeness, for machines with is_provisional).
//
// The same table gives the same bytes in every format.
package format

// Package load owns the raw_* tables and writes what one file gave, in one transaction.
//
// A file arrives here already read and interpreted, as a Batch: the file itself, its
// returns, every row and every cell with what became of it, the findings, and the facts
// (awards of lists, cells of tallies, forms a list declares, printed totals). Write
// replaces whatever the warehouse held of the same bytes, so that reading a file twice
// changes nothing, and refuses a Batch in which a row or a cell has got lost.
//
// raw_board is the log of what the board decided. It hangs on no file: rows are added and never changed.
//
// Columns go in by Arrow: a table becomes one record, is seen by DuckDB as a view, and is
// inserted by one statement. That needs the build tag duckdb_arrow.
package load

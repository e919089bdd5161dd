// Package door is the read-only way into the published copy of the warehouse: for the command
// line, the shell, and later HTTP.
//
// The copy is attached read-only to an empty database in memory, and only then is access to
// files switched off and the configuration locked. Attaching, instead of naming the file in the
// driver's DSN, keeps odd file names (#, ?, %) from being read as options. Statements are looked
// at before they run: one at a time, and only those that read.
//
// Result types that have no counterpart in table become the nearest one that loses nothing.
// Whole numbers of any width and DECIMAL(w,0) are int64 where every value of the column fits,
// else text with all digits. DECIMAL with a fraction is float64 where each value reads back as
// the same decimal, else text. Times, intervals, blobs (hex), lists and structs are text.
//
// This guards against mistakes, not against strangers: SQL from outside cannot be bounded inside
// the process and belongs in a child with limits of its own.
package door

// Package table is the shape in which figures leave the warehouse: a small typed table that
// knows, for every column, its title in two languages, its unit, and which published figure a
// cell is. Charts, workbooks, the terminal and files all read this and nothing else.
//
// A cell holds nil (not stated), string, int64, float64, bool or Date. Nil is never shown as
// nought: an empty cell of a return and a nought are two answers.
//
// A figure id names one number of the published marts so that it can be traced to the cells it
// came from: mart_form_year/award_count?award_year=2025&form_code=ldtt. The package has no
// database driver and imports nothing of ours.
package table

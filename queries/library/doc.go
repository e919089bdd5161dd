// Package library holds the named queries: one .sql file each, with a header that says in two
// languages what it answers, its parameters, and for every column its title, its unit and which
// published figure a cell is.
//
// The header is read strictly: an unknown line, a missing title, or a parameter that stands in
// only one of header and SQL is an error. The driver would bind a misspelt name by position and
// say nothing, so names are matched both ways here.
package library

// Package data holds what the law, the gazette and the house say, as dated lists: award forms and their spellings,
// levels, achievement types, beneficiary classes, units with their events and clusters, and who may decide what.
//
// The lists are CSV files in reference/, embedded and read strictly: an unknown column, a bad date or a code that leads
// nowhere is an error of ours and stops the program. LoadReference gives them typed, with resolvers over them;
// ReferenceTables gives the same rows for the warehouse (stg_ref_<name>).
//
// A name resolves only where its key is exactly a known one. Key folds what typing changes and meaning does not: case,
// accents, tone placement, i/y, punctuation, line breaks, decomposed Unicode. A near match is a suggestion, never an answer.
//
// ReportPeriod is the time that a return or a figure is of (a year, a half, a school year, a span…) and is read by one parser; Period is
// the validity of a dated row.
//
// A row is valid from valid_from to valid_to, both days included; an empty date is open.
// Layouts, rules and texts are embedded here too and read by those who own them. StatForms are the forms that a board itself fills in
// and signs, one file each in forms/, by the years of their circular; labels and codes of their rows are those of the layout that reads them.
package data

// Package grid turns the bytes of a return into cells, each with its place, type, font
// and emphasis, and gives them no meaning yet.
//
// What a file is, is told by its content and never by its name: a zip with a workbook
// part is xlsx or xlsb, one with the content of an OpenDocument is ods, a compound file with
// a stream Workbook is xls, markup is SpreadsheetML 2003, flat OpenDocument or a web page
// with tables, other text is csv, everything else is answered with a finding that names what
// it is and how to mend it. All containers come out as the same Book, so that nothing after
// this package knows which one a return came in.
//
// How a text file marks its fields, its lines tell (dialectOf): the delimiter, the quotation
// mark and the escape under which most records have one width and whole fields; columns that
// only blanks set apart are cut where all lines have them (lineUp). What lines leave open is
// read as RFC 4180 and Excel read it. A quotation mark out of place swallows no line: the record
// is read in the way that the records around it bear out, and told; where two ways are as
// good, the file is refused.
//
// Sheets are read by a streaming reader of our own: it keeps row numbers, hidden rows
// and fonts, which the general readers drop on their fast path, holds a bound on what a
// part may inflate to, and never lets a broken file stop the program. Cells written as
// nearly all programs write them are taken apart in place (quick.go); everything else in
// the XML goes through the pull, which reads the same from the same place.
package grid

// Package grid turns the bytes of a return into cells, each with its place, type, font
// and emphasis, and gives them no meaning yet.
//
// What a file is, is told by its content and never by its name: a zip with a workbook
// part is xlsx, text is csv, everything else is answered with a finding that names what
// it is and how to mend it. Both containers come out as the same Book, so that nothing
// after this package knows which one a return came in.
//
// Sheets are read by a streaming reader of our own: it keeps row numbers, hidden rows
// and fonts, which the general readers drop on their fast path, holds a bound on what a
// part may inflate to, and never lets a broken file stop the program. Cells written as
// nearly all programs write them are taken apart in place (quick.go); everything else in
// the XML goes through the pull, which reads the same from the same place.
package grid

// Package hue holds the colours that mean something, one for the page, the workbook and the report. Colours of members
// (a level, a class) belong to the reference data and come with the dimension tables.
package hue

// What each colour says.
const (
	Accent  = "#005f9e" // this year, final
	Before  = "#99bfd8" // the year before: the same hue, lighter
	Unknown = "#c9ced4" // not known: light grey, always drawn
	Focus   = "#d98200"
	Ink     = "#1d2733"
	Quiet   = "#54616f" // second voice: subtitles, notes
	Line    = "#d5dbe1"
)

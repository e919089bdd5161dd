// Package ooxml makes the bytes of workbooks and documents depend on their content alone. The
// writer of a workbook orders some parts by chance and stamps the hour; Normalise puts the parts
// in one order, with one time, so that the same figures give the same file.
//
// Annotate puts marks into a workbook of somebody else's. It works on the parts of the package, not
// through a library that reads and writes the whole: what is not marked stays as it is packed. A part
// is taken apart as far as needed (markup.go), edits are gathered by place and made in one go, so that
// prefixes, spacing and whatever we do not know stay. What cannot be patched is an error; nothing is guessed.
// ReadWord reads a document as people left it, tracked changes and all; Set gives one content control another text and leaves the rest.
// A Word's Drawings are its charts; Chart reads one, SetChart gives stored values others. ReadTemplate finds the named places of a
// document that somebody else made, to be filled in (template.go).
// Page is a sheet that is written whole, Fresh a workbook of such.
package ooxml

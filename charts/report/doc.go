// Package report makes the reports of a board as a Word document, in the form of official documents (Decree 30/2020/NĐ-CP, annex I),
// and later says of a document that people edited whether its numbers still hold.
//
// A kind of report is a file (data/reports) that names sections and the queries they read; kinds.go finds the sections by name. A
// section adds blocks made from tables (compose.go), write.go turns blocks into
// WordprocessingML. What only people can write is a marked place. No library is used: those for Go that are kept write
// documents, but not content controls with our tags, nor the same bytes twice; what we need of the format is little.
//
// A number is a Formula over figure ids in a Shape. It stands in a content control of its own: the tag carries which number it is,
// the key of its figure and its value ("tdkt:12:9f3c2a7b11:1379"), the title which number it is ("tdkt 12"). A part of
// the document, the Binding (customXml/item1.xml), says what each key means, and for each number what was written and where.
// Word keeps all of it. LibreOffice (7.4) keeps the binding and the title and drops the tag.
// Text put into another document takes the tags along and leaves the binding: then it is read from the report as it was made.
//
// All is a pure function of tables: no database, no clock; the same input gives the same bytes.
package report

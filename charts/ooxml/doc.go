// Package ooxml makes the bytes of workbooks and documents depend on their content alone. The
// writer of a workbook orders some parts by chance and stamps the hour; Normalise puts the parts
// in one order, with one time, so that the same figures give the same file.
package ooxml

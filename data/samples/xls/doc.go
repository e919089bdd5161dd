// Package xls writes workbooks of Excel 97–2003 (.xls, BIFF8) and of Excel 95 (BIFF7) for
// samples and tests: fonts, texts with runs of several fonts, number formats, formulas with
// their stored values, merged cells, what is hidden. LibreOffice opens what it writes.
// Texts of many records may be broken at any length, which is what makes such files hard
// to read.
package xls

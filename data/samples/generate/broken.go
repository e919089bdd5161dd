package main

import (
	"strings"

	"tdkt/data/samples/xls"
)

// broken are the files of faulty/ that are no readable table at all.
func broken() map[string][]byte {
	sound := workbook("hỏng", []*sheet{newSheet("Danh sách")})
	old := xls.Book{Sheets: []xls.Sheet{{Name: "Danh sách", Cells: []xls.Cell{{Row: 1, Col: 1, Value: "UBND TỈNH PHÚ THỌ"}}}}}.Bytes()
	letter := []byte(strings.Repeat("công văn, không phải bảng tính ", 8))
	return map[string][]byte{
		"container-unsupported.pdf": []byte("%PDF-1.4\n% " + strings.Repeat("bản chụp, không phải bảng tính ", 8) + "\n%%EOF\n"),
		"container-unsupported.doc": xls.Compound(xls.Stream{Name: "WordDocument", Content: letter}),
		"file-unreadable.xlsx":      sound[:len(sound)/2], // the upload broke off
		"file-unreadable.xls":       old[:len(old)/2],
		"file-empty.csv":            {},
	}
}

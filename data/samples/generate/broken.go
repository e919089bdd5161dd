package main

import "strings"

// broken are the files of faulty/ that are no readable table at all.
func broken() map[string][]byte {
	sound := workbook("hỏng", []*sheet{newSheet("Danh sách")})
	ole := append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, make([]byte, 1528)...) // head of an old .xls, then nothing
	return map[string][]byte{
		"container-unsupported.pdf": []byte("%PDF-1.4\n% " + strings.Repeat("bản chụp, không phải bảng tính ", 8) + "\n%%EOF\n"),
		"container-unsupported.xls": ole,
		"file-unreadable.xlsx":      sound[:len(sound)/2], // the upload broke off
		"file-empty.csv":            {},
	}
}

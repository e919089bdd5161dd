package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"tdkt/ingest/layout"
)

// A list of 200,000 rows; bound by one pass over the cells of each row.
func BenchmarkRecogniseLongList(b *testing.B) {
	var text strings.Builder
	text.WriteString("DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG\nSTT | Họ và tên | Giới tính | Năm sinh | Đơn vị | Danh hiệu thi đua | Số QĐ\n")
	for i := range 200_000 {
		fmt.Fprintf(&text, "%d | Nguyễn Văn A | Nam | 1980 | Sở Y tế | LĐTT | 12/QĐ-SYT\n", i+1)
	}
	s, all := sheet(text.String()), layouts(b)
	b.ResetTimer()
	for b.Loop() {
		if res := layout.Recognise(s, all, known); res.Table.LastData != 200_002 {
			b.Fatal("rows lost")
		}
	}
}

func BenchmarkRecogniseSmallSheet(b *testing.B) {
	s, all := sheet(sheets[0].text), layouts(b)
	b.ResetTimer()
	for b.Loop() {
		layout.Recognise(s, all, known)
	}
}

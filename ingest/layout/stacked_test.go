package layout_test

import (
	"testing"

	"pgregory.net/rapid"

	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
)

const stacked = `
UBND TỈNH PHÚ THỌ
SỞ Y TẾ
DANH SÁCH KHEN THƯỞNG NĂM 2024
(Kèm theo Quyết định số 55/QĐ-SYT ngày 05/12/2024)
I. TẬP THỂ
STT | Tên tập thể | Hình thức khen thưởng
1 | Phòng Một | Giấy khen
2 | Phòng Hai | Giấy khen
Cộng | | 2
---
II. CÁ NHÂN
STT | Họ và tên | Chức vụ | Danh hiệu thi đua
1 | Nguyễn Văn A | Lái xe | LĐTT
 | | | Phú Thọ, ngày 06 tháng 12 năm 2024
Người lập biểu | | | Giám đốc
`

func TestTablesOneBeneathAnother(t *testing.T) {
	all := layout.RecogniseAll(sheet(stacked), layouts(t), known)
	want := []struct{ layout, kinds, head string }{
		{"danh_sach_tap_the", "mmmmmhddt", "agency@A1=UBND TỈNH PHÚ THỌ; unit@A2=SỞ Y TẾ; province@A1=PHÚ THỌ; year@A3=2024; period@A3=2024; part@A4=55/QĐ-SYT; " +
			"dated@D14=ngày 06 tháng 12 năm 2024; decision@A4=55/QĐ-SYT ngày 05/12/2024; scope=award"},
		{"danh_sach_ca_nhan", "mhdss", "agency@A1=UBND TỈNH PHÚ THỌ; unit@A2=SỞ Y TẾ; province@A1=PHÚ THỌ; year@A3=2024; period@A3=2024; part@A4=55/QĐ-SYT; " +
			"dated@D14=ngày 06 tháng 12 năm 2024; decision@A4=55/QĐ-SYT ngày 05/12/2024; scope=award"},
	}
	if len(all) != len(want) {
		t.Fatalf("%d tables, want %d", len(all), len(want))
	}
	for i, w := range want {
		got := all[i].Table
		if got == nil || got.Layout.Code != w.layout || kinds(got) != w.kinds || headText(got.Head) != w.head {
			t.Errorf("table %d: %s %s\n%s", i+1, got.Layout.Code, kinds(got), headText(got.Head))
		}
	}
}

// A sheet of one table comes out as Recognise gives it; of any sheet, rows are neither
// lost nor read twice.
func TestRecogniseAllKeepsEveryRow(t *testing.T) {
	all := layouts(t)
	for _, c := range sheets {
		if n := len(layout.RecogniseAll(sheet(c.text), all, known)); n != 1 {
			t.Errorf("%s: %d tables", c.name, n)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := sheet(rapid.SampledFrom(sheets).Draw(t, "sheet").text)
		for _, next := range []grid.Sheet{sheet(rapid.SampledFrom(sheets).Draw(t, "next").text), anySheet(t)} {
			last := s.Rows[len(s.Rows)-1].No
			for _, r := range next.Rows {
				r.No += last
				s.Rows = append(s.Rows, r)
			}
		}
		rows, tables := 0, layout.RecogniseAll(s, all, known)
		for _, r := range tables {
			if r.Table == nil { // the whole sheet, or the rest of it, is answered as not recognised
				return
			}
			for _, row := range r.Table.Rows {
				if row.No != s.Rows[rows].No {
					t.Fatalf("row %d comes where %d should", row.No, s.Rows[rows].No)
				}
				rows++
			}
		}
		if rows != len(s.Rows) {
			t.Fatalf("%d rows of %d", rows, len(s.Rows))
		}
	})
}

package layout_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tdkt/ingest/grid"
	"tdkt/ingest/layout"
)

// words that returns are made of, so that random grids reach every branch
var scraps = []string{
	"STT", "TT", "Họ và tên", "Tên đơn vị", "Tên tập thể", "Tên tập thể/cá nhân/hộ gia đình", "Phân loại khen thưởng", "Năm sinh", "Nam", "Nữ", "Năm",
	"Chức vụ", "Đơn vị", "Danh hiệu thi đua/Hình thức khen thưởng", "Hình thức khen thưởng", "Số lượng khen thưởng", "Tổng số", "Trong đó", "Mã số",
	"Đơn vị tính", "Chia ra", "Bằng khen", "LĐTT", "CSTĐ cơ sở", "Huân chương Lao động", "- Hạng Nhất", "Trong đó: Doanh nghiệp", "- Tập thể", "+ Doanh nhân",
	"1. Chia theo đối tượng khen thưởng", "I", "II", "I.1", "1", "2", "3", "1.1", "a", "-", "+", "A", "B", "C", "7=6:3", "3 = 4+5", "Tổng cộng", "Cộng", "TỔNG CỘNG (I+II)",
	"Tổng công ty Giấy Việt Nam", "Tổ 1", "Gia đình ông Cộng", "Nguyễn Văn A", "Sở Y tế", "Huyện Lâm Thao", "Xã Tứ Xã", "Khối xã", "Ghi chú", "Ghi chú: xem dưới",
	"#N/A", "Người lập biểu", "Thủ trưởng đơn vị", "(Ký, họ tên, đóng dấu)", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "Phú Thọ, ngày 5 tháng 12 năm 2024", "12/QĐ-UBND",
	"UBND TỈNH PHÚ THỌ", "SỞ Y TẾ", "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024", "Năm 2024", "Đơn vị báo cáo:", "Kèm theo Quyết định số 12/QĐ-UBND ngày 1/2/2024 của",
	"tỉnh", "quý", "()", " ", "\n", "…", "50", "1980", "01", "=", "ngày tháng năm",
}

func anyText() *rapid.Generator[string] {
	return rapid.OneOf(rapid.SampledFrom(scraps), rapid.SampledFrom(scraps), rapid.SampledFrom(scraps), rapid.String())
}

// anySheet draws a sheet: rows in order with gaps, cells in order with gaps, merges
// anywhere, also over and beyond one another.
func anySheet(t *rapid.T) grid.Sheet {
	s := grid.Sheet{Name: rapid.SampledFrom([]string{"Sheet1", "Hướng dẫn", ""}).Draw(t, "name")}
	no := 0
	for range rapid.IntRange(0, 25).Draw(t, "rows") {
		no += rapid.SampledFrom([]int{1, 1, 1, 1, 2, 5}).Draw(t, "gap")
		row := grid.Row{No: no, Hidden: rapid.Bool().Draw(t, "hidden")}
		col := 0
		for range rapid.IntRange(1, 9).Draw(t, "cells") {
			col += rapid.SampledFrom([]int{1, 1, 1, 2, 3}).Draw(t, "skip")
			kind := rapid.SampledFrom([]grid.Kind{grid.Text, grid.Text, grid.Text, grid.Number, grid.Date, grid.Bool, grid.Error}).Draw(t, "kind")
			row.Cells = append(row.Cells, grid.Cell{Col: col, Kind: kind, Text: anyText().Draw(t, "text")})
		}
		s.Rows = append(s.Rows, row)
	}
	for range rapid.IntRange(0, 5).Draw(t, "merges") {
		r, c := rapid.IntRange(1, 30).Draw(t, "r"), rapid.IntRange(1, 12).Draw(t, "c")
		s.Merges = append(s.Merges, grid.Merge{R1: r, C1: c, R2: r + rapid.IntRange(0, 40).Draw(t, "dr"), C2: c + rapid.IntRange(0, 12).Draw(t, "dc")})
	}
	return s
}

// Every non-empty row comes back once, in order, with its cells, a kind, and a reason
// where it is not data; what a row points to is there.
func holdsRows(t *rapid.T, s grid.Sheet, table *layout.Table) {
	if len(table.Rows) != len(s.Rows) {
		t.Fatalf("%d rows came back of %d", len(table.Rows), len(s.Rows))
	}
	numbers := map[int]layout.RowKind{}
	for i, r := range table.Rows {
		if r.No != s.Rows[i].No || r.Hidden != s.Rows[i].Hidden || !slices.Equal(r.Cells, s.Rows[i].Cells) {
			t.Fatalf("row %d came back as row %d or changed", s.Rows[i].No, r.No)
		}
		numbers[r.No] = r.Kind
	}
	for _, r := range table.Rows {
		switch r.Kind {
		case layout.Data:
			if r.Reason != "" || r.No < table.FirstData || r.No > table.LastData {
				t.Fatalf("data row %d: reason %q, outside %d–%d", r.No, r.Reason, table.FirstData, table.LastData)
			}
		case layout.Metadata, layout.Header, layout.Index, layout.GroupRow, layout.Total, layout.Note, layout.Signature, layout.Blank:
			if r.Reason == "" {
				t.Fatalf("row %d: %s without a reason", r.No, r.Kind)
			}
		default:
			t.Fatalf("row %d has no kind", r.No)
		}
		for _, g := range r.Groups {
			if k := numbers[g.Row]; k != layout.GroupRow && k != layout.Total && k != layout.Note || g.Row >= r.No {
				t.Fatalf("row %d is in the group of row %d, which is %q", r.No, g.Row, k)
			}
		}
		for _, n := range r.Sum {
			if numbers[n] != layout.Data {
				t.Fatalf("total in row %d sums row %d, which is %q", r.No, n, numbers[n])
			}
		}
		if r.Within != 0 && (r.Within >= r.No || numbers[r.Within] == "") {
			t.Fatalf("row %d is within row %d", r.No, r.Within)
		}
	}
}

func TestEveryRowOnce(t *testing.T) {
	all := layouts(t)
	rapid.Check(t, func(t *rapid.T) {
		s := anySheet(t)
		if res := layout.Recognise(s, all, known); res.Table != nil {
			holdsRows(t, s, res.Table)
		}
	})
}

// The same under a header that is recognised, so that the body is reached each time.
func TestEveryRowOnceUnderEachHeader(t *testing.T) {
	all := layouts(t)
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(sheets).Draw(t, "sheet")
		s := sheet(c.text)
		last := s.Rows[len(s.Rows)-1].No
		body := anySheet(t)
		for _, r := range body.Rows {
			r.No += last
			s.Rows = append(s.Rows, r)
		}
		for _, m := range body.Merges {
			m.R1, m.R2 = m.R1+last, m.R2+last
			s.Merges = append(s.Merges, m)
		}
		res := layout.Recognise(s, all, known)
		if res.Table == nil {
			t.Fatalf("%s: not recognised once rows follow", c.name)
		}
		holdsRows(t, s, res.Table)
	})
}

// A numbered and named row of a list is a recipient, whatever its name says.
func TestNoPersonIsLost(t *testing.T) {
	all := layouts(t)
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom([]string{
			"Tổng công ty Giấy Việt Nam", "Tổ 1", "Gia đình ông Cộng", "Cộng đồng dân cư xóm 3", "Tổng đội Thanh niên xung phong", "Công an xã", "Nguyễn Thị Nơi Nhận",
			"Trường Tiểu học số 1", "Khối Văn phòng", "Ghi Văn Chú", "Tổng", "Cộng", "Tổng cộng", "Nam", "A", "1", "Hội Người cao tuổi", "TM. Nguyễn",
		}).Draw(t, "name")
		text := "DANH SÁCH TẬP THỂ ĐƯỢC KHEN THƯỞNG\nSTT | Tên tập thể | Chức vụ | Hình thức khen thưởng\n"
		n := rapid.IntRange(1, 4).Draw(t, "before")
		text += strings.Repeat("1 | Phòng Một | | Giấy khen\n", n)
		text += "7 | " + name + " | | Giấy khen\n"
		text += strings.Repeat("9 | Phòng Hai | | Giấy khen\n", rapid.IntRange(0, 2).Draw(t, "after"))
		res := layout.Recognise(sheet(text), all, known)
		if res.Table == nil {
			t.Fatal("not recognised")
		}
		if row := res.Table.Rows[2+n]; row.Kind != layout.Data {
			t.Fatalf("%q is %s", name, row.Kind)
		}
	})
}

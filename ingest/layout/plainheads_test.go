package layout_test

import (
	"testing"

	"tdkt/ingest/layout"
)

// A table of units by forms that says of no column that it is one of forms is no other form of return: what it is like is
// told, and what it lacks.
func TestUnitsByFormsHeadedPlainly(t *testing.T) {
	for _, c := range []struct{ name, text, nearest, missing string }{
		{"taken for rows of fixed meaning", "TỔNG HỢP KHEN THƯỞNG NĂM 2023\nSTT | Đơn vị | Tổng số | Bằng khen | Giấy khen | LĐTT\n1 | Sở Y tế | 19 | 5 | 10 | 4\n2 | Sở Tư pháp | 48 | 6 | 30 | 12", "mau_01", "form"},
		{"taken for a list", "TỔNG HỢP KHEN THƯỞNG NĂM 2023\nSTT | Đơn vị | Bằng khen của Chủ tịch UBND tỉnh | Giấy khen | LĐTT\n1 | Sở Y tế | 5 | 10 | 4\nCộng | | 5 | 10 | 4", "mau_01", "form"},
		{"ticks are no figures", "DANH SÁCH KHEN THƯỞNG NĂM 2023\nSTT | Đơn vị | Bằng khen | Giấy khen\n1 | Phòng A | x | \n2 | Phòng B | | x", "", ""},
		{"kinds are no units", "SỐ LƯỢNG KHEN THƯỞNG NĂM 2023\nĐối tượng | Đơn vị | Bằng khen | Chiến sĩ thi đua cấp bộ, cấp tỉnh\nTập thể | Tập thể | 5 | 1\nCá nhân | Người | 6 | 3", "", ""},
	} {
		res := layout.Recognise(sheet(c.text), layouts(t), known)
		nearest, missing := "", ""
		if res.Table == nil && res.Nearest != nil {
			nearest = res.Nearest.Code
		}
		if len(res.Missing) == 1 {
			missing = res.Missing[0]
		}
		if nearest != c.nearest || missing != c.missing {
			t.Errorf("%s: %q lacks %q", c.name, nearest, res.Missing)
		}
	}
}

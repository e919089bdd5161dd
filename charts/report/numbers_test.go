package report

import (
	"slices"
	"testing"
)

// TestNumbersIn guards what counts as a number typed in: a figure that is missed goes out unverified; a day or a law that is taken
// for one teaches people not to read the list.
func TestNumbersIn(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Toàn tỉnh có 1.379 lượt khen thưởng.", []string{"1.379"}},
		{"Tỷ lệ đạt 45,99 % và 12% còn lại", []string{"45,99", "12"}},
		{"Khen 02 tập thể, 15 cá nhân; 3 hộ.", []string{"02", "15", "3"}},
		{"tăng 125 lượt so với năm 2024", []string{"125"}},
		{"có 2025 lượt trong năm 2025", []string{"2025"}},
		{"Năm 2025, các năm 2021-2025, giai đoạn 2021 - 2025", nil},
		{"ngày 30/6/2025, 1/7/2025, ngày 5 tháng 12 năm 2025, 15/12, tháng 7/2025, 2025-07-01, quý 3", nil},
		{"Nghị định số 152/2025/NĐ-CP, Luật 06/2022/QH15, Chỉ thị 39-CT/TW, Kế hoạch số: 41/KH-HĐTĐKT, Thông tư 15/2025/TT-BNV", nil},
		{"Điều 23, khoản 2, Điều 5 Nghị định 98, điểm 3 mục 1 chương 2, phụ lục 3, bảng 4, Mẫu 02, Biểu 0602, Bảng 12", nil},
		{"1. Kết quả chung", nil},
		{"2.1. Khen thưởng", nil},
		{"(3) Việc khác", nil},
		{"12 tập thể được khen", []string{"12"}},
		{"5) đề nghị", nil},
		{"đại hội lần thứ 11, khóa 20, đợt 2, lần 3", nil},
		{"Phường 5, Quận 10, Trường Trung học phổ thông số 2, Tổ dân phố 7, Công ty cổ phần 208, Quốc lộ 32", nil},
		{"trong 5 năm, 06 tháng đầu năm 2025, 9 tháng, 30 ngày, từ đủ 16 tuổi đến 30 tuổi, 2 năm qua", nil},
		{"ĐT: 0210 384 6647; 02103.846.647", nil},
		{"COVID-19, A4, QH15, G7", nil},
		{"còn 34 tỉnh, thành phố", []string{"34"}},
		{"kỳ 2025-H1, 2025-Q3, 2025-9T", nil},
		{"1.379 lượt (năm trước 2.143)", []string{"1.379", "2.143"}},
		{boundMark + " lượt, " + boundMark + " và 7 lượt nữa", []string{"7"}},
		{"khoản 2 Điều 3 và 14 lượt", []string{"14"}},
		{"khen thưởng 100%", []string{"100"}},
		{"There were 1,379 awards in 2025, 45.99% of all; Decree 30/2020, Article 8, 5 years, 31 December 2025", []string{"1,379", "45.99"}},
		{"bản dựng 9874d6da20b72320", nil},
		{"Tổng số 125 (năm trước 98), con số 45; chỉ số 12", []string{"125", "98", "45", "12"}},
		{"cấp 12 bằng khen, tặng 3 cờ, 7 huân chương các loại", []string{"12", "3", "7"}},
		{"theo Quyết định số 12, Trường tiểu học số 2", nil},
		{"số 5/QĐ-UBND và số lượng 5", []string{"5"}},
		{"tỷ lệ 12/15, 20/20 đơn vị", []string{"12", "15", "20", "20"}},
		{"Nghị quyết số 31/2011/NQ-HĐND17, nhiệm kỳ 2020-2025, mừng 2/9 và 19/5", nil},
		{"", nil},
	} {
		var got []string
		for _, n := range numbersIn(c.text) {
			got = append(got, c.text[n.From:n.To])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSentenceAt(t *testing.T) {
	text := "Câu một có 12 lượt. Câu hai: 1.379 lượt; phần ba 45,99 %! Hết"
	for _, c := range []struct{ at, want string }{
		{"12", "Câu một có 12 lượt."}, {"1.379", "Câu hai: 1.379 lượt;"}, {"45,99", "phần ba 45,99 %!"}, {"Hết", "Hết"}, {"Câu một", "Câu một có 12 lượt."},
	} {
		at := indexOf(text, c.at)
		if got := sentenceAt(text, at); got != c.want {
			t.Errorf("at %q: %q, want %q", c.at, got, c.want)
		}
	}
}

func indexOf(text, part string) int {
	for i := range text {
		if len(text)-i >= len(part) && text[i:i+len(part)] == part {
			return i
		}
	}
	return -1
}

func FuzzNumbersIn(f *testing.F) {
	f.Add("1.379 lượt, ngày 1/7/2025", 3)
	f.Fuzz(func(t *testing.T, text string, at int) {
		last := 0
		for _, n := range numbersIn(text) {
			if n.From < last || n.To <= n.From || n.To > len(text) {
				t.Fatalf("%q: %v", text, n)
			}
			last = n.To
		}
		if at >= 0 && at <= len(text) {
			sentenceAt(text, at)
		}
	})
}

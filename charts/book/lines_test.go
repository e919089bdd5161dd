package book

import "testing"

// A row is as high as its text needs: a line too few cuts it, a line too many leaves a hole. Seen in LibreOffice and measured in Times New Roman.
func TestLinesIn(t *testing.T) {
	for _, c := range []struct {
		name, text   string
		width, large float64
		want         int
	}{
		{"nothing", "", 10, 1, 1},
		{"capitals and digits are wide", "Luật 15/2003/QH11; Luật 06/2022/QH15", 34, 1, 2},
		{"and fit where there is room", "Luật 15/2003/QH11; Luật 06/2022/QH15", 38, 1, 1},
		{"marks take no room", "Huân chương Lao động hạng Nhất", 31, 1, 1},
		{"a path breaks at its hyphens", "2023/pt-bieu-0602-doi-chieu.xlsx", 25, 1, 2},
		{"a long word breaks anywhere", "mart_beneficiary_year/award_count?award_year=2025", 20, 1, 3},
		{"lines that are there", "2022\n14/16 đơn vị,\nsơ bộ", 13, 1.06, 3},
		{"large letters", "Năm 2025 có 1.379 lượt khen thưởng", 40, 1.45, 2},
		{"the same, usual", "Năm 2025 có 1.379 lượt khen thưởng", 40, 1, 1},
	} {
		if got := linesIn(c.text, c.width, c.large); got != c.want {
			t.Errorf("%s: %d lines of %q in %v, want %d (%v)", c.name, got, c.text, c.width, c.want, breadth(c.text))
		}
	}
}

package main

import "sort"

// lookupSheets are what the live template carries beside the list: hidden code lists and a visible page of
// instructions whose sample rows look like data and must not be counted.
func lookupSheets() []*sheet {
	codes := newSheet("HTKT")
	codes.Hidden = true
	codes.text(1, 1, "tenhinhthuckt", "")
	codes.text(1, 2, "mahinhthuckt", "")
	var names []string
	for _, f := range forms {
		names = append(names, f.name)
	}
	sort.Strings(names)
	for i, n := range names {
		codes.text(i+2, 1, n, "")
		codes.text(i+2, 2, "16712476"+yearText(10+i), "")
	}
	kinds := newSheet("phan loai kt")
	kinds.Hidden = true
	for i, n := range [][2]string{{"Khen thưởng cá nhân", "CANHAN"}, {"Khen thưởng tập thể", "TAPTHE"}, {"Khen thưởng hộ gia đình", "HOGIADINH"}} {
		kinds.text(i+2, 1, n[0], "")
		kinds.text(i+2, 2, n[1], "")
	}
	guide := newSheet("Hướng dẫn")
	guide.Widths = map[int]float64{1: 6, 2: 14, 3: 30, 4: 20, 5: 24, 6: 24, 7: 28, 8: 40}
	guide.span(1, 1, 1, 8, "HƯỚNG DẪN NHẬP DỮ LIỆU (các dòng dưới đây là ví dụ)", "title")
	for c, h := range []string{"STT", "Tên gọi\n(Ông/Bà/Chức danh)", "Tên tập thể/cá nhân/hộ gia đình", "Chức vụ", "Đơn vị công tác", "Phân loại khen thưởng", "Danh hiệu thi đua/Hình thức khen thưởng", "Phân loại đối tượng"} {
		guide.text(3, c+1, h, "head")
	}
	for i, line := range [][]string{
		{"1", "Ông", "Nguyễn Văn A", "Phó Giám đốc", "Sở B", "Khen thưởng cá nhân", "Bằng khen", "Các cấp lãnh đạo từ phó phòng trở lên"},
		{"2", "", "Sở C", "", "", "Khen thưởng tập thể", "Bằng khen", "Cơ quan Hành chính"},
	} {
		for c, t := range line {
			guide.text(4+i, c+1, t, "cell")
		}
	}
	return []*sheet{guide, codes, kinds}
}

package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

// manyWorkbooks writes n small lists of individuals, made up, one a department and year.
func manyWorkbooks(t testing.TB, dir string, n int) {
	t.Helper()
	dice := rand.New(rand.NewPCG(7, 7))
	units := []string{"SỞ Y TẾ", "SỞ TƯ PHÁP", "SỞ XÂY DỰNG", "SỞ TÀI CHÍNH", "SỞ CÔNG THƯƠNG"}
	provinces := []string{"PHÚ THỌ", "VĨNH PHÚC", "HÒA BÌNH"}
	for i := range n {
		unit, province, year := units[i%5], provinces[i/5%3], 2021+i/15%4
		list(t, filepath.Join(dir, fmt.Sprintf("bao-cao-%03d.xlsx", i)), province, unit, year, i/60+1, 6+dice.IntN(6), dice)
	}
}

// list writes one list of individuals with its head, as an office would.
func list(t testing.TB, path, province, unit string, year, round, rows int, dice *rand.Rand) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	lines := [][]any{
		{"UBND TỈNH " + province, nil, nil, nil, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
		{unit, nil, nil, nil, "Độc lập - Tự do - Hạnh phúc"},
		{fmt.Sprintf("DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM %d (ĐỢT %d)", year, round)},
		{"STT", "Họ và tên", "Giới tính", "Năm sinh", "Đơn vị công tác", "Đối tượng", "Hình thức khen thưởng", "Loại hình khen thưởng", "Số quyết định", "Ngày quyết định"},
	}
	names := []string{"Nguyễn Văn", "Trần Thị", "Lê Hồng", "Phạm Minh", "Hoàng Thu"}
	forms := []string{"Bằng khen của Chủ tịch UBND tỉnh", "Chiến sĩ thi đua cơ sở", "Lao động tiên tiến", "Giấy khen của Giám đốc Sở"}
	classes := []string{"Người trực tiếp công tác", "Công nhân", "Doanh nhân", ""}
	for r := range rows {
		lines = append(lines, []any{
			r + 1, fmt.Sprintf("%s Bịa %d", names[dice.IntN(5)], dice.IntN(1000000)), []string{"Nam", "Nữ"}[dice.IntN(2)], 1960 + dice.IntN(45), "Phòng Tổng hợp",
			classes[dice.IntN(4)], forms[dice.IntN(4)], []string{"Thường xuyên", "Chuyên đề"}[dice.IntN(2)], fmt.Sprintf("%d/QĐ-UBND", 100+r), fmt.Sprintf("%02d/12/%d", 1+dice.IntN(28), year),
		})
	}
	for i, cells := range lines {
		at, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := w.SetRow(at, cells); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

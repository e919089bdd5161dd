package layout

import "testing"

func TestTotalWords(t *testing.T) {
	for text, want := range map[string]bool{
		"Tổng cộng": true, "Cộng": true, "Tổng số": true, "Tổng": true, "Cộng khối xã": true, "TỔNG CỘNG (I+II)": true, "Tổng số: 25 người": true,
		"Tổng cộng: 03 tập thể": true, "Cộng:": true, "cong": true, "Cộng mang sang": true, "III. Tổng cộng": true, "Tổng số người": true, "Cộng I": true,
		"Tổng công ty Giấy Việt Nam": false, "Tổng cục Thuế": false, "Cộng đồng dân cư": false, "Công an tỉnh": false, "Công": false,
		"Công ty Cổ phần": false, "Tổng đội Thanh niên": false, "Tổ 1": false, "Gia đình ông Cộng": false, "Tổng hợp": false, "": false,
	} {
		if got := isTotal(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestSignatureWords(t *testing.T) {
	for text, want := range map[string]bool{
		"Người lập biểu": true, "NGƯỜI LẬP BIỂU\n(Ký, họ tên)": true, "Thủ trưởng đơn vị": true, "(Ký, họ tên, đóng dấu)": true, "(Ký, ghi rõ họ tên)": true,
		"Ký tên, đóng dấu": true, "Nơi nhận:": true, "TM. ỦY BAN NHÂN DÂN": true, "KT. CHỦ TỊCH": true, "PHÓ CHỦ TỊCH": true, "Giám đốc": true, "TL.CHỦ TỊCH": true,
		"Việt Trì, ngày 05 tháng 12 năm 2024": true, "...., ngày … tháng … năm 2024": true, "…………, Ngày…...tháng …… năm ……": true, "Xác nhận của đơn vị": true,
		"Nguyễn Văn A": false, "Giám đốc Công ty Mẫu": false, "Tổng cộng": false, "12/12/2024": false, "Khối Đảng": false, "TMQ": false, "": false,
	} {
		if got := isSignature(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestNumbering(t *testing.T) {
	for text, want := range map[string]level{
		"1": numberLevel, "01": numberLevel, "12.": numberLevel, "1.1": numberLevel + 1, "I": romanLevel, "IV.": romanLevel, "I.1": dottedLevel, "A": letterLevel,
		"a)": smallLevel, "-": dashLevel, "+": plusLevel, "Tổ 1": noLevel, "": noLevel, "1234567": noLevel, "C": letterLevel,
	} {
		if got := ordinalLevel(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"I. Danh hiệu": "Danh hiệu", "I.1 Các đơn vị": "Các đơn vị", "- Tập thể": "Tập thể", "+ Doanh nhân": "Doanh nhân", "1. Chia theo": "Chia theo",
		"A - KHỐI SỞ": "KHỐI SỞ", "Tổ 1": "Tổ 1", "Xuân Lộc": "Xuân Lộc", "a) Hộ": "Hộ", "I": "I",
	} {
		if got, _ := unmark(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

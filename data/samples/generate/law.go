package main

// form is an award form as this program knows it: who may receive it and who decides it.
type form struct {
	name    string // as written in a column of forms
	level   string // of a form with one level only
	people  bool   // individuals
	groups  bool   // collectives
	homes   bool   // households
	outside bool   // outside the state totals
}

var forms = map[string]form{
	"hc_khang_chien_nhat":        {"Huân chương Kháng chiến hạng Nhất", "nha_nuoc", true, false, false, false},
	"hc_khang_chien_nhi":         {"Huân chương Kháng chiến hạng Nhì", "nha_nuoc", true, false, false, false},
	"hc_khang_chien_ba":          {"Huân chương Kháng chiến hạng Ba", "nha_nuoc", true, false, false, false},
	"huyc_khang_chien_nhat":      {"Huy chương Kháng chiến hạng Nhất", "nha_nuoc", true, false, false, false},
	"huyc_khang_chien_nhi":       {"Huy chương Kháng chiến hạng Nhì", "nha_nuoc", true, false, false, false},
	"hc_chien_cong_ba":           {"Huân chương Chiến công hạng Ba", "nha_nuoc", true, true, false, false},
	"hc_bao_ve_to_quoc_ba":       {"Huân chương Bảo vệ Tổ quốc hạng Ba", "nha_nuoc", true, true, false, false},
	"hc_huu_nghi":                {"Huân chương Hữu nghị", "nha_nuoc", true, true, false, false},
	"huyc_huu_nghi":              {"Huy chương Hữu nghị", "nha_nuoc", true, false, false, false},
	"huyc_chien_si_ve_vang_nhat": {"Huy chương Chiến sĩ vẻ vang hạng Nhất", "nha_nuoc", true, false, false, false},
	"huyc_chien_si_ve_vang_nhi":  {"Huy chương Chiến sĩ vẻ vang hạng Nhì", "nha_nuoc", true, false, false, false},
	"huyc_chien_si_ve_vang_ba":   {"Huy chương Chiến sĩ vẻ vang hạng Ba", "nha_nuoc", true, false, false, false},
	"huyc_vi_an_ninh_to_quoc":    {"Huy chương Vì an ninh Tổ quốc", "nha_nuoc", true, false, false, false},
	"huyc_quan_ky_quyet_thang":   {"Huy chương Quân kỳ quyết thắng", "nha_nuoc", true, false, false, false},
	"nha_giao_uu_tu":             {"Nhà giáo ưu tú", "nha_nuoc", true, false, false, false},
	"hc_doc_lap_nhi":             {"Huân chương Độc lập hạng Nhì", "nha_nuoc", true, true, false, false},
	"hc_lao_dong_nhat":           {"Huân chương Lao động hạng Nhất", "nha_nuoc", true, true, false, false},
	"hc_lao_dong_nhi":            {"Huân chương Lao động hạng Nhì", "nha_nuoc", true, true, false, false},
	"hc_lao_dong_ba":             {"Huân chương Lao động hạng Ba", "nha_nuoc", true, true, false, false},
	"hc_doc_lap_ba":              {"Huân chương Độc lập hạng Ba", "nha_nuoc", true, true, false, false},
	"hc_dai_doan_ket":            {"Huân chương Đại đoàn kết dân tộc", "nha_nuoc", true, false, false, false},
	"hc_dung_cam":                {"Huân chương Dũng cảm", "nha_nuoc", true, false, false, false},
	"huyc_tnxp_ve_vang":          {"Huy chương Thanh niên xung phong vẻ vang", "nha_nuoc", true, false, false, false},
	"bk_thu_tuong":               {"Bằng khen của Thủ tướng Chính phủ", "nha_nuoc", true, true, true, false},
	"cstd_toan_quoc":             {"Chiến sĩ thi đua toàn quốc", "nha_nuoc", true, false, false, false},
	"co_chinh_phu":               {"Cờ thi đua của Chính phủ", "nha_nuoc", false, true, false, false},
	"bk_tinh":                    {"Bằng khen của Chủ tịch UBND tỉnh", "tinh", true, true, true, false},
	"cstd_tinh":                  {"Chiến sĩ thi đua cấp tỉnh", "tinh", true, false, false, false},
	"co_tinh":                    {"Cờ thi đua của UBND tỉnh", "tinh", false, true, false, false},
	"ttldxs":                     {"Tập thể lao động xuất sắc", "tinh", false, true, false, false},
	"xa_tieu_bieu":               {"Xã, phường, thị trấn tiêu biểu", "tinh", false, true, false, false},
	"ky_niem_chuong":             {"Kỷ niệm chương", "tinh", true, false, false, false},
	"cstd_co_so":                 {"Chiến sĩ thi đua cơ sở", "", true, false, false, false},
	"ldtt":                       {"Lao động tiên tiến", "", true, false, false, false},
	"ttldtt":                     {"Tập thể lao động tiên tiến", "", false, true, false, false},
	"thon_van_hoa":               {"Thôn, tổ dân phố văn hóa", "", false, true, false, false},
	"gia_dinh_van_hoa":           {"Gia đình văn hóa", "xa", false, false, true, false},
	"giay_khen":                  {"Giấy khen", "", true, true, true, false},
	"chung_nhan_doan_the":        {"Bằng khen của Tỉnh đoàn", "tinh", true, true, false, true},
}

// level is what the law leaves possible for a form that several authorities decide, seen from the sender:
// one possibility gives the level, more give "chua_ro" (the words of the return may still tell it).
func level(code string, from unit, on day) string {
	if l := forms[code].level; l != "" {
		return l
	}
	twoTier := !on.before(day{2025, 7, 1})
	switch from.kind {
	case "department", "mass_organisation":
		if code == "thon_van_hoa" {
			return "chua_ro"
		}
		return "so"
	case "district":
		switch code {
		case "cstd_co_so", "ttldtt", "thon_van_hoa":
			return "huyen"
		}
		return "chua_ro"
	case "enterprise":
		switch code {
		case "cstd_co_so", "ldtt", "ttldtt", "giay_khen":
			return "don_vi"
		}
	case "commune":
		if twoTier || code == "gia_dinh_van_hoa" {
			return "xa"
		}
		return "chua_ro"
	}
	return "chua_ro"
}

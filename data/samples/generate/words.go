package main

import "strings"

// upper writes Vietnamese text in capitals.
func upper(t string) string { return strings.ToUpper(t) }

// classWords are ways offices write the five classes; the first is that of the statistical form.
var classWords = map[string][]string{
	directWorker: {"Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu", "Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu (công nhân, nông dân,...)"},
	leaderOther:  {"Các cấp lãnh đạo khác từ phó phòng trở lên", "Các cấp lãnh đạo từ phó phòng trở lên"},
	leaderDept:   {"Lãnh đạo cấp vụ, sở, ngành và tương đương"},
	leaderTop:    {"Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên"},
	entrepreneur: {"Doanh nhân"},
}

var achievementWords = map[string][]string{
	"thuong_xuyen": {"Thường xuyên", "Công trạng", "Khen thưởng công trạng"},
	"chuyen_de":    {"Chuyên đề", "Theo đợt (chuyên đề)"},
	"dot_xuat":     {"Đột xuất"},
	"cong_hien":    {"Cống hiến", "Quá trình cống hiến"},
	"nien_han":     {"Niên hạn"},
	"doi_ngoai":    {"Đối ngoại"},
	"khang_chien":  {"Kháng chiến"},
}

// formWords are other ways to write a form; style 0 is forms[code].name.
var formWords = map[string][]string{
	"hc_lao_dong_nhat": {"HCLĐ hạng Nhất"},
	"hc_lao_dong_nhi":  {"HCLĐ hạng II"},
	"hc_lao_dong_ba":   {"HCLĐ hạng III", "Huân chương Lao động hạng 3"},
	"hc_doc_lap_ba":    {"Huân chương Độc Lập hạng Ba"},
	"bk_thu_tuong":     {"Bằng khen TTg", "Bằng khen Thủ tướng Chính phủ"},
	"cstd_toan_quoc":   {"CSTĐ toàn quốc", "Chiến sỹ thi đua toàn quốc"},
	"co_chinh_phu":     {"Cờ thi đua Chính phủ"},
	"bk_tinh":          {"BK UBND tỉnh", "Bằng khen của UBND tỉnh"},
	"cstd_tinh":        {"CSTĐ cấp tỉnh", "Chiến sỹ thi đua cấp tỉnh"},
	"co_tinh":          {"Cờ thi đua cấp tỉnh"},
	"ttldxs":           {"TTLĐXS", "Tập thể Lao động xuất sắc"},
	"cstd_co_so":       {"CSTĐCS", "Chiến sỹ thi đua cơ sở"},
	"ldtt":             {"LĐTT", "Lao động Tiên tiến"},
	"ttldtt":           {"TTLĐTT", "Tập thể Lao động tiên tiến"},
}

// formName writes a form in one of its styles (0 the full name).
func formName(code string, style int) string {
	if style == 0 || len(formWords[code]) == 0 {
		return forms[code].name
	}
	return formWords[code][(style-1)%len(formWords[code])]
}

// eventWords as a column "Tính chất tặng" has them.
var eventWords = map[string]string{"awarded": "Tặng", "posthumous": "Truy tặng", "revoked": "Thu hồi"}

// authorityWords of a level, as a column "Cơ quan quyết định" has them.
var authorityWords = map[string]string{
	"nha_nuoc": "Chủ tịch nước", "tinh": "Chủ tịch UBND tỉnh", "so": "Giám đốc Sở",
	"huyen": "Chủ tịch UBND huyện", "xa": "Chủ tịch UBND xã",
}

func lowerFirst(t string) string {
	r := []rune(t)
	return strings.ToLower(string(r[0])) + string(r[1:])
}

package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// The days on which the catalogue is asked: under the law of 2003, under that of 2022 with districts, and without them.
var law2003, law2022, today = Date{2022, 12, 31}, Date{2024, 12, 31}, Date{2025, 12, 31}

// since says under which of the three a name stands for its form.
type since int

const (
	always since = iota
	from2024
)

func (s since) on(d Date) bool { return s == always || d != law2003 }

// catalogue is §1.3 of the domain, A to I, line by line: number, name or abbreviation, form, level of who gives it where the
// form, the words or the law fix it, else chua_ro; two where districts are followed by communes. A name in force from 2024 resolves to nothing before.
var catalogue = []struct {
	no, name, code, level string
	since                 since
}{
	{"A1", "Huân chương Sao vàng", "hc_sao_vang", "nha_nuoc", always},
	{"A1", "HCSV", "hc_sao_vang", "nha_nuoc", always},
	{"A2", "Huân chương Hồ Chí Minh", "hc_ho_chi_minh", "nha_nuoc", always},
	{"A2", "HCHCM", "hc_ho_chi_minh", "nha_nuoc", always},
	{"A3", "Huân chương Độc Lập hạng Nhất", "hc_doc_lap_nhat", "nha_nuoc", always}, // capital L, as the vendor writes
	{"A5", "HCLĐ hạng III", "hc_lao_dong_ba", "nha_nuoc", always},
	{"A5", "HC LĐ hạng 3", "hc_lao_dong_ba", "nha_nuoc", always},
	{"A5", "HCLD hạng nhì", "hc_lao_dong_nhi", "nha_nuoc", always},
	{"A5", "Huân chương Lao động hạng Hai", "hc_lao_dong_nhi", "nha_nuoc", always}, // wrong, but seen and plain
	{"A8", "Huân chương Đại đoàn kết dân tộc", "hc_dai_doan_ket", "nha_nuoc", always},
	{"A8", "Huân chương Đại đoàn kết", "hc_dai_doan_ket", "nha_nuoc", always},
	{"A8", "HCĐĐK", "hc_dai_doan_ket", "nha_nuoc", always},
	{"A9", "Huân chương Dũng cảm", "hc_dung_cam", "nha_nuoc", always},
	{"A9", "HCDC", "hc_dung_cam", "nha_nuoc", always},
	{"A10", "Huân chương Hữu nghị", "hc_huu_nghi", "nha_nuoc", always},

	{"B1", "Huy chương Quân kỳ quyết thắng", "huyc_quan_ky_quyet_thang", "nha_nuoc", always},
	{"B1", "HC Quân kỳ quyết thắng", "", "", always}, // see TestOpenAndWrongNames
	{"B2", "Huy chương Vì an ninh Tổ quốc", "huyc_vi_an_ninh_to_quoc", "nha_nuoc", always},
	{"B3", "Huy chương Chiến sỹ vẻ vang hạng nhì", "huyc_chien_si_ve_vang_nhi", "nha_nuoc", always},
	{"B3", "HCCSVV hạng Ba", "huyc_chien_si_ve_vang_ba", "nha_nuoc", always},
	{"B4", "Huy chương Hữu nghị", "huyc_huu_nghi", "nha_nuoc", always},
	{"B5", "Huy chương Thanh niên xung phong vẻ vang", "huyc_tnxp_ve_vang", "nha_nuoc", from2024},

	{"C", "Tỉnh Anh hùng", "tinh_anh_hung", "nha_nuoc", always},
	{"C", "Thành phố Anh hùng", "thanh_pho_anh_hung", "nha_nuoc", always},
	{"C", "Bà mẹ Việt Nam anh hùng", "ba_me_viet_nam_anh_hung", "nha_nuoc", always},
	{"C", "BMVNAH", "ba_me_viet_nam_anh_hung", "nha_nuoc", always},
	{"C", "Anh hùng Lực lượng vũ trang nhân dân", "anh_hung_llvtnd", "nha_nuoc", always},
	{"C", "AHLLVTND", "anh_hung_llvtnd", "nha_nuoc", always},
	{"C", "Anh hùng Lao động", "anh_hung_lao_dong", "nha_nuoc", always},
	{"C", "AHLĐ", "anh_hung_lao_dong", "nha_nuoc", always},
	{"C", "Nhà giáo Nhân dân", "nha_giao_nhan_dan", "nha_nuoc", always},
	{"C", "nhà giáo nhân dân", "nha_giao_nhan_dan", "nha_nuoc", always},
	{"C", "NGND", "nha_giao_nhan_dan", "nha_nuoc", always},
	{"C", "Nhà giáo ưu tú", "nha_giao_uu_tu", "nha_nuoc", always},
	{"C", "NGƯT", "nha_giao_uu_tu", "nha_nuoc", always},
	{"C", "NGUT", "nha_giao_uu_tu", "nha_nuoc", always},
	{"C", "Thầy thuốc nhân dân", "thay_thuoc_nhan_dan", "nha_nuoc", always},
	{"C", "TTND", "thay_thuoc_nhan_dan", "nha_nuoc", always},
	{"C", "Thầy thuốc ưu tú", "thay_thuoc_uu_tu", "nha_nuoc", always},
	{"C", "TTƯT", "thay_thuoc_uu_tu", "nha_nuoc", always},
	{"C", "Nghệ sĩ nhân dân", "nghe_si_nhan_dan", "nha_nuoc", always},
	{"C", "NSND", "nghe_si_nhan_dan", "nha_nuoc", always},
	{"C", "Nghệ sỹ ưu tú", "nghe_si_uu_tu", "nha_nuoc", always},
	{"C", "NSƯT", "nghe_si_uu_tu", "nha_nuoc", always},
	{"C", "Nghệ nhân nhân dân", "nghe_nhan_nhan_dan", "nha_nuoc", always},
	{"C", "NNND", "nghe_nhan_nhan_dan", "nha_nuoc", always},
	{"C", "Nghệ nhân ưu tú", "nghe_nhan_uu_tu", "nha_nuoc", always},
	{"C", "NNƯT", "nghe_nhan_uu_tu", "nha_nuoc", always},

	{"D", "Giải thưởng Hồ Chí Minh", "giai_thuong_ho_chi_minh", "nha_nuoc", always},
	{"D", "GTHCM", "giai_thuong_ho_chi_minh", "nha_nuoc", always},
	{"D", "Giải thưởng Nhà nước", "giai_thuong_nha_nuoc", "nha_nuoc", always},
	{"D", "GTNN", "giai_thuong_nha_nuoc", "nha_nuoc", always},

	{"E1", "Chiến sĩ thi đua toàn quốc", "cstd_toan_quoc", "nha_nuoc", always},
	{"E1", "Chiến sỹ thi đua Toàn quốc", "cstd_toan_quoc", "nha_nuoc", always},
	{"E1", "CSTĐTQ", "cstd_toan_quoc", "nha_nuoc", always},
	{"E1", "CSTĐ toàn quốc", "cstd_toan_quoc", "nha_nuoc", always},
	{"E2", "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh", "cstd_tinh", "tinh", always},
	{"E2", "Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương", "cstd_tinh", "tinh", always},
	{"E2", "Chiến sĩ thi đua cấp tỉnh", "cstd_tinh", "tinh", always},
	{"E2", "Chiến sĩ thi đua thành phố", "cstd_tinh", "tinh", always},
	{"E2", "CSTĐCT", "cstd_tinh", "tinh", always},
	{"E2", "CSTĐT", "cstd_tinh", "tinh", always},
	{"E2", "CSTĐ tỉnh", "cstd_tinh", "tinh", always},
	{"E2", "CSTĐCB", "cstd_tinh", "bo", always},
	{"E3", "Chiến sĩ thi đua cơ sở", "cstd_co_so", "chua_ro", always},
	{"E3", "CSTĐCS", "cstd_co_so", "chua_ro", always},
	{"E3", "CSTĐ-CS", "cstd_co_so", "chua_ro", always},
	{"E3", "CSTD cơ sở", "cstd_co_so", "chua_ro", always},
	{"E4", "Lao động tiên tiến", "ldtt", "chua_ro", always},
	{"E4", "Chiến sĩ tiên tiến", "ldtt", "chua_ro", always},
	{"E4", "LĐTT", "ldtt", "chua_ro", always},
	{"E4", "LDTT", "ldtt", "chua_ro", always},
	{"E4", "CSTT", "ldtt", "chua_ro", always},
	{"E5", "Cờ thi đua của Chính phủ", "co_chinh_phu", "nha_nuoc", always},
	{"E5", "CTĐCP", "co_chinh_phu", "nha_nuoc", always},
	{"E5", "Cờ CP", "co_chinh_phu", "nha_nuoc", always},
	{"E5", "Cờ thi đua của Thủ tướng", "co_chinh_phu", "nha_nuoc", always}, // wrong, but seen and plain
	{"E6", "Cờ thi đua của Bộ, ban, ngành, tỉnh", "co_tinh", "tinh", always},
	{"E6", "Cờ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương", "co_tinh", "tinh", always},
	{"E6", "CTĐCT", "co_tinh", "tinh", always},
	{"E6", "CTĐCB", "co_tinh", "bo", always},
	{"E6", "Cờ thi đua của UBND tỉnh", "co_tinh", "tinh", always},
	{"E6", "Cờ đơn vị xuất sắc", "co_tinh", "tinh", always},
	{"E7", "Tập thể lao động xuất sắc", "ttldxs", "tinh", always},
	{"E7", "Đơn vị quyết thắng", "ttldxs", "tinh", always},
	{"E7", "TTLĐXS", "ttldxs", "tinh", always},
	{"E7", "TTLDXS", "ttldxs", "tinh", always},
	{"E7", "TT Lao động XS", "ttldxs", "tinh", always},
	{"E7", "ĐVQT", "ttldxs", "tinh", always},
	{"E8", "Tập thể lao động tiên tiến", "ttldtt", "chua_ro", always},
	{"E8", "Đơn vị tiên tiến", "ttldtt", "chua_ro", always},
	{"E8", "TTLĐTT", "ttldtt", "chua_ro", always},
	{"E8", "ĐVTT", "ttldtt", "chua_ro", always},
	{"E9", "Xã, phường, thị trấn tiêu biểu", "xa_tieu_bieu", "tinh", from2024},
	{"E9", "Xã, phường, đặc khu tiêu biểu", "xa_tieu_bieu", "tinh", from2024},
	{"E10", "Thôn, tổ dân phố văn hóa", "thon_van_hoa", "huyen, xa", always},
	{"E10", "Thôn, làng, bản, ấp, tổ dân phố văn hoá", "thon_van_hoa", "huyen, xa", always},
	{"E10", "Làng văn hóa", "thon_van_hoa", "huyen, xa", always},
	{"E10", "Khu phố văn hóa", "thon_van_hoa", "huyen, xa", always},
	{"E10", "Thôn văn hóa", "thon_van_hoa", "huyen, xa", always},
	{"E11", "Gia đình văn hóa", "gia_dinh_van_hoa", "xa", always},
	{"E11", "GĐVH", "gia_dinh_van_hoa", "xa", always},

	{"F", "Kỷ niệm chương", "ky_niem_chuong", "tinh", always},
	{"F", "Kỷ niệm chương, Huy hiệu", "ky_niem_chuong", "tinh", always},
	{"F", "Huy hiệu (kỷ niệm chương) của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương", "ky_niem_chuong", "tinh", always},
	{"F", "Kỷ niệm chương của Bộ Y tế", "ky_niem_chuong", "bo", always},
	{"F", "Kỷ niệm chương “Vì sự nghiệp giáo dục”", "ky_niem_chuong", "tinh", always},
	{"F", "KNC", "ky_niem_chuong", "tinh", always},

	{"BK1", "Bằng khen của Thủ tướng Chính phủ", "bk_thu_tuong", "nha_nuoc", always},
	{"BK1", "BKTTg", "bk_thu_tuong", "nha_nuoc", always},
	{"BK1", "BKTTCP", "bk_thu_tuong", "nha_nuoc", always},
	{"BK1", "BK TTg", "bk_thu_tuong", "nha_nuoc", always},
	{"BK1", "Bằng khen CP", "bk_thu_tuong", "nha_nuoc", always},
	{"BK1", "Bằng khen Chính phủ", "bk_thu_tuong", "nha_nuoc", always},
	{"BK2", "Bằng khen của Bộ, ban, ngành, tỉnh", "bk_tinh", "tinh", always},
	{"BK2", "Bằng khen của Chủ tịch UBND tỉnh", "bk_tinh", "tinh", always},
	{"BK2", "Bằng khen của UBND tỉnh", "bk_tinh", "tinh", always},
	{"BK2", "BK", "bk_tinh", "tinh", always},
	{"BK2", "BKT", "bk_tinh", "tinh", always},
	{"BK2", "BK UBND tỉnh", "bk_tinh", "tinh", always},
	{"BK2", "Bằng khen toàn diện", "bk_tinh", "tinh", always},
	{"BK2", "Bằng khen phong trào", "bk_tinh", "tinh", always},
	{"BK2", "Bằng khen của Bộ trưởng Bộ Nội vụ", "bk_tinh", "bo", always},
	{"BK3", "Bằng khen của Tư lệnh Quân khu 2", "bk_khac", "chua_ro", always},
	{"BK3", "Bằng khen của Đại học Quốc gia Hà Nội", "bk_khac", "chua_ro", always},

	{"G", "Bằng khen của Ban Thường vụ Tỉnh ủy", "chung_nhan_doan_the", "chua_ro", always},
	{"G", "Bằng khen BTV Tỉnh uỷ", "chung_nhan_doan_the", "chua_ro", always},
	{"G", "Giấy khen của Thành ủy Việt Trì", "chung_nhan_doan_the", "chua_ro", always},
	{"G", "Giấy khen của Đảng ủy Khối các cơ quan tỉnh", "chung_nhan_doan_the", "chua_ro", always},
	{"G", "Bằng khen của LĐLĐ tỉnh", "chung_nhan_doan_the", "chua_ro", always},
	{"G", "Giấy khen của Công đoàn ngành Giáo dục", "chung_nhan_doan_the", "chua_ro", always},
	{"G", "Bằng khen Tỉnh đoàn", "chung_nhan_doan_the", "chua_ro", always},
	{"G", "Bằng khen của Hội Nông dân tỉnh Phú Thọ", "chung_nhan_doan_the", "chua_ro", always},
	{"G", "Giấy khen của Hội Cựu chiến binh huyện Lâm Thao", "chung_nhan_doan_the", "chua_ro", always},
	{"G", "Bằng khen của Ủy ban MTTQ Việt Nam tỉnh", "chung_nhan_doan_the", "chua_ro", always},
	{"G", "Kỷ niệm chương của Liên đoàn Lao động tỉnh", "chung_nhan_doan_the", "chua_ro", always},
	{"G", "Cờ thi đua của Liên đoàn Lao động tỉnh", "chung_nhan_doan_the", "chua_ro", always},
	{"G", "Bằng Lao động sáng tạo", "chung_nhan_doan_the", "chua_ro", always},
	{"G", "Huy hiệu 50 năm tuổi Đảng", "chung_nhan_doan_the", "chua_ro", always},

	{"H", "Giấy khen", "giay_khen", "chua_ro", always},
	{"H", "GK", "giay_khen", "chua_ro", always},
	{"H", "Giấy khen của Thủ trưởng cơ quan, đơn vị thuộc bộ", "giay_khen", "chua_ro", always},
	{"H", "Giấy khen của Thủ trưởng cơ quan chuyên môn và tương đương thuộc UBND cấp tỉnh", "giay_khen", "so", always},
	{"H", "Giấy khen của Chủ tịch UBND cấp huyện", "giay_khen", "huyen", always},
	{"H", "GK huyện", "giay_khen", "huyen", always},
	{"H", "Giấy khen của Chủ tịch UBND cấp xã", "giay_khen", "xa", always},
	{"H", "GK xã", "giay_khen", "xa", always},
	{"H", "Giấy khen của Giám đốc doanh nghiệp", "giay_khen", "don_vi", always},
	{"H", "Giấy khen của Chủ tịch Hội đồng quản trị", "giay_khen", "don_vi", always},
	{"H", "Giấy khen của Giám đốc hợp tác xã", "giay_khen", "don_vi", always},

	{"I", "Bằng Có công với nước", "bang_co_cong_voi_nuoc", "nha_nuoc", always},
	{"I", "Bảng vàng danh dự", "bang_vang_danh_du", "nha_nuoc", always},
	{"I", "Bằng Tổ quốc ghi công", "bang_to_quoc_ghi_cong", "nha_nuoc", always},
	{"I", "Kỷ niệm chương chiến sĩ cách mạng bị địch bắt, tù đày", "knc_tu_day", "nha_nuoc", always},
	{"I", "KNC tù đày", "knc_tu_day", "nha_nuoc", always},
	{"I", "Huân chương Kháng chiến chống Mỹ cứu nước hạng Nhì", "hc_khang_chien_nhi", "nha_nuoc", always},
	{"I", "Huy chương Kháng chiến hạng Nhất", "huyc_khang_chien_nhat", "nha_nuoc", always},
}

// A spelling that leads to another form, or to none, counts an award under the wrong heading or refuses a whole return.
func TestCatalogue(t *testing.T) {
	ref := reference(t)
	for _, c := range catalogue {
		for _, on := range []Date{law2003, law2022, today} {
			m, ok := ref.ResolveForm(c.name, on)
			if want := c.since.on(on) && c.code != ""; ok != want || ok && m.Code != c.code {
				t.Errorf("%s %q on %s: %+v, want %s (%v)", c.no, c.name, on, m, c.code, want)
				continue
			}
			if !ok {
				continue
			}
			level := m.LevelFromWords
			if level == "" {
				level = ref.LevelByLaw(m.Code, "board", on)
			}
			want := c.level
			if with, without, changes := strings.Cut(c.level, ", "); changes && on == today {
				want = without
			} else if changes {
				want = with
			}
			if level != want {
				t.Errorf("%s %q on %s: level %s, want %s", c.no, c.name, on, level, want)
			}
			if outside := c.code == "chung_nhan_doan_the"; m.OutsideState && !outside || outside && ref.countsInState(m.Code) {
				t.Errorf("%s %q: outside the state %v, code %s", c.no, c.name, m.OutsideState, m.Code)
			}
		}
	}
}

func (r *Reference) countsInState(code string) bool {
	f, _ := r.Form(code, Date{})
	return f.CountsInState
}

// Every order and medal with classes, in every spelling of its name and of its class.
func TestCatalogueClasses(t *testing.T) {
	classes := map[string][]string{
		"nhat": {"hạng Nhất", "hạng nhất", "Hạng I", "hạng 1", "(hạng Nhất)", "- hạng I", "Nhất", "I", "1"},
		"nhi":  {"hạng Nhì", "hạng nhì", "Hạng II", "hạng 2", "hạng Hai", "(hạng Nhì)", "Nhì", "II", "2"},
		"ba":   {"hạng Ba", "hạng ba", "Hạng III", "hạng 3", "(hạng Ba)", "Ba", "III", "3"},
	}
	three, two := []string{"nhat", "nhi", "ba"}, []string{"nhat", "nhi"}
	ref := reference(t)
	for _, c := range []struct {
		no, stem string
		classes  []string
		names    []string
	}{
		{"A3", "hc_doc_lap", three, []string{"Huân chương Độc lập", "HC Độc lập", "HCĐL", "HC ĐL"}},
		{"A4", "hc_quan_cong", three, []string{"Huân chương Quân công", "HC Quân công", "HCQC"}},
		{"A5", "hc_lao_dong", three, []string{"Huân chương Lao động", "HC Lao động", "HCLĐ", "HCLD", "HC LĐ", "Huân chương LĐ"}},
		{"A6", "hc_bao_ve_to_quoc", three, []string{"Huân chương Bảo vệ Tổ quốc", "HC Bảo vệ Tổ quốc", "HCBVTQ"}},
		{"A7", "hc_chien_cong", three, []string{"Huân chương Chiến công", "HC Chiến công", "HCCC"}},
		{"B3", "huyc_chien_si_ve_vang", three, []string{"Huy chương Chiến sĩ vẻ vang", "Huy chương Chiến sỹ vẻ vang", "HCCSVV", "HC Chiến sĩ vẻ vang"}},
		{"I", "hc_khang_chien", three, []string{"Huân chương Kháng chiến", "Huân chương Kháng chiến chống Pháp", "Huân chương Kháng chiến chống Mỹ", "Huân chương Kháng chiến chống Mỹ, cứu nước"}},
		{"I", "huyc_khang_chien", two, []string{"Huy chương Kháng chiến", "Huy chương Kháng chiến chống Pháp", "Huy chương Kháng chiến chống Mỹ", "Huy chương Kháng chiến chống Mỹ, cứu nước"}},
		{"I", "hc_chien_thang", three, []string{"Huân chương Chiến thắng"}},
		{"I", "huyc_chien_thang", two, []string{"Huy chương Chiến thắng"}},
	} {
		for _, name := range c.names {
			var all []string
			for _, class := range c.classes {
				all = append(all, c.stem+"_"+class)
				for _, spelling := range classes[class] {
					for _, on := range []Date{law2003, law2022, today} {
						if m, _ := ref.ResolveForm(name+" "+spelling, on); m.Code != c.stem+"_"+class {
							t.Errorf("%s %q on %s: %+v, want %s", c.no, name+" "+spelling, on, m, c.stem+"_"+class)
						}
					}
				}
			}
			slices.Sort(all)
			if m, ok := ref.ResolveForm(name, today); ok || !slices.Equal(m.Candidates, all) {
				t.Errorf("%s %q without its class: %+v, want the candidates %v", c.no, name, m, all)
			}
		}
	}
}

// What can mean two forms, or none, never resolves: the sender is asked, with the forms that come into question.
func TestOpenAndWrongNames(t *testing.T) {
	ref := reference(t)
	for _, c := range []struct {
		name                    string
		candidates, suggestions string
	}{
		{"HC", "", ""},
		{"TT", "", ""},
		{"BK Sở", "bk_tinh", "giay_khen"},
		{"HCHN", "hc_huu_nghi huyc_huu_nghi", ""},
		{"HC Hữu nghị", "hc_huu_nghi huyc_huu_nghi", ""},
		{"HC Kháng chiến hạng Nhất", "hc_khang_chien_nhat huyc_khang_chien_nhat", ""},
		{"HCKC hạng II", "hc_khang_chien_nhi huyc_khang_chien_nhi", ""},
		{"HC Chiến thắng hạng Nhì", "hc_chien_thang_nhi huyc_chien_thang_nhi", ""},
		{"CSTĐ", "cstd_co_so cstd_tinh cstd_toan_quoc", ""},
		{"Chiến sỹ thi đua", "cstd_co_so cstd_tinh cstd_toan_quoc", ""},
		{"CTĐ", "co_chinh_phu co_tinh", ""},
		{"Huân chương Chiến sĩ vẻ vang (hạng nhất)", "", "huyc_chien_si_ve_vang_nhat"},
		{"Huân chương Chiến sỹ vẻ vang", "", "huyc_chien_si_ve_vang_ba huyc_chien_si_ve_vang_nhat huyc_chien_si_ve_vang_nhi"},
		{"Huân chương Quân kỳ quyết thắng", "", "huyc_quan_ky_quyet_thang"},
		{"Huân chương Vì an ninh Tổ quốc", "", "huyc_vi_an_ninh_to_quoc"},
		{"Bằng khen của Giám đốc Sở Y tế", "bk_tinh", "giay_khen"},
		{"Giấy khen của Chủ tịch UBND tỉnh", "giay_khen", "bk_tinh"},
	} {
		m, ok := ref.ResolveForm(c.name, today)
		if got := strings.Join(m.Candidates, " "); ok || got != c.candidates || strings.Join(m.Suggestions, " ") != c.suggestions {
			t.Errorf("%q: %v %+v, want candidates %q, suggestions %q", c.name, ok, m, c.candidates, c.suggestions)
		}
	}
}

// §1.5, all phrases: the statistics form, the words of the law of 2003 and of 2022, the vendors and the plans.
func TestAchievementWords(t *testing.T) {
	ref := reference(t)
	for code, words := range map[string][]string{
		"thuong_xuyen": {"Thường xuyên", "theo công trạng và thành tích đạt được", "khen thưởng công trạng", "Công trạng", "Khen thưởng thường xuyên", "thành tích năm học"},
		"chuyen_de": {"Chuyên đề", "theo đợt (hoặc chuyên đề)", "phong trào thi đua, cuộc vận động", "khen thưởng phong trào thi đua", "Đợt", "Theo đợt (chuyên đề)",
			"Khen thưởng phong trào thi đua, các chuyên đề, các cuộc vận động có sơ kết, tổng kết"},
		"dot_xuat":           {"Đột xuất", "khen thưởng đột xuất", "Thành tích đột xuất"},
		"doi_ngoai":          {"Đối ngoại", "khen thưởng đối ngoại"},
		"cong_hien":          {"Cống hiến", "Cống hiến.", "quá trình cống hiến", "khen thưởng quá trình cống hiến"},
		"nien_han":           {"Niên hạn", "theo niên hạn (công tác)", "khen thưởng theo niên hạn"},
		"khang_chien":        {"Kháng chiến", "tổng kết thành tích các giai đoạn cách mạng", "Khen thưởng thành tích kháng chiến"},
		"chuyen_de_dot_xuat": {"Khen thưởng chuyên đề, đột xuất", "Chuyên đề và đột xuất"},
		"":                   {"Khen cao", "Danh hiệu", "Đợt 1", ""},
	} {
		for _, w := range words {
			if got, ok := ref.AchievementByAlias(w); got != code || ok != (code != "") {
				t.Errorf("%q: %q, want %q", w, got, code)
			}
		}
	}
	for i, code := range []string{"thuong_xuyen", "chuyen_de", "dot_xuat", "doi_ngoai", "cong_hien", "nien_han", "khang_chien"} {
		at := slices.IndexFunc(ref.Achievements, func(a Achievement) bool { return a.Code == code })
		if order := ref.Achievements[at].Order; order != i+1 {
			t.Errorf("%s stands %d., want %d. as in the official form", code, order, i+1)
		}
	}
}

// LĐTT is a title where a form stands and direct workers where a class stands: neither list answers for the other.
func TestShortWordsByTheirPlace(t *testing.T) {
	ref := reference(t)
	for _, c := range []struct{ word, form, class string }{
		{"LĐTT", "ldtt", ""},
		{"Lao động trực tiếp", "", "direct_worker"},
		{"CSTT", "ldtt", ""},
		{"Công nhân, nông dân", "", "direct_worker"},
		{"Doanh nhân", "", "entrepreneur"},
		{"TT", "", ""},
		{"CN", "", ""},
	} {
		m, _ := ref.ResolveForm(c.word, today)
		class, _ := ref.ClassByAlias(c.word)
		if got, want := fmt.Sprint(m.Code, "|", class), fmt.Sprint(c.form, "|", c.class); got != want {
			t.Errorf("%s: form and class %s, want %s", c.word, got, want)
		}
		if codes := ref.FormByAlias(c.word); len(codes) > 0 {
			t.Errorf("%s names the form %v outside a form's place", c.word, codes)
		}
	}
}

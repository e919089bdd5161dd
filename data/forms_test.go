package data

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func reference(t *testing.T) *Reference {
	t.Helper()
	ref, err := LoadReference()
	if err != nil {
		t.Fatal(err)
	}
	return ref
}

func TestResolveForm(t *testing.T) {
	ref := reference(t)
	open := func(codes ...string) []string { return codes }
	for _, c := range []struct {
		text string
		want FormMatch
	}{
		{"Bằng khen", FormMatch{Code: "bk_tinh"}},
		{"Bằng khen của Chủ tịch UBND tỉnh", FormMatch{Code: "bk_tinh", LevelFromWords: "tinh"}},
		{"Bằng khen UBND tỉnh Vĩnh Phúc", FormMatch{Code: "bk_tinh", LevelFromWords: "tinh"}},
		{"Bằng khen do Chủ tịch UBND tỉnh tặng", FormMatch{Code: "bk_tinh", LevelFromWords: "tinh"}},
		{"Bằng khen của Bộ Y tế", FormMatch{Code: "bk_tinh", LevelFromWords: "bo"}},
		{"Bằng khen của Bộ trưởng Bộ Giáo dục và Đào tạo", FormMatch{Code: "bk_tinh", LevelFromWords: "bo"}},
		{"Bằng khen của Thanh tra Chính phủ", FormMatch{Code: "bk_tinh", LevelFromWords: "bo"}},
		{"Bằng khen của Bộ, ban, ngành, tỉnh", FormMatch{Code: "bk_tinh"}},
		{"Bằng khen TTg", FormMatch{Code: "bk_thu_tuong", LevelFromWords: "nha_nuoc"}},
		{"BKTTCP", FormMatch{Code: "bk_thu_tuong"}},
		{"BK", FormMatch{Code: "bk_tinh"}},
		{"Bằng khen Giám đốc Sở", FormMatch{LevelFromWords: "so", Candidates: open("bk_tinh"), Suggestions: open("giay_khen")}},
		{"Bằng khen của Giám đốc Sở Y tế", FormMatch{LevelFromWords: "so", Candidates: open("bk_tinh"), Suggestions: open("giay_khen")}},
		{"Bằng khen của UBND huyện Lâm Thao", FormMatch{LevelFromWords: "huyen", Candidates: open("bk_tinh"), Suggestions: open("giay_khen")}},
		{"Giấy khen của Chủ tịch UBND tỉnh", FormMatch{LevelFromWords: "tinh", Candidates: open("giay_khen"), Suggestions: open("bk_tinh")}},
		{"Bằng khen của BTV Tỉnh ủy", FormMatch{Code: "chung_nhan_doan_the", OutsideState: true}},
		{"Bằng khen LĐLĐ tỉnh Phú Thọ", FormMatch{Code: "chung_nhan_doan_the", OutsideState: true}},
		{"Bằng khen của Tỉnh đoàn", FormMatch{Code: "chung_nhan_doan_the", OutsideState: true}},
		{"Giấy khen của Ban Thường vụ Huyện ủy Lâm Thao", FormMatch{Code: "chung_nhan_doan_the", OutsideState: true}},
		{"Giấy khen", FormMatch{Code: "giay_khen"}},
		{"Giấy khen của Chủ tịch UBND huyện", FormMatch{Code: "giay_khen", LevelFromWords: "huyen"}},
		{"Giấy khen của UBND huyện Lâm Thao", FormMatch{Code: "giay_khen", LevelFromWords: "huyen"}},
		{"Giấy khen của Chủ tịch UBND TP Việt Trì", FormMatch{Code: "giay_khen", LevelFromWords: "huyen"}},
		{"Giấy khen của Chủ tịch UBND xã Hy Cương", FormMatch{Code: "giay_khen", LevelFromWords: "xa"}},
		{"Giấy khen của Giám đốc Sở", FormMatch{Code: "giay_khen", LevelFromWords: "so"}},
		{"Giấy khen của Giám đốc Sở GD&ĐT tỉnh Hòa Bình", FormMatch{Code: "giay_khen", LevelFromWords: "so"}},
		{"Giấy khen của Giám đốc Công ty cổ phần ABC", FormMatch{Code: "giay_khen", LevelFromWords: "don_vi"}},
		{"GK xã", FormMatch{Code: "giay_khen", LevelFromWords: "xa"}},
		{"HCLĐ hạng III", FormMatch{Code: "hc_lao_dong_ba"}},
		{"HC LĐ hạng 3", FormMatch{Code: "hc_lao_dong_ba"}},
		{"Huân chương Lao động hạng Hai", FormMatch{Code: "hc_lao_dong_nhi"}},
		{"Huân chương Lao động hạng nhất của Chủ tịch nước", FormMatch{Code: "hc_lao_dong_nhat", LevelFromWords: "nha_nuoc"}},
		{"Huân chương Lao động", FormMatch{Candidates: open("hc_lao_dong_ba", "hc_lao_dong_nhat", "hc_lao_dong_nhi")}},
		{"Huy chương Chiến sỹ vẻ vang hạng Nhì", FormMatch{Code: "huyc_chien_si_ve_vang_nhi"}},
		{"HC", FormMatch{}},
		{"TT", FormMatch{}},
		{"", FormMatch{}},
		{"LĐTT", FormMatch{Code: "ldtt"}},
		{"CSTT", FormMatch{Code: "ldtt"}},
		{"CSTĐ-CS", FormMatch{Code: "cstd_co_so"}},
		{"Chiến sỹ thi đua cơ sở", FormMatch{Code: "cstd_co_so"}},
		{"Danh hiệu “Chiến sĩ thi đua cơ sở”", FormMatch{Code: "cstd_co_so"}},
		{"Chiến sĩ thi đua cấp bộ, cấp tỉnh", FormMatch{Code: "cstd_tinh"}},
		{"CSTĐ cấp tỉnh Phú Thọ", FormMatch{Code: "cstd_tinh", LevelFromWords: "tinh"}},
		{"CSTĐCB", FormMatch{Code: "cstd_tinh", LevelFromWords: "bo"}},
		{"Cờ thi đua cấp bộ", FormMatch{Code: "co_tinh", LevelFromWords: "bo"}},
		{"Cờ thi đua của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương", FormMatch{Code: "co_tinh"}},
		{"Huy hiệu (kỷ niệm chương) của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương", FormMatch{Code: "ky_niem_chuong"}},
		{"Cờ thi đua", FormMatch{Candidates: open("co_chinh_phu", "co_tinh")}},
		{"Cờ thi đua của Bộ Y tế", FormMatch{Code: "co_tinh", LevelFromWords: "bo"}},
		{"Cờ thi đua của Sở Y tế", FormMatch{LevelFromWords: "so", Candidates: open("co_chinh_phu", "co_tinh")}},
		{"Chiến sĩ thi đua cơ sỡ cấp", FormMatch{Suggestions: open("cstd_co_so")}},
		{"Bằng khen UBND tỉnh và Giấy khen Sở Y tế", FormMatch{}},
		{"Bằng khen Sở Y tế và Giấy khen Công ty ABC", FormMatch{}},
	} {
		t.Run(c.text, func(t *testing.T) {
			got, ok := ref.ResolveForm(c.text, Date{2024, 12, 31})
			if diff := cmp.Diff(c.want, got); diff != "" || ok != (c.want.Code != "") {
				t.Errorf("ok %v (-want +got):\n%s", ok, diff)
			}
		})
	}
}

func TestResolveFormAsksTheDate(t *testing.T) {
	ref := reference(t)
	for _, c := range []struct {
		text string
		on   Date
		ok   bool
	}{
		{"Xã, phường, thị trấn tiêu biểu", Date{2023, 12, 31}, false},
		{"Xã, phường, thị trấn tiêu biểu", Date{2024, 1, 1}, true},
		{"Xã, phường, đặc khu tiêu biểu", Date{2025, 7, 1}, true},
		{"Huy chương Thanh niên xung phong vẻ vang", Date{2022, 5, 1}, false},
		{"Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương", Date{2025, 1, 1}, true}, // the old name stays in use
		{"Huy chương Thanh niên xung phong vẻ vang", Date{}, true},
	} {
		m, ok := ref.ResolveForm(c.text, c.on)
		if ok != c.ok || !ok && len(m.Candidates) != 1 {
			t.Errorf("%s on %s: %v %+v", c.text, c.on, ok, m)
		}
	}
}

// Every spelling that stands in the lists must lead to its form through the one door that ingest uses.
func TestEverySpellingResolves(t *testing.T) {
	ref := reference(t)
	for _, f := range ref.Forms {
		on := f.ValidFrom
		if on.IsZero() {
			on = Date{2022, 6, 30}
		}
		names := []string{f.DisplayVI}
		if f.Class == "" {
			names = append(names, f.NameVI)
		}
		for _, a := range ref.FormAliases {
			m, ok := ref.ResolveForm(a.Alias, on)
			switch {
			case a.Form != f.Code:
			case a.Context == "open" && (ok || !slices.Contains(m.Candidates, f.Code)):
				t.Errorf("%q is open between forms: %+v, want %s among the candidates", a.Alias, m, f.Code)
			case a.Context == "wrong" && (ok || !slices.Contains(m.Suggestions, f.Code)):
				t.Errorf("%q is a wrong name: %+v, want %s among the suggestions", a.Alias, m, f.Code)
			case a.Context == "any" || a.Context == "form":
				names = append(names, a.Alias)
			}
		}
		for _, name := range names {
			if m, _ := ref.ResolveForm(name, on); m.Code != f.Code {
				t.Errorf("%q on %s: %+v, want %s", name, on, m, f.Code)
			}
		}
		if f.Class != "" {
			if codes := ref.FormByAlias(f.NameVI); !slices.Contains(codes, f.Code) || len(codes) < 2 {
				t.Errorf("%q without its class leads to %v", f.NameVI, codes)
			}
		}
	}
}

// An abbreviation that means a form only in a form's place must not name one elsewhere: LĐTT is also lao động trực tiếp.
func TestFormContext(t *testing.T) {
	ref := reference(t)
	for _, text := range []string{"LĐTT", "CSTT", "BK", "BKT", "GK", "KNC", "TTND", "TTƯT", "TT", "HC", "CSTĐ", "CTĐ"} {
		if codes := ref.FormByAlias(text); len(codes) > 0 {
			t.Errorf("%s names %v outside a form's place", text, codes)
		}
	}
}

func TestResolveAuthority(t *testing.T) {
	ref := reference(t)
	for _, c := range []struct {
		text  string
		level string
		ok    bool
	}{
		{"Chủ tịch UBND tỉnh", "tinh", true},
		{"UBND tỉnh Phú Thọ", "tinh", true},
		{"Giám đốc Sở Y tế", "so", true},
		{"Sở LĐ-TB&XH", "so", true},
		{"Chủ tịch UBND huyện Lâm Thao", "huyen", true},
		{"UBND TP. Việt Trì", "huyen", true},
		{"Chủ tịch UBND phường Gia Cẩm", "xa", true},
		{"Bộ trưởng Bộ Công an", "bo", true},
		{"Thủ tướng Chính phủ", "nha_nuoc", true},
		{"Hiệu trưởng Trường Đại học Hùng Vương", "don_vi", true},
		{"Hội Liên hiệp Phụ nữ tỉnh", "chua_ro", true},
		{"Chủ tịch UBND huyện Không Có", "", false},
		{"", "", false},
	} {
		got, ok := ref.ResolveAuthority(c.text)
		if ok != c.ok || got.Level != c.level || got.OutsideState != (c.level == "chua_ro") {
			t.Errorf("%q: %+v %v, want %q", c.text, got, ok, c.level)
		}
	}
}

func TestLevelByLaw(t *testing.T) {
	ref := reference(t)
	before, after := Date{2025, 6, 30}, Date{2025, 7, 1}
	for _, c := range []struct {
		form, sender string
		on           Date
		want         string
	}{
		{"hc_lao_dong_ba", "commune", before, "nha_nuoc"},
		{"bk_tinh", "department", before, "tinh"},
		{"ky_niem_chuong", "department", before, "tinh"},
		{"giay_khen", "department", before, "so"},
		{"giay_khen", "enterprise", before, "don_vi"},
		{"giay_khen", "district", before, "chua_ro"}, // its chairman or a commune's
		{"giay_khen", "commune", before, "chua_ro"},
		{"giay_khen", "commune", after, "xa"},
		{"giay_khen", "board", before, "chua_ro"},
		{"cstd_co_so", "district", before, "huyen"},
		{"cstd_co_so", "commune", before, "huyen"}, // a commune proposes, the district decides
		{"cstd_co_so", "commune", after, "xa"},
		{"thon_van_hoa", "district", before, "huyen"},
		{"gia_dinh_van_hoa", "district", before, "xa"},
		{"ldtt", "school_or_hospital", before, "chua_ro"},
		{"chung_nhan_doan_the", "department", before, "chua_ro"},
		{"no_such_form", "department", before, "chua_ro"},
	} {
		if got := ref.LevelByLaw(c.form, c.sender, c.on); got != c.want {
			t.Errorf("%s of %s on %s: %s, want %s", c.form, c.sender, c.on, got, c.want)
		}
	}
}

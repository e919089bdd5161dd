package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/ingest/load"
)

// The state-level form with its four header rows: groups, forms, classes, recipients.
const form0602 = `
Biểu số: 0602.N/BNV-TĐKT||||Đơn vị báo cáo: Ban Thi đua - Khen thưởng tỉnh Phú Thọ
SỐ LƯỢNG KHEN THƯỞNG CẤP NHÀ NƯỚC
Năm 2023
|Mã số|Đơn vị tính|Tổng số|Chia ra
||||Các loại huân chương, huy chương||||Giải thưởng Nhà nước|Cờ thi đua của Chính phủ|Bằng khen của Thủ tướng Chính phủ||Các hình thức khen thưởng khác
||||Huân chương Lao động|||Huân chương Sao vàng|
||||Hạng Nhất||Hạng Ba
||||Tập thể|Cá nhân|Tập thể|Cá nhân|Cá nhân|Tập thể|Tập thể|Cá nhân|
A|B|C|1|2||||3|6|7||9
Tổng số|01||40|2|3|4||1|5|9|16
1. Chia theo đơn vị ban hành tờ trình Thủ tướng Chính phủ về khen thưởng
- Bộ, ban, ngành, đoàn thể Trung ương|02|Bộ, ngành|1||1|||||
- Tỉnh, thành phố trực thuộc Trung ương|03|Tỉnh,TP|39|2|2|4||1|5|9|16
3. Chia theo đối tượng khen thưởng
- Tập thể|06|Tập thể|20|2|x|4||%s|5|9|-
Trong đó: Doanh nghiệp|07|Doanh nghiệp|3|1||2
- Hộ gia đình|08|Hộ|1||||||||1
- Cá nhân|09|Người|19||3|||1|||15
+ Lãnh đạo cấp vụ, sở, ngành và tương đương|11|Người|4||2||||||2
+ Người trực tiếp công tác, lao động, học tập|14|Người|13||1||||||12
3. Chia theo phương thức khen thưởng
- Thường xuyên|15||38|2|3|4||1|5|9|14
- Cống hiến.|19||1||||||||1
`

func TestForm0602(t *testing.T) {
	b := readPages(t, intake{}, page{"B", fmt.Sprintf(form0602, "")})
	if got := codes(b); got != "" {
		t.Error(got)
	}
	if got := b.Returns[0].Form; got != "bieu_0602" {
		t.Fatal(got)
	}
	want := []string{
		"E15 hc_lao_dong_nhat collective_count chua_ro 2", "E15 hc_lao_dong_nhat award_count chua_ro 2",
		"G15 hc_lao_dong_ba collective_count chua_ro 4", "G15 hc_lao_dong_ba award_count chua_ro 4",
		"J15 co_chinh_phu collective_count chua_ro 5", "J15 co_chinh_phu award_count chua_ro 5",
		"K15 bk_thu_tuong collective_count chua_ro 9", "K15 bk_thu_tuong award_count chua_ro 9",
		"E16 hc_lao_dong_nhat enterprise_count chua_ro 1", "G16 hc_lao_dong_ba enterprise_count chua_ro 2",
		"L17 bk_thu_tuong household_count chua_ro 1", "L17 bk_thu_tuong award_count chua_ro 1",
		"F18 hc_lao_dong_nhat individual_count chua_ro 3", "F18 hc_lao_dong_nhat award_count chua_ro 3",
		"I18 giai_thuong_nha_nuoc individual_count chua_ro 1", "I18 giai_thuong_nha_nuoc award_count chua_ro 1",
		"L18 bk_thu_tuong individual_count chua_ro 15", "L18 bk_thu_tuong award_count chua_ro 15",
		"F19 hc_lao_dong_nhat leader_department_count chua_ro 2", "L19 bk_thu_tuong leader_department_count chua_ro 2",
		"F20 hc_lao_dong_nhat direct_worker_count chua_ro 1", "L20 bk_thu_tuong direct_worker_count chua_ro 12",
		"E22 hc_lao_dong_nhat achievement_count thuong_xuyen 2", "F22 hc_lao_dong_nhat achievement_count thuong_xuyen 3",
		"G22 hc_lao_dong_ba achievement_count thuong_xuyen 4", "I22 giai_thuong_nha_nuoc achievement_count thuong_xuyen 1",
		"J22 co_chinh_phu achievement_count thuong_xuyen 5",
		"K22 bk_thu_tuong achievement_count thuong_xuyen 9", "L22 bk_thu_tuong achievement_count thuong_xuyen 14",
		"L23 bk_thu_tuong achievement_count cong_hien 1",
	}
	if d := cmp.Diff(want, brief(b)); d != "" {
		t.Error(d)
	}
	for _, tally := range b.Tallies {
		if tally.Level != "nha_nuoc" {
			t.Errorf("%s: level %s", tally.Cell, tally.Level)
		}
	}
	// The proposers split the total: they are checked and never counted.
	if got := reasonsOf(b, "F12", "E13", "F15", "L15"); got != "breakdown breakdown no-figure-here no-figure-here" {
		t.Error(got)
	}
}

// brief lists the figures of a return of one unit, year and level: cell, form, measure, type, amount.
func brief(b *load.Batch) (out []string) {
	for _, t := range b.Tallies {
		out = append(out, fmt.Sprint(t.Cell, " ", t.Form, " ", t.Measure, " ", t.Achievement, " ", t.Amount))
	}
	return out
}

// reasonsOf gives why cells were left, in the order asked for; a used one gives its field.
func reasonsOf(b *load.Batch, places ...string) string {
	var out []string
	for _, place := range places {
		reason := "none"
		for _, s := range slices.Backward(b.Sheets) {
			if i := slices.IndexFunc(s.Cells, func(c load.Cell) bool { return c.Place() == place }); i >= 0 {
				if reason = s.Cells[i].Reason; s.Cells[i].Disposition == load.Used {
					reason = s.Cells[i].Field
				}
			}
		}
		out = append(out, reason)
	}
	return strings.Join(out, " ")
}

// A figure in the row Tập thể under the column Cá nhân says nothing that can be counted.
func TestForm0602FigureOutOfPlace(t *testing.T) {
	b := readPages(t, intake{}, page{"B", fmt.Sprintf(form0602, "1")})
	if got := codes(b); !strings.Contains(got, "figure-out-of-place@B!I15") || b.Returns[0].Outcome != load.Refused {
		t.Error(got, b.Returns[0].Outcome)
	}
	f := b.Findings[slices.IndexFunc(b.Findings, func(f load.Finding) bool { return f.Code == "figure-out-of-place" })]
	if f.Want.VI != "ô để trống: dòng “- Tập thể” không có số ở cột “Cá nhân”" {
		t.Error(f.Want)
	}
}

// Without merges the words of a header are repeated, and a page break repeats its rows,
// also the one that holds a single heading.
func TestForm0602HeaderRepeated(t *testing.T) {
	const top = `
Biểu số: 0602.N/BNV-TĐKT||||Đơn vị báo cáo: Ban Thi đua - Khen thưởng tỉnh Phú Thọ
SỐ LƯỢNG KHEN THƯỞNG CẤP NHÀ NƯỚC
Năm 2023
`
	const header = `|Mã số|Đơn vị tính|Tổng số|Chia ra
||||Các loại huân chương, huy chương||||Bằng khen của Thủ tướng Chính phủ
||||Huân chương Lao động
||||Hạng Nhất||Hạng Ba
||||Tập thể|Cá nhân|Tập thể|Cá nhân|Tập thể|Cá nhân
A|B|C|1|2|3|4|5|6|7
`
	const words = `|Mã số|Đơn vị tính|Tổng số|Chia ra|Chia ra|Chia ra|Chia ra|Chia ra|Chia ra
||||Các loại huân chương, huy chương|Các loại huân chương, huy chương|Các loại huân chương, huy chương|Các loại huân chương, huy chương|Bằng khen của Thủ tướng Chính phủ|Bằng khen của Thủ tướng Chính phủ
||||Huân chương Lao động|Huân chương Lao động|Huân chương Lao động|Huân chương Lao động
||||Hạng Nhất|Hạng Nhất|Hạng Ba|Hạng Ba
||||Tập thể|Cá nhân|Tập thể|Cá nhân|Tập thể|Cá nhân
A|B|C|1|2|3|4|5|6|7
`
	const collectives, individuals = "- Tập thể|06|Tập thể|11|2|x|4|x|5|x\n", "- Cá nhân|09|Người|12|x|1|x|3|x|8\n"
	figures := func(sheet string) (out []string) {
		b := readPages(t, intake{}, page{"B", sheet})
		if got := codes(b); got != "" {
			t.Errorf("%s\n%s", got, sheet)
		}
		for _, x := range b.Tallies {
			out = append(out, fmt.Sprint(x.Form, " ", x.Measure, " ", x.Amount))
		}
		return out
	}
	want := figures(top + header + collectives + individuals)
	if len(want) != 12 {
		t.Fatal(want)
	}
	for _, sheet := range []string{top + words + collectives + individuals, top + header + collectives + header + individuals} {
		if d := cmp.Diff(want, figures(sheet)); d != "" {
			t.Errorf("%s\n%s", sheet, d)
		}
	}
}

// The form before 2023 has one column a form, so that every row has figures in it.
func TestForm0702(t *testing.T) {
	b := readPages(t, intake{}, page{"B", `
Biểu số: 0702.N/BNV-TĐKT||||Đơn vị báo cáo: Ban Thi đua - Khen thưởng tỉnh Phú Thọ
SỐ LƯỢNG KHEN THƯỞNG CẤP NHÀ NƯỚC
Năm 2020
|Mã số|Đơn vị tính|Tổng số|Chia ra
||||Huân chương Lao động hạng Nhì|Bằng khen của Thủ tướng Chính phủ
A|B|C|1|2|3
Tổng số|01||12|4|8
1. Chia theo đơn vị ban hành tờ trình Thủ tướng Chính phủ về khen thưởng
- Tỉnh, thành phố trực thuộc Trung ương|03|Tỉnh, thành phố|12|4|8
2. Chia theo đối tượng khen thưởng
- Tập thể|06|Tập thể|5|1|4
- Cá nhân|09|Người|7|3|4
3. Chia theo phương thức khen thưởng
- Thường xuyên|15||12|4|8
`})
	want := []string{
		"E11 hc_lao_dong_nhi collective_count chua_ro 1", "E11 hc_lao_dong_nhi award_count chua_ro 1",
		"F11 bk_thu_tuong collective_count chua_ro 4", "F11 bk_thu_tuong award_count chua_ro 4",
		"E12 hc_lao_dong_nhi individual_count chua_ro 3", "E12 hc_lao_dong_nhi award_count chua_ro 3",
		"F12 bk_thu_tuong individual_count chua_ro 4", "F12 bk_thu_tuong award_count chua_ro 4",
		"E14 hc_lao_dong_nhi achievement_count thuong_xuyen 4", "F14 bk_thu_tuong achievement_count thuong_xuyen 8",
	}
	if d := cmp.Diff(want, brief(b)); d != "" {
		t.Error(d)
	}
	if got := codes(b); got != "" || b.Returns[0].Form != "bieu_0602" {
		t.Error(got, b.Returns[0].Form)
	}
}

// Mẫu 03: what was submitted stands beside what was decided; only the latter are awards.
const form03 = `
UBND TỈNH PHÚ THỌ
SỞ Y TẾ
TỔNG HỢP KẾT QUẢ KHEN THƯỞNG ĐÃ TRÌNH VÀ ĐÃ CÓ QUYẾT ĐỊNH
Năm 2024
STT|Danh hiệu/Hình thức|Tổng số tờ trình đề nghị khen thưởng|Đã được trình||Đã có quyết định||Công trạng||||Phong trào thi đua||||Đột xuất||Đối ngoại||Khen thưởng cho doanh nghiệp
|||SL tập thể|SL cá nhân|SL tập thể|SL cá nhân|SL tập thể|SL là cá nhân là lãnh đạo tỉnh, lãnh đạo các sở ban, ngành và tương đương|Số lượng cá nhân là lãnh đạo từ phó phòng trở lên|Số lượng cá nhân lao động trực tiếp, công nhân, nông nhân|SL tập thể|SL là cá nhân là lãnh đạo tỉnh, lãnh đạo các sở ban, ngành và tương đương|Số lượng cá nhân là lãnh đạo từ phó phòng trở lên|Số lượng cá nhân lao động trực tiếp, công nhân, nông nhân|SL tập thể|SL cá nhân|SL tập thể|SL cá nhân|SL tập thể|SL cá nhân
1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21
1|Bằng khen của Chủ tịch UBND tỉnh|2|6|20|5|%s|3|1|4|6|1||2|3||1|1||2|1
2|Giấy khen của Giám đốc Sở|1|4|9|4|9|4||3|6
Tổng cộng||3|10|29|9|27|7|1|7|12|1||2|3||1|1||2|1
`

func TestForm03(t *testing.T) {
	b := readPages(t, intake{}, page{"M3", fmt.Sprintf(form03, "18")})
	if got := codes(b); got != "" || b.Returns[0].Form != "mau_03" {
		t.Error(got, b.Returns[0].Form)
	}
	want := []string{
		"D8 bk_tinh proposal_count chua_ro 6", "E8 bk_tinh proposal_count chua_ro 20",
		"F8 bk_tinh collective_count chua_ro 5", "F8 bk_tinh award_count chua_ro 5",
		"G8 bk_tinh individual_count chua_ro 18", "G8 bk_tinh award_count chua_ro 18",
		"H8 bk_tinh achievement_count thuong_xuyen 3", "I8 bk_tinh achievement_count thuong_xuyen 1", "I8 bk_tinh leader_senior_count thuong_xuyen 1", // merges two classes: neither
		"J8 bk_tinh achievement_count thuong_xuyen 4", "J8 bk_tinh leader_other_count thuong_xuyen 4",
		"K8 bk_tinh achievement_count thuong_xuyen 6", "K8 bk_tinh direct_worker_count thuong_xuyen 6",
		"L8 bk_tinh achievement_count chuyen_de 1",
		"N8 bk_tinh achievement_count chuyen_de 2", "N8 bk_tinh leader_other_count chuyen_de 2",
		"O8 bk_tinh achievement_count chuyen_de 3", "O8 bk_tinh direct_worker_count chuyen_de 3",
		"Q8 bk_tinh achievement_count dot_xuat 1", "R8 bk_tinh achievement_count doi_ngoai 1",
		"T8 bk_tinh enterprise_count chua_ro 2",
		"D9 giay_khen proposal_count chua_ro 4", "E9 giay_khen proposal_count chua_ro 9",
		"F9 giay_khen collective_count chua_ro 4", "F9 giay_khen award_count chua_ro 4",
		"G9 giay_khen individual_count chua_ro 9", "G9 giay_khen award_count chua_ro 9",
		"H9 giay_khen achievement_count thuong_xuyen 4",
		"J9 giay_khen achievement_count thuong_xuyen 3", "J9 giay_khen leader_other_count thuong_xuyen 3",
		"K9 giay_khen achievement_count thuong_xuyen 6", "K9 giay_khen direct_worker_count thuong_xuyen 6",
	}
	if d := cmp.Diff(want, brief(b)); d != "" {
		t.Error(d)
	}
	if got := reasonsOf(b, "C8", "U8", "D8", "I8"); got != "submissions enterprise-individuals proposal_count achievement_count" {
		t.Error(got)
	}
}

// Persons by section are persons decided on: they never outgrow them.
func TestForm03SectionsWithinDecided(t *testing.T) {
	b := readPages(t, intake{}, page{"M3", fmt.Sprintf(form03, "16")})
	if got := codes(b); !strings.Contains(got, "achievement-exceeds-total@M3!Q8") || b.Returns[0].Outcome != load.Refused {
		t.Error(got, b.Returns[0].Outcome)
	}
}

// The state-level Mẫu 02: leaders and others by section, three types without persons.
func TestForm02OfTheState(t *testing.T) {
	b := readPages(t, intake{}, page{"M2", `
UBND TỈNH PHÚ THỌ
BAN THI ĐUA - KHEN THƯỞNG
TỔNG HỢP KẾT QUẢ KHEN THƯỞNG CẤP NHÀ NƯỚC
Năm 2023
STT|Danh hiệu/Hình thức|Tổng số đã trình Thủ tướng Chính phủ (qua Ban TĐKT TW)||Đã có quyết định||Công trạng|||Chuyên đề, đột xuất|||Niên hạn|Đối ngoại||Cống hiến|Thành tích kháng chiến|Doanh nghiệp
||SL tập thể|Số cá nhân|SL tập thể|Số cá nhân|SL tập thể|Cá nhân là lãnh đạo quản lý|Cá nhân không là lãnh đạo quản lý|SL tập thể|Cá nhân là lãnh đạo quản lý|Cá nhân không là lãnh đạo quản lý||SL tập thể|Số cá nhân|||SL tập thể|SL cá nhân
1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19
I|Huân chương
1|Huân chương Lao động hạng Nhì|3|4|2|3|2|1|1|||||||1||1|
2|Bằng khen của Thủ tướng Chính phủ|10|20|8|12|6|3|5|2|1|2||||1||3|1
`})
	want := []string{
		"C9 hc_lao_dong_nhi proposal_count chua_ro 3", "D9 hc_lao_dong_nhi proposal_count chua_ro 4",
		"E9 hc_lao_dong_nhi collective_count chua_ro 2", "E9 hc_lao_dong_nhi award_count chua_ro 2",
		"F9 hc_lao_dong_nhi individual_count chua_ro 3", "F9 hc_lao_dong_nhi award_count chua_ro 3",
		"G9 hc_lao_dong_nhi achievement_count thuong_xuyen 2",
		"H9 hc_lao_dong_nhi achievement_count thuong_xuyen 1", "H9 hc_lao_dong_nhi leader_any_count thuong_xuyen 1",
		"I9 hc_lao_dong_nhi achievement_count thuong_xuyen 1", "I9 hc_lao_dong_nhi not_leader_count thuong_xuyen 1",
		"P9 hc_lao_dong_nhi achievement_count cong_hien 1", "R9 hc_lao_dong_nhi enterprise_count chua_ro 1",
		"C10 bk_thu_tuong proposal_count chua_ro 10", "D10 bk_thu_tuong proposal_count chua_ro 20",
		"E10 bk_thu_tuong collective_count chua_ro 8", "E10 bk_thu_tuong award_count chua_ro 8",
		"F10 bk_thu_tuong individual_count chua_ro 12", "F10 bk_thu_tuong award_count chua_ro 12",
		"G10 bk_thu_tuong achievement_count thuong_xuyen 6",
		"H10 bk_thu_tuong achievement_count thuong_xuyen 3", "H10 bk_thu_tuong leader_any_count thuong_xuyen 3",
		"I10 bk_thu_tuong achievement_count thuong_xuyen 5", "I10 bk_thu_tuong not_leader_count thuong_xuyen 5",
		"J10 bk_thu_tuong achievement_count chuyen_de_dot_xuat 2",
		"K10 bk_thu_tuong achievement_count chuyen_de_dot_xuat 1", "K10 bk_thu_tuong leader_any_count chuyen_de_dot_xuat 1",
		"L10 bk_thu_tuong achievement_count chuyen_de_dot_xuat 2", "L10 bk_thu_tuong not_leader_count chuyen_de_dot_xuat 2",
		"P10 bk_thu_tuong achievement_count cong_hien 1", "R10 bk_thu_tuong enterprise_count chua_ro 3",
	}
	if d := cmp.Diff(want, brief(b)); d != "" {
		t.Error(d)
	}
	if got := codes(b); got != "" || b.Returns[0].Form != "mau_02_nha_nuoc" {
		t.Error(got, b.Returns[0].Form)
	}
}

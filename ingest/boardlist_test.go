package ingest

import (
	"fmt"
	"strings"
	"testing"

	"tdkt/ingest/load"
)

const boardHead = "UBND TỈNH PHÚ THỌ\nBAN THI ĐUA - KHEN THƯỞNG\n"

// listedLine says what an entry holds, blanks left out.
func listedLine(l load.Listed) string {
	words := []string{l.Cell, l.Name}
	for _, v := range []string{l.Code, l.Kind, l.Means, l.MeansName, l.Parent, l.Official, l.Period, l.Role, l.Of, l.From.String(), l.To.String(), l.Due.String()} {
		if v != "" {
			words = append(words, v)
		}
	}
	if l.Year != 0 {
		words = append(words, fmt.Sprint(l.Year))
	}
	return strings.Join(words, "|")
}

const mergerHead = "new_province_code|new_province|new_commune_code|new_commune|old_commune_code|old_commune|note_vi|old_district_code|old_district|old_province_code|old_province\n"

// boardListCases are lists of the board, sound and faulty, with what they give.
var boardListCases = []struct {
	name, text string
	want       []string // entries; none of a refused list
	outcome    string
	found      string
}{
	{"units", boardHead + "DANH MỤC ĐƠN VỊ\nSTT|Tên đơn vị|Loại đơn vị|Trực thuộc|Từ ngày\n" +
		"1|Trường THPT Mới|Trường học|Sở Giáo dục và Đào tạo|01/01/2020\n2|Hội Cờ tướng|Hội, đoàn thể||",
		[]string{"B5|Trường THPT Mới|pt-truong-thpt-moi|school_or_hospital|pt-so-gd-dt|2020-01-01", "B6|Hội Cờ tướng|pt-hoi-co-tuong|mass_organisation|tinh-25"},
		load.Accepted, ""},
	{"a unit that is known keeps its code", boardHead + "DANH MỤC ĐƠN VỊ\nSTT|Tên đơn vị|Loại đơn vị\n1|Sở Y tế|Sở",
		[]string{"B5|Sở Y tế|pt-so-y-te|department|tinh-25"}, load.Accepted, "board-unit-known@DM!B5"},
	{"clusters", boardHead + "DANH MỤC CỤM, KHỐI THI ĐUA NĂM 2024\nSTT|Đơn vị|Cụm, khối thi đua\n1|Sở Y tế|Khối thi đua số 1\n2|Huyện Lâm Thao|Cụm thi đua số 2",
		[]string{"B5|Sở Y tế|pt-so-y-te|pt-khoi-thi-dua-so-1|Khối thi đua số 1|2024", "B6|Huyện Lâm Thao|h-237|pt-cum-thi-dua-so-2|Cụm thi đua số 2|2024"},
		load.Accepted, ""},
	{"a unit in two clusters", boardHead + "DANH MỤC CỤM, KHỐI THI ĐUA NĂM 2024\nSTT|Đơn vị|Cụm, khối thi đua\n1|Sở Y tế|Khối thi đua số 1\n2|Sở Y tế|Khối thi đua số 2",
		nil, load.Refused, "board-row-twice@DM!B6"},
	{"clusters of no year", boardHead + "DANH MỤC CỤM, KHỐI THI ĐUA\nSTT|Đơn vị|Cụm, khối thi đua\n1|Sở Y tế|Khối thi đua số 1",
		[]string{"B5|Sở Y tế|pt-so-y-te|pt-khoi-thi-dua-so-1|Khối thi đua số 1"}, load.Held, "year-not-stated@DM!"},
	{"rounds", boardHead + "DANH MỤC ĐỢT XÉT KHEN THƯỞNG NĂM 2024\nSTT|Đợt|Tháng|Hạn gửi hồ sơ|Nội dung xét\n" +
		"1|Đợt 1|3||Thành tích cao\n2|Đợt thứ hai|Tháng 6 năm 2024|20/6/2024|Thương binh, liệt sĩ\n3|III|11|15/11/2024|",
		[]string{"B5|Đợt 1|pt-dot-2024-1|Thành tích cao|2024-03|1|2024", "B6|Đợt thứ hai|pt-dot-2024-2|Thương binh, liệt sĩ|2024-06|2|2024-06-20|2024",
			"B7|III|pt-dot-2024-3|2024-11|3|2024-11-15|2024"}, load.Accepted, ""},
	{"two rounds of one month, two of one number", boardHead + "DANH MỤC ĐỢT XÉT KHEN THƯỞNG NĂM 2024\nSTT|Đợt|Tháng|Hạn gửi hồ sơ\n1|Đợt 1|3|\n2|Đợt 2|3|\n3|Đợt 1|6|",
		nil, load.Refused, "board-row-twice@DM!B6 board-row-twice@DM!B7"},
	{"rounds that are none", boardHead + "DANH MỤC ĐỢT XÉT KHEN THƯỞNG NĂM 2024\nSTT|Đợt|Tháng|Hạn gửi hồ sơ\n1|Đợt xuân|13|15/11/2025",
		nil, load.Refused, "board-value-unknown@DM!B5 board-date-invalid@DM!C5 board-date-invalid@DM!D5"},
	{"obligations", boardHead + "DANH MỤC BÁO CÁO PHẢI GỬI NĂM 2024\nSTT|Đơn vị|Biểu mẫu|Kỳ báo cáo|Hạn gửi|Dùng để\n" +
		"1|Sở Y tế|Mẫu 02|2024|15/12/2024|\n2|Huyện Lâm Thao|danh_sach_ca_nhan|06 tháng đầu năm 2024|30/6/2024|Đối chiếu\n3|Sở Nội vụ|Mẫu 01||15/12/2024|Tính",
		[]string{"B5|Sở Y tế|pt-so-y-te|mau_02|2024|counts|2024-12-15", "B6|Huyện Lâm Thao|h-237|danh_sach_ca_nhan|2024-H1|control|2024-06-30",
			"B7|Sở Nội vụ|pt-so-noi-vu|mau_01|2024|counts|2024-12-15"}, load.Accepted, ""},
	{"obligations with exceptions", boardHead + "DANH MỤC BÁO CÁO PHẢI GỬI NĂM 2024\nSTT|Đơn vị|Biểu mẫu|Hạn gửi|Lý do miễn|Ghi chú\n" +
		"1|Sở Y tế|Mẫu 02|15/12/2024||cứ gửi\n2|Sở Nội vụ|Mẫu 02||Mới thành lập ngày 01/12/2024|\n3|Sở Tư pháp|Mẫu 02||x|Không có bộ máy\n4|Sở Tài chính|Mẫu 02|15/12/2024|không|",
		[]string{"B5|Sở Y tế|pt-so-y-te|mau_02|2024|counts|2024-12-15", "B6|Sở Nội vụ|pt-so-noi-vu|excused|mau_02|2024|counts",
			"B7|Sở Tư pháp|pt-so-tu-phap|excused|mau_02|2024|counts", "B8|Sở Tài chính|pt-so-tai-chinh|mau_02|2024|counts|2024-12-15"}, load.Accepted, ""},
	{"an exception without a reason", boardHead + "DANH MỤC BÁO CÁO PHẢI GỬI NĂM 2024\nSTT|Đơn vị|Biểu mẫu|Hạn gửi|Miễn gửi\n1|Sở Y tế|Mẫu 02||x\n2|Sở Nội vụ|Mẫu 02||Miễn",
		nil, load.Refused, "board-reason-missing@DM!E5 board-reason-missing@DM!E6"},
	{"obligations that are none", boardHead + "DANH MỤC BÁO CÁO PHẢI GỬI NĂM 2024\nSTT|Đơn vị|Biểu mẫu|Kỳ báo cáo|Hạn gửi|Dùng để\n1|Sở Gì đó|Mẫu 99|mãi mãi|hôm qua|Cho vui",
		nil, load.Refused, "unit-unknown@DM!B5 board-value-unknown@DM!C5 board-date-invalid@DM!D5 board-date-invalid@DM!E5 board-value-unknown@DM!F5"},
	{"obligations of a province in the year in which it ended", "UBND TỈNH HÒA BÌNH\nBAN THI ĐUA - KHEN THƯỞNG\nHòa Bình, ngày 14 tháng 3 năm 2025\nDANH MỤC BÁO CÁO PHẢI GỬI NĂM 2025\nSTT|Đơn vị|Biểu mẫu|Kỳ báo cáo|Hạn gửi\n" +
		"1|Sở Y tế|Mẫu 02|Năm 2025|15/12/2025\n2|Huyện Lạc Sơn|Mẫu 01|06 tháng đầu năm 2025|15/7/2025\n3|Sở Nông nghiệp và Môi trường|Mẫu 02|Năm 2025|15/12/2025",
		[]string{"B6|Sở Y tế|hb-so-y-te|mau_02|2025|counts|2025-12-15", "B7|Huyện Lạc Sơn|h-157|mau_01|2025-H1|counts|2025-07-15",
			"B8|Sở Nông nghiệp và Môi trường|hb-so-nn-mt|mau_02|2025|counts|2025-12-15"}, load.Accepted, ""},
	{"clusters of that year, of a department that had merged before", "UBND TỈNH HÒA BÌNH\nBAN THI ĐUA - KHEN THƯỞNG\nHòa Bình, ngày 14 tháng 3 năm 2025\nDANH MỤC CỤM, KHỐI THI ĐUA NĂM 2025\nSTT|Đơn vị|Cụm, khối thi đua\n" +
		"1|Sở Nông nghiệp và Phát triển nông thôn|Khối kinh tế\n2|Sở Tài chính|Khối kinh tế",
		[]string{"B6|Sở Nông nghiệp và Phát triển nông thôn|hb-so-nn-ptnt|hb-khoi-kinh-te|Khối kinh tế|2025", "B7|Sở Tài chính|hb-so-tai-chinh|hb-khoi-kinh-te|Khối kinh tế|2025"},
		load.Accepted, ""},
	{"the new province's own", "UBND TỈNH PHÚ THỌ\nBAN THI ĐUA - KHEN THƯỞNG\nViệt Trì, ngày 18 tháng 7 năm 2025\nDANH MỤC CỤM, KHỐI THI ĐUA NĂM 2025\nSTT|Đơn vị|Cụm, khối thi đua\n" +
		"1|Sở Tài chính|Khối kinh tế\n2|Xã Hy Cương|Cụm 1",
		[]string{"B6|Sở Tài chính|ptm-so-tai-chinh|ptm-khoi-kinh-te|Khối kinh tế|2025", "B7|Xã Hy Cương|xm-08515|ptm-cum-1|Cụm 1|2025"}, load.Accepted, ""},
	{"other names", boardHead + "BẢNG TÊN GỌI KHÁC\nSTT|Tên ghi trong báo cáo|Là tên của|Tên đúng|Lý do\n" +
		"1|Sở Y tế Phú Thọ (cũ)|Đơn vị|Sở Y tế|Văn thư ghi quen\n2|BK chủ tịch|Hình thức khen thưởng|Bằng khen của Chủ tịch UBND tỉnh|Viết tắt của tỉnh",
		[]string{"B5|Sở Y tế Phú Thọ (cũ)|unit|pt-so-y-te|Sở Y tế", "B6|BK chủ tịch|form|bk_tinh|Bằng khen của Chủ tịch UBND tỉnh"}, load.Accepted, ""},
	{"a name that means something else, no reason, no such thing", boardHead + "BẢNG TÊN GỌI KHÁC\nSTT|Tên ghi trong báo cáo|Là tên của|Tên đúng|Lý do\n" +
		"1|Giấy khen|Hình thức|Lao động tiên tiến|\n2|Abc|Hình thức|Xyz|Vì thế\n3|Abc|Món ăn|Xyz|Vì thế",
		nil, load.Refused, "board-alias-taken@DM!B5 board-reason-missing@DM!E5 board-value-unknown@DM!D6 board-value-unknown@DM!C7"},
	{"findings accepted", boardHead + "BẢNG ĐIỂM KIỂM TRA ĐƯỢC CHẤP NHẬN\nSTT|Tệp báo cáo|Mã kiểm tra|Trang tính|Ô|Lý do\n1|2024/a.xlsx|total-differs|Mẫu 02|e15|Đã hỏi Sở",
		[]string{"B5|2024/a.xlsx|total-differs|Mẫu 02!E15"}, load.Accepted, ""},
	{"no such rule, no such cell", boardHead + "BẢNG ĐIỂM KIỂM TRA ĐƯỢC CHẤP NHẬN\nSTT|Tệp báo cáo|Mã kiểm tra|Trang tính|Ô|Lý do\n1|a.xlsx|khong-co||Z|Vì thế",
		nil, load.Refused, "board-value-unknown@DM!C5 board-value-unknown@DM!E5"},
	{"changes of units", "UBND TỈNH PHÚ THỌ\nBAN THI ĐUA - KHEN THƯỞNG\nPhú Thọ, ngày 05 tháng 3 năm 2027\nDANH MỤC THAY ĐỔI ĐƠN VỊ\nSTT|Đơn vị cũ|Đơn vị mới|Ngày|Toàn bộ/Một phần|Loại\n" +
		"1|Xã Hy Cương|Phường Việt Trì|01/3/2027|Toàn bộ|Sáp nhập\n2|Sở Tài chính|Sở Nội vụ|01/3/2027|một phần|Tách\n3|Hội Nông dân tỉnh||01/3/2027|Toàn bộ|Giải thể\n" +
		"4|Sở Y tế tỉnh Vĩnh Phúc|Sở Y tế|01/7/2025|Toàn bộ|Hợp nhất",
		[]string{"B6|Xã Hy Cương|xm-08515|merge|xm-07900|Phường Việt Trì|full|2027-03-01", "B7|Sở Tài chính|ptm-so-tai-chinh|split|ptm-so-noi-vu|Sở Nội vụ|part|2027-03-01",
			"B8|Hội Nông dân tỉnh|ptm-hoi-nong-dan|abolish|full|2027-03-01", "B9|Sở Y tế tỉnh Vĩnh Phúc|vp-so-y-te|merge|ptm-so-y-te|Sở Y tế|full|2025-07-01"},
		load.Accepted, ""},
	{"changes that are none", "UBND TỈNH PHÚ THỌ\nBAN THI ĐUA - KHEN THƯỞNG\nPhú Thọ, ngày 05 tháng 3 năm 2027\nDANH MỤC THAY ĐỔI ĐƠN VỊ\nSTT|Đơn vị cũ|Đơn vị mới|Ngày|Toàn bộ/Một phần|Loại\n" +
		"1|Xã Không Có|Phường Việt Trì|01/3/2027|Toàn bộ|Sáp nhập\n2|Sở Tài chính||01/3/2027|Toàn bộ|Sáp nhập\n3|Sở Y tế|Sở Nội vụ|hôm nào|Nửa|Biến\n" +
		"4|Sở Xây dựng|Sở Nội vụ|01/3/2027|Toàn bộ|Giải thể\n5|Xã Hy Cương|Xã Hy Cương|01/3/2027|Toàn bộ|Sáp nhập\n6|Xã Hy Cương|Phường Việt Trì|01/3/2027|Toàn bộ|Sáp nhập\n7|Xã Hy Cương|Phường Việt Trì|01/3/2027|Một phần|Tách",
		nil, load.Refused, "unit-unknown@DM!B6 board-value-unknown@DM!C7 board-date-invalid@DM!D8 board-value-unknown@DM!E8 board-value-unknown@DM!F8 " +
			"board-value-unknown@DM!C9 board-value-unknown@DM!C10 board-row-twice@DM!B12"},
	{"the official table, of another province", "UBND TỈNH BẮC NINH\nBAN THI ĐUA - KHEN THƯỞNG\nBắc Ninh, ngày 05 tháng 3 năm 2026\nBẢNG ĐỐI CHIẾU ĐƠN VỊ HÀNH CHÍNH\n" + mergerHead +
		"24|Tỉnh Bắc Ninh|7210|Phường Bắc Giang|7210|Phường Thọ Xương|Nhập toàn bộ|213|Thành phố Bắc Giang|24|Tỉnh Bắc Giang\n" +
		"24|Tỉnh Bắc Ninh|07210|Phường Bắc Giang|07213|Xã Đồng Sơn|Nhập một phần diện tích, toàn bộ dân số|213|Thành phố Bắc Giang|24|Tỉnh Bắc Giang\n" +
		"01|Thành phố Hà Nội|00004|Phường Ba Đình|00004|Phường Trúc Bạch|Nhập toàn bộ|001|Quận Ba Đình|01|Thành phố Hà Nội\n" +
		"24|Tỉnh Bắc Ninh|09163|Phường Kinh Bắc||Bãi bồi|Nhập toàn bộ|256|Thành phố Bắc Ninh|27|Tỉnh Bắc Ninh",
		[]string{"D6|Thành phố Bắc Giang|h-213|district|tinh-24|213|2025-06-30", "D6|Phường Bắc Giang|xm-07210|commune|tinhm-24|07210|2025-07-01",
			"D6|Phường Thọ Xương|xc-07210|commune|h-213|07210|2025-06-30", "D7|Xã Đồng Sơn|xc-07213|commune|h-213|07213|2025-06-30",
			"D9|Thành phố Bắc Ninh|h-256|district|tinh-27|256|2025-06-30", "D9|Phường Kinh Bắc|xm-09163|commune|tinhm-24|09163|2025-07-01",
			"D6||h-213|abolish|full|2025-07-01", "D6||xc-07210|merge|xm-07210|full|2025-07-01", "D7||xc-07213|split|xm-07210|part|2025-07-01",
			"D9||h-256|abolish|full|2025-07-01", "D9||h-256|split|xm-09163|part|2025-07-01"},
		load.Accepted, ""},
	{"the official table with a note and a province that nobody knows", "UBND TỈNH BẮC NINH\nBAN THI ĐUA - KHEN THƯỞNG\nBắc Ninh, ngày 05 tháng 3 năm 2026\nBẢNG ĐỐI CHIẾU ĐƠN VỊ HÀNH CHÍNH\n" + mergerHead +
		"24|Tỉnh Bắc Ninh|07210|Phường Bắc Giang|07210|Phường Thọ Xương|Chia đôi|213|Thành phố Bắc Giang|24|Tỉnh Bắc Giang\n" +
		"88|Tỉnh Lạ|07211|Phường Lạ|07211|Phường Lạ|Giữ nguyên||Thành phố Lạ|24|Tỉnh Bắc Giang",
		nil, load.Refused, "board-value-unknown@DM!G6 board-value-unknown@DM!A7 board-value-unknown@DM!H7"},
	{"a department's list is held", "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH MỤC CỤM, KHỐI THI ĐUA NĂM 2024\nSTT|Đơn vị|Cụm, khối thi đua\n1|Sở Y tế|Khối thi đua số 1",
		[]string{"B5|Sở Y tế|pt-so-y-te|pt-so-y-te-khoi-thi-dua-so-1|Khối thi đua số 1|2024"}, load.Held, "board-list-sender@DM!A2"},
}

// A board's list changes how every return is read: one that is misread changes figures at which
// nobody looks.
func TestBoardLists(t *testing.T) {
	for _, c := range boardListCases {
		b := readPages(t, intake{}, page{"DM", c.text})
		var got []string
		for _, l := range b.Listed {
			got = append(got, listedLine(l))
		}
		r := b.Returns[0]
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") || r.Outcome != c.outcome || codes(b) != c.found {
			t.Errorf("%s: %s %s %s\n%s", c.name, r.Form, r.Outcome, codes(b), strings.Join(got, "\n"))
		}
	}
}

// A register of decisions names one form in many rows and never counts.
func TestRegisterOfDecisions(t *testing.T) {
	text := boardHead + "SỔ QUYẾT ĐỊNH KHEN THƯỞNG NĂM 2024\n" +
		"STT|Số quyết định|Ngày|Cơ quan ban hành|Hình thức khen thưởng|Số tập thể|Số cá nhân|Ghi chú\n" +
		"1|12/QĐ-UBND|05/01/2024|Chủ tịch UBND tỉnh|Bằng khen|3|5|\n" +
		"2|90/QĐ-UBND|06/02/2024|Chủ tịch UBND tỉnh|Bằng khen||4|đột xuất\n" +
		"3|111/QĐ-TTg|06/02/2024|Thủ tướng Chính phủ|Bằng khen|1|2|\n" +
		"|Tổng cộng||||4|11|"
	b := readPages(t, intake{}, page{"Sổ", text})
	sums := map[string]int64{}
	for _, x := range b.Tallies {
		if x.Measure == "award_count" {
			sums[x.Form+" "+x.Level] += x.Amount
		}
	}
	r := b.Returns[0]
	if r.Form != "so_quyet_dinh" || r.Role != "control" || r.Outcome != load.Accepted || codes(b) != "" ||
		sums["bk_tinh tinh"] != 12 || sums["bk_thu_tuong nha_nuoc"] != 3 || len(sums) != 2 {
		t.Errorf("%s %s %s %s %v", r.Form, r.Role, r.Outcome, codes(b), sums)
	}
	again := readPages(t, intake{}, page{"Sổ", strings.Replace(text, "90/QĐ-UBND", "12/QĐ-UBND", 1)})
	if got := codes(again); got != "figure-repeated@Sổ!G6" {
		t.Errorf("a decision that names a form twice: %s", got)
	}
}

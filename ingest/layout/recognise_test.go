package layout_test

import (
	"testing"
)

// Each case is a sheet as an office sends it, the layout, the columns and the kind of
// each row. A wrong kind loses an award or counts a total.
var sheets = []struct {
	name, layout, text, fields, kinds string
}{
	{"individuals under a full head, with groups, a total and signers", "danh_sach_ca_nhan", `
UBND TỈNH VĨNH PHÚC | | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ Y TẾ | | | Độc lập - Tự do - Hạnh phúc
------- | | | ---------
DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024
(Kèm theo Quyết định số 123/QĐ-SYT ngày 05/12/2024 của Giám đốc Sở Y tế)
STT | Họ  và⏎tên | Giới tính | Năm sinh | Chức vụ | Danh hiệu thi đua/⏎Hình thức khen thưởng
1 | 2 | 3 | 4 | 5 | 6
I | CHIẾN SĨ THI ĐUA CƠ SỞ
1 | Nguyễn Văn A | Nam | 1980 | Trưởng phòng | CSTĐ cơ sở
2 | Trần Thị B | Nữ | 1990 | Chuyên viên | CSTĐ cơ sở
II | LAO ĐỘNG TIÊN TIẾN
1 | Lê Văn Cộng | Nam | 1991 | Lái xe | LĐTT
| Tổng cộng: 03 người
| | | | Vĩnh Yên, ngày 06 tháng 12 năm 2024
Người lập biểu | | | | THỦ TRƯỞNG ĐƠN VỊ
(Ký, họ tên) | | | | (Ký, họ tên, đóng dấu)
Phạm Văn C | | | | Đỗ Thị D
merge: A4:F4 A5:F5 D1:F1 D2:F2 B13:F13
`, "A=ordinal B=name C=gender D=birth E=position F=form", "mmmmmhigddgdtssss"},

	{"birth year in the column Nam or Nữ", "danh_sach_ca_nhan", `
DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG
TT | Họ và tên | Ngày tháng năm sinh | | Chức vụ, đơn vị công tác | Hình thức khen thưởng
 | | Nam | Nữ | |
1 | Nguyễn Văn A | 1980 | | Lái xe | Giấy khen
2 | Trần Thị B | | 1981 | Kế toán | Giấy khen
merge: A2:A3 B2:B3 C2:D2 E2:E3 F2:F3
`, "A=ordinal B=name C=gender_male D=gender_female E=position F=form", "mhhdd"},

	{"the same without merges, as CSV has it", "danh_sach_ca_nhan", `
TT | Họ và tên | Năm sinh | | Đơn vị công tác | Danh hiệu | Năm
 | | Nam | Nữ | | |
1 | Nguyễn Văn A | 1980 | | Trạm Y tế | LĐTT | 2024
`, "A=ordinal B=name C=gender_male D=gender_female E=workplace F=form G=award_year", "hhd"},

	{"collectives whose names begin like totals and groups", "danh_sach_tap_the", `
DANH SÁCH TẬP THỂ ĐƯỢC KHEN THƯỞNG
STT | Tên đơn vị / tập thể | Hình thức khen thưởng
1 | Tổng công ty Giấy Việt Nam | Bằng khen
2 | Tổ 1 | Giấy khen
3 | Cộng đồng dân cư xóm 3 | Giấy khen
 | Tổng đội Thanh niên xung phong | Giấy khen
4 | Cộng | Giấy khen
Cộng | | 5
`, "A=ordinal B=name C=form", "mhdddddt"},

	{"forms of collectives stated by groups only", "danh_sach_tap_the", `
DANH SÁCH TẬP THỂ ĐƯỢC TẶNG BẰNG KHEN NĂM 2023
STT | Tên tập thể | Ghi chú
I. Bằng khen của Chủ tịch UBND tỉnh: 02 tập thể
1 | Sở Tài chính |
2 | Huyện Lâm Thao |
II. Tập thể lao động xuất sắc
Không có
Danh sách này có 02 tập thể./.
merge: A3:C3 A6:C6
`, "A=ordinal B=name C=note", "mhgddgnn"},

	{"mixed list with kinds, households and rows nobody filled", "danh_sach_hon_hop", `
STT | Tên gọi⏎(Ông/Bà/Chức danh) | Tên tập thể/cá nhân/hộ gia đình | Chức vụ | Đơn vị công tác | Phân loại khen thưởng | Danh hiệu thi đua/Hình thức khen thưởng | Phân loại đối tượng | Lĩnh vực hoạt động | Mã Danh hiệu thi đua
1 | Ông | Nguyễn Văn A | Giám đốc | Sở Tài chính | Khen thưởng cá nhân | Bằng khen | Doanh nhân | Tài chính | 1650
| | Gia đình ông Cộng | | | Khen thưởng hộ gia đình | Giấy khen | | | #N/A
| | | | | | | | | #N/A
3 | | | | | | | | | #N/A
`, "A=ordinal B=salutation C=name D=position E=workplace F=kind G=form H=class I=activity J=lookup_code", "hddbb"},

	{"a page break repeats header and index row", "danh_sach_ca_nhan", `
STT | Họ và tên | Đơn vị | Danh hiệu thi đua | Số QĐ | Ngày ký
A | B | C | 1 | 2 | 3
1 | Nguyễn Văn A | Sở Y tế | LĐTT | 12/QĐ-SYT | 05/12/2024
STT | Họ và tên | Đơn vị | Danh hiệu thi đua | Số QĐ | Ngày ký
A | B | C | 1 | 2 | 3
2 | Nguyễn Văn B | Sở Y tế | LĐTT | 12/QĐ-SYT | 05/12/2024
`, "A=ordinal B=name C=workplace D=form E=decision_no F=decided_on", "hidhid"},

	{"form 0603", "bieu_0603", `
Biểu số: 0603.N/BNV-TĐKT⏎Ban hành theo Thông tư số 02/2023/TT-BNV ngày 23/3/2023 | | | | Đơn vị báo cáo: Ban Thi đua - Khen thưởng tỉnh Phú Thọ
SỐ LƯỢNG KHEN THƯỞNG CẤP BỘ, BAN, NGÀNH, ĐOÀN THỂ TRUNG ƯƠNG VÀ TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG
Năm 2024
 | Mã số | Đơn vị tính | Tổng số | Chia ra | | |
 | | | | Bằng khen | Chiến sĩ thi đua cấp bộ, cấp tỉnh | Cờ thi đua của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương | Huy hiệu (kỷ niệm chương) của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương
A | B | C | 1 | 2 | 3 | 4 | 5
Tổng số | 01 | | 10 | 7 | 2 | 1 |
1. Chia theo đối tượng khen thưởng
- Tập thể | 02 | Tập thể | 4 | 3 | | 1 |
Trong đó: Doanh nghiệp | 03 | Doanh nghiệp | 1 | 1 | | |
- Hộ gia đình | 04 | Hộ | 1 | 1 | | |
- Cá nhân | 05 | Người | 5 | 3 | 2 | |
+ Doanh nhân | 08 | Người | 1 | 1 | | |
+ Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu (công nhân, nông dân,...) | 10 | Người | 4 | 2 | 2 | |
3. Chia theo phương thức khen thưởng
- Thường xuyên | 11 | | 9 | 6 | 2 | 1 |
- Khen khác | | | 1 | 1 | | |
...........,Ngày 05 tháng 12 năm 2024
Người lập biểu⏎(Ký, họ tên) | | | | Thủ trưởng đơn vị⏎(Ký, họ tên, đóng dấu)
merge: A4:A5 B4:B5 C4:C5 D4:D5 E4:H4
`, "A=label B=row_code C=count_unit D=total E=form(Bằng khen) F=form(Chiến sĩ thi đua cấp bộ, cấp tỉnh) " +
		"G=form(Cờ thi đua của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương) " +
		"H=form(Huy hiệu (kỷ niệm chương) của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương)",
		"mmmhhitgddddddgddss"},

	{"Mẫu 02 without merges", "mau_02", `
TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN
STT | Danh hiệu thi đua/Hình thức khen thưởng | Số lượng khen thưởng | | | Khen thưởng theo công trạng, thành tích đạt được | | | | Khen thưởng chuyên đề, đột xuất | | | | Khen thưởng đối ngoại | | Khen thưởng thành tích kháng chiến |
 | | Tổng số | Trong đó | | Tổng số | Tỷ lệ | Số lượng cá nhân là lãnh đạo quản lý (lãnh đạo từ cấp phòng trở lên) | Số lượng khen thưởng cá nhân không làm công tác quản lý | Tổng số | Tỷ lệ | Số lượng cá nhân là lãnh đạo quản lý (lãnh đạo từ cấp phòng trở lên) | Số lượng khen thưởng cá nhân không làm công tác quản lý | Tổng số | Tỷ lệ | Tổng số | Tỷ lệ
 | | | Số lượng khen thưởng cho Doanh nghiệp | Số lượng khen thưởng cho cá nhân | | | | | | | | | | | |
1 | 2 | 3 | 4 | 5 | 6 | 7=6:3 | 8 | 9 | 10 | 11=10:3 | 12 | 13 | 14 | 15=14:3 | 16 | 17=16:3
I | Danh hiệu thi đua
1 | Lao động tiên tiến | 120 | | 120 | 120 | 100% | 20 | 100
2 | Huân chương Lao động | 3 | | 3 | 3
- | Hạng Nhất | 1 | | 1 | 1
- | Hạng Nhì | 2 | | 2 | 2
3 | Giấy khen | 10 | | 4 | 6
 | Trong đó: của xã | 2
Tổng cộng | | 133 | | 127 | 129
merge: A13:B13
`, "A=ordinal B=form C=award_count D=enterprise_count E=individual_count F=thuong_xuyen_count G=thuong_xuyen_ratio H=thuong_xuyen_leader_any " +
		"I=thuong_xuyen_not_leader J=chuyen_de_dot_xuat_count K=chuyen_de_dot_xuat_ratio L=chuyen_de_dot_xuat_leader_any M=chuyen_de_dot_xuat_not_leader " +
		"N=doi_ngoai_count O=doi_ngoai_ratio P=khang_chien_count Q=khang_chien_ratio", "mhhhigdtdddpt"},

	{"Mẫu 01 with two levels of sums", "mau_01", `
Mẫu 01
TỔNG HỢP KẾT QUẢ KHEN THƯỞNG NĂM 2023
STT | Tên đơn vị | Danh hiệu thi đua/Hình thức khen thưởng | | |
 | | Tổng số | LĐTT | CSTĐ cơ sở | Giấy khen
1 | 2 | 3 = 4+5+6 | 4 | 5 | 6
I | Huyện Lâm Thao | 12 | 5 | 4 | 3
I.1 | Các đơn vị trong địa bàn | 7 | 3 | 3 | 1
1 | Phòng Nội vụ | 4 | 2 | 1 | 1
2 | Phòng Giáo dục | 3 | 1 | 2 |
I.2 | Các xã, phường, thị trấn | 5 | 2 | 1 | 2
1 | Xã Tứ Xã | 5 | 2 | 1 | 2
2 | Xã Cao Xá | | | |
II | Sở Y tế | 2 | | 2 |
TỔNG CỘNG (I+II) | | 14 | 5 | 6 | 3
merge: A3:A4 B3:B4 C3:F3 A14:B14
`, "A=ordinal B=unit C=total D=form(LĐTT) E=form(CSTĐ cơ sở) F=form(Giấy khen)", "mmhhittddtdddt"},
}

func TestRecognise(t *testing.T) {
	for _, c := range sheets {
		t.Run(c.name, func(t *testing.T) {
			got := recognised(t, c.layout, c.text)
			if f := fields(got); f != c.fields {
				t.Errorf("columns\n got %s\nwant %s", f, c.fields)
			}
			if k := kinds(got); k != c.kinds {
				t.Errorf("rows\n got %s\nwant %s", k, c.kinds)
			}
		})
	}
}

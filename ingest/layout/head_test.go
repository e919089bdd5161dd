package layout_test

import (
	"strings"
	"testing"

	"tdkt/ingest/layout"
)

// headText writes the facts of a head that are stated, one "name@cell=text" each.
func headText(h layout.Head) string {
	var list []string
	for _, f := range []struct {
		name string
		fact layout.Fact
	}{
		{"agency", h.Agency}, {"unit", h.Unit}, {"province", h.Province}, {"year", h.Year}, {"school", h.SchoolYear}, {"period", h.Period},
		{"part", h.Part}, {"dated", h.DatedOn}, {"decision", h.Decision}, {"authority", h.Authority}, {"revision", h.Revision},
	} {
		if f.fact.Stated() {
			list = append(list, f.name+"@"+f.fact.Cell+"="+f.fact.Text)
		}
	}
	return strings.Join(append(list, "scope="+h.Scope), "; ")
}

// Each case is the head of a list of one person; what must be read of it, with cells.
var heads = []struct{ name, head, want string }{
	{"agency in two lines, decision beneath the title", `
UBND TỈNH VĨNH PHÚC | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ Y TẾ | | Độc lập - Tự do - Hạnh phúc
DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024
(Kèm theo Quyết định số 123/QĐ-UBND ngày 05/12/2025 của Chủ tịch UBND tỉnh)`,
		"agency@A1=UBND TỈNH VĨNH PHÚC; unit@A2=SỞ Y TẾ; province@A1=VĨNH PHÚC; year@A3=2024; period@A3=2024; part@A4=123/QĐ-UBND; " +
			"decision@A4=123/QĐ-UBND ngày 05/12/2025; authority@A4=Chủ tịch UBND tỉnh; scope=award"},
	{"agency in two lines of one cell", `
UBND TỈNH PHÚ THỌ⏎SỞ Y TẾ | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM⏎Độc lập - Tự do - Hạnh phúc
Số: 15/BC-SYT | | Việt Trì, ngày 10 tháng 12 năm 2024
DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG
Năm 2023`,
		"agency@A1=UBND TỈNH PHÚ THỌ; unit@A1=SỞ Y TẾ; province@A1=PHÚ THỌ; year@A4=2023; period@A4=2023; dated@C2=ngày 10 tháng 12 năm 2024; scope=proposal"},
	{"agency in one line", `
UBND TỈNH VĨNH PHÚC / SỞ Y TẾ
DANH SÁCH CÁ NHÂN NĂM 2022`,
		"agency@A1=UBND TỈNH VĨNH PHÚC; unit@A1=SỞ Y TẾ; province@A1=VĨNH PHÚC; year@A2=2022; period@A2=2022; scope="},
	{"broken agency names", `
ỦY BAN NHÂN DÂN | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HÒA BÌNH
SỞ GIÁO DỤC
VÀ ĐÀO TẠO
DANH SÁCH CÁ NHÂN
Năm học 2023 - 2024`,
		"agency@A1=ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH; unit@A3=SỞ GIÁO DỤC VÀ ĐÀO TẠO; province@A1=HÒA BÌNH; school@A6=2023-2024; period@A6=2023-2024; scope="},
	{"a named reporting unit wins", `
UBND TỈNH PHÚ THỌ | Đơn vị báo cáo: Sở Tài chính tỉnh Phú Thọ
VĂN PHÒNG | Đơn vị nhận báo cáo: Ban Thi đua - Khen thưởng
DANH SÁCH CÁ NHÂN ĐÃ ĐƯỢC KHEN THƯỞNG QUÝ III NĂM 2024`,
		"agency@A1=UBND TỈNH PHÚ THỌ; unit@B1=Sở Tài chính tỉnh Phú Thọ; province@A1=PHÚ THỌ; year@A3=2024; period@A3=2024-Q3; scope=award"},
	{"a named reporting unit in the next cell", `
Đơn vị báo cáo: | Huyện Lâm Thao
DANH SÁCH CÁ NHÂN 6 THÁNG ĐẦU NĂM 2023 (ĐỢT 2)`,
		"unit@B1=Huyện Lâm Thao; year@A2=2023; period@A2=2023-H1; part@A2=đợt 2; scope="},
	{"a revision", `
SỞ NỘI VỤ
DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN
(Thay thế danh sách kèm theo Báo cáo số 12/BC-SNV ngày 01/12/2024)
Tháng 6 năm 2024`,
		"unit@A1=SỞ NỘI VỤ; year@A4=2024; period@A4=2024-06; revision@A3=(Thay thế danh sách kèm theo Báo cáo số 12/BC-SNV ngày 01/12/2024); scope=award"},
	{"a regulation and a template are no decision", `
Mẫu số 01 ban hành kèm theo Quyết định số 45/QĐ-UBND ngày 01/02/2021
HUYỆN LÂM THAO
DANH SÁCH CÁ NHÂN
(Ban hành kèm theo Quyết định số 12/2020/QĐ-UBND ngày 3/4/2020)
Giai đoạn 2021 - 2025`,
		"unit@A2=HUYỆN LÂM THAO; period@A5=2021..2025; scope="},
	{"nam is also a word for man", `
DANH SÁCH CÁ NHÂN NAM, NỮ
HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM`,
		"scope="},
	{"proposals with a decision are awards", `
DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG ĐỢT 1 NĂM 2024
Kèm theo Quyết định số: 77/QĐ-SYT, ngày 5 tháng 6 năm 2024`,
		"year@A1=2024; period@A1=2024; part@A2=77/QĐ-SYT; decision@A2=77/QĐ-SYT ngày 5 tháng 6 năm 2024; scope=award"},
}

func TestHead(t *testing.T) {
	for _, c := range heads {
		t.Run(c.name, func(t *testing.T) {
			got := recognised(t, "danh_sach_ca_nhan", c.head+`
STT | Họ và tên | Chức vụ | Danh hiệu thi đua
1 | Nguyễn Văn A | Lái xe | LĐTT`)
			if text := headText(got.Head); text != c.want {
				t.Errorf("\n got %s\nwant %s", text, c.want)
			}
		})
	}
}

// A revision taken for a round of its own would count beside what it replaces, and the
// day of what it replaces is not its own.
func TestRevisionIsNoRound(t *testing.T) {
	for _, c := range []struct{ words, part, revision, dated string }{
		{"(ĐIỀU CHỈNH LẦN 2)", "", "(ĐIỀU CHỈNH LẦN 2)", ""},
		{"(Điều chỉnh, bổ sung)", "", "(Điều chỉnh, bổ sung)", ""},
		{"(thay thế cho bản gửi ngày 10/12/2024)", "", "(thay thế cho bản gửi ngày 10/12/2024)", ""},
		{"ĐỢT 2 (thay thế)", "đợt 2", "(thay thế)", ""},
		{"Báo cáo lần 2", "", "", ""},
		{"Báo cáo thay thế (lần 2)", "", "Báo cáo thay thế", ""},
		{"điều chỉnh số liệu lần 3", "", "điều chỉnh số liệu", ""},
		{"(gửi lại lần thứ hai)", "", "", ""},
		{"(sửa đổi, bổ sung)", "", "", ""},
		{"Đợt 2 năm 2024", "đợt 2", "", ""},
		{"Thay thế báo cáo ngày 10/12/2024", "", "Thay thế báo cáo", ""},
	} {
		h := recognised(t, "danh_sach_ca_nhan", "SỞ NỘI VỤ\nDANH SÁCH CÁ NHÂN ĐƯỢC KHEN\n"+c.words+
			"\nSTT | Họ và tên | Năm sinh | Danh hiệu\n1 | Nguyễn Văn A | 1980 | LĐTT").Head
		if h.Part.Text != c.part || h.Revision.Text != c.revision || h.DatedOn.Text != c.dated {
			t.Errorf("%s: part %q, revision %q, dated %q", c.words, h.Part.Text, h.Revision.Text, h.DatedOn.Text)
		}
	}
}

func TestScopeFromRows(t *testing.T) {
	got := recognised(t, "danh_sach_ca_nhan", `
DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2024
STT | Họ và tên | Danh hiệu thi đua | Số QĐ
1 | Nguyễn Văn A | LĐTT |
2 | Nguyễn Văn B | LĐTT | 12/QĐ-SYT`)
	if got.Head.Scope != layout.ScopeProposal || got.Head.ScopeFrom.Cell != "A1" { // the reader of rows counts row 4
		t.Errorf("scope %q from %q", got.Head.Scope, got.Head.ScopeFrom.Cell)
	}
}

func TestTitleOverSeveralLines(t *testing.T) {
	got := recognised(t, "danh_sach_tap_the", `
UBND TỈNH PHÚ THỌ
SỞ Y TẾ
DANH SÁCH
TẬP THỂ ĐƯỢC TẶNG BẰNG KHEN
Năm 2024
STT | Tên tập thể | Hình thức khen thưởng
1 | Phòng Kế hoạch | Bằng khen`)
	if want := (layout.Fact{Text: "DANH SÁCH TẬP THỂ ĐƯỢC TẶNG BẰNG KHEN", Cell: "A3"}); got.Head.Title != want {
		t.Errorf("title %+v, want %+v", got.Head.Title, want)
	}
}

func TestDateLineOfTheSignatureBlock(t *testing.T) {
	got := recognised(t, "danh_sach_tap_the", `
DANH SÁCH TẬP THỂ ĐƯỢC TẶNG BẰNG KHEN
STT | Tên tập thể | Hình thức khen thưởng
1 | Phòng Kế hoạch | Bằng khen
 | | Việt Trì, ngày 05 tháng 12 năm 2024
Nơi nhận: | | KT. GIÁM ĐỐC`)
	if want := (layout.Fact{Text: "ngày 05 tháng 12 năm 2024", Cell: "C4"}); got.Head.DatedOn != want {
		t.Errorf("dated %+v, want %+v", got.Head.DatedOn, want)
	}
}

package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/ingest/finding"
	"tdkt/ingest/load"
)

// The people of these lists are made up.

const delegatesHead = "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH ĐẠI BIỂU DỰ ĐẠI HỘI THI ĐUA YÊU NƯỚC TỈNH PHÚ THỌ LẦN THỨ VI\nNăm 2025\n"

const delegates = delegatesHead + `STT|Họ và tên|Giới tính|Ngày, tháng, năm sinh|Chức vụ|Đơn vị công tác|Thành phần đại biểu|Lao động trực tiếp|Thành phần kinh tế|Dân tộc|Tôn giáo|Đại biểu trẻ
1|Trần Thị Mẫu|Nữ|12/03/1996|Điều dưỡng|Khoa Nội|Điển hình tiên tiến|x|Hành chính sự nghiệp|Mường|Không|x
2|Lê Văn Thử|Nam|1970|Giám đốc|Văn phòng|Khách mời|||Kinh||
3|Đỗ Giả Định||||Khoa Ngoại|||||Công giáo|
Tổng cộng: 3 đại biểu
`

func peopleOf(t *testing.T, text string) *load.Batch {
	t.Helper()
	return readPages(t, intake{}, page{"DS", text})
}

func tri(b *bool) string {
	if b == nil {
		return "?"
	}
	return fmt.Sprint(*b)
}

// Delegates are read with the readers of recipients; what a row leaves open stays unknown.
func TestDelegates(t *testing.T) {
	b := peopleOf(t, delegates)
	if got := b.Returns[0]; got.Form != "dai_bieu_dai_hoi" || got.Outcome != load.Accepted || got.Unit == load.Unknown || got.Period != "2025" {
		t.Fatalf("%s %s %s %s: %v", got.Form, got.Outcome, got.Unit, got.Period, codes(b))
	}
	var got []string
	for i := range b.People {
		p := &b.People[i]
		got = append(got, strings.Join([]string{p.RecipientKind, p.Level, fmt.Sprint(p.Year), p.Role, p.Sector, p.Class,
			tri(p.Woman), tri(p.EthnicMinority), tri(p.Religious), tri(p.Young), fmt.Sprint(p.BirthYear), p.NameCell, p.RoleCell}, "|"))
	}
	want := []string{
		"individual|tinh|2025|dien_hinh|ngoai_kinh_te|direct_worker|true|true|false|true|1996|B6|G6",
		"individual|tinh|2025|khach_moi|chua_ro||false|false|?|false|1970|B7|G7",
		"individual|tinh|2025|chua_ro|chua_ro||?|?|true|false|0|B8|",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s\n%v", diff, codes(b))
	}
	if len(b.Awards)+len(b.Tallies)+len(b.Declared)+len(b.Printed) > 0 {
		t.Error("a list of delegates gave figures of awards")
	}
	if got := codes(b); got != "" {
		t.Errorf("found %s", got)
	}
}

// What heads rows holds for them: a role, a unit.
func TestDelegatesUnderHeadings(t *testing.T) {
	b := peopleOf(t, `UBND TỈNH PHÚ THỌ
BAN THI ĐUA - KHEN THƯỞNG
DANH SÁCH ĐẠI BIỂU
DỰ ĐẠI HỘI THI ĐUA YÊU NƯỚC TOÀN QUỐC LẦN THỨ XI
Giai đoạn 2020-2025
STT|Họ và tên|Nam|Nữ|Chức vụ|Đơn vị cử
I|Đại biểu điển hình tiên tiến
1|Trần Thị Mẫu||1996|Điều dưỡng|Sở Y tế
II|Đại biểu khách mời
1|Lê Văn Thử|1970||Giám đốc|Sở Vắng Mặt
`)
	var got []string
	for i := range b.People {
		p := &b.People[i]
		got = append(got, strings.Join([]string{p.Level, fmt.Sprint(p.Year), p.Role, p.Unit, tri(p.Woman), p.RoleCell, p.UnitCell}, "|"))
	}
	want := []string{"nha_nuoc|2025|dien_hinh|pt-so-y-te|true|B7|F8", "nha_nuoc|2025|khach_moi|chua_ro|false|B9|F10"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s\n%v", diff, codes(b))
	}
	if got := codes(b); got != "delegation-unknown@DS!F10" {
		t.Errorf("found %s", got)
	}
}

const exemplarsHead = "UBND TỈNH PHÚ THỌ\nHỘI NÔNG DÂN\nDANH SÁCH ĐIỂN HÌNH TIÊN TIẾN\nGiai đoạn 2021-2025\n"

func TestExemplars(t *testing.T) {
	b := peopleOf(t, exemplarsHead+`STT|Tên tập thể/cá nhân/hộ gia đình|Tập thể/Cá nhân/Hộ gia đình|Lĩnh vực|Năm công nhận|Tình trạng|Địa chỉ
1|Hộ ông Lê Văn Thử|Hộ gia đình|Phát triển kinh tế hộ gia đình, xóa đói giảm nghèo|2023|Đã nhân rộng|Xã Giả Định
2|Trần Thị Mẫu|Cá nhân|Kinh tế hộ gia đình|2024|Bồi dưỡng|Xã Giả Định
3|Xã Giả Định|Tập thể|Xây dựng nông thôn mới|||
4|Hộ bà Đỗ Thị Mẫu||Văn hóa công sở|2024||
`)
	var got []string
	for i := range b.People {
		p := &b.People[i]
		got = append(got, strings.Join([]string{p.RecipientKind, p.Field, fmt.Sprint(p.Year), p.Status, p.KindCell, p.FieldCell, p.Level}, "|"))
	}
	words := "f" + recipientKey("Văn hóa công sở", "", "")
	want := []string{"household|kinh_te_ho|2023|nhan_rong|C6|D6|", "individual|kinh_te_ho|2024|boi_duong|C7|D7|",
		"collective|nong_thon_moi|2025|chua_ro|C8|D8|", "household|" + words + "|2024|chua_ro|B9|D9|"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s\n%v", diff, codes(b))
	}
	if b.Returns[0].Form != "dien_hinh_tien_tien" || b.Returns[0].Outcome != load.Accepted {
		t.Errorf("%s %s %v", b.Returns[0].Form, b.Returns[0].Outcome, codes(b))
	}
}

// Lists of awards and lists of people have much the same columns: neither may be taken for the other.
func TestPeopleAndAwardsAreToldApart(t *testing.T) {
	const agency = "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\n"
	plain := "\nSTT|Họ và tên|Giới tính|Ngày sinh|Chức vụ|Đơn vị công tác\n1|Trần Thị Mẫu|Nữ|1996|Điều dưỡng|Khoa Nội\n"
	withForm := "\nSTT|Họ và tên|Chức vụ|Danh hiệu\n1|Trần Thị Mẫu|Điều dưỡng|LĐTT\n"
	for _, c := range []struct{ name, title, table, want string }{
		{"delegates", "DANH SÁCH ĐẠI BIỂU DỰ ĐẠI HỘI THI ĐUA YÊU NƯỚC TỈNH NĂM 2025", plain, "dai_bieu_dai_hoi"},
		{"delegates of a conference that honours", "Danh sách đại biểu dự Hội nghị biểu dương, khen thưởng điển hình tiên tiến ngành Y tế năm 2025", plain, "dai_bieu_dai_hoi"},
		{"delegates with the titles that they hold", "DANH SÁCH ĐẠI BIỂU DỰ ĐẠI HỘI THI ĐUA YÊU NƯỚC TỈNH NĂM 2025", withForm, "dai_bieu_dai_hoi"},
		{"delegates who were given something", "DANH SÁCH ĐẠI BIỂU ĐẠI HỘI THI ĐUA YÊU NƯỚC TỈNH ĐƯỢC TẶNG BẰNG KHEN NĂM 2025", plain, "danh_sach_ca_nhan"},
		{"delegates of no congress of emulation", "DANH SÁCH ĐẠI BIỂU HỘI ĐỒNG NHÂN DÂN ĐƯỢC KHEN THƯỞNG NĂM 2025", withForm, "danh_sach_ca_nhan"},
		{"awards on the day of a congress", "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG TẠI ĐẠI HỘI THI ĐUA YÊU NƯỚC NĂM 2025", withForm, "danh_sach_ca_nhan"},
		{"exemplars", "DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN NĂM 2025", plain, "dien_hinh_tien_tien"},
		{"exemplars with a column of forms", "DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN NĂM 2025", withForm, "danh_sach_ca_nhan"},
		{"exemplars who were given something", "DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN ĐƯỢC TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH NĂM 2025", plain, "danh_sach_ca_nhan"},
		{"exemplars under headings of forms", "DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN NĂM 2025", "\nSTT|Họ và tên|Chức vụ\nI|Bằng khen của Chủ tịch UBND tỉnh\n1|Trần Thị Mẫu|Điều dưỡng\n", "danh_sach_ca_nhan"},
		{"awards", "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2025", withForm, "danh_sach_ca_nhan"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := peopleOf(t, agency+c.title+c.table)
			if got := b.Returns[0].Form; got != c.want {
				t.Errorf("is %s, want %s: %s", got, c.want, codes(b))
			}
			if people := strings.HasPrefix(c.want, "da") && c.want != "danh_sach_ca_nhan" || strings.HasPrefix(c.want, "di"); people == (len(b.Awards) > 0) {
				t.Errorf("%d awards, %d people", len(b.Awards), len(b.People))
			}
		})
	}
}

// peopleCases turn the rules of lists of people red.
func peopleCases() []redCase {
	row := func(columns, cells string) map[string][]byte {
		return asFile(delegatesHead + "STT|Họ và tên|Ngày sinh|" + columns + "\n1|Trần Thị Mẫu|12/03/1996|" + cells + "\n")
	}
	return []redCase{
		{"role-unknown", row("Thành phần đại biểu", "Ban tổ chức")},
		{"sector-unknown", row("Thành phần kinh tế", "Kinh tế vườn")},
		{"delegation-unknown", row("Đoàn đại biểu", "Sở Vắng Mặt")},
		{"person-twice", row("Chức vụ", "Y tá\n2|Trần Thị Mẫu|12/03/1996|Điều dưỡng")},
		{"congress-level-unknown", asFile("UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH ĐẠI BIỂU DỰ ĐẠI HỘI THI ĐUA YÊU NƯỚC NĂM 2025\nSTT|Họ và tên|Chức vụ\n1|Trần Thị Mẫu|Y tá\n")},
		{"exemplar-kind-unknown", asFile(exemplarsHead + "STT|Tên tập thể/cá nhân/hộ gia đình|Tập thể/Cá nhân/Hộ gia đình|Lĩnh vực\n1|Trần Thị Mẫu|Câu lạc bộ|Y tế\n")},
		{"exemplar-status-unknown", asFile(exemplarsHead + "STT|Tên tập thể/cá nhân/hộ gia đình|Lĩnh vực|Tình trạng\n1|Bà Trần Thị Mẫu|Y tế|Tạm được\n")},
	}
}

// A target of the board names its kinds in a column or behind the number, as plans do.
func TestExemplarTargets(t *testing.T) {
	const head = "UBND TỈNH PHÚ THỌ\nBAN THI ĐUA - KHEN THƯỞNG\nCHỈ TIÊU XÂY DỰNG ĐIỂN HÌNH TIÊN TIẾN\nGiai đoạn 2021-2025\nSTT|Lĩnh vực|Đơn vị chủ trì|Đơn vị phối hợp|Chỉ tiêu|Đối tượng|Giai đoạn\n"
	b := peopleOf(t, head+"1|Phát triển kinh tế hộ gia đình, xóa đói giảm nghèo|Hội Nông dân|UBND các xã|05 hộ gia đình hoặc cá nhân tiêu biểu||2021-2025\n2|Văn hóa công sở|Sở Y tế||3|Tập thể|\n")
	var got []string
	for _, l := range b.Listed {
		got = append(got, strings.Join([]string{l.List, l.Code, l.Kind, fmt.Sprint(l.Amount), l.Period, l.Means}, "|"))
	}
	want := []string{"board_exemplar_target|kinh_te_ho|household+individual|5|2021..2025|pt-hoi-nong-dan",
		"board_exemplar_target|f" + recipientKey("Văn hóa công sở", "", "") + "|collective|3|2021..2025|pt-so-y-te"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s\n%v", diff, codes(b))
	}
	for _, c := range []struct {
		row  string
		code finding.Code
	}{
		{"1|Y tế|Sở Y tế||nhiều|Cá nhân|", "board-value-unknown"},
		{"1|Y tế|Sở Y tế||5|Câu lạc bộ|", "board-value-unknown"},
		{"1|Y tế|||5|Cá nhân|", "board-value-unknown"},
		{"1|Y tế|Sở Y tế||5|Cá nhân|\n2|Y tế|Sở Y tế||2|Hộ gia đình hoặc cá nhân|", "board-row-twice"},
		{"1|Y tế|Sở Y tế||5|Cá nhân|bao giờ", "board-date-invalid"},
	} {
		b := peopleOf(t, head+c.row+"\n")
		if b.Returns[0].Outcome != load.Refused || !slices.ContainsFunc(b.Findings, func(f load.Finding) bool { return f.Code == c.code }) {
			t.Errorf("%s: %s %v", c.row, b.Returns[0].Outcome, codes(b))
		}
	}
}

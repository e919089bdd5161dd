package ingest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/data"
	"tdkt/ingest/load"
)

const people = `
UBND TỈNH PHÚ THỌ
SỞ Y TẾ
DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024
(Kèm theo Quyết định số 12/QĐ-SYT ngày 05/12/2024)

STT|Họ và tên|Giới tính|Năm sinh|Đơn vị công tác|Danh hiệu thi đua/Hình thức khen thưởng|Phân loại đối tượng|Dân tộc|Loại hình khen thưởng|Ghi chú
1|Bà Nguyễn Thị A|Nữ|1990|Bệnh viện X|LĐTT|Công nhân||Thường xuyên|
2|Trần B|Nam|15/03/1985||Giấy khen của Giám đốc Sở|Doanh nhân|x|Đột xuất|Thu hồi
3|Thượng tá Lê C|||Bệnh viện X|CSTĐCS|||Thường xuyên|vào tháng 5
Tổng cộng|3||||||||`

// awardLines words awards in one line each, so that a case can be read.
func awardLines(b *load.Batch) []string {
	var out []string
	tri := func(p *bool) string {
		if p == nil {
			return "?"
		}
		return map[bool]string{true: "yes", false: "no"}[*p]
	}
	for _, a := range b.Awards {
		out = append(out, fmt.Sprintf("%d %s %s/%s %s %s %d %s birth=%d%s woman=%s@%s minority=%s class=%s %s no=%s on=%s proposal=%v",
			a.Row, a.Unit, a.RecipientKind, a.Name, a.Form, a.Level, a.Year, a.Achievement, a.BirthYear, a.BirthOn, tri(a.Woman), a.GenderCell,
			tri(a.EthnicMinority), a.Class, a.Event, a.DecisionNo, a.DecidedOn, a.IsProposal))
	}
	return out
}

func TestListOfPeople(t *testing.T) {
	b := readPages(t, intake{}, page{"DS", people})
	want := []string{
		"7 pt-so-y-te individual/Nguyễn Thị A ldtt so 2024 thuong_xuyen birth=1990 woman=yes@C7 minority=no class=direct_worker awarded no=12/QĐ-SYT on=2024-12-05 proposal=false",
		"8 pt-so-y-te individual/Trần B giay_khen so 2024 dot_xuat birth=19851985-03-15 woman=no@C8 minority=yes class=entrepreneur revoked no=12/QĐ-SYT on=2024-12-05 proposal=false",
		"9 pt-so-y-te individual/Thượng tá Lê C cstd_co_so so 2024 thuong_xuyen birth=0 woman=?@ minority=no class= awarded no=12/QĐ-SYT on=2024-12-05 proposal=false",
	}
	if d := cmp.Diff(want, awardLines(b)); d != "" {
		t.Error(d)
	}
	r := b.Returns[0]
	got := fmt.Sprint(r.Form, r.Unit, r.Sender, r.Province, r.Period, r.ReportYear, r.Scope, r.Outcome, r.IsRevision)
	if got != fmt.Sprint("danh_sach_ca_nhan", "pt-so-y-te", "pt-so-y-te", "25", "2024", 2024, "award", "accepted", false) {
		t.Error(got, codes(b))
	}
}

func TestGroupsHoldForTheRowsBeneath(t *testing.T) {
	b := readPages(t, intake{}, page{"DS", `
UBND TỈNH PHÚ THỌ
SỞ Y TẾ
DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024
STT|Tên tập thể/cá nhân/hộ gia đình|Đơn vị công tác|Phân loại khen thưởng
I|BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH
1|Phòng Kế hoạch|Sở Y tế|Tập thể
2|Trần B|Sở Y tế|CANHAN
II|Giấy khen của Giám đốc Sở
1|Lê C|Sở Y tế|Cá nhân
III|Lao động tiên tiến`})
	var got []string
	for _, a := range b.Awards {
		got = append(got, a.RecipientKind+" "+a.Form+"@"+a.FormCell+" "+a.Level)
	}
	want := []string{"collective bk_tinh@B5 tinh", "individual bk_tinh@B5 tinh", "individual giay_khen@B8 so"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d, codes(b))
	}
	var declared []string
	for _, d := range b.Declared {
		declared = append(declared, fmt.Sprint(d.Unit, d.Year, d.Form, d.Cell))
	}
	if d := cmp.Diff([]string{"pt-so-y-te2024bk_tinhB5", "pt-so-y-te2024giay_khenB8", "pt-so-y-te2024ldttB10"}, declared); d != "" {
		t.Error("declared", d)
	}
}

func TestTwoColumnsOfGender(t *testing.T) {
	b := readPages(t, intake{}, page{"DS", `
UBND TỈNH PHÚ THỌ
SỞ Y TẾ
DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2024
STT|Họ và tên|Nam|Nữ|Đơn vị công tác
1|A|1980||K
2|B||12/05/1991|K
3|C|||K
4|D|x||K
5|E|1980|1990|K`})
	var got []string
	for _, a := range b.Awards {
		woman := "?"
		if a.Woman != nil {
			woman = fmt.Sprint(*a.Woman)
		}
		got = append(got, fmt.Sprint(a.Name, " ", woman, " ", a.BirthYear, " ", a.Form, "@", a.FormCell))
	}
	want := []string{"A false 1980 ldtt@A3", "B true 1991 ldtt@A3", "C ? 0 ldtt@A3", "D false 0 ldtt@A3", "E ? 0 ldtt@A3"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if codes(b) != "gender-unknown@DS!D9" {
		t.Error(codes(b))
	}
}

func TestScopeOfAList(t *testing.T) {
	list := func(title, column, cell string) page {
		return page{"DS", "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\n" + title + " NĂM 2024\nSTT|Họ và tên|Đơn vị công tác|Hình thức khen thưởng|" + column + "\n1|A|K|LĐTT|" + cell}
	}
	for _, c := range []struct {
		name  string
		page  page
		scope string
		props int
		codes string
	}{
		{"awards by the words of the title", list("DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG", "", ""), "award", 0, ""},
		{"proposals by the words of the title", list("DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG", "", ""), "proposal", 1, ""},
		{"a decision in a row is stronger than the title", list("DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG", "Số quyết định", "12/QĐ-SYT"), "award", 0, ""},
		{"neither is held", list("DANH SÁCH CÁ NHÂN", "", ""), "", 0, "award-or-proposal@DS!A3"},
	} {
		b := readPages(t, intake{}, c.page)
		props := 0
		for _, a := range b.Awards {
			if a.IsProposal {
				props++
			}
		}
		if b.Returns[0].Scope != c.scope || props != c.props || codes(b) != c.codes {
			t.Errorf("%s: scope %q, %d proposals, %s", c.name, b.Returns[0].Scope, props, codes(b))
		}
	}
}

func TestYearOfAnAward(t *testing.T) {
	list := func(title, year, kind, decision string) page {
		return page{"DS", "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG " + title +
			"\nSTT|Họ và tên|Đơn vị công tác|Hình thức khen thưởng|Loại hình khen thưởng|Quyết định số, ngày|Năm khen thưởng\n1|A|K|Giấy khen|" + kind + "|" + decision + "|" + year}
	}
	for _, c := range []struct {
		name   string
		page   page
		year   int
		period string
		codes  string
	}{
		{"the row's own", list("NĂM 2024", "2023", "Thường xuyên", ""), 2023, "2024", ""},
		{"a school year is its ending year", list("NĂM HỌC 2022-2023", "", "Thường xuyên", ""), 2023, "2022-2023", ""},
		{"the title's", list("NĂM 2024", "", "Thường xuyên", "1/QĐ-SYT ngày 05/01/2025"), 2024, "2024", ""},
		{"sudden: the decision's", list("", "", "Đột xuất", "1/QĐ-SYT ngày 05/01/2025"), 2025, "2025", ""},
		{"regular without a year is held", list("", "", "Thường xuyên", "1/QĐ-SYT ngày 05/01/2025"), 0, "", "year-not-stated@DS!"},
		{"several years in the title", list("GIAI ĐOẠN 2021-2025", "", "Thường xuyên", ""), 0, "2021..2025", "award-year-unknown@DS!G5"},
		{"nonsense is unknown, told once", list("NĂM 2024", "năm ngoái", "Thường xuyên", ""), 0, "2024", "year-invalid@DS!G5"},
	} {
		b := readPages(t, intake{}, c.page)
		if len(b.Awards) != 1 || b.Awards[0].Year != c.year || b.Returns[0].Period != c.period || codes(b) != c.codes {
			t.Errorf("%s: %v period %q, %s", c.name, awardLines(b), b.Returns[0].Period, codes(b))
		}
	}
}

func TestUnitOfAList(t *testing.T) {
	body := "\nDANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024\nSTT|Họ và tên|Đơn vị công tác|Hình thức khen thưởng|Đơn vị báo cáo\n1|A|K|LĐTT|%s"
	for _, c := range []struct {
		name, head, row, sender string
		unit, from, codes       string
	}{
		{"the head comes first", "UBND TỈNH VĨNH PHÚC\nSỞ Y TẾ", "Sở Nội vụ tỉnh Vĩnh Phúc", "", "vp-so-y-te", "vp-so-y-te", ""},
		{"then the row", "", "Sở Nội vụ tỉnh Vĩnh Phúc", "Sở Y tế tỉnh Vĩnh Phúc", "vp-so-noi-vu", "vp-so-y-te", ""},
		{"then the register", "", "", "Sở Y tế tỉnh Vĩnh Phúc", "vp-so-y-te", "vp-so-y-te", ""},
		{"or a code in the register", "", "", "vp-so-y-te", "vp-so-y-te", "vp-so-y-te", ""},
		{"the register tells the province of the head", "SỞ Y TẾ", "", "Sở Nội vụ tỉnh Vĩnh Phúc", "vp-so-y-te", "vp-so-noi-vu", ""},
		{"three departments of one name", "SỞ Y TẾ", "", "", "chua_ro", "chua_ro", "unit-unknown-head@DS!A1"},
		{"nobody says", "", "", "", "chua_ro", "chua_ro", "unit-not-stated@DS!"},
	} {
		text := fmt.Sprintf(strings.TrimSpace(c.head+body), c.row)
		b := readPages(t, intake{sender: c.sender}, page{"DS", text})
		r := b.Returns[0]
		if r.Unit != c.unit || r.Sender != c.from || codes(b) != c.codes {
			t.Errorf("%s: unit %s, sender %s, %s", c.name, r.Unit, r.Sender, codes(b))
		}
	}
}

// TestListsAsOfficesSendThem reads small lists whose figures were worked out on paper. want
// words each award as kind form level unit, "?" before a proposal.
func TestListsAsOfficesSendThem(t *testing.T) {
	const head = "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\n"
	const given = head + "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024\n"
	const columns = "STT|Họ và tên|Đơn vị công tác|"
	for _, c := range []struct{ name, text, want, codes string }{
		{"a Bằng khen is another form by who gave it", given + columns + "Hình thức khen thưởng|Cơ quan ban hành|Số QĐ\n" +
			"1|A|K|Bằng khen|Thủ tướng Chính phủ|1/QĐ-TTg\n2|B|K|Bằng khen|Bộ Y tế|2/QĐ-BYT\n3|C|K|Bằng khen|LĐLĐ tỉnh|3/QĐ",
			"individual bk_thu_tuong nha_nuoc; individual bk_tinh bo; individual chung_nhan_doan_the chua_ro", ""},
		{"also by the decision of the head", given + "(Kèm theo Quyết định số 123/QĐ-TTg ngày 05/12/2024 của Thủ tướng Chính phủ)\n" +
			columns + "Hình thức khen thưởng\n1|A|K|Bằng khen", "individual bk_thu_tuong nha_nuoc", ""},
		{"a sở gives no Bằng khen", given + columns + "Hình thức khen thưởng|Cơ quan ban hành\n1|A|K|Bằng khen|Giám đốc Sở Y tế",
			"", "certificate-of-other-authority@DS!D5"},
		{"who signs is no authority", given + columns + "Hình thức khen thưởng|Người ký\n1|A|K|LĐTT|Trần Văn B", "individual ldtt so", ""},
		{"a title and a commendation in one row are two awards", given + columns + "Danh hiệu thi đua|Hình thức khen thưởng\n" +
			"1|A|K|LĐTT|Giấy khen\n2|B|K|-|Giấy khen", "individual ldtt so; individual giay_khen so; individual giay_khen so", ""},
		{"what was proposed is no award beside what was given", given + columns + "Danh hiệu đề nghị|Danh hiệu được tặng\n" +
			"1|A|K|CSTĐCS|LĐTT\n2|B|K|CSTĐCS|", "individual ldtt so; ?individual cstd_co_so so", ""},
		{"proposals beside one decision stay proposals", head + "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG NĂM 2024\n" + columns + "Danh hiệu|Số QĐ\n" +
			"1|A|K|LĐTT|12/QĐ-SYT\n2|B|K|LĐTT|\n3|C|K|LĐTT|Tờ trình số 15/TTr-SYT", "individual ldtt so; ?individual ldtt so; ?individual ldtt so", ""},
		{"collectives under their own heading are no persons", head + "DANH SÁCH ĐƯỢC KHEN THƯỞNG NĂM 2024\n" + columns + "Hình thức khen thưởng\n" +
			"I|Tập thể: 01\n1|Khoa Nội|BV|Giấy khen\nII|Cá nhân: 01\n1|A|BV|Giấy khen", "collective giay_khen so; individual giay_khen so", ""},
		{"a remark revokes, land does not", given + columns + "Danh hiệu|Ghi chú\n1|A|K|LĐTT|Thu hồi theo QĐ số 20/QĐ-SYT\n2|B|K|LĐTT|Thu hồi đất",
			"individual ldtt so revoked; individual ldtt so", ""},
		{"a printed total is checked", given + columns + "Danh hiệu\n1|A|K|LĐTT\n2|B|K|LĐTT\n|Tổng cộng: 05 người", "individual ldtt so; individual ldtt so", "total-differs@DS!B7"},
		{"a total of recipients is right too", given + columns + "Danh hiệu thi đua|Hình thức khen thưởng\n1|A|K|LĐTT|Giấy khen\nTổng cộng|1",
			"individual ldtt so; individual giay_khen so", ""},
		{"a short date line ends the list", given + columns + "Danh hiệu\n1|A|K|LĐTT\n|||Phú Thọ, ngày 10/12/2024\n|||GIÁM ĐỐC", "individual ldtt so", ""},
	} {
		b := readPages(t, intake{}, page{"DS", c.text})
		var got []string
		for _, a := range b.Awards {
			line := a.RecipientKind + " " + a.Form + " " + a.Level
			if a.IsProposal {
				line = "?" + line
			}
			if a.Event != "awarded" {
				line += " " + a.Event
			}
			got = append(got, line)
		}
		if g := strings.Join(got, "; "); g != c.want || codes(b) != c.codes {
			t.Errorf("%s:\n got %s\nwant %s\n%s", c.name, g, c.want, codes(b))
		}
	}
}

func TestUnitsOfTheRows(t *testing.T) {
	const table = "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024\nSTT|Họ và tên|Danh hiệu|Đơn vị báo cáo\n"
	for _, c := range []struct{ name, text, want string }{
		{"each row has its unit", table + "1|A|LĐTT|Sở Y tế tỉnh Phú Thọ\n2|B|LĐTT|Sở Y tế tỉnh Vĩnh Phúc", "chua_ro accepted: pt-so-y-te so, vp-so-y-te so"},
		{"a province above the table reports nothing", "UBND TỈNH PHÚ THỌ\n" + table + "1|A|LĐTT|Sở Y tế\n2|B|LĐTT|Sở Nội vụ", "chua_ro accepted: pt-so-y-te so, pt-so-noi-vu so"},
		{"one row without a unit holds them all", table + "1|A|LĐTT|Sở Y tế tỉnh Phú Thọ\n2|B|LĐTT|", "chua_ro held: pt-so-y-te so, chua_ro chua_ro"},
	} {
		b := readPages(t, intake{}, page{"DS", c.text})
		var rows []string
		for _, a := range b.Awards {
			rows = append(rows, a.Unit+" "+a.Level)
		}
		if got := b.Returns[0].Unit + " " + b.Returns[0].Outcome + ": " + strings.Join(rows, ", "); got != c.want {
			t.Errorf("%s: %s, want %s; %s", c.name, got, c.want, codes(b))
		}
	}
}

// TestUnitOfTheDayOfTheDecision guards the units merged in 2025: a list without a period is
// of the day of its decisions, not of its receipt.
func TestUnitOfTheDayOfTheDecision(t *testing.T) {
	b, err := knowledge(t).readFile(&source{name: "f.xlsx", hash: "h", receivedOn: data.Date{Year: 2026, Month: 1, Day: 5}, content: workbook(t, page{"DS", `
UBND TỈNH PHÚ THỌ
SỞ Y TẾ
DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG
STT|Họ và tên|Danh hiệu|Loại hình khen thưởng|Ngày quyết định
1|A|Giấy khen|Đột xuất|05/01/2024`})})
	if err != nil {
		t.Fatal(err)
	}
	if u := b.Returns[0].Unit; u != "pt-so-y-te" {
		t.Error(u, codes(b))
	}
}

func TestContradictionsOfAPersonAreUnknown(t *testing.T) {
	b := readPages(t, intake{}, page{"DS", `
UBND TỈNH PHÚ THỌ
SỞ Y TẾ
DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024
STT|Ông/Bà|Họ và tên|Giới tính|Năm sinh|Danh hiệu
1|Ông|A|Nữ|1990|LĐTT
2|Bà|B||2024|LĐTT`})
	if a := b.Awards; len(a) != 2 || a[0].Woman != nil || a[1].Woman == nil || a[1].BirthYear != 0 {
		t.Error(awardLines(b))
	}
	if codes(b) != "gender-unknown@DS!D5 birth-invalid@DS!E6" {
		t.Error(codes(b))
	}
}

package ingest

import (
	"fmt"
	"strings"
	"testing"

	"tdkt/ingest/load"
)

// listWith is a list of one row of the mixed form, with the columns that a case asks for.
func listWith(columns, cells string) page {
	return page{"DS", "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024\n" +
		"STT|Tên tập thể/cá nhân/hộ gia đình|Đơn vị công tác|Phân loại khen thưởng|Hình thức khen thưởng|" + columns +
		"\n1|A|K|Cá nhân|LĐTT|" + "\n2|" + cells}
}

func TestFaultsOfARow(t *testing.T) {
	for _, c := range []struct {
		name    string
		page    page
		want    string
		outcome string
	}{
		{"nothing wrong", listWith("", "B|K|Tập thể|TTLĐTT|"), "", load.Accepted},
		{"no name", listWith("", "|K|Tập thể|TTLĐTT|"), "name-missing@DS!B6", load.Refused},
		{"no kind", listWith("", "B|K||Giấy khen|"), "kind-unknown@DS!D6", load.Refused},
		{"a kind that is none", listWith("", "B|K|Đồng chí|Giấy khen|"), "kind-unknown@DS!D6", load.Refused},
		{"a form that is none", listWith("", "B|K|Cá nhân|Lao động tiên tiếng|"), "form-unknown@DS!E6", load.Refused},
		{"no form", listWith("", "B|K|Cá nhân||"), "form-unknown@DS!E6", load.Refused},
		{"an order without its class", listWith("", "B|K|Cá nhân|Huân chương Lao động|"), "form-unknown@DS!E6", load.Refused},
		{"a formula error", listWith("", "B|K|Cá nhân|=REF|"), "cell-error@DS!E6", load.Refused},
		{"gender that is none", listWith("Giới tính", "B|K|Cá nhân|LĐTT|Thượng tá"), "gender-unknown@DS!F6", load.AcceptedWithWarnings},
		{"a day that is none", listWith("Ngày sinh", "B|K|Cá nhân|LĐTT|31/02/1990"), "birth-invalid@DS!F6", load.AcceptedWithWarnings},
		{"a decision day that is none", listWith("Ngày quyết định", "B|K|Cá nhân|LĐTT|31/02/2024"), "decision-missing@DS!F5 date-invalid@DS!F6", load.AcceptedWithWarnings},
		{"a position is no class", listWith("Phân loại đối tượng", "B|K|Cá nhân|LĐTT|Giám đốc"), "class-unknown@DS!F6", load.AcceptedWithWarnings},
		{"a type that is none", listWith("Loại hình khen thưởng", "B|K|Cá nhân|LĐTT|Vui vẻ"), "achievement-unknown@DS!F6", load.AcceptedWithWarnings},
		{"a tick that is none", listWith("Dân tộc", "B|K|Cá nhân|LĐTT|chắc thế"), "tick-unknown@DS!F6", load.AcceptedWithWarnings},
		{"an authority that is none", listWith("Cơ quan ban hành", "B|K|Cá nhân|LĐTT|Ông nào đó"), "authority-unknown@DS!F6", load.AcceptedWithWarnings},
		{"an event that is none", listWith("Tính chất tặng", "B|K|Cá nhân|LĐTT|Mượn"), "event-unknown@DS!F6", load.Refused},
		{"a hidden row counts", page{"DS", strings.Replace(listWith("", "B|K|Cá nhân|LĐTT|").text, "\n2|", "\n~2|", 1)}, "hidden-rows@DS!A6", load.AcceptedWithWarnings},
	} {
		b := readPages(t, intake{}, c.page)
		r := b.Returns[0]
		if got := codes(b); got != c.want || r.Outcome != c.outcome {
			t.Errorf("%s: %s, %s", c.name, r.Outcome, got)
		}
		for _, f := range b.Findings {
			if f.Want.VI == "" || f.Want.EN == "" || f.Mend.VI == "" || f.Mend.EN == "" {
				t.Errorf("%s: %s has no words", c.name, f.Code)
			}
		}
		if n := len(b.Awards); (n == 0) != (c.outcome == load.Refused) {
			t.Errorf("%s: %s with %d awards", c.name, r.Outcome, n)
		}
	}
}

func TestSheetsOfAFile(t *testing.T) {
	list := listWith("", "B|K|Tập thể|TTLĐTT|")
	more := strings.NewReplacer("|A|", "|C|", "|B|", "|D|").Replace(list.text)
	for _, c := range []struct {
		name  string
		pages []page
		want  string // form ordinal outcome, a return each
		codes string
	}{
		{"two sheets of one form are one return", []page{list, {"DS 2", more}}, "danh_sach_hon_hop 1 accepted", ""},
		{"of two units they are two", []page{list, {"DS 2", strings.Replace(list.text, "SỞ Y TẾ", "SỞ NỘI VỤ", 1)}},
			"danh_sach_hon_hop 1 accepted, danh_sach_hon_hop 2 accepted", ""},
		{"two forms are two returns", []page{list, {"B", fmt.Sprintf(strings.Replace(form0603, "%s", "15", 1), "1", "1", "3", "1")}}, "", ""},
		{"a hidden sheet is set aside", []page{list, {"~Ẩn", "a|b\n1|2"}}, "danh_sach_hon_hop 1 accepted", ""},
		{"a list of codes is set aside", []page{list, {"DANHMUC", "Mã|Tên\n1|Giấy khen"}}, "danh_sach_hon_hop 1 accepted", ""},
		{"another visible sheet is answered", []page{list, {"Khác", "Mua|Bán\n1|2\n3|4"}},
			"danh_sach_hon_hop 1 accepted, chua_ro 1 refused", "layout-unknown@Khác!A1"},
		{"nothing but hidden sheets", []page{{"Trống", ""}, {"~Ẩn", "a|b\n1|2"}}, "chua_ro 1 refused", "layout-unknown@Ẩn!A1"},
	} {
		b := readPages(t, intake{}, c.pages...)
		var got []string
		for _, r := range b.Returns {
			got = append(got, fmt.Sprint(r.Form, " ", r.Ordinal, " ", r.Outcome))
		}
		if all := strings.Join(got, ", "); c.want != "" && (all != c.want || codes(b) != c.codes) {
			t.Errorf("%s: %s; %s", c.name, all, codes(b))
		}
		if c.want == "" && len(got) != 2 {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestRevision(t *testing.T) {
	list := listWith("", "B|K|Tập thể|TTLĐTT|")
	marked := page{"DS", strings.Replace(list.text, "NĂM 2024", "NĂM 2024 (thay thế báo cáo đã gửi)", 1)}
	for _, c := range []struct {
		name             string
		page             page
		in               intake
		mark, file, back string
	}{
		{"none", list, intake{}, "", "", ""},
		{"the head", marked, intake{}, "head", "", ""},
		{"the register", list, intake{revises: "old.xlsx"}, "register", "old.xlsx", ""},
		{"the register is stronger, a return by its number", marked, intake{revises: "r0123456789abcdef"}, "register", "", "r0123456789abcdef"},
	} {
		r := readPages(t, c.in, c.page).Returns[0]
		if r.RevisionMark != c.mark || r.IsRevision != (c.mark != "") || r.RevisesFile != c.file || r.RevisesReturn != c.back {
			t.Errorf("%s: %+v", c.name, r)
		}
	}
}

func TestPeriodEnd(t *testing.T) {
	for period, want := range map[string]string{
		"2024": "2024-12-31", "2024-H1": "2024-06-30", "2024-H2": "2024-12-31", "2024-Q1": "2024-03-31",
		"2024-02": "2024-02-29", "2024-9T": "2024-09-30", "2021..2025": "2025-12-31", "2023-2024": "2024-05-31", "": "",
	} {
		if got := periodEnd(period).String(); got != want {
			t.Errorf("%q ends on %s, want %s", period, got, want)
		}
	}
}

// A district that tells in July 2025 of its first half-year is gone by then; its name is
// taken as of the last day of what it tells of. For the whole year no such day is there.
func TestUnitGoneOnTheDayOfTheReturn(t *testing.T) {
	text := splitHeader(fmt.Sprintf(form02, "60", "50", "45", "145"))
	for _, c := range []struct{ name, period, day, unit, want string }{
		{"half-year", "06 tháng đầu năm 2025", "05 tháng 7 năm 2025", "h-237", ""},
		{"whole year", "Năm 2025", "15 tháng 12 năm 2025", "chua_ro", "unit-unknown-head@M2!A2"},
		{"an earlier year", "Năm 2024", "15 tháng 8 năm 2025", "h-237", ""},
		{"whole year told before", "Năm 2025", "15 tháng 6 năm 2025", "h-237", ""},
	} {
		b := readPages(t, intake{}, page{"M2", strings.Replace(text, "Năm 2024", c.period, 1) + "\n||Lâm Thao, ngày " + c.day})
		if got := codes(b); got != c.want || b.Returns[0].Unit != c.unit {
			t.Errorf("%s: %s, %s", c.name, b.Returns[0].Unit, got)
		}
	}
}

// An old name in a new return is the unit into which all of that name passed whole, and a warning says which; a district has
// no such unit. Taken in silence it would put figures where nobody looks for them; not taken it would lose the return.
func TestOldNameInANewReturn(t *testing.T) {
	text := splitHeader(fmt.Sprintf(form02, "60", "50", "45", "145"))
	for _, c := range []struct{ name, as, unit, want string }{
		{"three departments that became one", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "ptm-so-tai-chinh", "unit-old-name@M2!A2"},
		{"a district of many communes", "UBND HUYỆN LÂM THAO", "chua_ro", "unit-unknown-head@M2!A2"},
	} {
		page2026 := strings.NewReplacer("UBND HUYỆN LÂM THAO", c.as, "Năm 2024", "Năm 2026").Replace(text)
		b := readPages(t, intake{}, page{"M2", page2026 + "\n||Phú Thọ, ngày 15 tháng 12 năm 2026"})
		if got := codes(b); got != c.want || b.Returns[0].Unit != c.unit {
			t.Errorf("%s: %s, %s", c.name, b.Returns[0].Unit, got)
		}
	}
	rows := "UBND TỈNH PHÚ THỌ\nDANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2026\n|||Phú Thọ, ngày 15 tháng 12 năm 2026\nSTT|Họ và tên|Đơn vị công tác|Hình thức khen thưởng|Đơn vị báo cáo\n1|A|K|LĐTT|Sở Kế hoạch và Đầu tư\n2|B|K|LĐTT|Sở Y tế"
	b := readPages(t, intake{}, page{"DS", rows})
	if got := codes(b); got != "unit-old-name@DS!E5" || len(b.Awards) != 2 || b.Awards[0].Unit != "ptm-so-tai-chinh" || b.Awards[1].Unit != "ptm-so-y-te" {
		t.Errorf("rows of a list: %s %v", got, b.Awards)
	}
}

package ingest

import (
	"fmt"
	"strings"
	"testing"

	"tdkt/ingest/load"
)

// mau02Rows is Mẫu 02 of 2022 with these rows of form and total.
func mau02Rows(rows string) string {
	return "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nTỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN\nNăm 2022\n" +
		"STT|Danh hiệu thi đua/Hình thức khen thưởng|Số lượng khen thưởng\n||Tổng số\n" + rows + "\n"
}

// mau01Head is Mẫu 01 of 2023 with these header rows and figures.
func mau01Head(rest string) string {
	return "UBND TỈNH PHÚ THỌ\nUBND HUYỆN TÂN SƠN\nTỔNG HỢP KẾT QUẢ KHEN THƯỞNG THEO ĐƠN VỊ\nNăm 2023\n" + rest + "\n"
}

// Returns in which no sum and no unreadable word shows that a figure would come out wrong:
// what stands there must be told, or nothing counted.
func TestNothingCountsWrongInSilence(t *testing.T) {
	names := func(cell string) string {
		return ofPeople + "STT|Họ và tên|Danh hiệu\n1|" + cell + "|LĐTT"
	}
	for _, c := range []struct{ name, text, want string }{
		{"two years in a title", strings.Replace(mau02Rows("1|LĐTT|15"), "Năm 2022", "Năm 2021 và năm 2022", 1), "award-year-unknown@DS!A3"},
		{"a year and a half", strings.Replace(mau02Rows("1|LĐTT|15"), "Năm 2022", "Năm 2022, 6 tháng đầu năm 2023", 1), "award-year-unknown@DS!A3"},
		{"a year and what it is compared with", strings.Replace(mau02Rows("1|LĐTT|15"), "Năm 2022", "Năm 2022 (so với năm 2021)", 1), ""},
		{"who was not awarded", strings.Replace(names("Trần A"), "ĐƯỢC", "KHÔNG ĐƯỢC", 1), "award-or-proposal@DS!A3"},
		{"who was not good enough", strings.Replace(names("Trần A"), "ĐƯỢC", "CHƯA ĐỦ ĐIỀU KIỆN ĐƯỢC", 1), "award-or-proposal@DS!A3"},

		{"plan beside result", mau01Head("STT|Tên đơn vị|Hình thức khen thưởng|\n||LĐTT|\n||Kế hoạch|Thực hiện\n1|Xã Tân Phú|20|10"), "form-unknown@DS!C7"},
		{"plan over forms", mau01Head("STT|Tên đơn vị|Hình thức khen thưởng|||\n||Kế hoạch||Thực hiện|\n||LĐTT|Giấy khen|LĐTT|Giấy khen\n1|Xã Tân Phú|20|10|7|8"), "form-unknown@DS!C7 form-unknown@DS!D7"},
		{"women beside all", mau01Head("STT|Tên đơn vị|Hình thức khen thưởng|\n||LĐTT|\n||Số lượng|Trong đó nữ\n1|Xã Tân Phú|20|10"), "form-unknown@DS!D7"},
		{"last year beside this", mau01Head("STT|Tên đơn vị|Hình thức khen thưởng|||\n||Năm 2022||Năm 2023|\n||LĐTT|Giấy khen|LĐTT|Giấy khen\n1|Xã Tân Phú|20|10|7|8"), "form-unknown@DS!C7 form-unknown@DS!D7"},
		{"this year alone", mau01Head("STT|Tên đơn vị|Hình thức khen thưởng|\n||Năm 2023|\n||LĐTT|Giấy khen\n1|Xã Tân Phú|20|10"), ""},
		{"two unknown units are not one", mau01Head("STT|Tên đơn vị|Hình thức khen thưởng\n||LĐTT\n1|Phòng Một|20\n2|Phòng Hai|20"), "unit-unknown@DS!B7 unit-unknown@DS!B8"},

		{"a form and a part of it", mau02Rows("1|Giấy khen|42\n|Giấy khen của Giám đốc Sở|30"), "form-named-twice@DS!B8"},
		{"a form in two spellings", mau02Rows("1|LĐTT|42\n2|Lao động tiên tiến|30"), "form-named-twice@DS!B8"},
		{"one form of two levels", mau02Rows("1|Giấy khen của Chủ tịch UBND xã|42\n2|Giấy khen của Giám đốc Sở|30"), ""},
		{"a part that is nought", mau02Rows("1|Giấy khen|42\n2|Giấy khen của Giám đốc Sở|-"), ""},
		{"one form under two headings", mau02Rows("I|Công trạng|\n1|LĐTT|42\nII|Chuyên đề|\n1|Lao động tiên tiến|30"), ""},

		{"units by forms under plain headers", "UBND TỈNH VĨNH PHÚC\nUBND HUYỆN YÊN LẠC\nBIỂU TỔNG HỢP KHEN THƯỞNG Năm 2023\nĐơn vị|Tổng số|Huân chương Lao động|Bằng khen|Giấy khen\nXã Đồng Cương||1||\nXã Tề Lỗ||1||4",
			"layout-unknown@DS!A4"},
		{"a total that was never worked out", mau02Rows("1|LĐTT|15\n2|Giấy khen|30\nTổng cộng||=SUM(C7:C8)"), "total-unread@DS!C9"},
		{"a total in error", mau02Rows("1|LĐTT|15\n2|Giấy khen|30\nTổng cộng||#REF!"), "total-unread@DS!C9"},
		{"a total of a list that was never worked out", ofPeople + "STT|Họ và tên|Danh hiệu|Ghi chú\n1|Trần A|LĐTT|\n2|Trần B|LĐTT|\n|Tổng cộng||=COUNTA(B5:B6)", "total-unread@DS!D7"},
		{"persons in one cell", names("Nguyễn Văn An, Trần Thị Bình"), "several-recipients@DS!B5"},
		{"with a conjunction", names("Ông Nguyễn Văn An và bà Trần Thị Bình"), "several-recipients@DS!B5"},
		{"a number of persons", names("15 cá nhân"), "several-recipients@DS!B5"},
		{"and others", names("Nguyễn Văn An và 12 người khác"), "several-recipients@DS!B5"},
		{"a name and a title", names("Nguyễn Văn An, Phó Trưởng phòng"), ""},
		{"a name and a workplace", names("Nguyễn Văn An, Sở Y tế"), ""},
		{"one of a number", names("01 cá nhân"), ""},
		{"a column of numbers", ofPeople + "STT|Họ và tên|Danh hiệu|Số lượng\n1|Trần A|LĐTT|1\n2|Trần B|LĐTT|3", "column-unknown@DS!D4 several-recipients@DS!D6"},
		{"a remark that takes it back", ofPeople + "STT|Họ và tên|Danh hiệu|Ghi chú\n1|Trần A|LĐTT|Không đạt", "note-denies@DS!D5"},
		{"a remark that does not", ofPeople + "STT|Họ và tên|Danh hiệu|Ghi chú\n1|Trần A|LĐTT|Không là đảng viên", ""},
		{"forms in the header", ofPeople + "STT|Họ và tên|CSTĐCS|Giấy khen\n1|Trần A|x|\n2|Trần B||x", "form-unknown@DS!A3 column-unknown@DS!C4 column-unknown@DS!D4"},
	} {
		if got := codes(readPages(t, intake{}, page{"DS", c.text})); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A name broken over two lines of a cell is one name.
func TestSeveralIn(t *testing.T) {
	for _, c := range []struct {
		name, kind string
		want       bool
	}{
		{"Nguyễn Văn\nAn", individual, false},
		{"Nguyễn Thị\nMinh Hằng", individual, false},
		{"Nguyễn Văn An\nTrần Thị Bình", individual, true},
		{"1. Nguyễn Văn An; 2. Lê Bình", individual, true},
		{"H'Hen Niê", individual, false},
		{"Ông Lê A và bà Lê Thị B", household, false},
		{"Tổ 5, thôn Lê Lợi", collective, false},
		{"12 hộ gia đình", household, true},
		{"Trường Tiểu học 10 Lê Lợi", collective, false},
	} {
		if got := severalIn(c.name, c.kind, false); got != c.want {
			t.Errorf("%q: %v", c.name, got)
		}
	}
}

// A list headed as one of households needs no column for the kind of recipient.
func TestListOfHouseholds(t *testing.T) {
	b := readPages(t, intake{}, page{"DS", "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH HỘ GIA ĐÌNH ĐƯỢC KHEN THƯỞNG NĂM 2022\n" +
		"STT|Họ tên chủ hộ|Địa chỉ|Hình thức khen thưởng\n1|Nguyễn Văn An|Khu 1|Giấy khen\n"})
	if got := fmt.Sprint(codes(b), b.Returns[0].Outcome, b.Awards[0].RecipientKind); got != fmt.Sprint("", load.Accepted, household) {
		t.Error(got)
	}
}

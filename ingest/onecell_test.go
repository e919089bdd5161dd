package ingest

import (
	"strings"
	"testing"
)

// One cell may hold name, position and workplace: the key of the recipient is made of the
// name alone, so that the same person in a list with columns is the same.
func TestNamePositionAndWorkplaceInOneCell(t *testing.T) {
	head := "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024\n"
	for _, c := range []struct{ cell, name, workplace string }{
		{"Nguyễn Văn A, Trưởng phòng, Sở Nội vụ", "Nguyễn Văn A", "Sở Nội vụ"},
		{"Nguyễn Văn A\nTrưởng phòng\nSở Nội vụ", "Nguyễn Văn A", "Sở Nội vụ"},
		{"Nguyễn Văn A - Trưởng phòng - Sở Nội vụ", "Nguyễn Văn A", "Sở Nội vụ"},
		{"Nguyễn Văn A – Trưởng phòng, Sở Nội vụ", "Nguyễn Văn A", "Sở Nội vụ"},
		{"Ông Nguyễn Văn A, sinh năm 1980, Phó Trưởng phòng Tổ chức, Trung tâm Mẫu", "Nguyễn Văn A", "Trung tâm Mẫu"},
		{"Nguyễn Văn A (Phòng Tổ chức)", "Nguyễn Văn A", "Phòng Tổ chức"},
		{"H'Hen-Niê, giáo viên, Trường Mẫu", "H'Hen-Niê", "Trường Mẫu"},
		{"Nguyễn Văn A", "Nguyễn Văn A", ""},
	} {
		text := head + "STT|Họ tên, chức vụ, đơn vị|Danh hiệu thi đua\n1|" + strings.ReplaceAll(c.cell, "\n", "⏎") + "|LĐTT"
		b := readPages(t, intake{}, page{"DS", text})
		if len(b.Awards) != 1 || codes(b) != "" {
			t.Fatalf("%q: %d awards, %s", c.cell, len(b.Awards), codes(b))
		}
		a := b.Awards[0]
		if a.Name != c.name || a.Workplace != c.workplace {
			t.Errorf("%q: %q at %q", c.cell, a.Name, a.Workplace)
		}
		apart := readPages(t, intake{}, page{"DS", head + "STT|Họ và tên|Đơn vị công tác|Danh hiệu thi đua\n1|" + c.name + "|" + c.workplace + "|LĐTT"})
		if key := apart.Awards[0].RecipientKey; key != a.RecipientKey {
			t.Errorf("%q: another key than in a list with columns", c.cell)
		}
	}
	// Under a header of names alone a comma parts nothing.
	b := readPages(t, intake{}, page{"DS", head + "STT|Họ và tên|Danh hiệu thi đua\n1|Nguyễn Văn A, Trần B|LĐTT"})
	if b.Awards[0].Name != "Nguyễn Văn A, Trần B" {
		t.Error(b.Awards[0].Name)
	}
}

// A collective is an enterprise where its class or its kind says so; where nothing does, it
// is not known.
func TestEnterprisesOfLists(t *testing.T) {
	b := readPages(t, intake{}, page{"DS", `
UBND TỈNH PHÚ THỌ
SỞ Y TẾ
DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024
STT|Tên tập thể/cá nhân/hộ gia đình|Phân loại khen thưởng|Hình thức khen thưởng|Phân loại đối tượng
1|Công ty A|Tập thể|Giấy khen|Doanh nghiệp
2|Trung tâm B|Tập thể|Giấy khen|Đơn vị sự nghiệp
3|Đảng ủy C|Tập thể|Giấy khen|Cơ quan Đảng và các tổ chức chính trị, xã hội
4|Tổ D|Tập thể|Giấy khen|
5|Công ty E|Doanh nghiệp|Giấy khen|
6|Nguyễn F|Cá nhân|Giấy khen|Doanh nhân
`})
	var got []string
	for _, a := range b.Awards {
		word := "?"
		if a.Enterprise != nil {
			word = map[bool]string{true: "yes", false: "no"}[*a.Enterprise] + "@" + a.ClassCell
		}
		got = append(got, word)
	}
	if all := strings.Join(got, " "); all != "yes@E5 no@E6 no@E7 ? yes@C9 ?" {
		t.Error(all, codes(b))
	}
}

package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tdkt/ingest/layout"
)

// story writes the rows of a table from its first data, group or total row on: number,
// kind, label, the groups around it, what it sums and what it is a part of.
func story(t *layout.Table) string {
	var lines []string
	for _, r := range t.Rows {
		if !slices.Contains([]layout.RowKind{layout.Data, layout.GroupRow, layout.Total}, r.Kind) {
			continue
		}
		line := fmt.Sprintf("%d %s %s", r.No, r.Kind, r.Label)
		if r.Measure != "" {
			line += " = " + strings.TrimRight(strings.Join([]string{r.Measure, r.Achievement, r.PartOf}, "/"), "/")
		}
		for _, g := range r.Groups {
			line += " < " + g.Text
		}
		if len(r.Sum) > 0 {
			line += fmt.Sprint(" sums ", r.Sum)
		}
		if r.Within != 0 {
			line += fmt.Sprint(" within ", r.Within)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

var stories = []struct{ name, layout, text, want string }{
	{"groups of form, unit and type enclose what follows until one of their sort", "danh_sach_ca_nhan", `
DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG
STT | Họ và tên | Chức vụ
I. DANH HIỆU "LAO ĐỘNG TIÊN TIẾN" (03 người)
Sở Y tế
1 | Nguyễn Văn A | Lái xe
Sở Tài chính
1 | Nguyễn Văn B | Lái xe
2 | Nguyễn Văn C | Lái xe
Cộng | 2
II. Chiến sĩ thi đua cơ sở
1 | Sở Nội vụ
1 | Nguyễn Văn D | Lái xe
Tổng số: 4 người`,
		`3 group LAO ĐỘNG TIÊN TIẾN
4 group Sở Y tế < LAO ĐỘNG TIÊN TIẾN
5 data Nguyễn Văn A < LAO ĐỘNG TIÊN TIẾN < Sở Y tế
6 group Sở Tài chính < LAO ĐỘNG TIÊN TIẾN
7 data Nguyễn Văn B < LAO ĐỘNG TIÊN TIẾN < Sở Tài chính
8 data Nguyễn Văn C < LAO ĐỘNG TIÊN TIẾN < Sở Tài chính
9 total Cộng < LAO ĐỘNG TIÊN TIẾN < Sở Tài chính sums [7 8]
10 group Chiến sĩ thi đua cơ sở
11 group Sở Nội vụ < Chiến sĩ thi đua cơ sở
12 data Nguyễn Văn D < Chiến sĩ thi đua cơ sở < Sở Nội vụ
13 total Tổng số: 4 người < Chiến sĩ thi đua cơ sở < Sở Nội vụ sums [5 7 8 12]`},

	{"a name merged down over two awards", "danh_sach_ca_nhan", `
STT | Họ và tên | Chức vụ | Danh hiệu thi đua
1 | Nguyễn Văn A | Lái xe | LĐTT
 | | | CSTĐ cơ sở
2 | Nguyễn Văn B | Lái xe | LĐTT
merge: A2:A3 B2:B3 C2:C3`,
		`2 data Nguyễn Văn A
3 data Nguyễn Văn A
4 data Nguyễn Văn B`},

	{"the total stands first in form 0603, and an unknown row stays visible", "bieu_0603", `
SỐ LƯỢNG KHEN THƯỞNG CẤP BỘ, BAN, NGÀNH
Chỉ tiêu | Mã số | Tổng số | Chia ra |
 | | | Bằng khen | Tập thể lao động xuất sắc
Tổng số | 01 | 6 | 4 | 2
1. Chia theo đối tượng khen thưởng
Tập thể | 02 | 3 | 1 | 2
Trong đó:
- Doanh nghiệp | 03 | 1 | 1 |
Hộ gia đình | | | |
Cá nhân | 05 | 3 | 3 |
Trong đó: Nữ | | 1 | 1 |
LĐTT | 10 | 3 | 3 |
Người nước ngoài | | 1 | 1 |
2. Chia theo phương thức khen thưởng
+ Chuyên đề | 12 | 6 | 4 | 2`,
		`4 total Tổng số = award_count sums [6 9 10]
5 group Chia theo đối tượng khen thưởng
6 data Tập thể = collective_count < Chia theo đối tượng khen thưởng
7 group Trong đó < Chia theo đối tượng khen thưởng
8 data - Doanh nghiệp = enterprise_count//collective_count < Chia theo đối tượng khen thưởng < Trong đó
9 data Hộ gia đình = household_count < Chia theo đối tượng khen thưởng < Trong đó
10 data Cá nhân = individual_count < Chia theo đối tượng khen thưởng < Trong đó
11 data Trong đó: Nữ = woman_count//individual_count < Chia theo đối tượng khen thưởng < Trong đó
12 data LĐTT = direct_worker_count//individual_count < Chia theo đối tượng khen thưởng < Trong đó
13 data Người nước ngoài < Chia theo đối tượng khen thưởng < Trong đó
14 group Chia theo phương thức khen thưởng
15 data + Chuyên đề = achievement_count/chuyen_de < Chia theo phương thức khen thưởng`},

	{"classes under their order, parts under their whole", "mau_02", `
TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN
STT | Hình thức khen thưởng | Số lượng khen thưởng |
 | | Tổng số | Cá nhân
I | Danh hiệu thi đua | 120 | 120
1 | Lao động tiên tiến | 120 | 120
II | Hình thức khen thưởng | 13 | 7
1 | Huân chương Lao động | 3 | 3
- | Hạng Nhất | 1 | 1
- | Hạng Nhì | 2 | 2
2 | Giấy khen | 10 | 4
 | Trong đó: của Chủ tịch UBND xã | 2 |
Cộng | | 133 | 127`,
		`4 total Danh hiệu thi đua sums [5]
5 data Lao động tiên tiến < Danh hiệu thi đua
6 total Hình thức khen thưởng sums [8 9 10]
7 total Huân chương Lao động < Hình thức khen thưởng sums [8 9]
8 data Hạng Nhất < Hình thức khen thưởng < Huân chương Lao động
9 data Hạng Nhì < Hình thức khen thưởng < Huân chương Lao động
10 data Giấy khen < Hình thức khen thưởng
11 total Trong đó: của Chủ tịch UBND xã < Hình thức khen thưởng within 10
12 total Cộng sums [5 8 9 10]`},

	{"headings with figures are sums of the units beneath", "mau_01", `
STT | Đơn vị | Danh hiệu thi đua, hình thức khen thưởng | |
 | | Tổng số | LĐTT | Giấy khen
 | Tổng số | 21 | 14 | 7
A | KHỐI HUYỆN
I | Huyện Lâm Thao | 12 | 5 | 7
1 | Phòng Nội vụ | 4 | 2 | 2
 | Trong đó: nữ | 1 | 1 |
2 | Xã Tứ Xã | 8 | 3 | 5
II | Huyện Tam Nông
1 | Phòng Nội vụ | 4 | 4 |
Cộng khối huyện | | 16 | 9 | 7
B | KHỐI SỞ
1 | Sở Y tế | 5 | 5 |`,
		`3 total Tổng số sums [6 8 10 13]
4 group KHỐI HUYỆN
5 total Huyện Lâm Thao < KHỐI HUYỆN sums [6 8]
6 data Phòng Nội vụ < KHỐI HUYỆN < Huyện Lâm Thao
7 total Trong đó: nữ < KHỐI HUYỆN < Huyện Lâm Thao within 6
8 data Xã Tứ Xã < KHỐI HUYỆN < Huyện Lâm Thao
9 group Huyện Tam Nông < KHỐI HUYỆN
10 data Phòng Nội vụ < KHỐI HUYỆN < Huyện Tam Nông
11 total Cộng khối huyện sums [6 8 10]
12 group KHỐI SỞ
13 data Sở Y tế < KHỐI SỞ`},

	{"roman numbers alone are rows, not sums", "mau_01", `
STT | Đơn vị | Hình thức khen thưởng |
 | | LĐTT | Giấy khen
I | Huyện Lâm Thao | 5 | 7
II | Huyện Tam Nông | 4 |
Tổng | | 9 | 7`,
		`3 data Huyện Lâm Thao
4 data Huyện Tam Nông
5 total Tổng sums [3 4]`},
}

func TestRowsTellTheirStory(t *testing.T) {
	for _, c := range stories {
		t.Run(c.name, func(t *testing.T) {
			if got := story(recognised(t, c.layout, c.text)); got != c.want {
				t.Errorf("\n got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestBorrowedCellsKeepTheirPlace(t *testing.T) {
	got := recognised(t, stories[1].layout, stories[1].text)
	cell, at, ok := got.Rows[2].Cell(2)
	if !ok || cell.Text != "Nguyễn Văn A" || at != "B2" || got.Rows[2].LabelCell != "B2" {
		t.Errorf("name %q at %q, label at %q", cell.Text, at, got.Rows[2].LabelCell)
	}
	if _, _, ok := got.Rows[3].Cell(9); ok {
		t.Error("a cell where there is none")
	}
}

func TestNearestLayoutNamesWhatIsMissing(t *testing.T) {
	for _, c := range []struct{ name, text, nearest, missing string }{
		{"a list without names", "STT | Năm sinh | Chức vụ | Danh hiệu thi đua\n1 | 1980 | Lái xe | LĐTT", "danh_sach_ca_nhan", "name"},
		{"names that nothing was given to", "DANH SÁCH LỚP\nSTT | Họ và tên | Năm sinh\n1 | Nguyễn Văn A | 1980", "danh_sach_ca_nhan",
			"form achievement movement decision decision_no decided_on award_year"},
		{"form 0603 without forms", "A | Mã số | Đơn vị tính | Tổng số\nTập thể | 02 | | 1", "bieu_0603", "form"},
		{"nothing like a return", "Doanh thu | Chi phí\n1 | 2", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := layout.Recognise(sheet(c.text), layouts(t), known)
			nearest := ""
			if res.Nearest != nil {
				nearest = res.Nearest.Code
			}
			if res.Table != nil || nearest != c.nearest || strings.Join(res.Missing, " ") != c.missing {
				t.Errorf("table %v, nearest %q, missing %v", res.Table != nil, nearest, res.Missing)
			}
		})
	}
}

// The order of columns, and which letters they stand in, tell nothing.
func TestColumnsAreFoundByName(t *testing.T) {
	a := recognised(t, "danh_sach_ca_nhan", "STT | Họ và tên | Năm sinh | Danh hiệu\n1 | Nguyễn Văn A | 1980 | LĐTT")
	b := recognised(t, "danh_sach_ca_nhan", "---\n | | Danh hiệu | | NĂM SINH | họ và  tên | TT\n | | LĐTT | | 1980 | Nguyễn Văn A | 1")
	if fields(a) != "A=ordinal B=name C=birth D=form" || fields(b) != "C=form E=birth F=name G=ordinal" {
		t.Errorf("%s\n%s", fields(a), fields(b))
	}
	if kinds(b) != "hd" {
		t.Errorf("rows %s", kinds(b))
	}
}

package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/ingest/load"
)

// The forms are drawn from the columns, rows and codes that domain knowledge of Thông tư 02/2023/TT-BNV and 03/2018/TT-BNV has.

// form0601 takes the cells of its rows, "total|central|province|unit" each, in order.
const form0601 = `
Biểu số: 0601.N/BNV-TĐKT||||Đơn vị báo cáo: Sở Nội vụ tỉnh Phú Thọ
Ban hành theo Thông tư số 02/2023/TT-BNV ngày 23/3/2023||||Đơn vị nhận báo cáo: Ban Thi đua - Khen thưởng tỉnh Phú Thọ
SỐ PHONG TRÀO THI ĐUA
Năm 2024
|Mã số|Tổng số|Số phong trào thi đua chia theo cấp chủ trì phát động thi đua||
|||Cấp Trung ương (Hội đồng Thi đua - Khen thưởng Trung ương)|Cấp bộ, ban ngành đoàn thể trung ương, tỉnh, thành phố trực thuộc Trung ương|Cơ quan, tổ chức, đơn vị
A|B|1=(2+3+4)|2|3|4
Tổng số|01|%s
1. Chia theo phạm vi tổ chức thi đua
- Toàn quốc|02|%s
- Bộ, ban, ngành đoàn thể, địa phương|03|%s
- Cụm, khối thi đua do Hội đồng Thi đua - Khen thưởng các cấp tổ chức|04|%s
- Cơ quan, tổ chức, đơn vị|05|%s
2. Chia theo thời hạn thi đua
- Dưới 1 năm|06|%s
- 1 năm|07|%s
- Từ 1 năm đến dưới 3 năm|08|%s
- Từ 3 năm đến dưới 5 năm|09|%s
- Từ 5 năm trở lên|10|%s
3. Chia theo phương thức tổ chức phong trào thi đua
- Thi đua theo chuyên đề|11|%s
- Thi đua thường xuyên hàng năm|12|%s
|||||Phú Thọ, ngày 10 tháng 12 năm 2024
Người lập biểu|||||Thủ trưởng đơn vị
`

const form0604 = `
Biểu số: 0604.N/BNV-TĐKT||Đơn vị báo cáo: Sở Nội vụ tỉnh Phú Thọ
SỐ LƯỢNG TỔ CHỨC LÀM CÔNG TÁC THI ĐUA, KHEN THƯỞNG CỦA BỘ, BAN, NGÀNH, ĐOÀN THỂ TRUNG ƯƠNG, TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG
Năm 2024
|Mã số|Đơn vị tính|Số lượng
A|B|C|1
Tổng số|01|Tổ chức|%s
Chia theo cơ cấu tổ chức bộ máy
- Cấp Vụ thuộc bộ, ban, ngành, đoàn thể Trung ương|02|Vụ|%s
- Cấp phòng, ban hoặc bộ phận thuộc Vụ|03|Phòng|%s
- Cấp ban thuộc Sở Nội vụ|04|Ban|%s
- Cấp phòng thuộc Sở Nội vụ|05|Phòng|%s
`

const form0605 = `
Biểu số: 0605.N/BNV-TĐKT||Đơn vị báo cáo: Sở Nội vụ tỉnh Phú Thọ
SỐ LƯỢNG CÔNG CHỨC LÀM CÔNG TÁC THI ĐUA, KHEN THƯỞNG CỦA BỘ, BAN, NGÀNH ĐOÀN THỂ TRUNG ƯƠNG, TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG
Năm 2024
|Mã số|Số lượng (Người)|
||Tổng số|Trong đó: Nữ
A|B|1|2
Tổng số|01|%s
1. Chia theo độ tuổi
- Từ 30 trở xuống|02|%s
- Từ 31 đến 40|03|%s
- Từ 41 đến 50|04|%s
- Từ 51 đến 55|05|%s
- Từ 56 đến 60|06|%s
- Trên 60 tuổi|07|%s
2. Chia theo trình độ đào tạo
- Sơ cấp|08|%s
- Trung cấp|09|%s
- Cao đẳng|10|%s
- Đại học|11|%s
- Trên đại học|12|%s
3. Chia theo thâm niên công tác trong lĩnh vực thi đua, khen thưởng
- Dưới 5 năm|13|%s
- Từ 5 đến 10 năm|14|%s
- Từ 10 năm trở lên|14|%s
`

// filled puts cells, parted by blanks, into a form.
func filled(form, cells string) string {
	var args []any
	for _, c := range strings.Fields(cells) {
		args = append(args, strings.ReplaceAll(c, "_", ""))
	}
	return fmt.Sprintf(form, args...)
}

const (
	sound0601 = "6|1|2|3 1|1|_|_ 2|_|2|_ 1|_|_|1 2|_|_|2 2|_|1|1 3|_|1|2 _|_|_|_ _|_|_|_ 1|1|_|_ 4|1|2|1 2|_|_|2"
	sound0604 = "3 _ _ 1 2"
	sound0605 = "9|5 1|1 4|3 2|1 1|0 1|_ _|_ _|_ _|_ 1|1 6|3 2|1 5|3 3|2 1|_"
)

func figureLines(b *load.Batch) []string {
	var out []string
	for _, f := range b.Statistics {
		out = append(out, fmt.Sprint(f.Cell, " ", f.Unit, " ", f.Year, " ", f.Measure, " ", f.Statistic, " ", f.Column, " ", f.Amount))
	}
	return out
}

func printedLines(b *load.Batch) []string {
	var out []string
	for _, p := range b.Printed {
		out = append(out, fmt.Sprint(p.Cell, " ", p.Measure, " ", p.Printed, " ", p.Computed))
	}
	return out
}

// A whole form gives each of its cells once as what it is, and the columns of a row once more as its whole; nothing of it is an award.
func TestForm0604(t *testing.T) {
	b := readPages(t, intake{}, page{"B", filled(form0604, sound0604)})
	key := " pt-so-noi-vu 2024 body_count body_"
	want := []string{"D6" + key + "total all 3", "D10" + key + "home_affairs_board all 1", "D11" + key + "home_affairs_division all 2"}
	if d := cmp.Diff(want, figureLines(b)); d != "" {
		t.Error(d)
	}
	if got := codes(b); got != "" || b.Returns[0].Form != "bieu_0604" || len(b.Tallies)+len(b.Awards) > 0 {
		t.Errorf("%s: %s, %d tallies", b.Returns[0].Form, got, len(b.Tallies))
	}
	if d := cmp.Diff([]string{"D6 body_structure 3 3"}, printedLines(b)); d != "" {
		t.Error(d)
	}
}

func TestForm0601(t *testing.T) {
	b := readPages(t, intake{}, page{"B", filled(form0601, sound0601)})
	if got := codes(b); got != "" || b.Returns[0].Form != "bieu_0601" || b.Returns[0].Period != "2024" || len(b.Tallies) > 0 {
		t.Errorf("%s: %q", b.Returns[0].Form, got)
	}
	lines := strings.Join(figureLines(b), "\n")
	key := " pt-so-noi-vu 2024 movement_count movement_"
	for _, want := range []string{"D8" + key + "total central 1", "E8" + key + "total province 2", "F8" + key + "total unit 3",
		"D8" + key + "total all 1", "E8" + key + "total all 2", "F8" + key + "total all 3", "D10" + key + "scope_nationwide central 1",
		"F12" + key + "scope_cluster unit 1", "F16" + key + "duration_1 all 2", "F22" + key + "method_annual unit 2"} {
		if !strings.Contains(lines, want) {
			t.Errorf("no %q in\n%s", want, lines)
		}
	}
	if n := len(b.Statistics); n != 2*(3+4+5+4) { // of the total and of each section, each its column's and its row's
		t.Errorf("%d figures", n)
	}
}

func TestForm0605(t *testing.T) {
	b := readPages(t, intake{}, page{"B", filled(form0605, sound0605)})
	if got := codes(b); got != "" || b.Returns[0].Form != "bieu_0605" {
		t.Errorf("%s: %q", b.Returns[0].Form, got)
	}
	lines := strings.Join(figureLines(b), "\n")
	key := " pt-so-noi-vu 2024 staff_count staff_"
	for _, want := range []string{"C7" + key + "total all 9", "D7" + key + "total woman 5", "C13" + key + "age_56_60 all 1",
		"D12" + key + "age_51_55 woman 0", "C24" + key + "seniority_10_up all 1"} { // by its words: a code that stands twice is nobody's
		if !strings.Contains(lines, want) {
			t.Errorf("no %q in\n%s", want, lines)
		}
	}
	if strings.Contains(lines, "D13") {
		t.Error("a blank cell is a figure")
	}
}

// form0701 has no column for offices, and sums beside its headings.
const form0701 = `
Biểu số: 0701.N/BNV-TĐKT|||Đơn vị báo cáo: Sở Nội vụ tỉnh Phú Thọ
SỐ PHONG TRÀO THI ĐUA
Năm 2021
|Mã số|Tổng số|Số phong trào thi đua chia theo cấp chủ trì phát động thi đua|
|||Cấp Trung ương (Hội đồng Thi đua - Khen thưởng Trung ương)|Cấp bộ, ban ngành đoàn thể trung ương, tỉnh, thành phố trực thuộc Trung ương
A|B|1=(2+3)|2|3
Tổng số|01|5|2|3
1. Chia theo phạm vi đối tượng thi đua||%s
- Toàn quốc|02|2|2|
- Bộ, ban, ngành đoàn thể trung ương, tỉnh, thành phố trực thuộc Trung ương|03|3||3
2. Chia theo thời hạn thi đua||5|2|3
- Dưới 1 năm|06|1||1
- 1 năm|07|1|1|
- Từ 1 năm đến dưới 3 năm|08|1||1
- Từ 3 năm trở lên|09|2|1|1
3. Chia theo phương thức tổ chức phong trào thi đua||5|2|3
- Thi đua theo chuyên đề|10|4|2|2
- Thi đua thường xuyên hàng năm|11|1||1
`

func TestForm0701(t *testing.T) {
	b := readPages(t, intake{}, page{"B", fmt.Sprintf(form0701, "5|2|3")})
	if got := codes(b); got != "" || b.Returns[0].Form != "bieu_0701" || b.Returns[0].Period != "2021" {
		t.Errorf("%s: %q", b.Returns[0].Form, got)
	}
	lines := strings.Join(figureLines(b), "\n")
	for _, want := range []string{"movement_duration_3_up all 1", "movement_method_annual province 1", "movement_scope_local all 3"} {
		if !strings.Contains(lines, want) {
			t.Errorf("no %q in\n%s", want, lines)
		}
	}
	if got := codes(readPages(t, intake{}, page{"B", fmt.Sprintf(form0701, "6|2|4")})); got != "total-differs@B!C8 total-differs@B!E8" {
		t.Errorf("a sum beside a heading: %q", got)
	}
}

// Every way in which a form of figures contradicts itself is told at its cell.
func TestFiguresThatContradict(t *testing.T) {
	for _, c := range []struct{ shows, form, old, new, found string }{
		{"a printed sum of a row", form0601, "6|1|2|3", "7|1|2|3", "total-differs@B!C8"},
		{"a section short of the total", form0605, "1|1 4|3 2|1", "1|1 3|3 2|1", "section-differs@B!C9"},
		{"a section beyond the total", form0604, "3 _ _ 1 2", "3 _ 1 1 2", "section-differs@B!D9"},
		{"women of one section", form0605, "1|1 6|3 2|1", "1|1 6|2 2|1", "section-differs@B!D18"},
		{"more women than staff", form0605, "1|1 4|3", "1|2 4|2", "part-exceeds-whole@B!D9"},
		{"no count", form0604, "3 _ _ 1 2", "3 _ _ 1 hai", "count-not-whole@B!D11"},
	} {
		text := map[string]string{form0601: sound0601, form0604: sound0604, form0605: sound0605}[c.form]
		changed := strings.Replace(text, c.old, c.new, 1)
		if changed == text {
			t.Fatalf("%s: nothing replaced", c.shows)
		}
		if got := codes(readPages(t, intake{}, page{"B", filled(c.form, changed)})); got != c.found {
			t.Errorf("%s: found %q, want %q", c.shows, got, c.found)
		}
	}
}

// What a form leaves blank is told by its parts where they tell it, and by nothing else.
func TestFiguresPartlyTold(t *testing.T) {
	for _, c := range []struct {
		shows, form, cells string
		want               []string // of the total
		found              string
	}{
		{"the total alone", form0604, "3 _ _ _ _", []string{"all 3 D6"}, ""},
		{"the sections alone", form0604, "_ _ _ 1 2", []string{"all 1 D10", "all 2 D11"}, ""},
		{"the first section goes before a second that differs", form0605,
			"_|_ 1|1 4|_ _|_ _|_ _|_ _|_ _|_ _|_ _|_ 6|_ _|_ _|_ _|_ _|_", []string{"all 1 C9", "all 4 C10", "woman 1 D9"}, "section-differs@B!C19"},
		{"sums of rows without their columns", form0601, "3|_|_|_ 1|_|_|_ 2|_|_|_" + strings.Repeat(" _|_|_|_", 9), []string{"all 3 C8"}, ""},
		{"a column without a total", form0601, "_|_|_|_ 1|1|_|_ _|_|_|_ _|_|_|_ 2|_|_|2" + strings.Repeat(" _|_|_|_", 7),
			[]string{"all 1 D10", "all 2 F13", "central 1 D10", "unit 2 F13"}, ""},
		{"one column of a total, the others by their section", form0601, "_|1|_|_ 1|1|_|_ _|_|_|_ _|_|_|_ 2|_|_|2" + strings.Repeat(" _|_|_|_", 7),
			[]string{"all 1 D8", "all 2 F13", "central 1 D8", "unit 2 F13"}, ""},
		{"a total without its columns, a section with them", form0601, "4|_|_|_ 1|1|_|_ _|_|_|_ _|_|_|_ 2|_|_|2" + strings.Repeat(" _|_|_|_", 7),
			[]string{"all 4 C8", "central 1 D10", "unit 2 F13"}, "section-differs@B!D10"},
	} {
		b := readPages(t, intake{}, page{"B", filled(c.form, c.cells)})
		var got []string
		for _, f := range b.Statistics {
			if strings.HasSuffix(f.Statistic, "_total") {
				got = append(got, fmt.Sprint(f.Column, " ", f.Amount, " ", f.Cell))
			}
		}
		slices.Sort(got)
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.shows, d)
		}
		if got := codes(b); got != c.found {
			t.Errorf("%s: found %q, want %q", c.shows, got, c.found)
		}
	}
}

// A form without a figure is no answer; one of noughts is: there is nothing.
func TestFiguresOfNothing(t *testing.T) {
	if got := codes(readPages(t, intake{}, page{"B", filled(form0604, "_ _ _ _ _")})); got != "return-empty@B!A2" {
		t.Errorf("a blank form: %q", got)
	}
	b := readPages(t, intake{}, page{"B", filled(form0604, "0 0 0 0 0")})
	if got := codes(b); got != "" || !b.Returns[0].IsZero || len(b.Statistics) != 5 {
		t.Errorf("noughts: %q, zero %v, %d figures", got, b.Returns[0].IsZero, len(b.Statistics))
	}
}

// Forms of figures and forms of awards share headings, codes and rows; each is read as what it is, and a count of other staff as
// neither.
func TestFiguresAreNoOtherForm(t *testing.T) {
	staff := strings.NewReplacer("0605.N/BNV-TĐKT", "0101.N/BNV-CBCC", " LÀM CÔNG TÁC THI ĐUA, KHEN THƯỞNG", "", " trong lĩnh vực thi đua, khen thưởng", "").Replace(form0605)
	for _, c := range []struct{ shows, text, form string }{
		{"0601", filled(form0601, sound0601), "bieu_0601"},
		{"0601 without its number", strings.Replace(filled(form0601, sound0601), "Biểu số: 0601.N/BNV-TĐKT", "", 1), "bieu_0601"},
		{"0604", filled(form0604, sound0604), "bieu_0604"},
		{"0605", filled(form0605, sound0605), "bieu_0605"},
		{"0603", fmt.Sprintf(form0603, "15", "1", "3", "1"), "bieu_0603"},
		{"0602", fmt.Sprintf(form0602, ""), "bieu_0602"},
		{"0603 that speaks of 0601", "Kèm Biểu 0601.N/BNV-TĐKT\n" + strings.TrimLeft(fmt.Sprintf(form0603, "15", "1", "3", "1"), "\n"), "bieu_0603"},
		{"other staff", filled(staff, sound0605), ""},
		{"gifts", "Biểu 0604.N/BNV-TĐKT\nQUÀ TẶNG\n|Mã số|Đơn vị tính|Số lượng\nĐồng hồ|01|Cái|3\nGiấy khung|02|Cái|9", ""},
	} {
		b := readPages(t, intake{}, page{"B", c.text})
		got := ""
		if len(b.Statistics)+len(b.Tallies) > 0 {
			got = b.Returns[0].Form
		}
		if got != c.form {
			t.Errorf("%s: read as %q, want %q (%s)", c.shows, got, c.form, codes(b))
		}
	}
}

// A workbook holds the three forms: three returns, and every cell has one answer.
func TestFormsOfOneWorkbook(t *testing.T) {
	b := readPages(t, intake{}, page{"0601", filled(form0601, sound0601)}, page{"0604", filled(form0604, sound0604)}, page{"0605", filled(form0605, sound0605)})
	var forms []string
	for _, r := range b.Returns {
		forms = append(forms, r.Form)
		if c := r.CellCounts; c.Read != c.Used+c.Excluded+c.Rejected || c.Read == 0 || c.Rejected > 0 {
			t.Errorf("%s: %+v", r.Form, c)
		}
	}
	if d := cmp.Diff([]string{"bieu_0601", "bieu_0604", "bieu_0605"}, forms); d != "" {
		t.Error(d)
	}
}

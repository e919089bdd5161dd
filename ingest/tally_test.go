package ingest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/ingest/load"
)

const form0603 = `
Biểu số: 0603.N/BNV-TĐKT||||Đơn vị báo cáo: Ban Thi đua - Khen thưởng tỉnh Phú Thọ
SỐ LƯỢNG KHEN THƯỞNG CẤP BỘ, BAN, NGÀNH, ĐOÀN THỂ TRUNG ƯƠNG VÀ TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG
Năm 2023
|Mã số|Đơn vị tính|Tổng số|Chia ra|
||||Bằng khen|Chiến sĩ thi đua cấp bộ, cấp tỉnh
A|B|C|1|2|3
Tổng số|01||%s|10|5
1. Chia theo đối tượng khen thưởng
- Tập thể|02|Tập thể|4|4|
Trong đó: Doanh nghiệp|03|Doanh nghiệp|%s|%[2]s|
- Hộ gia đình|04|Hộ|-|-|
- Cá nhân|05|Người|11|6|5
+ Lãnh đạo cấp vụ, sở, ngành và tương đương|07|Người|2|1|1
+ Người trực tiếp công tác, lao động|10|Người|%s|%[3]s|2
2. Chia theo phương thức khen thưởng
- Thường xuyên|11||14|9|5
- Đột xuất|13||%s|%[4]s|
`

func tallyLines(b *load.Batch) []string {
	var out []string
	for _, t := range b.Tallies {
		out = append(out, fmt.Sprint(t.Cell, " ", t.Unit, " ", t.Year, " ", t.Form, " ", t.Level, " ", t.Measure, " ", t.Achievement, " ", t.Amount))
	}
	return out
}

func TestForm0603(t *testing.T) {
	b := readPages(t, intake{}, page{"B", fmt.Sprintf(form0603, "15", "1", "3", "1")})
	key := "pt-ban-tdkt 2023 bk_tinh tinh "
	cstd := "pt-ban-tdkt 2023 cstd_tinh tinh "
	want := []string{
		"E9 " + key + "collective_count chua_ro 4", "E9 " + key + "award_count chua_ro 4",
		"E10 " + key + "enterprise_count chua_ro 1",
		"E11 " + key + "household_count chua_ro 0", "E11 " + key + "award_count chua_ro 0",
		"E12 " + key + "individual_count chua_ro 6", "E12 " + key + "award_count chua_ro 6",
		"F12 " + cstd + "individual_count chua_ro 5", "F12 " + cstd + "award_count chua_ro 5",
		"E13 " + key + "leader_department_count chua_ro 1", "F13 " + cstd + "leader_department_count chua_ro 1",
		"E14 " + key + "direct_worker_count chua_ro 3", "F14 " + cstd + "direct_worker_count chua_ro 2",
		"E16 " + key + "achievement_count thuong_xuyen 9", "F16 " + cstd + "achievement_count thuong_xuyen 5",
		"E17 " + key + "achievement_count dot_xuat 1",
	}
	if d := cmp.Diff(want, tallyLines(b)); d != "" {
		t.Error(d)
	}
	if got := codes(b); got != "total-differs@B!D14" { // 3 printed, 3 + 2 counted
		t.Error(got)
	}
	var totals []string
	for _, p := range b.Printed {
		if p.Cell == "D7" || p.Cell == "E7" || p.Cell == "D14" {
			totals = append(totals, fmt.Sprint(p.Cell, " ", p.Form, " ", p.Measure, " ", p.Printed, " ", p.Computed))
		}
	}
	if d := cmp.Diff([]string{"D7 chua_ro award_count 15 15", "E7 bk_tinh award_count 10 10", "D14 chua_ro direct_worker_count 3 5"}, totals); d != "" {
		t.Error(d)
	}
}

func TestForm0603Faults(t *testing.T) {
	for _, c := range []struct {
		name string
		page string
		want string
	}{
		{"enterprises above collectives", fmt.Sprintf(form0603, "15", "5", "3", "1"), "guilty-cell@B!D10 part-exceeds-whole@B!E10 total-differs@B!D14"},
		{"classes above individuals", fmt.Sprintf(form0603, "15", "1", "7", "1"), "total-differs@B!D14 class-exceeds-individual@B!E14 guilty-cell@B!E14"},
		{"types above the total", fmt.Sprintf(form0603, "15", "1", "3", "2"), "total-differs@B!D14 guilty-cell@B!D16 achievement-exceeds-total@B!E17"},
		{"a fraction", fmt.Sprintf(form0603, "15", "1", "1,5", "1"), "count-not-whole@B!E14"},
	} {
		b := readPages(t, intake{}, page{"B", c.page})
		got := codes(b)
		if got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
		if b.Returns[0].Outcome != load.Refused || len(b.Tallies) > 0 || b.Returns[0].CellCounts.Used > 0 {
			t.Errorf("%s: %s with %d figures, cells %+v", c.name, b.Returns[0].Outcome, len(b.Tallies), b.Returns[0].CellCounts)
		}
	}
}

const form02 = `
UBND TỈNH PHÚ THỌ
UBND HUYỆN LÂM THAO
TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN
Năm 2024
STT|Danh hiệu thi đua/Hình thức khen thưởng|Số lượng khen thưởng > Tổng số|Số lượng khen thưởng cho Doanh nghiệp|Số lượng khen thưởng cho cá nhân|Khen thưởng công trạng > Tổng số|Khen thưởng công trạng > Tỷ lệ|Khen thưởng chuyên đề, đột xuất > Tổng số
1|2|3|4|5|6|7=6:3|8
1|Lao động tiên tiến|100||100|%s|0,6|40
2|Giấy khen|%s|5|%s|30|=REF|20
Tổng cộng||150|5|%s|90||60
`

// two header rows, as the form has them, out of the short "above > below" notation
func form02Page(text string) page {
	return page{"M2", splitHeader(text)}
}

func TestForm02(t *testing.T) {
	b := readPages(t, intake{}, form02Page(fmt.Sprintf(form02, "60", "50", "45", "145")))
	ldtt, giay := "h-237 2024 ldtt chua_ro ", "h-237 2024 giay_khen chua_ro "
	want := []string{
		"C8 " + ldtt + "award_count chua_ro 100", "E8 " + ldtt + "individual_count chua_ro 100",
		"F8 " + ldtt + "achievement_count thuong_xuyen 60", "H8 " + ldtt + "achievement_count chuyen_de_dot_xuat 40",
		"C9 " + giay + "award_count chua_ro 50", "D9 " + giay + "enterprise_count chua_ro 5", "E9 " + giay + "individual_count chua_ro 45",
		"F9 " + giay + "achievement_count thuong_xuyen 30", "H9 " + giay + "achievement_count chuyen_de_dot_xuat 20",
	}
	if d := cmp.Diff(want, tallyLines(b)); d != "" {
		t.Error(d)
	}
	if got := codes(b); got != "" {
		t.Error(got)
	}
}

// TestForm02WithWomenYouthAndWorkers: provinces add these columns by themselves; the blank ones are not noughts.
func TestForm02WithWomenYouthAndWorkers(t *testing.T) {
	b := readPages(t, intake{}, page{"M", `
UBND TỈNH PHÚ THỌ
SỞ TƯ PHÁP
TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN NĂM 2023
STT|Danh hiệu thi đua/Hình thức khen thưởng|Số lượng khen thưởng||||
||Tổng số|Số lượng khen thưởng cho cá nhân|Nữ|Thanh niên|Lao động trực tiếp
1|Giấy khen của Giám đốc Sở|20|10|4|3|6
2|Lao động tiên tiến|30|30|12||
`})
	key, ldtt := "pt-so-tu-phap 2023 giay_khen so ", "pt-so-tu-phap 2023 ldtt so "
	want := []string{
		"C6 " + key + "award_count chua_ro 20", "D6 " + key + "individual_count chua_ro 10", "E6 " + key + "woman_count chua_ro 4",
		"F6 " + key + "youth_count chua_ro 3", "G6 " + key + "direct_worker_count chua_ro 6",
		"C7 " + ldtt + "award_count chua_ro 30", "D7 " + ldtt + "individual_count chua_ro 30", "E7 " + ldtt + "woman_count chua_ro 12",
	}
	if d := cmp.Diff(want, tallyLines(b)); d != "" {
		t.Error(d)
	}
}

func TestForm02Faults(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
	}{
		{"enterprises and individuals above all", fmt.Sprintf(form02, "60", "50", "46", "146"), "part-exceeds-whole@M2!E9"},
		{"types above the total", fmt.Sprintf(form02, "61", "50", "45", "145"), "guilty-cell@M2!F8 achievement-exceeds-total@M2!H8 total-differs@M2!F10"},
		{"a printed total that differs", fmt.Sprintf(form02, "60", "50", "44", "145"), "guilty-cell@M2!E9 total-differs@M2!E10"},
		{"a formula error", fmt.Sprintf(form02, "60", "50", "=REF", "145"), "cell-error@M2!E9"},
	} {
		if got := codes(readPages(t, intake{}, form02Page(c.text))); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

const form01 = `
UBND TỈNH PHÚ THỌ
UBND HUYỆN LÂM THAO
TỔNG HỢP KẾT QUẢ KHEN THƯỞNG THEO ĐƠN VỊ
Năm 2024
STT|Tên đơn vị|Hình thức khen thưởng > Tổng số|Hình thức khen thưởng > Giấy khen|Hình thức khen thưởng > Gia đình văn hóa
I|Các xã|9|5|4
1|%s|7|3|4
2|Thị trấn Lâm Thao|2|2|
Tổng cộng||9|5|4
`

func TestForm01(t *testing.T) {
	b := readPages(t, intake{}, page{"M1", splitHeader(fmt.Sprintf(form01, "Xã Thạch Sơn"))})
	if got := codes(b); got != "" {
		t.Error(got)
	}
	var got []string
	for _, x := range b.Tallies {
		got = append(got, fmt.Sprint(x.Cell, " ", x.Unit == "h-237", " ", x.Sender, " ", x.Form, " ", x.Amount))
	}
	want := []string{"D8 false h-237 giay_khen 3", "E8 false h-237 gia_dinh_van_hoa 4", "D9 false h-237 giay_khen 2"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	b = readPages(t, intake{}, page{"M1", splitHeader(fmt.Sprintf(form01, "Xã Không Có"))})
	if got := codes(b); got != "unit-unknown@M1!B8" {
		t.Error(got)
	}
}

// form 0602 numbers its rows otherwise: a code against its words is no answer.
func TestRowCodesDoNotSpeakAgainstWords(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"form 0602", "- Bộ, ban, ngành, đoàn thể Trung ương|02||1|1|\n- Tập thể|06||1|1|", "measure-unknown@B!A7"},
		{"other words", "- Tập thể|02||1|1|\n- Cán bộ xã|05||1|1|", "measure-unknown@B!A8"},
		{"words cut short", "- Tập thể|02||1|1|\n- Cá nhân|05||1|1|\n+ Người trực tiếp công tác|10||1|1|", ""},
		{"no words", "|02||1|1|\n|05||1|1|", ""},
		{"no codes", "- Tập thể|||1|1|\n- Cá nhân|||1|1|", ""},
		{"a row twice", "- Tập thể|02||1|1|\n- Cá nhân|05||4|1|3\n- Cá nhân|05||1|1|", "figure-repeated@B!E9"},
	} {
		head := strings.Join(strings.Split(form0603, "\n")[1:7], "\n")
		if got := codes(readPages(t, intake{}, page{"B", head + "\n" + c.rows})); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// Figures beside the heading of a section repeat its total: checked, never counted.
func TestHeadingsThatRepeatTheTotal(t *testing.T) {
	const kinds, ways = "1. Chia theo đối tượng khen thưởng||", "2. Chia theo phương thức khen thưởng||"
	before, after, _ := strings.Cut(fmt.Sprintf(form0603, "15", "1", "3", "1"), "+ Người trực tiếp") // whose printed total is wrong
	plain := before + after[strings.Index(after, "\n")+1:]
	for _, c := range []struct{ name, kinds, ways, want string }{
		{"as the form prints them", kinds + "|15|10|5", ways + "|15|10|5", ""},
		{"in part blank", kinds + "|15||", ways + "||10|", ""},
		{"another number", kinds + "|15|12|5", ways + "|15|10|5", "guilty-cell@B!E8 total-differs@B!E8"},
		{"no heading", "1. Chia theo địa bàn|||15|10|5", ways + "|||", "measure-unknown@B!A8"},
		{"a heading under a code", kinds[:len(kinds)-1] + "99||15|10|5", ways, "measure-unknown@B!A8"},
	} {
		text := strings.NewReplacer("1. Chia theo đối tượng khen thưởng", c.kinds, "2. Chia theo phương thức khen thưởng", c.ways).Replace(plain)
		b := readPages(t, intake{}, page{"B", text})
		if got := codes(b); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
		if d := cmp.Diff(tallyLines(readPages(t, intake{}, page{"B", plain})), tallyLines(b)); d != "" && !strings.HasPrefix(c.want, "measure") {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

func TestForm0603WithoutRowCodes(t *testing.T) {
	b := readPages(t, intake{}, page{"B", `
UBND TỈNH PHÚ THỌ
BAN THI ĐUA - KHEN THƯỞNG
SỐ LƯỢNG KHEN THƯỞNG CẤP BỘ, BAN, NGÀNH, ĐOÀN THỂ TRUNG ƯƠNG VÀ TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG
Năm 2023
Chỉ tiêu|Tổng số|Chia ra|
||Bằng khen|Chiến sĩ thi đua cấp bộ, cấp tỉnh
A|1|2|3
Tập thể|4|4|
Cá nhân|11|6|5
`})
	if codes(b) != "" || len(b.Tallies) != 6 {
		t.Error(codes(b), tallyLines(b))
	}
}

func TestLeadersOfAllTypesWithinTheIndividuals(t *testing.T) {
	const text = `
UBND TỈNH PHÚ THỌ
SỞ Y TẾ
TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN
Năm 2024
STT|Danh hiệu thi đua/Hình thức khen thưởng|Số lượng khen thưởng > Tổng số|Số lượng khen thưởng cho cá nhân|Khen thưởng công trạng > Tổng số|Khen thưởng công trạng > Lãnh đạo quản lý|Khen thưởng công trạng > Không làm công tác quản lý
1|Giấy khen|164|%s|150|27|%s
`
	for _, c := range []struct{ name, individuals, others, want string }{
		{"as many", "120", "93", ""},
		{"one more", "120", "94", "part-exceeds-whole@M2!G7"},
		{"more than of the type", "160", "124", "part-exceeds-whole@M2!G7"},
		{"individuals not told", "", "94", ""},
	} {
		if got := codes(readPages(t, intake{}, form02Page(fmt.Sprintf(text, c.individuals, c.others)))); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// What stands twice would count twice, and nobody could tell from the total.
func TestFiguresThatStandTwice(t *testing.T) {
	m1 := page{"M1", splitHeader(fmt.Sprintf(form01, "Xã Thạch Sơn"))}
	m2 := fmt.Sprintf(form02, "60", "50", "45", "145")
	for _, c := range []struct {
		name  string
		pages []page
		want  string
	}{
		{"a unit", []page{{"M1", splitHeader(fmt.Sprintf(form01, "Thị trấn Lâm Thao"))}}, "figure-repeated@M1!D9"},
		{"a form", []page{form02Page(strings.Replace(m2, "2|Giấy khen", "2|Lao động  tiên tiến", 1))}, "figure-repeated@M2!C9"},
		{"a form under two headings", []page{form02Page(strings.NewReplacer("1|Lao", "I|Thành phố\n1|Lao", "2|Giấy khen", "II|Xã\n1|Lao động tiên tiến").Replace(m2))}, ""},
		{"a sheet", []page{m1, {"M1 (2)", m1.text}}, "figure-repeated@M1 (2)!D8"},
		{"a sheet of another year", []page{m1, {"2023", strings.Replace(m1.text, "2024", "2023", 1)}}, ""},
	} {
		if got := codes(readPages(t, intake{}, c.pages...)); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// inThousands is Mẫu 02 with a figure that shows in thousands, one that shows not at all, and two that show as they are.
func inThousands(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range [][]any{{"UBND TỈNH PHÚ THỌ"}, {"SỞ Y TẾ"}, {"TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN"}, {"Năm 2022"},
		{"STT", "Danh hiệu thi đua/Hình thức khen thưởng", "Tổng số lượng khen thưởng"}, {1, "Giấy khen", 12000}, {2, "Lao động tiên tiến", 7}, {3, "Bằng khen của Chủ tịch UBND tỉnh", 5},
		{4, "Chiến sĩ thi đua cơ sở", 0}} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprint("A", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	for cell, code := range map[string]string{"C6": "#,##0,", "C7": ";;;", "C8": "#,##0", "C9": ";;;"} {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err == nil {
			err = f.SetCellStyle("Sheet1", cell, cell, style)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The figure that is counted is the one stored; that its sender saw another must not go untold.
func TestFiguresThatShowOtherwise(t *testing.T) {
	b, err := knowledge(t).readFile(&source{name: "f.xlsx", hash: "h", content: inThousands(t), receivedOn: today})
	if err != nil {
		t.Fatal(err)
	}
	if got := codes(b); got != "figure-shown-otherwise@Sheet1!C6 figure-shown-otherwise@Sheet1!C7" || b.Returns[0].Outcome != load.AcceptedWithWarnings {
		t.Errorf("%s %s", b.Returns[0].Outcome, got)
	}
	if got := strings.Join(wants(b, "figure-shown-otherwise"), "\n"); !strings.Contains(got, "hiện “12”") || !strings.Contains(got, "không hiện gì") {
		t.Error(got)
	}
}

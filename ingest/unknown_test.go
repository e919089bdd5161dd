package ingest

import (
	"fmt"
	"strings"
	"testing"

	"tdkt/ingest/load"
)

// wants gives the first finding of a code as "cell: got → want".
func wants(b *load.Batch, code string) (out []string) {
	for _, f := range b.Findings {
		if string(f.Code) == code {
			out = append(out, f.At.Cell+": "+f.Got+" → "+f.Want.VI)
		}
	}
	return out
}

// A column that no layout knows is asked about where it holds something, with what it may
// mean; one of formulas that found nothing, one that is known and left, and an empty one
// are not.
func TestUnknownColumns(t *testing.T) {
	b := readPages(t, intake{}, page{"DS", `
UBND TỈNH PHÚ THỌ
SỞ Y TẾ
DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024
STT|Họ và tên|Danh hiệu thi đua|Giới tímh|Màu áo|Số CCCD|Cột trống|Mã tra cứu|
1|Nguyễn Văn A|LĐTT|Nam|đỏ|025012345678||=REF|
2|Trần Thị B|LĐTT||xanh|||=REF|ngoài bảng
`})
	got := strings.Join(wants(b, "column-unknown"), "\n")
	want := `D4: Giới tímh → một cột của biểu mẫu; có thể là: “Giới tính”; cột này chưa được đọc
E4: Màu áo → một cột của biểu mẫu; cột này chưa được đọc
I6:  → một cột của biểu mẫu; cột này chưa được đọc`
	if got != want || len(b.Findings) != 3 {
		t.Errorf("%s\n%s", got, codes(b))
	}
	if r := b.Returns[0]; r.Outcome == load.Refused || len(b.Awards) != 2 {
		t.Errorf("a question refuses nothing: %s", r.Outcome)
	}
	if got := reasonsOf(b, "E5", "F5", "A5"); got != "unmapped-column identity-number ordinal" {
		t.Error(got)
	}
}

// Two tables side by side would lose one of them: the return is refused, at the second.
func TestTablesSideBySide(t *testing.T) {
	head := "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024\n"
	for _, c := range []struct{ name, text, want string }{
		{"two lists of people", head + "STT|Họ và tên|Danh hiệu thi đua||STT|Họ và tên|Danh hiệu thi đua\n1|A|LĐTT||1|B|LĐTT", "tables-side-by-side@DS!E4"},
		{"people beside collectives", head + "STT|Họ và tên|Danh hiệu thi đua||STT|Tên tập thể|Danh hiệu thi đua\n1|A|LĐTT||1|B|Giấy khen", "tables-side-by-side@DS!E4"},
		{"without numbers", head + "Họ và tên|Danh hiệu thi đua|Họ và tên|Danh hiệu thi đua\nA|LĐTT|B|LĐTT", "tables-side-by-side@DS!C4"},
		{"the second is empty", head + "STT|Họ và tên|Danh hiệu thi đua||STT|Họ và tên\n1|A|LĐTT|||", ""},
		{"a tally", "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nTỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG NĂM 2024\n" +
			"STT|Hình thức khen thưởng|Tổng số lượng khen thưởng||STT|Hình thức khen thưởng|Tổng số\n1|LĐTT|5||1|Giấy khen|7", "tables-side-by-side@DS!E4"},
	} {
		b := readPages(t, intake{}, page{"DS", c.text})
		if got := codes(b); got != c.want || (b.Returns[0].Outcome == load.Refused) != (c.want != "") {
			t.Errorf("%s: %s %s", c.name, got, b.Returns[0].Outcome)
		}
	}
}

// A table goes on in the next sheet: with its header but no title, or with neither where
// columns and numbers agree. What does not agree is answered, never read or lost.
func TestTableOverSeveralSheets(t *testing.T) {
	first := page{"Tờ 1", `
UBND TỈNH PHÚ THỌ
SỞ Y TẾ
DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024
(Kèm theo Quyết định số 12/QĐ-SYT ngày 05/12/2024)
STT|Họ và tên|Đơn vị công tác|Danh hiệu thi đua
1|Nguyễn Văn A|Bệnh viện X|LĐTT
2|Trần Thị B|Bệnh viện X|LĐTT`}
	for _, c := range []struct {
		name, text, want string
	}{
		{"with its header", "STT|Họ và tên|Đơn vị công tác|Danh hiệu thi đua\n3|C|Bệnh viện Y|LĐTT\n4|D|Bệnh viện Y|CSTĐCS", "1 return, 4 awards; "},
		{"without a header", "3|C|Bệnh viện Y|LĐTT\n4|D|Bệnh viện Y|CSTĐCS\nTổng cộng|4", "1 return, 4 awards; "},
		{"a total of the sheet alone", "3|C|Bệnh viện Y|LĐTT\nTổng cộng|1", "1 return, 3 awards; "},
		{"a total of neither", "3|C|Bệnh viện Y|LĐTT\nTổng cộng|2", "1 return, 3 awards; total-differs@Tờ 2!B2"},
		{"a total of a part", "I. Khối 1\n3|C|Bệnh viện Y|LĐTT\nCộng khối 1|3\nII. Khối 2\n4|D|Bệnh viện Y|LĐTT\nTổng cộng|4", "1 return, 4 awards; total-differs@Tờ 2!B3"},
		{"with column numbers only", "1|2|3|4\n3|C|Bệnh viện Y|LĐTT\n4|D|Bệnh viện Y|CSTĐCS", "1 return, 4 awards; "},
		{"under a heading", "II. Bệnh viện Y\n3|C||LĐTT", "1 return, 3 awards; "},
		{"a column more", "3|C|Bệnh viện Y|LĐTT|1990", "2 returns, 2 awards; layout-unknown@Tờ 2!A1"},
		{"numbers that begin again", "1|C|Bệnh viện Y|LĐTT", "2 returns, 2 awards; layout-unknown@Tờ 2!A1"},
		{"another header", "Số|Người|Nơi|Việc\n3|C|Bệnh viện Y|LĐTT", "2 returns, 2 awards; layout-unknown@Tờ 2!A1"},
	} {
		b := readPages(t, intake{}, first, page{"Tờ 2", c.text})
		got := fmt.Sprintf("%d return", len(b.Returns))
		if len(b.Returns) > 1 {
			got += "s"
		}
		if got = fmt.Sprintf("%s, %d awards; %s", got, len(b.Awards), codes(b)); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
		for _, a := range b.Awards { // what the head decides holds on every sheet
			if a.DecisionNo != "12/QĐ-SYT" || a.DecidedOn.Year != 2024 {
				t.Errorf("%s: %s is decided by %q", c.name, a.Name, a.DecisionNo)
			}
		}
	}
}

// A total that is wrong on the last sheet is told the number of the whole table.
func TestTotalOverTwoSheetsWantsTheWhole(t *testing.T) {
	b := readPages(t, intake{}, page{"1", "SỞ Y TẾ TỈNH PHÚ THỌ\nDANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024\nSTT|Họ và tên|Danh hiệu thi đua\n1|A|LĐTT\n2|B|LĐTT"},
		page{"2", "STT|Họ và tên|Danh hiệu thi đua\n3|C|LĐTT\nTổng cộng|5"})
	if codes(b) != "total-differs@2!B3" || !strings.Contains(b.Findings[0].Want.VI, "3") {
		t.Errorf("%s %+v", codes(b), b.Findings)
	}
}

// A sheet without a head belongs to the sheet before it, not to the first of its form.
func TestSheetWithoutHeadFollowsTheOneBefore(t *testing.T) {
	list := "STT|Họ và tên|Danh hiệu thi đua\n1|%s|LĐTT"
	titled := func(unit, name string) string {
		return "UBND TỈNH PHÚ THỌ\n" + unit + "\nDANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024\n" + fmt.Sprintf(list, name)
	}
	b := readPages(t, intake{}, page{"A", titled("SỞ Y TẾ", "A")}, page{"B", titled("SỞ NỘI VỤ", "B")}, page{"C", fmt.Sprintf(list, "C")})
	var got []string
	for _, a := range b.Awards {
		got = append(got, a.Name+" "+a.Unit)
	}
	if all := strings.Join(got, ", "); all != "A pt-so-y-te, B pt-so-noi-vu, C pt-so-noi-vu" {
		t.Error(all, codes(b))
	}
}

// A tally goes on in the next sheet as well.
func TestTallyOverTwoSheets(t *testing.T) {
	b := readPages(t, intake{}, page{"1", `
UBND TỈNH PHÚ THỌ
SỞ Y TẾ
TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG NĂM 2024
STT|Hình thức khen thưởng|Tổng số lượng khen thưởng|Số lượng khen thưởng cho cá nhân
1|Lao động tiên tiến|40|40
`}, page{"2", "2|Giấy khen của Giám đốc Sở|12|7\nTổng cộng||12|7"})
	if got := strings.Join(brief(b), ", "); codes(b) != "" || got != "C5 ldtt award_count chua_ro 40, D5 ldtt individual_count chua_ro 40, "+
		"C1 giay_khen award_count chua_ro 12, D1 giay_khen individual_count chua_ro 7" {
		t.Error(got, codes(b))
	}
}

// An unknown shape is answered by the nearest known one and the headers that it lacks, in
// the words of the sheet, at the row that looks like a header.
func TestUnknownShapeNamesWhatIsMissing(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"Mẫu 02 without its count", "TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG\nSTT|Hình thức khen thưởng|Khen thưởng đột xuất|\n||Tổng số|Tỷ lệ\n1|LĐTT|5|1",
			"A2:  → một biểu mẫu đã biết; gần nhất là “Mẫu 02: Tổng hợp các hình thức khen thưởng trên địa bàn”, còn thiếu: cột “Số lượng khen thưởng – Tổng số”"},
		{"people, but for what", "DANH SÁCH\nSTT|Họ và tên|Chức vụ\n1|A|B",
			"A2:  → một biểu mẫu đã biết; gần nhất là “Danh sách cá nhân được khen thưởng”, còn thiếu: một trong các cột “Danh hiệu thi đua/Hình thức khen thưởng”, “Loại hình khen thưởng”, “Phong trào”, hoặc chữ “khen thưởng” ở tiêu đề"},
		{"nothing alike", "1|2\nMua|Bán|Giá\n1|2|3", "A2:  → một biểu mẫu đã biết; gần nhất là “không có”, còn thiếu: dòng đầu bảng"},
	} {
		b := readPages(t, intake{}, page{"S", c.text})
		if got := strings.Join(wants(b, "layout-unknown"), "\n"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s\n%s", c.name, got, c.want, codes(b)+b.Returns[0].Form)
		}
	}
}

// A board that sees "accepted" takes what was not read for a figure: nought awards.
func TestFiguresInUnknownColumnsAlone(t *testing.T) {
	const head = "UBND TỈNH PHÚ THỌ\nSỞ TƯ PHÁP\nTỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN NĂM 2023\n" +
		"STT|Danh hiệu thi đua/Hình thức khen thưởng|Tổng số|Xã|Phường\n"
	for _, c := range []struct{ name, rows, outcome, codes string }{
		{"all of them", "1|Giấy khen||10|4\n2|LĐTT||30|12\n", load.Refused, "column-unknown@B!D4 figures-unread@B!D4 column-unknown@B!E4"},
		{"some of them", "1|Giấy khen|14|10|4\n2|LĐTT||30|12\n", load.Accepted, "column-unknown@B!D4 column-unknown@B!E4"},
		{"nought is said aloud", "1|Giấy khen|0|10|4\n2|LĐTT|0|30|12\n", load.Accepted, "column-unknown@B!D4 column-unknown@B!E4"},
		{"words alone", "1|Giấy khen||a|b\n", load.Held, "return-empty@B!A3 column-unknown@B!D4 column-unknown@B!E4"},
		{"a template that nobody filled", "1|Giấy khen|||\n2|LĐTT|||\n", load.Held, "return-empty@B!A3"},
	} {
		b := readPages(t, intake{}, page{"B", head + c.rows})
		if got := codes(b); got != c.codes || b.Returns[0].Outcome != c.outcome {
			t.Errorf("%s: %s %s", c.name, b.Returns[0].Outcome, got)
		}
	}
	b := readPages(t, intake{}, page{"B", head + "1|Giấy khen||10|4\n"})
	if got := strings.Join(wants(b, "figures-unread"), ""); !strings.Contains(got, "“Xã” (D4), “Phường” (E4)") {
		t.Error(got)
	}
}

package ingest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/ingest/load"
)

// full0603 has every numbered row of form 0603 filled in for Bằng khen; class 10 and type 11
// stand open, and the total of them.
const full0603 = `
Biểu số: 0603.N/BNV-TĐKT||||Đơn vị báo cáo: Ban Thi đua - Khen thưởng tỉnh Phú Thọ
SỐ LƯỢNG KHEN THƯỞNG CẤP BỘ, BAN, NGÀNH, ĐOÀN THỂ TRUNG ƯƠNG VÀ TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG
Năm 2023
|Mã số|Đơn vị tính|Tổng số|Chia ra|
||||Bằng khen|Chiến sĩ thi đua cấp bộ, cấp tỉnh
A|B|C|1|2|3
Tổng số|01||65|60|5
1. Chia theo đối tượng khen thưởng
- Tập thể|02|Tập thể|18|18|
Trong đó: Doanh nghiệp|03|Doanh nghiệp|4|4|
- Hộ gia đình|04|Hộ|2|2|
- Cá nhân|05|Người|45|40|5
+ Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên|06|Người|1|1|0
+ Lãnh đạo cấp vụ, sở, ngành và tương đương|07|Người|3|2|1
+ Doanh nhân|08|Người|6|6|0
+ Các cấp lãnh đạo khác từ phó phòng trở lên|09|Người|9|7|2
+ Người trực tiếp công tác, lao động|10|Người|%s|%s|2
2. Chia theo phương thức khen thưởng
- Thường xuyên|11||%s|%s|5
- Chuyên đề|12||12|12|
- Đột xuất|13||3|3|
- Đối ngoại|14||0|0|
- Cống hiến|15||0|0|
- Niên hạn|16||0|0|
- Kháng chiến|17||0|0|
`

// Parts that fall short stay legal; where the form divides the whole and every part is
// filled in, the rest is asked after.
func TestPartsShortOfTheirWhole(t *testing.T) {
	for _, c := range []struct {
		name, sumClass, class, sumType, types string
		all                                   string
		words                                 []string
	}{
		{"all told", "26", "24", "50", "45", "", nil},
		{"a class that falls short", "23", "21", "50", "45", "parts-short-of-whole@B!E12", []string{
			`E12: thấy "40", cần các nhóm cộng lại bằng 40 như biểu mẫu; mới được 37; còn 3 chưa rõ thuộc nhóm nào: ghi thêm vào nhóm của họ, hoặc để nguyên nếu không rõ [parts-short-of-whole]`,
			`E12: found "40", expected parts that add up to 40, as the form of return has it; they give 37; 3 are left of which the group is not known: add them to theirs, or leave the figures if it is not known [parts-short-of-whole]`}},
		{"types that fall short", "26", "24", "48", "43", "parts-short-of-whole@B!E7", []string{
			`E7: thấy "60", cần các nhóm cộng lại bằng 60 như biểu mẫu; mới được 58; còn 2 chưa rõ thuộc nhóm nào: ghi thêm vào nhóm của họ, hoặc để nguyên nếu không rõ [parts-short-of-whole]`,
			`E7: found "60", expected parts that add up to 60, as the form of return has it; they give 58; 2 are left of which the group is not known: add them to theirs, or leave the figures if it is not known [parts-short-of-whole]`}},
		{"a type not filled in", "26", "24", "5", "", "", nil},
		{"a class that the total gives away", "26", "21", "50", "45", "parts-short-of-whole@B!E12 total-differs@B!D17 guilty-cell@B!E17", []string{
			`E12: thấy "40", cần các nhóm cộng lại bằng 40 như biểu mẫu; mới được 37; còn 3 chưa rõ thuộc nhóm nào: ghi thêm vào nhóm của họ, hoặc để nguyên nếu không rõ [parts-short-of-whole]`,
			`E12: found "40", expected parts that add up to 40, as the form of return has it; they give 37; 3 are left of which the group is not known: add them to theirs, or leave the figures if it is not known [parts-short-of-whole]`}},
		{"too many of a class", "28", "26", "50", "45", "guilty-cell@B!D14 class-exceeds-individual@B!E17", nil},
	} {
		b := readPages(t, intake{}, page{"B", fmt.Sprintf(full0603, c.sumClass, c.class, c.sumType, c.types)})
		if got := codes(b); got != c.all {
			t.Errorf("%s: %s", c.name, got)
		}
		if d := cmp.Diff(c.words, said(b, "parts-short-of-whole")); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		if len(b.Tallies) == 0 != strings.Contains(c.all, "exceeds") {
			t.Errorf("%s: %s", c.name, b.Returns[0].Outcome)
		}
	}
}

const shares = `
UBND TỈNH PHÚ THỌ
UBND HUYỆN LÂM THAO
TỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN
Năm 2024
STT|Danh hiệu thi đua/Hình thức khen thưởng|Số lượng khen thưởng > Tổng số|Khen thưởng công trạng > Tổng số|Khen thưởng công trạng > Tỷ lệ|Khen thưởng đối ngoại > Tổng số|Khen thưởng đối ngoại > Tỷ lệ
1|2|3|4|5=4:3|6|7=6:3
1|Lao động tiên tiến|300|%s|%s|0|-
2|Giấy khen|60|35|58,33%%|20|%s
3|Gia đình văn hóa||||0|
Tổng cộng||360|172|%s|20|5,6%%
`

func TestSharesAreWorkedOutAgain(t *testing.T) {
	for _, c := range []struct {
		name, count, share, foreign, total string
		all                                string
		words                              []string
	}{
		{"as offices write them", "137", "45,67%", "33,33 %", "47,78%", "", nil},
		{"without a sign", "137", "45.67", "0.3333", "0,478", "", nil},
		{"blank ones", "137", "", "", "", "", nil},
		{"formula errors", "137", "=REF", "33%", "=REF", "", nil},
		{"another share", "137", "46,57%", "33%", "47,8%", "ratio-differs@M2!E8", []string{
			`E8: thấy "46,57%", cần 45,67 %, là 137 (ô D8) trên 300 (ô C8); tính lại tỷ lệ, hoặc sửa số ở ô D8 hay ô C8; số lượng được dùng, tỷ lệ chỉ để đối chiếu [ratio-differs]`,
			`E8: found "46,57%", expected 45.67%, which is 137 (cell D8) of 300 (cell C8); work out the share again, or correct cell D8 or C8; the counts are used, the share is only compared [ratio-differs]`}},
		{"another share in the row of totals", "137", "45,67%", "33%", "48,78%", "ratio-differs@M2!E11", []string{
			`E11: thấy "48,78%", cần 47,78 %, là 172 (ô D11) trên 360 (ô C11); tính lại tỷ lệ, hoặc sửa số ở ô D11 hay ô C11; số lượng được dùng, tỷ lệ chỉ để đối chiếu [ratio-differs]`,
			`E11: found "48,78%", expected 47.78%, which is 172 (cell D11) of 360 (cell C11); work out the share again, or correct cell D11 or C11; the counts are used, the share is only compared [ratio-differs]`}},
		{"words", "137", "gần nửa", "33%", "47,8%", "ratio-differs@M2!E8", []string{
			`E8: thấy "gần nửa", cần 45,67 %, là 137 (ô D8) trên 300 (ô C8); tính lại tỷ lệ, hoặc sửa số ở ô D8 hay ô C8; số lượng được dùng, tỷ lệ chỉ để đối chiếu [ratio-differs]`,
			`E8: found "gần nửa", expected 45.67%, which is 137 (cell D8) of 300 (cell C8); work out the share again, or correct cell D8 or C8; the counts are used, the share is only compared [ratio-differs]`}},
		{"a total that is wrong, and its share right", "138", "46%", "33%", "48,06%", "guilty-cell@M2!D8 total-differs@M2!D11", nil},
	} {
		b := readPages(t, intake{}, page{"M2", splitHeader(fmt.Sprintf(shares, c.count, c.share, c.foreign, c.total))})
		if got := codes(b); got != c.all {
			t.Errorf("%s: %s", c.name, got)
		}
		for i, w := range said(b, "ratio-differs") {
			if d := cmp.Diff(c.words[i], strings.ReplaceAll(w, "\u00a0", " ")); d != "" {
				t.Errorf("%s: %s", c.name, d)
			}
		}
		if b.Returns[0].Outcome == load.Refused {
			t.Errorf("%s: refused", c.name)
		}
	}
}

// A share that the mended count agrees with was right: one cause, one finding.
func TestShareOfAGuiltyCount(t *testing.T) {
	text := fmt.Sprintf(shares, "317", "45,67%", "33%", "47,8%") // 137 with its digits turned round
	if got := codes(readPages(t, intake{}, page{"M2", splitHeader(text)})); got != "achievement-exceeds-total@M2!D8 guilty-cell@M2!D8 total-differs@M2!D11" {
		t.Error(got)
	}
}

const titlesAcross = "UBND TỈNH PHÚ THỌ\nUBND HUYỆN LÂM THAO\nTỔNG HỢP KẾT QUẢ KHEN THƯỞNG THEO ĐƠN VỊ\nNăm 2024\n" +
	"STT|Tên đơn vị|Hình thức khen thưởng > Lao động tiên tiến|Hình thức khen thưởng > Chiến sĩ thi đua cơ sở|Hình thức khen thưởng > Cờ thi đua của Chính phủ|Hình thức khen thưởng > Cờ thi đua của UBND tỉnh\n" +
	"1|Xã Thạch Sơn|30|4|%s|0\n2|Xã Cao Xá|10|%s|0|1\n"

// More holders of a title than of the one it builds on are asked about, where a sheet has both.
func TestTitlesThatOutnumberTheirBase(t *testing.T) {
	down := "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nTỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN\nNăm 2024\n" +
		"STT|Danh hiệu thi đua/Hình thức khen thưởng|Số lượng khen thưởng > Tổng số|Số lượng khen thưởng > Cá nhân\n" +
		"1|Chiến sĩ thi đua cơ sở|%s|%[1]s\n2|Lao động tiên tiến|40|40\n3|Tập thể lao động xuất sắc|%s|\n4|Tập thể lao động tiên tiến|%s|\n"
	for _, c := range []struct{ name, text, want string }{
		{"fewer", fmt.Sprintf(down, "6", "2", "9"), ""},
		{"as many", fmt.Sprintf(down, "40", "9", "9"), ""},
		{"more", fmt.Sprintf(down, "41", "10", "9"), "title-exceeds-base@M2!C7 title-exceeds-base@M2!C9"},
		{"the base left blank", fmt.Sprintf(down, "6", "10", ""), ""},
		{"unit by unit", fmt.Sprintf(titlesAcross, "1", "11"), "title-exceeds-base@M2!D8"},
		{"flags over the whole sheet", fmt.Sprintf(titlesAcross, "1", "1"), ""},
		{"more flags of the Government than of the province", fmt.Sprintf(titlesAcross, "2", "1"), "title-exceeds-base@M2!E7"},
	} {
		b := readPages(t, intake{}, page{"M2", splitHeader(c.text)})
		if got := codes(b); got != c.want || b.Returns[0].Outcome == load.Refused {
			t.Errorf("%s: %s", c.name, got)
		}
	}
	want := []string{
		`D8: thấy "11", cần Chiến sĩ thi đua cơ sở không nhiều hơn Lao động tiên tiến (10, ô C8); xem lại hai số này; nếu người đạt danh hiệu cao không được ghi lại ở danh hiệu kia thì ghi chú như vậy [title-exceeds-base]`,
		`D8: found "11", expected no more Grassroots Emulation Fighter than Advanced Worker (10, cell C8); check both figures; if those with the higher title are not listed again under the other, say so in a note [title-exceeds-base]`,
	}
	if d := cmp.Diff(want, said(readPages(t, intake{}, page{"M2", splitHeader(fmt.Sprintf(titlesAcross, "1", "11"))}), "title-exceeds-base")); d != "" {
		t.Error(d)
	}
}

package ingest

import (
	"fmt"
	"strings"
	"testing"

	"tdkt/ingest/load"
)

func TestLawOfATally(t *testing.T) {
	sound := strings.Replace(fmt.Sprintf(form0603, "15", "1", "5", "1"), "|11||14|9|5", "|11||14|9|5", 1)
	for _, c := range []struct{ name, text, codes, outcome string }{
		{"nothing wrong", strings.Replace(sound, "Người|5|5|2", "Người|7|5|2", 1), "", load.Accepted},
		{"collectives under a title for people", strings.NewReplacer("Tập thể|4|4|\n", "Tập thể|5|4|1\n", "Người|5|5|2", "Người|7|5|2", "|15|10|5", "|16|10|6").Replace(sound),
			"form-recipient-reserved@B!F9", load.Refused},
		{"households of it", strings.NewReplacer("Hộ|-|-|\n", "Hộ|1|-|1\n", "Người|5|5|2", "Người|7|5|2", "|15|10|5", "|16|10|6").Replace(sound),
			"form-recipient-reserved@B!F11", load.Refused},
		{"nought is nobody", strings.NewReplacer("Tập thể|4|4|\n", "Tập thể|4|4|0\n", "Người|5|5|2", "Người|7|5|2").Replace(sound), "", load.Accepted},
	} {
		b := readPages(t, intake{}, page{"B", c.text})
		if got := codes(b); got != c.codes || b.Returns[0].Outcome != c.outcome {
			t.Errorf("%s: %s %s", c.name, b.Returns[0].Outcome, got)
		}
	}
}

// A form that names the district has no level left in the years after its end.
func TestDistrictInTheTallyOfALaterYear(t *testing.T) {
	const text = "Đơn vị báo cáo: Ban Thi đua - Khen thưởng tỉnh Phú Thọ\nTỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN\nNăm %s\n" +
		"STT|Danh hiệu thi đua/Hình thức khen thưởng|Số lượng khen thưởng||\n||Tổng số|Số lượng khen thưởng cho Doanh nghiệp|Số lượng khen thưởng cho cá nhân\n" +
		"1|Giấy khen của Chủ tịch UBND huyện|12||12\n2|Lao động tiên tiến|30||30"
	for year, want := range map[string]string{"2025": "", "2026": "authority-abolished@B!B6"} {
		k := knowledge(t)
		b, err := k.readFile(&source{name: "f.xlsx", hash: "h", content: workbook(t, page{"B", fmt.Sprintf(text, year)}), receivedOn: day2026})
		if err != nil {
			t.Fatal(err)
		}
		if len(b.Tallies) == 0 {
			t.Fatal(year, codes(b))
		}
		if level := b.Tallies[0].Level; codes(b) != want || (level == load.Unknown) != (want != "") {
			t.Errorf("%s: %q, level %s", year, codes(b), level)
		}
	}
}

// A tally is judged by the laws of its own time: a level that may not give the form on any day of it is doubted, one that may on some
// days is not; a column that is headed so is judged as a row.
func TestTallyByTheLawsOfItsTime(t *testing.T) {
	const ofPeriod = "Đơn vị báo cáo: Ban Thi đua - Khen thưởng tỉnh Phú Thọ\nTỔNG HỢP CÁC HÌNH THỨC KHEN THƯỞNG TRÊN ĐỊA BÀN\n%s\n"
	const rows = ofPeriod + "STT|Danh hiệu thi đua/Hình thức khen thưởng|Số lượng khen thưởng||\n||Tổng số|Số lượng khen thưởng cho Doanh nghiệp|Số lượng khen thưởng cho cá nhân\n" +
		"1|Chiến sĩ thi đua cơ sở của Chủ tịch UBND xã|12||12\n2|Lao động tiên tiến của Chủ tịch UBND xã|30||30"
	for _, c := range []struct{ period, text, want string }{
		{"Năm 2024", rows, "authority-not-entitled@B!B6"},
		{"06 tháng đầu năm 2025", rows, "authority-not-entitled@B!B6"},
		{"Năm 2025", rows, ""}, // communes may from 1/7/2025
		{"06 tháng cuối năm 2025", rows, ""},
		{"06 tháng đầu năm 2025", strings.Replace(rows, "xã|30", "huyện|30", 1), "authority-not-entitled@B!B6"},
		{"06 tháng cuối năm 2025", strings.Replace(rows, "xã|30", "huyện|30", 1), "authority-abolished@B!B7"},
	} {
		k := knowledge(t)
		b, err := k.readFile(&source{name: "f.xlsx", hash: "h", content: workbook(t, page{"B", fmt.Sprintf(c.text, c.period)}), receivedOn: day2026})
		if err != nil {
			t.Fatal(err)
		}
		if got := codes(b); got != c.want || len(b.Tallies) == 0 {
			t.Errorf("%s: %q, want %q", c.period, got, c.want)
		}
	}
}

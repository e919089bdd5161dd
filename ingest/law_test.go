package ingest

import (
	"strings"
	"testing"

	"tdkt/data"
	"tdkt/ingest/finding"
	"tdkt/ingest/load"
)

const (
	ofPeople = "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024\n"
	ofAll    = "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024\n"
)

// lawCases has for each rule a list that breaks it and the nearest one that does not.
var lawCases = []struct{ name, text, codes string }{
	{"a title for people in the hands of a collective", ofAll + "STT|Tên tập thể/cá nhân/hộ gia đình|Phân loại khen thưởng|Danh hiệu\n1|Khoa Nội|Tập thể|LĐTT",
		"form-recipient-reserved@DS!C5"},
	{"the same title for a person", ofAll + "STT|Tên tập thể/cá nhân/hộ gia đình|Phân loại khen thưởng|Danh hiệu\n1|Trần A|Cá nhân|LĐTT", ""},
	{"a flag for a person", ofPeople + "STT|Họ và tên|Danh hiệu\n1|Trần A|Cờ thi đua của Chính phủ", "form-recipient-reserved@DS!C5"},
	{"a cultural family in a list of people", ofPeople + "STT|Họ và tên|Danh hiệu\n1|Trần A|Gia đình văn hóa", "form-recipient-reserved@DS!C5"},
	{"a certificate is for all", ofAll + "STT|Tên tập thể/cá nhân/hộ gia đình|Phân loại khen thưởng|Danh hiệu\n1|Nhà A|Hộ gia đình|Giấy khen\n2|Khoa B|Tập thể|Giấy khen", ""},
	{"an order that is seldom a household's", ofAll + "STT|Tên tập thể/cá nhân/hộ gia đình|Phân loại khen thưởng|Danh hiệu\n1|Nhà A|Hộ gia đình|Huân chương Dũng cảm",
		"form-recipient-unusual@DS!C5"},

	{"a Giấy khen is not the province's", ofPeople + "STT|Họ và tên|Hình thức khen thưởng\n1|Trần A|Giấy khen của Chủ tịch UBND tỉnh", "certificate-of-other-authority@DS!C5"},
	{"nor a Bằng khen a sở's", ofPeople + "STT|Họ và tên|Hình thức khen thưởng\n1|Trần A|Bằng khen của Giám đốc Sở Y tế", "certificate-of-other-authority@DS!C5"},
	{"each gives its own", ofPeople + "STT|Họ và tên|Hình thức khen thưởng\n1|Trần A|Bằng khen của Chủ tịch UBND tỉnh\n2|Lê B|Giấy khen của Giám đốc Sở Y tế", ""},
	{"a medal before its law", strings.ReplaceAll(ofPeople, "2024", "2023") + "STT|Họ và tên|Hình thức khen thưởng|Ngày quyết định\n1|Trần A|Huy chương Thanh niên xung phong vẻ vang|01/12/2023",
		"form-not-in-force@DS!C5"},
	{"and under it", ofPeople + "STT|Họ và tên|Hình thức khen thưởng|Ngày quyết định\n1|Trần A|Huy chương Thanh niên xung phong vẻ vang|01/12/2024", ""},

	{"a medal that the title names, decided before its law", "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH CÁ NHÂN ĐƯỢC TẶNG HUY CHƯƠNG THANH NIÊN XUNG PHONG VẺ VANG NĂM 2024\n" +
		"STT|Họ và tên|Ngày quyết định\n1|Trần A|01/12/2023\n2|Trần B|02/12/2023\n3|Trần C|02/02/2024\n||Phú Thọ, ngày 10/12/2024\n||GIÁM ĐỐC", "form-not-in-force@DS!A3 decision-before-year@DS!C5 decision-before-year@DS!C6"},
	{"and under it, by the title", "UBND TỈNH PHÚ THỌ\nSỞ Y TẾ\nDANH SÁCH CÁ NHÂN ĐƯỢC TẶNG HUY CHƯƠNG THANH NIÊN XUNG PHONG VẺ VANG NĂM 2024\n" +
		"STT|Họ và tên|Ngày quyết định\n1|Trần A|01/02/2024\n||Phú Thọ, ngày 10/12/2024\n||GIÁM ĐỐC", ""},

	{"a commune makes no CSTĐCS in 2024", ofPeople + "STT|Họ và tên|Danh hiệu|Cơ quan ban hành|Ngày quyết định\n1|Trần A|CSTĐCS|Chủ tịch UBND xã|20/12/2024",
		"authority-not-entitled@DS!D5"},
	{"but a LĐTT", ofPeople + "STT|Họ và tên|Danh hiệu|Cơ quan ban hành|Ngày quyết định\n1|Trần A|LĐTT|Chủ tịch UBND xã|20/12/2024", ""},
	{"a sở makes no CSTĐ of the province, by the head's decision", ofPeople + "(Kèm theo Quyết định số 12/QĐ-SYT ngày 05/12/2024 của Giám đốc Sở Y tế)\nSTT|Họ và tên|Danh hiệu\n1|Trần A|Chiến sĩ thi đua cấp tỉnh",
		"authority-not-entitled@DS!A4"},
	{"the province does", ofPeople + "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/12/2024 của Chủ tịch UBND tỉnh)\nSTT|Họ và tên|Danh hiệu\n1|Trần A|Chiến sĩ thi đua cấp tỉnh", ""},
	{"the chair of the province for who is right under him", ofPeople + "STT|Họ và tên|Danh hiệu|Cơ quan ban hành|Ngày quyết định\n1|Trần A|CSTĐCS|Chủ tịch UBND tỉnh|20/12/2024", ""},
	{"form and authority name two levels", ofPeople + "STT|Họ và tên|Hình thức khen thưởng|Cơ quan ban hành\n1|Trần A|Giấy khen của Chủ tịch UBND huyện|Giám đốc Sở Y tế",
		"authority-contradicts-form@DS!D5"},
	{"form and authority agree", ofPeople + "STT|Họ và tên|Hình thức khen thưởng|Cơ quan ban hành\n1|Trần A|Giấy khen của Chủ tịch UBND huyện|Chủ tịch UBND huyện Lâm Thao", ""},

	{"a decision of next year", ofPeople + "STT|Họ và tên|Danh hiệu|Ngày quyết định\n1|Trần A|LĐTT|01/06/2025", "decision-after-receipt@DS!D5"},
	{"a decision on the day of receipt", ofPeople + "STT|Họ và tên|Danh hiệu|Ngày quyết định\n1|Trần A|LĐTT|01/03/2025", ""},
	{"a decision before the year", ofPeople + "STT|Họ và tên|Danh hiệu|Ngày quyết định\n1|Trần A|LĐTT|31/12/2023", "decision-before-year@DS!D5"},
	{"on its first day", ofPeople + "STT|Họ và tên|Danh hiệu|Ngày quyết định\n1|Trần A|LĐTT|01/01/2024", ""},
	{"in the first half of a school year", ofPeople + "STT|Họ và tên|Danh hiệu|Năm học|Ngày quyết định\n1|Trần A|LĐTT|2023-2024|05/09/2023", ""},
	{"a decision three years later", strings.ReplaceAll(ofPeople, "2024", "2021") + "STT|Họ và tên|Danh hiệu|Ngày quyết định\n1|Trần A|LĐTT|05/01/2024", "decision-late@DS!D5"},
	{"two years later", strings.ReplaceAll(ofPeople, "2024", "2022") + "STT|Họ và tên|Danh hiệu|Ngày quyết định\n1|Trần A|LĐTT|05/01/2024", ""},
	{"a decision after the return was signed", ofPeople + "STT|Họ và tên|Danh hiệu|Ngày quyết định\n1|Trần A|LĐTT|20/12/2024\n|||Phú Thọ, ngày 10/12/2024\n|||GIÁM ĐỐC",
		"decision-after-return@DS!D5"},
	{"and before", ofPeople + "STT|Họ và tên|Danh hiệu|Ngày quyết định\n1|Trần A|LĐTT|10/12/2024\n|||Phú Thọ, ngày 10/12/2024\n|||GIÁM ĐỐC", ""},

	{"two years old", ofPeople + "STT|Họ và tên|Năm sinh|Hình thức khen thưởng\n1|Trần A|2022|Giấy khen", "age-impossible@DS!C5"},
	{"a child of three", ofPeople + "STT|Họ và tên|Năm sinh|Hình thức khen thưởng\n1|Trần A|2021|Giấy khen", ""},
	{"121 years old", ofPeople + "STT|Họ và tên|Năm sinh|Hình thức khen thưởng\n1|Trần A|1903|Giấy khen", "age-impossible@DS!C5"},
	{"the dead may be", ofPeople + "STT|Họ và tên|Năm sinh|Hình thức khen thưởng|Tính chất tặng\n1|Trần A|1903|Giấy khen|Truy tặng", ""},
	{"an advanced worker of 15", ofPeople + "STT|Họ và tên|Năm sinh|Danh hiệu\n1|Trần A|2009|LĐTT", "age-below-work@DS!C5"},
	{"of 16", ofPeople + "STT|Họ và tên|Năm sinh|Danh hiệu\n1|Trần A|2008|LĐTT", ""},
	{"a pupil of 15 with a certificate", ofPeople + "STT|Họ và tên|Năm sinh|Hình thức khen thưởng\n1|Trần A|2009|Giấy khen", ""},

	{"long service in a sở", ofPeople + "STT|Họ và tên|Đơn vị công tác|Hình thức khen thưởng|Loại hình khen thưởng\n1|Trần A|Phòng Tổ chức|Giấy khen|Niên hạn",
		"long-service-outside-forces@DS!E5"},
	{"and in the police", ofPeople + "STT|Họ và tên|Đơn vị công tác|Hình thức khen thưởng|Loại hình khen thưởng\n1|Trần A|Công an huyện|Giấy khen|Niên hạn", ""},
	{"foreign relations with an official", ofPeople + "STT|Họ và tên|Phân loại đối tượng|Hình thức khen thưởng|Loại hình khen thưởng\n1|Trần A|Công nhân|Giấy khen|Đối ngoại",
		"foreign-relations-resident@DS!E5"},
	{"and with a guest", ofPeople + "STT|Họ và tên|Phân loại đối tượng|Hình thức khen thưởng|Loại hình khen thưởng\n1|John A||Giấy khen|Đối ngoại", ""},
	{"devotion of a worker", ofPeople + "STT|Họ và tên|Phân loại đối tượng|Hình thức khen thưởng|Loại hình khen thưởng\n1|Trần A|Công nhân|Huân chương Độc lập hạng Ba|Quá trình cống hiến",
		"devotion-not-leader@DS!E5"},
	{"and of a leader", ofPeople + "STT|Họ và tên|Phân loại đối tượng|Hình thức khen thưởng|Loại hình khen thưởng\n1|Trần A|Doanh nhân|Huân chương Độc lập hạng Ba|Quá trình cống hiến", ""},

	{"one person twice", ofPeople + "STT|Họ và tên|Năm sinh|Danh hiệu\n1|Trần A|1990|LĐTT\n2|TRẦN A|1990|LĐTT", "duplicate-row@DS!B6"},
	{"born in two years", ofPeople + "STT|Họ và tên|Năm sinh|Danh hiệu\n1|Trần A|1990|LĐTT\n2|Trần A|1991|LĐTT", ""},
	{"on two days of one year", ofPeople + "STT|Họ và tên|Ngày sinh|Danh hiệu\n1|Trần A|01/02/1990|LĐTT\n2|Trần A|02/02/1990|LĐTT", ""},
	{"by two decisions", ofPeople + "STT|Họ và tên|Năm sinh|Hình thức khen thưởng|Số QĐ\n1|Trần A|1990|Giấy khen|1/QĐ-SYT\n2|Trần A|1990|Giấy khen|2/QĐ-SYT", ""},
	{"names that accents tell apart", ofPeople + "STT|Họ và tên|Năm sinh|Danh hiệu\n1|Trần Hùng|1990|LĐTT\n2|Trần Hưng|1990|LĐTT", ""},
	{"a name alone twice", ofPeople + "STT|Họ và tên|Danh hiệu\n1|Trần A|LĐTT\n2|Trần A|LĐTT", "same-name-twice@DS!B6"},
	{"in two workplaces", ofPeople + "STT|Họ và tên|Đơn vị công tác|Danh hiệu\n1|Trần A|Phòng Một|LĐTT\n2|Trần A|Phòng Hai|LĐTT", ""},
	{"both titles of the forces", ofAll + "STT|Tên tập thể/cá nhân/hộ gia đình|Phân loại khen thưởng|Danh hiệu\n1|Đại đội 5|Tập thể|Đơn vị quyết thắng\n2|Đại đội 5|Tập thể|Đơn vị tiên tiến",
		"titles-exclude-each-other@DS!D6"},
	{"both like titles of the civil service", ofAll + "STT|Tên tập thể/cá nhân/hộ gia đình|Phân loại khen thưởng|Danh hiệu\n1|Khoa Nội|Tập thể|TTLĐXS\n2|Khoa Nội|Tập thể|TTLĐTT", ""},
}

func TestLawOfAList(t *testing.T) {
	for _, c := range lawCases {
		b := readPages(t, intake{}, page{"DS", c.text})
		if got := codes(b); got != c.codes {
			t.Errorf("%s: %q, want %q", c.name, got, c.codes)
		}
		for _, f := range b.Findings {
			if strings.Contains(f.Got+f.Want.VI+f.Mend.VI, "Trần A") {
				t.Errorf("%s: the finding tells a name: %s", c.name, f.Line("vi"))
			}
		}
	}
}

// A doubted attribute is unknown, so that no figure is made of it; what is merely unusual stays.
func TestDoubtMakesUnknown(t *testing.T) {
	one := func(text string) load.Award { return readPages(t, intake{}, page{"DS", text}).Awards[0] }
	const decided = ofPeople + "STT|Họ và tên|Danh hiệu|Cơ quan ban hành|Ngày quyết định\n1|Trần A|"
	if a := one(decided + "CSTĐCS|Chủ tịch UBND xã|20/12/2024"); a.Level != load.Unknown || a.Form != "cstd_co_so" {
		t.Error("not entitled:", a.Level, a.Form)
	}
	if a := one(decided + "LĐTT|Chủ tịch UBND xã|20/12/2024"); a.Level != "xa" {
		t.Error("entitled:", a.Level)
	}
	if a := one(decided + "LĐTT|Chủ tịch UBND xã|20/12/2025"); !a.DecidedOn.IsZero() {
		t.Error("decided after receipt:", a.DecidedOn)
	}
	if a := one(ofPeople + "STT|Họ và tên|Năm sinh|Danh hiệu\n1|Trần A|2022|LĐTT"); a.BirthYear != 0 {
		t.Error("impossible age:", a.BirthYear)
	}
	if a := one(ofPeople + "STT|Họ và tên|Năm sinh|Danh hiệu\n1|Trần A|2009|LĐTT"); a.BirthYear != 2009 {
		t.Error("an unlikely age is no impossible one:", a.BirthYear)
	}
}

// A district decided until 30/6/2025.
func TestDistrictAfterItsEnd(t *testing.T) {
	for day, want := range map[string]string{"01/07/2025": "authority-abolished@DS!D5", "30/06/2025": ""} {
		text := strings.ReplaceAll(ofPeople, "2024", "2025") + "STT|Họ và tên|Danh hiệu|Cơ quan ban hành|Ngày quyết định\n1|Trần A|LĐTT|Chủ tịch UBND huyện Lâm Thao|" + day
		k := knowledge(t)
		b, err := k.readFile(&source{name: "f.xlsx", hash: "h", content: workbook(t, page{"DS", text}), receivedOn: data.Date{Year: 2025, Month: 12, Day: 20}})
		if err != nil {
			t.Fatal(err)
		}
		if codes(b) != want {
			t.Errorf("%s: %q, want %q", day, codes(b), want)
		}
	}
}

// What a rule does is a word in its list: a later day lets it sleep, another severity changes the outcome.
func TestRulesAreData(t *testing.T) {
	text := ofPeople + "STT|Họ và tên|Danh hiệu|Cơ quan ban hành|Ngày quyết định\n1|Trần A|CSTĐCS|Chủ tịch UBND xã|20/12/2024"
	read := func(change func(k *Knowledge)) *load.Batch {
		k, err := Know()
		if err != nil {
			t.Fatal(err)
		}
		change(k)
		b, err := k.readFile(&source{name: "f.xlsx", hash: "h", content: workbook(t, page{"DS", text}), receivedOn: today})
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	const code = "authority-not-entitled"
	for _, c := range []struct {
		name           string
		change         func(k *Knowledge)
		codes, outcome string
		level          string
	}{
		{"as it ships", func(*Knowledge) {}, code + "@DS!D5", load.AcceptedWithWarnings, load.Unknown},
		{"from a later day", func(k *Knowledge) { k.Rules[code][0].Valid.From = data.Date{Year: 2025, Month: 1, Day: 1} }, "", load.Accepted, "xa"},
		{"as a query", func(k *Knowledge) { k.Rules[code][0].Severity = finding.Query }, code + "@DS!D5", load.Accepted, "xa"},
		{"as an error", func(k *Knowledge) { k.Rules[code][0].Severity, k.Rules[code][0].Effect = finding.Error, "refuse" }, code + "@DS!D5", load.Refused, ""},
	} {
		b := read(c.change)
		level := ""
		if len(b.Awards) > 0 {
			level = b.Awards[0].Level
		}
		if codes(b) != c.codes || b.Returns[0].Outcome != c.outcome || level != c.level {
			t.Errorf("%s: %s %s %s", c.name, codes(b), b.Returns[0].Outcome, level)
		}
	}
}

// daysExchanged has 8/1/1991, 8/4/1991 and 7/5/1990 as dates, beside a day above 12 as text.
const daysExchanged = ofPeople + "STT|Họ và tên|Ngày sinh|Danh hiệu\n1|A|33246|LĐTT\n2|B|33336|LĐTT\n3|C|33000|LĐTT\n4|D|25/12/1990|LĐTT"

// A spreadsheet that expects months first turns some days and leaves the others as text.
func TestDaysAndMonthsExchanged(t *testing.T) {
	const head = ofPeople + "STT|Họ và tên|Ngày sinh|Danh hiệu\n"
	for _, c := range []struct{ name, rows, codes string }{
		{"dates of 12 or less beside texts above", strings.TrimPrefix(daysExchanged, head), "date-order-doubtful@DS!C4"},
		{"one date above 12", "1|A|33246|LĐTT\n2|B|33336|LĐTT\n3|C|33020|LĐTT\n4|D|25/12/1990|LĐTT", ""},
		{"one text that could be turned", "1|A|33246|LĐTT\n2|B|33336|LĐTT\n3|C|33000|LĐTT\n4|D|05/12/1990|LĐTT", ""},
		{"two dates are too few", "1|A|33246|LĐTT\n2|B|33336|LĐTT\n4|D|25/12/1990|LĐTT", ""},
		{"texts with months first", "1|A|08/05/1991|LĐTT\n2|B|08/25/1991|LĐTT\n3|C|12-31-1990|LĐTT", "date-order-doubtful@DS!C4 birth-invalid@DS!C6 birth-invalid@DS!C7"},
		{"dates of 12 or less beside texts with months first", "1|A|33246|LĐTT\n2|B|33336|LĐTT\n3|C|33000|LĐTT\n4|D|12/25/1990|LĐTT", "date-order-doubtful@DS!C4 birth-invalid@DS!C8"},
		{"one slip among days first", "1|A|08/05/1991|LĐTT\n2|B|08/25/1991|LĐTT\n3|C|31/12/1990|LĐTT", "birth-invalid@DS!C6"},
	} {
		b := readPages(t, intake{}, page{"DS", head + c.rows})
		if got := codes(b); got != c.codes {
			t.Errorf("%s: %q, want %q", c.name, got, c.codes)
		}
		if a := b.Awards[0]; a.BirthYear != 1991 || a.BirthOn.IsZero() != strings.Contains(c.codes, "date-order") {
			t.Errorf("%s: born %d %s", c.name, a.BirthYear, a.BirthOn)
		}
	}
}

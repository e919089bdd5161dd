package value

import (
	"errors"
	"testing"

	"tdkt/data"
)

func TestYearAndSchoolYear(t *testing.T) {
	cases := []struct {
		text         string
		year, school int // 0: an error
	}{
		{"2024", 2024, 0},
		{"Năm 2024", 2024, 0},
		{"NĂM 2024.", 2024, 0},
		{"năm học 2023-2024", 0, 2024},
		{"Năm học 2023 – 2024", 0, 2024},
		{"2023/2024", 0, 2024},
		{"2023-24", 0, 2024},
		{"2023-2024", 0, 2024},
		{"2023–2024", 0, 2024},
		{"năm học 2023 - 2024", 0, 2024},
		{"NH 2023-2024", 0, 2024},
		{"năm học 2023-2025", 0, 0},
		{"2024-2023", 0, 0},
		{"năm học 2023", 0, 0},
		{"1999-00", 0, 0},
		{"2023-2024-2025", 0, 0},
		{"không", 0, 0},
		{"-", 0, 0},
		{"2021-2025", 0, 0},
		{"24", 0, 0},
		{"1024", 0, 0},
		{"#N/A", 0, 0},
	}
	for _, c := range cases {
		year, present, err := Year(c.text)
		if year != c.year || !present || (err == nil) != (c.year > 0) {
			t.Errorf("Year(%q) = %d, %v, %v; want %d", c.text, year, present, err, c.year)
		}
		school, present, err := SchoolYear(c.text)
		if school != c.school || !present || (err == nil) != (c.school > 0) {
			t.Errorf("SchoolYear(%q) = %d, %v, %v; want %d", c.text, school, present, err, c.school)
		}
	}
}

func TestYearIn(t *testing.T) {
	cases := []struct {
		text string
		year int // 0: none or several
	}{
		{"DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2024", 2024},
		{"Danh sách khen thưởng năm học 2023-2024", 2024},
		{"So sánh năm 2023 và năm 2024", 0},
		{"Danh sách khen thưởng năm học 2023-2025", 0},
		{"Danh sách khen thưởng năm học 2023 – 2024", 2024},
		{"Năm 2024 (năm 2024)", 2024},
		{"Kèm theo Báo cáo số 2024/BC-SYT", 0},
		{"", 0},
	}
	for _, c := range cases {
		if year, ok := YearIn(c.text); ok != (c.year > 0) || ok && year != c.year {
			t.Errorf("YearIn(%q) = %d, %v; want %d", c.text, year, ok, c.year)
		}
	}
}

func TestPeriod(t *testing.T) {
	cases := []struct{ text, want string }{
		{"2024", "2024"},
		{"Năm 2024", "2024"},
		{"Cả năm 2024", "2024"},
		{"12 tháng năm 2024", "2024"},
		{"Quý III/2024", "2024-Q3"},
		{"Quí 4 năm 2024", "2024-Q4"},
		{"QUÝ I NĂM 2024", "2024-Q1"},
		{"06 tháng đầu năm 2024", "2024-H1"},
		{"6 tháng cuối năm 2024", "2024-H2"},
		{"Báo cáo 6 tháng đầu năm 2024", "2024-H1"},
		{"tháng 6/2024", "2024-06"},
		{"Tháng 12 năm 2024", "2024-12"},
		{"giai đoạn 2021-2025", "2021..2025"},
		{"5 năm 2021 – 2025", "2021..2025"},
		{"từ năm 2021 đến năm 2025", "2021..2025"},
		{"năm học 2023-2024", "2023-2024"},
		{"2024-H1", "2024-H1"},
		{"2024-Q3", "2024-Q3"},
		{"2024-06", "2024-06"},
		{"tháng 13/2024", ""},
		{"Quý V/2024", ""},
		{"giai đoạn 2025-2021", ""},
		{"9 tháng đầu năm 2024", "2024-9T"},
		{"2021..2025", "2021..2025"},
		{"2023-2024", "2023-2024"},
		{"2021-2025", ""},
		{"#REF!", ""},
	}
	for _, c := range cases {
		got, present, err := Period(c.text)
		if got != c.want || !present || (err == nil) != (c.want != "") {
			t.Errorf("Period(%q) = %q, %v, %v; want %q", c.text, got, present, err, c.want)
		}
	}
}

func TestGenderAndSalutation(t *testing.T) {
	for text, want := range map[string]Gender{
		"Nam": Male, "NAM": Male, " nữ ": Female, "NU": Female, "Nu\u031b\u0303": Female, "Female": Female,
	} {
		if g, present, err := ReadGender(text); g != want || !present || err != nil {
			t.Errorf("ReadGender(%q) = %v, %v, %v", text, g, present, err)
		}
	}
	for _, text := range []string{"Thượng tá", "1", "Nam/Nữ"} {
		if g, _, err := ReadGender(text); g != GenderUnknown || !errors.Is(err, ErrUnknown) {
			t.Errorf("ReadGender(%q) = %v, %v", text, g, err)
		}
	}
	if g, present, err := ReadGender(" "); g != GenderUnknown || present || err != nil {
		t.Errorf("blank gender: %v, %v, %v", g, present, err)
	}
	for text, want := range map[string]Gender{
		"Ông": Male, "BÀ": Female, "Bà.": Female, "Thượng tá": GenderUnknown, "Đồng chí": GenderUnknown,
		"Ông/Bà": GenderUnknown, "Ba": GenderUnknown, "": GenderUnknown,
	} {
		if g := Salutation(text); g != want {
			t.Errorf("Salutation(%q) = %v", text, g)
		}
	}
	if g, name := Salute("Bà  Nguyễn Thị Hoa"); g != Female || name != "Nguyễn Thị Hoa" {
		t.Errorf("Salute: %v, %q", g, name)
	}
	if g, name := Salute("Nguyễn Thị Hoa"); g != GenderUnknown || name != "Nguyễn Thị Hoa" {
		t.Errorf("Salute guesses from a middle name: %v, %q", g, name)
	}
}

func TestTick(t *testing.T) {
	cases := []struct {
		text    string
		want    Answer
		present bool
		err     error
	}{
		{"", Unknown, false, nil},
		{"x", Yes, true, nil}, {"X", Yes, true, nil}, {"✓", Yes, true, nil}, {"v", Yes, true, nil},
		{"1", Yes, true, nil}, {"Có", Yes, true, nil}, {"TRUE", Yes, true, nil},
		{"0", No, true, nil}, {"Không", No, true, nil}, {"–", No, true, nil},
		{"Kinh", Unknown, true, ErrUnknown}, {"#N/A", Unknown, true, ErrCell},
	}
	for _, c := range cases {
		if got, present, err := Tick(c.text); got != c.want || present != c.present || !errors.Is(err, c.err) {
			t.Errorf("Tick(%q) = %v, %v, %v", c.text, got, present, err)
		}
	}
}

func TestKindAndEvent(t *testing.T) {
	for text, want := range map[string]string{
		"TAPTHE": "collective", "Tập thể": "collective", "CANHAN": "individual", "cá nhân": "individual",
		"HOGIADINH": "household", "Hộ gia đình": "household",
	} {
		if k, present, err := RecipientKind(text); k != want || !present || err != nil {
			t.Errorf("RecipientKind(%q) = %q, %v, %v", text, k, present, err)
		}
	}
	for text, want := range map[string]string{
		"Tặng": "awarded", "Truy tặng": "posthumous", "Điều chỉnh": "corrected", "THU HỒI": "revoked",
	} {
		if e, present, err := Event(text); e != want || !present || err != nil {
			t.Errorf("Event(%q) = %q, %v, %v", text, e, present, err)
		}
	}
	if _, _, err := Event("Trình"); !errors.Is(err, ErrUnknown) {
		t.Errorf("a proposal is no event: %v", err)
	}
}

func TestReadDecision(t *testing.T) {
	cases := []struct {
		text    string
		want    Decision
		present bool
		err     error
	}{
		{"", Decision{}, false, nil},
		{"Số 123/QĐ-UBND ngày 05/6/2024", Decision{"123/QĐ-UBND", day(2024, 6, 5), ""}, true, nil},
		{"123/QĐ-UBND", Decision{No: "123/QĐ-UBND"}, true, nil},
		{"123 / QĐ - UBND", Decision{No: "123/QĐ-UBND"}, true, nil},
		{"123", Decision{No: "123"}, true, nil},
		{"Quyết định số 45", Decision{No: "45"}, true, nil},
		{"45 ngày 05/6/2024", Decision{"45", day(2024, 6, 5), ""}, true, nil},
		{
			"1234/QĐ-CTN, ngày 2/9/2021 của Chủ tịch nước",
			Decision{"1234/QĐ-CTN", day(2021, 9, 2), "Chủ tịch nước"}, true, nil,
		},
		{
			"Quyết định số 12/2024/QĐ-TTg ngày 05 tháng 01 năm 2024 của Thủ tướng Chính phủ",
			Decision{"12/2024/QĐ-TTg", day(2024, 1, 5), "Thủ tướng Chính phủ"}, true, nil,
		},
		{"77/QĐ-LĐLĐ\n10.12.2023", Decision{"77/QĐ-LĐLĐ", day(2023, 12, 10), ""}, true, nil},
		{"77/QĐ-UBND (10/12/23)", Decision{"77/QĐ-UBND", day(2023, 12, 10), ""}, true, nil},
		{"05/6/2024", Decision{On: day(2024, 6, 5)}, true, nil},
		{"2024-06-05", Decision{On: day(2024, 6, 5)}, true, nil},
		{"123/QĐ-UBND ngày 31/02/2024", Decision{No: "123/QĐ-UBND"}, true, ErrImpossible},
		{"chưa có", Decision{}, true, ErrUnknown},
		{"#N/A", Decision{}, true, ErrCell},
	}
	for _, c := range cases {
		got, present, err := ReadDecision(c.text)
		if got != c.want || present != c.present || !errors.Is(err, c.err) {
			t.Errorf("ReadDecision(%q) = %+v, %v, %v; want %+v, %v, %v", c.text, got, present, err, c.want, c.present, c.err)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "Quý III/2024", "năm học 2023-2024", "Nữ", "x", "Số 123/QĐ-UBND ngày 05/6/2024 của A", "Ông"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if p, present, err := Period(s); err == nil && present && len(p) < 4 {
			t.Errorf("Period(%q) = %q", s, p)
		}
		if d, present, err := ReadDecision(s); err == nil && present && d.No == "" && d.On == (data.Date{}) {
			t.Errorf("ReadDecision(%q) found nothing and says nothing", s)
		}
		Year(s)
		SchoolYear(s)
		YearIn(s)
		ReadGender(s)
		Tick(s)
		Salute(s)
		RecipientKind(s)
		Event(s)
	})
}

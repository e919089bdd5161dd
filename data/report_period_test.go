package data

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// One parser reads what people type, what offices write in the head of a return, and what the program writes.
func TestParseReportPeriod(t *testing.T) {
	for _, c := range []struct {
		text, want, vi, en string
		from, to           string
		year               int
	}{
		{"2025", "2025", "năm 2025", "2025", "2025-01-01", "2025-12-31", 2025},
		{"cả năm 2025", "2025", "năm 2025", "2025", "2025-01-01", "2025-12-31", 2025},
		{"2025-H1", "2025-H1", "06 tháng đầu năm 2025", "first half of 2025", "2025-01-01", "2025-06-30", 2025},
		{" 06  tháng đầu năm 2025 ", "2025-H1", "06 tháng đầu năm 2025", "first half of 2025", "2025-01-01", "2025-06-30", 2025},
		{"6 tháng cuối năm 2025", "2025-H2", "06 tháng cuối năm 2025", "second half of 2025", "2025-07-01", "2025-12-31", 2025},
		{"Quý III/2025", "2025-Q3", "quý III năm 2025", "quarter 3 of 2025", "2025-07-01", "2025-09-30", 2025},
		{"2024-Q1", "2024-Q1", "quý I năm 2024", "quarter 1 of 2024", "2024-01-01", "2024-03-31", 2024},
		{"2024-02", "2024-02", "tháng 2 năm 2024", "month 2 of 2024", "2024-02-01", "2024-02-29", 2024},
		{"Tháng 12 năm 2024", "2024-12", "tháng 12 năm 2024", "month 12 of 2024", "2024-12-01", "2024-12-31", 2024},
		{"9 tháng đầu năm 2024", "2024-9T", "9 tháng đầu năm 2024", "first nine months of 2024", "2024-01-01", "2024-09-30", 2024},
		{"2024-2025", "2024-2025", "năm học 2024-2025", "school year 2024-2025", "2024-09-01", "2025-05-31", 2025},
		{"năm học 2024 – 2025", "2024-2025", "năm học 2024-2025", "school year 2024-2025", "2024-09-01", "2025-05-31", 2025},
		{"2004..2009", "2004..2009", "giai đoạn 2004-2009", "years 2004-2009", "2004-01-01", "2009-12-31", 0},
		{"giai đoạn 2004-2009", "2004..2009", "giai đoạn 2004-2009", "years 2004-2009", "2004-01-01", "2009-12-31", 0},
		{"từ năm 2024 đến năm 2025", "2024..2025", "giai đoạn 2024-2025", "years 2024-2025", "2024-01-01", "2025-12-31", 0},
	} {
		p, err := ParseReportPeriod(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if p.String() != c.want || p.Words("vi") != c.vi || p.Words("en") != c.en || p.OneYear() != c.year {
			t.Errorf("%q: %s, %q, %q, year %d", c.text, p, p.Words("vi"), p.Words("en"), p.OneYear())
		}
		if d := p.Days(); d.From.String() != c.from || d.To.String() != c.to {
			t.Errorf("%q: %s to %s", c.text, d.From, d.To)
		}
	}
}

// What is no period says what was typed, why, and what can be.
func TestNoReportPeriod(t *testing.T) {
	for text, why := range map[string]string{
		"": "không phải một kỳ", "2025-H3": "không phải một kỳ", "2025-13": "không phải một kỳ", "2025-Q5": "không phải một kỳ", "nửa năm": "không phải một kỳ",
		"2004-2009": "viết 2004..2009", "2009..2004": "năm sau phải lớn hơn", "2009-2004": "năm sau phải lớn hơn", "2009..2009": "năm sau phải lớn hơn",
		"1244": "từ 1945 đến 2099", "2025..2199": "từ 1945 đến 2099", "2100-H1": "từ 1945 đến 2099",
	} {
		p, err := ParseReportPeriod(text)
		var bad PeriodError
		if !errors.As(err, &bad) || !p.IsZero() {
			t.Errorf("%q: %v, %v", text, p, err)
			continue
		}
		if vi := bad.In("vi"); !strings.Contains(vi, why) || !strings.Contains(vi, `"`+text+`"`) || !strings.Contains(vi, "2004..2009") {
			t.Errorf("%q: %s", text, vi)
		}
		if en := bad.In("en"); !strings.Contains(en, `"`+text+`"`) || !strings.Contains(en, "2004..2009") {
			t.Errorf("%q: %s", text, en)
		}
	}
}

// A period that was written is read back as itself, by its code and by its Vietnamese words.
func TestReportPeriodReadsItselfBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.IntRange(earliestYear+1, latestYear-1).Draw(t, "year")
		p := rapid.SampledFrom([]ReportPeriod{
			YearPeriod(y), HalfYear(y, 1), HalfYear(y, 2), Quarter(y, rapid.IntRange(1, 4).Draw(t, "quarter")),
			Month(y, rapid.IntRange(1, 12).Draw(t, "month")), NineMonths(y), SchoolYear(y),
			YearSpan(y, rapid.IntRange(y+1, latestYear).Draw(t, "to")),
		}).Draw(t, "period")
		for _, text := range []string{p.String(), p.Words("vi")} {
			if got, err := ParseReportPeriod(text); err != nil || got != p {
				t.Fatalf("%q: %+v, %v; want %+v", text, got, err, p)
			}
		}
		if d := p.Days(); d.To.Before(d.From) || d.From.Year != p.From || d.To.Year != p.To {
			t.Fatalf("%s: %v", p, d)
		}
	})
}

func TestCongressCycle(t *testing.T) {
	ref, err := LoadReference()
	if err != nil {
		t.Fatal(err)
	}
	p, err := ref.ReportPeriod("Dai-Hoi-10")
	if err != nil || p.Kind != PeriodCycle || p.String() != "dai-hoi-10" || p.From != 2015 || p.To != 2020 || p.OneYear() != 0 {
		t.Errorf("%+v, %v", p, err)
	}
	if got := p.Words("vi"); got != "Nhiệm kỳ Đại hội Thi đua yêu nước toàn quốc lần thứ X (2015-2020)" {
		t.Error(got)
	}
	if d := p.Days(); d.From.String() != "2015-01-01" || d.To.String() != "2020-12-31" {
		t.Error(d)
	}
	if p, err := ref.ReportPeriod("2025-H1"); err != nil || p != HalfYear(2025, 1) {
		t.Error(p, err)
	}
	if _, err := ref.ReportPeriod("dai-hoi-99"); err == nil {
		t.Error("an unknown cycle is read")
	}
	lists := ref.Lists
	lists.Cycles = []CongressCycle{{Code: "2025", FromYear: 2020, ToYear: 2020}}
	if err := lists.Check(); err == nil || !strings.Contains(err.Error(), "period already") || !strings.Contains(err.Error(), "ends 2020") {
		t.Error(err)
	}
}

func FuzzReportPeriod(f *testing.F) {
	for _, s := range []string{"2025", "2025-H1", "Quý III/2025", "năm học 2024-2025", "5 năm 2004-2009", "2004..2009", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ParseReportPeriod(text)
		if err != nil {
			return
		}
		if back, err := ParseReportPeriod(p.String()); err != nil || back != p {
			t.Errorf("%q is %s, which is %v, %v", text, p, back, err)
		}
	})
}

package value

import (
	"errors"
	"testing"
	"time"

	"tdkt/data"
)

func day(y, m, d int) data.Date { return data.Date{Year: y, Month: m, Day: d} }

func TestDate(t *testing.T) {
	cases := []struct {
		what    string
		text    string
		number  bool
		want    data.Date
		present bool
		err     error
	}{
		{"blank", "", false, day(0, 0, 0), false, nil},
		{"day first", "05/12/2024", false, day(2024, 12, 5), true, nil},
		{"short", "5/6/24", false, day(2024, 6, 5), true, nil},
		{"short, last century", "31/7/98", false, day(1998, 7, 31), true, nil},
		{"strokes", "5-6-2024", false, day(2024, 6, 5), true, nil},
		{"dots", "5.6.2024", false, day(2024, 6, 5), true, nil},
		{"gaps", "05 / 12 / 2024", false, day(2024, 12, 5), true, nil},
		{"words", "ngày 05 tháng 12 năm 2024", false, day(2024, 12, 5), true, nil},
		{"words in other letters", "Ngày 5 Tháng 12 Năm 2024", false, day(2024, 12, 5), true, nil},
		{"decomposed letters", "nga\u0300y 05 tha\u0301ng 12 na\u0306m 2024", false, day(2024, 12, 5), true, nil},
		{"a word before figures", "ngày 31/7/2009", false, day(2009, 7, 31), true, nil},
		{"one of six spellings", "31/7/2009", false, day(2009, 7, 31), true, nil},
		{"two of six", "31-07-2009", false, day(2009, 7, 31), true, nil},
		{"three of six", "31.7.2009", false, day(2009, 7, 31), true, nil},
		{"four of six", "31 tháng 7 năm 2009", false, day(2009, 7, 31), true, nil},
		{"five of six", "2009/07/31", false, day(2009, 7, 31), true, nil},
		{"six of six", "31/7/09", false, day(2009, 7, 31), true, nil},
		{"the newest short year of this century", "1/1/49", false, day(2049, 1, 1), true, nil},
		{"the oldest of the last", "1/1/50", false, day(1950, 1, 1), true, nil},
		{"day and month in doubt: the day first", "05/12/2024", false, day(2024, 12, 5), true, nil},
		{"as a date cell comes", "2024-12-05", false, day(2024, 12, 5), true, nil},
		{"with a time of day", "2024-12-05 08:30:00", false, day(2024, 12, 5), true, nil},
		{"an English month, as Excel writes it", "18-Nov-2025", false, day(2025, 11, 18), true, nil},
		{"with gaps, in other letters", "8 MAY 2025", false, day(2025, 5, 8), true, nil},
		{"the first English month", "1-Jan-2024", false, day(2024, 1, 1), true, nil},
		{"the last, with a time of day", "31-Dec-2024 08:30", false, day(2024, 12, 31), true, nil},
		{"an English month has its days too", "31-Jun-2024", false, day(0, 0, 0), true, ErrImpossible},
		{"an English month and two digits: the year may be first", "18-Nov-25", false, day(0, 0, 0), true, ErrUnknown},
		{"an English month alone", "Nov-2025", false, day(0, 0, 0), true, ErrUnknown},
		{"three letters that are no month", "18-Mai-2025", false, day(0, 0, 0), true, ErrUnknown},
		{"a serial", "29665", true, day(1981, 3, 20), true, nil},
		{"a serial with a time", "45631.5", true, day(2024, 12, 5), true, nil},
		{"a serial as text is none", "29665", false, day(0, 0, 0), true, ErrUnknown},
		{"a year is no day", "2024", true, day(0, 0, 0), true, ErrIncomplete},
		{"a month is no day", "12/2024", false, day(0, 0, 0), true, ErrIncomplete},
		{"not in the calendar", "31/02/2024", false, day(0, 0, 0), true, ErrImpossible},
		{"leap day", "29/02/2024", false, day(2024, 2, 29), true, nil},
		{"no leap day", "29/02/2023", false, day(0, 0, 0), true, ErrImpossible},
		{"month first is never turned round", "12/25/2024", false, day(0, 0, 0), true, ErrImpossible},
		{"slashes typed as ones", "311712009", false, day(0, 0, 0), true, ErrUnknown},
		{"slashes typed as ones, a number", "311712009", true, day(0, 0, 0), true, ErrUnknown},
		{"a year cut short", "11/0", false, day(0, 0, 0), true, ErrUnknown},
		{"no year", "31/02", false, day(0, 0, 0), true, ErrUnknown},
		{"only a year", "1950", false, day(0, 0, 0), true, ErrIncomplete},
		{"nought for day and month", "00/00/1950", false, day(0, 0, 0), true, ErrIncomplete},
		{"a year of three digits", "5/6/202", false, day(0, 0, 0), true, ErrUnknown},
		{"a year out of time", "5/6/1024", false, day(0, 0, 0), true, ErrImpossible},
		{"no date", "không", false, day(0, 0, 0), true, ErrUnknown},
		{"a stroke is no date", "-", false, day(0, 0, 0), true, ErrUnknown},
		{"an x is no date", "x", false, day(0, 0, 0), true, ErrUnknown},
		{"the first serial taken", "7306", true, day(1920, 1, 1), true, nil},
		{"a serial below it", "7305", true, day(0, 0, 0), true, ErrUnknown},
		{"a school year is no day", "2023-2024", false, day(0, 0, 0), true, ErrUnknown},
		{"an error value", "#VALUE!", false, day(0, 0, 0), true, ErrCell},
		{"a small number", "15", true, day(0, 0, 0), true, ErrUnknown},
		{"a template", "ngày … tháng … năm 2024", false, day(0, 0, 0), true, ErrUnknown},
	}
	for _, c := range cases {
		got, present, err := Date(c.text, c.number)
		if got != c.want || present != c.present || !errors.Is(err, c.err) {
			t.Errorf("%s: Date(%q, %v) = %v, %v, %v; want %v, %v, %v",
				c.what, c.text, c.number, got, present, err, c.want, c.present, c.err)
		}
	}
}

func TestBirthDate(t *testing.T) {
	cases := []struct {
		text    string
		number  bool
		want    Birth
		present bool
		err     error
	}{
		{"", false, Birth{}, false, nil},
		{"20/03/1981", false, Birth{day(1981, 3, 20), 1981}, true, nil},
		{"1981", false, Birth{Year: 1981}, true, nil},
		{"1981", true, Birth{Year: 1981}, true, nil},
		{"29665", true, Birth{day(1981, 3, 20), 1981}, true, nil},
		{"03/1981", false, Birth{Year: 1981}, true, nil},
		{"00/00/1950", false, Birth{Year: 1950}, true, nil},
		{"00/05/1950", false, Birth{Year: 1950}, true, nil},
		{"20/3/81", false, Birth{day(1981, 3, 20), 1981}, true, nil},
		{"20/3/05", false, Birth{day(2005, 3, 20), 2005}, true, nil},
		{"20/3/30", false, Birth{day(1930, 3, 20), 1930}, true, nil},
		{"Sinh năm 1975", false, Birth{Year: 1975}, true, nil},
		{"SN 1975", false, Birth{Year: 1975}, true, nil},
		{"tháng 3 năm 1981", false, Birth{Year: 1981}, true, nil},
		{"00/1950", false, Birth{Year: 1950}, true, nil},
		{"31/02", false, Birth{}, true, ErrUnknown},
		{"31/02/1980", false, Birth{}, true, ErrImpossible},
		{"311711980", false, Birth{}, true, ErrUnknown},
		{"50", false, Birth{}, true, ErrUnknown},
		{"50", true, Birth{}, true, ErrUnknown},
		{"1/1/20", false, Birth{day(2020, 1, 1), 2020}, true, nil},
		{"1/1/21", false, Birth{day(1921, 1, 1), 1921}, true, nil},
		{"x", false, Birth{}, true, ErrUnknown},
		{"-", false, Birth{}, true, ErrUnknown},
		{"32/01/1980", false, Birth{}, true, ErrImpossible},
		{"#N/A", false, Birth{}, true, ErrCell},
		{"khoảng 1950", false, Birth{}, true, ErrUnknown},
	}
	for _, c := range cases {
		got, present, err := BirthDate(c.text, c.number)
		if got != c.want || present != c.present || !errors.Is(err, c.err) {
			t.Errorf("BirthDate(%q, %v) = %v, %v, %v; want %v, %v, %v", c.text, c.number, got, present, err, c.want, c.present, c.err)
		}
	}
}

func TestDateLine(t *testing.T) {
	cases := []struct {
		text  string
		place string
		want  data.Date
		ok    bool
	}{
		{"Việt Trì, ngày 10 tháng 12 năm 2024", "Việt Trì", day(2024, 12, 10), true},
		{"Phú Thọ, ngày 05/6/2024", "Phú Thọ", day(2024, 6, 5), true},
		{"Ngày 5 tháng 6 năm 2024", "", day(2024, 6, 5), true},
		{"(Vĩnh Yên, ngày 1 tháng 2 năm 2023)", "(Vĩnh Yên", day(2023, 2, 1), true},
		{"…………, ngày … tháng … năm 2024", "", day(0, 0, 0), false},
		{"Kèm theo Báo cáo số 12/BC-SYT ngày 10 tháng 12 năm 2024", "", day(0, 0, 0), false},
		{"Việt Trì, ngày 31 tháng 02 năm 2024", "", day(0, 0, 0), false},
		{"Sở Y tế", "", day(0, 0, 0), false},
	}
	for _, c := range cases {
		place, got, ok := DateLine(c.text)
		if place != c.place || got != c.want || ok != c.ok {
			t.Errorf("DateLine(%q) = %q, %v, %v; want %q, %v, %v", c.text, place, got, ok, c.place, c.want, c.ok)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"", "05/12/2024", "29665", "00/00/1950", "ngày 05 tháng 12 năm 2024", "2024-12-05T00:00", "Việt Trì, ngày 10 tháng 12 năm 2024"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, number bool) {
		d, present, err := Date(s, number)
		if err == nil && present {
			when := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
			if when.Day() != d.Day || int(when.Month()) != d.Month {
				t.Errorf("Date(%q, %v) = %v: not in the calendar", s, number, d)
			}
		} else if d != (data.Date{}) {
			t.Errorf("Date(%q, %v) = %v with %v, %v", s, number, d, present, err)
		}
		b, _, err := BirthDate(s, number)
		if err == nil && b.On != (data.Date{}) && b.On.Year != b.Year {
			t.Errorf("BirthDate(%q) = %v", s, b)
		}
		DateLine(s)
	})
}

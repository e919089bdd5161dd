package value

import (
	"errors"
	"strconv"
	"testing"
)

func TestCount(t *testing.T) {
	cases := []struct {
		what    string
		text    string
		number  bool
		n       int64
		present bool
		err     error
	}{
		{"blank is not nought", "", false, 0, false, nil},
		{"spaces are blank", " \u00a0\t", false, 0, false, nil},
		{"nought", "0", false, 0, true, nil},
		{"a stroke says nought", "-", false, 0, true, nil},
		{"a long stroke", " – ", false, 0, true, nil},
		{"a slash", "/", false, 0, true, nil},
		{"a leading nought is a count", "02", false, 2, true, nil},
		{"dots group thousands in text", "1.234", false, 1234, true, nil},
		{"several groups", "1.234.567", false, 1234567, true, nil},
		{"spaces group", "1 234", false, 1234, true, nil},
		{"no-break spaces group", "12\u00a0345", false, 12345, true, nil},
		{"two commas group", "1,234,567", false, 1234567, true, nil},
		{"one comma and three digits is open", "1,234", false, 0, true, ErrAmbiguous},
		{"a fraction", "1,5", false, 0, true, ErrNotWhole},
		{"a fraction with a point", "1.5", false, 0, true, ErrNotWhole},
		{"grouped with a fraction", "1.234,5", false, 0, true, ErrNotWhole},
		{"decimals of nought", "12,0", false, 12, true, nil},
		{"decimals of nought with a point", "12.00", false, 12, true, nil},
		{"dots in wrong places", "1.2.3", false, 0, true, ErrNotNumber},
		{"a gap in a wrong place", "1 2", false, 0, true, ErrNotNumber},
		{"a tick is no count", "x", false, 0, true, ErrAmbiguous},
		{"below nought", "-3", false, 0, true, ErrNegative},
		{"below nought, long stroke", "− 3", false, 0, true, ErrNegative},
		{"a word for nought is no figure", "không", false, 0, true, ErrAmbiguous},
		{"other words", "nhiều", false, 0, true, ErrNotNumber},
		{"a unit of measure", "5 người", false, 0, true, ErrNotNumber},
		{"an error value", "#REF!", false, 0, true, ErrCell},
		{"a formula without its value", "=SUM(C1:C9)", false, 0, true, ErrCell},
		{"an error of a lookup", "#N/A", false, 0, true, ErrCell},
		{"a division by nought", "#DIV/0!", false, 0, true, ErrCell},
		{"too many digits", "12345678901234567", false, 0, true, ErrHuge},
		{"digits without end", "99999999999999999999999999", false, 0, true, ErrHuge},
		{"more than there are people", "100000000", false, 0, true, ErrHuge},
		{"the largest", "99.999.999", false, 99999999, true, nil},
		{"a date whose strokes were read as ones", "311712009", false, 0, true, ErrHuge},
		{"the same as a number", "311712009", true, 0, true, ErrHuge},
		{"a figure with a stroke", "11/0", false, 0, true, ErrNotNumber},
		{"a date", "31/7/2009", false, 0, true, ErrNotNumber},
		{"09 is a count", "09", false, 9, true, nil},
		{"00 is nought", "00", false, 0, true, nil},
		{"two strokes", "--", false, 0, true, nil},
		{"a tick as a sign", "×", false, 0, true, ErrAmbiguous},
		{"a large X", "X", false, 0, true, ErrAmbiguous},
		{"a minus alone as a number", "-", true, 0, true, ErrNotNumber},
		{"people", "05 người", false, 0, true, ErrNotNumber},
		{"awards", "12 lượt", false, 0, true, ErrNotNumber},
		{"a share is no count", "45,67%", false, 0, true, ErrNotNumber},
		{"dots are not blank", "…", false, 0, true, ErrNotNumber},
		{"two figures", "5+3", false, 0, true, ErrNotNumber},
		{"a plus", "+5", false, 0, true, ErrNotNumber},
		{"a figure in brackets", "(5)", false, 0, true, ErrNotNumber},
		{"a decomposed gap", "1\u202f234", false, 1234, true, nil},
		{"a mark that nobody sees", "\u200b12\ufeff", false, 12, true, nil},
		{"letters O for nought", "1O", false, 0, true, ErrNotNumber},
		{"a number of the workbook", "1234", true, 1234, true, nil},
		{"its point is a decimal point", "1.234", true, 0, true, ErrNotWhole},
		{"stored as 12.0", "12.0", true, 12, true, nil},
		{"noise of binary sums", "12.000000000000002", true, 12, true, nil},
		{"a stored fraction", "0.5", true, 0, true, ErrNotWhole},
		{"a stored number below nought", "-1", true, 0, true, ErrNegative},
		{"a stored nought with a sign", "-0", true, 0, true, nil},
		{"beyond exact numbers", "1e18", true, 0, true, ErrHuge},
		{"beyond all numbers", "1e999", true, 0, true, ErrHuge},
		{"no number", "NaN", true, 0, true, ErrNotNumber},
		{"a stored fraction with a half", "12.5", true, 0, true, ErrNotWhole},
		{"a stored 45.67", "45.67", true, 0, true, ErrNotWhole},
	}
	for _, c := range cases {
		n, present, err := Count(c.text, c.number)
		if n != c.n || present != c.present || !errors.Is(err, c.err) {
			t.Errorf("%s: Count(%q, %v) = %d, %v, %v; want %d, %v, %v",
				c.what, c.text, c.number, n, present, err, c.n, c.present, c.err)
		}
	}
}

func TestPercent(t *testing.T) {
	cases := []struct {
		text    string
		number  bool
		share   float64
		present bool
		err     error
	}{
		{"", false, 0, false, nil},
		{"45,67%", false, 0.4567, true, nil},
		{"45,67 %", false, 0.4567, true, nil},
		{" 45,67\u00a0%", false, 0.4567, true, nil},
		{"45.67 %", false, 0.4567, true, nil},
		{"45,67", false, 0.4567, true, nil},
		{"45.67", true, 0.4567, true, nil},
		{"0%", false, 0, true, nil},
		{"x", false, 0, true, ErrNotNumber},
		{"không", false, 0, true, ErrNotNumber},
		{"#N/A", false, 0, true, ErrCell},
		{"1.234,5%", false, 0, true, ErrNotNumber},
		{"%", false, 0, true, ErrNotNumber},
		{"/", false, 0, true, nil},
		{"100%", false, 1, true, nil},
		{"0,5", false, 0.5, true, nil},
		{"0.25", true, 0.25, true, nil},
		{"25", true, 0.25, true, nil},
		{"-", false, 0, true, nil},
		{"#DIV/0!", false, 0, true, ErrCell},
		{"-5%", false, 0, true, ErrNegative},
		{"nhiều", false, 0, true, ErrNotNumber},
		{"1.2.3", false, 0, true, ErrNotNumber},
	}
	for _, c := range cases {
		share, present, err := Percent(c.text, c.number)
		if share-c.share > 1e-12 || c.share-share > 1e-12 || present != c.present || !errors.Is(err, c.err) {
			t.Errorf("Percent(%q, %v) = %v, %v, %v; want %v, %v, %v", c.text, c.number, share, present, err, c.share, c.present, c.err)
		}
	}
}

func FuzzCount(f *testing.F) {
	for _, s := range []string{"", "-", "1.234", "1,5", "-3", "x", "12.0", "#REF!", "1e5", "0x1p4"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, number bool) {
		n, present, err := Count(s, number)
		if n < 0 || err != nil && (n != 0 || !present) || !present && n != 0 {
			t.Errorf("Count(%q, %v) = %d, %v, %v", s, number, n, present, err)
		}
		if again, _, err2 := Count(strconv.FormatInt(n, 10), true); err == nil && (again != n || err2 != nil) {
			t.Errorf("Count(%q) = %d, read again %d, %v", s, n, again, err2)
		}
		share, _, _ := Percent(s, number)
		if share < 0 {
			t.Errorf("Percent(%q) = %v", s, share)
		}
	})
}

package table

import (
	"fmt"
	"math"
	"strconv"
	"time"
)

// Date is a day without a clock or a zone.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf is the day of t as t itself tells it.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads yyyy-mm-dd and refuses a day that is not in the calendar.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return Date{}, fmt.Errorf("date %q: want yyyy-mm-dd", s)
	}
	return DateOf(t), nil
}

// Time is midnight UTC of the day.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day) }

// MarshalText writes yyyy-mm-dd.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads yyyy-mm-dd.
func (d *Date) UnmarshalText(b []byte) (err error) {
	*d, err = ParseDate(string(b))
	return err
}

// Plain is a cell as text that a machine reads back: no thousands mark, a point for decimals,
// true and false, yyyy-mm-dd; nil is empty.
func Plain(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return plainFloat(v)
	case bool:
		return strconv.FormatBool(v)
	case Date:
		return v.String()
	}
	return fmt.Sprint(v)
}

// plainFloat is the shortest decimal that reads back as v, without an exponent in the range
// people write by hand.
func plainFloat(v float64) string {
	if a := math.Abs(v); a != 0 && (a < 1e-6 || a >= 1e21) {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func kindOf(v any) Kind {
	switch v.(type) {
	case string:
		return KindText
	case int64:
		return KindInt
	case float64:
		return KindFloat
	case bool:
		return KindBool
	case Date:
		return KindDate
	}
	return Kind(-1)
}

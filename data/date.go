package data

import (
	"fmt"
	"time"
)

// Date is a calendar day. The zero Date is an open end, or a day not known.
type Date struct {
	Year, Month, Day int
}

// ParseDate reads yyyy-mm-dd; an empty text is the zero Date.
func ParseDate(text string) (Date, error) {
	if text == "" {
		return Date{}, nil
	}
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return Date{}, fmt.Errorf("date %q: want yyyy-mm-dd", text)
	}
	return DateOf(t), nil
}

// DateOf is the day of t in its own time zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, int(m), d}
}

// YearEnd is 31 December of year.
func YearEnd(year int) Date { return Date{year, 12, 31} }

// IsZero says that the day is open or not known.
func (d Date) IsZero() bool { return d == Date{} }

// Compare orders two days: -1, 0 or 1.
func (d Date) Compare(e Date) int {
	for _, p := range [][2]int{{d.Year, e.Year}, {d.Month, e.Month}, {d.Day, e.Day}} {
		if p[0] < p[1] {
			return -1
		}
		if p[0] > p[1] {
			return 1
		}
	}
	return 0
}

// Before says that d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// Time is midnight UTC of d.
func (d Date) Time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// AddDays moves d by n days.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// String is yyyy-mm-dd, or "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Period is the validity of a dated row, both days included; a zero end is open.
type Period struct {
	From, To Date
}

// Holds says that on falls in p. The zero date asks for no date and falls in every period.
func (p Period) Holds(on Date) bool {
	return on.IsZero() || !on.Before(p.From) && (p.To.IsZero() || !p.To.Before(on))
}

// Overlaps says that p and q share a day.
func (p Period) Overlaps(q Period) bool {
	return (p.To.IsZero() || !p.To.Before(q.From)) && (q.To.IsZero() || !q.To.Before(p.From))
}

package grid

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// numberText appends the shortest decimal that gives the same stored number again,
// never with an exponent. ok is false where the text is no number.
func numberText(buf []byte, raw string) (out []byte, n float64, ok bool) {
	n, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) || strings.ContainsAny(raw, "xX_") {
		return buf, 0, false
	}
	if n == 0 {
		n = 0 // not "-0"
		return append(buf, '0'), n, true
	}
	return strconv.AppendFloat(buf, n, 'f', -1, 64), n, true
}

// mostDigits is how many digits every decimal may have and still be told apart from the others by a stored number.
const mostDigits = 15

// isShortest says that a decimal is what numberText would make of it, so that there is no need to: no sign but a minus, no
// exponent, no nought that could be left out, and so few digits that no two decimals are the same number.
func isShortest(raw []byte) bool {
	if len(raw) > 0 && raw[0] == '-' {
		raw = raw[1:]
		if len(raw) == 1 && raw[0] == '0' {
			return false
		}
	}
	if len(raw) == 0 || len(raw) > mostDigits || raw[0] < '0' || raw[0] > '9' || raw[0] == '0' && len(raw) > 1 && raw[1] != '.' {
		return false
	}
	point := -1
	for i, c := range raw {
		if c == '.' && point < 0 {
			point = i
		} else if c < '0' || c > '9' {
			return false
		}
	}
	return point < 0 || raw[len(raw)-1] != '0' && point < len(raw)-1
}

// lastSerial is 31/12/9999 counted from 1900.
const lastSerial = 2958465

// dateText words a serial as yyyy-mm-dd, with " hh:mm:ss" where it has a time of day.
// ok is false for numbers that are no day: below 1, beyond the year 9999, and the
// 29/2/1900 that never was.
func dateText(serial float64, from1904 bool) (string, bool) {
	if from1904 {
		serial += 1462
	}
	if serial < 1 || serial >= lastSerial+1 || serial >= 60 && serial < 61 {
		return "", false
	}
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if serial < 60 {
		base = base.AddDate(0, 0, 1)
	}
	day := math.Floor(serial)
	seconds := int(math.Round((serial - day) * 86400))
	t := base.AddDate(0, 0, int(day)).Add(time.Duration(seconds) * time.Second)
	if seconds%86400 == 0 {
		return t.Format("2006-01-02"), true
	}
	return t.Format("2006-01-02 15:04:05"), true
}

// isoText words a stored ISO date (t="d") in the same way. A time of day by itself is
// no date.
func isoText(raw string) (string, bool) {
	for _, form := range []string{
		"2006-01-02", "2006-01-02T15:04:05.999999999Z07:00", "2006-01-02T15:04:05.999999999",
		"2006-01-02T15:04Z07:00", "2006-01-02T15:04", "2006-01-02 15:04:05",
	} {
		t, err := time.Parse(form, raw)
		if err != nil {
			continue
		}
		if t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 {
			return t.Format("2006-01-02"), true
		}
		return t.Format("2006-01-02 15:04:05"), true
	}
	return "", false
}
